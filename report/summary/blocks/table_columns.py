"""Which columns of an appendix table stand side by side, and how wide they are.

A table of many columns, or of columns with long names, goes on in further tables with the same labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.document.model.tables import Table, TableCell
from report.formats.page_kinds import PageFormat
from report.summary.blocks.piece import SLACK
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.typography import TypeRole, bold
from report.tables.model import in_parts
from report.text.model import Line
from report.units import Pt

MOST_COLUMNS = 8
MOST_HEAD_LINES = 4


def column_width(columns: int, page: PageFormat) -> Pt:
    """The width of each of so many columns; the labels take what is left."""
    return min(page.appendix.widest_column, (page.measure - page.appendix.narrowest_labels) / columns)


def side_by_side(table: Table, typesetter: PageTypesetter) -> list[Table]:
    """The table in as few parts as leave every head and figure its room."""
    columns = range(len(table.columns))
    for parts in range(1, len(columns)):
        groups = in_parts(columns, parts)
        most = max(len(group) for group in groups)
        if most <= MOST_COLUMNS and _have_room(table, column_width(most, typesetter.page), typesetter):
            break
    else:
        groups = in_parts(columns, len(columns))
    return [table.taking(group) for group in groups]


def _have_room(table: Table, width: Pt, typesetter: PageTypesetter) -> bool:
    """Whether every figure, at its smallest, and every head has room in columns of that width."""
    paper = typesetter.paper
    small = paper.smallest(bold(paper.roles.label, paper.ground.text))
    figures = [cell.text for row in table.rows for cell in row.cells]
    return all(typesetter.one_line(text, small).width <= width for text in figures) and all(
        _has_room(head, width, typesetter) for head in table.head.cells
    )


def _has_room(head: TableCell, width: Pt, typesetter: PageTypesetter) -> bool:
    """Whether a head takes few lines of whole words; of words that the widest column divides too, no more lines."""
    title, appendix = typesetter.paper.exhibit_title, typesetter.page.appendix
    role = TypeRole(title.strong, title.strong, title.pitch)
    measure, widest = width - appendix.column_gap, appendix.widest_column - appendix.column_gap
    lines, least = (typesetter.balanced(head.text, role, room) for room in (measure, widest))
    return len(lines) <= max(MOST_HEAD_LINES, len(least)) and (
        _are_whole(lines, measure) or not _are_whole(least, widest)
    )


def _are_whole(lines: Sequence[Line], measure: Pt) -> bool:
    return all(line.width <= measure + SLACK and line.is_whole for line in lines)
