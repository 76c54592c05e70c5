"""How many rows a text has, counted apart from the engine, which drops a last row that breaks off in a quotation.

With two counts that agree a row is lost only where two slips undo each other: a quotation mark within a cell that has
none around it, and the broken last row. Where they differ, Python's reader goes through the file, and decides.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable

from report.frozen import frozen
from report.respondents.layout import Layout
from report.respondents.quotations import LF, Outside

LONGEST_ROW = 4_000_000
"""Bytes of a row, with all its lines."""


def count_rows(pieces: Iterable[bytes], *, has_blank_rows: bool) -> int | None:
    """The rows of a text in UTF-8 in which LF alone ends them, outside of quotation marks; None where these are odd.

    has_blank_rows: whether a blank line is a row, as where there is a single column.
    """
    import numpy as np

    n_rows, before, outside = 0, LF, Outside()
    for piece in pieces:
        read = np.frombuffer(piece, dtype=np.uint8)
        ends = (read == LF) & outside.of(read)
        n_rows += int(np.count_nonzero(ends))
        if not has_blank_rows:
            after_end = np.concatenate([[before == LF], read[:-1] == LF])
            n_rows -= int(np.count_nonzero(ends & after_end))
        before = piece[-1]
    return None if outside.is_quoted else n_rows + (before != LF)


@frozen
class WrongRow:
    """A row that cannot be taken apart. number: as a spreadsheet counts, with the header's and blank ones.

    n_cells: None where a quotation mark is at fault.
    """

    number: int
    n_cells: int | None


def go_through(lines: Iterable[str], layout: Layout) -> int | WrongRow:
    """How many rows a file has after its header, or the first that is wrong. Slow, and exact as RFC 4180 is."""
    n_cells, n_rows, number = len(layout.names), 0, 0
    limit = csv.field_size_limit(LONGEST_ROW)
    reader = csv.reader(lines, delimiter=layout.separator, strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            if reader.line_num <= layout.n_lines or not (row or n_cells == 1):
                continue
            has_bare_end = len(row) == n_cells + 1 and not row[-1]  # the engine passes over one more separator
            if row and len(row) != n_cells and not has_bare_end:
                return WrongRow(number, len(row))
            n_rows += 1
    except csv.Error:
        return WrongRow(number + 1, None)
    finally:
        csv.field_size_limit(limit)
    return n_rows
