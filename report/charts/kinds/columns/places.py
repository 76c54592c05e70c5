"""Where columns, bands and numbers stand from left to right: as usual, closer where numbers have no room else.

as usual                |▇▇▇   :  :   ▇▇▇   ▇▇▇|       the outer columns at the margins
as much room outside   | ▇▇▇  :  :  ▇▇▇  ▇▇▇ |        the outer columns within
narrow bands           |▇▇▇   ::   ▇▇▇   ▇▇▇|
numbers one above the other (`raising`): always has room
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from report.charts.kinds.columns.band import Band, band_of
from report.charts.kinds.columns.slots import Periods, Slots, inset_slots, place_periods, slots_of
from report.charts.marks.colors import value_color
from report.charts.marks.numbers import NumberStyle, number_width
from report.charts.model import Chart, ChartValue, Highlight, Setting
from report.diagnostics import Diagnostic
from report.formats.charts import ChartMeasures
from report.frozen import frozen
from report.language.numbers import NumberText
from report.units import NOISE, Pt


@frozen
class PublishedColumn:
    """A slot with a number: its cell as shown, its share (0 to 1), and how and where its number stands.

    lift: how far above its usual place over the column, so that it stands above the numbers beside it.
    """

    slot: int
    value: ChartValue
    number: NumberText
    share: float
    style: NumberStyle
    left: Pt
    width: Pt
    lift: Pt = 0.0

    @property
    def right(self) -> Pt:
        """Where its number ends."""
        return self.left + self.width


@frozen
class PlacedColumns:
    """Slots, bands, columns and periods from left to right. is_crowded: their numbers have no room side by side."""

    slots: Slots
    bands: tuple[Band, ...]
    columns: tuple[PublishedColumn, ...]
    periods: Periods
    is_crowded: bool = False


def place_columns(
    chart: Chart, width: Pt, height: Pt, values_right: Pt, setting: Setting
) -> PlacedColumns | Diagnostic:
    """The first way in which all numbers have room, or the error of a period that is too wide for its slot.

    height: of the place; values_right: what numbers keep left of.
    """
    count, measures = len(chart.columns), setting.measures.columns
    usual, inset = slots_of(count, width, measures), inset_slots(count, width, measures)
    leasts = (measures.band.least, measures.band.crowded) if chart.breaks else (measures.band.least,)
    usual = inset if measures.is_inset else usual
    for least, slots in product(leasts, dict.fromkeys((usual, inset))):
        periods = place_periods(chart, slots, setting)
        if isinstance(periods, Diagnostic):
            continue
        most = _highest_band(height, periods, setting)
        bands = tuple(band_of(found, slots, most, setting, least) for found in chart.breaks)
        clear = replace(slots, width=min(slots.width, values_right))
        columns = _side_by_side(chart, clear, bands, setting)
        if columns is not None:
            return PlacedColumns(slots, bands, columns, periods)
    periods = place_periods(chart, usual, setting)
    if isinstance(periods, Diagnostic):
        return periods
    most = _highest_band(height, periods, setting)
    bands = tuple(band_of(found, usual, most, setting, measures.band.crowded) for found in chart.breaks)
    clear = replace(usual, width=min(usual.width, values_right))
    return PlacedColumns(usual, bands, _above_their_columns(chart, clear, bands, setting), periods, is_crowded=True)


def usual_depth(measures: ChartMeasures) -> Pt:
    """What stands below the axis, periods of one line."""
    return measures.columns.words + measures.label.size / 4


def _highest_band(height: Pt, periods: Periods, setting: Setting) -> Pt:
    """Down to the axis: where a page fixes it, else as far as the periods below leave room."""
    axis_top = setting.measures.columns.axis_top
    return height - periods.depth if axis_top is None else min(height - usual_depth(setting.measures), axis_top)


def _side_by_side(
    chart: Chart, slots: Slots, bands: Sequence[Band], setting: Setting
) -> tuple[PublishedColumn, ...] | None:
    """The columns with the largest sizes of numbers that have room; None if even the smallest do not."""
    measures = setting.measures.columns
    rooms = {slot: _room(slot, slots, bands, measures.band.value_clear) for slot, _ in _published(chart)}
    most = {slot: min(slots.pitch - measures.apart, right - left) for slot, (left, right) in rooms.items()}
    for sizes in measures.numbers:
        columns = tuple(_column(slot, value, sizes, slots, rooms[slot], setting) for slot, value in _published(chart))
        has_room = all(column.width <= most[column.slot] for column in columns)
        # A number that a band has moved may stand close to its neighbour.
        if has_room and all(before.right + measures.apart <= after.left + NOISE for before, after in pairwise(columns)):
            return columns
    return None


def _above_their_columns(
    chart: Chart, slots: Slots, bands: Sequence[Band], setting: Setting
) -> tuple[PublishedColumn, ...]:
    """The columns with the smallest numbers, each over its whole column: clear of bands as far as that goes."""
    measures, columns = setting.measures.columns, list[PublishedColumn]()
    for slot, value in _published(chart):
        room = _room(slot, slots, bands, measures.band.value_clear)
        column = _column(slot, value, measures.numbers[-1], slots, room, setting)
        left, right = slots.ends(slot)
        first, last = sorted((right - column.width, left))
        over = max(first, min(column.left, last))
        columns.append(replace(column, left=max(slots.left, min(over, slots.width - column.width))))
    return tuple(columns)


def _published(chart: Chart) -> list[tuple[int, ChartValue]]:
    return [(slot, value) for slot, value in enumerate(chart.rows[0].values) if value and value.number]


def _column(
    slot: int, value: ChartValue, sizes: tuple[Pt, Pt], slots: Slots, room: tuple[Pt, Pt], setting: Setting
) -> PublishedColumn:
    """A column with its number centred above it, as far as its room allows: bands, the ends of the drawing."""
    assert value.number is not None
    assert value.cell.share is not None
    style, (left, right) = _style(value, sizes, setting), room
    width = number_width(value.number, style, setting.fonts)
    x = max(left, min(slots.centre(slot) - width / 2, right - width))
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
