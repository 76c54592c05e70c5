"""What of a survey was published, counted."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind
from report.language.numbers import count
from report.tables.model import Cell, CellState


def n_figures(briefing: Briefing) -> Fact:
    """How many shares of the current wave were published, those of segments too."""
    n = len(current_figures(briefing))
    return Fact(FactKind.COUNT, count(n, briefing.language), "published shares of the current wave")


def current_figures(briefing: Briefing) -> list[Cell]:
    """The published cells of the current wave, those of segments too."""
    return [cell for cell in _published(briefing) if cell.id.wave == briefing.survey.wave]


def earlier_waves(briefing: Briefing) -> bool:
    """Whether anything was published of an earlier wave."""
    return any(cell.id.wave != briefing.survey.wave for cell in _published(briefing))


def _published(briefing: Briefing) -> Iterator[Cell]:
    """Every published share of all tables, those of nets included."""
    for table in briefing.tables.by_question.values():
        yield from (cell for cell in table.cells.values() if cell.state is CellState.PUBLISHED and not cell.score)
