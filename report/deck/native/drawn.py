"""Reads a drawing as the table it shows: which bar and which number stand for a cell, and where rows lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from report.charts.model import Chart, ChartValue, Setting
from report.deck.model.charts import MOVED, LabelPlace, Paint, Point, PointLabel
from report.drawing.model import Circle, Drawing, Edge, Mark, MarkRole, Rect, Stroke, TextMark
from report.language.numbers import is_nearly_whole, is_small, round_half_up
from report.tables.model import Cell
from report.text.model import Style
from report.units import NOISE, Between, Box, Pt, Share

HUNDRED = Decimal(100)
INTERVAL_DIGITS = 4
"""Of the ends of intervals, as shares."""
LABEL_GAP: Pt = 3.0
"""Between the end of a bar and its number as programs lay them out."""
ALIKE: Pt = 0.75
"""By how much lengths may differ that stand for the same: PowerPoint has one pitch and one thickness for all bars."""


class Drawn:
    """The marks of a drawing by what they stand for; `taken` gathers those that a native chart shows by itself.

    box: the place of the drawing on the slide, from whose corner all lengths count. topic: what the table is called.
    """

    def __init__(self, chart: Chart, drawing: Drawing, box: Box, setting: Setting, topic: str) -> None:
        self.chart, self.box, self.setting, self.topic = chart, box, setting, topic
        self.marks = tuple(mark.moved(box.left, box.top) for mark in drawing.marks)
        self.taken = list[Mark]()

    # ---------------------------------------------------------------------------------------------------------- places

    @cached_property
    def bars(self) -> dict[str, Rect]:
        """The bar of each cell that has one."""
        found = (mark for mark in self.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAR)
        return {mark.cells[0]: mark for mark in found if mark.cells}

    @cached_property
    def tracks(self) -> tuple[Rect, ...]:
        """The tracks, from top to bottom."""
        found = (mark for mark in self.marks if isinstance(mark, Rect) and mark.role is MarkRole.TRACK)
        return tuple(sorted(found, key=lambda mark: mark.box.top))

    @cached_property
    def numbers(self) -> dict[str, tuple[TextMark, ...]]:
        """The number of each cell that has one printed: its digits, and its sign where that is set by itself."""
        found = dict[str, tuple[TextMark, ...]]()
        for mark in self.texts(MarkRole.VALUE, MarkRole.UNIT):
            if mark.cells:
                found[mark.cells[0]] = (*found.get(mark.cells[0], ()), mark)
        return found

    def texts(self, *roles: MarkRole) -> list[TextMark]:
        """The texts of some roles."""
        return [mark for mark in self.marks if isinstance(mark, TextMark) and mark.role in roles]

    def strokes(self, *roles: MarkRole) -> list[Stroke]:
        """The lines of some roles."""
        return [mark for mark in self.marks if isinstance(mark, Stroke) and mark.role in roles]

    def circles(self, *roles: MarkRole) -> list[Circle]:
        """The circles of some roles."""
        return [mark for mark in self.marks if isinstance(mark, Circle) and mark.role in roles]

    @cached_property
    def whiskers(self) -> dict[str, Stroke]:
        """A line of the interval of each cell that has one."""
        return {mark.cells[0]: mark for mark in self.strokes(MarkRole.WHISKER) if mark.cells}

    def whisker(self) -> Edge | None:
        """The line of intervals, which are taken; None where there is none."""
        self.take(self.strokes(MarkRole.WHISKER))
        return next((Edge(mark.color, mark.width) for mark in self.whiskers.values()), None)

    def whisker_ground(self) -> Edge | None:
        """The clear line below that of intervals, which sets it off against dark bars; None where there is none."""
        below = (mark for mark in self.strokes(MarkRole.WHISKER) if not mark.cells)
        return next((Edge(mark.color, mark.width) for mark in below), None)

    def axis(self) -> Edge | None:
        """The axis, taken where it is one line; None where it is interrupted, or there is none."""
        found = self.strokes(MarkRole.AXIS)
        if len(found) != 1:
            return None
        self.take(found)
        return Edge(found[0].color, found[0].width)

    @property
    def muted(self) -> Paint:
        """The paint of a bar that nothing is said of."""
        ground = self.setting.ground
        return Paint(ground.muted, Edge(ground.muted_edge, self.setting.measures.edge))

    def frame(self, plot: Box) -> Box:
        """The place of a chart of rows: as high as its plot, as wide as the drawing."""
        return Box(self.box.left, plot.top, max(self.box.right, plot.right) - self.box.left, plot.height)

    def take(self, marks: Iterable[Mark]) -> None:
        """These are shown by the chart."""
        self.taken += marks

    # ---------------------------------------------------------------------------------------------------------- points

    def style(self, marks: Sequence[TextMark], text: str, room: Pt) -> Style:
        """How a label is set in one size that is set in two: as wide together, with what room there is beside them."""
        first = marks[0]
        style = Style(first.face, first.size, first.color)
        share = (sum(mark.width for mark in marks) + room) / self.setting.fonts.width(text, style)
        return style.sized(round(min(1.0, share) * first.size * 2) / 2)

    def point(self, value: ChartValue | None, label: PointLabel | None, usual: Paint, *, sign: int = 1) -> Point:
        """The point of a value in the paint of its bar; in the usual one where it has none, of 0 without its edge."""
        share = value.cell.share if value else None
        if value is None or share is None:
            return Point(None, usual, cell=str(value.cell.id) if value else None)
        bar = self.bars.get(str(value.cell.id))
        paint = Paint(bar.fill, bar.edge) if bar else Paint(usual.fill)
        less_than = label.text if label and is_small(share, value.cell.decimals) else None
        more_than = label.text if label and is_nearly_whole(share, value.cell.decimals) else None
        number = sign * printed(share, value.cell.decimals)
        interval = _interval(value.cell) if str(value.cell.id) in self.whiskers else None
        return Point(
            number, paint, label, str(value.cell.id), less_than=less_than, more_than=more_than, interval=interval
        )

    def label(
        self, value: ChartValue | None, place: LabelPlace, *, is_bare: bool = False, room: Pt = 0.0
    ) -> PointLabel | None:
        """The label that a value has in the drawing, which it takes.

        is_bare: without its sign; room: what is free beside it. In the middle of a bar is only what stands in it: a net
        of one answer shows the same number elsewhere.
        """
        marks = self.numbers.get(str(value.cell.id)) if value else None
        if value and marks and place is LabelPlace.MIDDLE:
            bar = self.bars.get(str(value.cell.id))
            marks = tuple(mark for mark in marks if bar and bar.box.left < mark.x + mark.width / 2 < bar.box.right)
        if value is None or value.number is None or value.cell.share is None or not marks:
            return None
        self.take(marks)
        shown = value.number.digits if is_bare else value.number.text
        decimals = value.cell.decimals
        is_bound = is_small(value.cell.share, decimals) or is_nearly_whole(value.cell.share, decimals)
        is_value = not is_bound and decimals == self.chart.decimals
        return PointLabel(self.style(marks, shown, room), place, None if is_value else shown)

    def bar_point(self, value: ChartValue | None, left: Pt, hundred: Pt, usual: Paint) -> Point:
        """The point of a bar to the right, its number behind it or at its end.

        One that makes way for something else is moved as far as in the drawing.
        """
        share = value.cell.share if value else None
        if value is None or share is None:
            return self.point(value, None, usual)
        room = 0.0 if self.chart.reference else self.setting.measures.value_gap - LABEL_GAP
        label, end = self.label(value, LabelPlace.BEHIND, room=room), left + share.drawn * hundred
        if label:
            marks = self.numbers[str(value.cell.id)]
            x = marks[0].x
            off = x - end - self.setting.measures.value_gap
            if x < end:
                right = sum(mark.width for mark in marks) + x
                label = replace(label, place=LabelPlace.AT_END)
                is_free = self.chart.reference or str(value.cell.id) in self.whiskers
                label = label.at(right - (end - LABEL_GAP), 0.0) if is_free else label
            elif self.chart.reference or abs(off) > MOVED:
                label = label.at(x - (end + LABEL_GAP), 0.0)
        return self.point(value, label, usual)


def _interval(cell: Cell) -> tuple[Decimal, Decimal] | None:
    """The ends of an interval, to a hundredth of a percentage point."""
    found = cell.interval
    if found is None:
        return None
    lower, upper = (round_half_up(Decimal(str(end.drawn)), INTERVAL_DIGITS) for end in (found.lower, found.upper))
    return lower, upper


def printed(share: Share, decimals: int) -> Decimal:
    """A share as it is printed; of one that is printed as less or more than something as it is, or what it is below."""
    known = share.percent
    if isinstance(known, Between) and is_small(share, decimals):
        return Decimal(str(known.upper)) / HUNDRED
    if isinstance(known, Between) or is_small(share, decimals) or is_nearly_whole(share, decimals):
        return Decimal(str(round(share.drawn, 6)))
    return round_half_up(known, decimals) / HUNDRED


def plain(number: Decimal) -> str:
    """A number as files hold it, with no more digits than it needs."""
    return f"{number.normalize():f}"


def are_alike(lengths: Sequence[Pt]) -> bool:
    """Whether lengths are the same to the eye."""
    return not lengths or max(lengths) - min(lengths) <= ALIKE + NOISE
