"""A picture as a plain list of placed marks: points, y down, from the upper left corner of its box.

A Drawing is complete: a painter reads no font metric, no colour name and no theme. Roles and cell ids on the marks
are for tests, receipts and accessible output, not for painting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, field, replace
from enum import Enum
from typing import TypeAlias

from report.frozen import frozen
from report.text.model import Face
from report.units import Box, Color, Pt


class MarkRole(Enum):
    """What a mark means; a dot is one of a hundred, a point a value.

    Rules, panels and logos are furniture of a page, the last three stand in pictures alone.
    """

    BAR = "bar"
    TRACK = "track"
    DOT = "dot"
    POINT = "point"
    LINE = "line"
    RING = "ring"
    LABEL = "label"
    VALUE = "value"
    UNIT = "unit"
    CHANGE = "change"
    NOTE = "note"
    AXIS = "axis"
    BAND = "band"
    BREAK = "break"
    TICK = "tick"
    WHISKER = "whisker"
    DIFFERENCE = "difference"
    TINT = "tint"
    BRACKET = "bracket"
    LEADER = "leader"
    KEY = "key"
    SWATCH = "swatch"
    STAMP = "stamp"
    RULE = "rule"
    PANEL = "panel"
    LOGO = "logo"
    GROUND = "ground"
    HEADLINE = "headline"
    SOURCE = "source"


class Break(Enum):
    """How a text goes on in its next line: after a blank, without one, or inside a word, behind a hyphen of its own."""

    BLANK = "blank"
    JOINED = "joined"
    DIVIDED = "divided"


Dash: TypeAlias = tuple[Pt, ...]
"""Lengths of strokes and gaps in turn, in points."""


@frozen
class Edge:
    """The outline of a filled mark; the stroke is centred on the outline."""

    color: Color
    width: Pt
    dash: Dash = ()


@frozen
class Rect:
    """A rectangle, filled, edged or both."""

    role: MarkRole
    box: Box
    fill: Color | None = None
    edge: Edge | None = None
    cells: tuple[str, ...] = ()

    @property
    def extent(self) -> Box:
        """The rectangle itself."""
        return self.box

    def moved(self, right: Pt, down: Pt) -> Rect:
        """The same rectangle elsewhere."""
        return replace(self, box=replace(self.box, left=self.box.left + right, top=self.box.top + down))

    def lowered(self, by: Pt) -> Rect:
        """The same rectangle, further down."""
        return self.moved(0.0, by)


@frozen
class Circle:
    """A circle around (x, y)."""

    role: MarkRole
    x: Pt
    y: Pt
    radius: Pt
    fill: Color | None = None
    edge: Edge | None = None
    cells: tuple[str, ...] = ()

    @property
    def extent(self) -> Box:
        """The square around it."""
        return Box(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)

    def moved(self, right: Pt, down: Pt) -> Circle:
        """The same circle elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)

    def lowered(self, by: Pt) -> Circle:
        """The same circle, further down."""
        return self.moved(0.0, by)


@frozen
class Stroke:
    """A straight line with butt ends from (x1, y1) to (x2, y2)."""

    role: MarkRole
    x1: Pt
    y1: Pt
    x2: Pt
    y2: Pt
    color: Color
    width: Pt
    dash: Dash = ()
    cells: tuple[str, ...] = ()

    @property
    def extent(self) -> Box:
        """The rectangle of which it is a side or a diagonal."""
        return Box(min(self.x1, self.x2), min(self.y1, self.y2), abs(self.x2 - self.x1), abs(self.y2 - self.y1))

    def moved(self, right: Pt, down: Pt) -> Stroke:
        """The same line elsewhere."""
        return replace(self, x1=self.x1 + right, x2=self.x2 + right, y1=self.y1 + down, y2=self.y2 + down)

    def lowered(self, by: Pt) -> Stroke:
        """The same line, further down."""
        return self.moved(0.0, by)


@frozen
class Polygon:
    """A filled polygon."""

    role: MarkRole
    points: tuple[tuple[Pt, Pt], ...]
    fill: Color
    cells: tuple[str, ...] = ()

    def moved(self, right: Pt, down: Pt) -> Polygon:
        """The same polygon elsewhere."""
        return replace(self, points=tuple((x + right, y + down) for x, y in self.points))

    def lowered(self, by: Pt) -> Polygon:
        """The same polygon, further down."""
        return self.moved(0.0, by)


Point: TypeAlias = tuple[Pt, Pt]
Step: TypeAlias = tuple[Point] | tuple[Point, Point, Point]
"""From where the step before ends: a line to a point, or a cubic Bézier curve by two others to it."""


@frozen
class Contour:
    """A line of straight and curved steps from a point; `is_closed`: back to it."""

    start: Point
    steps: tuple[Step, ...]
    is_closed: bool = True

    def placed(self, scale: float, right: Pt, down: Pt) -> Contour:
        """The same contour larger or smaller, and elsewhere."""

        def put(step: Step) -> Step:
            return tuple((x * scale + right, y * scale + down) for x, y in step)  # type: ignore[return-value]  # as many

        return replace(self, start=put((self.start,))[0], steps=tuple(put(step) for step in self.steps))

    @property
    def points(self) -> tuple[Point, ...]:
        """All points that it passes or that draw its curves."""
        return (self.start, *(point for step in self.steps for point in step))


