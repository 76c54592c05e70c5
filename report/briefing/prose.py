"""Author's texts with their figures bound: `{{ }}` evaluated and worded, `**bold**` set, every fault at its place.

The words of a text that stand in no file are the program's own (the default story makes such), and it has no place as a
whole; the rule against numbers typed by hand is for authors.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from report.briefing.evaluation import Reading, evaluate
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.filters import worded
from report.briefing.markup import Piece, paragraphs, take_apart, trimmed
from report.briefing.model.prose import Figure, Literal, Paragraphs, Prose, Run, Words
from report.briefing.printed_units import other_unit_given
from report.briefing.unbound import unbound_numbers
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, SourceText
from report.frozen import frozen
from report.language.embedding import behind


@frozen
class TextReading:
    """A text as read: its paragraphs, the cells its figures read, its faults (a faulty figure stands in no run).

    is_whole: it has no fault and every figure of it a value.
    """

    paragraphs: Paragraphs
    readings: tuple[Reading, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    is_whole: bool = True

    @property
    def prose(self) -> Prose:
        """The one paragraph of a short text."""
        return self.paragraphs[0]


def read_prose(
    source: SourceText, facts: Facts, *, is_authored: bool = True, may_type_numbers: bool = False
) -> TextReading:
    """A text of one paragraph; its line breaks are those the author asked for.

    may_type_numbers: the numbers of the text are none of the survey's results (somebody is quoted word for word).
    """
    text = trimmed(source)
    return _read(text, facts, line_break="\n", is_authored=is_authored, may_type_numbers=may_type_numbers)


def read_paragraphs(
    source: SourceText, facts: Facts, *, is_authored: bool = True, may_type_numbers: bool = False
) -> TextReading:
    """A longer text: blank lines part its paragraphs, single line breaks are blanks."""
    parts = [
        _read(paragraph, facts, line_break=" ", is_authored=is_authored, may_type_numbers=may_type_numbers)
        for paragraph in paragraphs(source)
    ]
    return TextReading(
        tuple(part.prose for part in parts),
        tuple(reading for part in parts for reading in part.readings),
        tuple(fault for part in parts for fault in part.faults),
        all(part.is_whole for part in parts),
    )


def _read(
    source: SourceText, facts: Facts, *, line_break: str, is_authored: bool, may_type_numbers: bool
) -> TextReading:
    markup = take_apart(source)
    faults = list(markup.faults)
    if is_authored and source.location and not may_type_numbers:
        faults += unbound_numbers(source, facts)
    runs: list[Run] = []
    readings: list[Reading] = []
    is_whole = True
    for piece, following in zip_longest(markup.pieces, markup.pieces[1:]):
        if not piece.is_figure:
            for part in piece.source.stretches():
                words = _words(part, piece, line_break, is_authored=is_authored)
                if isinstance(words, Literal) and runs:  # the program's, behind a label that may end in a mark
                    words = replace(words, text=behind(runs[-1].text, words.text))
                runs.append(words)
            continue
        run, read, found = _figure(piece, following, facts)
        readings += read
        faults += found
        is_whole = is_whole and run is not None
        runs += [run] if run else []
    location = source.location if is_authored else None
    prose = Prose(tuple(runs), location)
    return TextReading((prose,), tuple(readings), tuple(faults), is_whole=is_whole and not faults)


def _words(source: SourceText, piece: Piece, line_break: str, *, is_authored: bool) -> Words | Literal:
    text = _settled(source.text, line_break)
    if is_authored or source.location:
        return Words(text, piece.is_strong, source)
    return Literal(text, piece.is_strong)


def _figure(
    piece: Piece, following: Piece | None, facts: Facts
) -> tuple[Words | Figure | None, tuple[Reading, ...], tuple[Diagnostic, ...]]:
    """The run of a figure, the cells it read, and what is wrong with it; a text that holds no number is words.

    following: the piece behind it, whose words may give it a unit.
    """
    found = evaluate(piece.source, facts)
    if found.value is None or found.expression is None:
        return None, found.readings, found.faults
    text, numbers = worded(found.value, facts.language), found.expression.numbers
    if isinstance(text, Refusal):
        return None, found.readings, (found.expression.fault(found.expression.whole, text),)
    if numbers:
        message = "a figure is computed from the data alone, not from numbers typed by hand"
        return None, found.readings, (found.expression.fault(numbers[0], Refusal(StoryFault.UNBOUND_NUMBER, message)),)
    cells, expression = tuple(cell.id for cell in found.value.cells), piece.source.text.strip()
    if not cells:
        return Words(text, piece.is_strong, found.value.source, expression), found.readings, ()
    place = found.expression.place(found.expression.whole)
    fault = other_unit_given(found.expression, following.source, facts) if following else None
    return Figure(text, cells, piece.is_strong, expression, place), found.readings, (fault,) if fault else ()


def _settled(text: str, line_break: str) -> str:
    """The words with single blanks; no-break spaces of the author stay."""
    return re.sub(r"[ \t]+", " ", re.sub(r"[ \t]*\n\s*", line_break, text))
