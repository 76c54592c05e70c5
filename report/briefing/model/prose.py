"""Texts as runs, so that every word and every number on a page knows where it comes from.

"Basis: Marketingverantwortliche, n = 430 · Quelle: ..."
 literal  words                   fact        literal

Fixed words of the program are split here from what is filled into them (`told`), and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from enum import Enum
from functools import lru_cache
from itertools import groupby
from string import Formatter
from typing import TypeAlias

from report.diagnostics import Location, SourceText
from report.frozen import frozen
from report.language.embedding import behind
from report.language.lists import join
from report.language.model import Language
from report.survey.model import CellId, Survey, Translated
from report.tables.model import Cell
from report.text.model import Span, Style


@frozen
class Literal:
    """Fixed words of the program, without any digit; strong ones stand bold."""

    text: str
    is_strong: bool = False


@frozen
class Words:
    """Words of the author or of the survey. `source` has their places.

    expression: what the author wrote to have the label of an answer here; it is bound like a number.
    """

    text: str
    is_strong: bool = False
    source: SourceText = field(default=SourceText(""), compare=False, repr=False)
    expression: str = ""

    @classmethod
    def of(cls, source: SourceText) -> Words:
        """A text as it is written."""
        return cls(source.text, source=source)


@frozen
class Figure:
    """A number in a text, already worded, bound to the cells it was read or computed from by its expression."""

    text: str
    cells: tuple[CellId, ...]
    is_strong: bool = False
    expression: str = ""
    location: Location | None = field(default=None, compare=False, repr=False)


class FactKind(Enum):
    """What a number that is no figure of the survey tells; FORM: how a chart is drawn, in words."""

    DATE = "date"
    N = "n"
    COUNT = "count"
    PAGE = "page"
    PAGES = "pages"
    SLIDE = "slide"
    PART = "part"
    PARTS = "parts"
    FOOTNOTE = "footnote"
    FORM = "form"
    CONSTANT = "constant"


@frozen
class Fact:
    """A declared number that is no cell; `origin` names the value of the survey or of the document that it states."""

    kind: FactKind
    text: str
    origin: str
    is_strong: bool = False


@frozen
class Late:
    """A fact that is known only where things are placed, and empty until then. target: the node it speaks of."""

    kind: FactKind
    target: str = ""
    is_strong: bool = False

    @property
    def text(self) -> str:
        """Nothing yet."""
        return ""


Run: TypeAlias = Literal | Words | Figure | Fact | Late

LEAST_PART = 0.25
"""Of a text that was put together: what is shorter is not the one part that makes it too long."""


@frozen
class Prose:
    """A text of one paragraph as a sequence of runs; words may hold line breaks the author asked for.

    location: where it was written as a whole; None for a text that was put together.
    """

    runs: tuple[Run, ...]
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The bare characters."""
        return "".join([run.text for run in self.runs])

    @property
    def cells(self) -> tuple[CellId, ...]:
        """The cells whose numbers stand in the text, in order, each once."""
        return tuple(dict.fromkeys(cell for run in self.runs if isinstance(run, Figure) for cell in run.cells))

    def place(self, near: Location | None = None) -> Location | None:
        """Where the text was written, or the longest of its words: the part to shorten if it is too long.

        near: decides between equal ones, and is the answer where the text is made of many short ones.
        """
        if self.location:
            return self.location
        longest = self.longest_words(near)
        return longest.at(0, len(longest.text)) if longest else near

    def longest_words(self, near: Location | None = None) -> SourceText | None:
        """Of a text that was put together the longest words that somebody wrote; None where all are short.

        near: as in `place`; where it is None, no words are too short.
        """
        written = [(words, place) for words in _sources(self.runs) if (place := words.at(0, len(words.text)))]
        longest = max((len(words.text) for words, _ in written), default=0)
        if near and longest < len(self.text) * LEAST_PART:
            return None
        of_them = [(words, place) for words, place in written if len(words.text) == longest]
        return min(of_them, key=lambda each: _distance(each[1], near), default=(None, None))[0]

    def strong(self) -> Prose:
        """The same text in bold."""
        return replace(self, runs=tuple(replace(run, is_strong=True) for run in self.runs))

    def settled(self, value: Callable[[Late], str]) -> Prose:
        """The text once it is placed, its late facts as `value` gives them."""
        runs = (
            Fact(run.kind, value(run), run.target, run.is_strong) if isinstance(run, Late) else run for run in self.runs
        )
        return replace(self, runs=tuple(runs))

    def spans(self, style: Style, strong: Style | None = None) -> tuple[Span, ...]:
        """The text in a style, strong runs in `strong` (default: the same style in bold).

        What is bound to cells has a span of its own; the runs around it are one as far as they are set alike.
        """
        bold = (strong or style.bold()) if any(run.is_strong for run in self.runs) else style
        groups = groupby(
            enumerate(self.runs), lambda each: (each[1].is_strong, each[0] if _is_bound(each[1]) else None)
        )
        found = [(is_strong, [run for _, run in group]) for (is_strong, _), group in groups]
        return tuple(
            Span("".join(run.text for run in runs), bold if is_strong else style, _cells(runs[0]))
            for is_strong, runs in found
        )


