"""Bars stand where docs/visual-language.md puts them; every expected number can be worked out by hand beside it."""

from dataclasses import replace

import pytest
from pytest import approx

from report.charts.kinds.bars import layout as bars
from report.charts.model import ChartBreak, ChartRow, Highlight
from report.charts.order import largest
from report.diagnostics import Diagnostic, Severity
from report.drawing.model import Circle, Drawing, MarkRole, TextMark
from report.formats.charts import ChartMeasures
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.survey.model import AnswerRole
from report.tables.model import CellState
from report.text.model import Face
from report.theme.house import INK, PAPER
from report.units import Box, Color
from tests.builders import words
from tests.charts.collisions import faults
from tests.charts.specimens import (
    CONTRAST,
    NOT_ASKED,
    NOT_PUBLISHED,
    PAGE,
    PLACES,
    PLAIN,
    PROOF,
    SLIDE_NARROW,
    WIDTHS,
    bar,
    bars_chart,
    by_groups,
    drawn,
    grouped_chart,
    laid_out,
    marks_of,
    note,
    rects,
    refused,
    row,
    setting,
    text,
    texts,
    unsupported,
    value,
    wave,
    waves_chart,
)

GOALS = (
    row("Awareness", 77, PROOF),
    row("Experts", 72, PROOF),
    row("Dialogue", 57),
    row("Applicants", 51),
    row("Customers", 48),
    row("Service", 21, CONTRAST),
    row("Predictive", 7),
)


def many(count: int, label: str = "Antwort Nummer") -> tuple[ChartRow, ...]:
    return tuple(row(f"{label} {number}", 90 - 2 * number, answer=f"a{number}") for number in range(count))


def tops(drawing: Drawing) -> list[float]:
    """Of the tracks, from the line that the exhibit hangs from."""
    return [track.box.top - drawing.hang for track in rects(drawing, MarkRole.TRACK)]


# ---- slide


def test_a_bar_on_a_slide_is_as_long_as_its_share_of_355_6_points_and_starts_in_column_4() -> None:
    drawing = drawn(bars_chart(*GOALS))

    for answer, share in [("awareness", 0.77), ("service", 0.21), ("predictive", 0.07)]:
        assert bar(drawing, answer).box.left == 222.0
        assert bar(drawing, answer).box.width == approx(share * 355.6)
        assert bar(drawing, answer).box.height == 28.8


def test_every_track_is_as_long_as_100_percent() -> None:
    drawing = drawn(bars_chart(*GOALS))

    assert [(track.box.left, track.box.width) for track in rects(drawing, MarkRole.TRACK)] == [(222.0, 355.6)] * 7


def test_seven_rows_stand_45_points_apart_from_the_line_they_hang_from() -> None:
    drawing = drawn(bars_chart(*GOALS))

    assert tops(drawing) == approx([0, 45, 90, 135, 180, 225, 270])  # 270 / 6 = 45
    assert bars.natural_height(bars_chart(*GOALS), 873.6, setting()) == approx(298.8)  # 270 + 28.8


def test_few_rows_stand_no_more_than_57_6_points_apart() -> None:
    assert tops(drawn(bars_chart(*GOALS[:2]))) == approx([0, 57.6])
    assert tops(drawn(bars_chart(*GOALS[:6]))) == approx([0, 54, 108, 162, 216, 270])  # 270 / 5 = 54


def test_twelve_rows_are_16_thick_in_columns_5_to_9_and_fill_the_exhibit() -> None:
    drawing = drawn(bars_chart(*many(12)))

    assert tops(drawing)[1] == approx(283 / 11)
    assert tops(drawing)[-1] + 16 == approx(299)
    assert {(track.box.left, track.box.width, track.box.height) for track in rects(drawing, MarkRole.TRACK)} == {
        (296.0, 355.6, 16.0)
    }
    assert {mark.size for mark in drawing.marks if isinstance(mark, TextMark)} == {16.0}


def test_eight_rows_stand_34_points_apart() -> None:
    assert tops(drawn(bars_chart(*many(8)))) == approx([34 * number for number in range(8)])  # 283 / 7 > 34


