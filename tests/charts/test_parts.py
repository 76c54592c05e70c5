"""Parts of a whole: a dot field on slides, one bar as long as 100 % elsewhere and where a part is small."""

from decimal import Decimal

import pytest
from pytest import approx

from report.charts.field import dots_of
from report.charts.kinds.parts import layout as parts
from report.charts.model import Chart, Highlight
from report.drawing.model import Circle, Drawing, MarkRole, Stroke, TextMark
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.survey.model import AnswerRole
from report.text.model import Face
from report.theme.house import INK, PAPER
from report.units import Box, Share
from tests.charts.collisions import faults
from tests.charts.specimens import (
    CONTRAST,
    NOT_PUBLISHED,
    PAGE,
    PLACES,
    PLAIN,
    PROOF,
    SLIDE_NARROW,
    bar,
    drawn,
    marks_of,
    note,
    parts_chart,
    rects,
    refused,
    row,
    setting,
    strokes,
    text,
    texts,
    unsupported,
    wave,
    waves_chart,
)

OWN = row("Eigene Social-Media-Teams", 49, PROOF, answer="own")
CROSS = row("Abteilungsübergreifende Teams", 33, answer="cross")
EVERYONE = row("Jeder, der möchte", 17, answer="everyone")
PITCH = 281.6 / 9.77
"""Of the dots: the field is four columns wide."""


def organisation(rest: str | None = "1") -> Chart:
    return parts_chart(OWN, CROSS, EVERYONE, rest=rest)


def dots(drawing: Drawing, answer: str | None = None) -> list[Circle]:
    return [mark for mark in marks_of(drawing, MarkRole.DOT, answer) if isinstance(mark, Circle)]


def rings(drawing: Drawing) -> list[Circle]:
    return [mark for mark in drawing.marks if mark.role is MarkRole.RING and isinstance(mark, Circle)]


# ---- the dot field


def test_a_hundred_dots_fill_the_field_by_rows_parts_in_order_and_rings_for_the_rest() -> None:
    drawing = drawn(organisation())

    assert [len(dots(drawing, answer)) for answer in ("own", "cross", "everyone")] == [49, 33, 17]
    assert len(rings(drawing)) == 1
    first, last = dots(drawing)[0], rings(drawing)[0]
    assert (first.x, first.y - drawing.hang) == approx((0.385 * PITCH, 0.385 * PITCH))
    assert (last.x, last.y - drawing.hang) == approx((9.385 * PITCH, 9.385 * PITCH))


def test_dots_are_0_77_of_their_pitch_and_end_with_column_4() -> None:
    first, second = dots(drawn(organisation()))[:2]

    assert second.x - first.x == approx(PITCH)
    assert 2 * first.radius == approx(0.77 * PITCH)
    assert max(dot.x + dot.radius for dot in dots(drawn(organisation()))) == approx(281.6)


def test_brackets_stand_9_behind_the_rows_whose_last_dot_is_theirs() -> None:
    drawing = drawn(organisation())
    rows = [(mark.x1, mark.y1 - drawing.hang, mark.y2 - drawing.hang) for mark in strokes(drawing, MarkRole.BRACKET)]

    assert [x for x, _, _ in rows] == approx([290.6] * 4)
    assert [round((bottom - top) / PITCH + 0.23) for _, top, bottom in rows] == [4, 4, 1, 1]  # 49, 82, 99, 100
    assert [top for _, top, _ in rows] == approx([0, 4 * PITCH, 8 * PITCH, 9 * PITCH])


