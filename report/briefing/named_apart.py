"""Which of two figures words name, and which of them right behind "than" or "as": the one that is compared with.

"Twice as many name the internet as the radio"     internet     radio behind "as"
"Doppelt so viele wie 2013"                                     the wave of 2013 behind "wie"
"Fewer name the internet than two years ago"                    an earlier wave
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.briefing.clauses import Named, clauses, whole_words
from report.briefing.facts import Facts
from report.briefing.groups import columns_named
from report.briefing.mentions import Mention
from report.briefing.other_answers import answers_named
from report.briefing.other_waves import waves_named
from report.tables.model import Cell


def named_of(cell: Cell, other: Cell, clause: str, facts: Facts) -> list[Named]:
    """Where a clause names what tells a cell from another: its answer or its group; nothing where both differ."""
    return [each for each in _told_apart(cell, other, clause, facts) if each.key in _keys(cell)]


def is_behind_than(named: Named, clause: str, facts: Facts) -> bool:
    """Whether a name stands right behind the word that compares, with nothing but small words between them."""
    small = "|".join(map(re.escape, sorted(facts.language.small_words)))
    behind = rf"\b{facts.language.directions.than}(?:\s+(?:{small}))*\s+$"
    return re.search(behind, clause[: named.mention.start], re.IGNORECASE) is not None


def is_behind_than_in(wave: str, clause: str, facts: Facts) -> bool:
    """Whether the year of a wave stands right behind words that compare with a time: "fewer than in 2013"."""
    than = rf"\b(?:{facts.language.directions.than_in})\s+$"
    named = (each.mention for each in waves_named(clause, facts, anywhere=True) if each.key == wave)
    return any(re.search(than, clause[: mention.start], re.IGNORECASE) for mention in named)


def fit_the_words(one: Cell, other: Cell, text: str, place: int, facts: Facts) -> bool:
    """Whether the clause around a place may set the first of two cells against the second: names say nothing else.

    What is named behind the last word that compares is the second; of a side that names nothing known it may be either.
    """
    start, end = next((start, end) for start, end in clauses(text) if start <= place < end)
    clause = text[start:end]
    behind = [[each for each in kind if is_behind_than(each, clause, facts)] for kind in _kinds(other, clause, facts)]
    if any(kind and not {each.key for each in kind} & _keys(other) for kind in behind):
        return False
    cut = max((found.end() for found in _thans(clause, facts) if found.start() > place - start), default=len(clause))
    named = _told_apart(one, other, clause, facts)
    first = {each.key for each in named if each.mention.start < cut and not is_behind_than(each, clause, facts)}
    return not first or not first.isdisjoint(_keys(one))


def _thans(clause: str, facts: Facts) -> Iterator[re.Match[str]]:
    return re.finditer(whole_words(facts.language.directions.than), clause, re.IGNORECASE)


def _told_apart(cell: Cell, other: Cell, clause: str, facts: Facts) -> list[Named]:
    """The names of the kind in which two cells differ: answers of a question, or groups of a segmentation."""
    one, two, question = cell.id, other.id, facts.survey.question(cell.id.question)
    if one.column == two.column and one.question == two.question:
        return answers_named(question, clause, facts)
    if (one.question, one.answer) == (two.question, two.answer) and one.column.segment == two.column.segment:
        segments = (each for each in facts.survey.segments if each.id == one.column.segment)
        return [each for segment in segments for each in columns_named(segment, clause, (one, two), facts)]
    return []


def _kinds(cell: Cell, clause: str, facts: Facts) -> Iterator[list[Named]]:
    """All names of a clause by what they are of, where a cell has its own of it: an answer, a group, a wave."""
    question = facts.survey.question(cell.id.question)
    if any(answer.id == cell.id.answer for answer in question.answers):
        yield answers_named(question, clause, facts)
    for segment in facts.survey.segments:
        yield columns_named(segment, clause, (cell.id,), facts)
    years = [wave.date.year for wave in facts.survey.waves]
    waves = [wave for wave in facts.survey.waves if years.count(wave.date.year) == 1]
    found = ((wave.id, each) for wave in waves for each in re.finditer(rf"\b{wave.date.year}\b", clause))
    yield [Named(wave, Mention(*each.span())) for wave, each in found]


def _keys(cell: Cell) -> set[str]:
    return {key for key in (cell.id.answer, cell.id.column.column, cell.id.wave) if key}
