"""Large numbers in native text: digits at their size, the per cent sign at 55 % of it, both on one baseline."""

from __future__ import annotations

from report.briefing.model import BigFigure
from report.deck import styles
from report.deck.desk import Desk
from report.deck.frames import place_text, single
from report.deck.model import PlacedText
from report.text.measuring import one_line
from report.text.model import Span
from report.units import Color, Pt


def place_figure(desk: Desk, figure: BigFigure, size: Pt, color: Color, *, x: Pt, baseline: Pt) -> PlacedText:
    """The figure in a text box that carries its cell's id."""
    number, style = figure.number, styles.bold(size, color)
    small = style.sized(max(styles.UNIT_SHARE * size, styles.SMALLEST_UNIT))
    cells = (str(figure.cell.id),)
    spans = (Span(number.digits, style, cells), Span(number.gap + number.unit, small))
    line = one_line(spans, desk.fonts)
    return place_text(f"figure {figure.cell.id}", single(line), x=x, baseline=baseline)
