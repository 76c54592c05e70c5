"""Intervals of estimates: Wilson's for shares, which is the default, the logit interval, and t around a mean."""

from __future__ import annotations

from enum import Enum
from math import exp, log, sqrt

from report.frozen import frozen
from report.statistics.distributions import normal, student
from report.statistics.estimates import Estimate

CONFIDENCE = 0.95
"""The level where nobody chose one; 0 to 1."""


class IntervalMethod(Enum):
    """How the interval of a share is computed."""

    WILSON = "wilson"
    LOGIT = "logit"


@frozen
class Bounds:
    """The two ends of an interval, in the unit of the estimate; those of a share lie within 0 to 1."""

    lower: float
    upper: float


def wilson(share: Estimate, confidence: float = CONFIDENCE) -> Bounds:
    """The score interval of a weighted share, with the t quantile on the degrees of freedom of the survey.

    It takes n* = p(1-p)/V for the number of respondents, so that the design is in it. Where nobody or everybody gave
    the answer V is 0, and n* is the effective base: every other method ends there with no width at all.
    Source: Wilson (1927), Probable Inference, JASA 22; Dean and Pagano (2015), Evaluating Confidence Interval Methods
    for Binomial Proportions in Clustered Surveys, J. Survey Statistics and Methodology 3; Franco et al. (2019), same
    journal 7; R `survey::svyciprop(method="wilson")` from 4.5 on.
    """
    quantile = student.critical_value(1 - confidence, share.degrees_of_freedom)
    return score_bounds(share.value, _respondents(share), quantile)


def _respondents(share: Estimate) -> float:
    """n*: how many respondents of a simple sample would give this variance."""
    if share.variance <= 0 or not 0 < share.value < 1:
        return share.effective_base
    return share.value * (1 - share.value) / share.variance


def score_bounds(share: float, respondents: float, quantile: float) -> Bounds:
    """Wilson's interval of a share of so many respondents; `quantile` of z or t for both tails together."""
    square = quantile**2 / respondents
    middle = (share + square / 2) / (1 + square)
    half = sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    # Exact ends: the noise of the two terms must not make a share of none out of nobody.
    lower = max(middle - half, 0.0) if share > 0 else 0.0
    upper = min(middle + half, 1.0) if share < 1 else 1.0
    return Bounds(lower, upper)


def wilson_of_count(count: int, respondents: int, confidence: float = CONFIDENCE) -> Bounds:
    """Wilson's interval of an unweighted count among respondents, with the normal quantile.

    Source: Wilson (1927); R `prop.test(correct=FALSE)`.
    """
    return score_bounds(count / respondents, respondents, normal.critical_value(1 - confidence))


def logit(share: Estimate, confidence: float = CONFIDENCE) -> Bounds:
    """The interval that is symmetric in the logarithm of the odds; where that has no variance, Wilson's.

    expit(logit p +- t SE / (p (1-p))), by the delta method. For parity with R, Stata, SUDAAN and SPSS Complex Samples.
    Source: Korn and Graubard (1999), Analysis of Health Surveys; R `survey::svyciprop(method="xlogit")`.
    """
    if share.variance <= 0 or not 0 < share.value < 1:
        return wilson(share, confidence)
    quantile = student.critical_value(1 - confidence, share.degrees_of_freedom)
    half = quantile * share.standard_error / (share.value * (1 - share.value))
    odds = log(share.value) - log(1 - share.value)
    return Bounds(_expit(odds - half), _expit(odds + half))


def _expit(logit: float) -> float:
    """The share of these logarithmic odds, without overflow on either side."""
    if logit < 0:
        return exp(logit) / (1 + exp(logit))
    return 1 / (1 + exp(-logit))


def of_share(share: Estimate, method: IntervalMethod, confidence: float = CONFIDENCE) -> Bounds:
    """The interval of a share by the method that was chosen."""
    return (logit if method is IntervalMethod.LOGIT else wilson)(share, confidence)


def around(estimate: Estimate, confidence: float = CONFIDENCE) -> Bounds:
    """The symmetric interval of a mean, a balance or a difference, by t: not for shares, which it can leave.

    Source: R `confint(svymean(...), df=degf(design))`.
    """
    half = student.critical_value(1 - confidence, estimate.degrees_of_freedom) * estimate.standard_error
    return Bounds(estimate.value - half, estimate.value + half)
