"""The kinds there are, and that each of them is complete."""

import pytest

from report.charts.registry import kind, kinds


def test_every_kind_is_found_by_its_name() -> None:
    assert [known.name for known in kinds()] == ["bars", "columns", "parts"]
    assert all(kind(known.name) is known for known in kinds())


def test_every_kind_says_in_one_line_what_it_shows() -> None:
    assert all(known.shows and "\n" not in known.shows for known in kinds())


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        kind("pie")
