r"""Searches for one of many alternatives, of which only those are compiled whose letters stand in the text.

A language has hundreds of words and phrases that compare; compiling them takes a hundred times as long as searching a
text, and a text has the letters of a few. What is found is what one regular expression of all would find: the
first place, and there the first alternative.

    \b(?:steig(?:t|en)|(?:geht|ging) [^,.]{0,60}zurück)(?!\w)      "steig"; "zurück"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from report.frozen import frozen

_BEFORE, _BEHIND = (r"\b(?:", r"(?<!\w)(?:"), r")(?!\w)"
"""What stands around alternatives that are whole words."""

_HIDING = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""What may have a bar or a bracket that parts nothing, or letters that are not needed."""
_HIDDEN, _END, _OR = "\0\1\2"
"""Stand for what is hidden, at both ends of what a group needs, and between letters of which one is needed."""

_LETTERS = re.compile(rf"(?<![{{\d,])[^{_HIDDEN}{_END}()|?*+{{}}.^$]+(?![?*+{{])")
"""Letters of which none may lack, and which are no number of times."""
_INNERMOST = re.compile(r"\([^()]*\)")
_GROUP = re.compile(r"\((?P<kind>\?(?:[a-z-]*:|[=!>]|<[=!]|p<\w+>))?(?P<words>[^()]*)\)(?P<times>[?*]|\{[\d,]*\})?")
"""A group with none in it, all in small letters."""
_LOOKS = ("?=", "?!", "?<=", "?<!")
_MAY_LACK = ("?", "*", "{0", "{,")

Needles = frozenset[str]
"""One of them stands in every text that is matched; none: that is not known."""
UNKNOWN = Needles()
LEAST, ENOUGH = 3, 5
"""Letters of a needle that is looked up; of all needles of an alternative its text is searched for."""

MOST_KEPT = 8192
"""Patterns that are kept as they were read: those of two languages are a fourth of it, others come with labels."""

FEW = 20
"""Needles that are looked for one by one in less time than it takes to cut a text into its stretches."""


def search(pattern: str, text: str, place: int = 0) -> re.Match[str] | None:
    """The first match of a regular expression from a place on, without regard to case."""
    found = (_compiled(each).search(text, place) for each in _in_reach(pattern, text))
    return min((match for match in found if match), key=lambda match: match.start(), default=None)


def find_all(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of a regular expression, each behind the one before; none is empty."""
    place = 0
    while found := search(pattern, text, place):
        yield found
        place = found.end()


def matches_all(pattern: str, text: str) -> bool:
    """Whether a whole text is a match."""
    return any(_compiled(each).fullmatch(text) for each in _in_reach(pattern, text))


def may_match(pattern: str, text: str) -> bool:
    """Whether a text has the letters of one of the alternatives; if not, no match is in it."""
    return bool(_in_reach(pattern, text))


@lru_cache(maxsize=MOST_KEPT)
def _in_reach(pattern: str, text: str) -> Sequence[str]:
    """The regular expressions that may find something; each check of a text asks for the same ones."""
    return _alternatives(pattern).in_reach_of(text)


@frozen
class _Alternatives:
    """Alternatives in their order, each with the regular expression that finds it; places of those that need letters.

    others: places of those of which no needle is known.
    """

    parts: Sequence[tuple[str, str]]
    with_needle: Mapping[str, Sequence[int]]
    others: Sequence[int]
    needles: Needles

    def in_reach_of(self, text: str) -> Sequence[str]:
        """The regular expressions of those whose letters stand in a text."""
        folded = _folded(text)
        are_few = len(self.needles) <= FEW
        needles = [each for each in self.needles if each in folded] if are_few else self.needles & _letters_in(folded)
        if not (needles or self.others):
            return ()
        places = sorted({place for needle in needles for place in self.with_needle[needle]}.union(self.others))
        parts = (self.parts[place] for place in places)
        return tuple(dict.fromkeys(pattern for part, pattern in parts if _has_all(folded, _all_needs(part))))


def _folded(text: str) -> str:
    """A text in which letters are the same that match each other where case is left aside."""
    return text.replace("ı", "i").replace("İ", "i").casefold()


@lru_cache(maxsize=1024)
def _letters_in(folded: str) -> frozenset[str]:
    """All stretches of a text that may be needles."""
    return frozenset(folded[at : at + size] for size in range(LEAST, ENOUGH + 1) for at in range(len(folded)))


def _has_all(folded: str, needs: Sequence[Needles]) -> bool:
    return all(any(needle in folded for needle in needles) for needles in needs)


@lru_cache(maxsize=MOST_KEPT)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=MOST_KEPT)
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


@lru_cache(maxsize=MOST_KEPT)
def _all_needs(alternative: str) -> Sequence[Needles]:
    read, before = _folded(_HIDING.sub(_hide, alternative)), ""
    while read != before:
        read, before = _GROUP.sub(_needs_of_group, read), read
    return [Needles(letters.split(_OR)) for letters in _LETTERS.findall(read)]


def _needs_of_group(group: re.Match[str]) -> str:
    """What every text needs in which a group is matched: all that its only alternative does, or the best of each."""
    words = group["words"]
    if group["kind"] in _LOOKS or (group["times"] or "").startswith(_MAY_LACK):
        return _HIDDEN
    if "|" in words:
        every = [_longest(each) for each in words.split("|")]
        words = _OR.join(every) if all(every) else _HIDDEN
    return f"{_END}{words}{_END}"


def _longest(read: str) -> str:
    """The longest letters that are needed; of those of which one is needed the shortest counts."""
    found = _LETTERS.findall(read)
    return max(found, key=_size) if len(found) > 1 else "".join(found)


def _size(letters: str) -> int:
    return min(map(len, letters.split(_OR))) if _OR in letters else len(letters)


@lru_cache(maxsize=MOST_KEPT)
def _needles(alternative: str, outside: str) -> Needles:
    """What one needs that is looked up: letters outside of its groups, which are seen at a glance, or its longest."""
    letters = _longest(outside)
    if len(letters) >= LEAST:
        return Needles((_folded(letters)[:ENOUGH],))
    sizes = {min(map(len, needles)): needles for needles in _all_needs(alternative)}
    best = max(sizes, default=0)
    return Needles(needle[:ENOUGH] for needle in sizes[best]) if best >= LEAST else UNKNOWN
