"""Turns measured text into marks: single words, lines, and blocks of lines around a height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.drawing.model import Break, MarkRole, TextMark
from report.formats.grid import TypeSize
from report.language.model import Language
from report.text.breaking import break_lines
from report.text.fonts import SOFT_HYPHEN, Fonts
from report.text.measuring import one_line
from report.text.model import Face, Line, Span, Style
from report.units import Color, Pt

CAP_HEIGHT = 0.645
"""Height of a capital as a share of the size; what stands on one line is centred by it."""
ASCENT = 0.75
"""How far a letter reaches above its baseline, as a share of the size."""
DESCENT = 0.25
"""How far a letter reaches below its baseline, as a share of the size."""

_BREAKS = frozenset(("\n", SOFT_HYPHEN))


def text_mark(
    role: MarkRole, text: str, style: Style, *, x: Pt, baseline: Pt, fonts: Fonts, cells: tuple[str, ...] = ()
) -> TextMark:
    """One run of text from `x` to the right."""
    width = fonts.width(text, style)
    return TextMark(role, text, style.face, style.size, style.color, x, baseline, width, style.tracking, cells)


def balanced_lines(text: str, style: Style, width: Pt, fonts: Fonts, language: Language) -> tuple[Line, ...]:
    """The text in as few lines as `width` allows, evenly filled; a line may be wider if a word is.

    Most labels are one line, and finding that out by measuring takes a tenth of the time of breaking.
    """
    spans = (Span(text, style),)
    if fonts.width(text, style) <= width and not _BREAKS.intersection(text):
        return (one_line(spans, fonts),)
    return break_lines(spans, width, fonts, language, balanced=True)


def widest(lines: Sequence[Line]) -> Pt:
    """The width of the longest line."""
    return max((line.width for line in lines), default=0.0)


def digit_height(fonts: Fonts) -> float:
    """Height of a digit as a share of the size; numbers are centred by it.

    That of the bold face for both, to three decimals, so that numbers side by side stand on one line.
    """
    return round(fonts.digit_height(Face.BOLD), 3)


def block_height(lines: int, type_size: TypeSize) -> Pt:
    """From the top of a capital in the first line to the baseline of the last."""
    return CAP_HEIGHT * type_size.size + (lines - 1) * type_size.pitch


def first_baseline(centre: Pt, lines: int, type_size: TypeSize) -> Pt:
    """Where the first of several lines stands so that they are centred on a height, by capitals and baselines."""
    return centre - block_height(lines, type_size) / 2 + CAP_HEIGHT * type_size.size


def line_marks(
    role: MarkRole,
    lines: Sequence[Line],
    pitch: Pt,
    *,
    x: Pt,
    baseline: Pt,
    fonts: Fonts,
    flush: float = 0.0,
    after: Line | None = None,
) -> tuple[TextMark, ...]:
    """The marks of lines of a text, the first on `baseline`; a span that names cells is a value.

    flush: which share of a line lies left of `x`; 0 of lines that begin there, 0.5 of centred ones, 1 of those that end
    there. after: the line before these, of the same text.
    """
    marks: list[TextMark] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else after
        left, follows = x - flush * line.width, _break(before) if before else None
        for span in line.spans:
            y = baseline + number * pitch
            span_role = MarkRole.VALUE if span.cells else role
            mark = text_mark(span_role, span.text, span.style, x=left, baseline=y, fonts=fonts, cells=span.cells)
            marks.append(replace(mark, follows=follows))
            left, follows = left + mark.width, None
    return tuple(marks)


def _break(line: Line) -> Break:
    """How a text goes on behind a line."""
    if line.is_divided:
        return Break.DIVIDED
    return Break.JOINED if line.is_joined else Break.BLANK


def label_style(size: Pt, color: Color, *, is_bold: bool) -> Style:
    """The style of a category label."""
    return Style(Face.BOLD if is_bold else Face.REGULAR, size, color)
