"""Bars as a native chart: on each row a bar of 100 % at the back, and before it that of the value.

A row that was not published has neither: its sign and words stand on the slide. So do ticks, and labels that stand
above their bars.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from report.charts.model import ChartRow
from report.deck.model.charts import Flow, Native, NativeChart, Paint, Point, Series
from report.deck.native.drawn import Drawn, are_alike
from report.deck.native.rows import names_of, rows_of
from report.drawing.model import MarkRole, Rect
from report.language.numbers import percent
from report.ooxml.sheets import number_format, sheet_name
from report.units import Share

WHOLE = Share(Decimal(1))
"""What a track stands for."""


def bars(drawn: Drawn) -> Native | str:
    """The chart, or why it has no native form."""
    if drawn.circles(MarkRole.DOT):
        return "its one answer is shown as a field of dots"
    if not are_alike([track.box.left for track in drawn.tracks]):
        return "its rows stand in two columns"
    published = [number for number, row in enumerate(drawn.chart.rows) if _share(row) is not None]
    tracks = dict(zip(published, drawn.tracks, strict=True))
    rows = rows_of({number: track.box for number, track in tracks.items()}, len(drawn.chart.rows))
    if isinstance(rows, str):
        return rows
    chart, language, track = drawn.chart, drawn.setting.language, drawn.tracks[0]
    plot = rows.plot(track.box.left, track.box.width)
    names = names_of(drawn, rows, plot.left)
    written = number_format(chart.decimals, language)
    native = NativeChart(
        sheet=sheet_name(drawn.topic),
        corner="",
        categories=names.texts,
        series=(
            Series(chart.title.text or chart.columns[0].label, _points(drawn)),
            Series(percent(WHOLE, 0, language).text, _whole(drawn, tracks)),
        ),
        painted=(1, 0),
        flow=Flow.BARS,
        frame=drawn.frame(plot),
        plot=plot,
        gap=rows.gap,
        overlap=1.0,
        cell_format=written,
        label_format=written,
        label=names.style,
        whisker=drawn.whisker(),
        whisker_ground=drawn.whisker_ground(),
    )
    drawn.take([*drawn.tracks, *drawn.bars.values()])
    return Native(native, frozenset(drawn.taken))


def _points(drawn: Drawn) -> tuple[Point, ...]:
    track = drawn.tracks[0].box
    return tuple(drawn.bar_point(row.values[0], track.left, track.width, drawn.muted) for row in drawn.chart.rows)


def _whole(drawn: Drawn, tracks: Mapping[int, Rect]) -> tuple[Point, ...]:
    """A bar as long as 100 % for each row that has a track."""
    paint = Paint(drawn.tracks[0].fill, drawn.tracks[0].edge)
    rows = range(len(drawn.chart.rows))
    return tuple(Point(Decimal(1) if number in tracks else None, paint) for number in rows)


def _share(row: ChartRow) -> Share | None:
    return row.values[0].cell.share if row.values[0] else None
