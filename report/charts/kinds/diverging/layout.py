"""Diverging: agreement to the right of an axis, rejection to the left, what is neither in columns of figures.

                        not at all  rather not|rather     fully         neither   no answer
    Content               7 % ▇|▒ 6 ▒|▒▒▒ 47 ▒▒▒|▇▇ 32 ▇▇ 79 %            9 %         5 %
    Know the ways       22 % ▇ 4 ▇|▒▒ 18 ▒|▒▒ 35 ▒▒|▇ 9 ▇ 44 %           26 %         8 %
                                          axis

Weak answers stand next to the axis; nothing is ever split across it, so the two sides and the figures are the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from report.briefing.model.missing import missing_sign
from report.charts.bands.heads import Heads, NamedPart, net_head, rise
from report.charts.bands.legends import Legend, legend_of
from report.charts.bands.nets import net_marks, net_width
from report.charts.bands.paints import tones
from report.charts.bands.parts import BarPainter, PartOfBar
from report.charts.bands.placing import label_marks, left_out_marks, place_bands, row_capacity, total_rule
from report.charts.kinds.diverging.sides import SideNames, names_of_sides
from report.charts.marks.annotations import Target, no_room
from report.charts.marks.assembly import Arrangement, does_not_fit, drawing, unsuitable
from report.charts.marks.colors import Paint
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.text import first_baseline, label_style, text_mark
from report.charts.model import Chart, ChartColumn, ChartRow, ChartValue, Highlight, NoteRequest, Setting
from report.charts.order import is_marked
from report.charts.rows.placing import PlacedRows
from report.charts.rows.tying import tie_rows
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke, TextMark
from report.formats.across import AcrossMeasures
from report.formats.grid import TypeSize
from report.formats.kinds.diverging import DivergingMeasures
from report.frozen import frozen
from report.kinds import DIVERGING, STACKED
from report.theme.model import Pair
from report.units import NOISE, Box, Color, Pt, is_above_whole

kind = DIVERGING

FEW_MARKED = 3
"""Rows that stand out with large nets; where all of more do, their nets are no larger than others."""

WIDENED = (1.0, 1.25, 1.5, 1.75, 2.0)
"""How many times as wide as usual a column of figures may be, so that its name has room over it."""
MOST_OF_WIDTH = 0.3
"""The part of a chart that widened columns of figures may take."""
LINES_OF_HEAD = range(1, 6)
"""Of the name of a column of figures, where the names of the other answers stand in a legend."""


def refusal(chart: Chart) -> Diagnostic | None:
    """Answers that have no two sides, or that do not exclude each other."""
    above = next(
        (row for row in chart.rows if is_above_whole([v.cell.share for v in row.values if v and v.cell.share])), None
    )
    if len(chart.nets) < kind.nets:
        why, hint = "the answers have no two sides", f"`{STACKED.word}` shows {STACKED.shows}"
    elif above is not None:
        why = f'the answers of "{above.id}" add up to more than 100 % by more than rounding'
        hint = "answers of multiple choice have no middle; show one question as `bars`"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the names of the answers to the end of the last bar; 0 if `lay_out` will refuse."""
    if refusal(chart):
        return 0.0
    across, head = setting.measures.diverging.across, _head(chart, width, setting)
    if isinstance(head, Diagnostic):
        return 0.0
    rows = place_bands(chart, width, inf, across, setting, head=_height(head, across))
    return 0.0 if isinstance(rows, Diagnostic) else rows.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same for every chart
    """How many rows of one line fit, and no more than a page may show."""
    return row_capacity(height, setting.measures.diverging.across)


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - no chart has a place
    """Nowhere: nets and figures reach the right margin; where a page puts words aside, keys tie them."""
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    if notes and setting.measures.notes is not None:
        return no_room(notes[0], 1, f"`{kind.word}` takes the whole width; `{STACKED.word}` leaves words a column")
    across, head = setting.measures.diverging.across, _head(chart, box.width, setting)
    if isinstance(head, Diagnostic):
        return head
    rows = place_bands(chart, box.width, box.height, across, setting, head=_height(head, across))
    if isinstance(rows, Diagnostic):
        return rows
    painter = _painter(chart, rows, box.width, setting)
    if isinstance(painter, Diagnostic):
        return painter
    heads = painter.heads(head)
    if isinstance(heads, Diagnostic):
        return heads
    bands = [painter.row(number, row) for number, row in enumerate(chart.rows)]
    targets = {row.id: Target(top, top + rows.bar, box.width) for row, top in zip(chart.rows, rows.tops, strict=True)}
    tied = tie_rows(notes, targets, rows, box, setting)
    if isinstance(tied, Diagnostic):
        return tied
    arrangement = Arrangement(
        width=box.width,
        height=rows.height,
        marks=(
            *([] if head else left_out_marks(chart, across, rows.labels.place.label, setting)),
            *heads,
            *label_marks(chart, rows, across, setting),
            *total_rule(chart, rows, box.width, setting),
            *(mark for band in bands for mark in band.marks),
            *painter.axis(),
            *tied.marks,
        ),
        kind_word=setting.language.words.diverging_kind,
        anchors={cell: place for band in bands for cell, place in band.anchors.items()},
        notes=tied.boxes,
        above=0.0 if head else rise(across.head, setting),
    )
    return drawing(chart, arrangement, box, setting)


