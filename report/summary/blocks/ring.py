"""The sign of what was not published."""

from __future__ import annotations

from report.drawing.model import Edge
from report.formats.page_kinds import RingMeasures
from report.summary.model import Ring
from report.theme.model import Ground
from report.units import Pt


def not_published_ring(x: Pt, baseline: Pt, ring: RingMeasures, ground: Ground) -> Ring:
    """A dashed ring with its centre at `x`, for words on this baseline."""
    return Ring(x, baseline - ring.rise, ring.radius, Edge(ground.soft_text, ring.edge, ring.dash))
