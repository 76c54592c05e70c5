"""Lines: answers over the waves at their true dates, each named where it ends, and no two names on each other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from report.charts.kinds.line import layout as line
from report.charts.model import Chart, ChartRow, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, MarkRole, Rect, Stroke, TextMark
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.page_columns import MAIN
from report.formats.picture_kinds import PictureName
from report.theme.house import INK, PAPER
from report.theme.model import Ground
from report.units import Box
from tests.builders import words
from tests.charts.collisions import faults
from tests.charts.specimens import (
    CONTRAST,
    NOT_ASKED,
    NOT_PUBLISHED,
    PAGE,
    PAGE_NARROW,
    PLACES,
    PROOF,
    SLIDE_BOX,
    SLIDE_NARROW,
    WIDTHS,
    drawn,
    laid_out,
    marks_of,
    note,
    refused,
    series,
    series_chart,
    setting,
    strokes,
    text,
    texts,
)
from tests.charts.test_properties import GROUNDS, MARKS, PERCENTS, PLACE_NAMES, labels

HIDDEN = NOT_PUBLISHED
DATES = ("2015", "2017", "2018", "2020", "2022", "2024")
LEFT, RIGHT, AXIS = 56.8, 516.8, 249.0
"""Of the first and the last date and of the axis on a slide, from the left margin and from where exhibits hang."""


def chart(*rows: object, **more: object) -> Chart:
    return series_chart(*rows, kind_name="line", **more)  # type: ignore[arg-type]


def channels(**more: object) -> Chart:
    return chart(
        series("Netzwerke", 31, 38, 47, HIDDEN, 57, 61, mark=PROOF),
        series("Kurzvideos", 22, 24, 29, HIDDEN, 40, 49),
        series("Bilder", 38, 41, 43, HIDDEN, 45, 46),
        series("Nachrichten", 36, 34, 31, HIDDEN, 26, 17, mark=CONTRAST),
        dates=DATES,
        hidden=("2020",),
        **more,
    )


DATES_OF_BREAK = ("2015", "2017", "2019", "2021", "2023", "2025")


def points(drawing: Drawing, answer: str) -> dict[str, Circle]:
    """The points of an answer by wave."""
    found = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.POINT]
    return {mark.cells[0].partition("@")[2]: mark for mark in found if f"/{answer}@" in mark.cells[0]}


def y_of(drawing: Drawing, percent: float, scale: float = 1.0) -> float:
    return drawing.hang + AXIS - percent / 100 * 355.6 * scale


def all_texts(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, TextMark)]


# ---- where points lie


def test_points_lie_as_far_apart_as_their_waves_do_in_time_and_as_high_as_their_shares() -> None:
    drawing = drawn(channels())
    found = points(drawing, "netzwerke")

    days = {"w2015": 0, "w2017": 731, "w2018": 1096, "w2022": 2557, "w2024": 3288}
    for (wave, day), percent in zip(days.items(), (31, 38, 47, 57, 61), strict=True):
        assert found[wave].x == pytest.approx(LEFT + day / 3288 * (RIGHT - LEFT))
        assert found[wave].y == pytest.approx(y_of(drawing, percent))


def test_a_month_is_its_middle_and_a_bare_year_its_first_of_july() -> None:
    drawing = drawn(chart(series("Eins", 1, 2, 3), dates=("2014", "2014-09", "2016-06-15")))
    xs = [mark.x for _, mark in sorted(points(drawing, "eins").items())]

    assert (xs[1] - xs[0]) / (xs[2] - xs[0]) == pytest.approx(76 / 715)


@pytest.mark.parametrize(("highest", "scale"), [(66, 1.0), (67, 0.7), (69, 0.7), (70, 0.6), (81, 0.5), (100, 0.5)])
def test_above_66_per_cent_the_scale_is_the_largest_tenth_that_fits(highest: int, scale: float) -> None:
    drawing = drawn(chart(series("Eins", 0, highest), series("Zwei", 10, 20)))

    assert points(drawing, "eins")["w2016"].y == pytest.approx(y_of(drawing, highest, scale))
    assert points(drawing, "eins")["w2014"].y == pytest.approx(drawing.hang + AXIS)


def test_charts_over_waves_of_a_briefing_share_the_scale_of_the_highest_share() -> None:
    drawing = drawn(replace(chart(series("Eins", 10, 20), series("Zwei", 5, 6)), ceiling=0.9))

    assert points(drawing, "eins")["w2016"].y == pytest.approx(y_of(drawing, 20, 0.5))


def test_a_page_has_room_for_lines_that_are_lower_than_those_of_another_chart() -> None:
    assert faults(drawn(replace(channels(), ceiling=0.95), setting(PAGE))) == []


def test_lines_grow_as_long_as_their_names_leave_room() -> None:
    narrow = setting(SLIDE_NARROW)
    wide = replace(narrow, measures=replace(narrow.measures, line=replace(narrow.measures.line, longest=400.0)))
    box = replace(SLIDE_BOX, width=500.0)

    def end(of: Chart, where: Setting) -> float:
        return points(drawn(of, where, box=box), of.rows[0].id)["w2024"].x

    short = chart(series("A", 10, 20), series("B", 5, 6), dates=("2015", "2024"))
    assert end(channels(), narrow) < end(channels(), wide) < end(short, wide)


@pytest.mark.parametrize("short", ["Personal", None])
def test_lines_grow_as_long_as_names_in_their_short_form_or_in_several_lines_leave_room(short: str | None) -> None:
    narrow = setting(SLIDE_NARROW)
    wide = replace(narrow, measures=replace(narrow.measures, line=replace(narrow.measures.line, longest=400.0)))
    label = "Fachkräftemangel ausgleichen, wo Stellen seit mehr als einem Jahr unbesetzt sind"
    of = chart(series(label, 10, 20, short=short), series("B", 5, 6))
    drawing = drawn(of, wide, box=replace(SLIDE_BOX, width=500))

    names = [mark for mark in texts(drawing, MarkRole.LABEL) if mark.y < drawing.hang + AXIS]
    is_longest = points(drawing, "fachkräftemangel")["w2016"].x >= 400
    assert is_longest or max(mark.x + mark.width for mark in names) > 490


# ---- labels


def test_a_line_is_named_at_its_end_with_its_value_and_its_change_since_the_first_wave() -> None:
    drawing = drawn(channels())
    name, change, head = (
        text(drawing, "Netzwerke"),
        text(drawing, "+30"),
        text(drawing, "Veränderung seit 2015 in Punkten"),
    )

    assert texts(drawing, MarkRole.VALUE, "netzwerke")[-1].x == pytest.approx(RIGHT + 30)
    assert name.color == change.color == PAPER.proof
    assert change.x + change.width == head.x + head.width == pytest.approx(873.6)
    assert [mark.text for mark in texts(drawing, MarkRole.CHANGE)] == ["+30", "+27", "+8", "\N{MINUS SIGN}19"]


def test_labels_of_points_that_lie_close_stand_19_apart_and_a_leader_leads_to_each() -> None:
    drawing = drawn(channels())
    upper, lower = text(drawing, "Kurzvideos"), text(drawing, "Bilder")

    assert lower.y - upper.y == pytest.approx(19)
    starts = [mark.y1 for mark in strokes(drawing, MarkRole.LEADER) if mark.x1 == pytest.approx(RIGHT + 9)]
    assert starts == pytest.approx([y_of(drawing, percent) for percent in (61, 49, 46, 17)])


def test_first_values_stand_left_of_their_points_and_inner_ones_nowhere() -> None:
    drawing = drawn(channels())
    values = texts(drawing, MarkRole.VALUE, "kurzvideos")

    assert [mark.text for mark in values] == ["22\N{NO-BREAK SPACE}%", "49\N{NO-BREAK SPACE}%"]
    assert values[0].x + values[0].width == pytest.approx(LEFT - 12.5)


def test_level_lines_are_named_below_each_other() -> None:
    drawing = drawn(chart(*(series(f"Antwort {number}", 40, 40, answer=f"a{number}") for number in range(4))))

    assert faults(drawing) == []
    heights = [mark.y for mark in texts(drawing, MarkRole.LABEL)]
    assert [after - before for before, after in pairwise(heights)] == pytest.approx([19] * 3)


def test_on_a_page_labels_stand_a_line_apart_at_least() -> None:
    levels = [series(f"Antwort {number}", 40, 40, answer=f"a{number}") for number in range(3)]
    drawing = drawn(chart(series("Eins", 40, 40, mark=PROOF), *levels), setting(PAGE))

    assert faults(drawing) == []
    for role in (MarkRole.LABEL, MarkRole.VALUE):
        heights = sorted({mark.y for mark in texts(drawing, role) if mark.x > 200})
        assert min(after - before for before, after in pairwise(heights)) > PAGE.label.pitch


def test_over_four_lines_those_that_are_not_marked_are_grey_and_bear_no_numbers() -> None:
    rows = [series(f"Antwort {number}", 10 + 9 * number, 60 - 7 * number, answer=f"a{number}") for number in range(7)]
    drawing = drawn(chart(series("Eins", 20, 50, mark=PROOF), *rows))

    assert {cell for mark in texts(drawing, MarkRole.VALUE) for cell in mark.cells} == {"q/eins@w2014", "q/eins@w2016"}
    assert len(texts(drawing, MarkRole.CHANGE)) == 1
    assert text(drawing, "Antwort 3").color == PAPER.soft_text
    assert len(points(drawing, "a3")) == 2


def test_over_four_lines_all_bear_their_numbers_where_none_is_marked() -> None:
    drawing = drawn(chart(*(series(f"Antwort {number}", 10 + 9 * number, 60 - 7 * number) for number in range(5))))

    assert len(texts(drawing, MarkRole.CHANGE)) == 5
    assert text(drawing, "Antwort 3").color == PAPER.text
    assert text(drawing, "60\N{NO-BREAK SPACE}%").x > text(drawing, "10\N{NO-BREAK SPACE}%").x
    assert faults(drawing) == []


def test_no_words_head_changes_where_none_stands() -> None:
    def notes(*rows: object) -> list[str]:
        found = texts(drawn(chart(*rows)), MarkRole.NOTE)
        return [mark.text for mark in found if mark.text.startswith("Veränderung")]

    assert notes(series("Eins", 30, HIDDEN), series("Zwei", HIDDEN, 40)) == []
    assert len(notes(series("Eins", 30, 35), series("Zwei", HIDDEN, 40))) == 1


def test_a_wave_that_was_not_published_is_called_by_its_date_below_the_axis_where_that_has_no_room_on_it() -> None:
    dates = ("2023-07", "2024-05", "2024-05-15", "2024-06")
    drawing = drawn(chart(series("Eins", 28, 30, HIDDEN, 31, mark=PROOF), dates=dates, hidden=("2024-05-15",)))
    words = [mark.text.replace("\N{NO-BREAK SPACE}", " ") for mark in texts(drawing, MarkRole.NOTE)]

    assert "2024 n. v." in words and "n. v." not in words
    assert faults(drawing) == []


def test_a_marked_line_is_thicker_lies_on_top_and_is_clear_of_what_it_crosses() -> None:
    drawing = drawn(channels())
    solid = [
        mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.role is MarkRole.LINE and not mark.dash
    ]
    widths = {mark.color: mark.width for mark in solid}

    assert (widths[PAPER.proof], widths[PAPER.contrast], widths[PAPER.mid]) == (3.25, 2.5, 2.0)
    assert [mark.color for mark in solid if mark.color != PAPER.ground][-1] == PAPER.proof
    assert {mark.width for mark in solid if mark.color == PAPER.ground} == {3.25 + 2.4, 2.5 + 2.4}


# ---- what is missing or broken


def test_a_wave_that_was_not_published_has_a_ring_on_the_axis_and_dashed_stretches_above_it() -> None:
    drawing = drawn(channels())
    (ring,) = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.RING]
    dashed = [mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.role is MarkRole.LINE and mark.dash]

    assert ring.y == pytest.approx(drawing.hang + AXIS - 14)
    assert ring.cells == tuple(f"q/{answer}@w2020" for answer in ("netzwerke", "kurzvideos", "bilder", "nachrichten"))
    assert len(dashed) == 4
    assert {(mark.width, mark.dash) for mark in dashed} == {(1.25, (3.0, 2.4))}
    assert text(drawing, "2020").color == PAPER.soft_text
    assert "n.\N{NO-BREAK SPACE}v." in all_texts(drawing)


def test_a_number_missing_from_a_published_wave_is_a_dashed_stretch_which_the_head_explains() -> None:
    drawing = drawn(chart(series("Eins", 10, HIDDEN, 30), series("Zwei", 50, 45, 40), dates=("2014", "2015", "2016")))
    (dashed,) = [
        mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.role is MarkRole.LINE and mark.dash
    ]

    assert dashed.cells == ("q/eins@w2015",)
    assert "Gestrichelt: nicht veröffentlicht" in all_texts(drawing)


def test_nothing_is_joined_across_a_wave_that_did_not_ask() -> None:
    drawing = drawn(
        chart(series("Eins", 10, NOT_ASKED, 30), series("Zwei", 50, 45, 40), dates=("2014", "2015", "2016"))
    )

    assert len(strokes(drawing, MarkRole.LINE)) == 2
    assert len(points(drawing, "eins")) == 2


def broken() -> Chart:
    return chart(
        series("Eigene Teams", 24, 35, HIDDEN, 49, mark=PROOF),
        series("Übergreifend", NOT_ASKED, 33, HIDDEN, 33),
        series("Abteilung", 47, 32, HIDDEN, NOT_ASKED),
        dates=("2013", "2014-09", "2015", "2016-06"),
        hidden=("2015",),
        breaks=[(1, 3, "2014: vier Vorgaben; 2016: drei")],
    )


def test_a_name_keeps_clear_of_the_sign_that_stands_where_its_change_would() -> None:
    names = [f"{'Wort ' * words}Ende" for words in range(1, 9)]
    for name in names:
        rows = [series(name, 20, 30, 35, answer="a"), series("Ja", 60, 70, 75, answer="b")]
        breaks = [(0, 1, "Anders", "a"), (0, 1, "Anders", "b")]
        chart = series_chart(*rows, kind_name="line", dates=("2014", "2015", "2016"), breaks=breaks)

        assert faults(drawn(chart, setting(PAGE))) == []


def test_lines_end_and_begin_at_a_break_and_no_change_is_told_across_it() -> None:
    drawing = drawn(broken())
    (band,) = [mark for mark in drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAND]
    lines = strokes(drawing, MarkRole.LINE)

    assert all(mark.x2 < band.box.left for mark in lines)
    assert texts(drawing, MarkRole.CHANGE) == []
    assert text(drawing, "Eingeschränkt").x > band.box.left
    assert points(drawing, "eigene")["w2016-06"].x - band.box.right == pytest.approx(41)
    inner = [mark for mark in texts(drawing, MarkRole.VALUE) if "@w2014-09" in mark.cells[0]]
    assert [mark.text[:2] for mark in inner] == ["35", "33", "32"]
    assert band.box.left - points(drawing, "eigene")["w2014-09"].x == pytest.approx(60)


def test_values_stand_on_both_sides_of_a_break_and_the_band_is_clear_of_them_and_of_rings() -> None:
    rows = series("Eins", 9, 11, HIDDEN, 17, 29, 24), series("Zwei", 83, 80, HIDDEN, 68, 50, 58)
    split = chart(*rows, dates=DATES_OF_BREAK, hidden=("2019",), breaks=[(1, 3, "2021 anders")])

    values = [mark.text[:2] for mark in texts(drawn(split), MarkRole.VALUE)]
    assert sorted(values) == ["11", "17", "24", "58", "68", "80", "83", "9\N{NO-BREAK SPACE}"]
    for place in (None, setting(PAGE)):
        drawing = drawn(split, place) if place else drawn(split)
        (band,) = [mark.box for mark in drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAND]
        (ring,) = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.RING]
        assert not any(abs(edge - ring.x) < ring.radius for edge in (band.left, band.right))


@pytest.mark.parametrize("name", [None, PictureName.SQUARE, PictureName.STORY])
def test_in_a_narrow_place_a_ring_beside_a_band_is_clear_of_it_with_its_date(name: PictureName | None) -> None:
    rows = series("Eins", 9, 11, HIDDEN, 17, 29, 24), series("Zwei", 83, 80, HIDDEN, 68, 50, 58)
    split = chart(*rows, dates=DATES_OF_BREAK, hidden=("2019",), breaks=[(1, 3, "2021 anders")])
    measures, width = (HOUSE_PICTURES[name].charts, HOUSE_PICTURES[name].measure) if name else (PAGE, WIDTHS[PAGE])

    drawing = drawn(split, setting(measures), box=replace(SLIDE_BOX, width=width, height=900.0))

    (band,) = [mark.box for mark in drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAND]
    date = text(drawing, "2019")
    assert date.x + date.width < band.left


def test_on_a_page_the_words_over_lines_begin_with_the_text() -> None:
    rows = series("Eins", 9, 11, 17, 24), series("Zwei", 83, 80, 68, 58)
    split = chart(*rows, dates=("2015", "2017", "2021", "2023"), breaks=[(1, 2, "2021 anders")])

    drawing = drawn(split, setting(PAGE))

    assert text(drawing, "Eingeschränkt vergleichbar").x > MAIN.left


def test_a_line_that_ends_early_is_named_beside_its_last_run() -> None:
    drawing = drawn(broken())
    name, end = text(drawing, "Abteilung"), points(drawing, "abteilung")["w2014-09"]

    assert name.x + name.width < end.x + 60
    assert faults(drawing) == []


def test_no_leader_crosses_a_band_behind_which_no_line_goes_on() -> None:
    rows = (series("Eins", 8, HIDDEN), series("Zwei", 0, HIDDEN, answer="zwei"))
    drawing = drawn(chart(*rows, breaks=[(0, 1, "2016 anders")]))
    (band,) = [mark for mark in drawing.marks if mark.role is MarkRole.BAND and isinstance(mark, Rect)]

    assert not [mark for mark in strokes(drawing, MarkRole.LEADER) if mark.x1 < band.box.left < mark.x2]
    assert {"Eins (2014)", "Zwei (2014)"} <= set(all_texts(drawing))


def test_a_change_of_an_answers_wording_interrupts_its_line_alone_and_takes_its_change() -> None:
    drawing = drawn(chart(series("Eins", 10, 30), series("Zwei", 50, 40), breaks=[(0, 1, "2014: „Ein“", "eins")]))

    assert len(strokes(drawing, MarkRole.LINE)) == 1
    assert [mark.text for mark in texts(drawing, MarkRole.CHANGE)] == ["\N{MINUS SIGN}10"]
    assert "Wortlaut der Antwort geändert" in all_texts(drawing)
    assert not [mark for mark in drawing.marks if mark.role is MarkRole.BAND]


# ---- places


@pytest.mark.parametrize("name", PictureName)
@pytest.mark.parametrize("highest", [49, 83])
def test_in_a_picture_lines_fill_the_height_on_up_to_twice_the_scale(name: PictureName, highest: int) -> None:
    page = HOUSE_PICTURES[name]
    shown = chart(series("Eins", highest, 40), dates=("2015", "2025"))
    drawing = drawn(shown, setting(page.charts), box=Box(0.0, 0.0, page.measure, 0.6 * page.height))

    first = points(drawing, "eins")["w2015"]
    axis = max(mark.y1 for mark in drawing.marks if isinstance(mark, Stroke) and mark.role is MarkRole.AXIS)
    hundred = (axis - first.y) / (highest / 100)
    assert 0.96 * drawing.exhibit_height > 0.5 * page.height or hundred > 1.95 * page.measure
    assert hundred <= 2 * page.measure + 0.01


def test_a_value_beside_a_break_that_would_touch_a_ring_is_left_out() -> None:
    page = HOUSE_PICTURES[PictureName.SQUARE]
    rows = series("Eins", 9, 11, HIDDEN, 17, 29, 24), series("Zwei", 83, 80, HIDDEN, 68, 50, 58)
    split = chart(*rows, dates=DATES_OF_BREAK, hidden=("2019",), breaks=[(1, 3, "2021 anders")])

    for height in range(380, 640, 4):
        drawing = drawn(split, setting(page.charts), box=Box(0.0, 0.0, page.measure, float(height)))
        (ring,) = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.RING]
        for value in texts(drawing, MarkRole.VALUE):
            is_over = value.x - ring.radius < ring.x < value.x + value.width + ring.radius
            assert not is_over or value.y + 0.25 * value.size <= ring.y - ring.radius, height


def test_dates_are_left_out_where_they_have_no_room_but_never_the_first_and_the_last() -> None:
    years = [str(year) for year in range(2005, 2025)]
    drawing = drawn(chart(series("Eins", *range(10, 50, 2)), dates=years))
    shown = [mark.text for mark in texts(drawing, MarkRole.AXIS)]

    assert (shown[0], shown[-1]) == ("2005", "2024")
    assert 5 < len(shown) < 20
    assert faults(drawing) == []


def test_dates_stand_at_equal_steps_where_that_shows_as_many() -> None:
    years = [str(year) for year in range(2012, 2025)]
    drawing = drawn(chart(series("Eins", *range(10, 36, 2)), dates=years))
    shown = [int(mark.text) for mark in texts(drawing, MarkRole.AXIS)]

    assert len({later - earlier for earlier, later in pairwise(shown[1:])}) == 1


def test_months_are_abbreviated_where_more_dates_have_room_then() -> None:
    months = [f"2025-{month:02}" for month in range(6, 12)]
    wide = chart(series("Eins", *range(10, 22, 2)), dates=months)
    names = ["Juni", "Juli", "August", "September", "Oktober", "November"]
    columns = [
        replace(column, wording=words(f"{name} 2025"), short=f"{name[:3]}. 2025")
        for column, name in zip(wide.columns, names, strict=True)
    ]

    shown = [mark.text for mark in texts(drawn(replace(wide, columns=tuple(columns))), MarkRole.AXIS)]

    assert len(shown) == 6
    assert "Sep. 2025" in shown


@pytest.mark.parametrize("name", PictureName)
def test_in_a_picture_close_waves_all_have_their_date_if_need_be_in_smaller_type(name: PictureName) -> None:
    page, dates = HOUSE_PICTURES[name], ("2015-06", "2017-06", "2019-06", "2021-09", "2023-05", "2025-05")
    drawing = drawn(
        chart(series("Wärmepumpe", 4, 5, 6, 7, 9, 13), dates=dates),
        setting(page.charts),
        box=Box(0.0, 0.0, page.measure, page.height / 2),
    )

    assert [mark.text[:4] for mark in texts(drawing, MarkRole.AXIS)] == [date[:4] for date in dates]
    assert faults(drawing) == []


@given(st.integers(1, 12), st.integers(4, 16))
def test_a_date_without_its_year_follows_one_of_the_same_year(first: int, count: int) -> None:
    months = [divmod(first - 1 + number, 12) for number in range(count)]
    dates = [f"{2024 + years}-{month + 1:02}" for years, month in months]
    wide = chart(series("Eins", *range(10, 10 + count)), dates=dates)
    columns = [
        replace(column, wording=words(f"Monat {column.date} lang"), short=f"M{column.date.month}. {column.date.year}")
        for column in wide.columns
        if column.date
    ]

    shown = [mark.text for mark in texts(drawn(replace(wide, columns=tuple(columns))), MarkRole.AXIS)]

    left, told = list(dates), ""
    for written in shown:
        month, _, year = written.removesuffix(" lang").rpartition(" ")
        told = year[:4] if month else told
        number = int(year[5:7]) if "-" in year else int((month or year).strip("M."))
        date = f"{told}-{number:02}"
        assert date in left
        left = left[left.index(date) + 1 :]


def test_on_a_page_keys_tie_annotations_and_on_a_slide_words_have_no_place() -> None:
    keyed, fault = drawn(channels(), setting(PAGE), notes=[note("bilder")]), refused(channels(), notes=[note("bilder")])

    assert [mark.text for mark in keyed.marks if isinstance(mark, TextMark) and mark.role is MarkRole.KEY] == ["1"]
    assert faults(keyed) == []
    assert fault.message == "annotation 1 (bilder) has no room: the names of the lines stand where words would"


def test_more_than_eight_answers_are_refused_and_kinds_that_can_are_named() -> None:
    rows = [series(f"Antwort {number}", 1, 2, 3, answer=f"a{number}") for number in range(9)]
    fault = refused(chart(*rows, dates=("2014", "2015", "2016")))

    assert fault.id == "unsuitable-kind"
    assert fault.message == "`line` shows 1 to 8 answers over 2 to 20 waves, and the exhibit has 9 answers"
    assert fault.hint == (
        "choose some with `answers:`; `grouped` shows 1 to 30 answers by 2 to 4 groups or waves; `table` shows 1 to 30 "
        "answers in 2 to 8 columns, or their rank and change against an earlier wave"
    )


def test_the_alternative_text_tells_the_marked_lines_the_range_of_the_others_and_what_is_missing() -> None:
    assert drawn(channels()).alternative.replace("\N{NO-BREAK SPACE}", " ") == (
        "Liniendiagramm, 4 Reihen, 2015 bis 2024, 2020 nicht veröffentlicht. "
        "Netzwerke von 31 % auf 61 %; Nachrichten von 36 % auf 17 %; Übrige: 22 % bis 49 %."
    )


def test_the_narrow_place_of_a_statement_holds_lines_on_ink_without_changes() -> None:
    drawing = drawn(channels(), setting(SLIDE_NARROW, INK), box=replace(SLIDE_BOX, width=355.6))

    assert faults(drawing) == []
    assert texts(drawing, MarkRole.CHANGE) == []


def test_where_nothing_was_published_words_say_so() -> None:
    drawing = drawn(chart(series("Eins", HIDDEN, HIDDEN), series("Zwei", HIDDEN, HIDDEN)))

    assert all_texts(drawing) == ["nicht veröffentlicht"]


# ---- whatever the labels, shares and dates


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """One to eight answers over two to twelve waves with gaps, unpublished waves and breaks of both kinds."""
    count, decimals = draw(st.integers(2, 12)), draw(st.sampled_from([0, 0, 1]))
    years = [str(year) for year in sorted(draw(st.sets(st.integers(1990, 2024), min_size=count, max_size=count)))]
    hidden = [year for year in years[1:-1] if draw(st.sampled_from([False, False, False, True]))]
    shares = st.one_of(PERCENTS, st.integers(20, 60))
    rows = [
        series(
            draw(labels(30)),
            *(HIDDEN if year in hidden else draw(shares) for year in years),
            mark=draw(MARKS),
            answer=f"a{number}",
            decimals=decimals,
        )
        for number in range(draw(st.integers(1, 8)))
    ]
    return chart(*rows, dates=years, hidden=hidden, breaks=_breaks(draw, years, hidden), decimals=decimals)


def _breaks(draw: st.DrawFn, years: Sequence[str], hidden: Sequence[str]) -> list[tuple[object, ...]]:
    shown = [place for place, year in enumerate(years) if year not in hidden]
    pairs = list(pairwise(shown))
    of_question = draw(st.none() | st.sampled_from(pairs))
    of_answer = draw(st.none() | st.none() | st.sampled_from(pairs))
    found: list[tuple[object, ...]] = [(*of_question, draw(labels(60)))] if of_question else []
    return [*found, (*of_answer, "2014: „Anders“", "a0")] if of_answer else found


@given(charts(), PLACE_NAMES, GROUNDS)
def test_no_two_texts_overlap_nothing_leaves_the_box_and_every_number_has_one_point(
    shown: Chart, name: str, ground: Ground
) -> None:
    where = setting(PLACES[name], ground)
    width = WIDTHS[where.measures]
    height = 299.0 if name.endswith("slide") else line.natural_height(shown, width, where)
    result = laid_out(shown, where, box=replace(SLIDE_BOX, width=width, height=max(height, 1.0)))

    if isinstance(result, Diagnostic):
        event(f"{result.id} on {name}")
        assert result.id == "label-too-long"
        return
    assert faults(result) == []
    for each in shown.rows:
        cells = [str(value.cell.id) for value in each.values if value and value.number]
        marks = [mark for mark in result.marks if isinstance(mark, Circle) and mark.role is MarkRole.POINT]
        assert sorted(cell for mark in marks for cell in mark.cells if cell in cells) == sorted(cells)
    assert len(result.alternative) <= 250


@given(charts(), st.sampled_from(PictureName))
def test_in_a_picture_the_lines_reach_as_far_as_names_leave_room_and_nothing_overlaps(
    shown: Chart, name: PictureName
) -> None:
    page = HOUSE_PICTURES[name]
    where = setting(page.charts)
    height = line.natural_height(shown, page.measure, where)
    result = laid_out(shown, where, box=replace(SLIDE_BOX, width=page.measure, height=max(height, 1.0)))

    if isinstance(result, Diagnostic):
        event(f"{result.id} in {name}")
        assert result.id in ("label-too-long", "chart-does-not-fit")
        return
    assert faults(result) == []
    if marks_of(result, MarkRole.POINT):
        assert max(mark.x + mark.width for mark in result.marks if isinstance(mark, TextMark)) > page.measure * 0.6


# ---- numbers that are said


def saying(of: Chart, *said: tuple[str, str]) -> Chart:
    """The chart, numbers of it given beside it: answer and wave."""
    rows = (
        replace(
            row,
            values=tuple(
                value and replace(value, is_said=(row.id, value.cell.id.wave) in said) for value in row.values
            ),
        )
        for row in of.rows
    )
    return replace(of, rows=tuple(rows))


@pytest.mark.parametrize("where", PLACES.values(), ids=PLACES)
def test_a_number_that_is_said_stands_at_its_point(where: object) -> None:
    drawing = drawn(saying(channels(), ("netzwerke", "w2018"), ("nachrichten", "w2022")), setting(where))  # type: ignore[arg-type]

    assert faults(drawing) == []
    for answer, wave, number in (("netzwerke", "w2018", "47\u00a0%"), ("nachrichten", "w2022", "26\u00a0%")):
        shown, point = text(drawing, number), points(drawing, answer)[wave]
        assert shown.color == point.fill
        assert shown.x - 1.5 * shown.size <= point.x <= shown.x + shown.width + 1.5 * shown.size
        assert abs(shown.y - shown.size / 3 - point.y) < 3 * shown.size


def test_no_number_stands_twice_and_none_that_is_not_said() -> None:
    drawing = drawn(saying(channels(), ("netzwerke", "w2015"), ("netzwerke", "w2024")))

    assert all_texts(drawing) == all_texts(drawn(channels()))


def test_the_number_of_a_grey_line_that_is_said_stands_at_its_end() -> None:
    many = [series(f"Antwort {n}", 80 - 10 * n, 82 - 12 * n, answer=f"a{n}") for n in range(1, 6)]
    of = chart(*many, series("Marke", 90, 95, mark=PROOF))

    assert "22\u00a0%" not in all_texts(drawn(of))
    assert "22\u00a0%" in all_texts(drawn(saying(of, ("a5", "w2016"))))


@given(charts(), PLACE_NAMES, st.data())
def test_numbers_that_are_said_stand_on_nothing_else(shown: Chart, name: str, data: st.DataObject) -> None:
    where = setting(PLACES[name])
    cells = [(row.id, value.cell.id.wave) for row in shown.rows for value in row.values if value and value.number]
    told = saying(shown, *data.draw(st.lists(st.sampled_from(cells), max_size=4)) if cells else ())
    height = 299.0 if name.endswith("slide") else line.natural_height(told, WIDTHS[where.measures], where)

    result = laid_out(told, where, box=replace(SLIDE_BOX, width=WIDTHS[where.measures], height=max(height, 1.0)))

    assert isinstance(result, Diagnostic) or faults(result) == []


def test_the_ring_of_a_wave_that_was_not_published_lies_on_no_line() -> None:
    for share in range(30):
        drawing = drawn(
            chart(
                series("Eins", share, HIDDEN, share),
                series("Zwei", 40, HIDDEN, 90),
                dates=YEARS_OF_RING,
                hidden=("2020",),
            )
        )
        (ring,) = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.RING]
        lines = [mark for mark in strokes(drawing, MarkRole.LINE) if mark.x1 < ring.x < mark.x2]
        for each in lines:
            y = each.y1 + (each.y2 - each.y1) * (ring.x - each.x1) / (each.x2 - each.x1)
            assert abs(ring.y - y) > ring.radius + each.width / 2, share


def test_the_ring_of_a_wave_that_was_not_published_lies_on_the_axis_before_it_rises_above_a_line() -> None:
    told = chart(series("Eins", 4, HIDDEN, 4), series("Zwei", 40, HIDDEN, 41), dates=YEARS_OF_RING, hidden=("2020",))
    drawing = drawn(told)
    (ring,) = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.RING]
    axis = max(mark.y1 for mark in strokes(drawing, MarkRole.AXIS) if mark.y1 == mark.y2)

    assert ring.y == axis
    assert ring.fill == PAPER.ground


YEARS_OF_RING = ("2018", "2020", "2021")


def test_a_wave_whose_number_is_said_keeps_its_date_before_one_that_was_not_published() -> None:
    years = ("2018", "2019", "2020", "2021", "2025")
    narrow = setting(PAGE_NARROW)

    def dates(row: ChartRow) -> list[str]:
        told = chart(lambda _: row, dates=years, hidden=("2020",))
        return [mark.text for mark in texts(drawn(told, narrow), MarkRole.AXIS)]

    plain = series("Eins", 9, 11, HIDDEN, 17, 29)([f"w{year}" for year in years])
    values = tuple(value and replace(value, is_said=value.cell.id.wave == "w2021") for value in plain.values)
    assert "2021" not in dates(plain)
    assert "2021" in dates(replace(plain, values=values))


def test_values_stand_on_both_sides_of_a_break_as_soon_as_its_band_may_be_closer_to_them() -> None:
    years = ("2018", "2019", "2020", "2021", "2023", "2025")
    rows = series("Ja", 6, 9, HIDDEN, 11, 17, 41, mark=PROOF), series("Nein", 82, 76, HIDDEN, 71, 58, 37)
    drawing = drawn(chart(*rows, dates=years, hidden=("2020",), breaks=[(3, 4, "2023 anders")]))

    shown = [mark.text[:2] for mark in texts(drawing, MarkRole.VALUE)]
    assert {"71", "11", "58", "17"} <= set(shown)
    assert faults(drawing) == []


def test_of_more_answers_and_waves_than_any_kind_shows_at_once_the_table_of_places_is_named() -> None:
    dates = [str(year) for year in range(2005, 2020)]
    rows = [series(f"Antwort {number}", *range(15), answer=f"a{number}") for number in range(9)]

    assert refused(chart(*rows, dates=dates)).hint == (
        "choose some with `answers:`; `table` shows 1 to 30 answers in 2 to 8 columns, or their rank and change "
        "against an earlier wave"
    )


def days_at_home() -> Chart:
    return chart(
        series("an einem oder zwei", 25, 35, 41, mark=PROOF),
        series("an keinem", 30, 44, 38),
        series("an drei oder mehr", 45, 20, 21, mark=CONTRAST),
        dates=("2021", "2023", "2025"),
    )


def lines_of_names(drawing: Drawing) -> list[list[TextMark]]:
    """The names at the ends of lines, each as its lines from the top down."""
    names = list[list[TextMark]]()
    for mark in texts(drawing, MarkRole.LABEL):
        if mark.follows:
            names[-1].append(mark)
        else:
            names.append([mark])
    return names


@pytest.mark.parametrize("width", [700.0, 660.0, 640.0])
def test_in_a_narrow_place_lines_leave_room_so_that_names_are_not_crushed(width: float) -> None:
    names = lines_of_names(drawn(days_at_home(), box=Box(0, 0, width, 280)))

    assert sorted(" ".join(line.text for line in name) for name in names) == [
        "an drei oder mehr",
        "an einem oder zwei",
        "an keinem",
    ]
    assert max(len(name) for name in names) <= 2


def test_where_there_is_room_lines_are_as_long_as_ever() -> None:
    shown = drawn(days_at_home())

    assert max(mark.x for mark in shown.marks if isinstance(mark, Circle)) == pytest.approx(RIGHT)
    assert all(len(name) == 1 for name in lines_of_names(shown))


def test_names_of_several_lines_are_further_apart_than_their_lines() -> None:
    names = lines_of_names(drawn(days_at_home(), box=Box(0, 0, 640, 280)))

    for upper, lower in pairwise(sorted(names, key=lambda name: name[0].y)):
        pitch = max(name[1].y - name[0].y for name in (upper, lower) if len(name) > 1)
        assert lower[0].y - upper[-1].y >= 1.1 * pitch
