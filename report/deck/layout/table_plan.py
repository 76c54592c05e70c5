"""The columns of the appendix' tables: which of a table stand side by side, and how wide each of them is.

What has no room beside the labels goes on in a further part: as few parts as can be, and in them heads of as few lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from report.briefing.model.prose import Prose
from report.deck import styles
from report.deck.desk import Desk
from report.deck.model import PlacedParagraph
from report.deck.text_boxes import paragraph, slack_width, unslacked
from report.document.model.tables import Table, TableCell
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.tables.model import CellState, in_groups
from report.text.measuring import one_line
from report.text.model import Line, Style
from report.typesetting.places import Breaking, Place
from report.units import Pt

MOST_HEAD_LINES = 4
MOST_LINES_OF_WIDEST = 8
"""Of a segmentation's name that takes more than `MOST_HEAD_LINES` of whole words even where it is as wide as may be."""
MOST_GROUP_LINES = 2
"""Of a segmentation's name above its columns, if these can be widened for it."""
FINENESS = 1 / 80
"""How closely the narrowest measure of a head is sought, as a share of the widest."""
WANTED_LABEL_LINES = 3
FILLED_LINES = 1.15
"""How much wider than its share of a text a line has to be, since no line is full."""


@frozen
class TablePlan:
    """Columns of a table that stand side by side, with their heads in lines.

    groups: the names above the columns of each banner, if there are several. widths: of the columns, the labels' first.
    padding: beside the text of a column. label_measure: how wide the text of a label may be.
    """

    table: Table
    groups: tuple[PlacedParagraph, ...]
    heads: tuple[PlacedParagraph, ...]
    widths: tuple[Pt, ...]
    padding: Pt
    label_measure: Pt

    @property
    def measure(self) -> Pt:
        """How wide a text under the table may be."""
        return unslacked(sum(self.widths))


@frozen
class _Column:
    """A head in lines, and the width that head and figures need."""

    head: PlacedParagraph
    width: Pt


@frozen
class _Beside:
    """Columns (by index) that stand side by side: the names of their groups and their own in lines; their widths."""

    run: tuple[int, ...]
    groups: tuple[PlacedParagraph, ...]
    heads: tuple[PlacedParagraph, ...]
    widths: tuple[Pt, ...]


