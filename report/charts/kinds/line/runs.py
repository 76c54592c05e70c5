"""Which points of an answer are joined over the waves, and how: what was not published leaves a dashed stretch.

●────●╌╌╌╌╌╌╌╌●        a wave in between was not published
●────●  //   ●         nothing is joined across a break, nor across a wave that did not ask
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report.charts.model import Chart, ChartBreak, ChartRow, ChartValue
from report.frozen import frozen
from report.tables.model import CellState


@frozen
class Stretch:
    """Two neighbouring points of an answer that are joined, by their columns; missing: the cells between them."""

    before: int
    after: int
    missing: tuple[str, ...] = ()
    is_dashed: bool = False


@frozen
class Series:
    """An answer over the waves: its columns with a number, in order, and the stretches that join them.

    breaks: pairs of its columns that a change of its wording lies between.
    """

    row: ChartRow
    columns: tuple[int, ...]
    stretches: tuple[Stretch, ...]
    breaks: tuple[tuple[int, int], ...]

    def value(self, column: int) -> ChartValue:
        """The published value in a column that has one."""
        value = self.row.values[column]
        assert value is not None
        return value

    def share(self, column: int) -> float:
        """The share there, as it is drawn."""
        share = self.value(column).cell.share
        assert share is not None
        return share.drawn

    @property
    def first(self) -> int:
        """The first column with a number."""
        return self.columns[0]

    @property
    def last(self) -> int:
        """The last column with a number."""
        return self.columns[-1]


def series_of(chart: Chart) -> tuple[Series, ...]:
    """The answers that have a number in any wave, in their order."""
    every = [_series(row, chart) for row in chart.rows]
    return tuple(each for each in every if each.columns)


def breaks_of_question(chart: Chart) -> Sequence[ChartBreak]:
    """The breaks that all lines end at."""
    return [found for found in chart.breaks if found.answer is None]


def _series(row: ChartRow, chart: Chart) -> Series:
    columns = [place for place, value in enumerate(row.values) if value and value.number]
    concerned = [found for found in chart.breaks if found.answer in (None, row.id)]
    broken = [pair for pair in pairwise(columns) if any(_lies_in(found, pair) for found in concerned)]
    own = [pair for pair in broken if not any(_lies_in(found, pair) for found in breaks_of_question(chart))]
    joined = [_stretch(row, pair, chart) for pair in pairwise(columns) if pair not in broken]
    return Series(row, tuple(columns), tuple(each for each in joined if each), tuple(own))


def _lies_in(found: ChartBreak, pair: tuple[int, int]) -> bool:
    return pair[0] <= found.before and found.after <= pair[1]


def _stretch(row: ChartRow, pair: tuple[int, int], chart: Chart) -> Stretch | None:
    """What joins two neighbouring points; None where a wave between them did not ask."""
    between = range(pair[0] + 1, pair[1])
    values = [value for place in between if (value := row.values[place])]
    if any(value.cell.state is CellState.NOT_ASKED for value in values):
        return None
    own = [value for place in between if (value := row.values[place]) and chart.columns[place].is_published]
    return Stretch(*pair, tuple(str(value.cell.id) for value in own), bool(values))
