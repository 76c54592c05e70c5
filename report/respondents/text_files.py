"""Text files: their columns, and their cells as they stand, read by DuckDB.

    file ── UTF-8, all line ends LF, one line a header row ──────────────────────> DuckDB
      └──── else: the rows alone, made so, in a file of its owner's for so long ───┘

Rows are read by one thread: several lose their way in cells of several lines, and are no faster on two processors. In
lines that end in CR LF even one thread loses its way, or rows without a word; so it does with a last row that breaks
off in a quotation (DuckDB 2.0.1). Hence the rows are counted twice. A cell in which nothing stands is null.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from report.diagnostics import DataPlace, SourceError
from report.respondents.decoding import PIECE, UTF_8, decoded, ends_in_lf_alone, settle_encoding
from report.respondents.engine import engine, literal, private_folder, quoted
from report.respondents.faults import DataFault, refusal
from report.respondents.layout import Layout, settle_layout
from report.respondents.model import Codebook, FileReading, RawFrame, Variable
from report.respondents.quotations import CR, LF, Outside
from report.respondents.row_counts import LONGEST_ROW, WrongRow, count_rows, go_through

if TYPE_CHECKING:
    import duckdb


def text_codebook(path: Path, reading: FileReading, display: str) -> Codebook:
    """The columns of a text file. It is read to its end, but no row is taken apart."""
    encoding = settle_encoding(path, reading.encoding, display)
    header_rows = reading.header_rows or 1
    layout = settle_layout(path, encoding, reading.separator, header_rows, display)
    variables = tuple(Variable(name, label) for name, label in zip(layout.names, layout.labels, strict=True))
    return Codebook(variables, reading=FileReading(encoding, layout.separator, header_rows))


@contextmanager
def text_frame(
    path: Path, codebook: Codebook, names: Sequence[str], *, folder: Path, display: str
) -> Iterator[RawFrame]:
    """Some columns of a text file, all of them text. Every row has been gone through once before."""
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
        n_rows = count_rows(_pieces(read, n_skipped), has_blank_rows=len(layout.names) == 1)
        with engine(own, files=[path], folders=[folder]) as connection:
            found = _found_rows(connection, _query(read, layout, names[:1], n_skipped))
            if found is None or found != n_rows:
                _settle_rows(path, encoding, layout, found, display)
            relation = connection.sql(_query(read, layout, names, n_skipped))
            yield RawFrame(nw.from_native(relation), connection)


def _found_rows(connection: duckdb.DuckDBPyConnection, query: str) -> int | None:
    """How many rows the engine finds; None where it finds a wrong one."""
    import duckdb

    try:
        found: int = connection.execute(f"SELECT count(*) FROM ({query})").fetchall()[0][0]  # noqa: S608 - of ours
    except duckdb.InvalidInputException:
        return None
    return found


def _settle_rows(path: Path, encoding: str, layout: Layout, found: int | None, display: str) -> None:
    """Refuses a file with a wrong row, and one of which the engine has not found all rows."""
    with io.TextIOWrapper(path.open("rb"), encoding, newline="") as lines:
        exact = go_through(lines, layout)
    if isinstance(exact, WrongRow):
        raise _wrong_row(exact, layout, display)
    if exact != found:
        message = "the file cannot be taken apart into rows and cells without a doubt"
        raise refusal(
            DataFault.ROW, message, DataPlace(display), hint="export it anew, with all cells in quotation marks"
        )


def _query(path: Path, layout: Layout, names: Sequence[str], n_skipped: int) -> str:
    """SQL that reads columns of a file. Within it they are called by their number, whatever their names hold."""
    columns = ", ".join(f"c{place}: 'VARCHAR'" for place in range(len(layout.names)))
    chosen = ", ".join(f"c{layout.names.index(name)} AS {quoted(name)}" for name in names)
    return f"""
        SELECT {chosen} FROM read_csv({literal(str(path))}, columns = {{{columns}}}, header = false, skip = {n_skipped},
            delim = {literal(layout.separator)}, quote = '"', escape = '"', nullstr = '', comment = '',
            new_line = '\\n', auto_detect = false, strict_mode = true, parallel = false, max_line_size = {LONGEST_ROW},
            hive_partitioning = false, compression = 'none')
    """  # noqa: S608 - names and texts are quoted


def _after(pieces: Iterable[str], n_characters: int) -> Iterator[str]:
    for piece in pieces:
        yield piece[n_characters:]
        n_characters = max(0, n_characters - len(piece))


def _pieces(path: Path, n_skipped: int) -> Iterator[bytes]:
    """A file after so many lines, piece by piece."""
    with path.open("rb") as file:
        for _ in range(n_skipped):
            file.readline()
        while piece := file.read(PIECE):
            yield piece


def _write_rows(path: Path, pieces: Iterable[str]) -> None:
    """Writes rows in UTF-8 and ends each with LF; line ends within quotation marks stay as they are."""
    import numpy as np

    outside = Outside()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in pieces:
            read = np.frombuffer(piece.encode("utf-8", "replace"), dtype=np.uint8)
            ends = (read == CR) & outside.of(read)
            is_crlf = ends & np.append(read[1:] == LF, False)
            file.write(np.where(ends, np.uint8(LF), read)[~is_crlf].tobytes())


def _wrong_row(wrong: WrongRow, layout: Layout, display: str) -> SourceError:
    place = DataPlace(display, wrong.number)
    if wrong.n_cells is None:
        message = "a quotation mark opens a cell and does not close at its end"
        hint = "within quotation marks, a quotation mark that belongs to the text is doubled"
        return refusal(DataFault.ROW, message, place, hint=hint)
    cells, separator = "1 cell" if wrong.n_cells == 1 else f"{wrong.n_cells} cells", repr(layout.separator)
    message = f"the row has {cells}, the header has {len(layout.names)}"
    hint = f"cells are separated by {separator}; a cell that holds it stands in quotation marks"
    return refusal(DataFault.ROW, message, place, hint=hint)
