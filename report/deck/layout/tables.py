"""The appendix' tables: one question each by its waves and segments, divided where it is long or wide.

                                          Total   Size
                                  -------------   ----------
Topic                             2014 // 2016    small large
------------------------------------------:------------------
answer                            35 % :  49 %    46 %   57 %
another answer                 o n. v. :  33 %    30 %   33 %
// why 2014 and 2016 are not comparable
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, islice

from report.deck import styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.layout.table_plan import TablePlan, figure_style, figure_type, has_ring
from report.deck.model import Alignment, ColumnGroup, PlacedParagraph, TableCell, TableRow
from report.deck.text_boxes import paragraph
from report.diagnostics import Diagnostic
from report.document.model.nodes import BETWEEN, counted
from report.document.model.tables import Table
from report.document.model.tables import TableCell as Cell
from report.document.model.tables import TableRow as Row
from report.frozen import frozen
from report.tables.model import CellState
from report.text.measuring import one_line
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Place
from report.units import Pt

FEWEST_ROWS = 3
"""Rows of answers in the last part of a table."""
MOST_LINES, MOST_SMALL_LINES = 6, 10
"""Of titles and labels, which many columns leave little room; in the type of footers there may be more."""
MOST_NOTE_LINES = 8


@frozen
class Block:
    """A table, or a part of one, before it has a place: rows from the head on, and the notes under it.

    name: tells question and columns, "table teams@w2014,w2016", and the part if it is a further one. table: what it
    shows. groups_height: what the head keeps free for names of groups. notes_height: of the notes with the gap above
    them.
    """

    name: str
    table: Table
    columns: tuple[Pt, ...]
    rows: tuple[TableRow, ...]
    groups: tuple[ColumnGroup, ...]
    groups_height: Pt
    padding: Pt
    broken_after: tuple[int, ...]
    notes: tuple[PlacedParagraph, ...]
    notes_height: Pt

    @property
    def table_height(self) -> Pt:
        """The height of the rows."""
        return sum(row.height for row in self.rows)

    @property
    def height(self) -> Pt:
        """The height with the notes."""
        return self.table_height + self.notes_height


def blocks(desk: Desk, plans: Sequence[TablePlan], room: Pt) -> list[Block]:
    """A table as planned, in parts none higher than `room`; a fault for each that cannot be, unless a text is told."""
    parts = parts_of(desk, plans, room)
    table, tallest = plans[0].table, max(part.height for part in parts)
    if tallest > room and not desk.typesetter.has_errors:
        message = (
            f'a row of the table of question "{table.question}" with its head and notes is {tallest:.0f} pt high in '
            f"the appendix, where a slide has room for {room:.0f} pt"
        )
        hint = "shorten the labels, or the reasons of the breaks"
        desk.typesetter.faults.append(Diagnostic(DeckFault.BLOCK_TOO_TALL, message, table.location, hint=hint))
    return [part for part in parts if part.height <= room]


def parts_of(desk: Desk, plans: Sequence[TablePlan], room: Pt) -> list[Block]:
    """A table whose columns stand in several plans, each cut where it is too long; all parts have head, base and notes.

    A part is higher than the room where a single row with head and notes is.
    """
    cut: list[tuple[TablePlan, Block, list[tuple[TableRow, ...]]]] = []
    for plan in plans:
        table, notes = plan.table, _notes(desk, plan)
        lines = sum(len(note.lines) for note in notes)
        notes_height = desk.format.table.notes_gap + lines * desk.format.roles.footer.pitch if lines else 0.0
        name = f"table {table.question}@{','.join(str(column) for column in table.columns)}"
        groups, above = _groups(plan), _groups_height(desk, plan)
        head = _head(desk, plan, 1, 2)
        bare = Block(name, table, plan.widths, (head,), groups, above, plan.padding, table.breaks, notes, notes_height)
        bases = tuple(_row(desk, plan, row) for row in table.rows if row.is_base)
        left = room - bare.height - sum(row.height for row in bases)
        runs = _cut([_row(desk, plan, row) for row in table.rows if not row.is_base], left)
        cut.append((plan, bare, [(*run, *bases) for run in runs]))
    number, parts, found = count(1), sum(len(runs) for _, _, runs in cut), list[Block]()
    for plan, bare, runs in cut:
        told = iter([row for row in plan.table.rows if not row.is_base])
        below = [row for row in plan.table.rows if row.is_base]
        for run, rows in enumerate(runs, 1):
            name = bare.name if run == 1 else f"{bare.name} part {run}"
            head = _head(desk, plan, next(number), parts)
            shown = replace(plan.table, rows=(*islice(told, len(rows) - len(below)), *below))
            found.append(replace(bare, name=name, table=shown, rows=(head, *rows)))
    return found


def _cut(rows: Sequence[TableRow], room: Pt) -> list[tuple[TableRow, ...]]:
    """The rows in as few parts as there is room for, of about equally many; the last has some."""
    parts = _filled(rows, room, len(rows))
    if len(parts) == 1:
        return parts
    even = _filled(rows, room, math.ceil(len(rows) / len(parts)))
    parts = even if len(even) == len(parts) else parts
    missing = FEWEST_ROWS - len(parts[-1])
    if 0 < missing <= len(parts[-2]) - FEWEST_ROWS:
        parts[-2:] = [parts[-2][:-missing], (*parts[-2][-missing:], *parts[-1])]
    return parts


def _filled(rows: Sequence[TableRow], room: Pt, most: int) -> list[tuple[TableRow, ...]]:
    parts: list[tuple[TableRow, ...]] = [()]
    for row in rows:
        height = sum(other.height for other in parts[-1]) + row.height
        if parts[-1] and (len(parts[-1]) == most or height > room):
            parts.append(())
        parts[-1] += (row,)
    return parts


# --------------------------------------------------------------------------------------------------------------- rows


def _groups(plan: TablePlan) -> tuple[ColumnGroup, ...]:
    """The groups of columns that have names, of which there are none where all columns are of one."""
    if not plan.groups:
        return ()
    each = zip(plan.groups, plan.table.banners, strict=True)
    return tuple(ColumnGroup(name, columns[0] + 1, columns[-1] + 1) for name, columns in each)


def _groups_height(desk: Desk, plan: TablePlan) -> Pt:
    return max((_height(desk, name) for name in plan.groups), default=0.0)


def _head(desk: Desk, plan: TablePlan, part: int, parts: int) -> TableRow:
    """The head: the topic beside the names of columns, and above these what the names of groups need, if any.

    Of a topic in one line the answer mode stands beside the names of columns then.
    """
    table, ground, subtitle = plan.table, desk.ground(desk.layouts.table), desk.format.roles.subtitle
    title = table.title.text
    if parts > 1 and table.title.continued:
        title = table.title.continued.settled(counted(part, parts))
    places = _places(desk, plan, "topic in the appendix")
    soft, strong = styles.soft(subtitle.size, ground), styles.bold(subtitle.size, ground.text)
    mode = table.head.label.text
    whole = parted([title, mode], BETWEEN, soft, places[0], desk.typesetter)
    topic, above = [paragraph(desk.typesetter.fit(whole, soft, *places, strong=strong))], _groups_height(desk, plan)
    if above and len(topic[0].lines) == 1 and mode.text:
        topic = [paragraph(desk.typesetter.fit(each, soft, *places, strong=strong)) for each in (title, mode)]
        topic[1] = replace(topic[1], space_before=above - subtitle.pitch)
    heads = [TableCell((head,), Alignment.RIGHT) for head in plan.heads]
    height = max(_height(desk, *topic), above + max(_height(desk, head) for head in plan.heads))
    return TableRow((TableCell(tuple(topic)), *heads), height, ground.rule, desk.format.frame.rule)


def _row(desk: Desk, plan: TablePlan, row: Row) -> TableRow:
    label, figures = _label(desk, plan, row), [_figure(desk, cell, is_base=row.is_base) for cell in row.cells]
    height = max(_height(desk, *label), *(_height(desk, *figure.paragraphs) for figure in figures))
    hairline = desk.ground(desk.layouts.table).hairline
    return TableRow((TableCell(label), *figures), height, hairline, desk.format.frame.rule)


def _label(desk: Desk, plan: TablePlan, row: Row) -> tuple[PlacedParagraph, ...]:
    """The answer's label, and under it the wordings that it had in earlier waves; or who was asked."""
    ground, roles = desk.ground(desk.layouts.table), desk.format.roles
    if row.is_base:
        _, place = _places(desk, plan, "base of a table")
        return (paragraph(desk.typesetter.fit(row.label.text, styles.soft(roles.footer.size, ground), place)),)
    places = _places(desk, plan, "label of an answer")
    label = desk.typesetter.fit(row.label.text, styles.regular(roles.subtitle.size, ground.text), *places)
    small = replace(places[-1], what="earlier label", most=MOST_LINES, breaking=Breaking.BALANCED)
    earlier = [desk.typesetter.fit(note.text, styles.soft(roles.footer.size, ground), small) for note in row.earlier]
    return tuple(paragraph(fitted) for fitted in (label, *earlier))


