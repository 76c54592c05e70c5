"""Nets that nobody published, as far as they follow from what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from report.survey.model import CellId, ColumnId, Question
from report.tables.model import Cell, CellState, Table
from report.units import Between, Share, sign_of_difference

_WHOLE = Decimal(1)


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
            total = _sum(net.answers, column, table)
            if cell.share is None and total and _is_like_current(column, table):
                yield cell.id, replace(cell, state=CellState.COMPUTED, value=total)


def taken_together(answers: Sequence[str], question: Question, column: ColumnId, table: Table) -> Cell:
    """The cell of the net of exactly these answers: the survey's own, else their sum; an answer alone is itself.

    One that does not follow from what was published says so. The id of a sum names the answers ("agree+disagree").
    """
    own = next((net.id for net in question.nets if set(net.answers) == set(answers)), None)
    if own or len(answers) == 1:
        return table.cell(own or answers[0], column)
    first, total = table.cell(answers[0], column), _sum(answers, column, table)
    state = CellState.COMPUTED if total else CellState.NOT_PUBLISHED
    return replace(first, id=CellId(question.id, "+".join(answers), column), state=state, value=total)


def _sum(answers: Sequence[str], column: ColumnId, table: Table) -> Share | None:
    shares = [table.cell(answer, column).share for answer in answers]
    known = [share for share in shares if share and not isinstance(share.fraction, Between)]
    if not known or len(known) < len(shares):
        return None
    total = sum(known[1:], known[0])
    return None if sign_of_difference(total.fraction, _WHOLE) == 1 else total


def _is_like_current(column: ColumnId, table: Table) -> bool:
    """Whether no break of the whole question lies between a column and the current wave."""
    breaks = [found for found in table.breaks if found.answer is None]
    return not any(table.sides(found, [column, table.total]) for found in breaks)
