"""What shapes and backgrounds are painted with: what they say, else their layout, master, style or theme."""

from __future__ import annotations

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.colours import Colour, Palette, colour_in
from report.presentations.deck import whole_number
from report.presentations.inheritance import Page, lineage
from report.presentations.shapes import TEXT_SHAPE
from report.presentations.styles import fill_in

BACKGROUND_FILLS = 1000
"""What a reference to a background of the theme counts from."""


@frozen
class Layer:
    """What is painted somewhere. colours: each that occurs (of a gradient several); none where it is not known.

    fill: what says so, of one that is no single colour.
    """

    colours: tuple[Colour, ...]
    fill: etree._Element | None = None

    @property
    def is_opaque(self) -> bool:
        """Whether nothing is seen through it, or nobody knows what."""
        return all(colour.alpha >= 1 for colour in self.colours)


OPEN = Layer(())
"""What is there, and is not known: a picture, a pattern."""


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
        return Layer(known, fill) if len(known) == len(colours) else OPEN
    return Layer((), fill)


def paint_of(page: Page, palette: Palette, shape: etree._Element) -> Layer | None:
    """What a shape is filled with; None where it lets everything through."""
    if shape.tag == qualified("p:cxnSp"):
        return None
    if shape.tag != TEXT_SHAPE:
        return Layer((), shape.find("p:blipFill", NAMESPACES))
    for each in lineage(page, shape):
        said = fill_in(each.find("p:spPr", NAMESPACES))
        if said is not None:
            return painted_by(said, palette)
    reference = shape.find("p:style/a:fillRef", NAMESPACES)
    return _of_theme(page, palette, reference, "fillStyleLst") if reference is not None else None


def background_of(page: Page, palette: Palette) -> Layer:
    """What is behind everything on a slide."""
    for sheet in page.behind:
        said = sheet.find("p:cSld/p:bg", NAMESPACES)
        if said is not None:
            return _behind(page, palette, said) or OPEN
    white = palette.named("bg1")
    return Layer((white,)) if white else OPEN


def _behind(page: Page, palette: Palette, background: etree._Element) -> Layer | None:
    reference = background.find("p:bgRef", NAMESPACES)
    if reference is not None:
        return _of_theme(page, palette, reference, "bgFillStyleLst")
    fill = fill_in(background.find("p:bgPr", NAMESPACES))
    return painted_by(fill, palette) if fill is not None else None


def _of_theme(page: Page, palette: Palette, reference: etree._Element, fills: str) -> Layer | None:
    """One of the theme's fills, in the colour that the reference to it names."""
    number = whole_number(reference, "idx")
    if number in (0, BACKGROUND_FILLS):
        return None
    listed = None if page.theme is None else page.theme.find(f"a:themeElements/a:fmtScheme/a:{fills}", NAMESPACES)
    index = number % BACKGROUND_FILLS - 1
    if listed is None or not 0 <= index < len(listed):
        return OPEN
    return painted_by(listed[index], palette, colour_in(reference, palette))
