"""Where a word may be divided, by the hyphenation patterns that pyphen ships (those of LibreOffice).

Letters without a vowel that the patterns part from both sides end what is before them, for there two words are joined:
"Men-sche-n-an-samm-lun-gen" is divided behind "Menschen" and not before its "n".

The patterns are read here and not by pyphen, which takes 0.4 s to parse all 78,000 German ones at once; a pattern
is decoded and parsed when a word first matches it, and none is read before a word comes that was never divided.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from unicodedata import normalize

from report.language.model import Language

SHORTEST_PART = 4
"""Letters that stay on either side of a division at least."""
VOWELS = frozenset("aeiouy")
LONGEST_ABBREVIATION = 7
"""A word in capitals of up to so many letters is an abbreviation (UNESCO) and never divided."""

MOST_WORDS = 10_000
"""That are remembered as they were divided."""

_VALUE_AND_LETTER = re.compile(r"(\d?)(\D?)")


def divisions(word: str, language: Language) -> tuple[int, ...]:
    """The numbers of letters after which the word may be divided, rising; the word is letters only."""
    is_abbreviation = word.isupper() and len(word) <= LONGEST_ABBREVIATION
    if is_abbreviation or len(word) < 2 * SHORTEST_PART:
        return ()
    return _dictionary(language.hyphenation).divisions(word.lower())


def divided_words(language: Language) -> Mapping[str, tuple[int, ...]]:
    """Words in small letters that were divided in this process so far, as `divisions` gives them."""
    return _dictionary(language.hyphenation).words


def remember(words: Mapping[str, tuple[int, ...]], language: Language) -> None:
    """Take words as they were divided before."""
    _dictionary(language.hyphenation).words.update(words)


def read_patterns(language: Language) -> None:
    """Read what words of a language are divided by, where none is known yet; else the first word does."""
    if not divided_words(language):
        _patterns(language.hyphenation)


class _Dictionary:
    """The words of a dictionary that were divided so far."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.words = dict[str, tuple[int, ...]]()

    def divisions(self, word: str) -> tuple[int, ...]:
        """Where a word in small letters is divided."""
        found = self.words.get(word)
        if found is None:
            found = _divisions(word, self._name)
            if len(self.words) < MOST_WORDS:
                self.words[word] = found
        return found


@lru_cache
def _dictionary(name: str) -> _Dictionary:
    return _Dictionary(name)


def _divisions(word: str, dictionary: str) -> tuple[int, ...]:
    """Where the patterns divide a word with a vowel behind it, parts as long as they have to be."""
    found = [*_by_patterns(word, dictionary), len(word)]
    has_vowel = (not VOWELS.isdisjoint(normalize("NFD", word[start:end])) for start, end in pairwise(found))
    whole = [place for place, is_syllable in zip(found, has_vowel, strict=False) if is_syllable]
    return tuple(place for place in whole if SHORTEST_PART <= place <= len(word) - SHORTEST_PART)


def _by_patterns(word: str, dictionary: str) -> tuple[int, ...]:
    """Liang's algorithm: the highest value that any pattern gives a gap between letters; odd ones allow a division.

    Source: Liang (1983), Word Hy-phen-a-tion by Com-put-er, Stanford University, chapter 3.
    """
    dotted = f".{word}."
    values = [0] * (len(dotted) + 1)
    for start, found in _patterns(dictionary).within(dotted):
        for gap, value in enumerate(found, start):
            values[gap] = max(values[gap], value)
    return tuple(n for n in range(1, len(word)) if values[n + 1] % 2)


class _Patterns:
    """The patterns of a dictionary by their letters: "sch3n" under "schn"."""

    def __init__(self, content: bytes) -> None:
        """Keep each line of the file as it is; its settings and comments do no harm, for no word looks like them.

        Patterns that change the spelling ("/" and "=" in them, as in Hungarian) never match and so are left out.
        """
        self._encoding = content.partition(b"\n")[0].decode("ascii").strip()
        letters = content.translate(None, string.digits.encode("ascii"))
        self._written = dict(zip(letters.split(b"\n"), content.split(b"\n"), strict=True))

    def within(self, text: str) -> Iterator[tuple[int, Iterator[int]]]:
        """Where each pattern begins that stands in a text, and its value of every gap, from before its first letter."""
        # A letter that the dictionary's encoding lacks becomes a number, and there is none in what is looked up.
        letters = [char.encode(self._encoding, "xmlcharrefreplace") for char in text]
        joined, places = b"".join(letters), [0, *accumulate(map(len, letters))]
        for start, end in combinations(range(len(places)), 2):
            written = self._written.get(joined[places[start] : places[end]])
            if written:
                found = _VALUE_AND_LETTER.findall(written.decode(self._encoding))
                yield start, (int(value or 0) for value, _ in found[: end - start + 1])


@lru_cache
def _patterns(dictionary: str) -> _Patterns:
    import pyphen  # 4 ms, which few builds need

    return _Patterns(pyphen.LANGUAGES[pyphen.language_fallback(dictionary)].read_bytes())
