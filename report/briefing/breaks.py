"""Finds comparisons across a break: figures of two waves that are not comparable without restriction.

        w2013   w2014  //  w2016         a break between w2014 and w2016 of "teams"
own      24      35    //   49           teams.own beside teams.own.w2013 crosses it; teams.own.w2014 does not
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report.briefing.evaluation import Reading
from report.briefing.facts import name_of
from report.briefing.faults import StoryFault
from report.diagnostics import Diagnostic
from report.survey.model import CellId, Survey, Translated


@dataclass(frozen=True, slots=True)
class _Barrier:
    """A break of a question, or of one answer of it (`answer` is not None), between two waves."""

    question: str
    answer: str | None
    before: str
    after: str
    reason: Translated | None

    def side(self, cell: CellId, order: dict[str, int]) -> int:
        """-1 before the break, 1 after it, 0 for a cell that it does not concern."""
        if cell.question != self.question or self.answer not in (None, cell.answer):
            return 0
        if order[cell.wave] <= order[self.before]:
            return -1
        return 1 if order[cell.wave] >= order[self.after] else 0


def comparison_across_break(
    readings: Iterable[Reading], survey: Survey, *, language: str, hint: str
) -> Diagnostic | None:
    """The first fault among figures that stand together, at the one that brings in the other side of a break."""
    order = {wave.id: position for position, wave in enumerate(survey.waves)}
    barriers, seen = list(_barriers(survey)), list[Reading]()
    for reading in readings:
        for barrier in barriers:
            side = barrier.side(reading.cell.id, order)
            other = next((each for each in seen if side and barrier.side(each.cell.id, order) == -side), None)
            if other:
                return _fault(barrier, other, reading, survey=survey, language=language, hint=hint)
        seen.append(reading)
    return None


def _barriers(survey: Survey) -> Iterator[_Barrier]:
    for question in survey.questions:
        for each in question.breaks:
            yield _Barrier(question.id, None, each.before, each.after, each.reason)
        for answer in question.answers:
            if answer.break_between:
                yield _Barrier(question.id, answer.id, *answer.break_between, reason=None)


def _fault(
    barrier: _Barrier, first: Reading, second: Reading, *, survey: Survey, language: str, hint: str
) -> Diagnostic:
    names = f"{name_of(first.cell.id, survey)} and {name_of(second.cell.id, survey)}"
    notes = (f"reason of the break: {barrier.reason.text(language)}",) if barrier.reason else ()
    message = f"{names} stand on two sides of the break between {barrier.before} and {barrier.after}"
    return Diagnostic(StoryFault.ACROSS_BREAK, message, second.location, notes, hint)
