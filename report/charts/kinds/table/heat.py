"""The tint of a cell: how far it lies above or below all who were asked, in three steps.

    alle 32 %      17 %  ▒▒ below by 15 points and more      45 %  ▓ above by 10 points and more, and bold

One scale for all tables. Bold says what lies above, so that a table can be read without its colours. Where a house has
no second colour, what lies below has frames.
"""

from __future__ import annotations

from decimal import Decimal

from report.charts.model import Chart, ChartRow, ChartValue
from report.theme.model import Fill, HeatColors
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


def tint(steps: int, colors: HeatColors, paper: Color) -> Fill | None:
    """What is painted on a cell that passes so many limits."""
    if steps == 0:
        return None
    if steps > 0:
        return Fill(colors.above[steps - 1])
    color = colors.below[-steps - 1]
    return Fill(paper, edge=color) if colors.frames_below else Fill(color)


def all_tints(colors: HeatColors, paper: Color) -> tuple[Fill, ...]:
    """From the furthest below to the furthest above."""
    steps = range(1, len(LIMITS) + 1)
    found = (tint(each, colors, paper) for each in (*(-step for step in reversed(steps)), *steps))
    return tuple(fill for fill in found if fill)


def _passed(distance: Quantity) -> int:
    return sum(sign_of_difference(distance, limit) in (0, 1) for limit in LIMITS)
