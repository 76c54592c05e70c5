"""The kinds of fault that laying a summary out can find."""

from __future__ import annotations

from enum import StrEnum


class SummaryFault(StrEnum):
    """Ids of the diagnostics of this package."""

    TEXT_TOO_LONG = "text-too-long"
    OUTSIDE_PAGE = "outside-page"
    BLOCK_TOO_TALL = "block-too-tall"
