"""Numbers one above the other, where they have no room side by side; a band gives way to a number that crosses it.

     45,5 %
45,5 %    45,5 %      every number above its column and what it reaches of the columns beside it
 ▇▇▇  ▇▇▇  ▇▇▇
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.kinds.columns.band import Band
from report.charts.kinds.columns.places import PlacedColumns, PublishedColumn
from report.charts.marks.text import digit_height
from report.charts.model import Chart, Setting
from report.units import NOISE, Pt

CLEAR = 0.3
"""Above and below a number, as a share of its size."""


def raised(placed: PlacedColumns, chart: Chart, hundred: Pt, setting: Setting) -> tuple[PublishedColumn, ...]:
    """The columns with their numbers lifted off each other, from left to right; 100 % is `hundred` high."""
    if not placed.is_crowded:
        return placed.columns
    standing, lifted = _standing(placed, chart, hundred, setting), list[PublishedColumn]()
    for column in placed.columns:
        usual = column.share * hundred
        foot = max([usual, *(high for left, right, high in standing if left < column.right and column.left < right)])
        clear = CLEAR * column.style.digits.size
        taken = sorted(
            (each.share * hundred + each.lift, each.share * hundred + each.lift + each.style.height(setting.fonts))
            for each in lifted
            if column.left < each.right + setting.measures.columns.apart
        )
        for low, high in taken:
            if foot < high + clear and low < foot + column.style.height(setting.fonts) + clear:
                foot = high + clear
        lifted.append(replace(column, lift=foot - usual))
    return tuple(lifted)


def _standing(placed: PlacedColumns, chart: Chart, hundred: Pt, setting: Setting) -> list[tuple[Pt, Pt, Pt]]:
    """Left and right end and height above the axis of every column, and of the room of every ring."""
    measures, slots = setting.measures, placed.slots
    columns = [(*slots.ends(column.slot), column.share * hundred) for column in placed.columns]
    ring = measures.ring / 2
    rings = [
        (slots.centre(slot) - ring, slots.centre(slot) + ring, measures.columns.ring + ring)
        for slot, value in enumerate(chart.rows[0].values)
        if value and not value.number
    ]
    return [*columns, *rings]


def highest_of(columns: Sequence[PublishedColumn], hundred: Pt, setting: Setting) -> Pt:
    """From the axis to the top of the highest number."""
    rise = setting.measures.columns.rise
    return max(
        (each.share * hundred + each.lift + rise + each.style.height(setting.fonts) for each in columns), default=0.0
    )


def holds_keys(height: Pt, setting: Setting) -> bool:
    """Whether keys of annotations have room within a column of that height."""
    keys = setting.measures.keys
    return height >= 2 * (keys.radius + keys.gap)


def room_of_keys(columns: Sequence[PublishedColumn], hundred: Pt, setting: Setting) -> Pt:
    """From the axis to the top of keys above the number of every column too low for them, in places that use keys."""
    measures = setting.measures
    low = [each for each in columns if not holds_keys(each.share * hundred, setting)]
    if not low or (measures.notes is not None and measures.columns.words_left is not None):
        return 0.0
    # Lifted numbers stand one above the other: keys may have to stand above the highest of all.
    below = columns if any(each.lift for each in columns) else low
    return highest_of(below, hundred, setting) + 2 * (measures.keys.radius + measures.keys.gap)


def crossings(
    band: Band, columns: Sequence[PublishedColumn], axis: Pt, hundred: Pt, setting: Setting
) -> list[tuple[Pt, Pt]]:
    """From where to where down the numbers that cross a band interrupt it, from the highest on."""
    measures, found = setting.measures.columns, list[tuple[Pt, Pt]]()
    left, right = band.left - measures.band.value_clear, band.right + measures.band.value_clear
    crossing = [each for each in columns if each.left < right - NOISE and left + NOISE < each.right]
    for column in sorted(crossing, key=lambda each: -each.share * hundred - each.lift):
        size = column.style.digits.size
        baseline = axis - column.share * hundred - column.lift - measures.rise
        top, bottom = baseline - (digit_height(setting.fonts) + CLEAR) * size, baseline + CLEAR * size
        if found and top <= found[-1][1]:
            top = found.pop()[0]
        found.append((top, bottom))
    return found
