"""The name of a line that ends before the others, beside its last point where nothing else stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report.charts.kinds.line.labels import name_style
from report.charts.kinds.line.plot import Plot
from report.charts.kinds.line.runs import Series
from report.charts.marks.text import ASCENT, DESCENT, balanced_lines, line_marks, widest
from report.charts.model import Setting
from report.drawing.model import Circle, Mark, MarkRole, Stroke, TextMark
from report.formats.grid import TypeSize
from report.text.model import Line
from report.units import Box, Pt

STEPS = 12
"""Heights that are tried above and below the point."""
CLEAR: Pt = 2.0


@dataclass(slots=True)
class Taken:
    """What lies in the plot already, and where names may stand at all."""

    room: Box
    marks: list[Mark] = field(default_factory=list)

    def is_free(self, box: Box) -> bool:
        """Whether a box lies in the room and on no mark."""
        room = self.room
        is_inside = (
            room.left <= box.left and box.right <= room.right and room.top <= box.top and box.bottom <= room.bottom
        )
        return is_inside and not any(_meets(mark, box) for mark in self.marks)


def name_inside(series: Series, plot: Plot, taken: Taken, setting: Setting, *, is_grey: bool) -> list[Mark] | None:
    """The name of a line near its last point, on up to three lines; None where none of the places is free."""
    size = setting.measures.small_label
    style = name_style(series.row, size, setting, is_grey=is_grey)
    x, y = plot.point(series, series.last)
    for text in series.row.texts:
        lines = balanced_lines(text, style, setting.measures.line.ended, setting.fonts, setting.language)
        for box in _places(x, y, lines, size, setting):
            if taken.is_free(box):
                baseline = box.top + ASCENT * size.size
                return list(
                    line_marks(MarkRole.LABEL, lines, size.pitch, x=box.left, baseline=baseline, fonts=setting.fonts)
                )
    return None


def _places(x: Pt, y: Pt, lines: Sequence[Line], size: TypeSize, setting: Setting) -> Iterator[Box]:
    """Boxes above and below the point, nearest first: before it, around it, behind it."""
    width, height = widest(lines), (len(lines) - 1) * size.pitch + (ASCENT + DESCENT) * size.size
    gap = setting.measures.line.last_point + CLEAR
    for step in range(STEPS):
        for left in (x - width, x - width / 2, x):
            yield Box(left, y - gap - step * size.pitch / 2 - height, width, height)
            yield Box(left, y + gap + step * size.pitch / 2, width, height)


def _meets(mark: Mark, box: Box) -> bool:
    """Whether a mark comes nearer to a box than is clear."""
    left, top, right, bottom = box.left - CLEAR, box.top - CLEAR, box.right + CLEAR, box.bottom + CLEAR
    if isinstance(mark, Stroke):
        return crosses(mark, Box(left, top, right - left, bottom - top))
    if isinstance(mark, TextMark):
        return (
            mark.x < right
            and left < mark.x + mark.width
            and mark.y - mark.size < bottom
            and top < mark.y + mark.size / 4
        )
    if isinstance(mark, Circle):
        reach = mark.radius + (mark.edge.width / 2 if mark.edge else 0.0)
        return mark.x - reach < right and left < mark.x + reach and mark.y - reach < bottom and top < mark.y + reach
    extent = getattr(mark, "box", None)
    return (
        extent is not None
        and extent.left < right
        and left < extent.right
        and extent.top < bottom
        and top < extent.bottom
    )


def crosses(line: Stroke, box: Box) -> bool:
    """Whether a straight line has a point in a box. Source: Liang and Barsky (1984), clipping by parameter."""
    start, end = 0.0, 1.0
    dx, dy = line.x2 - line.x1, line.y2 - line.y1
    for step, room in (
        (-dx, line.x1 - box.left),
        (dx, box.right - line.x1),
        (-dy, line.y1 - box.top),
        (dy, box.bottom - line.y1),
    ):
        if step == 0 and room < 0:
            return False
        if step < 0:
            start = max(start, room / step)
        elif step > 0:
            end = min(end, room / step)
    return start <= end
