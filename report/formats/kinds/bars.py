"""Bars, one a row.

    slide, 2-7 rows    label label |▇▇▇▇▇▇▇▇▇ 77 %        | ] words      bars on columns 4-8, words from column 9
    slide, 8-12 rows   label label label |▇▇▇▇▇ 77 %      | ] words      one column further right, one size smaller
    slide, 13-22 rows  label |▇▇▇ 77 %     label |▇▇▇ 12 %                two columns, half as long
    narrow             label
                       |▇▇▇▇▇▇▇▇▇ 77 %      |                            no room beside the bars

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.formats import page_columns, slide_columns
from report.formats.grid import TypeSize
from report.formats.page_columns import HUNDRED, MAIN, SIDE
from report.formats.picture_sizes import PictureChartSizes
from report.formats.rows import RowFrame, RowFrames, RowMeasures, RowPlace, Span, labels_above
from report.formats.scaling import scaled
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class TwoColumnMeasures:
    """Rows in two columns, down and then across. left: of the second one; most: rows of both together."""

    left: Pt
    frame: RowFrame
    most: int


@frozen(kw_only=True)
class BarMeasures:
    """How rows of bars stand, by their number. inside_clear: above and below the digits of a value on a thin bar.

    two: how more rows stand in two columns, None where they do not. in_order: further frames, in which rows that have
    an order of their own stand closer before one is left out.
    """

    by_rows: tuple[RowFrames, ...]
    inside_clear: Pt
    two: TwoColumnMeasures | None = None
    in_order: tuple[RowFrame, ...] = ()

    @property
    def most_rows(self) -> int:
        """How many rows there may be at all."""
        return self.by_rows[-1].most

    def frames(self, rows: int) -> tuple[RowFrame, ...]:
        """The frames that a chart of so many rows may use."""
        return next((each.frames for each in self.by_rows if rows <= each.most), self.by_rows[-1].frames)


BAR_COLUMNS = 5
BELOW_FRAME: Pt = 6.0
"""What rows leave of a place that they fill: the frame of a native chart goes on below its last bar."""
FEW, MANY = 7, 12
"""Rows of a chart that has few, and of the highest one."""
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
CLOSE_FEW_ROWS = replace(FEW_ROWS, bar=16.0, least_bar=16.0, least_pitch=25.0, marked=20.0, value=16.0)
"""Of few rows in a place that is lower than a slide's, which stand closer before one is left out."""
TWO_ROWS = RowMeasures(
    bar=16.0,
    least_bar=16.0,
    least_pitch=27.6,
    most_pitch=27.6,
    spread=inf,
    marked=20.0,
    value=16.0,
    above_gap=6.0,
    clear=9.0,
)
TWO_SHARE = 0.5
"""Of the length of 100 % elsewhere."""
TWO_MANY = 22
"""Rows of two columns."""
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
BESIDE = BarMeasures(
    by_rows=(RowFrames(MANY, (labels_above((slide_columns.LABEL, slide_columns.SMALL_LABEL), NARROW_ROWS),)),),
    inside_clear=0.7,
)


def on_slide(beside: BarMeasures, columns: SlideColumns) -> BarMeasures:
    """Few rows hang from columns 1 to 4, many from 1 to 5; where a label is longer, all bars move to the right.

    Words of annotations stay where they are beside few rows; many leave them two columns at least.
    """
    few, many = (
        tuple(_place(columns, number, has_words=number <= last) for number in _firsts(columns, first))
        for first, last in ((4, 4), (5, 6))
    )
    sizes = (scaled(slide_columns.LABEL, columns.factor), scaled(slide_columns.SMALL_LABEL, columns.factor))
    frames = [
        RowFrame(
            beside=few,
            beside_lines=2,
            above=_place_above(columns),
            above_lines=1,
            sizes=sizes,
            rows=scaled(FEW_ROWS, columns.factor),
        ),
        RowFrame(
            beside=many,
            beside_lines=1,
            above=None,
            above_lines=0,
            sizes=sizes[1:],
            rows=scaled(MANY_ROWS, columns.factor),
        ),
    ]
    by_rows = (RowFrames(FEW, (frames[0],)), RowFrames(MANY, (frames[1],)))
    return replace(beside, by_rows=by_rows, two=_two(columns, sizes[-1]))


def in_place(usual: BarMeasures, factor: float, height: Pt) -> BarMeasures:
    """Bars on a slide whose place has another height than the house's, of that factor.

    In a low one few rows may stand as close as many do before their labels stand above them; a high one they may fill.
    """
    few, *many = usual.by_rows
    (frame,) = few.frames
    room = height - frame.rows.bar - BELOW_FRAME * factor
    frame = replace(frame, rows=replace(frame.rows, spread=max(frame.rows.spread, room)))
    beside = replace(frame, above=None, above_lines=0)
    close = replace(beside, beside_lines=1, sizes=frame.sizes[-1:], rows=scaled(CLOSE_FEW_ROWS, factor))
    # The last one says how many rows there are room for.
    return replace(usual, by_rows=(replace(few, frames=(beside, close, frame, close)), *many))