def _head(chart: Chart, width: Pt, setting: Setting) -> SideNames | Legend | Diagnostic | None:
    """What names the answers where they have no room over the first row; None where they have.

    Where no figures are shown, the sides are named and not their answers.
    """
    across = setting.measures.diverging.across
    if across.frame.beside and _have_room_over_bars(chart, width, setting):
        return None
    if setting.measures.diverging.figure is None:
        return names_of_sides(chart, width, across.head, setting)
    names = _names_in_legend(chart, setting)
    n_figures = len(chart.columns) - len(names)
    figures = _figure_columns(chart, width, setting)
    own_lines = figures.lines if n_figures else 0
    own_lines -= bool(own_lines and chart.further)  # what is left out stands beside the names of figures
    found = legend_of(names, width, chart, across.head, setting, own_lines=own_lines)
    if isinstance(found, Diagnostic):
        return None if across.frame.beside else found
    return found.shared(n_figures * figures.width, width)


def _names_in_legend(chart: Chart, setting: Setting) -> list[tuple[ChartColumn, tuple[Paint, ...]]]:
    """The answers on the sides, each with its paints: that of rows that do not stand out, that of those that do."""
    paints = {name: both for side in (0, 1) for name, both in _side_paints(chart, side, setting).items()}
    values = [pair for row in chart.rows for pair in zip(chart.columns, row.values, strict=True)]
    marks = {value.highlight for column, value in values if value and column.name in paints}
    occurring = sorted({mark is not Highlight.NONE for mark in marks})
    names = [column for column in chart.columns if column.name in paints]
    return [(column, tuple(paints[column.name][is_colored] for is_colored in occurring)) for column in names]


def _have_room_over_bars(chart: Chart, width: Pt, setting: Setting) -> bool:
    """Whether the names of the answers stand over the first row; what has no place at all is told later."""
    across = setting.measures.diverging.across
    rows = place_bands(chart, width, inf, across, setting, head=across.head.height)
    painter = rows if isinstance(rows, Diagnostic) else _painter(chart, rows, width, setting)
    return isinstance(painter, Diagnostic) or not isinstance(painter.heads(None), Diagnostic)


def _height(head: SideNames | Legend | None, across: AcrossMeasures) -> Pt:
    return head.height if head else across.head.height


def _side_of(column: ChartColumn, chart: Chart) -> int:
    """1 for agreement, 2 for rejection, 0 for neither."""
    return next((number for number, net in enumerate(chart.nets, 1) if column.name in net.columns), 0)


