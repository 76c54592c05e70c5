"""Finds what leaves a drawing, and what lies on what it should not lie on: the eye's checks as a program.

Letters are taken from their descenders (0.25 of the size; 0.2 of notes, as in the face that ships) to their ascenders
(0.75), numbers as high as digits (0.65, no descender), both in their measured width.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from report.drawing.model import (
    Circle,
    Drawing,
    Mark,
    MarkRole,
    Outline,
    Polygon,
    Raster,
    Rect,
    Stroke,
    TextMark,
)

Extent = tuple[float, float, float, float]
"""Left, top, right, bottom."""

STROKE = 0.5
"""What half an outline may stand out of the drawing."""
NOISE = 0.01
POINTS_OF_LINE = 200
"""Along a slanted line that are held against other marks."""

LEAST_PITCH = 0.9
"""Of lines of words, as a multiple of their size: letters reach 0.70 up and 0.19 down in the face that ships."""
_WORDS = (MarkRole.LABEL, MarkRole.NOTE)
_NUMBERS = (MarkRole.VALUE, MarkRole.UNIT, MarkRole.CHANGE)


def faults(drawing: Drawing) -> list[str]:
    """One sentence a fault; none for a clean drawing."""
    return [*_outside(drawing), *_overlapping(drawing)]


def extent(mark: Mark) -> Extent:
    """The box around a mark."""
    match mark:
        case Rect():
            return mark.box.left, mark.box.top, mark.box.right, mark.box.bottom
        case Circle():
            return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
        case Stroke():
            return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
        case Polygon():
            xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
            return min(xs), min(ys), max(xs), max(ys)
        case Outline() | Raster():
            return mark.extent.left, mark.extent.top, mark.extent.right, mark.extent.bottom
        case TextMark():
            above, below = (0.65, 0.0) if mark.role in _NUMBERS else (0.75, 0.2 if mark.role is MarkRole.NOTE else 0.25)
            return mark.x, mark.y - above * mark.size, mark.x + mark.width, mark.y + below * mark.size


def _outside(drawing: Drawing) -> Iterator[str]:
    for mark in drawing.marks:
        left, top, right, bottom = extent(mark)
        slack = NOISE if isinstance(mark, TextMark) else STROKE
        if left < -slack or top < -slack or right > drawing.width + slack or bottom > drawing.height + slack:
            yield f"{_told(mark)} leaves the drawing of {drawing.width:.1f} x {drawing.height:.1f}"


def _overlapping(drawing: Drawing) -> Iterator[str]:
    for first, second in combinations(drawing.marks, 2):
        if not (isinstance(first, TextMark) or isinstance(second, TextMark) or _are_bars(first, second)):
            continue
        if _lie_on_each_other(first, second) and not _may_meet(first, second):
            yield f"{_told(first)} lies on {_told(second)}"


def _lie_on_each_other(first: Mark, second: Mark) -> bool:
    """Whether their boxes meet; of a slanted line any of its points."""
    if isinstance(second, Stroke):
        first, second = second, first
    if not isinstance(first, Stroke) or first.role not in (MarkRole.LINE, MarkRole.LEADER):
        return _meet(extent(first), extent(second))
    places = [step / POINTS_OF_LINE for step in range(POINTS_OF_LINE + 1)]
    points = [(first.x1 + (first.x2 - first.x1) * at, first.y1 + (first.y2 - first.y1) * at) for at in places]
    return any(_meet((x, y, x, y), extent(second)) for x, y in points)


def _may_meet(first: Mark, second: Mark) -> bool:
    """A number may lie on the track, and on a bar if it lies on it wholly; words of a break may lie on its band.

    A name or a note may lie on the track from side to side, a tick on track and bars.

    The number of a key lies on its disc, and with it on a bar, or on a band where several stand side by side.
    """
    if isinstance(second, TextMark):
        first, second = second, first
    if first.role is MarkRole.KEY:
        return second.role in (MarkRole.KEY, MarkRole.TRACK, MarkRole.BAR, MarkRole.BAND) and not isinstance(
            second, TextMark
        )
    if isinstance(second, TextMark) and isinstance(first, TextMark) and first.role is second.role is MarkRole.NOTE:
        return abs(first.y - second.y) >= LEAST_PITCH * max(first.size, second.size)
    if second.role is MarkRole.TRACK:
        (left, _, right, _), (start, _, end, _) = extent(first), extent(second)
        return first.role in _NUMBERS or (first.role in _WORDS and start <= left and right <= end)
    if second.role in (MarkRole.BAR, MarkRole.TINT):
        return first.role in _NUMBERS and _holds(extent(second), extent(first))
    if second.role is MarkRole.BAND and isinstance(second, Rect):
        return first.role is MarkRole.NOTE
    return False


def _are_bars(first: Mark, second: Mark) -> bool:
    return isinstance(first, Rect) and isinstance(second, Rect) and {first.role, second.role} == {MarkRole.BAR}


def _meet(first: Extent, second: Extent) -> bool:
    return (
        first[0] < second[2] - NOISE
        and second[0] < first[2] - NOISE
        and first[1] < second[3] - NOISE
        and second[1] < first[3] - NOISE
    )


def _holds(outer: Extent, inner: Extent) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _told(mark: Mark) -> str:
    words = f' "{mark.text}"' if isinstance(mark, TextMark) else ""
    return f"{mark.role.value}{words} at {tuple(round(value, 1) for value in extent(mark))}"
