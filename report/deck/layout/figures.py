"""Large numbers in native text, each in a text box that carries its cell's id."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model import BigFigure
from report.deck import styles
from report.deck.desk import Desk
from report.deck.model import PlacedText
from report.deck.text_boxes import place_text, single
from report.document.model.nodes import KeyFigure
from report.typesetting.figures import FigureType
from report.units import Color, Pt


def figure_size(desk: Desk, figures: Sequence[BigFigure], size: Pt, width: Pt) -> Pt:
    """The size of all figures of a list: `size`, or as large as `width` allows."""
    return _type(desk).size(figures, styles.bold(size, desk.theme.paper.text), width)


def place_figure(desk: Desk, figure: KeyFigure, size: Pt, color: Color, *, x: Pt, baseline: Pt) -> PlacedText:
    """The figure at its size."""
    line = _type(desk).line(figure.figure, styles.bold(size, color))
    return place_text(f"figure {figure.figure.cell.id}", single(line), x=x, baseline=baseline, node=figure.id)


def _type(desk: Desk) -> FigureType:
    return FigureType(desk.typesetter.fonts, desk.format.roles.unit_share, desk.format.roles.smallest_unit)
