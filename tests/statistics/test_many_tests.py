"""Adjusting for many tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.statistics.many_tests import benjamini_hochberg, bonferroni, holm

p_values = st.lists(st.floats(0, 1), max_size=30)


@pytest.mark.parametrize("adjust", [bonferroni, holm, benjamini_hochberg])
def test_none_and_one(adjust: object) -> None:
    assert adjust([]) == ()  # type: ignore[operator]
    assert adjust([0.03]) == (0.03,)  # type: ignore[operator]


@given(p_values)
def test_adjusting_raises_and_keeps_the_order(listed: list[float]) -> None:
    for adjust in (bonferroni, holm, benjamini_hochberg):
        adjusted = adjust(listed)
        assert len(adjusted) == len(listed)
        assert all(p <= q <= 1 for p, q in zip(listed, adjusted, strict=True))
        in_order = [q for _, q in sorted(zip(listed, adjusted, strict=True))]
        assert in_order == sorted(in_order)


@given(p_values)
def test_bonferroni_is_never_below_holm_nor_holm_below_benjamini_and_hochberg(listed: list[float]) -> None:
    for first, second, third in zip(bonferroni(listed), holm(listed), benjamini_hochberg(listed), strict=True):
        assert third <= second * (1 + 1e-12)
        assert second <= first


@given(p_values, st.floats(0.001, 0.5))
def test_benjamini_and_hochberg_find_as_many_as_their_rule(listed: list[float], level: float) -> None:
    """All up to the largest k whose p is at most k/m of the level (1995, formula 1)."""
    many = len(listed)
    least = max((k for k, p in enumerate(sorted(listed), start=1) if p * (many / k) <= level), default=0)

    assert sum(q <= level for q in benjamini_hochberg(listed)) == sum(
        p <= sorted(listed)[least - 1] for p in listed if least
    )