def test_a_lower_place_moves_the_rows_together_but_not_below_their_least_pitch() -> None:
    chart = bars_chart(*GOALS[:4])
    drawing = drawn(chart, box=Box(0, 0, 873.6, 28.8 + 3 * 50))

    assert tops(drawing) == approx([0, 50, 100, 150])
    fault = refused(chart, box=Box(0, 0, 873.6, 28.8 + 3 * 38))
    assert fault.message == "the 4 rows of the chart need 156 pt of height, 143 pt are there"


# ---- numbers


def test_a_marked_value_is_26_bold_in_its_color_with_a_smaller_sign_9_points_behind_its_bar() -> None:
    drawing = drawn(bars_chart(*GOALS))
    digits, unit = texts(drawing, MarkRole.VALUE, "awareness")[0], texts(drawing, MarkRole.UNIT, "awareness")[0]

    assert (digits.text, digits.face, digits.size, digits.color) == ("77", Face.BOLD, 26.0, PAPER.proof)
    assert digits.x == approx(222 + 0.77 * 355.6 + 9)
    assert digits.y == approx(drawing.hang + 14.4 + 26 * 0.649 / 2)  # digits centred on a bar 28.8 thick
    assert (unit.text, unit.y) == ("\N{NO-BREAK SPACE}%", digits.y)
    assert unit.size == approx(26 * 0.55)
    assert unit.x == approx(digits.x + digits.width)
    assert digits.cells == unit.cells == ("q/awareness@w2016",)


def test_other_values_are_18_and_one_run() -> None:
    value = text(drawn(bars_chart(*GOALS)), "57\N{NO-BREAK SPACE}%")

    assert (value.role, value.face, value.size, value.color) == (MarkRole.VALUE, Face.REGULAR, 18.0, PAPER.text)


def test_english_sets_the_sign_without_a_gap() -> None:
    chart = bars_chart(row("Awareness", 77, PROOF, code="en"), row("Service", 21, code="en"))
    drawing = drawn(chart, setting(code="en"))

    assert [mark.text for mark in texts(drawing, MarkRole.UNIT)] == ["%"]
    assert text(drawing, "21%").role is MarkRole.VALUE


def test_a_value_that_would_pass_the_track_stands_in_its_bar_in_the_color_of_its_ground() -> None:
    drawing = drawn(bars_chart(row("Ja", 97, PROOF), row("Oft", 94), row("Nein", 6)))
    proof, unit = texts(drawing, MarkRole.VALUE, "ja")[0], texts(drawing, MarkRole.UNIT, "ja")[0]
    muted = text(drawing, "94\N{NO-BREAK SPACE}%")

    assert unit.x + unit.width == approx(222 + 0.97 * 355.6 - 9)
    assert proof.color == PAPER.on_proof
    assert muted.x + muted.width == approx(222 + 0.94 * 355.6 - 9)
    assert muted.color == PAPER.on_muted


def test_zero_has_no_bar_and_its_value_at_the_origin() -> None:
    drawing = drawn(bars_chart(row("Ja", 100), row("Nie", 0)))

    assert marks_of(drawing, MarkRole.BAR, "nie") == []
    assert text(drawing, "0\N{NO-BREAK SPACE}%").x == approx(222 + 9)


def test_a_share_that_would_print_as_zero_is_told_as_less_than_one_beside_a_true_bar() -> None:
    drawing = drawn(bars_chart(row("Ja", "99.7"), row("Kaum", "0.3")))

    assert bar(drawing, "kaum").box.width == approx(0.003 * 355.6)
    assert text(drawing, "<\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}%").x == approx(222 + 0.003 * 355.6 + 9)


# ---- what has no number, roles


def test_what_was_not_published_has_a_dashed_ring_and_words_and_neither_bar_nor_track() -> None:
    drawing = drawn(bars_chart(row("Ja", 60), row("Nein", NOT_PUBLISHED)))
    ring = marks_of(drawing, MarkRole.RING, "nein")[0]

    assert isinstance(ring, Circle)
    assert ring.edge is not None
    assert ring.edge.dash
    assert ring.fill is None
    assert 2 * ring.radius + ring.edge.width == approx(20.0)
    assert text(drawing, "nicht veröffentlicht").x == approx(222 + 20 + 9)
    assert len(rects(drawing, MarkRole.TRACK)) == len(rects(drawing, MarkRole.BAR)) == 1