def test_figures_have_66_44_28_points_by_rank_on_column_6_centred_on_their_leaders() -> None:
    drawing = drawn(organisation())
    figures = texts(drawing, MarkRole.VALUE)
    leaders = strokes(drawing, MarkRole.LEADER)

    assert [(figure.text, figure.size, figure.x) for figure in figures] == [
        ("49", 66.0, 370.0),
        ("33", 44.0, 370.0),
        ("17", 28.0, 370.0),
    ]
    assert [figure.y - 0.649 * figure.size / 2 for figure in figures] == approx([mark.y2 for mark in leaders[:3]])
    assert [mark.x1 for mark in leaders] == approx([290.6] * 4)
    assert [mark.x2 for mark in leaders] == [358.0] * 4
    assert all(mark.y1 == approx(mark.y2) for mark in leaders)


def test_labels_stand_on_column_8_and_the_rest_is_named_by_its_reason() -> None:
    drawing = drawn(organisation())

    assert text(drawing, "Eigene Social-Media-Teams").x == 518.0
    assert text(drawing, "Eigene Social-Media-Teams").face is Face.BOLD
    assert text(drawing, "Rest").color == PAPER.soft_text
    assert text(drawing, "Rundung oder keine Angabe").x == 518.0
    assert drawing.width == 873.6
    assert faults(drawing) == []


def test_parts_take_accent_mid_and_pale() -> None:
    drawing = drawn(organisation())

    assert [dots(drawing, answer)[0].fill for answer in ("own", "cross", "everyone")] == [
        PAPER.proof,
        PAPER.mid,
        PAPER.pale,
    ]


def test_four_unmarked_parts_are_four_greys() -> None:
    drawing = drawn(parts_chart(*[row(f"Teil {number}", 22 + number, answer=f"a{number}") for number in range(4)]))

    assert len({dots(drawing, f"a{number}")[0].fill for number in range(4)}) == 4


@pytest.mark.parametrize("mark", [PLAIN, PROOF])
def test_equal_parts_have_one_size_and_one_color_and_a_line_between_them(mark: Highlight) -> None:
    drawing = drawn(parts_chart(row("Tee", 45, mark), row("Kaffee", 45, mark), row("Nichts", 10)))
    tea, coffee = dots(drawing, "tee"), dots(drawing, "kaffee")
    below, upright, above = [line for line in drawing.marks if isinstance(line, Stroke) and line.role is MarkRole.RULE]

    assert (len(tea), tea[0].fill) == (len(coffee), coffee[0].fill)
    assert {mark.size for mark in texts(drawing, MarkRole.VALUE) if mark.text == "45"} == {66.0}
    assert tea[40].y < below.y1 == upright.y2  # the 45 dots of tea end in the middle of the fifth row
    assert tea[44].x < upright.x1 < coffee[0].x
    assert above.y1 == upright.y1 < coffee[0].y
    assert faults(drawing) == []


def test_parts_of_different_colors_have_no_line_between_them() -> None:
    drawing = drawn(parts_chart(row("Tee", 46), row("Kaffee", 45), row("Nichts", 9)))

    assert not [mark for mark in drawing.marks if mark.role is MarkRole.RULE]


def test_equal_figures_take_the_size_that_both_have_room_for() -> None:
    drawing = drawn(parts_chart(row("Ja", "33.3", decimals=1), row("Nein", "33.3", decimals=1), decimals=1))

    assert len({mark.size for mark in texts(drawing, MarkRole.VALUE) if mark.text == "33,3"}) == 1


def test_without_a_declared_rest_what_rounding_leaves_stays_empty() -> None:
    drawing = drawn(organisation(rest=None))

    assert len(dots(drawing)) == 99
    assert rings(drawing) == []


def test_a_rest_of_less_than_half_a_dot_has_a_ring_and_its_name_in_the_field() -> None:
    rows = [row("Ja", "59.8", PROOF, decimals=1), row("Nein", "39.8", decimals=1)]
    drawing = drawn(parts_chart(*rows, rest="0.4", decimals=1))

    assert len(dots(drawing)) == 99
    assert len(rings(drawing)) == 1
    assert "Rest" in [mark.text for mark in drawing.marks if isinstance(mark, TextMark)]
    assert "Rest 0,4" in drawing.alternative


