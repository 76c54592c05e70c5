"""The signs that always look the same: a dashed ring for what was not published, two strokes for a break."""

from __future__ import annotations

from math import pi

from report.drawing.model import Circle, Edge, MarkRole, Stroke
from report.formats.signs import BreakSign
from report.units import Color, Pt

RING_DASHES = 11
RING_ON = 3.0 / 5.4
"""The stroke's share of a dash and the gap behind it."""


def ring(x: Pt, y: Pt, diameter: Pt, stroke: Pt, *, color: Color, cells: tuple[str, ...] = ()) -> Circle:
    """The dashed ring around (x, y), `diameter` across its outside; the dashes close without a seam."""
    radius = (diameter - stroke) / 2
    period = 2 * pi * radius / RING_DASHES
    on = RING_ON * period
    return Circle(MarkRole.RING, x, y, radius, edge=Edge(color, stroke, (on, period - on)), cells=cells)


def break_sign(x: Pt, y: Pt, color: Color, sign: BreakSign) -> tuple[Stroke, Stroke]:
    """The two slanted strokes around (x, y)."""
    height, slant = sign.height / 2, sign.slant / 2
    left, right = x - sign.gap / 2, x + sign.gap / 2
    return (
        Stroke(MarkRole.BREAK, left - slant, y + height, left + slant, y - height, color, sign.stroke),
        Stroke(MarkRole.BREAK, right - slant, y + height, right + slant, y - height, color, sign.stroke),
    )
