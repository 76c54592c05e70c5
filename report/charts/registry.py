"""The layouts of the kinds of chart that a briefing may ask for; a further kind is a further folder and one entry."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from report.charts.kinds.bars import layout as bars
from report.charts.kinds.columns import layout as columns
from report.charts.kinds.diverging import layout as diverging
from report.charts.kinds.dumbbell import layout as dumbbell
from report.charts.kinds.grouped import layout as grouped
from report.charts.kinds.line import layout as line
from report.charts.kinds.number import layout as number
from report.charts.kinds.parts import layout as parts
from report.charts.kinds.stacked import layout as stacked
from report.charts.kinds.table import layout as table
from report.charts.model import KindLayout


def by_word(*layouts: KindLayout) -> Mapping[str, KindLayout]:
    """Layouts by the name of their kind."""
    return MappingProxyType({layout.kind.word: layout for layout in layouts})


HOUSE_LAYOUTS = by_word(bars, columns, parts, grouped, stacked, diverging, line, dumbbell, table, number)
