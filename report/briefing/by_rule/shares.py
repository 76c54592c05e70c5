"""Shares of cells as the rule compares them: exact ones, differences in points, and what chance may do."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import sqrt

from report.statistics.low_base import is_few
from report.survey.model import ColumnId, Sample, Survey
from report.tables.model import Cell
from report.units import Between

NORMAL_95 = 1.96
"""The two-sided 95 % quantile of the normal distribution."""

LEAST_BASE = 30
"""Respondents of a column from which on something is said of how it differs from others: fewer tell too little."""


def percent(cell: Cell) -> Decimal | None:
    """The percentage of a cell; None where it was not published, or only as less than a bound."""
    number = cell.share.percent if cell.share else None
    return None if number is None or isinstance(number, Between) else Decimal(str(number))


def at_most(cell: Cell) -> Decimal | None:
    """The percentage of a cell, or the bound below which it lies; None where nothing was published."""
    number = cell.share.percent if cell.share else None
    return None if number is None else Decimal(str(number.upper if isinstance(number, Between) else number))


def points(more: Cell, less: Cell) -> Decimal:
    """By how many points one cell lies above another; both have a percentage."""
    one, other = percent(more), percent(less)
    assert one is not None
    assert other is not None
    return one - other


def are_known(cells: Iterable[Cell]) -> bool:
    """Whether all cells have a percentage."""
    return all(percent(cell) is not None for cell in cells)


def most_asked(cell: Cell, survey: Survey) -> int | None:
    """How many were asked in a column, or the least number that they cannot pass; None where none is known.

    Who was put a filtered question, and who belongs to a group, are among those of its wave.
    """
    if cell.bases.unweighted is not None:
        return cell.bases.unweighted
    id, question, wave = cell.id.column, survey.question(cell.id.question), survey.wave_by_id(cell.id.column.wave)
    is_current = id.wave == survey.wave
    groups = (column for segment in survey.segments if segment.id == id.segment for column in segment.columns)
    known = [
        question.column_n.get(ColumnId(id.wave)),
        question.n if is_current else None,
        next((column.n for column in groups if column.id == id.column), None),
        wave.n,
        survey.n if is_current else None,
    ]
    return min((n for n in known if n is not None), default=None)


def has_base(cell: Cell, survey: Survey) -> bool:
    """Whether enough were asked for a comparison, as far as is known."""
    n = most_asked(cell, survey)
    if n is None:
        return True
    return not is_few(n, n if cell.bases.effective is None else cell.bases.effective, LEAST_BASE)


def is_chance(one: Cell, other: Cell, survey: Survey) -> bool:
    """Whether a random sample may well show a difference of two cells that is none (two-sided test at 95 %).

    Two answers of one column that exclude each other: Var = (p + q - (p - q)^2) / n, which is no less where some gave
    both; of answers that stand on different n the smaller one. Two columns are independent samples. Of an n that was
    not published the least that it cannot pass is taken: what chance may do with so many, it may do with fewer. Without
    a random sample, or without any n, nothing is known of chance. A share below a bound is taken for the bound, which
    lies nearest to what lies above it.
    """
    p, q = at_most(one), at_most(other)
    n, m = most_asked(one, survey), most_asked(other, survey)
    if survey.sample is not Sample.RANDOM or p is None or q is None or not n or not m:
        return False
    a, b = float(p) / 100, float(q) / 100
    if one.id.column == other.id.column and one.id.question == other.id.question:
        variance = _variance_in_column(a, b, min(n, m))
    else:
        variance = a * (1 - a) / n + b * (1 - b) / m
    return abs(a - b) < NORMAL_95 * sqrt(variance)


def is_chance_of_changes(one: tuple[Cell, Cell], other: tuple[Cell, Cell], survey: Survey) -> bool:
    """Whether two answers of one question may well have moved alike between two waves (two-sided test at 95 %).

    The change of one less that of the other is the difference of both in one wave less that in the other, which are
    independent samples: their variances add up.
    """
    if survey.sample is not Sample.RANDOM:
        return False
    difference, variance = 0.0, 0.0
    for first, second, sign in zip(one, other, (-1, 1), strict=True):
        p, q, n = percent(first), percent(second), most_asked(first, survey)
        if p is None or q is None or not n:
            return False
        a, b = float(p) / 100, float(q) / 100
        difference += sign * (a - b)
        variance += _variance_in_column(a, b, n)
    return abs(difference) < NORMAL_95 * sqrt(variance)


def _variance_in_column(a: float, b: float, n: int) -> float:
    """Of the difference of two shares of one column of n respondents."""
    return (a + b - (a - b) ** 2) / n
