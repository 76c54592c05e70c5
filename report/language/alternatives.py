r"""Searches for one of many alternatives, of which only those are compiled whose letters stand in the text.

A language has hundreds of words and phrases that compare; compiling them takes a hundred times as long as searching a
text, and a text has the letters of a few. What is found is what one regular expression of all would find: the
first place, and there the first alternative.

    \b(?:steig(?:t|en)|(?:geht|ging) [^,.]{0,60}zurück)(?!\w)      "steig"; "zurück"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from report.frozen import frozen

_BEFORE, _BEHIND = (r"\b(?:", r"(?<!\w)(?:"), r")(?!\w)"
"""What stands around alternatives that are whole words."""

_HIDING = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""What may have a bar or a bracket that parts nothing, or letters that are not needed."""
_HIDDEN = "\0"
_LETTERS = re.compile(r"(?<![{\d,])[^\0()|?*+{}.^$]+(?![?*+{])")
"""No number of times."""
_TOKEN = re.compile(
    rf"(?P<letters>{_LETTERS.pattern})"
    r"|(?P<open>\((?:\?(?:[a-z-]*:|[=!>]|<[=!]|p<\w+>))?)"
    r"|(?P<close>\)(?:[?*]|\{[\d,]*\})?)"
    r"|(?P<bar>\|)"
)
"""What is read of an alternative in which all else is hidden and capital letters are small ones."""

_INNERMOST = re.compile(r"\([^()]*\)")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_MAY_LACK = (")?", ")*", "){0", "){,")

Needles = frozenset[str]
"""One of them stands in every text that is matched; none: that is not known."""
UNKNOWN = Needles()
ENOUGH = 5
"""Letters of a needle that is looked up; of all needles of an alternative its text is searched for."""

LEAST = 3
"""Letters outside of all groups that are looked up without a look at what the groups need."""

FEW = 20
"""Needles that are looked for one by one in less time than it takes to cut a text into its stretches."""


def search(pattern: str, text: str, place: int = 0) -> re.Match[str] | None:
    """The first match of a regular expression from a place on, without regard to case."""
    found = (_compiled(each).search(text, place) for each in _alternatives(pattern).in_reach_of(text))
    return min((match for match in found if match), key=lambda match: match.start(), default=None)


