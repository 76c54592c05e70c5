"""Which columns of an appendix table stand side by side, and how wide they are.

A table of many columns, or of columns with long names, goes on in further tables with the same labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model.prose import Prose
from report.document.model.tables import Table, TableCell
from report.formats.page_kinds import PageFormat
from report.summary.blocks.piece import SLACK
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.typography import TypeRole, bold
from report.tables.model import CellState, in_groups
from report.text.model import Line
from report.units import Pt

MOST_COLUMNS = 8
MOST_HEAD_LINES = 4
SHORT_LABELS = 0.7
"""What labels have at least, however short they are, as a share of what longer ones have: captions stand there too."""


def column_width(table: Table, typesetter: PageTypesetter) -> Pt:
    """The width of each of the columns; the labels take what is left, and are left less where they are short.

    Where these leave room columns are as wide as the longest word over one of them, which then is not divided.
    """
    page, columns = typesetter.page, len(table.columns)
    room = page.measure - sign_rooms(table, page)
    most = (room - page.appendix.narrowest_labels) / columns
    strong = typesetter.paper.exhibit_title.strong
    words = [word for cell in table.head.cells for word in cell.text.text.split()]
    longest = max((typesetter.fonts.width(word, strong) for word in words), default=0.0)
    usual = min(most, max(page.appendix.widest_column, longest + page.appendix.column_gap))
    return max(usual, min((room - _short_labels(table, typesetter)) / columns, _widest_head(table, typesetter)))


def _short_labels(table: Table, typesetter: PageTypesetter) -> Pt:
    """What the labels take if each has one line; how many were asked and captions may take more."""
    page, rows = typesetter.page, [row for row in table.rows if not row.is_base]
    label = max((typesetter.one_line(row.label.marked, typesetter.paper.label).width for row in rows), default=0.0)
    return max(SHORT_LABELS * page.appendix.narrowest_labels, label + page.appendix.column_gap)


def _widest_head(table: Table, typesetter: PageTypesetter) -> Pt:
    """The width of a column in which every head has the lines that it has in the widest one."""
    title, appendix = typesetter.paper.exhibit_title, typesetter.page.appendix
    role = TypeRole(title.strong, title.strong, title.pitch)
    heads = [typesetter.balanced(cell.text, role, appendix.widest_column) for cell in table.head.cells]
    widest = max((line.width for lines in heads for line in lines), default=0.0) + appendix.column_gap
    return min(widest, appendix.widest_column)


def sign_room(table: Table, column: int, page: PageFormat) -> Pt:
    """What a column stands further from the one before, so that the sign of a break has room between their texts."""
    is_behind_break = column in table.breaks or any(column in row.breaks for row in table.rows)
    return 2 * page.appendix.at_break.reach if is_behind_break else 0.0


def sign_rooms(table: Table, page: PageFormat, *, after: int = -1) -> Pt:
    """Of all columns behind the one at `after` together."""
    return sum(sign_room(table, column, page) for column in range(after + 1, len(table.columns)))


def side_by_side(table: Table, typesetter: PageTypesetter) -> list[Table]:
    """The table in as few parts as leave every head and figure its room; columns of a group stand together.

    Beside groups stand the figures of all in every part.
    """

    def has_room(columns: Sequence[int]) -> bool:
        shown = _with_all(columns, table)
        return len(shown) <= MOST_COLUMNS and _have_room(table.taking(shown), typesetter)

    return [table.taking(_with_all(columns, table)) for columns in in_groups(table.banners, has_room)]


def _with_all(columns: Sequence[int], table: Table) -> tuple[int, ...]:
    """The columns, and before groups without it that of all who were asked in the same wave."""
    of_waves = any(table.columns[column].is_total for column in columns)
    return tuple(columns) if of_waves or table.current is None else (table.current, *columns)


def _have_room(table: Table, typesetter: PageTypesetter) -> bool:
    """Whether every figure, at its smallest, and every head has room in columns as wide as so many may be."""
    paper, width = typesetter.paper, column_width(table, typesetter)
    small = paper.smallest(bold(paper.roles.label, paper.ground.text))
    heads = [(cell.text, 1) for cell in table.head.cells]
    groups = [(group.text, len(group.columns)) for group in table.groups]
    return all(
        typesetter.one_line(cell.text, small).width + _room_left(cell, column, table, typesetter.page) <= width
        for row in table.rows
        for column, cell in enumerate(row.cells)
    ) and all(_has_room(text, columns, width, typesetter) for text, columns in (*heads, *groups))


def ring_room(cell: TableCell, page: PageFormat) -> Pt:
    """The width that the ring takes left of the text of a cell that has one."""
    return page.appendix.ring_gap + 2 * page.ring.radius if cell.state is CellState.NOT_PUBLISHED else 0.0


def _room_left(cell: TableCell, column: int, table: Table, page: PageFormat) -> Pt:
    """The width that stays free left of a text in a column: for the ring, and for the sign of a break."""
    is_broken = column in table.breaks or any(column in row.breaks for row in table.rows)
    return ring_room(cell, page) + (page.appendix.at_break.room if is_broken else 0.0)


def _has_room(head: Prose, columns: int, width: Pt, typesetter: PageTypesetter) -> bool:
    """Whether a head of so many columns takes few lines of whole words; if the widest divide them too, no more.

    A word that cannot be divided needs its room in any case.
    """
    title, appendix = typesetter.paper.exhibit_title, typesetter.page.appendix
    role = TypeRole(title.strong, title.strong, title.pitch)
    measure, widest = (columns * each - appendix.column_gap for each in (width, appendix.widest_column))
    lines, least = (typesetter.balanced(head, role, room) for room in (measure, widest))
    if any(line.width > measure + SLACK for line in lines):
        return False
    return len(lines) <= max(MOST_HEAD_LINES, len(least)) and (
        _are_whole(lines, measure) or not _are_whole(least, widest)
    )


def _are_whole(lines: Sequence[Line], measure: Pt) -> bool:
    return all(line.width <= measure + SLACK and line.is_whole for line in lines)
