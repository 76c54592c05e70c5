r"""Searches for one of many alternatives, of which only those are compiled whose letters stand in the text.

A language has hundreds of words and phrases that compare; compiling them takes a hundred times as long as searching a
text, and a text has letters in common with a few. What is found is what one regular expression of all would find: the
first place, and there the first alternative.

    \b(?:steig(?:t|en)|(?:geht|ging) [^,.]{0,60}zurück)(?!\w)      "steig"; "zurück"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from report.frozen import frozen

_BEFORE, _BEHIND = r"\b(?:", r")(?!\w)"
"""What stands around alternatives that are whole words."""

_TIMES = r"(?:[?*+]|\{\d*,?\d*\})[?+]?"
_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:[:=!>]|<[=!]|P<\w+>|-i:))?)"
    rf"|(?P<close>\)(?:{_TIMES})?)"
    r"|(?P<bar>\|)"
    r"|(?P<letters>[^()|?*+{\[\\.^$]+(?![?*+{]))"
    rf"|(?P<any>(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.)(?:{_TIMES})?)",
    re.DOTALL,
)
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""Those that part alternatives, and what hides them."""
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_MAY_LACK = (")?", ")*", "){0", "){,")
_ODD_LETTERS = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Letters that match a small one where case is left aside, and are none in lower case."""

Needles = frozenset[str]
"""One of them stands in every text that is matched; none: that is not known."""
UNKNOWN = Needles()
ENOUGH = 5
"""Letters of the longest needle."""


def search(pattern: str, text: str, place: int = 0) -> re.Match[str] | None:
    """The first match of a regular expression from a place on, without regard to case."""
    found = (_compiled(each).search(text, place) for each in _alternatives(pattern).in_reach_of(text))
    return min((match for match in found if match), key=lambda match: match.start(), default=None)


def matches_all(pattern: str, text: str) -> bool:
    """Whether a whole text is a match."""
    return any(_compiled(each).fullmatch(text) for each in _alternatives(pattern).in_reach_of(text))


def may_match(pattern: str, text: str) -> bool:
    """Whether a text has the letters of one of the alternatives; if not, no match is in it."""
    return bool(_alternatives(pattern).in_reach_of(text))


@frozen
class _Alternatives:
    """Regular expressions in their order; places of those that need one of some letters, and of all others."""

    patterns: tuple[str, ...]
    with_needle: Mapping[str, Sequence[int]]
    others: Sequence[int]
    needles: Needles

    def in_reach_of(self, text: str) -> list[str]:
        """Those whose letters stand in a text."""
        needles = self.needles & _letters_in(text)
        if not (needles or self.others):
            return []
        places = {place for needle in needles for place in self.with_needle[needle]}
        return [self.patterns[place] for place in sorted(places.union(self.others))]


@lru_cache(maxsize=1024)
def _letters_in(text: str) -> frozenset[str]:
    """All stretches of a text that are no longer than needles, in lower case."""
    folded = text.translate(_ODD_LETTERS).lower()
    return frozenset(folded[at : at + size] for size in range(1, ENOUGH + 1) for at in range(len(folded)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _alternatives(pattern: str) -> _Alternatives:
    """Those of whole words each by itself; any other regular expression is its only one."""
    if not (pattern.startswith(_BEFORE) and pattern.endswith(_BEHIND)):
        return _Alternatives((pattern,), {}, (0,), UNKNOWN)
    parts = list(_parted(pattern[len(_BEFORE) : -len(_BEHIND)]))
    with_needle: dict[str, list[int]] = {}
    others = list[int]()
    for place, part in enumerate(parts):
        needles = _needles(part)
        for needle in needles:
            with_needle.setdefault(needle, []).append(place)
        if not needles:
            others.append(place)
    patterns = tuple(f"{_BEFORE}{part}{_BEHIND}" for part in parts)
    return _Alternatives(patterns, with_needle, others, frozenset(with_needle))


def _parted(pattern: str) -> Iterator[str]:
    """The alternatives of a regular expression outside of all groups."""
    start = depth = 0
    for sign in _SIGN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            yield pattern[start : sign.start()]
            start = sign.end()
    yield pattern[start:]


@dataclass(slots=True)
class _Group:
    """A group that is being read, and in it an alternative. best: the longest that this needs so far; size: how long.

    every: what each of the alternatives before it needs; least: the shortest of all these.
    """

    opening: str
    best: Needles = UNKNOWN
    size: int = 0
    every: list[Needles] = field(default_factory=list)
    least: int = ENOUGH

    def need(self, needles: Needles, size: int) -> None:
        """These are needed too, so long at least."""
        if size > self.size:
            self.best, self.size = needles, size

    def end_alternative(self) -> None:
        """Go on to the next one."""
        self.every.append(self.best)
        self.least = min(self.least, self.size)
        self.best, self.size = UNKNOWN, 0


def _needles(pattern: str) -> Needles:
    """What an alternative needs; no more of it is read than tells enough."""
    groups = [_Group("")]
    for token in _TOKEN.finditer(pattern):
        text, group = token[0], groups[-1]
        match token.lastgroup:
            case "letters" if len(text) > group.size:
                group.need(Needles({text[:ENOUGH].lower()}), min(len(text), ENOUGH))
            case "bar":
                group.end_alternative()
            case "open":
                groups.append(_Group(text))
            case "close":
                groups.pop()
                group.end_alternative()
                if group.least and group.opening not in _LOOKS and not text.startswith(_MAY_LACK):
                    groups[-1].need(UNKNOWN.union(*group.every), group.least)
        if len(groups) == 1 and groups[0].size >= ENOUGH:
            break
    return groups[0].best
