"""Differences and their tests, beside the reference results of test_oracles."""

from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.statistics.balances import balance, net_promoters
from report.statistics.comparisons import (
    Comparison,
    of_answers,
    of_columns,
    of_domains,
    of_means,
    of_waves,
    pooled,
    with_the_rest,
)
from report.statistics.estimates import Estimate
from report.statistics.proportions import Proportion
from report.statistics.scores import Scores, mean
from report.statistics.sums import NOBODY, Sums
from report.statistics.table_test import rao_scott
from tests.statistics.respondents import sums_of

Person = tuple[bool, bool, bool, float]
"""Whether in the first column, whether in the second, whether of the answer; the weight."""

crowds = st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans(), st.floats(0.1, 10)), min_size=4, max_size=40)


def count(answer: int, base: int) -> Proportion:
    return Proportion(Sums.of_count(answer), Sums.of_count(base))


def proportion(crowd: list[Person], *columns: int) -> Proportion:
    inside = [person for person in crowd if all(person[column] for column in columns)]
    return Proportion(sums_of(p[3] for p in inside if p[2]), sums_of(p[3] for p in inside))


@given(crowds)
def test_columns_that_share_respondents_are_compared_as_the_respondents_say(crowd: list[Person]) -> None:
    """The variance of u1 - u2 over all respondents, u = w (y - p) / W in a column (facts A.20)."""
    first, second, both = proportion(crowd, 0), proportion(crowd, 1), proportion(crowd, 0, 1)
    assume(not first.base.is_empty and not second.base.is_empty)
    scores = [
        weight
        * (
            is_first * (answer - first.share) / first.base.weights
            - is_second * (answer - second.share) / second.base.weights
        )
        for is_first, is_second, answer, weight in crowd
    ]
    variance = len(crowd) / (len(crowd) - 1) * sum(score * score for score in scores)
    assume(variance > 1e-9)

    found = of_domains(first.scores, second.scores, respondents=len(crowd), both=both.scores)

    assert found
    assert found.difference == pytest.approx(first.share - second.share, abs=1e-12)
    assert found.statistic == pytest.approx((first.share - second.share) / variance**0.5, rel=1e-6, abs=1e-9)


@given(crowds)
def test_a_group_against_the_rest_is_a_part_of_it_against_all(crowd: list[Person]) -> None:
    """p_group - p_all = (1 - share of the group) (p_group - p_rest); facts A.20."""
    group, everybody = proportion(crowd, 0), proportion(crowd)
    assume(0 < group.base.respondents < len(crowd))

    found = with_the_rest(group.scores, everybody.scores, respondents=len(crowd))

    assume(found is not None)
    assert found
    rest = 1 - group.base.weights / everybody.base.weights
    assert group.share - everybody.share == pytest.approx(rest * found.difference, abs=1e-12)


@pytest.mark.parametrize("share", [0.0, 0.004, 0.3, 0.996, 1.0])
def test_a_published_share_is_tested_as_its_respondents_would_be(share: float) -> None:
    published = Proportion.of_published(share, 250)

    assert published.share == pytest.approx(share)
    assert published.base == Sums.of_count(250)
    assert published.answer.respondents == round(250 * share)
    found, expected = (of_columns(each, count(40, 100)) for each in (published, count(round(250 * share), 250)))
    assert found
    assert expected
    assert found.statistic == pytest.approx(expected.statistic)


def test_a_published_share_that_rounding_would_make_the_whole_is_not_the_whole() -> None:
    published = Proportion.of_published(0.996, 100)

    assert published.share == pytest.approx(0.996)
    assert published.answer.respondents == 99


def test_the_rest_of_a_proportion_is_the_others() -> None:
    everybody, group = count(60, 300), count(35, 100)

    assert everybody.without(group) == count(25, 200)
    assert of_columns(group, everybody.without(group)) == of_columns(count(35, 100), count(25, 200))


def test_a_column_has_nothing_to_differ_by_from_itself() -> None:
    scores = count(40, 100).scores

    assert of_domains(scores, scores, respondents=1000, both=scores) is None


def test_answers_that_nobody_or_everybody_gave_are_not_tested() -> None:
    assert of_columns(count(0, 50), count(0, 60)) is None
    assert of_columns(count(50, 50), count(60, 60)) is None
    assert of_domains(count(0, 50).scores, count(0, 60).scores, respondents=110) is None


def test_columns_that_all_say_the_same_do_not_differ_by_the_noise_of_a_division() -> None:
    first, second = Scores.of([(3, sums_of([0.1, 0.2, 0.7]))]), Scores.of([(3, sums_of([0.3, 0.3, 0.1]))])

    assert of_means(first, second, respondents=6) is None


def test_all_against_nobody_is_the_largest_difference_of_columns() -> None:
    found = of_columns(count(50, 50), count(0, 50))

    assert found
    assert (found.difference, found.statistic, found.degrees_of_freedom) == (1, 10, inf)
    assert found.p_value < 1e-22


