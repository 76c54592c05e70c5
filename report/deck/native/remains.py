"""What a native chart does not show by itself, as shapes and texts of the slide, where the drawing has it.

Areas, and lines that points lie on, are below the chart, all else above it. Lines of one text are one text of the
slide, and texts that only stand below each other are several: each can be reworded by itself. A program may fill its
lines more than the drawing has them, so that no frame of several lines is wider than the band that it stands in, or
reaches beyond the place of the chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from report.deck.model import LEFT_OF_TEXT, Alignment, PlacedItem, PlacedMark, PlacedParagraph, PlacedText
from report.deck.native.growing import grown
from report.deck.text_boxes import BELOW_BASELINE, place_text
from report.drawing.model import Break, Circle, Mark, MarkRole, Outline, Polygon, Raster, Rect, Stroke, TextMark
from report.language.numbers import NO_BREAK_SPACE
from report.text.fonts import Fonts
from report.text.model import Line, Span, Style
from report.units import NOISE, Box, Pt

END_OF_CLAUSE = ";"
ABOVE_BASELINE = 0.75
"""How far letters reach above their baseline, as a share of their size."""
PERCENTAGE = r"(?<=\d) (?=%)"


def below(name: str, marks: Iterable[Mark]) -> list[PlacedItem]:
    """The areas and lines that the chart lies on."""
    return [PlacedMark(f"{name} {mark.role.value}", mark) for mark in marks if _is_below(mark)]


def above(
    name: str, marks: Sequence[Mark], shown: Iterable[Mark], fonts: Fonts, *, place: Box, node: str
) -> list[PlacedItem]:
    """The lines, rings and texts that lie on the chart.

    shown: what the chart shows by itself. place: of the chart. node: of the document, that the chart shows.
    """
    bands = [mark.box for mark in marks if isinstance(mark, Rect) and mark.role is MarkRole.BAND]
    drawn = [mark for mark in marks if isinstance(mark, Circle | Stroke) and not _is_below(mark)]
    shapes = [PlacedMark(f"{name} {mark.role.value}", mark) for mark in drawn]
    texts = [mark for mark in marks if isinstance(mark, TextMark)]
    placed = [_within(_text(name, lines, fonts, node=node), bands, place.right) for lines in _texts(texts)]
    others = [_extent(mark) for mark in (*marks, *shown) if mark not in texts and not isinstance(mark, Polygon)]
    return [*shapes, *grown(placed, others, place)]


def _extent(mark: Rect | Circle | Stroke | Outline | Raster | TextMark) -> Box:
    """Where a mark stands; of a text where its letters do."""
    if not isinstance(mark, TextMark):
        return mark.extent
    return Box(mark.x, mark.y - ABOVE_BASELINE * mark.size, mark.width, (ABOVE_BASELINE + BELOW_BASELINE) * mark.size)


def _is_below(mark: Mark) -> TypeGuard[Rect | Stroke]:
    """Whether it is an area, an axis, or a stretch of a line, on which points lie."""
    return isinstance(mark, Rect) or (isinstance(mark, Stroke) and mark.role in (MarkRole.AXIS, MarkRole.LINE))


def _texts(marks: Iterable[TextMark]) -> Iterator[list[list[TextMark]]]:
    """The marks as texts of lines of runs: a run begins where the one before it ends, a line says what it follows."""
    lines = list[list[TextMark]]()
    for mark in marks:
        if lines and _goes_on(lines[-1][-1], mark):
            lines[-1].append(mark)
        elif lines and mark.follows:
            lines.append([mark])
        else:
            if lines:
                yield lines
            lines = [[mark]]
    if lines:
        yield lines


def _goes_on(last: TextMark, mark: TextMark) -> bool:
    return abs(mark.y - last.y) <= NOISE and abs(mark.x - (last.x + last.width)) <= NOISE


def _alignment(lines: list[list[TextMark]]) -> tuple[Alignment, Pt]:
    """How the lines stand below each other, and at which x."""
    for alignment, share in LEFT_OF_TEXT.items():
        xs = [line[0].x + share * _width(line) for line in lines]
        if max(xs) - min(xs) <= NOISE:
            return alignment, xs[0]
    return Alignment.LEFT, min(line[0].x for line in lines)


def _width(line: list[TextMark]) -> Pt:
    return line[-1].x + line[-1].width - line[0].x


def _within(text: PlacedText, bands: Iterable[Box], right: Pt) -> PlacedText:
    """The text in a frame that ends with its band, as far from that as it begins, or with the place of the chart."""
    if text.alignment is not Alignment.LEFT:
        return text
    left, needed = text.box.left, text.extent.width
    ends = [band.right - (left - band.left) for band in bands if band.left <= left < band.right]
    room = min([right, *ends]) - left
    if len(text.baselines) == 1 or text.box.width <= room:
        return text
    return replace(text, box=replace(text.box, width=max(room, needed)))


def _text(name: str, lines: list[list[TextMark]], fonts: Fonts, *, node: str) -> PlacedText:
    first = lines[0][0]
    cells = dict.fromkeys(cell for line in lines for mark in line for cell in mark.cells)
    pitch: Pt | None = lines[1][0].y - first.y if len(lines) > 1 else None
    alignment, x = _alignment(lines)
    return place_text(
        " ".join([f"{name} {first.role.value}", *cells]),
        [PlacedParagraph(tuple(_lines(clause, fonts)), pitch) for clause in _clauses(lines)],
        x=x,
        baseline=first.y,
        alignment=alignment,
        node=node,
    )


def _clauses(lines: list[list[TextMark]]) -> Iterator[list[list[TextMark]]]:
    """What becomes a paragraph each: a clause of a reason, since no program begins a line with the next by itself."""
    clause = list[list[TextMark]]()
    for line in lines:
        clause.append(line)
        if line[-1].text.endswith(END_OF_CLAUSE):
            yield clause
            clause = []
    if clause:
        yield clause


def _lines(lines: list[list[TextMark]], fonts: Fonts) -> Iterator[Line]:
    return (_line(line, after, fonts) for line, after in zip(lines, [*lines[1:], []], strict=True))


def _line(marks: list[TextMark], after: list[TextMark], fonts: Fonts) -> Line:
    """A line, and how wide it would be with the first word of the one after it; no program parts "117 %".

    One that ends behind a slash counts as divided, so that its break is written: PowerPoint makes none there.
    """
    spans = tuple(
        Span(
            re.sub(PERCENTAGE, NO_BREAK_SPACE, mark.text),
            Style(mark.face, mark.size, mark.color, mark.tracking),
            mark.cells,
        )
        for mark in marks
    )
    width = sum(mark.width for mark in marks)
    if not after:
        return Line(spans, width)
    follows, word = after[0].follows, after[0].text.split(" ")[0]
    is_joined = follows is not Break.BLANK
    next_word = word if is_joined else f" {word}"
    return Line(
        spans,
        width,
        is_divided=follows is Break.DIVIDED or (is_joined and spans[-1].text.endswith("/")),
        is_joined=is_joined,
        width_with_next=width + fonts.width(next_word, spans[-1].style),
    )
