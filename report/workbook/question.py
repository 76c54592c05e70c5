"""The sheet of a question.

Goals
Question: ...? · multiple answers
Base: companies
To the contents
                    Total           Company size
Share in per cent   2014 //  2016   small      large
                                    A          B           letters have columns of their own, so that numbers
Respondents (n)              430    310        120         stay numbers
Awareness           85       77     72         90    A
...
Source: ...
"""

from __future__ import annotations

from collections.abc import Iterator

from report.document.model.banners import (
    BannerCell,
    BannerColumn,
    BannerTable,
    BaseCell,
    BaseRow,
    ScoreCell,
    ScoreRow,
)
from report.frozen import frozen
from report.language.model import Language
from report.language.numbers import (
    MINUS,
    count,
    decimal_text,
    is_nearly_whole,
    percent,
    plain_number,
    round_half_up,
    signed_number,
)
from report.ooxml.sheets import share_format
from report.units import Number, Pt, Share
from report.workbook.measures import Measures
from report.workbook.model import Look, NumberCell, Sheet, SheetCell, TextCell
from report.workbook.page import Page

LEAST_LABELS: Pt = 120.0
MOST_LABELS: Pt = 270.0
LEAST_NUMBERS: Pt = 46.0
MOST_NUMBERS: Pt = 112.0
MOST_GROUP: Pt = 180.0
LEAST_LETTERS: Pt = 20.0
LINES_OF_HEADS = 3
COUNT = "#,##0"
"""How Excel writes whole respondents; others with a decimal."""


@frozen
class _Column:
    """A column of the table and its places on the sheet; letters: None where no tests are told."""

    banner: BannerColumn
    index: int
    number: int
    letters: int | None
    begins_group: bool


def question_sheet(table: BannerTable, name: str, *, draft: str, back: tuple[str, str], measures: Measures) -> Sheet:
    """The sheet of a table. draft: that it is none, or nothing.

    back: the words that lead to the contents, and the name of their sheet.
    """
    columns = tuple(_columns(table))
    page = Page(measures, list(_widths(table, columns, measures)))
    page.text(table.topic.text.text, Look.TITLE)
    if draft:
        page.text(draft, Look.DRAFT)
    page.text(table.wording.text.text, Look.TEXT)
    page.text(table.base.text.text, Look.TEXT)
    page.put(TextCell(page.row, 0, back[0], Look.LINK, link=back[1]))
    page.row += 2
    first_of_head = page.row
    _put_head(page, table, columns)
    below_head = page.row
    _put_bases(page, table, columns)
    _put_rows(page, table, columns, measures.language)
    _put_scores(page, table, columns)
    page.row += 1
    for note in table.notes:
        page.text(note.text.text, Look.NOTE)
    return Sheet(
        name, tuple(page.cells), tuple(page.widths), page.heights, (below_head, 1), (first_of_head, below_head - 1)
    )


def _columns(table: BannerTable) -> Iterator[_Column]:
    place = 1
    for group in table.groups:
        for column in group.columns:
            letters = place + 1 if group.is_tested else None
            index = table.columns.index(column)
            yield _Column(column, index, place, letters, begins_group=column is group.columns[0])
            place = (letters or place) + 1


# -------------------------------------------------------------------------------------------------------------- widths


def _widths(table: BannerTable, columns: tuple[_Column, ...], measures: Measures) -> Iterator[Pt]:
    labels = [
        *((row.label.text, Look.NET_LABEL if row.is_net else Look.LABEL) for row in table.rows),
        *((row.label.text, Look.BASE_LABEL) for row in table.bases),
        *((row.label.text, Look.NET_LABEL if row.is_score else Look.LABEL) for row in table.scores),
        (table.share.text.text, Look.HEAD_OF_LABELS),
    ]
    widest = max(measures.width(text, look) for text, look in labels)
    yield min(MOST_LABELS, max(LEAST_LABELS, widest))
    for group in table.groups:
        own = [column for column in columns if column.banner in group.columns]
        widths = [width for column in own for width in _widths_of_column(table, column, measures)]
        name = measures.wrapped_width(group.text.text, Look.GROUP, lines=1, most=MOST_GROUP)
        lacking = max(0.0, name - sum(widths))
        yield from (width + lacking / len(widths) for width in widths)


