"""Makes codes quick to count, and their sums exact: the joint cell of all banners, weights on a grid.

    cell0 ...   wave and segmentations in one number; where so many are crossed that there would be more cells than a
                single grouping pays for, they are crossed in several groups
    weight      held to a grid that is as fine as doubles allow without any partial sum being rounded: a power of two,
    square      2^-41 where the weights sum to a thousand, 2^-28 where to ten million

So sums come out the same in whatever order an engine adds up, to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, inf, log2, prod

import narwhals as nw
import numpy as np

from report.frozen import frozen
from report.survey.model.respondents import Respondents
from report.tables.respondents.coding import WAVE, WEIGHT, Rows
from report.tables.respondents.engines import Array, arrays_of

MOST_CELLS = 50_000
"""Joint cells of banners that are crossed."""

SQUARE = "square"
"""The column of squares of weights."""

_BITS_OF_DOUBLES = 52
_ROOM = 1.37
"""What a sum of doubles in any order may pass the one computed first by, and more: no sum of a sample's weights, which
is a whole number often, lies at the bound between two grids."""


@frozen
class Crossing:
    """Banners that are crossed: the wave, then segmentations, each by its index and number of groups.

    cell: the column of their joint cells.
    """

    cell: str
    n_waves: int
    segments: tuple[tuple[int, int], ...]

    @property
    def n_cells(self) -> int:
        """How many joint cells there can be."""
        return self.n_waves * prod(count + 1 for _, count in self.segments)

    @property
    def joint(self) -> nw.Expr:
        """The joint cell of a respondent; who is in no group of a segmentation has one of these too."""
        cell, width = nw.col(WAVE).cast(nw.Int64), self.n_waves
        for index, n_groups in self.segments:
            cell = cell + (nw.col(f"s{index}").cast(nw.Int64) + 1) * width
            width *= n_groups + 1
        return cell

    def waves(self, cells: Array) -> Array:
        """The wave of each joint cell."""
        return np.asarray(cells % self.n_waves)

    def groups(self, cells: Array) -> Iterator[tuple[int, Array]]:
        """Of each segmentation the group of each joint cell, -1 for none."""
        rest = cells // self.n_waves
        for index, n_groups in self.segments:
            yield index, np.asarray(rest % (n_groups + 1)) - 1
            rest = rest // (n_groups + 1)


def crossings(n_waves: int, n_groups: Sequence[int]) -> tuple[Crossing, ...]:
    """The segmentations, in as few crossings as have no more than `MOST_CELLS` cells each; one alone always has."""
    parts: list[list[tuple[int, int]]] = [[]]
    width = n_waves
    for index, count in enumerate(n_groups):
        if parts[-1] and width * (count + 1) > MOST_CELLS:
            parts.append([])
            width = n_waves
        parts[-1].append((index, count))
        width *= count + 1
    return tuple(Crossing(f"cell{number}", n_waves, tuple(part)) for number, part in enumerate(parts))


def crossings_of(respondents: Respondents) -> tuple[Crossing, ...]:
    """All banners of a survey, crossed."""
    survey = respondents.survey
    return crossings(len(survey.waves), [len(segment.columns) for segment in survey.segments])


def prepared(codes: Rows, respondents: Respondents) -> Rows:
    """The codes of a file with joint cells and weights that can be added up; sums of two files are never added."""
    columns = [crossing.joint.alias(crossing.cell) for crossing in crossings_of(respondents)]
    if respondents.weight:
        weight = nw.col(WEIGHT)
        known = weight.fill_null(0.0)
        sums = arrays_of(codes.select(known.sum().alias(WEIGHT), (known * known).sum().alias(SQUARE)))
        total, squares = (float(sums[name][0]) for name in (WEIGHT, SQUARE))
        columns += [_held(weight, total).alias(WEIGHT), _held(weight * weight, squares).alias(SQUARE)]
    return codes.with_columns(*columns)


def _held(value: nw.Expr, total: float) -> nw.Expr:
    # Of what is too much for doubles nothing is counted: it is a fault.
    grid = 2.0 ** (_BITS_OF_DOUBLES - ceil(log2(total * _ROOM))) if 0 < total < inf else 1.0
    return (value * grid + 0.5).floor() / grid
