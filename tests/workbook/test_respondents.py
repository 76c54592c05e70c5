"""The workbook of a survey of respondents: numbers as they were counted, bases, letters, and what is hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.workbook.reading import Read, table, texts
from tests.workbook.surveys import BREAK, Group, book_of_respondents

ALL: list[Group] = [
    (2020, "y", 100, 100),
    (2023, "y", 140, 60),
    (2026, "y", 150, 50),
    (2026, "m", 90, 110),
    (2026, "o", 45, 55),
]
"""Of 2020 50 % read, of 2023 70 %, of 2026 57 % (75, 45 and 45 by age)."""
COLUMNS = ("Total: 2020", "Total: 2023", "Total: 2026", "Age: young", "Age: middle", "Age: old")


def reads(book: Any) -> Read:
    return table(book.worksheets[1])


def row(found: Read, label: str) -> list[object]:
    return [found.value(label, column) for column in found.columns]


def letters(found: Read, label: str) -> list[str]:
    return [found.letters.get((label, column), "") for column in found.columns]


def test_numbers_are_held_unrounded_and_shown_by_their_format(tmp_path: Path) -> None:
    found = reads(book_of_respondents([*ALL[:2], (2026, "y", 1, 200), *ALL[3:]], tmp_path))

    assert found.columns == COLUMNS
    assert row(found, "Yes")[:4] == pytest.approx([0.5, 0.7, 136 / 501, 1 / 201], abs=1e-15)
    assert found.cells["Yes", "Age: young"].number_format == '[=0]0%;[<0.005]"<1%";0%'
    assert row(found, "Respondents (n)") == [200, 200, 501, 201, 200, 100]


def test_letters_stand_beside_the_higher_number_of_their_block(tmp_path: Path) -> None:
    """z of 2023 against 2020 is 4.08, of 2026 against 2020 1.75 (p = 0.080), of 2023 against 2026 3.10 (by hand)."""
    found = reads(book_of_respondents(ALL, tmp_path))

    assert [found.letter_of[column] for column in found.columns] == ["A", "B", "C", "A", "B", "C"]
    assert letters(found, "Yes") == ["", "A C", "a", "B C", "", ""]
    assert letters(found, "No") == ["B c", "", "B", "", "A", "A"]
    assert found.notes[-1] == (
        "Letters: the share is higher than in the column of that letter in the same block, capital at the 5% level, "
        "small at the 10% level; two-sided z test of each pair of columns, pooled variance, effective bases; "
        "not corrected for the number of tests; no columns under 30 respondents, unweighted or effective; "
        "not across breaks"
    )


def test_a_break_parts_the_columns_that_are_tested(tmp_path: Path) -> None:
    found = reads(book_of_respondents(ALL, tmp_path, breaks=BREAK))

    assert found.columns[0] == "Total: 2020 //"
    assert letters(found, "Yes")[:3] == ["", "C", ""]
    assert letters(found, "No")[:3] == ["", "", "B"]


@pytest.mark.parametrize("sample", ["quota", "panel", "census", "open"])
def test_only_a_random_sample_has_letters(sample: str, tmp_path: Path) -> None:
    found = reads(book_of_respondents(ALL, tmp_path, sample=sample))

    assert not found.letter_of
    assert found.notes[-1] == "No column tests, as no random sample is stated"


def test_unweighted_respondents_have_one_base_and_weighted_ones_three(tmp_path: Path) -> None:
    """100 who weigh 3 and 100 who weigh 1: together 400, squares 1000, effective 160."""
    plain_ = reads(book_of_respondents(ALL, tmp_path / "plain"))
    weighted = reads(book_of_respondents(ALL, tmp_path / "weighted", weight="3"))

    assert plain_.rows == ("Respondents (n)", "Yes", "No")
    assert "Shares unweighted" in plain_.notes
    assert weighted.rows == ("Respondents (n)", "Weighted base", "Effective base", "Yes", "No")
    first = COLUMNS[0]
    assert [weighted.value(label, first) for label in weighted.rows] == pytest.approx([200, 400, 160, 0.75, 0.25])
    assert weighted.cells["Effective base", first].number_format == "#,##0.0"
    assert weighted.notes[2].startswith("Shares weighted; effective base (Kish)")


def test_notes_tell_whom_shares_are_of(tmp_path: Path) -> None:
    book = book_of_respondents(ALL, tmp_path)

    assert [table(sheet).notes[1] for sheet in book.worksheets[1:3]] == [
        "Shares of those who gave one of the answers",
        "Shares of all who were asked the question",
    ]
    assert not any("rounding" in text for sheet in book for text in texts(sheet))


def test_what_is_hidden_is_a_sign_without_its_bases_and_notes_say_why(tmp_path: Path) -> None:
    """Of 20 old adults 12 read: their n among readers would tell the hidden share. Those of the middle help to it."""
    book = book_of_respondents([*ALL[:3], (2026, "m", 90, 100), (2026, "o", 12, 8)], tmp_path)
    found, places = (table(sheet) for sheet in book.worksheets[1:3])

    for each in (found, places):
        assert {each.value(label, "Age: old") for label in each.rows} == {"/"}
        hidden = [column for column in each.columns if each.value(each.rows[0], column) == "/"]
        assert len(hidden) == 2, "one alone follows from the total and the others"
    assert "Withheld, as fewer than 30 respondents, unweighted or effective: Age (old)" in found.notes
    assert "Withheld, as numbers of too few would follow from it: Age (middle)" in found.notes
    assert "/ = withheld" in found.notes
    assert letters(found, "Yes")[3:] == ["", "", ""], "nothing is tested against a hidden column"


def test_a_group_that_nobody_of_was_asked_does_not_tell_of_hidden_numbers(tmp_path: Path) -> None:
    """None of 20 old adults reads: that nobody of them was asked where would tell it."""
    book = book_of_respondents([*ALL[:4], (2026, "o", 0, 20)], tmp_path)

    for sheet in book.worksheets[1:3]:
        found = table(sheet)
        assert {found.value(label, "Age: old") for label in found.rows} == {"/"}


def test_an_empty_group_is_shown_as_such_where_nothing_is_hidden(tmp_path: Path) -> None:
    book = book_of_respondents([*ALL[:4], (2026, "o", 0, 20)], tmp_path, hide=0)
    places = table(book.worksheets[2])

    assert row(places, "At home")[-1] is None
    assert places.value("Respondents (n)", "Age: old") == 0
    assert "empty cell = nobody in the base; * = Base under 100" in places.notes


def test_small_bases_have_a_sign(tmp_path: Path) -> None:
    found = reads(book_of_respondents([*ALL[:4], (2026, "o", 45, 54)], tmp_path))

    assert found.cells["Respondents (n)", "Age: old"].number_format == '#,##0"*"'
    assert found.cells["Respondents (n)", "Age: middle"].number_format == "#,##0"
    assert "* = Base under 100" in found.notes


def test_the_sign_of_a_small_base_says_that_it_is_an_effective_one(tmp_path: Path) -> None:
    """Of 114 a half weighs three times as much: they are as precise as (57 · 4)² / (57 · 10) = 91 of equal weight."""
    lines = [(2026, "y", 200, 200), (2026, "m", 200, 200), (2026, "o", 57, 57)]
    found = reads(book_of_respondents(lines, tmp_path, weight="3"))

    assert "* = Effective base under 100" in found.notes


def test_a_net_of_several_answers_counts_everybody_once(tmp_path: Path) -> None:
    """Of six readers three read at home, two at work, one of them at both."""
    found = table(book_of_respondents([(2026, "y", 60, 40), (2026, "m", 60, 40)], tmp_path, hide=0).worksheets[2])

    assert found.columns == ("Total: 2026", "Age: young", "Age: middle", "Age: old"), "of waves only those that asked"
    assert [found.value(label, "Total: 2026") for label in ("At home", "At work", "Anywhere (net)")] == pytest.approx(
        [1 / 2, 1 / 3, 2 / 3]
    )
    assert found.cells["Anywhere (net)", "Total: 2026"].font.bold
