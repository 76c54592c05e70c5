"""What the numbers of an exhibit are, of whom, and how they were asked: its usual titles.

Share of companies in per cent, single answer           all who were asked
65 and over, n = 280: share in per cent, single answer  one group
Share of the group in per cent, single answer           groups beside each other
"""

from __future__ import annotations

from report.briefing.model.prose import Prose, fixed, joined, told
from report.briefing.model.terms import group_name, mode_name
from report.briefing.model.units import behind_share
from report.language.model import Language
from report.survey.model import Question, Survey
from report.tables.model import Column


def share_of_all(question: Question, survey: Survey, language: Language) -> Prose:
    """Of all who were asked."""
    words, unit = language.words, survey.unit_of(question)
    of_unit = {"of_unit": behind_share(unit, language, goes_on=True)} if unit else {}
    return _of(told(words.share_of if unit else words.share, **of_unit), question, language)


def share_of_group(group: Column, question: Question, language: Language) -> Prose:
    """Of one group, which it names."""
    share = _of(fixed(language.words.share_in_group), question, language)
    return joined([group_name(group, language), share], ": ")


def share_of_groups(question: Question, language: Language) -> Prose:
    """Of each of several groups."""
    return _of(fixed(language.words.share_of_groups), question, language)


def _of(share: Prose, question: Question, language: Language) -> Prose:
    return joined([share, mode_name(question.type, language)], ", ")
