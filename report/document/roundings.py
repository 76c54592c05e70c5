"""Where a printed difference is not that of the printed numbers beside it: 76 % and 24 % lie 53 points apart.

Differences are those of the figures at full precision, rounded once; a reader who subtracts what is printed is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from report.briefing.model import Briefing
from report.briefing.model.prose import Figure, Prose, fixed
from report.charts.model import Chart, ChartRow
from report.kinds import DUMBBELL, LINE
from report.language.numbers import round_half_up
from report.tables.model import Cell
from report.units import Between, Number

_DIFFERENCE = r"\s*[\w.]+ *- *[\w.]+\s*(?:\|.*)?"


def rounding_of_differences(texts: Iterable[Prose], chart: Chart, briefing: Briefing) -> tuple[Prose, ...]:
    """The note on an exhibit's printed differences and those of the texts beside it; nothing where all add up."""
    pairs = (*_told(texts, briefing), *_drawn(chart))
    return (fixed(briefing.language.words.unrounded_differences),) if any(_is_off(*pair) for pair in pairs) else ()


def _told(texts: Iterable[Prose], briefing: Briefing) -> Iterator[tuple[Cell, Cell]]:
    """The two figures of each difference that texts give."""
    for run in (run for text in texts for run in text.runs):
        if isinstance(run, Figure) and len(run.cells) == 2 and re.fullmatch(_DIFFERENCE, run.expression):
            first, last = (briefing.tables.cell(cell) for cell in run.cells)
            yield first, last


def _drawn(chart: Chart) -> Iterator[tuple[Cell, Cell]]:
    """The two figures of each change that a chart prints: those at the ends of its rows, and of a ranking's places."""
    has_ends = chart.kind == DUMBBELL.word or (chart.kind == LINE.word and not chart.breaks)
    for row in chart.rows:
        cells = _ends(row) if has_ends else _of_place(row)
        if len(cells) > 1:
            yield cells[0], cells[-1]


def _ends(row: ChartRow) -> list[Cell]:
    return [value.cell for value in row.values if value is not None and value.number is not None]


def _of_place(row: ChartRow) -> list[Cell]:
    values = (row.reference, row.values[0]) if row.rank is not None else ()
    return [value.cell for value in values if value is not None and value.number is not None]


def _is_off(one: Cell, other: Cell) -> bool:
    """Whether the difference of two figures, rounded, is another than that of the rounded figures."""
    first, last = _number(one), _number(other)
    if first is None or last is None:
        return False
    decimals = max(one.decimals, other.decimals)
    printed = round_half_up(first, one.decimals) - round_half_up(last, other.decimals)
    return printed != round_half_up(float(first) - float(last), decimals)


def _number(cell: Cell) -> Number | None:
    """The percentage or score of a cell; None of one that has none, or bounds alone."""
    number = cell.share.percent if cell.share else cell.score.number if cell.score else None
    return None if isinstance(number, Between) else number
