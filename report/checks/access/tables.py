"""Tables that can be read cell by cell: with a row of heads, and without merged or empty cells."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.checks.rule import Found, Rule
from report.diagnostics import Severity
from report.ooxml.elements import NAMESPACES
from report.presentations.deck import Deck, is_on, whole_number
from report.presentations.shapes import each_shape, name_of, table_of, text_of


def _tables(deck: Deck) -> Iterator[tuple[str, str, etree._Element]]:
    """Each table after its slide's part and its name."""
    for part, shape in each_shape(deck):
        table = table_of(shape)
        if table is not None:
            yield part, name_of(shape), table


def _header(deck: Deck) -> Iterator[Found]:
    for part, name, table in _tables(deck):
        if not is_on(table.find("a:tblPr", NAMESPACES), "firstRow"):
            yield Found("the table has no row of heads", part, name)


def _merged(deck: Deck) -> Iterator[Found]:
    for part, name, table in _tables(deck):
        cells = table.findall("a:tr/a:tc", NAMESPACES)
        count = sum(max(whole_number(cell, "gridSpan", 1), whole_number(cell, "rowSpan", 1)) > 1 for cell in cells)
        if count:
            yield Found(f"{count} cells of the table are merged of several", part, name)


def _empty(deck: Deck) -> Iterator[Found]:
    for part, name, table in _tables(deck):
        cells = [(row, column, cell) for row, cells in enumerate(table.iterfind("a:tr", NAMESPACES), start=1)
                 for column, cell in enumerate(cells.iterfind("a:tc", NAMESPACES), start=1)]  # fmt: skip
        empty = [(row, column) for row, column, cell in cells if not text_of(cell) and not _is_covered(cell)]
        if empty:
            row, column = empty[0]
            where = f"cell {column} of row {row} is empty"
            yield Found(where + (f", and {len(empty) - 1} more" if empty[1:] else ""), part, name)


def _is_covered(cell: etree._Element) -> bool:
    """Whether another cell is merged over it."""
    return is_on(cell, "hMerge") or is_on(cell, "vMerge")


RULES = (
    Rule("table-header", _header, "mark the first row as header row (Table Design)"),
    Rule("table-merged", _merged, "split them, and write what they say into each row", Severity.WARNING),
    Rule("table-empty-cell", _empty, "write why there is nothing, if only a dash", Severity.WARNING),
)
