"""The figure and the label that stand beside a dot field for each of its parts, and for a declared rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.charts.kinds.colors import value_color
from report.charts.kinds.grid import SLIDE_WIDTH, column_left
from report.charts.kinds.lettering import (
    balanced_lines,
    block_height,
    first_baseline,
    label_style,
    line_marks,
    text_mark,
    widest,
)
from report.charts.kinds.measures import SLIDE, TypeSize
from report.charts.kinds.numbers import NumberStyle, number_marks, number_width
from report.charts.model import ChartRest, ChartRow, Setting
from report.charts.order import greatest_share, is_marked
from report.diagnostics import Diagnostic
from report.drawing.model import MarkRole, TextMark
from report.language.numbers import NumberText
from report.text.model import Line
from report.units import Pt

FIGURE_LEFT: Pt = column_left(6)
LABEL_LEFT: Pt = column_left(8)
LABEL_WIDTH: Pt = SLIDE_WIDTH - LABEL_LEFT
FIGURE_WIDTH: Pt = LABEL_LEFT - FIGURE_LEFT - 12.0

FIGURES: tuple[Pt, ...] = (66.0, 44.0, 28.0)
"""Sizes by rank; all behind the second have the last one, and so has what its rows are too low for."""
FIGURE_CLEAR: Pt = 6.0
LABELS = ((22.0, 20.0), (20.0, 18.0), (18.0, 18.0), (16.0, 16.0))
"""Sizes of a marked label and of the others; the largest pair at which all fit in two lines."""
FLOOR = LABELS[-1]
LINE_PITCH = 1.14
"""Of a label, as a share of its size."""
MOST_LINES = 2
REST = TypeSize(18.0, 20.5)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with its label. Marks stand around y = 0; height: of the higher of the two; right: end of the figure.

    cell: the id of the part's cell, "" for the rest.
    """

    cell: str
    marks: tuple[TextMark, ...]
    height: Pt
    right: Pt


def entries_of(
    rows: Sequence[ChartRow], rest: ChartRest | None, room: Sequence[Pt], setting: Setting
) -> tuple[Entry, ...] | Diagnostic:
    """An entry per part, then one for the rest; room: the height of each part's rows of dots."""
    labels = _labels(rows, setting)
    if isinstance(labels, Diagnostic):
        return labels
    by_share = sorted(range(len(rows)), key=lambda index: -greatest_share(rows[index]))
    parts = [
        _part(row, label, by_share.index(index), room[index], setting)
        for index, (row, label) in enumerate(zip(rows, labels, strict=True))
    ]
    return (*parts, _rest(rest, setting)) if rest else tuple(parts)


@dataclass(frozen=True, slots=True)
class _Label:
    lines: tuple[Line, ...]
    type_size: TypeSize

    @property
    def fits(self) -> bool:
        return len(self.lines) <= MOST_LINES and widest(self.lines) <= LABEL_WIDTH


def _labels(rows: Sequence[ChartRow], setting: Setting) -> list[_Label] | Diagnostic:
    """All labels at the largest sizes at which all fit; a short one where the whole one does not fit at the floor."""
    texts = [row.label if _label(row, row.label, FLOOR, setting).fits else row.narrow_label for row in rows]
    for sizes in LABELS:
        labels = [_label(row, text, sizes, setting) for row, text in zip(rows, texts, strict=True)]
        if all(label.fits for label in labels):
            return labels
    row = next(row for row, label in zip(rows, labels, strict=True) if not label.fits)
    return _too_long(row, setting)


def _label(row: ChartRow, text: str, sizes: tuple[Pt, Pt], setting: Setting) -> _Label:
    size = sizes[0] if is_marked(row) else sizes[1]
    style = label_style(size, setting.ground.text, is_bold=is_marked(row))
    lines = balanced_lines(text, style, LABEL_WIDTH, setting.fonts, setting.language)
    return _Label(lines, TypeSize(size, size * LINE_PITCH))


def _too_long(row: ChartRow, setting: Setting) -> Diagnostic:
    style = label_style(FLOOR[0], setting.ground.text, is_bold=is_marked(row))
    needed = setting.fonts.width(row.narrow_label, style)
    return Diagnostic(
        "label-too-long",
        f'the label of answer "{row.answer}" has no place beside its part',
        row.location,
        notes=(
            f"it is {needed:.0f} pt wide in the smallest size allowed, {MOST_LINES * LABEL_WIDTH:.0f} pt are there",
        ),
        hint="a shorter `short:` label on the answer is used where the whole one has no place",
    )


def _part(row: ChartRow, label: _Label, rank: int, room: Pt, setting: Setting) -> Entry:
    value, number = row.values[0], row.values[0].number if row.values[0] else None
    assert value is not None
    assert number is not None
    cells, fonts = (str(value.cell.id),), setting.fonts
    color = value_color(value.highlight, setting.ground)
    styles = [NumberStyle.large(size, color, SLIDE.least_unit) for size in FIGURES[min(rank, len(FIGURES) - 1) :]]
    style = next((style for style in styles if _has_room(number, style, room, setting)), styles[-1])
    figure = number_marks(number, style, x=FIGURE_LEFT, baseline=style.centred(0.0), cells=cells, fonts=fonts)
    words = _words(label.lines, label.type_size, setting)
    height = max(style.height, block_height(len(label.lines), label.type_size))
    return Entry(cells[0], (*figure, *words), height, figure[-1].x + figure[-1].width)


def _has_room(number: NumberText, style: NumberStyle, room: Pt, setting: Setting) -> bool:
    """Whether a figure stays within the height of its rows and left of the labels."""
    fits_rows = style.height + FIGURE_CLEAR <= room
    return fits_rows and number_width(number, style, setting.fonts) <= FIGURE_WIDTH


def _rest(rest: ChartRest, setting: Setting) -> Entry:
    soft, fonts = setting.ground.soft_text, setting.fonts
    baseline = first_baseline(0.0, 1, REST)
    bold = label_style(REST.size, soft, is_bold=True)
    head = text_mark(MarkRole.LABEL, rest.label, bold, x=FIGURE_LEFT, baseline=baseline, fonts=fonts)
    lines = balanced_lines(
        rest.reason, label_style(REST.size, soft, is_bold=False), LABEL_WIDTH, fonts, setting.language
    )
    words = _words(lines, REST, setting)
    return Entry("", (head, *words), block_height(len(lines), REST), head.x + head.width)


def _words(lines: Sequence[Line], type_size: TypeSize, setting: Setting) -> tuple[TextMark, ...]:
    baseline = first_baseline(0.0, len(lines), type_size)
    pitch, fonts = type_size.pitch, setting.fonts
    return line_marks(MarkRole.LABEL, lines, pitch, x=LABEL_LEFT, baseline=baseline, fonts=fonts)
