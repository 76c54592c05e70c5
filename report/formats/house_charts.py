"""Charts on the house's slides, of any size: of the whole slide, and of places beside a text.

    0        222            577.6  592 604             873.6     from the left margin, 43.2
    |columns  | columns 4-8     |   |   | words of annotations
    |1-3      | 100 %           |   hairline of brackets, on column 9

    slide, 2-7 rows    label label |▇▇▇▇▇▇▇▇▇ 77 %        | ] words      bars on columns 4-8, words from column 9
    slide, 8-12 rows   label label label |▇▇▇▇▇ 77 %      | ] words      one column further right, one size smaller
    narrow             label
                       |▇▇▇▇▇▇▇▇▇ 77 %      |                            no room beside the bars

Source: docs/visual-language.md, "Grid", "Type" and "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.formats.charts import (
    AcrossMeasures,
    BandMeasures,
    BarMeasures,
    BreakSign,
    ChartMeasures,
    ColumnMeasures,
    DivergingMeasures,
    DotFieldMeasures,
    DumbbellMeasures,
    GroupedMeasures,
    HeadMeasures,
    HeadNoteMeasures,
    KeyMeasures,
    LineMeasures,
    NoteMeasures,
    NumberMeasures,
    PanelMeasures,
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
from report.formats.grid import Grid, TypeSize
from report.formats.scaling import scaled
from report.units import Pt

HUNDRED_COLUMNS = (4, 8)
"""The columns that 100 % is as long as."""
BAR_COLUMNS = 5

LABEL, SMALL_LABEL = TypeSize(18.0, 20.5), TypeSize(16.0, 17.5)
FEW_ROWS = RowMeasures(
    bar=28.8,
    least_bar=16.0,
    least_pitch=44.6,
    most_pitch=57.6,
    spread=270.0,
    marked=26.0,
    value=18.0,
    above_gap=6.0,
    clear=9.0,
)
MANY_ROWS = RowMeasures(
    bar=16.0,
    least_bar=16.0,
    least_pitch=25.0,
    most_pitch=34.0,
    spread=283.0,
    marked=16.0,
    value=16.0,
    above_gap=6.0,
    clear=9.0,
)
NARROW_ROWS = RowMeasures(
    bar=28.8,
    least_bar=28.8,
    least_pitch=76.0,
    most_pitch=76.0,
    spread=inf,
    marked=26.0,
    value=18.0,
    above_gap=9.0,
    clear=12.0,
)
FEW, MANY = 7, 12
"""Rows of a chart that has few, and of the highest one."""
NOTES = NoteMeasures(text=TypeSize(18.0, 23.0), words_gap=12.0, apart=12.0, tick=5.0, leader_gap=9.0, lane=4.5)
LAST_COLUMN_INSET: Pt = 34.0
"""From the right end of the last column of a chart over waves to that of grid column 8."""
DOT_FIELD = DotFieldMeasures(
    side=281.6,
    bracket_gap=9.0,
    figure_left=370.0,
    figure_width=136.0,
    label_left=518.0,
    leader_gap=12.0,
    apart=13.0,
    figures=(66.0, 44.0, 28.0),
    figure_clear=6.0,
    labels=((22.0, 20.0), (20.0, 18.0), (18.0, 18.0), (16.0, 16.0)),
    rest=TypeSize(18.0, 20.5),
)

PANEL_ROWS = RowMeasures(
    bar=22.0,
    least_bar=22.0,
    least_pitch=39.4,
    most_pitch=39.4,
    spread=inf,
    marked=26.0,
    value=16.0,
    above_gap=6.0,
    clear=9.0,
)
PANELS = PanelMeasures(
    hundred=0.5,
    apart=59.0,
    top=40.0,
    name_line=10.0,
    base_line=29.0,
    by_rows=((7, PANEL_ROWS), (10, replace(PANEL_ROWS, bar=16.0, least_pitch=27.0, most_pitch=27.0, marked=21.0))),
    most=3,
    label=SMALL_LABEL,
)
GROUPED_TOP: Pt = 19.0
"""Down to the first bar of a whole slide: the head of its kinds ends on one line."""
GROUPED = GroupedMeasures(
    top=0.0,
    height=280.0,
    bar=24.0,
    least_bar=13.0,
    between=2.0,
    apart=14.0,
    most_apart=28.0,
    most_bars=16,
    most_rows=7,
    marked=26.0,
    least_marked=21.0,
    thick=19.5,
    value=18.0,
    least_value=16.0,
    names_left=None,
    names_clear=30.0,
    name=LABEL,
    base=SMALL_LABEL,
    base_gap=11.0,
    panels=None,
)
HEAD_NOTES = HeadNoteMeasures(text=SMALL_LABEL, first=5.0, least=200.0, gap=24.0, sign_room=20.0)
LINE = LineMeasures(
    span=Span(50.0, 115.0),
    longest=115.0,
    scales=(1.0, 0.5),
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
    clear=41.0,
    inner_clear=60.0,
    ended=180.0,
)
PLOT = (56.8, 516.8)
"""From which x to which dates lie on a slide."""
DUMBBELL = DumbbellMeasures(
    scales=((1.0, 0.0), (0.5, 0.0), (0.4, 0.0), (0.25, 0.0)),
    beside=(),
    label_gap=14.4,
    first=16.5,
    head_clear=14.5,
    pitch=49.5,
    label_rise=17.5,
    dot=8.0,
    ring_stroke=2.25,
    bar=3.5,
    value_gap=14.0,
    change_gap=12.0,
)
TABLE = TableChartMeasures(
    text=SMALL_LABEL,
    first=5.0,
    head_rule=1.0,
    head_gap=8.0,
    banner_gap=6.6,
    row=22.6,
    least_row=19.5,
    place_row=24.4,
    least_place_row=22.0,
    note=TypeSize(12.0, 15.0),
    note_gap=11.0,
    swatch=(22.0, 11.0),
    label=120.0,
    least_label=96.0,
    column=62.0,
    least_column=46.0,
    name=5.0,
    figure=34.0,
    inset=2.0,
    words_left=None,
    most_right=0.0,
    most_rows=12,
    most_ranks=11,
    rank=17.0,
    answer=34.0,
    tracks=(),
    hundred=1.0,
    bar=12.4,
    figures=0.0,
    pitch=54.0,
    sign=(10.0, 30.0),
)
FIGURES_OF_PLACES: Pt = 216.0
"""Behind the bars of places: the earlier share, the change, the earlier place."""
NUMBER_FIELD: Pt = 296.0
"""The dots beside one large number."""

HEAD = HeadMeasures(height=41.0, line=21.0, name=SMALL_LABEL, most_lines=2, apart=9.0, tick=2.5, inset=3.0)
STACKED_ROWS = RowMeasures(
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
STACKED = AcrossMeasures(
    head=HEAD,
    frame=RowFrame(
        beside=(),
        beside_lines=0,
        above=RowPlace(track=Span(0.0), label=inf),
        above_lines=2,
        sizes=(LABEL, SMALL_LABEL),
        rows=STACKED_ROWS,
    ),
    most_rows=6,
    gap=1.0,
    net_gap=3.0,
    number=16.0,
    clear=1.0,
    least_share=0.04,
    base=SMALL_LABEL,
    group_pitch=53.0,
    after_total=(13.0, 6.0),
)
DIVERGING_ROWS = replace(STACKED_ROWS, bar=28.8, least_pitch=38.2, most_pitch=45.9)
DIVERGING = replace(
    STACKED,
    frame=replace(STACKED.frame, sizes=(SMALL_LABEL,), rows=DIVERGING_ROWS),
    most_rows=7,
    group_pitch=45.9,
)
NARROW_STACKED_SHARE = 0.75
"""Of the length of 100 %, in places beside a text: a net stands right of it."""

NARROW = ChartMeasures(
    hundred=355.6,
    label=LABEL,
    small_label=SMALL_LABEL,
    note=TypeSize(16.0, 21.0),
    least_unit=12.0,
    least_contrast=14.0,
    value_gap=9.0,
    edge=0.75,
    track_edge=0.5,
    hairline=0.75,
    overhang=7.0,
    stamp=12.0,
    stamp_rise=1.0,
    ring=20.0,
    ring_stroke=1.5,
    break_sign=BreakSign(height=12.0, gap=5.0, slant=5.0, stroke=1.4),
    keys=KeyMeasures(size=12.0, radius=8.5, gap=4.0),
    small_field=100.0,
    bars=BarMeasures(
        by_rows=(
            RowFrames(
                MANY,
                (
                    RowFrame(
                        beside=(),
                        beside_lines=0,
                        above=RowPlace(track=Span(0.0), label=inf),
                        above_lines=2,
                        sizes=(LABEL, SMALL_LABEL),
                        rows=NARROW_ROWS,
                    ),
                ),
            ),
        ),
        inside_clear=0.7,
    ),
    tick=TickMeasures(stroke=1.5, clear=0.9, beyond=4.0, value_gap=6.0),
    grouped=GROUPED,
    number=NumberMeasures(
        figure=66.0,
        figure_line=44.0,
        label=TypeSize(20.0, 25.0),
        label_left=0.0,
        label_line=80.0,
        first=38.0,
        compared=TypeSize(18.0, 26.0),
        indent=74.0,
        field=None,
    ),
    stacked=StackedMeasures(across=STACKED, net_left=13.0, net_width=150.0),
    diverging=DivergingMeasures(
        across=DIVERGING,
        scales=(1.0, 0.5, 0.25),
        lead=0.0,
        figure=60.0,
        net_gap=9.0,
        axis=1.0,
        axis_above=6.0,
        axis_below=5.0,
    ),
    head_notes=HEAD_NOTES,
    line=LINE,
    dumbbell=DUMBBELL,
    table=TABLE,
    columns=ColumnMeasures(
        span=Span(0.0),
        words_left=None,
        words_apart=12.0,
        column=57.6,
        pitch=324.0,
        scales=(1.0, 0.5),
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
    ),
    parts=PartMeasures(
        span=Span(0.0),
        height=43.2,
        most_height=43.2,
        inset=11.0,
        label_gap=10.0,
        apart=12.0,
        below=22.0,
        marked=26.0,
        value=18.0,
        gap=1.0,
        rest_dash=(1.5, 1.5),
        flag_gap=4.0,
        flag_clear=3.0,
    ),
    dot_field=None,
    notes=None,
)
"""Charts of places beside a text: as wide as the place is."""


def narrow_charts(grid: Grid, factor: float) -> ChartMeasures:
    """Charts of places beside a text on a slide of that grid, `factor` times as high as the house's."""
    narrow, hundred = scaled(NARROW, factor), replace(grid, left=0.0).columns_width(*HUNDRED_COLUMNS)
    above = RowPlace(track=Span(0.0, NARROW_STACKED_SHARE * hundred), label=inf)
    across = replace(narrow.stacked.across, frame=replace(narrow.stacked.across.frame, above=above))
    return replace(narrow, hundred=hundred, stacked=replace(narrow.stacked, across=across))


