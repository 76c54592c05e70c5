"""Nets that nobody published, as far as they follow from what was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.survey.model import CellId, ColumnId, Question
from report.tables.model import Cell, CellState, Flag, Table, sum_of
from report.units import Between, is_above_whole


def computed_nets(question: Question, table: Table) -> Iterator[tuple[CellId, Cell]]:
    """The cells of nets without a published percentage that are the sum of their answers, by id.

    Where that is unknown although every answer was published, one of them as "<1", the cell has a flag.
    They are where answers exclude each other and all of a net were published as numbers in the column, on both sides
    of a break like the answers themselves; not where the column's answers do not add up to one whole.
    """
    if not question.type.adds_up:
        return
    for net in question.nets:
        for column in (column.id for banner in table.banners for column in banner.columns):
            cell = table.cell(net.id, column)
            total = sum_of(net.answers, column, table)
            shares = [table.cell(answer, column).share for answer in net.answers]
            if cell.share is not None or not _adds_up(question, column, table):
                continue
            if total:
                yield cell.id, replace(cell, state=CellState.COMPUTED, value=total)
            elif all(shares) and any(share and isinstance(share.fraction, Between) for share in shares):
                yield cell.id, replace(cell, flags=(Flag.SUM_UNKNOWN,))


def _adds_up(question: Question, column: ColumnId, table: Table) -> bool:
    """Whether the answers of a column can be parts of one whole; before a break several may have been allowed."""
    shares = [table.cell(answer.id, column).share for answer in question.answers]
    return not is_above_whole([share for share in shares if share and not isinstance(share.fraction, Between)])
