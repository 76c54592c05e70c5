"""Text as shapes: the outline of every glyph and where it stands in its run, for painters that embed no font.

Everything is in font units (`Fonts.units_per_em` to the size), x from the left end of the run, y upwards from the
baseline; a painter scales and moves, nothing else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from fontTools.pens.basePen import BasePen

from report.frozen import frozen
from report.text.fonts import Fonts
from report.text.model import Face

Point: TypeAlias = tuple[float, float]

Contour: TypeAlias = tuple[tuple[Point, ...], ...]
"""A closed curve, step by step: the start point alone, then an end (a straight line) or control and end (a quadratic
curve). The last step leads back to the start, or a straight line closes the contour."""


@frozen
class PlacedGlyph:
    """One character of a run as it is drawn (`Fonts.drawn`) and the x of its origin."""

    char: str
    x: float


def placed_glyphs(text: str, face: Face, tracking: float, fonts: Fonts) -> tuple[PlacedGlyph, ...]:
    """The glyphs of a run at unkerned advances; `tracking`, a share of the size, stands between neighbours."""
    gap, x, placed = tracking * fonts.units_per_em(face), 0.0, []
    for char in fonts.drawn(text):
        placed.append(PlacedGlyph(char, x))
        x += fonts.advance(char, face) + gap
    return tuple(placed)


@lru_cache(maxsize=2048)
def glyph_contours(fonts: Fonts, face: Face, char: str) -> tuple[Contour, ...]:
    """The outline of one character as it is drawn.

    Empty for what leaves no mark (a space); the empty box for a character without a glyph.
    """
    font = fonts.opened(face)
    glyphs = font.getGlyphSet()
    pen = _ContourPen(glyphs)
    glyphs[font.getBestCmap().get(ord(char), ".notdef")].draw(pen)
    return tuple(tuple(steps) for steps in pen.contours)


class _ContourPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Collects contours; composite glyphs and implied points are resolved by the base class."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.contours: list[list[tuple[Point, ...]]] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802  # the name that fontTools calls
        self.contours.append([(point,)])

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.contours[-1].append((point,))

    def _qCurveToOne(self, control: Point, end: Point) -> None:  # noqa: N802
        self.contours[-1].append((control, end))
