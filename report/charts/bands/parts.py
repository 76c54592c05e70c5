"""The parts of one bar: rectangles with a gap between them, a number in each that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model.missing import missing_short, missing_words
from report.charts.marks.colors import Paint, color_on
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.signs import ring
from report.charts.marks.text import digit_height, first_baseline, label_style, text_mark
from report.charts.model import ChartRow, ChartValue, Highlight, Setting
from report.drawing.model import Mark, MarkRole, Rect
from report.formats.across import AcrossMeasures
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.tables.model import CellState
from report.units import Box, Pt

RING_SHARE = 0.6
"""Of the thickness of a bar that a ring in it may take."""


@frozen
class PartOfBar:
    """A value from one x to another, as painted; its number stands in it unless it is told elsewhere."""

    value: ChartValue
    left: Pt
    right: Pt
    paint: Paint
    is_numbered: bool = True


@frozen
class BarPainter:
    """Paints the parts of a bar between two heights."""

    top: Pt
    thickness: Pt
    measures: AcrossMeasures
    setting: Setting

    @property
    def centre(self) -> Pt:
        """The height of its middle."""
        return self.top + self.thickness / 2

    def parts(self, parts: Sequence[PartOfBar]) -> list[Mark]:
        """All rectangles, then all numbers."""
        boxes = [self._box(part) for part in parts]
        return [*(box for box in boxes if box), *(mark for part in parts for mark in self._number(part))]

    def _box(self, part: PartOfBar) -> Rect | None:
        if part.right <= part.left:
            return None
        box = Box(part.left, self.top, part.right - part.left, self.thickness)
        return Rect(MarkRole.BAR, box, part.paint.fill, part.paint.edge, (str(part.value.cell.id),))

    def _number(self, part: PartOfBar) -> tuple[Mark, ...]:
        number, share = part.value.number, part.value.cell.share
        if number is None or share is None or not part.is_numbered or share.drawn < self.measures.least_share:
            return ()
        color = color_on(part.paint.fill, self.setting.ground)
        is_bold = part.value.highlight is not Highlight.NONE
        style = NumberStyle.even(self.measures.number, color, is_bold=is_bold).digits
        fonts = self.setting.fonts
        width = fonts.width(number.digits, style)
        if width + 2 * self.measures.clear > part.right - part.left:
            return ()
        x, baseline = (part.left + part.right - width) / 2, self.centre + digit_height(fonts) * style.size / 2
        cells = (str(part.value.cell.id),)
        return (text_mark(MarkRole.VALUE, number.digits, style, x=x, baseline=baseline, fonts=fonts, cells=cells),)

    def missing(self, row: ChartRow, x: Pt, right: Pt) -> list[Mark]:
        """A ring for answers of the row that were not published, from `x` to `right`; words too where nothing was."""
        hidden = [value for value in row.values if value and value.number is None]
        if not hidden:
            return []
        setting, cells = self.setting, tuple(str(value.cell.id) for value in hidden)
        is_alone = len(hidden) == sum(value is not None for value in row.values)
        asked = [value for value in hidden if value.cell.state is not CellState.NOT_ASKED]
        marks = list[Mark]()
        if asked:
            across = min(setting.measures.ring, RING_SHARE * self.thickness, max(0.0, right - x))
            if across > 0:
                stroke, color = setting.measures.ring_stroke, setting.ground.soft_text
                marks.append(ring(x + across / 2, self.centre, across, stroke, color=color, cells=cells))
            x += across + setting.measures.value_gap
        if is_alone:
            size = self.measures.head.name.size
            style = label_style(size, setting.ground.soft_text, is_bold=False)
            text = missing_words((asked or hidden)[0].cell, setting.language.words)
            if asked and x + setting.fonts.width(text, style) > right:
                text = missing_short(asked[0].cell, setting.language.words)
            baseline = first_baseline(self.centre, 1, TypeSize(size, size))
            marks.append(
                text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=setting.fonts, cells=cells)
            )
        return marks
