"""Which shares of an expression add up to a share."""

from __future__ import annotations

from report.briefing.faults import StoryFault
from report.briefing.values import Refusal, Value
from report.survey.model import ColumnId, Question, Survey
from report.tables.model import Cell


def refused_sum(left: Value, right: Value, survey: Survey) -> Refusal | None:
    """Why the sum of two shares is not a share, or None where it is one.

    It is one if both are made of different answers of one column of a question whose answers exclude each other.
    """
    one, other = _column(left.cells), _column(right.cells)
    if not one or not other:
        return None
    if one != other:
        message = "shares add up within one question and one wave only"
        return Refusal(StoryFault.MIXED_SUM, message, hint="subtract to compare: a - b is in percentage points")
    question = survey.question(left.cells[0].id.question)
    if not question.type.adds_up:
        message = f'"{question.id}" is multiple choice: the sum of its answers is no share of the respondents'
        return Refusal(StoryFault.SUM_OF_MULTIPLE, message)
    twice = [answer for answer in _answers(left, question) if answer in _answers(right, question)]
    if twice:
        return Refusal(StoryFault.MIXED_SUM, f'"{twice[0]}" is counted twice in this sum')
    return None


def _column(cells: tuple[Cell, ...]) -> tuple[str, ColumnId] | None:
    """What the cells of a value have in common: question and column; None for a written number."""
    return (cells[0].id.question, cells[0].id.column) if cells else None


def _answers(value: Value, question: Question) -> tuple[str, ...]:
    """The answers a value is made of, a net taken as what it holds together."""
    nets = {net.id: net.answers for net in question.nets}
    return tuple(answer for cell in value.cells for answer in nets.get(cell.id.answer, (cell.id.answer,)))
