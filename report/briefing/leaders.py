"""Who leads: the cells that share the first place for certain; what was not published may lie above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from report.statistics.letters import LEAST_BASE
from report.statistics.low_base import is_few
from report.survey.model import ColumnId, Question, QuestionType
from report.tables.model import Cell, CellState, Table, sign_of_shares
from report.units import Share, sign_of_difference, total


def leaders(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The published cells that share the first place, in order; none where bounds leave open who does."""
    shares = [(cell, cell.share) for cell in cells if cell.share is not None]
    if not shares:
        return ()
    first, _ = max(shares, key=lambda found: found[1])
    signs = [(cell, 0 if cell is first else sign_of_shares(cell, first)) for cell, _ in shares]
    if any(sign is None for _, sign in signs):
        return ()
    return tuple(cell for cell, sign in signs if sign == 0)


def may_be_led(leading: Cell, question: Question, table: Table, columns: Iterable[ColumnId]) -> bool:
    """Whether an unpublished answer of the columns may lie above, or beside, the published one that leads them.

    Of several answers any may; of one answer each as long as the published ones leave room for such a share.
    """
    if leading.share is None:
        return True
    for column in columns:
        cells = [table.cell(answer.id, column) for answer in question.answers if answer.is_asked]
        shares = [cell.share for cell in cells if cell.share is not None]
        if not any(cell.state is CellState.NOT_PUBLISHED and _is_step(cell, question) for cell in cells):
            continue
        if not shares or question.type is QuestionType.MULTIPLE:
            return True
        rounding = sum((share.rounding for share in (*shares, leading.share)), Decimal(0))
        filled = sum((*shares, leading.share), Share(Decimal(0)))
        if sign_of_difference(total(filled.fraction, -rounding), Decimal(1)) != 1:
            return True
    return False


def on_few(table: Table, column: ColumnId) -> tuple[Cell, ...]:
    """The published answers and nets of a column whose own n is too small, where others stand on enough."""
    published = [cell for cell in (table.cell(name, column) for name in table.answers) if cell.share is not None]
    few = tuple(cell for cell in published if _is_on_few(cell))
    return few if len(few) < len(published) else ()


def _is_on_few(cell: Cell) -> bool:
    n, effective = cell.bases.unweighted, cell.bases.effective
    return n is not None and is_few(n, n if effective is None else effective, LEAST_BASE)


def _is_step(cell: Cell, question: Question) -> bool:
    return question.answer(cell.id.answer).role.is_step
