"""Sizes that depend on the medium alone: type, distances and strokes of slides and of A4 pages, in points.

Source: docs/visual-language.md, "Type" and "Chart kinds".
"""

from __future__ import annotations

from dataclasses import dataclass

from report.charts.model import Medium
from report.units import Pt

CAP_HEIGHT = 0.645
"""Height of a capital as a share of the size; what stands on one line is centred by it."""
DIGIT_HEIGHT = 0.649
"""Height of a digit as a share of the size; numbers are centred by it."""
DESCENT = 0.25
"""How far a letter reaches below its baseline, as a share of the size."""
UNIT_SHARE = 0.55
"""A per cent sign beside large digits, as a share of their size."""


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A size of type and the pitch of its lines."""

    size: Pt
    pitch: Pt


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes of one medium.

    label, small_label: category labels and their floor. note: words inside a chart. least_unit: floor of a per cent
    sign. value_gap: between the end of a mark and its value. edge: outline of a muted mark; track_edge: of the track.
    hairline: brackets, leaders. overhang: how far letters may stand out above and below an exhibit. stamp: size of
    the stamp of a failed claim. ring, ring_stroke: the sign of what was not published.
    """

    label: TypeSize
    small_label: TypeSize
    note: TypeSize
    least_unit: Pt
    value_gap: Pt
    edge: Pt
    track_edge: Pt
    hairline: Pt
    overhang: Pt
    stamp: Pt
    ring: Pt
    ring_stroke: Pt


SLIDE = Measures(
    label=TypeSize(18.0, 20.5),
    small_label=TypeSize(16.0, 18.5),
    note=TypeSize(16.0, 21.0),
    least_unit=12.0,
    value_gap=9.0,
    edge=0.75,
    track_edge=0.5,
    hairline=0.75,
    overhang=7.0,
    stamp=12.0,
    ring=20.0,
    ring_stroke=1.5,
)
PAGE = Measures(
    label=TypeSize(10.0, 11.5),
    small_label=TypeSize(8.5, 10.0),
    note=TypeSize(8.5, 11.0),
    least_unit=8.5,
    value_gap=5.0,
    edge=0.5,
    track_edge=0.5,
    hairline=0.5,
    overhang=4.0,
    stamp=8.5,
    ring=10.0,
    ring_stroke=0.9,
)

_BY_MEDIUM = {Medium.SLIDE: SLIDE, Medium.SLIDE_NARROW: SLIDE, Medium.PAGE: PAGE, Medium.PAGE_NARROW: PAGE}


def measures_of(medium: Medium) -> Measures:
    """The sizes of a medium; a narrow place has those of the slide or page it stands on."""
    return _BY_MEDIUM[medium]
