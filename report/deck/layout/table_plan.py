"""The columns of the appendix' tables: which of a table stand side by side, and how wide each of them is.

What has no room beside the labels goes on in a further part: as few parts as can be, and in them heads of as few lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from report.briefing.model.prose import Prose
from report.deck import styles
from report.deck.desk import Desk
from report.deck.model import PlacedParagraph
from report.deck.text_boxes import paragraph, slack_width, unslacked
from report.document.model.tables import Table, TableCell
from report.tables.model import CellState, in_parts
from report.text.measuring import one_line
from report.text.model import Line, Style
from report.typesetting.places import Breaking, Place
from report.units import Pt

MOST_HEAD_LINES = 4
MOST_LINES_OF_WIDEST = 8
"""Of a segmentation's name that takes more than `MOST_HEAD_LINES` of whole words even where it is as wide as may be."""
FINENESS = 1 / 80
"""How closely the narrowest measure of a head is sought, as a share of the widest."""
WANTED_LABEL_LINES = 3
FILLED_LINES = 1.15
"""How much wider than its share of a text a line has to be, since no line is full."""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Columns of a table that stand side by side, with their heads in lines.

    widths: of the columns, the labels' first. label_measure: how wide the text of a label may be.
    """

    table: Table
    heads: tuple[PlacedParagraph, ...]
    widths: tuple[Pt, ...]
    label_measure: Pt

    @property
    def measure(self) -> Pt:
        """How wide a text under the table may be."""
        return unslacked(sum(self.widths))


@dataclass(frozen=True, slots=True)
class _Column:
    """A head in lines, and the width that head and figures need."""

    head: PlacedParagraph
    width: Pt


class Planner:
    """Plans the tables of one deck; the heads of segmentations, which questions share, are broken once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._heads: dict[tuple[str, int, Pt, bool], PlacedParagraph | None] = {}

    def parts(self, table: Table, width: Pt) -> list[TablePlan]:
        """The table in parts of that width; labels that have no room even beside single columns are narrower.

        Heads are torn within "18 to 34" only where the table would have to be divided otherwise.
        """
        least, ways = self._least_labels(table), product((False, True), _head_lines(table))
        wanted = [self._columns(table, most, may_tear=may_tear) for may_tear, most in ways]
        plans: list[TablePlan] = []
        for parts in range(1, len(table.columns) + 1):
            for columns in (found for found in wanted if found):
                groups = in_parts(range(len(columns)), parts)
                plans = [self._plan(table, group, [columns[each] for each in group], width) for group in groups]
                if all(plan.widths[0] >= least for plan in plans):
                    return plans
        return plans

    def _plan(self, table: Table, group: Sequence[int], columns: Sequence[_Column], width: Pt) -> TablePlan:
        """The last column ends without padding, the labels take what is left."""
        padding, figures = self._desk.format.table.padding, [column.width for column in columns]
        figures[-1] -= padding
        labels = width - sum(figures)
        heads = tuple(column.head for column in columns)
        return TablePlan(table.taking(group), heads, (labels, *figures), unslacked(labels - padding))

    def _least_labels(self, table: Table) -> Pt:
        """The room for labels: beside segments, of which there may be many, the longest takes about three lines."""
        measures = self._desk.format.table
        if not table.is_segmented:
            return measures.least_labels
        labels = [row.label.text.text for row in table.rows if not row.is_base]
        words = max((self._width(word) for label in labels for word in label.split()), default=0.0)
        lines = FILLED_LINES * max(self._width(label) for label in labels) / WANTED_LABEL_LINES
        return max(measures.least_labels, slack_width(max(words, lines)) + measures.padding)

    def _columns(self, table: Table, most: int, *, may_tear: bool) -> list[_Column] | None:
        """The columns with heads of at most so many lines; None if one of them needs more."""
        measures, columns = self._desk.format.table, list[_Column]()
        for number, cell in enumerate(table.head.cells):
            figures = max(self._figure_width(row.cells[number]) for row in table.rows)
            least = max(unslacked(measures.least_column - 2 * measures.padding), figures)
            head = (
                self._head(cell.text, most, least, may_tear=may_tear) if table.is_segmented else self._date(cell.text)
            )
            if head is None:
                return None
            widest = max(figures, *(line.width for line in head.lines))
            columns.append(_Column(head, max(measures.least_column, slack_width(widest) + 2 * measures.padding)))
        return columns

    def _figure_width(self, cell: TableCell) -> Pt:
        measures = self._desk.format.table
        return self._width(cell.text.text) + (measures.ring + measures.ring_gap if has_ring(cell) else 0.0)

    def _width(self, text: str) -> Pt:
        return self._desk.typesetter.width(text, figure_style(self._desk))

    # ---------------------------------------------------------------------------------------------------------- heads

    def _date(self, text: Prose) -> PlacedParagraph:
        line = one_line(text.spans(self._style), self._desk.fonts)
        return PlacedParagraph((line,), self._desk.format.roles.subtitle.pitch)

    def _head(self, name: Prose, most: int, least: Pt, *, may_tear: bool) -> PlacedParagraph | None:
        """A name in at most so many lines, no wider than these need or `least`; None if it needs more lines."""
        key = (name.text, most, least, may_tear)
        if key not in self._heads:
            self._heads[key] = self._narrowest(name, most, least, may_tear=may_tear)
        return self._heads[key]

    def _narrowest(self, name: Prose, most: int, least: Pt, *, may_tear: bool) -> PlacedParagraph | None:
        """Whole words, unless no more lines are tried."""
        widest = self._desk.format.table.widest_head
        lines = self._whole_words(name, widest, most, may_tear=may_tear)
        if lines is None and most < MOST_HEAD_LINES:
            return None
        if lines is None:
            return paragraph(self._desk.typesetter.fit(name, self._style, self._place(widest, MOST_LINES_OF_WIDEST)))
        narrow, wide, fineness = least - widest * FINENESS, widest, widest * FINENESS
        while wide - narrow > fineness:
            middle = (narrow + wide) / 2
            found = self._whole_words(name, max(middle, least), most, may_tear=may_tear)
            narrow, wide, lines = (narrow, middle, found) if found else (middle, wide, lines)
        return PlacedParagraph(lines, self._desk.format.roles.subtitle.pitch)

    def _whole_words(self, name: Prose, measure: Pt, most: int, *, may_tear: bool) -> tuple[Line, ...] | None:
        lines = self._desk.typesetter.broken(name, self._style, self._place(measure, most))
        is_whole = all(line.is_whole or (may_tear and not line.is_divided) for line in lines)
        has_room = is_whole and len(lines) <= most and all(line.width <= measure for line in lines)
        return lines if has_room else None

    def _place(self, measure: Pt, most: int) -> Place:
        role = self._desk.format.roles.subtitle
        return Place("head of a column", measure, (role,), most, breaking=Breaking.BALANCED)

    @property
    def _style(self) -> Style:
        return figure_style(self._desk).bold()


def _head_lines(table: Table) -> range:
    """In how many lines the heads of a table may stand: dates in one."""
    return range(1, MOST_HEAD_LINES + 1) if table.is_segmented else range(1, 2)


def has_ring(cell: TableCell) -> bool:
    """Whether the dashed ring stands before the cell's text."""
    return cell.state is CellState.NOT_PUBLISHED


def figure_style(desk: Desk) -> Style:
    """The type of the figures in a table."""
    return styles.regular(desk.format.roles.subtitle.size, desk.ground(desk.layouts.table).text)
