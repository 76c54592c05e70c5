"""The incomplete beta function, of which the tails of t and F are values."""

from __future__ import annotations

from math import exp, lgamma, log, log1p, pi

SMALLEST = 1e-300
"""Stands for a 0 in a denominator of the continued fraction (Thompson and Barnett 1986)."""
PRECISION = 1e-16
MOST_STEPS = 100_000
LARGE = 10.0
"""From here on the series of Stirling is exact to the last digit."""


def incomplete_beta(a: float, b: float, *, x: float, rest: float) -> float:
    """I_x(a, b), regularised: the share of a beta distribution below x. a, b above 0; x and rest 0 to 1.

    rest: 1 - x, given beside x because the difference would lose the digits that a thin tail consists of.
    Source: NIST Digital Library of Mathematical Functions, 8.17.4 and 8.17.22.
    """
    if x <= 0:
        return 0.0
    if rest <= 0:
        return 1.0
    # Beyond the mean the fraction converges slowly, and its mirror image fast.
    if x > (a + 1) / (a + b + 2):
        return 1 - _below(b, a, x=rest, rest=x)
    return _below(a, b, x=x, rest=rest)


def _below(a: float, b: float, *, x: float, rest: float) -> float:
    front = a * _log(x, rest) + b * _log(rest, x) - log_beta(a, b)
    return exp(front) / (a * _fraction(a, b, x))


def _log(part: float, rest: float) -> float:
    """The logarithm of a part of 1, from the smaller of part and rest."""
    return log(part) if part < rest else log1p(-rest)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + ...)), from its head (modified Lentz; Thompson and Barnett 1986)."""
    value = upper = 1.0
    lower = 0.0
    for step in range(1, MOST_STEPS):
        term = _term(a, b, x, step)
        upper = 1 + term / upper or SMALLEST
        lower = 1 / (1 + term * lower or SMALLEST)
        value *= upper * lower
        if abs(upper * lower - 1) <= PRECISION:
            return value
    raise ArithmeticError(f"I_{x}({a}, {b}) did not converge")


def _term(a: float, b: float, x: float, step: int) -> float:
    m = step // 2
    if step % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def log_beta(a: float, b: float) -> float:
    """The logarithm of B(a, b).

    With ten million degrees of freedom the logarithms of the gamma functions are 1e8, and their difference would lose
    eight digits; so it is taken term by term of Stirling's series (DiDonato and Morris 1992, algorithm 708, BCORR).
    """
    small, large = min(a, b), max(a, b)
    if large < LARGE:
        return lgamma(a) + lgamma(b) - lgamma(a + b)
    ratio = -(large + small - 0.5) * log1p(small / large) + small + _stirling(large) - _stirling(large + small)
    if small < LARGE:
        return lgamma(small) - small * log(large) + ratio
    return (small - 0.5) * log(small) - small + log(2 * pi) / 2 + _stirling(small) - small * log(large) + ratio


def _stirling(z: float) -> float:
    """What Stirling's formula leaves of the logarithm of the gamma function (DLMF 5.11.1); z at least `LARGE`."""
    square = 1 / (z * z)
    series = 1 / 1188 - square * 691 / 360_360
    for coefficient in (-1 / 1680, 1 / 1260, -1 / 360, 1 / 12):
        series = coefficient + square * series
    return series / z
