"""Where a category label stands, and the three ways in which one ends that is longer than its place."""

from itertools import pairwise

import pytest
from pytest import approx

from report.diagnostics import Location
from report.drawing.model import Drawing, MarkRole
from report.formats.a4_pages import A4_PAGES
from report.formats.charts import ChartMeasures
from report.formats.closer import closer
from report.text.model import Face, Style
from report.theme.house import PAPER
from report.units import Box
from tests.charts.collisions import faults
from tests.charts.specimens import (
    PAGE,
    PLACES,
    PROOF,
    SLIDE,
    SLIDE_NARROW,
    bars_chart,
    drawn,
    fonts,
    laid_out,
    note,
    rects,
    refused,
    row,
    setting,
    text,
    texts,
)

SHORT_ROWS = [row("Ja", 60, PROOF), row("Nein", 30), row("Oft", 20)]
LONG = "Regelmäßige Beobachtung aller Wettbewerber in sozialen Netzwerken"
"""65 characters: more than two lines of the label column beside annotations, less than what stands above a bar."""
VERY_LONG = " und ".join([LONG] * 6)
"""More than three lines of all columns that bars leave."""
NUMBERED = [row(f"Antwort Nummer {number}", 50 - number, answer=f"a{number}") for number in range(9)]
BESIDE = [note("ja")]
"""An annotation that keeps the bars on columns 4 to 8."""


def label_lines(drawing: Drawing) -> list[str]:
    return [mark.text for mark in texts(drawing, MarkRole.LABEL)]


def lefts(drawing: Drawing) -> set[float]:
    """Where the tracks begin, from the left margin."""
    return {round(track.box.left, 1) for track in rects(drawing, MarkRole.TRACK)}


# ---- one place for all rows


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Oft", 222),  # column 4
        ("Alle Wettbewerber beobachten", 296),
        ("Alle Wettbewerber in den Netzen beobachten", 370),
        (LONG[12:] + " oft", 518),  # column 8: the track ends at the right margin
    ],
)
def test_bars_begin_at_the_first_column_that_clears_the_longest_label_on_one_line(label: str, left: float) -> None:
    drawing = drawn(bars_chart(row(label, 70), *SHORT_ROWS[:2]))

    assert lefts(drawing) == {left}
    assert label_lines(drawing)[0] == label
    assert texts(drawing, MarkRole.LABEL)[0].width <= left - 14.4
    assert faults(drawing) == []


@pytest.mark.parametrize("measures", PLACES.values(), ids=PLACES)
def test_all_labels_stand_beside_their_bars_or_all_above(measures: ChartMeasures) -> None:
    for label in (LONG, LONG + " und anderswo", "Oft gefragt"):
        drawing = drawn(bars_chart(*SHORT_ROWS, row(label, 10)), setting(measures))
        tracks, labels = rects(drawing, MarkRole.TRACK), texts(drawing, MarkRole.LABEL)
        above = [any(0 < track.box.top - mark.y < 30 for track in tracks) for mark in labels]  # of two lines

        assert len({mark.x for mark in labels}) == 1
        assert all(above) or all(track.box.left > mark.x + mark.width for track in tracks for mark in labels)
        assert faults(drawing) == []


def test_labels_that_break_have_all_one_pitch_and_the_lines_of_a_label_are_a_group() -> None:
    rows = [row(f"Verbesserung der Zufriedenheit messen {n}", 70 - n, answer=f"a{n}") for n in range(7)]
    drawing = drawn(bars_chart(*rows), notes=[note("a0")])
    lines = texts(drawing, MarkRole.LABEL)
    tops = [track.box.top for track in rects(drawing, MarkRole.TRACK)]

    assert len(lines) == 14
    assert {round(after - before, 2) for before, after in pairwise(tops)} == {45.0}
    assert {mark.size for mark in lines} == {16.0}  # two lines of 18 would need 51.3
    for upper, lower, following in zip(lines[::2], lines[1::2], lines[2::2], strict=False):
        assert following.y - lower.y > 1.5 * (lower.y - upper.y)


def test_a_label_above_its_bar_is_nearer_to_it_than_to_the_bar_before() -> None:
    for measures, notes in ((SLIDE, BESIDE), (SLIDE_NARROW, []), (PAGE, [])):
        drawing = drawn(bars_chart(*SHORT_ROWS, row(LONG[:40], 10), row(LONG, 9)), setting(measures), notes=notes)
        tracks, labels = rects(drawing, MarkRole.TRACK), texts(drawing, MarkRole.LABEL)

        for before, track, label in zip(tracks, tracks[1:4], labels[1:4], strict=False):
            assert label.x == track.box.left
            assert track.box.top - label.y < label.y - 0.645 * label.size - before.box.bottom


