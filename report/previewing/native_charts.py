"""A native chart as programs lay it out: its bars or lines, the names of its rows, and its numbers.

What the file does not say is as LibreOffice has it: how far names and numbers stand from what they belong to, and how
names are broken. PowerPoint has these otherwise by a point or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from report.deck.model.charts import Flow, LabelPlace, NativeChart, Point, PointLabel, Series
from report.drawing.model import Circle, Edge, Mark, MarkRole, Rect, Stroke, TextMark
from report.frozen import frozen
from report.language.model import Language
from report.language.numbers import decimal_text, round_half_up
from report.text.breaking import break_lines
from report.text.fonts import Fonts
from report.text.model import Span, Style
from report.units import Box, Pt

LABEL_GAP: Pt = 2.83
"""Between the end of a bar, or the edge of a dot, and its number: 1 mm."""
NAME_GAP: Pt = 7.09
"""Between an axis and the names at it: 1 mm, and the 1.5 mm that ticks take whether they are shown or not."""
FITS = 1.01
"""How much wider than its room a line of a name may be measured: LibreOffice's are up to 1 % narrower."""
CAP: Pt = 4.0
"""The length of the cross-lines at the ends of an interval."""
MOST_GAP = 5.0
"""What is free between two rows at most, against the thickness of a bar. Source: ECMA-376 part 1, ST_GapAmount."""
FORMAT = re.compile(r'(?:\[\$-[0-9A-F]+\])?0(?:\.(0+))?(?:"(.*?)")?(%?)(?:;.*)?')
"""How the numbers of a chart are written (`report.ooxml.sheets`): decimals, what stands before the sign, the sign."""


def native_marks(chart: NativeChart, fonts: Fonts, language: Language) -> tuple[Mark, ...]:
    """The marks of a chart where they stand on its slide, the lowest first.

    fonts: those of the slide's texts. language: in which numbers are written.
    """
    plot = _Plot(chart, fonts, language)
    return (*plot.shapes(), *plot.axis(), *plot.whiskers(), *plot.names(), *plot.numbers())


@frozen
class _Place:
    """Where a point is drawn: its bar, or of a line its middle as a box without extent."""

    series: Series
    point: Point
    box: Box

    @property
    def cells(self) -> tuple[str, ...]:
        """The cell that it shows."""
        return (self.point.cell,) if self.point.cell else ()

    @property
    def middle(self) -> tuple[Pt, Pt]:
        """Its centre."""
        return self.box.left + self.box.width / 2, self.box.top + self.box.height / 2