@frozen
class Outline:
    """An area of contours that are filled together, by the rule of the non-zero winding number, edged or both."""

    role: MarkRole
    contours: tuple[Contour, ...]
    fill: Color | None = None
    edge: Edge | None = None
    cells: tuple[str, ...] = ()

    @property
    def extent(self) -> Box:
        """The box of all its points, those that draw curves too."""
        xs, ys = zip(*(point for contour in self.contours for point in contour.points), strict=True)
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def placed(self, scale: float, right: Pt, down: Pt) -> Outline:
        """The same outline larger or smaller, and elsewhere."""
        contours = tuple(contour.placed(scale, right, down) for contour in self.contours)
        return replace(self, contours=contours, edge=_scaled(self.edge, scale))

    def moved(self, right: Pt, down: Pt) -> Outline:
        """The same outline elsewhere."""
        return self.placed(1.0, right, down)

    def lowered(self, by: Pt) -> Outline:
        """The same outline, further down."""
        return self.moved(0.0, by)


def _scaled(edge: Edge | None, scale: float) -> Edge | None:
    return replace(edge, width=edge.width * scale) if edge else None


@frozen
class Raster:
    """A picture of pixels that fills a box; content: a PNG, which may let shine through what lies under it."""

    role: MarkRole
    box: Box
    content: bytes = field(repr=False)
    cells: tuple[str, ...] = ()

    @property
    def extent(self) -> Box:
        """The box that it fills."""
        return self.box

    def placed(self, scale: float, right: Pt, down: Pt) -> Raster:
        """The same picture larger or smaller, and elsewhere."""
        box = self.box
        return replace(
            self, box=Box(box.left * scale + right, box.top * scale + down, box.width * scale, box.height * scale)
        )

    def moved(self, right: Pt, down: Pt) -> Raster:
        """The same picture elsewhere."""
        return self.placed(1.0, right, down)

    def lowered(self, by: Pt) -> Raster:
        """The same picture, further down."""
        return self.moved(0.0, by)


@frozen
class TextMark:
    """One run of text: left end `x`, baseline `y`, both in points; `width` is its measured width.

    `text` keeps the characters of the language (U+00A0); painters draw `Fonts.drawn(text)` glyph by glyph at
    unkerned advances plus tracking (a share of the size). follows: on a further line of a text, how it goes on from the
    line before it, whose last mark the mark follows; None where a text begins, and inside a line.
    """

    role: MarkRole
    text: str
    face: Face
    size: Pt
    color: Color
    x: Pt
    y: Pt
    width: Pt
    tracking: float = 0.0
    cells: tuple[str, ...] = ()
    follows: Break | None = None

    def moved(self, right: Pt, down: Pt) -> TextMark:
        """The same text elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)

    def lowered(self, by: Pt) -> TextMark:
        """The same text, further down."""
        return self.moved(0.0, by)


Mark: TypeAlias = Rect | Circle | Stroke | Polygon | Outline | Raster | TextMark


@frozen
class ShownCell:
    """A number in a picture, as its metadata tell it: cell id, question, answer and wave ids, state, text.

    interval: the shares between which it lies at a level of confidence, and this level; None where there is none.
    """

    id: str
    question: str
    answer: str
    wave: str
    state: str
    text: str
    interval: tuple[float, float, float] | None = None

    @property
    def as_plain(self) -> Mapping[str, object]:
        """Its parts by name; nothing of an interval that there is not."""
        plain = {name: value for name, value in asdict(self).items() if name != "interval"}
        ends = ("lower", "upper", "confidence")
        return {**plain, "interval": dict(zip(ends, self.interval, strict=True))} if self.interval else plain


@frozen
class Drawing:
    """A picture laid out at its final size: marks in painting order.

    title and alternative go into the files' metadata; form: what the picture looks like, in words. anchors: the point
    at which a value can be pointed at, by cell id. notes: where the words of each annotation stand (its box as asked
    for, moved to its height), in order.
    hang: the y of the line that the exhibit hangs from, where its first mark begins. Only ascenders, the upper line
    of a label and the stamp stand above it; who places the drawing puts this line where exhibits start.
    overhang: what lies below the exhibit's last mark, room for what descends below a label.
    """

    width: Pt
    height: Pt
    marks: tuple[Mark, ...]
    title: str
    alternative: str
    language: str
    shown: tuple[ShownCell, ...]
    anchors: Mapping[str, tuple[Pt, Pt]] = field(default_factory=dict)
    notes: tuple[Box, ...] = ()
    hang: Pt = 0.0
    overhang: Pt = 0.0
    form: str = ""

    @property
    def exhibit_height(self) -> Pt:
        """The height from the hang line down to the last mark."""
        return self.height - self.hang - self.overhang
