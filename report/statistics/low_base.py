"""When a base is too small to be shown, or to be shown without a sign."""

from __future__ import annotations

from enum import Enum

from report.frozen import frozen
from report.statistics.bases import effective_base
from report.statistics.sums import Sums

NOISE = 1e-9
"""Thirty respondents of equal weight have an effective base of 29.999999999999996 in floats."""


class Verdict(Enum):
    """What becomes of a number on its base; hidden, it stands nowhere: not in data, notes or alternative text."""

    SHOWN = "shown"
    FLAGGED = "flagged"
    HIDDEN = "hidden"


@frozen
class LowBase:
    """The policy of a survey: a base under `hide` is hidden, one under `flag` is flagged; one at a limit is not.

    In respondents; the unweighted and the effective base both have to reach them.
    """

    hide: int = 30
    flag: int = 100

    def verdict(self, base: Sums) -> Verdict:
        """What becomes of the numbers of a base."""
        if is_under(base, self.hide):
            return Verdict.HIDDEN
        return Verdict.FLAGGED if is_under(base, self.flag) else Verdict.SHOWN


def is_under(base: Sums, limit: int) -> bool:
    """Whether the respondents, or the equally weighted ones that they are worth, are fewer than the limit."""
    return is_few(base.respondents, effective_base(base), limit)


def is_few(respondents: int, effective: float, limit: int) -> bool:
    """The same of a base whose sums are not at hand, from how many respondents are in it and its effective base."""
    return min(respondents, effective) < limit - NOISE
