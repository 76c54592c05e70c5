"""The number of a bar beside the tick that the bar is held against: never cut by it, never taken for its number."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from report.charts.model import Chart, ChartRow, Highlight
from report.drawing.model import Drawing, MarkRole, Stroke
from tests.builders import words
from tests.charts.collisions import extent, faults
from tests.charts.specimens import (
    PLACES,
    PLAIN,
    PROOF,
    Percent,
    bars_chart,
    by_groups,
    drawn,
    grouped_chart,
    marks_of,
    rects,
    row,
    setting,
    strokes,
    text,
    value,
)

NO_BREAK = "\N{NO-BREAK SPACE}"


def held(percent: Percent, against: Percent, mark: Highlight = PLAIN, *, decimals: int = 0) -> ChartRow:
    """A row of bars with its tick."""
    shown = row("Frieden", percent, mark, decimals=decimals)
    return replace(shown, reference=value("frieden", against, wave="w2014", decimals=decimals))


def bars_with(*rows: ChartRow) -> Chart:
    return replace(bars_chart(*rows, row("Klima", 40)), reference=words("2014"))


def tick_of(drawing: Drawing) -> Stroke:
    return next(stroke for stroke in strokes(drawing, MarkRole.TICK) if stroke.cells)


def test_a_number_that_a_near_tick_would_cut_stands_6_behind_it() -> None:
    drawing = drawn(bars_with(held(30, 37)))

    assert text(drawing, f"30{NO_BREAK}%").x == approx(tick_of(drawing).x1 + 6.0)


@pytest.mark.parametrize("mark", [PLAIN, PROOF])
def test_a_number_stands_between_its_bar_and_the_tick_where_there_is_room(mark: Highlight) -> None:
    drawing = drawn(bars_with(held(30, 44, mark)))
    (left, right), end = _ends(drawing), rects(drawing, MarkRole.BAR, "frieden")[0].box.right

    assert left - end == approx(tick_of(drawing).x1 - right)
    assert 3.0 <= left - end <= 9.0


def test_a_number_that_no_tick_would_cut_stands_9_behind_its_bar() -> None:
    drawing = drawn(bars_with(held(30, 60)))

    assert text(drawing, f"30{NO_BREAK}%").x == approx(rects(drawing, MarkRole.BAR, "frieden")[0].box.right + 9.0)


SHARES = st.one_of(st.integers(0, 100), st.decimals(0, 100, places=1).map(str))


@given(
    st.sampled_from(["bars", "grouped"]),
    SHARES,
    SHARES,
    st.sampled_from([PLAIN, PROOF, Highlight.CONTRAST]),
    st.sampled_from([0, 1, 3]),
    st.sampled_from(sorted(PLACES)),
)
def test_no_tick_cuts_a_number_and_none_stands_behind_a_tick_that_leaves_it_room(
    kind: str, percent: Percent, against: Percent, mark: Highlight, decimals: int, place: str
) -> None:
    if kind == "bars":
        chart = bars_with(held(percent, against, mark, decimals=decimals))
    else:
        chart = grouped_chart(
            ["Ost", "West"],
            by_groups("Frieden", (percent, mark), 50, alle=against, decimals=decimals),
            by_groups("Klima", 40, 41, alle=40),
        )
    where = setting(PLACES[place])
    drawing = drawn(chart, where)
    numbers = [mark for mark in marks_of(drawing, MarkRole.VALUE) if _is_first(mark.cells)]
    (left, right), tick = _ends(drawing), tick_of(drawing).x1
    bars = [mark for mark in marks_of(drawing, MarkRole.BAR) if _is_first(mark.cells)]
    end = extent(bars[0])[2] if bars else extent(marks_of(drawing, MarkRole.TRACK)[0])[0]

    assert faults(drawing) == []
    assert len(numbers) == 1
    gap = where.measures.tick.value_gap
    assert tick >= right + gap / 2 - 0.01 or tick <= left - gap / 2 + 0.01
    if left >= tick > end:
        assert tick - end < right - left + gap


def _is_first(cells: tuple[str, ...]) -> bool:
    return any(cell in ("q/frieden@w2016", "q/frieden@w2016/size.g0") for cell in cells)


def _ends(drawing: Drawing) -> tuple[float, float]:
    marks = [*marks_of(drawing, MarkRole.VALUE), *marks_of(drawing, MarkRole.UNIT)]
    extents = [extent(mark) for mark in marks if _is_first(mark.cells)]
    return min(each[0] for each in extents), max(each[2] for each in extents)
