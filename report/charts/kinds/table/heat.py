"""The tint of a cell: how far it lies above or below all who were asked, in three steps.

    alle 32 %      17 %  ▒▒ below by 15 points and more      45 %  ▓ above by 10 points and more, and bold

One scale for all tables. Bold says what lies above, so that a table can be read without its colours.
"""

from __future__ import annotations

from decimal import Decimal

from report.charts.model import Chart, ChartRow, ChartValue
from report.theme.model import HeatColors
from report.units import Color, Quantity, sign_of_difference

LIMITS = (Decimal(5), Decimal(10), Decimal(15))
"""Distances in percentage points from which each step counts."""
LEAST_GROUPS = 3
"""Of which a table tells how far they lie from the total."""


def has_heat(chart: Chart, colors: HeatColors | None) -> bool:
    """Whether the ground has tints, and the table a total with groups enough beside it."""
    groups = sum(not column.is_total for column in chart.columns)
    return colors is not None and groups >= LEAST_GROUPS and any(column.is_total for column in chart.columns)


def steps_from_total(chart: Chart, row: ChartRow, value: ChartValue) -> int:
    """How many of the limits a cell passes: below zero if it lies below the total; bounds count as far as certain."""
    totals = [each for column, each in zip(chart.columns, row.values, strict=True) if column.is_total and each]
    if not totals or value is totals[0] or value.cell.share is None or totals[0].cell.share is None:
        return 0
    distance = (value.cell.share - totals[0].cell.share).points
    return _passed(distance) or -_passed(-distance)


def tint(steps: int, colors: HeatColors) -> Color | None:
    """The colour of a cell that passes so many limits."""
    if steps == 0:
        return None
    return colors.above[steps - 1] if steps > 0 else colors.below[-steps - 1]


def _passed(distance: Quantity) -> int:
    return sum(sign_of_difference(distance, limit) in (0, 1) for limit in LIMITS)
