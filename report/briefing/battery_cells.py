"""The same answer of every question that shares a scale, as claims about a battery compare it."""

from __future__ import annotations

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.briefing.values import Refusal, refused_without, why_missing
from report.survey.model import CellId
from report.tables.model import Cell, CellState


def cells_of_battery(cell: Cell, facts: Facts) -> list[Cell] | Refusal:
    """The cell and those of its answer, or net, in the same column of all questions of its scale, in file order.

    A question that did not ask for it is left aside; one of which it was not published could have any share.
    """
    own = facts.survey.question(cell.id.question)
    questions = [question for question in facts.survey.questions if own.scale and question.scale == own.scale]
    if len(questions) < 2:
        return Refusal(StoryFault.WRONG_ARGUMENT, f'"{own.id}" shares no scale with another question')
    found = []
    for question in questions:
        table = facts.tables.table(question.id)
        if cell.id.answer not in table.answers:
            message = f'"{question.id}" is of the same scale and has no "{cell.id.answer}"'
            return Refusal(StoryFault.WRONG_ARGUMENT, message, hint="compare the questions one by one")
        other = table.cell(cell.id.answer, cell.id.column)
        if other.state is CellState.NOT_ASKED:
            continue
        if other.share is None:
            name = name_of(CellId(question.id, cell.id.answer, cell.id.column), facts.survey)
            message = f"the questions of this scale have no order: {name} {why_missing(other)}"
            return refused_without(other, message, hint="compare the published ones one by one")
        found.append(other)
    return found
