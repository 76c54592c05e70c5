"""The checker of drawings finds what it is for: every rule is broken once on purpose."""

from dataclasses import replace

import pytest

from report.drawing.model import Drawing, Mark, MarkRole, Rect, Stroke, TextMark
from report.text.model import Face
from report.units import Box, Color
from tests.charts.collisions import faults

INK = Color(0, 0, 0)


def words(x: float, baseline: float, *, role: MarkRole = MarkRole.LABEL, width: float = 40.0) -> TextMark:
    return TextMark(role, "Wort", Face.REGULAR, 10.0, INK, x, baseline, width)


def rect(role: MarkRole, left: float, top: float, width: float, height: float = 20.0) -> Rect:
    return Rect(role, Box(left, top, width, height), INK)


def of(*marks: Mark) -> Drawing:
    return Drawing(100.0, 100.0, marks, "title", "alternative", "de-DE", ())


@pytest.mark.parametrize(
    "drawing",
    [
        of(words(-0.1, 50)),
        of(words(60.1, 50)),
        of(words(0, 7.4)),
        of(words(0, 97.6)),
        of(rect(MarkRole.TRACK, 0, 0, 101)),
        of(Stroke(MarkRole.LEADER, 0, 50, 100.6, 50, INK, 0.75)),
        of(words(0, 50), words(39, 55)),
        of(words(0, 50), rect(MarkRole.TRACK, 30, 40, 20)),
        of(words(0, 50, role=MarkRole.NOTE), rect(MarkRole.TRACK, 30, 40, 20)),
        of(rect(MarkRole.BAR, 0, 40, 30), words(20, 55, role=MarkRole.VALUE)),
        of(rect(MarkRole.BAR, 0, 0, 30), rect(MarkRole.BAR, 10, 19, 30)),
        of(words(0, 50, role=MarkRole.VALUE), rect(MarkRole.BAND, 30, 0, 20, 100)),
        of(words(0, 50), Stroke(MarkRole.BRACKET, 20, 0, 20, 100, INK, 0.75)),
        of(words(0, 50, role=MarkRole.STAMP), words(10, 45)),
    ],
)
def test_a_mark_outside_or_on_another_is_found(drawing: Drawing) -> None:
    assert len(faults(drawing)) == 1


def test_numbers_on_tracks_and_wholly_on_bars_and_reasons_in_bands_are_no_faults() -> None:
    track, bar, band = rect(MarkRole.TRACK, 0, 0, 100), rect(MarkRole.BAR, 0, 0, 60), rect(MarkRole.BAND, 0, 30, 99, 60)
    inside = words(10, 15, role=MarkRole.VALUE)
    beside = replace(inside, x=60.0)
    reason = words(10, 60, role=MarkRole.NOTE)

    assert faults(of(track, bar, inside, band, reason)) == []
    assert faults(of(track, bar, beside)) == []
