"""The last sheet: what is known of the survey, and what is not."""

from __future__ import annotations

from report.document.model import MethodSection
from report.units import Pt
from report.workbook.measures import Measures
from report.workbook.model import Look, Sheet, TextCell
from report.workbook.page import Page

LABELS: Pt = 130.0
VALUES: Pt = 380.0


def method_sheet(section: MethodSection, name: str, *, back: tuple[str, str], measures: Measures) -> Sheet:
    """The sheet of the section on method. back: the words that lead to the contents, and the name of their sheet."""
    page = Page(measures, [LABELS, VALUES])
    page.text(section.headline.text.text, Look.TITLE)
    page.put(TextCell(page.row, 0, back[0], Look.LINK, link=back[1]))
    page.row += 2
    head = page.row
    page.text(section.known_head.text.text, Look.SECTION)
    for fact in section.known:
        page.put(TextCell(page.row, 0, fact.label.text.text, Look.BASE_LABEL))
        page.put(TextCell(page.row, 1, fact.value.text.text, Look.LABEL))
        page.row += 1
    if section.unknown_head:
        page.row += 1
        page.text(section.unknown_head.text.text, Look.SECTION)
        for unknown in section.unknown:
            page.text(unknown.text.text, Look.TEXT)
    if section.text:
        page.row += 1
        for paragraph in section.text:
            page.text(paragraph.text.text, Look.TEXT)
    return Sheet(name, tuple(page.cells), tuple(page.widths), page.heights, (head, 0), None)
