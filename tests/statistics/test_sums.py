"""Sums, bases, proportions, scores: what estimates are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.statistics.bases import design_effect_of_weighting, effective_base
from report.statistics.estimates import estimate
from report.statistics.proportions import Proportion
from report.statistics.scores import Scores, deviations, mean, standard_deviation
from report.statistics.sums import NOBODY, Sums
from tests.statistics.respondents import sums_of

TWO_AND_ONE = sums_of([2, 1, 1])

weights = st.lists(st.floats(0.01, 100), min_size=1, max_size=30)


def test_sums_of_both_groups_are_those_of_all() -> None:
    assert sums_of([2]) + sums_of([1, 1]) == TWO_AND_ONE
    assert TWO_AND_ONE.without(sums_of([2])) == sums_of([1, 1])


def test_without_everybody_nothing_is_left_however_an_engine_added() -> None:
    whole = Sums(3, 0.6, 0.14)
    backwards = Sums(3, 0.6000000000000001, 0.14)

    assert whole.without(backwards) == NOBODY
    assert whole.without(Sums(3, 0.59999, 0.13999)) == NOBODY
    assert whole.without(Sums(2, 0.6000000000000001, 0.14)) == Sums(1, 0.0, 0.0)


def test_more_respondents_are_no_part_of_fewer() -> None:
    with pytest.raises(ValueError, match="4 respondents are no part of 3"):
        TWO_AND_ONE.without(Sums.of_count(4))


def test_an_effective_base_counted_by_hand() -> None:
    assert effective_base(TWO_AND_ONE) == 16 / 6
    assert design_effect_of_weighting(TWO_AND_ONE) == 3 / (16 / 6)
    assert effective_base(NOBODY) == 0


@given(weights)
def test_an_effective_base_is_never_more_than_the_respondents(listed: list[float]) -> None:
    base = sums_of(listed)

    assert 1 - 1e-9 <= effective_base(base) <= base.respondents + 1e-9
    assert design_effect_of_weighting(base) >= 1 - 1e-9


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: design_effect_of_weighting(NOBODY), "an empty base has no design effect"),
        (lambda: Proportion(NOBODY, NOBODY).share, "an empty base has no shares"),
        (lambda: mean(Scores.of([(1, Sums(2, 0, 0))])), "an empty base has no mean"),
        (lambda: estimate(Scores.of([(1, Sums.of_count(1))]), 1), "1 respondents have no variance"),
        (lambda: Scores(()).without(Scores.of([(5, TWO_AND_ONE)])), "nobody of the whole scores 5"),
    ],
)
def test_what_there_is_no_number_of_is_refused(call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()  # type: ignore[operator]


def test_shares_of_nobody_and_of_everybody_are_exact() -> None:
    base = Sums(3, 0.1 + 0.2 + 0.3, 0.14)

    assert Proportion(NOBODY, base).share == 0
    assert Proportion(Sums(3, 0.3 + 0.2 + 0.1, 0.14), base).share == 1
    assert Proportion(sums_of([2]), TWO_AND_ONE).share == 0.5


def test_equal_scores_are_added_and_stand_in_order() -> None:
    scores = Scores.of([(5, sums_of([1])), (2, sums_of([3])), (5, sums_of([2]))])

    assert scores.rows == ((2.0, sums_of([3])), (5.0, sums_of([1, 2])))
    assert scores.base == sums_of([1, 2, 3])


def test_a_mean_and_a_standard_deviation_counted_by_hand() -> None:
    scores = Scores.of([(1, sums_of([2])), (3, sums_of([1])), (5, sums_of([1]))])

    assert mean(scores) == (2 + 3 + 5) / 4
    assert standard_deviation(scores) == ((3 / 2) * (2 * 1.5**2 + 0.5**2 + 2.5**2) / 4) ** 0.5


def test_a_single_respondent_has_no_standard_deviation() -> None:
    assert standard_deviation(Scores.of([(7, sums_of([0.3]))])) is None


def test_scores_that_are_all_equal_have_no_variance_at_all() -> None:
    scores = Scores.of([(3, sums_of([0.1, 0.2, 0.7]))])

    assert [deviation for deviation, _ in deviations(scores, mean(scores))] == [0.0]
    assert estimate(scores, 100).variance == 0


@given(st.lists(st.tuples(st.booleans(), st.floats(0.1, 10)), min_size=2, max_size=40), st.integers(0, 100))
def test_an_estimate_from_sums_is_that_of_the_respondents(people: list[tuple[bool, float]], others: int) -> None:
    everybody = len(people) + others
    share = sum(w for y, w in people if y) / sum(w for _, w in people)
    scores = [w * (y - share) / sum(w for _, w in people) for y, w in people]

    found = estimate(Proportion(sums_of(w for y, w in people if y), sums_of(w for _, w in people)).scores, everybody)

    assert found.value == pytest.approx(share, rel=1e-12)
    assert found.variance == pytest.approx(
        everybody / (everybody - 1) * sum(u * u for u in scores), rel=1e-9, abs=1e-18
    )
    assert found.degrees_of_freedom == everybody - 1


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_of_a_base_comes_back_as_it_was_given(counted: tuple[int, int]) -> None:
    given_by, n = counted
    base = Sums(n, 1.7 * n, 5.1 * n)

    found = Proportion.of_share(given_by / n, base)

    assert found.share == pytest.approx(given_by / n, abs=1e-15)
    assert (found.share == 1, found.share == 0) == (given_by == n, given_by == 0)
    assert found.effective_base == effective_base(base)
