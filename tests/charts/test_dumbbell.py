"""Dumbbells: every answer in two waves or groups, as two dots on one scale with what lies between them."""

from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from report.charts.kinds.dumbbell import layout as dumbbell
from report.charts.model import Chart, ChartColumn
from report.charts.order import largest
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, MarkRole, TextMark
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.survey.model import AnswerRole
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
    PLACES,
    PROOF,
    SLIDE_BOX,
    SLIDE_NARROW,
    WIDTHS,
    drawn,
    laid_out,
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

DOUBLE = 2 * 355.6
GOALS = (
    series("Bekanntheit steigern", 85, 77, mark=PROOF),
    series("Experten", 75, 72, mark=PROOF),
    series("Dialogbereitschaft zeigen", 51, 57, mark=CONTRAST),
    series("Bewerber gewinnen", 48, 51, earlier="2014: „Personal gewinnen“"),
    series("Kunden gewinnen", 47, 48),
    series("Service verbessern", 22, 21),
)


def chart(*rows: object, **more: object) -> Chart:
    return series_chart(*(rows or GOALS), kind_name="dumbbell", **more)  # type: ignore[arg-type]


def points(drawing: Drawing, answer: str) -> list[Circle]:
    """The dots of an answer, the earlier one first."""
    found = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.POINT]
    return sorted((mark for mark in found if f"/{answer}@" in mark.cells[0]), key=lambda mark: mark.cells)


def all_texts(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, TextMark)]


# ---- dots, values, changes


def test_on_a_slide_dots_lie_on_a_scale_of_twice_the_length_of_100_per_cent_which_is_said() -> None:
    drawing = drawn(chart())

    for answer, (before, after) in {
        "bekanntheit": (85, 77),
        "dialogbereitschaft": (51, 57),
        "service": (22, 21),
    }.items():
        first, last = points(drawing, answer)
        assert last.x - first.x == pytest.approx((after - before) / 100 * DOUBLE)
    assert text(drawing, "Doppelter Maßstab").x == 0
    assert points(drawing, "bekanntheit")[0].x - points(drawing, "service")[0].x == pytest.approx(0.63 * DOUBLE)


def test_the_earlier_value_is_a_ring_and_the_later_one_a_dot_that_is_painted_on_top() -> None:
    drawing = drawn(chart())
    first, last = points(drawing, "experten")

    assert (first.fill, last.fill) == (PAPER.ground, PAPER.proof)
    assert first.edge and (first.edge.color, first.edge.width) == (PAPER.proof, 2.25)
    assert 2 * first.radius + first.edge.width == 2 * last.radius == 16
    assert drawing.marks.index(first) < drawing.marks.index(last)


def test_values_stand_outward_14_points_from_their_dots_and_the_later_one_is_bold() -> None:
    drawing = drawn(chart())
    (before, after), (was, now) = points(drawing, "bekanntheit"), texts(drawing, MarkRole.VALUE, "bekanntheit")

    assert was.x == pytest.approx(before.x + 14)
    assert now.x + now.width == pytest.approx(after.x - 14)
    assert (was.face.name, now.face.name) == ("REGULAR", "BOLD")
    assert (was.color, now.color) == (PAPER.soft_text, PAPER.proof)


def test_a_value_stands_24_points_from_its_label_at_least() -> None:
    drawing = drawn(
        chart(
            series("Photovoltaikdachanlage", 5, 11), series("Balkonkraftwerk", 1, 9), series("Fenster erneuert", 70, 80)
        )
    )

    for name, value in (("Photovoltaikdachanlage", "5"), ("Balkonkraftwerk", "1")):
        label, number = text(drawing, name), text(drawing, f"{value}\N{NO-BREAK SPACE}%")
        assert number.x - label.x - label.width >= 24.0 - 0.01


def test_changes_are_points_with_a_true_minus_and_end_at_the_right_margin() -> None:
    drawing = drawn(chart())
    changes = {mark.text: mark for mark in texts(drawing, MarkRole.CHANGE)}

    assert list(changes) == ["\N{MINUS SIGN}8", "\N{MINUS SIGN}3", "+6", "+3", "+1", "\N{MINUS SIGN}1"]
    assert all(mark.x + mark.width == pytest.approx(873.6) for mark in changes.values())
    assert changes["+6"].color == PAPER.contrast
    head = text(drawing, "Veränderung in Prozentpunkten")
    assert head.x + head.width == pytest.approx(873.6)


