"""Fisher's F distribution."""

from __future__ import annotations

from report.statistics.distributions.beta import incomplete_beta


def above(f: float, numerator: float, denominator: float) -> float:
    """The probability of a value of at least f, 0 or more; degrees of freedom above 0, fractions allowed.

    I_x(d2/2, d1/2) at x = d2 / (d2 + d1 f). Source: Abramowitz and Stegun (1964), 26.6.2.
    """
    part = numerator * f
    whole = denominator + part
    return incomplete_beta(denominator / 2, numerator / 2, x=denominator / whole, rest=part / whole)
