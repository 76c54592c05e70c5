"""Tables: columns of figures whose cells are tinted by their distance to all, and places of answers in two waves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.model.prose import FactKind, Late, fixed
from report.charts.alternative import alternative_text
from report.charts.kinds.table import layout as table
from report.charts.model import Chart, ChartColumn, Highlight, Rank
from report.charts.pictured import pictured
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, MarkRole, Polygon, Rect, TextMark
from report.language.dates import PartialDate
from report.survey.model import AnswerRole
from report.theme.derived import accents_of, derived_ground
from report.theme.house import INK, PAPER
from report.theme.model import Ground, GroundName
from report.theme.perception import contrast
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
    SLIDE_BOX,
    SLIDE_NARROW,
    WIDTHS,
    bar,
    bars_chart,
    drawn,
    laid_out,
    language,
    marks_of,
    note,
    refused,
    row,
    series,
    series_chart,
    setting,
    strokes,
    text,
    texts,
)
from tests.charts.table_specimens import (
    LANGUAGES,
    WORRIES,
    by_group,
    crosstab,
    figures,
    group,
    place,
    ranking,
    tint_below,
)
from tests.charts.test_properties import GROUNDS, MARKS, PERCENTS, PLACE_NAMES, labels

RAISED = Box(43.2, 134.6, 873.6, 329.4)
"""The place of a table below a headline of one line."""
NO_BREAK = "\N{NO-BREAK SPACE}"
HEAT = PAPER.several.heat
assert HEAT


def plain(drawing: Drawing) -> list[str]:
    return [mark.text.replace(NO_BREAK, " ") for mark in drawing.marks if isinstance(mark, TextMark)]


def told(chart: Chart, code: str = "de") -> str:
    form = language(code).words.ranking_kind if len(chart.columns) == 1 else language(code).words.table_kind
    return alternative_text(chart, language(code), fixed(form)).text.replace(NO_BREAK, " ")


# ---- columns


def test_figures_are_bare_and_end_at_one_x_a_column() -> None:
    drawing = drawn(WORRIES)
    rows = [figures(drawing, answer) for answer in ("gewicht", "finanzen", "psychische")]

    assert [mark.text for mark in rows[0]] == ["54", "45", "59", "53", "54", "55"]
    for column in range(6):
        assert len({round(row[column].x + row[column].width, 6) for row in rows}) == 1
    assert not any("%" in mark for mark in plain(drawing))
    assert text(drawing, "Anteil in Prozent").x == 0


def test_columns_are_equally_wide_and_no_narrower_than_62_points() -> None:
    drawing = drawn(WORRIES)
    ends = [mark.x + mark.width for mark in figures(drawing, "gewicht")]
    steps = [second - first for first, second in pairwise(ends)]

    assert steps == pytest.approx([steps[0]] * 5)
    assert 62 <= steps[0] <= (873.6 - 206) / 6 + 0.01
    assert drawing.width <= 873.6


def test_rows_stand_22_6_points_apart_where_there_is_room() -> None:
    drawing = drawn(WORRIES)
    heights = [figures(drawing, answer)[0].y for answer in ("gewicht", "finanzen", "psychische", "haare")]

    assert [second - first for first, second in pairwise(heights)] == pytest.approx([22.6] * 3)


def test_a_segmentation_is_named_over_the_run_of_its_columns_with_a_rule_below() -> None:
    drawing = drawn(WORRIES)
    ages, children = text(drawing, "Alter"), text(drawing, "Kinder")
    rules = sorted((mark for mark in strokes(drawing, MarkRole.RULE) if mark.x1 > 0), key=lambda mark: mark.x1)

    assert (ages.x, children.x) == (text(drawing, "18–34*").x, text(drawing, "mit").x)
    assert [rule.x2 for rule in rules] == pytest.approx([rules[1].x1 - 5, drawing.width], abs=0.01)
    assert all(ages.y < rule.y1 < text(drawing, "mit").y for rule in rules)


def test_the_cells_of_the_headline_have_its_accents_and_paper_figures_and_their_answer_is_bold() -> None:
    drawing = drawn(WORRIES)
    _, young, _, old, *_ = figures(drawing, "psychische")
    tints = [tint_below(drawing, figure) for figure in (young, old)]

    assert [tint and tint.fill for tint in tints] == [PAPER.proof, PAPER.contrast]
    assert young.color == old.color == PAPER.ground
    assert text(drawing, "Psychische Gesundheit").face.name == "BOLD"
    assert text(drawing, "Gewicht").face.name == "REGULAR"


@pytest.mark.parametrize("highlight", [PROOF, CONTRAST])
@pytest.mark.parametrize(("share", "side"), [(100, 1), (37, 1), (36, 0), (32, 0), (28, 0), (27, -1), (0, -1)])
def test_beside_tints_a_marked_cell_has_the_accent_of_its_own_side_and_bold_says_above(
    share: int, side: int, highlight: Highlight
) -> None:
    drawing = drawn(crosstab([group("a"), group("b"), group("c")], by_group("Ja", 32, (share, highlight), 32, 32)))
    figure = figures(drawing, "ja")[1]

    tint = tint_below(drawing, figure)
    assert tint and tint.fill == {1: PAPER.proof, 0: PAPER.text, -1: PAPER.contrast}[side]
    assert (figure.face.name == "BOLD") == (side > 0)


@pytest.mark.parametrize(
    ("share", "step"),
    [(36, 0), (37, 1), (41, 1), (42, 2), (46, 2), (47, 3), (100, 3), (28, 0), (27, -1), (22, -2), (17, -3), (0, -3)],
)
def test_a_tint_tells_the_distance_to_all_in_steps_of_5_10_and_15_points_and_bold_what_lies_above(
    share: int, step: int
) -> None:
    assert HEAT
    drawing = drawn(crosstab([group("a"), group("b"), group("c")], by_group("Ja", 32, share, 32, 32)))
    figure = figures(drawing, "ja")[1]
    tint = tint_below(drawing, figure)

    expected = {0: None, **{n: HEAT.above[n - 1] for n in (1, 2, 3)}, **{-n: HEAT.below[n - 1] for n in (1, 2, 3)}}
    assert (tint.fill if tint else None) == expected[step]
    assert (figure.face.name == "BOLD") == (step > 0)


def test_without_a_second_colour_what_lies_below_all_is_framed_and_the_note_says_so() -> None:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    ground = derived_ground(GroundName.PAPER, white, black, accents_of([], white, black))
    chart = crosstab([group("a"), group("b"), group("c")], by_group("Ja", 32, 90, 20, 32))
    drawing = drawn(chart, setting(ground=ground))
    _, above, below, _ = (tint_below(drawing, figure) for figure in figures(drawing, "ja"))

    assert above
    assert above.fill != white
    assert above.edge is None
    assert below
    assert below.fill == white
    assert below.edge
    assert contrast(below.edge.color, white) >= 3
    swatches = [bool(mark.edge) for mark in marks_of(drawing, MarkRole.SWATCH) if isinstance(mark, Rect)]
    assert swatches == [True] * 3 + [False] * 3
    assert "Abstand zu allen ab 5, 10 und 15 Punkten: darüber getönt und fett, darunter gerahmt" in plain(drawing)


def test_the_bounds_of_a_share_count_as_far_as_they_are_certain() -> None:
    drawing = drawn(crosstab([group("a"), group("b"), group("c")], by_group("Ja", 6, "<1", "<2", 6)))
    _, below_one, below_two, _ = figures(drawing, "ja")

    assert tint_below(drawing, below_one) is not None
    assert tint_below(drawing, below_two) is None


def test_only_a_total_with_three_groups_on_paper_is_tinted_and_explains_its_tints() -> None:
    words_of_tints = "Tönung: Abstand zu allen ab 5, 10 und 15 Punkten, darüber fett"
    rows = [by_group("Ja", 32, 90, 10, 32)]
    three = crosstab([group("a"), group("b"), group("c")], *rows)
    two = crosstab([group("a"), group("b")], by_group("Ja", 32, 90, 10))
    without_total = replace(
        three, columns=three.columns[1:], rows=tuple(replace(each, values=each.values[1:]) for each in three.rows)
    )

    assert words_of_tints in plain(drawn(three))
    assert len(marks_of(drawn(three), MarkRole.SWATCH)) == 6
    for chart, ground in ((two, PAPER), (without_total, PAPER), (three, INK)):
        drawing = drawn(chart, setting(ground=ground))
        assert words_of_tints not in plain(drawing)
        assert not marks_of(drawing, MarkRole.TINT)


def test_what_was_not_published_has_a_ring_and_what_was_not_asked_a_dash_that_is_explained() -> None:
    drawing = drawn(crosstab([group("a"), group("b")], by_group("Ja", 50, NOT_PUBLISHED, NOT_ASKED)))
    notes = [mark.text.replace(NO_BREAK, " ") for mark in texts(drawing, MarkRole.NOTE, "ja")]

    assert notes == ["n. v.", "–"]
    assert len(marks_of(drawing, MarkRole.RING, "ja")) == 1
    assert "– nicht abgefragt" in plain(drawing)


def test_the_last_row_tells_n_and_an_asterisk_stands_at_fewer_than_100() -> None:
    drawing = drawn(WORRIES)

    assert {"n", "1.615", "86*", "855", "627", "1.065"} <= set(plain(drawing))
    assert "18–34*" in plain(drawing)
    assert "n. v." in plain(drawing)
    assert any("* Basis unter 100" in each for each in plain(drawing))


@pytest.mark.parametrize(("name", "size"), [("manche", 10.0), ("gewünscht", 8.5)])
def test_on_a_page_names_of_eight_columns_are_smaller_where_a_word_has_no_room(name: str, size: float) -> None:
    chart = crosstab([group(name), *(group(f"g{number}") for number in range(6))], by_group("Ja", 32, *[30] * 7))

    assert text(drawn(chart, setting(PAGE)), name).size == size


def test_without_any_n_there_is_no_row_for_it() -> None:
    chart = crosstab([group("a"), group("b")], by_group("Ja", 32, 90, 10))
    drawing = drawn(replace(chart, columns=tuple(replace(each, n=None) for each in chart.columns)))

    assert "n" not in plain(drawing)


def test_a_label_that_is_no_answer_of_the_question_is_grey() -> None:
    chart = crosstab([group("a"), group("b")], by_group("Nichts", 32, 90, 10, role=AnswerRole.NONE))

    assert text(drawn(chart), "Nichts").color == PAPER.soft_text


def test_waves_stand_side_by_side_and_a_dashed_line_parts_those_that_are_not_comparable() -> None:
    chart = series_chart(series("Ja", 50, 60), series("Nein", 40, 30), kind_name="table", breaks=[(0, 1, "Liste")])
    drawing = drawn(chart)
    dashed, *sign = strokes(drawing, MarkRole.BREAK)
    first, second = figures(drawing, "ja")

    assert first.x + first.width < dashed.x1 < second.x
    assert dashed.y1 < first.y < figures(drawing, "nein")[0].y < dashed.y2
    assert "// Eingeschränkt vergleichbar: Liste" in plain(drawing)
    assert len(sign) == 2
    assert all(each.y2 < dashed.y1 < each.y1 and abs(each.x1 - dashed.x1) < 10 for each in sign)
    assert (text(drawing, "2014").face.name, text(drawing, "2016").face.name) == ("REGULAR", "BOLD")


def test_the_break_of_an_answer_parts_its_row_alone() -> None:
    chart = series_chart(
        series("Ja", 50, 60), series("Nein", 40, 30), kind_name="table", breaks=[(0, 1, "Anders", "ja")]
    )
    drawing = drawn(chart)
    dashed, *sign = strokes(drawing, MarkRole.BREAK)

    assert len(sign) == 2
    assert all(dashed.y1 < each.y2 < each.y1 < dashed.y2 for each in sign)
    assert dashed.y2 - dashed.y1 == pytest.approx(22.6)
    assert "// Wortlaut der Antwort geändert" in plain(drawing)


# ---- how much there is room for


def wide(columns: int, rows: int, label: str = "Antwort") -> Chart:
    shares = [(number * 7) % 100 for number in range(columns - 1)]
    banners = ["Alter", "Region", "Kinder"]
    groups = [group(f"G {number}", 100 + number, banners[number * 3 // columns]) for number in range(columns - 1)]
    return crosstab(groups, *(by_group(f"{label} {n}", 50, *shares, answer=f"a{n}") for n in range(rows)))


def test_a_slide_below_a_headline_of_one_line_holds_12_rows_by_8_columns_and_a_page_26() -> None:
    on_slide, on_page = wide(8, 12), wide(8, 26)

    assert table.capacity(on_slide, RAISED.height, setting()) == 12
    drawing = drawn(on_slide, box=RAISED)
    assert faults(drawing) == []
    assert drawing.exhibit_height <= RAISED.height
    assert table.capacity(on_page, 700.0, setting(PAGE)) == 26
    assert faults(drawn(on_page, setting(PAGE))) == []


def test_rows_that_are_left_out_are_counted_below() -> None:
    chart = replace(wide(4, 10), further=3)

    assert any("10 von 13 Antworten (alle im Anhang)" in each for each in plain(drawn(chart)))


def test_nine_columns_are_refused_and_so_is_one_that_is_held_against_nothing() -> None:
    fault = refused(wide(9, 3))
    assert fault.id == "unsuitable-kind"
    assert fault.message == (
        "`table` shows 1 to 30 answers in 2 to 8 columns, or their rank and change against an earlier wave, and the "
        "exhibit has 9 columns"
    )
    assert fault.hint == "give every segmentation a finding of its own, or choose some with `columns:`"

    alone = refused(replace(bars_chart(row("Ja", 50)), kind="table"))
    assert alone.hint == "`reference:` names the wave to hold it against"


def test_too_many_columns_for_a_narrow_place_name_what_to_leave_out() -> None:
    fault = refused(wide(8, 3), setting(SLIDE_NARROW), box=Box(0, 0, 355.6, 300))

    assert fault.id == "chart-does-not-fit"
    assert fault.hint == "show fewer with `columns:`"


def test_a_long_name_of_a_column_stands_on_several_lines_and_is_divided_where_it_must_be() -> None:
    groups = [group("Land- und Forstwirtschaft"), group("Öffentliche Verwaltung"), group("Donaudampfschifffahrt")]
    chart = crosstab(groups, by_group("Ja", 32, 90, 10, 30))
    for where in (setting(), setting(PAGE)):
        assert faults(drawn(chart, where, box=Box(0, 0, WIDTHS[where.measures], 300))) == []
    fault = refused(chart, setting(SLIDE_NARROW), box=Box(0, 0, 200.0, 300))
    assert fault.message == "4 columns of a table have no room in 200 pt, 2 have"


def test_the_words_of_annotations_stand_beside_few_columns_and_have_no_room_beside_many() -> None:
    drawing = drawn(wide(4, 4), notes=[note("a1", "a2")])
    brackets = [mark for mark in drawing.marks if mark.role in (MarkRole.BRACKET, MarkRole.LEADER)]

    assert drawing.notes[0].left == pytest.approx(604.0)
    assert brackets
    assert drawing.width == pytest.approx(604.0)
    assert refused(wide(8, 4), notes=[note("a1")]).id == "no-room-for-annotation"


def test_on_a_page_keys_stand_behind_the_labels() -> None:
    drawing = drawn(WORRIES, setting(PAGE), notes=[note("gewicht"), note("haare")])
    keys = texts(drawing, MarkRole.KEY)

    assert [key.text for key in keys] == ["1", "2"]
    assert all(key.x < figures(drawing, "gewicht")[0].x for key in keys)
    assert faults(drawing) == []


# ---- places


def test_bars_are_as_long_as_their_shares_on_slide_and_page_and_ticks_stand_at_the_earlier_ones() -> None:
    for where, hundred in ((setting(), 355.6), (setting(PAGE), 175.75)):
        drawing = drawn(LANGUAGES, where)
        (track, *_) = [mark for mark in marks_of(drawing, MarkRole.TRACK) if isinstance(mark, Rect)]
        ticks = {mark.cells: mark.x1 for mark in strokes(drawing, MarkRole.TICK) if mark.cells}
        for answer, now, before in (("python", 56, 53), ("javascript", 42, 47)):
            assert bar(drawing, answer).box.width == pytest.approx(now / 100 * hundred, abs=0.01)
            assert ticks[(f"q/{answer}@w2014",)] == pytest.approx(track.box.left + before / 100 * hundred, abs=0.01)
        assert not marks_of(drawing, MarkRole.BAR, "elm")
        assert faults(drawing) == []


def test_a_row_tells_place_share_earlier_share_change_and_earlier_place() -> None:
    drawing = drawn(LANGUAGES)
    now, before = figures(drawing, "javascript")
    (change,) = (mark for mark in texts(drawing, MarkRole.CHANGE) if mark.y == pytest.approx(before.y, abs=0.5))

    assert [mark.text.replace(NO_BREAK, " ") for mark in (now, before, change)] == ["42 %", "47 %", "−5"]
    assert before.color == PAPER.soft_text
    assert (change.face.name, change.color) == ("BOLD", PAPER.contrast)
    assert text(drawing, "Rang 2014").x + text(drawing, "Rang 2014").width == pytest.approx(873.6)


def test_a_place_that_others_share_says_so_and_signs_tell_who_rose_and_fell() -> None:
    drawing = drawn(LANGUAGES)
    triangles = [mark for mark in drawing.marks if isinstance(mark, Polygon)]
    (level,) = (mark for mark in strokes(drawing, MarkRole.CHANGE))

    assert plain(drawing).count("=") == 2
    assert plain(drawing).count("4") == 3  # two places, one earlier place
    rises = [min(mark.points, key=lambda point: point[1])[0] == mark.points[2][0] for mark in triangles]
    assert rises == [True, False, True, False]  # C, JavaScript, Shell, Elm
    assert level.y1 < min(point[1] for mark in triangles for point in mark.points)  # Python


def test_where_no_earlier_place_is_known_there_is_no_column_of_them() -> None:
    drawing = drawn(ranking(place("Ja", 60, 50, rank=1), place("Nein", 40, 30, rank=2)))

    assert "Rang 2014" not in plain(drawing)
    assert max(mark.x + mark.width for mark in texts(drawing, MarkRole.CHANGE)) == pytest.approx(873.6)


def test_a_share_below_a_bound_has_no_change_and_a_missing_one_no_bar() -> None:
    drawing = drawn(ranking(place("Ja", "<1", 3, rank=1, earlier=1), place("Nein", NOT_PUBLISHED, NOT_ASKED)))

    assert texts(drawing, MarkRole.CHANGE) == []
    assert not marks_of(drawing, MarkRole.BAR, "nein")
    assert len(marks_of(drawing, MarkRole.TRACK)) == 1
    assert "nicht veröffentlicht" in plain(drawing)


def test_a_break_since_the_earlier_wave_has_its_sign_at_the_changes_and_is_explained() -> None:
    of_question, of_answer = (
        drawn(ranking(place("Ja", 60, 50, rank=1, earlier=2), place("Nein", 40, 30, rank=2), breaks=[answer]))
        for answer in (None, "ja")
    )

    assert len(strokes(of_question, MarkRole.BREAK)) == len(strokes(of_answer, MarkRole.BREAK)) == 2
    assert "// Eingeschränkt vergleichbar: Liste" in plain(of_question)
    assert "// Wortlaut der Antwort geändert" in plain(of_answer)
    assert strokes(of_question, MarkRole.BREAK)[0].y1 < strokes(of_answer, MarkRole.BREAK)[0].y1


def test_a_slide_holds_11_places_and_a_page_26_and_more_are_counted_below() -> None:
    rows = [place(f"Antwort {n}", 90 - n, 80 - n, rank=n + 1, earlier=n + 1, answer=f"a{n}") for n in range(26)]

    assert table.capacity(ranking(*rows), SLIDE_BOX.height, setting()) == 11
    assert table.capacity(ranking(*rows), 700.0, setting(PAGE)) == 26
    drawing = drawn(ranking(*rows[:11], further=4))
    assert faults(drawing) == []
    assert "Strich: 2014 · 11 von 15 Antworten (alle im Anhang)" in plain(drawing)
    assert faults(drawn(ranking(*rows), setting(PAGE))) == []


def test_in_a_narrow_place_there_are_no_bars_and_nothing_speaks_of_ticks() -> None:
    drawing = drawn(LANGUAGES, setting(SLIDE_NARROW, INK))

    assert not marks_of(drawing, MarkRole.BAR) and not marks_of(drawing, MarkRole.TICK)
    assert not any("Strich" in each for each in plain(drawing))
    assert len(figures(drawing, "python")) == 2
    assert faults(drawing) == []


# ---- pictures that stand by themselves


def test_a_picture_shows_the_marked_columns_as_bars_held_against_all_and_counts_the_others() -> None:
    chart = pictured(WORRIES)

    assert (chart.kind, [column.label for column in chart.columns]) == ("grouped", ["18–34", "65+"])
    assert chart.further_columns == 3
    assert chart.reference and chart.reference.text == "alle"
    assert [each.reference and each.reference.number and each.reference.number.digits for each in chart.rows][:2] == [
        "54",
        "53",
    ]
    assert isinstance(laid_out(chart, setting(SLIDE_NARROW), box=Box(0, 0, 355.6, 900)), Drawing)


def test_beside_one_marked_column_a_picture_shows_the_next_of_its_kind() -> None:
    rows = (by_group("Ja", 32, 40, 30, 20, (60, PROOF), 15),)
    chart = pictured(crosstab([group(str(n), banner="a" if n < 3 else "b") for n in range(5)], *rows))

    assert [column.label for column in chart.columns] == ["3", "4"]


def test_all_who_were_asked_have_bars_of_their_own_where_they_are_marked() -> None:
    def marked(chart: Chart, column: int) -> Chart:
        rows = [
            replace(
                each,
                values=tuple(
                    replace(value, highlight=PROOF) if value and place == column else value
                    for place, value in enumerate(each.values)
                ),
            )
            for each in chart.rows
        ]
        return replace(chart, rows=tuple(rows))

    plain_table = crosstab([group("a"), group("b"), group("c")], by_group("Ja", 32, 40, 30, 20))
    alone, beside = pictured(marked(plain_table, 0)), pictured(marked(marked(plain_table, 0), 2))

    assert (alone.kind, [column.label for column in alone.columns], alone.further_columns) == ("bars", ["Alle"], 3)
    assert alone.reference is None and alone.rows[0].reference is None
    assert (beside.kind, [column.label for column in beside.columns]) == ("grouped", ["Alle", "b"])


def test_of_waves_without_marks_a_picture_shows_the_latest() -> None:
    chart = series_chart(series("Ja", 1, 2, 3, 4), kind_name="table", dates=("2013", "2014", "2015", "2016"))

    assert [column.label for column in pictured(chart).columns] == ["2015", "2016"]


def test_places_are_bars_held_against_the_earlier_wave() -> None:
    chart = pictured(LANGUAGES)

    assert chart.kind == "bars"
    assert isinstance(laid_out(chart), Drawing)


# ---- the text for those who do not see it


def test_the_alternative_text_tells_size_marked_figures_and_the_range_of_the_rest() -> None:
    assert told(WORRIES) == (
        "Tabelle, 5 Antworten, 6 Spalten. Psychische Gesundheit: 18–34: 45 %, 65+ 17 %, Alle 32 %. "
        "Übrige: 0 % bis 100 %. Nicht veröffentlichte Zahlen: 1."
    )
    assert told(LANGUAGES) == (
        "Rangliste, 6 Antworten, 2014 – 2016. 1: Python 56 % (+3); 3: JavaScript 42 % (−5). Übrige: 0 % bis 44 %."
    )


def test_where_no_marked_figure_has_room_the_alternative_text_tells_of_no_others() -> None:
    names = [f"Haushalte {n} {'x' * 200}" for n in (1, 2)]
    chart = crosstab([group(name, 90, "Alter") for name in names], by_group("Ja", 40, (50, PROOF), 30))

    assert told(chart) == "Tabelle, eine Antwort, 3 Spalten."


# ---- whatever the survey


@st.composite
def crosstabs(draw: st.DrawFn, most_rows: int, most_columns: int, longest: int) -> Chart:
    """Random answers by random groups of one or two segmentations; longest: of a label, in characters."""
    count, decimals = draw(st.integers(1, most_columns - 1)), draw(st.sampled_from([0, 0, 1]))
    turn = draw(st.integers(1, count))
    groups = [
        group(draw(labels(20)), draw(st.sampled_from([None, 86, 12345])), "Alter in Jahren" if n < turn else "Kinder")
        for n in range(count)
    ]
    rows = [
        by_group(
            draw(labels(longest)),
            draw(PERCENTS),
            *((draw(PERCENTS), draw(MARKS)) for _ in range(count)),
            answer=f"a{number}",
            decimals=decimals,
        )
        for number in range(draw(st.integers(1, most_rows)))
    ]
    return crosstab(groups, *rows)


@st.composite
def rankings(draw: st.DrawFn, most_rows: int, longest: int) -> Chart:
    """Random answers with random places in two waves."""
    ranks = st.none() | st.builds(Rank, st.integers(1, 30), st.booleans())
    rows = [
        place(
            draw(labels(longest)),
            draw(PERCENTS),
            draw(PERCENTS),
            rank=draw(ranks),
            earlier=draw(ranks),
            mark=draw(MARKS),
            answer=f"a{number}",
        )
        for number in range(draw(st.integers(1, most_rows)))
    ]
    return ranking(*rows, breaks=draw(st.sampled_from([(), (None,), ("a0",)])))


def holds(chart: Chart, place_name: str, ground: Ground) -> None:
    """A chart within capacity is drawn, clean, and every cell of it stands once."""
    where = setting(PLACES[place_name], ground)
    box = Box(0, 0, WIDTHS[where.measures], RAISED.height if "page" not in place_name else 700.0)
    if len(chart.rows) > table.capacity(chart, box.height, where):
        return
    drawing = laid_out(chart, where, box=box)
    if isinstance(drawing, Diagnostic):
        # Labels of two lines may take more height than capacity knows of, names more width.
        assert drawing.id in ("chart-does-not-fit", "label-too-long"), drawing.as_text()
        return
    assert faults(drawing) == []
    assert drawing.width <= box.width + 0.01 and drawing.exhibit_height <= box.height + 0.01
    cells = [cell.id for cell in drawing.shown]
    assert len(cells) == len(set(cells))
    for cell in cells:
        values = [mark for mark in marks_of(drawing, MarkRole.VALUE) if mark.cells == (cell,)]
        notes = [mark for mark in marks_of(drawing, MarkRole.NOTE) if mark.cells == (cell,)]
        assert len(values) + len(notes) == 1


@settings(max_examples=60)
@given(crosstabs(12, 8, 34), PLACE_NAMES, GROUNDS)
def test_columns_within_capacity_never_overlap_and_every_cell_stands_once(
    chart: Chart, place_name: str, ground: Ground
) -> None:
    holds(chart, place_name, ground)


@settings(max_examples=60)
@given(rankings(11, 34), PLACE_NAMES, GROUNDS)
def test_places_within_capacity_never_overlap_and_every_cell_stands_once(
    chart: Chart, place_name: str, ground: Ground
) -> None:
    holds(chart, place_name, ground)


@settings(max_examples=40)
@given(crosstabs(12, 8, 26))
def test_usual_labels_and_short_names_always_have_room_on_slide_and_page(chart: Chart) -> None:
    columns = tuple(
        replace(each, wording=words(f"G{n}"), banner=each.banner and words(each.banner.text[:5]))
        for n, each in enumerate(chart.columns)
    )
    named = replace(chart, columns=columns)

    assert isinstance(laid_out(named, setting(PAGE)), Drawing)
    if len(named.rows) <= table.capacity(named, RAISED.height, setting()):
        assert isinstance(laid_out(named, setting(), box=RAISED), Drawing)


@settings(max_examples=60)
@given(crosstabs(12, 8, 60) | rankings(11, 60), st.sampled_from(["de", "en"]))
def test_the_alternative_text_never_passes_250_characters_with_its_form(chart: Chart, code: str) -> None:
    late = alternative_text(chart, language(code), Late(FactKind.FORM, chart.id))
    form = max(language(code).words.table_kind, language(code).words.ranking_kind, key=len)

    assert len(late.settled(lambda _: form).text) <= 250


def test_every_wave_has_a_place_even_where_nothing_of_it_was_published() -> None:
    column = ChartColumn(words("2015"), "w2015", is_published=False, date=PartialDate(2015))
    chart = series_chart(series("Ja", 50, NOT_PUBLISHED), kind_name="table")
    drawing = drawn(replace(chart, columns=(chart.columns[0], column)))

    assert "2015" in plain(drawing)


def test_its_picture_of_waves_further_apart_still_has_the_break_that_lies_between_them() -> None:
    dates = ("2018", "2019", "2021", "2023", "2025")
    row = series("Ja", 6, 9, 11, 17, 41)([f"w{date}" for date in dates])
    marked = tuple(value and replace(value, highlight=PROOF) for value in (row.values[0], row.values[-1]))
    told_of = replace(row, values=(marked[0], *row.values[1:-1], marked[1]))
    chart = series_chart(lambda _: told_of, kind_name="table", dates=dates, breaks=[(2, 3, "2023 anders")])

    picture = pictured(chart)

    assert [column.label for column in picture.columns] == ["2018", "2025"]
    assert [(found.before, found.after, found.reason) for found in picture.breaks] == [(0, 1, "2023 anders")]
    assert ": 2023 anders" in plain(drawn(picture))
