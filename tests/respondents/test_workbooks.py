"""Sheets of respondents: numbers are numbers, a column with anything else is text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from report.respondents.model import FileReading, Variable
from tests.respondents.reading import codebook_of, rows_of, told_of
from tests.respondents.specimens import xlsx

PEOPLE: list[list[object]] = [["id", "q1"], [1, "yes"], [2, "no"]]


def test_columns_of_numbers_and_of_texts(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx", {"data": [["id", "text", "mixed", "none"], [1, "a", 3, None], [2.5, "007", "x", None]]}
    )

    assert codebook_of(path).variables == (
        Variable("id", is_text=False),
        Variable("text"),
        Variable("mixed"),
        Variable("none"),
    )
    assert rows_of(path) == [(1.0, "a", "3", None), (2.5, "007", "x", None)]


def test_dates_and_truth_are_texts(tmp_path: Path) -> None:
    when = datetime(2018, 5, 10, 10, 30)  # noqa: DTZ001 - as Excel has it
    path = xlsx(tmp_path / "a.xlsx", {"data": [["date", "time", "true"], [datetime(2018, 5, 10), when, True]]})  # noqa: DTZ001

    assert rows_of(path) == [("2018-05-10", "2018-05-10T10:30:00", "true")]


def test_empty_rows_are_none_and_the_header_is_the_first_that_is_not(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx", {"data": [[None], [None, "id", None, "q1"], [None, 1, 2, 3], [None], [None, 4, 5, 6]]}
    )

    assert codebook_of(path).names == ("id", "column_2", "q1")
    assert codebook_of(path).n_rows == 2
    assert rows_of(path, ["q1", "id"]) == [(3.0, 1.0), (6.0, 4.0)]


def test_two_header_rows_are_joined(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"data": [["id", "Which?", None], [None, "red", 2018], [1, 1, 0]]})

    names = ("id", "Which? – red", "Which? – 2018")
    assert codebook_of(path, FileReading(header_rows=2)).names == names
    assert rows_of(path, reading=FileReading(header_rows=2)) == [(1.0, 1.0, 0.0)]


def test_the_only_sheet_with_anything_that_is_shown_is_taken(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"notes": [], "data": PEOPLE, "old": [["x"], [1]]}, hidden=["old"])

    assert codebook_of(path).reading.sheet == "data"
    assert rows_of(path) == [(1.0, "yes"), (2.0, "no")]


def test_a_sheet_that_is_named_is_taken_hidden_or_not(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"data": PEOPLE, "old": [["x"], [1]]}, hidden=["old"])

    assert rows_of(path, reading=FileReading(sheet="old")) == [(1.0,)]


def test_of_several_sheets_one_is_to_be_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"wave 1": PEOPLE, "wave 2": PEOPLE})

    assert told_of(path) == (
        'a.xlsx: error[data-sheet]: the workbook has 2 sheets: "wave 1", "wave 2"\n'
        "  hint: name the one with the respondents as `sheet`, or to `report init` as --sheet"
    )


@pytest.mark.parametrize(("wanted", "hint"), [("wave1", 'did you mean "wave 1"?'), ("x", 'there are "wave 1", "q"')])
def test_a_sheet_that_is_not_there_is_told(tmp_path: Path, wanted: str, hint: str) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"wave 1": PEOPLE, "q": PEOPLE})

    told = told_of(path, FileReading(sheet=wanted))
    assert told == f'a.xlsx: error[data-sheet]: there is no sheet "{wanted}"\n  hint: {hint}'
