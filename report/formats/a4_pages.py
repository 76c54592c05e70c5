"""The house's A4 pages, in points.

        51        175.7  192.8                    544.3
        |  side column  |       main column         |      100 % is as long as the main column is wide
     50 ─────────────────────────────────────────────      rule of the first block
        KICKER          Headline
        label           ▇▇▇▇▇▇▇▇▇▇▇▇▇ 51 %
    780 ............................................      lowest baseline
    808 Title  source, date               Page 1 of 3      running foot

Source: docs/visual-language.md, "Grid" and "Type".
"""

from __future__ import annotations

from report.formats.a4_charts import NARROW_PAGE_CHARTS, PAGE_CHARTS
from report.formats.grid import Grid, TypeSize
from report.formats.logos import LogoRow, LogoSlot
from report.formats.page_kinds import (
    AppendixMeasures,
    BlockMeasures,
    BreakMeasures,
    ChapterMeasures,
    ContentsMeasures,
    FootMeasures,
    FreeBlockMeasures,
    GlanceRows,
    MethodBlockMeasures,
    PageFormat,
    PageRoles,
    RecommendationsBlockMeasures,
    RingMeasures,
    StampMeasures,
    StatementBlockMeasures,
    TitlePageMeasures,
)
from report.theme.model import GroundName
from report.units import Pt

WIDTH: Pt = 210 / 25.4 * 72
HEIGHT: Pt = 297 / 25.4 * 72

A4_PAGES = PageFormat(
    name="page",
    width=WIDTH,
    height=HEIGHT,
    grid=Grid(left=51.0, column=493.3, gutter=0.0, count=1),
    right=544.3,
    charts=PAGE_CHARTS,
    narrow_charts=NARROW_PAGE_CHARTS,
    side_width=124.7,
    main=192.8,
    top=50.0,
    lowest=780.0,
    roles=PageRoles(
        title=(TypeSize(32.0, 36.0), TypeSize(26.0, 29.25)),
        chapter=TypeSize(26.0, 29.25),
        subtitle=TypeSize(11.5, 16.5),
        publisher=TypeSize(10.5, 13.6),
        audience=TypeSize(10.0, 13.6),
        edition=TypeSize(10.0, 13.6),
        caption=TypeSize(10.0, 13.6),
        kicker=TypeSize(8.5, 11.8),
        headline=TypeSize(18.0, 21.5),
        statement=TypeSize(15.0, 20.0),
        speaker=TypeSize(10.0, 14.0),
        summary=TypeSize(13.0, 17.5),
        body=TypeSize(10.5, 15.0),
        side_note=TypeSize(9.0, 12.5),
        exhibit_title=TypeSize(9.5, 12.0),
        fact=TypeSize(10.0, 13.5),
        source=TypeSize(8.5, 11.8),
        label=TypeSize(10.0, 11.5),
        table_caption=TypeSize(10.5, 13.0),
        answer_mode=TypeSize(9.0, 13.0),
        glance_figure=40.0,
        evidence_figure=22.0,
        floor=8.5,
        unit_share=0.55,
        tracking=0.05,
    ),
    title_page=TitlePageMeasures(
        ground=GroundName.INK,
        ink_height=346.0,
        stamp=34.0,
        publisher=57.5,
        field_top=88.5,
        field_size=198.0,
        title_clearance=20.0,
        subtitle=31.0,
        subtitle_lowest=302.0,
        edition=319.5,
        glance_heading=384.0,
        first_row=397.3,
        few_rows=GlanceRows(pitch=84.0, first=40.0, most_lines=3),
        many_rows=GlanceRows(pitch=72.0, first=36.0, most_lines=2),
        raised=5.0,
        stamp_gap=12.0,
        logos=LogoRow(
            own=LogoSlot(width=104.0, height=28.0, gap=0.0), partner=LogoSlot(width=45.0, height=20.0, gap=12.0)
        ),
    ),
    block=BlockMeasures(
        rule=1.0,
        hairline=0.75,
        gap=29.0,
        kicker=19.0,
        stamp_gap=15.5,
        headline=21.0,
        chart=13.0,
        text=25.0,
        source=21.0,
        paragraph_gap=6.0,
    ),
    chapter=ChapterMeasures(title=29.0, text=26.0),
    contents=ContentsMeasures(gap=7.0, gap_within=2.5, indent=15.0, number=40.0),
    free=FreeBlockMeasures(picture=16.0, most_height=260.0),
    statement=StatementBlockMeasures(first=22.0, speaker=21.0, evidence=26.0),
    method=MethodBlockMeasures(first=26.0, fact_gap=17.5, unknown=25.0, unknown_gap=16.0, indent=15.0),
    recommendations=RecommendationsBlockMeasures(
        rule=8.0, first=25.0, last=12.0, detail=16.0, evidence=14.5, indent=20.0
    ),
    appendix=AppendixMeasures(
        first_gap=43.0,
        gap=30.0,
        notes_gap=34.0,
        own_notes_gap=17.0,
        note_rise=8.0,
        mode_gap=12.0,
        head_rule=7.0,
        row=18.2,
        row_baseline=13.3,
        widest_column=75.0,
        narrowest_labels=200.0,
        column_gap=8.0,
        ring_gap=5.0,
        at_break=BreakMeasures(
            line=0.9, dash=(2.7, 2.1), stroke=1.0, apart=2.0, slant=1.8, below=1.5, above=7.0, clear=2.5
        ),
    ),
    stamp=StampMeasures(padding=4.0, above=9.5, below=4.0, edge=0.75),
    ring=RingMeasures(radius=3.8, rise=3.3, edge=0.9, dash=(1.7, 1.3)),
    foot=FootMeasures(
        baseline=HEIGHT - 34.0, gap=12.0, draft=34.0, logo=LogoSlot(width=60.0, height=16.0, gap=12.0), below=3.5
    ),
)