Paragraphs: TypeAlias = tuple[Prose, ...]
"""A longer text, paragraph by paragraph."""

Part: TypeAlias = Run | Prose


def told(template: str, **parts: Part) -> Prose:
    """Fixed words of the language with their `{...}` filled in."""
    found: list[Part] = []
    for words, name, _, _ in Formatter().parse(template):
        before = found[-1].text if found else ""
        found += [fixed(behind(before, words)), *([parts[name]] if name else [])]
    return Prose(tuple(_runs(found)))


@lru_cache(maxsize=1024)
def fixed(words: str) -> Prose:
    """Words of the program as they are; the 100 in them is the whole that shares are parts of."""
    pieces = (piece for piece in _WHOLE.split(words) if piece)
    return Prose(
        tuple(
            Fact(FactKind.CONSTANT, piece, "the whole in per cent") if piece == WHOLE else Literal(piece)
            for piece in pieces
        )
    )


def worded(text: Translated, language: Language) -> Prose:
    """A text of the survey in a language."""
    return Prose((Words.of(text.source(language.code)),))


def joined(parts: Iterable[Part], between: str) -> Prose:
    """The parts one after the other, with fixed words between them."""
    found: list[Part] = []
    for part in parts:
        found += [fixed(behind(found[-1].text, between)), part] if found else [part]
    return Prose(tuple(_runs(found)))


def listed(parts: Sequence[Part], language: Language) -> Prose:
    """The parts as the language lists them: "2013, 2014 und 2016"."""
    names = [f"part{number}" for number in range(len(parts))]
    return told(join([f"{{{name}}}" for name in names], language), **dict(zip(names, parts, strict=True)))


def figure(cell: Cell, text: str, survey: Survey) -> Figure:
    """The number of one cell, as it is worded."""
    return Figure(text, (cell.id,), expression=name_of(cell.id, survey))


def name_of(cell: CellId, survey: Survey) -> str:
    """What an author writes to mean a cell: "challenges.privacy", "teams.own.w2013", "teams.own.size.small"."""
    total = f"{cell.question}.{cell.answer}"
    if not cell.column.is_total:
        return f"{total}.{cell.column.segment}.{cell.column.column}"
    return total if cell.wave == survey.wave else f"{total}.{cell.wave}"


WHOLE = "100"
_WHOLE = re.compile(rf"(?<!\d)({WHOLE})(?!\d)")


def _runs(parts: Iterable[Part]) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Prose):
            yield from part.runs
        else:
            yield part


def _sources(runs: Sequence[Run]) -> Iterator[SourceText]:
    """All words as they were written, with one blank between two."""
    for run in runs:
        if isinstance(run, Words):
            text = " ".join(run.source.text.split())
            yield SourceText(text, run.source.starts)


def _distance(place: Location, near: Location | None) -> tuple[bool, int]:
    """How far apart two places are, in lines; another file is farther than any line."""
    return (True, 0) if near is None or near.file != place.file else (False, abs(near.line - place.line))


def _is_bound(run: Run) -> bool:
    return isinstance(run, Figure) or (isinstance(run, Words) and bool(run.expression))


def _cells(run: Run) -> tuple[str, ...]:
    return tuple(str(cell) for cell in run.cells) if isinstance(run, Figure) else ()
