"""Text files: their columns, and their cells as they stand, read by DuckDB.

    file ── UTF-8, all line ends LF, one line a header row ──────────────────────> DuckDB
      └──── else: the rows alone, made so, in a file of its owner's for so long ───┘

Rows are read by one thread: several lose their way in cells of several lines, and are no faster on two processors. In
lines that end in CR LF even one thread loses its way, or rows without a word (DuckDB 2.0.1). A cell in which nothing
stands is null.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from report.diagnostics import DataPlace, SourceError
from report.respondents.decoding import UTF_8, decoded, ends_in_lf_alone, settle_encoding
from report.respondents.engine import engine, literal, private_folder, quoted
from report.respondents.faults import DataFault, refusal
from report.respondents.layout import Layout, settle_layout
from report.respondents.model import Codebook, FileReading, RawFrame, Variable

LONGEST_ROW = 4_000_000
"""Bytes of a row, with all its lines."""


def text_codebook(path: Path, reading: FileReading, display: str) -> Codebook:
    """The columns of a text file. It is read to its end, but no row is taken apart."""
    encoding = settle_encoding(path, reading.encoding, display)
    header_rows = reading.header_rows or 1
    layout = settle_layout(path, encoding, reading.separator, header_rows, display)
    variables = tuple(Variable(name) for name in layout.names)
    return Codebook(variables, reading=FileReading(encoding, layout.separator, header_rows))


@contextmanager
def text_frame(
    path: Path, codebook: Codebook, names: Sequence[str], *, folder: Path, display: str
) -> Iterator[RawFrame]:
    """Some columns of a text file, all of them text."""
    import duckdb
    import narwhals as nw

    reading = codebook.reading
    encoding, header_rows = reading.encoding or "utf-8", reading.header_rows or 1
    ends_in_lf = ends_in_lf_alone(path, encoding, is_found=False, display=display)
    layout = settle_layout(path, encoding, reading.separator, header_rows, display)
    if layout.names != codebook.names:
        message = "the file has other columns than a moment ago"
        raise refusal(DataFault.DAMAGED, message, DataPlace(display), hint="start again once it is written")
    is_plain = encoding in UTF_8 and ends_in_lf and layout.n_lines == header_rows
    with private_folder(folder) as own:
        read, n_skipped = (path, header_rows) if is_plain else (own / "rows.csv", 0)
        if not is_plain:
            _write_rows(read, _after(decoded(path, encoding), layout.n_characters))
        with engine(own, files=[path], folders=[folder]) as connection:
            try:
                relation = connection.sql(_query(read, layout, names, n_skipped))
                yield RawFrame(nw.from_native(relation), connection)
            except duckdb.InvalidInputException as error:
                if "CSV" not in str(error):
                    raise
                raise _wrong_row(path, encoding, layout, display) from None


def _query(path: Path, layout: Layout, names: Sequence[str], n_skipped: int) -> str:
    """SQL that reads columns of a file. Within it they are called by their number, whatever their names hold."""
    columns = ", ".join(f"c{place}: 'VARCHAR'" for place in range(len(layout.names)))
    chosen = ", ".join(f"c{layout.names.index(name)} AS {quoted(name)}" for name in names)
    return f"""
        SELECT {chosen} FROM read_csv({literal(str(path))}, columns = {{{columns}}}, header = false, skip = {n_skipped},
            delim = {literal(layout.separator)}, quote = '"', escape = '"', nullstr = '', comment = '',
            new_line = '\\n', auto_detect = false, strict_mode = true, parallel = false, max_line_size = {LONGEST_ROW})
    """  # noqa: S608 - names and texts are quoted


def _after(pieces: Iterable[str], n_characters: int) -> Iterator[str]:
    for piece in pieces:
        yield piece[n_characters:]
        n_characters = max(0, n_characters - len(piece))


def _write_rows(path: Path, pieces: Iterable[str]) -> None:
    """Writes rows in UTF-8 with line ends of one kind; those within quotation marks stay as they are."""
    is_quoted = False
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in pieces:
            parts = piece.split('"')
            for place, part in enumerate(parts):
                is_quoted ^= place > 0
                if not is_quoted:
                    parts[place] = part.replace("\r\n", "\n").replace("\r", "\n")
            file.write('"'.join(parts).encode("utf-8", "replace"))


def _wrong_row(path: Path, encoding: str, layout: Layout, display: str) -> SourceError:
    """Why the engine could not read the rows: the first that is longer or shorter than the header, or ill quoted."""
    found = _first_wrong_row(path, encoding, layout)
    if found is None:
        message = "the file cannot be taken apart into rows and cells"
        return refusal(DataFault.ROW, message, DataPlace(display), hint="export it anew as text")
    row, n_cells = found
    if n_cells is None:
        message = "a quotation mark opens a cell and does not close at its end"
        hint = "within quotation marks, a quotation mark that belongs to the text is doubled"
        return refusal(DataFault.ROW, message, DataPlace(display, row), hint=hint)
    cells, separator = "1 cell" if n_cells == 1 else f"{n_cells} cells", repr(layout.separator)
    message = f"the row has {cells}, the header has {len(layout.names)}"
    hint = f"cells are separated by {separator}; a cell that holds it stands in quotation marks"
    return refusal(DataFault.ROW, message, DataPlace(display, row), hint=hint)


def _first_wrong_row(path: Path, encoding: str, layout: Layout) -> tuple[int, int | None] | None:
    """The number of the row, and how many cells it has: None where a quotation mark is wrong."""
    limit = csv.field_size_limit(LONGEST_ROW)
    number = 0
    try:
        with io.TextIOWrapper(path.open("rb"), encoding, newline="") as lines:
            reader = csv.reader(lines, delimiter=layout.separator, strict=True)
            for number, row in enumerate(reader, start=1):
                if row and reader.line_num > layout.n_lines and len(row) != len(layout.names):
                    return number, len(row)
    except csv.Error:
        return number + 1, None
    finally:
        csv.field_size_limit(limit)
    return None
