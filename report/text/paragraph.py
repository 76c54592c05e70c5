"""One paragraph before it is broken: its characters on one endless line, and the places where it may break.

    in sozialen Medien,  Social-Media-Teams
    0 1        2       3 |      4     5    6
                     end next

A line up to place 3 ends before the blanks; a line from there starts behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from report.frozen import frozen
from report.language.dates import month_names
from report.language.model import Language
from report.text.fonts import SOFT_HYPHEN, Fonts
from report.text.hyphenation import divisions
from report.text.model import Line, Span
from report.units import Pt

HYPHEN = "-"

_WITHIN_NUMBER = r"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d)) (?=\d{3}\b)"
"""The blank that groups the digits of "1 250": what follows it would be read as a number of its own."""
_BREAK = re.compile(
    rf"(?!{_WITHIN_NUMBER}) ++(?!·|/ )"  # blanks, but a middle dot or a lone slash stays with what precedes it
    r"|(?<=[^\W_]{2}[-\u2010/–])(?=[^\W_]{2}|[$£€]\d)"  # after hyphen, slash, en dash within a word; never "E-", "5–"
    r"|(?<=[^\W_])\u00AD(?=[^\W_])"
)
_IN_ADDRESS = re.compile(r"(?<=[/?&=])(?=[^/?&=])|(?=[._#%])")
"""Where an address of a web page may be divided: after what parts it, before what could be taken for its end. No
hyphen is added, for it would be read as part of the address.
"""
_ANY_BREAK = re.compile(r" |(?<=[-\u2010/–])(?=\S)")
"""Where some program breaks lines, whatever stands around: PowerPoint after every hyphen, LibreOffice after slashes."""
_WORD = re.compile(r"[^\W\d_]+(?:\u00AD+[^\W\d_]+)*")


@frozen
class Place:
    """A place where the paragraph may break: the line ends at `end`, the next begins at `next` (both offsets).

    divided: the break divides a word, so the line gets a hyphen that the text does not have. torn: it parts what
    belongs together, such as "18 to 34".
    """

    end: int
    next: int
    divided: bool = False
    torn: bool = False


@lru_cache(maxsize=2048)
def _breaks(text: str, kept_together: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where a text may break, from before its first character that is not blank to behind its last one; where it tears.

    Laying out asks for the same text at several sizes and measures.
    """
    first = len(text) - len(text.lstrip(" "))
    last = max(first, len(text.rstrip(" ")))
    kept = [mark.span() for mark in re.finditer(kept_together, text)]
    whole, torn = [Place(0, first)], list[Place]()
    for mark in _BREAK.finditer(text, first, last):
        end, following = mark.span()
        is_torn = any(begins < end and following < ends for begins, ends in kept)
        (torn if is_torn else whole).append(Place(end, following, mark.group() == SOFT_HYPHEN, is_torn))
    return (*whole, Place(last, len(text))), tuple(torn)


