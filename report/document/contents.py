"""The contents of the summary: where its sections begin, and the tables of its appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.prose import FactKind, Late, Prose, fixed
from report.document.model import AppendixSection, FindingSection, MethodSection, RecommendationsSection
from report.document.model.frame import ChapterSection, ContactSection, ContentsRow, ContentsSection, FreeSection
from report.document.model.nodes import Heading, Node, Output, Paragraph
from report.language.model import Words

ID = "contents"
HIGHEST = 2
"""The level of headings that the first level of the contents leads to."""

Named = FindingSection | ChapterSection | FreeSection | RecommendationsSection | MethodSection | AppendixSection
"""Sections with a headline."""


def contents(sections: Sequence[Node | None], words: Words) -> ContentsSection:
    """A row for every section that the summary says under a headline, and one for every table."""
    said = [section for section in sections if section and section.is_said_in(Output.SUMMARY)]
    found = [row for section in said for row in _rows(section)]
    rows = tuple(
        ContentsRow(
            f"{ID}/{number}",
            title=Paragraph(f"{ID}/{number}/title", title),
            page=Paragraph(f"{ID}/{number}/page", Prose((Late(FactKind.PAGE, leads_to),))),
            section=section,
            leads_to=leads_to,
            level=level,
        )
        for number, (title, section, leads_to, level) in enumerate(found, start=1)
    )
    heading = Heading(f"{ID}/heading", HIGHEST, fixed(words.contents))
    return ContentsSection(ID, heading=heading, rows=rows, output=Output.SUMMARY)


def _rows(section: Node) -> Iterator[tuple[Prose, str, str, int]]:
    """The title of a section, its id, the node of its title and its level; of an appendix those of its tables too."""
    if isinstance(section, Named):
        heading = section.headline
        yield heading.text, section.id, heading.id, heading.level - HIGHEST + 1
    elif isinstance(section, ContactSection):
        yield section.heading.text, section.id, section.heading.id, 1
    if isinstance(section, AppendixSection):
        for table in section.tables_in(Output.SUMMARY):
            yield table.caption.text, section.id, table.caption.id, 2
