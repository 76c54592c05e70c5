"""What of a survey was published, counted."""

from __future__ import annotations

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind
from report.language.numbers import count
from report.tables.model import Cell


def totals(briefing: Briefing) -> list[Cell]:
    """Every cell of a wave's total, nets included."""
    tables = briefing.tables.by_question.values()
    return [cell for table in tables for cell in table.cells.values() if cell.id.column.is_total]


def n_figures(briefing: Briefing) -> Fact:
    """How many shares of the current wave were published."""
    published = [cell for cell in totals(briefing) if cell.id.wave == briefing.survey.wave and cell.share is not None]
    return Fact(FactKind.COUNT, count(len(published), briefing.language), "published shares of the current wave")


def earlier_waves(briefing: Briefing) -> bool:
    """Whether anything was published of an earlier wave."""
    return any(cell.share is not None and cell.id.wave != briefing.survey.wave for cell in totals(briefing))
