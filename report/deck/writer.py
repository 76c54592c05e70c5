"""Writes a placed deck as .pptx: transcribes, measures nothing, decides nothing.

python-pptx keeps the package (slides, relationships, pictures, notes), in the form of `package_parts`; the shapes are
built here, because their ids, languages, breaks and placeholders must be exactly those of the deck.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide as SlidePart
from pptx.slide import SlideLayout
from pptx.util import Emu

from report.deck.binding import bind
from report.deck.company_package import empty, list_notes_master
from report.deck.dressing import dress
from report.deck.model import (
    Deck,
    PaintedPicture,
    PlacedChart,
    PlacedImage,
    PlacedMark,
    PlacedPicture,
    PlacedTable,
    PlacedText,
    Slide,
)
from report.deck.model.emblems import PlacedEmblem
from report.deck.native.chart_xml import chart_part, chart_shape
from report.deck.native.workbook import workbook
from report.deck.navigation import Jump, link_shape, write_sections
from report.deck.notes_xml import write_notes
from report.deck.package_parts import DeckPackage
from report.deck.properties import write_properties
from report.deck.scheme import color_map
from report.deck.shape_xml import mark_decorative, mark_shape, show_drawing, text_shape
from report.deck.table_xml import table_shape
from report.deck.text_xml import Pen, emu
from report.deck.theme_parts import wear
from report.frozen import frozen
from report.ooxml.elements import element, qualified
from report.ooxml.fingerprint import Fingerprint
from report.ooxml.package import zipped
from report.presentations.fingerprinting import Seen, fingerprint_of
from report.presentations.inheritance import Page
from report.theme.model import GroundName


@frozen
class WrittenDeck:
    """A .pptx file, and the fingerprint of what people see of it."""

    content: bytes
    fingerprint: Fingerprint


FIRST_SHAPE_ID = 2
"""The slide's own group of shapes has number 1."""


def write_deck(deck: Deck, painted: Callable[[str], PaintedPicture], template: bytes, built: datetime) -> WrittenDeck:
    """The .pptx file.

    painted: gives a drawing as it is painted, by its key in `Deck.drawings`. template: the house's, or a company's.
    built: when the file says it was made. Equal arguments give equal bytes.
    """
    package = DeckPackage.open(BytesIO(template))
    empty(package)
    if deck.theme.names is None:
        wear(package, deck.theme)
        dress(package, deck, painted)
    # All slides are there before the first is filled, so that links lead to those behind it too.
    parts = [package.add_slide(_layout(package, slide.layout)) for slide in deck.slides]
    jumps = {id: Jump(parts[number - 1], deck.slides[number - 1].title) for id, number in deck.slide_numbers.items()}
    for part, slide in zip(parts, deck.slides, strict=True):
        _write_slide(package, part, slide, painted, Pen(deck.theme, slide.ground, deck.language_tag), jumps)
    list_notes_master(package)
    write_sections(package.presentation, deck.sections)
    fingerprint = fingerprint_of(_seen(package, part) for part in parts)
    write_properties(package, deck, built, fingerprint)
    return WrittenDeck(zipped(package.contents()), fingerprint)


def _seen(package: DeckPackage, slide: SlidePart) -> Seen:
    """A slide as people see it."""
    related = [each for each in slide.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.CHART]
    charts = {each.rId: etree.fromstring(each.target_part.blob) for each in related}
    layout, presentation = slide.slide_layout, package.presentation.element
    page = Page(
        slide.part.partname,
        slide.element,
        layout.element,
        layout.slide_master.element,
        theme=None,
        presentation=presentation,
    )
    return Seen(page, slide.notes_slide.element if slide.has_notes_slide else None, charts)


def _layout(package: DeckPackage, name: str) -> SlideLayout:
    """The layout that is called so, or is the part of that name: a company's may be called alike."""
    for master in package.presentation.slide_masters:
        for layout in master.slide_layouts:
            if name in (layout.name, layout.part.partname.lstrip("/")):
                found: SlideLayout = layout
                return found
    raise ValueError(f'the template has no layout "{name}"')


def _write_slide(
    package: DeckPackage,
    part: SlidePart,
    slide: Slide,
    painted: Callable[[str], PaintedPicture],
    pen: Pen,
    jumps: Mapping[str, Jump],
) -> None:
    for id, item in enumerate(slide.items, FIRST_SHAPE_ID):
        if isinstance(item, PlacedEmblem) and item.pixels is not None:
            _add_picture(part, item, id, item.pixels)
        elif isinstance(item, PlacedPicture | PlacedEmblem):
            picture = painted(item.key)
            blip = _add_picture(part, item, id, picture.png)
            drawing = package.get_or_add_drawing_part(picture.svg)
            show_drawing(blip, part.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE))
        elif isinstance(item, PlacedChart):
            chart = package.add_chart_part(chart_part(item.content, pen), workbook(item.content))
            relationship = part.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
            part.shapes.element.append(chart_shape(item, id, relationship))
        elif isinstance(item, PlacedImage):
            _add_picture(part, item, id, item.image.content, cut=item.cut)
        else:
            shape = _shape(item, id, pen)
            part.shapes.element.append(shape)
            if isinstance(item, PlacedText) and item.leads_to:
                link_shape(part, shape, jumps[item.leads_to])
        bind(package, part, item, part.shapes.element[-1])
    if slide.is_hidden:
        part.element.set("show", "0")
    if slide.ground.name is GroundName.INK:
        _override_color_map(part, pen)
    if slide.notes:
        write_notes(package.add_notes(part), slide.notes, pen.language_tag)


def _shape(item: PlacedText | PlacedMark | PlacedTable, id: int, pen: Pen) -> etree._Element:
    match item:
        case PlacedText():
            return text_shape(item, id, pen)
        case PlacedMark():
            return mark_shape(item, id, pen)
        case PlacedTable():
            return table_shape(item, id, pen)


def _add_picture(
    part: SlidePart,
    item: PlacedPicture | PlacedImage | PlacedEmblem,
    id: int,
    content: bytes,
    *,
    cut: tuple[float, float] = (0.0, 0.0),
) -> etree._Element:
    """The picture's a:blip. cut: the shares of width and height that are cut off, half of each on either side."""
    box = item.box
    left, top, width, height = (Emu(emu(length)) for length in (box.left, box.top, box.width, box.height))
    picture = part.shapes.add_picture(BytesIO(content), left, top, width, height)
    picture.crop_left = picture.crop_right = cut[0] / 2
    picture.crop_top = picture.crop_bottom = cut[1] / 2
    properties = next(picture.element.iter(qualified("p:cNvPr")))
    properties.set("id", str(id))
    properties.set("name", item.name)
    properties.set("descr", item.alternative or "")
    if item.alternative is None:
        mark_decorative(properties)
    return next(picture.element.iter(qualified("a:blip")))


def _override_color_map(part: SlidePart, pen: Pen) -> None:
    """Swap text and ground on the slide too: renderers differ on whether it inherits that from its layout."""
    override = part.element.find(qualified("p:clrMapOvr"))
    override.clear()
    override.append(element("a:overrideClrMapping", attributes=color_map(pen.ground)))