class _Plot:
    def __init__(self, chart: NativeChart, fonts: Fonts, language: Language) -> None:
        self.chart, self.fonts, self.language = chart, fonts, language

    # ---------------------------------------------------------------------------------------------------------- places

    @property
    def is_across(self) -> bool:
        """Whether values run to the right."""
        return self.chart.flow is Flow.BARS

    def along(self, value: float) -> Pt:
        """Where a value lies: from the left, or of columns and lines from the top; what is outside ends at the plot."""
        chart, plot = self.chart, self.chart.plot
        share = (min(max(value, chart.least), chart.most) - chart.least) / (chart.most - chart.least)
        return plot.left + share * plot.width if self.is_across else plot.bottom - share * plot.height

    @property
    def pitch(self) -> Pt:
        """From one category to the next."""
        plot = self.chart.plot
        return (plot.height if self.is_across else plot.width) / len(self.chart.categories)

    def middle(self, number: int) -> Pt:
        """Half-way through a category; of days where they lie in time."""
        plot, days = self.chart.plot, self.chart.days
        if days:
            first, last = days[0].number, days[-1].number
            return plot.left + (days[number].number - first) / (last - first) * plot.width
        return (plot.top if self.is_across else plot.left) + (number + 0.5) * self.pitch

    def _bar(self, middle: Pt, thickness: Pt, start: float, end: float) -> Box:
        """A bar from one value to another."""
        (low, high), first = sorted((self.along(start), self.along(end))), middle - thickness / 2
        if self.is_across:
            return Box(low, first, high - low, thickness)
        return Box(first, low, thickness, high - low)

    @cached_property
    def places(self) -> tuple[_Place, ...]:
        """Every point that has a value, in the order in which they are painted."""
        chart = self.chart
        found, ends = list[_Place](), dict[tuple[int, bool], float]()
        count = 1 if chart.is_stacked else len(chart.painted)
        thickness = self.pitch / (count - (count - 1) * chart.overlap + min(chart.gap, MOST_GAP))
        step = (1 - chart.overlap) * thickness
        for order, series in enumerate(chart.series[place] for place in chart.painted):
            off = 0.0 if chart.is_stacked else (order - (count - 1) / 2) * step
            for number, point in enumerate(series.points):
                if point.value is None:
                    continue
                value, middle = float(point.value), self.middle(number)
                if chart.flow is Flow.LINE:
                    found.append(_Place(series, point, Box(middle, self.along(value), 0.0, 0.0)))
                    continue
                side = number, value < 0
                start = ends.get(side, 0.0) if chart.is_stacked else 0.0
                ends[side] = start + value
                found.append(_Place(series, point, self._bar(middle + off, thickness, start, start + value)))
        return tuple(found)

    # ---------------------------------------------------------------------------------------------------------- shapes

    def shapes(self) -> Iterator[Mark]:
        """Bars, or lines and their dots."""
        if self.chart.flow is Flow.LINE:
            for place in self.chart.painted:
                yield from self._line(self.chart.series[place])
            return
        for each in self.places:
            paint = each.point.paint
            yield Rect(MarkRole.BAR, each.box, paint.fill, paint.edge, each.cells)

    def _line(self, series: Series) -> Iterator[Mark]:
        by_point = {id(each.point): each for each in self.places if each.series is series}
        found = [by_point.get(id(point)) for point in series.points]
        for before, after in pairwise(found):
            if before and after and after.point.paint.edge:
                edge = after.point.paint.edge
                yield Stroke(MarkRole.LINE, *before.middle, *after.middle, edge.color, edge.width)
        for each in found:
            if each and each.point.dot:
                yield Circle(MarkRole.POINT, *each.middle, each.point.dot / 2, each.point.paint.fill, None, each.cells)

    def axis(self) -> Iterator[Mark]:
        """The line that bars begin at."""
        edge, plot, zero = self.chart.axis, self.chart.plot, self.along(0.0)
        if edge:
            ends = (zero, plot.top, zero, plot.bottom) if self.is_across else (plot.left, zero, plot.right, zero)
            yield Stroke(MarkRole.AXIS, *ends, edge.color, edge.width)

    def whiskers(self) -> Iterator[Mark]:
        """The intervals, with a short line across either end."""
        edge = self.chart.whisker
        for each in self.places if edge else ():
            if each.point.interval is None or edge is None:
                continue
            low, high = (self.along(float(end)) for end in each.point.interval)
            x, y = each.middle
            if self.is_across:
                yield self._stroke(low, y, high, y, edge, each)
                yield from (self._stroke(end, y - CAP / 2, end, y + CAP / 2, edge, each) for end in (low, high))
            else:
                yield self._stroke(x, low, x, high, edge, each)
                yield from (self._stroke(x - CAP / 2, end, x + CAP / 2, end, edge, each) for end in (low, high))

    def _stroke(self, x1: Pt, y1: Pt, x2: Pt, y2: Pt, edge: Edge, of: _Place) -> Stroke:
        return Stroke(MarkRole.WHISKER, x1, y1, x2, y2, edge.color, edge.width, cells=of.cells)

    # ----------------------------------------------------------------------------------------------------------- texts

    def names(self) -> Iterator[Mark]:
        """What the categories are called: left of the axis, or below it."""
        style, plot = self.chart.label, self.chart.plot
        for number, name in enumerate(self.chart.categories if style else ()):
            if style is None:
                continue
            room = plot.left - self.chart.frame.left - NAME_GAP if self.is_across else self.pitch
            lines = break_lines([Span(name, style)], FITS * room, self.fonts, self.language, balanced=False)
            pitch = self._ascent(style) + self._descent(style)
            if self.is_across:
                right = plot.left - NAME_GAP
                widest = max(line.width for line in lines)
                first = self.middle(number) - len(lines) / 2 * pitch + self._ascent(style)
                middle = right - widest / 2
            else:
                first, middle = plot.bottom + NAME_GAP + self._ascent(style), self.middle(number)
            for place, line in enumerate(lines):
                yield self._text(MarkRole.LABEL, line.text, style, middle - line.width / 2, first + place * pitch)

    def numbers(self) -> Iterator[Mark]:
        """The labels of points."""
        for each in self.places:
            if label := each.point.label:
                text = label.text or self._written(each.point)
                x, y = self._label_place(each, label, self.fonts.width(text, label.style))
                right, down = label.moved or (0.0, 0.0)
                yield self._text(MarkRole.VALUE, text, label.style, x + right, y + down, each.cells)

    def _label_place(self, of: _Place, label: PointLabel, width: Pt) -> tuple[Pt, Pt]:
        """The left end and the baseline of a label that is not moved."""
        (x, y), box, off = of.middle, of.box, LABEL_GAP + of.point.dot / 2
        level = y + (self._ascent(label.style) - self._descent(label.style)) / 2
        match label.place:
            case LabelPlace.BEHIND if not self.is_across:
                return x - width / 2, box.top - LABEL_GAP - self._descent(label.style)
            case LabelPlace.BEHIND | LabelPlace.RIGHT:
                return box.right + off, level
            case LabelPlace.AT_END:
                return box.right - off - width, level
            case LabelPlace.LEFT:
                return box.left - off - width, level
            case LabelPlace.MIDDLE:
                return x - width / 2, level

    def _written(self, point: Point) -> str:
        """A value in the chart's format."""
        found = FORMAT.fullmatch(self.chart.label_format)
        assert found, self.chart.label_format
        assert point.value is not None
        decimals, gap, sign = len(found[1] or ""), found[2] or "", found[3]
        shown = abs(point.value) * (100 if sign else 1)
        return decimal_text(round_half_up(shown, decimals), decimals, self.language) + gap + sign

    def _ascent(self, style: Style) -> Pt:
        return self.fonts.ascent(style.face) * style.size

    def _descent(self, style: Style) -> Pt:
        return self.fonts.descent(style.face) * style.size

    def _text(self, role: MarkRole, text: str, style: Style, x: Pt, y: Pt, cells: tuple[str, ...] = ()) -> TextMark:
        return TextMark(
            role, text, style.face, style.size, style.color, x, y, self.fonts.width(text, style), cells=cells
        )
