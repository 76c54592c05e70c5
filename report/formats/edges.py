"""One rule for all outputs: nothing that is placed leaves its page."""

from __future__ import annotations

from report.formats.model import Format
from report.units import Box, Pt

TOLERANCE: Pt = 0.01
"""What may pass an edge: the noise of adding lengths."""


def excess(extent: Box, page: Format) -> Pt:
    """How far something reaches over the edges of its page, at the one that it passes furthest; 0.0 on the page."""
    over = max(-extent.left, -extent.top, extent.right - page.width, extent.bottom - page.height)
    return over if over > TOLERANCE else 0.0
