"""The state that the operators of a page work on: where, in what colour, in what font (ISO 32000-1, 8.4 and 9.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from report.pdfs.colours import BLACK
from report.pdfs.fonts import Codes
from report.pdfs.model import Box
from report.pdfs.objects import numbers
from report.presentations.colours import Colour

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def matrix_of(operands: Iterable[Any]) -> Matrix:
    """The matrix of an operator's six numbers; of others the one that changes nothing."""
    parts = numbers(operands)
    return (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) if len(parts) == 6 else IDENTITY


def product(first: Matrix, then: Matrix) -> Matrix:
    """What does the first, and then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a point comes to lie."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: Iterable[Point]) -> Box:
    """The smallest box that holds the points, of which there is at least one."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def corners(left: float, bottom: float, right: float, top: float, matrix: Matrix) -> list[Point]:
    """Where the corners of a rectangle come to lie."""
    return [moved(point, matrix) for point in ((left, bottom), (right, bottom), (right, top), (left, top))]


def is_upright(points: Sequence[Point]) -> bool:
    """Whether four corners are those of a rectangle with level sides."""
    xs, ys = {round(x, 2) for x, _ in points}, {round(y, 2) for _, y in points}
    return len(points) == 4 and len(xs) <= 2 and len(ys) <= 2


@dataclass
class State:
    """What `q` keeps and `Q` brings back. clip: what is painted outside of it is not seen. inks: as the
    operators say them, of what is filled and of strokes, in whatever space of colours.
    """

    matrix: Matrix
    clip: Box
    is_clip_exact: bool = True
    colour: Colour | None = BLACK
    inks: tuple[str, str] = ("0", "0")
    n_parts: int | None = 1
    is_opaque: bool = True
    codes: Codes | None = None
    size: float = 0
    letter_space: float = 0
    word_space: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0
    mode: int = 0

    def kept(self) -> State:
        """A copy that later changes leave as it is."""
        return replace(self)
