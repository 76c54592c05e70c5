"""Where it was not published how many were asked: of the survey, else of questions, waves and groups of it."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, listed, told
from report.briefing.model.terms import column_label, quoted
from report.survey.model import Question
from report.tables.model import Column

MOST_NAMED, LONGEST_NAMES = 2, 44
"""Questions or groups that are named one by one, and the characters of their names; others are counted."""


def unknown_n(briefing: Briefing) -> Iterator[Prose]:
    """That n is not known: of all who were asked, else of which waves, questions and groups with shares.

    One entry tells it, by name where they are few and of one sort.
    """
    words, language, known = briefing.language.words, briefing.language, _known_waves(briefing)
    if briefing.survey.wave not in known:
        yield fixed(words.unknown_n)
        return
    published = [column for column in briefing.tables.waves.columns if column.is_published]
    waves = [column_label(each, language) for each in published if each.id.wave not in known]
    groups, of_groups = _unknown_groups(briefing)
    asked = [each for each in briefing.survey.questions if _is_unknown_of(each, known, briefing)]
    sorts = {
        words.waves_alone: (waves, words.n_waves, len(waves)),
        words.questions_alone: ([quoted(each.topic, language) for each in asked], words.n_questions, MOST_NAMED),
        words.groups_alone: ([quoted(each.name, language) for each in groups if each.name], words.n_groups, MOST_NAMED),
    }
    unknown = {sort: told_of for sort, told_of in sorts.items() if told_of[0]}
    if of_groups:
        unknown.setdefault(words.groups_alone, ([], words.n_groups, 0))
    if len(unknown) == 1 and not of_groups:
        yield told(words.unknown_n_of, what=_named(*next(iter(unknown.values())), briefing))
    elif unknown:
        yield told(words.unknown_n_of_some, what=listed([fixed(sort) for sort in unknown], language))


def _known_waves(briefing: Briefing) -> set[str]:
    """The waves whose n is known: of the survey, or of a question that slides print it with."""
    tables = briefing.tables.by_question.values()
    of_questions = (column for table in tables for column in table.published(table.waves))
    columns = itertools.chain(briefing.tables.waves.columns, of_questions)
    return {column.id.wave for column in columns if column.bases.unweighted is not None}


def _named(names: Sequence[Prose], phrase: str, most: int, briefing: Briefing) -> Prose:
    in_a_row = listed(names, briefing.language)
    if len(names) <= most and len(in_a_row.text) <= LONGEST_NAMES:
        return in_a_row
    return told(phrase, n=Fact(FactKind.COUNT, str(len(names)), "what has no published n"))


def _is_unknown_of(question: Question, known: Container[str], briefing: Briefing) -> bool:
    """Whether of a question it is unknown how many were asked in a wave of which that is known of the survey."""
    table = briefing.tables.table(question.id)
    return any(column.bases.unweighted is None and column.id.wave in known for column in table.published(table.waves))


def _unknown_groups(briefing: Briefing) -> tuple[list[Column], list[Question]]:
    """The groups with shares whose n no question has; and questions that lack that of other groups."""
    columns = [
        (question, column)
        for question in briefing.survey.questions
        for banner in briefing.tables.table(question.id).segments
        for column in briefing.tables.table(question.id).published(banner)
    ]
    counted = {column.id.name: True for _, column in columns if column.bases.unweighted is not None}
    missing = [(question, column) for question, column in columns if column.bases.unweighted is None]
    groups = {column.id.name: column for _, column in missing if column.id.name not in counted}
    questions = {question.id: question for question, column in missing if column.id.name in counted}
    return list(groups.values()), list(questions.values())
