"""A large number beside its dots, in pictures that stand by themselves.

13 %            o o o o o o o o o o         the number as large as the dots leave it room
                o o o . . . . . . .
heat pump       . . . . . . . . . .
---------------------------------------
4 %     2015                                or left of the dots, where these take the whole height
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.charts.field import lay_out_field
from report.charts.kinds.number.figures import published_marks, published_width
from report.charts.marks.assembly import Arrangement
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.text import DESCENT, balanced_lines, label_style, line_marks, widest
from report.charts.model import Chart, ChartRow, Setting
from report.drawing.model import Mark, MarkRole, Stroke, TextMark
from report.formats.grid import TypeSize
from report.formats.picture_sizes import DottedNumberMeasures
from report.frozen import frozen
from report.text.model import Line
from report.units import NOISE, Pt

MOST_LINES = 4
"""Of the answer below its number."""
STEP: Pt = 10.0
"""By which the dots get smaller until all has room."""


def arranged(
    chart: Chart, width: Pt, height: Pt, measures: DottedNumberMeasures, setting: Setting
) -> Arrangement | None:
    """The arrangement with the largest dots that keep to the size; None where even the smallest do not."""
    side = min(measures.side, height)
    while side >= measures.least_side:
        found = _Arranger(chart, width, side, measures, setting).arrangement()
        if found is not None and found.height <= height + NOISE:
            return found
        side -= STEP
    return None


@frozen
class _Arranger:
    chart: Chart
    width: Pt
    side: Pt
    measures: DottedNumberMeasures
    setting: Setting

    def arrangement(self) -> Arrangement | None:
        """Number, answer, dots and the others; None where number or label have no room beside the dots."""
        measures, (first, *others) = self.measures, self.chart.rows
        room = self.width - self.side - measures.gap
        style, label = self._figure(first, room), self._lines(first, measures.label, room)
        if style is None or label is None:
            return None
        answer = style.height(self.setting.fonts) + measures.label_gap
        end = answer + (len(label) - 1) * measures.label.pitch + DESCENT * measures.label.size
        top, room = (max(end, self.side), self.width) if measures.is_below else (end, room)
        compared = self._compared(others, top, room)
        if compared is None:
            return None
        marks = (
            *published_marks(first, style, 0.0, style.height(self.setting.fonts), self.setting),
            *line_marks(MarkRole.LABEL, label, measures.label.pitch, x=0.0, baseline=answer, fonts=self.setting.fonts),
            *self._dots(first),
            *compared,
        )
        words = [mark.y + DESCENT * mark.size for mark in compared if isinstance(mark, TextMark)]
        lowest = max([self.side, end, *words])
        return Arrangement(self.width, lowest, marks, self.setting.language.words.number_kind)

    def _figure(self, row: ChartRow, room: Pt) -> NumberStyle | None:
        """The largest size at which the number keeps to the room."""
        measures, setting = self.measures, self.setting
        size = measures.figure
        while size >= measures.least_figure:
            style = NumberStyle.large(size, setting.ground.proof, setting.measures.least_unit)
            if published_width(row, style, setting) <= room + NOISE:
                return style
            size -= STEP
        return None

    def _dots(self, row: ChartRow) -> Iterator[Mark]:
        """The field at the right end; its cell is told by the number."""
        field = lay_out_field(replace(self.chart, rows=(row,)), self.side, self.setting)
        return (mark.moved(self.width - self.side, 0.0) for mark in field.marks)

    def _compared(self, rows: Sequence[ChartRow], top: Pt, room: Pt) -> list[Mark] | None:
        """The other numbers below a hairline, their words one below the other."""
        if not rows:
            return []
        measures, ground, fonts = self.measures, self.setting.ground, self.setting.fonts
        y, size = top + measures.rule_gap, measures.compared
        marks: list[Mark] = [Stroke(MarkRole.RULE, 0.0, y, room, y, ground.hairline, self.setting.measures.hairline)]
        style = NumberStyle.even(size.size, ground.text, is_bold=True)
        indent = max(published_width(row, style, self.setting) for row in rows) + size.size
        baseline = y + measures.first
        for row in rows:
            lines = self._lines(row, size, room - indent)
            if lines is None:
                return None
            marks += published_marks(row, style, 0.0, baseline, self.setting)
            marks += line_marks(MarkRole.LABEL, lines, size.pitch, x=indent, baseline=baseline, fonts=fonts)
            baseline += len(lines) * size.pitch
        return marks

    def _lines(self, row: ChartRow, size: TypeSize, room: Pt) -> tuple[Line, ...] | None:
        """The label, else the short one, broken for a width."""
        style = label_style(size.size, self.setting.ground.text, is_bold=False)
        for text in row.texts:
            lines = balanced_lines(text, style, room, self.setting.fonts, self.setting.language)
            if len(lines) <= MOST_LINES and widest(lines) <= room + NOISE:
                return lines
        return None
