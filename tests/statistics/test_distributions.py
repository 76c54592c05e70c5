"""Tails and critical values are those of mpmath 1.4.1 at 40 digits (betainc, erfc; quad for ten million degrees)."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.statistics.distributions import fisher, normal, student
from report.statistics.distributions.beta import incomplete_beta

CLOSE = 1e-12
MANY_DEGREES = 1e-9
"""What is granted ten million degrees of freedom."""


@pytest.mark.parametrize(
    ("t", "degrees", "probability"),
    [
        (0.5, 1, 0.7048327646991335),
        (12.706, 1, 0.05000080235813319),
        (2.5, 2, 0.1296117202215108),
        (1.0, 3.7, 0.37814139976045247),
        (2.145, 14, 0.049980151822736206),
        (1.9719, 199, 0.05000650649650025),
        (5.1, 199, 7.890301272279548e-07),
        (1.96, 1614, 0.05016763320679105),
        (30, 1614, 1.5990984862666527e-157),
        (4, 100_000, 6.338799755719534e-05),
        (1.96, 10_000_000, 0.049995818025314186),
        (8, 10_000_000, 1.2443234802806785e-15),
    ],
)
def test_the_tails_of_t(t: float, degrees: float, probability: float) -> None:
    tolerance = CLOSE if degrees <= 100_000 else MANY_DEGREES

    assert student.two_sided(t, degrees) == pytest.approx(probability, rel=tolerance)
    assert student.two_sided(-t, degrees) == student.two_sided(t, degrees)


@pytest.mark.parametrize(
    ("probability", "degrees", "t"),
    [
        (0.05, 1, 12.706204736174705),
        (0.001, 1, 636.6192487687197),
        (0.1, 14, 1.7613101357748921),
        (0.05, 14, 2.144786687917804),
        (0.05, 199, 1.971956544251754),
        (0.01, 1614, 2.578878886010916),
        (0.5, 4, 0.7406970841126826),
        (0.05, 10_000_000, 1.9599642217672055),
    ],
)
def test_critical_values_of_t(probability: float, degrees: float, t: float) -> None:
    tolerance = CLOSE if degrees <= 100_000 else MANY_DEGREES

    assert student.critical_value(probability, degrees) == pytest.approx(t, rel=tolerance)


@pytest.mark.parametrize(
    ("probability", "z"),
    [
        (0.9, 0.12566134685507405),
        (0.32, 0.9944578832097531),
        (0.1, 1.6448536269514726),
        (0.05, 1.9599639845400543),
        (0.01, 2.575829303548901),
        (1e-9, 6.1094102048693975),
    ],
)
def test_critical_values_of_z_which_are_those_of_t_with_infinite_degrees(probability: float, z: float) -> None:
    assert normal.critical_value(probability) == pytest.approx(z, rel=CLOSE)
    assert student.critical_value(probability, inf) == normal.critical_value(probability)


@pytest.mark.parametrize(
    ("z", "probability"),
    [(0.1, 0.920344325445942), (1.96, 0.04999579029644087), (6, 1.973175290075396e-09), (12, 3.552964224155358e-33)],
)
def test_the_tails_of_z(z: float, probability: float) -> None:
    assert normal.two_sided(z) == pytest.approx(probability, rel=CLOSE)
    assert student.two_sided(z, inf) == normal.two_sided(z)


@pytest.mark.parametrize(
    ("f", "numerator", "denominator", "probability"),
    [
        (3.19857, 6.14144, 9912.285, 0.003574060722458362),
        (16.7, 1.84, 365.8, 2.993840251918387e-07),
        (0.5, 20, 10, 0.91021728515625),
        (1, 1, 1, 0.5),
        (2, 60, 1000, 1.6905763180111926e-05),
        (40, 2, 198, 2.5669596378556306e-15),
    ],
)
def test_the_tail_of_f(f: float, numerator: float, denominator: float, probability: float) -> None:
    assert fisher.above(f, numerator, denominator) == pytest.approx(probability, rel=CLOSE)


def test_the_ends_of_the_incomplete_beta() -> None:
    assert incomplete_beta(2, 3, x=0, rest=1) == 0
    assert incomplete_beta(2, 3, x=1, rest=0) == 1


@given(st.floats(0.05, 500), st.floats(0.05, 500), st.floats(0.001, 0.999))
def test_the_incomplete_beta_and_its_mirror_image_are_one(a: float, b: float, x: float) -> None:
    below = incomplete_beta(a, b, x=x, rest=1 - x)
    above = incomplete_beta(b, a, x=1 - x, rest=x)

    assert below + above == pytest.approx(1, abs=1e-11)


@given(st.floats(1e-6, 0.999), st.one_of(st.floats(1, 1e6), st.just(inf)))
def test_a_critical_value_is_passed_with_its_probability(probability: float, degrees: float) -> None:
    t = student.critical_value(probability, degrees)

    assert student.two_sided(t, degrees) == pytest.approx(probability, rel=1e-9)
