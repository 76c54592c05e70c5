"""Stacked: a 100 % bar for each question of a battery, or each group.

                   often    sometimes     rarely         at least sometimes (net)
    Ask a friend   ▇ 15 ▇|▇▇▇▇▇▇ 42 ▇▇▇▇ |░░░ 23 ░░|  |  57 %
    See a doctor   ▇ 5|▇ 9 ▇ |░░░░░ 15 ░░░░░░░░░░░░|  |  14 %
                                                    └ who said nothing

Parts are whole or none: what is left blank is who gave no answer, or a declared rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import inf

from report.charts.bands.heads import Heads, NamedPart, net_head, rise
from report.charts.bands.legends import Legend, legend_of
from report.charts.bands.nets import net_marks
from report.charts.bands.paints import net_paints, other_paints, series_paints
from report.charts.bands.parts import BarPainter, PartOfBar
from report.charts.bands.placing import label_marks, left_out_marks, place_bands, row_capacity, total_rule
from report.charts.marks.annotations import Target
from report.charts.marks.assembly import Arrangement, drawing, unsuitable
from report.charts.marks.colors import Paint, value_color
from report.charts.marks.text import label_style
from report.charts.model import Chart, ChartColumn, ChartNet, ChartRow, ChartValue, Highlight, NoteRequest, Setting
from report.charts.order import is_marked
from report.charts.rows.placing import PlacedRows
from report.charts.rows.tying import tie_rows
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, Edge, Mark, MarkRole, Rect, TextMark
from report.formats.across import AcrossMeasures, HeadMeasures
from report.formats.rows import Span
from report.frozen import frozen
from report.kinds import BARS, DIVERGING, GROUPED, STACKED
from report.language.model import Words
from report.units import NOISE, Box, Pt, Share, is_above_whole

kind = STACKED


def refusal(chart: Chart) -> Diagnostic | None:
    """Too few or too many parts, or answers that do not exclude each other."""
    parts = [column for column in chart.columns if not column.role.says_nothing]
    above = next((row for row in chart.rows if is_above_whole(_shares(row))), None)
    if not kind.holds(rows=len(chart.columns), parts=len(parts)):
        why, hint = f"the exhibit has {len(parts)}, beside those who gave none", _hint(chart, parts=len(parts))
    elif above is not None:
        why, hint = f'those of "{above.id}" add up to more than 100 % by more than rounding', _hint(chart)
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def _hint(chart: Chart, *, parts: int = 0) -> str:
    """The kinds that show what this one cannot: answers of groups, or more parts of several questions; or of one."""
    able = [GROUPED] if chart.row_word == "group" else []
    if chart.row_word == "question" and parts in DIVERGING.rows:
        able = [DIVERGING]
    shown = [f"`{each.word}` shows {each.shows}" for each in able]
    return ", ".join([*shown, f"`{BARS.word}` shows the answers of one question"])


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the names of the answers to the end of the last bar, annotated or not; 0 if `lay_out` will refuse."""
    if refusal(chart):
        return 0.0
    measures = dict.fromkeys((_across(chart, setting), setting.measures.stacked.across))
    return max(_height_on(across, chart, width, setting) for across in measures)


