"""What leads where: messages and recommendations to what they are taken from, exhibits to their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.model import Chart
from report.document.model import Document, FindingSection, StatementSection
from report.document.model.nodes import Node, Output, Paragraph, Source
from report.document.model.tables import Table
from report.frozen import frozen
from report.summary.structure.texts import links_in, paragraph
from report.tagged_pdf.structure import Element, Tag


@frozen
class Goal:
    """Where a link leads: the node that is shown there, and what to call it."""

    node: str
    name: str


class Leading:
    """The goals that a document has."""

    def __init__(self, document: Document, tables: Sequence[Table]) -> None:
        self._sections = dict(_sections(document.parts))
        self._table = document.language.words.table_kind
        self._tables = {table.question: table for table in reversed(tables)}
        headline = document.appendix.headline
        self._all_tables = Goal(headline.id, headline.text.text)

    def to_section(self, node: Paragraph, section: str | None) -> Element:
        """A text that leads, as a whole, to a section; a plain one where the summary has none of that id."""
        goal = self._sections.get(section or "")
        return _whole(node, Tag.SPAN, goal)

    def to_table(self, node: Source, chart: Chart) -> Element:
        """The source of an exhibit, which leads to the table with all its numbers; of several, to where all stand."""
        values = (value for row in chart.rows for value in row.values if value)
        questions = dict.fromkeys(value.cell.id.question for value in values) or {chart.question: None}
        tables = [self._tables[question] for question in questions if question in self._tables]
        if not tables or links_in(node.id, node.text):
            return paragraph(node)
        caption = tables[0].caption
        goal = Goal(caption.id, f"{self._table}: {caption.text.text}") if len(tables) == 1 else self._all_tables
        return Element(Tag.P, children=(_whole(node, Tag.SPAN, goal),))


def _whole(node: Paragraph | Source, plain: Tag, goal: Goal | None) -> Element:
    if goal is None:
        return Element(plain, node.id)
    return Element(Tag.LINK, node.id, alt=goal.name, target=f"#{goal.node}")


def _sections(parts: Sequence[Node]) -> Iterator[tuple[str, Goal]]:
    for part in parts:
        if not part.is_said_in(Output.SUMMARY):
            continue
        if isinstance(part, FindingSection):
            yield part.id, Goal(part.headline.id, part.headline.text.text)
        elif isinstance(part, StatementSection):
            yield part.id, Goal(part.text.id, f"{part.kicker.text.text}: {part.speaker.name.text}")
