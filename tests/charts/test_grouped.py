"""Answers by groups: where bars, names and ticks stand, in clusters and in panels, and what has no room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from report.briefing.model.prose import FactKind, Late, fixed
from report.charts.alternative import alternative_text
from report.charts.kinds.grouped import layout as grouped
from report.charts.model import Chart, Highlight
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, MarkRole, TextMark
from report.formats.charts import ChartMeasures
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.theme.house import INK, PAPER
from report.theme.model import Ground
from report.units import Box, Color
from tests.builders import words
from tests.charts.collisions import faults
from tests.charts.specimens import (
    CONTRAST,
    NOT_ASKED,
    NOT_PUBLISHED,
    PAGE,
    PLACES,
    PROOF,
    SLIDE,
    SLIDE_BOX,
    SLIDE_NARROW,
    WIDTHS,
    Shown,
    bars_chart,
    by_groups,
    drawn,
    grouped_chart,
    laid_out,
    language,
    marks_of,
    note,
    rects,
    refused,
    row,
    series,
    series_chart,
    setting,
    strokes,
    text,
    texts,
    unsupported,
    value,
)
from tests.charts.test_properties import MARKS, PERCENTS, labels

PARENTS = [("mit Kindern", 1065), ("ohne Kinder", 541)]
SELF_IMAGE = grouped_chart(
    PARENTS,
    by_groups("Sehr männlich", (43, PROOF), (30, CONTRAST), alle=37),
    by_groups("Eher männlich", 47, 46, alle=46),
    by_groups("Wenig männlich", 6, 17, alle=11),
    by_groups("Gar nicht männlich", 3, 6, alle=5),
)
NO_BREAK = "\N{NO-BREAK SPACE}"


def told(chart: Chart, code: str = "de") -> str:
    kind = "Gruppierte Balken" if code == "de" else "Grouped bars"
    return alternative_text(chart, language(code), fixed(kind)).text.replace(NO_BREAK, " ")


# ---------------------------------------------------------------------------------------------------------- clusters


@pytest.mark.parametrize("group", [0, 1])
def test_words_that_give_one_groups_figure_are_led_to_its_bar(group: int) -> None:
    first = SELF_IMAGE.rows[1]
    given = first.values[group]
    assert given is not None
    request = replace(note(first.id, width=206.0), cells=(str(given.cell.id),))

    drawing = drawn(SELF_IMAGE, notes=[request])

    bar = [rect.box for rect in rects(drawing, MarkRole.BAR)][2 + group]
    leaders = strokes(drawing, MarkRole.LEADER)
    assert any(leader.y1 == leader.y2 == approx(bar.top + bar.height / 2) for leader in leaders)


def test_the_bars_of_an_answer_stand_two_points_apart_on_one_track() -> None:
    drawing = drawn(SELF_IMAGE)

    tops = [rect.box.top for rect in rects(drawing, MarkRole.BAR)]
    assert len(rects(drawing, MarkRole.TRACK)) == 4
    assert tops[1] - tops[0] == approx(24 + 2)
    assert rects(drawing, MarkRole.TRACK)[0].box.height == approx(2 * 24 + 2)


def test_bars_get_thinner_the_more_there_are_and_never_thinner_than_the_page_allows() -> None:
    rows = [by_groups(f"Antwort {number}", 40, 30, answer=f"a{number}") for number in range(7)]

    thin = rects(drawn(grouped_chart(PARENTS, *rows)), MarkRole.BAR)[0].box.height

    assert thin == approx((280 - 7 * 2 - 6 * 14) / 14)
    assert thin >= 13


@pytest.mark.parametrize("name", PictureName)
@pytest.mark.parametrize("groups", [2, 3, 4])
def test_in_a_picture_large_numbers_of_bars_one_above_the_other_stand_clear_of_each_other(
    name: PictureName, groups: int
) -> None:
    page = HOUSE_PICTURES[name]
    row = by_groups("Ja", *[30] * (groups - 2), (26, PROOF), (22, CONTRAST))
    chart = grouped_chart([f"G{number}" for number in range(groups)], row, row)

    for share in range(25, 50):
        result = laid_out(chart, setting(page.charts), box=Box(0.0, 0.0, page.measure, page.height * share / 100))
        if isinstance(result, Drawing):
            pitch = rects(result, MarkRole.BAR)[1].box.top - rects(result, MarkRole.BAR)[0].box.top
            assert max(mark.size for mark in texts(result, MarkRole.VALUE)) * 0.649 < 0.85 * pitch


def test_names_stand_on_the_heights_of_their_bars_in_the_colours_of_what_is_marked() -> None:
    drawing = drawn(SELF_IMAGE)

    first, second = text(drawing, "mit Kindern"), text(drawing, "ohne Kinder")
    assert first.x == second.x > 604.0
    assert first.color == PAPER.proof and second.color == PAPER.contrast
    assert second.y - first.y == approx(26.0)


def swatches(drawing: Drawing, name: str) -> list[Color | None]:
    """The colours of the squares on the baseline of a name, before it."""
    at = text(drawing, name)
    found = [rect for rect in rects(drawing, MarkRole.SWATCH) if rect.box.bottom == approx(at.y)]
    return [rect.fill for rect in found if rect.box.right < at.x]


@pytest.mark.parametrize("measures", [SLIDE, PAGE])
def test_a_square_before_a_name_for_every_colour_that_the_bars_of_its_group_have(measures: ChartMeasures) -> None:
    drawing = drawn(SELF_IMAGE, setting(measures))

    bars = [rect.fill for rect in rects(drawing, MarkRole.BAR)]
    for number, name in enumerate(("mit Kindern", "ohne Kinder")):
        assert set(swatches(drawing, name)) == set(bars[number::2])
        assert len(swatches(drawing, name)) == 2


@pytest.mark.parametrize(("longest", "shown"), [("kein Kind", 2), ("kein Kind, aber eines gewünscht", 0)])
def test_beside_their_bars_all_names_bear_their_n_or_none(longest: str, shown: int) -> None:
    drawing = drawn(grouped_chart([("ein Kind", 1065), (longest, 541)], by_groups("Ja", 43, 30)))

    assert text(drawing, longest).x > rects(drawing, MarkRole.TRACK)[0].box.right
    assert len([mark for mark in texts(drawing, MarkRole.NOTE) if mark.text.startswith("n")]) == shown


def test_names_in_lines_are_clear_of_the_tick_below_them() -> None:
    chart = grouped_chart(
        [(f"in Haushalten mit {number} und mehr Kindern", 1065) for number in range(2)],
        by_groups("Ja", 43, 30, alle=37),
        by_groups("Nein", 57, 70, alle=63),
    )
    drawing = drawn(chart)

    lowest = text(drawing, "in Haushalten mit 1 und mehr Kindern")
    tick = min(min(each.y1, each.y2) for each in strokes(drawing, MarkRole.TICK))
    assert tick - lowest.y >= 8.0


def test_squares_show_the_accents_of_a_later_cluster_too() -> None:
    chart = grouped_chart(PARENTS, by_groups("Ja", 60, 50), by_groups("Nein", (20, PROOF), (30, CONTRAST)))
    drawing = drawn(chart)

    assert PAPER.proof in swatches(drawing, "mit Kindern")
    assert PAPER.contrast in swatches(drawing, "ohne Kinder")


def test_beside_a_single_cluster_names_need_no_squares() -> None:
    assert rects(drawn(grouped_chart(PARENTS, by_groups("Ja", (43, PROOF), 30))), MarkRole.SWATCH) == []


def test_names_inside_the_first_track_are_clear_of_its_numbers() -> None:
    for percent in range(20, 70):
        drawing = drawn(grouped_chart(PARENTS, by_groups("Ja", percent, 20), by_groups("Nein", 5, 6)), setting(PAGE))

        name, number = text(drawing, "mit Kindern"), texts(drawing, MarkRole.VALUE)[0]
        swatch = min(rect.box.left for rect in rects(drawing, MarkRole.SWATCH))
        assert name.y < rects(drawing, MarkRole.TRACK)[0].box.top or number.x + number.width + 10.0 <= swatch, percent


def test_on_a_page_names_stand_right_aligned_inside_the_first_track() -> None:
    drawing = drawn(SELF_IMAGE, setting(PAGE))

    track = rects(drawing, MarkRole.TRACK)[0].box
    ends = [text(drawing, f"n{NO_BREAK}={NO_BREAK}{n}") for n in (1065, 541)]
    assert [end.x + end.width for end in ends] == approx([track.right - 5, track.right - 5])
    assert all(track.top < end.y < track.bottom for end in ends)
    assert track.top == approx(drawing.hang)


@pytest.mark.parametrize("shown", [(81, 30), (43, 90)])
def test_where_a_bar_is_in_the_way_names_stand_above_and_the_bars_lower(shown: tuple[int, int]) -> None:
    chart = grouped_chart(PARENTS, by_groups("Ja", *shown), by_groups("Nein", 19, 70))
    drawing = drawn(chart, setting(PAGE))

    track = rects(drawing, MarkRole.TRACK)[0].box
    assert track.top > drawing.hang
    assert text(drawing, "mit Kindern").y < track.top and text(drawing, "ohne Kinder").y < track.top
    assert faults(drawing) == []


def test_a_tick_in_the_way_counts_as_a_bar() -> None:
    clear = grouped_chart(PARENTS, by_groups("Ja", 20, 10), by_groups("Nein", 80, 90))
    ticked = grouped_chart(PARENTS, by_groups("Ja", 20, 10, alle=80), by_groups("Nein", 80, 90, alle=20))

    tops = [rects(drawn(chart, setting(PAGE)), MarkRole.TRACK)[0].box.top for chart in (clear, ticked)]
    assert tops[0] < tops[1]


def test_names_that_one_line_cannot_hold_take_more() -> None:
    long = [
        ("in Alleinerziehendenhaushalten", 1065),
        ("in Mehrpersonenhaushalten", 541),
        ("in Einpersonenhaushalten", 9),
    ]
    drawing = drawn(
        grouped_chart(long, by_groups("Ja", 90, 91, 92), by_groups("Nein", 10, 9, 8)), setting(SLIDE_NARROW)
    )

    heights = [text(drawing, name).y for name, _ in long]
    assert heights == sorted(heights) and heights[0] < heights[-1]
    assert faults(drawing) == []


def test_sixteen_bars_fit_a_slide_though_the_names_of_their_groups_take_two_lines() -> None:
    names = [(f"Personalabteilung {place}", 1065) for place in ("Ost", "West", "Nord", "Süd")]
    answers = [f"Kundenzufriedenheitsmessung der Unternehmenskommunikation {number}" for number in range(4)]
    rows = [
        by_groups(label, 90, NOT_PUBLISHED, NOT_PUBLISHED, 92, answer=f"a{number}")
        for number, label in enumerate(answers)
    ]
    drawing = drawn(grouped_chart(names, *rows))

    assert len({text(drawing, name).y for name, _ in names}) == 2
    assert faults(drawing) == []


def test_a_value_that_the_tick_would_cut_stands_behind_it() -> None:
    drawing = drawn(SELF_IMAGE)
    tick = next(stroke for stroke in strokes(drawing, MarkRole.TICK) if stroke.cells)

    digits = text(drawing, "30")
    assert rects(drawing, MarkRole.BAR)[1].box.right < tick.x1
    assert digits.x == approx(tick.x1 + 6.0)


def test_below_an_answer_stands_what_all_of_them_say() -> None:
    assert text(drawn(SELF_IMAGE), f"alle 37{NO_BREAK}%").color == PAPER.soft_text


def test_what_all_say_stands_below_an_answer_of_two_lines_too() -> None:
    answers = ["Zeile eins mit vielen Wörtern", "Zeile zwei mit vielen Wörtern", "Drei"]
    rows = [by_groups(answer, 60, 50, alle=55 - number) for number, answer in enumerate(answers)]
    drawing = drawn(grouped_chart(["a", "b"], *rows), setting(PAGE))

    for number in range(3):
        note = text(drawing, f"alle {55 - number}{NO_BREAK}%")
        above = [mark.y for mark in texts(drawing, MarkRole.LABEL) if mark.x == 0 and mark.y < note.y]
        assert note.y - max(above) == approx(PAGE.label.pitch)
    assert faults(drawing) == []


@pytest.mark.parametrize("measures", [PAGE, SLIDE], ids=["page", "slide"])
def test_the_row_that_counts_others_takes_a_line_and_not_a_cluster(measures: ChartMeasures) -> None:
    rows = [by_groups(f"Antwort {number}", 60, 50, 40, answer=f"a{number}") for number in range(3)]
    whole, counted = (drawn(grouped_chart(["a", "b", "c"], *rows, further=n), setting(measures)) for n in (0, 4))

    first, second, last = (track.box for track in rects(counted, MarkRole.TRACK))
    line = text(counted, f"4{NO_BREAK}weitere: Anhang")
    assert line.size < line.y - last.bottom < second.top - first.bottom + line.size
    assert counted.height - whole.height < first.height
    assert faults(counted) == []


def test_muted_groups_have_greys_of_their_own_on_either_ground() -> None:
    rows = [by_groups("Ja", 40, 30, 20, 10), by_groups("Nein", 60, 70, 80, 90)]
    for ground in (PAPER, INK):
        drawing = drawn(grouped_chart(["a", "b", "c", "d"], *rows), setting(SLIDE_NARROW, ground))

        fills = [rect.fill for rect in rects(drawing, MarkRole.BAR)]
        assert len(set(fills[:4])) == 4
        assert fills[:4] == fills[4:]


def test_annotations_begin_below_the_names() -> None:
    drawing = drawn(SELF_IMAGE, notes=[note("sehr", width=206.0)])

    assert drawing.notes[0].top > text(drawing, "ohne Kinder").y


# ------------------------------------------------------------------------------------------------------------ panels

MANY = [by_groups(f"Antwort {number}", 60 - number, 30, 20, answer=f"a{number}") for number in range(8)]
AGES = [("18 bis 34", 133), ("35 bis 64", 855), ("65 und älter", 627)]


def test_more_than_clusters_can_show_stands_in_panels_of_half_the_length() -> None:
    drawing = drawn(grouped_chart(AGES, *MANY))

    lefts = sorted({rect.box.left for rect in rects(drawing, MarkRole.TRACK)})
    assert len(lefts) == 3
    assert [after - before for before, after in pairwise(lefts)] == approx([177.8 + 59] * 2)
    assert rects(drawing, MarkRole.TRACK)[0].box.width == approx(177.8)


def test_a_name_too_wide_for_its_panel_takes_two_lines_above_the_same_rows() -> None:
    ages = [("18 bis 34", 133), ("35 bis 64", 855), ("65 Jahre und älter, nicht berufstätig", 627)]
    usual, drawing = drawn(grouped_chart(AGES, *MANY)), drawn(grouped_chart(ages, *MANY))

    name, short = text(drawing, "nicht berufstätig"), text(drawing, "18 bis 34")
    assert name.y == short.y == text(usual, "18 bis 34").y + 20.5
    assert text(drawing, "65 Jahre und älter,").y == text(usual, "18 bis 34").y
    assert len(rects(drawing, MarkRole.TRACK)) == len(rects(usual, MarkRole.TRACK))
    assert faults(drawing) == []


def test_panels_have_no_room_for_annotations() -> None:
    fault = refused(grouped_chart(AGES, *MANY), notes=[note("a1")])

    assert fault.message == (
        "annotation 1 (a1) has no room: panels take the whole width; fewer `answers:` or `columns:` stand as clusters"
    )


def test_panels_wider_than_their_place_are_refused() -> None:
    fault = refused(grouped_chart(AGES, *MANY), box=replace(SLIDE_BOX, width=640.0))

    assert fault.message == "3 panels need 651 pt of width beside the labels, 640 pt are there for both"
    assert fault.hint == "show fewer groups with `columns:`"


def test_a_slide_holds_ten_answers_of_three_groups_and_seven_of_two() -> None:
    three, four = (grouped_chart(["g"] * count, by_groups("Ja", *[10] * count)) for count in (3, 4))
    two = grouped_chart(PARENTS, by_groups("Ja", 1, 2))

    assert [grouped.capacity(chart, SLIDE_BOX.height, setting()) for chart in (two, three, four)] == [10, 10, 4]


def test_a_page_holds_28_bars() -> None:
    for groups, rows in ((2, 14), (3, 9), (4, 7)):
        chart = grouped_chart(["g"] * groups, by_groups("Ja", *[10] * groups))
        assert grouped.capacity(chart, 700.0, setting(PAGE)) == rows


# --------------------------------------------------------------------------------------------------------- refusals


def test_one_group_alone_is_refused_and_so_are_five() -> None:
    one, five = (grouped_chart(["g"] * count, by_groups("Ja", *[10] * count)) for count in (1, 5))

    assert refused(one).id == refused(five).id == "unsuitable-kind"
    assert refused(five).message == (
        "`grouped` shows 1 to 30 answers by 2 to 4 groups or waves, and the exhibit has 5 groups or waves"
    )
    assert refused(one).hint == "choose some with `columns:` or `waves:`; `bars` shows 1 to 30 answers of one wave"
    assert refused(five).hint == (
        "choose some with `columns:` or `waves:`; `table` shows 1 to 30 answers in 2 to 8 columns, or their rank and "
        "change against an earlier wave"
    )


def test_a_name_wider_than_its_place_is_broken_into_lines_its_n_behind_the_last() -> None:
    long = "Private und öffentliche Betriebe des verarbeitenden Gewerbes mit mehr als 20 Beschäftigten in allen Ländern"
    chart = grouped_chart([(long, 120), "übrige"], by_groups("Ja", 90, 80))

    drawing = drawn(chart, setting(PAGE), box=Box(0, 0, WIDTHS[PAGE], 700))

    lines = [mark for mark in marks_of(drawing, MarkRole.LABEL) if isinstance(mark, TextMark) and len(mark.text) > 9]
    n = text(drawing, "n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}120")
    assert " ".join(line.text for line in lines) == long
    assert len({line.y for line in lines}) == len(lines) == 2
    assert n.y == lines[-1].y
    assert text(drawing, "übrige").y > n.y


def test_a_word_of_a_name_wider_than_its_place_is_refused() -> None:
    chart = grouped_chart(["9" * 120, "b"], by_groups("Ja", 90, 80))

    fault = refused(chart, setting(PAGE), box=Box(0, 0, WIDTHS[PAGE], 700))
    assert fault.id == "chart-does-not-fit"
    assert fault.hint == "a shorter `label` of the segment column, or fewer of them with `columns:`"


# -------------------------------------------------------------------------------------------------- alternative text


def test_the_alternative_text_tells_size_what_is_marked_and_how_far_apart_the_others_lie() -> None:
    assert told(SELF_IMAGE) == (
        "Gruppierte Balken, 4 Antworten, 2 Gruppen. Sehr männlich: mit Kindern 43 %, ohne Kinder 30 %, alle 37 %. "
        "Übrige: höchstens 11 Prozentpunkte Abstand."
    )


def test_it_tells_a_failed_claim_what_is_missing_and_what_is_left_out() -> None:
    rows = [by_groups("Ja", (43, PROOF), NOT_ASKED), by_groups("Nein", 40, NOT_PUBLISHED), by_groups("Nie", 2, 9)]

    assert told(unsupported(grouped_chart(["18 bis 34", "ab 65"], *rows, further=2))) == (
        "Durch die Daten nicht gedeckt. Gruppierte Balken, 3 Antworten, 2 Gruppen. Ja: 18 bis 34: 43 %, "
        "ab 65: nicht abgefragt. Übrige gezeigte: höchstens 7 Prozentpunkte Abstand. "
        "Nicht veröffentlichte Zahlen: 1. 2 weitere."
    )


def test_a_gap_that_would_be_printed_as_none_is_told_by_the_smallest_printed_one() -> None:
    """65.6 % and 65.3 % stand there as 66 % and 65 %."""
    rows = [by_groups("Ja", (43, PROOF), 30), by_groups("Nein", "65.6", "65.3")]

    assert told(grouped_chart(PARENTS, *rows)).endswith("Übrige: höchstens 1 Prozentpunkt Abstand.")


def test_it_says_nothing_of_gaps_that_a_published_bound_leaves_open() -> None:
    rows = [by_groups("Ja", (43, PROOF), 30), by_groups("Nein", "<1", 40)]

    assert told(grouped_chart(PARENTS, *rows)).endswith("ohne Kinder 30 %.")


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (0, " Gebraucht gekauft: in Haushalten mit 1 Personen 38 %, in Haushalten mit 2 Personen 62 %, "),
        (22, ". Gebraucht gekauft: in Haushalten mit 2 Personen{0} 62 %. Übrige: höchstens 3 Prozentpunkte Abstand."),
        (200, ", 4 Gruppen."),
    ],
)
def test_where_long_names_leave_no_room_the_marked_bars_alone_are_told_and_without_them_no_others(
    width: int, said: str
) -> None:
    more = f" {'x' * width}" if width else ""
    groups = [f"in Haushalten mit {n} Personen{more}" for n in (1, 2, 3, 4)]
    rows = [by_groups("Gebraucht gekauft", 38, (62, PROOF), 40, 41), by_groups("Geleast", 3, 4, 5, 6)]

    alternative = told(grouped_chart(groups, *rows))

    assert said.format(more) in alternative
    assert ("Übrige" in alternative) == ("Gebraucht" in alternative)


def test_bars_held_against_something_tell_that_number_too() -> None:
    held = replace(row("Datenschutz", 47), reference=value("datenschutz", 51, wave="w2014"))
    chart = replace(bars_chart(held), reference=words("2014"))

    assert alternative_text(chart, language(), fixed("Balken")).text.replace(NO_BREAK, " ") == (
        "Balken: Anteil der Unternehmen in Prozent. Datenschutz: 47 %, 2014: 51 %."
    )


@st.composite
def charts(draw: st.DrawFn, most_rows: int, most_groups: int = 4, longest: int = 45) -> Chart:
    """Random answers by random groups, ticks or none; longest: of an answer's label, in characters."""
    groups, rows = draw(st.integers(2, most_groups)), draw(st.integers(1, most_rows))
    names = [(draw(labels(20)), draw(st.sampled_from([0, 9, 1065]))) for _ in range(groups)]
    has_ticks = draw(st.booleans())
    whole = st.integers(0, 100)
    shown = st.tuples(PERCENTS, MARKS)
    decimals = draw(st.sampled_from([0, 0, 1]))
    return grouped_chart(
        names,
        *(
            by_groups(
                draw(labels(longest)),
                *(_shown(draw(shown)) for _ in range(groups)),
                alle=draw(whole) if has_ticks else None,
                answer=f"a{number}",
                decimals=decimals,
            )
            for number in range(rows)
        ),
    )


