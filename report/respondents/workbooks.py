"""Excel workbooks, read by python-calamine: a sheet with a row for every respondent. Runs in a process of its own.

A column of numbers is numbers, a column of anything else is text: dates in ISO form, "true" and "false", numbers among
texts in their shortest form. Formulas have the values that Excel kept of them. Rows with nothing in them are none: a
sheet goes as far as somebody once formatted it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import python_calamine
from python_calamine import SheetVisibleEnum

from report.diagnostics import DataPlace, SourceError, near_miss, shortened
from report.respondents.faults import DataFault, refusal
from report.respondents.header import column_labels, column_names
from report.respondents.kinds import MEND, Kind
from report.respondents.layout import MOST_COLUMNS
from report.respondents.model import (
    MOST_SHEET_COLUMNS,
    MOST_SHEET_ROWS,
    Codebook,
    Columns,
    FileReading,
    Variable,
)
from report.respondents.moments import duration, iso, shortest

ROWS_AT_ONCE = 20_000
MOST_LISTED = 10


Cell = int | float | str | bool | time | date | datetime | timedelta
"""As calamine gives it; an empty one, or one with an error of a formula, is the empty text."""


class WorkbookSheet:
    """The sheet with the respondents, open to be read."""

    def __init__(self, path: Path, reading: FileReading, display: str) -> None:
        self._place = DataPlace(display)
        self._header_rows = reading.header_rows or 1
        with self._read():
            book = python_calamine.CalamineWorkbook.from_path(str(path))
            self._name, self._sheet = self._found(book, reading.sheet)
        if self._sheet.width > MOST_COLUMNS:
            message = f"the sheet has {self._sheet.width:,} columns, more than {MOST_COLUMNS:,}"
            hint = "keep only the columns that the survey asks, and delete those that are empty"
            raise refusal(DataFault.TOO_LARGE, message, self._place, hint=hint)

    def codebook(self) -> Codebook:
        """The columns of the sheet. It is read to its end: a single text makes a column of texts."""
        rows = self._rows()
        header = [[_text(cell) or "" for cell in row] for row in islice(rows, self._header_rows)]
        numbers, others = [False] * self._sheet.width, [False] * self._sheet.width
        n_rows = 0
        for row in rows:
            n_rows += 1
            for place, cell in enumerate(row):
                if cell != "":
                    (numbers if _is_number(cell) else others)[place] = True
        if not n_rows:
            is_what = "a header and no respondent" if len(header) == self._header_rows else "no header"
            hint = "it begins with the names of the columns, then comes one row for every respondent"
            raise refusal(DataFault.EMPTY, f'the sheet "{shortened(self._name)}" has {is_what}', self._place, hint=hint)
        variables = tuple(
            Variable(name, label, is_text=is_text or not is_number)
            for name, label, is_number, is_text in zip(
                column_names(header), column_labels(header), numbers, others, strict=True
            )
        )
        return Codebook(variables, n_rows=n_rows, reading=FileReading(header_rows=self._header_rows, sheet=self._name))

    def columns(self, codebook: Codebook, names: Sequence[str]) -> Iterator[Columns]:
        """The cells of these variables of the codebook, some thousand rows at a time."""
        places = [codebook.names.index(name) for name in names]
        rows = self._rows()
        for _ in range(self._header_rows):
            next(rows)
        while piece := list(islice(rows, ROWS_AT_ONCE)):
            yield [
                _column([row[place] for row in piece], is_text=codebook.variables[place].is_text) for place in places
            ]

    def cells(self) -> list[list[str]]:
        """The cells from the first of the sheet on, as texts; one row and column more than a table may have."""
        with self._read():
            return [
                [_text(cell) or "" for cell in row[: MOST_SHEET_COLUMNS + 1]]
                for row in islice(self._sheet.iter_rows(), MOST_SHEET_ROWS + 1)
            ]

    def _found(self, book: python_calamine.CalamineWorkbook, wanted: str | None) -> tuple[str, Any]:
        """The sheet that is wanted, else the only one that is shown and not empty."""
        shown = [each.name for each in book.sheets_metadata if each.visible is SheetVisibleEnum.Visible]
        if wanted is not None:
            if wanted in book.sheet_names:
                return wanted, book.get_sheet_by_name(wanted)
            hint = near_miss(wanted, book.sheet_names) or f"there are {_listed(shown)}"
            raise refusal(DataFault.SHEET, f'there is no sheet "{shortened(wanted)}"', self._place, hint=hint)
        sheets = [(name, book.get_sheet_by_name(name)) for name in shown]
        filled = [(name, sheet) for name, sheet in sheets if sheet.height]
        if len(filled) == 1:
            return filled[0]
        if not filled:
            raise refusal(DataFault.EMPTY, "the workbook is empty", self._place, hint=MEND[Kind.EXCEL])
        message = f"the workbook has {len(filled)} sheets: {_listed([name for name, _ in filled])}"
        raise refusal(
            DataFault.SHEET,
            message,
            self._place,
            hint="name the one with the respondents as `sheet`, or to `report init` as --sheet",
        )

    def _rows(self) -> Iterator[list[Cell]]:
        """The rows in which anything stands."""
        with self._read():
            for row in self._sheet.iter_rows():
                if any(cell != "" for cell in row):
                    yield row

    @contextmanager
    def _read(self) -> Iterator[None]:
        try:
            yield
        except (SourceError, MemoryError, GeneratorExit):
            raise
        except python_calamine.PasswordError:
            message = "the workbook is protected by a password"
            raise refusal(DataFault.DAMAGED, message, self._place, hint=MEND[Kind.EXCEL]) from None
        except BaseException as error:  # noqa: BLE001 - what stops the Rust of calamine is no Exception
            told = " ".join(str(error).split())
            message = "the workbook breaks off, or is not what Excel writes"
            notes = (f"calamine: {told}",) if told else ()
            raise refusal(DataFault.DAMAGED, message, self._place, notes=notes, hint=MEND[Kind.EXCEL]) from None


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{shortened(name)}"' for name in names[:MOST_LISTED]) + (" ..." if names[MOST_LISTED:] else "")


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _column(cells: Sequence[Cell], *, is_text: bool) -> Sequence[float | str | None]:
    if is_text:
        return [_text(cell) for cell in cells]
    return [float(cell) if isinstance(cell, int | float) else None for cell in cells]


def _text(cell: Cell) -> str | None:
    """A cell as text; None where nothing stands in it."""
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return shortest(cell)
    return duration(cell.total_seconds()) if isinstance(cell, timedelta) else iso(cell)
