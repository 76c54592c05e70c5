"""Which columns of respondents are questions with numbers for answers: a recommendation from 0 to 10, a number each.

nps      "How likely would you recommend us?"   0 to 10          type: nps
hours    "How many hours a day?"                0, 0.5 ... 9     type: numeric
plz      (no words)                             10115 ...        nothing: no mean of it says anything
"""

from __future__ import annotations

import re

from report.respondents.profiles import Profile
from report.respondents.written_numbers import are_ambiguous
from report.statistics.balances import LEAST_PROMOTER, MOST_DETRACTOR, RATINGS
from report.survey.draft.columns import MOST_NUMBERS, Choice
from report.survey.draft.values import are_numbers, is_all_missing
from report.survey.draft.vocabulary import RECOMMENDATION, demographic, plain
from report.survey.model.codes import as_number
from report.survey.model.respondents import MOST

_NUMBERED = ("age", "income", "household")
"""What a column without words may say by its name alone, and have a mean of."""
ROWS_A_VALUE = 3
"""Rows that a number with decimals has on average, for it to be one that people gave: 37.5 hours, a mark of 2.3."""
LEAST_WORDS = 4
"""Words of a name from which on it asks something."""


_LABELLED = re.compile(r"(\d+)\s*[^\d.,\s].*")


def is_recommendation(choice: Choice) -> bool:
    """Whether ratings are those of a net promoter score: from 0 to 10, of a question that speaks of recommending."""
    variable = choice.variable
    words = f"{plain(variable.name)} {plain(variable.label or '')}"
    if choice.has_others or not re.search(RECOMMENDATION, words):
        return False
    ratings = [_rating(str(value.code)) for value in choice.values]
    if any(rating not in RATINGS for rating in ratings):
        return False
    known = [rating for rating in ratings if rating is not None]
    return min(known) == RATINGS[0] and max(known) >= LEAST_PROMOTER and len(known) > MOST_DETRACTOR


def _rating(code: str) -> float | None:
    """The rating of a value, which a label may follow: "10 - most likely"."""
    labelled = _LABELLED.fullmatch(code)
    return as_number(labelled[1] if labelled else code)


def is_asked_number(profile: Profile) -> bool:
    """Whether a column of numbers has the answers to a question: by its words, and by values that return."""
    if not are_numbers(profile) or profile.n_values < 2 or are_ambiguous([str(code) for code, _ in profile.values]):
        return False
    numbers, variable = profile.numbers, profile.variable
    if is_all_missing(profile):
        return False
    is_unique = profile.n_values == profile.n_filled > MOST_NUMBERS
    if numbers is None or (is_unique and numbers.are_whole) or max(-numbers.lowest, numbers.highest) > MOST:
        return False
    is_question = "?" in variable.name or len(plain(variable.name).split()) >= LEAST_WORDS
    is_measure = not numbers.are_whole and profile.is_whole and profile.n_values * ROWS_A_VALUE <= profile.n_filled
    return bool(variable.label) or is_question or is_measure or demographic(variable.name, None) in _NUMBERED
