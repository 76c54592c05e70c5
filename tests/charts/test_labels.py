"""Where a category label stands, and the three ways in which one ends that is longer than its place."""

import pytest
from pytest import approx

from report.diagnostics import Location
from report.drawing.model import Drawing, MarkRole
from report.formats.charts import ChartMeasures
from report.text.model import Face, Style
from report.theme.house import PAPER
from tests.charts.collisions import faults
from tests.charts.specimens import (
    PAGE,
    PLACES,
    PROOF,
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
"""65 characters: more than two lines of the label column, less than the track and the column together."""
TOO_LONG = "Regelmäßige und möglichst vollständige Beobachtung aller Wettbewerber in sozialen Netzwerken"
NUMBERED = [row(f"Antwort Nummer {number}", 50 - number, answer=f"a{number}") for number in range(9)]


def label_lines(drawing: Drawing) -> list[str]:
    return [mark.text for mark in texts(drawing, MarkRole.LABEL)]


def test_a_label_beside_its_bar_breaks_into_two_lines_centred_on_it() -> None:
    drawing = drawn(bars_chart(row("Informationen über Kunden durch Predictive Analysis", 7), *SHORT_ROWS))
    first, second = texts(drawing, MarkRole.LABEL)[:2]
    track = rects(drawing, MarkRole.TRACK)[0].box

    assert (first.text, second.text) == ("Informationen über Kunden", "durch Predictive Analysis")
    assert second.y - first.y == approx(20.5)
    middle = (first.y - 0.645 * 18 + second.y) / 2  # of the capitals' top and the last baseline
    assert middle == approx(track.top + track.height / 2)
    assert max(first.width, second.width) <= 207.6  # columns 1 to 3


def test_all_labels_of_a_chart_are_16_if_one_of_them_fits_only_then() -> None:
    label = "Verbesserung der Kundenzufriedenheit messen"  # three lines at 18

    assert {mark.size for mark in texts(drawn(bars_chart(row(label, 70), *SHORT_ROWS)), MarkRole.LABEL)} == {16.0}
    assert {mark.size for mark in texts(drawn(bars_chart(*SHORT_ROWS)), MarkRole.LABEL)} == {18.0}


def test_a_longer_label_is_replaced_by_its_short_one() -> None:
    drawing = drawn(bars_chart(row(LONG, 70, short="Wettbewerber beobachten"), *SHORT_ROWS))

    assert label_lines(drawing) == ["Wettbewerber beobachten", "Ja", "Nein", "Oft"]
    assert faults(drawing) == []


def test_a_short_label_is_not_used_where_the_whole_one_fits() -> None:
    drawing = drawn(bars_chart(row("Alle Wettbewerber beobachten", 70, short="Beobachten"), *SHORT_ROWS))

    assert label_lines(drawing)[:2] == ["Alle Wettbewerber", "beobachten"]


def test_without_a_short_one_a_longer_label_stands_above_its_bar() -> None:
    drawing = drawn(bars_chart(*SHORT_ROWS, row(LONG, 10)))
    label, track = text(drawing, LONG), rects(drawing, MarkRole.TRACK)[-1].box

    assert label.y == approx(track.top - 6)
    assert label.x + label.width <= 222 + 355.6 + 0.01
    assert faults(drawing) == []


def test_a_label_above_begins_with_its_bar_where_the_track_is_long_enough_and_else_ends_with_it() -> None:
    chart = bars_chart(*SHORT_ROWS, row(LONG, 8))
    on_page, on_slide = text(drawn(chart, setting(PAGE)), LONG), text(drawn(chart), LONG)

    assert on_page.width < 351.5
    assert on_page.x == 141.8
    assert on_slide.width > 355.6
    assert on_slide.x + on_slide.width == approx(222 + 355.6)


def test_seven_rows_with_labels_above_keep_their_place_with_thinner_bars() -> None:
    rows = [row(f"{LONG[:-1]}{number}", 80 - number, answer=f"a{number}") for number in range(7)]
    drawing = drawn(bars_chart(*rows))

    assert drawing.height - 2 * drawing.hang <= 299.0
    assert {track.box.height < 28.8 for track in rects(drawing, MarkRole.TRACK)} == {True}
    assert faults(drawing) == []


def test_a_label_that_fits_nowhere_is_an_error_that_names_the_answer_and_by_how_much() -> None:
    where = Location("survey.yaml", 41, 9, "      watch: {percent: 70, label: ...}")
    fault = refused(bars_chart(row(TOO_LONG, 70, answer="watch", location=where), *SHORT_ROWS))
    needed = fonts().width(TOO_LONG, Style(Face.REGULAR, 16.0, PAPER.text))

    assert fault.as_text() == (
        "survey.yaml:41:9: error[label-too-long]: "
        'the label of answer "watch" has no place beside or above its bar\n'
        "   41 |       watch: {percent: 70, label: ...}\n"
        "      |         ^\n"
        f"  it is {needed:.0f} pt wide in the smallest size allowed, 578 pt are there\n"
        "  hint: a shorter `short:` label on the answer is used where the whole one has no place"
    )


def test_eight_rows_give_a_long_label_a_fifth_column_and_move_all_bars() -> None:
    rows = [row("Unternehmensweite Wettbewerbsbeobachtung", 70), *NUMBERED]
    drawing = drawn(bars_chart(*rows))

    assert {track.box.left for track in rects(drawing, MarkRole.TRACK)} == {370.0}  # column 6
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
    assert second.box.top - first.box.top == approx(21)
    assert faults(long) == []


@pytest.mark.parametrize("measures", PLACES.values(), ids=PLACES)
def test_a_word_wider_than_its_place_is_divided_by_the_language(measures: ChartMeasures) -> None:
    word = "Kundenzufriedenheitsmessungsverfahrensbeschreibung"
    result = laid_out(bars_chart(row(word, 70), *SHORT_ROWS), setting(measures))

    assert isinstance(result, Drawing)
    assert faults(result) == []
