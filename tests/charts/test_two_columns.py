"""More bars than stand one below the other: two columns on a slide, half as long, ranked down and then across."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import event, given, settings
from hypothesis import strategies as st
from pytest import approx

from report.charts.kinds.bars import layout as bars
from report.charts.model import Chart
from report.diagnostics import Diagnostic
from report.drawing.model import MarkRole
from tests.charts.collisions import faults
from tests.charts.specimens import (
    PROOF,
    SLIDE,
    SLIDE_BOX,
    bar,
    bars_chart,
    drawn,
    note,
    rects,
    refused,
    row,
    setting,
    text,
    texts,
)
from tests.charts.test_properties import MARKS, PERCENTS, labels


def answers(count: int, *, further: int = 0, label: str = "Antwort") -> Chart:
    marked = row(f"{label} 0", 60, PROOF, answer="a0")
    others = (row(f"{label} {n}", 60 - 2 * n, answer=f"a{n}") for n in range(1, count))
    return bars_chart(marked, *others, further=further)


def test_thirteen_to_22_rows_are_all_shown_and_30_leave_20_and_a_row_that_counts() -> None:
    assert bars.capacity(answers(12), SLIDE_BOX.height, setting()) == 12
    assert bars.capacity(answers(13), SLIDE_BOX.height, setting()) == 22
    assert bars.capacity(answers(30), SLIDE_BOX.height, setting()) == 22
    assert text(drawn(answers(20, further=10)), "10\u00a0weitere: Anhang").x == approx(444.0)


def test_bars_are_half_as_long_and_begin_on_columns_4_and_10() -> None:
    drawing = drawn(answers(21))

    assert bar(drawing, "a0").box.width == approx(0.60 * 0.5 * SLIDE.hundred)
    assert {round(track.box.left, 3) for track in rects(drawing, MarkRole.TRACK)} == {222.0, 666.0}
    tops = [bar(drawing, f"a{n}").box.top for n in range(11)]
    assert [after - before for before, after in pairwise(tops)] == approx([27.6] * 10)
    assert bar(drawing, "a11").box.top == approx(tops[0])


def test_where_a_label_needs_a_second_line_fewer_rows_stand_in_one_column() -> None:
    long = answers(13, label="Qualifizierte Bewerber gewinnen")

    assert bars.capacity(long, SLIDE_BOX.height, setting()) == 12
    assert refused(long).message == "a label takes more than the one line that rows in two columns have"


def test_words_of_annotations_have_no_place_beside_two_columns() -> None:
    fault = refused(answers(16), notes=[note("a0")])

    assert "rows in two columns take the whole width; fewer `answers:` stand in one" in fault.message


@settings(max_examples=40)
@given(st.lists(st.tuples(labels(26), PERCENTS, MARKS), min_size=13, max_size=21), st.integers(0, 1))
def test_nothing_overlaps_and_every_answer_stands_once(shown: list[tuple[str, object, object]], further: int) -> None:
    rows = [row(label, percent, mark, answer=f"a{n}") for n, (label, percent, mark) in enumerate(shown)]  # type: ignore[arg-type]
    chart = bars_chart(*rows, further=further)
    if bars.capacity(chart, SLIDE_BOX.height, setting()) < 22:
        event("a label of two lines")
        assert isinstance(bars.lay_out(chart, SLIDE_BOX, setting()), Diagnostic)
        return
    drawing = drawn(chart)

    assert faults(drawing) == []
    assert len(drawing.shown) == len(rows)
    assert len({mark.x for mark in texts(drawing, MarkRole.LABEL)}) == 2
