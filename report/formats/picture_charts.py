"""Charts in pictures that stand by themselves, in pixels: 100 % is the full measure, labels stand above their bars.

    label
    |▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 51 %                  |

What a kind does not say of pictures is as in places beside the text of a slide, in the ratio of the labels.
"""

from __future__ import annotations

from dataclasses import replace

from report.formats import house_charts
from report.formats.charts import ChartMeasures
from report.formats.grid import TypeSize
from report.formats.kinds import bars, columns, diverging, dumbbell, grouped, line, number, parts, stacked
from report.formats.picture_sizes import PictureChartSizes
from report.formats.scaling import scaled
from report.formats.signs import HeadNoteMeasures, KeyMeasures

ASCENT = 0.75
"""Of its size, the highest letters."""


def picture_charts(sizes: PictureChartSizes) -> ChartMeasures:
    """The measures of charts in a picture of these sizes."""
    beside = scaled(house_charts.NARROW, sizes.label.size / house_charts.NARROW.label.size)
    floor = sizes.floor.size
    return replace(
        beside,
        hundred=sizes.hundred,
        label=sizes.label,
        small_label=sizes.floor,
        note=sizes.floor,
        least_unit=floor,
        least_contrast=floor,
        stamp=floor,
        keys=KeyMeasures(size=floor, radius=17.0, gap=11.0),
        head_notes=_head_notes(beside.head_notes, sizes.floor),
        bars=bars.in_picture(sizes),
        grouped=grouped.in_picture(beside.grouped, sizes),
        number=number.in_picture(beside.number, sizes),
        stacked=stacked.in_picture(beside.stacked, sizes),
        diverging=diverging.in_picture(beside.diverging, sizes),
        columns=columns.in_picture(beside.columns, sizes),
        dumbbell=dumbbell.in_picture(beside.dumbbell, sizes),
        line=line.in_picture(beside.line, sizes),
        parts=parts.in_picture(beside.parts, sizes),
    )


def _head_notes(beside: HeadNoteMeasures, text: TypeSize) -> HeadNoteMeasures:
    """The words of a head at that size, their letters no higher above the exhibit than beside a text."""
    return replace(beside, text=text, first=beside.first + ASCENT * (text.size - beside.text.size))
