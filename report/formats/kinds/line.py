"""Lines over waves at true dates.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.page_columns import MAIN
from report.formats.picture_sizes import PictureChartSizes
from report.formats.rows import Span
from report.formats.scaling import REACH_OVER_WAVES, SCALES_ALONE, SCALES_OVER_WAVES, scaled
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class LineMeasures:
    """The sizes of lines over waves.

    span: from the first date to the last; longest: what it may grow to where the names at the end leave room.
    scales: lengths of 100 % as shares of the usual one, the first that fits; reach: how high the highest share of all
    charts may be on another than the first, None: as high as the place has room for.
    axis_top: down to the axis, None where it is just low enough for its lines. top: above the highest point.
    proof, contrast, other: strokes; gap, gap_dash: of a stretch across what was not published; halo: clear around
    marked lines and points. point, last_point, other_point: radii. marked, value: sizes of numbers; apart,
    marked_apart: from the middle of a label to the next. label_gap: from the last date to the labels; lead, lead_end:
    from a point to its leader, and from this to the label. value_gap: from a point to a value beside it; name_gap: from
    a value to the name; change_gap: from names to changes, None where these have no place. beyond: what the axis
    reaches further than the dates; axis: its stroke; tick: at a date. date_apart: between dates; label, words: from the
    axis down to the baselines of dates and of what stands below them. ring: diameter of the ring of an unpublished
    wave, ring_rise: from the axis up to its middle. clear: from points to the band of a break; inner_clear: where
    values stand between; ended: width of the name of a line that ends early. head_left: where the
    words of the head begin.
    """

    span: Span
    longest: Pt
    scales: tuple[float, ...]
    reach: Pt | None = None
    axis_top: Pt | None
    top: Pt
    proof: Pt
    contrast: Pt
    other: Pt
    gap: Pt
    gap_dash: tuple[Pt, Pt]
    halo: Pt
    point: Pt
    last_point: Pt
    other_point: Pt
    marked: Pt
    value: Pt
    apart: Pt
    marked_apart: Pt
    label_gap: Pt
    lead: Pt
    lead_end: Pt
    value_gap: Pt
    name_gap: Pt
    change_gap: Pt | None
    beyond: Pt
    axis: Pt
    tick: Pt
    date_apart: Pt
    label: Pt
    words: Pt
    ring: Pt
    ring_rise: Pt
    head_left: Pt
    clear: Pt
    inner_clear: Pt
    ended: Pt


BESIDE = LineMeasures(
    span=Span(50.0, 115.0),
    longest=115.0,
    scales=SCALES_OVER_WAVES,
    reach=REACH_OVER_WAVES,
    axis_top=249.0,
    top=14.3,
    proof=3.25,
    contrast=2.5,
    other=2.0,
    gap=1.25,
    gap_dash=(3.0, 2.4),
    halo=1.2,
    point=4.5,
    last_point=6.5,
    other_point=3.6,
    marked=26.0,
    value=18.0,
    apart=19.0,
    marked_apart=27.0,
    label_gap=24.0,
    lead=9.0,
    lead_end=5.0,
    value_gap=12.5,
    name_gap=11.0,
    change_gap=None,
    beyond=8.0,
    axis=1.0,
    tick=5.0,
    date_apart=48.0,
    label=24.5,
    words=45.0,
    ring=14.0,
    ring_rise=14.0,
    head_left=0.0,
    clear=41.0,
    inner_clear=60.0,
    ended=180.0,
)
PLOT = (56.8, 516.8)
"""From which x to which dates lie on a slide."""
PAGE_SHARE = 0.56
"""Lines over waves against those of a slide."""
PAGE = replace(
    scaled(BESIDE, PAGE_SHARE),
    span=Span(MAIN.left + 5.6, 187.0),
    longest=187.0,
    head_left=MAIN.left,
    scales=(0.5,),
    reach=None,
    axis_top=None,
    marked=14.0,
    value=10.0,
    apart=13.0,
    marked_apart=17.0,
    label_gap=16.7,
    change_gap=8.0,
    gap=0.75,
    gap_dash=(3.0, 2.4),
    axis=0.75,
)
NARROW_PAGE = replace(PAGE, span=Span(30.0, 120.0), longest=120.0, head_left=0.0, change_gap=None)
PICTURE_LONGEST = 0.62
"""From the first date to the last at most, as a share of the measure."""
YEAR = 2.5
"""Width of a year in the smallest type of a picture, with what is clear before the next, as a multiple of its size."""
PICTURE_AXIS = 1.25
"""From the top down to the axis of lines, as a share of that of columns, which bear more words below."""


def on_slide(beside: LineMeasures, columns: SlideColumns) -> LineMeasures:
    """Dates where the sketch has them; names and changes right of them."""
    return replace(
        beside,
        span=Span(PLOT[0] * columns.factor, (PLOT[1] - PLOT[0]) * columns.factor),
        longest=(PLOT[1] - PLOT[0]) * columns.factor,
        label_gap=30.0 * columns.factor,
        change_gap=14.0 * columns.factor,
    )


def in_picture(beside: LineMeasures, sizes: PictureChartSizes) -> LineMeasures:
    """As long as the names at the end let them be, as high as the picture has room for."""
    return replace(
        beside,
        longest=PICTURE_LONGEST * sizes.hundred,
        scales=SCALES_ALONE,
        reach=None,
        axis_top=PICTURE_AXIS * sizes.axis,
        date_apart=YEAR * sizes.floor.size,
    )
