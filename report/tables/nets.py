"""Nets that nobody published, as far as they follow from what was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.survey.model import CellId, ColumnId, Question
from report.tables.model import Cell, CellState, Table, sum_of


def computed_nets(question: Question, table: Table) -> Iterator[tuple[CellId, Cell]]:
    """The cells of nets without a published percentage that are the sum of their answers, by id.

    They are where answers exclude each other and all of a net were published as numbers in the column; not before a
    break of the question, where several answers may have been allowed, nor where rounding takes them above the whole.
    """
    if not question.type.adds_up:
        return
    for net in question.nets:
        for column in (column.id for banner in table.banners for column in banner.columns):
            cell = table.cell(net.id, column)
            total = sum_of(net.answers, column, table)
            if cell.share is None and total and _is_like_current(column, table):
                yield cell.id, replace(cell, state=CellState.COMPUTED, value=total)


def _is_like_current(column: ColumnId, table: Table) -> bool:
    """Whether no break of the whole question lies between a column and the current wave."""
    breaks = [found for found in table.breaks if found.answer is None]
    return not any(table.sides(found, [column, table.total]) for found in breaks)
