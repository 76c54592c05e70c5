"""Bars on both sides of an axis as a native chart: rejection in negative numbers, to the left.

What is on neither side, nets and names of answers are the slide's. Names of rows stand left of all nets.
"""

from __future__ import annotations

from report.deck.model.charts import Flow, Native, NativeChart, Series
from report.deck.native.drawn import Drawn
from report.deck.native.rows import TOO_FEW, names_of
from report.deck.native.stacked import band_rows, part_points
from report.drawing.model import MarkRole, Rect
from report.language.numbers import MINUS
from report.ooxml.sheets import number_format, sheet_name
from report.units import Pt


def diverging(drawn: Drawn) -> Native | str:
    """The chart, or why it has no native form."""
    chart, middle = drawn.chart, drawn.strokes(MarkRole.AXIS)
    rows = band_rows(drawn)
    if isinstance(rows, str) or len(middle) != 1:
        return rows if isinstance(rows, str) else TOO_FEW
    axis, hundred = middle[0].x1, _hundred(drawn)
    places = {place: bars for place in range(len(chart.columns)) if (bars := _bars(drawn, place))}
    left = _left(drawn, axis)
    right = max(bar.box.right for bars in places.values() for bar in bars)
    plot = rows.plot(left, right - left)
    names = names_of(drawn, rows, plot.left)
    shown = sorted(places)
    outwards = sorted(shown, key=lambda place: abs(_centre(places[place][0]) - axis))
    bare = number_format(chart.decimals, drawn.setting.language, is_bare=True)
    native = NativeChart(
        sheet=sheet_name(drawn.topic),
        corner="%",
        categories=names.texts,
        series=tuple(
            Series(
                chart.columns[place].label,
                part_points(drawn, place, sign=-1 if _centre(places[place][0]) < axis else 1),
            )
            for place in shown
        ),
        painted=tuple(shown.index(place) for place in outwards),
        flow=Flow.BARS,
        frame=drawn.frame(plot),
        plot=plot,
        gap=rows.gap,
        least=-100 * (axis - plot.left) / hundred,
        most=100 * (plot.right - axis) / hundred,
        is_stacked=True,
        cell_format=f"{bare};{MINUS}{bare}",
        label_format=f"{bare};{bare}",
        label=names.style,
        axis=drawn.axis(),
    )
    drawn.take(drawn.bars.values())
    return Native(native, frozenset(drawn.taken))


def _bars(drawn: Drawn, place: int) -> list[Rect]:
    """The bars of an answer; none of one that is on neither side, or that nobody gave."""
    values = [row.values[place] for row in drawn.chart.rows]
    return [bar for value in values if value and (bar := drawn.bars.get(str(value.cell.id)))]


def _centre(bar: Rect) -> Pt:
    return bar.box.left + bar.box.width / 2


def _left(drawn: Drawn, axis: Pt) -> Pt:
    """Where the plot begins: left of all bars, and of the nets that stand before them."""
    numbers = [mark.x for marks in drawn.numbers.values() for mark in marks if mark.x < axis]
    return min([*numbers, *(bar.box.left for bar in drawn.bars.values())]) - drawn.setting.measures.value_gap


def _hundred(drawn: Drawn) -> Pt:
    """How long 100 % is, by the longest bar."""
    shares = {
        str(value.cell.id): value.cell.share.drawn
        for row in drawn.chart.rows
        for value in row.values
        if value and value.cell.share
    }
    longest = max(drawn.bars, key=lambda cell: drawn.bars[cell].box.width)
    return (drawn.bars[longest].box.width + drawn.setting.measures.diverging.across.gap) / shares[longest]
