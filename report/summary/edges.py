"""Tells what of a summary leaves its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from report.diagnostics import Diagnostic, Location
from report.document.model import Document, FindingSection, StatementSection
from report.document.model.nodes import Annotation, Edition, Heading, Node, Note, Paragraph, Source, Speaker, walk
from report.document.model.tables import TableCell
from report.drawing.model import Circle, MarkRole, Rect, Stroke
from report.formats.edges import excess
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.faults import SummaryFault
from report.summary.model import Item, Page, PlacedDrawing, PlacedImage, PlacedLine, PlacedLogo


def outside_pages(pages: Sequence[Page], document: Document, typesetter: PageTypesetter) -> Iterator[Diagnostic]:
    """A fault for everything that reaches over the edge of its page; of several lines of a text the furthest counts."""
    nodes = {node.id: node for node in walk(document)}
    for page in pages:
        reached: dict[str, float] = {}
        for item in page.items:
            name, over = _name(item), excess(item.extent, typesetter.page)
            reached[name] = max(over, reached.get(name, 0.0))
        for name, over in reached.items():
            if over:
                message = f'"{name}" reaches {ceil(over)} pt over the edge of page {page.number} of the summary'
                yield Diagnostic(SummaryFault.OUTSIDE_PAGE, message, _location(name, nodes))


def _name(item: Item) -> str:
    """The node that an item shows; of what repeats on every page its words, of furniture its role."""
    match item:
        case PlacedLine():
            return item.node or item.line.text
        case PlacedDrawing() | PlacedImage():
            return item.node
        case PlacedLogo():
            return item.node or MarkRole.LOGO.value
        case Stroke() | Rect() | Circle():
            return item.role.value


def _location(id: str, nodes: Mapping[str, Node]) -> Location | None:
    """Where the text of a node was written, else where the section was that it belongs to."""
    match nodes.get(id):
        case Heading(text=text) | Paragraph(text=text) | Annotation(text=text) | Note(text=text) | TableCell(text=text):
            return text.place()
        case Edition(text=text) | Source(text=text) | Speaker(text=text):
            return text.place()
        case FindingSection(headline=said) | StatementSection(text=said):
            return said.text.location
        case _:
            above = id.rpartition("/")[0]
            return _location(above, nodes) if above else None
