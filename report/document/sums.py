"""Sums over the published answers of a question, and what they tell of how it was asked."""

from __future__ import annotations

from decimal import Decimal

from report.briefing.model import Briefing
from report.briefing.model.prose import Figure
from report.frozen import frozen
from report.language.numbers import has_digits, is_nearly_whole, is_small, percent, round_half_up
from report.survey.model import ColumnId, Question
from report.tables.model import Table
from report.units import Between, Share, is_above_whole, is_below_whole

HUNDRED = Decimal(100)

PLACES = 9
"""Decimals of the bounds of a percentage that was not published itself."""


def sum_of_answers(question: Question, briefing: Briefing) -> Figure | None:
    """The sum of the current wave's published answers, as it is printed; None where it has no digits, or is nothing."""
    table = briefing.tables.table(question.id)
    cells = [table.cell(answer.id, table.total) for answer in question.answers]
    found = published_sum(question, table, table.total)
    if not found.drawn or not has_digits(found):
        return None
    text = percent(found, question.decimals, briefing.language).text
    return Figure(text, tuple(cell.id for cell in cells if cell.share), expression=f"sum({question.id})")


def published_sum(question: Question, table: Table, column: ColumnId) -> Share:
    """The sum of all published answers of a column, nets left aside; above 1 where several could be given."""
    cells = [table.cell(answer.id, column) for answer in question.answers]
    return sum((cell.share for cell in cells if cell.share), Share(Decimal(0)))


def differs_from_whole(question: Question, table: Table, column: ColumnId) -> bool:
    """Whether a column's numbers, as they are printed, are known not to sum to 100; not if a "<1" may make it up.

    Added unrounded, counted answers always come to the whole, up to the noise of floats.
    """
    printed = [_printed(share, question.decimals) for share in _shares(question, table, column)]
    return not sum(each.lower for each in printed) <= HUNDRED <= sum(each.upper for each in printed)


@frozen
class _Printed:
    """Between which percentages a printed one may lie: its digits, or the two that "<1" or ">99" lie between."""

    lower: Decimal
    upper: Decimal


def _printed(share: Share, decimals: int) -> _Printed:
    percentage = share.percent
    if isinstance(percentage, Between):
        return _Printed(round_half_up(percentage.lower, PLACES), round_half_up(percentage.upper, PLACES))
    if is_small(share, decimals):
        return _Printed(Decimal(0), Decimal(1).scaleb(-decimals))
    rounded = round_half_up(percentage, decimals)
    is_below = is_nearly_whole(share, decimals)
    return _Printed(rounded - Decimal(1).scaleb(-decimals) if is_below else rounded, rounded)


def tells_mode(question: Question, briefing: Briefing) -> bool:
    """Whether the current wave's sum tells how many answers were allowed.

    More than the whole only several can reach; the answers of a single choice sum to the whole, once all are known.
    """
    table = briefing.tables.table(question.id)
    if not question.type.adds_up:
        return exceeds_whole(question, table, table.total)
    cells = [table.cell(answer.id, table.total) for answer in question.answers if answer.is_asked]
    return all(cell.share is not None for cell in cells)


def exceeds_whole(question: Question, table: Table, column: ColumnId) -> bool:
    """Whether a column's answers sum to more than rounding can explain."""
    return is_above_whole(_shares(question, table, column))


def falls_short(question: Question, table: Table, column: ColumnId) -> bool:
    """Whether a column's answers sum to less than rounding can explain."""
    return is_below_whole(_shares(question, table, column))


def _shares(question: Question, table: Table, column: ColumnId) -> list[Share]:
    shares = (table.cell(answer.id, column).share for answer in question.answers)
    return [share for share in shares if share]
