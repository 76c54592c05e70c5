"""Charts on the house's A4 pages: of the whole measure, and of narrower places.

Source: docs/visual-language.md, "Grid", "Type" and "Chart kinds"; where it is silent the sizes of A4 are those of the
slide in the ratio of their labels.
"""

from __future__ import annotations

from dataclasses import replace

from report.formats import house_charts
from report.formats.charts import ChartMeasures
from report.formats.grid import TypeSize
from report.formats.kinds import bars, columns, diverging, dumbbell, grouped, line, number, parts, stacked, table
from report.formats.page_columns import HUNDRED, LABEL, SMALL_LABEL
from report.formats.scaling import scaled
from report.formats.signs import HeadNoteMeasures, KeyMeasures, TickMeasures

SIGNS = 0.6
"""Signs of a break against those of a slide."""
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
    bars=bars.PAGE,
    tick=TickMeasures(stroke=1.0, clear=0.6, beyond=3.0, value_gap=4.0),
    grouped=grouped.PAGE,
    number=number.PAGE,
    stacked=stacked.PAGE,
    diverging=diverging.PAGE,
    head_notes=HeadNoteMeasures(text=SMALL_LABEL, first=2.5, least=140.0, gap=14.0, sign_room=12.0),
    line=line.PAGE,
    dumbbell=dumbbell.PAGE,
    table=table.PAGE,
    columns=columns.PAGE,
    parts=parts.PAGE,
    dot_field=None,
    notes=None,
)
NARROW_PAGE_CHARTS = replace(
    PAGE_CHARTS,
    bars=bars.NARROW_PAGE,
    stacked=stacked.NARROW_PAGE,
    diverging=diverging.NARROW_PAGE,
    line=line.NARROW_PAGE,
    dumbbell=dumbbell.NARROW_PAGE,
    table=table.NARROW_PAGE,
    columns=columns.NARROW_PAGE,
    parts=parts.NARROW_PAGE,
)
