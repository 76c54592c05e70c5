"""The sign of what was not published."""

from __future__ import annotations

from report.drawing.model import Edge
from report.summary.model import Ring
from report.theme.model import Ground
from report.units import Pt

RING_RADIUS: Pt = 3.8
RING_RISE: Pt = 3.3
"""From the baseline of the words up to the centre of the ring beside them."""


def not_published_ring(x: Pt, baseline: Pt, ground: Ground) -> Ring:
    """A dashed ring with its centre at `x`, for words on this baseline."""
    return Ring(x, baseline - RING_RISE, RING_RADIUS, Edge(ground.soft_text, 0.9, (1.7, 1.3)))
