"""The house's pictures: landscape and print on paper for newsrooms, the upright ones on ink for feeds.

    48 (72)
    ┌ Headline in two (three) lines
    │ label
    │ ▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 51 %                      exhibit, hung from below the headline
    │ ...
    │ ① Words of an annotation                 below it, tied by keys
    │
    └ Question · base · source                 ends on the bottom margin

Source: docs/visual-language.md, "Type" and "PDF and press kinds".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from report.formats import picture_sizes
from report.formats.grid import Grid, TypeSize
from report.formats.logos import LogoSlot
from report.formats.picture_charts import picture_charts
from report.formats.picture_kinds import SCREEN, HeadlineLines, PictureFormat, PictureName
from report.formats.scaling import scaled
from report.made_at_need import MadeAtNeed
from report.theme.model import GroundName
from report.units import Pt

INCH_IN_MM = 25.4
PRINT_WIDTH: Pt = 160 / INCH_IN_MM * 72
"""160 mm; 90 mm high, since landscape is 16 to 9 too."""
PRINT_RESOLUTION = 300.0


def _landscape() -> PictureFormat:
    charts = picture_charts(picture_sizes.LANDSCAPE)
    return PictureFormat(
        name=PictureName.LANDSCAPE.value,
        width=1200.0,
        height=675.0,
        grid=Grid(left=48.0, column=1104.0, gutter=0.0, count=1),
        right=1152.0,
        charts=charts,
        narrow_charts=charts,
        ground=GroundName.PAPER,
        headlines=(
            HeadlineLines(TypeSize(46.0, 54.0), 2),
            HeadlineLines(TypeSize(40.0, 47.0), 2),
            HeadlineLines(TypeSize(36.0, 42.5), 3),
        ),
        source=TypeSize(31.2, 38.0),
        note=TypeSize(31.2, 38.0),
        top=48.0,
        lowest=621.0,
        exhibit_gap=38.0,
        notes_gap=28.0,
        notes_apart=6.0,
        source_gap=28.0,
        most_source=3,
        logo=LogoSlot(width=200.0, height=100.0, gap=40.0),
        resolution=SCREEN,
    )


def _portrait() -> PictureFormat:
    charts = picture_charts(picture_sizes.PORTRAIT)
    return PictureFormat(
        name=PictureName.PORTRAIT.value,
        width=1080.0,
        height=1350.0,
        grid=Grid(left=72.0, column=936.0, gutter=0.0, count=1),
        right=1008.0,
        charts=charts,
        narrow_charts=charts,
        ground=GroundName.INK,
        headlines=(
            HeadlineLines(TypeSize(64.0, 72.0), 3),
            HeadlineLines(TypeSize(56.0, 64.0), 4),
            HeadlineLines(TypeSize(48.0, 56.0), 5),
        ),
        source=TypeSize(29.0, 37.5),
        note=TypeSize(29.0, 37.5),
        top=72.0,
        lowest=1272.0,
        exhibit_gap=63.0,
        notes_gap=40.0,
        notes_apart=12.0,
        source_gap=42.0,
        most_source=5,
        logo=LogoSlot(width=200.0, height=110.0, gap=48.0),
        resolution=SCREEN,
    )


def _square() -> PictureFormat:
    charts = picture_charts(picture_sizes.SQUARE)
    return replace(
        HOUSE_PICTURES[PictureName.PORTRAIT],
        name=PictureName.SQUARE.value,
        height=1080.0,
        grid=Grid(left=64.0, column=952.0, gutter=0.0, count=1),
        right=1016.0,
        charts=charts,
        narrow_charts=charts,
        top=64.0,
        lowest=1010.0,
        exhibit_gap=54.0,
        notes_gap=36.0,
        source_gap=40.0,
        most_source=4,
    )


def _story() -> PictureFormat:
    charts = picture_charts(picture_sizes.STORY)
    return replace(
        HOUSE_PICTURES[PictureName.PORTRAIT],
        name=PictureName.STORY.value,
        height=1920.0,
        charts=charts,
        narrow_charts=charts,
        top=250.0,
        lowest=1664.0,
    )


def _print() -> PictureFormat:
    landscape = HOUSE_PICTURES[PictureName.LANDSCAPE]
    return replace(
        scaled(landscape, PRINT_WIDTH / landscape.width), name=PictureName.PRINT.value, resolution=PRINT_RESOLUTION
    )


HOUSE_PICTURES: Mapping[PictureName, PictureFormat] = MadeAtNeed(
    {
        PictureName.LANDSCAPE: _landscape,
        PictureName.PORTRAIT: _portrait,
        PictureName.SQUARE: _square,
        PictureName.STORY: _story,
        PictureName.PRINT: _print,
    }
)
