"""The appendix' tables: one question each by its waves or segments, divided where it is long or wide.

Topic                             2013    2014 // 2016
------------------------------------------:-----------
answer                            24 %    35 % : 49 %
another answer                 o n. v.    33 % : 33 %
// why 2014 and 2016 are not comparable
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from report.deck import styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.layout.table_plan import TablePlan, figure_style, has_ring
from report.deck.model import Alignment, PlacedParagraph, TableCell, TableRow
from report.deck.text_boxes import paragraph
from report.diagnostics import Diagnostic
from report.document.model.nodes import counted
from report.document.model.tables import Table
from report.document.model.tables import TableCell as Cell
from report.document.model.tables import TableRow as Row
from report.tables.model import CellState
from report.text.measuring import one_line
from report.typesetting.places import Breaking, Place
from report.units import Pt

MOST_ROWS, FEWEST_ROWS = 12, 3
"""Rows of answers in one column of a slide, and of the last part of a table."""
MOST_LINES, MOST_SMALL_LINES = 6, 10
"""Of titles and labels, which many columns leave little room; in the type of footers there may be more."""
MOST_NOTE_LINES = 8


@dataclass(frozen=True, slots=True)
class Block:
    """A table, or a part of one, before it has a place: rows from the head on, and the notes under it.

    name: tells question and columns, "table teams@w2014,w2016", and the part if it is a further one. table: what it
    shows a part of. notes_height: of the notes with the gap above them.
    """

    name: str
    table: Table
    columns: tuple[Pt, ...]
    rows: tuple[TableRow, ...]
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


def blocks(desk: Desk, tables: Iterable[Sequence[TablePlan]], room: Pt) -> list[Block]:
    """The tables of the appendix as planned, none higher than `room`."""
    found: list[Block] = []
    for plans in tables:
        found += _within(desk, plans[0].table, _parts_of(desk, plans, room), room)
    return found


def _within(desk: Desk, table: Table, parts: Sequence[Block], room: Pt) -> list[Block]:
    """The parts that are no higher than the room; of another, unless a text of it is told as too long, a fault."""
    tallest = max(part.height for part in parts)
    if tallest > room and not desk.typesetter.has_errors:
        message = (
            f'a row of the table of question "{table.question}" with its head and notes is {tallest:.0f} pt high in '
            f"the appendix, where a slide has room for {room:.0f} pt"
        )
        hint = "shorten the labels, or the reasons of the breaks"
        desk.typesetter.faults.append(Diagnostic(DeckFault.BLOCK_TOO_TALL, message, table.location, hint=hint))
    return [part for part in parts if part.height <= room]


def _parts_of(desk: Desk, plans: Sequence[TablePlan], room: Pt) -> list[Block]:
    """A table whose columns stand in several plans, each cut where it is too long; all parts have head and notes."""
    cut: list[tuple[TablePlan, Block, list[tuple[TableRow, ...]]]] = []
    for plan in plans:
        table, notes = plan.table, _notes(desk, plan)
        lines = sum(len(note.lines) for note in notes)
        notes_height = desk.format.table.notes_gap + lines * desk.format.roles.footer.pitch if lines else 0.0
        name = f"table {table.question}@{','.join(str(column) for column in table.columns)}"
        bare = Block(name, table, plan.widths, (_head_row(desk, plan, 1, 2),), table.breaks, notes, notes_height)
        cut.append((plan, bare, _cut([_row(desk, plan, row) for row in table.rows], room - bare.height)))
    number, parts, found = count(1), sum(len(runs) for _, _, runs in cut), list[Block]()
    for plan, bare, runs in cut:
        for run, rows in enumerate(runs, 1):
            name = bare.name if run == 1 else f"{bare.name} part {run}"
            found.append(replace(bare, name=name, rows=(_head_row(desk, plan, next(number), parts), *rows)))
    return found


def _cut(rows: Sequence[TableRow], room: Pt) -> list[tuple[TableRow, ...]]:
    """The rows in parts of at most twelve, none higher than there is room; about equal ones if the last has few."""
    parts = _filled(rows, room, MOST_ROWS)
    if len(parts) == 1 or len(parts[-1]) >= FEWEST_ROWS:
        return parts
    even = _filled(rows, room, math.ceil(len(rows) / len(parts)))
    return even if len(even) == len(parts) else parts


def _filled(rows: Sequence[TableRow], room: Pt, most: int) -> list[tuple[TableRow, ...]]:
    parts: list[tuple[TableRow, ...]] = [()]
    for row in rows:
        height = sum(other.height for other in parts[-1]) + row.height
        if parts[-1] and (len(parts[-1]) == most or height > room):
            parts.append(())
        parts[-1] += (row,)
    return parts


# --------------------------------------------------------------------------------------------------------------- rows


def _head_row(desk: Desk, plan: TablePlan, part: int, parts: int) -> TableRow:
    table, ground, subtitle = plan.table, desk.ground(desk.layouts.table), desk.format.roles.subtitle
    title = table.title.text
    if parts > 1 and table.title.continued:
        title = table.title.continued.settled(counted(part, parts))
    places = _places(desk, plan, "topic in the appendix")
    soft, strong = styles.soft(subtitle.size, ground), styles.bold(subtitle.size, ground.text)
    topic = paragraph(desk.typesetter.fit(title, soft, *places, strong=strong))
    heads = [TableCell((head,), Alignment.RIGHT) for head in plan.heads]
    height = max(_height(desk, each) for each in (topic, *plan.heads))
    return TableRow((TableCell((topic,)), *heads), height, ground.rule, desk.format.frame.rule)


def _row(desk: Desk, plan: TablePlan, row: Row) -> TableRow:
    label, figures = _label(desk, plan, row), [_figure(desk, cell) for cell in row.cells]
    hairline = desk.ground(desk.layouts.table).hairline
    return TableRow((TableCell(label), *figures), _height(desk, *label), hairline, desk.format.frame.rule)


def _label(desk: Desk, plan: TablePlan, row: Row) -> tuple[PlacedParagraph, ...]:
    """The answer's label, and under it the wordings that it had in earlier waves; or who was asked."""
    ground, roles = desk.ground(desk.layouts.table), desk.format.roles
    what = "base of a table" if row.is_base else "label of an answer"
    places = _places(desk, plan, what)
    color = ground.soft_text if row.is_base else ground.text
    label = desk.typesetter.fit(row.label.text, styles.regular(roles.subtitle.size, color), *places)
    small = replace(places[-1], what="earlier label", most=MOST_LINES, breaking=Breaking.FILLED)
    earlier = [desk.typesetter.fit(note.text, styles.soft(roles.footer.size, ground), small) for note in row.earlier]
    return tuple(paragraph(fitted) for fitted in (label, *earlier))


