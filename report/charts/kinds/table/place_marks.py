"""The columns of a ranking, and the marks of one of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.alternative_table import place_text
from report.charts.changes import change_text
from report.charts.kinds.grouped.value_marks import BarPlace, PaintedValue, paint_value
from report.charts.kinds.table.cells import CellPlace, without_figure
from report.charts.marks.colors import mark_paint, value_color
from report.charts.marks.head import sign_before
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.text import CAP_HEIGHT, first_baseline, label_style, line_marks, text_mark
from report.charts.marks.value_on_track import value_on_track
from report.charts.model import Chart, ChartRow, ChartValue, Highlight, Rank, Setting
from report.charts.rows.ticks import Tick, tick_of
from report.drawing.model import Edge, Mark, MarkRole, Polygon, Rect, Stroke
from report.frozen import frozen
from report.text.model import Line
from report.units import Box, Color, Pt

SHARED = "="
SHARED_PLACE = Rank(1, is_shared=True)
SIGN_GAP = 0.35
"""Between a place and what stands beside it, as a share of the size of type."""
SIGN_HEIGHT = 0.75
"""Of a triangle, as a share of its width."""


@frozen
class PlaceColumns:
    """Where the columns of a ranking stand: labels begin at `answer`, the margin without places, end at label_right.

    value: where bars begin, or figures end. earlier, change, right: the right ends of the earlier share, of the change
    and of the table. has_places: whether the earlier places stand behind the changes.
    """

    answer: Pt
    label_right: Pt
    value: Pt
    track_right: Pt
    earlier: Pt
    change: Pt
    right: Pt
    has_bars: bool
    has_places: bool

    @classmethod
    def places(cls, chart: Chart, width: Pt, setting: Setting) -> Iterator[PlaceColumns]:
        """The ways to set them, the usual one first."""
        measures, has_places = setting.measures.table, any(row.earlier_rank for row in chart.rows)
        answer = measures.answer if any(row.rank for row in chart.rows) else 0.0
        for left in measures.tracks:
            end = left + measures.hundred * setting.measures.hundred
            earlier = end + measures.figures
            change = (earlier + width) / 2 if has_places else width
            yield cls(answer, left, left, end, earlier, change, width, has_bars=True, has_places=has_places)
        if not measures.tracks:
            style = NumberStyle.even(measures.text.size, setting.ground.text, is_bold=True)
            shown = [row.values[0] for row in chart.rows]
            numbers = [value.number for value in shown if value is not None and value.number]
            widest = max((number_width(number, style, setting.fonts) for number in numbers), default=0.0)
            has_sign = bool(chart.reference_breaks) or any(row.earlier for row in chart.rows)
            earlier = width - measures.pitch - (setting.measures.head_notes.sign_room if has_sign else 0.0)
            value = earlier - measures.pitch
            left = value - max(widest, measures.pitch * 0.75)
            yield cls(answer, left, value, value, earlier, width, width, has_bars=False, has_places=False)


@frozen
class RowPainter:
    """A row of a ranking, from the top of it to its bottom."""

    chart: Chart
    row: ChartRow
    label: tuple[Line, ...]
    columns: PlaceColumns
    top: Pt
    bottom: Pt
    setting: Setting

    @property
    def centre(self) -> Pt:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def baseline(self) -> Pt:
        """Of what stands on one line."""
        return self.centre + CAP_HEIGHT * self.size / 2

    @property
    def size(self) -> Pt:
        """Of all type in the row."""
        return self.setting.measures.table.text.size

    @property
    def value(self) -> ChartValue:
        """The share that is shown."""
        value = self.row.values[0]
        assert value is not None, "a ranking has one column"
        return value

    @property
    def highlight(self) -> Highlight:
        """What the answer does for the headline."""
        return self.value.highlight

    def marks(self) -> Iterator[Mark]:
        """Place, label, bar and value, earlier share, change, earlier place."""
        yield from self._rank()
        size, fonts = self.setting.measures.table.text, self.setting.fonts
        first = first_baseline(self.centre, len(self.label), size)
        x = self.columns.answer
        yield from line_marks(MarkRole.LABEL, self.label, size.pitch, x=x, baseline=first, fonts=fonts)
        yield from self._bar() if self.columns.has_bars else self._figure(self.value, self.columns.value, is_last=True)
        if self.row.reference:
            yield from self._figure(self.row.reference, self.columns.earlier, is_last=False)
        yield from self._change()
        if self.columns.has_places:
            yield from self._earlier_rank()

    def anchors(self) -> dict[str, tuple[Pt, Pt]]:
        """Where the share ends."""
        right = self._painted()[1].right if self.columns.has_bars else self.columns.value
        return {str(self.value.cell.id): (right, self.centre)}

    def _rank(self) -> Iterator[Mark]:
        """The place, and behind it a sign where others share it."""
        if self.row.rank is None:
            return
        style, fonts = label_style(self.size, self.setting.ground.soft_text, is_bold=False), self.setting.fonts
        text, right = str(self.row.rank.place), self.setting.measures.table.rank
        x = right - fonts.width(text, style)
        yield text_mark(MarkRole.NOTE, text, style, x=x, baseline=self.baseline, fonts=fonts)
        if self.row.rank.is_shared:
            x = right + SIGN_GAP / 2 * self.size
            yield text_mark(MarkRole.NOTE, SHARED, style, x=x, baseline=self.baseline, fonts=fonts)

    def _bar(self) -> Iterator[Mark]:
        """A track with its bar, the tick of the earlier wave and the value; without a number no track."""
        tick, painted = self._painted()
        columns, ground, measures = self.columns, self.setting.ground, self.setting.measures
        if self.value.number is not None:
            bar = measures.table.bar
            box = Box(columns.value, self.centre - bar / 2, columns.track_right - columns.value, bar)
            yield Rect(MarkRole.TRACK, box, ground.track, Edge(ground.track_edge, measures.track_edge))
        yield from painted.bar
        yield from tick.marks(self.setting) if tick else ()
        yield from painted.number

    def _painted(self) -> tuple[Tick | None, PaintedValue]:
        columns, bar, setting = self.columns, self.setting.measures.table.bar, self.setting
        top, length = self.centre - bar / 2, columns.track_right - columns.value
        tick = None
        if self.value.number is not None:
            tick = tick_of(self.row, left=columns.value, length=length, top=top, bottom=top + bar)
        place = BarPlace(columns.value, length, top, bar, self.size, setting.measures.table.text)
        paint = mark_paint(self.highlight, self.row.role, setting.ground, setting.measures.edge)
        style = value_on_track(self.value.highlight, self.size, setting.measures.table.text.size, setting)
        return tick, paint_value(self.value, place, paint, style, tick, setting)

    def _figure(self, value: ChartValue, right: Pt, *, is_last: bool) -> Iterator[Mark]:
        """A share that ends at `right`: the earlier one grey, the later one as it is marked."""
        if value.number is None:
            place = CellPlace(Box(0.0, self.top, right, self.bottom - self.top), right)
            yield from without_figure(value, place, self.setting)
            return
        is_marked = is_last and self.highlight is not Highlight.NONE
        style = NumberStyle.even(
            self.size, self._color if is_last else self.setting.ground.soft_text, is_bold=is_marked
        )
        x, fonts = right - number_width(value.number, style, self.setting.fonts), self.setting.fonts
        cells = (str(value.cell.id),)
        yield from number_marks(value.number, style, x=x, baseline=self.baseline, cells=cells, fonts=fonts)

    @property
    def _color(self) -> Color:
        """Of what stands out in the row; the second accent needs a size at which it can be read."""
        is_pale = self.highlight is Highlight.CONTRAST and self.size < self.setting.measures.least_contrast
        return self.setting.ground.text if is_pale else value_color(self.highlight, self.setting.ground)

    def _change(self) -> Iterator[Mark]:
        """The change, and the sign of a break before that of an answer that read otherwise."""
        language, fonts = self.setting.language, self.setting.fonts
        text = change_text(self.row.reference, self.value, self.chart.decimals, language)
        if text is None:
            return
        is_marked = self.highlight is not Highlight.NONE
        style = label_style(self.size, self._color if is_marked else self.setting.ground.soft_text, is_bold=is_marked)
        x = self.columns.change - fonts.width(text, style)
        yield text_mark(MarkRole.CHANGE, text, style, x=x, baseline=self.baseline, fonts=fonts)
        if self.row.earlier or any(found.answer == self.row.id for found in self.chart.reference_breaks):
            yield from sign_before(x, self.baseline, self.setting)

    def _earlier_rank(self) -> Iterator[Mark]:
        """The earlier place, and before it whether the answer rose or fell since."""
        rank, ground, fonts = self.row.earlier_rank, self.setting.ground, self.setting.fonts
        if rank is None:
            return
        now, text = self.row.rank, place_text(rank)
        has_moved = now is not None and now.place != rank.place
        style = label_style(self.size, ground.text if has_moved else ground.soft_text, is_bold=False)
        # Digits stand below each other, whether a sign follows them or not.
        is_any_shared = any(row.earlier_rank and row.earlier_rank.is_shared for row in self.chart.rows)
        sign = fonts.width(place_text(SHARED_PLACE), style) - fonts.width(str(SHARED_PLACE.place), style)
        x = self.columns.right - fonts.width(str(rank.place), style) - (sign if is_any_shared else 0.0)
        if now is not None:
            yield self._sign(rank.place - now.place, x)
        yield text_mark(MarkRole.NOTE, text, style, x=x, baseline=self.baseline, fonts=fonts)

    def _sign(self, risen: int, before: Pt) -> Mark:
        """A triangle up or down, a stroke for the same place."""
        width, from_right = self.setting.measures.table.sign
        right = min(self.columns.right - from_right + width, before - SIGN_GAP * self.size)
        left, ground, y = right - width, self.setting.ground, self.centre
        if risen == 0:
            stroke = self.setting.measures.table.head_rule
            return Stroke(MarkRole.CHANGE, left, y, right, y, ground.rule, stroke)
        half = SIGN_HEIGHT * width / 2 * (1 if risen > 0 else -1)
        points = ((left, y + half), (right, y + half), (left + width / 2, y - half))
        return Polygon(MarkRole.CHANGE, points, ground.soft_text)
