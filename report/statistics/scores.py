"""Scores of a base, and their mean: shares (1, 0), means of scales and numbers, balances (100, 0, -100)."""

from __future__ import annotations

from collections.abc import Iterable

from report.frozen import frozen
from report.statistics.sums import NOBODY, NOISE, Sums


@frozen
class Scores:
    """How many respondents of a base gave each score, and with what weights.

    rows: (score, sums), ascending, each score once; a score that nobody gave may stand with no respondents.
    """

    rows: tuple[tuple[float, Sums], ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[float, Sums]]) -> Scores:
        """Scores in any order; the sums of equal ones are added."""
        by_score = dict[float, Sums]()
        for score, sums in rows:
            by_score[score] = by_score.get(score, NOBODY) + sums
        return cls(tuple(sorted(by_score.items(), key=lambda row: row[0])))

    @property
    def base(self) -> Sums:
        """All respondents with a score."""
        respondents, weights, squares = 0, 0.0, 0.0
        for _, sums in self.rows:
            respondents += sums.respondents
            weights += sums.weights
            squares += sums.squares
        return Sums(respondents, weights, squares)

    def without(self, part: Scores) -> Scores:
        """The scores of the others, where those of `part` are some of these respondents.

        Raises ValueError if they are not.
        """
        taken = dict(part.rows)
        others = tuple((score, sums.without(taken.pop(score, NOBODY))) for score, sums in self.rows)
        if any(sums.respondents for sums in taken.values()):
            raise ValueError(f"nobody of the whole scores {', '.join(map(str, sorted(taken)))}")
        return Scores(others)


NOTHING = Scores(())
"""Nobody's scores."""


def mean(scores: Scores) -> float:
    """The weighted mean, sum(w x) / sum(w): the ratio estimator of Hajek.

    Raises ValueError for an empty base.
    Source: Hajek (1971), in Godambe and Sprott, Foundations of Statistical Inference; R `survey::svymean`.
    """
    base = scores.base
    if base.is_empty:
        raise ValueError("an empty base has no mean")
    return sum(score * sums.weights for score, sums in scores.rows) / base.weights


def deviations(scores: Scores, middle: float) -> tuple[tuple[float, Sums], ...]:
    """The rows as deviations from their mean, which is `middle`; equal scores deviate by exactly nothing.

    Without that, two columns in which all say 3 would differ by the noise of a division, and significantly so.
    """
    noise = NOISE * max(abs(score) for score, _ in scores.rows)
    return tuple((score - middle if abs(score - middle) > noise else 0.0, sums) for score, sums in scores.rows)


def standard_deviation(scores: Scores) -> float | None:
    """How far respondents lie from their mean, in units of the scores; None for a single respondent.

    Its square is n/(n-1) sum(w (x - mean)^2) / sum(w), n the respondents of the base. Raises ValueError for an empty
    base. Source: R `survey::svyvar` for a design of weights only.
    """
    spread = sum(deviation**2 * sums.weights for deviation, sums in deviations(scores, mean(scores)))
    base = scores.base
    if base.respondents < 2:
        return None
    return float((base.respondents / (base.respondents - 1) * spread / base.weights) ** 0.5)
