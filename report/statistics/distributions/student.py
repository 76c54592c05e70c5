"""Student's t distribution; with infinite degrees of freedom it is the normal one."""

from __future__ import annotations

from functools import lru_cache
from math import exp, isinf, log, log1p

from report.statistics.distributions import normal
from report.statistics.distributions.beta import incomplete_beta, log_beta

STILL = 1e-14
"""A step of this part of t is the noise of the tail, not a step."""


def two_sided(t: float, degrees_of_freedom: float) -> float:
    """The probability of a value at least as far from 0 as t, on either side. degrees_of_freedom: above 0.

    I_x(df/2, 1/2) at x = df / (df + t^2). Source: Abramowitz and Stegun (1964), 26.7.1 and 26.5.27.
    """
    if isinf(degrees_of_freedom):
        return normal.two_sided(t)
    whole = degrees_of_freedom + t * t
    return incomplete_beta(degrees_of_freedom / 2, 0.5, x=degrees_of_freedom / whole, rest=t * t / whole)


@lru_cache(maxsize=4096)
def critical_value(probability: float, degrees_of_freedom: float) -> float:
    """The t, at least 0, that is passed on either side with this probability (0 to 1, both excluded).

    Newton's method from the normal value below it: the tail is convex, so every step stops short of the root, and the
    steps end where they no longer lead up.
    """
    t = normal.critical_value(probability)
    if isinf(degrees_of_freedom):
        return t
    while True:
        excess = two_sided(t, degrees_of_freedom) - probability
        further = t + excess / (2 * density(t, degrees_of_freedom))
        if further <= t * (1 + STILL):
            return further
        t = further


def density(t: float, degrees_of_freedom: float) -> float:
    """The height of the distribution at t. Source: Abramowitz and Stegun (1964), 26.7."""
    half = degrees_of_freedom / 2
    front = -log_beta(half, 0.5) - log(degrees_of_freedom) / 2
    return exp(front - (half + 0.5) * log1p(t * t / degrees_of_freedom))
