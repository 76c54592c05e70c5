"""The characters of a text file: which encoding it has, and its text piece by piece, bounded in memory.

Found without being declared: UTF-8, UTF-16 and UTF-32 by their byte order mark, else UTF-8 where the whole file is
that, else Windows-1252; a file that is UTF-8 but for a few bytes is refused, since neither reads all of it. The file is
read to its end for it: in exports of surveys the first umlaut is often far down, in an answer to an open question.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from report.diagnostics import DataPlace, SourceError, near_miss, shortened
from report.respondents.faults import DataFault, refusal

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins like that of UTF-16."""
UTF_8 = ("utf-8", "utf-8-sig", "ascii")
FALLBACK = "cp1252"
NOT_OF_FILES = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem")
"""Encodings of Python that no file has, or not the same one on every machine."""
COMMON = ("utf-8", "utf-16", "cp1252", "latin-1", "iso8859-15", "mac-roman", "cp1250", "cp1251", "cp850", "shift-jis")

LEAST_LETTERS, LETTERS_A_STRAY = 3, 2
"""Letters of several bytes that a file of UTF-8 has at least, in all and for each byte that is not."""

PIECE = 1 << 19
"""Bytes that are read at once: fewer than a line may have characters."""
LONGEST_LINE = 1_000_000
"""Characters from one line end to the next; a line of exactly this length is still read.

The engine reads rows of up to two million bytes, and past sixteen million drops them without a word.
"""


def settle_encoding(path: Path, declared: str | None, display: str) -> str:
    """The encoding of a file as Python knows it, found or declared; the whole file is text in it."""
    with path.open("rb") as file:
        head = file.read(4)
    marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), None)
    encoding = marked if declared is None else known_encoding(declared, display)
    if encoding is None:
        try:
            _read_through(path, "utf-8", display)
        except UnicodeDecodeError as error:
            if _is_mostly_utf_8(path):
                raise _stray_byte(path, error, display) from None
            encoding = FALLBACK
        else:
            return "utf-8"
    ends_in_lf_alone(path, encoding, is_found=declared is None, display=display)
    return encoding


def _is_mostly_utf_8(path: Path) -> bool:
    """Whether a file with bytes that are not UTF-8 has far more letters that are; no other encoding has many such."""
    n_letters, n_stray = 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")  # a stray byte becomes half of a surrogate pair
    with path.open("rb") as file:
        while raw := file.read(PIECE):
            foreign = [char for char in decoder.decode(raw) if char > "\x7f"]
            strays = sum("\udc80" <= char <= "\udcff" for char in foreign)
            n_letters, n_stray = n_letters + len(foreign) - strays, n_stray + strays
    return n_letters >= max(LEAST_LETTERS, LETTERS_A_STRAY * n_stray)


def _stray_byte(path: Path, error: UnicodeDecodeError, display: str) -> SourceError:
    row = row_after(decoded(path, "utf-8", until=error.start))
    message = f"byte {error.start + 1:,} of the file, 0x{error.object[0]:02X}, is no UTF-8, as the rest of it is"
    hint = f'write this row anew in UTF-8, or declare `csv: {{encoding: "{FALLBACK}"}}` if all of the file is that'
    return refusal(DataFault.UNDECODABLE, message, DataPlace(display, row), hint=hint)


def known_encoding(declared: str, display: str) -> str:
    """A declared encoding as Python calls it."""
    try:
        name = codecs.lookup(declared).name
        io.TextIOWrapper(io.BytesIO(), encoding=name)  # refuses what makes no text of bytes
    except (LookupError, ValueError):
        name = None
    if name is None or name.replace("_", "-") in NOT_OF_FILES:
        message = f'there is no encoding "{shortened(declared)}"'
        hint = near_miss(declared.lower(), COMMON) or f"among others there are {', '.join(COMMON)}"
        raise refusal(DataFault.ENCODING, message, DataPlace(display), hint=hint)
    return name


def ends_in_lf_alone(path: Path, encoding: str, *, is_found: bool, display: str) -> bool:
    """Whether a file holds no CR. It is read through: refused is what is no text, or too long in one line.

    is_found: whether nobody declared the encoding.
    """
    try:
        return _read_through(path, encoding, display)
    except UnicodeError as error:
        raise _undecodable(path, encoding, error, is_found=is_found, display=display) from None


