"""What lies under a text: the fill of its own shape, shapes below it, those of layout and master, the background.

      text
      its shape's fill       none? go on
      shapes under it        one that covers it decides; one that covers a part of it leaves it open
      layout and master      the same
      background             of the slide, else of its layout, else of its master

Pictures, patterns and what a table's style paints are not looked at: what lies on them is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from report.frozen import frozen
from report.presentations.colours import Colour, Palette, palette_of
from report.presentations.deck import is_on
from report.presentations.fills import OPEN, Layer, background_of, paint_of, painted_by
from report.presentations.inheritance import Page
from report.presentations.places import Box, placed_shapes
from report.presentations.shapes import FRAME, placeholder

COVERED, TOUCHED = 0.95, 0.1
"""Shares of a text's box: from the first on a shape under it decides, up to the second it is passed over."""
MOST_GLAZES, MOST_COLOURS = 20, 100
"""Layers that let colours through, and colours that may come of them; of more nobody knows what is seen."""

MOST_DRAWN = 5000
"""Shapes of a slide that are held against each other; a map has some hundreds."""


@frozen
class Drawn:
    """A shape in its place. paint: its fill, None where it lets everything through."""

    shape: etree._Element
    box: Box | None
    paint: Layer | None


@frozen
class Canvas:
    """A slide with its colours, its background and all that is drawn on it, the lowest first."""

    page: Page
    palette: Palette
    background: Layer
    drawn: tuple[Drawn, ...]


def canvas_of(page: Page) -> Canvas:
    """What is drawn on a slide: shapes of master and layout, where they are shown, then its own."""
    palette = palette_of(page)
    drawn = tuple(
        Drawn(shape, box, paint_of(page, palette, shape))
        for sheet in _shown(page)
        for shape, box in placed_shapes(page, sheet)
        if sheet is page.slide or placeholder(shape) is None  # a placeholder is drawn where a slide fills it
    )
    return Canvas(page, palette, background_of(page, palette), drawn)


def _shown(page: Page) -> list[etree._Element]:
    """The sheets whose shapes are seen, the lowest first."""
    sheets = [page.slide]
    for behind in page.behind[1:]:
        if not is_on(sheets[0], "showMasterSp", default=True):
            break
        sheets.insert(0, behind)
    return sheets


def ground_of(canvas: Canvas, shape: etree._Element) -> tuple[Colour, ...]:
    """The colours that may lie under the text of a shape, or under a table; none where that is not known."""
    if len(canvas.drawn) > MOST_DRAWN:
        return ()
    seen: list[Layer] = []
    for layer in _layers(canvas, shape):
        seen.append(layer)
        if layer.is_opaque:
            break
    return _mixed(seen)


def seen_over(fill: etree._Element, below: tuple[Colour, ...], palette: Palette) -> tuple[Colour, ...]:
    """The colours of a fill that lies over others."""
    painted = painted_by(fill, palette)
    return below if painted is None else _mixed([painted, Layer(below)])


def _layers(canvas: Canvas, shape: etree._Element) -> Iterator[Layer]:
    """What is painted under a text, from its own shape's fill down."""
    index = next((index for index, each in enumerate(canvas.drawn) if each.shape is shape), None)
    if index is not None:
        own = canvas.drawn[index]
        if own.paint and shape.tag != FRAME:  # the cells of a table paint for themselves
            yield own.paint
        for each in reversed(canvas.drawn[:index]):
            share = own.box.share_under(each.box) if each.paint and each.box and own.box else 0.0
            if each.paint and share > TOUCHED:
                yield each.paint if share >= COVERED else OPEN
    yield canvas.background


def _mixed(layers: Sequence[Layer]) -> tuple[Colour, ...]:
    """The colours seen of layers, the uppermost first, of which the last lets nothing through."""
    if not layers or len(layers) > MOST_GLAZES:
        return ()
    first, *below = layers
    if first.is_opaque:
        return first.colours
    mixed = tuple(dict.fromkeys(colour.over(each) for colour in first.colours for each in _mixed(below)))
    return mixed if len(mixed) <= MOST_COLOURS else ()
