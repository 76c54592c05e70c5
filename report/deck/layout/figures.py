"""Large numbers in native text: digits at their size, the per cent sign smaller, both on one baseline."""

from __future__ import annotations

from report.briefing.model import BigFigure
from report.deck import styles
from report.deck.desk import Desk
from report.deck.frames import place_text, single
from report.deck.model import PlacedText
from report.text.measuring import one_line
from report.text.model import Line, Span
from report.units import Color, Pt

SMALLER = (1.0, 0.85, 0.7, 0.55)
"""Shares of the size that a figure with decimals may shrink to; at the last one "100,000 %" fits everywhere."""


def place_figure(
    desk: Desk, figure: BigFigure, size: Pt, color: Color, *, x: Pt, baseline: Pt, width: Pt
) -> PlacedText:
    """The figure in a text box that carries its cell's id, as large as `width` allows."""
    lines = [_line(desk, figure, size * share, color) for share in SMALLER]
    line = next((line for line in lines if line.width <= width), lines[-1])
    return place_text(f"figure {figure.cell.id}", single(line), x=x, baseline=baseline)


def _line(desk: Desk, figure: BigFigure, size: Pt, color: Color) -> Line:
    number, style, roles = figure.number, styles.bold(size, color), desk.format.roles
    small = style.sized(max(roles.unit_share * size, roles.smallest_unit))
    cells = (str(figure.cell.id),)
    spans = (Span(number.digits, style, cells), Span(number.gap + number.unit, small))
    return one_line(spans, desk.fonts)
