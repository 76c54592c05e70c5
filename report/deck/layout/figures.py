"""Large numbers in native text, each in a text box that carries its cell's id."""

from __future__ import annotations

from report.briefing.model import BigFigure
from report.deck import styles
from report.deck.desk import Desk
from report.deck.model import PlacedText
from report.deck.text_boxes import place_text, single
from report.typesetting.figures import figure_line
from report.units import Color, Pt


def place_figure(
    desk: Desk, figure: BigFigure, size: Pt, color: Color, *, x: Pt, baseline: Pt, width: Pt
) -> PlacedText:
    """The figure as large as `width` allows."""
    roles, style = desk.format.roles, styles.bold(size, color)
    line = figure_line(
        figure, style, desk.fonts, width=width, unit_share=roles.unit_share, smallest_unit=roles.smallest_unit
    )
    return place_text(f"figure {figure.cell.id}", single(line), x=x, baseline=baseline)
