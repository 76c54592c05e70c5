"""More rows than stand one below the other: in two columns, ranked down and then across.

label     |▇▇▇▇▇▇▇ 51 %      label     |▇ 10 %
label     |▇▇▇▇▇▇ 50 %       label     |▇ 9 %
label     |▇▇▇ 23 %          3 more: Appendix
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from report.charts.kinds.bars.row_marks import PaintedRow, paint_row
from report.charts.marks.assembly import Arrangement, does_not_fit
from report.charts.model import Chart, Setting
from report.charts.rows.further import further_mark
from report.charts.rows.placing import PlacedRows, place_rows
from report.diagnostics import Diagnostic
from report.drawing.model import Mark
from report.formats.kinds.bars import TwoColumnMeasures
from report.formats.rows import RowFrames
from report.frozen import frozen
from report.units import NOISE, Pt


def is_needed(chart: Chart, setting: Setting) -> bool:
    """Whether the place has two columns, and the chart more rows than one of them holds."""
    bars, rows = setting.measures.bars, len(chart.rows) + (chart.further > 0)
    return bars.two is not None and bars.most_rows < rows


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many rows stand in two columns; 0 where a label has no place in its column, or the place has none."""
    two = setting.measures.bars.two
    if two is None or isinstance(_column(chart, inf, setting, two), Diagnostic):
        return 0
    rows = two.frame.rows
    return max(0, min(two.most, 2 * (1 + int(min(two.most, (height - rows.bar + NOISE) / rows.least_pitch)))))


def arranged(chart: Chart, height: Pt, setting: Setting) -> Arrangement | Diagnostic:
    """The rows in both columns, or why they do not fit."""
    two = setting.measures.bars.two
    assert two is not None
    half = (len(chart.rows) + (chart.further > 0) + 1) // 2
    columns = list[_Column]()
    for left, part in (
        (0.0, replace(chart, rows=chart.rows[:half], further=0)),
        (two.left, replace(chart, rows=chart.rows[half:])),
    ):
        placed = _column(part, height, setting, two)
        if isinstance(placed, Diagnostic):
            return placed
        columns.append(_Column(part, placed, left, setting))
    return Arrangement(
        width=max(column.right for column in columns),
        height=max(column.placed.height for column in columns),
        marks=tuple(mark for column in columns for mark in column.marks()),
        kind_word=setting.language.words.bars_kind,
        anchors={cell: place for column in columns for cell, place in column.anchors()},
    )


def _column(chart: Chart, height: Pt, setting: Setting, two: TwoColumnMeasures) -> PlacedRows | Diagnostic:
    """Rows one below the other with labels of one line, in exhibit coordinates of their own column."""
    bars = replace(setting.measures.bars, by_rows=(RowFrames(two.most, (two.frame,)),))
    placed = place_rows(chart, two.left, height, replace(setting, measures=replace(setting.measures, bars=bars)))
    if isinstance(placed, PlacedRows) and placed.labels.most_lines > 1:
        hint = "a shorter `short:` label on the answer is used where the whole one has no place"
        return does_not_fit(chart, "a label takes more than the one line that rows in two columns have", hint)
    return placed


@frozen
class _Column:
    chart: Chart
    placed: PlacedRows
    left: Pt
    setting: Setting

    def marks(self) -> Iterator[Mark]:
        """All rows, and the one that counts further answers, where the column stands."""
        for row in self._rows():
            yield from (mark.moved(self.left, 0.0) for mark in row.marks)
        yield from (mark.moved(self.left, 0.0) for mark in further_mark(self.placed, self.chart, self.setting))

    def anchors(self) -> Iterator[tuple[str, tuple[Pt, Pt]]]:
        """The ends of the values by cell."""
        for row in self._rows():
            x, y = row.anchor
            yield row.cell, (x + self.left, y)

    @property
    def right(self) -> Pt:
        """Where the tracks end."""
        return self.left + self.placed.track.left + self.placed.track.length

    def _rows(self) -> list[PaintedRow]:
        return [paint_row(self.placed, index, row, self.setting) for index, row in enumerate(self.chart.rows)]
