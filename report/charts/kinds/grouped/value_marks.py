"""One bar of a group: its bar and number on a track, or what stands in place of a number."""

from __future__ import annotations

from report.briefing.model.missing import missing_words
from report.charts.marks.colors import Paint, color_on
from report.charts.marks.differences import difference_marks, difference_width
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.signs import ring
from report.charts.marks.text import DESCENT, first_baseline, label_style, text_mark
from report.charts.model import ChartValue, Setting
from report.charts.rows.bar_numbers import BarNumber
from report.charts.rows.ticks import Tick
from report.charts.rows.whiskers import whisker_of
from report.drawing.model import Mark, MarkRole, Rect
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.tables.model import CellState
from report.units import Box, Pt

RING_SHARE = 0.75
"""Of the thickness of a bar that a ring in its place may take."""


@frozen
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


@frozen
class PaintedValue:
    """The marks of a bar and of its number, and where the rightmost of both ends."""

    bar: tuple[Mark, ...]
    number: tuple[Mark, ...]
    right: Pt


def paint_value(
    value: ChartValue, place: BarPlace, paint: Paint, style: NumberStyle, tick: Tick | None, setting: Setting
) -> PaintedValue:
    """A bar with its number at the end; inside where it would pass the track, behind the tick that would cut it.

    style: of the number behind its bar.
    """
    share, cells = value.cell.share, (str(value.cell.id),)
    if share is None or value.number is None:
        return _unpublished(value, place, tick, setting)
    length, fonts = share.drawn * place.length, setting.fonts
    end = place.left + length
    whisker = whisker_of(
        value.cell, left=place.left, length=place.length, centre=place.centre, thickness=place.thickness
    )
    style, x = BarNumber(
        number=value.number,
        left=place.left,
        length=place.length,
        end=end,
        thickness=place.thickness,
        tick=tick,
        on_bar=color_on(paint.fill, setting.ground),
        setting=setting,
        whisker=whisker,
        rest=value.rest,
    ).placed(style, place.value.size)
    baseline, width = style.centred(place.centre, fonts), number_width(value.number, style, fonts)
    number = (
        *number_marks(value.number, style, x=x, baseline=baseline, cells=cells, fonts=fonts),
        *difference_marks(value.rest, style, x=x + width, baseline=baseline, cells=cells, fonts=fonts),
    )
    width += difference_width(value.rest, style, fonts)
    box = Box(place.left, place.top, length, place.thickness)
    bar = (Rect(MarkRole.BAR, box, paint.fill, paint.edge, cells),) if length else ()
    line, last = (whisker.marks(setting), whisker.upper) if whisker else ((), end)
    return PaintedValue((*bar, *line), number, max(end, last, x + width))


def _unpublished(value: ChartValue, place: BarPlace, tick: Tick | None, setting: Setting) -> PaintedValue:
    """A dashed ring and words for what was not published, words alone for what was not asked; behind a tick there."""
    measures, ground, fonts = setting.measures, setting.ground, setting.fonts
    style = label_style(place.value.size, ground.soft_text, is_bold=False)
    text, size = missing_words(value.cell, setting.language.words), place.value
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
