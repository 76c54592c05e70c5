"""How a text file is laid out: what separates its cells, and how far its header goes.

sep=;                          what stands between cells: found by trying which candidate gives rows of one length
"Q1";"Which of these";""       header rows, one to three; a quoted cell may have several lines
1;yes;no                       rows
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from report.diagnostics import DataPlace, shortened
from report.frozen import frozen
from report.respondents.decoding import LONGEST_LINE, decoded
from report.respondents.faults import DataFault, refusal
from report.respondents.header import column_labels, column_names

SEPARATORS = (",", ";", "\t", "|")
"""What is tried, in this order."""
_TOLD = re.compile("sep=(.)(\r\n|\n|\r)")
"""A first line by which Excel is told what separates the cells."""
NO_SEPARATORS = '"\r\n\ufeff'
MOST_COLUMNS = 5000
"""A file with exactly so many is still read."""
HEAD = 1_000_000
"""Characters that are looked at to find the separator, beside the header."""
MOST_ROWS_LOOKED_AT = 200
LONGEST_NAME = csv.field_size_limit()


@frozen
class Layout:
    """Where the cells of a text file stand. n_characters, n_lines: of the header, with blank lines before and in it.

    labels: what the header says of each column beside its name.
    """

    separator: str
    names: tuple[str, ...]
    labels: tuple[str | None, ...]
    n_characters: int
    n_lines: int


def settle_layout(path: Path, encoding: str, separator: str | None, header_rows: int, display: str) -> Layout:
    """How a file is laid out that is text in an encoding. separator: the declared one, None to find it."""
    place = DataPlace(display)
    if separator is not None and (len(separator) != 1 or separator in NO_SEPARATORS):
        message = f'"{shortened(separator)}" cannot separate cells'
        hint = 'a separator is one character: "," or ";" or "|" or, for a tab, "\\t"'
        raise refusal(DataFault.SEPARATOR, message, place, hint=hint)
    head = _head(path, encoding)
    told = _TOLD.match(head)
    known = separator or (told and told.group(1))
    attempts = [_attempt(head, each, header_rows, told) for each in ((known,) if known else _in_question(head))]
    found = max((each for each in attempts if each), key=lambda each: each.quality, default=None)
    if found is None or (found.n_columns == 1 and None in attempts):
        message = f"a name in the header is longer than {LONGEST_NAME:,} characters"
        hint = "a quotation mark that opens a cell is closed at its end"
        raise refusal(DataFault.ROW, message, DataPlace(display, 1), hint=hint)
    if found.n_columns > MOST_COLUMNS:
        message = f"the header has {found.n_columns:,} columns, more than {MOST_COLUMNS:,}"
        hint = "export only the columns that the survey asks, or check the separator"
        raise refusal(DataFault.TOO_LARGE, message, place, hint=hint)
    if len(found.header) < header_rows:
        raise refusal(DataFault.EMPTY, "the file has no header", place, hint=_hint(header_rows))
    if not _has_rows(path, encoding, found.n_characters):
        if _is_open(head, found.separator):
            message = "a quotation mark opens a cell in this line and is never closed"
            line = head.count("\n", 0, head.rindex('"')) + 1
            hint = "close it at the end of its cell, or take it out"
            raise refusal(DataFault.ROW, message, DataPlace(display, line), hint=hint)
        raise refusal(DataFault.EMPTY, "the file has a header and no respondent", place, hint=_hint(header_rows))
    names, labels = column_names(found.header), column_labels(found.header)
    return Layout(found.separator, names, labels, found.n_characters, found.n_lines)


def _is_open(text: str, separator: str) -> bool:
    """Whether a text ends within quotation marks."""
    try:
        deque(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), maxlen=0)
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _hint(header_rows: int) -> str:
    rows = "a row" if header_rows == 1 else f"{header_rows} rows"
    return f"the file begins with {rows} of names, then comes one row for every respondent"


def _head(path: Path, encoding: str) -> str:
    """The beginning of the file; whole lines, and whole header rows wherever these are of a length to be read."""
    text = ""
    for piece in decoded(path, encoding):
        text += piece
        if len(text) > HEAD + LONGEST_LINE:
            return text[: text.rindex("\n" if "\n" in text else "\r") + 1]
    return text


def _in_question(head: str) -> Sequence[str]:
    """The separators to try. In a file with a single column it is best one that its cells do not hold."""
    return sorted(SEPARATORS, key=lambda each: each in head)


@frozen
class _Attempt:
    """What a separator makes of the beginning of a file. fit: the share of rows that are as long as the header."""

    separator: str
    header: tuple[tuple[str, ...], ...]
    n_characters: int
    n_lines: int
    fit: float

    @property
    def n_columns(self) -> int:
        return max((len(row) for row in self.header), default=0)

    @property
    def quality(self) -> tuple[bool, float, int]:
        """What the best attempt has most of: columns that rows keep to."""
        return (self.n_columns > 1 and self.fit > 0, self.fit if self.n_columns > 1 else 0, self.n_columns)


def _attempt(head: str, separator: str, header_rows: int, told: re.Match[str] | None) -> _Attempt | None:
    """What a separator makes of the beginning of a file; None where a name of the header would have no end."""
    lines = _Counted(head, after=told)
    rows = (tuple(row) for row in csv.reader(lines, delimiter=separator) if row)
    try:
        header = tuple(islice(rows, header_rows))
    except csv.Error:  # a cell that is longer than its limit, nothing else is one for a reader that is not strict
        return None
    n_characters, n_lines = lines.n_characters, lines.n_lines
    width = max((len(row) for row in header), default=0)
    lengths = [len(row) for row in islice(_sound(rows), MOST_ROWS_LOOKED_AT)]
    fit = sum(length == width for length in lengths) / len(lengths) if lengths else 1.0
    return _Attempt(separator, header, n_characters, n_lines, fit)


def _sound(rows: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    try:
        yield from rows
    except csv.Error:
        return


class _Counted:
    """The lines of a text, counting how many were taken, or come before what is read."""

    def __init__(self, text: str, *, after: re.Match[str] | None) -> None:
        self._lines = io.StringIO(text, newline="")
        self.n_characters = self._lines.seek(after.end() if after else 0)
        self.n_lines = 1 if after else 0

    def __iter__(self) -> _Counted:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.n_characters += len(line)
        self.n_lines += 1
        return line


def _has_rows(path: Path, encoding: str, n_characters: int) -> bool:
    """Whether anything but blank lines comes after so many characters."""
    for piece in decoded(path, encoding):
        if piece[n_characters:].strip("\r\n"):
            return True
        n_characters = max(0, n_characters - len(piece))
    return False