def _height_on(across: AcrossMeasures, chart: Chart, width: Pt, setting: Setting) -> Pt:
    head = _head(chart, width, across, setting)
    if isinstance(head, Diagnostic):
        return 0.0
    rows = place_bands(chart, width, inf, across, setting, head=_height(head, across))
    return 0.0 if isinstance(rows, Diagnostic) else rows.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same for every chart
    """How many bars fit, and no more than a page may show."""
    return row_capacity(height, setting.measures.stacked.across)


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - the same for every chart
    """Behind the nets, where bars stand on their usual place."""
    if setting.measures.notes is None:
        return None
    return next((place.words_left for place in setting.measures.stacked.across.frame.beside), None)


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    across = _across(chart, setting, notes)
    head = _head(chart, box.width, across, setting)
    if isinstance(head, Diagnostic):
        return head
    rows = place_bands(chart, box.width, box.height, across, setting, notes, head=_height(head, across))
    if isinstance(rows, Diagnostic):
        return rows
    painter = _Painter(chart, rows, box.width, setting)
    heads = painter.legend(head) if head else painter.heads()
    if isinstance(heads, Diagnostic):
        return heads
    bands = [painter.row(number, row) for number, row in enumerate(chart.rows)]
    targets = {row.id: band.target for row, band in zip(chart.rows, bands, strict=True)}
    tied = tie_rows(notes, targets, rows, box, setting, top=rows.tops[0])
    if isinstance(tied, Diagnostic):
        return tied
    marks = (
        *([] if head else left_out_marks(chart, across, rows.labels.place.label, setting)),
        *heads,
        *label_marks(chart, rows, across, setting),
        *total_rule(chart, rows, box.width, setting),
        *(mark for band in bands for mark in band.marks),
        *tied.marks,
    )
    arrangement = Arrangement(
        width=max(rows.track.left + rows.track.length, *(_right(mark) for mark in marks)),
        height=max([rows.height, *(note.bottom for note in tied.boxes)]),
        marks=marks,
        kind_word=setting.language.words.stacked_kind,
        anchors={cell: place for band in bands for cell, place in band.anchors.items()},
        notes=tied.boxes,
        above=0.0 if head else rise(across.head, setting),
    )
    return drawing(chart, arrangement, box, setting)


def _head(chart: Chart, width: Pt, across: AcrossMeasures, setting: Setting) -> Legend | Diagnostic | None:
    """The legend where labels stand above their bars, or names have no room over the first; None where they have."""
    if across.frame.beside and _have_room_over_bars(chart, width, across, setting):
        return None
    paints = [_paints(chart, row, setting) for row in sorted(chart.rows, key=is_marked)]
    names = [
        (column, tuple(dict.fromkeys(of_row[column.name or ""] for of_row in paints)))
        for column in chart.columns
        if not column.role.says_nothing
    ]
    legend = legend_of(names, width, chart, across.head, setting, own_lines=len(chart.nets))
    if isinstance(legend, Diagnostic) or not chart.nets or legend.closing:
        return legend
    style = label_style(across.head.name.size, setting.ground.text, is_bold=False)
    return legend.shared(setting.fonts.width(chart.nets[0].wording.text, style), width)


def _have_room_over_bars(chart: Chart, width: Pt, across: AcrossMeasures, setting: Setting) -> bool:
    """Whether the names of the answers stand over the first row; what has no place at all is told later."""
    rows = place_bands(chart, width, inf, across, setting, head=across.head.height)
    return isinstance(rows, Diagnostic) or not isinstance(_Painter(chart, rows, width, setting).heads(), Diagnostic)


def _across(chart: Chart, setting: Setting, notes: Sequence[NoteRequest] = ()) -> AcrossMeasures:
    """The measures of the place; where nothing stands right of the bars they end with those of other kinds.

    There stand nets, or the keys of annotations. Bars below their labels fill the width.
    """
    across, hundred = setting.measures.stacked.across, setting.measures.hundred
    if chart.nets or notes:
        return across
    above = replace(across.frame.above, track=Span(0.0)) if across.frame.above and not across.frame.beside else None
    beside = tuple(replace(place, track=_as_long(place.track, hundred)) for place in across.frame.beside)
    return replace(across, frame=replace(across.frame, beside=beside, above=above or across.frame.above))


def _as_long(track: Span, hundred: Pt) -> Span:
    """The track, where it is shorter than 100 % elsewhere as long as that."""
    return replace(track, length=max(track.length, hundred)) if track.length else track


def _height(head: Legend | None, across: AcrossMeasures) -> Pt:
    return head.height if head else across.head.height


@frozen
class _Band:
    """The marks of a row, where it can be pointed at, and the middles of its parts by cell."""

    marks: tuple[Mark, ...]
    target: Target
    anchors: dict[str, tuple[Pt, Pt]]