def _side_paints(chart: Chart, side: int, setting: Setting) -> dict[str | None, tuple[Paint, Paint]]:
    """The paints of a side, strong outside, weak next to the axis: its greys, and its colours for what stands out."""
    names = [column.name for column in chart.columns if _side_of(column, chart) == side + 1]
    scale, greys = setting.ground.several.scale, setting.ground.several.segments[0]
    pairs = (Pair(greys[0].color, greys[1].color), (scale.agreement, scale.rejection)[side])
    muted, colored = (tones(pair, len(names), setting)[:: 1 if side else -1] for pair in pairs)
    return dict(zip(names, zip(muted, colored, strict=True), strict=True))


@frozen
class _Band:
    marks: tuple[Mark, ...]
    anchors: dict[str, tuple[Pt, Pt]]


def _painter(chart: Chart, rows: PlacedRows, width: Pt, setting: Setting) -> _Painter | Diagnostic:
    """At the first scale at which every row with its nets has room; the rows together stand in its middle."""
    measures = setting.measures.diverging
    left = 0.0 if rows.labels.is_above else max(rows.labels.place.label, rows.track.left - measures.lead)
    needed, figure = 0.0, _figure_columns(chart, width, setting).width
    for scale in measures.scales:
        hundred = scale * setting.measures.hundred
        painter = _Painter(chart, rows, width, setting, hundred=hundred, left=left, middle=0.0, figure=figure)
        reaches = [painter.reach(row) for row in chart.rows]
        before, behind = max(reach[0] for reach in reaches), max(reach[1] for reach in reaches)
        needed, slack = before + behind, painter.right - left - before - behind
        if slack >= -NOISE:
            return replace(painter, middle=left + before + slack / 2)
    message = f"the bars and their nets need {needed:.0f} pt of width, {painter.right - left:.0f} pt are there"
    return does_not_fit(chart, message, f"`{STACKED.word}` takes less")


@frozen
class _FigureColumns:
    """How wide a column of figures is, and how many lines its name has; 0 wide without such columns."""

    width: Pt
    lines: int


def _figure_columns(chart: Chart, width: Pt, setting: Setting) -> _FigureColumns:
    """As usual, wider where a name has no room over its figures, and of more lines where none of that is enough.

    All of them leave the bars their part of the width, where names have room so; the widest is the last resort.
    """
    head, usual = setting.measures.diverging.across.head, setting.measures.diverging.figure or 0.0
    names = [(column.label, column.narrow_label) for column in chart.columns if not _side_of(column, chart)]
    columns = [usual * factor for factor in WIDENED]
    narrow = [column for column in columns if column == usual or len(names) * column <= MOST_OF_WIDTH * width]
    ways = [(lines, column) for each in (narrow, columns[:-1], columns) for lines in LINES_OF_HEAD for column in each]
    for lines, column in ways:
        of_lines = replace(head, most_lines=max(lines, head.most_lines))
        room = column - head.apart
        if all(net_head(texts, 0.0, room, 0.0, of_lines, setting, is_right=True) for texts in names):
            return _FigureColumns(column, of_lines.most_lines)
    return _FigureColumns(usual, head.most_lines)


