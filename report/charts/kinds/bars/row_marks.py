"""The marks of one row of a bar chart: label, track, bar and value, or what stands in place of a number."""

from __future__ import annotations

from report.briefing.model.missing import missing_short, missing_words
from report.charts.marks.annotations import Target
from report.charts.marks.colors import Paint, color_on, mark_paint
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.signs import ring
from report.charts.marks.text import digit_height, first_baseline, label_style, line_marks, text_mark
from report.charts.marks.value_on_track import value_on_track
from report.charts.model import ChartRow, ChartValue, Setting
from report.charts.rows.bar_numbers import BarNumber
from report.charts.rows.placing import PlacedRows
from report.charts.rows.ticks import Tick, tick_of
from report.charts.rows.whiskers import Whisker, whisker_of
from report.drawing.model import Edge, Mark, MarkRole, Rect, TextMark
from report.formats.charts import ChartMeasures
from report.frozen import frozen
from report.language.numbers import NumberText
from report.tables.model import CellState
from report.units import Box, Pt, Share


@frozen
class PaintedRow:
    """A row's marks, the id of its cell, and where its bar and value can be pointed at."""

    cell: str
    marks: tuple[Mark, ...]
    target: Target

    @property
    def anchor(self) -> tuple[Pt, Pt]:
        """The end of the value, at the middle of the bar."""
        return self.target.right, self.target.centre


def paint_row(rows: PlacedRows, index: int, row: ChartRow, setting: Setting) -> PaintedRow:
    """Everything of one row; a chart of bars has one value a row."""
    value = row.values[0]
    assert value is not None
    brush = _Brush(rows, index, row, value, setting)
    if value.number is not None and value.cell.share is not None:
        marks, right = brush.published(value.cell.share, value.number)
    else:
        marks, right = brush.unpublished()
    target = Target(brush.top, brush.top + rows.bar, right)
    return PaintedRow(str(value.cell.id), (*brush.label(), *marks), target)


@frozen
class _Brush:
    rows: PlacedRows
    index: int
    row: ChartRow
    value: ChartValue
    setting: Setting

    @property
    def top(self) -> Pt:
        return self.rows.tops[self.index]

    @property
    def centre(self) -> Pt:
        return self.rows.centre(self.index)

    @property
    def left(self) -> Pt:
        return self.rows.track.left

    @property
    def measures(self) -> ChartMeasures:
        return self.setting.measures

    @property
    def cells(self) -> tuple[str, ...]:
        return (str(self.value.cell.id),)

    @property
    def tick(self) -> Tick | None:
        """What the bar is held against."""
        track, top = self.rows.track, self.top
        bottom, above = top + self.rows.bar, self.rows.above
        return tick_of(self.row, left=track.left, length=track.length, top=top, bottom=bottom, above=above)

    @property
    def whisker(self) -> Whisker | None:
        """The interval of its value."""
        track, cell = self.rows.track, self.value.cell
        return whisker_of(cell, left=track.left, length=track.length, centre=self.centre, thickness=self.rows.bar)

    def label(self) -> tuple[TextMark, ...]:
        """Beside the bar, centred on it, or above it."""
        labels, lines = self.rows.labels, self.rows.labels.lines[self.index]
        size, count = labels.type_size, len(lines)
        baseline = first_baseline(self.centre, count, size)
        if labels.is_above:
            baseline = self.top - self.rows.frame.rows.above_gap - (count - 1) * size.pitch
        x, fonts = self.rows.label_left, self.setting.fonts
        return line_marks(MarkRole.LABEL, lines, size.pitch, x=x, baseline=baseline, fonts=fonts)

    def published(self, share: Share, number: NumberText) -> tuple[tuple[Mark, ...], Pt]:
        """Track, bar and value, and the x where the rightmost of bar and value ends."""
        length, fonts, tick, whisker = share.drawn * self.rows.track.length, self.setting.fonts, self.tick, self.whisker
        end = self.left + length
        style, x = BarNumber(
            number=number,
            left=self.left,
            length=self.rows.track.length,
            end=end,
            thickness=self.rows.bar,
            tick=tick,
            on_bar=color_on(self._paint().fill, self.setting.ground),
            setting=self.setting,
            whisker=whisker,
        ).placed(self._number_style(), self.rows.frame.rows.value)
        width = number_width(number, style, fonts)
        baseline = style.centred(self.centre, fonts)
        value = number_marks(number, style, x=x, baseline=baseline, cells=self.cells, fonts=fonts)
        edge = Edge(self.setting.ground.track_edge, self.measures.track_edge)
        box = Box(self.left, self.top, self.rows.track.length, self.rows.bar)
        track = Rect(MarkRole.TRACK, box, self.setting.ground.track, edge)
        lines = [each.marks(self.setting) for each in (whisker, tick) if each]
        right = max(end, x + width, whisker.upper if whisker else 0.0)
        return (track, *self._bar(length), *(mark for marks in lines for mark in marks), *value), right

    def unpublished(self) -> tuple[tuple[Mark, ...], Pt]:
        """A dashed ring and words for what exists and was not published, words alone for what was not asked."""
        ground, fonts, measures = self.setting.ground, self.setting.fonts, self.measures
        size = self.rows.labels.type_size
        style = label_style(size.size, ground.soft_text, is_bold=False)
        state, x = self.value.cell.state, self.left
        marks: tuple[Mark, ...] = ()
        if state is not CellState.NOT_ASKED:
            across = min(measures.ring, self.rows.frame.rows.most_pitch * 0.6, max(self.rows.bar, size.size * 0.75))
            stroke = measures.ring_stroke
            marks = (ring(x + across / 2, self.centre, across, stroke, color=ground.soft_text, cells=self.cells),)
            x += across + measures.value_gap
        text, baseline = (
            missing_words(self.value.cell, self.setting.language.words),
            first_baseline(self.centre, 1, size),
        )
        if marks and x + fonts.width(text, style) > self.left + self.rows.track.length:
            text = missing_short(self.value.cell, self.setting.language.words)
        words = text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=fonts, cells=self.cells)
        return (*marks, words), words.x + words.width

    def _bar(self, length: Pt) -> tuple[Rect, ...]:
        if not length:
            return ()
        paint = self._paint()
        box = Box(self.left, self.top, length, self.rows.bar)
        return (Rect(MarkRole.BAR, box, paint.fill, paint.edge, self.cells),)

    def _number_style(self) -> NumberStyle:
        sizes = self.rows.frame.rows
        marked = sizes.value if sizes.marked == sizes.value else self._marked_size
        return value_on_track(self.value.highlight, marked, sizes.value, self.setting)

    @property
    def _marked_size(self) -> Pt:
        """That of a large value; where bars had to become thinner, its digits are no higher than its bar."""
        sizes, bar = self.rows.frame.rows, self.rows.bar
        highest = bar / digit_height(self.setting.fonts)
        return sizes.marked if bar == sizes.bar else max(sizes.value, min(sizes.marked, highest))

    def _paint(self) -> Paint:
        return mark_paint(self.value.highlight, self.row.role, self.setting.ground, self.measures.edge)
