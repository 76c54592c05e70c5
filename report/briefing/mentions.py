"""Where a text names something of the survey: an answer, or a group of those asked.

    "Von denen, die 65 und älter sind, ..."      names "65 und älter"
                    └─────┬────┘                 whole words in their order, capitals and hyphens aside

Names are found with care rather than everywhere: numbers must be equal, words may differ in the endings that German
and English inflect ("Ältere Befragte", "älteren Befragten"; "owner", "owners") if enough of them is left to tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from report.frozen import frozen

LEAST_STEM = 4
"""Letters that two forms of a word share at the least; shorter words are equal or different."""
ENDINGS = ("", "e", "n", "s", "m", "r", "en", "er", "es", "em", "ern")
"""What may follow them."""

LEAST_PART = 3
"""Letters of the first part of a compound at the least."""

TO = ("bis", "to")
"""Words between the ends of a range."""

_OF_AGE = re.compile(r"jahre?n?|jährig\w*|years?")
"""Words of age that are forms of each other: "18 bis 24 Jahre", "18- bis 24-Jährige"."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@frozen
class Mention:
    """The characters of a text, from `start` up to `end`, in which a name stands."""

    start: int
    end: int

    def lies_within(self, other: Mention) -> bool:
        """Whether a longer name holds it: "30" in "unter 30"."""
        return other.start <= self.start and self.end <= other.end and self != other


def mentions(name: str, text: str) -> Iterator[Mention]:
    """Every place where the words of a name stand in a text, one after the other."""
    return iter(_mentions(name, text))


@lru_cache(maxsize=8192)
def _mentions(name: str, text: str) -> tuple[Mention, ...]:
    """The same at once: each check of a claim looks for the names in its sentence, and each build in the same ones."""
    wanted, found = _words(name), _words(text)
    places = range(len(found) - len(wanted) + 1 if wanted else 0)
    stretches = (found[first : first + len(wanted)] for first in places)
    return tuple(
        Mention(stretch[0].start, stretch[-1].end)
        for stretch in stretches
        if all(_is_form_of(one.text, other.text) for one, other in zip(stretch, wanted, strict=True))
    )


def words_of(name: str) -> frozenset[str]:
    """The words of a name, capitals aside."""
    return frozenset(word.text for word in _words(name))


def names_one_of(words: str, text: str, *, weak: frozenset[str]) -> bool:
    """Whether a text holds any of some words that mean something by themselves; `weak` do not, on either side."""
    wanted = [word.text for word in _words(words) if word.text not in weak]
    found = [word.text for word in _words(text) if word.text not in weak]
    return any(_is_akin(each, word) for each in found for word in wanted)


def names_what_tells(words: str, text: str, *, weak: frozenset[str]) -> bool:
    """Whether a text holds all of some words that mean something by themselves; `weak` and very short ones do not."""
    wanted = [word.text for word in _words(words) if word.text not in weak]
    telling = [word for word in wanted if len(word) >= LEAST_STEM or not word.isalpha()]
    found = _words(text)
    return all(any(_is_akin(each.text, word) for each in found) for word in telling)


def is_telling(name: str, weak: frozenset[str], *, least: int = LEAST_STEM) -> bool:
    """Whether a name can be told from other words: several words, or one of letters that is not a small word.

    least: letters that such a one has at the least.
    """
    words = [word.text for word in _words(name)]
    if len(words) > 1:
        return any(word not in weak for word in words)
    return all(len(word) >= least and not word.isdecimal() and word not in weak for word in words) and bool(words)


def is_short_name(name: str, small: frozenset[str]) -> bool:
    """Whether a name has too few letters to be told by them, and a capital that tells it: "Bus", "TV", "SPD"."""
    words = [word.text for word in _words(name)]
    is_short = len(words) == 1 and words[0].isalpha() and len(words[0]) < LEAST_STEM
    return is_short and len(name) > 1 and name.isalpha() and name[0].isupper() and words[0] not in small


def stands_as_written(mention: Mention, name: str, text: str, *, begins: bool) -> bool:
    """Whether a text has a name with its very capitals; `begins`: also at a start, where any word has one."""
    before = "".join(text[: mention.start].split()).rstrip('"“„»(')
    is_start = not before or before[-1] in ".:!?"
    is_told_apart = not is_start or begins or name[1:] != name[1:].lower()
    return text[mention.start : mention.end] == name and is_told_apart


@frozen
class _Word:
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def _words(text: str) -> Sequence[_Word]:
    """The words of a text; those between the ends of a range ("18 bis 24", "18-24") say no more than the ends.

    Each label of a survey is looked for in each text of a briefing.
    """
    words = [
        _Word(unicodedata.normalize("NFC", found[0]).casefold(), found.start(), found.end())
        for found in _WORD.finditer(text)
    ]
    numbers = [word.text.isdecimal() for word in words]
    inner = zip(words[1:-1], numbers[:-2], numbers[2:], strict=True) if len(words) > 2 else ()
    of_ranges = [word for word, before, behind in inner if word.text in TO and before and behind]
    return [word for word in words if word not in of_ranges]


def _is_akin(one: str, other: str) -> bool:
    """Two forms of a word, or a compound and its first part ("Gas", "Gasheizung")."""
    shorter, longer = sorted((one, other), key=len)
    return _is_form_of(one, other) or (len(shorter) >= LEAST_PART and longer.startswith(shorter))


def _is_form_of(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[:LEAST_STEM] != other[:LEAST_STEM]:  # as of most pairs, whose letters need not be counted then
        return bool(_OF_AGE.fullmatch(one) and _OF_AGE.fullmatch(other))
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    is_word = one[:stem].isalpha() and stem >= LEAST_STEM
    return is_word and one[stem:] in ENDINGS and other[stem:] in ENDINGS
