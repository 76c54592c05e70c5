"""The columns of the appendix' tables: which waves a question's table shows, and how wide each column is."""

from __future__ import annotations

from dataclasses import dataclass

from report.briefing.model.prose import Prose, figure, fixed
from report.deck import styles
from report.deck.desk import Desk
from report.deck.frames import slack_width, unslacked
from report.language.numbers import percent
from report.survey.model import Question
from report.tables.model import Cell, CellState, Column, Table
from report.text.model import Style
from report.units import Pt

NOT_ASKED = "–"


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A question with the waves that have figures.

    widths: those of the columns, the labels' first. label_measure: how wide the text of a label may be.
    """

    question: Question
    table: Table
    columns: tuple[Column, ...]
    widths: tuple[Pt, ...]
    label_measure: Pt

    @property
    def measure(self) -> Pt:
        """How wide a text under the table may be."""
        return unslacked(sum(self.widths))


def plan_table(desk: Desk, question: Question, width: Pt) -> TablePlan | None:
    """The columns of a question's table; None if they leave too little room for the labels."""
    table = desk.briefing.tables.table(question.id)
    columns, measures = shown_columns(table), desk.format.table
    figures = [_column_width(desk, table, column) for column in columns]
    figures[-1] -= measures.padding
    labels = width - sum(figures)
    if labels < measures.least_labels:
        return None
    return TablePlan(question, table, columns, (labels, *figures), unslacked(labels - measures.padding))


def shown_columns(table: Table) -> tuple[Column, ...]:
    """The waves that something was published of, and the current one."""
    shown = (table.total.wave, *table.published_waves)
    return tuple(column for column in table.waves.columns if column.id.wave in shown)


def figure_text(desk: Desk, cell: Cell) -> Prose:
    """A figure, or what stands in its place; nothing that is missing is ever shown as zero."""
    if cell.share is not None:
        text = percent(cell.share, cell.decimals, desk.language).text
        return Prose((figure(cell, text, desk.briefing.survey),))
    return fixed(NOT_ASKED if cell.state is CellState.NOT_ASKED else desk.words.not_published_short)


def has_ring(cell: Cell) -> bool:
    """Whether the dashed ring stands before the cell's text."""
    return cell.state not in (CellState.PUBLISHED, CellState.NOT_ASKED)


def figure_style(desk: Desk) -> Style:
    """The type of the figures in a table."""
    return styles.regular(desk.format.roles.subtitle.size, desk.ground(desk.layouts.table).text)


def _column_width(desk: Desk, table: Table, column: Column) -> Pt:
    style, measures = figure_style(desk), desk.format.table
    cells = [table.cell(answer, column.id) for answer in table.answers]
    widths = [
        desk.typesetter.width(figure_text(desk, cell).text, style)
        + (measures.ring + measures.ring_gap if has_ring(cell) else 0.0)
        for cell in cells
    ]
    widest = max(*widths, desk.typesetter.width(column.label(desk.language), style.bold()))
    return max(measures.least_column, slack_width(widest) + 2 * measures.padding)
