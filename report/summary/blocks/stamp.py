"""Stamps: what a reader must not miss, framed in the contrast colour."""

from __future__ import annotations

from collections.abc import Sequence

from report.drawing.model import Edge
from report.summary.grid import TypeRole
from report.summary.model import Item, Panel, PlacedLine
from report.text.model import Line
from report.units import Box, Pt

PADDING: Pt = 4.0
ABOVE: Pt = 9.5
"""From the first baseline up to the frame."""
BELOW: Pt = 4.0
"""From the last baseline down to the frame."""


def stamp_width(lines: Sequence[Line]) -> Pt:
    """The width of the frame around these lines."""
    return max(line.width for line in lines) + 2 * PADDING


def place_stamp(node: str | None, lines: Sequence[Line], role: TypeRole, *, left: Pt, first: Pt) -> list[Item]:
    """The lines in their frame, whose left edge is `left`; `first` is the first baseline."""
    frame = Box(left, first - ABOVE, stamp_width(lines), ABOVE + (len(lines) - 1) * role.pitch + BELOW)
    return [
        Panel(frame, edge=Edge(role.style.color, 0.75)),
        *(PlacedLine(node, left + PADDING, first + number * role.pitch, line) for number, line in enumerate(lines)),
    ]
