"""Names of sheets and formats of numbers as Excel takes them."""

from __future__ import annotations

import pytest

from report.language.registry import load
from report.ooxml.sheets import number_format, share_format, sheet_name


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("1 Tage: [zu Hause]/*?\\", "1 Tage zu Hause"),
        ("'quoted'", "quoted"),
        ("x" * 40, "x" * 31),
        ("x" * 30 + "\N{GRINNING FACE}", "x" * 30),
        ("x" * 29 + "\N{GRINNING FACE}", "x" * 29 + "\N{GRINNING FACE}"),
        ("[]", "Data"),
    ],
)
def test_a_name_has_31_units_at_the_most_and_no_forbidden_sign(topic: str, name: str) -> None:
    assert sheet_name(topic) == name


def test_shares_are_written_with_the_gap_of_the_language() -> None:
    assert [share_format(decimals, load("en")) for decimals in (0, 2)] == ["0%", "0.00%"]
    assert share_format(1, load("de")) == '0.0"\u00a0"%'
    assert number_format(1, load("de")) == '[$-407]0.0"\u00a0"%'
    assert number_format(0, load("de"), is_bare=True) == "0"
