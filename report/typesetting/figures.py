"""Large numbers: digits at their size, the per cent sign smaller, both on one baseline."""

from __future__ import annotations

from report.briefing.model import BigFigure
from report.text.fonts import Fonts
from report.text.measuring import one_line
from report.text.model import Line, Span, Style
from report.units import Pt

SMALLER = (1.0, 0.85, 0.7, 0.55)
"""Shares of the size that a figure with decimals may shrink to; at the last one "100,000 %" fits everywhere."""


def figure_line(
    figure: BigFigure, style: Style, fonts: Fonts, *, width: Pt, unit_share: float, smallest_unit: Pt
) -> Line:
    """The figure as large as `width` allows, its digits bound to their cell.

    unit_share: size of the sign as a share of the digits', but never less than `smallest_unit`.
    """
    number, cells, lines = figure.number, (str(figure.cell.id),), list[Line]()
    for share in SMALLER:
        digits = style.sized(style.size * share)
        unit = digits.sized(max(unit_share * digits.size, smallest_unit))
        lines.append(one_line((Span(number.digits, digits, cells), Span(number.gap + number.unit, unit)), fonts))
    return next((line for line in lines if line.width <= width), lines[-1])