def _two(columns: SlideColumns, label: TypeSize) -> TwoColumnMeasures:
    """Half as long as bars are elsewhere, from columns 4 and 10, no words of annotations beside them."""
    place = RowPlace(track=Span(columns.left(4), TWO_SHARE * columns.hundred), label=columns.width(1, 3))
    rows = scaled(TWO_ROWS, columns.factor)
    frame = RowFrame(beside=(place,), beside_lines=1, above=None, above_lines=0, sizes=(label,), rows=rows)
    return TwoColumnMeasures(left=columns.left(7), frame=frame, most=TWO_MANY)


def _firsts(columns: SlideColumns, first: int) -> range:
    """The columns that bars may begin on."""
    return range(first, columns.grid.count - BAR_COLUMNS + 2)


def _place(columns: SlideColumns, first: int, *, has_words: bool) -> RowPlace:
    words_left = columns.left(first + BAR_COLUMNS) + columns.words_gap
    return RowPlace(
        track=Span(columns.left(first), columns.hundred, min(words_left, columns.whole)),
        label=columns.width(1, first - 1),
        words_left=words_left if has_words else None,
    )


def _place_above(columns: SlideColumns) -> RowPlace:
    words_left = columns.words_left
    return RowPlace(track=Span(0.0, columns.hundred, words_left), label=columns.width(1, 8), words_left=words_left)


PAGE_FEW_ROWS = RowMeasures(
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
PAGE_MANY_ROWS = RowMeasures(
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
PAGE_MANY_LONG_ROWS = RowMeasures(
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
PAGE_NARROW_FEW_ROWS = RowMeasures(
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
PAGE_NARROW_MANY_ROWS = RowMeasures(
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
PAGE_FEW, PAGE_MANY = 12, 30
"""Rows of a chart that has few, and of the highest one."""


def _page_frame(rows: RowMeasures, sizes: tuple[TypeSize, ...], *, beside: int, above: int) -> RowFrame:
    return RowFrame(
        beside=(RowPlace(track=MAIN, label=SIDE),),
        beside_lines=beside,
        above=RowPlace(track=MAIN, label=HUNDRED) if above else None,
        above_lines=above,
        sizes=sizes,
        rows=rows,
    )


PAGE_SIZES = (page_columns.LABEL, page_columns.SMALL_LABEL)
PAGE = BarMeasures(
    by_rows=(
        RowFrames(PAGE_FEW, (_page_frame(PAGE_FEW_ROWS, PAGE_SIZES, beside=2, above=1),)),
        # Where a label needs a second line, all rows stand further apart.
        RowFrames(
            PAGE_MANY,
            (
                _page_frame(PAGE_MANY_ROWS, PAGE_SIZES, beside=1, above=0),
                _page_frame(PAGE_MANY_LONG_ROWS, PAGE_SIZES[1:], beside=2, above=1),
            ),
        ),
    ),
    inside_clear=0.7,
)
NARROW_PAGE = replace(
    PAGE,
    by_rows=(
        RowFrames(PAGE_FEW, (labels_above(PAGE_SIZES, PAGE_NARROW_FEW_ROWS),)),
        RowFrames(PAGE_MANY, (labels_above(PAGE_SIZES, PAGE_NARROW_MANY_ROWS),)),
    ),
)
PICTURE_INSIDE_CLEAR: Pt = 4.0
"""Above and below the digits of a number on a bar."""


CLOSE_LABELS = (0.25, 0.45, 0.6, 0.72)
"""Of the measure: what labels beside close rows take, as a rule and where they are longer."""
CLOSE_PITCH = 1.3
"""From row to row at least where they stand close, in lines of a label at the floor."""


def in_picture(sizes: PictureChartSizes) -> BarMeasures:
    """Labels above their bars, which fill the measure."""
    usual = labels_above(sizes.labels, sizes.rows)
    frames = RowFrames(sizes.most_rows, (usual,))
    return BarMeasures(by_rows=(frames,), inside_clear=PICTURE_INSIDE_CLEAR, in_order=(_close(usual, sizes),))


def _close(usual: RowFrame, sizes: PictureChartSizes) -> RowFrame:
    """Bars as thin as they may be, their labels on one line beside them."""
    rows, labels = sizes.rows, [share * sizes.hundred for share in CLOSE_LABELS]
    return replace(
        usual,
        beside=tuple(RowPlace(track=Span(left), label=left - sizes.label.size) for left in labels),
        beside_lines=1,
        above=None,
        rows=replace(rows, bar=rows.least_bar, least_pitch=CLOSE_PITCH * sizes.floor.pitch, marked=sizes.label.size),
    )
