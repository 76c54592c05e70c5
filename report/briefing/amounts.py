"""What an amount in words means of a share, as the condition that a hint offers.

"the majority"       q.a > 50             "nearly half"          45 <= q.a < 50
"a quarter"          20 <= q.a <= 30      "more than a third"    q.a > 33
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from report.briefing.clauses import STOPS, behind_in_clause, whole_words
from report.frozen import frozen
from report.language.alternatives import find_all, search
from report.language.model import Language

ABOUT = 5
"""Percentage points by which "a quarter" may miss it."""


@frozen
class Amount:
    """Where an amount in words puts a share: between two limits, each in per cent behind its sign, or one of them."""

    above: str = ""
    below: str = ""

    def of(self, name: str) -> str:
        """The condition on a figure."""
        if not self.above:
            return f"{name} {self.below}"
        sign, limit = self.above.split()
        return f"{limit} {_TURNED[sign]} {name} {self.below}" if self.below else f"{name} {self.above}"

    def has(self, percent: Decimal) -> bool:
        """Whether a percentage lies there."""
        limits = [each.split() for each in (self.above, self.below) if each]
        return all(_COMPARED[sign](percent, Decimal(limit)) for sign, limit in limits)


_COMPARED = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}
_TURNED = {">": "<", ">=": "<="}


def amount_in(words: re.Match[str], language: Language) -> Amount | None:
    """The first amount that the clause of some words tells, from them on; None where it tells none."""
    amounts, end = language.amounts, words.end()
    text = words.string[:end] + behind_in_clause(words.string, end, ends=STOPS)
    parts = ((found, _part(percent, found, language)) for found, percent in _told(amounts.parts, text))
    more = ((found, Amount(above=f"> {percent}")) for found, percent in _told(amounts.more_than, text))
    less = ((found, Amount(below=f"< {percent}")) for found, percent in _told(amounts.less_than, text))
    from_there = [each for each in (*parts, *more, *less) if each[0].end() > words.start()]
    first = min(from_there, key=lambda each: (each[0].start(), -each[0].end()), default=None)
    return first[1] if first else None


def _told(meanings: Mapping[str, int], text: str) -> Iterator[tuple[re.Match[str], int]]:
    for pattern, percent in meanings.items():
        yield from ((found, percent) for found in find_all(whole_words(pattern), text))


def _part(percent: int, part: re.Match[str], language: Language) -> Amount:
    """What a part of a hundred means behind the words that stand before it."""
    amounts, before = language.amounts, part.string[: part.start()]
    article = re.search(r"(?<= )\S+ $", before)
    is_article = article is not None and article[0].rstrip().lower() in language.weak_words
    ends = (before, before[: article.start()]) if article and is_article else (before,)

    def is_behind(words: str) -> bool:
        return any(search(rf"\b(?:{words}) $", each) for each in ends)

    if is_behind(amounts.nearly):
        return Amount(above=f">= {percent - ABOUT}", below=f"< {percent}")
    if is_behind(amounts.over):
        return Amount(above=f"> {percent}")
    if is_behind(amounts.under):
        return Amount(below=f"< {percent}")
    return Amount(above=f">= {percent - ABOUT}", below=f"<= {percent + ABOUT}")