def test_what_was_not_asked_has_words_alone() -> None:
    drawing = drawn(bars_chart(row("Ja", 60), row("Nein", NOT_ASKED)))

    assert marks_of(drawing, MarkRole.RING) == []
    assert text(drawing, "nicht abgefragt").x == 222.0


def test_the_number_that_a_bar_is_held_against_is_told_in_the_shown_cells() -> None:
    held = replace(row("Ja", 60), reference=value("ja", 44, wave="w2014"))
    drawing = drawn(replace(bars_chart(held, row("Nein", 30)), reference=words("2014")))

    assert [(cell.id, cell.text) for cell in drawing.shown] == [
        ("q/ja@w2016", "60\N{NO-BREAK SPACE}%"),
        ("q/ja@w2014", "44\N{NO-BREAK SPACE}%"),
        ("q/nein@w2016", "30\N{NO-BREAK SPACE}%"),
    ]


def test_the_states_are_told_in_the_shown_cells() -> None:
    drawing = drawn(bars_chart(row("Ja", 60), row("Nein", NOT_PUBLISHED), row("Oft", NOT_ASKED)))

    assert [(cell.id, cell.answer, cell.wave, cell.state, cell.text) for cell in drawing.shown] == [
        ("q/ja@w2016", "ja", "w2016", "published", "60\N{NO-BREAK SPACE}%"),
        ("q/nein@w2016", "nein", "w2016", "not_published", "nicht veröffentlicht"),
        ("q/oft@w2016", "oft", "w2016", "not_asked", "nicht abgefragt"),
    ]


@pytest.mark.parametrize(
    ("mark", "role", "fill"),
    [
        (PROOF, AnswerRole.REGULAR, PAPER.proof),
        (CONTRAST, AnswerRole.REGULAR, PAPER.contrast),
        (PLAIN, AnswerRole.REGULAR, PAPER.muted),
        (PLAIN, AnswerRole.OTHER, PAPER.pale),
        (PLAIN, AnswerRole.MIDPOINT, PAPER.pale),
    ],
)
def test_emphasis_is_accent_and_what_is_no_regular_answer_is_pale(
    mark: Highlight, role: AnswerRole, fill: Color
) -> None:
    drawing = drawn(bars_chart(row("Ja", 60), row("Nein", 30, mark, role=role)))

    assert bar(drawing, "nein").fill == fill
    assert (bar(drawing, "nein").edge is None) == (mark is not PLAIN)


def test_the_label_of_a_marked_row_is_bold() -> None:
    drawing = drawn(bars_chart(*GOALS))

    assert [mark.face for mark in texts(drawing, MarkRole.LABEL)] == [Face.BOLD] * 2 + [Face.REGULAR] * 3 + [
        Face.BOLD,
        Face.REGULAR,
    ]


# ---- narrow, page, ink


def test_in_a_narrow_place_labels_stand_9_above_bars_76_apart_that_begin_at_the_margin() -> None:
    drawing = drawn(bars_chart(row("Marketing", 75, PROOF), row("PR", 26)), setting(SLIDE_NARROW, INK))
    first, second = rects(drawing, MarkRole.TRACK)
    label = text(drawing, "Marketing")

    assert (first.box.left, first.box.width, first.box.height) == (0.0, 355.6, 28.8)
    assert second.box.top - first.box.top == approx(76)
    assert label.x == 0.0
    assert label.y == approx(first.box.top - 9)
    assert label.y - 0.645 * 18 == approx(drawing.hang)  # the exhibit hangs from the top of the first label
    assert bar(drawing, "marketing").fill == INK.proof


def test_on_a_page_bars_fill_the_main_column_and_labels_hang_in_the_side_column() -> None:
    chart = bars_chart(*GOALS)
    drawing = drawn(chart, setting(PAGE))

    assert drawing.width == approx(493.3)
    assert bar(drawing, "awareness").box.left == 141.8
    assert bar(drawing, "awareness").box.width == approx(0.77 * 351.5)
    assert tops(drawing)[:3] == approx([0, 24.6, 49.2])
    assert [mark.size for mark in texts(drawing, MarkRole.VALUE)] == [14, 14, 10, 10, 10, 14, 10]
    assert {mark.size for mark in texts(drawing, MarkRole.UNIT)} == {8.5}  # the floor of A4, above 55 % of 14
    assert {mark.x for mark in texts(drawing, MarkRole.LABEL)} == {0.0}


