"""What each kind of chart can show, declared once: the story chooses by it, the layouts keep to it.

How a kind is drawn is its folder in `report.charts.kinds`; what a place can hold is said there, per box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Columns(Enum):
    """What the columns of a chart are: one of the current wave (the total, or a segment's), the waves, or a banner."""

    TOTAL = "total"
    WAVES = "waves"
    BANNER = "banner"


class Marks(Enum):
    """What stands out in a chart, and what annotations point at: its answers or its columns."""

    ANSWERS = "answers"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there may be, both ends included."""

    least: int
    most: int

    def __contains__(self, count: int) -> bool:
        return self.least <= count <= self.most

    def __str__(self) -> str:
        return str(self.most) if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart, for whoever chooses one.

    word: its name in briefing.yaml. shows: what it can show, in one line for messages. rows, slots, series: its limits
    wherever it stands (answers, columns, and marks of several columns in one row). is_whole: its rows are the parts of
    one whole, published all, so that none is left out and all may stand out. has_native_form: whether it can be an
    editable PowerPoint chart.
    """

    word: str
    shows: str
    columns: Columns
    marks: Marks
    rows: Count
    slots: Count = Count(1, 1)
    series: Count = Count(1, 1)
    is_whole: bool = False
    has_native_form: bool = False


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds that a briefing may ask for, in the order in which messages name them.

    The first is the one that shows any question.
    """

    declared: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.declared)

    @property
    def words(self) -> tuple[str, ...]:
        """The names of all of them."""
        return tuple(kind.word for kind in self)

    def showing(self, columns: Columns) -> tuple[Kind, ...]:
        """Those whose columns are such."""
        return tuple(kind for kind in self if kind.columns is columns)

    def named(self, word: str) -> Kind:
        """The kind of that name; KeyError for one that does not exist."""
        return {kind.word: kind for kind in self}[word]


BARS = Kind(
    word="bars",
    shows="1 to 30 answers of one wave",
    columns=Columns.TOTAL,
    marks=Marks.ANSWERS,
    rows=Count(1, 30),
    has_native_form=True,
)
COLUMNS = Kind(
    word="columns",
    shows="one answer over 2 to 8 waves",
    columns=Columns.WAVES,
    marks=Marks.COLUMNS,
    rows=Count(1, 1),
    slots=Count(2, 8),
    has_native_form=True,
)
PARTS = Kind(
    word="parts",
    shows="1 to 4 published answers that exclude each other",
    columns=Columns.TOTAL,
    marks=Marks.ANSWERS,
    rows=Count(1, 4),
    is_whole=True,
)
HOUSE_KINDS = Kinds((BARS, COLUMNS, PARTS))
FIELD = Kind(
    word="field",
    shows="one figure as lit dots",
    columns=Columns.TOTAL,
    marks=Marks.ANSWERS,
    rows=Count(1, 1),
)
"""Stands on the cover and beside the messages; no briefing asks for it."""
