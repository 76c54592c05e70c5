"""Which characters mean the same: made one before anything else sees a text.

A text that was copied from a web page, a PDF file or a word processor holds characters that look like others or like
nothing. What only looks different is made the same here; what says something of its own stays: no-break space,
no-break hyphen, soft hyphen. What follows (checks of typed numbers, line breaking, search in the outputs) knows one
blank that breaks and one that does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

WIDE_BLANKS = "\u1680\u2000-\u2006\u2008\u205f\u3000"
"""Blanks of other widths at which a line may break; as a set of a regular expression, like those that follow."""
NARROW_BLANKS = "\u2007\u2009\u200a\u202f"
"""Blanks that stand within numbers and abbreviations; a line that broke there would tear them apart."""
ZERO_WIDTH = "\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff"
"""Characters without a width, which nobody sees."""
ODD_BLANKS = f"\u00a0{WIDE_BLANKS}{NARROW_BLANKS}"
"""What looks like a space and is none to YAML."""

_SHAPING = "\u200c-\u200f\ufe0e\ufe0f"
"""Those of them that scripts from Hebrew to Devanagari and emoji need to look right."""
_SHAPED = "\u0590-\u1cff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_DROPPED = f"[\u034f\u180e\u200b\u2060-\u2064\ufeff]|(?<![{_SHAPED}{_SHAPING}])[{_SHAPING}]+"

_ALIKE = {
    **{ord(char): " " for char in "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u205f\u3000"},
    **{ord(char): NO_BREAK_SPACE for char in "\u2007\u2009\u200a\u202f"},
    # U+2010 breaks and means what the hyphen of the keyboard does; who searches for a word types that one.
    **{ord(char): "-" for char in "\u2010\ufe63\uff0d"},
}
_MAY_CHANGE = re.compile("[^\u0000-\u02ff\u2011-\u202e\u2030-\u205e\u2065-\u20cf]")
MOST_MARKS = 30
"""Marks that are composed with one letter, as UAX #15, section 13 (Stream-Safe Text Format) counts them.

Normalising takes time with the square of their number.
"""


def normalized(text: str) -> str:
    """The text in the normal form NFC, with one character each for what looks the same; idempotent."""
    return "".join(char for char, _ in origins(text)) if _MAY_CHANGE.search(text) else text


def is_normal(text: str) -> bool:
    """Whether normalising would leave every character as it is."""
    return not _MAY_CHANGE.search(text) or normalized(text) == text


def origins(text: str) -> list[tuple[str, int]]:
    """The characters of the normalised text, each with the offset in `text` that it comes from."""
    dropped = {offset for found in re.finditer(_DROPPED, text) for offset in range(*found.span())}
    kept = [(offset, char.translate(_ALIKE)) for offset, char in enumerate(text) if offset not in dropped]
    return [placed for cluster in _clusters(kept) for placed in _composed(cluster)]


def _clusters(characters: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Every letter with the marks that follow it."""
    cluster: list[tuple[int, str]] = []
    for offset, char in characters:
        if cluster and not (_is_mark(char) and len(cluster) <= MOST_MARKS):
            yield cluster
            cluster = []
        cluster.append((offset, char))
    if cluster:
        yield cluster


def _is_mark(char: str) -> bool:
    """Whether a character can become one with that before it: marks, and the later parts of Korean syllables."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def _composed(cluster: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    text = unicodedata.normalize("NFC", "".join(char for _, char in cluster))
    for index, char in enumerate(text):
        yield char, cluster[min(index, len(cluster) - 1)][0]


UNSEEN = f"[\u00ad{ZERO_WIDTH}]"
"""What nobody sees in an answer; a regular expression of Python, DuckDB and Spark, as are the next two."""
BLANKS = f"[\\x01-\\x20\u007f-\u009f\u2028\u2029{ODD_BLANKS}]+"
HYPHENS = "[\u2010\ufe63\uff0d]"
IS_PLAIN = "^[!-~]+( [!-~]+)*$"
"""A text that is compared as it stands."""


def comparable(text: str) -> str:
    """The text by which two answers are one: without what nobody sees, all that is blank one space; idempotent.

    macOS writes umlauts as two characters, and cells have line breaks and tabs within answers.
    """
    seen = re.sub(BLANKS, " ", re.sub(UNSEEN, "", re.sub(HYPHENS, "-", normalized(text))))
    return normalized(seen.strip(" "))


_WITHOUT_COLUMN = "[\u0300-\u036f\u200b-\u200f\u2060-\u2064]"


def columns(text: str) -> int:
    """The columns that a text takes in a terminal, in which accents and what has no width take none."""
    return len(text) - len(re.findall(_WITHOUT_COLUMN, text))


def named(char: str) -> str:
    """A character by its code point and name: "U+00A0 (no-break space)"."""
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")
