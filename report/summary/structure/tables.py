"""Tables of the appendix as elements: whole, however many pages and parts they are laid out in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.document.model.tables import Table, TableCell, TableRow
from report.summary.structure.texts import paragraph
from report.tagged_pdf.structure import Element, Scope, Tag


def first_numbers(tables: Sequence[Table]) -> dict[str, tuple[str, str]]:
    """By footnote the id of the first number that leads to it, and what that stands behind."""
    found: dict[str, tuple[str, str]] = {}
    for table in tables:
        for label in (row.label for row in (table.head, *table.rows)):
            for number in label.numbers:
                name = f"{table.caption.text.text}: {label.text.text}"
                found.setdefault(number.origin, (label.id_of(number), name))
    return found


def table_element(table: Table, notes: Mapping[str, str]) -> Element:
    """A table as an output says it: caption, heads of its columns, a row an answer.

    The answer mode heads the labels of the rows. Cells without a text are there all the same. notes: what footnotes
    say, by their ids; the numbers behind labels lead to them.
    """
    return Element(
        Tag.TABLE,
        children=(
            paragraph(table.caption, Tag.CAPTION),
            Element(Tag.THEAD, children=tuple(_head(table, notes))),
            *([Element(Tag.TBODY, children=tuple(_row(row, notes) for row in table.rows))] if table.rows else []),
        ),
    )


def _head(table: Table, notes: Mapping[str, str]) -> Iterator[Element]:
    has_groups = bool(table.groups)
    corner = _label(table.head.label, Scope.COLUMN, notes, rows=2 if has_groups else 1)
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


def _row(row: TableRow, notes: Mapping[str, str]) -> Element:
    return Element(Tag.TR, children=(_label(row.label, Scope.ROW, notes), *(_cell(cell) for cell in row.cells)))


def _label(cell: TableCell, scope: Scope, notes: Mapping[str, str], rows: int = 1) -> Element:
    """A head with the numbers behind it, each of which leads to its footnote."""
    numbers = dict.fromkeys((cell.id_of(number), number.origin) for number in cell.numbers)
    links = tuple(Element(Tag.LINK, id, alt=notes[note], target=f"#{note}") for id, note in numbers)
    return Element(Tag.TH, cell.id, links, scope=scope, rows=rows)


def _cell(cell: TableCell, scope: Scope | None = None) -> Element:
    return Element(Tag.TH if scope else Tag.TD, cell.id, scope=scope)
