"""Keys that tie the words of annotations to columns, where lines have no room.

▇▇▇                       ②        at the foot of a column that is high enough, clear of those beside it,
▇▇▇                      2 %       left of the number of a lower one where nothing stands,
▇①▇      ② 2 % ▁▁▁       ▁▁▁       else above it
"""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.kinds.columns.places import PublishedColumn
from report.charts.kinds.columns.plan import ColumnPlan
from report.charts.kinds.columns.raising import CLEAR, holds_keys
from report.charts.marks.keys import key_marks, keys_by_mark, keys_width
from report.charts.model import Chart, NoteRequest, Setting
from report.drawing.model import Mark
from report.units import Box, Pt


def column_keys(chart: Chart, notes: Sequence[NoteRequest], plan: ColumnPlan, setting: Setting) -> tuple[Mark, ...]:
    """The keys of all columns that annotations explain, inside the drawing and clear of all that stands in it."""
    keys, numbers, marks = setting.measures.keys, keys_by_mark(notes), list[Mark]()
    taken, bands = _taken(chart, plan, setting), _bands(plan)
    for column in plan.columns:
        name = chart.columns[column.slot].name
        if name is None or name not in numbers:
            continue
        width = keys_width(len(numbers[name]), setting)
        box = _place(column, width, plan, taken, bands, setting)
        taken.append(box)
        marks += key_marks(numbers[name], left=box.left, centre=box.top + keys.radius, setting=setting)
    return tuple(marks)


def _place(
    column: PublishedColumn,
    width: Pt,
    plan: ColumnPlan,
    taken: Sequence[Box],
    bands: Sequence[Box],
    setting: Setting,
) -> Box:
    """Where the keys of a column stand side by side."""
    keys, slots, plot = setting.measures.keys, plan.plot.slots, plan.plot
    over, size = slots.centred(column.slot, width), 2 * keys.radius
    if holds_keys(column.share * plot.hundred, setting):
        left, right = slots.ends(column.slot)
        # Several may reach beyond their column, where the sign of a break stands on the axis, and other columns beside.
        gap = keys.gap if width <= right - left else max(keys.gap, setting.measures.break_sign.height / 2)
        foot = Box(over, plot.axis - gap - size, width, size)
        if not any(_meet(foot, other) for other in taken if not other.left <= slots.centre(column.slot) <= other.right):
            return foot
    number = _number(column, plan, setting)
    beside = Box(number.left - keys.gap - width, number.top + number.height / 2 - keys.radius, width, size)
    if beside.left >= slots.left and not any(_meet(beside, other) for other in (*taken, *bands)):
        return beside
    above = Box(over, number.top - keys.gap - size, width, size)
    for other in sorted(taken, key=lambda each: -each.bottom):
        if _meet(above, other):
            above = Box(over, other.top - keys.gap - size, width, size)
    return above


def _taken(chart: Chart, plan: ColumnPlan, setting: Setting) -> list[Box]:
    """The room of columns, their numbers and rings."""
    slots, axis, measures = plan.plot.slots, plan.plot.axis, setting.measures
    boxes = [_number(column, plan, setting) for column in plan.columns]
    for column in plan.columns:
        left, right = slots.ends(column.slot)
        height = column.share * plan.plot.hundred
        boxes.append(Box(left, axis - height, right - left, height))
    for slot, value in enumerate(chart.rows[0].values):
        if value and not value.number:
            across, foot = measures.ring, measures.columns.ring
            boxes.append(Box(slots.centre(slot) - across / 2, axis - foot - across / 2, across, across))
    return boxes


def _bands(plan: ColumnPlan) -> list[Box]:
    return [Box(band.left, 0.0, band.right - band.left, plan.plot.axis) for band in plan.plot.bands]


def _number(column: PublishedColumn, plan: ColumnPlan, setting: Setting) -> Box:
    """The room of the number above a column."""
    baseline = plan.plot.axis - column.share * plan.plot.hundred - column.lift - setting.measures.columns.rise
    clear = CLEAR * column.style.digits.size
    height = column.style.height(setting.fonts)
    return Box(column.left, baseline - height, column.width, height + clear)


def _meet(first: Box, second: Box) -> bool:
    is_beside = first.right <= second.left or second.right <= first.left
    return not is_beside and first.top < second.bottom and second.top < first.bottom
