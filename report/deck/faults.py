"""The kinds of fault that laying a deck out can find."""

from __future__ import annotations

from enum import StrEnum


class DeckFault(StrEnum):
    """Ids of the diagnostics of this package."""

    TEXT_TOO_LONG = "text-too-long"
    UNEVEN_HEADLINE = "uneven-headline"
    BLOCK_TOO_TALL = "block-too-tall"
    OUTSIDE_PAGE = "outside-page"
    TOO_MANY_MESSAGES = "too-many-messages"
    TOO_MANY_RECOMMENDATIONS = "too-many-recommendations"
    TOO_MANY_WAVES = "too-many-waves"
