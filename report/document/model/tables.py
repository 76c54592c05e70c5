"""Tables of the document: what deck and summary show of a question, and which of them shows what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from report.briefing.model.prose import Prose
from report.diagnostics import Location
from report.document.model.nodes import Node, Note, Output, Paragraph
from report.survey.model import CellId, ColumnId
from report.tables.model import CellState


@dataclass(frozen=True, slots=True)
class TableCell(Node):
    """What stands in one place of a table; `state` is that of the number, None for words; `cell` is where it belongs.

    marks: the numbers of the footnotes that belong to it, in the summary.
    """

    text: Prose
    state: CellState | None = None
    marks: Prose = field(default=Prose(()))
    cell: CellId | None = None

    @property
    def marked(self) -> Prose:
        """The text with its footnote numbers."""
        return Prose((*self.text.runs, *self.marks.runs), self.text.location)


@dataclass(frozen=True, slots=True)
class Sign(Node):
    """What a sign in tables means. state: of the cells that carry it, None for the sign of a break."""

    state: CellState | None
    text: Prose


@dataclass(frozen=True, slots=True)
class TableRow(Node):
    """A row: the label at its left and one cell a column.

    earlier: how the answer read in earlier waves, or that a net was computed, below the label. is_base: it tells how
    many were asked. is_net: it sums up other rows. breaks: columns in which it is not comparable with the one before,
    because the answer itself changed.
    """

    label: TableCell
    earlier: tuple[Note, ...]
    cells: tuple[TableCell, ...]
    is_base: bool = False
    is_net: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A question with its shares by one banner: head, one row an answer, why columns are not comparable.

    columns: their ids. title: names the question on a slide, and the mode if there is one column alone; caption: on a
    page. head: its label says how answers were given, its cells name the columns. notes: what stands below it on a
    slide. current: index of the column of the survey's own wave, None if it is not among them. breaks: columns that are
    not comparable with the one before. location: of the question.
    """

    question: str
    location: Location | None = field(compare=False, repr=False)
    columns: tuple[ColumnId, ...]
    title: Paragraph
    caption: Paragraph
    head: TableRow
    rows: tuple[TableRow, ...]
    notes: tuple[Note, ...]
    current: int | None = None
    breaks: tuple[int, ...] = ()

    def carries(self, sign: Sign) -> bool:
        """Whether the sign occurs in the table."""
        if sign.state is None:
            return bool(self.breaks) or any(row.breaks for row in self.rows)
        return any(cell.state is sign.state for row in self.rows for cell in row.cells)

    @property
    def is_segmented(self) -> bool:
        """Whether its columns are those of a segmentation, and not waves."""
        return not self.columns[0].is_total

    def taking(self, columns: Sequence[int]) -> Table:
        """The table with these of its columns, in order; a break between two of them stays one."""

        def taken(row: TableRow) -> TableRow:
            cells = tuple(row.cells[column] for column in columns)
            return replace(row, cells=cells, breaks=_breaks(row.breaks, columns))

        return replace(
            self,
            columns=tuple(self.columns[column] for column in columns),
            head=taken(self.head),
            rows=tuple(taken(row) for row in self.rows),
            current=columns.index(self.current) if self.current in columns else None,
            breaks=_breaks(self.breaks, columns),
        )

    def said_in(self, output: Output) -> Table:
        """The table with the rows and columns that an output shows."""
        columns = [number for number, cell in enumerate(self.head.cells) if cell.is_said_in(output)]
        whole = self if len(columns) == len(self.columns) else self.taking(columns)
        return replace(whole, rows=tuple(row for row in whole.rows if row.is_said_in(output)))


def occurring(signs: Sequence[Sign], tables: Sequence[Table]) -> tuple[Prose, ...]:
    """What the signs mean that one of the tables carries."""
    return tuple(sign.text for sign in signs if any(table.carries(sign) for table in tables))


def _breaks(breaks: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    """Where breaks lie once only these columns stand beside each other."""
    neighbours = enumerate(pairwise(columns), start=1)
    return tuple(place for place, (before, after) in neighbours if any(before < found <= after for found in breaks))
