"""What can be wrong with the numbers of a survey, as an author knows it."""

from __future__ import annotations

from enum import StrEnum


class TablesFault(StrEnum):
    """Ids of the diagnostics of this package."""

    UNKNOWN_CODE = "unknown-code"
    OTHER_ANSWER = "other-answer"
    WEIGHT = "weight"
    CONTRADICTION = "contradiction"
    DOUBTFUL_RATINGS = "doubtful-ratings"
    EVERYBODY_CHOSE = "everybody-chose"
    EMPTY_GROUP = "empty-group"
