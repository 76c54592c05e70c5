"""The figure and the label that stand beside a dot field for each of its parts, and for a declared rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.charts.marks.assembly import cell_ids
from report.charts.marks.colors import value_color
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.text import (
    balanced_lines,
    block_height,
    first_baseline,
    label_style,
    line_marks,
    text_mark,
    widest,
)
from report.charts.model import ChartRest, ChartRow, Highlight, Setting
from report.charts.order import greatest_share, is_marked
from report.diagnostics import Diagnostic
from report.drawing.model import MarkRole, TextMark
from report.formats.grid import TypeSize
from report.formats.kinds.parts import DotFieldMeasures
from report.frozen import frozen
from report.language.numbers import NumberText
from report.text.model import Line, Style
from report.units import Pt

LINE_PITCH = 1.14
"""Of a label, as a share of its size."""
MOST_LINES = 2


@frozen
class Entry:
    """A figure with its label. Marks stand around y = 0; height: of the higher of the two; right: end of the figure.

    cell: the id of the part's cell, "" for the rest.
    """

    cell: str
    marks: tuple[TextMark, ...]
    height: Pt
    right: Pt


def entries_of(
    rows: Sequence[ChartRow],
    rest: ChartRest | None,
    heights: Sequence[Pt],
    *,
    sizes: DotFieldMeasures,
    label_width: Pt,
    setting: Setting,
) -> tuple[Entry, ...] | Diagnostic:
    """An entry per part, then one for the rest; heights: of each part's rows of dots."""
    writer = _Writer(sizes, label_width, setting)
    labels = writer.labels(rows)
    if isinstance(labels, Diagnostic):
        return labels
    figures = writer.figure_sizes(rows, heights)
    parts = [writer.part(row, label, figures[greatest_share(row)]) for row, label in zip(rows, labels, strict=True)]
    return (*parts, writer.rest(rest)) if rest else tuple(parts)


@frozen
class _Label:
    lines: tuple[Line, ...]
    type_size: TypeSize


@frozen
class _Writer:
    """Sets entries around y = 0."""

    sizes: DotFieldMeasures
    label_width: Pt
    setting: Setting

    def labels(self, rows: Sequence[ChartRow]) -> list[_Label] | Diagnostic:
        """All at the largest sizes at which all fit; a short one where the whole one does not fit at the floor."""
        floor = self.sizes.labels[-1]
        texts = [row.label if self._fits(self._label(row, row.label, floor)) else row.narrow_label for row in rows]
        for sizes in self.sizes.labels:
            labels = [self._label(row, text, sizes) for row, text in zip(rows, texts, strict=True)]
            if all(self._fits(label) for label in labels):
                return labels
        row = next(row for row, label in zip(rows, labels, strict=True) if not self._fits(label))
        needed = self.setting.fonts.width(row.narrow_label, self._style(row, floor))
        limit = MOST_LINES * self.label_width
        return Diagnostic(
            "label-too-long",
            f'the label of answer "{row.id}" has no place beside its part',
            row.location,
            notes=(f"it is {needed:.0f} pt wide in the smallest size allowed, {limit:.0f} pt are there",),
            hint="a shorter `short:` label on the answer is used where the whole one has no place",
        )

    def figure_sizes(self, rows: Sequence[ChartRow], heights: Sequence[Pt]) -> Mapping[float, Pt]:
        """The size of the figures of each share: by rank, equal ones alike, as far as rows of dots leave room."""
        shares = sorted((greatest_share(row) for row in rows), reverse=True)
        sizes: dict[float, Pt] = {}
        for row, height in zip(rows, heights, strict=True):
            share, least = greatest_share(row), self.sizes.figures[-1]
            by_rank = self.sizes.figures[min(shares.index(share), len(self.sizes.figures) - 1) :]
            size = next((size for size in by_rank if self._has_room(row, size, height)), least)
            sizes[share] = min(size, sizes.get(share, size))
        return sizes

    def part(self, row: ChartRow, label: _Label, size: Pt) -> Entry:
        """The figure in its size, and the label."""
        number, cells, fonts, sizes = _number(row), cell_ids(row.values), self.setting.fonts, self.sizes
        style = self._figure_style(row, size)
        baseline = style.centred(0.0, fonts)
        figure = number_marks(number, style, x=sizes.figure_left, baseline=baseline, cells=cells, fonts=fonts)
        words = self._words(label.lines, label.type_size)
        block = block_height(len(label.lines), label.type_size)
        return Entry(cells[0], (*figure, *words), max(style.height(fonts), block), figure[-1].x + figure[-1].width)

    def rest(self, rest: ChartRest) -> Entry:
        """What no answer covers: its name where figures stand, its reason where labels do."""
        size, soft, fonts = self.sizes.rest, self.setting.ground.soft_text, self.setting.fonts
        bold, plain = (label_style(size.size, soft, is_bold=is_bold) for is_bold in (True, False))
        baseline, x = first_baseline(0.0, 1, size), self.sizes.figure_left
        head = text_mark(MarkRole.LABEL, rest.label, bold, x=x, baseline=baseline, fonts=fonts)
        lines = balanced_lines(rest.reason, plain, self.label_width, fonts, self.setting.language)
        words = self._words(lines, size)
        return Entry("", (head, *words), block_height(len(lines), size), head.x + head.width)

    def _has_room(self, row: ChartRow, size: Pt, height: Pt) -> bool:
        """Whether a figure keeps to the height of its rows of dots and to the column of figures."""
        style = self._figure_style(row, size)
        width = number_width(_number(row), style, self.setting.fonts)
        return style.height(self.setting.fonts) + self.sizes.figure_clear <= height and width <= self.sizes.figure_width

    def _figure_style(self, row: ChartRow, size: Pt) -> NumberStyle:
        highlight = row.values[0].highlight if row.values[0] else Highlight.NONE
        return NumberStyle.large(size, value_color(highlight, self.setting.ground), self.setting.measures.least_unit)

    def _label(self, row: ChartRow, text: str, sizes: tuple[Pt, Pt]) -> _Label:
        style = self._style(row, sizes)
        lines = balanced_lines(text, style, self.label_width, self.setting.fonts, self.setting.language)
        return _Label(lines, TypeSize(style.size, style.size * LINE_PITCH))

    def _style(self, row: ChartRow, sizes: tuple[Pt, Pt]) -> Style:
        size = sizes[0] if is_marked(row) else sizes[1]
        return label_style(size, self.setting.ground.text, is_bold=is_marked(row))

    def _fits(self, label: _Label) -> bool:
        return len(label.lines) <= MOST_LINES and widest(label.lines) <= self.label_width

    def _words(self, lines: Sequence[Line], type_size: TypeSize) -> tuple[TextMark, ...]:
        baseline, x = first_baseline(0.0, len(lines), type_size), self.sizes.label_left
        return line_marks(MarkRole.LABEL, lines, type_size.pitch, x=x, baseline=baseline, fonts=self.setting.fonts)


def _number(row: ChartRow) -> NumberText:
    """The number of a part; the kind shows published ones alone."""
    number = row.values[0].number if row.values[0] else None
    assert number is not None
    return number
