"""Whom questions were put to, by the rows in which they have no answer.

mgr   q3        every row with "yes" has an answer to q3, no other has: q3 was asked only of those, a `filter` says so
yes   often     where no question tells, a TODO asks who they were
no    blank
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from report.frozen import frozen
from report.respondents.model import Code
from report.respondents.profiles import Profile
from report.survey.draft.model import DraftedAnswer, DraftedQuestion, DraftedSegment
from report.survey.draft.texts import shortened_at_a_word
from report.survey.draft.values import code_of, is_unsaid
from report.survey.draft.words import Words
from report.survey.model.respondents import BLANK

FilledBy: TypeAlias = Mapping[str, Sequence[tuple[Code | None, int, Mapping[str, int]]]]
Filling: TypeAlias = Callable[[Sequence[str], Mapping[str, Sequence[Code]]], FilledBy]
"""How many rows have each value of some columns, and in how many of them other columns are filled."""

LEAST_NOT_ASKED, LEAST_BLANK = 0.05, 0.2
"""The share of the rows in which a question was not asked, or has nothing, for its base to be worth a word."""
LEAST_ROWS = 10
MOST_SILENT = 0.1
"""The share of those asked who may have said nothing, where everybody else has nothing."""
MOST_COLUMNS = 200
MOST_NAMED = 3
BASE_ROOM, TOPIC_ROOM, ANSWER_ROOM = 120, 40, 25


@frozen
class _Target:
    """A question that not all rows have an answer to. codes: of those not asked, and what stands for an empty cell.

    blanks: as survey.yaml names empty cells, and what programs write for them.
    """

    question: DraftedQuestion
    column: str
    codes: tuple[Code, ...]
    n_not_asked: int
    n_blank: int
    blanks: tuple[str, ...]


@frozen
class _Teller:
    """What divides respondents: a question (its id), or a segmentation (None). answers: by code."""

    column: str
    topic: str
    answers: Mapping[str, DraftedAnswer]
    id: str | None = None


def with_bases(
    questions: Sequence[DraftedQuestion],
    segments: Sequence[DraftedSegment],
    scales: Mapping[str, Sequence[DraftedAnswer]],
    profiles: Sequence[Profile],
    filling: Filling,
    words: Words,
) -> tuple[DraftedQuestion, ...]:
    """The questions, those that were not put to all with what is known of whom they were put to."""
    by_name = {profile.variable.name: profile for profile in profiles}
    targets = [target for each in questions if (target := _target(each, by_name))][:MOST_COLUMNS]
    if not targets:
        return tuple(questions)
    order = {name: place for place, name in enumerate(by_name)}
    tellers = sorted(_tellers(questions, segments, scales), key=lambda each: order[each.column])[:MOST_COLUMNS]
    filled = filling([each.column for each in tellers], {each.column: each.codes for each in targets})
    drafted: dict[str, DraftedQuestion] = {}
    for target in targets:
        before = [each for each in tellers if order[each.column] < order[target.column]]
        found = next(((each, asked) for each in before if (asked := _asked(target, each, filled[each.column]))), None)
        drafted[target.question.id] = _told(target, *found, words) if found else _untold(target, by_name, words)
    return tuple(drafted.get(each.id, each) for each in questions)


def _target(question: DraftedQuestion, by_name: Mapping[str, Profile]) -> _Target | None:
    column = question.column or question.answers[0].column if question.answers or question.column else None
    not_asked = question.missing.get("not_asked", ())
    if column is None or not (question.column or not_asked):
        return None
    profile = by_name[column]
    counts = {code: n for code, n in profile.values if code_of(code) in not_asked}
    silent = question.missing.get("no_answer", ())
    unsaid = {code: n for code, n in profile.values if is_unsaid(code) and code_of(code) in silent}
    n_blank = profile.n_blank + sum(unsaid.values()) if question.column or BLANK in not_asked else 0
    n_not_asked = sum(counts.values()) + (n_blank if BLANK in not_asked else 0)
    if n_not_asked + n_blank < max(LEAST_ROWS, LEAST_NOT_ASKED * profile.n_rows):
        return None
    blanks = ((BLANK,) if profile.n_blank or not unsaid else ()) + tuple(map(str, unsaid))
    return _Target(question, column, (*counts, *unsaid), n_not_asked, n_blank, blanks)


def _tellers(
    questions: Sequence[DraftedQuestion],
    segments: Sequence[DraftedSegment],
    scales: Mapping[str, Sequence[DraftedAnswer]],
) -> Iterator[_Teller]:
    for question in questions:
        answers = scales[question.scale] if question.scale else question.answers
        if question.column and not question.separator and not question.columns and len(answers) > 1:
            yield _Teller(question.column, question.topic, _by_code(answers), question.id)
    for segment in segments:
        if segment.column and not any(".." in code for group in segment.groups for code in group.codes):
            yield _Teller(segment.column, segment.label, _by_code(segment.groups))


def _by_code(answers: Sequence[DraftedAnswer]) -> Mapping[str, DraftedAnswer]:
    return {code: answer for answer in answers for code in answer.codes}


def _asked(
    target: _Target, teller: _Teller, rows: Sequence[tuple[Code | None, int, Mapping[str, int]]]
) -> tuple[DraftedAnswer, ...]:
    """The answers that everybody asked had given, if nobody else has an answer; else none."""
    filled = [(value, n, by_target[target.column]) for value, n, by_target in rows]
    answers = {value: teller.answers.get(code_of(value) or "") for value, *_ in filled if value is not None}
    asked = [(answers.get(value) if value is not None else None, n, n_own) for value, n, n_own in filled if n_own]
    others = [n for value, n, n_own in filled if not n_own and value is not None and answers[value]]
    n_silent = sum(n - n_own for _, n, n_own in asked)
    if not asked or sum(others) < LEAST_ROWS or n_silent > MOST_SILENT * sum(n for _, n, _ in asked):
        return ()
    found = [answer for answer, *_ in asked if answer]
    return tuple(found) if len(found) == len(asked) else ()


def _told(target: _Target, teller: _Teller, asked: Sequence[DraftedAnswer], words: Words) -> DraftedQuestion:
    question = target.question
    base = next(_named_bases(asked, teller, words), words.base_of_asked)
    said = ", ".join(f'"{answer.label}"' for answer in asked)
    comment = f"TODO asked only of those with {said} in {teller.column}, as no other row has an answer: is that so?"
    drafted = replace(question, base=base, comments=(*question.comments, comment))
    if teller.id:
        return replace(drafted, filter=tuple(f"{teller.id}.{answer.id}" for answer in asked))
    not_asked = tuple(dict.fromkeys((*target.blanks, *question.missing.get("not_asked", ()))))
    silent = tuple(code for code in question.missing.get("no_answer", ()) if code not in not_asked)
    others = {key: codes for key, codes in question.missing.items() if key != "no_answer"}
    return replace(drafted, missing={**others, **({"no_answer": silent} if silent else {}), "not_asked": not_asked})


def _named_bases(asked: Sequence[DraftedAnswer], teller: _Teller, words: Words) -> Iterator[str]:
    """What can be said of those who were asked, the fullest first."""
    topic = shortened_at_a_word(teller.topic, TOPIC_ROOM)
    for room in (BASE_ROOM, ANSWER_ROOM):
        called = [shortened_at_a_word(answer.label, room) for answer in asked]
        base = words.base_of(called, topic)
        if len(set(called)) == len(called) <= MOST_NAMED and len(base) <= BASE_ROOM:
            yield base


def _untold(target: _Target, by_name: Mapping[str, Profile], words: Words) -> DraftedQuestion:
    question, n_rows = target.question, by_name[target.column].n_rows
    if target.n_not_asked >= LEAST_NOT_ASKED * n_rows:
        comment = f"TODO {target.n_not_asked} of {n_rows} rows were not asked this: say in `base` who was"
        return replace(question, base=words.base_of_asked, comments=(*question.comments, comment))
    if target.n_blank < LEAST_BLANK * n_rows:
        return question
    named = target.blanks[0] if len(target.blanks) == 1 else f"[{', '.join(target.blanks)}]"
    comment = f"TODO {target.n_blank} of {n_rows} rows are blank: if not asked, missing: {{not_asked: {named}}}"
    return replace(question, base=words.base_of_answered, comments=(*question.comments, comment))