class Paragraph:
    """The characters of a paragraph, without line breaks, and the x of each on one endless line.

    places: in rising order, the first before the first character that is not blank, the last behind the last one.
    A piece between two of them that is wider than `measure` (points) may be torn between the words that the language
    keeps together, and what is still wider is divided by its hyphenation where its words allow that.
    """

    def __init__(self, spans: Sequence[Span], measure: Pt, fonts: Fonts, language: Language) -> None:
        self.spans = tuple(spans)
        self.measure = measure
        self.text = "".join(span.text for span in spans)
        self._fonts = fonts
        self._language = language
        self._lay_out()
        self.places = tuple(self._places())

    def width(self, start: int, place: Place) -> Pt:
        """The width of the line from offset `start` to a place, with the hyphen that a division adds."""
        width = self._position[place.end] - self._position[start]
        if not place.divided:
            return max(0.0, width - self._tracking[place.end])
        return width + self._fonts.char_width(HYPHEN, self.spans[self._owner[place.end - 1]].style)

    def line(self, start: int, place: Place) -> Line:
        """The line from offset `start` to a place: soft hyphens gone, the hyphen of a division set."""
        spans = list(self._cut(start, place.end))
        if place.divided:
            spans[-1] = replace(spans[-1], text=spans[-1].text + HYPHEN)
        return Line(
            tuple(spans),
            self.width(start, place),
            is_divided=place.divided,
            is_torn=place.torn,
            is_joined=place.end == place.next < len(self.text),
            width_with_next=self._with_next(start, place),
        )

    def _with_next(self, start: int, place: Place) -> Pt | None:
        """The width of the line from offset `start` with the shortest piece behind a place that could join it."""
        if place.next >= len(self.text):
            return None
        found = _ANY_BREAK.search(self.text, place.next + 1)
        return self._position[found.start() if found else len(self.text)] - self._position[start]

    def divisions(self, start: int, end: int) -> list[Place]:
        """The places between two offsets where hyphenation may divide a word, or an address may be divided.

        Left alone are words in which the author has set soft hyphens, and numbers bound to a cell with their words.
        """
        if self._is_in_address(start):
            return [Place(mark.start(), mark.start()) for mark in _IN_ADDRESS.finditer(self.text, start + 1, end)]
        return [
            Place(word.start() + letters, word.start() + letters, divided=True)
            for word in _WORD.finditer(self.text, start, end)
            if SOFT_HYPHEN not in word.group() and not self._is_figure(word)
            for letters in divisions(word.group(), self._language)
        ]

    def _lay_out(self) -> None:
        """Per offset: the x where the character before it ends, its span, the tracking that ends there; span ends."""
        self._position, self._tracking, self._owner = [0.0], [0.0], list[int]()
        self._ends = list(accumulate(len(span.text) for span in self.spans))
        for number, span in enumerate(self.spans):
            metrics, style, text = self._fonts.metrics(span.style.face), span.style, span.text
            advances, notdef = metrics.advances, metrics.notdef_advance
            scale = style.size / metrics.units_per_em * self._fonts.widened(style.face)
            spacing = style.tracking * style.size
            steps = [advances.get(char, notdef) * scale + spacing if char != SOFT_HYPHEN else 0.0 for char in text]
            self._position += accumulate(steps, initial=self._position.pop())
            self._owner += [number] * len(text)
            if SOFT_HYPHEN not in text:
                self._tracking += [spacing] * len(text)
                continue
            for char in text:
                self._tracking.append(spacing if char != SOFT_HYPHEN else self._tracking[-1])

    def _places(self) -> Iterator[Place]:
        """All places; a piece that is wider than the measure brings those within it, and its divisions."""
        whole, torn = _breaks(self.text, self._language.kept_together)
        yield whole[0]
        for before, place in pairwise(whole):
            if self.width(before.next, place) <= self.measure:
                yield place
                continue
            within = [each for each in torn if before.next < each.end < place.end]
            for start, piece in pairwise([before, *within, place]):
                if self.width(start.next, piece) > self.measure:
                    yield from self.divisions(start.next, piece.end)
                yield piece

    def is_month(self, offset: int) -> bool:
        """Whether the word from here on is the name of a month, which is not divided to fill a line."""
        word = _WORD.search(self.text, offset)
        return word is not None and word.group() in month_names(self._language.locale)

    def _is_in_address(self, offset: int) -> bool:
        """Whether the characters between two blanks, of which this is one, are the address of a web page."""
        return "://" in self.text[self.text.rfind(" ", 0, offset) + 1 :].partition(" ")[0]

    def _cut(self, start: int, end: int) -> Iterator[Span]:
        while start < end:
            span = self.spans[self._owner[start]]
            last = min(end, self._ends[self._owner[start]])
            if text := self.text[start:last].replace(SOFT_HYPHEN, ""):
                yield span if text == span.text else replace(span, text=text)
            start = last

    def _is_figure(self, word: re.Match[str]) -> bool:
        spans = {self._owner[word.start()], self._owner[word.end() - 1]}
        return any(self.spans[n].cells and any(char.isdigit() for char in self.spans[n].text) for n in spans)
