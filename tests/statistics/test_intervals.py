"""Intervals of shares, differences, means and quantiles, beside the reference results of test_oracles."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.statistics.estimates import Estimate, estimate
from report.statistics.intervals import Bounds, around, logit, score_bounds, wilson, wilson_of_count
from report.statistics.newcombe import difference_bounds
from report.statistics.proportions import Proportion
from report.statistics.quantiles import quantile, quantile_bounds
from report.statistics.scores import Scores
from report.statistics.sums import Sums
from tests.statistics.respondents import sums_of

people = st.lists(st.tuples(st.booleans(), st.floats(0.01, 100)), min_size=2, max_size=40)
confidences = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])


def share_of(listed: list[tuple[bool, float]]) -> Estimate:
    answer, base = sums_of(w for y, w in listed if y), sums_of(w for _, w in listed)
    return estimate(Proportion(answer, base).scores, len(listed))


@given(people, confidences)
def test_intervals_of_shares_lie_within_the_whole_and_hold_the_share(
    listed: list[tuple[bool, float]], confidence: float
) -> None:
    share = share_of(listed)

    for bounds in (wilson(share, confidence), logit(share, confidence)):
        assert 0 <= bounds.lower <= share.value + 1e-12
        assert share.value - 1e-12 <= bounds.upper <= 1


@given(people)
def test_a_higher_confidence_is_a_wider_interval(listed: list[tuple[bool, float]]) -> None:
    share = share_of(listed)
    narrow, wide = wilson(share, 0.9), wilson(share, 0.99)

    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


@pytest.mark.parametrize("answered", [False, True])
def test_where_nobody_or_everybody_answers_the_interval_is_that_of_the_effective_base(answered: bool) -> None:
    share = share_of([(answered, weight) for weight in (0.1, 0.2, 0.3, 2.0)])
    expected = Estimate(float(answered), 0.0, 3, (2.6 * 2.6) / (0.01 + 0.04 + 0.09 + 4))

    for bounds in (wilson(share), logit(share)):
        assert bounds.lower == pytest.approx(wilson(expected).lower)
        assert bounds.upper == pytest.approx(wilson(expected).upper)
        assert bounds.lower == 0 if not answered else bounds.upper == 1
        assert 0.1 < bounds.upper - bounds.lower < 1


def test_the_wilson_interval_of_half_of_a_hundred() -> None:
    """R: prop.test(50, 100, correct = FALSE)."""
    bounds = wilson_of_count(50, 100)

    assert (bounds.lower, bounds.upper) == pytest.approx((0.403831530365996, 0.596168469634004))


def test_the_noise_of_a_subtraction_makes_no_share_below_nobody_nor_above_everybody() -> None:
    assert score_bounds(1.3309942997721216e-11, 51.22316574243842, 8.297186690134321).lower == 0
    assert score_bounds(0.9999999999999792, 5610.9, 3.3).upper == 1


def test_a_logit_interval_of_a_share_near_an_end_does_not_overflow() -> None:
    assert logit(Estimate(1e-300, 1e-300, 10, 5)) == Bounds(0.0, 1.0)


def test_an_interval_around_a_mean_is_symmetric() -> None:
    bounds = around(Estimate(3.5, 0.04, inf, 100))

    assert bounds.lower == pytest.approx(3.5 - 1.959963984540054 * 0.2)
    assert bounds.upper == pytest.approx(3.5 + 1.959963984540054 * 0.2)


counts = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_newcombes_interval_holds_the_difference_and_turns_with_it(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    there, back = difference_bounds(first, second), difference_bounds(second, first)
    difference = first[0] / first[1] - second[0] / second[1]

    assert -1 - 1e-12 <= there.lower <= difference + 1e-12
    assert difference - 1e-12 <= there.upper <= 1 + 1e-12
    assert (back.lower, back.upper) == pytest.approx((-there.upper, -there.lower))


def test_newcombes_own_example() -> None:
    """Newcombe (1998), Table II, example (a), 56/70 against 48/80, method 10: 0.0524 to 0.3339."""
    bounds = difference_bounds((56, 70), (48, 80))

    assert (round(bounds.lower, 4), round(bounds.upper, 4)) == (0.0524, 0.3339)


def equal(*values: float) -> Scores:
    return Scores.of((value, Sums.of_count(1)) for value in values)


def test_a_median_is_a_score_that_somebody_gave() -> None:
    assert quantile(equal(1, 2, 3, 4)) == 2
    assert quantile(equal(1, 2, 3)) == 2
    assert quantile(Scores.of([(1, sums_of([1, 1])), (5, sums_of([3])), (9, sums_of([0]))])) == 5


def test_a_share_that_is_reached_but_for_noise_is_reached() -> None:
    ten = Scores.of((value, sums_of([0.7])) for value in range(1, 11))

    assert sum([0.7] * 5) < sum([0.7] * 10) / 2
    assert quantile(ten) == 5


def test_the_ends_of_quantiles_are_scores_with_a_weight() -> None:
    scores = Scores.of([(0, sums_of([0])), (1, sums_of([1])), (2, sums_of([1])), (3, sums_of([0]))])

    assert (quantile(scores, -0.1), quantile(scores, 0), quantile(scores, 1), quantile(scores, 1.2)) == (1, 1, 2, 2)


@given(st.lists(st.tuples(st.integers(0, 10), st.floats(0.1, 5)), min_size=2, max_size=40))
def test_the_interval_of_a_median_holds_it(listed: list[tuple[int, float]]) -> None:
    scores = Scores.of((value, sums_of([weight])) for value, weight in listed)
    bounds = quantile_bounds(scores, respondents=len(listed))

    assert bounds.lower <= quantile(scores) <= bounds.upper


def test_nobody_has_no_median() -> None:
    with pytest.raises(ValueError, match="an empty base has no quantiles"):
        quantile(Scores(()))
