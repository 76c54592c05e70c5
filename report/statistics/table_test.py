"""Whether two questions have anything to do with each other: the test of a whole table (Rao and Scott)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from report.frozen import frozen
from report.statistics.distributions import fisher
from report.statistics.estimates import correction
from report.statistics.sums import NOBODY, Sums

Matrix = list[list[float]]

SINGULAR = 1e-13
"""A pivot of this part of the largest number is what rounding left of 0."""


@frozen
class TableTest:
    """The F of a table, its two degrees of freedom (with fractions), and the chance of so large an F, 0 to 1."""

    statistic: float
    degrees_of_freedom: tuple[float, float]
    p_value: float


def rao_scott(table: Sequence[Sequence[Sums]], respondents: int) -> TableTest | None:
    """The second-order F of Rao and Scott: Pearson's statistic, corrected for the design by its average and spread.

    table: rows by columns, the sums of who is in each cell and of nobody twice (answers of a single choice by columns
    without overlap). respondents: N, all of the file. It follows from sums, since cells share nobody: the covariance of
    the shares of two cells is N/(N-1) (d S2_a - p_b S2_a - p_a S2_b + p_a p_b S2) / W^2, d = 1 for a cell with itself.
    Rows and columns of nobody are left out. None if fewer than two of either remain, or empty cells leave no test.
    Source: Rao and Scott (1984), On Chi-Squared Tests for Multiway Contingency Tables, Annals of Statistics 12;
    R `survey::svychisq(statistic="F")`.
    """
    filled = _without_empty(table)
    if len(filled) < 2 or len(filled[0]) < 2:
        return None
    effects = _design_effects(filled, respondents)
    if effects is None:
        return None
    trace = sum(effects[index][index] for index in range(len(effects)))
    square = sum(effects[i][j] * effects[j][i] for i, j in product(range(len(effects)), repeat=2))
    numerator = trace**2 / square
    denominator = numerator * (respondents - 1)
    statistic = _pearson(filled) / trace
    return TableTest(statistic, (numerator, denominator), fisher.above(statistic, numerator, denominator))


def _without_empty(table: Sequence[Sequence[Sums]]) -> list[list[Sums]]:
    rows = [list(row) for row in table if not _sum(row).is_empty]
    columns = [column for column in zip(*rows, strict=True) if not _sum(column).is_empty]
    return [list(row) for row in zip(*columns, strict=True)]


def _sum(cells: Sequence[Sums]) -> Sums:
    return sum(cells, NOBODY)


def _pearson(table: Sequence[Sequence[Sums]]) -> float:
    """Pearson's statistic of the weighted shares, per respondent: the number of these cancels in F."""
    whole = sum(_sum(row).weights for row in table)
    rows = [_sum(row).weights / whole for row in table]
    columns = [_sum(column).weights / whole for column in zip(*table, strict=True)]
    return sum(
        (table[i][j].weights / whole - rows[i] * columns[j]) ** 2 / (rows[i] * columns[j])
        for i, j in product(range(len(rows)), range(len(columns)))
    )


def _design_effects(table: Sequence[Sequence[Sums]], respondents: int) -> Matrix | None:
    """The matrix whose eigenvalues are the generalised design effects, per respondent; None if there is none.

    (C' D^-1 C)^-1 (C' D^-1 V D^-1 C): D the shares of the cells, V their covariance, C contrasts of interaction.
    """
    cells = [sums for row in table for sums in row]
    whole = _sum(cells).weights
    shares = [sums.weights / whole for sums in cells]
    contrasts = _contrasts(shares, rows=len(table), columns=len(table[0]))
    simple = [
        [sum(factor * shares[cell] * other.get(cell, 0.0) for cell, factor in own.items()) for other in contrasts]
        for own in contrasts
    ]
    covariance = _covariance(cells, correction(respondents) / whole**2)
    real = [
        [sum(own[a] * other[b] * covariance[a][b] for a, b in product(own, other)) for other in contrasts]
        for own in contrasts
    ]
    return _solved(simple, real)


def _contrasts(shares: Sequence[float], *, rows: int, columns: int) -> list[dict[int, float]]:
    """The columns of D^-1 C, by cell: each cell against the last ones of its row, of its column and of all.

    Any basis of the contrasts of interaction has the same eigenvalues, and this one has four cells a column. An empty
    cell has no part in it, as in R.
    """
    inverse = [1 / share if share else 0.0 for share in shares]
    last_row, last_column = (rows - 1) * columns, columns - 1
    return [
        {
            row + column: inverse[row + column],
            row + last_column: -inverse[row + last_column],
            last_row + column: -inverse[last_row + column],
            last_row + last_column: inverse[last_row + last_column],
        }
        for row, column in product(range(0, last_row, columns), range(last_column))
    ]


def _covariance(cells: Sequence[Sums], scale: float) -> Matrix:
    """Of the shares of cells that have no respondent in common."""
    base = _sum(cells)
    shares = [sums.weights / base.weights for sums in cells]
    crossed = [
        [p * q * base.squares - q * own.squares - p * other.squares for q, other in zip(shares, cells, strict=True)]
        for p, own in zip(shares, cells, strict=True)
    ]
    return [
        [scale * (value + (cells[a].squares if a == b else 0.0)) for b, value in enumerate(row)]
        for a, row in enumerate(crossed)
    ]


def _solved(left: Matrix, right: Matrix) -> Matrix | None:
    """The X of left X = right, by Gauss and Jordan with pivots; None if `left` is singular."""
    rows = [[*own, *other] for own, other in zip(left, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda index: abs(rows[index][column]))
        if abs(rows[pivot][column]) <= SINGULAR * max(map(max, left)):
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = [value / rows[column][column] for value in rows[column]]
        rows = [
            lead if index == column else [value - row[column] * of for value, of in zip(row, lead, strict=True)]
            for index, row in enumerate(rows)
        ]
    return [row[size:] for row in rows]
