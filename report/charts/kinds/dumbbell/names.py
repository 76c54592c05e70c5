"""Which dot stands for which column, said once: above the dots of the first row, else in the head."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.kinds.dumbbell.rows import PlacedDots, published
from report.charts.marks.head import Head, baseline, right_width
from report.charts.marks.spreading import spread
from report.charts.marks.text import CAP_HEIGHT, label_style, text_mark
from report.charts.model import Chart, ChartColumn, Highlight, Setting
from report.charts.order import highlight_of_row
from report.drawing.model import Circle, Edge, Mark, MarkRole, TextMark
from report.frozen import frozen
from report.text.model import Style
from report.units import Color, Pt

SWATCH = 0.36
"""Radius of the dot before a name, as a share of its size."""


@frozen
class PlacedNames:
    """The marks of the names, and the last line of the head with them.

    words_line: the last line that has words at the left margin, above the first label; None if none has.
    """

    marks: tuple[Mark, ...]
    last_line: int
    words_line: int | None


def place_names(chart: Chart, placed: PlacedDots, head: Head, setting: Setting) -> PlacedNames:
    """The names below the words of the head, or beside its last line where that is short."""
    above = _above_dots(chart, placed, setting)
    if above is None:
        return _in_lines(chart, head, setting)
    left, number = min(mark.x for mark in above), max(1, head.count)
    if head.count > 1 and head.right_of(head.count - 1) + setting.measures.head_notes.gap <= left:
        number = head.count - 1
    y = baseline(number, setting)
    words_line = head.count - 1 if head.lines else None
    return PlacedNames(tuple(mark.lowered(y) for mark in above), number, words_line)


def _above_dots(chart: Chart, placed: PlacedDots, setting: Setting) -> list[TextMark] | None:
    """Both names on a baseline at y = 0, centred on the dots of the first row as far as they leave each other room."""
    first = chart.rows[0]
    if placed.is_above or len(published(first)) < len(chart.columns):
        return None
    fonts, measures = setting.fonts, setting.measures
    colors = {Highlight.PROOF: setting.ground.proof, Highlight.CONTRAST: setting.ground.contrast}
    styles = _styles(colors.get(highlight_of_row(first), setting.ground.text), setting)
    entries = [
        (placed.x(value), _text(column), style)
        for value, column, style in zip(published(first), chart.columns, styles, strict=True)
    ]
    entries.sort(key=lambda entry: entry[0])
    widths = [fonts.width(text, style) for _, text, style in entries]
    wanted = [x - width / 2 for (x, _, _), width in zip(entries, widths, strict=True)]
    places = spread(wanted, widths, apart=measures.head_notes.gap / 2, left=0.0, right=placed.right)
    if places is None:
        return None
    return [
        text_mark(MarkRole.NOTE, text, style, x=x, baseline=0.0, fonts=fonts)
        for x, (_, text, style) in zip(places, entries, strict=True)
    ]


def _in_lines(chart: Chart, head: Head, setting: Setting) -> PlacedNames:
    """The names behind their dots, in the colour of no row: they stand for every one.

    Side by side, before the words at the right end of the head where nothing else stands there; each in a line of its
    own where they have no room beside each other.
    """
    styles, gap = _styles(setting.ground.text, setting), setting.measures.head_notes.gap
    widths = [_entry_width(column, style, setting) for column, style in zip(chart.columns, styles, strict=True)]
    beside_head = head.width - right_width(head.right, setting, has_sign=head.has_sign) - gap
    together = sum(widths) + gap
    number = 0 if not head.lines and together <= beside_head else max(1, head.count)
    is_line = together <= head.width
    marks, x, last = list[Mark](), 0.0, len(chart.columns) - 1
    for place, (column, style, width) in enumerate(zip(chart.columns, styles, widths, strict=True)):
        y = baseline(number if is_line else number + place, setting)
        marks += _entry(column, style, x, y, setting, is_last=place == last)
        x += width + gap if is_line else 0.0
    last_line = number if is_line else number + last
    return PlacedNames(tuple(marks), last_line, last_line)


def _entry_width(column: ChartColumn, style: Style, setting: Setting) -> Pt:
    return setting.measures.head_notes.sign_room + setting.fonts.width(_text(column), style)


def _entry(column: ChartColumn, style: Style, left: Pt, y: Pt, setting: Setting, *, is_last: bool) -> Iterator[Mark]:
    measures, color, ground = setting.measures.dumbbell, style.color, setting.ground.ground
    radius = SWATCH * style.size
    stroke = measures.ring_stroke * radius / measures.dot
    x, centre = left + radius, y - CAP_HEIGHT * style.size / 2
    if is_last:
        yield Circle(MarkRole.SWATCH, x, centre, radius, color)
    else:
        yield Circle(MarkRole.SWATCH, x, centre, radius - stroke / 2, ground, Edge(color, stroke))
    words = left + setting.measures.head_notes.sign_room
    yield text_mark(MarkRole.NOTE, _text(column), style, x=words, baseline=y, fonts=setting.fonts)


def _styles(color: Color, setting: Setting) -> tuple[Style, Style]:
    """The earlier name grey, the later one bold in a colour."""
    size = setting.measures.head_notes.text.size
    return label_style(size, setting.ground.soft_text, is_bold=False), label_style(size, color, is_bold=True)


def _text(column: ChartColumn) -> str:
    """The name of a column; of a group how many were asked, too."""
    return column.label if column.date or column.base is None else f"{column.label}, {column.base.text}"
