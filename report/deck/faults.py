"""The kinds of fault that laying a deck out can find, beside those of its texts, and how these speak of slides."""

from __future__ import annotations

from enum import StrEnum

from report.typesetting.faults import OutputWords


class DeckFault(StrEnum):
    """Ids of the diagnostics of this package."""

    BLOCK_TOO_TALL = "block-too-tall"
    NO_NATIVE_FORM = "no-native-form"
    OUTSIDE_PAGE = "outside-page"
    TOO_MANY_MESSAGES = "too-many-messages"
    TOO_MANY_RECOMMENDATIONS = "too-many-recommendations"


ON_SLIDES = OutputWords(
    place="its slide",
    beside="its place on the slide",
    here="on its slide",
    room="there is room for {lines} of {size} pt at the smallest",
)
