"""Labels of a data file made such that every output can show them: characters, words that find a break, lengths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from itertools import pairwise

from report.characters import normalized
from report.frozen import frozen
from report.language.model import Language
from report.text.hyphenation import divisions

QUESTION_ROOM, ANSWER_ROOM, TOPIC_ROOM, SEGMENT_ROOM, GROUP_ROOM = 300, 120, 40, 40, 60
TITLE_ROOM, SHORT_ROOM = 75, 30
"""Characters that find room in every place, as docs/survey-format.md says them."""

LONG_LABEL = 70
"""Characters of an answer that has a place even where its part of a bar leaves one line."""

LONGEST_WORD = 20
"""Characters that a word may have without a place to be divided at."""
PIECE_OF_WORD = 10
"""Letters between two soft hyphens; a piece may be a few longer, where signs stand that none can stand beside."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_WITH_SIGNS = re.compile(r"[^\w]*([^\W\d_]+)[^\w]*")
"""A word with the signs around it, such as a question mark."""
_BREAK = re.compile(r"(?<=[^\W_]{2}[-/–])(?=[^\W_]{2})")
"""Where lines break within a word, beside soft hyphens between letters (`report.text.paragraph`)."""

Lacking = Callable[[str], frozenset[str]]
"""The characters of a text that some output cannot show."""


@frozen
class Drawn:
    """A label as it is drafted; comment: what it said, where that was changed."""

    text: str
    comment: str | None = None


@frozen
class Texts:
    """Makes labels that can be shown. lacking: tells the characters that cannot. language: that they are in."""

    lacking: Lacking
    language: Language | None = None

    def drawn(self, said: str, room: int, *, instead: str) -> Drawn:
        """A label of at most `room` characters. instead: what stands there where nothing of it can be shown."""
        text = cleaned(said)
        shown = self._shown(_LONG_WORD.sub(lambda found: found[0].replace("_", " "), text))
        if not any(char.isalnum() for char in shown):
            return Drawn(instead, f"the file says: {text}" if text else None)
        cut = shortened_at_a_word(shown, room)
        comment = f"the file says: {text}" if cut != text else None
        return Drawn(_LONG_WORD.sub(lambda found: self._divided(found[0]), cut), comment)

    def short(self, label: str, taken: Collection[str]) -> str | None:
        """A short form of a label that is longer than some places; None for one that is not, or has none of its own."""
        if len(label) <= LONG_LABEL:
            return None
        tried = (self.drawn(label, room, instead="").text for room in (SHORT_ROOM, LONG_LABEL // 2, LONG_LABEL))
        return next((each for each in tried if each and each.casefold() not in taken), None)

    def _shown(self, text: str) -> str:
        lacking = self.lacking(text)
        shown = "".join(self._in_place_of(char) if char in lacking else char for char in text)
        return " ".join(shown.split())

    def _divided(self, word: str) -> str:
        """A long word with places to break a line at."""
        return "".join(map(self._piece, _BREAK.split(word)))

    def _piece(self, piece: str) -> str:
        """A part of a word with soft hyphens, where the patterns of its language do not divide it anyway."""
        if len(piece) <= LONGEST_WORD:
            return piece
        word = _WITH_SIGNS.fullmatch(piece)
        if self.language and word:
            places = (0, *divisions(word[1], self.language), len(word[1]))
            if all(end - start <= LONGEST_WORD for start, end in pairwise(places)):
                return piece
        parted = _parted(piece)
        is_short = all(len(part) <= LONGEST_WORD for part in parted.split(SOFT_HYPHEN))
        return parted if is_short else f"{piece[: LONGEST_WORD - 1]}…"

    def _in_place_of(self, char: str) -> str:
        """What a character is made of, if that can be shown; a question mark for a letter, nothing for a sign."""
        parts = unicodedata.normalize("NFKD", char)
        if parts != char and not self.lacking(parts):
            return parts
        return "?" if unicodedata.category(char)[0] in "LN" else " " if char.isspace() else ""


def cleaned(said: str) -> str:
    """A text on one line, without what nobody sees, its look-alikes made one."""
    visible = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in said)
    kept = "".join(char for char in normalized(visible) if unicodedata.category(char)[0] != "C")
    return " ".join(kept.split(" ")).strip() if kept.isascii() else " ".join(kept.split())


def printable(text: str, room: int = 200) -> str:
    """A text as a comment can hold it: what no editor shows by its number."""
    bare = "".join(
        char if char == " " or unicodedata.category(char)[0] in "LNPS" else f"\\u{ord(char):04x}" for char in text
    )
    return bare if len(bare) <= room else f"{bare[:room]}…"


def shortened_at_a_word(text: str, room: int) -> str:
    """A text cut behind a word, with an ellipsis; the whole of it where it finds room."""
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[room // 2 :] else cut
    return at_word.rstrip(" ,;:.-–(/") + "…"


def _parted(piece: str) -> str:
    """A part of a word with soft hyphens at even distances, each between two letters or digits."""
    found, length = "", 0
    for place, char in enumerate(piece):
        is_within = place > 0 and char.isalnum() and piece[place - 1].isalnum()
        if is_within and length >= PIECE_OF_WORD and len(piece) - place > 2:
            found, length = found + SOFT_HYPHEN, 0
        found, length = found + char, length + 1
    return found


def spoken(name: str) -> str:
    """The name of a column or file as words: without underscores, its first letter a capital; "q12_1" stays a code."""
    words = " ".join(re.sub(r"[_\s]+|(?<=[a-z])\.(?=[a-z])", " ", name).split())
    is_code = bool(re.fullmatch(r"[A-Za-z]{0,3}\d.*", words))
    return words if is_code else words[:1].upper() + words[1:]
