"""The grid against the numbers of the visual language, which are written down in inches and points."""

import pytest

from report.deck import grid

LEFT_EDGES_IN_INCHES = (0.600, 1.628, 2.656, 3.683, 4.711, 5.739, 6.767, 7.794, 8.822, 9.850, 10.878, 11.906)


def test_the_twelve_columns_begin_where_the_visual_language_says() -> None:
    edges = [grid.column(number) / 72 for number in range(1, 13)]

    assert edges == pytest.approx(LEFT_EDGES_IN_INCHES, abs=0.0006)


def test_the_last_column_ends_at_the_right_margin() -> None:
    assert grid.column(12) + grid.COLUMN == pytest.approx(grid.RIGHT)
    assert pytest.approx(12.733, abs=0.0006) == grid.RIGHT / 72


def test_five_columns_are_the_length_of_a_hundred_per_cent() -> None:
    assert grid.columns_width(4, 8) == pytest.approx(355.6)


def test_the_margins_are_equal() -> None:
    assert pytest.approx(grid.LEFT) == grid.SLIDE_WIDTH - grid.RIGHT
