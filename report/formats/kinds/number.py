"""One large number and those beside it.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.grid import TypeSize
from report.formats.page_columns import MAIN
from report.formats.picture_sizes import DottedNumberMeasures, PictureChartSizes
from report.formats.slide_columns import SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class NumberMeasures:
    """A large number and those beside it, as text of the picture: baseline and size of the large one and of its label.

    label_left: where words stand beside their number; 0: below the large one. first, pitch: from the last line of the
    label to the first number beside it, and from there to the next; indent: from such a number to its words. field:
    side of the dots that stand in place of all this where the words are set as text of their own, at the right.
    dotted: how number and dots stand side by side, where both are the picture.
    """

    figure: Pt
    figure_line: Pt
    label: TypeSize
    label_left: Pt
    label_line: Pt
    first: Pt
    compared: TypeSize
    indent: Pt
    field: Pt | None
    dotted: DottedNumberMeasures | None = None


BESIDE = NumberMeasures(
    figure=66.0,
    figure_line=44.0,
    label=TypeSize(20.0, 25.0),
    label_left=0.0,
    label_line=80.0,
    first=38.0,
    compared=TypeSize(18.0, 26.0),
    indent=74.0,
    field=None,
)
PAGE = NumberMeasures(
    figure=40.0,
    figure_line=27.0,
    label=TypeSize(13.0, 17.5),
    label_left=MAIN.left,
    label_line=27.0,
    first=22.0,
    compared=TypeSize(10.0, 15.0),
    indent=40.0,
    field=None,
)
FIELD: Pt = 296.0
"""The dots beside one large number."""


def on_slide(beside: NumberMeasures, columns: SlideColumns) -> NumberMeasures:
    """A field of dots; the words are text of the slide."""
    return replace(beside, field=FIELD * columns.factor)


def in_picture(beside: NumberMeasures, sizes: PictureChartSizes) -> NumberMeasures:
    """Number and dots side by side."""
    return replace(beside, dotted=sizes.number)
