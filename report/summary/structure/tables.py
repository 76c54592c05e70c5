"""Tables of the appendix as elements: whole, however many pages and parts they are laid out in."""

from __future__ import annotations

from collections.abc import Iterator

from report.document.model.tables import Table, TableCell, TableRow
from report.summary.structure.texts import paragraph
from report.tagged_pdf.structure import Element, Scope, Tag


def table_element(table: Table) -> Element:
    """A table as an output says it: caption, heads of its columns, a row an answer.

    The answer mode stands over the labels of the rows. Cells without a text are there all the same.
    """
    return Element(
        Tag.TABLE,
        children=(
            paragraph(table.caption, Tag.CAPTION),
            Element(Tag.THEAD, children=tuple(_head(table))),
            *([Element(Tag.TBODY, children=tuple(_row(row) for row in table.rows))] if table.rows else []),
        ),
    )


def _head(table: Table) -> Iterator[Element]:
    has_groups = bool(table.groups)
    corner = _cell(table.head.label, Scope.COLUMN, rows=2 if has_groups else 1)
    columns = tuple(_cell(cell, Scope.COLUMN) for cell in table.head.cells)
    if has_groups:
        yield Element(Tag.TR, children=(corner, *_groups(table)))
    yield Element(Tag.TR, children=columns if has_groups else (corner, *columns))


def _groups(table: Table) -> Iterator[Element]:
    """The row above the heads: names of groups over their columns, and nothing over the others."""
    groups = {column: group for group in table.groups for column in group.columns}
    number = 0
    while number < len(table.columns):
        group = groups.get(table.columns[number])
        count = len([column for column in table.columns[number:] if group and column in group.columns]) or 1
        yield Element(Tag.TH, group.id, columns=count, scope=Scope.COLUMN) if group else Element(Tag.TD)
        number += count


def _row(row: TableRow) -> Element:
    return Element(Tag.TR, children=(_cell(row.label, Scope.ROW), *(_cell(cell) for cell in row.cells)))


def _cell(cell: TableCell, scope: Scope | None = None, rows: int = 1) -> Element:
    return Element(Tag.TH if scope else Tag.TD, cell.id, scope=scope, rows=rows)
