"""Tables of the document: what deck and summary show of a question, and which of them shows what."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import field, replace
from itertools import pairwise
from typing import TypeAlias

from report.briefing.model.prose import Fact, Prose
from report.diagnostics import Location
from report.document.model.nodes import Node, Note, Output, Paragraph
from report.frozen import frozen
from report.survey.model import CellId, ColumnId
from report.tables.model import CellState

Concerned: TypeAlias = tuple[tuple[ColumnId, ...], ...]
"""The columns of which something speaks: one of each of these stands where it does; without any all do."""


def concerns(of: Concerned, columns: Container[ColumnId]) -> bool:
    """Whether what speaks of these columns belongs to a table that has those."""
    return all(any(column in columns for column in each) for each in of)


@frozen
class Remark:
    """What is to be known of some columns: a text, or the number of the footnote that tells it."""

    text: Prose
    of: Concerned = ()


@frozen
class TableNote(Note):
    """A note at a table on a slide, and the columns of which it speaks."""

    of: Concerned = ()


@frozen
class TableCell(Node):
    """What stands in one place of a table; `state` is that of the number, None for words; `cell` is where it belongs.

    marks: the numbers of the footnotes that belong to it, in the summary.
    """

    text: Prose
    state: CellState | None = None
    marks: tuple[Remark, ...] = ()
    cell: CellId | None = None

    @property
    def marked(self) -> Prose:
        """The text with its footnote numbers."""
        return Prose((*self.text.runs, *(run for mark in self.marks for run in mark.text.runs)), self.text.location)

    @property
    def numbers(self) -> tuple[Fact, ...]:
        """The numbers of the footnotes that belong to it, each with the id of its note."""
        return tuple(run for mark in self.marks for run in mark.text.runs if isinstance(run, Fact))

    def id_of(self, number: Fact) -> str:
        """The id of one of these numbers."""
        return f"{self.id}/{number.origin}"

    def taking(self, columns: Container[ColumnId]) -> TableCell:
        """The cell in a part of the table that has these columns."""
        return replace(self, marks=tuple(mark for mark in self.marks if concerns(mark.of, columns)))


@frozen
class Sign(Node):
    """What a sign in tables means. state: of the cells that carry it, None for the sign of a break, or of a small base.

    at_bases: the sign that stands at small bases.
    """

    state: CellState | None
    text: Prose
    at_bases: str = ""


@frozen
class TableRow(Node):
    """A row: the label at its left and one cell a column.

    earlier: how the answer read in earlier waves, or that a net was computed, below the label. is_base: it tells how
    many were asked. is_net: it sums up other rows. breaks: columns in which it is not comparable with the one before,
    because the answer itself changed.
    """

    label: TableCell
    earlier: tuple[TableNote, ...]
    cells: tuple[TableCell, ...]
    is_base: bool = False
    is_net: bool = False
    breaks: tuple[int, ...] = ()


@frozen
class ColumnGroup(Node):
    """What stands above neighbouring columns: the name of their segmentation, or that they are of all asked.

    goes_on: whether others of the group come before, in another part of the table.
    """

    text: Prose
    columns: tuple[ColumnId, ...]
    goes_on: bool = False


@frozen
class Table(Node):
    """A question with its shares by one or several banners: head, one row an answer, why columns are not comparable.

    columns: their ids. title: names the question on a slide, caption on a page. mode: how answers were given in the
    survey's own wave; in_other_mode: columns of waves in which they were given in another way. groups: the upper row of
    the head, each over its columns; none where there is one banner alone. head: its label says how answers were given,
    its cells name the columns. notes, reasons: what stands below it on a slide; reasons are why waves are not
    comparable. current: index of the column of the survey's own wave, None if it is not among them. breaks: columns
    that are not comparable with the one before. leaves_out: whether answers without a share have no row, and a note
    names them. location: of the question.
    """

    question: str
    location: Location | None = field(compare=False, repr=False)
    columns: tuple[ColumnId, ...]
    title: Paragraph
    mode: Prose
    in_other_mode: tuple[ColumnId, ...]
    caption: Paragraph
    groups: tuple[ColumnGroup, ...]
    head: TableRow
    rows: tuple[TableRow, ...]
    notes: tuple[TableNote, ...]
    reasons: tuple[TableNote, ...]
    current: int | None = None
    breaks: tuple[int, ...] = ()
    leaves_out: bool = False

    def carries(self, sign: Sign) -> bool:
        """Whether the sign occurs in the table, or in the note on what it leaves out."""
        if self.leaves_out and sign.state is CellState.NOT_PUBLISHED:
            return True
        if sign.at_bases:
            cells = (cell for row in self.rows if row.is_base for cell in row.cells)
            return any(sign.at_bases in cell.text.text for cell in cells)
        if sign.state is None:
            return bool(self.breaks) or any(row.breaks for row in self.rows)
        return any(cell.state is sign.state for row in self.rows for cell in row.cells)

    @property
    def is_segmented(self) -> bool:
        """Whether there are columns of a segmentation, and not waves alone."""
        return not all(column.is_total for column in self.columns)

    @property
    def banners(self) -> tuple[tuple[int, ...], ...]:
        """The columns (by index) of every group, or all of them where there are no groups."""
        return _banners(self.columns, self.groups)

    def banners_of(self, columns: Sequence[int]) -> tuple[tuple[ColumnGroup, tuple[int, ...]], ...]:
        """The groups above some of the columns, each with its columns by their index among these."""
        left = tuple(self.columns[column] for column in columns)
        groups = _groups(left, self.groups)
        return tuple(zip(groups, _banners(left, groups), strict=True)) if groups else ()

    def taking(self, columns: Sequence[int]) -> Table:
        """The table with these of its columns, in order; a break between two of them stays one.

        What is said of columns stands with these alone.
        """
        left, head = tuple(self.columns[column] for column in columns), self.head
        if not any(column in left for column in self.in_other_mode):
            head = replace(head, label=replace(head.label, text=self.mode))

        def taken(row: TableRow) -> TableRow:
            return replace(
                row,
                label=row.label.taking(left),
                earlier=_concerning(row.earlier, left),
                cells=tuple(row.cells[column] for column in columns),
                breaks=_breaks(row.breaks, columns),
            )

        return replace(
            self,
            columns=left,
            groups=_groups(left, self.groups),
            head=taken(head),
            rows=tuple(taken(row) for row in self.rows),
            notes=_concerning(self.notes, left),
            reasons=_concerning(self.reasons, left),
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


def _concerning(notes: Sequence[TableNote], columns: Container[ColumnId]) -> tuple[TableNote, ...]:
    return tuple(note for note in notes if concerns(note.of, columns))


def _banners(columns: tuple[ColumnId, ...], groups: Sequence[ColumnGroup]) -> tuple[tuple[int, ...], ...]:
    if not groups:
        return (tuple(range(len(columns))),)
    return tuple(tuple(columns.index(column) for column in group.columns) for group in groups)


def _groups(columns: Sequence[ColumnId], groups: Sequence[ColumnGroup]) -> tuple[ColumnGroup, ...]:
    """The groups above these columns alone; none if they are all of the plain figures."""
    if all(column.is_total for column in columns):
        return ()
    kept = [(group, tuple(column for column in group.columns if column in columns)) for group in groups]
    return tuple(
        replace(group, columns=left, goes_on=group.goes_on or left[0] != group.columns[0])
        for group, left in kept
        if left
    )


def _breaks(breaks: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    """Where breaks lie once only these columns stand beside each other."""
    neighbours = enumerate(pairwise(columns), start=1)
    return tuple(place for place, (before, after) in neighbours if any(before < found <= after for found in breaks))
