"""One cell as a chart shows it: its number in words, what it does for the headline, what an author names it."""

from __future__ import annotations

from report.briefing.model import Exhibit
from report.briefing.model.prose import name_of
from report.charts.model import ChartValue, Highlight
from report.language.model import Language
from report.language.numbers import NumberText, percent
from report.survey.model import CellId, Survey
from report.tables.model import Cell


def chart_value(cell: Cell, exhibit: Exhibit, survey: Survey, language: Language) -> ChartValue:
    """The value of a cell of an exhibit."""
    highlight, is_said = highlight_of(cell.id, exhibit), cell.id in exhibit.said
    rest = (cell.id in exhibit.above) - (cell.id in exhibit.below)
    return ChartValue(cell, number_of(cell, language), highlight, name_of(cell.id, survey), is_said=is_said, rest=rest)


def number_of(cell: Cell, language: Language) -> NumberText | None:
    """The printed number of a cell; None where there is none."""
    return None if cell.share is None else percent(cell.share, cell.decimals, language)


def highlight_of(id: CellId, exhibit: Exhibit) -> Highlight:
    """What a cell does for the headline of an exhibit."""
    if id in exhibit.contrast:
        return Highlight.CONTRAST
    return Highlight.PROOF if id in exhibit.proof else Highlight.NONE
