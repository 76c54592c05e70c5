"""Where lines lie: x by the day of a wave, y by share, and the bands of breaks between.

|<- span ->|        a year is its 1 July, a month its middle
●────●─────────●    as far apart as the waves lie in time
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from report.charts.kinds.columns.band import Band, band_between
from report.charts.kinds.line.runs import Series, breaks_of_question
from report.charts.marks.numbers import NumberStyle, number_width
from report.charts.marks.series import series_color
from report.charts.marks.text import label_style
from report.charts.model import Chart, ChartBreak, ChartColumn, ChartRow, ChartValue, Highlight, Setting
from report.charts.order import is_marked
from report.frozen import frozen
from report.units import Color, Pt

MOST_WITH_VALUES = 4
"""Of more lines those that are not marked are grey and bear no numbers, if others are marked."""
FIRST_AT_MOST = 0.4
"""Share of the plot that first values may take of it."""


@frozen
class Plot:
    """The x of every column, the y of 0 %, how high 100 % is, and the bands of breaks of the question."""

    xs: tuple[Pt, ...]
    axis: Pt
    hundred: Pt
    bands: tuple[Band, ...]

    def y(self, share: float) -> Pt:
        """The height of a share, 0 to 1."""
        return self.axis - share * self.hundred

    def point(self, series: Series, column: int) -> tuple[Pt, Pt]:
        """Where a number lies."""
        return self.xs[column], self.y(series.share(column))


def xs_of(chart: Chart, left: Pt, length: Pt) -> tuple[Pt, ...]:
    """The x of every column, proportional to the days between; equally far apart without dates that differ."""
    days = [column.date.middle_day.toordinal() for column in chart.columns if column.date]
    days = list(accumulate(days, max))  # a bare year may come before a day of its first half
    if len(days) < len(chart.columns) or days[0] == days[-1]:
        days = list(range(len(chart.columns)))
    return tuple(left + (day - days[0]) / (days[-1] - days[0]) * length for day in days)


def left_of(series: Sequence[Series], length: Pt, setting: Setting) -> tuple[Pt, Pt]:
    """Where the first date lies, so that values have room left of it, and how far the last one lies from it.

    length: how far it would lie from it where values need no more room than there is.
    """
    measures = setting.measures.line
    first = min(each.first for each in series)
    shown = [each for each in series if each.first == first and has_values(each.row, series)]
    widths = [value_width(each.value(first), each.row, setting, size=measures.value) for each in shown]
    start = measures.span.left
    left = max([start, *(width + measures.value_gap for width in widths)])
    return left, max(length - (left - start), length * (1 - FIRST_AT_MOST))


def bands_of(
    chart: Chart, xs: Sequence[Pt], inner: Sequence[tuple[Pt, Pt]], height: Pt, setting: Setting
) -> tuple[Band, ...]:
    """The bands of breaks, as high as words may stand in them.

    inner: the widths of the widest values right of the points before each of them and left of those behind it.
    """
    rings = [
        (x, _half_of_date(column, setting))
        for x, column in zip(xs, chart.columns, strict=True)
        if not column.is_published
    ]
    return tuple(
        _band(found, xs, widths, rings, height, setting)
        for found, widths in zip(breaks_of_question(chart), inner, strict=True)
    )


def ring_centre(column: int, plot: Plot, series: Sequence[Series], setting: Setting) -> Pt:
    """The height of the ring of a wave of which nothing came out: above the axis or on it, else clear of the lines.

    Between lines or above them it would look like a number of its own.
    """
    measures, x = setting.measures.line, plot.xs[column]
    crossing = sorted((y for each in series for y in _heights(x, each, plot)), reverse=True)
    clear = measures.ring / 2 + measures.halo + measures.gap / 2
    usual, lowest = plot.axis - measures.ring_rise, plot.axis - measures.ring / 2 - measures.halo
    places = (usual, lowest, plot.axis, *(y - clear for y in crossing))
    return next((place for place in places if all(abs(place - y) >= clear for y in crossing)), usual)


def _heights(x: Pt, series: Series, plot: Plot) -> Iterator[Pt]:
    """The heights at which the stretches of a line pass an x."""
    for stretch in series.stretches:
        (x1, y1), (x2, y2) = plot.point(series, stretch.before), plot.point(series, stretch.after)
        if x1 < x < x2:
            yield y1 + (y2 - y1) * (x - x1) / (x2 - x1)


def _half_of_date(column: ChartColumn, setting: Setting) -> Pt:
    """How far a date reaches to either side of its wave."""
    style = label_style(setting.measures.label.size, setting.ground.soft_text, is_bold=False)
    return setting.fonts.width(column.narrow_label, style) / 2


def _band(
    found: ChartBreak,
    xs: Sequence[Pt],
    inner: tuple[Pt, Pt],
    rings: Sequence[tuple[Pt, Pt]],
    height: Pt,
    setting: Setting,
) -> Band:
    """Clear of the values on both sides, closer to them and narrower where it must be, else of those on its left side.

    rings: the x of each ring, and how far its date reaches; one that does not lie inside stands before it with that.
    """
    measures, band = setting.measures.line, setting.measures.columns.band
    before, after = xs[found.before], xs[found.after]
    has_ring = any(before < ring < after for ring, _ in rings)
    closer = () if has_ring else ((0.0, band.least), (0.0, band.crowded))
    for inner_clear, least in ((measures.inner_clear, band.least), *closer):
        wanted = [max(inner_clear, width + measures.value_gap + band.value_clear) for width in inner]
        clears = [clear if width else measures.clear for clear, width in zip(wanted, inner, strict=True)]
        left, right = before + clears[0], after - clears[1]
        if right - left >= least:
            break
    else:
        right = after - measures.clear
    if right - left < band.least:
        least = min(band.least, (after - before) / 3)
        left = max(before + (after - before - least) / 2, min(left, after - least - measures.last_point))
        right = left + least
    reach = measures.ring / 2 + measures.halo
    for ring, half in rings:
        behind, most = ring + max(reach, half) + band.value_clear, after - measures.last_point - band.value_clear
        if ring - reach < left < behind and most - behind >= band.crowded:
            left, right = behind, max(right, min(behind + band.least, most))
    return band_between(left, right, found, height, setting)


def has_values(row: ChartRow, series: Sequence[Series]) -> bool:
    """Whether numbers stand at the ends of a line among all of them: of many only of marked ones, if any is."""
    return len(series) <= MOST_WITH_VALUES or is_marked(row) or not any(is_marked(each.row) for each in series)


def value_style(row: ChartRow, setting: Setting, *, size: Pt) -> NumberStyle:
    """The style of the numbers of a line: bold in its colour where it is marked, its sign smaller if it is large."""
    color, measures = text_color(row, setting), setting.measures
    if not is_marked(row):
        return NumberStyle.even(size, color)
    if size > measures.line.value:
        return NumberStyle.large(size, color, measures.least_unit)
    return NumberStyle.even(size, color, is_bold=True)


def value_width(value: ChartValue, row: ChartRow, setting: Setting, *, size: Pt) -> Pt:
    """The width of a number of a line."""
    assert value.number is not None
    return number_width(value.number, value_style(row, setting, size=size), setting.fonts)


def text_color(row: ChartRow, setting: Setting) -> Color:
    """The colour of what is said of a line: that of the line, if it stands out or the house names one for it."""
    if named := series_color(row.series, setting.ground):
        return named.text
    return line_color(row, setting) if is_marked(row) else setting.ground.text


def line_color(row: ChartRow, setting: Setting) -> Color:
    """The colour of a line: that of its series, if the house names one; else the accent, the second accent, grey."""
    ground = setting.ground
    if named := series_color(row.series, ground):
        return named.line
    marks = {value.highlight for value in row.values if value}
    if Highlight.PROOF in marks:
        return ground.proof
    return ground.contrast if Highlight.CONTRAST in marks else ground.mid
