"""A file as text with places: bytes are bounded, decoded as UTF-8 and freed from what no text may hold.

What follows never meets a byte, a byte order mark or a control character; offsets count characters of `text`.
"""

from __future__ import annotations

import codecs
import itertools
import os
import re
import stat
from bisect import bisect_right
from dataclasses import field, replace
from pathlib import Path

from report.characters import named
from report.diagnostics import Diagnostic, Location
from report.frozen import frozen
from report.yaml_source.faults import Fault

LARGEST_FILE = 4_000_000
"""Bytes; a file of exactly this size is still read."""

_LINE_BREAK = re.compile(r"\r\n|\n|\r")

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, what YAML takes for line breaks and editors do not, and signs that turn the reading direction."""

MOST_FORBIDDEN = 10
"""Forbidden characters reported of one file; a file full of them is no text."""

_STAND_IN = "\N{REPLACEMENT CHARACTER}"

_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@frozen
class SourceFile:
    """The text of a file and the name that its places carry.

    shown: the text whose lines places show, where a value in `text` is hidden; of the same length.
    """

    name: str
    text: str
    shown: str = field(default="", repr=False)
    line_starts: tuple[int, ...] = field(init=False, compare=False, repr=False)
    lines: tuple[str, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Finds the lines once: their texts are kept by every place in them."""
        shown = self.shown or self.text
        breaks = list(_LINE_BREAK.finditer(shown))
        starts = (0, *(line_break.end() for line_break in breaks))
        ends = (*(line_break.start() for line_break in breaks), len(shown))
        object.__setattr__(self, "shown", shown)
        object.__setattr__(self, "line_starts", starts)
        object.__setattr__(self, "lines", tuple(shown[first:last] for first, last in zip(starts, ends, strict=True)))

    def place(self, offset: int, length: int = 1) -> Location:
        """The place of the character at `offset` (the end of the file included), `length` characters underlined."""
        line = self.line_of(offset)
        start = self.line_starts[line - 1]
        return Location(self.name, line, offset - start + 1, self.line(line), max(1, length))

    def span(self, first: int, last: int) -> Location:
        """The place of what stands from `first` up to `last`, underlined as far as its first line goes."""
        place = self.place(first)
        return replace(place, length=max(1, min(last - first, len(place.line_text) - place.column + 1)))

    def line_of(self, offset: int) -> int:
        """The number of the line in which `offset` lies, from 1."""
        return bisect_right(self.line_starts, offset)

    def line(self, number: int) -> str:
        """A whole line as it is shown, its line break left off."""
        return self.lines[number - 1]

    def hiding(self, first: int, last: int) -> SourceFile:
        """The same file with a one-letter text in the place of what stands there; places go on showing it."""
        stand_in = "x".ljust(last - first)
        return SourceFile(self.name, self.text[:first] + stand_in + self.text[last:], self.shown)

    def is_on_one_line(self, first: int, last: int) -> bool:
        """Whether two offsets lie in the same line."""
        return self.line_of(first) == self.line_of(last)


def load(path: Path, name: str, *, named_at: Location | None) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The file under the name its user knows it by, or why it cannot be read; `named_at` is where a file names it."""
    raw = _read_bounded(path, name, named_at)
    return (None, (raw,)) if isinstance(raw, Diagnostic) else decode(raw, name)


def _read_bounded(path: Path, name: str, named_at: Location | None) -> bytes | Diagnostic:
    try:
        # Without O_NONBLOCK, opening a named pipe waits for somebody to write to it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 a Path cannot open a descriptor
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Diagnostic(Fault.NOT_A_FILE, f'"{name}" is not a file', named_at)
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return Diagnostic(Fault.MISSING_FILE, f'there is no file "{name}"', named_at)
    except IsADirectoryError:
        return Diagnostic(Fault.NOT_A_FILE, f'"{name}" is not a file but a folder', named_at)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        return Diagnostic(Fault.UNREADABLE_FILE, f'"{name}" cannot be read: {reason}', named_at)
    if len(raw) > LARGEST_FILE:
        largest = f"{LARGEST_FILE // 1_000_000} MB"
        return Diagnostic(Fault.FILE_TOO_LARGE, f'"{name}" is larger than {largest}', named_at)
    return raw


def decode(raw: bytes, name: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of a file in UTF-8, with or without byte order mark.

    The first forbidden characters are reported; all stand in the text as U+FFFD, so that reading can go on. A byte
    order mark further on, where files were joined, stands as the blank without width, which YAML lets pass.
    """
    foreign = _foreign_encoding(raw, name)
    if foreign:
        return None, (foreign,)
    written = raw.removeprefix(codecs.BOM_UTF8).decode().replace("\ufeff", "\u200b")
    source = SourceFile(name, _FORBIDDEN.sub(_STAND_IN, written))
    found = itertools.islice(_FORBIDDEN.finditer(written), MOST_FORBIDDEN)
    return source, tuple(forbidden_character(each[0], source.place(each.start())) for each in found)


def _foreign_encoding(raw: bytes, name: str) -> Diagnostic | None:
    start = Location(name, 1, 1)
    hint = "save the file as text in UTF-8"
    encoding = _BYTE_ORDER_MARKS.get(raw[:2])
    if encoding:
        return Diagnostic(Fault.WRONG_ENCODING, f"the file is in {encoding}, not in UTF-8", start, hint=hint)
    if b"\x00" in raw:
        return Diagnostic(
            Fault.NOT_TEXT, "the file holds bytes of value zero, so it is no text in UTF-8", start, hint=hint
        )
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        # In Latin-1 a character is a byte; cut at the fault, everything before it counts in characters of UTF-8.
        before = raw[: error.start].decode()
        line = re.split(rb"\r\n|\n|\r", raw[error.start :], maxsplit=1)[0].decode("latin-1")
        place = SourceFile(name, before + line).place(len(before))
        message = f"the file is not in UTF-8: the byte 0x{raw[error.start]:02X} cannot stand here"
        note = f'in the older encoding Latin-1 it is "{chr(raw[error.start])}"'
        is_printable = chr(raw[error.start]).isprintable()
        return Diagnostic(Fault.WRONG_ENCODING, message, place, (note,) if is_printable else (), hint)
    return None


def forbidden_character(character: str, place: Location) -> Diagnostic:
    """The fault of a character that no text may hold, at its place."""
    return Diagnostic(
        Fault.CONTROL_CHARACTER,
        f"the control character {named(character)} cannot stand in a text",
        place,
        hint="delete it; most editors do not show it",
    )


def find_forbidden(text: str) -> int | None:
    """The offset of the first forbidden character in a text that was read, where an escape can have put it."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None
