"""Bars of parts as a native chart: a series an answer. Names of answers, nets and blank parts are the slide's.

Numbers inside parts are bare, so the table is in per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.charts.model import ChartRow
from report.deck.model.charts import Flow, LabelPlace, Native, NativeChart, Paint, Point, Series
from report.deck.native.drawn import HUNDRED, Drawn
from report.deck.native.rows import Rows, names_of, rows_of
from report.drawing.model import Edge
from report.ooxml.sheets import number_format, sheet_name
from report.units import Box, Pt


def stacked(drawn: Drawn) -> Native | str:
    """The chart, or why it has no native form."""
    chart = drawn.chart
    rows = band_rows(drawn)
    if isinstance(rows, str):
        return rows
    left = min(bar.box.left for bar in drawn.bars.values())
    most = max(1.0, *(sum(share for share, _ in _parts(drawn, row)) for row in chart.rows))
    plot = rows.plot(left, most * max(_hundreds(drawn)))
    names = names_of(drawn, rows, plot.left)
    native = NativeChart(
        sheet=sheet_name(drawn.topic),
        corner="%",
        categories=names.texts,
        series=tuple(Series(column.label, part_points(drawn, place)) for place, column in enumerate(chart.columns)),
        painted=tuple(range(len(chart.columns))),
        flow=Flow.BARS,
        frame=drawn.frame(plot),
        plot=plot,
        gap=rows.gap,
        most=100 * most,
        is_stacked=True,
        cell_format=(written := number_format(chart.decimals, drawn.setting.language, is_bare=True)),
        label_format=written,
        label=names.style,
    )
    drawn.take(drawn.bars.values())
    return Native(native, frozenset(drawn.taken))


def band_rows(drawn: Drawn) -> Rows | str:
    """The rows of bars of parts."""
    places = {
        number: bar.box
        for number, row in enumerate(drawn.chart.rows)
        for value in row.values
        if value and (bar := drawn.bars.get(str(value.cell.id)))
    }
    return rows_of(places, len(drawn.chart.rows))


def part_points(drawn: Drawn, place: int, *, sign: int = 1) -> tuple[Point, ...]:
    """The points of an answer; a part without an edge of its own is parted from the next by one of the ground's."""
    ground, gap = drawn.setting.ground, Edge(drawn.setting.ground.ground, drawn.setting.measures.stacked.across.gap)
    points = list[Point]()
    for row in drawn.chart.rows:
        value = row.values[place]
        label = drawn.label(value, LabelPlace.MIDDLE, is_bare=True)
        point = drawn.point(value, label, Paint(ground.muted, gap), sign=sign)
        paint = Paint(point.paint.fill, point.paint.edge or gap)
        number = None if point.value is None else point.value * HUNDRED
        points.append(replace(point, value=number, paint=paint))
    return tuple(points)


def _parts(drawn: Drawn, row: ChartRow) -> Iterator[tuple[float, Box | None]]:
    """The published parts of a row as shares, each with its place."""
    for value in row.values:
        if value and value.cell.share:
            bar = drawn.bars.get(str(value.cell.id))
            yield value.cell.share.drawn, bar.box if bar else None


def _hundreds(drawn: Drawn) -> Iterator[Pt]:
    """How long 100 % is by each row: where its last part ends, against all that it has; a little less by gaps."""
    for row in drawn.chart.rows:
        parts = [(share, box) for share, box in _parts(drawn, row) if box]
        if parts:
            yield (parts[-1][1].right - parts[0][1].left) / sum(share for share, _ in parts)
