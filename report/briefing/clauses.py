"""Names and figures that share a clause: a name that stands where only its own figure may, beside another one's.

    "46 % of women, 40 % of men"      a clause of one name means it by all its figures
    "women 46 % and men 40 %"         as many names as figures, by turns: each has its own
    "46 % of women, more than of men" what something is compared with has its figure elsewhere

What is named is told by its key: a column, an answer or a wave.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from report.briefing.mentions import Mention
from report.briefing.model.prose import Figure
from report.briefing.saying import FIGURE, Saying
from report.frozen import frozen
from report.language.alternatives import search
from report.language.model import Language
from report.survey.model import CellId

CLAUSE_ENDS = r"[.,;:!?()\n]"
STOPS = r"[.,;:!?]"
"""Those of them that end a clause for words which change its sense: brackets only interrupt it."""


@frozen
class Named:
    """What is named in a text, by its key. is_compared: what was said before is set against it."""

    key: str
    mention: Mention
    is_compared: bool = False


def named_in(text: str, key: str, mentions: Iterator[Mention], language: Language) -> Iterator[Named]:
    """The places where something is named, with what stands before them in their clause."""
    for mention in mentions:
        clause = before_in_clause(text, mention.start)
        yield Named(key, mention, word_in(language.against_words, clause) is not None)


def longest(named: Sequence[Named]) -> list[Named]:
    """Of names that lie within each other the longest."""
    return [each for each in named if not any(each.mention.lies_within(other.mention) for other in named)]


def before_in_clause(text: str, place: int, *, ends: str = CLAUSE_ENDS) -> str:
    """What stands before a place in its clause."""
    return re.split(ends, text[:place])[-1]


def behind_in_clause(text: str, place: int, *, ends: str = CLAUSE_ENDS) -> str:
    """What stands behind a place in its clause."""
    return re.split(ends, text[place:], maxsplit=1)[0]


def whole_words(pattern: str) -> str:
    """A regular expression of words that are no part of longer ones."""
    return rf"\b(?:{pattern})(?!\w)"


def word_in(pattern: str, clause: str) -> re.Match[str] | None:
    """The first of such words that stands in a clause."""
    return search(whole_words(pattern), clause)


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a text begin and end."""
    start = 0
    for end in (*(found.start() for found in re.finditer(CLAUSE_ENDS, text)), len(text)):
        yield start, end
        start = end + 1


def in_clause(
    named: Sequence[Named],
    saying: Saying,
    key_of: Callable[[Figure], str | None],
    *,
    is_read: Callable[[str, Sequence[str]], bool] = lambda clause, unnamed: True,
) -> tuple[Named, CellId] | None:
    """A name and the figure of something else that stands in its place in a clause.

    key_of: what a figure is of; None leaves its clause aside, as does `is_read` of its words and of the keys of figures
    that have no name in it.
    """
    in_order = sorted(named, key=lambda each: each.mention.start)
    for start, end in clauses(saying.text):
        names = [each for each in in_order if start <= each.mention.start < end and not each.is_compared]
        first = saying.text.count(FIGURE, 0, start)
        figures = saying.figures[first : first + saying.text.count(FIGURE, start, end)]
        keys = [key_of(figure) for figure in figures]
        if not names or None in keys:
            continue
        unnamed = [key for key in keys if key and key not in [each.key for each in names]]
        if not is_read(saying.text[start:end], unnamed):
            continue
        if len(names) == 1 and keys and names[0].key not in keys:
            return names[0], figures[0].cells[0]
        places = [each.mention.start - start for each in names]
        if len(names) == len(keys) and _take_turns(saying.text[start:end], places):
            found = zip(names, keys, figures, strict=True)
            if wrong := next(((name, figure) for name, key, figure in found if key != name.key), None):
                return wrong[0], wrong[1].cells[0]
    return None


def _take_turns(clause: str, names: Sequence[int]) -> bool:
    """Whether a figure stands behind each of the names and before the next, or before each and behind the last."""
    places = sorted(
        [(place, True) for place in names] + [(each.start(), False) for each in re.finditer(FIGURE, clause)]
    )
    return all(one[1] != other[1] for one, other in pairwise(places))
