"""Whether the answers that an author lists for an exhibit may stand in that order."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.faults import StoryFault
from report.diagnostics import Diagnostic, SourceText
from report.survey.model import Question


def out_of_order(answers: Sequence[SourceText], question: Question) -> list[Diagnostic]:
    """The fault of known answers that break the order of their question, or of a step behind what is none.

    The steps of a scale may be read from either end; a net stands wherever it is listed.
    """
    entries = {answer.id: place for place, answer in enumerate(question.answers)}
    listed = [answer for answer in answers if answer.text in entries]
    steps = [entries[each.text] for each in listed if question.answer(each.text).role.is_step]
    turn = -1 if question.keeps_order and steps[:1] > steps[-1:] else 1

    def place(answer: SourceText) -> tuple[int, int]:
        role, order = question.answer(answer.text).role, entries[answer.text]
        return role.lateness, (turn if role.is_step else 1) * order if question.keeps_order else 0

    right = sorted(listed, key=place)
    wrong = next(
        (position for position in range(1, len(listed)) if place(listed[position]) < place(listed[position - 1])), 0
    )
    if not wrong:
        return []
    before, answer = listed[wrong - 1], listed[wrong]
    is_step = question.answer(before.text).role.lateness == question.answer(answer.text).role.lateness
    why = (
        f'the answers of "{question.id}" keep their order' if is_step else f'"{before.text}" is no step and stands last'
    )
    message = f'"{answer.text}" is listed behind "{before.text}", and {why}'
    order = iter(right)
    names = [next(order).text if each.text in entries else each.text for each in answers]
    hint = f"write answers: [{', '.join(names)}]"
    return [Diagnostic(StoryFault.OUT_OF_ORDER, message, answer.at(0, len(answer.text)), hint=hint)]
