"""Tables as charts: columns of figures beside their answers, and answers in order of their shares.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats import page_columns
from report.formats.grid import TypeSize
from report.formats.page_columns import MAIN
from report.formats.slide_columns import SMALL_LABEL, SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class TableChartMeasures:
    """Tables as charts: columns of figures beside their answers, and answers in order of their shares.

    text: type of labels, figures and heads; least_name: size of the names of columns that have no room in it. first:
    baseline of the first head line. head_rule: its stroke, head_gap: from the last head line down to it; banner_gap:
    from the name of a segmentation to the rule below it. row, least_row: heights of a row of one line, place_row,
    least_place_row: of one with its place. note: type of the lines below, note_gap: from the last row down to their
    capitals. swatch: size of a tint explained there.
    label, least_label: width of labels as a rule and at least; column, least_column: widths of a column. name, figure:
    from a column's left end to its name, and to the right end of its figures; inset: clear of a tint at the left.
    words_left: where words of annotations begin, None where they have no place beside a table; most_right: the right
    end of a table beside them. most_rows: of a table of columns, most_ranks: of one of places.
    rank: right end of the places; answer: where labels begin behind them. tracks: where bars may begin, the usual place
    first, () where there are none; hundred: their length as a share of 100 %, bar: their thickness. figures: from the
    end of a bar's track to the right end of the earlier figure; pitch: from column to column where there are no bars.
    sign: of a change of places, its width and how far left of the right margin it stands.
    """

    text: TypeSize
    least_name: Pt
    first: Pt
    head_rule: Pt
    head_gap: Pt
    banner_gap: Pt
    row: Pt
    least_row: Pt
    place_row: Pt
    least_place_row: Pt
    note: TypeSize
    note_gap: Pt
    swatch: tuple[Pt, Pt]
    label: Pt
    least_label: Pt
    column: Pt
    least_column: Pt
    name: Pt
    figure: Pt
    inset: Pt
    words_left: Pt | None
    most_right: Pt
    most_rows: int
    most_ranks: int
    rank: Pt
    answer: Pt
    tracks: tuple[Pt, ...]
    hundred: float
    bar: Pt
    figures: Pt
    pitch: Pt
    sign: tuple[Pt, Pt]


BESIDE = TableChartMeasures(
    text=SMALL_LABEL,
    least_name=SMALL_LABEL.size,
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
PAGE = TableChartMeasures(
    text=page_columns.LABEL,
    least_name=page_columns.SMALL_LABEL.size,
    first=3.6,
    head_rule=0.75,
    head_gap=5.0,
    banner_gap=4.0,
    row=14.4,
    least_row=14.4,
    place_row=18.2,
    least_place_row=18.2,
    note=page_columns.SMALL_LABEL,
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
)
NARROW_PAGE = replace(PAGE, label=100.0, least_label=80.0, column=50.0, least_column=36.0, tracks=())


def on_slide(beside: TableChartMeasures, columns: SlideColumns) -> TableChartMeasures:
    """Labels on columns 1 to 3, words beside a narrow table from column 9; bars of places on columns 4 to 8."""
    factor = columns.factor
    room = columns.whole - FIGURES_OF_PLACES * factor
    return replace(
        beside,
        label=206.0 * factor,
        least_label=130.0 * factor,
        column=92.9 * factor,
        least_column=62.0 * factor,
        name=11.0 * factor,
        figure=41.0 * factor,
        inset=5.0 * factor,
        words_left=columns.words_left,
        most_right=columns.width(1, 8),
        tracks=tuple(columns.left(first) for first in (4, 5) if columns.left(first) + columns.hundred <= room),
        figures=66.0 * factor,
    )
