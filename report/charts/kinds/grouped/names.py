"""The names of the groups, said once: beside their bars of the first cluster, or in a line above it."""

from __future__ import annotations

from dataclasses import dataclass

from report.charts.kinds.grouped.value_marks import group_paints
from report.charts.marks.assembly import does_not_fit
from report.charts.marks.colors import Paint, mark_paint
from report.charts.marks.text import CAP_HEIGHT, label_style, text_mark
from report.charts.model import Chart, ChartColumn, Highlight, Setting
from report.charts.rows.placing import PlacedRows
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole, Rect, TextMark
from report.survey.model import AnswerRole
from report.text.model import Style
from report.units import Box, Color, Pt

SWATCH_SHARE = 0.72
"""Side of the small square before a name that stands above the bars, as a share of its size."""


@dataclass(frozen=True, slots=True)
class PlacedNames:
    """The marks of the names, where the rightmost ends, and the height that no words stand above."""

    marks: tuple[Mark, ...]
    right: Pt
    words_top: Pt


def place_names(chart: Chart, rows: PlacedRows, bar: Pt, width: Pt, setting: Setting) -> PlacedNames | Diagnostic:
    """The names beside their bars where the page has room for them there, else above the first cluster."""
    left = setting.measures.grouped.names_left
    has_room = left is not None and rows.track.right <= left and not rows.labels.is_above
    if left is None or not has_room:
        return _above(chart, rows, width, setting)
    return _beside(chart, rows, bar, left, width, setting)


def _beside(chart: Chart, rows: PlacedRows, bar: Pt, left: Pt, width: Pt, setting: Setting) -> PlacedNames | Diagnostic:
    measures, marks = setting.measures.grouped, list[TextMark]()
    baseline = rows.tops[0]
    for number, column in enumerate(chart.columns):
        centre = rows.tops[0] + number * (bar + measures.between) + bar / 2
        size = min(measures.name.size, max(measures.base.size, bar + measures.between - 1.0))
        baseline = centre + CAP_HEIGHT * size / 2
        style = label_style(size, _color(chart, number, setting), is_bold=True)
        found = _name(column, style, left, baseline, width - left, setting)
        if found is None:
            return _too_wide(chart, column)
        marks += found
    words_top = baseline + measures.names_clear - measures.name.size
    return PlacedNames(tuple(marks), max(mark.x + mark.width for mark in marks), words_top)


def _above(chart: Chart, rows: PlacedRows, width: Pt, setting: Setting) -> PlacedNames | Diagnostic:
    """In one line, each behind a small square in the colour of its bars."""
    measures, fonts = setting.measures.grouped, setting.fonts
    first = rows.tops[0] - rows.frame.rows.above_gap
    above = rows.labels.most_lines * rows.labels.type_size.pitch if rows.labels.is_above else 0.0
    baseline, size = first - above, measures.name.size
    side, marks, x = SWATCH_SHARE * size, list[Mark](), rows.track.left
    right = x
    for number, column in enumerate(chart.columns):
        paint = _paint(chart, number, setting)
        swatch = Box(x, baseline - side, side, side)
        style = label_style(size, setting.ground.text, is_bold=True)
        left = x + side + measures.base_gap
        found = _name(column, style, left, baseline, width - left, setting)
        if found is None:
            return _too_wide(chart, column)
        right = max(mark.x + mark.width for mark in found)
        marks += [Rect(MarkRole.SWATCH, swatch, paint.fill, paint.edge), *found]
        x = right + 2 * measures.base_gap + fonts.width(" ", style)
    return PlacedNames(tuple(marks), right, 0.0)


def _name(column: ChartColumn, style: Style, x: Pt, baseline: Pt, room: Pt, setting: Setting) -> list[TextMark] | None:
    """A name, and its n behind it where there is room; that stands in the note anyway."""
    fonts, measures = setting.fonts, setting.measures.grouped
    name = text_mark(MarkRole.LABEL, column.label, style, x=x, baseline=baseline, fonts=fonts)
    if name.width > room:
        return None
    if column.base is None:
        return [name]
    grey = label_style(measures.base.size, setting.ground.soft_text, is_bold=False)
    base = text_mark(
        MarkRole.NOTE,
        column.base.text,
        grey,
        x=x + name.width + measures.base_gap,
        baseline=baseline,
        fonts=fonts,
    )
    return [name, base] if base.x + base.width <= x + room else [name]


def _paint(chart: Chart, number: int, setting: Setting) -> Paint:
    """The paint of a group's bar in the first cluster."""
    value = chart.rows[0].values[number]
    highlight = value.highlight if value else Highlight.NONE
    if highlight is Highlight.NONE:
        return group_paints(len(chart.columns), setting)[number]
    return mark_paint(highlight, AnswerRole.REGULAR, setting.ground, setting.measures.edge)


def _color(chart: Chart, number: int, setting: Setting) -> Color:
    """The colour of a name: that of its bar in the first cluster, if that stands out."""
    value = chart.rows[0].values[number]
    if value is None or value.highlight is Highlight.NONE:
        return setting.ground.text
    return _paint(chart, number, setting).fill


def _too_wide(chart: Chart, column: ChartColumn) -> Diagnostic:
    message = f'the name of the group "{column.label}" has no place beside the bars'
    return does_not_fit(chart, message, "a shorter `label` of the segment column, or fewer of them with `columns:`")
