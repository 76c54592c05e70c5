"""Which numbers a shape shows, told to programs: in tags of the shape, and the document's node in its name too.

PowerPoint keeps tags and shows them to nobody. LibreOffice drops them, and keeps the names of what is no placeholder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.slide import Slide

from report.deck.model import PlacedChart, PlacedItem, PlacedParagraph, PlacedPicture, PlacedTable, PlacedText, is_title
from report.deck.package_parts import DeckPackage
from report.deck.text_xml import parts_of
from report.ooxml.elements import NAMESPACES, element, qualified
from report.presentations.bindings import NODE, TEXTS, BoundText
from report.presentations.fingerprinting import paragraph_text


def bind(package: DeckPackage, slide: Slide, item: PlacedItem, shape: etree._Element) -> None:
    """Give a shape that shows numbers its tags, and its name the node of the document that it shows."""
    node, texts = _node(item), _texts(item, shape)
    if node is None or not any(text.cells for text in texts):
        return
    properties = next(shape.iter(qualified("p:cNvPr")))
    properties.set("name", f"{properties.get('name')} [{node}]")
    name = package.next_partname("/ppt/tags/tag%d.xml")
    tags = Part(name, CONTENT_TYPE.PML_TAGS, package, _tags(node, texts))
    relationship = slide.part.relate_to(tags, RELATIONSHIP_TYPE.TAGS)
    data = element("p:custDataLst", element("p:tags", attributes={"r:id": relationship}))
    next(shape.iter(qualified("p:nvPr"))).append(data)


def _tags(node: str, texts: Sequence[BoundText]) -> bytes:
    told = json.dumps([{"cells": text.cells, "text": text.text} for text in texts], ensure_ascii=False)
    listed = element(
        "p:tagLst", *(element("p:tag", name=name, val=value) for name, value in ((NODE, node), (TEXTS, told)))
    )
    written: bytes = etree.tostring(listed, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _node(item: PlacedItem) -> str | None:
    return item.node if isinstance(item, PlacedText | PlacedPicture | PlacedChart | PlacedTable) else None


def _texts(item: PlacedItem, shape: etree._Element) -> list[BoundText]:
    match item:
        case PlacedText():
            said = (paragraph_text(each) for each in shape.iter(qualified("a:p")))
            parts = parts_of(item.paragraphs, is_title=is_title(item))
            return [BoundText(_cells(part), text) for part, text in zip(parts, said, strict=True)]
        case PlacedPicture() | PlacedChart():
            return [BoundText((cell.id,), cell.text) for cell in item.drawing.shown]
        case PlacedTable():
            return list(_of_table(item, shape))
        case _:
            return []


def _of_table(table: PlacedTable, shape: etree._Element) -> Iterator[BoundText]:
    """The cells that show a number, row by row."""
    cells = (cell for row in table.rows for cell in row.cells)
    for cell, written in zip(cells, shape.iter(qualified("a:tc")), strict=True):
        if cell.cell:
            said = (paragraph_text(each) for each in written.iterfind("a:txBody/a:p", NAMESPACES))
            yield BoundText((cell.cell,), "\n".join(said))


def _cells(paragraph: PlacedParagraph) -> tuple[str, ...]:
    """The cells whose numbers stand in a paragraph; of a number that goes on in the next line once."""
    spans = (span.cells for line in paragraph.lines for span in line.spans)
    return tuple(cell for cells, _ in groupby(spans) for cell in cells)
