"""Clusters of bars, one bar a group; panels side by side where clusters would not fit.

Source: docs/visual-language.md, "Chart kinds".
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.formats import page_columns
from report.formats.grid import TypeSize
from report.formats.picture_sizes import PictureChartSizes
from report.formats.rows import RowMeasures
from report.formats.scaling import scaled
from report.formats.slide_columns import LABEL, SMALL_LABEL, SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class PanelMeasures:
    """Panels of bars side by side, one a group: as long as a share of 100 %, and how far they stand apart.

    top: down to the first bar; name_line, base_line: baselines of a group's name and of its n. by_rows: how rows are
    set, by their number, which also says how many there may be. most: panels. label: sizes of the answers.
    """

    hundred: float
    apart: Pt
    top: Pt
    name_line: Pt
    base_line: Pt
    by_rows: tuple[tuple[int, RowMeasures], ...]
    most: int
    label: TypeSize


@frozen(kw_only=True)
class GroupedMeasures:
    """Clusters of bars, one a group: how thick bars are, and how far apart they and their clusters stand.

    top: down to the first bar; height: of all clusters. apart, most_apart: between two clusters. most_bars, most_rows:
    of one chart. marked, least_marked: sizes of a marked number on bars from `thick` on, and on thinner ones.
    names_left: where the groups' names stand beside their bars of the first cluster; None: inside its track.
    names_clear: from the lowest name to words of annotations. name, base: sizes of a group's name and its n. base_gap:
    between these.
    """

    top: Pt
    height: Pt
    bar: Pt
    least_bar: Pt
    between: Pt
    apart: Pt
    most_apart: Pt
    most_bars: int
    most_rows: int
    marked: Pt
    least_marked: Pt
    thick: Pt
    value: Pt
    least_value: Pt
    names_left: Pt | None
    names_clear: Pt
    name: TypeSize
    base: TypeSize
    base_gap: Pt
    panels: PanelMeasures | None


PANEL_ROWS = RowMeasures(
    bar=22.0,
    least_bar=22.0,
    least_pitch=39.4,
    most_pitch=39.4,
    spread=inf,
    marked=26.0,
    value=16.0,
    above_gap=6.0,
    clear=9.0,
)
PANELS = PanelMeasures(
    hundred=0.5,
    apart=59.0,
    top=40.0,
    name_line=10.0,
    base_line=29.0,
    by_rows=((7, PANEL_ROWS), (10, replace(PANEL_ROWS, bar=16.0, least_pitch=27.0, most_pitch=27.0, marked=21.0))),
    most=3,
    label=SMALL_LABEL,
)
SLIDE_TOP: Pt = 19.0
"""Down to the first bar of a whole slide: the head of its kinds ends on one line."""
BESIDE = GroupedMeasures(
    top=0.0,
    height=280.0,
    bar=24.0,
    least_bar=13.0,
    between=2.0,
    apart=14.0,
    most_apart=28.0,
    most_bars=16,
    most_rows=7,
    marked=26.0,
    least_marked=21.0,
    thick=19.5,
    value=18.0,
    least_value=16.0,
    names_left=None,
    names_clear=30.0,
    name=LABEL,
    base=SMALL_LABEL,
    base_gap=11.0,
    panels=None,
)
PAGE = GroupedMeasures(
    top=0.0,
    height=inf,
    bar=12.0,
    least_bar=12.0,
    between=1.0,
    apart=11.0,
    most_apart=11.0,
    most_bars=28,
    most_rows=14,
    marked=14.0,
    least_marked=14.0,
    thick=0.0,
    value=10.0,
    least_value=10.0,
    names_left=None,
    names_clear=0.0,
    name=page_columns.LABEL,
    base=page_columns.LABEL,
    base_gap=4.0,
    panels=None,
)
LEAST_BAR = 0.6
"""The thinnest bar of a cluster against the usual one."""
MOST_GROUPS = 3
"""Of which a picture shows as many clusters as of two; of four it shows fewer."""
BETWEEN_BARS: Pt = 3.0
"""Of a cluster."""


def on_slide(beside: GroupedMeasures, columns: SlideColumns) -> GroupedMeasures:
    """Names of groups where words of annotations stand, which follow below them."""
    return replace(
        beside,
        top=SLIDE_TOP * columns.factor,
        names_left=columns.words_left,
        panels=scaled(PANELS, columns.factor),
    )


def in_picture(beside: GroupedMeasures, sizes: PictureChartSizes) -> GroupedMeasures:
    """Clusters as high as the format has room for."""
    return replace(
        beside,
        height=sizes.clusters,
        bar=sizes.cluster_bar,
        least_bar=sizes.cluster_bar * LEAST_BAR,
        between=BETWEEN_BARS,
        most_bars=MOST_GROUPS * sizes.most_clusters,
        most_rows=sizes.most_clusters,
        marked=sizes.bands.marked,
        least_marked=sizes.bands.marked * BESIDE.least_marked / BESIDE.marked,
        thick=sizes.bands.marked * BESIDE.thick / BESIDE.marked,
        value=sizes.label.size,
        least_value=sizes.floor.size,
        base=sizes.floor,
    )