def test_what_other_answers_have_is_small_unlit_dots() -> None:
    drawing = drawn(parts_chart(OWN, CROSS))
    unlit = [dot for dot in dots(drawing) if not dot.cells]

    assert len(unlit) == 18
    assert unlit[0].radius == approx(0.6 * dots(drawing, "own")[0].radius)
    assert unlit[0].fill == PAPER.unlit


def dots_for(percents: str, *, is_whole: bool = True) -> tuple[int, ...]:
    return dots_of([Share.of_percent(Decimal(percent)) for percent in percents.split()], is_whole=is_whole)


@pytest.mark.parametrize(
    ("percents", "dots"),
    [
        ("49 33 17", (49, 33, 17)),
        ("33.3 33.3 33.4", (33, 33, 34)),
        ("49.7 50.3", (50, 50)),
        ("50.5 49.5", (51, 49)),
        ("49.5 50.5", (49, 51)),
        ("33.5 33.5 33", (33, 33, 33)),
        ("0", (0,)),
        ("100 0", (100, 0)),
    ],
)
def test_dots_go_by_largest_remainder_within_the_rounded_sum(percents: str, dots: tuple[int, ...]) -> None:
    assert dots_for(percents) == dots


@pytest.mark.parametrize(
    ("percents", "dots"),
    [
        ("34 34 33", (34, 34, 32)),  # 101 by rounding: quotas 33.66, 33.66, 32.67
        ("45.5 45.5 9", (45, 45, 9)),  # the hundredth dot would go to one of two equals, so to none
        ("33.3 33.3 33.3", (33, 33, 33)),
    ],
)
def test_equal_shares_get_equally_many_dots(percents: str, dots: tuple[int, ...]) -> None:
    assert dots_for(percents) == dots


@pytest.mark.parametrize(
    ("percents", "dots"),
    [
        ("0.4 99.6", (1, 99)),
        ("0.1 0.1 0.1 99.7", (1, 1, 1, 97)),
        ("0.4", (1,)),
        ("99.6", (99,)),
    ],
)
def test_dots_are_never_empty_above_0_or_full_below_100(percents: str, dots: tuple[int, ...]) -> None:
    assert dots_for(percents) == dots


@pytest.mark.parametrize("rows", [("100.0", "0.05"), ("0.04", "100.0")])
def test_the_whole_beside_a_part_is_a_bar_since_dots_would_take_one_from_it_or_leave_the_other_out(
    rows: tuple[str, ...],
) -> None:
    shares = [row(f"Teil {number}", share, answer=f"a{number}", decimals=1) for number, share in enumerate(rows)]

    drawing = drawn(parts_chart(*shares, decimals=1))

    assert dots(drawing) == []
    full = next(f"a{number}" for number, share in enumerate(rows) if share == "100.0")
    assert bar(drawing, full).box.width > 0.99 * sum(
        bar(drawing, f"a{number}").box.width for number in range(len(rows))
    )


def test_parts_that_leave_more_than_rounding_leave_a_dot() -> None:
    assert sum(dots_for("59.8 39.8", is_whole=False)) == 99
    assert sum(dots_for("59.8 40.1")) == 100


def test_crowded_labels_move_apart_with_stepped_leaders_and_small_figures() -> None:
    label = "Abteilungsübergreifende Zusammenarbeit mit Dienstleistern"
    rows = [row(f"{label} {number}", 12 - number, answer=f"a{number}") for number in range(3)]
    drawing = drawn(parts_chart(*rows, rest="67"))

    assert {figure.size for figure in texts(drawing, MarkRole.VALUE)} == {28.0}  # a row of dots is 28.8 high
    assert any(mark.y1 != mark.y2 for mark in strokes(drawing, MarkRole.LEADER))
    assert faults(drawing) == []


