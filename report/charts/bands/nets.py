"""The number of a net beside its bar: large in a colour where its row stands out, grey words where it is unknown."""

from __future__ import annotations

from report.briefing.model.missing import missing_short
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.text import first_baseline, label_style, text_mark
from report.charts.model import ChartValue, Highlight, Setting
from report.drawing.model import MarkRole, TextMark
from report.formats.across import AcrossMeasures
from report.formats.grid import TypeSize
from report.units import Color, Pt


def net_marks(
    value: ChartValue,
    x: Pt,
    centre: Pt,
    *,
    color: Color,
    measures: AcrossMeasures,
    setting: Setting,
    is_right: bool = False,
    is_large: bool = True,
) -> tuple[TextMark, ...]:
    """The number from `x` on, or with its right end there; color: that of a marked one."""
    cells, fonts = (str(value.cell.id),), setting.fonts
    if value.number is None:
        text = _unknown(value, setting)
        style = label_style(measures.head.name.size, setting.ground.soft_text, is_bold=False)
        left = x - fonts.width(text, style) if is_right else x
        baseline = first_baseline(centre, 1, TypeSize(style.size, style.size))
        return (text_mark(MarkRole.NOTE, text, style, x=left, baseline=baseline, fonts=fonts, cells=cells),)
    style_of_number = _style(value, color, measures, setting, is_large=is_large)
    left = x - number_width(value.number, style_of_number, fonts) if is_right else x
    baseline = style_of_number.centred(centre, fonts)
    return number_marks(value.number, style_of_number, x=left, baseline=baseline, cells=cells, fonts=fonts)


def net_width(
    value: ChartValue, *, color: Color, measures: AcrossMeasures, setting: Setting, is_large: bool = True
) -> Pt:
    """How wide the number is, or what stands in its place."""
    marks = net_marks(value, 0.0, 0.0, color=color, measures=measures, setting=setting, is_large=is_large)
    return max(mark.x + mark.width for mark in marks)


def _style(
    value: ChartValue, color: Color, measures: AcrossMeasures, setting: Setting, *, is_large: bool
) -> NumberStyle:
    sizes = measures.frame.rows
    if value.highlight is Highlight.NONE:
        return NumberStyle.even(sizes.value, setting.ground.text)
    return NumberStyle.large(sizes.marked if is_large else sizes.value, color, setting.measures.least_unit)


def _unknown(value: ChartValue, setting: Setting) -> str:
    return missing_short(value.cell, setting.language.words)
