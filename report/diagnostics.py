"""Faults as values: where, what, how to mend it; and the one error family that carries them.

Whoever finds a fault returns or collects `Diagnostic`s; the pipeline raises them together as a
`ReportError` once a stage cannot go on. Nobody prints here: the command line chooses the form.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches
from enum import Enum
from itertools import pairwise

from report.characters import columns
from report.frozen import frozen


class Severity(Enum):
    """How much a fault matters: an error stops the build, a warning is told and passed over."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Location:
    """A place in a source file; `line` and `column` count characters from 1, as editors do.

    `line_text` is the whole source line, kept so that a fault found much later can still show it.
    `length` is the number of characters to underline (at least one).
    """

    file: str
    line: int
    column: int
    line_text: str = field(default="", compare=False, repr=False)
    length: int = field(default=1, compare=False)

    def shifted(self, characters: int, length: int = 1) -> Location:
        """The place `characters` further right on the same line."""
        return Location(self.file, self.line, self.column + characters, self.line_text, length)

    @property
    def in_file(self) -> tuple[int, int]:
        """What places of one file are ordered by."""
        return self.line, self.column

    def as_text(self) -> str:
        """The place as terminals and editors know it."""
        return f"{self.file}:{self.line}:{self.column}"

    def as_json(self) -> dict[str, object]:
        """The place as plain values."""
        return {"file": self.file, "line": self.line, "column": self.column, "length": self.length}


@frozen
class DeckPlace:
    """A place in a finished deck: a slide, counted from 1 in the order of the show, and on it a shape by its name.

    part: names what lies on no slide, as its path in the file. Without any of them, the whole file is meant.
    """

    file: str
    slide: int | None = None
    shape: str | None = None
    part: str | None = None

    @property
    def in_file(self) -> tuple[int, int]:
        """What places of one file are ordered by: what concerns the whole deck comes first."""
        return self.slide or 0, 0

    def as_text(self) -> str:
        """The place in the words of who looks at the deck."""
        slide = f"slide {self.slide}" if self.slide else None
        shape = f'"{shortened(self.shape)}"' if self.shape else None
        inside = ", ".join(each for each in (slide, shape, self.part) if each)
        return f"{self.file}: {inside}" if inside else self.file

    def as_json(self) -> dict[str, object]:
        """The place as plain values."""
        nowhere = {"line": None, "column": None, "length": None}
        return {"file": self.file, **nowhere, "slide": self.slide, "shape": self.shape, "part": self.part}


@frozen
class PdfPlace:
    """A place in a finished PDF: a page, counted from 1, and a tag by its type and how many of it came before.

    Without either, the whole file is meant.
    """

    file: str
    page: int | None = None
    tag: str | None = None

    @property
    def in_file(self) -> tuple[int, int]:
        """What places of one file are ordered by: what concerns the whole file comes first."""
        return self.page or 0, 0

    def as_text(self) -> str:
        """The place in the words of who looks at the page and at its tags."""
        page = f"page {self.page}" if self.page else None
        inside = ", ".join(each for each in (page, self.tag) if each)
        return f"{self.file}: {inside}" if inside else self.file

    def as_json(self) -> dict[str, object]:
        """The place as plain values."""
        nowhere = {"line": None, "column": None, "length": None}
        return {"file": self.file, **nowhere, "page": self.page, "tag": self.tag}


@frozen
class DataPlace:
    """A place in a data file with one respondent a row: a row, as a spreadsheet counts them, or a variable by its name.

    Without either, the whole file is meant.
    """

    file: str
    row: int | None = None
    variable: str | None = None

    @property
    def in_file(self) -> tuple[int, int]:
        """What places of one file are ordered by: what concerns the whole file comes first."""
        return self.row or 0, 0

    def as_text(self) -> str:
        """The place in the words of who looks at the table."""
        row = f"row {self.row}" if self.row else None
        variable = f'variable "{shortened(self.variable)}"' if self.variable else None
        inside = ", ".join(each for each in (row, variable) if each)
        return f"{self.file}: {inside}" if inside else self.file

    def as_json(self) -> dict[str, object]:
        """The place as plain values."""
        nowhere = {"line": None, "column": None, "length": None}
        return {"file": self.file, **nowhere, "row": self.row, "variable": self.variable}


