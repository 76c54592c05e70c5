"""The normal distribution."""

from __future__ import annotations

from functools import lru_cache
from math import erfc, exp, log, pi, sqrt


def two_sided(z: float) -> float:
    """The probability of a value at least as far from 0 as z, on either side."""
    return erfc(abs(z) / sqrt(2))


@lru_cache(maxsize=256)
def critical_value(probability: float) -> float:
    """The z, at least 0, that is passed on either side with this probability (0 to 1, both excluded).

    Source: Abramowitz and Stegun (1964), 26.2.23, to 4e-4; then twice the step of Halley.
    """
    t = sqrt(-2 * log(probability / 2))
    z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in range(3):
        step = (two_sided(z) - probability) / (2 * density(z))
        z += step / (1 - step * z / 2)
    return max(z, 0.0)


def density(z: float) -> float:
    """The height of the bell at z."""
    return exp(-z * z / 2) / sqrt(2 * pi)
