"""How an English plural that names people or things stands behind "share" and behind "48 out of 100".

households       of households           48 out of 100 households
those who know   of those who know       48 out of 100 of those who know
"""

from __future__ import annotations

from report.language.model import Plurals

DETERMINERS = frozenset({"of", "the", "those", "all", "these"})
"""Words by which a plural is definite: a number does not stand before it without "of"."""


def behind_share(plural: str) -> str:
    """The form behind "share of", which an author may have written with its "of"."""
    return plural.removeprefix("of ")


def behind_number(plural: str) -> str:
    """The form behind "48 out of 100"."""
    is_definite = plural.partition(" ")[0].lower() in DETERMINERS
    return f"of {behind_share(plural)}" if is_definite else plural


def has_determiner(_plural: str) -> bool:
    """Whether "of" is left out behind a share; it never is."""
    return False


def ends_in_clause(_plural: str) -> bool:
    """Whether a clause at the end has to be closed with a comma; one that defines what is meant has none."""
    return False


PLURALS = Plurals(
    behind_share=behind_share,
    behind_number=behind_number,
    has_determiner=has_determiner,
    ends_in_clause=ends_in_clause,
)