@pytest.mark.parametrize("shares", ["68.2 16.6 11.1 4.2", "72.4 22.4 5.2", "76 8 8 8", "40 20 20 20"])
def test_leaders_are_level_or_have_right_angles_and_meet_no_other(shares: str) -> None:
    label = "Das hängt von ärztlichem Rat beziehungsweise dem Rat eines anderen Dienstes ab"
    rows = [row(label, share, answer=f"a{number}", decimals=1) for number, share in enumerate(shares.split())]
    leaders = strokes(drawn(parts_chart(*rows, decimals=1)), MarkRole.LEADER)

    assert len(leaders) >= len(rows)
    assert all(mark.x1 == mark.x2 or mark.y1 == mark.y2 for mark in leaders)
    upright = [mark for mark in leaders if mark.x1 == mark.x2]
    level = [mark for mark in leaders if mark.y1 == mark.y2]
    for mark in upright:
        crossing = [
            other
            for other in level
            if other.x1 < mark.x1 < other.x2 and min(mark.y1, mark.y2) < other.y1 < max(mark.y1, mark.y2)
        ]
        assert crossing == []


def test_a_figure_with_decimals_keeps_out_of_the_labels() -> None:
    drawing = drawn(parts_chart(row("Ja", "49.5", PROOF, decimals=1), row("Nein", "50.5", decimals=1), decimals=1))

    assert {figure.size for figure in texts(drawing, MarkRole.VALUE)} == {44.0}
    assert faults(drawing) == []


# ---- the bar


def test_on_a_page_parts_are_one_bar_26_high_as_long_as_the_main_column() -> None:
    drawing = drawn(organisation(), setting(PAGE))
    own, cross, everyone = (bar(drawing, answer).box for answer in ("own", "cross", "everyone"))

    assert (own.left, own.height) == (141.8, 26.0)
    assert [cross.left - 141.8, everyone.left - 141.8] == approx([0.49 * 351.5, 0.82 * 351.5])
    assert [own.width, cross.width, everyone.width] == approx([0.49 * 351.5 - 1, 0.33 * 351.5 - 1, 0.17 * 351.5 - 1])


def test_the_rest_is_a_dashed_outline_of_its_true_width_named_below() -> None:
    drawing = drawn(organisation(), setting(PAGE))
    outline = rects(drawing, MarkRole.RING)[0]
    name = text(drawing, "Rest n.\N{NO-BREAK SPACE}v.")

    assert outline.edge is not None
    assert outline.edge.dash
    assert outline.fill is None
    assert outline.box.left - outline.edge.width / 2 == approx(141.8 + 0.99 * 351.5)
    assert outline.box.right + outline.edge.width / 2 == approx(493.3)
    assert name.x + name.width == approx(493.3)
    assert name.y == approx(outline.box.bottom + outline.edge.width / 2 + 13)


def test_values_stand_7_inside_their_parts_in_the_color_that_reads_on_them() -> None:
    drawing = drawn(organisation(), setting(PAGE))
    own, cross = text(drawing, "49"), text(drawing, "33\N{NO-BREAK SPACE}%")

    assert (own.size, own.color, own.x) == (14.0, PAPER.on_proof, 148.8)
    assert (cross.size, cross.face, cross.color) == (10.0, Face.BOLD, PAPER.text)
    assert cross.x == approx(bar(drawing, "cross").box.left + 7)
    assert cross.y == approx(bar(drawing, "cross").box.top + 13 + 0.649 * 10 / 2)


def test_labels_stand_left_on_their_parts_with_their_bottoms_aligned() -> None:
    drawing = drawn(organisation(), setting(PAGE))
    labels = texts(drawing, MarkRole.LABEL)
    top = bar(drawing, "own").box.top

    assert [label.text for label in labels] == [
        "Eigene Social-Media-Teams",
        "Abteilungsübergreifende",
        "Teams",
        "Jeder,",
        "der möchte",
    ]
    assert [label.y - top for label in labels] == approx([-6, -16.8, -6, -16.8, -6])
    assert labels[1].x == bar(drawing, "cross").box.left
    assert labels[1].y - 0.645 * 10 == approx(drawing.hang)


