"""Bars of parts whose answers lie across: what `stacked` and `diverging` have in common."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.formats import page_columns, slide_columns
from report.formats.grid import TypeSize
from report.formats.picture_sizes import PictureChartSizes
from report.formats.rows import RowFrame, RowMeasures, RowPlace, Span, labels_above
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class HeadMeasures:
    """Names of answers over the first of several bars.

    height: down to that bar; line: baseline of their last lines. apart: between two names; tick: of the upright ends
    of a leader, inset: how far from the end of a name it begins.
    """

    height: Pt
    line: Pt
    name: TypeSize
    most_lines: int
    apart: Pt
    tick: Pt
    inset: Pt


@frozen(kw_only=True)
class AcrossMeasures:
    """What bars of parts have in common whose answers lie across.

    most_rows: of one chart. gap: between two parts, net_gap: beside a net. number: size of a number in a part, clear:
    on both sides of it; least_share: a smaller part bears none. base: type of an n below a label; group_pitch: at most
    where there is one. after_total: what follows the row of all who were asked beyond the pitch, at most and at least.
    """

    head: HeadMeasures
    frame: RowFrame
    most_rows: int
    gap: Pt
    net_gap: Pt
    number: Pt
    clear: Pt
    least_share: float
    base: TypeSize
    group_pitch: Pt
    after_total: tuple[Pt, Pt]


ROWS = RowMeasures(
    bar=32.0,
    least_bar=20.0,
    least_pitch=45.2,
    most_pitch=56.0,
    spread=inf,
    marked=26.0,
    value=18.0,
    above_gap=7.0,
    clear=18.0,
)
BESIDE = AcrossMeasures(
    head=HeadMeasures(
        height=41.0, line=21.0, name=slide_columns.SMALL_LABEL, most_lines=2, apart=9.0, tick=2.5, inset=3.0
    ),
    frame=labels_above((slide_columns.LABEL, slide_columns.SMALL_LABEL), ROWS),
    most_rows=6,
    gap=1.0,
    net_gap=3.0,
    number=16.0,
    clear=1.0,
    least_share=0.04,
    base=slide_columns.SMALL_LABEL,
    group_pitch=53.0,
    after_total=(13.0, 6.0),
)
PAGE_ROWS = RowMeasures(
    bar=14.4,
    least_bar=14.4,
    least_pitch=28.0,
    most_pitch=28.0,
    spread=inf,
    marked=14.0,
    value=10.0,
    above_gap=4.5,
    clear=11.0,
)
PAGE = AcrossMeasures(
    head=HeadMeasures(
        height=27.0, line=15.0, name=page_columns.SMALL_LABEL, most_lines=2, apart=6.0, tick=1.5, inset=2.0
    ),
    frame=RowFrame(
        beside=(RowPlace(track=page_columns.MAIN, label=page_columns.SIDE),),
        beside_lines=2,
        above=None,
        above_lines=0,
        sizes=(page_columns.LABEL, page_columns.SMALL_LABEL),
        rows=PAGE_ROWS,
    ),
    most_rows=10,
    gap=0.75,
    net_gap=2.0,
    number=8.5,
    clear=0.7,
    least_share=0.04,
    base=page_columns.SMALL_LABEL,
    group_pitch=28.0,
    after_total=(8.0, 8.0),
)
NET_ROOM = 2.75
"""Of the size of a marked number: what a net takes right of a 100 % bar, with what is clear beside it."""
LEGEND_CLEAR = 1.4
"""From the lowest letters of the names of answers to the first label, against what is clear above other labels."""
NAMES_GAP: Pt = 22.0
"""Between two names of answers on a line."""
PICTURE_NET: Pt = 14.0
"""From a bar to the number of its net."""
BAND_GAP: Pt = 2.0
"""Between two parts of a bar; twice as much beside a net."""


def beside_labels(across: AcrossMeasures, *places: RowPlace) -> AcrossMeasures:
    """Labels of up to two lines left of the bars, and nowhere else."""
    return replace(across, frame=replace(across.frame, beside=places, beside_lines=2, above=None, above_lines=0))


def below_labels(across: AcrossMeasures, track: Span) -> AcrossMeasures:
    """Labels of up to two lines above the bars, and nowhere else."""
    above = RowPlace(track=track, label=inf)
    return replace(across, frame=replace(across.frame, beside=(), above=above, above_lines=2))


def in_picture(beside: AcrossMeasures, sizes: PictureChartSizes) -> AcrossMeasures:
    """Bars of parts below their labels; a net stands right of the bar."""
    floor, track = sizes.floor, Span(0.0, sizes.hundred - NET_ROOM * sizes.bands.marked)
    head = beside.head
    return replace(
        beside,
        head=replace(head, height=head.line + LEGEND_CLEAR * sizes.bands.clear, name=floor, apart=NAMES_GAP),
        frame=replace(labels_above(sizes.labels, sizes.bands), above=RowPlace(track=track, label=inf)),
        most_rows=sizes.most_bands,
        gap=BAND_GAP,
        net_gap=2 * BAND_GAP,
        number=floor.size,
        clear=5.0,
        base=floor,
        group_pitch=inf,
        after_total=(0.0, 0.0),
    )