class Planner:
    """Plans the tables of one deck; the heads of segmentations, which questions share, are broken once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._heads: dict[tuple[str, int, Pt, bool], PlacedParagraph | None] = {}

    def choices(self, table: Table, width: Pt) -> Iterator[list[TablePlan]]:
        """The ways to set the table in parts of that width, the better ones first.

        Columns stand as far apart as usual; of groups also closer, and each group by itself. Heads are torn within
        "18 to 34" only where the table would have to be divided otherwise.
        """
        measures = self._desk.format.table
        paddings = (measures.padding, measures.tight_padding) if table.groups else (measures.padding,)
        for may_tear, padding in product((False, True), paddings):
            yield self._parts(table, width, padding, may_tear=may_tear)
        if table.groups:
            alone = (self._parts(table.taking(each), width, measures.padding, may_tear=True) for each in table.banners)
            yield [plan for plans in alone for plan in plans]

    def _parts(self, table: Table, width: Pt, padding: Pt, *, may_tear: bool) -> list[TablePlan]:
        """Columns of one group stand together; labels without room even beside single columns are narrower."""
        least, figures = self._least_labels(table, padding), self._figure_widths(table)
        ways = (self._columns(table, figures, most, padding, may_tear=may_tear) for most in _head_lines(table))
        wanted = [columns for columns in ways if columns]

        def has_room(run: Sequence[int], columns: Sequence[_Column]) -> bool:
            return sum(self._beside(table, run, columns, padding).widths) - padding <= width - least

        runs = in_groups(table.banners, lambda run: any(has_room(run, columns) for columns in wanted))
        lowest = (columns for columns in wanted if all(has_room(run, columns) for run in runs))
        columns = next(lowest, wanted[-1])
        return [self._plan(table, self._beside(table, run, columns, padding), width, padding) for run in runs]

    def _plan(self, table: Table, beside: _Beside, width: Pt, padding: Pt) -> TablePlan:
        """The last column ends without padding, the labels take what is left."""
        figures = [*beside.widths]
        figures[-1] -= padding
        labels = width - sum(figures)
        taken, measure = table.taking(beside.run), unslacked(labels - padding)
        return TablePlan(taken, beside.groups, beside.heads, (labels, *figures), padding, measure)

    def _beside(self, table: Table, run: Sequence[int], columns: Sequence[_Column], padding: Pt) -> _Beside:
        """Columns side by side, each group of them as wide as its name needs."""
        widths, groups = [columns[each].width for each in run], list[PlacedParagraph]()
        for group, of_group in table.banners_of(run):
            measure = unslacked(sum(widths[each] for each in of_group) - 2 * padding)
            head = self._group_head(group.text, measure)
            needed = slack_width(max(line.width for line in head.lines)) + 2 * padding
            missing = max(0.0, needed - sum(widths[each] for each in of_group)) / len(of_group)
            for each in of_group:
                widths[each] += missing
            groups.append(head)
        return _Beside(tuple(run), tuple(groups), tuple(columns[each].head for each in run), tuple(widths))

    def _least_labels(self, table: Table, padding: Pt) -> Pt:
        """The room for labels: beside segments, of which there may be many, the longest takes about three lines."""
        measures = self._desk.format.table
        if not table.is_segmented:
            return measures.least_labels
        labels = [row.label.text.text for row in table.rows if not row.is_base]
        words = max((self._width(word) for label in labels for word in label.split()), default=0.0)
        lines = FILLED_LINES * max(self._width(label) for label in labels) / WANTED_LABEL_LINES
        return max(measures.least_labels, slack_width(max(words, lines)) + padding)

    def _columns(
        self, table: Table, widths: Sequence[Pt], most: int, padding: Pt, *, may_tear: bool
    ) -> list[_Column] | None:
        """The columns with heads of at most so many lines; None if one of them needs more. widths: of the figures."""
        measures, columns = self._desk.format.table, list[_Column]()
        for number, (cell, figures) in enumerate(zip(table.head.cells, widths, strict=True)):
            least = max(unslacked(measures.least_column - 2 * padding), figures)
            is_date = table.columns[number].is_total
            head = self._date(cell.text) if is_date else self._head(cell.text, most, least, may_tear=may_tear)
            if head is None:
                return None
            widest = max(figures, *(line.width for line in head.lines))
            columns.append(_Column(head, max(measures.least_column, slack_width(widest) + 2 * padding)))
        return columns

    def _figure_widths(self, table: Table) -> list[Pt]:
        """The widest figure of every column."""
        widths = ([self._figure_width(cell, is_base=row.is_base) for cell in row.cells] for row in table.rows)
        return [max(column) for column in zip(*widths, strict=True)]

    def _figure_width(self, cell: TableCell, *, is_base: bool) -> Pt:
        measures, style = self._desk.format.table, figure_style(self._desk, is_base=is_base)
        return self._desk.typesetter.width(cell.text.text, style) + (
            measures.ring + measures.ring_gap if has_ring(cell) else 0.0
        )

    def _width(self, text: str) -> Pt:
        return self._desk.typesetter.width(text, figure_style(self._desk))

    # ---------------------------------------------------------------------------------------------------------- heads

    def _date(self, text: Prose) -> PlacedParagraph:
        line = one_line(text.spans(self._style), self._desk.typesetter.fonts)
        return PlacedParagraph((line,), self._desk.format.roles.subtitle.pitch)

    def _head(self, name: Prose, most: int, least: Pt, *, may_tear: bool) -> PlacedParagraph | None:
        """A name in at most so many lines, no wider than these need or `least`; None if it needs more lines."""
        key = (name.text, most, least, may_tear)
        if key not in self._heads:
            self._heads[key] = self._narrowest(name, most, least, may_tear=may_tear)
        return self._heads[key]

    def _group_head(self, name: Prose, measure: Pt) -> PlacedParagraph:
        """The name of a group in few lines as wide as its columns; else no wider than its words need."""
        for most in range(1, MOST_GROUP_LINES + 1):
            if lines := self._whole_words(name, measure, most, may_tear=False):
                return PlacedParagraph(lines, self._desk.format.roles.subtitle.pitch)
        heads = (self._head(name, most, measure, may_tear=True) for most in (MOST_GROUP_LINES, MOST_HEAD_LINES))
        return next(head for head in heads if head)

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


def figure_type(desk: Desk, *, is_base: bool) -> TypeSize:
    """The size of labels and figures in a table; how many were asked stands smaller below the shares."""
    return desk.format.roles.footer if is_base else desk.format.roles.subtitle


def figure_style(desk: Desk, *, is_base: bool = False) -> Style:
    """The type of the figures in a table."""
    return styles.regular(figure_type(desk, is_base=is_base).size, desk.ground(desk.layouts.table).text)
