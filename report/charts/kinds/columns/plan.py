"""Plans a chart over waves as a whole: scale, axis, bands, and where the words of breaks stand."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.charts.kinds.columns.band import Band, band_marks, height_inside, words_beside
from report.charts.kinds.columns.places import PlacedColumns, PublishedColumn, place_columns, usual_depth
from report.charts.kinds.columns.plot import Plot, axis_marks, column_marks, ring_marks
from report.charts.kinds.columns.raising import crossings, highest_of, raised, room_of_keys
from report.charts.kinds.columns.slots import Periods, Slots
from report.charts.marks.assembly import bottom_of, does_not_fit
from report.charts.marks.text import CAP_HEIGHT, DESCENT, digit_height, label_style, text_mark
from report.charts.model import Chart, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole
from report.frozen import frozen
from report.units import NOISE, Pt


@frozen
class ColumnPlan:
    """A chart over waves laid out; words: of breaks whose bands are too narrow, where they stand.

    lanes: the heights, below all else, along which annotations are tied to their columns. has_own_scale: the lanes or
    long periods leave too little height for the scale of the other charts.
    """

    plot: Plot
    columns: tuple[PublishedColumn, ...]
    periods: Periods
    words: tuple[Mark, ...]
    width: Pt
    height: Pt
    lanes: tuple[Pt, ...] = ()
    has_own_scale: bool = False

    def marks(self, chart: Chart, setting: Setting) -> tuple[Mark, ...]:
        """Bands first, then axis and columns, then rings and words."""
        axis, hundred = self.plot.axis, self.plot.hundred
        bands = [
            mark
            for band in self.plot.bands
            for mark in band_marks(band, axis, setting, crossings(band, self.columns, axis, hundred, setting))
        ]
        columns = [mark for column in self.columns for mark in column_marks(column, self.plot, setting)]
        periods = [mark.lowered(axis) for mark in self.periods.marks]
        rings = ring_marks(chart, self.plot, setting)
        scale = self._scale(setting) if self.has_own_scale else ()
        return (*bands, *columns, *axis_marks(self.plot, setting), *rings, *periods, *self.words, *scale)

    def _scale(self, setting: Setting) -> tuple[Mark, ...]:
        """That the scale is smaller than that of the other charts, above the columns where no band stands."""
        note, fonts, text = setting.measures.note, setting.fonts, setting.language.words.smaller_scale
        style = label_style(note.size, setting.ground.soft_text, is_bold=False)
        width, slots = fonts.width(text, style), self.plot.slots
        ends = [
            slots.ends(0)[0],
            *(x for band in self.plot.bands for x in (band.left, band.right)),
            slots.ends(slots.count - 1)[1],
        ]
        rooms = [(left, right) for left, right in zip(ends[::2], ends[1::2], strict=True) if right - left >= width]
        baseline = CAP_HEIGHT * note.size
        return tuple(
            text_mark(MarkRole.NOTE, text, style, x=left, baseline=baseline, fonts=fonts) for left, _ in rooms[:1]
        )

    def anchors(self) -> dict[str, tuple[Pt, Pt]]:
        """The middle of the top of every column, by the id of its cell."""
        return {
            str(column.value.cell.id): (
                self.plot.slots.centre(column.slot),
                self.plot.axis - column.share * self.plot.hundred,
            )
            for column in self.columns
        }


def highest(share: float, hundred: Pt, setting: Setting) -> Pt:
    """From the axis to the top of the largest value that may stand above a column of that share (0 to 1)."""
    columns = setting.measures.columns
    return share * hundred + columns.rise + digit_height(setting.fonts) * columns.numbers[0][0]


def plan_of(chart: Chart, width: Pt, height: Pt, setting: Setting, notes: int = 0) -> ColumnPlan | Diagnostic:
    """The chart in a place of that size (an infinite height: as it likes), or why it does not fit.

    notes: annotations that lines tie to their columns; a lane for each lies below the periods.
    """
    measures = setting.measures
    placed = place_columns(chart, width, height, _lines_left(notes, setting), setting)
    if isinstance(placed, Diagnostic):
        return placed
    slots, periods = placed.slots, placed.periods
    words = _words_of(placed.bands, slots, width, setting)
    under = measures.columns.below_gap + bottom_of(words) if words and measures.columns.words_left is None else 0.0
    depth = periods.depth + DESCENT * measures.label.size
    lanes = _lanes(notes, depth, setting)
    below = max(usual_depth(measures), depth, *lanes)
    axis, hundred = _axis(placed, chart, height - below - under, setting)
    if _needed(placed, chart, hundred, setting) > axis + NOISE:
        return _has_no_room(chart, f"{height:.0f} pt of height are too little for it")
    end = axis + max([periods.depth, *lanes])
    plot, columns = Plot(slots, axis, hundred, placed.bands), raised(placed, chart, hundred, setting)
    _, usual = _axis(placed, chart, inf, setting)
    lowered = tuple(axis + lane for lane in lanes)
    has_own_scale = measures.columns.reach is not None and hundred < usual
    plan = ColumnPlan(plot, columns, periods, (), slots.width, end, lowered, has_own_scale=has_own_scale)
    if words:
        plan = _with_words(plan, words, width, setting)
    if plan.height > height + NOISE:
        return _has_no_room(chart, f"it needs {plan.height:.0f} pt of height, {height:.0f} pt are there")
    return plan


def _lines_left(notes: int, setting: Setting) -> Pt:
    """The x that values keep left of, so that upright lines of annotations pass them."""
    measures, words_left = setting.measures.notes, setting.measures.columns.words_left
    if not notes or measures is None or words_left is None:
        return inf
    return words_left - measures.words_gap - (notes - 1) * measures.lane - measures.tick


def _lanes(notes: int, depth: Pt, setting: Setting) -> list[Pt]:
    """How deep under the axis the lanes of annotations lie, below what stands `depth` deep."""
    measures = setting.measures.notes
    if measures is None:
        return []
    return [depth + measures.tick + number * (measures.tick + measures.lane) for number in range(notes)]


def _axis(placed: PlacedColumns, chart: Chart, most: Pt, setting: Setting) -> tuple[Pt, Pt]:
    """Where the axis lies and how high 100 % is: on the fixed axis the largest scale that fits, else the smallest.

    The largest share of all charts over waves of a briefing chooses the scale for each. The axis of a chart that stands
    alone lies as low as the place lets it, at most so low that it stands on the largest scale.
    """
    measures, columns = setting.measures, setting.measures.columns
    scales = [measures.hundred * scale for scale in columns.scales]
    if columns.axis_top is not None:
        axis, usual = min(columns.axis_top, most), columns.axis_top
        if columns.reach is None and most < inf:
            axis = max(axis, min(most, _needed(placed, chart, scales[0], setting)))
            usual = max(axis, usual)
        ceiling = max(_largest(placed), chart.ceiling)
        reach = columns.reach or inf
        reaching = [
            scale
            for scale in scales
            if highest(ceiling, scale, setting) <= usual and (scale == scales[0] or ceiling * scale <= reach)
        ]
        fitting = (scale for scale in reaching if _needed(placed, chart, scale, setting) <= axis)
        return axis, next(fitting, scales[-1])
    bands = [band for band in placed.bands if band.has_words]
    words = [height_inside(band, setting) for band in bands]
    return max([_needed(placed, chart, scales[-1], setting), *words]), scales[-1]


def _needed(placed: PlacedColumns, chart: Chart, hundred: Pt, setting: Setting) -> Pt:
    """From the axis to the top of the highest number, one of the largest size over the highest column at least.

    Where keys tie annotations, to the top of those that may stand above the number of a low column.
    """
    columns = raised(placed, chart, hundred, setting)
    numbers, keys = highest_of(columns, hundred, setting), room_of_keys(columns, hundred, setting)
    return max(numbers, keys, highest(_largest(placed), hundred, setting))


def _largest(placed: PlacedColumns) -> float:
    return max((column.share for column in placed.columns), default=0.0)


def _words_of(bands: tuple[Band, ...], slots: Slots, width: Pt, setting: Setting) -> tuple[Mark, ...]:
    """The words of breaks whose bands are too narrow, from y = 0 down: for the column of annotations, or below."""
    left, right = setting.measures.columns.words_left, width
    if left is None:
        left, right = slots.left, slots.width
    marks: list[Mark] = []
    for band in bands:
        if not band.has_words:
            top = bottom_of(marks) + setting.measures.columns.words_apart if marks else 0.0
            marks += words_beside(band, x=left, top=top, width=right - left, setting=setting)
    return tuple(marks)


def _with_words(plan: ColumnPlan, words: tuple[Mark, ...], width: Pt, setting: Setting) -> ColumnPlan:
    """The plan with the words of breaks: in the column of annotations where there is one, else below all else."""
    bottom = bottom_of(words)
    if setting.measures.columns.words_left is not None:
        return replace(plan, words=words, width=width, height=max(plan.height, bottom))
    top = plan.height + setting.measures.columns.below_gap
    return replace(plan, words=tuple(mark.lowered(top) for mark in words), height=top + bottom)


def _has_no_room(chart: Chart, why: str) -> Diagnostic:
    return does_not_fit(chart, f"the chart over waves has no room: {why}")