def slide_charts(grid: Grid, factor: float) -> ChartMeasures:
    """Charts of a whole slide of that grid, `factor` times as high as the house's."""
    narrow, columns, notes = narrow_charts(grid, factor), replace(grid, left=0.0), scaled(NOTES, factor)
    words_left = columns.column_left(9) + notes.words_gap
    last_column = columns.columns_width(1, 8) - LAST_COLUMN_INSET * factor
    return replace(
        narrow,
        bars=_bars(narrow, columns, notes.words_gap, factor),
        columns=replace(narrow.columns, span=Span(0.0, last_column, words_left), words_left=words_left),
        # On a slide the bar of parts is exactly twice as long as 100 % is elsewhere.
        parts=replace(narrow.parts, span=Span(0.0, 2 * narrow.hundred, 2 * narrow.hundred)),
        grouped=replace(
            narrow.grouped,
            top=GROUPED_TOP * factor,
            names_left=columns.column_left(9) + notes.words_gap,
            panels=scaled(PANELS, factor),
        ),
        number=replace(narrow.number, field=NUMBER_FIELD * factor),
        stacked=_stacked(narrow, columns, notes.words_gap, factor),
        diverging=_diverging(narrow, columns, factor),
        line=replace(
            narrow.line,
            span=Span(PLOT[0] * factor, (PLOT[1] - PLOT[0]) * factor),
            longest=(PLOT[1] - PLOT[0]) * factor,
            label_gap=30.0 * factor,
            change_gap=14.0 * factor,
        ),
        dumbbell=replace(
            narrow.dumbbell,
            scales=((2.0, columns.columns_width(1, columns.count) - 2 * narrow.hundred), (1.0, columns.column_left(4))),
            beside=(columns.columns_width(1, 3), columns.columns_width(1, 4)),
        ),
        table=_table(narrow, columns, words_left, factor),
        dot_field=_dot_field(columns, factor),
        notes=notes,
    )


