"""Charts on the house's A4 pages: of the whole measure, and of narrower places.

    0      124.7  141.8                493.3    from the left margin, 51
    label label   |▇▇▇▇▇▇▇ 77 %          |      the side column, and the main column = 100 %

Source: docs/visual-language.md, "Grid", "Type" and "Chart kinds"; where it is silent the sizes of A4 are those of the
slide in the ratio of their labels.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.formats import house_charts
from report.formats.charts import (
    AcrossMeasures,
    BandMeasures,
    BarMeasures,
    ChartMeasures,
    ColumnMeasures,
    DivergingMeasures,
    DumbbellMeasures,
    GroupedMeasures,
    HeadMeasures,
    HeadNoteMeasures,
    KeyMeasures,
    NumberMeasures,
    PartMeasures,
    RowFrame,
    RowFrames,
    RowMeasures,
    RowPlace,
    Span,
    StackedMeasures,
    TableChartMeasures,
    TickMeasures,
)
from report.formats.grid import TypeSize
from report.formats.scaling import scaled
from report.units import Pt

SIDE: Pt = 124.7
HUNDRED: Pt = 351.5
MAIN = Span(141.8, HUNDRED, 493.3)
"""The main column, in a box as wide as the measure."""

LABEL, SMALL_LABEL = TypeSize(10.0, 10.8), TypeSize(8.5, 9.5)
LINES = 0.56
"""Lines over waves against those of a slide."""
SIGNS = 0.6
"""Signs of a break against those of a slide."""
FEW_ROWS = RowMeasures(
    bar=15.0,
    least_bar=15.0,
    least_pitch=24.6,
    most_pitch=24.6,
    spread=inf,
    marked=14.0,
    value=10.0,
    above_gap=4.0,
    clear=8.0,
)
MANY_ROWS = RowMeasures(
    bar=7.0,
    least_bar=7.0,
    least_pitch=14.0,
    most_pitch=14.0,
    spread=inf,
    marked=10.0,
    value=10.0,
    above_gap=3.5,
    clear=5.5,
)
MANY_LONG_ROWS = RowMeasures(
    bar=12.0,
    least_bar=12.0,
    least_pitch=21.0,
    most_pitch=21.0,
    spread=inf,
    marked=14.0,
    value=10.0,
    above_gap=4.0,
    clear=7.0,
)
NARROW_FEW_ROWS = RowMeasures(
    bar=15.0,
    least_bar=15.0,
    least_pitch=38.0,
    most_pitch=38.0,
    spread=inf,
    marked=14.0,
    value=10.0,
    above_gap=5.0,
    clear=7.5,
)
NARROW_MANY_ROWS = RowMeasures(
    bar=7.0,
    least_bar=7.0,
    least_pitch=24.0,
    most_pitch=24.0,
    spread=inf,
    marked=10.0,
    value=10.0,
    above_gap=4.0,
    clear=6.0,
)
FEW, MANY = 12, 30
"""Rows of a chart that has few, and of the highest one."""


def _frame(rows: RowMeasures, sizes: tuple[TypeSize, ...], *, beside: int, above: int) -> RowFrame:
    return RowFrame(
        beside=(RowPlace(track=MAIN, label=SIDE),),
        beside_lines=beside,
        above=RowPlace(track=MAIN, label=HUNDRED) if above else None,
        above_lines=above,
        sizes=sizes,
        rows=rows,
    )


def _narrow_frame(rows: RowMeasures) -> RowFrame:
    return RowFrame(
        beside=(),
        beside_lines=0,
        above=RowPlace(track=Span(0.0), label=inf),
        above_lines=2,
        sizes=(LABEL, SMALL_LABEL),
        rows=rows,
    )


ACROSS_ROWS = RowMeasures(
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
DIVERGING = AcrossMeasures(
    head=HeadMeasures(height=27.0, line=15.0, name=SMALL_LABEL, most_lines=2, apart=6.0, tick=1.5, inset=2.0),
    frame=RowFrame(
        beside=(RowPlace(track=MAIN, label=SIDE),),
        beside_lines=2,
        above=None,
        above_lines=0,
        sizes=(LABEL, SMALL_LABEL),
        rows=ACROSS_ROWS,
    ),
    most_rows=10,
    gap=0.75,
    net_gap=2.0,
    number=8.5,
    clear=0.7,
    least_share=0.04,
    base=SMALL_LABEL,
    group_pitch=28.0,
    after_total=(8.0, 8.0),
)
STACKED_LENGTH: Pt = 0.75 * HUNDRED
"""Of a 100 % bar that has a net at its right."""
STACKED_PLACE = RowPlace(track=Span(141.8, STACKED_LENGTH), label=SIDE)
STACKED = replace(
    DIVERGING,
    frame=replace(DIVERGING.frame, beside=(STACKED_PLACE,)),
    most_rows=8,
)
NARROW_STACKED_FRAME = replace(
    STACKED.frame, beside=(), above=RowPlace(track=Span(0.0, STACKED_LENGTH), label=inf), above_lines=2
)
NARROW_DIVERGING_FRAME = replace(DIVERGING.frame, beside=(), above=RowPlace(track=Span(0.0), label=inf), above_lines=2)

PAGE_CHARTS = ChartMeasures(
    hundred=HUNDRED,
    label=LABEL,
    small_label=SMALL_LABEL,
    note=TypeSize(8.5, 11.0),
    least_unit=8.5,
    least_contrast=14.0,
    value_gap=5.0,
    edge=0.5,
    track_edge=0.5,
    hairline=0.5,
    overhang=4.0,
    stamp=8.5,
    stamp_rise=1.0,
    ring=10.0,
    ring_stroke=0.9,
    break_sign=scaled(house_charts.NARROW.break_sign, SIGNS),
    keys=KeyMeasures(size=8.5, radius=5.5, gap=3.0),
    small_field=100.0,
    bars=BarMeasures(
        by_rows=(
            RowFrames(FEW, (_frame(FEW_ROWS, (LABEL, SMALL_LABEL), beside=2, above=1),)),
            # Where a label needs a second line, all rows stand further apart.
            RowFrames(
                MANY,
                (
                    _frame(MANY_ROWS, (LABEL, SMALL_LABEL), beside=1, above=0),
                    _frame(MANY_LONG_ROWS, (SMALL_LABEL,), beside=2, above=1),
                ),
            ),
        ),
        inside_clear=0.7,
    ),
    tick=TickMeasures(stroke=1.0, clear=0.6, beyond=3.0, value_gap=4.0),
    grouped=GroupedMeasures(
        top=0.0,
        height=inf,
        bar=12.0,
        least_bar=12.0,
        between=1.0,
        apart=11.0,
        most_apart=11.0,
        most_bars=28,
        most_rows=14,
        marked=14.0,
        least_marked=14.0,
        thick=0.0,
        value=10.0,
        least_value=10.0,
        names_left=None,
        names_clear=0.0,
        name=LABEL,
        base=LABEL,
        base_gap=4.0,
        panels=None,
    ),
    number=NumberMeasures(
        figure=40.0,
        figure_line=27.0,
        label=TypeSize(13.0, 17.5),
        label_left=MAIN.left,
        label_line=27.0,
        first=22.0,
        compared=TypeSize(10.0, 15.0),
        indent=40.0,
        field=None,
    ),
    stacked=StackedMeasures(across=STACKED, net_left=10.0, net_width=76.0),
    diverging=DivergingMeasures(
        across=DIVERGING,
        scales=(0.5, 0.25),
        lead=0.0,
        figure=36.0,
        net_gap=5.0,
        axis=0.75,
        axis_above=3.5,
        axis_below=3.0,
    ),
    head_notes=HeadNoteMeasures(text=SMALL_LABEL, first=2.5, least=140.0, gap=14.0, sign_room=12.0),
    line=replace(
        scaled(house_charts.LINE, LINES),
        span=Span(MAIN.left + 5.6, 187.0),
        longest=187.0,
        scales=(0.5,),
        axis_top=None,
        marked=14.0,
        value=10.0,
        label_gap=16.7,
        change_gap=8.0,
        gap=0.75,
        gap_dash=(3.0, 2.4),
        axis=0.75,
    ),
    dumbbell=DumbbellMeasures(
        scales=((1.0, MAIN.left), (0.5, MAIN.left)),
        beside=(SIDE,),
        label_gap=8.0,
        first=9.5,
        head_clear=8.0,
        pitch=27.5,
        label_rise=10.0,
        dot=4.5,
        ring_stroke=1.25,
        bar=2.0,
        value_gap=8.0,
        change_gap=8.0,
    ),
    table=TableChartMeasures(
        text=LABEL,
        first=3.6,
        head_rule=0.75,
        head_gap=5.0,
        banner_gap=4.0,
        row=14.4,
        least_row=14.4,
        place_row=18.2,
        least_place_row=18.2,
        note=SMALL_LABEL,
        note_gap=8.0,
        swatch=(14.0, 7.0),
        label=MAIN.left,
        least_label=90.0,
        column=60.0,
        least_column=40.0,
        name=6.5,
        figure=26.0,
        inset=2.5,
        words_left=None,
        most_right=0.0,
        most_rows=26,
        most_ranks=26,
        rank=12.0,
        answer=24.0,
        tracks=(MAIN.left, MAIN.left + 40.0),
        hundred=0.5,
        bar=8.0,
        figures=40.0,
        pitch=40.0,
        sign=(6.0, 18.0),
    ),
    columns=ColumnMeasures(
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
    ),
    parts=PartMeasures(
        span=MAIN,
        height=26.0,
        most_height=26.0,
        inset=7.0,
        label_gap=6.0,
        apart=6.0,
        below=13.0,
        marked=14.0,
        value=10.0,
        gap=1.0,
        rest_dash=(1.5, 1.5),
        flag_gap=4.0,
        flag_clear=3.0,
    ),
    dot_field=None,
    notes=None,
)
NARROW_PAGE_CHARTS = replace(
    PAGE_CHARTS,
    bars=replace(
        PAGE_CHARTS.bars,
        by_rows=(
            RowFrames(FEW, (_narrow_frame(NARROW_FEW_ROWS),)),
            RowFrames(MANY, (_narrow_frame(NARROW_MANY_ROWS),)),
        ),
    ),
    stacked=replace(PAGE_CHARTS.stacked, across=replace(STACKED, frame=NARROW_STACKED_FRAME)),
    diverging=replace(
        PAGE_CHARTS.diverging, across=replace(DIVERGING, frame=NARROW_DIVERGING_FRAME), scales=(0.5, 0.25)
    ),
    line=replace(PAGE_CHARTS.line, span=Span(30.0, 120.0), longest=120.0, change_gap=None),
    dumbbell=replace(PAGE_CHARTS.dumbbell, scales=((1.0, 0.0), (0.5, 0.0), (0.4, 0.0), (0.25, 0.0)), beside=()),
    table=replace(PAGE_CHARTS.table, label=100.0, least_label=80.0, column=50.0, least_column=36.0, tracks=()),
    columns=replace(PAGE_CHARTS.columns, span=Span(0.0)),
    parts=replace(PAGE_CHARTS.parts, span=Span(0.0)),
)
