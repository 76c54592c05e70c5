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
from report.survey.model import Question, Survey, Unit
from report.tables.model import Column

LONGEST_UNIT = 40
"""Characters of a unit that is named in a title; of exactly so many it still is."""


def share_of_all(question: Question, survey: Survey, language: Language) -> Prose:
    """Of all who were asked."""
    return _of(share_of_unit(survey.unit_of(question), language), question, language)


def share_of_unit(unit: Unit | None, language: Language) -> Prose:
    """What the numbers are per cent of; without its name where that is unknown or takes a title's room."""
    of_unit = named_unit(unit, language)
    return told(language.words.share_of, of_unit=of_unit) if of_unit else fixed(language.words.share)


def named_unit(unit: Unit | None, language: Language) -> Prose | None:
    """A unit as it is named in a title behind "share"; None where a title does not name it."""
    of_unit = behind_share(unit, language, goes_on=True) if unit else None
    return of_unit if of_unit and len(of_unit.text) <= LONGEST_UNIT + len(language.words.share) else None


def share_of_group(group: Column, question: Question, language: Language) -> Prose:
    """Of one group, which it names."""
    share = _of(fixed(language.words.share_in_group), question, language)
    return joined([group_name(group, language), share], ": ")


def share_of_groups(question: Question, language: Language) -> Prose:
    """Of each of several groups."""
    return _of(fixed(language.words.share_of_groups), question, language)


def _of(share: Prose, question: Question, language: Language) -> Prose:
    return joined([share, mode_name(question.type, language)], ", ")
