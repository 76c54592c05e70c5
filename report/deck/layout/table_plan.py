"""How wide the columns of the appendix' tables are: as the figures need, the labels taking what is left."""

from __future__ import annotations

from dataclasses import dataclass

from report.deck import styles
from report.deck.desk import Desk
from report.deck.frames import slack_width, unslacked
from report.document.model.tables import Table, TableCell
from report.tables.model import CellState
from report.text.model import Style
from report.units import Pt


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table with the widths of its columns, the labels' first. label_measure: how wide the text of a label may be."""

    table: Table
    widths: tuple[Pt, ...]
    label_measure: Pt

    @property
    def measure(self) -> Pt:
        """How wide a text under the table may be."""
        return unslacked(sum(self.widths))


def plan_table(desk: Desk, table: Table, width: Pt) -> TablePlan | None:
    """The columns of a table; None if they leave too little room for the labels."""
    measures = desk.format.table
    figures = [_column_width(desk, table, column) for column in range(len(table.columns))]
    figures[-1] -= measures.padding
    labels = width - sum(figures)
    if labels < measures.least_labels:
        return None
    return TablePlan(table, (labels, *figures), unslacked(labels - measures.padding))


def has_ring(cell: TableCell) -> bool:
    """Whether the dashed ring stands before the cell's text."""
    return cell.state is CellState.NOT_PUBLISHED


def figure_style(desk: Desk) -> Style:
    """The type of the figures in a table."""
    return styles.regular(desk.format.roles.subtitle.size, desk.ground(desk.layouts.table).text)


def _column_width(desk: Desk, table: Table, column: int) -> Pt:
    style, measures = figure_style(desk), desk.format.table
    widths = [
        desk.typesetter.width(cell.text.text, style) + (measures.ring + measures.ring_gap if has_ring(cell) else 0.0)
        for cell in (row.cells[column] for row in table.rows)
    ]
    widest = max(*widths, desk.typesetter.width(table.head.cells[column].text.text, style.bold()))
    return max(measures.least_column, slack_width(widest) + 2 * measures.padding)