def _widths_of_column(table: BannerTable, column: _Column, measures: Measures) -> Iterator[Pt]:
    """The width of its numbers, then that of its letters."""
    texts = [*_shown(table, column.index, measures.language), column.banner.letter]
    head = measures.wrapped_width(column.banner.text.text, Look.HEAD, lines=LINES_OF_HEADS, most=MOST_NUMBERS)
    yield max(LEAST_NUMBERS, head, measures.widest(texts, Look.NET_VALUE))
    if column.letters is not None:
        marks = [row.cells[column.index].letters for row in table.rows]
        marks += [row.cells[column.index].letters for row in table.scores]
        yield max(LEAST_LETTERS, measures.widest(marks, Look.NET_LETTERS))


def _shown(table: BannerTable, index: int, language: Language) -> Iterator[str]:
    """The numbers of a column as a reader sees them."""
    for row in table.rows:
        cell = row.cells[index]
        number = cell.number
        yield cell.text if number is None else percent(Share(number), table.decimals, language).text
    for score in table.scores:
        own = score.cells[index]
        yield own.text if own.number is None else _score_text(own.number, score, language)
    for base in table.bases:
        found = base.cells[index]
        if found.number is None:
            yield found.text
        else:
            yield f"{_base_text(found.number, language, is_counted=base.is_counted)}{'*' if found.is_low else ''}"


def _score_text(number: Number, row: ScoreRow, language: Language) -> str:
    return (signed_number if row.is_signed else plain_number)(number, row.decimals, language)


def _base_text(number: float, language: Language, *, is_counted: bool) -> str:
    return count(int(number), language) if is_counted else decimal_text(round_half_up(number, 1), 1, language)


# ---------------------------------------------------------------------------------------------------------------- rows


def _put_head(page: Page, table: BannerTable, columns: tuple[_Column, ...]) -> None:
    """The names of groups, those of columns, and the letters of these where tests are told."""
    page.put(TextCell(page.row, 0, "", Look.GROUP))
    for group in table.groups:
        own = [column for column in columns if column.banner in group.columns]
        last = own[-1].letters or own[-1].number
        across = last - own[0].number + 1
        page.put(TextCell(page.row, own[0].number, group.text.text, Look.GROUP, across=across, begins_group=True))
    page.row += 1
    is_tested = any(group.is_tested for group in table.groups)
    page.put(TextCell(page.row, 0, table.share.text.text, Look.HEAD_OF_LABELS))
    for column in columns:
        _put_head_cell(page, column, column.banner.text.text)
    page.row += 1
    if is_tested:
        page.put(TextCell(page.row, 0, table.letter_head.text.text, Look.LETTER_HEAD))
        for column in columns:
            _put_head_cell(page, column, column.banner.letter)
        page.row += 1


def _put_head_cell(page: Page, column: _Column, text: str) -> None:
    page.put(TextCell(page.row, column.number, text, Look.HEAD, begins_group=column.begins_group))
    if column.letters is not None:
        page.put(TextCell(page.row, column.letters, "", Look.HEAD))


def _put_bases(page: Page, table: BannerTable, columns: tuple[_Column, ...]) -> None:
    for row in table.bases:
        page.put(TextCell(page.row, 0, row.label.text, Look.BASE_LABEL))
        for column in columns:
            page.put(_base_cell(page.row, column, row, row.cells[column.index]))
            if column.letters is not None:
                page.put(TextCell(page.row, column.letters, "", Look.BASE_VALUE))
        page.row += 1


def _base_cell(row: int, column: _Column, base: BaseRow, cell: BaseCell) -> SheetCell:
    if cell.number is None:
        return TextCell(row, column.number, cell.text, Look.BASE_VALUE, begins_group=column.begins_group)
    return NumberCell(
        row,
        column.number,
        cell.number,
        count_format(is_counted=base.is_counted, is_low=cell.is_low),
        Look.BASE_VALUE,
        begins_group=column.begins_group,
    )


