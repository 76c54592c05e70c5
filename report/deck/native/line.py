"""Lines over waves as a native chart: a series an answer, its points as far apart as their days.

The first and last numbers are the chart's; what names the lines, leaders to these, dates, the axis, and the dashed
stretches across waves that were not published are the slide's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from report.charts.model import Chart, ChartRow, ChartValue
from report.deck.model.charts import Day, Flow, LabelPlace, Native, NativeChart, Paint, Point, PointLabel, Series
from report.deck.native.drawn import LABEL_GAP, Drawn, are_alike
from report.deck.native.rows import TOO_FEW, UNEVEN
from report.drawing.model import Circle, Edge, MarkRole, Stroke
from report.language.dates import PartialDate
from report.ooxml.sheets import number_format, sheet_name
from report.text.model import Face
from report.units import Box, Pt

DAY_ZERO = date(1899, 12, 30)
"""What Excel counts days from, for all after February 1900."""
PARTED = "a break parts its lines"


def line(drawn: Drawn) -> Native | str:
    """The chart, or why it has no native form."""
    chart = drawn.chart
    points = {mark.cells[0]: mark for mark in drawn.circles(MarkRole.POINT)}
    days = _days(chart)
    xs = {place: x for place in range(len(chart.columns)) if (x := _x(drawn, place, points)) is not None}
    scale = _scale(chart, points)
    if 0 not in xs or len(chart.columns) - 1 not in xs or scale is None:
        return TOO_FEW
    left, right = xs[0], xs[len(chart.columns) - 1]
    distances = [day.number for day in days] or list(range(len(chart.columns)))
    if not _lie_by(distances, xs, left, right):
        return UNEVEN
    strokes = [mark for mark in drawn.strokes(MarkRole.LINE) if not mark.dash]
    if any(_is_parted(row, points, strokes) for row in chart.rows):
        return PARTED
    (axis, hundred), top = scale, drawn.box.top
    written = number_format(chart.decimals, drawn.setting.language)
    native = NativeChart(
        sheet=sheet_name(drawn.topic),
        corner="",
        categories=tuple(column.label for column in chart.columns),
        series=tuple(Series(row.label, _points(drawn, row, points, strokes)) for row in chart.rows),
        painted=_painted(chart, points),
        flow=Flow.LINE,
        frame=drawn.box,
        plot=Box(left, top, right - left, axis - top),
        gap=0.0,
        most=(axis - top) / hundred,
        cell_format=written,
        label_format=written,
        days=days,
    )
    drawn.take([*points.values(), *strokes])
    return Native(native, frozenset(drawn.taken))


def _days(chart: Chart) -> tuple[Day, ...]:
    """The days of the waves; none where they have no dates, which are equally far apart."""
    days = tuple(_day(column.date) for column in chart.columns if column.date)
    return days if len(days) == len(chart.columns) and days[0].number < days[-1].number else ()


def _day(when: PartialDate) -> Day:
    shown = "yyyy-mm-dd" if when.day else "yyyy-mm" if when.month else "yyyy"
    return Day((when.middle_day - DAY_ZERO).days, shown)


def _x(drawn: Drawn, place: int, points: Mapping[str, Circle]) -> Pt | None:
    """Where a wave lies: at its points, or at the ring of what was not published."""
    cells = [str(value.cell.id) for row in drawn.chart.rows if (value := row.values[place])]
    rings = [ring.x for ring in drawn.circles(MarkRole.RING) if any(cell in ring.cells for cell in cells)]
    return next(iter([*(points[cell].x for cell in cells if cell in points), *rings]), None)


def _lie_by(days: Sequence[int], xs: dict[int, Pt], left: Pt, right: Pt) -> bool:
    """Whether all waves lie where PowerPoint has them."""
    if any(before >= after for before, after in pairwise(days)):
        return False
    a_day = (right - left) / (days[-1] - days[0])
    return are_alike([0.0, *(x - left - (days[place] - days[0]) * a_day for place, x in xs.items())])


def _scale(chart: Chart, points: Mapping[str, Circle]) -> tuple[Pt, Pt] | None:
    """The height of 0 %, and how high 100 % is; None where all points lie at one height."""
    values = [value for row in chart.rows for value in row.values if value and str(value.cell.id) in points]
    by_share = {value.cell.share.drawn: points[str(value.cell.id)].y for value in values if value.cell.share}
    if len(by_share) < 2:
        return None
    (low, lower), (high, higher) = min(by_share.items()), max(by_share.items())
    hundred = (lower - higher) / (high - low)
    return lower + low * hundred, hundred


def _is_parted(row: ChartRow, points: Mapping[str, Circle], strokes: Sequence[Stroke]) -> bool:
    """Whether no stroke leads from one wave to the next, both of which have points."""
    found = _circles(row, points)
    return any(one and other and not _joining(one, other, strokes) for one, other in pairwise(found))


def _circles(row: ChartRow, points: Mapping[str, Circle]) -> list[Circle | None]:
    return [points.get(str(value.cell.id)) if value else None for value in row.values]


def _joining(one: Circle, other: Circle, strokes: Sequence[Stroke]) -> Stroke | None:
    """The stroke of their colour from one point to another."""
    ends = (one.x, one.y, other.x, other.y)
    return next(
        (
            stroke
            for stroke in strokes
            if stroke.color == one.fill and (stroke.x1, stroke.y1, stroke.x2, stroke.y2) == ends
        ),
        None,
    )


def _painted(chart: Chart, points: Mapping[str, Circle]) -> tuple[int, ...]:
    """The lines in the order in which the drawing paints them."""
    order = {cell: place for place, cell in enumerate(points)}
    firsts = [min((order[cell] for cell in _cells(row) if cell in order), default=0) for row in chart.rows]
    return tuple(sorted(range(len(firsts)), key=lambda number: firsts[number]))


def _cells(row: ChartRow) -> list[str]:
    return [str(value.cell.id) for value in row.values if value]


def _points(drawn: Drawn, row: ChartRow, points: Mapping[str, Circle], strokes: Sequence[Stroke]) -> tuple[Point, ...]:
    """The points of a line, in the colour and width of its strokes."""
    found, measures = _circles(row, points), drawn.setting.measures.line
    color = next((circle.fill for circle in found if circle and circle.fill), drawn.setting.ground.mid)
    joining = (_joining(one, other, strokes) for one, other in pairwise(found) if one and other)
    width = next((stroke.width for stroke in joining if stroke), measures.other)
    paint = Paint(color, Edge(color, width))
    return tuple(_point(drawn, value, circle, paint) for value, circle in zip(row.values, found, strict=True))


def _point(drawn: Drawn, value: ChartValue | None, circle: Circle | None, paint: Paint) -> Point:
    if value is None or circle is None:
        usual = 2 * drawn.setting.measures.line.other_point
        return Point(None, paint, cell=str(value.cell.id) if value else None, dot=usual)
    point = drawn.point(value, _label(drawn, value, circle), paint)
    halo = circle.edge.width / 2 if circle.edge else 0.0
    return replace(point, paint=paint, dot=2 * (circle.radius - halo))


def _label(drawn: Drawn, value: ChartValue, circle: Circle) -> PointLabel | None:
    """The number left or right of its point, as far off as in the drawing."""
    label = drawn.label(value, LabelPlace.RIGHT)
    if label is None:
        return None
    marks = drawn.numbers[str(value.cell.id)]
    left, right = marks[0].x, marks[-1].x + marks[-1].width
    down, off = (
        marks[0].y - drawn.setting.fonts.digit_height(Face.BOLD) * marks[0].size / 2 - circle.y,
        circle.radius + LABEL_GAP,
    )
    if left > circle.x:
        return label.at(left - (circle.x + off), down)
    return PointLabel(label.style, LabelPlace.LEFT, label.text).at(right - (circle.x - off), down)
