"""Charts on the house's slides, of any size: of the whole slide, and of places beside a text.

Source: docs/visual-language.md, "Grid", "Type" and "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.charts import ChartMeasures
from report.formats.grid import Grid, TypeSize
from report.formats.kinds import bars, columns, diverging, dumbbell, grouped, line, number, parts, stacked, table
from report.formats.scaling import scaled
from report.formats.signs import BreakSign, HeadNoteMeasures, KeyMeasures, NoteMeasures, TickMeasures
from report.formats.slide_columns import LABEL, SMALL_LABEL, SlideColumns

NOTES = NoteMeasures(text=TypeSize(18.0, 23.0), words_gap=12.0, apart=12.0, tick=5.0, leader_gap=9.0, lane=4.5)
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
    bars=bars.BESIDE,
    tick=TickMeasures(stroke=1.5, clear=0.9, beyond=4.0, value_gap=6.0),
    grouped=grouped.BESIDE,
    number=number.BESIDE,
    stacked=stacked.BESIDE,
    diverging=diverging.BESIDE,
    head_notes=HeadNoteMeasures(text=SMALL_LABEL, first=5.0, least=200.0, gap=24.0, sign_room=20.0),
    line=line.BESIDE,
    dumbbell=dumbbell.BESIDE,
    table=table.BESIDE,
    columns=columns.BESIDE,
    parts=parts.BESIDE,
    dot_field=None,
    notes=None,
)
"""Charts of places beside a text: as wide as the place is."""


def narrow_charts(grid: Grid, factor: float) -> ChartMeasures:
    """Charts of places beside a text on a slide of that grid, `factor` times as high as the house's."""
    narrow, hundred = scaled(NARROW, factor), _columns(grid, factor).hundred
    return replace(narrow, hundred=hundred, stacked=stacked.beside_text(narrow.stacked, hundred))


def slide_charts(grid: Grid, factor: float) -> ChartMeasures:
    """Charts of a whole slide of that grid, `factor` times as high as the house's."""
    narrow, places = narrow_charts(grid, factor), _columns(grid, factor)
    return replace(
        narrow,
        bars=bars.on_slide(narrow.bars, places),
        columns=columns.on_slide(narrow.columns, places),
        parts=parts.on_slide(narrow.parts, places),
        grouped=grouped.on_slide(narrow.grouped, places),
        number=number.on_slide(narrow.number, places),
        stacked=stacked.on_slide(narrow.stacked, places),
        diverging=diverging.on_slide(narrow.diverging, places),
        line=line.on_slide(narrow.line, places),
        dumbbell=dumbbell.on_slide(narrow.dumbbell, places),
        table=table.on_slide(narrow.table, places),
        dot_field=parts.field_on_slide(places),
        notes=scaled(NOTES, factor),
    )


def _columns(grid: Grid, factor: float) -> SlideColumns:
    return SlideColumns(replace(grid, left=0.0), factor, scaled(NOTES, factor).words_gap)
