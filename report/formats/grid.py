"""What all formats are made of: columns of equal width, and sizes of type. Lengths are points, y down."""

from __future__ import annotations

from report.frozen import frozen
from report.units import Pt


@frozen
class TypeSize:
    """A size of type and the pitch of its lines."""

    size: Pt
    pitch: Pt


@frozen
class Grid:
    """Columns of equal width, counted from 1: `left` of the first one, from the left edge of the page."""

    left: Pt
    column: Pt
    gutter: Pt
    count: int = 12

    def column_left(self, number: int) -> Pt:
        """The left edge of a column."""
        return self.left + (self.column + self.gutter) * (number - 1)

    def columns_width(self, first: int, last: int) -> Pt:
        """From the left edge of one column to the right edge of another."""
        return self.column_left(last) + self.column - self.column_left(first)
