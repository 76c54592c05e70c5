"""Clusters: the bars of all groups of an answer on one track, the groups named once, beside the first cluster."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import product
from math import inf

from report.charts.kinds.grouped.names import PlacedNames, bar_thickness, names_above, names_at_bars
from report.charts.kinds.grouped.paints import GroupPaints
from report.charts.kinds.grouped.value_marks import BarPlace, PaintedValue, paint_value
from report.charts.marks.annotations import Target
from report.charts.marks.assembly import Arrangement, drawing
from report.charts.marks.text import block_height, digit_height, first_baseline, label_style, line_marks, text_mark
from report.charts.model import Chart, ChartRow, NoteRequest, Setting
from report.charts.rows.further import further_mark
from report.charts.rows.placing import PlacedRows, place_rows, words_left
from report.charts.rows.ticks import Tick, tick_of
from report.charts.rows.tying import tie_rows
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Edge, Mark, MarkRole, Rect
from report.formats.grid import TypeSize
from report.formats.kinds.grouped import GroupedMeasures
from report.formats.rows import RowFrame, RowFrames, RowMeasures
from report.frozen import frozen
from report.units import NOISE, Box, Pt

WORDS_PITCH = 0.905
"""Of words one below the other that stand in place of numbers, as a multiple of their size."""
WORDS_RISE = 0.12
"""What such words stand above a thin bar, as a multiple of their size."""
CLEAR = 0.4
"""Between the names of the groups in lines and what stands below them, as a share of their size."""
CLOSER = 0.8
"""Of what is usually clear between clusters, where the names of the groups take several lines."""


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the names of the groups to the end of the last cluster; 0 where its labels have no place."""
    placed = _placed(chart, width, inf, setting)
    return 0.0 if isinstance(placed, Diagnostic) else placed.rows.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many clusters fit a height (maybe infinite): as many bars as the page may show, none thinner than allowed.

    Where that is not all of them, the line that counts the others is one of them and takes less.
    """
    measures, groups, frame = setting.measures.grouped, len(chart.columns), setting.measures.bars.frames(1)[0]
    cluster = groups * measures.least_bar + (groups - 1) * measures.between
    label = _label_above(frame, chart, measures)
    apart = measures.apart if frame.beside else label + frame.rows.clear
    fitting = (height - measures.top - label + apart + NOISE) / (cluster + apart)
    if fitting < len(chart.rows):
        fitting = max(fitting, 1 + fitting - (measures.name.pitch + apart) / (cluster + apart))
    return max(0, int(min(measures.most_rows, measures.most_bars // groups, fitting)))


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:
    """Behind the tracks."""
    return words_left(chart, width, _for_clusters(chart, setting))


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    placed = _placed(chart, box.width, box.height, setting, notes)
    if isinstance(placed, Diagnostic):
        return placed
    rows, names = placed.rows, placed.names
    painter = _Painter(chart, rows, setting)
    clusters = [painter.cluster(index, row) for index, row in enumerate(chart.rows)]
    given = {cell for note in notes for cell in note.cells}
    targets = {row.id: cluster.pointed_at(given) for row, cluster in zip(chart.rows, clusters, strict=True)}
    tied = tie_rows(notes, targets, rows, box, setting, top=names.words_top)
    if isinstance(tied, Diagnostic):
        return tied
    marks = [mark for cluster in clusters for mark in cluster.marks]
    arrangement = Arrangement(
        width=max(rows.track.right, names.right),
        height=max([rows.height, *(note.bottom for note in tied.boxes)]),
        marks=(*marks, *names.marks, *further_mark(rows, chart, setting), *tied.marks),
        kind_word=setting.language.words.grouped_kind,
        anchors={cell: place for cluster in clusters for cell, place in cluster.anchors.items()},
        notes=tied.boxes,
    )
    return drawing(chart, arrangement, box, setting)


@frozen
class _Placed:
    """Clusters in their rows, and the names of the groups."""

    rows: PlacedRows
    names: PlacedNames


def _placed(
    chart: Chart, width: Pt, height: Pt, setting: Setting, notes: Sequence[NoteRequest] = ()
) -> _Placed | Diagnostic:
    """The clusters in a place of that size with the names of their groups; or why they do not fit."""
    top = setting.measures.grouped.top
    rows = _rows(chart, width, height, setting, notes, top=top)
    if isinstance(rows, Diagnostic):
        return rows
    ends = _Painter(chart, rows, setting).first_ends()
    if names := names_at_bars(chart, rows, ends, width, setting):
        return _Placed(rows, names)
    return _below_names(chart, rows, width, height, setting, notes)


def _below_names(
    chart: Chart, rows: PlacedRows, width: Pt, height: Pt, setting: Setting, notes: Sequence[NoteRequest]
) -> _Placed | Diagnostic:
    """The clusters below the names of their groups, which begin with the tracks, else at the margin.

    rows: as they would stand without names.
    """
    refused = list[Diagnostic]()
    for (each, clear), start in product(_closer(setting), dict.fromkeys((rows.track.left, 0.0))):
        names = names_above(chart, rows, start, width, setting, clear=clear)
        if isinstance(names, Diagnostic):
            refused.append(names)
            continue
        lower = _rows(chart, width, height, each, notes, top=max(setting.measures.grouped.top, names.words_top))
        if isinstance(lower, PlacedRows):
            return _Placed(lower, names)
        refused.append(lower)
    return refused[0]


def _closer(setting: Setting) -> tuple[tuple[Setting, Pt], ...]:
    """The setting with what is clear below the names, and closer ones.

    First the names come down to the clusters; then bars are as thin as words in their place allow, and clusters closer
    together: names on several lines leave them less height than their number promises.
    """
    grouped = setting.measures.grouped
    least = min(grouped.least_bar, WORDS_PITCH * grouped.least_value - grouped.between)
    closer = replace(grouped, least_bar=least, apart=CLOSER * grouped.apart)
    thin = replace(setting, measures=replace(setting.measures, grouped=closer))
    return (setting, CLEAR * grouped.name.size), (setting, 0.0), (thin, 0.0)


def _rows(
    chart: Chart, width: Pt, height: Pt, setting: Setting, notes: Sequence[NoteRequest], *, top: Pt
) -> PlacedRows | Diagnostic:
    """The clusters below a height, with room for what all say below each answer, else without."""
    grouped = setting.measures.grouped
    lower = replace(grouped, height=min(grouped.height, height - top))
    of_clusters = _for_clusters(chart, replace(setting, measures=replace(setting.measures, grouped=lower)))
    rows = place_rows(chart, width, height - top, of_clusters, notes)
    if isinstance(rows, PlacedRows) and any(row.reference for row in chart.rows):
        higher = place_rows(chart, width, height - top, of_clusters, notes, below=1)
        # The same labels, only further apart: what all say is no reason to set them smaller or elsewhere.
        if isinstance(higher, PlacedRows) and replace(higher.labels, below=rows.labels.below) == rows.labels:
            rows = higher
    return _lowered(rows, top)


def _lowered(rows: PlacedRows | Diagnostic, top: Pt) -> PlacedRows | Diagnostic:
    if isinstance(rows, Diagnostic):
        return rows
    return replace(
        rows,
        tops=tuple(each + top for each in rows.tops),
        further=None if rows.further is None else rows.further + top,
        height=rows.height + top,
    )


def _bar(chart: Chart, measures: GroupedMeasures) -> Pt:
    """The thickness of a bar: as the height has it, within the bounds of the page."""
    rows, groups = len(chart.rows), len(chart.columns)
    gaps = rows * (groups - 1) * measures.between + (rows - 1) * measures.apart
    further = measures.apart + measures.name.pitch if chart.further else 0.0
    return max(measures.least_bar, min(measures.bar, (measures.height - gaps - further) / (rows * groups)))


def _for_clusters(chart: Chart, setting: Setting) -> Setting:
    """The setting in which a row of the place is as high as a cluster."""
    measures = setting.measures
    frames = tuple(_frame(frame, chart, measures.grouped) for frame in measures.bars.frames(1))
    by_rows = (RowFrames(measures.grouped.most_rows, frames),)
    bars = replace(measures.bars, by_rows=by_rows, in_order=())  # closer rows are those of single bars
    return replace(setting, measures=replace(measures, bars=bars))


def _frame(frame: RowFrame, chart: Chart, measures: GroupedMeasures) -> RowFrame:
    groups = len(chart.columns)
    cluster, thinnest = (
        groups * bar + (groups - 1) * measures.between for bar in (_bar(chart, measures), measures.least_bar)
    )
    rows = RowMeasures(
        bar=cluster,
        least_bar=thinnest,
        least_pitch=cluster + measures.apart,
        most_pitch=cluster + _label_above(frame, chart, measures) + measures.most_apart,
        spread=measures.height - cluster if frame.beside else inf,
        marked=measures.marked,
        value=measures.value,
        above_gap=_above_gap(frame, chart, measures),
        clear=frame.rows.clear,
        further=frame.sizes[0].pitch,
        close_group=frame.rows.close_group,
    )
    return replace(frame, rows=rows)


def _label_above(frame: RowFrame, chart: Chart, measures: GroupedMeasures) -> Pt:
    """What a label of one line takes above its cluster in a place that has no room for it elsewhere."""
    return 0.0 if frame.beside else _above_gap(frame, chart, measures) + block_height(1, frame.sizes[-1])


def _above_gap(frame: RowFrame, chart: Chart, measures: GroupedMeasures) -> Pt:
    """From the label above a cluster to its first bar; words in place of a number are higher than a thin one."""
    has_words = any(value is None or value.number is None for row in chart.rows for value in row.values)
    return frame.rows.above_gap + (WORDS_RISE * measures.least_value if has_words else 0.0)


@frozen
class _Cluster:
    """The marks of an answer, where it can be pointed at, and the ends of its values by cell."""

    marks: tuple[Mark, ...]
    target: Target
    anchors: dict[str, tuple[Pt, Pt]]

    def pointed_at(self, cells: Collection[str]) -> Target:
        """What words point at that give the figures of these cells: of the bars, those or all, the longest one."""
        given = [place for cell, place in self.anchors.items() if cell in cells]
        places = given or list(self.anchors.values())
        if not places:
            return self.target
        right, centre = max(places)
        return Target(centre, centre, right)


@frozen
class _Painter:
    chart: Chart
    rows: PlacedRows
    setting: Setting

    @property
    def bar(self) -> Pt:
        """The thickness of a bar."""
        return bar_thickness(self.rows, len(self.chart.columns), self.setting)

    def first_ends(self) -> tuple[Pt, ...]:
        """Where the bars of the first cluster end with their numbers and the tick, one after the other."""
        row, top = self.chart.rows[0], self.rows.tops[0]
        tick = self._tick(row, top)
        least = tick.x if tick else self.rows.track.left
        return tuple(max(least, painted.right) for _, painted in self._values(row, top, tick))

    def cluster(self, index: int, row: ChartRow) -> _Cluster:
        """Label, track, bars, tick and numbers, one above the other in this order."""
        top, track = self.rows.tops[index], self.rows.track
        bottom = top + self.rows.bar
        tick = self._tick(row, top)
        painted = self._values(row, top, tick)
        edge = Edge(self.setting.ground.track_edge, self.setting.measures.track_edge)
        base = Rect(MarkRole.TRACK, Box(track.left, top, track.length, self.rows.bar), self.setting.ground.track, edge)
        marks = (
            *self._label(index, row),
            base,
            *(mark for _, value in painted for mark in value.bar),
            *(tick.marks(self.setting) if tick else ()),
            *(mark for _, value in painted for mark in value.number),
        )
        right = max((value.right for _, value in painted), default=track.left)
        anchors = {cell: (value.right, centre) for (cell, centre), value in painted}
        return _Cluster(marks, Target(top, bottom, right), anchors)

    def _tick(self, row: ChartRow, top: Pt) -> Tick | None:
        track, bottom = self.rows.track, top + self.rows.bar
        return tick_of(row, left=track.left, length=track.length, top=top, bottom=bottom, above=self.rows.above)

    def _values(self, row: ChartRow, top: Pt, tick: Tick | None) -> list[tuple[tuple[str, Pt], PaintedValue]]:
        """The bars of the groups from the top down, each with the id of its cell and the height of its middle."""
        measures, track = self.setting.measures.grouped, self.rows.track
        paints, found = GroupPaints(self.chart, self.setting), []
        is_thick = self.bar >= measures.thick
        size = measures.value if is_thick else measures.least_value
        marked = measures.marked if is_thick else measures.least_marked
        if self.bar < measures.least_bar:  # closer than is usual: digits no higher than their bar
            marked = max(size, min(marked, self.bar / digit_height(self.setting.fonts)))
        for number, value in enumerate(row.values):
            if value is None:
                continue
            place = BarPlace(
                left=track.left,
                length=track.length,
                top=top + number * (self.bar + measures.between),
                thickness=self.bar,
                marked=marked,
                value=TypeSize(size, size),
            )
            style = paints.number(value, number, place)
            painted = paint_value(value, place, paints.bar(row, number), style, tick, self.setting)
            found.append(((str(value.cell.id), place.centre), painted))
        return found

    def _label(self, index: int, row: ChartRow) -> tuple[Mark, ...]:
        """The answer beside its cluster or above it; below it in grey what all say, where one more line fits."""
        labels, lines, fonts = self.rows.labels, self.rows.labels.lines[index], self.setting.fonts
        size, x, top = labels.type_size, self.rows.label_left, self.rows.tops[index]
        if labels.is_above:
            baseline = top - self.rows.frame.rows.above_gap - (len(lines) - 1) * size.pitch
            return line_marks(MarkRole.LABEL, lines, size.pitch, x=x, baseline=baseline, fonts=fonts)
        has_room = labels.below or self.rows.bar >= (len(lines) + 1) * size.pitch * 0.8
        reference = self._reference(row) if has_room else None
        count = len(lines) + (reference is not None)
        baseline = first_baseline(self.rows.centre(index), count, size)
        marks = line_marks(MarkRole.LABEL, lines, size.pitch, x=x, baseline=baseline, fonts=fonts)
        if reference is None:
            return marks
        grey = min(size.size, self.setting.measures.grouped.base.size)
        style = label_style(grey, self.setting.ground.soft_text, is_bold=False)
        below, cells = baseline + len(lines) * size.pitch, (str(row.reference.cell.id),) if row.reference else ()
        return (
            *marks,
            text_mark(MarkRole.NOTE, reference, style, x=x, baseline=below, fonts=fonts, cells=cells),
        )

    def _reference(self, row: ChartRow) -> str | None:
        """What the tick stands for, with its number ("alle 37 %")."""
        if row.reference is None or row.reference.number is None or self.chart.reference is None:
            return None
        return f"{self.chart.reference.text} {row.reference.number.text}"
