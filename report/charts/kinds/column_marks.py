"""The columns of a chart over waves with their values, the rings of what was not published, and the axis."""

from __future__ import annotations

from dataclasses import dataclass

from report.charts.kinds.assembly import cell_ids
from report.charts.kinds.band import Band
from report.charts.kinds.colors import mark_paint, value_color
from report.charts.kinds.measures import measures_of
from report.charts.kinds.numbers import NumberStyle, number_marks, number_width
from report.charts.kinds.periods import APART
from report.charts.kinds.signs import ring
from report.charts.kinds.slots import Slots, column_measures
from report.charts.model import Chart, ChartValue, Highlight, Mark, MarkRole, Rect, Setting, Stroke
from report.language.numbers import NumberText
from report.survey.model import AnswerRole
from report.tables.model import CellState
from report.units import Box, Pt

BAND_CLEAR: Pt = 4.0
"""Between a value and the band of a break."""


@dataclass(frozen=True, slots=True)
class PublishedColumn:
    """A slot with a number: its cell as shown, its share (0 to 1) and the style of its number."""

    slot: int
    value: ChartValue
    number: NumberText
    share: float
    style: NumberStyle


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the axis lies, how high 100 % is, and what interrupts the axis."""

    slots: Slots
    axis: Pt
    hundred: Pt
    bands: tuple[Band, ...]


def published_columns(chart: Chart, slots: Slots, setting: Setting) -> tuple[PublishedColumn, ...] | None:
    """The columns with the largest sizes of numbers that fit their slots; None if even the smallest do not."""
    measures = column_measures(setting.medium)
    for sizes in measures.numbers:
        columns = tuple(
            _column(slot, value, sizes, setting) for slot, value in enumerate(chart.rows[0].values) if value
        )
        found = tuple(column for column in columns if column)
        widths = [number_width(column.number, column.style, setting.fonts) for column in found]
        if all(width <= slots.pitch - APART for width in widths):
            return found
    return None


def column_marks(column: PublishedColumn, plot: Plot, setting: Setting) -> tuple[Mark, ...]:
    """The column, if it is higher than nothing, and its value above it."""
    ground, height = setting.ground, column.share * plot.hundred
    left, right = plot.slots.ends(column.slot)
    cells = cell_ids([column.value])
    paint = mark_paint(column.value.highlight, AnswerRole.REGULAR, ground, measures_of(setting.medium).edge)
    box = Box(left, plot.axis - height, right - left, height)
    bar = (Rect(MarkRole.BAR, box, paint.fill, paint.edge, cells),) if height else ()
    x, baseline = _value_left(column, plot, setting), box.top - column_measures(setting.medium).rise
    numbers = number_marks(column.number, column.style, x=x, baseline=baseline, cells=cells, fonts=setting.fonts)
    return (*bar, *numbers)


def ring_marks(chart: Chart, plot: Plot, setting: Setting) -> list[Mark]:
    """A ring on the axis for every wave whose number exists and was not published."""
    sizes, measures = measures_of(setting.medium), column_measures(setting.medium)
    hidden = [
        (slot, value)
        for slot, value in enumerate(chart.rows[0].values)
        if value and not value.number and value.cell.state is not CellState.NOT_ASKED
    ]
    y, color = plot.axis - measures.ring, setting.ground.soft_text
    return [
        ring(plot.slots.centre(slot), y, sizes.ring, sizes.ring_stroke, color=color, cells=cell_ids([value]))
        for slot, value in hidden
    ]


def axis_marks(plot: Plot, setting: Setting) -> list[Mark]:
    """The axis under the columns, left out across every band."""
    width = column_measures(setting.medium).axis
    start, (_, end) = plot.slots.left, plot.slots.ends(plot.slots.count - 1)
    pieces: list[tuple[Pt, Pt]] = []
    for band in sorted(plot.bands, key=lambda band: band.left):
        pieces.append((start, band.left))
        start = max(start, band.right)
    pieces.append((start, end))
    color = setting.ground.text
    return [Stroke(MarkRole.AXIS, left, plot.axis, right, plot.axis, color, width) for left, right in pieces]


def _column(slot: int, value: ChartValue, sizes: tuple[Pt, Pt], setting: Setting) -> PublishedColumn | None:
    if value.number is None or value.cell.share is None:
        return None
    size = sizes[0] if value.highlight is not Highlight.NONE else sizes[1]
    color, measures = value_color(value.highlight, setting.ground), measures_of(setting.medium)
    style = NumberStyle.even(size, color, is_bold=True)
    if size > measures.label.size:
        style = NumberStyle.large(size, color, measures.least_unit)
    return PublishedColumn(slot, value, value.number, float(value.cell.share.fraction), style)


def _value_left(column: PublishedColumn, plot: Plot, setting: Setting) -> Pt:
    """Centred on the column, but outside every band and inside the drawing."""
    width, centre = number_width(column.number, column.style, setting.fonts), plot.slots.centre(column.slot)
    left = [band.right + BAND_CLEAR for band in plot.bands if band.right <= centre]
    right = [band.left - BAND_CLEAR for band in plot.bands if band.left >= centre]
    x = min([centre - width / 2, *(limit - width for limit in (*right, plot.slots.width))])
    return max([x, plot.slots.left, *left])