def test_two_level_values_are_one_place_and_no_change_and_the_earlier_number_stands_left() -> None:
    drawing = drawn(chart(series("Gleich", 40, 40), series("Andere", 10, 20)))
    (first, last), (was, now) = points(drawing, "gleich"), texts(drawing, MarkRole.VALUE, "gleich")

    assert first.x == last.x
    assert was.x + was.width < first.x < now.x
    assert [mark.text for mark in texts(drawing, MarkRole.CHANGE)] == ["0", "+10"]


def test_a_dot_near_the_ring_of_the_earlier_value_is_small_so_that_both_are_seen() -> None:
    drawing = drawn(chart(series("Nah", 99, 100), series("Andere", 10, 20)))
    (ring, near), (_, far) = points(drawing, "nah"), points(drawing, "andere")

    assert near.radius < ring.radius - 2 < far.radius


def test_zero_and_a_hundred_lie_at_the_ends_of_the_scale() -> None:
    drawing = drawn(chart(series("Alle", 0, 100), series("Andere", 10, 20)))
    first, last = points(drawing, "alle")

    assert last.x - first.x in (pytest.approx(DOUBLE), pytest.approx(DOUBLE / 2))
    assert faults(drawing) == []


def test_a_share_published_as_less_than_a_bound_has_a_place_and_no_change() -> None:
    drawing = drawn(chart(series("Selten", "<1", 3), series("Andere", 10, 20)))

    assert len(points(drawing, "selten")) == 2
    assert [mark.text for mark in texts(drawing, MarkRole.CHANGE)] == ["+10"]


def test_rows_are_49_and_a_half_points_apart_with_hairlines_between_them() -> None:
    drawing = drawn(chart())
    heights = [points(drawing, each)[0].y for each in ("bekanntheit", "experten", "dialogbereitschaft")]
    rules = [mark.y1 for mark in strokes(drawing, MarkRole.RULE)]

    assert [heights[1] - heights[0], heights[2] - heights[1]] == pytest.approx([49.5, 49.5])
    assert len(rules) == 5
    assert rules[0] == pytest.approx((heights[0] + heights[1]) / 2)


def test_both_waves_are_named_once_above_the_dots_of_the_first_row() -> None:
    drawing = drawn(chart())
    first, last = points(drawing, "bekanntheit")
    names = text(drawing, "2014"), text(drawing, "2016")

    for name, dot in zip(names, (first, last), strict=True):
        assert name.x + name.width / 2 == pytest.approx(dot.x)
    assert names[1].color == PAPER.proof


# ---- what is broken or missing


def test_an_answer_that_read_otherwise_shows_its_old_label_and_the_sign_before_its_change() -> None:
    drawing = drawn(chart())
    old, label, change = (
        text(drawing, "2014: „Personal gewinnen“"),
        text(drawing, "Bewerber gewinnen"),
        text(drawing, "+3"),
    )
    signs = [
        mark
        for mark in strokes(drawing, MarkRole.BREAK)
        if abs((mark.y1 + mark.y2) / 2 - points(drawing, "bewerber")[0].y) < 5
    ]

    assert old.color == PAPER.soft_text
    assert old.y > label.y
    assert len(signs) == 2
    assert all(mark.x2 < change.x for mark in signs)
    assert text(drawing, "Wortlaut der Antwort geändert").x == 20


def test_a_break_of_the_question_marks_the_head_of_the_changes_and_says_why() -> None:
    drawing = drawn(chart(breaks=[(0, 1, "Antwortliste geändert")]))
    head = text(drawing, "Veränderung in Prozentpunkten")
    signs = [
        mark
        for mark in strokes(drawing, MarkRole.BREAK)
        if head.x - 20 < mark.x1 < head.x and abs(mark.y1 - head.y) < 2
    ]

    assert len(signs) == 2
    assert text(drawing, "Eingeschränkt vergleichbar").face.name == "BOLD"
    assert text(drawing, ": Antwortliste geändert").x > 20