@given(st.floats(0, 1), st.floats(0, 1), st.floats(1, 5000), st.floats(1, 5000))
def test_turned_round_a_comparison_is_its_opposite(p: float, q: float, n: float, m: float) -> None:
    there, back = pooled((p, n), (q, m)), pooled((q, m), (p, n))

    assert (there is None) == (back is None)
    if there and back:
        assert (there.difference, there.statistic) == pytest.approx((-back.difference, -back.statistic))
        assert there.p_value == pytest.approx(back.p_value)
        assert 0 <= there.p_value <= 1


def test_a_probability_at_the_level_is_significant_and_one_above_it_is_not() -> None:
    at = Comparison(0.1, 1.96, inf, 0.05 + 1e-12)
    above = Comparison(0.1, 1.96, inf, 0.05 + 1e-8)

    assert at.is_significant(0.05)
    assert not above.is_significant(0.05)


def test_two_answers_of_a_question_go_against_each_other() -> None:
    """(p1 + p2 - (p1 - p2)^2) / n, times N / (N - 1); facts A.21."""
    found = of_answers(Sums.of_count(45), Sums.of_count(35), base=Sums.of_count(100), respondents=100)

    assert found
    assert found.difference == pytest.approx(0.10)
    assert found.statistic == pytest.approx(0.10 / ((0.8 - 0.01) / 99) ** 0.5)
    assert found.degrees_of_freedom == 99


def test_who_gave_both_answers_is_for_neither() -> None:
    scores = balance(Sums.of_count(45), Sums.of_count(35), base=Sums.of_count(100), both=Sums.of_count(15))

    assert scores.rows == ((-100.0, Sums.of_count(20)), (0.0, Sums.of_count(50)), (100.0, Sums.of_count(30)))
    assert mean(scores) == pytest.approx(10)


def test_a_net_promoter_score_is_of_eleven_ratings() -> None:
    counts = [1, 0, 0, 0, 0, 0, 2, 3, 4, 5, 10]
    ratings = Scores.of((rating, Sums.of_count(n) if n else NOBODY) for rating, n in enumerate(counts))

    assert mean(net_promoters(ratings)) == pytest.approx(100 * (15 - 3) / 25)
    with pytest.raises(ValueError, match="a net promoter score is of ratings 0 to 10, not of 1, 2, 3, 4, 5"):
        net_promoters(Scores.of((rating, Sums.of_count(3)) for rating in range(1, 6)))
    with pytest.raises(ValueError, match="is of ratings 0 to 10, not of 1, 2"):
        net_promoters(Scores(ratings.rows[1:]))


def test_a_change_has_the_degrees_of_freedom_of_its_less_certain_wave() -> None:
    uncertain, certain = Estimate(0.3, 0.01, 14, 100), Estimate(0.4, 1e-12, 10_000, 5000)
    found = of_waves(certain, uncertain)

    assert found
    assert found.difference == pytest.approx(0.1)
    assert found.degrees_of_freedom == pytest.approx(14)
    assert of_waves(Estimate(1, 0, 10, 10), Estimate(0, 0, 10, 10)) is None


def test_a_wave_of_known_variance_leaves_a_normal_test() -> None:
    found = of_waves(Estimate(0.4, 0.0002, inf, 1000), Estimate(0.3, 0.0002, inf, 1000))

    assert found
    assert found.degrees_of_freedom == inf


def test_with_equal_weights_the_table_test_is_the_test_of_two_means() -> None:
    """A 2 x 2 table has one degree of freedom: F is the square of a z, up to how the variance is taken."""
    table = [[Sums.of_count(30), Sums.of_count(45)], [Sums.of_count(70), Sums.of_count(55)]]

    found = rao_scott(table, 200)

    assert found
    assert found.degrees_of_freedom == pytest.approx((1, 199))
    assert found.statistic == pytest.approx(4.8, rel=0.05)


def test_rows_and_columns_of_nobody_are_no_part_of_a_table_test() -> None:
    some, others = [Sums.of_count(30), Sums.of_count(45)], [Sums.of_count(70), Sums.of_count(55)]

    assert rao_scott([some, [NOBODY, NOBODY], others], 200) == rao_scott([some, others], 200)
    assert rao_scott([some, [NOBODY, NOBODY]], 200) is None
    assert rao_scott([[some[0]], [others[0]]], 200) is None


def test_a_table_whose_empty_cells_leave_nothing_to_test_has_no_test() -> None:
    apart = [[30, 0, 0], [0, 41, 0], [0, 0, 17]]
    nobody_in_two_by_two = [[0, 0, 8], [0, 0, 28], [58, 15, 52]]

    for counts in (apart, nobody_in_two_by_two):
        assert rao_scott([[Sums.of_count(count) for count in row] for row in counts], 2000) is None
