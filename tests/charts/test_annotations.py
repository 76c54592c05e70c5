"""Brackets and leaders tie the words of annotations to their marks; words that collide move, none is dropped."""

from collections.abc import Sequence

import pytest
from pytest import approx

from report.charts.marks.annotations import stacked
from report.charts.model import NoteRequest
from report.drawing.model import Drawing, MarkRole, Stroke
from report.formats.charts import ChartMeasures
from report.theme.house import PAPER
from tests.charts.collisions import faults
from tests.charts.specimens import (
    PAGE,
    PAGE_NARROW,
    PROOF,
    SLIDE_NARROW,
    bars_chart,
    drawn,
    note,
    refused,
    row,
    setting,
    strokes,
    texts,
    wave,
    waves_chart,
)

ROWS = [row(name.capitalize(), 77 - 10 * number, answer=name) for number, name in enumerate("abcdefg")]
HAIRLINE = 592.0
"""Column 9, from the left margin: 43.2 + 8 x 74 = 635.2 on the slide."""


def chart_with(*notes: NoteRequest, rows: int = 7) -> Drawing:
    """Seven rows 45 apart, four 57.6 apart; bars 28.8 thick."""
    return drawn(bars_chart(*ROWS[:rows]), notes=notes)


def lines(drawing: Drawing, role: MarkRole) -> list[tuple[float, float, float, float]]:
    """Ends of strokes, y from the line that the exhibit hangs from."""
    return [
        (mark.x1, round(mark.y1 - drawing.hang, 2), mark.x2, round(mark.y2 - drawing.hang, 2))
        for mark in strokes(drawing, role)
    ]


def note_tops(drawing: Drawing) -> list[float]:
    return [box.top - drawing.hang for box in drawing.notes]


# ---- brackets


def test_rows_that_follow_each_other_are_bracketed_on_column_9_with_ticks_of_5() -> None:
    drawing = chart_with(note("a", "b"))

    assert lines(drawing, MarkRole.BRACKET) == [
        (HAIRLINE, 0, HAIRLINE, 73.8),  # from the top of the first bar to the end of the second: 45 + 28.8
        (587, 0, HAIRLINE, 0),
        (587, 73.8, HAIRLINE, 73.8),
    ]
    assert {(mark.color, mark.width) for mark in strokes(drawing, MarkRole.BRACKET)} == {(PAPER.leader, 0.75)}
    assert lines(drawing, MarkRole.LEADER) == []


def test_the_words_of_a_bracket_stand_12_behind_it_and_at_its_middle() -> None:
    box = chart_with(note("a", "b", height=46.0)).notes[0]

    assert (box.left, box.width, box.height) == (604.0, 200.0, 46.0)
    assert note_tops(chart_with(note("a", "b", height=46.0))) == approx([36.9 - 23])


def test_rows_apart_from_each_other_are_tied_by_a_tick_each() -> None:
    drawing = chart_with(note("a", "c"))

    assert lines(drawing, MarkRole.BRACKET) == [
        (HAIRLINE, 14.4, HAIRLINE, 104.4),  # from the middle of the first bar to the middle of the third
        (587, 14.4, HAIRLINE, 14.4),
        (587, 104.4, HAIRLINE, 104.4),
    ]


def test_the_order_in_which_rows_are_named_does_not_matter() -> None:
    assert lines(chart_with(note("b", "a")), MarkRole.BRACKET) == lines(chart_with(note("a", "b")), MarkRole.BRACKET)


# ---- leaders


def test_one_row_has_a_leader_from_9_behind_its_value_to_the_line_along_the_words() -> None:
    drawing = chart_with(note("a", height=69.0))
    value = texts(drawing, MarkRole.VALUE, "a")[0]
    leader, upright = lines(drawing, MarkRole.LEADER)

    assert leader == approx((value.x + value.width + 9, 14.4, HAIRLINE, 14.4))
    assert upright[0] == upright[2] == HAIRLINE
    assert upright[1] == approx(note_tops(drawing)[0], abs=0.01)
    # the first line's capitals are centred on the leader: 23 - 0.206 x 18 - 0.645 x 18 / 2 = 13.49 below the box top
    assert note_tops(drawing)[0] == approx(14.4 - 13.487, abs=0.01)


def test_the_leader_of_a_full_bar_starts_behind_the_bar() -> None:
    drawing = drawn(bars_chart(row("Ja", 100, PROOF), row("Nein", 0)), notes=[note("ja")])

    assert lines(drawing, MarkRole.LEADER)[0] == approx((222 + 355.6 + 9, 14.4, HAIRLINE, 14.4))


# ---- collisions


def test_words_that_would_collide_move_down_and_keep_12_points() -> None:
    drawing = chart_with(note("a", height=92.0), note("b", height=46.0))
    first, second = drawing.notes

    assert second.top - first.bottom == approx(12)