def _read_through(path: Path, encoding: str, display: str) -> bool:
    has_cr, lines = False, _Lines()
    for piece in decoded(path, encoding):
        if "\0" in piece:
            raise _no_text(path, encoding, lines.n_characters + piece.index("\0"), display)
        too_long = lines.go_on(piece)
        if too_long is not None:
            raise _too_long(path, encoding, too_long, display)
        has_cr = has_cr or "\r" in piece
    return not has_cr


def decoded(path: Path, encoding: str, *, until: int | None = None) -> Iterator[str]:
    """The text of a file, piece by piece, its line ends as they are; no piece ends between the two of CR LF.

    until: how many bytes are read. Raises UnicodeDecodeError, whose `start` counts from the beginning of the file, and
    UnicodeError for UTF-16 and UTF-32 that should have a byte order mark.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    held, n_read = "", 0
    with path.open("rb") as file:
        while raw := file.read(PIECE if until is None else min(PIECE, until - n_read)):
            n_read += len(raw)
            text = held + _decode(decoder, raw, n_read, is_last=False)
            held = "\r" if text.endswith("\r") else ""
            yield text.removesuffix("\r")
    yield held + _decode(decoder, b"", n_read, is_last=True)


def _decode(decoder: codecs.IncrementalDecoder, raw: bytes, n_read: int, *, is_last: bool) -> str:
    try:
        return decoder.decode(raw, is_last)
    except UnicodeDecodeError as error:
        before = n_read - len(error.object)
        where = (before + error.start, before + error.end)
        raise UnicodeDecodeError(error.encoding, error.object[error.start :], *where, error.reason) from None


class _Lines:
    """Measures the lines of a text that is read piece by piece."""

    def __init__(self) -> None:
        self.n_characters = 0
        self._start = 0

    def go_on(self, piece: str) -> int | None:
        """Read a piece further; where a line begins that is too long."""
        before = self.n_characters
        self.n_characters += len(piece)
        ends = [find(end) for end in ("\n", "\r") for find in (piece.find, piece.rfind) if end in piece]
        if not ends:
            return self._start if self.n_characters - self._start > LONGEST_LINE else None
        if before + min(ends) - self._start > LONGEST_LINE:
            return self._start
        self._start = before + max(ends) + 1
        return None


def row_after(pieces: Iterable[str]) -> int:
    """The row in which a text ends, as a spreadsheet counts them: a quoted cell may have several lines."""
    number, is_quoted = 1, False
    for piece in pieces:
        for place, part in enumerate(piece.split('"')):
            is_quoted ^= place > 0
            if not is_quoted:
                number += part.count("\n") + part.count("\r") - part.count("\r\n")
    return number


def _first(pieces: Iterable[str], n_characters: int) -> Iterator[str]:
    for piece in pieces:
        yield piece[:n_characters]
        n_characters -= len(piece)
        if n_characters <= 0:
            return


def _too_long(path: Path, encoding: str, start: int, display: str) -> SourceError:
    row = row_after(_first(decoded(path, encoding), start))
    message = f"a line is longer than {LONGEST_LINE:,} characters"
    hint = "a data file has a line for every respondent; export it anew"
    return refusal(DataFault.TOO_LARGE, message, DataPlace(display, row), hint=hint)


def _no_text(path: Path, encoding: str, position: int, display: str) -> SourceError:
    row = row_after(_first(decoded(path, encoding), position))
    message = f"character {position + 1:,} of the file is a zero, which no text holds"
    hint = 'if it is UTF-16 without a byte order mark, declare the encoding "utf-16-le"; else export it anew as text'
    return refusal(DataFault.OTHER_KIND, message, DataPlace(display, row), hint=hint)


def _undecodable(path: Path, encoding: str, error: UnicodeError, *, is_found: bool, display: str) -> SourceError:
    if not isinstance(error, UnicodeDecodeError):
        message = f"the file does not begin with the byte order mark that {encoding} has"
        hint = f'declare "{encoding}-le" or "{encoding}-be"'
        return refusal(DataFault.UNDECODABLE, message, DataPlace(display), hint=hint)
    row = row_after(decoded(path, encoding, until=error.start))
    is_what = "neither UTF-8 nor Windows-1252" if is_found and encoding == FALLBACK else f"no {encoding}"
    message = f"byte {error.start + 1:,} of the file, 0x{error.object[0]:02X}, is {is_what}"
    hint = f"declare the encoding that the file has: among others there are {', '.join(COMMON)}"
    return refusal(DataFault.UNDECODABLE, message, DataPlace(display, row), hint=hint)
