"""Clusters of bars as a native chart: a series a group. Their tracks, ticks and the names of groups are the slide's."""

from __future__ import annotations

from report.charts.model import ChartValue
from report.deck.model.charts import Flow, Native, NativeChart, Paint, Point, Series
from report.deck.native.drawn import Drawn, are_alike
from report.deck.native.rows import TOO_FEW, UNEVEN, Rows, names_of, rows_of
from report.ooxml.sheets import number_format, sheet_name
from report.units import Box, Pt


def grouped(drawn: Drawn) -> Native | str:
    """The chart, or why it has no native form."""
    if not drawn.bars or not drawn.tracks:
        return TOO_FEW
    if not are_alike([track.box.left for track in drawn.tracks]):
        return "its groups stand in panels"
    thick, high, count = (
        next(iter(drawn.bars.values())).box.height,
        drawn.tracks[0].box.height,
        len(drawn.chart.columns),
    )
    if not are_alike([bar.box.height for bar in drawn.bars.values()]):
        return UNEVEN
    between = (high - count * thick) / max(1, count - 1)
    clusters = _clusters(drawn, thick + between, high)
    if isinstance(clusters, str):
        return clusters
    chart, track = drawn.chart, drawn.tracks[0].box
    plot = clusters.plot(track.left, track.width)
    names, written = names_of(drawn, clusters, plot.left), number_format(chart.decimals, drawn.setting.language)
    native = NativeChart(
        sheet=sheet_name(drawn.topic),
        corner="",
        categories=names.texts,
        series=tuple(
            Series(column.label, _points(drawn, number, track)) for number, column in enumerate(chart.columns)
        ),
        painted=tuple(range(len(chart.columns))),
        flow=Flow.BARS,
        frame=drawn.frame(plot),
        plot=plot,
        gap=(clusters.pitch - clusters.thickness) / thick,
        overlap=-between / thick,
        cell_format=written,
        label_format=written,
        label=names.style,
        whisker=drawn.whisker(),
        whisker_ground=drawn.whisker_ground(),
    )
    drawn.take(drawn.bars.values())
    return Native(native, frozenset(drawn.taken))


def _clusters(drawn: Drawn, pitch: Pt, high: Pt) -> Rows | str:
    """The clusters, as high as their tracks; pitch: from a bar of one to the next."""
    tops = {
        row: bar.box.top - column * pitch
        for row, each in enumerate(drawn.chart.rows)
        for column, value in enumerate(each.values)
        if value and (bar := drawn.bars.get(str(value.cell.id)))
    }
    return rows_of({row: Box(0.0, top, 0.0, high) for row, top in tops.items()}, len(drawn.chart.rows))


def _points(drawn: Drawn, column: int, track: Box) -> tuple[Point, ...]:
    values: list[ChartValue | None] = [row.values[column] for row in drawn.chart.rows]
    bars = [bar for value in values if value and (bar := drawn.bars.get(str(value.cell.id)))]
    usual = Paint(bars[0].fill, bars[0].edge) if bars else drawn.muted
    return tuple(drawn.bar_point(value, track.left, track.width, usual) for value in values)
