"""The places of a bar chart by medium and number of rows: where bars begin, how thick they are, how far apart.

    slide, 2-7 rows    label label |▇▇▇▇▇▇▇▇▇ 77 %        | ] words      bars on columns 4-8, words from column 9
    slide, 8-12 rows   label label label |▇▇▇▇▇ 77 %      | ] words      one column further right, one size smaller
    narrow             label
                       |▇▇▇▇▇▇▇▇▇ 77 %      |                            no room beside the bars
    page               label |▇▇▇▇▇▇▇ 77 %          |                    the side column, and the main column = 100 %

Source: docs/visual-language.md, "Chart kinds", bars.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from report.charts.kinds.grid import (
    HUNDRED_ON_SLIDE,
    MAIN_LEFT,
    MAIN_WIDTH,
    SIDE_WIDTH,
    WORDS_GAP,
    column_left,
    columns_width,
)
from report.charts.kinds.labels import LabelRoom
from report.charts.kinds.measures import PAGE, SLIDE, Measures, TypeSize
from report.charts.model import Medium
from report.kinds import BARS
from report.units import Pt

MOST_ROWS_ON_SLIDE = 12
FEW_ON_SLIDE = 7
FEW_ON_PAGE = 12


@dataclass(frozen=True, slots=True)
class RowMeasures:
    """How rows are set, in points.

    bar: thickness; least_bar: where labels above their bars need the room. least_pitch, most_pitch: from the top of a
    bar to the next; spread: from the first top to the last at most. marked, value: sizes of the numbers. above_gap:
    from the baseline of a label above its bar down to the bar; clear: from the bar before up to such a label.
    """

    bar: Pt
    least_bar: Pt
    least_pitch: Pt
    most_pitch: Pt
    spread: Pt
    marked: Pt
    value: Pt
    above_gap: Pt
    clear: Pt


@dataclass(frozen=True, slots=True)
class BarFrame:
    """Where the rows of a chart stand. left: of the bars; hundred: length of 100 %; words_left: of annotations.

    words_left is None where annotations have no place.
    """

    left: Pt
    hundred: Pt
    width: Pt
    words_left: Pt | None
    overhang: Pt
    labels: LabelRoom
    rows: RowMeasures

    @property
    def most_height(self) -> Pt:
        """What the exhibit uses of its place at most."""
        return self.rows.spread + self.rows.bar


_FEW = RowMeasures(28.8, 16.0, 44.6, 57.6, 270.0, marked=26.0, value=18.0, above_gap=6.0, clear=6.0)
_MANY = RowMeasures(16.0, 16.0, 25.0, 34.0, 283.0, marked=16.0, value=16.0, above_gap=6.0, clear=6.0)
_NARROW = RowMeasures(28.8, 28.8, 76.0, 76.0, inf, marked=26.0, value=18.0, above_gap=9.0, clear=8.0)
_PAGE_FEW = RowMeasures(15.0, 15.0, 24.6, 24.6, inf, marked=14.0, value=10.0, above_gap=4.0, clear=5.0)
_PAGE_MANY = RowMeasures(7.0, 7.0, 14.0, 14.0, inf, marked=10.0, value=10.0, above_gap=3.5, clear=4.0)
_PAGE_MANY_LONG = RowMeasures(12.0, 12.0, 21.0, 21.0, inf, marked=14.0, value=10.0, above_gap=4.0, clear=4.0)
_PAGE_NARROW_FEW = RowMeasures(15.0, 15.0, 38.0, 38.0, inf, marked=14.0, value=10.0, above_gap=5.0, clear=5.0)
_PAGE_NARROW_MANY = RowMeasures(7.0, 7.0, 24.0, 24.0, inf, marked=10.0, value=10.0, above_gap=4.0, clear=4.0)

_SIZES_ON_SLIDE = (SLIDE.label, SLIDE.small_label)
_SIZES_ON_PAGE = (PAGE.label, PAGE.small_label)


def frames(medium: Medium, rows: int, width: Pt) -> tuple[BarFrame, ...]:
    """The frames that a chart of so many rows may use at a width, the house's own first."""
    match medium:
        case Medium.SLIDE if rows <= FEW_ON_SLIDE:
            return (_on_slide(4, _FEW, _SIZES_ON_SLIDE, beside_lines=2, above_lines=1),)
        case Medium.SLIDE:
            # Where a label passes columns 1 to 4, all bars move right by another column; the length of 100 % stays.
            return tuple(
                _on_slide(first, _MANY, _SIZES_ON_SLIDE[1:], beside_lines=1, above_lines=0) for first in (5, 6)
            )
        case Medium.SLIDE_NARROW:
            return (_narrow(width, _NARROW, SLIDE),)
        case Medium.PAGE if rows <= FEW_ON_PAGE:
            return (_on_page(_PAGE_FEW, _SIZES_ON_PAGE, beside_lines=2, above_lines=1),)
        case Medium.PAGE:
            # Where a label needs a second line, all rows stand further apart.
            return (
                _on_page(_PAGE_MANY, _SIZES_ON_PAGE, beside_lines=1, above_lines=0),
                _on_page(_PAGE_MANY_LONG, _SIZES_ON_PAGE[1:], beside_lines=2, above_lines=1),
            )
        case Medium.PAGE_NARROW:
            measures = _PAGE_NARROW_FEW if rows <= FEW_ON_PAGE else _PAGE_NARROW_MANY
            return (_narrow(width, measures, PAGE),)


def most_rows(medium: Medium) -> int:
    """How many rows a chart may show there at all."""
    return MOST_ROWS_ON_SLIDE if medium in (Medium.SLIDE, Medium.SLIDE_NARROW) else BARS.rows.most


def _on_slide(
    first_column: int, rows: RowMeasures, sizes: tuple[TypeSize, ...], *, beside_lines: int, above_lines: int
) -> BarFrame:
    left, words_left = column_left(first_column), column_left(first_column + 5) + WORDS_GAP
    beside, most = columns_width(1, first_column - 1), left + HUNDRED_ON_SLIDE
    room = LabelRoom(beside, beside_lines, HUNDRED_ON_SLIDE, most, above_lines, sizes)
    return BarFrame(left, HUNDRED_ON_SLIDE, words_left, words_left, SLIDE.overhang, room, rows)


def _on_page(rows: RowMeasures, sizes: tuple[TypeSize, ...], *, beside_lines: int, above_lines: int) -> BarFrame:
    width = MAIN_LEFT + MAIN_WIDTH
    room = LabelRoom(SIDE_WIDTH, beside_lines, MAIN_WIDTH, width, above_lines, sizes)
    return BarFrame(MAIN_LEFT, MAIN_WIDTH, width, None, PAGE.overhang, room, rows)


def _narrow(width: Pt, rows: RowMeasures, measures: Measures) -> BarFrame:
    room = LabelRoom(0.0, 0, width, width, 2, (measures.label, measures.small_label))
    return BarFrame(0.0, width, width, None, measures.overhang, room, rows)
