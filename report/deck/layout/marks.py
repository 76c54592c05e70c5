"""Rules and rings on slides, as the drawing's own marks; decorative, because words beside them say the same."""

from __future__ import annotations

from report.deck.desk import Desk
from report.deck.model import PlacedMark
from report.drawing.model import Circle, Dash, Edge, MarkRole, Stroke
from report.units import Color, Pt

RING_WIDTH: Pt = 1.0
RING_DASH: Dash = (2.4, 1.8)


def rule(desk: Desk, left: Pt, right: Pt, y: Pt, color: Color) -> PlacedMark:
    """A horizontal rule."""
    return PlacedMark("rule", Stroke(MarkRole.RULE, left, y, right, y, color, desk.format.frame.rule))


def ring(left: Pt, middle: Pt, size: Pt, color: Color) -> PlacedMark:
    """The dashed ring of what was not published, `size` points high with its stroke."""
    edge = Edge(color, RING_WIDTH, RING_DASH)
    circle = Circle(MarkRole.RING, left + size / 2, middle, (size - RING_WIDTH) / 2, edge=edge)
    return PlacedMark("ring", circle)


def break_stroke(x: Pt, slant: Pt, *, bottom: Pt, top: Pt, color: Color, width: Pt) -> PlacedMark:
    """One of the two slanted strokes between columns that are not comparable; it leans `slant` points either way."""
    return PlacedMark("not comparable", Stroke(MarkRole.BREAK, x - slant, bottom, x + slant, top, color, width))
