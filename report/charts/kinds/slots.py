"""The slots of a chart over waves: how far apart, how wide their columns, how high 100 % is.

    |<- pitch ->|
    ▇▇▇         ▇▇▇         ▇▇▇      the first column begins at the left margin, the last ends at the right one

Source: docs/visual-language.md, "Chart kinds", columns; where it is silent the sizes of A4 are those of the slide in
the ratio of their labels.
"""

from __future__ import annotations

from dataclasses import dataclass

from report.charts.kinds.grid import HUNDRED_ON_SLIDE, MAIN_LEFT, MAIN_WIDTH, WORDS_GAP, column_left
from report.charts.kinds.measures import PAGE, SLIDE, TypeSize, measures_of
from report.charts.model import Medium
from report.units import Pt

COLUMN_SHARE = 0.45
"""Width of a column as a share of the pitch, where the slots are narrow."""


@dataclass(frozen=True, slots=True)
class ColumnMeasures:
    """The sizes of a chart over waves. column, pitch: at most. numbers: sizes of marked and other values.

    rise: from a column up to the baseline of its value; label, words: from the axis down to the baselines of the
    period and of what stands below it; ring: from the axis up to the middle of the ring. hundred: height of 100 %.
    axis: its stroke; sign: size of the break sign against that of a slide.
    clear, band, text_band: from a column to the band of a break, least width of the band, and of one with words.
    pad: from the edge of the band to its words; head: from its top to the first baseline.
    """

    column: Pt
    pitch: Pt
    hundred: Pt
    numbers: tuple[tuple[Pt, Pt], ...]
    rise: Pt
    label: Pt
    words: Pt
    ring: Pt
    axis: Pt
    sign: float
    clear: Pt
    band: Pt
    text_band: Pt
    pad: Pt
    head: Pt
    labels: tuple[TypeSize, TypeSize]
    note: TypeSize

    @property
    def below(self) -> Pt:
        """What stands below the axis."""
        return self.words + self.labels[0].size / 4


_ON_SLIDE = ColumnMeasures(
    column=57.6,
    pitch=324.0,
    hundred=HUNDRED_ON_SLIDE,
    numbers=((44.0, 28.0), (28.0, 18.0), (18.0, 18.0), (16.0, 16.0)),
    rise=12.0,
    label=24.5,
    words=45.0,
    ring=18.0,
    axis=1.0,
    sign=1.0,
    clear=41.0,
    band=28.8,
    text_band=110.0,
    pad=14.4,
    head=23.6,
    labels=(SLIDE.label, SLIDE.small_label),
    note=SLIDE.note,
)
_ON_PAGE = ColumnMeasures(
    column=32.0,
    pitch=180.0,
    hundred=MAIN_WIDTH / 2,
    numbers=((14.0, 10.0), (10.0, 10.0), (8.5, 8.5)),
    rise=6.0,
    label=13.5,
    words=25.0,
    ring=10.0,
    axis=0.75,
    sign=0.6,
    clear=22.0,
    band=16.0,
    text_band=62.0,
    pad=8.0,
    head=13.0,
    labels=(PAGE.label, PAGE.small_label),
    note=PAGE.note,
)
AXIS_ON_SLIDE: Pt = 249.0
"""From the line that exhibits hang from down to the axis."""
SPAN_ON_SLIDE: Pt = 543.6
"""From the left margin to the right end of the last column."""


def column_measures(medium: Medium) -> ColumnMeasures:
    """The sizes of a medium."""
    return _ON_SLIDE if measures_of(medium) is SLIDE else _ON_PAGE


@dataclass(frozen=True, slots=True)
class Slots:
    """Equal slots from `left` on, `pitch` apart; `width` is what the drawing may take."""

    count: int
    left: Pt
    pitch: Pt
    column: Pt
    width: Pt

    def centre(self, slot: int) -> Pt:
        """The x of the middle of a slot's column."""
        return self.left + self.column / 2 + slot * self.pitch

    def ends(self, slot: int) -> tuple[Pt, Pt]:
        """The left and right end of a slot's column."""
        return self.centre(slot) - self.column / 2, self.centre(slot) + self.column / 2


def slots_of(count: int, width: Pt, medium: Medium) -> Slots:
    """The slots of a chart in a place of that width."""
    measures = column_measures(medium)
    left, span, right = {
        Medium.SLIDE: (0.0, SPAN_ON_SLIDE, column_left(9) + WORDS_GAP),
        Medium.PAGE: (MAIN_LEFT, MAIN_WIDTH, MAIN_LEFT + MAIN_WIDTH),
    }.get(medium, (0.0, width, width))
    pitch = (span - measures.column) / (count - 1)
    if COLUMN_SHARE * pitch < measures.column:
        pitch = span / (count - 1 + COLUMN_SHARE)
    pitch = min(pitch, measures.pitch)
    return Slots(count, left, pitch, min(measures.column, COLUMN_SHARE * pitch), right)
