"""What a rest of 100 % is said to be: no more than its publisher said, and never rounding where it cannot be that."""

from __future__ import annotations

from collections.abc import Sequence

from report.language.model import Words
from report.survey.model import Rest
from report.units import Share, is_below_whole


def rest_reason(rest: Rest, shares: Sequence[Share], words: Words) -> str:
    """The words for what published shares leave of their whole."""
    unknown = words.rest_unexplained if is_below_whole(shares) else words.rest_unknown
    return {Rest.UNPUBLISHED: words.rest_unpublished, Rest.NO_ANSWER: words.rest_no_answer, Rest.UNKNOWN: unknown}[rest]
