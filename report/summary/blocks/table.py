"""Places one table of the appendix, in several parts where it is long or wide.

                                          Total   Size            names of groups of columns, if there are several
                                   ------------   ------------
    Topic   mode                    2014  //   2016      caption; `//` where the columns are not comparable
    ───────────────────────────────────────┆────────
    Answer                          48 %   ┆   51 %      row
    ───────────────────────────────────────┆────────
    Answer                        ◌ n. v.  ┆   48 %      not published

Columns that have no room side by side go on in a further part, and so do rows below the page; each further part says
which it is and repeats what it goes on with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose
from report.document.model.nodes import Paragraph, counted
from report.document.model.tables import ColumnGroup, Table, TableCell, TableRow
from report.drawing.model import MarkRole, Stroke
from report.formats.page_kinds import PageFormat
from report.frozen import frozen
from report.summary.blocks.marks import Told, leading, numbers_in
from report.summary.blocks.piece import Piece, hairline, last_baseline, stacked, top_rule
from report.summary.blocks.ring import not_published_ring
from report.summary.blocks.table_columns import column_width, ring_room, side_by_side, sign_rooms
from report.summary.blocks.table_rows import FEWEST_ROWS, UNDIVIDED_ROWS, runs_of_rows
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item, PlacedLine
from report.summary.typography import TypeRole, bold, regular
from report.survey.model import ColumnId
from report.tables.model import CellState
from report.text.model import Line
from report.units import Pt

BREAK = 1 / 3
"""The break line stands so far into the column that follows it, where that is narrow in the middle of what is free."""


def space_above(page: PageFormat) -> Pt:
    """From the last hairline of a table to the top of the next piece, whose caption stands like a headline."""
    return page.appendix.gap - page.block.headline


def place_table(
    table: Table, typesetter: PageTypesetter, *, room: Pt, below: Callable[[Table], Pt]
) -> tuple[tuple[Table, tuple[Piece, ...]], ...]:
    """The parts of the table whose columns stand side by side, each in one piece, or in several where it is long.

    The first piece fits into `room`, what is left of the page. below: the height that must be free below the last piece
    of a part, for what may not open a page.
    """
    all_columns = side_by_side(table, typesetter)
    parts, told = list[tuple[_Setter, list[_Row]]](), Told()
    for columns in all_columns:
        setter = _Setter(columns, typesetter, column_width(columns, typesetter), told, is_further=bool(parts))
        told = told.with_all_of(columns)
        rows, head = [setter.row(row) for row in columns.rows], setter.head().rule
        longest, name = head + max((row.height for row in rows), default=0.0), table.caption.text.text
        typesetter.check_height(longest, f'the head of the table "{name}" with a row', setter.longest_text())
        page = typesetter.page.room
        heights, kept = [row.height for row in rows], below(columns)
        runs = runs_of_rows(heights, head, page if parts else room, page, below=kept)
        for start, stop in runs:
            # Runs of further columns are made for whole pages; where there is one alone it may stand anywhere.
            starts_page = start > 0 or (setter.is_further and len(runs) > 1)
            parts.append((replace(setter, goes_on=start > 0, starts_page=starts_page), rows[start:stop]))
    pieces = dict[tuple[ColumnId, ...], list[Piece]]()
    for number, (setter, rows) in enumerate(parts, start=1):
        part = _continued(table.caption, number, len(parts)) if len(parts) > 1 else None
        piece = setter.piece(setter.head(part, again=number > 1), rows, is_first=number == 1)
        pieces.setdefault(setter.table.columns, []).append(piece)
    return tuple((columns, _above(pieces[columns.columns], below(columns))) for columns in all_columns)


def _above(pieces: Sequence[Piece], below: Pt) -> tuple[Piece, ...]:
    """The pieces of a part, the last of which stands on a page with that height free below it."""
    return (*pieces[:-1], replace(pieces[-1], needs=pieces[-1].height + below))


def _continued(caption: Paragraph, part: int, parts: int) -> Prose:
    return (caption.continued or caption.text).settled(counted(part, parts))


def least_height(table: Table, typesetter: PageTypesetter) -> Pt:
    """The height that the table needs on a page to begin there: that of its first columns, or of their fewest rows."""
    first_columns = side_by_side(table, typesetter)[0]
    setter = _Setter(first_columns, typesetter, column_width(first_columns, typesetter))
    first = table.rows if len(table.rows) <= UNDIVIDED_ROWS else table.rows[:FEWEST_ROWS]
    return setter.head().rule + sum(setter.row(row).height for row in first)


@frozen
class _Row:
    """A row before it is placed: the lines of its label, and its height."""

    row: TableRow
    label: tuple[Line, ...]
    role: TypeRole
    height: Pt


@frozen
class _Head:
    """Caption and column heads from the top of a table; `rule` is the height of the rule below them."""

    items: tuple[Item, ...]
    rule: Pt


def _told(items: Iterable[Item], *, again: bool) -> list[Item]:
    """The items; what is told again is of no node."""
    return [replace(item, node=None) if again and isinstance(item, PlacedLine) else item for item in items]


@frozen
class _Setter:
    """Places columns that stand side by side, the labels left of them.

    column_width: of each. told: what the columns that come before told. is_further: there are such columns, so the
    labels repeat. goes_on: other rows come before, so the heads repeat. starts_page: whether it opens a page in any
    case.
    """

    table: Table
    typesetter: PageTypesetter
    column_width: Pt
    told: Told = Told()
    is_further: bool = False
    goes_on: bool = False
    starts_page: bool = False

    def row(self, row: TableRow) -> _Row:
        """A row with its label broken into lines."""
        paper = self.typesetter.paper
        role = paper.soft_label if row.is_base else paper.label
        label = self.typesetter.lines(row.label.marked, role, self._label_width, what="label")
        return _Row(row, label, role, self.typesetter.page.appendix.row + (len(label) - 1) * role.pitch)

    def _figures(self, row: TableRow) -> list[tuple[Line, ...]]:
        """The texts of a row on a line each, all smaller where one is wider than its column.

        Numbers of respondents keep the gap between columns: they run together sooner than percentages.
        """
        typesetter, width, place = self.typesetter, self.column_width, self.longest_text().place()
        gap = typesetter.page.appendix.column_gap if row.is_base else 0.0
        texts = [replace(cell.text, location=place) for cell in row.cells]
        roles = [self._role(cell, column) for column, cell in enumerate(row.cells)]
        told = list(zip(texts, roles, strict=True))
        if any(typesetter.one_line(text, role).width + gap > width for text, role in told):
            told = [(text, typesetter.paper.smallest(role)) for text, role in told]
        return [typesetter.lines(text, role, width, what="figure", most=1) for text, role in told]

    def longest_text(self) -> Prose:
        """The longest of the table's labels and column heads."""
        cells = [*self.table.head.cells, *(row.label for row in self.table.rows)]
        return max((cell.marked for cell in cells), key=lambda text: len(text.text), default=self.table.caption.text)

    def head(self, part: Prose | None = None, *, again: bool = False) -> _Head:
        """The head of the table; `part` is the caption where there are several, `again` that it was told before."""
        page, ground = self.typesetter.page, self.typesetter.paper.ground
        heads = [self._column_head(column, cell) for column, cell in enumerate(self.table.head.cells)]
        highest = (max(len(lines) for lines in heads) - 1) * self.typesetter.paper.exhibit_title.pitch
        groups = [self._group_lines(group) for group in self.table.groups]
        pitch = self.typesetter.paper.exhibit_title.pitch
        above = max(len(lines) for lines in groups) * pitch + page.appendix.head_rule if groups else 0.0
        caption, baseline = self._caption(part, highest + above)
        columns, rule = self._column_heads(heads, baseline), baseline + page.appendix.head_rule
        line = Stroke(MarkRole.RULE, page.grid.left, rule, page.right, rule, ground.rule, page.block.rule)
        names = self._group_heads(groups, baseline - highest - pitch - page.appendix.head_rule)
        return _Head((*_told(caption, again=again), *names, *_told(columns, again=self.goes_on), line), rule)

    def piece(self, head: _Head, rows: Sequence[_Row], *, is_first: bool) -> Piece:
        """Some rows below a head."""
        page, ground = self.typesetter.page, self.typesetter.paper.ground
        items, y = list(head.items), head.rule
        broken = dict.fromkeys((*self.table.breaks, *(column for row in rows for column in row.row.breaks)))
        breaks = {column: self._break_x(column) for column in broken}
        for row in rows:
            items += self._placed_row(row, y + page.appendix.row_baseline, breaks)
            y += row.height
            items.append(hairline(page, ground, y))
        for column in self.table.breaks:
            x, at_break = breaks[column], page.appendix.at_break
            color = ground.muted_edge
            items.append(Stroke(MarkRole.BREAK, x, head.rule, x, y, color, at_break.line, at_break.dash))
        return Piece(
            tuple(items),
            y,
            bookmarks=(Bookmark(self.table.caption.text.text, 1, 0, 0.0),) if is_first else (),
            space_above=space_above(page),
            opening=(top_rule(page, ground),),
            starts_page=self.starts_page,
        )

    def _is_told(self, column: int) -> bool:
        """Whether the column stood in an earlier part already."""
        return self.table.columns[column] in self.told.columns

    @property
    def _label_width(self) -> Pt:
        page = self.typesetter.page
        columns = len(self.table.columns) * self.column_width + sign_rooms(self.table, page)
        return page.measure - columns - page.appendix.column_gap

    def _right(self, column: int) -> Pt:
        page, behind = self.typesetter.page, len(self.table.columns) - 1 - column
        return page.right - behind * self.column_width - sign_rooms(self.table, page, after=column)

    def _break_x(self, column: int) -> Pt:
        """Between the columns at a break, left of all texts of the one behind it."""
        heads = self._column_head(column, self.table.head.cells[column])
        figures = [self._taken(row, column) for row in self.table.rows]
        texts = max([*(line.width for line in heads), *figures])
        usual = self._right(column - 1) + BREAK * self.column_width
        return min(usual, self._right(column) - texts - self.typesetter.page.appendix.at_break.reach)

    def _taken(self, row: TableRow, column: int) -> Pt:
        """The width of a figure, with the ring before it."""
        width = max(line.width for line in self._figures(row)[column])
        return width + ring_room(row.cells[column], self.typesetter.page)

    def _caption(self, part: Prose | None, highest: Pt) -> tuple[list[Item], Pt]:
        """The caption and, beside or below it, the answer mode, ending where column heads do; and their last baseline.

        highest: how far the first line of the highest column head stands above its last.
        """
        typesetter, width, ground = self.typesetter, self._label_width, self.typesetter.paper.ground
        page, left = typesetter.page, typesetter.page.grid.left
        role = bold(page.roles.table_caption, ground.text)
        mode_role = regular(page.roles.answer_mode, ground.soft_text)
        caption, mode = self.table.caption, self.table.head.label
        lines = typesetter.lines(part or caption.text, role, width, what="caption")
        mode_lines = typesetter.lines(mode.marked, mode_role, width, what="answer mode")
        x = lines[-1].width + page.appendix.mode_gap
        is_beside = len(mode_lines) == 1 and x + mode_lines[0].width <= width
        below = (len(lines) - 1) * role.pitch + (0.0 if is_beside else len(mode_lines) * mode_role.pitch)
        top = page.block.headline + max(0.0, highest - below)
        last = last_baseline(lines, top, role.pitch)
        first = last if is_beside else last + mode_role.pitch
        told = numbers_in(self.table) if self.goes_on else self.told.numbers
        below_it = stacked(mode.id, mode_lines, left + x if is_beside else left, first, mode_role.pitch)
        return [
            *stacked(caption.id, lines, left, top, role.pitch),
            *leading(below_it, mode, told),
        ], last_baseline(mode_lines, first, mode_role.pitch)

    def _column_head(self, column: int, cell: TableCell) -> tuple[Line, ...]:
        role = self._emphasised(self.typesetter.paper.exhibit_title, column)
        appendix = self.typesetter.page.appendix
        gap = max(appendix.column_gap, appendix.at_break.room if column in self.table.breaks else 0.0)
        return self.typesetter.lines(cell.text, role, self.column_width - gap, what="column head")

    def _column_heads(self, heads: Sequence[tuple[Line, ...]], baseline: Pt) -> Iterator[Item]:
        """The names of the columns, right-aligned, their last lines on the baseline; `//` at the breaks."""
        pitch = self.typesetter.paper.exhibit_title.pitch
        for column, (cell, lines) in enumerate(zip(self.table.head.cells, heads, strict=True)):
            if column in self.table.breaks:
                yield from self._break_sign(self._break_x(column), baseline)
            first = baseline - (len(lines) - 1) * pitch
            for number, line in enumerate(lines):
                x, node = self._right(column) - line.width, None if self._is_told(column) else cell.id
                yield PlacedLine(node, x, first + number * pitch, line)

    def _group_lines(self, group: ColumnGroup) -> tuple[Line, ...]:
        role, width = self.typesetter.paper.exhibit_title, len(group.columns) * self.column_width
        gap = self.typesetter.page.appendix.column_gap
        return self.typesetter.lines(group.text, role, width - gap, what="head of a group of columns")

    def _group_heads(self, names: Sequence[tuple[Line, ...]], baseline: Pt) -> Iterator[Item]:
        """The names of groups above their columns, right-aligned, a rule as wide as the columns below each."""
        page, paper = self.typesetter.page, self.typesetter.paper
        rule, pitch = baseline + page.appendix.head_rule, paper.exhibit_title.pitch
        for group, lines, columns in zip(self.table.groups, names, self.table.banners, strict=False):
            right = self._right(columns[-1])
            left = self._right(columns[0]) - self.column_width + page.appendix.column_gap
            for number, line in enumerate(lines, start=1 - len(lines)):
                node = None if self.goes_on or group.id in self.told.groups else group.id
                yield PlacedLine(node, right - line.width, baseline + number * pitch, line)
            yield Stroke(MarkRole.RULE, left, rule, right, rule, paper.ground.rule, page.block.hairline)

    def _emphasised(self, role: TypeRole, column: int) -> TypeRole:
        """The column of the survey's own wave stands out."""
        if column != self.table.current:
            return role
        strong = role.strong.colored(self.typesetter.paper.ground.text)
        return TypeRole(strong, strong, role.pitch)

    def _break_sign(self, x: Pt, baseline: Pt) -> Iterator[Item]:
        color, sign = self.typesetter.paper.ground.text, self.typesetter.page.appendix.at_break
        below, above = baseline + sign.below, baseline - sign.above
        for middle in (x - sign.apart, x + sign.apart):
            yield Stroke(MarkRole.BREAK, middle - sign.slant, below, middle + sign.slant, above, color, sign.stroke)

    def _placed_row(self, row: _Row, baseline: Pt, breaks: Mapping[int, Pt]) -> Iterator[Item]:
        left = self.typesetter.page.grid.left
        label = stacked(row.row.label.id, row.label, left, baseline, row.role.pitch)
        yield from _told(leading(label, row.row.label, self.told.numbers), again=self.is_further)
        figures = self._figures(row.row)
        for column, cell in enumerate(row.row.cells):
            if column in row.row.breaks:
                yield from self._break_sign(breaks[column], baseline)
            yield from self._placed_cell(cell, figures[column], column, baseline)

    def _role(self, cell: TableCell, column: int) -> TypeRole:
        """The type of its column; what has no value is grey."""
        paper = self.typesetter.paper
        return self._emphasised(paper.label, column) if cell.state is CellState.PUBLISHED else paper.soft_label

    def _placed_cell(self, cell: TableCell, lines: Sequence[Line], column: int, baseline: Pt) -> Iterator[Item]:
        """The value, right-aligned, with a ring where it was not published."""
        page, paper = self.typesetter.page, self.typesetter.paper
        for line in lines:
            x = self._right(column) - line.width
            if cell.state is CellState.NOT_PUBLISHED:
                yield not_published_ring(
                    x - page.appendix.ring_gap - page.ring.radius, baseline, page.ring, paper.ground
                )
            yield PlacedLine(None if self._is_told(column) else cell.id, x, baseline, line)
