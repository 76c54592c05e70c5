"""Whether a percentage can be of so many people."""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.statistics.grim import is_reachable


@pytest.mark.parametrize(
    ("percentage", "respondents", "expected"),
    [
        ("39.6", 25, False),
        ("40.0", 25, True),
        ("40", 25, True),
        ("39", 25, False),
        ("0", 25, True),
        ("100.0", 7, True),
        ("12.5", 8, True),
        ("12", 8, True),
        ("13", 8, True),
        ("14", 8, False),
        ("33.3", 3, True),
        ("33.4", 3, False),
        ("50", 1, False),
        ("57", 100, True),
        ("57.3", 1000, True),
    ],
)
def test_by_hand(percentage: str, respondents: int, expected: bool) -> None:
    """3/8 and 1/8 end in a half, which is rounded up by some and down by others: 12 and 13 are both 1 of 8."""
    assert is_reachable(Decimal(percentage), respondents) is expected


@given(st.integers(1, 400), st.integers(0, 2), st.data())
def test_against_all_counts_there_are(respondents: int, decimals: int, data: st.DataObject) -> None:
    printed = data.draw(st.integers(0, 100 * 10**decimals))
    percentage = Decimal(printed).scaleb(-decimals)
    digit = Decimal(1).scaleb(-decimals)

    reachable = {
        (Decimal(100 * count) / Decimal(respondents)).quantize(digit, rounding)
        for count in range(respondents + 1)
        for rounding in (ROUND_HALF_UP, ROUND_HALF_DOWN)
    }

    assert is_reachable(percentage, respondents) == (percentage in reachable)


@given(st.integers(1, 10_000), st.integers(0, 3), st.data())
def test_what_people_make_is_reachable(respondents: int, decimals: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, respondents))
    percentage = (Decimal(100 * count) / Decimal(respondents)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

    assert is_reachable(percentage, respondents)