def _places(desk: Desk, plan: TablePlan, what: str) -> tuple[Place, Place]:
    """Where a title or a label stands: in its own type, or smaller in more lines."""
    sizes = ((desk.format.roles.subtitle, MOST_LINES), (desk.format.roles.footer, MOST_SMALL_LINES))
    usual, small = (Place(what, plan.label_measure, (size,), most, plan.table.location) for size, most in sizes)
    return usual, small


def _figure(desk: Desk, cell: Cell) -> TableCell:
    style = figure_style(desk)
    if cell.state is not CellState.PUBLISHED:
        style = style.colored(desk.ground(desk.layouts.table).soft_text)
    figure = PlacedParagraph((one_line(cell.text.spans(style), desk.fonts),), desk.format.roles.subtitle.pitch)
    return TableCell((figure,), Alignment.RIGHT, str(cell.cell) if cell.cell else None, has_ring(cell))


def _height(desk: Desk, *paragraphs: PlacedParagraph) -> Pt:
    pitches = [paragraph.pitch or 0.0 for paragraph in paragraphs for _ in paragraph.lines]
    return desk.format.table.row + sum(pitches[1:])


def _notes(desk: Desk, plan: TablePlan) -> tuple[PlacedParagraph, ...]:
    """What has to be known of the question, and why waves are not comparable where the table shows a break."""
    footer = desk.format.roles.footer
    place = Place("note on a table", plan.measure, (footer,), MOST_NOTE_LINES, breaking=Breaking.FILLED)
    style = styles.soft(footer.size, desk.ground(desk.layouts.table))
    return tuple(paragraph(desk.typesetter.fit(note.text, style, place)) for note in plan.table.notes)
