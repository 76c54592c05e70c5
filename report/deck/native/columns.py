"""Columns over waves as a native chart: a column a period, empty where nothing was published.

Bands of breaks, rings and what stands below periods are the slide's; so is an axis that is interrupted, and so are
periods of which not every one bears its date.
"""

from __future__ import annotations

from report.charts.model import ChartValue
from report.deck.model.charts import Flow, LabelPlace, Native, NativeChart, Point, Series
from report.deck.native.drawn import Drawn
from report.deck.native.rows import Rows, rows_of
from report.drawing.model import MarkRole, Rect
from report.ooxml.sheets import number_format, sheet_name
from report.text.model import Face, Style
from report.units import Box, Pt

APART = 4
"""What is clear at least between the numbers of two slots, against what is there between their words."""


def columns(drawn: Drawn) -> Native | str:
    """The chart, or why it has no native form."""
    chart, values = drawn.chart, drawn.chart.rows[0].values
    found = {slot: bar for slot, value in enumerate(values) if value and (bar := drawn.bars.get(str(value.cell.id)))}
    slots = rows_of({slot: _turned(bar.box) for slot, bar in found.items()}, len(values))
    if isinstance(slots, str):
        return slots
    axis, hundred = _scale(values, found)
    top, along = drawn.box.top, slots.plot(0.0, 0.0)
    written = number_format(chart.decimals, drawn.setting.language)
    native = NativeChart(
        sheet=sheet_name(drawn.topic),
        corner="",
        categories=tuple(column.label for column in chart.columns),
        series=(
            Series(
                chart.rows[0].label, tuple(_point(drawn, number, slots, axis, hundred) for number in range(slots.count))
            ),
        ),
        painted=(0,),
        flow=Flow.COLUMNS,
        frame=Box(
            min(drawn.box.left, along.top), top, max(drawn.box.right, along.bottom) - drawn.box.left, drawn.box.height
        ),
        plot=Box(along.top, top, along.height, axis - top),
        gap=slots.gap,
        most=(axis - top) / hundred,
        cell_format=written,
        label_format=written,
        label=_dates(drawn, slots),
        axis=drawn.axis(),
    )
    drawn.take(found.values())
    return Native(native, frozenset(drawn.taken))


def _turned(box: Box) -> Box:
    """A column as a row, from the left downwards; how high it is does not matter."""
    return Box(0.0, box.left, 0.0, box.width)


def _scale(values: tuple[ChartValue | None, ...], found: dict[int, Rect]) -> tuple[Pt, Pt]:
    """Where the axis lies, and how high 100 % is."""
    shares = {slot: value.cell.share.drawn for slot in found if (value := values[slot]) and value.cell.share}
    highest = max(shares, key=lambda slot: shares[slot])
    return found[highest].box.bottom, found[highest].box.height / shares[highest]


def _point(drawn: Drawn, slot: int, slots: Rows, axis: Pt, hundred: Pt) -> Point:
    """A column with its number above it; one that makes way for others is moved as in the drawing."""
    value = drawn.chart.rows[0].values[slot]
    label = drawn.label(value, LabelPlace.BEHIND, room=_room(drawn, slots))
    if label and value and value.cell.share:
        marks = drawn.numbers[str(value.cell.id)]
        centre = (marks[0].x + marks[-1].x + marks[-1].width) / 2
        above = axis - value.cell.share.drawn * hundred - drawn.setting.measures.columns.rise
        label = label.at(centre - slots.middle(slot), marks[0].y - above)
    return drawn.point(value, label, drawn.muted)


def _room(drawn: Drawn, slots: Rows) -> Pt:
    """What is free beside the widest number; nothing that is sure to be where bands of breaks may stand."""
    widest = max((sum(mark.width for mark in marks) for marks in drawn.numbers.values()), default=0.0)
    free = slots.pitch - APART * drawn.setting.measures.columns.apart - widest
    return 0.0 if drawn.chart.breaks else max(0.0, free)


def _dates(drawn: Drawn, slots: Rows) -> Style | None:
    """How the periods are set, where each bears its date; then these are the axis's own."""
    marks = drawn.texts(MarkRole.AXIS)
    if {slots.holding(mark.x + mark.width / 2) for mark in marks} != set(range(slots.count)):
        return None
    drawn.take(marks)
    return Style(Face.REGULAR, marks[0].size, drawn.setting.ground.text)