def _places(desk: Desk, plan: TablePlan, what: str) -> tuple[Place, Place]:
    """Where a title or a label stands: in its own type, or smaller in more lines."""
    sizes = ((desk.format.roles.subtitle, MOST_LINES), (desk.format.roles.footer, MOST_SMALL_LINES))
    usual, small = (Place(what, plan.label_measure, (size,), most, plan.table.location) for size, most in sizes)
    return usual, small


def _figure(desk: Desk, cell: Cell, *, is_base: bool) -> TableCell:
    style, size = figure_style(desk, is_base=is_base), figure_type(desk, is_base=is_base)
    if cell.state is not CellState.PUBLISHED:
        style = style.colored(desk.ground(desk.layouts.table).soft_text)
    figure = PlacedParagraph((one_line(cell.text.spans(style), desk.typesetter.fonts),), size.pitch)
    return TableCell((figure,), Alignment.RIGHT, str(cell.cell) if cell.cell else None, has_ring(cell))


def _height(desk: Desk, *paragraphs: PlacedParagraph) -> Pt:
    pitches = (paragraph.pitch or 0.0 for paragraph in paragraphs for _ in paragraph.lines)
    return desk.format.table.row - desk.format.roles.subtitle.pitch + sum(pitches)


def _notes(desk: Desk, plan: TablePlan) -> tuple[PlacedParagraph, ...]:
    """What has to be known of the question, and why waves are not comparable where the table shows a break."""
    table, footer = plan.table, desk.format.roles.footer
    place = Place("note on a table", plan.measure, (footer,), MOST_NOTE_LINES, breaking=Breaking.BALANCED)
    style = styles.soft(footer.size, desk.ground(desk.layouts.table))
    return tuple(paragraph(desk.typesetter.fit(note.text, style, place)) for note in (*table.notes, *table.reasons))
