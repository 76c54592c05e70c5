"""Divides a table that has more columns than a page is wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.document.model import Paragraph, Table, TableRow, continued, counted
from report.language.model import Words
from report.tables.model import CellState

MOST_COLUMNS = 8
"""Columns that a table has room for; a question with more of them gets a further table."""


def as_wide_as_fits(table: Table, words: Words) -> Iterator[Table]:
    """The table, or its columns in groups that one table holds, each with the caption and the labels."""
    n_columns = len(table.head.cells)
    groups = [range(first, min(first + MOST_COLUMNS, n_columns)) for first in range(0, n_columns, MOST_COLUMNS)]
    if len(groups) == 1:
        yield table
        return
    for number, group in enumerate(groups, start=1):
        yield _part(table, group, _caption(table, number, len(groups), words))


def _caption(table: Table, number: int, parts: int, words: Words) -> Paragraph:
    """The caption with the number of the part, which is repeated where the part goes on."""
    text = continued(table.caption.id, table.caption.text, words).settled(counted(number, parts))
    return replace(table.caption, text=text, continued=continued(table.caption.id, text, words))


def _part(table: Table, group: range, caption: Paragraph) -> Table:
    part = table.taking(group)
    return replace(part, caption=caption, rows=tuple(row for row in part.rows if _says_something(row)))


def _says_something(row: TableRow) -> bool:
    """Whether the row belongs to the group: an answer that was asked, a net or base of which something came out."""
    states = {cell.state for cell in row.cells}
    if row.is_net:
        return CellState.PUBLISHED in states
    if row.is_base:
        return states != {CellState.NOT_PUBLISHED}
    return states != {CellState.NOT_ASKED}
