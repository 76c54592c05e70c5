"""An estimate and how uncertain it is: the linearised variance of a weighted mean or share."""

from __future__ import annotations

from math import sqrt

from report.frozen import frozen
from report.statistics.bases import effective_base
from report.statistics.scores import Scores, deviations, mean


@frozen
class Estimate:
    """A share (0 to 1), mean or balance, as an estimate from a sample.

    variance: of the estimate, in squares of its unit. degrees_of_freedom: of that variance, may be infinite.
    effective_base: in equally weighted respondents.
    """

    value: float
    variance: float
    degrees_of_freedom: float
    effective_base: float

    @property
    def standard_error(self) -> float:
        """The square root of the variance, in the unit of the value."""
        return sqrt(self.variance)


def estimate(scores: Scores, respondents: int) -> Estimate:
    """The mean of scores with its linearised variance, in a survey whose only design is its weights.

    respondents: N, all of the file, of whom the base may be a small part (domain estimation keeps the whole design).
    V = N/(N-1) sum of w^2 (x - mean)^2 / (sum of w)^2 on N - 1 degrees of freedom. Exact from sums, because all who
    gave one score have one deviation. Raises ValueError for an empty base, or a file of fewer than two respondents.
    Source: Binder (1983), On the Variances of Asymptotically Normal Estimators from Complex Surveys, International
    Statistical Review 51; Lumley (2010), Complex Surveys; R `survey::svymean` on `svydesign(~1, weights=~w)`.
    """
    base, value = scores.base, mean(scores)
    squares = sum(deviation**2 * sums.squares for deviation, sums in deviations(scores, value))
    return Estimate(
        value=value,
        variance=correction(respondents) * squares / base.weights**2,
        degrees_of_freedom=respondents - 1,
        effective_base=effective_base(base),
    )


def correction(respondents: int) -> float:
    """N/(N-1), which makes the variance unbiased for equal weights; ValueError for fewer than two respondents."""
    if respondents < 2:
        raise ValueError(f"{respondents} respondents have no variance")
    return respondents / (respondents - 1)
