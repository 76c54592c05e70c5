"""Filling columns: every block once, in order, nothing higher than its place, on as few slides as can be."""

from hypothesis import given
from hypothesis import strategies as st

from report.deck.layout.packing import packed

HEIGHTS = st.lists(st.floats(20, 300, allow_nan=False), min_size=1, max_size=24)


def test_what_fits_into_two_columns_takes_one_slide_and_fills_it_evenly() -> None:
    assert packed([100, 100, 100, 100], room=350, gap=20, columns=2) == ((0, 1), (2, 3))


def test_columns_are_about_equally_high_rather_than_filled_to_the_brim() -> None:
    assert packed([150, 100, 100, 250], room=300, gap=20, columns=2) == ((0,), (1,), (2,), (3,))


def test_an_odd_table_at_the_end_leaves_a_column_empty() -> None:
    assert packed([300], room=350, gap=20, columns=2) == ((0,), ())


def test_no_table_takes_no_slide() -> None:
    assert packed([], room=350, gap=20, columns=2) == ()


def test_a_block_exactly_as_high_as_the_room_fits() -> None:
    assert packed([100, 230], room=350, gap=20, columns=1) == ((0, 1),)


@given(HEIGHTS)
def test_every_block_stands_once_in_order_and_no_column_is_too_high(heights: list[float]) -> None:
    filled = packed(heights, room=350, gap=20, columns=2)

    assert [index for column in filled for index in column] == list(range(len(heights)))
    assert len(filled) % 2 == 0
    for column in filled:
        assert sum(heights[index] for index in column) + 20 * (len(column) - 1) <= 350.001


@given(HEIGHTS)
def test_the_slides_are_as_few_as_filling_in_order_allows(heights: list[float]) -> None:
    columns, reached = 1, -20.0
    for height in heights:
        if reached + 20 + height > 350:
            columns, reached = columns + 1, height
        else:
            reached += 20 + height

    assert len(packed(heights, room=350, gap=20, columns=2)) == 2 * -(-columns // 2)
