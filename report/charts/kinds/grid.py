"""Where columns and the length of 100 % lie, in points from the left margin of slide and page.

    slide   0        222            577.6  592 604             873.6
            |columns  | columns 4-8     |   |   | words of annotations
            |1-3      | 100 %           |   hairline of brackets, on column 9
    page    0    124.7  141.8                          493.3
            | side     | main column = 100 %             |

Source: docs/visual-language.md, "Grid".
"""

from __future__ import annotations

from report.units import Pt

COLUMN: Pt = 59.6
GUTTER: Pt = 14.4
SLIDE_WIDTH: Pt = 873.6
HUNDRED_ON_SLIDE: Pt = 355.6
"""The length of 100 %: five columns."""
WORDS_GAP: Pt = 12.0
"""From the hairline of an annotation to its words."""

SIDE_WIDTH: Pt = 124.7
MAIN_LEFT: Pt = 141.8
MAIN_WIDTH: Pt = 351.5


def column_left(number: int) -> Pt:
    """The left edge of a column of the slide, 1 to 12."""
    return (COLUMN + GUTTER) * (number - 1)


def columns_width(first: int, last: int) -> Pt:
    """From the left edge of one column of the slide to the right edge of another."""
    return column_left(last) + COLUMN - column_left(first)
