"""Which row of a data file a respondent stands in, as the program counts that its reader opens it with.

weight              1       the header
1.2                 2       the first respondent
                    3       a blank line, which is nobody, and a row all the same
-1                  4       the second respondent
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from report.diagnostics import Diagnostic
from report.respondents.kinds import Kind, settle_kind
from report.respondents.layout import settle_layout
from report.respondents.model import Codebook
from report.respondents.row_counts import LONGEST_ROW
from report.respondents.sheets import read_sheet


def row_in_file(path: Path, codebook: Codebook, place: int, display: str) -> int:
    """The row of the respondent at a place, the first at 1; of a file without rows of its own that place.

    Of a workbook with more rows than a sheet is looked at, as if none before it were blank.
    """
    header_rows, kind = codebook.reading.header_rows or 0, settle_kind(path, display)
    if kind is Kind.TEXT:
        rows = _rows_of_text(path, codebook, display)
    elif kind is Kind.EXCEL:
        sheet = read_sheet(path, codebook.reading, display)
        filled = [] if sheet is None or isinstance(sheet, Diagnostic) else sheet.rows
        told = (number for number, row in enumerate(filled, start=1) if any(row))
        rows = (number for nth, number in enumerate(told, start=1) if nth > (header_rows or 1))
    else:
        rows = iter(())
    return next((number for nth, number in enumerate(rows, start=1) if nth == place), header_rows + place)


def _rows_of_text(path: Path, codebook: Codebook, display: str) -> Iterator[int]:
    """The numbers of the rows behind the header that are respondents."""
    reading = codebook.reading
    encoding = reading.encoding or "utf-8"
    layout = settle_layout(path, encoding, reading.separator, reading.header_rows or 1, display)
    limit = csv.field_size_limit(LONGEST_ROW)
    try:
        with io.TextIOWrapper(path.open("rb"), encoding, newline="") as lines:
            reader = csv.reader(lines, delimiter=layout.separator)
            for number, row in enumerate(reader, start=1):
                if reader.line_num > layout.n_lines and (row or len(layout.names) == 1):
                    yield number
    finally:
        csv.field_size_limit(limit)
