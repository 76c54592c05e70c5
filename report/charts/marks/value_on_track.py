"""How a value is set that stands behind its bar, on the track."""

from __future__ import annotations

from dataclasses import replace

from report.charts.marks.colors import value_color
from report.charts.marks.numbers import NumberStyle
from report.charts.model import Highlight, Setting
from report.units import Color, Pt


def value_on_track(highlight: Highlight, marked: Pt, usual: Pt, setting: Setting) -> NumberStyle:
    """Large and in its colour where it is marked; one size for all others, and bold where marked ones are no larger.

    marked, usual: sizes of the digits. On a track the second accent has too little contrast for small letters, be it a
    per cent sign: these have the colour of text.
    """
    ground, measures = setting.ground, setting.measures
    if highlight is Highlight.NONE:
        return NumberStyle.even(usual, ground.text)

    def color(size: Pt) -> Color:
        is_pale = highlight is Highlight.CONTRAST and size < measures.least_contrast
        return ground.text if is_pale else value_color(highlight, ground)

    if marked == usual:
        return NumberStyle.even(marked, color(marked), is_bold=True)
    style = NumberStyle.large(marked, value_color(highlight, ground), measures.least_unit)
    return replace(style, unit=style.unit.colored(color(style.unit.size)))
