"""A format: how large a page is, where its columns lie, how large its type is. Lengths are points, y down."""

from __future__ import annotations

from dataclasses import dataclass

from report.units import Pt


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A size of type and the pitch of its lines."""

    size: Pt
    pitch: Pt


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Format:
    """A page to lay out on. right: the right margin's x; `right - grid.left` is the measure."""

    name: str
    width: Pt
    height: Pt
    grid: Grid
    right: Pt

    @property
    def measure(self) -> Pt:
        """The width between the margins."""
        return self.right - self.grid.left
