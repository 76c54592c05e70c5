"""How an English plural that names people or things stands behind "share" and behind "48 out of 100".

households       of households           48 out of 100 households
those who know   of those who know       48 out of 100 of those who know
"""

from __future__ import annotations

import re

from report.language.model import Plurals

DETERMINERS = frozenset({"those", "the", "all"})
"""Words by which a plural is definite: a number does not stand before it without "of"."""

_ARTICLES = "the a an no all every each any some most many several both these"
ARTICLES = frozenset(_ARTICLES.split())
"""Words that no plural begins with: "48 out of 100 the households" is no English."""


_SINGULAR = re.compile(r"(?:.*(?:hold|pany|person|[dlnst]ent|ult|izen|yee|firm|[bcdgklnprst]er)|user)", re.IGNORECASE)
"""Endings of nouns that name one person or thing; plurals without an -s are others (people, women, staff)."""


def behind_share(plural: str) -> str:
    """The form behind "share of", which an author may have written with its "of"."""
    return plural.removeprefix("of ")


def behind_number(plural: str) -> str:
    """The form behind "48 out of 100"."""
    bare = behind_share(plural)
    return f"of {bare}" if bare.partition(" ")[0].lower() in DETERMINERS else bare


def is_singular(plural: str) -> bool:
    """Whether its only word names one: household. Of several words nobody knows which is the noun."""
    return _SINGULAR.fullmatch(plural) is not None


def has_determiner(_plural: str) -> bool:
    """Whether "of" is left out behind a share; it never is."""
    return False


def ends_in_clause(_plural: str) -> bool:
    """Whether a clause at the end has to be closed with a comma; one that defines what is meant has none."""
    return False


PLURALS = Plurals(
    behind_share=behind_share,
    behind_number=behind_number,
    is_singular=is_singular,
    has_determiner=has_determiner,
    ends_in_clause=ends_in_clause,
    articles=ARTICLES,
    behind_ages=frozenset(["to", "and", "or", "plus", "year", "years"]),
    examples="households or respondents",
)
