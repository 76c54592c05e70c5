"""The outlines of an SVG's shapes: lines and cubic Bézier curves, moved and turned as the file says.

Areas are filled by one rule from here on, that of the non-zero winding number: where a file asks for the other, the
contours of an area are turned so that both give the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import radians, tan
from typing import Any

from fontTools.misc.bezierTools import calcCubicBounds
from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path.parser import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from lxml import etree

from report.drawing.model import Contour, Point, Step

MOST_POINTS = 50_000
FARTHEST = 1e7
"""No point of a logo lies so far from where its lengths are counted from."""
_STEP = re.compile(r"\s*(\w+)\s*\(([^()]*)\)\s*,?")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")


class NotDrawnError(Exception):
    """What a file asks for that no logo of ours can have; the text goes on "the drawing has ..."."""


def contours_of(shape: etree._Element, place: Transform) -> tuple[Contour, ...]:
    """The contours of a shape in the place of its group; raises NotDrawnError for what cannot be read."""
    try:
        builder = PathBuilder()
        bare = {str(name): _in_pixels(value) for name, value in shape.attrib.items() if name != "transform"}
        builder.add_path_from_element(etree.Element(etree.QName(shape).localname, bare))
        pen = _Contours(place)
        for path in builder.paths:
            parse_path(path, pen)
    except (ArithmeticError, AssertionError, LookupError, NotImplementedError, TypeError, ValueError) as error:
        raise NotDrawnError("a shape that cannot be read") from error
    if not all(abs(part) < FARTHEST for contour in pen.contours for point in contour.points for part in point):
        raise NotDrawnError("a shape that cannot be read")
    return pen.contours


def _in_pixels(value: str | bytes) -> str:
    """A length without its unit, where that is a pixel, which is what lengths of a drawing are."""
    return re.sub(r"^\s*([-+.\deE]+)px\s*$", r"\1", str(value))


class _Contours(BasePen):  # type: ignore[misc]  # fontTools is not typed
    """Gathers contours; arcs and quadratic curves come as cubic ones."""

    def __init__(self, place: Transform) -> None:
        super().__init__(None)
        self._place = place
        self._drawn = list[tuple[Point, list[Step]]]()
        self._closed = set[int]()
        self._n_points = 0

    @property
    def contours(self) -> tuple[Contour, ...]:
        """Those that have a step at least."""
        numbered = enumerate(self._drawn)
        return tuple(
            Contour(start, tuple(steps), number in self._closed) for number, (start, steps) in numbered if steps
        )

    def _moveTo(self, pt: Point) -> None:  # noqa: N802  # the name that fontTools calls
        self._drawn.append((self._put(pt), []))

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._add((self._put(pt),))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self._add((self._put(pt1), self._put(pt2), self._put(pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self._closed.add(len(self._drawn) - 1)

    def _put(self, point: Point) -> Point:
        x, y = self._place.transformPoint(point)
        return float(x), float(y)

    def _add(self, step: Step) -> None:
        self._n_points += len(step)
        if self._n_points > MOST_POINTS:
            raise NotDrawnError(f"a shape of more than {MOST_POINTS:,} points")
        self._drawn[-1][1].append(step)


def extremes(contour: Contour) -> Iterator[Point]:
    """Points of which no part of a contour lies outside."""
    at = contour.start
    yield at
    for step in contour.steps:
        if len(step) == 3:
            left, top, right, bottom = calcCubicBounds(at, *step)
            yield from ((left, top), (right, bottom))
        at = step[-1]
        yield at


def transform_of(written: str) -> Transform:
    """What a `transform` does; raises NotDrawnError for what is none."""
    made, end = Transform(), 0
    for step in _STEP.finditer(written):
        numbers = [float(number) for number in _NUMBER.findall(step.group(2))]
        change = _CHANGES.get(step.group(1))
        if step.start() != end or change is None:
            break
        try:
            made = made.transform(change(*numbers))
        except (ArithmeticError, TypeError, ValueError):
            break
        end = step.end()
    if written[end:].strip():
        raise NotDrawnError("a transform that cannot be read")
    return made


def _rotated(angle: float, x: float = 0.0, y: float = 0.0) -> Transform:
    return Transform().translate(x, y).rotate(radians(angle)).translate(-x, -y)


def _matrix(a: float, b: float, c: float, d: float, e: float, f: float) -> Sequence[float]:
    return a, b, c, d, e, f


_CHANGES: Mapping[str, Callable[..., Any]] = {
    "matrix": _matrix,
    "translate": lambda x, y=0.0: (1.0, 0.0, 0.0, 1.0, x, y),
    "scale": lambda x, y=None: (x, 0.0, 0.0, x if y is None else y, 0.0, 0.0),
    "rotate": _rotated,
    "skewX": lambda angle: (1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0),
    "skewY": lambda angle: (1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0),
}


# --------------------------------------------------------------------------------------------------------- even and odd


def turned_by_depth(contours: Sequence[Contour]) -> tuple[Contour, ...]:
    """The contours, each turned the other way than the one that it lies in: then holes are holes by either rule."""
    outlines = [_corners(contour) for contour in contours]
    turned = []
    for number, (contour, outline) in enumerate(zip(contours, outlines, strict=True)):
        others = (other for place, other in enumerate(outlines) if place != number)
        is_hole = sum(_holds(other, outline[0]) for other in others) % 2 == 1
        turned.append(contour if (_area(outline) < 0) == is_hole else _reversed(contour))
    return tuple(turned)


PARTS_OF_A_CURVE = 8


def _corners(contour: Contour) -> list[Point]:
    """The contour as a polygon."""
    corners = [contour.start]
    for step in contour.steps:
        if len(step) == 1:
            corners.append(step[0])
            continue
        first, (one, two, last) = corners[-1], step
        for part in range(1, PARTS_OF_A_CURVE + 1):
            t = part / PARTS_OF_A_CURVE
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            points = (first, one, two, last)
            x, y = (sum(w * point[axis] for w, point in zip(weights, points, strict=True)) for axis in (0, 1))
            corners.append((x, y))
    return corners


def _area(corners: Sequence[Point]) -> float:
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs) / 2


def _holds(corners: Sequence[Point], point: Point) -> bool:
    """Whether a point lies within a polygon: a line from it to the right crosses its sides an odd number of times."""
    x, y = point
    is_within = False
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            is_within = not is_within
    return is_within


def _reversed(contour: Contour) -> Contour:
    ends = [contour.start, *(step[-1] for step in contour.steps)]
    steps = [
        (end,) if len(step) == 1 else (step[1], step[0], end)
        for end, step in zip(reversed(ends[:-1]), reversed(contour.steps), strict=True)
    ]
    return Contour(ends[-1], tuple(steps), contour.is_closed)
