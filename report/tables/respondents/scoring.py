"""Scores of a column: mean and median of numbers, net promoter score of ratings, and how certain they are."""

from __future__ import annotations

from report.frozen import frozen
from report.statistics.balances import balance
from report.statistics.estimates import Estimate, estimate
from report.statistics.intervals import Bounds, around
from report.statistics.quantiles import quantile, quantile_bounds
from report.statistics.scores import NOTHING, Scores, mean, standard_deviation
from report.statistics.sums import Sums
from report.survey.model import CellId, ColumnId, Question, Statistic
from report.tables.model import Bases, Cell, CellState, Flag, Spread
from report.units import Score, ScoreUnit

MOST_BALANCE = 100.0
"""Where a net promoter score ends, and its interval with it."""


def ratings_balance(promoters: Sums, detractors: Sums, base: Sums) -> Scores:
    """The scores of a base whose mean is its net promoter score."""
    return NOTHING if base.is_empty else balance(promoters, detractors, base=base)


def score_unit(question: Question) -> ScoreUnit:
    """What the scores of a question are counted in."""
    if Statistic.NPS in question.type.statistics:
        return ScoreUnit(is_balance=True)
    words = question.measured_in.by_language if question.measured_in else {}
    return ScoreUnit(tuple((language, words[language].text) for language in sorted(words)))


@frozen
class Scoring:
    """The scores of a column. respondents: N, all of its wave. confidence: a share.

    is_random: whether chance has chosen who was asked, without which there is no interval.
    """

    question: Question
    scores: Scores
    respondents: int
    confidence: float
    is_random: bool

    def cell(self, statistic: Statistic, column: ColumnId, bases: Bases, flags: tuple[Flag, ...]) -> Cell:
        """The cell of a score; one without a number where nobody gave any."""
        id, decimals = CellId(self.question.id, statistic.value, column), self.question.score_decimals
        place = self.question.location
        if self.scores.base.is_empty:
            return Cell(id, CellState.NOT_PUBLISHED, None, decimals, bases, location=place)
        value = Score(self._value(statistic), score_unit(self.question))
        spread = self._spread(statistic)
        return Cell(id, CellState.PUBLISHED, value, decimals, bases, flags=flags, spread=spread, location=place)

    def _value(self, statistic: Statistic) -> float:
        return quantile(self.scores) if statistic is Statistic.MEDIAN else mean(self.scores)

    def _spread(self, statistic: Statistic) -> Spread:
        deviation = standard_deviation(self.scores)
        if not self.is_random:
            return Spread(self.scores, self.respondents, deviation)
        found = estimate(self.scores, self.respondents)
        error = None if statistic is Statistic.MEDIAN else found.standard_error
        bounds = self._bounds(statistic, found)
        return Spread(self.scores, self.respondents, deviation, error, (bounds.lower, bounds.upper))

    def _bounds(self, statistic: Statistic, found: Estimate) -> Bounds:
        if statistic is Statistic.MEDIAN:
            return quantile_bounds(self.scores, respondents=self.respondents, confidence=self.confidence)
        bounds = around(found, self.confidence)
        if statistic is not Statistic.NPS:
            return bounds
        return Bounds(max(bounds.lower, -MOST_BALANCE), min(bounds.upper, MOST_BALANCE))