def test_thirty_rows_on_a_page_are_7_thick_and_14_apart() -> None:
    drawing = drawn(bars_chart(*many(30)), setting(PAGE))

    assert tops(drawing) == approx([14 * number for number in range(30)])
    assert {track.box.height for track in rects(drawing, MarkRole.TRACK)} == {7.0}
    assert faults(drawing) == []


def test_a_value_inside_a_thin_bar_is_small_enough_to_stay_in_it() -> None:
    rows = [row("Ja", 99, PROOF), row("Oft", 98), *many(12)]
    drawing = drawn(bars_chart(*rows), setting(PAGE))

    assert [mark.size for mark in texts(drawing, MarkRole.VALUE)[:2]] == approx([8.63, 8.63], abs=0.01)  # 5.6 / 0.649
    assert faults(drawing) == []


@pytest.mark.parametrize("name", PictureName)
def test_the_comma_of_a_value_inside_a_bar_stays_in_it(name: PictureName) -> None:
    page = HOUSE_PICTURES[name]
    chart = bars_chart(row("Ja", "99.5", PROOF, decimals=1), row("Oft", "76.4", decimals=1), decimals=1)
    drawing = drawn(chart, setting(page.charts), box=Box(0.0, 0.0, page.measure, page.height / 2))

    number, marked = texts(drawing, MarkRole.VALUE, "ja")[0], bar(drawing, "ja").box
    assert marked.right > number.x + number.width
    assert number.y + 0.136 * number.size < marked.bottom  # the depth of the comma in Carlito Bold


def test_the_second_accent_is_no_color_for_small_numbers() -> None:
    rows = [row("Ja", 59, CONTRAST), *many(12)]

    assert texts(drawn(bars_chart(*rows), setting(PAGE)), MarkRole.VALUE)[0].color == PAPER.text
    assert texts(drawn(bars_chart(*rows[:8])), MarkRole.VALUE)[0].color == PAPER.contrast


# ---- more and fewer


def test_one_row_on_a_slide_is_a_dot_field_with_its_figure() -> None:
    drawing = drawn(bars_chart(row("Eigene Teams", 49, PROOF)))

    assert len(marks_of(drawing, MarkRole.DOT)) == 100
    assert len(marks_of(drawing, MarkRole.DOT, "eigene")) == 49
    assert text(drawing, "49").size == 66.0


def test_one_row_with_an_annotation_or_on_a_page_is_a_bar() -> None:
    chart = bars_chart(row("Eigene Teams", 49, PROOF))

    assert bar(drawn(chart, notes=[note("eigene")]), "eigene").box.width == approx(0.49 * 355.6)
    assert bar(drawn(chart, setting(PAGE)), "eigene").box.width == approx(0.49 * 351.5)


def test_one_row_held_against_a_reference_is_a_bar_with_its_tick() -> None:
    drawing = drawn(grouped_chart(["Große"], by_groups("Eigene Teams", (49, PROOF), alle=35), kind_name="bars"))

    assert bar(drawing, "eigene").box.width == approx(0.49 * 355.6)
    assert marks_of(drawing, MarkRole.TICK)


def test_further_answers_are_one_grey_row_that_counts_them() -> None:
    on_slide = drawn(bars_chart(*many(10), further=4))
    on_page = drawn(bars_chart(*many(3), further=4), setting(PAGE))

    assert text(on_slide, "4\u00a0weitere: Anhang").color == PAPER.soft_text
    assert tops(on_slide)[1] == approx(283 / 10)  # eleven rows
    assert text(on_page, "4\u00a0weitere: Anhang").y == approx(on_page.hang + 3 * 24.6 + 7.5 + 0.645 * 10 / 2)


def test_further_answers_without_figures_are_said_to_be_unpublished() -> None:
    rows = [*many(8), *(row(f"Unbekannt {n}", CellState.NOT_PUBLISHED, answer=f"u{n}") for n in range(4))]
    without_figures, with_both = (drawn(largest(bars_chart(*rows), count)) for count in (8, 5))

    assert text(without_figures, "4\u00a0weitere: nicht veröffentlicht").x == 0
    assert text(with_both, "3\u00a0weitere: Anhang · 4 nicht veröffentlicht").x == 0


