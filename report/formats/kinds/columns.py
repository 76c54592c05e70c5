"""Columns over waves.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.page_columns import MAIN
from report.formats.picture_sizes import PictureChartSizes
from report.formats.rows import Span
from report.formats.scaling import REACH_OVER_WAVES, SCALES_ALONE, SCALES_OVER_WAVES
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class ColumnMeasures:
    """The sizes of a chart over waves.

    span: from the left end of the first column to the right end of the last. column, pitch: at most.
    scales: heights of 100 % as shares of its length, the largest that fits; reach: how high the highest share of all
    charts may be on a smaller one than the first, None where a chart stands alone and fills its place. axis_top: down
    to the axis, None where it is just low enough for its columns. axis: its stroke. numbers: sizes of marked and other
    values. rise: from a column up to the baseline of its value; label, words: from the axis down to the baselines of
    the period and of what stands below it; ring: from the axis up to the middle of the ring. apart: between words of
    neighbouring slots; below_gap: from the lowest baseline down to words of a break that stand there.
    words_left: where words beside the columns begin, None where they stand below; words_apart: of two breaks.
    is_inset: half of what is free between two columns is always free beside the outer ones.
    """

    span: Span
    words_left: Pt | None
    words_apart: Pt
    column: Pt
    pitch: Pt
    scales: tuple[float, ...]
    reach: Pt | None = None
    axis_top: Pt | None
    axis: Pt
    numbers: tuple[tuple[Pt, Pt], ...]
    rise: Pt
    label: Pt
    words: Pt
    ring: Pt
    apart: Pt
    below_gap: Pt
    band: BandMeasures
    is_inset: bool = False


@frozen(kw_only=True)
class BandMeasures:
    """The band of a break. clear: from a column to it; least: its width; text_least: its width with words inside.

    crowded: its least width where the numbers beside it have no room else. pad: from its edge to the words; head: from
    its top to their first baseline. stroke, dash: of its edges. value_clear: from it to a value. sign_room: what the
    sign takes before words that stand elsewhere, and sign_inset how far left of the middle of that room it stands.
    """

    clear: Pt
    least: Pt
    crowded: Pt
    text_least: Pt
    pad: Pt
    head: Pt
    stroke: Pt
    dash: tuple[Pt, Pt]
    value_clear: Pt
    sign_room: Pt
    sign_inset: Pt


BESIDE = ColumnMeasures(
    span=Span(0.0),
    words_left=None,
    words_apart=12.0,
    column=57.6,
    pitch=324.0,
    scales=SCALES_OVER_WAVES,
    reach=REACH_OVER_WAVES,
    axis_top=249.0,
    axis=1.0,
    numbers=((44.0, 28.0), (28.0, 18.0), (18.0, 18.0), (16.0, 16.0)),
    rise=12.0,
    label=24.5,
    words=45.0,
    ring=18.0,
    apart=6.0,
    below_gap=10.0,
    band=BandMeasures(
        clear=41.0,
        least=28.8,
        crowded=14.4,
        text_least=110.0,
        pad=14.4,
        head=23.6,
        stroke=1.0,
        dash=(3.0, 2.4),
        value_clear=2.0,
        sign_room=20.0,
        sign_inset=4.0,
    ),
)
LAST_COLUMN_INSET: Pt = 34.0
"""From the right end of the last column of a chart over waves to that of grid column 8."""
PAGE = ColumnMeasures(
    span=MAIN,
    words_left=None,
    words_apart=12.0,
    column=32.0,
    pitch=180.0,
    scales=(0.5,),
    axis_top=None,
    axis=0.75,
    numbers=((14.0, 10.0), (10.0, 10.0), (8.5, 8.5)),
    rise=6.0,
    label=13.5,
    words=25.0,
    ring=10.0,
    apart=6.0,
    below_gap=10.0,
    band=BandMeasures(
        clear=22.0,
        least=16.0,
        crowded=8.0,
        text_least=62.0,
        pad=8.0,
        head=13.0,
        stroke=0.6,
        dash=(3.0, 2.4),
        value_clear=2.0,
        sign_room=12.0,
        sign_inset=2.4,
    ),
)
NARROW_PAGE = replace(PAGE, span=Span(0.0))
PICTURE_RING: Pt = 26.0
"""From the axis up to the middle of a ring."""
PICTURE_BAND_PAD: Pt = 16.0
"""From the edge of a band to its words."""
PICTURE_PITCH = 0.46
"""From a column to the next at most, as a share of the measure: two columns stand together, three fill it."""


def on_slide(beside: ColumnMeasures, columns: SlideColumns) -> ColumnMeasures:
    """On columns 1 to 8, words of breaks and annotations from column 9."""
    last = columns.width(1, 8) - LAST_COLUMN_INSET * columns.factor
    return replace(beside, span=Span(0.0, last, columns.words_left), words_left=columns.words_left)


def in_picture(beside: ColumnMeasures, sizes: PictureChartSizes) -> ColumnMeasures:
    """As high as the picture has room for."""
    return replace(
        beside,
        ring=PICTURE_RING,
        band=replace(beside.band, head=sizes.label.size, pad=PICTURE_BAND_PAD),
        pitch=PICTURE_PITCH * sizes.hundred,
        scales=SCALES_ALONE,
        reach=None,
        axis_top=sizes.axis,
        numbers=(
            (sizes.marked, sizes.label.size),
            (sizes.label.size, sizes.label.size),
            (sizes.floor.size, sizes.floor.size),
        ),
    )
