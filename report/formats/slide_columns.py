"""The columns of a slide that charts stand on.

    0        222            577.6  592 604             873.6     from the left margin, 43.2
    |columns  | columns 4-8     |   |   | words of annotations
    |1-3      | 100 %           |   hairline of brackets, on column 9

Source: docs/visual-language.md, "Grid" and "Type".
"""

from __future__ import annotations

from report.formats.grid import Grid, TypeSize
from report.frozen import frozen
from report.units import Pt

LABEL, SMALL_LABEL = TypeSize(18.0, 20.5), TypeSize(16.0, 17.5)
HUNDRED_COLUMNS = (4, 8)
"""The columns that 100 % is as long as."""


@frozen
class SlideColumns:
    """The columns of a slide `factor` times as high as the house's, x measured from the left margin.

    words_gap: from the hairline along words of annotations to them.
    """

    grid: Grid
    factor: float
    words_gap: Pt

    def left(self, number: int) -> Pt:
        """The left edge of a column."""
        return self.grid.column_left(number)

    def width(self, first: int, last: int) -> Pt:
        """From the left edge of one column to the right edge of another."""
        return self.grid.columns_width(first, last)

    @property
    def whole(self) -> Pt:
        """The width of all columns."""
        return self.width(1, self.grid.count)

    @property
    def hundred(self) -> Pt:
        """The length of 100 %."""
        return self.width(*HUNDRED_COLUMNS)

    @property
    def words_left(self) -> Pt:
        """Where words of annotations begin."""
        return self.left(HUNDRED_COLUMNS[1] + 1) + self.words_gap