# ---- the ways a long label ends


def test_a_label_beside_its_bar_breaks_into_two_lines_centred_on_it() -> None:
    drawing = drawn(
        bars_chart(row("Informationen über Kunden durch Predictive Analysis", 7), *SHORT_ROWS), notes=BESIDE
    )
    first, second = texts(drawing, MarkRole.LABEL)[:2]
    track = rects(drawing, MarkRole.TRACK)[0].box

    assert (first.text, second.text) == ("Informationen über Kunden", "durch Predictive Analysis")
    assert second.y - first.y == approx(20.5)
    middle = (first.y - 0.645 * 18 + second.y) / 2  # of the capitals' top and the last baseline
    assert middle == approx(track.top + track.height / 2)
    assert max(first.width, second.width) <= 207.6  # columns 1 to 3


def test_all_labels_of_a_chart_are_16_if_one_of_them_fits_only_then() -> None:
    label = "Verbesserung der Kundenzufriedenheit messen"  # three lines at 18
    small, large = (drawn(bars_chart(*rows), notes=BESIDE) for rows in ((row(label, 70), *SHORT_ROWS), SHORT_ROWS))

    assert {mark.size for mark in texts(small, MarkRole.LABEL)} == {16.0}
    assert {mark.size for mark in texts(large, MarkRole.LABEL)} == {18.0}


def test_a_longer_label_is_replaced_by_its_short_one() -> None:
    drawing = drawn(bars_chart(row(LONG, 70, short="Wettbewerber beobachten"), *SHORT_ROWS), notes=BESIDE)

    assert label_lines(drawing) == ["Wettbewerber beobachten", "Ja", "Nein", "Oft"]
    assert faults(drawing) == []


def test_a_short_label_is_not_used_where_the_whole_one_fits() -> None:
    drawing = drawn(bars_chart(row("Alle Wettbewerber beobachten", 70, short="Beobachten"), *SHORT_ROWS), notes=BESIDE)

    assert label_lines(drawing)[:2] == ["Alle Wettbewerber", "beobachten"]


def test_without_a_short_one_all_labels_stand_above_their_bars_which_hang_from_the_margin() -> None:
    drawing = drawn(bars_chart(*SHORT_ROWS, row(LONG, 10)), notes=BESIDE)

    assert label_lines(drawing) == ["Ja", "Nein", "Oft", LONG]
    assert lefts(drawing) == {0.0}
    for label, track in zip(texts(drawing, MarkRole.LABEL), rects(drawing, MarkRole.TRACK), strict=True):
        assert (label.x, label.y) == approx((0.0, track.box.top - 6))
    assert text(drawing, LONG).width <= 577.6  # columns 1 to 8
    assert faults(drawing) == []


def test_on_a_page_labels_above_begin_with_their_bars_in_the_main_column() -> None:
    drawing = drawn(bars_chart(*SHORT_ROWS, row(LONG, 8)), setting(PAGE))

    assert {mark.x for mark in texts(drawing, MarkRole.LABEL)} == {141.8} == lefts(drawing)


def test_seven_rows_with_labels_above_keep_their_place_with_thinner_bars() -> None:
    rows = [row(f"{LONG[:-1]}{number}", 80 - number, answer=f"a{number}") for number in range(7)]
    drawing = drawn(bars_chart(*rows), notes=[note("a0")])

    assert drawing.height - 2 * drawing.hang <= 299.0
    assert {track.box.height < 28.8 for track in rects(drawing, MarkRole.TRACK)} == {True}
    assert faults(drawing) == []


def test_three_lines_at_the_floor_are_tried_before_a_label_is_refused() -> None:
    label = "Regelmäßige Beobachtung aller wichtigen Wettbewerber in sozialen Netzwerken " * 2
    drawing = drawn(bars_chart(row(label.strip(), 60), *NUMBERED[:3]), setting(SLIDE), notes=[note("regelmäßige")])

    assert {mark.size for mark in texts(drawing, MarkRole.LABEL)} == {16.0}
    assert faults(drawing) == []


