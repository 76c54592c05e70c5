"""A sheet as it is filled, row by row: cells, and how high their texts make the rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from report.units import Pt
from report.workbook.measures import MOST_HEIGHT, Measures
from report.workbook.model import OF_ROWS, Look, SheetCell, TextCell

MEASURE: Pt = 460.0
"""How wide texts run that stand above and below a table."""
ROW_GAP: Pt = 3.0
"""Between the lines of a row and its rules."""
FREE_COLUMN: Pt = 48.0
"""A column beside the table, as wide as a program makes it."""


@dataclass
class Page:
    """The cells of a sheet so far; `row` is the next free one. widths: of its columns, which it may add to."""

    measures: Measures
    widths: list[Pt]
    row: int = 0
    cells: list[SheetCell] = field(default_factory=list)
    heights: dict[int, Pt] = field(default_factory=dict)

    def put(self, cell: SheetCell) -> None:
        """Place a cell in its row, which becomes as high as its text needs."""
        self.cells.append(cell)
        needed = self.measures.line(cell.look)
        if isinstance(cell, TextCell) and cell.text:
            width = sum(self.widths[cell.column : cell.column + cell.across])
            needed = self.measures.height(cell.text, width, cell.look)
        if cell.look in OF_ROWS:
            needed = min(MOST_HEIGHT, needed + ROW_GAP)
        if needed > self.heights.get(cell.row, self.measures.line(Look.TEXT)):
            self.heights[cell.row] = needed

    def text(self, text: str, look: Look, *, column: int = 0, link: str | None = None) -> None:
        """A text in a row of its own, across as many columns as give it a measure to run in."""
        self.put(TextCell(self.row, column, text, look, across=self._across(column), link=link))
        self.row += 1

    def _across(self, column: int) -> int:
        reached = list(accumulate(self.widths[column:]))
        while reached[-1] < MEASURE:
            self.widths.append(FREE_COLUMN)
            reached.append(reached[-1] + FREE_COLUMN)
        return next(number for number, width in enumerate(reached, 1) if width >= MEASURE)