def test_on_a_slide_a_part_that_ends_no_row_of_dots_makes_it_a_bar_of_twice_the_length_of_100_percent() -> None:
    field = drawn(parts_chart(OWN, row("Andere", 50), row("Nein", 1)))
    drawing = drawn(parts_chart(OWN, row("Andere", 42), row("Nein", 6), row("Nie", 3)))

    assert rects(field, MarkRole.BAR) == []
    assert len(dots(field, "nein")) == 1
    assert bar(drawing, "own").box.height == 43.2
    assert bar(drawing, "andere").box.left == approx(0.49 * 711.2)
    assert faults(drawing) == []


def test_labels_wider_than_their_parts_rise_on_leaders_and_carry_values_that_do_not_fit() -> None:
    rows = [row("Eigene Teams", 72, PROOF), row("Abteilungsübergreifende Teams", 19), row("Jeder, der möchte", 6)]
    drawing = drawn(parts_chart(*rows, row("weiß nicht", 3, role=AnswerRole.DONT_KNOW)), setting(PAGE))
    leaders = strokes(drawing, MarkRole.LEADER)
    middles = [rect.box.left + rect.box.width / 2 for rect in rects(drawing, MarkRole.BAR)[1:]]

    assert sorted(mark.x1 for mark in leaders) == approx(middles)
    assert bar(drawing, "weiß").box.top - text(drawing, "3\N{NO-BREAK SPACE}%").y > 6  # above the bar
    assert text(drawing, "19\N{NO-BREAK SPACE}%").y > bar(drawing, "weiß").box.top  # in its part
    assert faults(drawing) == []


def test_a_value_wider_than_its_part_stands_below_if_its_label_fits_above() -> None:
    drawing = drawn(parts_chart(row("Ja", 94, PROOF), row("PR", 6)), setting(PAGE))
    value = text(drawing, "6\N{NO-BREAK SPACE}%")

    assert value.x == approx(bar(drawing, "pr").box.left)
    assert value.y == approx(bar(drawing, "pr").box.bottom + 13)


def test_what_other_answers_have_is_the_pale_track() -> None:
    drawing = drawn(parts_chart(OWN), setting(PAGE))
    track = rects(drawing, MarkRole.TRACK)[0].box

    assert track.left == approx(141.8 + 0.49 * 351.5)
    assert track.right == approx(493.3)


def test_shares_that_pass_100_percent_by_rounding_fit_the_bar() -> None:
    drawing = drawn(parts_chart(row("A", 34), row("B", 34), row("C", 33)), setting(PAGE))

    assert bar(drawing, "c").box.right == approx(493.3)
    assert bar(drawing, "a").box.width == approx(34 / 101 * 351.5 - 1)


def test_a_narrow_place_has_a_bar_as_long_as_it_is_wide() -> None:
    drawing = drawn(organisation(), setting(SLIDE_NARROW, INK))

    assert bar(drawing, "cross").box.left == approx(0.49 * 355.6)
    assert drawing.width == 355.6
    assert faults(drawing) == []


def test_a_label_that_has_no_place_above_its_part_is_an_error() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän "
    chart = parts_chart(row(word * 12 + "A", 3, answer="a"), row("Nein", 97))
    fault = refused(chart, setting(PAGE), box=Box(0, 0, 493.3, 300))

    assert fault.id == "label-too-long"
    assert fault.message == 'the label of answer "a" has no place above its part of the bar'
    assert fault.notes[0].endswith("pt wide in the smallest size allowed, the bar is 352 pt long")
    assert fault.notes[1] == "labels wider than their parts, which share the place above it: 1"


def test_a_short_label_is_used_where_the_whole_one_has_no_place() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänspatent " * 6
    rows = [row(long + "A", 30, answer="a", short="Patent"), row("Keines", 70)]
    for measures in PLACES.values():
        drawing = drawn(parts_chart(*rows), setting(measures))
        assert text(drawing, "Patent").role is MarkRole.LABEL
        assert faults(drawing) == []


