"""The house's slides, 960 x 540, and the same for slides of another size.

43.2                                                            916.8
 |  column 1 .. 12, 59.6 wide, 14.4 apart                         |
 43      kicker
 76,109  headline
 139     exhibit title
 165     exhibit
 464     its lowest end
 478     hairline
 493.5, 508.5  footer, page number at the right
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.grid import Grid, TypeSize
from report.formats.house_charts import narrow_charts, slide_charts
from report.formats.logos import LogoRow, LogoSlot
from report.formats.scaling import scaled
from report.formats.slide_kinds import (
    AgendaMeasures,
    ClosingMeasures,
    CoverMeasures,
    DividerMeasures,
    FindingMeasures,
    FrameMeasures,
    FreeMeasures,
    GlanceMeasures,
    MethodMeasures,
    NumberSlideMeasures,
    RecommendationsMeasures,
    SlideFormat,
    SlotRows,
    StatementMeasures,
    TableMeasures,
    TagMeasures,
    TypeRoles,
)
from report.theme.model import GroundName
from report.units import Pt

GRID = Grid(left=43.2, column=59.6, gutter=14.4)

HOUSE_SLIDES = SlideFormat(
    name="slide",
    width=960.0,
    height=540.0,
    grid=GRID,
    right=916.8,
    charts=slide_charts(GRID, 1.0),
    narrow_charts=narrow_charts(GRID, 1.0),
    roles=TypeRoles(
        cover_title=(TypeSize(54.0, 60.0), TypeSize(49.0, 54.5), TypeSize(44.0, 49.0)),
        headline=(TypeSize(30.0, 33.0), TypeSize(26.0, 29.0)),
        statement=(TypeSize(36.0, 43.0), TypeSize(33.0, 39.5), TypeSize(30.0, 36.0)),
        sentence=(TypeSize(20.0, 25.0), TypeSize(18.0, 23.0)),
        body=TypeSize(18.0, 23.0),
        subtitle=TypeSize(16.0, 20.5),
        footer=TypeSize(12.0, 15.0),
        kicker=TypeSize(14.0, 17.0),
        speaker=TypeSize(20.0, 26.0),
        page_number=TypeSize(12.0, 15.0),
        column_head=16.0,
        publisher=18.0,
        cover_side=16.0,
        chapter=TypeSize(22.0, 26.0),
        chapter_text=TypeSize(22.0, 29.0),
        strip=(TypeSize(16.0, 19.0), TypeSize(14.0, 17.0), TypeSize(12.0, 14.0)),
        number=28.0,
        row_figure=54.0,
        evidence=36.0,
        smallest_unit=16.0,
        unit_share=0.55,
        tracking=0.05,
    ),
    frame=FrameMeasures(
        kicker=43.0,
        headline=76.0,
        content_top=112.0,
        second_line=30.4,
        exhibit_top=165.0,
        exhibit_bottom=464.0,
        exhibit_width=604.0,
        foot_rule=478.0,
        footer=493.5,
        page_number=508.5,
        number_width=40.0,
        number_clearance=20.0,
        stamp_gap=18.0,
        rule=1.0,
        tag=TagMeasures(padding=8.0, above=14.0, below=6.0, edge=0.75, dash=(3.0, 2.4)),
        logo=LogoSlot(width=80.0, height=24.0, gap=30.0),
    ),
    cover=CoverMeasures(
        ground=GroundName.INK,
        top_line=56.0,
        field_top=98.0,
        title=132.8,
        subtitle=362.0,
        subtitle_gap=49.0,
        lowest_subtitle=452.0,
        bottom_lines=(486.0, 509.0),
        logos=LogoRow(
            own=LogoSlot(width=173.0, height=32.0, gap=0.0), partner=LogoSlot(width=86.0, height=26.0, gap=24.0)
        ),
    ),
    glance=GlanceMeasures(
        ground=GroundName.PAPER,
        slots=SlotRows(first=158.0, pitch=72.0),
        pitch=90.0,
        bottom=472.0,
        figure_baseline=46.0,
        rule_above_row=5.5,
        field_clearance=24.0,
    ),
    finding=FindingMeasures(ground=GroundName.PAPER, exhibit_title=139.0),
    number=NumberSlideMeasures(
        figure=172.0,
        figure_line=290.0,
        sentence_line=330.0,
        rule=382.0,
        head_line=405.0,
        first_line=431.0,
        pitch=26.0,
        indent=64.0,
        gap=12.0,
    ),
    statement=StatementMeasures(
        ground=GroundName.INK,
        text=100.0,
        speaker=320.0,
        speaker_slot=TypeSize(18.0, 27.0),
        name_gap=48.0,
        figures_title=90.0,
        subtitle_gap=23.0,
        chart_gap=22.0,
    ),
    recommendations=RecommendationsMeasures(
        ground=GroundName.PAPER,
        slots=SlotRows(first=160.0, pitch=68.8),
        pitch=86.0,
        roomy_pitch=108.0,
        bottom=469.0,
        clearance=8.0,
        rule_under_heads=12.8,
        detail_pitch=26.0,
    ),
    method=MethodMeasures(
        ground=GroundName.PAPER,
        text=166.0,
        head=11.4,
        head_rule=12.0,
        first=42.6,
        lowest=466.0,
        fact_gap=14.0,
        unknown_gap=11.9,
        closest_gap=3.0,
        list_rule=18.0,
        text_gap=29.0,
        ring=15.0,
        ring_indent=29.6,
    ),
    table=TableMeasures(
        ground=GroundName.PAPER,
        top=5.4,
        halves_gap=30.0,
        gap=21.4,
        notes_gap=6.0,
        note_baseline=11.0,
        row=25.0,
        space_above=0.3,
        first_baseline=17.5,
        padding=9.0,
        tight_padding=6.0,
        least_column=56.0,
        widest_head=160.0,
        least_labels=180.0,
        ring=11.0,
        ring_gap=5.0,
        stroke_height=12.0,
        stroke_width=1.4,
        stroke_slant=4.5,
        stroke_gap=5.0,
    ),
    agenda=AgendaMeasures(
        ground=GroundName.PAPER,
        top=116.0,
        bottom=472.0,
        pitch=76.0,
        first=34.0,
        lead=24.0,
        raised=8.0,
    ),
    divider=DividerMeasures(
        ground=GroundName.INK,
        top_line=56.0,
        title=140.0,
        text_gap=41.0,
        field_top=98.0,
        field_size=300.0,
        caption_gap=26.0,
        caption_lines=3,
        strip=486.0,
        strip_width=96.0,
        strip_height=3.0,
        strip_gap=14.0,
        strip_label=508.5,
    ),
    free=FreeMeasures(
        ground=GroundName.PAPER,
        text=139.0,
        text_gap=55.0,
        lowest=464.0,
        paragraph_gap=12.0,
    ),
    closing=ClosingMeasures(
        ground=GroundName.INK,
        contact=61.0,
        role=30.0,
        mail=34.0,
        phone=26.0,
        head=103.0,
        rule=15.0,
        first=23.0,
        form=24.0,
        pitch=62.0,
        cite=41.0,
        citation=24.0,
    ),
)

NOTES_LEFT: Pt = 12.0
"""From the left edge of column 9 to the words of an annotation."""


def house_slides(width: Pt, height: Pt) -> SlideFormat:
    """The house's slides on another size: all lengths times the ratio of heights, columns as wide as there is room."""
    house = HOUSE_SLIDES
    if (width, height) == (house.width, house.height):
        return house
    ratio = height / house.height
    made = scaled(house, ratio)
    left, gutter, count = made.grid.left, made.grid.gutter, made.grid.count
    grid = replace(made.grid, column=(width - 2 * left - (count - 1) * gutter) / count)
    frame = replace(made.frame, exhibit_width=grid.column_left(9) + NOTES_LEFT * ratio - left)
    return replace(
        made,
        name=f"slide {width:g} x {height:g}",
        width=width,
        height=height,
        grid=grid,
        right=width - left,
        charts=slide_charts(grid, ratio),
        narrow_charts=narrow_charts(grid, ratio),
        frame=frame,
    )
