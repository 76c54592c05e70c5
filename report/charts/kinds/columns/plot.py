"""The columns of a chart over waves with their values, the rings of what was not published, and the axis."""

from __future__ import annotations

from report.charts.kinds.columns.band import Band
from report.charts.kinds.columns.places import PublishedColumn
from report.charts.kinds.columns.slots import Slots
from report.charts.marks.assembly import cell_ids
from report.charts.marks.colors import mark_paint
from report.charts.marks.numbers import number_marks
from report.charts.marks.signs import ring
from report.charts.model import Chart, Setting
from report.drawing.model import Mark, MarkRole, Rect, Stroke
from report.frozen import frozen
from report.survey.model import AnswerRole
from report.tables.model import CellState
from report.units import Box, Pt


@frozen
class Plot:
    """Where the axis lies, how high 100 % is, and what interrupts the axis."""

    slots: Slots
    axis: Pt
    hundred: Pt
    bands: tuple[Band, ...]


def column_marks(column: PublishedColumn, plot: Plot, setting: Setting) -> tuple[Mark, ...]:
    """The column, if it is higher than nothing, and its value above it."""
    ground, measures, height = setting.ground, setting.measures, column.share * plot.hundred
    left, right = plot.slots.ends(column.slot)
    cells = cell_ids([column.value])
    paint = mark_paint(column.value.highlight, AnswerRole.REGULAR, ground, measures.edge)
    box = Box(left, plot.axis - height, right - left, height)
    bar = (Rect(MarkRole.BAR, box, paint.fill, paint.edge, cells),) if height else ()
    baseline, fonts = box.top - measures.columns.rise - column.lift, setting.fonts
    numbers = number_marks(column.number, column.style, x=column.left, baseline=baseline, cells=cells, fonts=fonts)
    return (*bar, *numbers)


def ring_marks(chart: Chart, plot: Plot, setting: Setting) -> list[Mark]:
    """A ring on the axis for every wave whose number exists and was not published."""
    measures = setting.measures
    hidden = [
        (slot, value)
        for slot, value in enumerate(chart.rows[0].values)
        if value and not value.number and value.cell.state is not CellState.NOT_ASKED
    ]
    y, color = plot.axis - measures.columns.ring, setting.ground.soft_text
    return [
        ring(plot.slots.centre(slot), y, measures.ring, measures.ring_stroke, color=color, cells=cell_ids([value]))
        for slot, value in hidden
    ]


def axis_marks(plot: Plot, setting: Setting) -> list[Mark]:
    """The axis under the columns, left out across every band."""
    width = setting.measures.columns.axis
    (start, _), (_, end) = plot.slots.ends(0), plot.slots.ends(plot.slots.count - 1)
    pieces: list[tuple[Pt, Pt]] = []
    for band in sorted(plot.bands, key=lambda band: band.left):
        pieces.append((start, band.left))
        start = max(start, band.right)
    pieces.append((start, end))
    color = setting.ground.text
    return [Stroke(MarkRole.AXIS, left, plot.axis, right, plot.axis, color, width) for left, right in pieces]
