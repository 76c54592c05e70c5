"""Parts of a whole: a 100 % bar, and a field of dots on slides.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.grid import TypeSize
from report.formats.page_columns import MAIN
from report.formats.picture_sizes import DIGIT_HEIGHT, PictureChartSizes
from report.formats.rows import Span
from report.formats.scaling import scaled
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class PartMeasures:
    """The sizes of a 100 % bar. height: of it at least, most_height: in a place that has the room.

    inset: from the left end of a part to its value; label_gap: from labels to the bar.
    apart: what labels on neighbouring parts keep free; below: from the bar to the baseline of what stands there.
    gap: between two parts; rest_dash: of the outline around a rest. flag_gap: between a leader and its raised label;
    flag_clear: between a leader and a label it passes.
    """

    span: Span
    height: Pt
    most_height: Pt
    inset: Pt
    label_gap: Pt
    apart: Pt
    below: Pt
    marked: Pt
    value: Pt
    gap: Pt
    rest_dash: tuple[Pt, Pt]
    flag_gap: Pt
    flag_clear: Pt


@frozen(kw_only=True)
class DotFieldMeasures:
    """A dot field `side` wide with its brackets, and the figures and labels beside it.

    bracket_gap: from the dots to a bracket; leader_gap: from a leader to its figure; figure_clear: above and below a
    figure in the height of its rows; apart: between two entries. figures: sizes by rank, the last for all others.
    labels: sizes of a marked label and of the others, the last pair their floor; rest: of the words of a rest.
    """

    side: Pt
    bracket_gap: Pt
    figure_left: Pt
    figure_width: Pt
    label_left: Pt
    leader_gap: Pt
    apart: Pt
    figures: tuple[Pt, ...]
    figure_clear: Pt
    labels: tuple[tuple[Pt, Pt], ...]
    rest: TypeSize


BESIDE = PartMeasures(
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
)
PAGE = PartMeasures(
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
)
NARROW_PAGE = replace(PAGE, span=Span(0.0))
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
PICTURE_GAP: Pt = 13.0
"""From a 100 % bar down to the digits of a value that has no room on its part."""


def on_slide(beside: PartMeasures, columns: SlideColumns) -> PartMeasures:
    """The bar is exactly twice as long as 100 % is elsewhere."""
    return replace(beside, span=Span(0.0, 2 * columns.hundred, 2 * columns.hundred))


def field_on_slide(columns: SlideColumns) -> DotFieldMeasures:
    """The field on columns 1 to 4, figures from column 6, labels from column 8."""
    sizes = scaled(DOT_FIELD, columns.factor)
    figure_left, label_left = columns.left(6), columns.left(8)
    return replace(
        sizes,
        side=columns.width(1, 4),
        figure_left=figure_left,
        figure_width=label_left - figure_left - sizes.leader_gap,
        label_left=label_left,
    )


def in_picture(beside: PartMeasures, sizes: PictureChartSizes) -> PartMeasures:
    """As high as the picture has room for."""
    return replace(
        beside,
        height=sizes.part[0],
        most_height=sizes.part[1],
        marked=sizes.marked,
        value=sizes.label.size,
        below=DIGIT_HEIGHT * sizes.marked + PICTURE_GAP,
    )
