"""Stamps: what a reader must not miss, framed in the contrast colour."""

from __future__ import annotations

from collections.abc import Sequence

from report.drawing.model import Edge, MarkRole, Rect
from report.formats.page_kinds import StampMeasures
from report.summary.blocks.piece import stacked
from report.summary.model import Item
from report.summary.typography import TypeRole
from report.text.model import Line
from report.units import Box, Pt


def stamp_width(lines: Sequence[Line], stamp: StampMeasures) -> Pt:
    """The width of the frame around these lines."""
    return max(line.width for line in lines) + 2 * stamp.padding


def place_stamp(
    node: str | None, lines: Sequence[Line], role: TypeRole, stamp: StampMeasures, *, left: Pt, first: Pt
) -> list[Item]:
    """The lines in their frame, whose left edge is `left`; `first` is the first baseline."""
    height = stamp.above + (len(lines) - 1) * role.pitch + stamp.below
    frame = Box(left, first - stamp.above, stamp_width(lines, stamp), height)
    return [
        Rect(MarkRole.STAMP, frame, edge=Edge(role.style.color, stamp.edge)),
        *stacked(node, lines, left + stamp.padding, first, role.pitch),
    ]
