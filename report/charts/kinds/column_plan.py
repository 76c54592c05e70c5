"""Plans a chart over waves as a whole: scale, axis, bands, and where the words of breaks stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from report.charts.kinds.annotations import APART, FIRST_BASELINE
from report.charts.kinds.assembly import bottom_of, lowered
from report.charts.kinds.band import Band, band_marks, band_of, words_beside, words_height
from report.charts.kinds.column_marks import (
    Plot,
    PublishedColumn,
    axis_marks,
    column_marks,
    published_columns,
    ring_marks,
)
from report.charts.kinds.grid import SLIDE_WIDTH, WORDS_GAP, column_left
from report.charts.kinds.measures import DESCENT, DIGIT_HEIGHT, SLIDE, measures_of
from report.charts.kinds.periods import Periods, place_periods
from report.charts.kinds.slots import AXIS_ON_SLIDE, ColumnMeasures, Slots, column_measures, slots_of
from report.charts.model import Chart, Medium, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Mark
from report.units import Pt

WORDS_LEFT: Pt = column_left(9) + WORDS_GAP
NOISE: Pt = 1e-6
BELOW_GAP: Pt = 10.0
"""From the lowest baseline under the axis to words of a break that stand there."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A chart over waves laid out; free: the y below which annotations may stand beside it."""

    plot: Plot
    columns: tuple[PublishedColumn, ...]
    periods: Periods
    beside: tuple[Mark, ...]
    width: Pt
    height: Pt
    free: Pt

    def marks(self, chart: Chart, setting: Setting) -> tuple[Mark, ...]:
        """Bands first, then axis and columns, then rings and words."""
        measures, axis = column_measures(setting.medium), self.plot.axis
        bands = [mark for band in self.plot.bands for mark in band_marks(band, axis, measures, setting)]
        columns = [mark for column in self.columns for mark in column_marks(column, self.plot, setting)]
        periods = [lowered(mark, axis) for mark in self.periods.marks]
        rings = ring_marks(chart, self.plot, setting)
        return (*bands, *columns, *axis_marks(self.plot, setting), *rings, *periods, *self.beside)

    def anchors(self) -> dict[str, tuple[Pt, Pt]]:
        """The middle of the top of every column, by the id of its cell."""
        centres = [self.plot.slots.centre(column.slot) for column in self.columns]
        tops = [self.plot.axis - column.share * self.plot.hundred for column in self.columns]
        ids = [str(column.value.cell.id) for column in self.columns]
        return {id: (x, y) for id, x, y in zip(ids, centres, tops, strict=True)}


def highest(share: float, hundred: Pt, measures: ColumnMeasures) -> Pt:
    """From the axis to the top of the largest value that may stand above a column of that share (0 to 1)."""
    return share * hundred + measures.rise + DIGIT_HEIGHT * measures.numbers[0][0]


def smallest_scale(medium: Medium) -> Pt:
    """The height of 100 % where it is smallest: half the length of the bars."""
    hundred = column_measures(medium).hundred
    return hundred / 2 if measures_of(medium) is SLIDE else hundred


def plan_of(chart: Chart, width: Pt, height: Pt, setting: Setting) -> ColumnPlan | Diagnostic:
    """The chart in a place of that size (an infinite height: as it likes), or why it does not fit."""
    measures, slots = column_measures(setting.medium), slots_of(len(chart.columns), width, setting.medium)
    bands = tuple(band_of(found, slots, measures, setting) for found in chart.breaks)
    columns, periods = published_columns(chart, slots, bands, setting), place_periods(chart, slots, setting)
    if columns is None:
        return _does_not_fit(chart, f"{slots.count} slots are too narrow for its numbers")
    if isinstance(periods, Diagnostic):
        return periods
    share = max((column.share for column in columns), default=0.0)
    words = _words_of(bands, slots, setting)
    under = 0.0 if setting.medium is Medium.SLIDE or not words else BELOW_GAP + bottom_of(words)
    axis, hundred = _axis(share, bands, height - _below(periods, measures) - under, setting)
    if highest(share, hundred, measures) > axis + NOISE:
        return _does_not_fit(chart, f"{height:.0f} pt of height are too little for it")
    plot = Plot(slots, axis, hundred, bands)
    plan = ColumnPlan(plot, columns, periods, (), slots.width, axis + periods.depth, measures.head - FIRST_BASELINE)
    plan = _with_words(plan, words, setting) if words else plan
    if plan.height > height + NOISE:
        return _does_not_fit(chart, f"it needs {plan.height:.0f} pt of height, {height:.0f} pt are there")
    return plan


def _with_words(plan: ColumnPlan, words: tuple[Mark, ...], setting: Setting) -> ColumnPlan:
    """The plan with the words of breaks: on a slide in the column of annotations, else below what is there."""
    bottom = bottom_of(words)
    if setting.medium is Medium.SLIDE:
        return replace(plan, beside=words, width=SLIDE_WIDTH, height=max(plan.height, bottom), free=bottom + APART)
    top = plan.height + BELOW_GAP
    return replace(plan, beside=tuple(lowered(mark, top) for mark in words), height=top + bottom)


def _below(periods: Periods, measures: ColumnMeasures) -> Pt:
    return max(measures.below, periods.depth + DESCENT * measures.labels[0].size)


def _axis(share: float, bands: tuple[Band, ...], most: Pt, setting: Setting) -> tuple[Pt, Pt]:
    """Where the axis lies and how high 100 % is: fixed on a slide, just high enough on A4."""
    measures, smallest = column_measures(setting.medium), smallest_scale(setting.medium)
    if measures_of(setting.medium) is SLIDE:
        axis = min(AXIS_ON_SLIDE, most)
        return axis, measures.hundred if highest(share, measures.hundred, measures) <= axis else smallest
    words = [words_height(band, measures) + 2 * measures.ring for band in bands if band.has_words]
    return max([highest(share, smallest, measures), *words]), smallest


def _words_of(bands: tuple[Band, ...], slots: Slots, setting: Setting) -> tuple[Mark, ...]:
    """The words of breaks whose bands are too narrow, from y = 0 down: for the column of annotations, or below."""
    measures, is_slide = column_measures(setting.medium), setting.medium is Medium.SLIDE
    left, width = (WORDS_LEFT, SLIDE_WIDTH - WORDS_LEFT) if is_slide else (slots.left, slots.width - slots.left)
    marks: list[Mark] = []
    for band in bands:
        if not band.has_words:
            top = bottom_of(marks) + APART if marks else 0.0
            marks += words_beside(band, x=left, top=top, width=width, measures=measures, setting=setting)
    return tuple(marks)


def _does_not_fit(chart: Chart, why: str) -> Diagnostic:
    return Diagnostic("chart-does-not-fit", f"the chart over waves has no room: {why}", chart.location)
