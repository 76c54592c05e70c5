"""A table: one question by one banner, every cell with its state; what is unknown stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from report.diagnostics import Location
from report.survey.model import CellId
from report.units import Share


class CellState(Enum):
    """Why a cell has a share, or why not; each looks different and none is drawn as zero."""

    PUBLISHED = "published"
    NOT_PUBLISHED = "not_published"
    NOT_ASKED = "not_asked"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a survey. `share` is None unless the state is PUBLISHED; `n` is the base, None = not published.

    `decimals` are the printed digits after the decimal mark of the percentage.
    """

    id: CellId
    state: CellState
    share: Share | None
    decimals: int = 0
    n: int | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """One question: its cells by answer and wave (and, with segments, by column).

    answers: the answers in file order, then the nets.
    """

    question: str
    answers: tuple[str, ...]
    waves: tuple[str, ...]
    cells: Mapping[CellId, Cell]

    def cell(self, answer: str, wave: str) -> Cell:
        """The total of an answer in a wave; a cell nobody published says so. KeyError for an unknown answer."""
        return self.cells[CellId(self.question, answer, wave)]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a survey, by question id."""

    by_question: Mapping[str, Table]

    def table(self, question: str) -> Table:
        """The table of a question; KeyError if there is none."""
        return self.by_question[question]

    def cell(self, cell: CellId) -> Cell:
        """The cell of that id; KeyError if there is none."""
        return self.by_question[cell.question].cells[cell]
