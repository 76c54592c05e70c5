"""What charts in pictures are set by, in pixels, a value for each format.

    0                                    1104      from the left margin, 48; upright pictures 936, from 72

Source: docs/visual-language.md, "Type" and "PDF and press kinds".
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from report.formats.grid import TypeSize
from report.formats.rows import RowMeasures
from report.frozen import frozen
from report.units import Pt

DIGIT_HEIGHT = 0.649
"""Of its size."""
FILLING_SCALES = tuple(hundredth / 100 for hundredth in range(100, 24, -1))
"""Lengths of 100 % as shares of the measure: bars around a middle fill it."""


@frozen(kw_only=True)
class DottedNumberMeasures:
    """A large number left of its dots, the answer below it, and the others there too or below the dots.

    side, least_side: of the dots; gap: between them and the words. figure, least_figure: size of the number; label,
    compared: of the answer and of the others. label_gap: from the number to the first baseline of the answer;
    rule_gap: from what ends lower, answer or dots, to the hairline; first: from there to the first baseline.
    is_below: the others take the whole width below the dots.
    """

    side: Pt
    least_side: Pt
    gap: Pt
    figure: Pt
    least_figure: Pt
    label: TypeSize
    label_gap: Pt
    rule_gap: Pt
    first: Pt
    compared: TypeSize
    is_below: bool


@frozen(kw_only=True)
class PictureChartSizes:
    """What a chart in a picture is set by. hundred: the full measure; label: category labels and values that are not
    marked, smaller: further sizes of labels, the floor last; marked: the large value.

    rows: how many are shown at most, and how they stand. axis: of columns, from the exhibit's top; part: height of a
    100 % bar at least and at most. most_clusters: of up to three groups each; clusters: height of all; cluster_bar:
    thickness of a bar in one. most_bands: bars whose answers lie across; bands: how they stand. number: a large
    one beside its dots.
    """

    hundred: Pt
    label: TypeSize
    smaller: tuple[TypeSize, ...]
    marked: Pt
    most_rows: int
    rows: RowMeasures
    axis: Pt
    part: tuple[Pt, Pt]
    most_clusters: int
    clusters: Pt
    cluster_bar: Pt
    most_bands: int
    bands: RowMeasures
    number: DottedNumberMeasures

    @property
    def labels(self) -> tuple[TypeSize, ...]:
        """Sizes of labels, the floor last."""
        return self.label, *self.smaller

    @property
    def floor(self) -> TypeSize:
        """The smallest size of a label, and the size of other words in a chart."""
        return self.smaller[-1]


LANDSCAPE = PictureChartSizes(
    hundred=1104.0,
    label=TypeSize(33.0, 37.5),
    smaller=(TypeSize(31.2, 33.0),),
    marked=52.0,
    most_rows=4,
    rows=RowMeasures(
        bar=34.0,
        least_bar=30.0,
        least_pitch=0.0,
        most_pitch=87.0,
        spread=inf,
        marked=52.0,
        value=33.0,
        above_gap=10.0,
        clear=18.0,
    ),
    axis=235.0,
    part=(84.0, 168.0),
    most_clusters=2,
    clusters=300.0,
    cluster_bar=46.0,
    most_bands=4,
    bands=RowMeasures(
        bar=44.0,
        least_bar=28.0,
        least_pitch=0.0,
        most_pitch=112.0,
        spread=inf,
        marked=46.0,
        value=33.0,
        above_gap=10.0,
        clear=14.0,
    ),
    number=DottedNumberMeasures(
        side=340.0,
        least_side=220.0,
        gap=48.0,
        figure=190.0,
        least_figure=80.0,
        label=TypeSize(36.0, 41.0),
        label_gap=52.0,
        rule_gap=22.0,
        first=48.0,
        compared=TypeSize(33.0, 41.0),
        is_below=False,
    ),
)
PORTRAIT = PictureChartSizes(
    hundred=936.0,
    label=TypeSize(36.0, 41.0),
    smaller=(TypeSize(32.5, 37.0), TypeSize(29.0, 33.0)),
    marked=84.0,
    most_rows=7,
    rows=RowMeasures(
        bar=64.0,
        least_bar=34.0,
        least_pitch=0.0,
        most_pitch=186.0,
        spread=inf,
        marked=84.0,
        value=38.0,
        above_gap=15.0,
        clear=26.0,
    ),
    axis=560.0,
    part=(150.0, 420.0),
    most_clusters=4,
    clusters=780.0,
    cluster_bar=68.0,
    most_bands=5,
    bands=RowMeasures(
        bar=64.0,
        least_bar=38.0,
        least_pitch=0.0,
        most_pitch=186.0,
        spread=inf,
        marked=64.0,
        value=38.0,
        above_gap=15.0,
        clear=28.0,
    ),
    number=DottedNumberMeasures(
        side=440.0,
        least_side=240.0,
        gap=48.0,
        figure=260.0,
        least_figure=100.0,
        label=TypeSize(44.0, 50.0),
        label_gap=72.0,
        rule_gap=44.0,
        first=76.0,
        compared=TypeSize(42.0, 62.0),
        is_below=True,
    ),
)
SQUARE = replace(
    PORTRAIT,
    hundred=952.0,
    most_rows=5,
    rows=replace(PORTRAIT.rows, most_pitch=130.0),
    axis=330.0,
    part=(120.0, 300.0),
    most_clusters=3,
    clusters=520.0,
    most_bands=4,
    bands=replace(PORTRAIT.bands, bar=56.0, most_pitch=130.0),
)
STORY = replace(PORTRAIT, axis=640.0, part=(150.0, 540.0))
