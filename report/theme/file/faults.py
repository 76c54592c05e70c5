"""The faults of files that say what a house looks like."""

from __future__ import annotations

from enum import StrEnum


class ThemeFault(StrEnum):
    """Ids of the diagnostics of this package."""

    COLORS_ALIKE = "colors-alike"
    DARK_PAPER = "dark-paper"
    LOGO_UNSEEN = "logo-unseen"
    NO_LOGO = "no-logo"
    NOT_A_COLOR = "not-a-color"
    TOO_MANY_PARTNERS = "too-many-partners"
    TYPEFACE_STOOD_FOR = "typeface-stood-for"
    UNKNOWN_COLOR = "unknown-color"
    WEAK_CONTRAST = "weak-contrast"
