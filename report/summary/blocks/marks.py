"""The numbers of footnotes behind the texts of a table, and what of a table that goes on was told before."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from report.document.model.tables import Table, TableCell
from report.frozen import frozen
from report.summary.model import PlacedLine, PlacedPart
from report.survey.model import ColumnId


@frozen
class Told:
    """What earlier columns of a table told: the ids of columns, of groups of them, of numbers that lead to footnotes.

    The name of a group may stand for the first time above columns that repeat, and so may the number of a note behind
    a label that does.
    """

    columns: frozenset[ColumnId] = frozenset()
    groups: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    def with_all_of(self, part: Table) -> Told:
        """The same with all that a part of the table tells."""
        return Told(
            self.columns.union(part.columns),
            self.groups.union(group.id for group in part.groups),
            self.numbers.union(numbers_in(part)),
        )


def numbers_in(table: Table) -> frozenset[str]:
    """The ids of all numbers in a table that lead to footnotes."""
    cells = (row.label for row in (table.head, *table.rows))
    return frozenset(cell.id_of(number) for cell in cells for number in cell.numbers)


def leading(lines: Sequence[PlacedLine], cell: TableCell, told: Container[str]) -> list[PlacedLine]:
    """The lines of a cell, the numbers at its end as parts of their own; told: those that are not, for they repeat."""
    made, last = [*lines], len(lines) - 1
    stop = len(made[last].line.text) if made else 0
    for number in reversed(cell.numbers):
        before = made[last].line.text[:stop].rstrip()
        if not before.endswith(number.text) and last:  # it stands on a line before
            last -= 1
            before = made[last].line.text.rstrip()
        start, stop = len(before) - len(number.text), len(before)
        if (id := cell.id_of(number)) not in told:
            made[last] = replace(made[last], parts=(PlacedPart(id, start, stop), *made[last].parts))
        stop = start
    return made
