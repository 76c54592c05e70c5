"""Counts numbers that respondents gave, each by itself, in all columns: what means and medians follow from.

Respondents are grouped by number and joint cell, and rolled up to the columns afterwards, as answers are. Their weights
lie on a grid (`preparing`), so the sums of each number are exact; a mean is taken of these in the order of the numbers,
and so is the same to the last bit in whatever order an engine adds up. The result has as many rows as there are
different numbers in different cells.
"""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw
import numpy as np

from report.frozen import frozen
from report.statistics.scores import Scores
from report.statistics.sums import Sums
from report.tables.respondents.coding import WEIGHT, CodedQuestion, Rows
from report.tables.respondents.counting import Setting
from report.tables.respondents.engines import Array, arrays_of
from report.tables.respondents.preparing import SQUARE, Crossing


@frozen
class Distributions:
    """The numbers of a question in all columns: in every wave, and by segmentation in its groups."""

    waves: tuple[Scores, ...]
    segments: Mapping[int, tuple[Scores, ...]]


def distributed(codes: Rows, question: CodedQuestion, setting: Setting) -> Distributions:
    """The numbers that respondents gave to a question which has these for answers."""
    assert question.number, "the question has numbers for answers"
    waves: tuple[Scores, ...] = ()
    segments: dict[int, tuple[Scores, ...]] = {}
    for crossing in setting.crossings:
        records = _records(codes, question.number, crossing, setting)
        of_wave = crossing.waves(records.cells)
        waves = waves or records.by(of_wave, crossing.n_waves)
        sizes = dict(crossing.segments)
        for index, group in crossing.groups(records.cells):
            segments[index] = records.by(np.where(of_wave == setting.wave, group, -1), sizes[index])
    return Distributions(waves, segments)


@frozen
class _Records:
    """Respondents with their sums of weights and of squares, by joint cell and number."""

    cells: Array
    numbers: Array
    n: Array
    weights: Array
    squares: Array

    def by(self, column: Array, n_columns: int) -> tuple[Scores, ...]:
        """Added up by the column that each record lies in, -1 being none."""
        return tuple(self._of(column == each) for each in range(n_columns))

    def _of(self, is_here: Array) -> Scores:
        numbers, places = np.unique(self.numbers[is_here], return_inverse=True)
        n, weights, squares = (
            np.bincount(places, each[is_here], len(numbers)) for each in (self.n, self.weights, self.squares)
        )
        rows = zip(numbers.tolist(), n.tolist(), weights.tolist(), squares.tolist(), strict=True)
        return Scores(tuple((number, Sums(int(count), weight, square)) for number, count, weight, square in rows))


def _records(codes: Rows, number: str, crossing: Crossing, setting: Setting) -> _Records:
    names = (WEIGHT, SQUARE) if setting.are_weighted else ()
    given = codes.filter(~nw.col(number).is_null())
    keyed = given.select(nw.col(crossing.cell).alias(_CELL), nw.col(number).alias(_NUMBER), *map(nw.col, names))
    sums = [nw.len().alias(_N), *(nw.col(name).sum() for name in names)]
    found = arrays_of(keyed.group_by(_CELL, _NUMBER).agg(*sums))
    n = found[_N].astype(np.float64)
    weights, squares = (found[name].astype(np.float64) for name in names) if names else (n, n)
    return _Records(found[_CELL].astype(np.int64), found[_NUMBER].astype(np.float64) + 0.0, n, weights, squares)


_CELL, _NUMBER, _N = "cell", "number", "n"
