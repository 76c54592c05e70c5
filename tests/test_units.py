"""Numbers of surveys: equality and order of the values themselves, and the tolerance of what is said of them."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.units import (
    TOLERANCE,
    Between,
    Number,
    PercentagePoints,
    Quantity,
    Share,
    quotient,
    sign_of_difference,
    times,
    total,
)

DECIMALS = st.decimals(-2, 2, places=3)
NEAR_DECIMALS = st.builds(lambda decimal, noise: float(decimal) + noise * TOLERANCE, DECIMALS, st.floats(-2, 2))
NUMBERS = DECIMALS | DECIMALS.map(float) | NEAR_DECIMALS
"""Published and computed numbers, many of them equal or nearly so."""

VALUES = NUMBERS.map(Share) | NUMBERS.map(PercentagePoints)


@given(NUMBERS, NUMBERS)
def test_values_are_equal_as_their_numbers_are_and_equal_ones_hash_alike(one: Number, other: Number) -> None:
    for kind in (Share, PercentagePoints):
        assert (kind(one) == kind(other)) is (one == other)
        assert kind(one) != kind(other) or hash(kind(one)) == hash(kind(other))


def test_a_decimal_and_the_float_of_the_same_value_are_one_share() -> None:
    assert Share(Decimal("0.5")) == Share(0.5)
    assert len({Share(Decimal("0.5")), Share(0.5), Share(Decimal("0.50"))}) == 1


@given(VALUES, VALUES)
def test_a_share_never_equals_percentage_points(one: Share | PercentagePoints, other: Share | PercentagePoints) -> None:
    assert type(one) is type(other) or one != other


@given(st.lists(NUMBERS, min_size=3, max_size=3))
def test_the_order_of_shares_is_total_and_transitive(numbers: list[Number]) -> None:
    for one, other, third in permutations(map(Share, numbers)):
        assert [one < other, one == other, one > other].count(True) == 1
        assert (one <= other) is (one < other or one == other)
        assert not (one <= other <= third) or one <= third
        assert not (one == other == third) or one == third


@given(DECIMALS, DECIMALS)
def test_published_numbers_differ_by_whatever_they_differ(one: Decimal, other: Decimal) -> None:
    assert sign_of_difference(one, other) == (one > other) - (one < other)


def test_published_numbers_closer_than_the_tolerance_differ() -> None:
    assert sign_of_difference(Decimal("0.49"), Decimal("0.4900000000001")) == -1


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        (0.0, TOLERANCE, 0),  # the limit itself is inside
        (0.0, -TOLERANCE, 0),
        (0.0, 1.001 * TOLERANCE, -1),
        (0.0, -1.001 * TOLERANCE, 1),
        (0.1 + 0.2, Decimal("0.3"), 0),
        (Decimal("0.3"), 0.1 + 0.2, 0),
        (Decimal("0.3"), 0.3 + 2 * TOLERANCE, -1),
    ],
)
def test_computed_numbers_are_the_same_within_the_tolerance(left: Number, right: Number, sign: int) -> None:
    assert sign_of_difference(left, right) == sign


@given(NUMBERS, NUMBERS)
def test_the_sign_of_a_difference_turns_with_its_sides(one: Number, other: Number) -> None:
    assert sign_of_difference(one, other) == -sign_of_difference(other, one)


RANGES = st.tuples(DECIMALS, DECIMALS).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: Between(*ends))
QUANTITIES = DECIMALS | RANGES


@given(st.lists(QUANTITIES, min_size=2, max_size=6))
def test_sorting_keeps_every_order_that_is_certain(quantities: list[Quantity]) -> None:
    ordered = sorted(map(Share, quantities))

    for index, one in enumerate(ordered):
        assert all(sign_of_difference(one.fraction, later.fraction) != 1 for later in ordered[index + 1 :])


@given(QUANTITIES, QUANTITIES)
def test_the_order_of_quantities_is_total(one: Quantity, other: Quantity) -> None:
    left, right = Share(one), Share(other)

    assert [left < right, left == right, left > right].count(True) == 1
    assert (left <= right) is (left < right or left == right)


@given(QUANTITIES, QUANTITIES)
def test_a_sum_of_ranges_lies_between_the_sums_of_their_ends(one: Quantity, other: Quantity) -> None:
    lower, upper = (sum(end(each) for each in (one, other)) for end in (lowest, highest))

    found = total(one, other)

    assert (lowest(found), highest(found)) == (lower, upper)


@given(QUANTITIES, DECIMALS, st.fractions(0, 1))
def test_a_multiple_of_a_range_lies_between_those_of_its_ends(one: Quantity, factor: Decimal, where: Fraction) -> None:
    assert is_possible(Fraction(factor) * inside(one, where), times(one, factor))


@given(QUANTITIES, QUANTITIES, st.fractions(0, 1), st.fractions(0, 1))
def test_a_quotient_of_ranges_lies_between_those_of_their_ends(
    one: Quantity, other: Quantity, where: Fraction, there: Fraction
) -> None:
    divisor = inside(other, there)
    assume(divisor)

    assert is_possible(inside(one, where) / divisor, quotient(one, other))


def inside(quantity: Quantity, where: Fraction) -> Fraction:
    """A number of the range, its ends among them."""
    lower, upper = Fraction(lowest(quantity)), Fraction(highest(quantity))
    return lower + where * (upper - lower)


def is_possible(number: Fraction, quantity: Quantity) -> bool:
    return float(lowest(quantity)) - TOLERANCE <= number <= float(highest(quantity)) + TOLERANCE


def lowest(quantity: Quantity) -> Number:
    return quantity.lower if isinstance(quantity, Between) else quantity


def highest(quantity: Quantity) -> Number:
    return quantity.upper if isinstance(quantity, Between) else quantity


def test_a_share_below_a_bound_is_drawn_half_way_to_it() -> None:
    assert Share.of_percent(Between(Decimal(0), Decimal(1))).drawn == 0.005
    assert Share.of_percent(Decimal(31)).drawn == 0.31


def test_a_range_is_above_its_lower_and_below_its_upper_end_and_like_nothing_between() -> None:
    below_one = Between(Decimal(0), Decimal(1))

    signs = [sign_of_difference(below_one, Decimal(number)) for number in ("0", "0.5", "1")]

    assert signs == [1, None, -1]
    assert sign_of_difference(below_one, below_one) is None


def test_values_with_ranges_can_be_sent_to_another_process() -> None:
    share = Share.of_percent(Between(Decimal(0), Decimal("0.5")))

    assert pickle.loads(pickle.dumps(share)) == share