def _shown(pair: tuple[object, Highlight]) -> Shown:
    return pair  # type: ignore[return-value]


def test_a_leader_begins_behind_the_number_of_the_longest_bar_that_the_words_speak_of() -> None:
    rows = by_groups("Ja", (33, CONTRAST), 42, 53, (66, PROOF)), by_groups("Nein", 67, 58, 47, 34)
    chart = grouped_chart(["Klein", "Mittel", "Groß", "Riesig"], *rows)
    both = tuple(str(value.cell.id) for value in rows[0].values[::3] if value)

    drawing = drawn(chart, notes=[replace(note("ja"), cells=both)])

    leader = min(strokes(drawing, MarkRole.LEADER), key=lambda mark: mark.x1)
    longest = rects(drawing, MarkRole.BAR, "ja")[-1]
    assert leader.y1 == approx(longest.box.top + longest.box.height / 2)


def test_what_all_say_stands_below_a_label_of_two_lines_too() -> None:
    label = "Ja, in mindestens einem Bereich des Unternehmens"
    rows = by_groups(label, 33, 42, 53, 66, alle=41), by_groups("Nein", 67, 58, 47, 34, alle=59)
    drawing = drawn(grouped_chart(["Klein", "Mittel", "Groß", "Riesig"], *rows), notes=[note("ja")])

    lines = [mark for mark in texts(drawing, MarkRole.LABEL) if mark.text in label]
    assert len(lines) == 2
    assert text(drawing, f"alle 41{NO_BREAK}%").y > max(line.y for line in lines)


