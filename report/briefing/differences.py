"""How far apart answers lie between columns: the widest gap of groups, the largest change between waves.

                 small  large
    own             46     57      11 points       the widest difference of the question is that of everyone,
    cross           32     36       4              14 points, whichever column has more
    everyone        21      7      14

It is known only where every regular answer that was asked was published in every column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.briefing.values import Refusal, Value, refused_without, why_missing
from report.frozen import frozen
from report.survey.model import AnswerRole, ColumnId, Question
from report.tables.model import Cell, CellState, sign_of_shares
from report.units import Between, PercentagePoints, Quantity, Share, sign_of_difference


def rows_of(question: Question, columns: Sequence[ColumnId], facts: Facts) -> list[list[Cell]] | Refusal:
    """The regular answers of a question in file order, each with its cells in the columns that asked for it."""
    table, rows = facts.tables.table(question.id), []
    for answer in question.answers:
        if answer.role is not AnswerRole.REGULAR:
            continue
        cells = [table.cell(answer.id, column) for column in columns]
        row = [cell for cell in cells if cell.state is not CellState.NOT_ASKED]
        hidden = next((cell for cell in row if cell.share is None), None)
        if hidden and len(row) > 1:
            name = name_of(hidden.id, facts.survey)
            message = f'nobody can say which difference of "{question.id}" is the largest: {name} {why_missing(hidden)}'
            return refused_without(hidden, message, hint="compare the published answers one by one")
        rows.append(row)
    return [row for row in rows if len(row) > 1]


def widest(rows: Sequence[Sequence[Cell]]) -> Value | Refusal:
    """The largest difference of two cells in one row, the smaller subtracted; of equal ones the first."""
    return _largest([difference for row in rows for difference in _differences(row)])


def ends_of_widest(rows: Sequence[Sequence[Cell]]) -> tuple[Cell, Cell] | None:
    """The largest and the smallest cell of the row that lies widest apart; None unless all three are one for sure."""
    found = [difference for row in rows if len(row) > 1 for difference in _differences(row)]
    best = max(found, key=lambda difference: difference.points, default=None)
    if best is None or not best.is_certain or sign_of_difference(best.points, Decimal(0)) != 1:
        return None
    row = next(row for row in rows if best.more in row)
    between = [_fraction(cell) for cell in row if cell not in (best.more, best.less)]
    orders = [sign_of_difference(best.points, other.points) for other in found if other is not best]
    orders += [sign_of_difference(_fraction(best.more), fraction) for fraction in between]
    orders += [sign_of_difference(fraction, _fraction(best.less)) for fraction in between]
    return (best.more, best.less) if all(order == 1 for order in orders) else None


def rise(rows: Sequence[Sequence[Cell]]) -> Value | Refusal:
    """The largest difference of the second cell of a row and its first; below zero where all fell."""
    return _largest([_signed(later, earlier) for earlier, later in rows])


def fall(rows: Sequence[Sequence[Cell]]) -> Value | Refusal:
    """The largest difference of the first cell of a row and its second; below zero where all rose."""
    return _largest([_signed(earlier, later) for earlier, later in rows])


def _largest(found: Sequence[_Difference]) -> Value | Refusal:
    if not found:
        return Refusal(StoryFault.TOO_FEW_ANSWERS, "there are no two columns in which one answer could be compared")
    best = max(found, key=lambda difference: difference.points)
    others = (other for other in found if other is not best)
    rival = next((other for other in others if sign_of_difference(best.points, other.points) not in (0, 1)), None)
    if rival or not best.is_certain:
        return _no_order(best, rival or best)
    decimals = max(best.more.decimals, best.less.decimals)
    return Value(PercentagePoints(best.points), (best.more, best.less), decimals)


@frozen
class _Difference:
    """How many percentage points one cell has more than another; is_certain: it is known which of the two has more."""

    more: Cell
    less: Cell
    points: Quantity
    is_certain: bool

    @classmethod
    def of(cls, more: Cell, less: Cell, *, is_certain: bool) -> _Difference:
        """The first cell less the second."""
        return cls(more, less, (Share(_fraction(more)) - Share(_fraction(less))).points, is_certain)


def _differences(row: Sequence[Cell]) -> Iterator[_Difference]:
    """That of the largest and the smallest cell of a row; where bounds leave open which these are, of all that may be.

    Differences of one row share cells, so that their bounds overlap even where one is certainly the larger.
    """
    most, least = _certain_end(row, sign=1), _certain_end(row, sign=-1)
    if most and least:
        yield _Difference.of(most, least, is_certain=True)
        return
    for one, other in combinations(_outermost(row), 2):
        is_certain = sign_of_shares(one, other) is not None
        either_way = [_Difference.of(*cells, is_certain=is_certain) for cells in ((one, other), (other, one))]
        yield max(either_way, key=lambda difference: difference.points)


def _signed(more: Cell, less: Cell) -> _Difference:
    is_certain = sign_of_shares(more, less) is not None
    return _Difference.of(more, less, is_certain=is_certain)


def _certain_end(row: Sequence[Cell], *, sign: int) -> Cell | None:
    """The first cell that none of the others passes for certain, upwards (1) or downwards (-1)."""
    signs = ((cell, [sign_of_shares(cell, other) for other in row if other is not cell]) for cell in row)
    return next((cell for cell, found in signs if all(each in (0, sign) for each in found)), None)


def _outermost(row: Sequence[Cell]) -> list[Cell]:
    """The cells of which two can be the farthest apart: largest and smallest, and those below a bound."""
    exact = [cell for cell in row if not isinstance(_fraction(cell), Between)]
    between = sorted(exact, key=_fraction)[1:-1]
    return [cell for cell in row if cell not in between]


def _fraction(cell: Cell) -> Quantity:
    assert cell.share is not None, "rows have published cells only"
    return cell.share.fraction


def _no_order(best: _Difference, other: _Difference) -> Refusal:
    names = dict.fromkeys(f"{each.more.id.question}.{each.more.id.answer}" for each in (best, other))
    message = f"nobody can say where the difference is the largest, at {' or '.join(names)}"
    note = "one of the figures was published as less than a bound"
    return Refusal(StoryFault.NO_ORDER, message, (note,), "compare the answers that have an order one by one")
