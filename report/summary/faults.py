"""The kinds of fault that laying a summary out can find, beside those of its texts, and how these speak of pages."""

from __future__ import annotations

from enum import StrEnum

from report.typesetting.faults import OutputWords


class SummaryFault(StrEnum):
    """Ids of the diagnostics of this package."""

    OUTSIDE_PAGE = "outside-page"
    BLOCK_TOO_TALL = "block-too-tall"


ON_PAGES = OutputWords(
    place="its place in the summary",
    beside="its place in the summary",
    here="in the summary",
    room="there is room for {lines}",
)
