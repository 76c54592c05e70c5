"""The columns of the appendix' tables: which waves a question's table shows, and how wide each column is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.deck import styles
from report.deck.desk import Desk
from report.deck.frames import slack_width, unslacked
from report.language.dates import date_text, year_text
from report.language.numbers import percent
from report.survey.model import Question, Wave
from report.tables.model import Cell, CellState, Table
from report.text.model import Style
from report.units import Pt

SIZE: Pt = styles.SUBTITLE[0].points
PADDING: Pt = 9.0
"""Between a column's edge and its text, but at the table's own edges."""
RING: Pt = 11.0
RING_GAP: Pt = 5.0
LEAST_COLUMN: Pt = 56.0
LEAST_LABELS: Pt = 180.0
NOT_ASKED = "–"


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A question with the waves that have figures.

    heads: what stands above the figures of each wave. columns: their widths, the labels' first. broken_after: columns
    (by index) with a break of comparability on their right side.
    """

    question: Question
    table: Table
    waves: tuple[Wave, ...]
    heads: tuple[str, ...]
    columns: tuple[Pt, ...]
    broken_after: tuple[int, ...]

    @property
    def label_measure(self) -> Pt:
        """How wide the text of a label may be."""
        return unslacked(self.columns[0] - PADDING)

    @property
    def measure(self) -> Pt:
        """How wide a text under the table may be."""
        return unslacked(sum(self.columns))


def plan_table(desk: Desk, question: Question, width: Pt) -> TablePlan | None:
    """The columns of a question's table; None if they leave too little room for the labels."""
    table = desk.briefing.tables.table(question.id)
    waves = shown_waves(desk, table)
    heads = _heads(desk, waves)
    figures = [_column_width(desk, table, wave, head) for wave, head in zip(waves, heads, strict=True)]
    figures[-1] -= PADDING
    labels = width - sum(figures)
    if labels < LEAST_LABELS:
        return None
    return TablePlan(question, table, waves, heads, (labels, *figures), _broken_after(desk, question, waves))


def shown_waves(desk: Desk, table: Table) -> tuple[Wave, ...]:
    """The waves that something was published of, and the current one."""
    survey = desk.briefing.survey
    published = [cell.id.wave for cell in table.cells.values() if cell.state is CellState.PUBLISHED]
    return tuple(wave for wave in survey.waves if wave.id in (survey.wave, *published))


def figure_text(desk: Desk, cell: Cell) -> str:
    """A figure, or what stands in its place; nothing that is missing is ever shown as zero."""
    if cell.share is not None:
        return percent(cell.share, cell.decimals, desk.language).text
    return NOT_ASKED if cell.state is CellState.NOT_ASKED else desk.words.not_published_short


def has_ring(cell: Cell) -> bool:
    """Whether the dashed ring stands before the cell's text."""
    return cell.state not in (CellState.PUBLISHED, CellState.NOT_ASKED)


def figure_style(desk: Desk) -> Style:
    """The type of the figures in a table."""
    return styles.regular(SIZE, desk.theme.paper.text)


def _heads(desk: Desk, waves: Sequence[Wave]) -> tuple[str, ...]:
    """The years; the whole date for waves that share a year."""
    years = [year_text(wave.date, desk.language) for wave in waves]
    dates = [date_text(wave.date, desk.language) for wave in waves]
    return tuple(year if years.count(year) == 1 else date for year, date in zip(years, dates, strict=True))


def _column_width(desk: Desk, table: Table, wave: Wave, head: str) -> Pt:
    style = figure_style(desk)
    cells = [table.cell(answer, wave.id) for answer in table.answers]
    widths = [
        desk.typesetter.width(figure_text(desk, cell), style) + (RING + RING_GAP if has_ring(cell) else 0.0)
        for cell in cells
    ]
    widest = max(*widths, desk.typesetter.width(head, style.bold()))
    return max(LEAST_COLUMN, slack_width(widest) + 2 * PADDING)


def _broken_after(desk: Desk, question: Question, waves: Sequence[Wave]) -> tuple[int, ...]:
    order = [wave.id for wave in desk.briefing.survey.waves]
    ranks = [order.index(wave.id) for wave in waves]
    return tuple(
        column
        for column, (left, right) in enumerate(pairwise(ranks), 1)
        if any(left <= order.index(found.before) and order.index(found.after) <= right for found in question.breaks)
    )
