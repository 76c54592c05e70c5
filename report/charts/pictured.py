"""What of a table a picture shows that stands by itself: bars of its groups or waves, or bars of its places.

Share      All   18–34   65+   with   none          mental health   |▇▇▇▇▇▇▇│▇▇ 45 %     18–34
Mental h.  32    45      17    25     40      ->                    |▇▇▇▇   │   17 %     65+
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from report.briefing.model.prose import fixed, joined
from report.briefing.model.terms import BREAK_SIGN
from report.charts.model import Chart, ChartBreak, ChartColumn, Highlight
from report.kinds import BARS, GROUPED

USUAL = 2
"""Columns of a picture in which no further one is marked."""


def pictured(chart: Chart, spoken: Collection[str] = ()) -> Chart:
    """Groups beside each other, held against all who were asked, or the answers of one wave, against the earlier one.

    Of many columns those with marked cells and those that are spoken of (by name) are shown, else the first ones; the
    others are counted. All who were asked have bars of their own where their numbers are marked.
    """
    if len(chart.columns) == 1:
        is_broken = chart.reference and any(found.answer is None for found in chart.reference_breaks)
        reference = (
            joined([chart.reference, fixed(BREAK_SIGN)], " ") if chart.reference and is_broken else chart.reference
        )
        return replace(chart, kind=BARS.word, reference=reference)
    total = next((place for place, column in enumerate(chart.columns) if column.is_total), None)
    if total is not None and _is_marked(chart, total):
        total = None
    shown = _shown(chart, [place for place in range(len(chart.columns)) if place != total], spoken)
    rows = tuple(
        replace(
            row,
            values=tuple(row.values[place] for place in shown),
            reference=None if total is None else row.values[total],
        )
        for row in chart.rows
    )
    return replace(
        chart,
        kind=(BARS if len(shown) == 1 else GROUPED).word,
        rows=rows,
        columns=tuple(chart.columns[place] for place in shown),
        breaks=tuple(_breaks(chart.breaks, shown)),
        reference=None if total is None else chart.reference,
        further_columns=len(chart.columns) - len(shown) - (total is not None),
    )


def _shown(chart: Chart, places: Sequence[int], spoken: Collection[str]) -> list[int]:
    """The columns that bars can stand for: all, if they are few; the marked, and beside one the next of its kind.

    All who were asked stand alone, where nothing else is marked.
    """
    if len(places) <= USUAL:
        return list(places)
    first = [place for place in places if _is_marked(chart, place)]
    named = [place for place in places if place not in first and chart.columns[place].name in spoken]
    marked = sorted([*first, *named][: GROUPED.slots.most])
    if len(marked) >= USUAL or any(chart.columns[place].is_total for place in marked):
        return marked
    beside = [place for place in places if place not in marked]
    if chart.columns[places[0]].date:
        beside.reverse()
    of_kind = [place for place in beside if _goes_with(chart.columns[place], chart, marked)]
    return sorted([*marked, *of_kind, *beside][:USUAL])


def _breaks(breaks: Sequence[ChartBreak], shown: Sequence[int]) -> Iterator[ChartBreak]:
    """Those that lie between columns that are shown, which may be further apart than those of the table."""
    for found in breaks:
        before = [number for number, place in enumerate(shown) if place <= found.before]
        after = [number for number, place in enumerate(shown) if place >= found.after]
        if before and after:
            yield replace(found, before=before[-1], after=after[0])


def _is_marked(chart: Chart, place: int) -> bool:
    values = (row.values[place] for row in chart.rows)
    return any(value is not None and value.highlight is not Highlight.NONE for value in values)


def _goes_with(column: ChartColumn, chart: Chart, marked: Sequence[int]) -> bool:
    return not marked or column.banner == chart.columns[marked[0]].banner
