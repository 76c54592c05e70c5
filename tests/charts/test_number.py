"""One large number: the dots on a slide, words in the picture elsewhere, what has no room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from report.charts.model import Chart
from report.drawing.model import MarkRole
from report.theme.house import INK, PAPER
from report.theme.model import Ground
from report.units import Box
from tests.charts.collisions import faults
from tests.charts.specimens import (
    PAGE,
    PROOF,
    SLIDE_NARROW,
    bars_chart,
    drawn,
    marks_of,
    note,
    refused,
    row,
    setting,
    text,
)
from tests.charts.test_properties import labels

NO_BREAK = "\N{NO-BREAK SPACE}"


def number_chart(percent: int | str, label: str = "Eigene Teams", *compared: tuple[int | str, str]) -> Chart:
    rows = [row(words, shown, answer=f"a{place}") for place, (shown, words) in enumerate(compared)]
    return bars_chart(row(label, percent, PROOF, answer="own"), *rows, kind_name="number")


TEAMS = number_chart(49, "Eigene Teams", (24, "2013"), (33, "Abteilungsübergreifende Teams"))


def test_on_a_slide_the_picture_is_a_field_of_a_hundred_dots_of_which_the_share_is_lit() -> None:
    drawing = drawn(TEAMS)

    assert len(marks_of(drawing, MarkRole.DOT)) == 100
    assert len([mark for mark in marks_of(drawing, MarkRole.DOT) if mark.cells]) == 49
    assert drawing.width == approx(296.0)
    assert [cell.text for cell in drawing.shown] == [f"{n}{NO_BREAK}%" for n in (49, 24, 33)]


def test_on_a_page_the_words_begin_with_the_main_column_on_the_line_of_the_number() -> None:
    drawing = drawn(TEAMS, setting(PAGE))

    assert text(drawing, "49").size == 40.0
    assert text(drawing, "Eigene Teams").x == text(drawing, f"24{NO_BREAK}%").x == approx(141.8)
    assert text(drawing, "Eigene Teams").y == text(drawing, "49").y
    assert text(drawing, "2013").y == text(drawing, f"24{NO_BREAK}%").y


def test_in_a_narrow_place_they_stand_below_it() -> None:
    drawing = drawn(TEAMS, setting(SLIDE_NARROW, INK))

    heights = [text(drawing, words).y for words in ("49", "Eigene Teams", "2013", "Abteilungsübergreifende Teams")]
    assert heights == sorted(heights)
    assert text(drawing, "49").color == INK.proof


def test_its_alternative_text_tells_every_number() -> None:
    told = drawn(TEAMS, setting(PAGE)).alternative.replace(NO_BREAK, " ")

    assert told == (
        "Kennzahl: Anteil der Unternehmen in Prozent. Eigene Teams: 49 % (hervorgehoben); 2013: 24 %; "
        "Abteilungsübergreifende Teams: 33 %."
    )


def test_words_of_annotations_have_no_place_beside_it() -> None:
    assert refused(TEAMS, notes=[note("own")]).message == (
        "annotation 1 (own) has no room: one number leaves words no place; `reference:` names what stands beside it"
    )


def test_more_than_three_numbers_are_refused() -> None:
    four = replace(TEAMS, rows=(*TEAMS.rows, row("Keine", 9)))

    assert (
        refused(four).message
        == "`number` shows 1 to 3 numbers of one question, the first of them large, and the exhibit has 4"
    )


def test_a_place_too_small_for_it_is_told() -> None:
    assert refused(TEAMS, box=Box(0, 0, 800, 200)).message == "the dots need 296 pt, 200 pt are there"
    assert "pt of height, 20 pt are there" in refused(TEAMS, setting(PAGE), box=Box(0, 0, 493.3, 20)).message


@pytest.mark.parametrize("shown", [0, 100, "0.3", "99.9"])
def test_nothing_and_all_are_told_as_such(shown: int | str) -> None:
    lit = [mark for mark in marks_of(drawn(number_chart(shown)), MarkRole.DOT) if mark.cells]

    assert len(lit) == {0: 0, 100: 100, "0.3": 1, "99.9": 99}[shown]


@settings(max_examples=40)
@given(
    st.integers(0, 100),
    labels(45),
    st.lists(st.tuples(st.integers(0, 100), labels(60)), max_size=2),
    st.sampled_from([PAGE, SLIDE_NARROW]),
    st.sampled_from([PAPER, INK]),
)
def test_nothing_overlaps_or_leaves_the_box(
    shown: int, label: str, compared: list[tuple[int | str, str]], measures: object, ground: Ground
) -> None:
    drawing = drawn(number_chart(shown, label, *compared), setting(measures, ground))  # type: ignore[arg-type]

    assert faults(drawing) == []