def _table(narrow: ChartMeasures, columns: Grid, words_left: Pt, factor: float) -> TableChartMeasures:
    """Labels on columns 1 to 3, words beside a narrow table from column 9; bars of places on columns 4 to 8."""
    room = columns.columns_width(1, columns.count) - FIGURES_OF_PLACES * factor
    return replace(
        narrow.table,
        label=206.0 * factor,
        least_label=130.0 * factor,
        column=92.9 * factor,
        least_column=62.0 * factor,
        name=11.0 * factor,
        figure=41.0 * factor,
        inset=5.0 * factor,
        words_left=words_left,
        most_right=columns.columns_width(1, 8),
        tracks=tuple(
            columns.column_left(first) for first in (4, 5) if columns.column_left(first) + narrow.hundred <= room
        ),
        figures=66.0 * factor,
    )


def _stacked(narrow: ChartMeasures, columns: Grid, words_gap: Pt, factor: float) -> StackedMeasures:
    """Bars from column 4 on, and further right where a label is longer; words of annotations from column 10."""
    net_left, whole = 26.0 * factor, columns.columns_width(1, columns.count)
    words_left = columns.column_left(10) + 2 * words_gap
    across = narrow.stacked.across
    beside = tuple(
        RowPlace(
            track=Span(columns.column_left(first), narrow.hundred),
            label=columns.columns_width(1, first - 1),
            words_left=words_left if first == 4 else None,
        )
        for first in range(4, 7)
        if columns.column_left(first) + narrow.hundred + 2 * net_left < whole
    )
    frame = replace(across.frame, beside=beside, beside_lines=2, above=None, above_lines=0)
    return replace(narrow.stacked, across=replace(across, frame=frame), net_left=net_left)


