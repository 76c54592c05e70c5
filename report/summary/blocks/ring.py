"""The sign of what was not published."""

from __future__ import annotations

from report.drawing.model import Circle, Edge, MarkRole
from report.formats.page_kinds import RingMeasures
from report.theme.model import Ground
from report.units import Pt


def not_published_ring(x: Pt, baseline: Pt, ring: RingMeasures, ground: Ground) -> Circle:
    """A dashed ring with its centre at `x`, for words on this baseline."""
    edge = Edge(ground.soft_text, ring.edge, ring.dash)
    return Circle(MarkRole.RING, x, baseline - ring.rise, ring.radius, edge=edge)
