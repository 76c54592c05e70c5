"""Numbers that are said beside the chart, at their points: those that stand at no end of their line.

     15 %
●──●───●──●──╱      above, below or beside the point, where nothing else stands; a leader leads to one further off
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.kinds.line.ended import CLEAR, Taken
from report.charts.kinds.line.plot import Plot, value_style, value_width
from report.charts.kinds.line.runs import Series
from report.charts.marks.numbers import number_marks
from report.charts.model import Setting
from report.drawing.model import Mark, MarkRole, Stroke, TextMark
from report.units import Box, Pt

STEPS = 12
"""Heights that are tried above and below the point."""
STEP = 1 / 3
"""From one of them to the next, as a share of the height of a number."""
STEPS_BESIDE = 4
"""Heights up to which a number right or left of its point is near it."""


def said_values(series: Sequence[Series], plot: Plot, taken: Taken, setting: Setting) -> list[Mark]:
    """The numbers that are said and that no mark in the chart prints; none for one that has no place near its point."""
    texts = [mark for mark in taken.marks if isinstance(mark, TextMark) and mark.role is not MarkRole.CHANGE]
    printed, found = {cell for mark in texts for cell in mark.cells}, list[Mark]()
    for each in series:
        for column in each.columns:
            if each.value(column).is_said and str(each.value(column).cell.id) not in printed:
                found += _number(each, column, plot, Taken(taken.room, [*taken.marks, *found]), setting)
    return found


def _number(series: Series, column: int, plot: Plot, taken: Taken, setting: Setting) -> Iterator[Mark]:
    """A number in the first free place around its point."""
    size, value = setting.measures.line.value, series.value(column)
    assert value.number is not None
    style, width = value_style(series.row, setting, size=size), value_width(value, series.row, setting, size=size)
    point = plot.point(series, column)
    for box in _places(point, width, style.height(setting.fonts), setting):
        leader = _leader(point, box, setting)
        if taken.is_free(box) and (leader is None or taken.is_free(_around(leader))):
            cells, fonts = (str(value.cell.id),), setting.fonts
            yield from (leader,) if leader else ()
            yield from number_marks(value.number, style, x=box.left, baseline=box.bottom, cells=cells, fonts=fonts)
            return


def _places(point: tuple[Pt, Pt], width: Pt, height: Pt, setting: Setting) -> Iterator[Box]:
    """Places of a number, nearest first: above and below its point, then right and left of it."""
    (x, y), gap = point, setting.measures.line.point + setting.measures.line.halo + 2 * CLEAR
    for number in range(STEPS):
        off = number * STEP * height
        for left in (x - width / 2, x - width, x):
            yield Box(left, y - gap - off - height, width, height)
            yield Box(left, y + gap + off, width, height)
        for left in (x + gap, x - gap - width) if number < STEPS_BESIDE else ():
            yield Box(left, y - off - height / 2, width, height)
            yield Box(left, y + off - height / 2, width, height)


def _leader(point: tuple[Pt, Pt], box: Box, setting: Setting) -> Stroke | None:
    """From a point straight to a number above or below it; None to one that is no further off than it is high."""
    (x, y), gap = point, setting.measures.line.point + setting.measures.line.halo + CLEAR
    near, far = (y - gap, box.bottom + CLEAR) if box.bottom < y else (y + gap, box.top - CLEAR)
    is_near = abs(far - near) <= box.height or not box.left <= x <= box.right
    color, width = setting.ground.leader, setting.measures.hairline
    return None if is_near else Stroke(MarkRole.LEADER, x, near, x, far, color, width)


def _around(leader: Stroke) -> Box:
    """What a leader takes."""
    return Box(leader.x1, min(leader.y1, leader.y2), 0.0, abs(leader.y2 - leader.y1))
