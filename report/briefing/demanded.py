"""The words of a survey in which a language's demands are read: whom it asked, in plural and singular, and its groups.

"Most customers", "no customer", "women and men agree": `Demands` has the frames, a survey the customers and the women.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from report.briefing.facts import Facts
from report.language.demands import GROUP, MANY, ONE
from report.language.model import Language

LEAST_STEM = 4
"""Letters that a plural and its singular share at the least; shorter words are not declined."""

_ENDING = r"(?:ies|en|es|[yens])$"
"""What plurals and singulars end in: "companies", "Kunden", "Betriebe"."""


def demanding(pattern: str, facts: Facts, language: Language) -> str:
    """A pattern of a language's demands with the words of a survey in it, as words that are no part of longer ones."""
    if MANY in pattern or ONE in pattern:
        plurals = list(dict.fromkeys(_plurals(facts, language)))
        pattern = pattern.replace(MANY, _any(rf"{re.escape(each)}n?" for each in plurals))
        pattern = pattern.replace(ONE, _any(map(_stem, plurals)))
    if GROUP in pattern:
        pattern = pattern.replace(GROUP, _any(map(re.escape, _groups(facts, language))))
    return rf"(?<!\w)(?:{pattern})(?!\w)"


def _any(patterns: Iterable[str]) -> str:
    found = list(dict.fromkeys(patterns))
    return f"(?:{'|'.join(found)})" if found else r"(?!)"


def _plurals(facts: Facts, language: Language) -> Iterator[str]:
    """What those who were asked are called, by the last word, which is the noun; groups of them too."""
    survey = facts.survey
    units = [survey.unit, *(question.unit for question in survey.questions if question.unit)]
    for text in (unit.many.by_language.get(language.code) for unit in units):
        if text and text.text.split():
            yield text.text.split()[-1]
    yield from language.groups.respondents
    yield from (word for word in language.groups.people if " " not in word)
    yield from (word for words in language.groups.called for word in sorted(words))


def _stem(plural: str) -> str:
    """The singular of a noun: its stem with whatever ending."""
    stem = re.sub(_ENDING, "", plural)
    return rf"{re.escape(stem)}\w{{0,3}}" if len(stem) >= LEAST_STEM else re.escape(plural)


def _groups(facts: Facts, language: Language) -> Iterator[str]:
    """The labels of all groups, and the other words for them."""
    for segment in facts.survey.segments:
        for column in segment.columns:
            label = column.label.by_language.get(language.code)
            if label:
                yield label.text
    yield from (word for words in language.groups.called for word in sorted(words))