@frozen
class _Painter:
    chart: Chart
    rows: PlacedRows
    width: Pt
    setting: Setting

    @property
    def across(self) -> AcrossMeasures:
        return self.setting.measures.stacked.across

    @property
    def end(self) -> Pt:
        """Where 100 % ends."""
        return self.rows.track.left + self.rows.track.length

    @property
    def net_left(self) -> Pt:
        return self.end + self.setting.measures.stacked.net_left

    # --------------------------------------------------------------------------------------------------------- heads

    def heads(self) -> list[Mark] | Diagnostic:
        """The names of the answers over the first bar, and that of the net."""
        right = self.net_left - self.across.head.apart if self.chart.nets else self.width
        top = self.rows.tops[0]
        heads = Heads(self.across.head, self.rows.track.left, right, top, self.setting)
        row = next((row for row in self.chart.rows if _shares(row)), self.chart.rows[0])
        named = [
            NamedPart(column, left, end)
            for (left, end), column in zip(self._ends(row), self.chart.columns, strict=True)
            if not column.role.says_nothing
        ]
        names = heads.marks(named, self.chart)
        if isinstance(names, Diagnostic) or not self.chart.nets:
            return names
        return [*names, *self._net_head(heads.line, self.across.head)]

    def _net_head(self, line: Pt, head: HeadMeasures) -> tuple[Mark, ...]:
        """The name of the net over its column, its last line on `line`; a shorter one where that has no room."""
        texts, room = self._net_names, self.width - self.net_left
        for measure in (min(room, self.setting.measures.stacked.net_width), room):
            if shown := net_head(texts[:1], self.net_left, measure, line, head, self.setting):
                return shown
        return net_head(texts[1:], self.net_left, room, line, head, self.setting)

    def legend(self, legend: Legend) -> list[Mark]:
        """The legend above all rows, and the name of the net on its last line: over its column, else at the right."""
        marks, line = legend.marks(0.0, self.setting), legend.own_line(0.0)
        if not self.chart.nets:
            return marks
        head, is_clear = replace(self.across.head, most_lines=1), legend.own_lines or legend.end <= self.net_left
        if is_clear and not self.rows.labels.is_above:
            return [*marks, *self._net_head(line, head)]
        return [*marks, *net_head(self._net_names, self.width, self.width, line, head, self.setting, is_right=True)]

    @property
    def _net_names(self) -> tuple[str, str]:
        net = self.chart.nets[0]
        return net.wording.text, _alone(net, self.chart, self.setting.language.words)

    # ---------------------------------------------------------------------------------------------------------- rows

    def row(self, number: int, row: ChartRow) -> _Band:
        """Its parts, what is left blank, and its net."""
        painter = BarPainter(self.rows.tops[number], self.rows.bar, self.across, self.setting)
        parts = self._parts(row)
        filled = max((end for _, end in self._ends(row)), default=self.rows.track.left)
        marks = [
            *(self._blank(filled, painter) if parts else ()),
            *painter.parts(parts),
            *painter.missing(row, filled + 1.0, self.end - 1.0),
        ]
        nets = self._net(row, painter.centre)
        right = max([self.end, *(mark.x + mark.width for mark in nets)])
        anchors = {str(part.value.cell.id): ((part.left + part.right) / 2, painter.centre) for part in parts}
        if nets and row.nets:
            anchors[str(row.nets[0].cell.id)] = (right, painter.centre)
        bottom = painter.top + self.rows.bar
        return _Band((*marks, *nets), Target(painter.top, bottom, right), anchors)

    def _ends(self, row: ChartRow) -> list[tuple[Pt, Pt]]:
        """Where the part of each answer begins and ends; above 100 % by rounding they are fitted in."""
        drawn = [value.cell.share.drawn if value and value.cell.share else 0.0 for value in row.values]
        scale = self.rows.track.length / max(1.0, sum(drawn))
        edges = [self.rows.track.left, *(self.rows.track.left + end * scale for end in accumulate(drawn))]
        return list(pairwise(edges))

    def _parts(self, row: ChartRow) -> list[PartOfBar]:
        """The published parts in their paints, a gap cut from their right ends."""
        shown = [
            (column, value, ends)
            for column, value, ends in zip(self.chart.columns, row.values, self._ends(row), strict=True)
            if value is not None and value.cell.share is not None
        ]
        paints, lone = _paints(self.chart, row, self.setting), self._is_alone
        parts = []
        for place, (column, value, (left, right)) in enumerate(shown):
            after = shown[place + 1][0] if place + 1 < len(shown) else None
            gap = min(self._gap(column, after, right), (right - left) / 2)
            parts.append(PartOfBar(value, left, right - gap, paints[column.name or ""], not lone(column)))
        return parts

    def _gap(self, column: ChartColumn, after: ChartColumn | None, right: Pt) -> Pt:
        if after is None and right > self.end - self.across.gap:
            return 0.0
        is_border = after is not None and _is_in_net(column, self.chart) != _is_in_net(after, self.chart)
        return self.across.net_gap if is_border else self.across.gap

    def _is_alone(self, column: ChartColumn) -> bool:
        """Whether an answer is a net by itself, whose number stands at the end of the row."""
        return any(net.columns == (column.name,) for net in self.chart.nets)

    def _blank(self, filled: Pt, painter: BarPainter) -> list[Mark]:
        """The frame of what no answer covers."""
        if filled > self.end - NOISE:
            return []
        ground, box = self.setting.ground, Box(filled, painter.top, self.end - filled, painter.thickness)
        return [Rect(MarkRole.TRACK, box, ground.ground, Edge(ground.track_edge, self.setting.measures.track_edge))]

    def _net(self, row: ChartRow, centre: Pt) -> tuple[TextMark, ...]:
        if not row.nets:
            return ()
        value: ChartValue = row.nets[0]
        color = value_color(value.highlight, self.setting.ground)
        return net_marks(value, self.net_left, centre, color=color, measures=self.across, setting=self.setting)


