"""How much an answer differs between two columns, as it is printed."""

from __future__ import annotations

from report.charts.model import ChartValue
from report.language.model import Language
from report.language.numbers import signed_points
from report.units import Between


def change_text(first: ChartValue | None, last: ChartValue | None, decimals: int, language: Language) -> str | None:
    """The difference of two shares in points ("+25", "−3"); None where one is missing or known by bounds alone."""
    if first is None or last is None or first.cell.share is None or last.cell.share is None:
        return None
    difference = last.cell.share - first.cell.share
    return None if isinstance(difference.points, Between) else signed_points(difference, decimals, language)
