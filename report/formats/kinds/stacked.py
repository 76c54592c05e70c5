"""Several 100 % bars: from column 4 of a slide on; on three quarters of a page's main column where a net follows."""

from __future__ import annotations

from dataclasses import replace

from report.formats import across
from report.formats.across import AcrossMeasures
from report.formats.page_columns import HUNDRED, MAIN, SIDE
from report.formats.picture_sizes import PictureChartSizes
from report.formats.rows import RowPlace, Span
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class StackedMeasures:
    """Several 100 % bars. net_left: from their right end to the numbers of a net; net_width: of its name, if it may."""

    across: AcrossMeasures
    net_left: Pt
    net_width: Pt


BESIDE = StackedMeasures(across=across.BESIDE, net_left=13.0, net_width=150.0)
NARROW_SHARE = 0.75
"""Of the length of 100 %, in places beside a text: a net stands right of it."""
PAGE_LENGTH: Pt = 0.75 * HUNDRED
"""Of a 100 % bar that has a net or the key of an annotation at its right; else it fills the main column."""
PAGE_PLACE = RowPlace(track=Span(MAIN.left, PAGE_LENGTH), label=SIDE)
PAGE = StackedMeasures(
    across=replace(across.beside_labels(across.PAGE, PAGE_PLACE), most_rows=8),
    net_left=10.0,
    net_width=76.0,
)
NARROW_PAGE = replace(PAGE, across=across.below_labels(PAGE.across, Span(0.0, PAGE_LENGTH)))


def beside_text(beside: StackedMeasures, hundred: Pt) -> StackedMeasures:
    """In places beside a text where 100 % is that long elsewhere."""
    return replace(beside, across=across.below_labels(beside.across, Span(0.0, NARROW_SHARE * hundred)))


def on_slide(beside: StackedMeasures, columns: SlideColumns) -> StackedMeasures:
    """Bars from column 4 on, and further right where a label is longer; words of annotations from column 10."""
    net_left = 26.0 * columns.factor
    words_left = columns.left(10) + 2 * columns.words_gap
    places = [
        RowPlace(
            track=Span(columns.left(first), columns.hundred),
            label=columns.width(1, first - 1),
            words_left=words_left if first == 4 else None,
        )
        for first in range(4, 7)
        if columns.left(first) + columns.hundred + 2 * net_left < columns.whole
    ]
    return replace(beside, across=across.beside_labels(beside.across, *places), net_left=net_left)


def in_picture(beside: StackedMeasures, sizes: PictureChartSizes) -> StackedMeasures:
    """Labels above their bars."""
    return replace(beside, across=across.in_picture(beside.across, sizes), net_left=across.PICTURE_NET)
