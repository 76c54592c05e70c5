"""Answers that were not offered in every wave: nobody of many gave them there, and elsewhere many did.

year   news                                   2022: 0 of 600 online; 2024: 258 of 600
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from report.respondents.model import Code
from report.respondents.profiles import Profile
from report.survey.draft.bases import Filling
from report.survey.draft.model import DraftedAnswer, DraftedQuestion, DraftedWave
from report.survey.draft.values import code_of

LEAST_EXPECTED = 10.0
"""Answers that a wave would have if it were as the others, of which none is no chance: one in 20,000 (Poisson)."""

_Counts = Mapping[str, Mapping[str, int]]
"""How many gave each answer, by wave and code."""


def with_waves(
    questions: Sequence[DraftedQuestion],
    waves: Sequence[DraftedWave],
    column: str,
    profiles: Sequence[Profile],
    filling: Filling,
) -> tuple[DraftedQuestion, ...]:
    """The questions, with answers that a wave had not marked as not asked there. column: tells the waves."""
    by_name = {profile.variable.name: profile for profile in profiles}
    single = [each for each in questions if each.column and not (each.separator or each.scale)]
    if len(waves) < 2 or not single:
        return tuple(questions)
    columns = [each.column for each in single if each.column]
    codes = [code for code, _ in by_name[column].values]
    counts: dict[str, dict[str, dict[str, int]]] = {name: {} for name in columns}
    for wave in waves:
        others: list[Code] = [code for code in codes if code_of(code) not in wave.codes]
        for name, rows in filling(columns, {column: others}).items():
            counts[name][wave.id] = {code_of(value) or "": own[column] for value, _, own in rows if value is not None}
    drafted = {each.id: _marked(each, waves, counts[each.column or ""]) for each in single}
    return tuple(drafted.get(each.id, each) for each in questions)


def _marked(question: DraftedQuestion, waves: Sequence[DraftedWave], counts: _Counts) -> DraftedQuestion:
    answers = [_marked_answer(answer, question, waves, counts) for answer in question.answers]
    return replace(question, answers=tuple(answers))


def _marked_answer(
    answer: DraftedAnswer, question: DraftedQuestion, waves: Sequence[DraftedWave], counts: _Counts
) -> DraftedAnswer:
    known = [code for each in question.answers for code in each.codes]
    bases = {wave.id: sum(counts[wave.id].get(code, 0) for code in known) for wave in waves}
    given = {wave.id: sum(counts[wave.id].get(code, 0) for code in answer.codes) for wave in waves}
    n_elsewhere = sum(bases[wave] for wave, n in given.items() if n) or 1
    share = sum(given.values()) / n_elsewhere
    lacking = [wave.id for wave in waves if not given[wave.id] and bases[wave.id] * share >= LEAST_EXPECTED]
    if not lacking:
        return answer
    said = f"TODO nobody gave it in {', '.join(lacking)}: was it not offered there?"
    earlier = tuple(wave for wave in lacking if wave != waves[-1].id)
    comment = f"{answer.comment}; {said}" if answer.comment else said
    return replace(answer, is_of_earlier=waves[-1].id in lacking, not_asked=earlier, comment=comment)
