"""Examples in messages, put into the names of the author's own survey.

Messages are worded with the names of the documentation, `question.answer` or `goals.awareness`, wherever they come
from: an expression that cannot be parsed knows of no survey. Its author has one at hand, and copies the example.
"""

from __future__ import annotations

import re
from dataclasses import replace

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.diagnostics import Diagnostic
from report.survey.model import AnswerRole, Question, Survey
from report.tables.model import Tables

_EXAMPLE = re.compile(r"\b(?:as in|such as|is written) [^;]*")
_NAME = re.compile(r"\b(?P<question>question|goals)(?:\.(?P<answer>answer|other|awareness|service))?\b")
_SECOND = ("other", "service")
_WITH_EXAMPLE = (StoryFault.WRONG_ARGUMENT, StoryFault.EXPRESSION_SYNTAX)
"""Faults whose messages end in an example; other messages quote the author."""
_IN_OWN_NAMES = (
    StoryFault.MISSING_CLAIM,
    StoryFault.MULTIPLE_NOT_CLAIMED,
    StoryFault.SIGNIFICANCE_NOT_CLAIMED,
    StoryFault.MAJORITY_NOT_CLAIMED,
    StoryFault.EQUALITY_NOT_CLAIMED,
    StoryFault.CHANGE_NOT_CLAIMED,
)
"""Faults whose examples are of the author's survey from the beginning."""


def in_own_names(fault: Diagnostic, facts: Facts) -> Diagnostic:
    """The fault, its examples naming figures of the question that is spoken of, else of one that has some.

    A survey of the documentation's names keeps them where no question is spoken of.
    """
    if fault.id in _IN_OWN_NAMES:
        return fault
    question, first, second = example_figures(facts)
    names = _names(facts.survey) if facts.about is None else ()

    def own(name: re.Match[str]) -> str:
        if name[0] in names:
            return name[0]
        if not name["answer"]:
            return question
        return f"{question}.{second if name['answer'] in _SECOND else first}"

    def told(text: str) -> str:
        return _EXAMPLE.sub(lambda example: _NAME.sub(own, example[0]), text)

    message = told(fault.message) if fault.id in _WITH_EXAMPLE else fault.message
    notes, hint = tuple(told(note) for note in fault.notes), told(fault.hint) if fault.hint else None
    return replace(fault, message=message, notes=notes, hint=hint)


def _names(survey: Survey) -> list[str]:
    """Every name that an example can have."""
    questions = [question.id for question in survey.questions]
    return [*questions, *(f"{question.id}.{answer.id}" for question in survey.questions for answer in question.answers)]


def example_figures(facts: Facts) -> tuple[str, str, str]:
    """A question and two of its answers, published ones if there are."""
    survey, tables = facts.survey, facts.tables
    published = [(question.id, _published(question, tables)) for question in survey.questions]
    question, answers = max(published, key=lambda found: (found[0] == facts.about, min(2, len(found[1]))))
    answers = answers or [answer.id for answer in survey.question(question).answers]
    return question, answers[0], answers[min(1, len(answers) - 1)]


def _published(question: Question, tables: Tables) -> list[str]:
    """The regular answers that have a share in the current wave, in file order."""
    table = tables.table(question.id)
    regular = [answer.id for answer in question.answers if answer.role is AnswerRole.REGULAR]
    return [answer for answer in regular if table.cell(answer, table.total).share]
