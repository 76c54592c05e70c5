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
    AcrossMeasures,
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
    100 % bar at least and at most. most_clusters: of up to three groups each; clusters: height of all; cluster_bar:
    thickness of a bar in one. most_bands: bars whose answers lie across; bands: how they stand.
    """

    hundred: Pt
    label: TypeSize
    smaller: tuple[TypeSize, ...]
    marked: Pt
    most_rows: int
    rows: RowMeasures
    axis: Pt
    part: tuple[Pt, Pt]
    most_clusters: int
    clusters: Pt
    cluster_bar: Pt
    most_bands: int
    bands: RowMeasures

    @property
    def floor(self) -> TypeSize:
        """The smallest size of a label, and the size of other words in a chart."""
        return self.smaller[-1]


def picture_charts(sizes: PictureChartSizes) -> ChartMeasures:
    """The measures of charts in a picture of these sizes."""
    beside_text = scaled(house_charts.NARROW, sizes.label.size / house_charts.NARROW.label.size)
    across = _across(sizes, beside_text.stacked.across)
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
        bars=BarMeasures(
            by_rows=(RowFrames(sizes.most_rows, (_rows(sizes),)),),
            inside_clear=INSIDE_CLEAR,
            in_order=(_close_rows(sizes),),
        ),
        grouped=replace(
            beside_text.grouped,
            height=sizes.clusters,
            bar=sizes.cluster_bar,
            least_bar=sizes.cluster_bar * LEAST_BAR,
            between=BETWEEN_BARS,
            most_bars=MOST_GROUPS * sizes.most_clusters,
            most_rows=sizes.most_clusters,
            marked=sizes.bands.marked,
            least_marked=sizes.label.size,
            thick=sizes.bands.marked * DIGIT_HEIGHT,
            value=sizes.label.size,
            least_value=sizes.floor.size,
            base=sizes.floor,
        ),
        stacked=replace(beside_text.stacked, across=across, net_left=BESIDE_NET),
        diverging=replace(beside_text.diverging, across=across, scales=FILLING_SCALES, figure=None, net_gap=BESIDE_NET),
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
        line=replace(
            beside_text.line,
            longest=LONGEST_LINE * sizes.hundred,
            scales=FILLING_SCALES,
            axis_top=LINE_AXIS * sizes.axis,
        ),
        parts=replace(
            beside_text.parts,
            height=sizes.part[0],
            most_height=sizes.part[1],
            marked=sizes.marked,
            value=sizes.label.size,
            below=DIGIT_HEIGHT * sizes.marked + PART_GAP,
        ),
    )


FILLING_SCALES = tuple(hundredth / 100 for hundredth in range(100, 24, -1))
"""Lengths of 100 % as shares of the measure: bars around a middle and lines fill it."""
LONGEST_LINE = 0.62
"""From the first date to the last at most, as a share of the measure."""
LINE_AXIS = 1.25
"""From the top down to the axis of lines, as a share of that of columns, which bear more words below."""
INSIDE_CLEAR: Pt = 4.0
"""Above and below the digits of a number on a bar."""
BESIDE_NET: Pt = 14.0
"""From a bar to the number of its net."""
NET_ROOM = 2.75
"""Of the size of a marked number: what a net takes right of a 100 % bar, with what is clear beside it."""
LEGEND_GAP: Pt = 20.0
"""From the lowest letters of the names of answers to the first label."""
COLUMN_SCALES = (1.0, 0.5, 0.25, 0.125)
"""Heights of 100 % as shares of its length."""
RING_RISE: Pt = 26.0
"""From the axis up to the middle of a ring."""
BAND_PAD: Pt = 16.0
"""From the edge of a band to its words."""
LEAST_BAR = 0.6
"""The thinnest bar of a cluster against the usual one."""
NAMES_GAP: Pt = 22.0
"""Between two names of answers on a line."""
MOST_GROUPS = 3
"""Of which a picture shows as many clusters as of two; of four it shows fewer."""
BETWEEN_BARS: Pt = 3.0
"""Of a cluster."""
DIGIT_HEIGHT = 0.649
"""Of its size."""
BAND_GAP: Pt = 2.0
"""Between two parts of a bar; twice as much beside a net."""
CLOSE_LABELS, MOST_LABELS = 0.25, 0.45
"""Of the measure: what labels beside close rows take, as a rule and at most."""
CLOSE_PITCH = 1.3
"""From row to row at least where they stand close, in lines of a label at the floor."""
PART_GAP: Pt = 13.0
"""From a 100 % bar down to the digits of a value that has no room on its part."""
COLUMN_PITCH = 0.4
"""From a column to the next at most, as a share of the measure: two columns stand together."""


def _across(sizes: PictureChartSizes, beside_text: AcrossMeasures) -> AcrossMeasures:
    """Bars of parts below their labels; a net stands right of the bar."""
    floor, track = sizes.floor, Span(0.0, sizes.hundred - NET_ROOM * sizes.bands.marked)
    head = beside_text.head
    return replace(
        beside_text,
        head=replace(head, height=head.line + LEGEND_GAP, name=floor, apart=NAMES_GAP),
        frame=replace(_rows(sizes), above=RowPlace(track=track, label=inf), rows=sizes.bands),
        most_rows=sizes.most_bands,
        gap=BAND_GAP,
        net_gap=2 * BAND_GAP,
        number=floor.size,
        clear=5.0,
        base=floor,
        group_pitch=inf,
        after_total=(0.0, 0.0),
    )


def _rows(sizes: PictureChartSizes) -> RowFrame:
    return RowFrame(
        beside=(),
        beside_lines=0,
        above=RowPlace(track=Span(0.0), label=inf),
        above_lines=2,
        sizes=(sizes.label, *sizes.smaller),
        rows=sizes.rows,
    )


def _close_rows(sizes: PictureChartSizes) -> RowFrame:
    """Bars as thin as they may be, their labels on one line beside them."""
    rows, labels = sizes.rows, (CLOSE_LABELS * sizes.hundred, MOST_LABELS * sizes.hundred)
    return replace(
        _rows(sizes),
        beside=tuple(RowPlace(track=Span(left), label=left - sizes.label.size) for left in labels),
        beside_lines=1,
        above=None,
        rows=replace(rows, bar=rows.least_bar, least_pitch=CLOSE_PITCH * sizes.floor.pitch, marked=sizes.label.size),
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
    part=(84.0, 168.0),
    most_clusters=2,
    clusters=300.0,
    cluster_bar=46.0,
    most_bands=3,
    bands=RowMeasures(
        bar=44.0,
        least_bar=30.0,
        least_pitch=0.0,
        most_pitch=112.0,
        spread=inf,
        marked=46.0,
        value=33.0,
        above_gap=10.0,
        clear=18.0,
    ),
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
    part=(150.0, 420.0),
    most_clusters=4,
    clusters=780.0,
    cluster_bar=68.0,
    most_bands=5,
    bands=RowMeasures(
        bar=64.0,
        least_bar=38.0,
        least_pitch=0.0,
        most_pitch=186.0,
        spread=inf,
        marked=64.0,
        value=38.0,
        above_gap=15.0,
        clear=22.0,
    ),
)
SQUARE = replace(
    PORTRAIT,
    hundred=952.0,
    most_rows=5,
    rows=replace(PORTRAIT.rows, most_pitch=130.0),
    axis=330.0,
    part=(120.0, 300.0),
    most_clusters=3,
    clusters=520.0,
    most_bands=4,
    bands=replace(PORTRAIT.bands, bar=56.0, most_pitch=130.0),
)
STORY = replace(PORTRAIT, part=(150.0, 540.0))
