"""Large numbers: digits at their size, the per cent sign smaller, both on one baseline.

Those of one list have one size, so that none looks larger than another: the one at which the widest fits.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model import BigFigure
from report.frozen import frozen
from report.text.fonts import Fonts
from report.text.measuring import one_line
from report.text.model import Line, Span, Style
from report.units import Pt

SMALLER = (1.0, 0.85, 0.7, 0.55, 0.45)
"""Shares of the size that figures with decimals may shrink to; at the last one "100,00 %" fits everywhere."""


@frozen
class FigureType:
    """How large numbers are set. unit_share: size of the sign as a share of the digits', at least `smallest_unit`."""

    fonts: Fonts
    unit_share: float
    smallest_unit: Pt

    def line(self, figure: BigFigure, style: Style) -> Line:
        """The figure, its digits bound to their cell."""
        number, cells = figure.number, (str(figure.cell.id),)
        unit = style.sized(max(self.unit_share * style.size, self.smallest_unit))
        return one_line((Span(number.digits, style, cells), Span(number.gap + number.unit, unit)), self.fonts)

    def size(self, figures: Sequence[BigFigure], style: Style, width: Pt) -> Pt:
        """The size for all of a list, as large as `width` allows; the size of `style` is the largest."""
        sizes = [style.size * share for share in SMALLER]
        fitting = (size for size in sizes if self._widest(figures, style.sized(size)) <= width)
        return next(fitting, sizes[-1])

    def _widest(self, figures: Sequence[BigFigure], style: Style) -> Pt:
        return max((self.line(figure, style).width for figure in figures), default=0.0)
