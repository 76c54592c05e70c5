"""The marks of one cell of a table: its tint and its bare number, or what stands in place of one."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model.missing import missing_short
from report.charts.kinds.table.heat import steps_from_total, tint
from report.charts.marks.colors import color_on, filled
from report.charts.marks.differences import difference_marks
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.signs import ring
from report.charts.marks.text import CAP_HEIGHT, label_style, text_mark
from report.charts.model import Chart, ChartRow, ChartValue, Highlight, Setting
from report.drawing.model import Mark, MarkRole, Rect
from report.frozen import frozen
from report.language.numbers import NumberText
from report.tables.model import CellState
from report.theme.model import Fill
from report.units import Box, Pt

RING = 0.62
"""Diameter of the ring of what was not published, as a share of the size of type."""
RING_GAP = 0.2
"""Between a ring and the words behind it, as a share of the size of type."""
LEAST_STROKE: Pt = 0.75
NO_FIGURE = "–"
"""What was not asked has none."""


@frozen
class CellPlace:
    """The box of a cell, and the x where its figure ends."""

    box: Box
    figure: Pt

    @property
    def centre(self) -> Pt:
        """The height of its middle."""
        return self.box.top + self.box.height / 2


@frozen
class CellBrush:
    """Paints the cells of a chart; has_heat: whether they are tinted."""

    chart: Chart
    setting: Setting
    has_heat: bool

    def marks(self, row: ChartRow, value: ChartValue, place: CellPlace, *, is_total: bool) -> Iterator[Mark]:
        """The tint below the number, and the number."""
        cells = (str(value.cell.id),)
        if value.number is None:
            yield from without_figure(value, place, self.setting)
            return
        steps = steps_from_total(self.chart, row, value) if self.has_heat else 0
        fill = self._fill(value, steps)
        if fill is not None:
            yield self._area(fill, place)
        is_marked = value.highlight is not Highlight.NONE
        is_bold = is_total or steps > 0 or (is_marked and not self.has_heat)
        color = self.setting.ground.text if fill is None else color_on(fill.color, self.setting.ground)
        style = NumberStyle.even(self.setting.measures.table.text.size, color, is_bold=is_bold)
        yield from self._number(value.number, style, place, cells)
        yield from difference_marks(
            value.rest,
            style,
            x=place.figure,
            baseline=style.centred(place.centre, self.setting.fonts),
            cells=cells,
            fonts=self.setting.fonts,
        )

    def _fill(self, value: ChartValue, steps: int) -> Fill | None:
        """Accents for what the headline sets against each other, else the tint.

        Beside tints an accent is a strong tint: that of the side on which a cell lies, and ink where it has none.
        """
        ground = self.setting.ground
        if value.highlight is Highlight.NONE:
            return tint(steps, ground.several.heat, ground.ground) if ground.several.heat else None
        if self.has_heat:
            return Fill(ground.proof if steps > 0 else ground.contrast if steps < 0 else ground.text)
        return Fill(ground.proof if value.highlight is Highlight.PROOF else ground.contrast)

    def _area(self, fill: Fill, place: CellPlace) -> Rect:
        inset, box, above = self.setting.measures.table.inset, place.box, self.setting.measures.hairline
        area = Box(box.left + inset, box.top + above, box.width - inset, box.height - 2 * above)
        return filled(MarkRole.TINT, area, fill, self.setting.measures.hairline)

    def _number(
        self, number: NumberText, style: NumberStyle, place: CellPlace, cells: tuple[str, ...]
    ) -> Iterator[Mark]:
        """The digits alone: the head of the table says that they are per cent."""
        x = place.figure - self.setting.fonts.width(number.digits, style.digits)
        fonts = self.setting.fonts
        baseline = style.centred(place.centre, fonts)
        yield text_mark(MarkRole.VALUE, number.digits, style.digits, x=x, baseline=baseline, fonts=fonts, cells=cells)


def without_figure(value: ChartValue, place: CellPlace, setting: Setting) -> Iterator[Mark]:
    """A ring and "n. p." for what exists and was not published, a dash for what was not asked."""
    size, fonts, ground = setting.measures.table.text.size, setting.fonts, setting.ground
    style, cells = label_style(size, ground.soft_text, is_bold=False), (str(value.cell.id),)
    baseline = place.centre + CAP_HEIGHT * size / 2
    if value.cell.state is CellState.NOT_ASKED:
        x = place.figure - fonts.width(NO_FIGURE, style)
        yield text_mark(MarkRole.NOTE, NO_FIGURE, style, x=x, baseline=baseline, fonts=fonts, cells=cells)
        return
    text, across = missing_short(value.cell, setting.language.words), RING * size
    width = across + RING_GAP * size + fonts.width(text, style)
    left = place.box.left + min(setting.measures.table.name, max(0.0, place.box.width - width))
    x = max(place.figure - width, left) + across + RING_GAP * size
    stroke = max(LEAST_STROKE, setting.measures.ring_stroke * across / setting.measures.ring)
    middle = x - RING_GAP * size - across / 2
    yield ring(middle, place.centre, across, stroke, color=ground.soft_text, cells=cells)
    yield text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=fonts, cells=cells)
