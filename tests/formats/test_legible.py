"""Type on a smaller slide: every size of letters is raised to the smallest that is read from afar, nothing else is."""

from __future__ import annotations

from report.formats.house_slides import HOUSE_SLIDES
from report.formats.legible import legible
from report.formats.scaling import scaled

SMALL = scaled(HOUSE_SLIDES.charts, 0.65)
LEGIBLE = legible(SMALL, 12.0)


def test_signs_behind_numbers_and_numbers_in_bars_are_no_smaller_than_other_letters() -> None:
    assert SMALL.least_unit == SMALL.stamp == SMALL.keys.size == 12 * 0.65
    assert SMALL.diverging.across.number < 12 and SMALL.diverging.across.frame.rows.value < 12

    sizes = [LEGIBLE.least_unit, LEGIBLE.stamp, LEGIBLE.keys.size, LEGIBLE.small_label.size]
    sizes += [across.number for across in (LEGIBLE.stacked.across, LEGIBLE.diverging.across)]
    sizes += [LEGIBLE.diverging.across.frame.rows.value, LEGIBLE.grouped.least_value, LEGIBLE.line.value]
    assert sizes == [12.0] * len(sizes)


def test_what_is_large_enough_stays_and_so_does_what_is_no_type() -> None:
    assert LEGIBLE.number.figure == SMALL.number.figure > 12
    assert LEGIBLE.diverging.across.frame.rows.marked == SMALL.diverging.across.frame.rows.marked > 12
    assert LEGIBLE.value_gap == SMALL.value_gap < 12
    assert LEGIBLE.keys.radius == SMALL.keys.radius < 12


def test_lines_keep_their_pitch_for_the_size() -> None:
    small, raised = SMALL.small_label, LEGIBLE.small_label

    assert raised.pitch / raised.size == small.pitch / small.size


def test_type_that_is_legible_is_itself() -> None:
    assert legible(HOUSE_SLIDES.charts, 12.0) == HOUSE_SLIDES.charts
