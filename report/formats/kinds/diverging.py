"""Bars around a middle: labels on columns 1 to 3 of a slide, figures in columns at its right margin."""

from __future__ import annotations

from dataclasses import replace

from report.formats import across
from report.formats.across import AcrossMeasures
from report.formats.picture_sizes import FILLING_SCALES, PictureChartSizes
from report.formats.rows import RowPlace, Span
from report.formats.slide_columns import SMALL_LABEL, SlideColumns
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class DivergingMeasures:
    """Bars around a middle. scales: lengths of 100 % as shares of its usual one, the first that fits.

    lead: how far left of the track the bars may begin. figure: width of a column of figures at the right, None where
    there are none: only the two sides are named there, at the axis, and only their nets bear numbers. net_gap: from a
    bar to its net. axis: its stroke, and how far it reaches above the rows and below.
    """

    across: AcrossMeasures
    scales: tuple[float, ...]
    lead: Pt
    figure: Pt | None
    net_gap: Pt
    axis: Pt
    axis_above: Pt
    axis_below: Pt


ROWS = replace(across.ROWS, bar=28.8, least_pitch=38.2, most_pitch=45.9)
BESIDE_ACROSS = replace(
    across.BESIDE,
    frame=replace(across.BESIDE.frame, sizes=(SMALL_LABEL,), rows=ROWS),
    most_rows=7,
    group_pitch=45.9,
)
BESIDE = DivergingMeasures(
    across=BESIDE_ACROSS,
    scales=(1.0, 0.5, 0.25),
    lead=0.0,
    figure=60.0,
    net_gap=9.0,
    axis=1.0,
    axis_above=6.0,
    axis_below=5.0,
)
PAGE = DivergingMeasures(
    across=across.PAGE,
    scales=(0.5, 0.25, 0.125),
    lead=0.0,
    figure=36.0,
    net_gap=5.0,
    axis=0.75,
    axis_above=3.5,
    axis_below=3.0,
)
NARROW_PAGE = replace(PAGE, across=across.below_labels(PAGE.across, Span(0.0)))


def on_slide(beside: DivergingMeasures, columns: SlideColumns) -> DivergingMeasures:
    """Labels beside the bars, and columns of figures."""
    place = RowPlace(track=Span(columns.left(4)), label=columns.width(1, 3))
    return replace(
        beside,
        across=across.beside_labels(beside.across, place),
        scales=(1.0, 0.5, 0.25, 0.125),
        lead=8.2 * columns.factor,
        figure=62.0 * columns.factor,
    )


def in_picture(beside: DivergingMeasures, sizes: PictureChartSizes) -> DivergingMeasures:
    """Labels above their bars, which fill the measure; no columns of figures."""
    return replace(
        beside,
        across=across.in_picture(beside.across, sizes),
        scales=FILLING_SCALES,
        figure=None,
        net_gap=across.PICTURE_NET,
    )
