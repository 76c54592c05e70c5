"""Multiple-response sets as an SPSS file declares them, read from its dictionary.

pyreadstat tells of them too, but reads a counted value as a whole number ("Yes" becomes 0) and knows no labels of
counted values. Source of the format: GNU PSPP Internals, "System File Format", with the dictionary's records:

    header (176 bytes) · variable (2) ... · value labels (3, 4) ... · documents (6) · extensions (7) ... · end (999)
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from report.frozen import frozen
from report.respondents.model import Code, MultipleSet, Variable

HEADER = 176
LAYOUT_AT = 64
"""Where the header holds a number that is 2 or 3, by which the order of the bytes is known."""
VARIABLE, LABELS, LABELLED, DOCUMENTS, EXTENSION, END = 2, 3, 4, 6, 7, 999
SETS = (7, 19)
"""Subtypes of the extensions with sets: as SPSS 12 wrote them, and those that came later."""
LONG_NAMES = 13
LARGEST_RECORD = 10_000_000
"""Bytes; what claims to be larger is not read."""

_START = re.compile(rb"\$?(?P<name>[^=\n]+)=(?:(?P<categories>C) |D|E (?P<flags>11?) )")
_LENGTH = re.compile(rb"(\d{1,9}) ")
"""In front of a text; another blank follows the text."""


class _BrokenError(Exception):
    """The dictionary is not what the format says; whatever was found before stands."""


def multiple_sets(path: Path, encoding: str, variables: Sequence[Variable]) -> tuple[MultipleSet, ...]:
    """The sets of a file whose texts have an encoding; none where its dictionary cannot be followed.

    variables: all of the file. A set of which the file has none is left out.
    """
    by_lower = {variable.name.lower(): variable for variable in variables}
    long_names: dict[str, str] = {}
    records = list[bytes]()
    with path.open("rb") as file, suppress(_BrokenError):
        for subtype, data in _Dictionary(file).extensions():
            if subtype == LONG_NAMES:
                pairs = (each.partition("=") for each in data.decode(encoding, "replace").split("\t"))
                long_names |= {short.lower(): name.rstrip("\0") for short, _, name in pairs}
            elif subtype in SETS:
                records.append(data)
    declared = (each for record in records for each in _declared(record, encoding))
    return tuple(found for each in declared if (found := _of_the_file(each, long_names, by_lower)))


class _Dictionary:
    """Goes through the records of a dictionary; at the start stands the header."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        header = self._taken(HEADER)
        orders = [order for order in "<>" if struct.unpack_from(f"{order}i", header, LAYOUT_AT)[0] in (2, 3)]
        if not orders:
            raise _BrokenError
        self._order = orders[0]

    def extensions(self) -> Iterator[tuple[int, bytes]]:
        """The subtype and the bytes of every extension record."""
        skip: dict[int, Callable[[], object]] = {
            VARIABLE: self._skip_variable,
            LABELS: self._skip_labels,
            LABELLED: lambda: self._taken(4 * self._number()),
            DOCUMENTS: lambda: self._taken(80 * self._number()),
        }
        while (kind := self._number()) != END:
            if kind == EXTENSION:
                subtype, size, count = self._number(), self._number(), self._number()
                yield subtype, self._taken(size * count)
            elif kind in skip:
                skip[kind]()
            else:
                raise _BrokenError

    def _taken(self, size: int) -> bytes:
        if not 0 <= size <= LARGEST_RECORD:
            raise _BrokenError
        data = self._file.read(size)
        if len(data) < size:
            raise _BrokenError
        return data

    def _number(self) -> int:
        found: int = struct.unpack(f"{self._order}i", self._taken(4))[0]
        return found

    def _skip_variable(self) -> None:
        _width, has_label, n_missing = self._number(), self._number(), self._number()
        self._taken(16)  # formats and name
        if has_label:
            self._taken(-(-self._number() // 4) * 4)
        self._taken(8 * abs(n_missing))

    def _skip_labels(self) -> None:
        for _ in range(self._number()):
            length = self._taken(9)[8]
            self._taken(-(-(length + 1) // 8) * 8 - 1)


@frozen
class _Declared:
    """A set in the words of the file. counted: None for categories. is_labelled_by_first: as its first variable is."""

    name: str
    label: str
    counted: str | None
    is_named_by_values: bool
    is_labelled_by_first: bool
    variables: tuple[str, ...]


def _declared(record: bytes, encoding: str) -> Iterator[_Declared]:
    """The sets of a record; lengths in it count bytes. What cannot be followed ends it."""
    text, position = record, 0

    def counted_text() -> bytes:
        nonlocal position
        found = _LENGTH.match(text, position)
        if not found:
            raise _BrokenError
        position = found.end() + int(found.group(1)) + 1
        return text[found.end() : position - 1]

    with suppress(_BrokenError):
        while start := _START.match(text, position):
            position = start.end()
            counted = None if start["categories"] else counted_text()
            label = counted_text()
            end = text.find(b"\n", position)
            names = text[position : end if end >= 0 else len(text)].decode(encoding, "replace").rstrip("\0").split()
            yield _Declared(
                start["name"].decode(encoding, "replace"),
                label.decode(encoding, "replace"),
                None if counted is None else counted.decode(encoding, "replace").rstrip(),
                start["flags"] is not None,
                start["flags"] == b"11",
                tuple(names),
            )
            if end < 0:
                return
            position = end + 1


def _of_the_file(
    declared: _Declared, long_names: Mapping[str, str], by_lower: Mapping[str, Variable]
) -> MultipleSet | None:
    lower = (long_names.get(name.lower(), name).lower() for name in declared.variables)
    variables = tuple(by_lower[name] for name in lower if name in by_lower)
    if not variables:
        return None
    first, counted = variables[0], declared.counted
    return MultipleSet(
        declared.name,
        (first.label if declared.is_labelled_by_first else declared.label) or None,
        tuple(variable.name for variable in variables),
        counted if counted is None or first.is_text else _code(counted),
        declared.is_named_by_values,
    )


def _code(text: str) -> Code:
    try:
        return float(text)
    except ValueError:
        return text