def find_all(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of a regular expression, each behind the one before; none is empty."""
    place = 0
    while found := search(pattern, text, place):
        yield found
        place = found.end()


def matches_all(pattern: str, text: str) -> bool:
    """Whether a whole text is a match."""
    return any(_compiled(each).fullmatch(text) for each in _alternatives(pattern).in_reach_of(text))


def may_match(pattern: str, text: str) -> bool:
    """Whether a text has the letters of one of the alternatives; if not, no match is in it."""
    return bool(_alternatives(pattern).in_reach_of(text))


@frozen
class _Alternatives:
    """Alternatives in their order, each with the regular expression that finds it; places of those that need letters.

    others: places of those of which no needle is known.
    """

    parts: Sequence[tuple[str, str]]
    with_needle: Mapping[str, Sequence[int]]
    others: Sequence[int]
    needles: Needles

    def in_reach_of(self, text: str) -> list[str]:
        """The regular expressions of those whose letters stand in a text."""
        folded = _folded(text)
        are_few = len(self.needles) <= FEW
        needles = [each for each in self.needles if each in folded] if are_few else self.needles & _letters_in(folded)
        if not (needles or self.others):
            return []
        places = sorted({place for needle in needles for place in self.with_needle[needle]}.union(self.others))
        parts = (self.parts[place] for place in places)
        return list(dict.fromkeys(pattern for part, pattern in parts if _has_all(folded, _all_needs(part))))


def _folded(text: str) -> str:
    """A text in which letters are the same that match each other where case is left aside."""
    return text.replace("ı", "i").replace("İ", "i").casefold()


@lru_cache(maxsize=1024)
def _letters_in(folded: str) -> frozenset[str]:
    """All stretches of a text that are no longer than needles."""
    return frozenset(folded[at : at + size] for size in range(1, ENOUGH + 1) for at in range(len(folded)))


def _has_all(folded: str, needs: Sequence[Needles]) -> bool:
    return all(any(needle in folded for needle in needles) for needles in needs)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _alternatives(pattern: str) -> _Alternatives:
    parts = list[tuple[str, str]]()
    with_needle: dict[str, list[int]] = {}
    others = list[int]()
    for place, (part, outside, finding) in enumerate(_parted(pattern)):
        parts.append((part, finding))
        needles = _needles(part, outside)
        for needle in needles:
            with_needle.setdefault(needle, []).append(place)
        if not needles:
            others.append(place)
    return _Alternatives(parts, with_needle, others, frozenset(with_needle))


def _parted(pattern: str) -> Iterator[tuple[str, str, str]]:
    """Its alternatives, each with what of it stands outside of groups, and the regular expression that finds it.

    Those of whole words are found each by itself, those of any other regular expression by all of it.
    """
    before = next((each for each in _BEFORE if pattern.startswith(each) and pattern.endswith(_BEHIND)), "")
    words = pattern[len(before) : -len(_BEHIND)] if before else pattern
    outside = _outside_of_groups(words)
    if ")" in outside:  # the group that is open before them ends among them
        before, words, outside = "", pattern, _outside_of_groups(pattern)
    start = 0
    for letters in outside.split("|"):
        part = words[start : start + len(letters)]
        yield part, letters, f"{before}{part}{_BEHIND}" if before else pattern
        start += len(letters) + 1


def _outside_of_groups(pattern: str) -> str:
    """A regular expression in which only what it says outside of all groups is not hidden; as long as it is."""
    seen = _HIDING.sub(_hide, pattern)
    while (outer := _INNERMOST.sub(_hide, seen)) != seen:
        seen = outer
    return seen


def _hide(found: re.Match[str]) -> str:
    return _HIDDEN * len(found[0])


@dataclass(slots=True)
class _Group:
    """A group that is being read: what the alternative needs that is read, and each of those before it at its best."""

    opening: str
    needs: list[Needles] = field(default_factory=list)
    before: list[Needles] = field(default_factory=list)

    def end_alternative(self) -> None:
        """Go on to the next one."""
        self.before.append(_best(self.needs))
        self.needs = []

    def end(self, closing: str) -> list[Needles]:
        """What every text needs in which it is matched."""
        if self.opening in _LOOKS or closing.startswith(_MAY_LACK):
            return []
        if not self.before:
            return self.needs
        self.end_alternative()
        return [UNKNOWN.union(*self.before)] if all(self.before) else []


def _size(needles: Needles) -> int:
    return min(map(len, needles), default=0)


def _best(needs: Iterable[Needles]) -> Needles:
    """The longest."""
    return max(needs, key=_size, default=UNKNOWN)


@cache
def _all_needs(alternative: str) -> Sequence[Needles]:
    groups = [_Group("")]
    for token in _TOKEN.finditer(_folded(_HIDING.sub(_hide, alternative))):
        match token.lastgroup:
            case "letters":
                groups[-1].needs.append(Needles((token[0],)))
            case "bar":
                groups[-1].end_alternative()
            case "open":
                groups.append(_Group(token[0]))
            case _:
                needs = groups.pop().end(token[0])
                groups[-1].needs += needs
    return groups[0].needs


@cache
def _needles(alternative: str, outside: str) -> Needles:
    """What one needs that is looked up: letters outside of its groups, which are seen at a glance, or its longest."""
    letters = max(_LETTERS.findall(outside), key=len, default="")
    best = Needles({_folded(letters)}) if len(letters) >= LEAST else _best(_all_needs(alternative))
    return Needles(needle[:ENOUGH] for needle in best)