@frozen
class SourceText:
    """A text of an author together with the places its characters were read from.

    `starts` holds pairs (offset in the text, place), ascending: from that offset on the characters stand one after
    the other from that place, or in no file (None). A plain scalar has one pair, a block or folded scalar one a line.
    It equals and hashes as its text alone, so positions never decide anything.
    """

    text: str
    starts: tuple[tuple[int, Location | None], ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def joined(cls, parts: Iterable[SourceText]) -> SourceText:
        """The parts one after the other, each with its own places."""
        text, starts = "", list[tuple[int, Location | None]]()
        for part in parts:
            starts += [(len(text), None), *((len(text) + offset, place) for offset, place in part.starts)]
            text += part.text
        return cls(text, tuple(starts))

    def at(self, offset: int, length: int = 1) -> Location | None:
        """The place of the character at `offset`; None for a text that was not read from a file."""
        index = bisect_right(self.starts, offset, key=lambda start: start[0]) - 1
        if index < 0:
            return None
        first, place = self.starts[index]
        return place.shifted(offset - first, length) if place else None

    def part(self, start: int, end: int) -> SourceText:
        """The characters from offset `start` up to `end`, with their places."""
        first = self.at(start)
        later = tuple((offset - start, place) for offset, place in self.starts if start < offset < end)
        return SourceText(self.text[start:end], ((0, first), *later) if first else later)

    def stretches(self) -> tuple[SourceText, ...]:
        """The text cut where words of a file and words of none meet."""
        starts = [(0, self.at(0)), *((offset, self.at(offset)) for offset, _ in self.starts)]
        changes = [
            offset
            for (_, before), (offset, place) in pairwise(starts)
            if (before is None) != (place is None) and offset < len(self.text)
        ]
        return tuple(self.part(start, end) for start, end in pairwise([0, *changes, len(self.text)]))

    @property
    def location(self) -> Location | None:
        """The place of the text as a whole, which is that of its first character."""
        return self.starts[0][1] if self.starts else None


@frozen
class Diagnostic:
    """One fault: `id` is its kind ("unknown-answer"), `message` lower case without a full stop.

    `notes` are indented below the source line, each a line of its own; `hint` says how to mend it.
    in_finished: the place of what was found in a finished deck or PDF, which has no lines. in_data: that of what was
    found in a data file.
    """

    id: str
    message: str
    location: Location | None = None
    notes: tuple[str, ...] = ()
    hint: str | None = None
    severity: Severity = Severity.ERROR
    in_finished: DeckPlace | PdfPlace | None = None
    in_data: DataPlace | None = None

    @property
    def place(self) -> Location | DeckPlace | PdfPlace | DataPlace | None:
        """Where it stands: in a text file, in a finished deck or PDF, or in a data file."""
        return self.location or self.in_finished or self.in_data

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.severity is Severity.ERROR

    def as_text(self) -> str:
        """The printed form: a head line "file:line:column: error[id]: message", the source line, notes, hint."""
        place = f"{self.place.as_text()}: " if self.place else ""
        lines = [f"{place}{self.severity.value}[{self.id}]: {self.message}"]
        if self.location and self.location.line_text:
            lines += _source_excerpt(self.location)
        lines += [f"  {note}" for note in self.notes]
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(line.translate(_SHOWN) for line in lines)

    def as_json(self) -> dict[str, object]:
        """The form for editors and pipelines: plain values, positions counted from 1."""
        nowhere: dict[str, object] = dict.fromkeys(("file", "line", "column", "length"))
        return {
            "id": self.id,
            "severity": self.severity.value,
            "message": self.message,
            **(self.place.as_json() if self.place else nowhere),
            "notes": list(self.notes),
            "hint": self.hint,
        }


_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_SHOWN = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
"""What a file holds is shown in a terminal and must not steer it."""

LONGEST_EXCERPT = 110
"""Characters of a source line that are shown; a longer one is cut around the marked place."""


def _source_excerpt(place: Location) -> list[str]:
    text, start = place.line_text.replace("\t", " "), place.column - 1
    if len(text) > LONGEST_EXCERPT:
        first = max(0, min(start - LONGEST_EXCERPT // 2, len(text) - LONGEST_EXCERPT))
        text, start = text[first : first + LONGEST_EXCERPT], start - first
    width = max(1, columns(text[start : start + place.length]))
    return [f"{place.line:>5} | {text}", f"{'':>5} | {'':>{columns(text[:start])}}{'^' * width}"]


class ReportError(Exception):
    """The base of all errors the package raises on purpose; it carries one or more diagnostics."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n\n".join(diagnostic.as_text() for diagnostic in diagnostics))

    def __reduce__(self) -> tuple[object, ...]:
        """How another process makes it again, whatever the family member wants to be made of."""
        return _made_again, (type(self), self.diagnostics), self.__dict__


def _made_again(kind: type[ReportError], diagnostics: Sequence[Diagnostic]) -> ReportError:
    error = kind.__new__(kind)
    ReportError.__init__(error, diagnostics)
    return error


class SourceError(ReportError):
    """Something in the files of the author is wrong (exit code 1)."""


class UsageError(ReportError):
    """The call itself is wrong: an unknown option value, a named file that does not exist (exit code 2)."""


LONGEST_QUOTED = 40
"""Characters of a text that a message names."""


def shortened(text: str) -> str:
    """A text on one line, short enough to be named in a message."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTED else line[: LONGEST_QUOTED - 1].rstrip() + "…"


def near_miss(name: str, known: Iterable[str]) -> str | None:
    """A hint that names what may have been meant, or None where nothing known is like it."""
    close = [f'"{each}"' for each in get_close_matches(name, list(known), n=2, cutoff=0.6)]
    return f"did you mean {' or '.join(close)}?" if close else None


def id_meant(name: str, labels: Mapping[str, Iterable[str]]) -> str | None:
    """A hint for one who wrote a label where an id belongs: the id of that label, else what is like the name.

    Of a figure's whole name the last part is meant. labels: by id, the labels in all languages.
    """
    folded = " ".join(name.casefold().split())
    for known, texts in labels.items():
        if folded in [" ".join(text.casefold().split()) for text in texts]:
            return f"write {known}, the id of what has this label"
    last = name.rpartition(".")[2]
    return f"write {last}" if last != name and last in labels else near_miss(name, labels)


def in_file_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults of a run as they are told: each once, file by file in order of appearance, top to bottom."""
    unique = list(dict.fromkeys(diagnostics))
    files = {name: rank for rank, name in enumerate(dict.fromkeys(d.place.file for d in unique if d.place))}

    def place(diagnostic: Diagnostic) -> tuple[int, int, int]:
        where = diagnostic.place
        return (files[where.file], *where.in_file) if where else (len(files), 0, 0)

    return tuple(sorted(unique, key=place))