def _paints(chart: Chart, row: ChartRow, setting: Setting) -> dict[str, Paint]:
    """The paint of every answer in a row, by its name."""
    ground = setting.ground
    marks = {
        column.name or "": value.highlight if value else Highlight.NONE
        for column, value in zip(chart.columns, row.values, strict=True)
    }
    parts = [column for column in chart.columns if not column.role.says_nothing]
    inside = [column.name or "" for column in parts if _is_in_net(column, chart)]
    others = [column.name or "" for column in parts if not _is_in_net(column, chart)]
    is_first = not inside or inside[0] == (parts[0].name or "")
    in_net = net_paints([marks[name] for name in inside], is_first=is_first, setting=setting)
    values = [value for column, value in zip(chart.columns, row.values, strict=True) if column in parts]
    named = series_paints(parts, values, chart.rows, setting)
    outside = named or other_paints([marks[name] for name in others], setting, has_net=bool(inside))
    blank = Paint(ground.ground, Edge(ground.track_edge, setting.measures.track_edge))
    unsaid = {column.name or "": blank for column in chart.columns if column.role.says_nothing}
    return {**dict(zip(inside, in_net, strict=True)), **dict(zip(others, outside, strict=True)), **unsaid}


def _alone(net: ChartNet, chart: Chart, words: Words) -> str:
    """What a net is called whose name has no room: that it is one; a single answer is none and has its short label."""
    if len(net.columns) > 1:
        return words.net_alone
    return next(column.narrow_label for column in chart.columns if column.name in net.columns)


def _is_in_net(column: ChartColumn, chart: Chart) -> bool:
    return any(column.name in net.columns for net in chart.nets)


def _shares(row: ChartRow) -> list[Share]:
    return [value.cell.share for value in row.values if value is not None and value.cell.share is not None]


def _right(mark: Mark) -> Pt:
    """How far a text or the disc of a key reaches."""
    if isinstance(mark, TextMark):
        return mark.x + mark.width
    return mark.x + mark.radius if isinstance(mark, Circle) else 0.0
