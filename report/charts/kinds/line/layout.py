"""Lines: up to eight answers over the waves, at their true dates, each named where it ends.

                                                     Change since 2015 in points
    38 % ●─────●──╌╌╌╌╌╌╌╌●────●── 61 %  Networks                            +30
    31 % ●─────●──╌╌╌╌╌╌╌╌●────●── 46 %  Pictures                             +8
    ─────┴─────┴─────(o)──┴────┴──
       2015  2017   2020      2024       dashed: the wave was not published

Up to four lines have their first and last numbers; of more those that are marked, if any is, and the others stand grey
behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from report.charts.kinds.columns.band import Band, band_marks
from report.charts.kinds.line.dates import date_marks
from report.charts.kinds.line.ended import Taken, name_inside
from report.charts.kinds.line.labels import EndLabels, Labeller, changes_of, end_marks, name_style, side_values
from report.charts.kinds.line.plot import Plot, bands_of, has_values, left_of, ring_centre, value_width, xs_of
from report.charts.kinds.line.runs import Series, breaks_of_question, series_of
from report.charts.kinds.line.said import said_values
from report.charts.kinds.line.strokes import painting_order, series_marks
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, does_not_fit, drawing, kinds_over_waves, unsuitable
from report.charts.marks.head import Head, HeadNote, baseline, break_notes, head_marks, head_of
from report.charts.marks.keys import key_marks, keys_by_mark, keys_width
from report.charts.marks.text import DESCENT, label_style, text_mark
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, TextMark
from report.frozen import frozen
from report.kinds import LINE
from report.units import NOISE, Box, Pt

kind = LINE

SHORTER = (0.9, 0.8, 0.7, 0.6)
"""How long lines may be where names have little room, as shares of what they usually are."""
MOST_LINES_OF_NAMES = 2
"""Of more a name looks crushed."""


def refusal(chart: Chart) -> Diagnostic | None:
    """Too few or too many waves or answers; the hint names kinds that can show so many."""
    rows, columns = len(chart.rows), len(chart.columns)
    if columns not in kind.slots:
        why, key = f"the exhibit has {columns} waves", "waves"
    elif rows not in kind.rows:
        why, key = f"the exhibit has {rows} answers", "answers"
    else:
        return None
    return unsuitable(kind, chart, why, f"choose some with `{key}:`; {kinds_over_waves(chart)}")


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the head down to what stands below the axis; 0 if `lay_out` will refuse."""
    plan = None if refusal(chart) else _Planner(chart, width, setting, {}).plan(inf)
    return 0.0 if plan is None or isinstance(plan, Diagnostic) else plan.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same for every chart
    """All lines that the kind can show."""
    return kind.rows.most


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - the same for every chart
    """Nowhere: names and changes stand right of the lines."""
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    if notes and setting.measures.notes:
        return no_room(notes[0], 1, "the names of the lines stand where words would")
    keys = {name: numbers for name, numbers in keys_by_mark(notes).items() if name in {row.id for row in chart.rows}}
    plan = _Planner(chart, box.width, setting, keys).plan(box.height)
    if isinstance(plan, Diagnostic):
        return plan
    if plan.height > box.height + NOISE:
        return does_not_fit(chart, f"the lines need {plan.height:.0f} pt of height, {box.height:.0f} pt are there")
    arrangement = Arrangement(
        width=box.width,
        height=plan.height,
        marks=plan.marks,
        kind_word=setting.language.words.line_kind,
        anchors={
            str(each.value(column).cell.id): plan.plot.point(each, column)
            for each in plan.series
            for column in each.columns
        },
    )
    return drawing(chart, arrangement, box, setting)


@frozen
class _Plan:
    """The chart laid out: its plot, the lines in it, and all marks.

    height: down to the lowest of them; spare: the width that the names at the end leave; most_lines: of one of these.
    """

    plot: Plot
    series: tuple[Series, ...]
    marks: tuple[Mark, ...]
    height: Pt
    spare: Pt = 0.0
    most_lines: int = 1