@frozen
class _Painter:
    """Paints rows around an axis at `middle`; hundred: the length of 100 %; left: where bars may begin.

    figure: the width of a column of figures.
    """

    chart: Chart
    rows: PlacedRows
    width: Pt
    setting: Setting
    hundred: Pt
    left: Pt
    middle: Pt
    figure: Pt

    @property
    def measures(self) -> DivergingMeasures:
        return self.setting.measures.diverging

    @property
    def across(self) -> AcrossMeasures:
        return self.measures.across

    @property
    def figures(self) -> list[ChartColumn]:
        """The answers that are on neither side, where the place has columns for them."""
        if self.measures.figure is None:
            return []
        return [column for column in self.chart.columns if not self._side(column)]

    @property
    def right(self) -> Pt:
        """Where the columns of figures begin."""
        return self.width - len(self.figures) * self.figure

    def reach(self, row: ChartRow) -> tuple[Pt, Pt]:
        """How far a row with its nets stands out to the left of the axis, and to the right."""
        agreement, rejection = (
            sum(value.cell.share.drawn for value in self._of_side(row, side) if value.cell.share) * self.hundred
            + self.measures.net_gap
            + self._net_width(row, side)
            for side in (0, 1)
        )
        return rejection, agreement

    # --------------------------------------------------------------------------------------------------------- heads

    def heads(self, head: SideNames | Legend | None) -> list[Mark] | Diagnostic:
        """The names of the answers over the first row or in a legend, those of the figures in grey at the right."""
        if isinstance(head, SideNames):
            return head.marks(self.middle, self.width)
        if head:
            lines = _figure_columns(self.chart, self.width, self.setting).lines
            return self._with_figures(head.marks(0.0, self.setting), head.own_line(0.0), lines)
        heads = Heads(self.across.head, self.left, self.right - self.across.head.apart, self.rows.tops[0], self.setting)
        row = next((row for row in self.chart.rows if any(v and v.cell.share for v in row.values)), self.chart.rows[0])
        named = [NamedPart(column, left, right) for column, left, right in self._ends(row)]
        names = heads.marks(named, self.chart)
        usual = self.across.head.most_lines
        return names if isinstance(names, Diagnostic) else self._with_figures(names, heads.line, usual)

    def _with_figures(self, names: list[Mark], line: Pt, most_lines: int) -> list[Mark] | Diagnostic:
        """The names, and those of the columns of figures, their last lines on a baseline."""
        head = replace(self.across.head, most_lines=most_lines)
        for place, column in enumerate(self.figures):
            x, room = self.right + (place + 1) * self.figure, self.figure - self.across.head.apart
            texts = (column.label, column.narrow_label)
            found = net_head(texts, x, room, line, head, self.setting, is_right=True)
            if not found:
                message = f'the label of answer "{column.name}" has no place over its figures'
                hint = "a shorter `short:` label on the answer is used where the whole one has no place"
                return Diagnostic("label-too-long", message, self.chart.location, hint=hint)
            names = [*names, *found]
        return names

    def axis(self) -> list[Mark]:
        """The axis, through all rows or, where labels stand between them, through each."""
        tops, bar, measures = self.rows.tops, self.rows.bar, self.measures
        ends = [(tops[0] - measures.axis_above, tops[-1] + bar + measures.axis_below)]
        if self.rows.labels.is_above:
            above = max(0.0, min(measures.axis_below / 2, self.rows.above))
            ends = [(top - above, top + bar + measures.axis_below / 2) for top in tops]
        color = self.setting.ground.text
        return [Stroke(MarkRole.AXIS, self.middle, top, self.middle, end, color, measures.axis) for top, end in ends]

    # ---------------------------------------------------------------------------------------------------------- rows

    def row(self, number: int, row: ChartRow) -> _Band:
        """Its parts, its nets at both ends, and its figures."""
        painter = BarPainter(self.rows.tops[number], self.rows.bar, self.across, self.setting)
        parts = self._parts(row)
        nets = self._nets(row, painter.centre, parts) if parts else ()
        sides = {column.name for column in self.chart.columns if self._side(column)}
        hidden = [
            value
            for column, value in zip(self.chart.columns, row.values, strict=True)
            if column.name in sides and value and value.number is None
        ]
        far = max([self.middle, *(part.right for part in parts)])
        missing = (
            painter.missing(ChartRow(row.id, row.wording, tuple(hidden)), far + self.measures.net_gap, self.right)
            if hidden and not parts
            else []
        )
        figures = [
            mark for place, column in enumerate(self.figures) for mark in self._figure(row, place, column, painter)
        ]
        anchors = {str(part.value.cell.id): ((part.left + part.right) / 2, painter.centre) for part in parts}
        return _Band((*painter.parts(parts), *missing, *nets, *figures), anchors)

    def _parts(self, row: ChartRow) -> list[PartOfBar]:
        values = {column.name: value for column, value in zip(self.chart.columns, row.values, strict=True)}
        paints = {name: both for side in (0, 1) for name, both in _side_paints(self.chart, side, self.setting).items()}
        ends = [each for each in self._ends(row) if (value := values[each[0].name]) and value.cell.share]
        parts = []
        for place, (column, left, right) in enumerate(ends):
            value = values[column.name]
            assert value is not None
            after = ends[place + 1][0] if place + 1 < len(ends) else None
            is_inner = after is not None and self._side(after) == self._side(column)
            gap = min(self.across.gap, (right - left) / 2) if is_inner else 0.0
            is_alone = any(net.columns == (column.name,) for net in self.chart.nets)
            is_numbered = not is_alone and self.measures.figure is not None
            paint = paints[column.name][value.highlight is not Highlight.NONE]
            parts.append(PartOfBar(value, left, right - gap, paint, is_numbered))
        return parts

    def _ends(self, row: ChartRow) -> list[tuple[ChartColumn, Pt, Pt]]:
        """Where the part of each answer on a side begins and ends, from the left."""
        sided = [
            (column, value.cell.share.drawn * self.hundred if value and value.cell.share else 0.0)
            for column, value in zip(self.chart.columns, row.values, strict=True)
            if self._side(column)
        ]
        x = self.middle - sum(length for column, length in sided if self._side(column) == 2)
        edges = [x]
        for _, length in sided:
            edges.append(edges[-1] + length)
        return [(column, left, right) for (column, _), (left, right) in zip(sided, pairwise(edges), strict=True)]

    def _nets(self, row: ChartRow, centre: Pt, parts: Sequence[PartOfBar]) -> tuple[TextMark, ...]:
        gap = self.measures.net_gap
        left = min([self.middle, *(part.left for part in parts)]) - gap
        right = max([self.middle, *(part.right for part in parts)]) + gap
        return tuple(
            mark
            for side, x in ((1, left), (0, right))
            for mark in net_marks(
                row.nets[side],
                x,
                centre,
                color=self._color(side),
                measures=self.across,
                setting=self.setting,
                is_right=side == 1,
                is_large=self._is_large,
            )
        )

    def _figure(self, row: ChartRow, place: int, column: ChartColumn, painter: BarPainter) -> tuple[TextMark, ...]:
        """The number of an answer on neither side, with its right end on that of its column."""
        value = row.values[self.chart.columns.index(column)]
        if value is None:
            return ()
        x, fonts = self.right + (place + 1) * self.figure, self.setting.fonts
        cells = (str(value.cell.id),)
        size, soft = self.across.frame.rows.value, self.setting.ground.soft_text
        if value.number is None:
            words = self.setting.language.words
            text = missing_sign(value.cell, words)
            style = label_style(self.across.head.name.size, soft, is_bold=False)
            baseline = first_baseline(painter.centre, 1, TypeSize(style.size, style.size))
            x -= fonts.width(text, style)
            return (text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=fonts, cells=cells),)
        is_bold = value.highlight is not Highlight.NONE
        number = NumberStyle.even(size, self.setting.ground.text if is_bold else soft, is_bold=is_bold)
        x -= number_width(value.number, number, fonts)
        return number_marks(
            value.number, number, x=x, baseline=number.centred(painter.centre, fonts), cells=cells, fonts=fonts
        )

    # --------------------------------------------------------------------------------------------------------- sides

    def _side(self, column: ChartColumn) -> int:
        return _side_of(column, self.chart)

    def _of_side(self, row: ChartRow, side: int) -> list[ChartValue]:
        pairs = zip(self.chart.columns, row.values, strict=True)
        return [value for column, value in pairs if value and self._side(column) == side + 1]

    def _color(self, side: int) -> Color:
        """The colour of a net that stands out."""
        scale = self.setting.ground.several.scale
        return (scale.agreement, scale.rejection)[side].strong

    @property
    def _is_large(self) -> bool:
        return sum(is_marked(row) for row in self.chart.rows) <= FEW_MARKED

    def _net_width(self, row: ChartRow, side: int) -> Pt:
        return net_width(
            row.nets[side],
            color=self._color(side),
            measures=self.across,
            setting=self.setting,
            is_large=self._is_large,
        )
