"""Sums over the published answers of a question, and what they tell of how it was asked."""

from __future__ import annotations

from decimal import Decimal

from report.briefing.model import Briefing
from report.briefing.model.prose import Figure
from report.language.numbers import percent
from report.survey.model import ColumnId, Question
from report.tables.model import Table
from report.units import Share


def sum_of_answers(question: Question, briefing: Briefing) -> Figure:
    """The sum of the current wave's published answers, as it is printed."""
    table = briefing.tables.table(question.id)
    cells = [table.cell(answer.id, table.total) for answer in question.answers]
    text = percent(published_sum(question, table, table.total), question.decimals, briefing.language).text
    return Figure(text, tuple(cell.id for cell in cells if cell.share), expression=f"sum({question.id})")


def published_sum(question: Question, table: Table, column: ColumnId) -> Share:
    """The sum of all published answers of a column, nets left aside; above 1 where several could be given."""
    cells = [table.cell(answer.id, column) for answer in question.answers]
    return sum((cell.share for cell in cells if cell.share), Share(Decimal(0)))


def exceeds_whole(question: Question, table: Table, column: ColumnId) -> bool:
    """Whether a column's answers sum to more than rounding can explain: half a printed unit an answer."""
    return published_sum(question, table, column) > Share.of_percent(100 + _rounding(question, table, column))


def falls_short(question: Question, table: Table, column: ColumnId) -> bool:
    """Whether a column's answers sum to less than rounding can explain."""
    return published_sum(question, table, column) < Share.of_percent(100 - _rounding(question, table, column))


def _rounding(question: Question, table: Table, column: ColumnId) -> Decimal:
    published = [cell for answer in question.answers if (cell := table.cell(answer.id, column)).share]
    return Decimal(len(published)) * Decimal(5).scaleb(-question.decimals - 1)