def test_a_label_that_fits_nowhere_is_an_error_that_names_the_answer_and_by_how_much() -> None:
    where = Location("survey.yaml", 41, 9, "      watch: {percent: 70, label: ...}")
    fault = refused(bars_chart(row(VERY_LONG, 70, answer="watch", location=where), *SHORT_ROWS))
    needed = fonts().width(VERY_LONG, Style(Face.REGULAR, 16.0, PAPER.text))

    assert fault.as_text() == (
        "survey.yaml:41:9: error[label-too-long]: "
        'the label of answer "watch" has no place beside or above its bar\n'
        "   41 |       watch: {percent: 70, label: ...}\n"
        "      |         ^\n"
        f"  it is {needed:.0f} pt wide in the smallest size allowed, 1733 pt are there\n"
        "  hint: a shorter `short:` label on the answer is used where the whole one has no place"
    )


def test_eight_rows_move_to_the_right_as_far_as_their_longest_label_needs() -> None:
    for label, left in (("Unternehmensweite Wettbewerbsbeobachtung", 370), (LONG, 518)):
        drawing = drawn(bars_chart(row(label, 70), *NUMBERED))

        assert lefts(drawing) == {left}
        assert {round(track.box.width, 1) for track in rects(drawing, MarkRole.TRACK)} == {355.6}
        assert faults(drawing) == []


def test_they_do_so_beside_annotations_only_if_those_have_room_in_two_columns() -> None:
    rows = [row("Unternehmensweite Wettbewerbsbeobachtung", 70, answer="watch"), *NUMBERED]

    narrow = drawn(bars_chart(*rows), notes=[note("watch", width=121.6)])
    fault = refused(bars_chart(*rows), notes=[note("watch", width=121.7)])
    assert narrow.notes[0].left == 752.0  # column 11 + 12
    assert fault.id == "label-too-long"
    assert '"watch"' in fault.message


def test_in_a_narrow_place_the_short_label_is_used_before_a_second_line() -> None:
    label = "Regelmäßige Beobachtung aller Wettbewerber"
    with_short = drawn(bars_chart(row(label, 70, short="Beobachtung"), *SHORT_ROWS), setting(SLIDE_NARROW))
    without = drawn(bars_chart(row(label + " im Netz", 70), *SHORT_ROWS), setting(SLIDE_NARROW))

    assert label_lines(with_short)[0] in (label, "Beobachtung")
    assert label_lines(without)[:2] == ["Regelmäßige Beobachtung", "aller Wettbewerber im Netz"]
    assert faults(without) == []


def test_many_rows_on_a_page_stand_further_apart_where_a_label_needs_two_lines() -> None:
    rows = [row(f"Antwort {number}", 70 - number, answer=f"a{number}") for number in range(13)]
    short = drawn(bars_chart(*rows), setting(PAGE))
    long = drawn(bars_chart(row("Wettbewerber dauernd beobachten", 71), *rows), setting(PAGE))

    first, second = rects(short, MarkRole.TRACK)[:2]
    assert second.box.top - first.box.top == approx(14)
    first, second = rects(long, MarkRole.TRACK)[:2]
    assert second.box.top - first.box.top == approx(23.75)  # two and a half times 9.5
    assert faults(long) == []


def test_on_a_page_set_closer_two_labels_of_two_lines_stand_further_apart_than_others() -> None:
    short, long = (row(f"Antwort {n}", 70 - n, answer=f"a{n}") for n in range(2)), "Wettbewerber dauernd beobachten"
    rows = [row(f"{long} {n}", 60 - n, answer=f"b{n}") for n in range(2)]
    first, second = short
    measures = closer(A4_PAGES)[-1].charts
    apart, together = (
        drawn(bars_chart(*shown), setting(measures), box=Box(0, 0, A4_PAGES.measure, 200))
        for shown in ((rows[0], first, rows[1]), (first, rows[0], rows[1], second))
    )

    tops = [[track.box.top for track in rects(each, MarkRole.TRACK)] for each in (apart, together)]
    least = measures.bars.frames(3)[0].rows.least_pitch
    assert least > (1.5 - 1 + 1.25) * 10.8  # so that one line beside two needs no more
    assert [after - before for before, after in pairwise(tops[0])] == approx([least] * 2)
    assert [after - before for before, after in pairwise(tops[1])] == approx([(2 - 1 + 1.25) * 10.8] * 3)
    assert faults(apart) == faults(together) == []


@pytest.mark.parametrize("measures", PLACES.values(), ids=PLACES)
def test_a_word_wider_than_its_place_is_divided_by_the_language(measures: ChartMeasures) -> None:
    word = "Kundenzufriedenheitsmessungsverfahrensbeschreibung"
    result = laid_out(bars_chart(row(word, 70), *SHORT_ROWS), setting(measures))

    assert isinstance(result, Drawing)
    assert faults(result) == []
