"""Medians and other quantiles of weighted scores."""

from __future__ import annotations

from report.statistics.estimates import estimate
from report.statistics.intervals import CONFIDENCE, Bounds, around
from report.statistics.scores import Scores
from report.statistics.sums import NOISE

MEDIAN = 0.5


def quantile(scores: Scores, share: float = MEDIAN) -> float:
    """The least score that at least this share (0 to 1) of the weights does not exceed; no mean of two scores.

    The inverse of the weighted distribution function: the median of 1, 2, 3, 4 is 2. Of share 0 or less it is the
    least score that has a weight. A share that is reached but for noise is reached. ValueError for an empty base.
    Source: R `survey::svyquantile(qrule="math")`; Hyndman and Fan (1996), Sample Quantiles, definition 1.
    """
    weighted = [(score, sums.weights) for score, sums in scores.rows if sums.weights > 0]
    if not weighted:
        raise ValueError("an empty base has no quantiles")
    whole = scores.base.weights
    below = 0.0
    for score, weights in weighted:
        below += weights
        if below >= (share - NOISE) * whole:
            return score
    return weighted[-1][0]


def quantile_bounds(
    scores: Scores, share: float = MEDIAN, *, respondents: int, confidence: float = CONFIDENCE
) -> Bounds:
    """The interval of a quantile: the quantiles of the two ends of the interval of the share not above it.

    respondents: N, all of the file. Raises ValueError as `quantile` and `estimate` do.
    Source: Woodruff (1952), Confidence Intervals for Medians, JASA 47; R `svyquantile(interval.type="mean")`.
    """
    middle = quantile(scores, share)
    is_below = Scores.of((float(score <= middle), sums) for score, sums in scores.rows)
    ends = around(estimate(is_below, respondents), confidence)
    return Bounds(quantile(scores, ends.lower), quantile(scores, ends.upper))
