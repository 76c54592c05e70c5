"""The colours of groups, the same in every cluster and panel."""

from __future__ import annotations

from report.charts.kinds.grouped.value_marks import BarPlace
from report.charts.marks.colors import Paint, mark_paint, value_color
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.series import anything_stands_out, series_color, series_paint
from report.charts.marks.value_on_track import value_on_track
from report.charts.model import Chart, ChartRow, ChartValue, Highlight, Setting
from report.drawing.model import Edge
from report.frozen import frozen
from report.theme.model import SeriesColor
from report.units import Color


@frozen
class GroupPaints:
    """The colours of groups: greys, and accents of what stands out; or those that the house names for series."""

    chart: Chart
    setting: Setting

    def bar(self, row: ChartRow, number: int) -> Paint:
        """The paint of the bar of a group in a row."""
        value, edge = row.values[number], self.setting.measures.edge
        if value is None or value.highlight is Highlight.NONE:
            return self.usual(number)
        named = self._named(number)
        return (
            series_paint(named, edge, is_weak=False)
            if named
            else mark_paint(value.highlight, row.role, self.setting.ground, edge)
        )

    def bar_of_panel(self, row: ChartRow, number: int) -> Paint:
        """The same where every group stands by itself, so that all have one grey."""
        value = row.values[number]
        if self._named(number):
            return self.bar(row, number)
        highlight = value.highlight if value else Highlight.NONE
        return mark_paint(highlight, row.role, self.setting.ground, self.setting.measures.edge)

    def usual(self, number: int) -> Paint:
        """The paint of the bars of a group that do not stand out."""
        if named := self._named(number):
            return series_paint(named, self.setting.measures.edge, is_weak=anything_stands_out(self.chart.rows))
        return _greys(len(self.chart.columns), self.setting)[number]

    def text(self, row: ChartRow, number: int) -> Color:
        """The colour of what is said of that bar, if it stands out."""
        value = row.values[number]
        if named := self._named(number):
            return named.text
        return value_color(value.highlight if value else Highlight.NONE, self.setting.ground)

    def number(self, value: ChartValue, number: int, place: BarPlace) -> NumberStyle:
        """How the number of a bar is set that stands behind it."""
        style = value_on_track(value.highlight, place.marked, place.value.size, self.setting)
        named = self._named(number)
        return style.colored(named.text) if named and value.highlight is not Highlight.NONE else style

    def _named(self, number: int) -> SeriesColor | None:
        """The colour that the house names for a group."""
        return series_color(self.chart.columns[number].series, self.setting.ground)


def _greys(count: int, setting: Setting) -> tuple[Paint, ...]:
    """The paints of so many muted groups, in their order; a ground with fewer greys repeats its last."""
    greys = setting.ground.several.segments
    fills = greys[min(count - 2, len(greys) - 1)]
    filled = [*fills, *[fills[-1]] * (count - len(fills))]
    return tuple(Paint(fill.color, Edge(fill.edge, setting.measures.edge) if fill.edge else None) for fill in filled)
