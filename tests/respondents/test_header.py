"""Every column has a name of its own, whatever the header says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report.respondents.header import column_names, unique


def test_a_column_without_a_name_is_called_by_its_place() -> None:
    assert column_names([["", "q1", " ", "*"]]) == ("column_1", "q1", "column_3", "column_4")


def test_the_second_of_two_names_is_numbered_whatever_its_case() -> None:
    assert column_names([["q1", "Q1", "q1"]]) == ("q1", "Q1_2", "q1_3")


def test_a_number_that_the_file_has_itself_is_passed_over() -> None:
    assert column_names([["q", "q", "q_2", "q_2"]]) == ("q", "q_3", "q_2", "q_2_2")


def test_line_breaks_and_blanks_within_a_name_are_one_blank() -> None:
    assert column_names([[" Which\r\nof  these? ", "\ta\x07b"]]) == ("Which of these?", "a b")


def test_the_first_of_two_header_rows_holds_on_until_its_next_cell() -> None:
    rows = [["Id", "Which?", "", "", "Age", ""], ["", "red", "blue", "Other", "Response"]]

    names = ("Id", "Which? – red", "Which? – blue", "Which? – Other", "Age – Response", "column_6")
    assert column_names(rows) == names


def test_a_column_that_only_the_second_header_row_names_has_that_name() -> None:
    assert column_names([["", "Q"], ["id", "a"]]) == ("id", "Q – a")


@given(st.lists(st.sampled_from(["q", "Q", "q_2", "Q_2", "q_3", "", "column_1", "column_2"]), max_size=12))
def test_no_two_columns_have_one_name(names: list[str]) -> None:
    found = unique(names)

    assert len({name.lower() for name in found}) == len(names)
    assert all(own.startswith(name) for own, name in zip(found, names, strict=True))
