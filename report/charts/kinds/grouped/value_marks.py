"""One bar of a group: its bar and number on a track, or what stands in place of a number."""

from __future__ import annotations

from dataclasses import dataclass

from report.charts.marks.colors import Paint, color_on, value_color
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.signs import ring, state_words
from report.charts.marks.text import DESCENT, DIGIT_HEIGHT, first_baseline, label_style, text_mark
from report.charts.model import ChartValue, Highlight, Setting
from report.charts.rows.ticks import Tick
from report.drawing.model import Edge, Mark, MarkRole, Rect
from report.formats.grid import TypeSize
from report.language.numbers import NumberText
from report.tables.model import CellState
from report.units import NOISE, Box, Color, Pt

RING_SHARE = 0.75
"""Of the thickness of a bar that a ring in its place may take."""


@dataclass(frozen=True, slots=True)
class BarPlace:
    """Where one bar lies: from `left`, 100 % `length` long; sizes of a marked number and of others."""

    left: Pt
    length: Pt
    top: Pt
    thickness: Pt
    marked: Pt
    value: TypeSize

    @property
    def centre(self) -> Pt:
        """The height of its middle."""
        return self.top + self.thickness / 2


@dataclass(frozen=True, slots=True)
class PaintedValue:
    """The marks of a bar and of its number, and where the rightmost of both ends."""

    bar: tuple[Mark, ...]
    number: tuple[Mark, ...]
    right: Pt


def paint_value(value: ChartValue, place: BarPlace, paint: Paint, tick: Tick | None, setting: Setting) -> PaintedValue:
    """A bar with its number at the end; inside where it would pass the track, behind the tick that would cut it."""
    share, cells = value.cell.share, (str(value.cell.id),)
    if share is None or value.number is None:
        return _unpublished(value, place, tick, setting)
    length, fonts = share.drawn * place.length, setting.fonts
    end = place.left + length
    styles = _Numbers(value.number, place, end, tick, setting)
    style, x = styles.placed(_style(value, place, setting), color_on(paint.fill, setting.ground))
    number = number_marks(value.number, style, x=x, baseline=style.centred(place.centre), cells=cells, fonts=fonts)
    box = Box(place.left, place.top, length, place.thickness)
    bar = (Rect(MarkRole.BAR, box, paint.fill, paint.edge, cells),) if length else ()
    return PaintedValue(bar, number, max(end, x + number_width(value.number, style, fonts)))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Where a number stands: beside its bar that ends at `end`, clear of the tick and on the track, or on the bar."""

    number: NumberText
    place: BarPlace
    end: Pt
    tick: Tick | None
    setting: Setting

    def placed(self, style: NumberStyle, on_bar: Color) -> tuple[NumberStyle, Pt]:
        """The number in its style beside the bar, else on it in the other colour; and so in the size of the others."""
        for each in (style, style.at_most(self.place.value.size)):
            if (x := self._beside(each)) is not None:
                return each, x
            inside = each.at_most(self._highest).colored(on_bar)
            if (x := self._inside(inside)) is not None:
                return inside, x
        return each, self.end + self.setting.measures.value_gap

    @property
    def _highest(self) -> Pt:
        """The largest size that a thin bar holds."""
        measures = self.setting.measures
        free = self.place.thickness - 2 * measures.bars.inside_clear
        return max(measures.small_label.size, free / DIGIT_HEIGHT)

    def _beside(self, style: NumberStyle) -> Pt | None:
        width = number_width(self.number, style, self.setting.fonts)
        ways = [x for x in self._clear(self.end + self.setting.measures.value_gap, width) if x >= self.end]
        right = self.place.left + self.place.length
        return next((x for x in ways if x + width <= right + NOISE), None)

    def _inside(self, style: NumberStyle) -> Pt | None:
        width = number_width(self.number, style, self.setting.fonts)
        last = self.end - self.setting.measures.value_gap - width
        return next((x for x in self._clear(last, width) if self.place.left <= x <= last), None)

    def _clear(self, x: Pt, width: Pt) -> list[Pt]:
        """A place if the tick leaves it free, else those right and left of the tick."""
        if self.tick is None or self.tick.beside(x, width, self.setting) == x:
            return [x]
        gap = self.setting.measures.tick.value_gap
        return [self.tick.x + gap, self.tick.x - gap - width]


def _style(value: ChartValue, place: BarPlace, setting: Setting) -> NumberStyle:
    """Large and in its colour where it is marked; one size for all others, and bold where marked ones are no larger."""
    ground, measures, highlight = setting.ground, setting.measures, value.highlight
    if highlight is Highlight.NONE:
        return NumberStyle.even(place.value.size, ground.text)
    if place.marked == place.value.size:
        is_pale = highlight is Highlight.CONTRAST and place.marked < measures.least_contrast
        return NumberStyle.even(place.marked, ground.text if is_pale else value_color(highlight, ground), is_bold=True)
    return NumberStyle.large(place.marked, value_color(highlight, ground), measures.least_unit)


def _unpublished(value: ChartValue, place: BarPlace, tick: Tick | None, setting: Setting) -> PaintedValue:
    """A dashed ring and words for what was not published, words alone for what was not asked; behind a tick there."""
    measures, ground, fonts = setting.measures, setting.ground, setting.fonts
    style = label_style(place.value.size, ground.soft_text, is_bold=False)
    text, size = state_words(value.cell.state, setting.language.words), place.value
    # Words that are higher than a thin bar keep off the one below.
    lowest = place.top + place.thickness + measures.grouped.between - DESCENT * size.size
    baseline = min(first_baseline(place.centre, 1, size), lowest)
    has_ring, across = value.cell.state is not CellState.NOT_ASKED, min(measures.ring, RING_SHARE * place.thickness)
    indent = across + measures.value_gap if has_ring else 0.0
    x = place.left + measures.value_gap
    if tick:
        x = tick.beside(x, indent + fonts.width(text, style), setting)
    cells = (str(value.cell.id),)
    circle = ring(x + across / 2, place.centre, across, measures.ring_stroke, color=ground.soft_text, cells=cells)
    words = text_mark(MarkRole.NOTE, text, style, x=x + indent, baseline=baseline, fonts=fonts, cells=cells)
    return PaintedValue((), (*((circle,) if has_ring else ()), words), words.x + words.width)


def group_paints(count: int, setting: Setting) -> tuple[Paint, ...]:
    """The paints of so many muted groups, in their order; a ground with fewer greys repeats its last."""
    greys = setting.ground.several.segments
    fills = greys[min(count - 2, len(greys) - 1)]
    filled = [*fills, *[fills[-1]] * (count - len(fills))]
    return tuple(Paint(fill.color, Edge(fill.edge, setting.measures.edge) if fill.edge else None) for fill in filled)
