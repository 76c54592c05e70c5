"""Balances: those in favour less those against, in points from -100 to 100; the net promoter score is one."""

from __future__ import annotations

from report.statistics.scores import Scores
from report.statistics.sums import NOBODY, Sums

RATINGS = tuple(range(11))
"""The scale that the net promoter score is defined on, and no other: on one of 1 to 10 it says another thing."""
LEAST_PROMOTER = 9
MOST_DETRACTOR = 6


def balance(positive: Sums, negative: Sums, *, base: Sums, both: Sums = NOBODY) -> Scores:
    """The base scored 100 for who is in favour, -100 for who is against, 0 for all others.

    both: those who gave answers of both sides (multiple choice); they are for nothing, 0. The mean of the scores is
    the difference of the two shares in points; its variance, 10^4 (P + D - (P-D)^2) / n* of a simple sample, knows that
    who is for one side is not for the other. Raises ValueError if the sides are not parts of the base.
    Source: Scott and Seber (1983), Difference of Proportions from the Same Survey, The American Statistician 37.
    """
    first, second = positive.without(both), negative.without(both)
    others = base.without(first).without(second)
    return Scores(((-100.0, second), (0.0, others), (100.0, first)))


def net_promoters(ratings: Scores) -> Scores:
    """The balance of promoters (9, 10) and detractors (0 to 6) of a recommendation from 0 to 10.

    ratings: a row for each of the eleven, though nobody gave it. Raises ValueError for any other scale: nothing of the
    data tells a scale of 1 to 10 from one whose 0 nobody chose.
    Source: Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81.
    """
    by_rating = dict(ratings.rows)
    if tuple(by_rating) != RATINGS:
        raise ValueError(f"a net promoter score is of ratings 0 to 10, not of {', '.join(map(str, by_rating))}")
    promoters = sum((sums for rating, sums in ratings.rows if rating >= LEAST_PROMOTER), NOBODY)
    detractors = sum((sums for rating, sums in ratings.rows if rating <= MOST_DETRACTOR), NOBODY)
    return balance(promoters, detractors, base=ratings.base)