def count_format(*, is_counted: bool = True, is_low: bool = False) -> str:
    """How Excel shows how many a column has; of few with the sign for it."""
    return f"{COUNT}{'' if is_counted else '.0'}{chr(34) + '*' + chr(34) if is_low else ''}"


def _put_rows(page: Page, table: BannerTable, columns: tuple[_Column, ...], language: Language) -> None:
    written = format_of_shares(table.decimals, language)
    nearly = format_of_shares(table.decimals, language, is_close_to_all=True)
    for row in table.rows:
        label, value, letters = (
            (Look.NET_LABEL, Look.NET_VALUE, Look.NET_LETTERS) if row.is_net else (Look.LABEL, Look.VALUE, Look.LETTERS)
        )
        page.put(TextCell(page.row, 0, row.label.text, label))
        for column in columns:
            cell = row.cells[column.index]
            share = cell.cell.share
            is_nearly_all = share is not None and is_nearly_whole(share, table.decimals)
            page.put(_share_cell(page.row, column, cell, nearly if is_nearly_all else written, value))
            if column.letters is not None:
                page.put(TextCell(page.row, column.letters, cell.letters, letters))
        page.row += 1


def _put_scores(page: Page, table: BannerTable, columns: tuple[_Column, ...]) -> None:
    of_score, of_measure = (Look.NET_LABEL, Look.NET_VALUE, Look.NET_LETTERS), (Look.LABEL, Look.VALUE, Look.LETTERS)
    for row in table.scores:
        label, value, letters = of_score if row.is_score else of_measure
        written = format_of_scores(row.decimals, is_signed=row.is_signed)
        page.put(TextCell(page.row, 0, row.label.text, label))
        for column in columns:
            cell = row.cells[column.index]
            page.put(_score_cell(page.row, column, cell, written, value))
            if column.letters is not None:
                page.put(TextCell(page.row, column.letters, cell.letters, letters))
        page.row += 1


def _score_cell(row: int, column: _Column, cell: ScoreCell, written: str, look: Look) -> SheetCell:
    if cell.number is None:
        return TextCell(row, column.number, cell.text, look, begins_group=column.begins_group)
    return NumberCell(row, column.number, cell.number, written, look, cell=cell.cell, begins_group=column.begins_group)


def format_of_scores(decimals: int, *, is_signed: bool) -> str:
    """How Excel shows a score: a net promoter score with its sign, "0" without one."""
    digits = f"0.{'0' * decimals}" if decimals else "0"
    return f'+{digits};"{MINUS}"{digits};{digits}' if is_signed else f'#,##{digits};"{MINUS}"#,##{digits}'


def _share_cell(row: int, column: _Column, cell: BannerCell, written: str, look: Look) -> SheetCell:
    if cell.number is None:
        return TextCell(row, column.number, cell.text, look, begins_group=column.begins_group)
    return NumberCell(
        row, column.number, cell.number, written, look, cell=cell.cell.id, begins_group=column.begins_group
    )


def format_of_shares(decimals: int, language: Language, *, is_close_to_all: bool = False) -> str:
    """How Excel shows a share: as it is printed, "< 1 %" above zero and under half a unit, "> 99 %" within it of all.

    Excel knows two limits in a format: one that is nearly the whole has a format of its own. A further section for what
    is negative is none: there are no such shares.
    """
    written = share_format(decimals, language)
    if is_close_to_all:
        half_below = f"0.99{'9' * decimals}5"
        most = percent(Share((float(half_below) + 1) / 2), decimals, language).text
        return f'[>=1]{written};[>={half_below}]"{most}";{written}'
    half_unit = f"0.{'0' * (decimals + 2)}5"
    least = percent(Share(float(half_unit) / 2), decimals, language).text
    return f'[=0]{written};[<{half_unit}]"{least}";{written}'
