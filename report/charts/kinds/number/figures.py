"""The published numbers of a chart of few numbers: their marks and widths."""

from __future__ import annotations

from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.model import ChartRow, ChartValue, Setting
from report.drawing.model import TextMark
from report.language.numbers import NumberText
from report.units import Pt


def published_marks(row: ChartRow, style: NumberStyle, x: Pt, baseline: Pt, setting: Setting) -> tuple[TextMark, ...]:
    """The number of a row, with its cell."""
    value, number = _published(row)
    return number_marks(number, style, x=x, baseline=baseline, cells=(str(value.cell.id),), fonts=setting.fonts)


def published_width(row: ChartRow, style: NumberStyle, setting: Setting) -> Pt:
    """How wide it is."""
    return number_width(_published(row)[1], style, setting.fonts)


def _published(row: ChartRow) -> tuple[ChartValue, NumberText]:
    value = row.values[0]
    assert value is not None and value.number is not None, "composing has refused numbers that were not published"
    return value, value.number
