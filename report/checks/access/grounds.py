"""What lies under a text: the fill of its own shape, shapes below it, those of layout and master, the background.

      text
      its shape's fill       none? go on
      shapes under it        one that covers it decides; one that covers a part of it leaves it open
      layout and master      the same
      background             of the slide, else of its layout, else of its master

Pictures, patterns and what a table's style paints are not looked at: what lies on them is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.checks.access.colours import Colour, Palette, colour_in, palette_of
from report.checks.access.inheritance import Page, lineage
from report.checks.access.places import Box, placed_shapes
from report.checks.access.styles import fill_in
from report.checks.deck import is_on, whole_number
from report.checks.shapes import FRAME, TEXT_SHAPE, placeholder
from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified

COVERED, TOUCHED = 0.95, 0.1
"""Shares of a text's box: from the first on a shape under it decides, up to the second it is passed over."""
BACKGROUND_FILLS = 1000
"""What a reference to a background of the theme counts from."""


@frozen
class Layer:
    """What is painted somewhere. colours: each that occurs (of a gradient several); none where it is not known."""

    colours: tuple[Colour, ...]


OPEN = Layer(())


@frozen
class Canvas:
    """A slide with its colours, and all that is drawn on it with its place, the lowest first."""

    page: Page
    palette: Palette
    drawn: tuple[tuple[etree._Element, Box | None], ...]


def canvas_of(page: Page) -> Canvas:
    """What is drawn on a slide: shapes of master and layout, where they are shown, then its own."""
    sheets = [page.slide]
    if page.layout is not None and is_on(page.slide, "showMasterSp", default=True):
        sheets.insert(0, page.layout)
        if page.master is not None and is_on(page.layout, "showMasterSp", default=True):
            sheets.insert(0, page.master)
    drawn = tuple(
        (shape, box)
        for sheet in sheets
        for shape, box in placed_shapes(page, sheet)
        if sheet is page.slide or placeholder(shape) is None  # a placeholder is drawn where a slide fills it
    )
    return Canvas(page, palette_of(page), drawn)


def ground_of(canvas: Canvas, shape: etree._Element) -> tuple[Colour, ...]:
    """The colours that may lie under the text of a shape, or under a table; none where that is not known."""
    return _seen(list(_layers(canvas, shape)))


def seen_over(layer: etree._Element, below: tuple[Colour, ...], palette: Palette) -> tuple[Colour, ...]:
    """The colours of a fill that lies over others."""
    painted = painted_by(layer, palette)
    return below if painted is None else _seen([painted, Layer(below)])


def _seen(layers: list[Layer]) -> tuple[Colour, ...]:
    """What is seen of layers, the uppermost first."""
    if not layers:
        return ()
    first, below = layers[0].colours, layers[1:]
    if all(colour.alpha >= 1 for colour in first):
        return first
    under = _seen(below)
    return tuple(colour.over(each) for colour in first for each in under)


def _layers(canvas: Canvas, shape: etree._Element) -> Iterator[Layer]:
    """What is painted under a text, from its own shape's fill down."""
    above = [index for index, (each, _) in enumerate(canvas.drawn) if each is shape]
    below = canvas.drawn[: above[0] + 1] if above else ()
    box = below[-1][1] if below else None
    for each, place in reversed(below):
        if each is shape and each.tag == FRAME:
            continue  # the cells of a table paint for themselves
        share = 1.0 if each is shape else box.share_under(place) if box and place else 0.0
        layer = _fill(canvas, each) if share > TOUCHED else None
        if layer is not None:
            yield layer if share >= COVERED else OPEN
    yield _background(canvas)


def _fill(canvas: Canvas, shape: etree._Element) -> Layer | None:
    """What a shape paints; None where it lets everything through."""
    if shape.tag == qualified("p:cxnSp"):
        return None
    if shape.tag != TEXT_SHAPE:
        return OPEN
    for each in lineage(canvas.page, shape):
        said = fill_in(each.find("p:spPr", NAMESPACES))
        if said is not None:
            return painted_by(said, canvas.palette)
    reference = shape.find("p:style/a:fillRef", NAMESPACES)
    return _of_theme(canvas, reference, "fillStyleLst") if reference is not None else None


def painted_by(fill: etree._Element, palette: Palette, styled: Colour | None = None) -> Layer | None:
    """What a fill paints; None of one that is empty."""
    if fill.tag == qualified("a:noFill"):
        return None
    if fill.tag == qualified("a:solidFill"):
        colour = colour_in(fill, palette, styled)
        return Layer((colour,)) if colour else OPEN
    if fill.tag == qualified("a:gradFill"):
        colours = [colour_in(stop, palette, styled) for stop in fill.iterfind("a:gsLst/a:gs", NAMESPACES)]
        known = tuple(colour for colour in colours if colour)
        return Layer(known) if len(known) == len(colours) else OPEN
    return OPEN


def _of_theme(canvas: Canvas, reference: etree._Element, fills: str) -> Layer | None:
    """One of the theme's fills, in the colour that the reference to it names."""
    number = whole_number(reference, "idx")
    if number in (0, BACKGROUND_FILLS):
        return None
    theme = canvas.page.theme
    listed = None if theme is None else theme.find(f"a:themeElements/a:fmtScheme/a:{fills}", NAMESPACES)
    index = number % BACKGROUND_FILLS - 1
    if listed is None or not 0 <= index < len(listed):
        return OPEN
    return painted_by(listed[index], canvas.palette, colour_in(reference, canvas.palette))


def _background(canvas: Canvas) -> Layer:
    for sheet in canvas.page.behind:
        said = sheet.find("p:cSld/p:bg", NAMESPACES)
        if said is not None:
            return _behind(canvas, said) or OPEN
    white = canvas.palette.named("bg1")
    return Layer((white,)) if white else OPEN


def _behind(canvas: Canvas, background: etree._Element) -> Layer | None:
    reference = background.find("p:bgRef", NAMESPACES)
    if reference is not None:
        return _of_theme(canvas, reference, "bgFillStyleLst")
    fill = fill_in(background.find("p:bgPr", NAMESPACES))
    return painted_by(fill, canvas.palette) if fill is not None else None
