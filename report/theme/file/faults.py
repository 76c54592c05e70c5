"""The faults of files that say what a house looks like."""

from __future__ import annotations

from enum import StrEnum


class ThemeFault(StrEnum):
    """Ids of the diagnostics of this package."""

    COLORS_ALIKE = "colors-alike"
    DARK_PAPER = "dark-paper"
    NOT_A_COLOR = "not-a-color"
    UNKNOWN_COLOR = "unknown-color"
    WEAK_CONTRAST = "weak-contrast"
