"""Native tables as DrawingML writes them: the first row is the head, the first column holds the labels.

DrawingML marks but one row as the head, and programs that read tables aloud lose their way in merged cells: names of
groups stand beside the table, in room that its head keeps free for them.

A cell has no name of its own (the validator refuses the `id` that a:tc once had), so the table's name tells question
and waves, and a figure is found by its row and column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from report.deck.model import Alignment, PlacedTable, TableCell, TableRow
from report.deck.shape_xml import line, properties, transform
from report.deck.text_xml import Pen, emu, paragraphs
from report.drawing.model import Dash
from report.ooxml.elements import element, text_element
from report.text.flowing import flow_width
from report.text.model import unbroken
from report.units import Color, Pt

BREAK_WIDTH: Pt = 1.0
BREAK_DASH: Dash = (3.0, 2.4)
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in table style without fills and lines; the lines are the rows' own."""
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table_shape(table: PlacedTable, id: int, pen: Pen) -> etree._Element:
    """The table in its frame; its head is its description."""
    heading = element(
        "p:nvGraphicFramePr",
        properties(table.name, id, description=", ".join(_head_texts(table))),
        element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=1)),
        element("p:nvPr"),
    )
    grid = element("a:tblGrid", *(element("a:gridCol", w=emu(width)) for width in table.columns))
    rows = [_row(row, table, pen, is_head=number == 0) for number, row in enumerate(table.rows)]
    style = element(
        "a:tblPr", text_element("a:tableStyleId", PLAIN_TABLE), attributes={"firstRow": "1", "firstCol": "1"}
    )
    data = element("a:graphicData", element("a:tbl", style, grid, *rows), uri=TABLE)
    return element("p:graphicFrame", heading, transform("p:xfrm", table.box), element("a:graphic", data))


def _head_texts(table: PlacedTable) -> Iterator[str]:
    """What the head says: the topic, then the names of the columns, each group's behind its own."""
    names = [", ".join(unbroken(each.lines) for each in cell.paragraphs) for cell in table.rows[0].cells]
    groups = {group.first: unbroken(group.name.lines) for group in table.groups}
    yield from (f"{groups[column]}: {name}" if column in groups else name for column, name in enumerate(names))


def _row(row: TableRow, table: PlacedTable, pen: Pen, *, is_head: bool) -> etree._Element:
    # In the head the sign of the break stands in the place of the dashed line.
    broken_after = () if is_head else table.broken_after
    cells = [
        element(
            "a:tc",
            *_filled(cell, column, row, table, broken_after, pen, lowered=table.groups_height if is_head else 0.0),
        )
        for column, cell in enumerate(row.cells)
    ]
    return element("a:tr", *cells, h=emu(row.height))


def _filled(
    cell: TableCell,
    column: int,
    row: TableRow,
    table: PlacedTable,
    broken_after: Sequence[int],
    pen: Pen,
    *,
    lowered: Pt,
) -> tuple[etree._Element, etree._Element]:
    """Text, margins and borders of a cell. lowered: how much its text, unless it is a label, keeps free above it.

    The margin on the side where lines end is as wide as makes a program break them so. A border between two cells is
    both cells', or the other one's would hide it.
    """
    left = 0.0 if column == 0 else table.padding
    right = 0.0 if column == len(table.columns) - 1 else table.padding
    above = table.space_above + (lowered if column else 0.0)
    inner = table.columns[column] - left - right
    lines = [line for paragraph in cell.paragraphs for line in paragraph.lines]
    flowing = flow_width(lines, inner)
    spare = inner - flowing if lines and flowing else 0.0
    left, right = (left, right + spare) if cell.alignment is Alignment.LEFT else (left + spare, right)
    written = paragraphs(cell.paragraphs, cell.alignment, pen, flows=flowing is not None) or [element("a:p")]
    text = element("a:txBody", element("a:bodyPr"), element("a:lstStyle"), *written)
    margins = {"marL": left, "marR": right, "marT": above, "marB": 0.0}
    made = element(
        "a:tcPr",
        _side("a:lnL", table.break_color if column - 1 in broken_after else None, pen),
        _side("a:lnR", table.break_color if column in broken_after else None, pen),
        element("a:lnT", element("a:noFill"), w=0),
        line(row.rule_color, row.rule_width, (), pen, "a:lnB") if row.rule_width else _side("a:lnB", None, pen),
        element("a:noFill"),
        attributes={name: str(emu(margin)) for name, margin in margins.items()},
        anchor="t",
    )
    return text, made


def _side(name: str, color: Color | None, pen: Pen) -> etree._Element:
    """The border between two columns: dashed in a colour, or none."""
    if color is None:
        return element(name, element("a:noFill"), w=0)
    return line(color, BREAK_WIDTH, BREAK_DASH, pen, name)
