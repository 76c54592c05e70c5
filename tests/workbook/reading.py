"""A workbook of tables as openpyxl reads it: sheets as grids, and the numbers of a table by the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

CORNERS = ("Anteil in Prozent", "Share in per cent")
"""What stands at the head of the labels of a table, with plain blanks."""


def plain(text: object) -> str:
    """A text with plain blanks."""
    return str(text).replace("\u00a0", " ")


def read(path: Path) -> Any:
    """The workbook in a file."""
    return openpyxl.load_workbook(path)


def grid(sheet: Any) -> list[list[object]]:
    """The values of a sheet, rows without any at the end left out."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    return rows


def texts(sheet: Any) -> list[str]:
    """All texts of a sheet, row by row."""
    return [plain(value) for row in grid(sheet) for value in row if isinstance(value, str)]


@dataclass(frozen=True)
class Read:
    """The table of a sheet: its cells by row and column, as they are called; what is left of it and below it.

    columns: "Gruppe: Spalte" each; letters: those beside the numbers of a row and column.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: dict[tuple[str, str], Any]
    letters: dict[tuple[str, str], str]
    letter_of: dict[str, str]
    notes: tuple[str, ...]

    def value(self, row: str, column: str) -> object:
        """What stands in a cell."""
        return self.cells[row, column].value


def table(sheet: Any) -> Read:
    """The table of a sheet."""
    head = next(row for row in range(1, sheet.max_row + 1) if plain(sheet.cell(row, 1).value) in CORNERS)
    places = dict(_columns(sheet, head))
    first = head + 1
    letter_of = dict[str, str]()
    if plain(sheet.cell(first, 1).value) in ("Buchstabe der Spalte", "Letter of the column"):
        letter_of = {name: sheet.cell(first, place).value or "" for name, place in places.items()}
        first += 1
    last = first
    while sheet.cell(last + 1, 1).value is not None:
        last += 1
    labels = {row: plain(sheet.cell(row, 1).value) for row in range(first, last + 1)}
    return Read(
        tuple(places),
        tuple(labels.values()),
        {(label, name): sheet.cell(row, place) for row, label in labels.items() for name, place in places.items()},
        {
            (label, name): sheet.cell(row, place + 1).value or ""
            for row, label in labels.items()
            for name, place in places.items()
            if letter_of.get(name)
        },
        letter_of,
        tuple(
            plain(sheet.cell(row, 1).value) for row in range(last + 2, sheet.max_row + 1) if sheet.cell(row, 1).value
        ),
    )


def _columns(sheet: Any, head: int) -> Iterator[tuple[str, int]]:
    group = ""
    for place in range(2, sheet.max_column + 1):
        group = plain(sheet.cell(head - 1, place).value or group)
        if (label := sheet.cell(head, place).value) is not None:
            yield f"{group}: {plain(label)}", place
