"""The cells of a sheet as they stand, row by row: of a text file, or of a workbook.

A published table begins anywhere and has rows of any length, so nothing here knows a header. Large sheets are read as
far as a table would go.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from report.diagnostics import Diagnostic, SourceError
from report.frozen import frozen
from report.respondents.apart import cells_apart
from report.respondents.decoding import decoded, settle_encoding
from report.respondents.kinds import Kind, settle_kind
from report.respondents.model import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, FileReading

SEPARATORS = (",", ";", "\t", "|")
ROWS_LOOKED_AT = 200
_TOLD = re.compile("sep=(.)(\r\n|\n|\r)")


@frozen
class Sheet:
    """Rows of cells as texts, an empty one where nothing stands; the first is row 1, as a spreadsheet counts.

    is_whole: whether there are no more rows and columns than these.
    """

    rows: tuple[tuple[str, ...], ...]
    is_whole: bool = True


def read_sheet(path: Path, reading: FileReading, display: str) -> Sheet | Diagnostic | None:
    """The cells of a text file or a workbook, or why they are not read; None for files of other kinds."""
    try:
        kind = settle_kind(path, display)
        if kind is Kind.EXCEL:
            return _bounded(cells_apart(path, reading, display))
        return _bounded([*_text_rows(path, reading, display)]) if kind is Kind.TEXT else None
    except csv.Error:  # a cell that is longer than a table has any
        return Sheet((), is_whole=False)
    except SourceError as error:
        return error.diagnostics[0]


def _bounded(rows: list[list[str]]) -> Sheet:
    is_whole = len(rows) <= MOST_SHEET_ROWS and all(len(row) <= MOST_SHEET_COLUMNS for row in rows)
    kept = tuple(tuple(cell.strip() for cell in row[:MOST_SHEET_COLUMNS]) for row in rows[:MOST_SHEET_ROWS])
    return Sheet(kept, is_whole)


def _text_rows(path: Path, reading: FileReading, display: str) -> Iterator[list[str]]:
    """The rows of a text file, one whose cell has several lines counted as one; raises csv.Error for a huge cell."""
    encoding = settle_encoding(path, reading.encoding, display)
    text = _beginning(decoded(path, encoding))
    told = _TOLD.match(text)
    text = "\n" + text[told.end() :] if told else text
    separator = reading.separator or (told[1] if told else max(SEPARATORS, key=lambda each: _parts(text, each)))
    yield from islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), MOST_SHEET_ROWS + 1)


_LONGEST = 20_000_000
"""Characters that are looked at: a published table has far fewer."""


def _beginning(pieces: Iterator[str]) -> str:
    found, length = list[str](), 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length > _LONGEST:
            break
    return "".join(found)


def _parts(text: str, separator: str) -> int:
    """How many cells the first rows have beyond one each."""
    try:
        rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), ROWS_LOOKED_AT)
        return sum(len(row) - 1 for row in rows if row)
    except csv.Error:
        return 0
