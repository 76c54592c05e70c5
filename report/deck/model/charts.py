"""A chart as PowerPoint knows it: a table of numbers, and how its rows and columns are drawn.

What is not said here PowerPoint decides: how labels are broken, and where exactly they stand.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import Enum

from report.drawing.model import Edge, Mark
from report.frozen import frozen
from report.text.model import Style
from report.units import Box, Color, Pt

MOVED: Pt = 2.0
"""How far from its usual place a label stands that is moved, at least."""


class Flow(Enum):
    """Which way values run, by the names of DrawingML: bars to the right, columns upwards; a line upwards too."""

    BARS = "bar"
    COLUMNS = "col"
    LINE = "line"


class LabelPlace(Enum):
    """Where the label of a point stands, by the names of DrawingML."""

    BEHIND = "outEnd"
    AT_END = "inEnd"
    MIDDLE = "ctr"
    LEFT = "l"
    RIGHT = "r"


@frozen
class PointLabel:
    """The label of a point. text: what it says where that is not the value. moved: from the place, right and down."""

    style: Style
    place: LabelPlace
    text: str | None = None
    moved: tuple[Pt, Pt] | None = None

    def at(self, right: Pt, down: Pt) -> PointLabel:
        """The label so far from its place; one that is hardly moved stays."""
        return replace(self, moved=(right, down)) if max(abs(right), abs(down)) > MOVED else self


@frozen
class Paint:
    """Fill and outline of a bar; of a line its dot and itself, None where it does not lead to this point."""

    fill: Color | None
    edge: Edge | None = None


@frozen
class Point:
    """A number as it is printed, None where there is none; its paint and label, and the id of its cell.

    dot: the diameter of the mark that a line has there. less_than: how it is printed, where that is less than
    something; of a share of which no more is known the number is what it is less than. more_than: the same of what is
    printed as more than something. interval: between which numbers it lies, drawn as an error bar.
    """

    value: Decimal | None
    paint: Paint
    label: PointLabel | None = None
    cell: str | None = None
    dot: Pt = 0.0
    less_than: str | None = None
    more_than: str | None = None
    interval: tuple[Decimal, Decimal] | None = None

    @property
    def below(self) -> Decimal | None:
        """How far its interval reaches below it."""
        return None if self.interval is None or self.value is None else max(self.value - self.interval[0], Decimal(0))

    @property
    def above(self) -> Decimal | None:
        """How far its interval reaches above it."""
        return None if self.interval is None or self.value is None else max(self.interval[1] - self.value, Decimal(0))


@frozen
class Day:
    """A day as Excel counts it, and the format that shows as much of it as is known."""

    number: int
    format: str


@frozen
class Series:
    """A column of the table: what stands above it, and a point a row."""

    name: str
    points: tuple[Point, ...]

    @property
    def has_texts(self) -> bool:
        """Whether a label says something else than its value."""
        return any(point.label and point.label.text for point in self.points)

    @property
    def has_intervals(self) -> bool:
        """Whether a point has an interval."""
        return any(point.interval for point in self.points)


@frozen
class NativeChart:
    """The table and how it is drawn.

    sheet: what the table is called; corner: what stands above its rows. categories: what these are called; days: where
    they lie in time, where the distances between them are those of days. series: the columns of the table from left to
    right; painted: their places in it in the order in which they are painted, or lie end to end. frame: the place of
    the chart on its slide, plot: that of its bars.
    is_stacked: bars lie end to end, else side by side. overlap: of bars side by side, 1 where they lie on each other,
    below 0 where they are apart; gap: between two rows; both against the thickness of a bar. least, most: what the
    plot spans. label: of the categories, None where the slide has them. axis: what bars begin at; whisker: the line of
    intervals, whisker_ground: the clear one below it. cell_format, label_format: how numbers are written in the table
    and in labels.
    """

    sheet: str
    corner: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    painted: tuple[int, ...]
    flow: Flow
    frame: Box
    plot: Box
    gap: float
    cell_format: str
    label_format: str
    most: float = 1.0
    least: float = 0.0
    overlap: float = 0.0
    is_stacked: bool = False
    label: Style | None = None
    axis: Edge | None = None
    whisker: Edge | None = None
    whisker_ground: Edge | None = None
    days: tuple[Day, ...] = ()


@frozen
class Native:
    """A native chart, and the marks of the drawing that it shows by itself."""

    chart: NativeChart
    taken: frozenset[Mark]