def test_a_value_alone_has_its_dot_and_what_is_missing_is_told_in_place_of_the_change() -> None:
    drawing = drawn(chart(*GOALS[:2], series("Predictive", NOT_PUBLISHED, 7), series("Früher", 4, NOT_ASKED)))

    assert len(points(drawing, "predictive")) == len(points(drawing, "früher")) == 1
    assert [mark.text for mark in texts(drawing, MarkRole.NOTE, "predictive")] == ["n.\N{NO-BREAK SPACE}v."]
    assert [mark.text for mark in texts(drawing, MarkRole.NOTE, "früher")] == ["nicht abgefragt"]
    rings = [mark for mark in drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.RING]
    assert [mark.cells for mark in rings] == [("q/predictive@w2014",)]
    assert faults(drawing) == []


# ---- places


def test_a_slide_holds_six_rows_and_the_head_counts_those_left_out() -> None:
    where = setting()

    assert dumbbell.capacity(chart(), SLIDE_BOX.height, where) == 6
    assert text(drawn(chart(further=18)), "Doppelter Maßstab · 6 von 24 Antworten (alle im Anhang)").x == 0


def test_where_rows_are_left_out_the_largest_changes_stay_and_another_answer_goes_first() -> None:
    shown = chart(
        series("Gleich", 11, 12), series("Gefallen", 30, 21), series("Eben", 20, 19), series("Gestiegen", 40, 44),
        series("Sonstiges", 5, 25),
    )  # fmt: skip
    *steps, other = shown.rows
    rows = (*steps, replace(other, role=AnswerRole.OTHER))
    of = replace(shown, rows=rows, keeps_ends=False, keeps_changes=True)

    assert [[each.id for each in largest(of, count).rows] for count in (4, 2)] == [
        ["gleich", "gefallen", "eben", "gestiegen"],
        ["gefallen", "gestiegen"],
    ]


def test_labels_that_leave_too_little_room_for_twice_the_scale_halve_it_and_then_it_is_not_said() -> None:
    long = "Informationen über alle unsere Kunden"
    drawing = drawn(chart(series(long, 0, 99, answer="a"), series(f"{long} gewinnen", 2, 98, answer="b")))
    first, last = points(drawing, "a")

    assert last.x - first.x == pytest.approx(0.99 * 355.6)
    assert "Doppelter Maßstab" not in all_texts(drawing)


def test_groups_are_named_with_their_number_and_differ() -> None:
    columns = tuple(
        ChartColumn(words(name), name, base=words(f"n = {n}")) for name, n in (("unter 50", 310), ("ab 50", 294))
    )
    drawing = drawn(replace(chart(), columns=columns))

    assert {"unter 50, n = 310", "ab 50, n = 294", "Unterschied in Prozentpunkten"} <= set(all_texts(drawing))


def test_on_a_page_keys_tie_annotations_and_on_a_slide_words_have_no_place() -> None:
    keyed = drawn(chart(), setting(PAGE), notes=[note("experten")])
    fault = refused(chart(), notes=[note("experten")])

    assert [mark.text for mark in keyed.marks if isinstance(mark, TextMark) and mark.role is MarkRole.KEY] == ["1"]
    assert faults(keyed) == []
    assert (fault.id, fault.message) == (
        "no-room-for-annotation",
        "annotation 1 (experten) has no room: dots and changes take the whole width",
    )


def test_three_waves_or_one_answer_are_refused_and_kinds_that_can_are_named() -> None:
    three = refused(chart(series("Eins", 1, 2, 3), series("Zwei", 1, 2, 3), dates=("2014", "2015", "2016")))
    one = refused(chart(GOALS[0]))

    assert three.message == "`dumbbell` shows 2 to 30 answers of two waves or two groups, and the exhibit has 3 columns"
    assert three.hint == "choose two with `waves:` or `columns:`; `grouped` shows up to four of either"
    assert one.message.endswith("and the exhibit has 1 answers")
    assert one.hint == "choose some with `answers:`; `columns` shows one over waves, `bars` one column of it"


