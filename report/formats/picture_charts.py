"""Charts in pictures that stand by themselves, in pixels: 100 % is the full measure, labels stand above their bars.

    0                                    1104      from the left margin, 48; upright pictures 936, from 72
    label
    |▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 51 %                  |

What is not here is as in places beside the text of a slide, in the ratio of the labels. A further kind of chart finds
its measures for pictures in this module.

Source: docs/visual-language.md, "Type", "Chart kinds" and "PDF and press kinds".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from report.formats import house_charts
from report.formats.charts import (
    BarMeasures,
    ChartMeasures,
    KeyMeasures,
    RowFrame,
    RowFrames,
    RowMeasures,
    RowPlace,
    Span,
)
from report.formats.grid import TypeSize
from report.formats.scaling import scaled
from report.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureChartSizes:
    """What a chart in a picture is set by. hundred: the full measure; label: category labels and values that are not
    marked, smaller: further sizes of labels, the floor last; marked: the large value.

    rows: how many are shown at most, and how they stand. axis: of columns, from the exhibit's top; part: height of a
    100 % bar. most_clusters: of two groups each; clusters: height of all; cluster_bar: thickness of a bar in one.
    """

    hundred: Pt
    label: TypeSize
    smaller: tuple[TypeSize, ...]
    marked: Pt
    most_rows: int
    rows: RowMeasures
    axis: Pt
    part: Pt
    most_clusters: int
    clusters: Pt
    cluster_bar: Pt

    @property
    def floor(self) -> TypeSize:
        """The smallest size of a label, and the size of other words in a chart."""
        return self.smaller[-1]


def picture_charts(sizes: PictureChartSizes) -> ChartMeasures:
    """The measures of charts in a picture of these sizes."""
    beside_text = scaled(house_charts.NARROW, sizes.label.size / house_charts.NARROW.label.size)
    return replace(
        beside_text,
        hundred=sizes.hundred,
        label=sizes.label,
        small_label=sizes.floor,
        note=sizes.floor,
        least_unit=sizes.floor.size,
        least_contrast=sizes.floor.size,
        stamp=sizes.floor.size,
        keys=KeyMeasures(size=sizes.floor.size, radius=17.0, gap=11.0),
        bars=BarMeasures(by_rows=(RowFrames(sizes.most_rows, (_rows(sizes),)),), inside_clear=0.7),
        grouped=replace(
            beside_text.grouped,
            height=sizes.clusters,
            bar=sizes.cluster_bar,
            least_bar=sizes.cluster_bar * LEAST_BAR,
            between=BETWEEN_BARS,
            most_bars=2 * sizes.most_clusters,
            most_rows=sizes.most_clusters,
            marked=sizes.marked,
            least_marked=sizes.label.size,
            thick=sizes.marked * DIGIT_HEIGHT,
            value=sizes.label.size,
            least_value=sizes.floor.size,
            base=sizes.floor,
        ),
        columns=replace(
            beside_text.columns,
            ring=RING_RISE,
            band=replace(beside_text.columns.band, head=sizes.label.size, pad=BAND_PAD),
            pitch=COLUMN_PITCH * sizes.hundred,
            scales=COLUMN_SCALES,
            axis_top=sizes.axis,
            numbers=(
                (sizes.marked, sizes.label.size),
                (sizes.label.size, sizes.label.size),
                (sizes.floor.size, sizes.floor.size),
            ),
        ),
        parts=replace(
            beside_text.parts,
            height=sizes.part,
            marked=sizes.marked,
            value=sizes.label.size,
            below=DIGIT_HEIGHT * sizes.marked + PART_GAP,
        ),
    )


COLUMN_SCALES = (1.0, 0.5, 0.25, 0.125)
"""Heights of 100 % as shares of its length."""
RING_RISE: Pt = 26.0
"""From the axis up to the middle of a ring."""
BAND_PAD: Pt = 16.0
"""From the edge of a band to its words."""
LEAST_BAR = 0.6
"""The thinnest bar of a cluster against the usual one."""
BETWEEN_BARS: Pt = 3.0
"""Of a cluster."""
DIGIT_HEIGHT = 0.649
"""Of its size."""
PART_GAP: Pt = 13.0
"""From a 100 % bar down to the digits of a value that has no room on its part."""
COLUMN_PITCH = 0.4
"""From a column to the next at most, as a share of the measure: two columns stand together."""


def _rows(sizes: PictureChartSizes) -> RowFrame:
    return RowFrame(
        beside=(),
        beside_lines=0,
        above=RowPlace(track=Span(0.0), label=inf),
        above_lines=2,
        sizes=(sizes.label, *sizes.smaller),
        rows=sizes.rows,
    )


LANDSCAPE = PictureChartSizes(
    hundred=1104.0,
    label=TypeSize(33.0, 37.5),
    smaller=(TypeSize(31.2, 33.0),),
    marked=52.0,
    most_rows=4,
    rows=RowMeasures(
        bar=34.0,
        least_bar=30.0,
        least_pitch=0.0,
        most_pitch=87.0,
        spread=inf,
        marked=52.0,
        value=33.0,
        above_gap=10.0,
        clear=18.0,
    ),
    axis=235.0,
    part=84.0,
    most_clusters=2,
    clusters=300.0,
    cluster_bar=46.0,
)
PORTRAIT = PictureChartSizes(
    hundred=936.0,
    label=TypeSize(36.0, 41.0),
    smaller=(TypeSize(32.5, 37.0), TypeSize(29.0, 33.0)),
    marked=84.0,
    most_rows=7,
    rows=RowMeasures(
        bar=64.0,
        least_bar=34.0,
        least_pitch=0.0,
        most_pitch=186.0,
        spread=inf,
        marked=84.0,
        value=38.0,
        above_gap=15.0,
        clear=18.0,
    ),
    axis=560.0,
    part=150.0,
    most_clusters=4,
    clusters=780.0,
    cluster_bar=68.0,
)
SQUARE = replace(
    PORTRAIT,
    hundred=952.0,
    most_rows=5,
    rows=replace(PORTRAIT.rows, most_pitch=130.0),
    axis=330.0,
    part=120.0,
    most_clusters=3,
    clusters=520.0,
)
STORY = PORTRAIT
