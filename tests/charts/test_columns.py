"""Columns over the waves: slots, scale, the band of a break, and what stands where nothing was published."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from report.charts.kinds.columns import layout as columns
from report.charts.model import Chart, ChartColumn, ChartValue
from report.drawing.model import Circle, Drawing, MarkRole, Rect
from report.formats.charts import ChartMeasures
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.language.dates import PartialDate, date_text, short_date_text
from report.text.model import Face
from report.theme.house import INK, PAPER
from report.units import Box
from tests.builders import words
from tests.charts.collisions import faults
from tests.charts.specimens import (
    NOT_ASKED,
    NOT_PUBLISHED,
    PAGE,
    PAGE_NARROW,
    PROOF,
    SLIDE,
    SLIDE_NARROW,
    WIDTHS,
    bar,
    drawn,
    empty,
    language,
    marks_of,
    note,
    rects,
    refused,
    series,
    series_chart,
    setting,
    strokes,
    text,
    texts,
    unpublished,
    unsupported,
    wave,
    waves_chart,
)

REASON = "2014: vier Vorgaben, Summe 117\N{NO-BREAK SPACE}%; 2016: drei Vorgaben, Summe 99\N{NO-BREAK SPACE}%"


def teams(*, breaks: bool = True) -> Chart:
    """The chart of the sketch: 24, 35, not published, 49, and a break between 2014 and 2016."""
    slots = [wave("2013", 24), wave("2014", 35), unpublished("2015"), wave("2016", 49, PROOF)]
    return waves_chart(*slots, breaks=[(1, 3, REASON)] if breaks else [])


def axis_of(drawing: Drawing) -> float:
    return strokes(drawing, MarkRole.AXIS)[0].y1


# ---- slots and scale


def test_a_column_is_as_high_as_its_share_of_355_6_points_and_57_6_wide() -> None:
    drawing = drawn(teams())

    for name, share in [("w2013", 0.24), ("w2014", 0.35), ("w2016", 0.49)]:
        assert bar(drawing, name).box.height == approx(share * 355.6)
        assert bar(drawing, name).box.width == approx(57.6)
        assert bar(drawing, name).box.bottom == approx(drawing.hang + 249)  # 165 + 249 = 414 on the slide


def test_four_slots_stand_162_apart_from_the_left_margin() -> None:
    drawing = drawn(teams())

    assert [bar(drawing, name).box.left for name in ("w2013", "w2014", "w2016")] == approx([0, 162, 486])


def test_eight_slots_have_columns_of_45_percent_of_their_pitch() -> None:
    slots = [wave(str(2009 + number), 10 + number) for number in range(8)]
    first, second = rects(drawn(waves_chart(*slots)), MarkRole.BAR)[:2]
    pitch = 543.6 / 7.45  # 7 pitches and one column of 0.45 pitches

    assert second.box.left - first.box.left == approx(pitch)
    assert first.box.width == approx(0.45 * pitch)


def test_above_58_percent_the_scale_is_the_largest_tenth_that_leaves_periods_room() -> None:
    high, higher = (drawn(waves_chart(wave("2014", 20), wave("2016", percent, PROOF))) for percent in (58, 59))

    assert bar(high, "w2016").box.height == approx(0.58 * 355.6)
    assert bar(higher, "w2016").box.height == approx(0.59 * 355.6 * 0.8)
    assert bar(higher, "w2014").box.height == approx(0.20 * 355.6 * 0.8)
    assert axis_of(higher) - higher.hang == 249.0


def test_a_full_column_stays_within_the_exhibit() -> None:
    assert faults(drawn(waves_chart(wave("2014", 100, PROOF), wave("2016", 100)))) == []


def test_values_stand_12_above_their_column_and_centred_on_it() -> None:
    drawing = drawn(teams())
    digits, unit = text(drawing, "49"), texts(drawing, MarkRole.UNIT, "w2016")[0]
    column = bar(drawing, "w2016").box

    assert (digits.size, digits.face, digits.color) == (44.0, Face.BOLD, PAPER.proof)
    assert digits.y == approx(column.top - 12)
    assert (digits.x + unit.x + unit.width) / 2 == approx(column.left + column.width / 2)
    assert text(drawing, "24").size == 28.0
    assert unit.size == approx(0.55 * 44)


def test_numbers_get_smaller_where_slots_are_too_narrow_for_them() -> None:
    slots = [wave(str(2009 + number), f"4{number}.5", decimals=1) for number in range(8)]
    drawing = drawn(waves_chart(*slots))

    assert {mark.size for mark in texts(drawing, MarkRole.VALUE)} == {18.0}
    assert faults(drawing) == []


def test_a_published_zero_has_its_value_above_the_axis_and_no_column() -> None:
    drawing = drawn(waves_chart(wave("2014", 0), wave("2016", 49, PROOF)))

    assert marks_of(drawing, MarkRole.BAR, "w2014") == []
    assert text(drawing, "0").y == approx(axis_of(drawing) - 12)


# ---- periods


def test_periods_stand_below_their_columns_the_marked_one_bold_and_others_grey_without_a_number() -> None:
    drawing = drawn(waves_chart(wave("2013", 24), empty("2014"), unpublished("2015"), wave("2016", 49, PROOF)))
    labels = {mark.text: mark for mark in texts(drawing, MarkRole.AXIS)}

    assert list(labels) == ["2013", "2014", "2015", "2016"]
    assert [mark.color for mark in labels.values()] == [PAPER.text, PAPER.soft_text, PAPER.soft_text, PAPER.proof]
    assert labels["2016"].face is Face.BOLD
    assert labels["2013"].y == approx(axis_of(drawing) + 24.5)
    assert labels["2013"].x + labels["2013"].width / 2 == approx(28.8)


def test_an_unpublished_wave_has_a_ring_on_the_axis_and_words_an_empty_period_nothing() -> None:
    drawing = drawn(waves_chart(wave("2013", 24), empty("2014"), unpublished("2015"), wave("2016", 49, PROOF)))
    rings = [mark for mark in drawing.marks if mark.role is MarkRole.RING]

    assert len(rings) == 1
    assert isinstance(rings[0], Circle)
    assert rings[0].x == approx(2 * 162 + 28.8)
    assert rings[0].edge is not None
    assert 2 * rings[0].radius + rings[0].edge.width == approx(20)
    assert rings[0].y + 10 < axis_of(drawing)
    assert [mark.text for mark in texts(drawing, MarkRole.NOTE)] == ["nicht veröffentlicht"]
    assert text(drawing, "nicht veröffentlicht").y == approx(axis_of(drawing) + 45)


def test_from_six_slots_on_missing_numbers_are_told_short() -> None:
    five = [wave("2011", 20), wave("2012", 21), unpublished("2013"), wave("2014", 30), wave("2015", 40)]
    six = [*five[:4], wave("2015", NOT_ASKED), wave("2016", 40)]

    assert [mark.text for mark in texts(drawn(waves_chart(*five)), MarkRole.NOTE)] == ["nicht veröffentlicht"]
    assert [mark.text for mark in texts(drawn(waves_chart(*six)), MarkRole.NOTE)] == ["n.\N{NO-BREAK SPACE}v.", "–"]


def test_a_number_not_published_of_a_published_wave_is_a_ring_too_and_one_not_asked_is_none() -> None:
    drawing = drawn(waves_chart(wave("2013", NOT_PUBLISHED), wave("2014", NOT_ASKED), wave("2016", 49, PROOF)))

    assert len(marks_of(drawing, MarkRole.RING)) == 1
    assert [cell.text for cell in drawing.shown] == ["nicht veröffentlicht", "nicht abgefragt", "49\N{NO-BREAK SPACE}%"]


MONTHS = [f"2023-{month:02}" for month in range(5, 13)]


def dated(dates: Sequence[str], *, code: str = "de") -> Chart:
    slots: list[tuple[ChartColumn, ChartValue | None]] = []
    for number, date in enumerate(map(PartialDate.parse, dates)):
        column, value = wave(f"w{number}", 20 + number, code=code)
        whole, short = date_text(date, language(code)), short_date_text(date, language(code))
        slots.append((replace(column, wording=words(whole), short=short), value))
    return waves_chart(*slots)


def dates_of(chart: Chart, measures: ChartMeasures, *, code: str = "de") -> list[str]:
    """The dates as they stand, those of two lines with a stroke."""
    drawing = drawn(chart, setting(measures, code=code), box=Box(0, 0, WIDTHS[measures], 400))
    assert faults(drawing) == []
    lines: dict[float, list[str]] = {}
    for mark in texts(drawing, MarkRole.AXIS):
        lines.setdefault(round(mark.x + mark.width / 2, 3), []).append(mark.text)
    return ["/".join(each) for each in lines.values()]


def test_dates_stand_on_one_line_where_all_have_room_for_it() -> None:
    assert dates_of(dated(["2023-05", "2023-09", "2023-12"]), SLIDE) == ["Mai 2023", "September 2023", "Dezember 2023"]


def test_the_years_of_all_dates_stand_on_a_second_line_where_one_is_too_wide() -> None:
    months = MONTHS[:7]
    german, english = dates_of(dated(months), PAGE), dates_of(dated(months, code="en"), PAGE, code="en")

    assert german[:5] == ["Mai/2023", "Juni/2023", "Juli/2023", "August/2023", "September/2023"]
    assert english[:5] == ["May/2023", "June/2023", "July/2023", "August/2023", "September/2023"]


def test_all_months_are_abbreviated_where_one_is_too_wide_for_its_slot() -> None:
    german, english = dates_of(dated(MONTHS), SLIDE), dates_of(dated(MONTHS, code="en"), SLIDE, code="en")

    assert german[2:6] == ["Juli/2023", "Aug./2023", "Sept./2023", "Okt./2023"]
    assert english[2:6] == ["Jul/2023", "Aug/2023", "Sept/2023", "Oct/2023"]


def test_dates_are_left_out_evenly_where_abbreviated_ones_have_no_room_and_the_last_stands() -> None:
    days = [f"{month}-14" for month in MONTHS]

    assert dates_of(dated(days), SLIDE_NARROW) == ["14. Juni/2023", "14. Aug./2023", "14. Okt./2023", "14. Dez./2023"]
    assert dates_of(dated(days, code="en"), SLIDE_NARROW, code="en")[-2:] == ["14 Oct/2023", "14 Dec/2023"]


@given(
    dates=st.lists(st.dates(datetime.date(2000, 1, 1)), min_size=2, max_size=8, unique=True),
    measures=st.sampled_from([SLIDE, SLIDE_NARROW, PAGE, PAGE_NARROW]),
    code=st.sampled_from(["de", "en"]),
    is_day=st.booleans(),
)
def test_no_date_is_too_wide_and_none_stands_on_another(
    dates: list[datetime.date], measures: ChartMeasures, code: str, is_day: bool
) -> None:
    written = [date.isoformat()[: 10 if is_day else 7] for date in sorted(dates)]

    assert dates_of(dated(written, code=code), measures, code=code)


def test_a_date_wider_than_the_whole_chart_is_an_error() -> None:
    fault = refused(dated(MONTHS[-2:]), setting(PAGE_NARROW), box=Box(0, 0, 20, 400))

    assert fault.id == "label-too-long"
    assert fault.message == 'the period "Dez. 2023" is too wide for a chart of 20 pt'


# ---- the band of a break


def band(drawing: Drawing) -> Box:
    found = [mark for mark in drawing.marks if mark.role is MarkRole.BAND and isinstance(mark, Rect)]
    assert len(found) == 1
    return found[0].box


def test_the_band_of_a_break_is_41_clear_of_both_columns_and_as_high_as_the_exhibit() -> None:
    drawing = drawn(teams())

    assert band(drawing).left == approx(162 + 57.6 + 41)
    assert band(drawing).right == approx(486 - 41)
    assert band(drawing).top == drawing.hang
    assert band(drawing).bottom == approx(axis_of(drawing))


def test_its_edges_are_dashed_and_the_axis_is_interrupted_by_two_strokes_at_each() -> None:
    drawing = drawn(teams())
    edges = strokes(drawing, MarkRole.BAND)
    signs = strokes(drawing, MarkRole.BREAK)

    assert [(mark.x1, mark.width, mark.dash) for mark in edges] == [
        (band(drawing).left, 1.0, (3.0, 2.4)),
        (band(drawing).right, 1.0, (3.0, 2.4)),
    ]
    assert [(mark.x1, mark.x2) for mark in strokes(drawing, MarkRole.AXIS)] == [
        (0.0, band(drawing).left),
        (band(drawing).right, approx(543.6)),
    ]
    assert len(signs) == 4
    for left, right, x in [(signs[0], signs[1], band(drawing).left), (signs[2], signs[3], band(drawing).right)]:
        assert (left.x1 + left.x2 + right.x1 + right.x2) / 4 == approx(x)
        assert right.x1 - left.x1 == approx(5)
        assert left.y1 - left.y2 == approx(12)
        assert left.width == 1.4


def test_the_reason_stands_in_the_band_clause_by_clause_under_bold_words() -> None:
    drawing = drawn(teams())
    told = [mark for mark in texts(drawing, MarkRole.NOTE) if mark.text != "nicht veröffentlicht"]
    head, lines = told[:2], told[2:]

    assert [(line.text, line.face) for line in head] == [("Eingeschränkt", Face.BOLD), ("vergleichbar", Face.BOLD)]
    assert [line.x for line in head] == approx([band(drawing).left + 14.4] * 2)
    assert [line.text for line in lines] == [
        "2014: vier Vorgaben,",
        "Summe 117\N{NO-BREAK SPACE}%;",
        "2016: drei Vorgaben,",
        "Summe 99\N{NO-BREAK SPACE}%",
    ]
    assert {line.size for line in lines} == {16.0}
    assert faults(drawing) == []


def test_a_band_between_neighbours_is_at_least_28_8_wide_and_its_reason_stands_in_the_annotation_column() -> None:
    slots = [wave(str(2009 + number), 20 + number) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(3, 4, REASON)]))
    first, second = (bar(drawing, name).box for name in ("w2012", "w2013"))

    assert band(drawing).width == approx(28.8)
    assert (band(drawing).left + band(drawing).right) / 2 == approx((first.right + second.left) / 2)
    assert text(drawing, "Eingeschränkt vergleichbar").x > 604.0
    assert drawing.width == 873.6
    assert faults(drawing) == []


def test_where_one_clause_of_a_reason_takes_two_lines_so_does_the_other_that_would_fill_its_line() -> None:
    reason = REASON.replace("vier Vorgaben", "genau vier Vorgaben")
    slots = [wave(str(2009 + number), 20 + number) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(3, 4, reason)]))

    assert [mark.text for mark in texts(drawing, MarkRole.NOTE)][-4:] == [
        "2014: genau vier",
        "Vorgaben, Summe 117\N{NO-BREAK SPACE}%;",
        "2016: drei Vorgaben,",
        "Summe 99\N{NO-BREAK SPACE}%",
    ]


def test_elsewhere_the_reason_stands_below_the_axis() -> None:
    chart = waves_chart(
        wave("2013", 24), wave("2014", 35), wave("2016", 49, PROOF), wave("2017", 50), breaks=[(1, 2, REASON)]
    )
    for measures in (PAGE, PAGE_NARROW, SLIDE_NARROW):
        drawing = drawn(chart, setting(measures), box=Box(0, 0, WIDTHS[measures], 330))
        assert text(drawing, "Eingeschränkt vergleichbar").y > text(drawing, "2013").y
        assert faults(drawing) == []


def test_a_value_beside_a_band_is_moved_out_of_it() -> None:
    slots = [wave(str(2009 + number), f"4{number}.5", decimals=1) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(3, 4, REASON)]))
    before, after = text(drawing, "43,5\N{NO-BREAK SPACE}%"), text(drawing, "44,5\N{NO-BREAK SPACE}%")

    assert before.x + before.width <= band(drawing).left
    assert after.x >= band(drawing).right


def test_eight_columns_move_within_where_the_number_of_an_outer_one_has_no_room_beside_a_band() -> None:
    slots = [wave(str(2009 + number), f"4{number}.5", decimals=1) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(0, 1, REASON)]))
    first, second = rects(drawing, MarkRole.BAR)[:2]
    pitch = 543.6 / 8

    assert second.box.left - first.box.left == approx(pitch)
    assert first.box.left == approx(0.55 * pitch / 2)
    assert strokes(drawing, MarkRole.AXIS)[0].x1 == approx(first.box.left)
    assert band(drawing).width == approx(28.8)
    assert faults(drawing) == []


def test_bands_are_half_as_wide_where_numbers_between_them_have_no_room_else() -> None:
    slots = [wave(str(2009 + number), f"4{number}.5", decimals=1) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(2, 3, REASON), (3, 4, REASON)]))

    fields = rects(drawing, MarkRole.BAND)
    assert [field.box.width for field in fields] == approx([14.4, 14.4])
    number = text(drawing, "43,5\N{NO-BREAK SPACE}%")
    assert fields[0].box.right <= number.x
    assert number.x + number.width <= fields[1].box.left
    assert faults(drawing) == []


def test_numbers_wider_than_their_slots_stand_one_above_the_other() -> None:
    slots = [wave(str(2009 + number), "45.125", decimals=3) for number in range(8)]
    drawing = drawn(waves_chart(*slots), setting(SLIDE_NARROW))
    numbers, columns = texts(drawing, MarkRole.VALUE), rects(drawing, MarkRole.BAR)

    assert {round(number.y, 3) for number in numbers[::2]} == {round(columns[0].box.top - 12, 3)}
    assert all(number.y < columns[0].box.top - 12 - 0.649 * 16 for number in numbers[1::2])
    for number, column in zip(numbers, columns, strict=True):
        assert number.x <= column.box.left
        assert column.box.right <= number.x + number.width
    assert faults(drawing) == []


def test_a_band_gives_way_to_a_number_that_is_wider_than_the_room_between_two() -> None:
    slots = [wave(str(2009 + number), "45.5", decimals=1) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(3, 4, REASON), (4, 5, REASON)]), setting(SLIDE_NARROW))
    number = texts(drawing, MarkRole.VALUE, "w2013")[0]
    whole, above, below = [field.box for field in rects(drawing, MarkRole.BAND)]

    assert number.x >= whole.right
    assert above.left == below.left < number.x + number.width
    assert above.bottom < number.y - 0.649 * number.size
    assert number.y < below.top
    assert faults(drawing) == []


@pytest.mark.parametrize("measures", [SLIDE, SLIDE_NARROW, PAGE, PAGE_NARROW])
@pytest.mark.parametrize(("percent", "decimals"), [("100", 0), ("100.0", 1), ("45.125", 3)])
def test_as_many_waves_as_columns_hold_are_never_refused_whatever_breaks(
    measures: ChartMeasures, percent: str, decimals: int
) -> None:
    slots = [wave(str(2009 + number), percent, decimals=decimals) for number in range(8)]
    for breaks in ([0], [6], [2, 3], range(7)):
        chart = waves_chart(*slots, breaks=[(number, number + 1, REASON) for number in breaks])
        width, where = WIDTHS[measures], setting(measures)
        height = max(299.0, columns.natural_height(chart, width, where))

        assert faults(drawn(chart, where, box=Box(0, 0, width, height))) == []


# ---- annotations, places


def test_annotations_stand_one_below_the_other_with_the_first_baseline_of_the_band() -> None:
    drawing = drawn(teams(), notes=[note("w2014", "w2016", height=138.0), note("w2013", height=92.0)])
    first, second = drawing.notes

    assert first.left == second.left == 604.0
    assert first.top + 23 - 0.206 * 18 == approx(text(drawing, "Eingeschränkt").y)
    assert second.top == approx(first.bottom + 12)


def test_annotations_begin_below_a_reason_that_takes_their_column() -> None:
    slots = [wave(str(2009 + number), 20 + number) for number in range(8)]
    drawing = drawn(waves_chart(*slots, breaks=[(3, 4, REASON)]), notes=[note("w2012")])
    lowest = max(mark.y for mark in texts(drawing, MarkRole.NOTE) if mark.x > 604)

    assert drawing.notes[0].top == approx(lowest + 12)


def test_annotations_without_room_or_wave_are_errors() -> None:
    too_high = refused(teams(), notes=[note("w2014", height=150.0), note("w2013", height=150.0)])
    unknown = refused(teams(), notes=[note("w2012")])

    assert too_high.message == (
        "annotation 2 (w2013) has no room: the annotations together are higher than the exhibit"
    )
    assert unknown.message == 'annotation 1 (w2012) has no room: "w2012" is not shown in the chart'


def test_on_a_page_the_scale_is_half_and_the_chart_just_high_enough() -> None:
    drawing = drawn(teams(), setting(PAGE))

    assert bar(drawing, "w2016").box.height == approx(0.49 * 351.5 / 2)
    assert bar(drawing, "w2013").box.left == 141.8
    assert bar(drawing, "w2016").box.right == approx(493.3)
    highest = text(drawing, "49")
    assert highest.y - 0.649 * highest.size == approx(drawing.hang, abs=0.01)
    assert faults(drawing) == []


def test_it_is_drawn_on_ink_too() -> None:
    drawing = drawn(teams(), setting(SLIDE_NARROW, INK), box=Box(0, 0, 355.6, 340))

    assert bar(drawing, "w2016").fill == INK.proof
    assert faults(drawing) == []


def test_a_failed_claim_is_stamped() -> None:
    drawing = drawn(unsupported(teams()))

    assert text(drawing, "Durch die Daten nicht gedeckt").y < drawing.hang
    assert faults(drawing) == []


def test_a_scale_that_only_one_chart_needs_is_named_in_it() -> None:
    chart = waves_chart(wave("2013", 24), wave("2014", 35), unpublished("2015"), wave("2016", 57, PROOF))
    alone, tied = drawn(chart), drawn(chart, notes=[note("w2013"), note("w2014"), note("w2016")])

    assert max(column.box.height for column in rects(tied, MarkRole.BAR)) == approx(0.57 * 355.6 * 0.8)
    assert "Kleinerer Maßstab" not in [mark.text for mark in texts(alone, MarkRole.NOTE)]
    assert "Kleinerer Maßstab" in [mark.text for mark in texts(tied, MarkRole.NOTE)]
    assert faults(tied) == []


def test_charts_over_waves_share_the_scale_that_the_highest_of_a_briefing_needs() -> None:
    low = waves_chart(wave("2014", 35), wave("2016", 49, PROOF))
    alone, beside_high = drawn(low), drawn(replace(low, ceiling=0.7))

    heights = [max(column.box.height for column in rects(drawing, MarkRole.BAR)) for drawing in (alone, beside_high)]
    assert heights == approx([0.49 * 355.6, 0.49 * 355.6 * 0.6])


# ---- refusals


def test_columns_refuse_several_answers() -> None:
    fault = columns.refusal(series_chart(series("Ja", 60, 55), series("Nein", 40, 45), kind_name="columns"))

    assert fault is not None
    assert fault.message == "`columns` shows one answer over 2 to 8 waves, and the exhibit has 2 answers"
    assert fault.hint == (
        "choose one with `answers:`; `grouped` shows 1 to 30 answers by 2 to 4 groups or waves; `line` shows 1 to 8 "
        "answers over 2 to 20 waves; `dumbbell` shows 2 to 30 answers of two waves or two groups; `table` shows 1 to "
        "30 answers in 2 to 8 columns, or their rank and change against an earlier wave"
    )


@pytest.mark.parametrize("count", [1, 9])
def test_columns_refuse_too_few_and_too_many_slots(count: int) -> None:
    fault = refused(waves_chart(*[wave(str(2000 + number), 20) for number in range(count)]))

    assert fault.message == f"`columns` shows one answer over 2 to 8 waves, and the exhibit has {count} slots"


def test_a_place_that_is_too_low_is_an_error() -> None:
    fault = refused(teams(), box=Box(0, 0, 873.6, 150))

    assert fault.id == "chart-does-not-fit"
    assert columns.capacity(waves_chart(wave("2016", 1)), 150, setting()) == 0
    assert columns.capacity(waves_chart(wave("2016", 1)), 299, setting()) == 8


def test_the_height_a_capacity_promises_is_enough_for_full_columns() -> None:
    needed = 177.8 + 12 + 44 * 0.649 + 49.5  # half the scale, the rise and digits of the value, what stands below
    chart = waves_chart(wave("2014", 100, PROOF), wave("2016", 100))

    assert columns.capacity(waves_chart(wave("2016", 1)), needed + 0.1, setting()) == 8
    assert columns.capacity(waves_chart(wave("2016", 1)), needed - 0.1, setting()) == 0
    assert faults(drawn(chart, box=Box(0, 0, 873.6, needed + 0.1))) == []


# ---- pictures that stand by themselves


@pytest.mark.parametrize("name", PictureName)
def test_in_a_picture_columns_fill_the_measure_and_the_height(name: PictureName) -> None:
    page = HOUSE_PICTURES[name]
    chart = waves_chart(wave("2017", 41), wave("2019", 44), wave("2021", 38, PROOF))
    drawing = drawn(chart, setting(page.charts), box=Box(0.0, 0.0, page.measure, page.height / 2))

    boxes = [mark.box for mark in rects(drawing, MarkRole.BAR)]
    highest = min(mark.y - 0.649 * mark.size for mark in texts(drawing, MarkRole.VALUE))
    assert (boxes[0].left, boxes[-1].right) == approx((0.0, page.measure))
    assert highest < 0.12 * page.height
    assert drawing.exhibit_height > 0.42 * page.height
    assert boxes[1].height / boxes[2].height == approx(44 / 38)
    assert faults(drawing) == []
