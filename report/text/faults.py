"""The kinds of fault that fonts and the characters of texts can have."""

from __future__ import annotations

from enum import StrEnum


class TextFault(StrEnum):
    """Ids of the diagnostics of this package."""

    MISSING_FONT = "missing-font"
    MISSING_CHARACTER = "missing-character"
    NOT_A_FONT = "not-a-font"
    FONT_LOCKED = "font-locked"
    FONT_INCOMPLETE = "font-incomplete"
    RIGHT_TO_LEFT = "right-to-left"
    EMOJI = "emoji"
