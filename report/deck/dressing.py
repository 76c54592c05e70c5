"""The layouts of the house's template with the logo of a house at their foot, and footers that end before it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import SlideLayout

from report.deck.model import Deck, DressedLayout, PaintedPicture
from report.deck.model.emblems import PlacedEmblem
from report.deck.package_parts import DeckPackage
from report.deck.shape_xml import mark_shape, picture_shape, show_drawing, transform
from report.deck.text_xml import Pen
from report.ooxml.elements import NAMESPACES, qualified


def dress(package: DeckPackage, deck: Deck, painted: Callable[[str], PaintedPicture]) -> None:
    """Give the layouts what they show of a house. painted: as `report.deck.writer` has it."""
    layouts = {layout.name: layout for layout in package.presentation.slide_masters[0].slide_layouts}
    for dressed in deck.layouts:
        layout, pen = layouts[dressed.name], Pen(deck.theme, dressed.ground, deck.language_tag)
        _narrow(layout, dressed)
        tree = layout.element.find("p:cSld/p:spTree", NAMESPACES)
        taken = max(int(each.get("id")) for each in tree.iter(qualified("p:cNvPr")))
        for id, item in enumerate(dressed.items, taken + 1):
            if isinstance(item, PlacedEmblem):
                tree.append(_picture(package, layout, item, id, painted))
            else:
                tree.append(mark_shape(item, id, pen))


def _narrow(layout: SlideLayout, dressed: DressedLayout) -> None:
    for shape in layout.element.iter(qualified("p:sp")):
        place = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES)
        if place is not None and place.get("type") == "ftr":
            properties = shape.find("p:spPr", NAMESPACES)
            frame = properties.find("a:xfrm", NAMESPACES)
            if frame is not None:
                properties.remove(frame)
            properties.insert(0, transform("a:xfrm", dressed.footer))


def _picture(
    package: DeckPackage, layout: SlideLayout, item: PlacedEmblem, id: int, painted: Callable[[str], PaintedPicture]
) -> etree._Element:
    pixels, drawing = item.pixels, None
    if pixels is None:
        picture = painted(item.key)
        pixels, drawing = picture.png, package.get_or_add_drawing_part(picture.svg)
    image = package.get_or_add_image_part(BytesIO(pixels))
    shape = picture_shape(item.name, id, layout.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE), item.box)
    if drawing:
        blip = next(shape.iter(qualified("a:blip")))
        show_drawing(blip, layout.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE))
    return shape