@dataclass(slots=True)
class _Planner:
    chart: Chart
    width: Pt
    setting: Setting
    keys: dict[str, tuple[int, ...]]

    def plan(self, height: Pt) -> _Plan | Diagnostic:
        """The chart in a place of that height, or why it does not fit; as long as names at the end leave room.

        Where names would stand in many lines, a narrow place gives them some of the width that the lines usually have.
        """
        series = series_of(self.chart)
        if not series:
            return self._empty()
        usual = self.setting.measures.line.span.length or 0.0
        grown = max(usual, min(self.setting.measures.line.longest, self.width - self._beside_dates(series)))
        refusals, crushed = dict[Pt, Diagnostic](), dict[Pt, _Plan]()
        for length in dict.fromkeys((grown, usual, *(share * usual for share in SHORTER))):
            found = self._planned(series, length, height)
            if isinstance(found, Diagnostic):
                refusals[length] = found
            elif found.most_lines <= MOST_LINES_OF_NAMES:
                return self._lengthened(found, series, length, height)
            else:
                crushed[length] = found
        if not crushed:
            return refusals[usual]
        length = min(crushed, key=lambda each: crushed[each].most_lines)
        return self._lengthened(crushed[length], series, length, height)

    def _lengthened(self, plan: _Plan, series: tuple[Series, ...], length: Pt, height: Pt) -> _Plan:
        """The plan with lines as long as names that are short or stand in several lines leave room for."""
        longer = min(self.setting.measures.line.longest, length + plan.spare)
        found = self._planned(series, longer, height) if longer > length + NOISE else plan
        return found if isinstance(found, _Plan) else plan

    def _beside_dates(self, series: Sequence[Series]) -> Pt:
        """How much width the dates leave to what stands at the ends of the lines, where each name has one line."""
        measures, (size, _) = self.setting.measures.line, self.setting.measures.labels
        is_valued = {each.row.id: has_values(each.row, series) for each in series}
        names = [
            self.setting.fonts.width(
                each.row.texts[0], name_style(each.row, size, self.setting, is_grey=not is_valued[each.row.id])
            )
            + (self._keys_width(self.keys[each.row.id]) if each.row.id in self.keys else 0.0)
            for each in series
        ]
        values = [
            value_width(each.value(each.last), each.row, self.setting, size=measures.marked) + measures.name_gap
            for each in series
            if is_valued[each.row.id]
        ]
        return measures.span.left + measures.label_gap + max(values, default=0.0) + max(names)

    def _planned(self, series: tuple[Series, ...], length: Pt, height: Pt) -> _Plan | Diagnostic:
        measures = self.setting.measures.line
        left, length = left_of(series, length, self.setting)
        xs = xs_of(self.chart, left, length)
        first, last = min(each.first for each in series), max(each.last for each in series)
        widths, room = self._inner_widths(series, first, last), self._height_of_lines(series)
        bands = bands_of(self.chart, xs, widths, room, self.setting)
        head = self._head(series, bands, first)
        top, labels_top = self._below(head.count if head.lines else 0), self._below(head.count)
        highest = max(each.share(column) for each in series for column in each.columns)
        plot = self._plot(series, xs, bands, top, max(self.chart.ceiling, highest), height)
        inside = self._inside(series, plot, first, last, top)
        are_parted = any(band.left > xs[last] for band in plot.bands)  # from their names: no leader crosses a band
        late = [each for each in series if (are_parted or each.last != last) and each.row.id not in inside]
        ends = self._labels(series, last, xs, plot, labels_top, late)
        if ends is None:
            return self._label_too_long(series)
        if measures.axis_top is None:
            plot = replace(plot, axis=max(plot.axis, labels_top + sum(ends.heights)))
            inside = self._inside(series, plot, first, last, top)
        found = end_marks(ends, plot, last, labels_top, self.setting)
        if found is None or plot.y(highest) < 0:
            return does_not_fit(self.chart, f"the names of {len(series)} lines have no room above each other")
        labels, name_ends = found
        marks = [
            *(mark.moved(measures.head_left, 0.0) for mark in head_marks(head, self.setting)),
            *self._bands(plot, top),
            *date_marks(self.chart, series, plot, self.width, self.setting),
            *self._lines(series, plot, last),
            *self._values(series, plot, first, last, top),
            *(mark for named in inside.values() for mark in named),
            *labels,
            *self._keys(name_ends),
        ]
        marks += said_values(series, plot, Taken(self._room(plot, top), marks), self.setting)
        most_lines = max((len(each.lines) for each in ends.labels), default=1)
        return _Plan(plot, series, tuple(marks), self._end(plot), ends.spare, most_lines)

    # ------------------------------------------------------------------------------------------------------- heights

    def _height_of_lines(self, series: Sequence[Series]) -> Pt:
        """How high the plot is at least, whatever stands in the head."""
        measures = self.setting.measures.line
        highest = max(each.share(column) for each in series for column in each.columns)
        if measures.axis_top is not None:
            return measures.axis_top
        return highest * measures.scales[-1] * self.setting.measures.hundred + measures.last_point

    def _below(self, lines: int) -> Pt:
        """The height below so many lines of the head."""
        if not lines:
            return 0.0
        return baseline(lines - 1, self.setting) + 2 * DESCENT * self.setting.measures.head_notes.text.size

    def _plot(
        self, series: Sequence[Series], xs: tuple[Pt, ...], bands: tuple[Band, ...], top: Pt, shared: float, height: Pt
    ) -> Plot:
        """The largest scale at which all charts over waves of the briefing fit on the fixed axis, else the smallest.

        Where the place is to be filled, the axis lies as low as lines on the largest scale would have it.
        """
        measures = self.setting.measures.line
        scales = [self.setting.measures.hundred * scale for scale in measures.scales]
        highest = max(each.share(column) for each in series for column in each.columns)
        clear = max(top + measures.last_point, measures.top)
        if measures.axis_top is None:
            return Plot(xs, clear + highest * scales[-1], scales[-1], bands)
        axis = min(measures.axis_top, height - measures.words)
        if measures.reach is None and height < inf:
            axis = max(axis, min(height - measures.words, clear + shared * scales[0]))
        most, reach = max(axis, measures.axis_top) - measures.top, measures.reach or inf
        usual = (scale for scale in scales if shared * scale <= (most if scale == scales[0] else min(most, reach)))
        wanted = next(usual, scales[-1])
        room = (axis - clear) / highest if highest else inf
        return Plot(
            xs, axis, next((scale for scale in scales if scale <= min(wanted, room)), min(scales[-1], room)), bands
        )

    def _end(self, plot: Plot) -> Pt:
        """The lowest baseline below the axis."""
        measures = self.setting.measures.line
        has_words = any(not column.is_published for column in self.chart.columns)
        return plot.axis + (measures.words if has_words else measures.label)

    # --------------------------------------------------------------------------------------------------------- marks

    def _head(self, series: Sequence[Series], bands: Sequence[Band], first: int) -> Head:
        """What has to be known of the lines; what the changes at the right end are."""
        words, chart = self.setting.language.words, self.chart
        notes = list[HeadNote]()
        if chart.further:
            shown, every = str(len(chart.rows)), str(len(chart.rows) + chart.further)
            notes.append(HeadNote(words.answers_shown.format(shown=shown, all=every)))
        told = [band.found for band in bands if band.has_words]
        notes += break_notes(
            [found for found in chart.breaks if found not in told], self.setting, has_other_labels=False
        )
        if any(stretch.missing for each in series for stretch in each.stretches):
            notes.append(HeadNote(words.dashed))
        since = words.change_since.format(wave=chart.columns[first].label) if self._has_changes(series) else ""
        return head_of(notes, since, self.width - self.setting.measures.line.head_left, self.setting)

    def _has_changes(self, series: Sequence[Series]) -> bool:
        """Whether the changes at the right end have a head: a change or the sign of a break stands there."""
        last = max(each.last for each in series)
        ended = [each for each in self._shown(series) if each.last == last]
        found = changes_of(ended, series, last, self.chart, self.setting)
        has_column = self.setting.measures.line.change_gap is not None and not breaks_of_question(self.chart)
        return has_column and (bool(found) or any(each.breaks for each in series))

    def _bands(self, plot: Plot, top: Pt) -> list[Mark]:
        return [mark.lowered(top) for band in plot.bands for mark in band_marks(band, plot.axis - top, self.setting)]

    def _lines(self, series: tuple[Series, ...], plot: Plot, last: int) -> list[Mark]:
        return [mark for each in painting_order(series) for mark in series_marks(each, plot, last, self.setting)]

    def _shown(self, series: Sequence[Series]) -> list[Series]:
        return [each for each in series if has_values(each.row, series)]

    def _inner(self, first: int, last: int) -> list[tuple[int, bool]]:
        """The columns beside breaks whose values stand there, and whether these stand left of the points."""
        found = breaks_of_question(self.chart)
        before = [(each.before, False) for each in found if first < each.before < last]
        return [*before, *((each.after, True) for each in found if first < each.after < last)]

    def _inner_widths(self, series: Sequence[Series], first: int, last: int) -> list[tuple[Pt, Pt]]:
        """How wide the values right of the points before each break are, and those left of the points behind it."""
        return [
            (
                self._widest_value(series, found.before) if first < found.before < last else 0.0,
                self._widest_value(series, found.after) if first < found.after < last else 0.0,
            )
            for found in breaks_of_question(self.chart)
        ]

    def _widest_value(self, series: Sequence[Series], column: int) -> Pt:
        size = self.setting.measures.line.value
        there = [each for each in self._shown(series) if column in each.columns]
        return max((value_width(each.value(column), each.row, self.setting, size=size) for each in there), default=0.0)

    def _values(self, series: Sequence[Series], plot: Plot, first: int, last: int, top: Pt) -> list[Mark]:
        """The first values and those beside breaks, as far as they have room there."""
        shown, marks = self._shown(series), list[Mark]()
        sides = [(first, True), *self._inner(first, last)]
        for column, is_left in sides:
            there = [each for each in shown if column in each.columns]
            found = side_values(there, column, plot, top, self.setting, is_left=is_left)
            if self._has_room(found, plot, series, column):
                marks += found
        return marks

    def _has_room(self, marks: Sequence[Mark], plot: Plot, series: Sequence[Series], column: int) -> bool:
        """Whether values beside a break stand clear of its band, and of the points and rings of other waves."""
        measures, x = self.setting.measures, plot.xs[column]
        texts = [mark for mark in marks if isinstance(mark, TextMark)]
        ends = [edge for band in plot.bands for edge in (band.left, band.right)]
        others = [plot.xs[place] for place in sorted({place for each in series for place in each.columns} - {column})]
        reach = measures.line.ring / 2 + measures.line.halo
        for place, shown in enumerate(self.chart.columns):
            ring = ring_centre(place, plot, series, self.setting)
            if not shown.is_published and any(_is_level(mark, ring - reach, ring + reach) for mark in texts):
                others += [plot.xs[place] - reach, plot.xs[place] + reach]
        clear, sign = measures.columns.band.value_clear, measures.break_sign
        if any(mark.y > plot.axis - sign.height / 2 for mark in texts):
            clear = max(clear, (sign.gap + sign.slant) / 2 + sign.stroke)
        left, right = min([x, *(mark.x for mark in texts)]), max([x, *(mark.x + mark.width for mark in texts)])
        return not any(left < edge + clear and edge - clear < right for edge in (*ends, *others))

    def _room(self, plot: Plot, top: Pt) -> Box:
        """Where names and numbers may stand beside the points."""
        return Box(0.0, top, plot.xs[-1] + self.setting.measures.line.label_gap / 2, plot.axis - top)

    def _inside(self, series: Sequence[Series], plot: Plot, first: int, last: int, top: Pt) -> dict[str, list[Mark]]:
        """The names of lines that end before the last wave, where they have a place beside them."""
        marks = [*self._lines(tuple(series), plot, last), *self._values(series, plot, first, last, top)]
        taken = Taken(
            self._room(plot, top),
            [*marks, *self._bands(plot, top), *date_marks(self.chart, series, plot, self.width, self.setting)],
        )
        found = dict[str, list[Mark]]()
        for each in series:
            if each.last == last:
                continue
            is_grey = not has_values(each.row, series)
            if named := name_inside(each, plot, taken, self.setting, is_grey=is_grey):
                found[each.row.id] = named
                taken.marks += named
        return found

    def _labels(
        self, series: Sequence[Series], last: int, xs: Sequence[Pt], plot: Plot, top: Pt, late: Sequence[Series]
    ) -> EndLabels | None:
        widths = {name: self._keys_width(numbers) for name, numbers in self.keys.items()}
        left = xs[-1] + self.setting.measures.line.label_gap
        measures = self.setting.measures.line
        height = inf if measures.axis_top is None else plot.axis + measures.apart / 2 - top
        labeller = Labeller(self.chart, series, last, left, self.width, height, self.setting, late, widths)
        return labeller.labels(plot)

    def _keys(self, ends: dict[str, tuple[Pt, Pt]]) -> list[Mark]:
        gap = self.setting.measures.keys.gap
        return [
            mark
            for name, numbers in self.keys.items()
            if name in ends
            for mark in key_marks(numbers, left=ends[name][0] + gap, centre=ends[name][1], setting=self.setting)
        ]

    def _keys_width(self, numbers: Sequence[int]) -> Pt:
        return self.setting.measures.keys.gap + keys_width(len(numbers), self.setting)

    # -------------------------------------------------------------------------------------------------------- faults

    def _empty(self) -> _Plan:
        """That nothing was published of any wave."""
        text, size = self.setting.language.words.not_published, self.setting.measures.label.size
        style = label_style(size, self.setting.ground.soft_text, is_bold=False)
        mark = text_mark(MarkRole.NOTE, text, style, x=0.0, baseline=size, fonts=self.setting.fonts)
        return _Plan(Plot((), 0.0, 0.0, ()), (), (mark,), size)

    def _label_too_long(self, series: Sequence[Series]) -> Diagnostic:
        longest = max((each.row for each in series), key=lambda row: len(row.narrow_label))
        return Diagnostic(
            "label-too-long",
            f'the label of answer "{longest.id}" has no place at the end of its line',
            longest.location,
            hint="a shorter `short:` label on the answer is used where the whole one has no place",
        )


def _is_level(text: TextMark, top: Pt, bottom: Pt) -> bool:
    return text.y - text.size < bottom and top < text.y + DESCENT * text.size
