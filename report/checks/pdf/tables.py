"""Tables that can be read cell by cell: heads are heads, once, and say of what; rows have the same cells."""

from __future__ import annotations

from collections.abc import Iterator

from report.checks.pdf.rule import Found, Rule
from report.checks.pdf.text import letters, text_of, told
from report.diagnostics import shortened
from report.pdfs.model import Content, Element, Pdf

HEAD, CELL, ROW = "TH", "TD", "TR"
LONGEST_ROW = 2000
"""Columns that a cell may span."""


def _tables(pdf: Pdf) -> Iterator[Element]:
    return (element for element in pdf.elements() if element.type == "Table")


def _rows(table: Element) -> list[Element]:
    return [element for element in table.each() if element.type == ROW]


def _cells(row: Element) -> list[Element]:
    return [element for element in row.elements if element.type in (HEAD, CELL)]


def _no_heads(pdf: Pdf) -> Iterator[Found]:
    texts = told(pdf)
    for table in _tables(pdf):
        if not any(element.type == HEAD for element in table.each()):
            yield Found.at(table, "it has no heads (TH)")
            continue
        for row in _rows_of_heads(table):
            yield from _half(row, texts)


def _half(row: Element, texts: dict[Content, str]) -> Iterator[Found]:
    """A row of heads in which a cell is none; the corner may be empty."""
    for cell in _cells(row):
        text = text_of(cell, texts)
        if cell.type == CELL and letters(text):
            yield Found.at(cell, f'"{shortened(text)}" stands in a row of heads, and is none')


def _rows_of_heads(table: Element) -> Iterator[Element]:
    """The rows in the head of a table, and others most of whose cells are heads."""
    in_head = {row.number for part in table.each() if part.type == "THead" for row in _rows(part)}
    for row in _rows(table):
        cells = _cells(row)
        if row.number in in_head or (len(cells) > 1 and sum(cell.type == HEAD for cell in cells) > len(cells) / 2):
            yield row


def _no_scope(pdf: Pdf) -> Iterator[Found]:
    texts = told(pdf)
    for table in _tables(pdf):
        if any("Headers" in cell.attributes for cell in table.each() if cell.type == CELL):
            continue
        for cell in table.each():
            if cell.type == HEAD and cell.attributes.get("Scope") not in ("Row", "Column", "Both"):
                yield Found.at(cell, f'the head "{shortened(text_of(cell, texts))}" does not say of what it is (Scope)')


def _heads_twice(pdf: Pdf) -> Iterator[Found]:
    texts = told(pdf)
    for table in _tables(pdf):
        seen: set[str] = set()
        for row in _rows_of_heads(table):
            text = "\n".join(letters(text_of(cell, texts)) for cell in _cells(row))
            if text.strip() and text in seen:
                yield Found.at(row, "its heads are those of an earlier row of the table")
            seen.add(text)


def _ragged(pdf: Pdf) -> Iterator[Found]:
    for table in _tables(pdf):
        widths = _widths(table)
        usual = max(set(widths), key=widths.count, default=0)
        for row, width in zip(_rows(table), widths, strict=True):
            if width != usual:
                columns = "a column" if width == 1 else f"{width} columns"
                yield Found.at(row, f"it has cells for {columns}, and the table has {usual}")


def _widths(table: Element) -> list[int]:
    """The columns that each row fills; a cell over several rows counts in each of them."""
    widths, reaching_down = list[int](), list[tuple[int, int]]()
    for row in _rows(table):
        spans = [(_span(cell, "ColSpan"), _span(cell, "RowSpan")) for cell in _cells(row)]
        widths.append(sum(columns for columns, _ in spans) + sum(columns for columns, _ in reaching_down))
        lasting = [*reaching_down, *spans]
        reaching_down = [(columns, rows - 1) for columns, rows in lasting if rows > 1]
    return widths


def _span(cell: Element, key: str) -> int:
    value = cell.attributes.get(key, "")
    return max(1, min(int(value), LONGEST_ROW)) if value.isdecimal() else 1


RULES = (
    Rule("pdf-table-heads", _no_heads, "tag the cells that head a column or row as TH"),
    Rule("pdf-table-scope", _no_scope, "give each TH the Scope Column or Row"),
    Rule("pdf-table-heads-twice", _heads_twice, "mark heads that a page repeats as artifacts"),
    Rule("pdf-table-cells", _ragged, "give each row a cell for each column, or say ColSpan and RowSpan"),
)
