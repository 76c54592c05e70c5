"""How far something reaches over the edges of its page."""

from dataclasses import replace

import pytest

from report.formats.edges import TOLERANCE, excess
from report.formats.house_slides import HOUSE_SLIDES
from report.units import Box

PAGE = replace(HOUSE_SLIDES, width=400.0, height=300.0)


def test_what_fills_the_page_exactly_stays_on_it() -> None:
    assert excess(Box(0, 0, 400, 300), PAGE) == 0


@pytest.mark.parametrize("box", [Box(-7, 10, 50, 50), Box(10, -7, 50, 50), Box(10, 10, 397, 50), Box(10, 10, 50, 297)])
def test_what_passes_an_edge_is_measured_there(box: Box) -> None:
    assert excess(box, PAGE) == 7


def test_of_several_edges_the_one_counts_that_is_passed_furthest() -> None:
    assert excess(Box(-3, -5, 412, 300), PAGE) == 9


def test_the_noise_of_adding_lengths_passes_no_edge() -> None:
    assert excess(Box(0, 0, 400 + TOLERANCE / 2, 300), PAGE) == 0
    assert excess(Box(0, 0, 400 + 2 * TOLERANCE, 300), PAGE) == pytest.approx(2 * TOLERANCE)
