"""Rows of two dots.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.page_columns import MAIN, SIDE
from report.formats.picture_sizes import PictureChartSizes
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class DumbbellMeasures:
    """The sizes of rows of two dots.

    scales: lengths of 100 % as shares of the usual one, the first that has room, each with the x where 0 % would lie.
    beside: widths of labels left of the dots that take more than a line, () where labels stand above the dots.
    label_gap: from labels to values. first: from the names of the dots down to the middle of the first row; head_clear:
    from words of the head down to the first label. pitch: between rows, most_pitch: where the place has more room.
    label_rise: from the middle of a row up to the last baseline of a label above it. dot: radius. ring_stroke, bar:
    strokes of the earlier dot and between both. value_gap: from the middle of a dot to its value. change_gap: from
    values to the changes.
    """

    scales: tuple[tuple[float, Pt], ...]
    beside: tuple[Pt, ...]
    label_gap: Pt
    first: Pt
    head_clear: Pt
    pitch: Pt
    most_pitch: Pt
    label_rise: Pt
    dot: Pt
    ring_stroke: Pt
    bar: Pt
    value_gap: Pt
    change_gap: Pt


BESIDE = DumbbellMeasures(
    scales=((1.0, 0.0), (0.5, 0.0), (0.4, 0.0), (0.25, 0.0)),
    beside=(),
    label_gap=14.4,
    first=16.5,
    head_clear=14.5,
    pitch=49.5,
    most_pitch=49.5,
    label_rise=17.5,
    dot=8.0,
    ring_stroke=2.25,
    bar=3.5,
    value_gap=14.0,
    change_gap=12.0,
)
PAGE = DumbbellMeasures(
    scales=((1.0, MAIN.left), (0.5, MAIN.left)),
    beside=(SIDE,),
    label_gap=13.0,
    first=9.5,
    head_clear=8.0,
    pitch=27.5,
    most_pitch=27.5,
    label_rise=10.0,
    dot=4.5,
    ring_stroke=1.25,
    bar=2.0,
    value_gap=8.0,
    change_gap=8.0,
)
NARROW_PAGE = replace(PAGE, scales=((1.0, 0.0), (0.5, 0.0), (0.4, 0.0), (0.25, 0.0)), beside=(), label_gap=8.0)
SLIDE_LABEL_GAP: Pt = 24.0
"""More than a gutter: a label and the value behind it are nearly of one size."""


def on_slide(beside: DumbbellMeasures, columns: SlideColumns) -> DumbbellMeasures:
    """Twice as long as 100 % is elsewhere, up to the right margin; once where labels leave no room for that."""
    return replace(
        beside,
        label_gap=SLIDE_LABEL_GAP * columns.factor,
        scales=((2.0, columns.whole - 2 * columns.hundred), (1.0, columns.left(4))),
        beside=(columns.width(1, 3), columns.width(1, 4)),
    )


def in_picture(beside: DumbbellMeasures, sizes: PictureChartSizes) -> DumbbellMeasures:
    """Rows as far apart as bars may be."""
    return replace(beside, most_pitch=sizes.rows.most_pitch)
