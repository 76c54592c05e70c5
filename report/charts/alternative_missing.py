"""How many figures that are not told one by one are missing, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.prose import Fact, FactKind, Prose, told
from report.charts.model import ChartValue
from report.language.model import Words
from report.tables.model import CellState


def missing_figures(values: Sequence[ChartValue], words: Words) -> Iterator[Prose]:
    """How many were not published, and how many are hidden: "Figures not published: 3"."""
    for state, phrase in (
        (CellState.NOT_PUBLISHED, words.unpublished_figures),
        (CellState.SUPPRESSED, words.hidden_figures),
    ):
        if missing := sum(value.cell.state is state for value in values):
            yield told(phrase, n=Fact(FactKind.COUNT, str(missing), "cells without a number"))
