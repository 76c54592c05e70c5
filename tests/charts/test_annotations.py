"""Brackets and leaders tie the words of annotations to their marks; words that collide move, none is dropped."""

from collections.abc import Sequence

import pytest
from pytest import approx

from report.charts.marks.annotations import stacked
from report.charts.model import Chart, NoteRequest
from report.drawing.model import Circle, Drawing, MarkRole, Stroke
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
    parts_chart,
    rects,
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


# ---- keys, where words stand elsewhere

WAVES = waves_chart(wave("2013", 24), wave("2014", 1), wave("2016", 49, PROOF))
PARTS = parts_chart(row("Eigene Teams", 49, answer="a"), row("Andere", 33, answer="b"), row("Keine", 18, answer="c"))
KEYED = {
    "bars": (bars_chart(*ROWS), [note("a", "b"), note("d")]),
    "columns": (WAVES, [note("w2013", "w2016"), note("w2014", "w2016")]),
    "parts": (PARTS, [note("a"), note("c")]),
}


def keys(drawing: Drawing) -> list[tuple[str, Circle]]:
    """The number of every key and its disc."""
    discs = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.KEY]
    numbers = texts(drawing, MarkRole.KEY)
    for number, disc in zip(numbers, discs, strict=True):
        assert number.x + number.width / 2 == approx(disc.x)
    return [(number.text, disc) for number, disc in zip(numbers, discs, strict=True)]


@pytest.mark.parametrize("measures", [SLIDE_NARROW, PAGE, PAGE_NARROW])
@pytest.mark.parametrize(("chart", "notes"), KEYED.values(), ids=KEYED)
def test_where_words_have_no_place_beside_the_marks_keys_tie_them(
    measures: ChartMeasures, chart: Chart, notes: list[NoteRequest]
) -> None:
    drawing = drawn(chart, setting(measures), notes=notes)

    wanted = sorted(str(number) for number, each in enumerate(notes, 1) for _ in each.at)
    assert sorted(number for number, _ in keys(drawing)) == wanted
    assert drawing.notes == ()
    assert faults(drawing) == []


def test_keys_of_bars_stand_in_one_column_between_labels_and_bars_centred_on_them() -> None:
    drawing = drawn(bars_chart(*ROWS), setting(PAGE), notes=[note("a", "b"), note("d")])
    tracks = [track.box for track in rects(drawing, MarkRole.TRACK)]

    assert [number for number, _ in keys(drawing)] == ["1", "1", "2"]
    assert {disc.x for _, disc in keys(drawing)} == {141.8 - 3 - 5.5}
    for (_, disc), track in zip(keys(drawing), (tracks[0], tracks[1], tracks[3]), strict=True):
        assert disc.y == approx(track.top + track.height / 2)


def test_keys_stand_behind_the_values_where_bars_begin_at_the_margin() -> None:
    drawing = drawn(bars_chart(*ROWS), setting(PAGE_NARROW), notes=[note("a")])
    value = texts(drawing, MarkRole.UNIT, "a") or texts(drawing, MarkRole.VALUE, "a")

    ((_, disc),) = keys(drawing)
    assert disc.x - 5.5 == approx(value[0].x + value[0].width + 3)


def test_keys_of_columns_stand_at_their_feet_and_beside_the_value_of_a_low_one() -> None:
    drawing = drawn(WAVES, setting(PAGE), notes=[note("w2013", "w2014")])
    (axis, *_) = [mark.y1 for mark in strokes(drawing, MarkRole.AXIS)]
    (_, at_foot), (_, beside) = keys(drawing)
    value = texts(drawing, MarkRole.VALUE)[1]

    assert at_foot.y == approx(axis - 3 - 5.5)
    assert beside.x + 5.5 == approx(value.x - 3)


def test_keys_stand_at_the_foot_of_a_bar_that_leaves_no_room_behind_it() -> None:
    full = bars_chart(row("A", 100, PROOF, answer="a"), row("B", 50, answer="b"))
    for measures in (PAGE, PAGE_NARROW):
        drawing = drawn(full, setting(measures), notes=[note("a"), note("a", "b")])
        track = rects(drawing, MarkRole.TRACK)[0].box

        assert [number for number, _ in keys(drawing)] == ["1", "2", "2"]
        assert keys(drawing)[0][1].x == approx(track.left + 3 + 5.5)
        assert faults(drawing) == []


# ---- over waves


def test_over_waves_a_line_below_the_periods_leads_from_the_columns_to_the_words() -> None:
    chart = waves_chart(wave("2013", 24), wave("2014", 35), wave("2016", 49, PROOF))
    drawing = drawn(chart, notes=[note("w2014", "w2016", height=46.0), note("w2013", height=46.0)])
    centres = {mark.cells: mark.box.left + mark.box.width / 2 for mark in rects(drawing, MarkRole.BAR)}
    first, second, third = centres.values()
    bracket = lines(drawing, MarkRole.BRACKET)
    lowest_period = max(mark.y for mark in texts(drawing, MarkRole.AXIS)) - drawing.hang

    ends = [round(x, 2) for line in bracket for x in (line[0], line[2])]
    assert ends == approx([second, third, second, second, third, third])
    assert all(line[1] > lowest_period for line in bracket)
    ticks_of_leaders = [line for line in lines(drawing, MarkRole.LEADER) if line[0] == line[2] == approx(first)]
    assert len(ticks_of_leaders) == 1
    levels = [line[2] for line in lines(drawing, MarkRole.LEADER) if line[1] == line[3]]
    assert {HAIRLINE - 4.5, HAIRLINE} == set(levels)
    assert crossings(drawing) == []
    assert faults(drawing) == []


def test_three_lines_over_waves_cross_neither_each_other_nor_a_band() -> None:
    chart = waves_chart(
        wave("2012", 24), wave("2013", 30), wave("2014", 35), wave("2016", 49, PROOF), breaks=[(2, 3, "neu gefragt")]
    )
    drawing = drawn(chart, notes=[note("w2012"), note("w2013", "w2016"), note("w2014", "w2016")])
    band = next(mark.box for mark in rects(drawing, MarkRole.BAND))
    ties = [*strokes(drawing, MarkRole.LEADER), *strokes(drawing, MarkRole.BRACKET)]

    assert crossings(drawing) == []
    assert faults(drawing) == []
    assert all(max(line.y1, line.y2) > band.bottom for line in ties if line.x1 < band.right)


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
