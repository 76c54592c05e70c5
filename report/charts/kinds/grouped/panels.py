"""Panels: the bars of each group side by side, on half the length of 100 %, where clusters would be too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from math import inf

from report.charts.kinds.grouped.paints import GroupPaints
from report.charts.kinds.grouped.value_marks import BarPlace, paint_value
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, does_not_fit, drawing
from report.charts.marks.text import balanced_lines, first_baseline, label_style, line_marks, text_mark, widest
from report.charts.model import Chart, ChartColumn, ChartRow, NoteRequest, Setting
from report.charts.rows.further import further_mark
from report.charts.rows.placing import PlacedRows, place_rows
from report.charts.rows.ticks import Tick, tick_of
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Edge, Mark, MarkRole, Rect, TextMark
from report.formats.kinds.grouped import PanelMeasures
from report.formats.rows import RowFrame, RowFrames, RowMeasures
from report.frozen import frozen
from report.units import NOISE, Box, Pt

MOST_NAME_LINES = 2
"""Of the name of a group above its panel."""


def is_needed(chart: Chart, setting: Setting) -> bool:
    """Whether the page has panels, and the chart more bars or rows than clusters may have."""
    measures = setting.measures.grouped
    rows, groups = len(chart.rows) + (chart.further > 0), len(chart.columns)
    is_over = rows > measures.most_rows or rows * groups > measures.most_bars
    return measures.panels is not None and is_over and groups <= measures.panels.most


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the names of the groups to the end of the last row; 0 where a label has no place."""
    arranged = _arranged(chart, width, inf, setting)
    return 0.0 if isinstance(arranged, Diagnostic) else arranged[0].rows.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many rows fit; none where the page has no panels, or not so many."""
    measures = setting.measures.grouped.panels
    if measures is None or len(chart.columns) > measures.most:
        return 0
    counts = range(1, measures.by_rows[-1][0] + 1)

    def end(count: int) -> Pt:
        rows = _row_measures(count, measures)
        return measures.top + (count - 1) * rows.least_pitch + rows.bar

    return sum(1 for _ in takewhile(lambda count: end(count) <= height + NOISE, counts))


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if notes:
        return no_room(notes[0], 1, "panels take the whole width; fewer `answers:` or `columns:` stand as clusters")
    arranged = _arranged(chart, box.width, box.height, setting)
    if isinstance(arranged, Diagnostic):
        return arranged
    painter, names = arranged
    rows = painter.rows
    painted = [painter.row(index, row) for index, row in enumerate(chart.rows)]
    arrangement = Arrangement(
        width=max([painter.left(len(chart.columns) - 1) + painter.length, *(mark.x + mark.width for mark in names)]),
        height=rows.height,
        marks=(
            *names,
            *(mark for row in painted for mark in row.marks),
            *further_mark(rows, chart, setting),
        ),
        kind_word=setting.language.words.grouped_kind,
        anchors={cell: place for row in painted for cell, place in row.anchors.items()},
    )
    return drawing(chart, arrangement, box, setting)


def _row_measures(count: int, measures: PanelMeasures) -> RowMeasures:
    return next((rows for most, rows in measures.by_rows if count <= most), measures.by_rows[-1][1])


def _arranged(
    chart: Chart, width: Pt, height: Pt, setting: Setting
) -> tuple[_Painter, tuple[TextMark, ...]] | Diagnostic:
    """The panels and the names above them, all on one line or, where one is too wide for that, on two."""
    refused: Diagnostic | None = None
    for lines in range(1, MOST_NAME_LINES + 1):
        rows = _placed(chart, width, height, setting, lines=lines)
        if isinstance(rows, Diagnostic):
            return refused or rows
        painter = _Painter(chart, rows, setting)
        names = painter.names(width, lines)
        if not isinstance(names, Diagnostic):
            return painter, names
        refused = names
    assert refused is not None
    return refused


def _placed(chart: Chart, width: Pt, height: Pt, setting: Setting, *, lines: int) -> PlacedRows | Diagnostic:
    """The rows below the names of the groups, which have so many lines, or why they do not fit."""
    measures = setting.measures.grouped.panels
    assert measures is not None
    top = measures.top + (lines - 1) * setting.measures.grouped.name.pitch
    frames = tuple(
        _frame(frame, chart, width, measures, setting.measures.hundred) for frame in setting.measures.bars.frames(1)
    )
    if not any(frame.beside for frame in frames):
        needed = _all_panels(chart, measures, setting.measures.hundred)
        panels = f"{len(chart.columns)} panels need {needed:.0f} pt of width beside the labels"
        return does_not_fit(chart, f"{panels}, {width:.0f} pt are there for both", "show fewer groups with `columns:`")
    bars = replace(setting.measures.bars, by_rows=(RowFrames(len(chart.rows), frames),))
    of_panels = replace(setting, measures=replace(setting.measures, bars=bars))
    rows = place_rows(chart, width, height - top, of_panels)
    if isinstance(rows, Diagnostic):
        return rows
    return replace(
        rows,
        tops=tuple(each + top for each in rows.tops),
        further=None if rows.further is None else rows.further + top,
        height=rows.height + top,
    )


def _frame(frame: RowFrame, chart: Chart, width: Pt, measures: PanelMeasures, hundred: Pt) -> RowFrame:
    """The places of rows that leave so many panels room at their right."""
    length, all_panels = measures.hundred * hundred, _all_panels(chart, measures, hundred)
    beside = tuple(
        replace(place, track=replace(place.track, length=length, right=None), words_left=None)
        for place in frame.beside
        if place.track.left + all_panels <= width + NOISE
    )
    rows = _row_measures(len(chart.rows) + (chart.further > 0), measures)
    return replace(frame, beside=beside, beside_lines=1, above=None, above_lines=0, sizes=(measures.label,), rows=rows)


def _all_panels(chart: Chart, measures: PanelMeasures, hundred: Pt) -> Pt:
    """The width of all panels, with what parts them."""
    groups = len(chart.columns)
    return groups * measures.hundred * hundred + (groups - 1) * measures.apart


@frozen
class _Row:
    marks: tuple[Mark, ...]
    anchors: dict[str, tuple[Pt, Pt]]


@frozen
class _Painter:
    chart: Chart
    rows: PlacedRows
    setting: Setting

    @property
    def measures(self) -> PanelMeasures:
        found = self.setting.measures.grouped.panels
        assert found is not None
        return found

    @property
    def length(self) -> Pt:
        """The length of 100 %."""
        return self.measures.hundred * self.setting.measures.hundred

    def left(self, panel: int) -> Pt:
        """Where the bars of a group begin."""
        return self.rows.track.left + panel * (self.length + self.measures.apart)

    def names(self, width: Pt, most_lines: int) -> tuple[TextMark, ...] | Diagnostic:
        """The name of each group above its panel, its n below that; the last lines of all stand on one."""
        marks = list[TextMark]()
        for number, column in enumerate(self.chart.columns):
            right = width if number + 1 == len(self.chart.columns) else self.left(number + 1) - self.measures.apart / 4
            found = self._name(number, column, right - self.left(number) + NOISE, most_lines)
            if found is None:
                message = f'the name of the group "{column.label}" has no place above its bars'
                hint = "a shorter `label` of the segment column, or fewer of them with `columns:`"
                return does_not_fit(self.chart, message, hint)
            marks += found
        return tuple(marks)

    def row(self, index: int, row: ChartRow) -> _Row:
        """Label, and for each group a track with its bar, tick and number."""
        top, marks, anchors = self.rows.tops[index], list[Mark](self._label(index)), dict[str, tuple[Pt, Pt]]()
        paints = GroupPaints(self.chart, self.setting)
        for number, value in enumerate(row.values):
            if value is None:
                continue
            left, bar = self.left(number), self.rows.bar
            # Where there is no number nothing is held against the others, and the words take the track.
            tick = tick_of(row, left=left, length=self.length, top=top, bottom=top + bar) if value.number else None
            sizes = self.rows.frame.rows
            place = BarPlace(left, self.length, top, bar, sizes.marked, self.measures.label)
            style, paint = paints.number(value, number, place), paints.bar_of_panel(row, number)
            painted = paint_value(value, place, paint, style, tick, self.setting)
            marks += [self._track(left, top), *painted.bar, *self._tick(tick, number), *painted.number]
            anchors[str(value.cell.id)] = (painted.right, place.centre)
        return _Row(tuple(marks), anchors)

    def _tick(self, tick: Tick | None, panel: int) -> tuple[Mark, ...]:
        """The tick, which bears its cell once a row: in the first panel."""
        if tick is None:
            return ()
        marks = tick.marks(self.setting)
        return marks if panel == 0 else tuple(replace(mark, cells=()) for mark in marks)

    def _track(self, left: Pt, top: Pt) -> Rect:
        edge = Edge(self.setting.ground.track_edge, self.setting.measures.track_edge)
        return Rect(MarkRole.TRACK, Box(left, top, self.length, self.rows.bar), self.setting.ground.track, edge)

    def _name(self, number: int, column: ChartColumn, room: Pt, most_lines: int) -> tuple[TextMark, ...] | None:
        """None where it has no room on so many lines."""
        x, setting, grouped = self.left(number), self.setting, self.setting.measures.grouped
        bold = label_style(grouped.name.size, setting.ground.text, is_bold=True)
        lines = balanced_lines(column.label, bold, room, setting.fonts, setting.language)
        if len(lines) > most_lines or widest(lines) > room:
            return None
        pitch = grouped.name.pitch
        first = self.measures.name_line + (most_lines - len(lines)) * pitch
        name = line_marks(MarkRole.LABEL, lines, pitch, x=x, baseline=first, fonts=setting.fonts)
        if column.base is None:
            return name
        grey = label_style(grouped.base.size, setting.ground.soft_text, is_bold=False)
        below = self.measures.base_line + (most_lines - 1) * pitch
        base = text_mark(MarkRole.NOTE, column.base.text, grey, x=x, baseline=below, fonts=setting.fonts)
        return (*name, base)

    def _label(self, index: int) -> tuple[TextMark, ...]:
        lines, size = self.rows.labels.lines[index], self.rows.labels.type_size
        baseline = first_baseline(self.rows.centre(index), len(lines), size)
        return line_marks(MarkRole.LABEL, lines, size.pitch, x=0.0, baseline=baseline, fonts=self.setting.fonts)
