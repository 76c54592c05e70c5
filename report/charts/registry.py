"""The layouts of the kinds of chart that a briefing may ask for; a further kind is a further folder and one entry."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from report.charts.model import KindLayout
from report.made_at_need import MadeAtNeed


def by_word(*layouts: KindLayout) -> Mapping[str, KindLayout]:
    """Layouts by the name of their kind."""
    return MappingProxyType({layout.kind.word: layout for layout in layouts})


def _bars() -> KindLayout:
    from report.charts.kinds.bars import layout
    from report.charts.marks.breaks_above import BelowBreaks

    return BelowBreaks(layout)


def _columns() -> KindLayout:
    from report.charts.kinds.columns import layout

    return layout


def _parts() -> KindLayout:
    from report.charts.kinds.parts import layout

    return layout


def _grouped() -> KindLayout:
    from report.charts.kinds.grouped import layout
    from report.charts.marks.breaks_above import BelowBreaks

    return BelowBreaks(layout)


def _stacked() -> KindLayout:
    from report.charts.kinds.stacked import layout

    return layout


def _diverging() -> KindLayout:
    from report.charts.kinds.diverging import layout

    return layout


def _line() -> KindLayout:
    from report.charts.kinds.line import layout

    return layout


def _dumbbell() -> KindLayout:
    from report.charts.kinds.dumbbell import layout

    return layout


def _table() -> KindLayout:
    from report.charts.kinds.table import layout

    return layout


def _number() -> KindLayout:
    from report.charts.kinds.number import layout

    return layout


HOUSE_LAYOUTS: Mapping[str, KindLayout] = MadeAtNeed(
    {
        "bars": _bars,
        "columns": _columns,
        "parts": _parts,
        "grouped": _grouped,
        "stacked": _stacked,
        "diverging": _diverging,
        "line": _line,
        "dumbbell": _dumbbell,
        "table": _table,
        "number": _number,
    }
)
"""Few briefings use more than three kinds, and reading all of them takes longer than laying out a deck."""