def test_the_alternative_text_tells_the_marked_answers_and_the_range_of_the_others() -> None:
    assert drawn(chart(breaks=[(0, 1, "Liste geändert")])).alternative.replace("\N{NO-BREAK SPACE}", " ") == (
        "Hanteldiagramm, 6 Antworten, 2014 und 2016. Bekanntheit steigern von 85 % auf 77 %; "
        "Experten von 75 % auf 72 %; Dialogbereitschaft zeigen von 51 % auf 57 %; Übrige: 21 % bis 51 %. "
        "2014 und 2016 eingeschränkt vergleichbar."
    )


def test_the_alternative_text_counts_what_of_the_others_was_not_published() -> None:
    hidden = series("Geheim", NOT_PUBLISHED, 40)
    told = drawn(chart(*GOALS[:3], hidden)).alternative.replace("\N{NO-BREAK SPACE}", " ")

    assert told.endswith("Übrige: 40 %; Nicht veröffentlichte Zahlen: 1.")


# ---- whatever the labels and shares


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Two to six answers of usual labels in two waves, with breaks, old labels and missing values."""
    decimals = draw(st.sampled_from([0, 0, 1]))
    rows = [
        series(
            draw(labels(45)),
            draw(PERCENTS),
            draw(PERCENTS),
            mark=draw(MARKS),
            answer=f"a{number}",
            earlier=draw(st.none() | st.none() | labels(30)),
            decimals=decimals,
        )
        for number in range(draw(st.integers(2, 6)))
    ]
    found = [(0, 1, draw(labels(60)))] if draw(st.booleans()) else []
    further = draw(st.sampled_from([0, 0, 18]))
    return series_chart(*rows, kind_name="dumbbell", breaks=found, further=further, decimals=decimals)


@given(charts(), PLACE_NAMES, GROUNDS)
def test_in_a_place_of_its_height_nothing_overlaps_and_every_cell_stands_once(
    shown: Chart, name: str, ground: Ground
) -> None:
    where = setting(PLACES[name], ground)
    height = dumbbell.natural_height(shown, WIDTHS[where.measures], where)
    result = laid_out(shown, where, box=replace(SLIDE_BOX, width=WIDTHS[where.measures], height=max(height, 1.0)))

    if isinstance(result, Diagnostic):
        event(f"{result.id} on {name}")
        assert result.id == "label-too-long"
        return
    assert faults(result) == []
    for each in shown.rows:
        cells = [str(value.cell.id) for value in each.values if value]
        marks = [mark for mark in result.marks if mark.role in (MarkRole.POINT, MarkRole.NOTE)]
        told = [cell for mark in marks for cell in getattr(mark, "cells", ()) if cell in cells]
        assert sorted(told) == sorted(cells)
    assert len(result.alternative) <= 250


@given(charts())
def test_a_chart_of_usual_labels_is_not_refused_on_paper(shown: Chart) -> None:
    for name in ("slide", "page"):
        where = setting(PLACES[name])
        height = dumbbell.natural_height(shown, WIDTHS[where.measures], where)
        result = laid_out(shown, where, box=replace(SLIDE_BOX, width=WIDTHS[where.measures], height=height))
        assert isinstance(result, Drawing), result.as_text()


def test_the_narrow_place_of_a_statement_holds_a_chart_on_ink() -> None:
    drawing = drawn(chart(*GOALS[:3]), setting(SLIDE_NARROW, INK))

    assert faults(drawing) == []
    assert all(mark.x == 0 for mark in texts(drawing, MarkRole.LABEL))


@pytest.mark.parametrize("name", PictureName)
def test_where_labels_stand_above_their_dots_both_waves_are_named_in_one_line_with_the_changes(
    name: PictureName,
) -> None:
    page = HOUSE_PICTURES[name]
    drawing = drawn(chart(*GOALS[:3]), setting(page.charts), box=Box(0.0, 0.0, page.measure, page.height / 2))

    names = [text(drawing, words) for words in ("2014", "2016", "Veränderung in Prozentpunkten")]
    assert len({mark.y for mark in names}) == 1
    assert faults(drawing) == []


def test_fewer_answers_are_offered_only_where_fewer_can_be_shown() -> None:
    def refused(rows: int) -> Diagnostic:
        result = laid_out(chart(*GOALS[:rows]), setting(), box=replace(SLIDE_BOX, height=50.0))
        assert isinstance(result, Diagnostic)
        return result

    assert refused(3).hint == "show fewer answers with `answers:`"
    assert refused(2).hint is None