def test_the_leader_of_moved_words_bends_to_their_first_line_left_of_the_hairline() -> None:
    drawing = chart_with(note("a", height=92.0), note("b", height=46.0))
    across, down, to_words = lines(drawing, MarkRole.LEADER)[2:5]
    first_line = note_tops(drawing)[1] + 13.487

    assert (across[1], across[2]) == (59.4, HAIRLINE - 4.5)  # the middle of the second bar: 45 + 14.4
    assert down == approx((HAIRLINE - 4.5, 59.4, HAIRLINE - 4.5, first_line), abs=0.01)
    assert to_words == approx((HAIRLINE - 4.5, first_line, HAIRLINE, first_line), abs=0.01)


def test_words_at_the_last_row_move_up_to_stay_within_the_exhibit_and_push_others() -> None:
    drawing = chart_with(note("e", height=92.0), note("g", height=92.0))

    assert note_tops(drawing) == approx([299 - 92 - 12 - 92, 299 - 92])


def test_a_bracket_that_would_run_into_another_line_takes_the_next_lane() -> None:
    drawing = chart_with(note("a", height=138.0), note("b", "c", height=46.0))
    uprights = [line for line in lines(drawing, MarkRole.BRACKET) if line[0] == line[2]]

    assert uprights == [(HAIRLINE - 4.5, 45, HAIRLINE - 4.5, 118.8)]
    assert (HAIRLINE - 4.5, HAIRLINE) in [(line[0], line[2]) for line in lines(drawing, MarkRole.LEADER)]


def test_leaders_and_brackets_of_three_annotations_never_cross() -> None:
    drawing = chart_with(note("a", height=92.0), note("b", height=69.0), note("c", "d", height=46.0))

    assert crossings(drawing) == []
    assert faults(drawing) == []


def test_the_checker_of_crossings_finds_one() -> None:
    drawing = chart_with(note("a", height=92.0))
    planted = [*strokes(drawing, MarkRole.LEADER), Stroke(MarkRole.LEADER, 590, 10, 590, 30, PAPER.leader, 0.75)]

    assert len(_crossings(planted)) == 1


@pytest.mark.parametrize(
    ("wanted", "heights", "expected"),
    [
        ([0, 100], [50, 50], [0, 100]),
        ([0, 20], [50, 50], [0, 62]),
        ([-10, 280], [50, 50], [0, 249]),
        ([200, 220], [100, 87], [100, 212]),
        ([0, 0, 0], [91, 91, 93], [0, 103, 206]),
        ([0, 0, 0], [92, 92, 92], None),
    ],
)
def test_stacking(wanted: Sequence[float], heights: Sequence[float], expected: list[float] | None) -> None:
    assert stacked(wanted, heights, 299.0, apart=12.0) == expected


# ---- refusals


def test_annotations_higher_than_the_exhibit_are_an_error_that_names_one() -> None:
    fault = refused(bars_chart(*ROWS), notes=[note("a", height=150), note("b", "c", height=150)])

    assert fault.as_text() == (
        "briefing.yaml:20:9: error[no-room-for-annotation]: annotation 2 (b, c) has no room: "
        "the annotations together are higher than the exhibit\n"
        "  hint: shorten the words, or move them into the finding's `text`"
    )


def test_an_annotation_wider_than_its_column_is_an_error() -> None:
    assert len(drawn(bars_chart(*ROWS), notes=[note("a", width=269.6)]).notes) == 1
    fault = refused(bars_chart(*ROWS), notes=[note("a", width=270.6)])
    assert fault.message == "annotation 1 (a) has no room: it is 271 pt wide, 270 pt are there"


def test_an_annotation_of_a_row_that_is_not_shown_is_an_error() -> None:
    fault = refused(bars_chart(*ROWS[:3]), notes=[note("a"), note("b", "g")])

    assert fault.message == 'annotation 2 (b, g) has no room: "g" is not shown in the chart'


@pytest.mark.parametrize("measures", [SLIDE_NARROW, PAGE, PAGE_NARROW])
def test_only_a_whole_slide_has_a_place_for_annotations(measures: ChartMeasures) -> None:
    for chart in (bars_chart(*ROWS), waves_chart(wave("2014", 35), wave("2016", 49))):
        fault = refused(chart, setting(measures), notes=[note(*(["a"] if chart.kind == "bars" else ["w2014"]))])
        assert fault.id == "no-room-for-annotation"
        assert fault.message.endswith("only a whole slide has a column for annotations")


def crossings(drawing: Drawing) -> list[str]:
    return _crossings([*strokes(drawing, MarkRole.LEADER), *strokes(drawing, MarkRole.BRACKET)])


def _crossings(marks: list[Stroke]) -> list[str]:
    """Where an upright and a level stroke cross in their inner parts (ends may touch)."""
    uprights = [mark for mark in marks if mark.x1 == mark.x2]
    levels = [mark for mark in marks if mark.y1 == mark.y2]
    return [
        f"{upright} x {level}"
        for upright in uprights
        for level in levels
        if min(level.x1, level.x2) + 0.1 < upright.x1 < max(level.x1, level.x2) - 0.1
        and min(upright.y1, upright.y2) + 0.1 < level.y1 < max(upright.y1, upright.y2) - 0.1
    ]
