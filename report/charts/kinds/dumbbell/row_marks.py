"""The marks of one row: label, two dots with a bar between them, values outward, and the change at the right end."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.kinds.dumbbell.rows import PlacedDots, RowWords, published, ring_size, value_style
from report.charts.marks.assembly import cell_ids
from report.charts.marks.head import sign_before
from report.charts.marks.numbers import number_marks, number_width
from report.charts.marks.signs import ring
from report.charts.marks.text import digit_height, first_baseline, label_style, line_marks, text_mark
from report.charts.model import ChartRow, ChartValue, Highlight, Setting
from report.charts.order import highlight_of_row, is_marked
from report.drawing.model import Circle, Edge, Mark, MarkRole, Stroke, TextMark
from report.frozen import frozen
from report.tables.model import CellState
from report.units import Color, Pt

INSIDE = 0.45
"""The radius of a dot inside a ring, as a share of the usual one: else both would be one blob."""


@frozen
class RowBrush:
    """A row and the height of its middle."""

    row: ChartRow
    words: RowWords
    placed: PlacedDots
    centre: Pt
    setting: Setting

    @property
    def color(self) -> Color:
        """The colour of the dots."""
        ground = self.setting.ground
        marked = {Highlight.PROOF: ground.proof, Highlight.CONTRAST: ground.contrast}
        return marked.get(highlight_of_row(self.row), ground.mid)

    def marks(self) -> Iterator[Mark]:
        """Everything of the row."""
        yield from self._label()
        yield from self._dots()
        yield from self._values()
        yield from self._change()

    @property
    def right(self) -> Pt:
        """Where the rightmost of dots and values ends."""
        return max((mark.x + mark.width for mark in self._values()), default=self.placed.zero)

    def _label(self) -> Iterator[Mark]:
        size, words = self.placed.size, self.words
        baseline = first_baseline(self.centre, words.lines, size)
        if self.placed.is_above:
            rise = self.setting.measures.dumbbell.label_rise
            baseline = self.centre - rise - (words.lines - 1) * size.pitch
        fonts = self.setting.fonts
        yield from line_marks(MarkRole.LABEL, words.label, size.pitch, x=0.0, baseline=baseline, fonts=fonts)
        below = baseline + len(words.label) * size.pitch
        small, soft = self.setting.measures.small_label.size, self.setting.ground.soft_text
        style = label_style(min(small, size.size), soft, is_bold=False)
        for number, line in enumerate(words.earlier):
            yield text_mark(MarkRole.NOTE, line.text, style, x=0.0, baseline=below + number * size.pitch, fonts=fonts)

    def _dots(self) -> Iterator[Mark]:
        """The bar, then the ring of the earlier value, then the later one on top, inside it where both are near."""
        measures, values = self.setting.measures.dumbbell, published(self.row)
        if len(values) == 2:
            ends = [self.placed.x(value) for value in values]
            yield Stroke(
                MarkRole.BAR,
                ends[0],
                self.centre,
                ends[1],
                self.centre,
                self.color,
                measures.bar,
                cells=cell_ids(values),
            )
        for value in values:
            x, cells = self.placed.x(value), cell_ids([value])
            is_near = len(values) == 2 and abs(self.placed.x(values[0]) - self.placed.x(values[1])) < measures.dot
            if value is self.row.values[0]:
                radius, edge = measures.dot - measures.ring_stroke / 2, Edge(self.color, measures.ring_stroke)
                yield Circle(MarkRole.POINT, x, self.centre, radius, self.setting.ground.ground, edge, cells)
            else:
                radius = INSIDE * measures.dot if is_near else measures.dot
                yield Circle(MarkRole.POINT, x, self.centre, radius, self.color, None, cells)

    def _values(self) -> Iterator[TextMark]:
        """The smaller number left of its dot, the larger right of it; of two that are level the earlier one left."""
        values = published(self.row)
        ranked = sorted(values, key=lambda value: value.cell.share.drawn if value.cell.share else 0.0)
        for value in values:
            yield from self._value(value, is_left=len(values) == 2 and value is ranked[0])

    def _value(self, value: ChartValue, *, is_left: bool) -> Iterator[TextMark]:
        assert value.number is not None
        measures, fonts, x = self.setting.measures, self.setting.fonts, self.placed.x(value)
        style = value_style(value, self.row, measures.label.size, self.setting, is_last=value is self.row.values[1])
        gap = measures.dumbbell.value_gap
        start = x - gap - number_width(value.number, style, fonts) if is_left else x + gap
        yield from number_marks(
            value.number,
            style,
            x=start,
            baseline=style.centred(self.centre, fonts),
            cells=cell_ids([value]),
            fonts=fonts,
        )

    def _change(self) -> Iterator[Mark]:
        """The change, right-aligned, behind `//` where the wording changed; or what a number is missing for."""
        if not self.words.change:
            return
        ground, fonts, size = self.setting.ground, self.setting.fonts, self.setting.measures.label.size
        missing = [value for value in self.row.values if value and not value.number]
        is_bold = is_marked(self.row) and not missing
        style = label_style(size, self.color if is_bold else ground.soft_text, is_bold=is_bold)
        x = self.placed.right - fonts.width(self.words.change, style)
        baseline = self.centre + digit_height(fonts) * size / 2
        cells, role = cell_ids(missing or self.row.values), MarkRole.NOTE if missing else MarkRole.CHANGE
        yield text_mark(role, self.words.change, style, x=x, baseline=baseline, fonts=fonts, cells=cells)
        if self.words.is_broken:
            yield from sign_before(x, baseline, self.setting)
        if any(value.cell.state is not CellState.NOT_ASKED for value in missing):
            across, stroke = ring_size(self.placed.size), self.setting.measures.ring_stroke
            left = x - self.setting.measures.value_gap - across
            yield ring(left + across / 2, self.centre, across, stroke, color=ground.soft_text, cells=cells)
