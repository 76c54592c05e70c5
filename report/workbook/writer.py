"""Writes a workbook that is laid out as .xlsx: transcribes, measures nothing, decides nothing.

XlsxWriter is kept from taking any text for a formula, a number or a link. The zip is settled as that of every Office
file here: no clock, the same bytes for the same sheets.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from report.ooxml.package import settled
from report.ooxml.properties import keywords_of
from report.theme.model import Ground
from report.units import Pt
from report.workbook.measures import BOLD, SIZE, SIZES
from report.workbook.model import OF_ROWS, Footing, Look, NumberCell, Sheet, SheetCell, Workbook

AS_TEXTS = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
A4 = 9
LONGEST_FOOTER = 255
"""Characters that Excel has for a footer, its signs counted."""
ALL_CELLS = "A1:XFD1048576"
PIXELS = 4 / 3
"""Of a screen to the point, as Excel counts them."""
THIN, HAIR = 1, 7

RIGHT = frozenset({Look.VALUE, Look.NET_VALUE, Look.BASE_VALUE, Look.HEAD})
WRAPPED = frozenset(
    {
        Look.TITLE,
        Look.TEXT,
        Look.NOTE,
        Look.LISTED_LINK,
        Look.HEAD,
        Look.HEAD_OF_LABELS,
        Look.LABEL,
        Look.NET_LABEL,
        Look.GROUP,
    }
)
SOFT = frozenset({Look.NOTE, Look.LETTER_HEAD, Look.BASE_LABEL, Look.BASE_VALUE})
IN_HEAD = frozenset({Look.GROUP, Look.HEAD, Look.HEAD_OF_LABELS, Look.LETTER_HEAD})
LINKS = frozenset({Look.LINK, Look.LISTED_LINK})
ACCENTED = frozenset({*LINKS, Look.DRAFT})


def write_workbook(workbook: Workbook, built: datetime) -> bytes:
    """The file; built: the date that it carries."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **AS_TEXTS}) as file:
        _write_properties(file, workbook, built)
        formats = _Formats(file, workbook.typeface, workbook.ground)
        for sheet in workbook.sheets:
            _write_sheet(file.add_worksheet(sheet.name), sheet, workbook.footing, formats)
    return settled(target.getvalue())


def _write_properties(file: Any, workbook: Workbook, built: datetime) -> None:
    file.set_properties(
        {
            "title": workbook.title,
            "subject": workbook.subject,
            "author": workbook.author,
            "keywords": keywords_of(workbook.keywords),
            "created": built,
        }
    )
    for name, value in workbook.provenance.properties.items():
        file.set_custom_property(name, value, "text")


def _write_sheet(target: Worksheet, sheet: Sheet, footing: Footing, formats: _Formats) -> None:
    for column, width in enumerate(sheet.widths):
        target.set_column_pixels(column, column, _pixels(width))
    for row, height in sheet.heights.items():
        target.set_row(row, height)
    for cell in sheet.cells:
        _write_cell(target, cell, formats)
    target.freeze_panes(*sheet.frozen)
    target.hide_gridlines(2)
    target.ignore_errors({"number_stored_as_text": ALL_CELLS})  # years above columns
    target.set_landscape()
    target.set_paper(A4)
    target.fit_to_pages(1, 0)
    if sheet.head:
        target.repeat_rows(*sheet.head)
    target.set_footer(_footer(footing))


def _write_cell(target: Worksheet, cell: SheetCell, formats: _Formats) -> None:
    if isinstance(cell, NumberCell):
        found = formats.of(cell.look, number=cell.format, begins_group=cell.begins_group)
        target.write_number(cell.row, cell.column, float(cell.number), found)
        return
    found = formats.of(cell.look, begins_group=cell.begins_group)
    if cell.across > 1:
        target.merge_range(cell.row, cell.column, cell.row, cell.column + cell.across - 1, "", found)
    if cell.link:
        target.write_url(cell.row, cell.column, f"internal:'{cell.link}'!A1", found, cell.text)
    elif cell.text:
        target.write_string(cell.row, cell.column, cell.text, found)
    else:
        target.write_blank(cell.row, cell.column, None, found)


def _footer(footing: Footing) -> str:
    """Both sides, as much of the left one as there is room for."""
    right = f"&R{footing.right.format(page='&P', pages='&N')}"
    room, left = LONGEST_FOOTER - len(right), "&L"
    for sign in footing.left:
        escaped = "&&" if sign == "&" else sign
        if len(left) + len(escaped) > room:
            break
        left += escaped
    return left + right


def _pixels(width: Pt) -> int:
    return round(width * PIXELS)


class _Formats:
    """The formats of a file, each made once."""

    def __init__(self, file: Any, typeface: str, ground: Ground) -> None:
        self._file, self._typeface, self._ground = file, typeface, ground
        self._made = dict[tuple[Look, str, bool], Format]()

    def of(self, look: Look, *, number: str = "", begins_group: bool = False) -> Format:
        key = (look, number, begins_group)
        if key not in self._made:
            self._made[key] = self._file.add_format(self._properties(*key))
        return self._made[key]

    def _properties(self, look: Look, number: str, begins_group: bool) -> Mapping[str, object]:  # noqa: FBT001
        ground = self._ground
        color = ground.proof if look in ACCENTED else ground.soft_text if look in SOFT else ground.text
        found: dict[str, object] = {
            "font_name": self._typeface,
            "font_size": SIZES.get(look, SIZE),
            "font_color": color.hex,
            "bold": look in BOLD,
            "text_wrap": look in WRAPPED,
            "align": "right" if look in RIGHT else "left",
            "valign": "vcenter" if look in OF_ROWS else "bottom" if look in IN_HEAD else "top",
        }
        if number:
            found["num_format"] = number
        if look in LINKS:
            found["underline"] = 1
        if look in OF_ROWS:
            found |= {"bottom": HAIR, "bottom_color": ground.rule.hex}
        if look in IN_HEAD:
            found |= {"bottom": THIN, "bottom_color": ground.soft_text.hex}
        if begins_group:
            found |= {"left": THIN, "left_color": ground.rule.hex}
        return found
