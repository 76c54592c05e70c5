"""Text whose frame breaks it: which lines a program makes by itself, and how wide the frame has to be for them.

    |Fast die Hälfte der Betriebe |hat        as wide as the longest line needs,
    |hat ein eigenes Team         |           not as wide as a line with the next piece

Widths of programs differ a little, so that on either side there is a reserve. A program fills a line before it begins
the next, so that only such layouts can flow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.language.model import Language
from report.text.breaking import SLACK, break_lines
from report.text.fonts import Fonts
from report.text.model import Line, Span
from report.units import Pt

LEAST_FLOW, MOST_FLOW = 1.005, 0.97
"""How wide a frame is at the least that holds a line, and at the most that does not hold it with its next piece.

Lines of LibreOffice are 0.990 to 0.999 times as wide as measured here.
"""


def flow_width(lines: Sequence[Line], widest: Pt, *, hang: Pt = 0.0) -> Pt | None:
    """The inner width of a frame that a program breaks so: where none is sure to give these lines, `widest`.

    So it is for a single line, too, which has all the room there is to become longer. hang: by how much the first line
    begins left of the others. None for lines that divide a word, as no program does.
    """
    if any(line.is_divided for line in lines):
        return None
    if len(lines) == 1:
        return widest
    window = flow_window(lines, widest, hang=hang)
    return sum(window) / 2 if window else widest


def flow_window(lines: Sequence[Line], widest: Pt, *, hang: Pt = 0.0) -> tuple[Pt, Pt] | None:
    """The least and the greatest inner width, `widest` at most, at which a program is sure to make these lines."""
    least, most = 0.0, widest
    for number, line in enumerate(lines):
        begins = 0.0 if number else hang
        least = max(least, (line.width - begins) * LEAST_FLOW)
        if line.width_with_next is not None:
            most = min(most, (line.width_with_next - begins) * MOST_FLOW)
    is_slashed = any(line.is_joined and line.text.endswith("/") for line in lines)  # PowerPoint does not break there
    return (least, most) if least <= most and not is_slashed else None


def filled_layouts(spans: Sequence[Span], width: Pt, fonts: Fonts, language: Language) -> Iterator[tuple[Line, ...]]:
    """All layouts of fewest lines that are as full as some measure up to `width` lets them be, the widest first."""
    lines = fewest = break_lines(spans, width, fonts, language, balanced=False)
    while lines and len(lines) == len(fewest):
        yield lines
        before, measure = lines, max(line.width for line in lines) - 2 * SLACK
        lines = break_lines(spans, measure, fonts, language, balanced=False)
        if lines == before or any(line.is_divided for line in lines):
            return  # a word is as wide as the measure