@settings(max_examples=40)
@given(charts(4, longest=26), st.sampled_from(sorted(PLACES)), st.sampled_from([PAPER, INK]))
def test_within_capacity_nothing_is_refused_overlaps_or_leaves_the_box_and_every_cell_stands_once(
    chart: Chart, place: str, ground: Ground
) -> None:
    where = setting(PLACES[place], ground)
    height = SLIDE_BOX.height if "page" not in place else 700.0
    if len(chart.rows) > grouped.capacity(chart, height, where):
        return
    drawing = laid_out(chart, where)

    assert isinstance(drawing, Drawing), drawing.as_text()
    assert faults(drawing) == []
    assert drawing.width <= WIDTHS[PLACES[place]] + 0.01
    told_cells = [cell.id for cell in drawing.shown]
    held = [str(row.reference.cell.id) for row in chart.rows if row.reference]
    assert len(told_cells) == len(set(told_cells)) == len(chart.rows) * len(chart.columns) + len(held)
    for cell in (cell for cell in told_cells if cell not in held):
        values = [mark for mark in marks_of(drawing, MarkRole.VALUE) if mark.cells == (cell,)]
        notes = [mark for mark in marks_of(drawing, MarkRole.NOTE) if mark.cells == (cell,)]
        assert len(values) + len(notes) == 1