def _diverging(narrow: ChartMeasures, columns: Grid, factor: float) -> DivergingMeasures:
    """Labels on columns 1 to 3, figures in columns at the right margin."""
    across = narrow.diverging.across
    beside = (RowPlace(track=Span(columns.column_left(4)), label=columns.columns_width(1, 3)),)
    frame = replace(across.frame, beside=beside, beside_lines=2, above=None, above_lines=0)
    return replace(
        narrow.diverging,
        across=replace(across, frame=frame),
        scales=(1.0, 0.5),
        lead=8.2 * factor,
        figure=62.0 * factor,
    )


def _bars(narrow: ChartMeasures, columns: Grid, words_gap: Pt, factor: float) -> BarMeasures:
    """Few rows hang from columns 1 to 4, many from 1 to 5; where a label is longer, all bars move to the right.

    Words of annotations stay where they are beside few rows; many leave them two columns at least.
    """
    whole = columns.columns_width(1, columns.count)

    def place(first: int, *, has_words: bool) -> RowPlace:
        words_left = columns.column_left(first + BAR_COLUMNS) + words_gap
        return RowPlace(
            track=Span(columns.column_left(first), narrow.hundred, min(words_left, whole)),
            label=columns.columns_width(1, first - 1),
            words_left=words_left if has_words else None,
        )

    few, many = (
        tuple(place(number, has_words=number <= last) for number in range(first, columns.count - BAR_COLUMNS + 2))
        for first, last in ((4, 4), (5, 6))
    )
    words_left = few[0].words_left
    above = RowPlace(
        track=Span(0.0, narrow.hundred, words_left), label=columns.columns_width(1, 8), words_left=words_left
    )
    frames = [
        RowFrame(
            beside=few,
            beside_lines=2,
            above=above,
            above_lines=1,
            sizes=narrow.labels,
            rows=scaled(FEW_ROWS, factor),
        ),
        RowFrame(
            beside=many,
            beside_lines=1,
            above=None,
            above_lines=0,
            sizes=narrow.labels[1:],
            rows=scaled(MANY_ROWS, factor),
        ),
    ]
    return replace(narrow.bars, by_rows=(RowFrames(FEW, (frames[0],)), RowFrames(MANY, (frames[1],))))


def _dot_field(columns: Grid, factor: float) -> DotFieldMeasures:
    """The field on columns 1 to 4, figures from column 6, labels from column 8."""
    sizes = scaled(DOT_FIELD, factor)
    figure_left, label_left = columns.column_left(6), columns.column_left(8)
    return replace(
        sizes,
        side=columns.columns_width(1, 4),
        figure_left=figure_left,
        figure_width=label_left - figure_left - sizes.leader_gap,
        label_left=label_left,
    )
