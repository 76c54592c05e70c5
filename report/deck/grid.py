"""The grid of a slide, in points, 960 x 540.

43.2                                                            916.8
 |  column 1 .. 12, 59.6 wide, 14.4 apart                         |
 43      kicker
 76,109  headline
 139     exhibit title
 165     exhibit
 464     its lowest end
 478     hairline
 493.5, 508.5  footer, page number at the right
"""

from __future__ import annotations

from report.units import Pt

SLIDE_WIDTH: Pt = 960.0
SLIDE_HEIGHT: Pt = 540.0

LEFT: Pt = 43.2
RIGHT: Pt = 916.8
MEASURE: Pt = RIGHT - LEFT

COLUMN: Pt = 59.6
GUTTER: Pt = 14.4

KICKER: Pt = 43.0
HEADLINE: Pt = 76.0
EXHIBIT_TITLE: Pt = 139.0
EXHIBIT_TOP: Pt = 165.0
EXHIBIT_BOTTOM: Pt = 464.0
FOOT_RULE: Pt = 478.0
FOOTER: Pt = 493.5
PAGE_NUMBER: Pt = 508.5

CONTENT_TOP: Pt = 112.0
"""Where slides without exhibit title begin, under a headline of one line."""
SECOND_LINE: Pt = 30.4
"""How much lower they begin under a headline of two lines."""

EXHIBIT_WIDTH: Pt = 604.0
"""The picture of a chart: columns 1 to 8 and the strip up to the annotations, with their brackets and leaders."""

HALVES_GAP: Pt = 30.0
"""Between the two halves of an appendix slide."""


def column(number: int) -> Pt:
    """The left edge of a column, 1 to 12."""
    return LEFT + (COLUMN + GUTTER) * (number - 1)


def columns_width(first: int, last: int) -> Pt:
    """The width from the left edge of one column to the right edge of another."""
    return column(last) + COLUMN - column(first)