@pytest.mark.parametrize("measures", PLACES.values(), ids=PLACES)
def test_every_number_of_rows_up_to_the_capacity_fits_the_place(measures: ChartMeasures) -> None:
    where = setting(measures)
    for height in (60.0, 120.0, 200.0, 260.0, 299.0):
        capacity = bars.capacity(bars_chart(row("A", 1)), height, where)
        assert capacity > 0 or height < 90
        for count in range(1, capacity + 1):
            chart = bars_chart(*many(count))
            assert isinstance(laid_out(chart, where, box=Box(0, 0, WIDTHS[measures], height)), Drawing), (height, count)


def test_a_slide_holds_twelve_rows_and_a_page_thirty() -> None:
    assert bars.capacity(bars_chart(row("A", 1)), 299.0, setting()) == 12
    assert bars.capacity(bars_chart(row("A", 1)), 800.0, setting(PAGE)) == 30


def test_a_failed_claim_is_stamped_above_the_exhibit() -> None:
    for measures in PLACES.values():
        drawing = drawn(unsupported(bars_chart(*GOALS[:4])), setting(measures))
        stamp = text(drawing, "Durch die Daten nicht gedeckt")

        assert stamp.role is MarkRole.STAMP
        assert stamp.y < drawing.hang
        assert stamp.x + stamp.width == approx(drawing.width)
        assert faults(drawing) == []


def test_anchors_are_the_ends_of_the_values() -> None:
    drawing = drawn(bars_chart(*GOALS))
    unit = texts(drawing, MarkRole.UNIT, "awareness")[0]

    assert drawing.anchors["q/awareness@w2016"] == approx((unit.x + unit.width, drawing.hang + 14.4))


# ---- refusals


def test_bars_refuse_several_waves() -> None:
    fault = bars.refusal(waves_chart(wave("2014", 35), wave("2016", 49)))

    assert fault is not None
    assert fault.as_text() == (
        "briefing.yaml:7:5: error[unsuitable-kind]: `bars` shows 1 to 30 answers of one wave, and the exhibit has "
        "2 waves\n  hint: `columns` shows one answer over 2 to 8 waves"
    )


def test_bars_refuse_more_than_thirty_rows_and_none() -> None:
    assert bars.refusal(bars_chart(*many(30))) is None
    for rows, count in [(many(31), 31), ((), 0)]:
        fault = refused(bars_chart(*rows), setting(PAGE), box=Box(0, 0, 493.3, 800))
        assert fault == Diagnostic(
            "unsuitable-kind",
            f"`bars` shows 1 to 30 answers of one wave, and the exhibit has {count}",
            fault.location,
            hint="choose answers with `answers:`; the appendix shows all of them in a table",
            severity=Severity.ERROR,
        )


@pytest.mark.parametrize("measures", PLACES.values(), ids=PLACES)
def test_no_number_ends_on_the_edge_of_the_track(measures: ChartMeasures) -> None:
    for percent in range(70, 100):
        drawing = drawn(bars_chart(row("A", percent), row("B", 60)), setting(measures))

        track, number = rects(drawing, MarkRole.TRACK)[0].box, texts(drawing, MarkRole.VALUE)[0]
        assert number.x + number.width <= track.right - measures.value_gap / 2, percent


def test_bars_held_against_a_wave_that_is_not_comparable_say_so_above_and_in_words() -> None:
    held = replace(row("Ja", 41), reference=value("ja", 11, wave="w2014"))
    found = ChartBreak(0, 1, "Eingeschränkt vergleichbar", words("2016 anders"))
    chart = replace(bars_chart(held, row("Nein", 30)), reference=words("2014"), reference_breaks=(found,))

    drawing = drawn(chart)

    assert len(marks_of(drawing, MarkRole.BREAK)) == 2
    assert text(drawing, ": 2016 anders").y < rects(drawing, MarkRole.TRACK)[0].box.top
    assert drawing.alternative.endswith("2014: eingeschränkt vergleichbar.")