def test_a_failed_claim_is_stamped_in_both_forms() -> None:
    for measures in PLACES.values():
        drawing = drawn(unsupported(organisation()), setting(measures))
        assert text(drawing, "Durch die Daten nicht gedeckt").y < drawing.hang
        assert faults(drawing) == []


# ---- refusals


@pytest.mark.parametrize(
    ("chart", "why", "hint"),
    [
        (
            waves_chart(wave("2014", 35), wave("2016", 49)),
            "the exhibit has 2 waves",
            "`columns` shows one answer over 2 to 8 waves",
        ),
        (
            parts_chart(*[row(f"Teil {number}", 20, answer=f"a{number}") for number in range(5)]),
            "the exhibit has 5",
            "`bars` shows 1 to 30 answers",
        ),
        (
            parts_chart(OWN, row("Nein", NOT_PUBLISHED)),
            '"nein" is not published',
            "`bars` shows answers that are not published as such",
        ),
        (
            parts_chart(row("Ja", 70), row("Nein", 35, CONTRAST)),
            "the shares add up to more than 100 % by more than rounding",
            "`bars` shows multiple choice",
        ),
    ],
)
def test_parts_refuse_what_is_no_whole_and_name_the_kind_that_shows_it(chart: Chart, why: str, hint: str) -> None:
    fault = parts.refusal(chart)

    assert fault is not None
    assert fault.id == "unsuitable-kind"
    assert fault.message == f"`parts` shows 1 to 4 published answers that exclude each other, and {why}"
    assert fault.hint == hint


def test_annotations_are_refused_with_the_kind_that_leaves_them_room() -> None:
    fault = refused(organisation(), notes=[note("own")])

    assert fault.message == (
        "annotation 1 (own) has no room: figures and labels of `parts` take it; `bars` leaves a column for annotations"
    )


def test_a_slide_holds_four_parts_where_it_holds_the_field() -> None:
    assert parts.capacity(parts_chart(row("A", 1)), 299, setting()) == 4
    assert parts.capacity(parts_chart(row("A", 1)), 281, setting()) == 0
    assert parts.capacity(parts_chart(row("A", 1)), 100, setting(PAGE)) == 4
    fault = refused(organisation(), box=Box(0, 0, 873.6, 281))
    assert fault.message == "the dot field needs 282 pt of height, 281 pt are there"


def test_a_value_that_would_stand_over_the_name_of_the_rest_rises_with_its_label() -> None:
    chart = parts_chart(row("Ja", 60, PROOF), row("Nein", 29), row("PR", 7), rest="4")
    drawing = drawn(chart, setting(PAGE))
    below = [mark for mark in marks_of(drawing, MarkRole.NOTE) if isinstance(mark, TextMark)]

    assert len(below) == 1
    assert text(drawing, "7\N{NO-BREAK SPACE}%").y < bar(drawing, "pr").box.top
    assert faults(drawing) == []


# ---- pictures that stand by themselves


@pytest.mark.parametrize("name", PictureName)
def test_in_a_picture_a_large_number_is_smaller_where_its_part_holds_it_then(name: PictureName) -> None:
    page = HOUSE_PICTURES[name]
    chart = parts_chart(row("Erdgas", 46, PROOF), row("Fernwärme", 41), row("Pumpe", 13, CONTRAST))
    drawing = drawn(chart, setting(page.charts), box=Box(0.0, 0.0, page.measure, page.height / 2))

    part, number = bar(drawing, "pumpe").box, text(drawing, "13")
    assert part.left < number.x and number.x + number.width < part.right
    assert part.top < number.y < part.bottom
    assert number.size > text(drawing, "41\N{NO-BREAK SPACE}%").size
    assert faults(drawing) == []
