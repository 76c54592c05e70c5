"""The first sheet: which tables there are, each a link."""

from __future__ import annotations

from collections.abc import Sequence

from report.document.model.banners import BannerBook, BannerTable
from report.units import Pt
from report.workbook.measures import Measures
from report.workbook.model import Look, NumberCell, Sheet, TextCell
from report.workbook.page import Page
from report.workbook.question import count_format

NUMBERS: Pt = 34.0
MOST_TOPICS: Pt = 230.0
LEAST_TOPICS: Pt = 100.0
QUESTIONS: Pt = 380.0
BASES: Pt = 96.0
N_COLUMN = 3


def contents_sheet(book: BannerBook, name: str, *, names: Sequence[str], measures: Measures) -> Sheet:
    """The list of the tables. names: of their sheets, in order, at last of that on method."""
    topics = [*(table.topic.text.text for table in book.tables), book.method.kicker.text.text]
    width = min(MOST_TOPICS, max(LEAST_TOPICS, measures.widest(topics, Look.LISTED_LINK)))
    is_counted = any(table.n.number is not None or table.n.text for table in book.tables)
    page = Page(measures, [NUMBERS, width, QUESTIONS, *([BASES] if is_counted else [])])
    page.text(book.title.text.text, Look.TITLE)
    page.text(book.origin.text.text, Look.TEXT)
    if book.draft:
        page.text(book.draft.text.text, Look.DRAFT)
    page.row += 1
    head = page.row
    heads = [each.text.text for each in book.heads]
    for column, text in enumerate(heads[: len(page.widths)]):
        page.put(TextCell(page.row, column, text, Look.HEAD if column == N_COLUMN else Look.HEAD_OF_LABELS))
    page.row += 1
    for number, (table, sheet) in enumerate(zip(book.tables, names, strict=False), 1):
        _put_table(page, number, table, sheet, is_counted=is_counted)
    page.put(TextCell(page.row, 1, book.method.kicker.text.text, Look.LISTED_LINK, link=names[-1]))
    page.row += 1
    for note in book.notes:
        page.text(note.text.text, Look.NOTE, column=1)
    return Sheet(name, tuple(page.cells), tuple(page.widths), page.heights, (head + 1, 0), (head, head))


def _put_table(page: Page, number: int, table: BannerTable, sheet: str, *, is_counted: bool) -> None:
    page.put(NumberCell(page.row, 0, number, "0", Look.BASE_LABEL))
    page.put(TextCell(page.row, 1, table.topic.text.text, Look.LISTED_LINK, link=sheet))
    page.put(TextCell(page.row, 2, table.label.text.text, Look.LABEL))
    if is_counted and table.n.number is not None:
        shown = count_format(is_low=table.n.is_low)
        page.put(NumberCell(page.row, N_COLUMN, table.n.number, shown, Look.BASE_VALUE))
    elif is_counted:
        page.put(TextCell(page.row, N_COLUMN, table.n.text, Look.BASE_VALUE))
    page.row += 1
