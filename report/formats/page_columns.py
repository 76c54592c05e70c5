"""The columns of an A4 page that charts stand on: the side column, and the main column, which is 100 %.

    0      124.7  141.8                493.3    from the left margin, 51
    label label   |▇▇▇▇▇▇▇ 77 %          |

Source: docs/visual-language.md, "Grid" and "Type".
"""

from __future__ import annotations

from report.formats.grid import TypeSize
from report.formats.rows import Span
from report.units import Pt

SIDE: Pt = 124.7
HUNDRED: Pt = 351.5
MAIN = Span(141.8, HUNDRED, 493.3)
"""The main column, in a box as wide as the measure."""

LABEL, SMALL_LABEL = TypeSize(10.0, 10.8), TypeSize(8.5, 9.5)
