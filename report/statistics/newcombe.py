"""The interval of the difference of two unweighted shares (Newcombe)."""

from __future__ import annotations

from math import hypot

from report.statistics.intervals import CONFIDENCE, Bounds, wilson_of_count


def difference_bounds(first: tuple[int, int], second: tuple[int, int], *, confidence: float = CONFIDENCE) -> Bounds:
    """The interval of the share of `first` less that of `second`, both (count, respondents); within -1 to 1.

    The two groups share no respondent. The Wilson intervals of both are combined (hybrid score, without correction).
    Source: Newcombe (1998), Interval Estimation for the Difference between Independent Proportions, Statistics in
    Medicine 17, method 10.
    """
    share, other = first[0] / first[1], second[0] / second[1]
    own = wilson_of_count(*first, confidence)
    others = wilson_of_count(*second, confidence)
    difference = share - other
    return Bounds(
        difference - hypot(share - own.lower, others.upper - other),
        difference + hypot(own.upper - share, other - others.lower),
    )
