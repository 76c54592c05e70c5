"""Whether two estimates differ: columns of a banner, a group and the rest, two answers, two waves.

Two ways stand beside each other. `of_columns` is what tables with letters do: a pooled variance on effective bases. The
others take the linearised variance of the difference itself, and with it what two groups have in common. They find too
much where hardly anybody, or hardly anybody not, gave an answer: of nobody there is no variance, though there is doubt.
"""

from __future__ import annotations

from math import inf, sqrt

from report.frozen import frozen
from report.statistics.balances import balance
from report.statistics.distributions import student
from report.statistics.estimates import Estimate, correction, estimate
from report.statistics.proportions import Proportion
from report.statistics.scores import NOTHING, Scores, deviations, mean
from report.statistics.sums import NOBODY, NOISE, Sums

GUARD = 1e-9
"""By so much a probability may pass its level: engines add weights in different orders, and must give one verdict."""


@frozen
class Comparison:
    """The test of whether a difference (first less second, in the unit of both) is more than chance.

    statistic: difference / its standard error. degrees_of_freedom: infinite for a z. p_value: of both sides, 0 to 1.
    """

    difference: float
    statistic: float
    degrees_of_freedom: float
    p_value: float

    def is_significant(self, level: float) -> bool:
        """Whether chance makes such a difference with at most this probability, the level itself included."""
        return self.p_value <= level + GUARD


def of_columns(first: Proportion, second: Proportion) -> Comparison | None:
    """The test of two columns that share no respondent, as tables with letters have it.

    None where all or nobody of both gave the answer. Raises ValueError for an empty base.
    """
    return pooled((first.share, first.effective_base), (second.share, second.effective_base))


def pooled(first: tuple[float, float], second: tuple[float, float]) -> Comparison | None:
    """The z of two shares, (share, respondents) each, with the variance of both taken together.

    (p1 - p2) / sqrt(p(1-p) (1/n1 + 1/n2)), p the share of all. On effective bases it is the column test of SPSS Data
    Collection and Quantum; on unweighted ones of weighted shares it finds too much. None where p is 0 or 1.
    Source: Snedecor and Cochran (1989), Statistical Methods; R `prop.test(correct=FALSE)`, whose X-squared is z^2.
    """
    (share, base), (other, other_base) = first, second
    together = (share * base + other * other_base) / (base + other_base)
    variance = together * (1 - together) * (1 / base + 1 / other_base)
    return _compared(share - other, variance, inf)


def of_domains(first: Scores, second: Scores, *, respondents: int, both: Scores = NOTHING) -> Comparison | None:
    """The test of the means or shares of two groups of one survey, by the linearised variance of their difference.

    both: the scores of those who are in both groups (columns of a multiple-choice question, a group and all). They
    enter by the covariance N/(N-1) sum w^2 (x - m1)(x - m2) / (W1 W2). respondents: N, all of the file; t on N - 1.
    None where the difference has no variance. Raises ValueError for an empty base.
    Source: Lumley (2010), Complex Surveys; R `svycontrast(svyby(..., covmat=TRUE))`.
    """
    difference, variance = _difference(first, second, respondents=respondents, both=both)
    return _compared(difference, variance, respondents - 1)


def of_means(first: Scores, second: Scores, *, respondents: int) -> Comparison | None:
    """The t test of the means of two groups that share no respondent; a degree of freedom less, N - 2, as R has it.

    None where nobody differs from the mean of the group. Source: R `survey::svyttest(x ~ group, design)`.
    """
    difference, variance = _difference(first, second, respondents=respondents)
    return _compared(difference, variance, respondents - 2)


def with_the_rest(group: Scores, everybody: Scores, *, respondents: int) -> Comparison | None:
    """The test of a group against all who are not in it: the total would hold the group itself, and hide differences.

    p_group - p_all is (1 - share of the group) times the difference told here. None as `of_domains`; ValueError if the
    group is no part of everybody, or all of it.
    """
    return of_domains(group, everybody.without(group), respondents=respondents)


def of_answers(first: Sums, second: Sums, *, base: Sums, respondents: int, both: Sums = NOBODY) -> Comparison | None:
    """The test of whether more respondents gave one answer of a question than another; the difference as a share.

    No test of two samples: who gives one answer does not give the other. Its variance is that of the balance,
    (p1 + p2 - (p1 - p2)^2) / n* for a simple sample. both: those who gave both.
    None where the balance has no variance, as where nobody gave either.
    """
    found = estimate(balance(first, second, base=base, both=both), respondents)
    return _compared(found.value / 100, found.variance / 100**2, respondents - 1)


def balanced(first: float, second: float, *, both: float, respondents: float) -> Comparison | None:
    """The z of two answers that the same people gave, from their shares and those of who gave both.

    (p1 - p2) / sqrt((p1 + p2 - 2 p12 - (p1 - p2)^2) / n), n an effective base: `of_answers` where only shares are
    known. None where the difference has no variance. Source: Scott and Seber (1983), Difference of Proportions from the
    Same Survey, American Statistician 37.
    """
    difference = first - second
    apart = first + second - 2 * both
    variance = apart - difference**2
    # Shares that are the same but for noise, of the same people, have no variance; nor is one to be made of noise.
    return _compared(difference, variance / respondents if variance > NOISE else 0.0, inf)


def of_waves(later: Estimate, earlier: Estimate) -> Comparison | None:
    """The test of a change between two independent samples, as waves are that draw their respondents anew.

    t on the degrees of freedom of Welch and Satterthwaite. Never for a panel, which asks the same people again: there
    the covariance is most of the answer. None where neither estimate has a variance.
    Source: Welch (1947), Biometrika 34; Satterthwaite (1946), Biometrics Bulletin 2.
    """
    variance = later.variance + earlier.variance
    parts = sum(each.variance**2 / each.degrees_of_freedom for each in (later, earlier))
    return _compared(later.value - earlier.value, variance, variance**2 / parts if parts > 0 else inf)


def _difference(first: Scores, second: Scores, *, respondents: int, both: Scores = NOTHING) -> tuple[float, float]:
    """The difference of two means, and its variance."""
    own, others = estimate(first, respondents), estimate(second, respondents)
    common = correction(respondents) * _common(first, second, both)
    apart = own.variance + others.variance
    # A column less itself leaves the noise of a subtraction, by which nothing is to be divided.
    variance = apart - 2 * common
    return own.value - others.value, variance if variance > NOISE * apart else 0.0


def _common(first: Scores, second: Scores, both: Scores) -> float:
    """The sum of w^2 (x - m1)(x - m2) over those in both, by the weights of both bases."""
    own, others = (
        {
            score: deviation
            for (score, _), (deviation, _) in zip(scores.rows, deviations(scores, mean(scores)), strict=True)
        }
        for scores in (first, second)
    )
    products = sum(own[score] * others[score] * sums.squares for score, sums in both.rows if sums.respondents)
    return products / (first.base.weights * second.base.weights)


def _compared(difference: float, variance: float, degrees_of_freedom: float) -> Comparison | None:
    if variance <= 0:
        return None
    statistic = difference / sqrt(variance)
    return Comparison(difference, statistic, degrees_of_freedom, student.two_sided(statistic, degrees_of_freedom))