@settings(max_examples=40)
@given(charts(10, 3))
def test_in_panels_nothing_overlaps(chart: Chart) -> None:
    drawing = laid_out(chart, setting())
    if isinstance(drawing, Diagnostic):
        assert drawing.id in ("label-too-long", "chart-does-not-fit"), drawing.as_text()  # labels of one line: 26 signs
        return
    assert faults(drawing) == []


@settings(max_examples=40)
@given(charts(7), st.sampled_from(["de", "en"]))
def test_the_alternative_text_never_passes_250_characters_with_its_form(chart: Chart, code: str) -> None:
    late = alternative_text(chart, language(code), Late(FactKind.FORM, chart.id))
    form = language(code).words.grouped_kind

    assert len(late.settled(lambda _: form).text) <= 250
    assert len(form) <= 22


def test_of_others_whose_groups_are_level_it_tells_no_gap() -> None:
    chart = grouped_chart(["Industrie", "Handel"], by_groups("Kosten", (80, PROOF), 66), by_groups("Zeit", 100, 100))

    assert told(chart).endswith("Handel 66 %.")


@pytest.mark.parametrize(
    ("language", "few", "all_of_them"),
    [
        ("de", "Übrige gezeigte: höchstens 7 Prozentpunkte Abstand. 2 weitere.", "Übrige: höchstens 7 Prozent"),
        ("en", "Others shown: at most 7 percentage points apart. 2 more.", "Others: at most 7 percent"),
    ],
)
def test_it_says_nothing_of_answers_that_are_not_shown(language: str, few: str, all_of_them: str) -> None:
    rows = [by_groups("Ja", (43, PROOF), 20), by_groups("Nie", 2, 9)]

    assert told(grouped_chart(["a", "b"], *rows, further=2), language).endswith(few)
    assert all_of_them in told(grouped_chart(["a", "b"], *rows), language)


def test_waves_that_are_not_comparable_stand_below_the_sign_of_the_break_and_its_reason() -> None:
    rows = series("Ja", 11, 41, mark=PROOF), series("Nein", 71, 37)
    whole = series_chart(*rows, kind_name="grouped")
    broken = series_chart(*rows, kind_name="grouped", breaks=[(0, 1, "2023 anders")])

    drawing = drawn(broken)

    signs, reason = strokes(drawing, MarkRole.BREAK), text(drawing, ": 2023 anders")
    assert min(each.x1 - each.width / 2 for each in signs) == approx(0.0)  # on the left edge of the chart
    assert len(signs) == 2
    assert strokes(drawn(whole), MarkRole.BREAK) == []
    assert max(sign.y1 for sign in signs) < min(each.box.top for each in rects(drawing, MarkRole.TRACK))
    assert reason.y < min(mark.y for mark in texts(drawing, MarkRole.LABEL))
    assert faults(drawing) == []
