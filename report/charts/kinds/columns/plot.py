"""The columns of a chart over waves with their values, the rings of what was not published, and the axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.charts.kinds.columns.band import Band
from report.charts.kinds.columns.slots import Slots
from report.charts.marks.assembly import cell_ids
from report.charts.marks.colors import mark_paint, value_color
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.signs import ring
from report.charts.model import Chart, ChartValue, Highlight, Setting
from report.drawing.model import Mark, MarkRole, Rect, Stroke
from report.language.numbers import NumberText
from report.survey.model import AnswerRole
from report.tables.model import CellState
from report.units import Box, Pt


@dataclass(frozen=True, slots=True)
class PublishedColumn:
    """A slot with a number: its cell as shown, its share (0 to 1), and how and where its number stands."""

    slot: int
    value: ChartValue
    number: NumberText
    share: float
    style: NumberStyle
    left: Pt
    width: Pt


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the axis lies, how high 100 % is, and what interrupts the axis."""

    slots: Slots
    axis: Pt
    hundred: Pt
    bands: tuple[Band, ...]


def published_columns(
    chart: Chart, slots: Slots, bands: Sequence[Band], setting: Setting
) -> tuple[PublishedColumn, ...] | None:
    """The columns with the largest sizes of numbers that have room; None if even the smallest do not."""
    shown = [(slot, value) for slot, value in enumerate(chart.rows[0].values) if value and value.number]
    measures = setting.measures.columns
    rooms = {slot: _room(slot, slots, bands, measures.band.value_clear) for slot, _ in shown}
    most = {slot: min(slots.pitch - measures.apart, right - left) for slot, (left, right) in rooms.items()}
    for sizes in measures.numbers:
        columns = tuple(_column(slot, value, sizes, slots.centre(slot), rooms[slot], setting) for slot, value in shown)
        has_room = all(column.width <= most[column.slot] for column in columns)
        # A number that a band has moved may stand in its neighbour.
        if has_room and all(before.left + before.width < after.left for before, after in pairwise(columns)):
            return columns
    return None


def column_marks(column: PublishedColumn, plot: Plot, setting: Setting) -> tuple[Mark, ...]:
    """The column, if it is higher than nothing, and its value above it."""
    ground, measures, height = setting.ground, setting.measures, column.share * plot.hundred
    left, right = plot.slots.ends(column.slot)
    cells = cell_ids([column.value])
    paint = mark_paint(column.value.highlight, AnswerRole.REGULAR, ground, measures.edge)
    box = Box(left, plot.axis - height, right - left, height)
    bar = (Rect(MarkRole.BAR, box, paint.fill, paint.edge, cells),) if height else ()
    baseline, fonts = box.top - measures.columns.rise, setting.fonts
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
    start, (_, end) = plot.slots.left, plot.slots.ends(plot.slots.count - 1)
    pieces: list[tuple[Pt, Pt]] = []
    for band in sorted(plot.bands, key=lambda band: band.left):
        pieces.append((start, band.left))
        start = max(start, band.right)
    pieces.append((start, end))
    color = setting.ground.text
    return [Stroke(MarkRole.AXIS, left, plot.axis, right, plot.axis, color, width) for left, right in pieces]


def _column(
    slot: int, value: ChartValue, sizes: tuple[Pt, Pt], centre: Pt, room: tuple[Pt, Pt], setting: Setting
) -> PublishedColumn:
    """A column with its number centred above it, as far as its room allows: bands, the ends of the drawing."""
    assert value.number is not None
    assert value.cell.share is not None
    style, (left, right) = _style(value, sizes, setting), room
    width = number_width(value.number, style, setting.fonts)
    x = max(left, min(centre - width / 2, right - width))
    return PublishedColumn(slot, value, value.number, value.cell.share.drawn, style, x, width)


def _style(value: ChartValue, sizes: tuple[Pt, Pt], setting: Setting) -> NumberStyle:
    size = sizes[0] if value.highlight is not Highlight.NONE else sizes[1]
    color, measures = value_color(value.highlight, setting.ground), setting.measures
    if size > measures.label.size:
        return NumberStyle.large(size, color, measures.least_unit)
    return NumberStyle.even(size, color, is_bold=True)


def _room(slot: int, slots: Slots, bands: Sequence[Band], clear: Pt) -> tuple[Pt, Pt]:
    """Between which x the value of a slot may stand: the ends of the drawing, and the bands beside it."""
    centre = slots.centre(slot)
    before = [band.right + clear for band in bands if band.right <= centre]
    after = [band.left - clear for band in bands if band.left >= centre]
    return max([slots.left, *before]), min([slots.width, *after])
