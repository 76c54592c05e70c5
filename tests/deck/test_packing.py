"""Filling slides: every block once, in order, nothing higher than its place, on as few slides as can be."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from report.deck.layout.packing import Band, Size, Slide, packed

ROOM, GAP = 350.0, 20.0
SIZES = st.lists(st.builds(Size, st.floats(20, 350, allow_nan=False), st.booleans()), max_size=24)


def narrow(*heights: float) -> list[Size]:
    return [Size(height, is_narrow=True) for height in heights]


def wide(*heights: float) -> list[Size]:
    return [Size(height, is_narrow=False) for height in heights]


def columns(slides: list[Slide]) -> list[list[tuple[tuple[int, ...], ...]]]:
    """The blocks of every column of every band of every slide."""
    return [[band.columns for band in slide] for slide in slides]


def test_narrow_blocks_stand_in_two_columns_of_about_the_same_height() -> None:
    assert columns(packed(narrow(100, 100, 100, 100), ROOM, GAP)) == [[((0, 1), (2, 3))]]


def test_wide_blocks_stand_below_each_other_where_they_fit() -> None:
    assert columns(packed(wide(150, 180, 20), ROOM, GAP)) == [[((0,),), ((1,),)], [((2,),)]]


def test_narrow_and_wide_blocks_share_a_slide_in_order() -> None:
    slides = packed([*narrow(100, 80), *wide(90), *narrow(120, 100, 200)], ROOM, GAP)

    assert columns(slides) == [[((0,), (1,)), ((2,),), ((3,), (4,))], [((5,),)]]
    assert [band.height for band in slides[0]] == [100, 90, 120]


def test_no_table_takes_no_slide() -> None:
    assert packed([], ROOM, GAP) == []


def test_blocks_exactly_as_high_as_the_room_fit() -> None:
    assert packed(wide(100, 230), ROOM, GAP) == [(Band(((0,),), 100), Band(((1,),), 230))]


def height(sizes: list[Size], band: Band) -> float:
    """How high a band is: that of its highest column."""
    return max(sum(sizes[block].height for block in column) + GAP * (len(column) - 1) for column in band.columns)


@given(SIZES)
def test_every_block_stands_once_in_order_and_no_slide_is_too_high(sizes: list[Size]) -> None:
    slides = packed(sizes, ROOM, GAP)

    assert [block for slide in slides for band in slide for column in band.columns for block in column] == list(
        range(len(sizes))
    )
    for slide in slides:
        assert sum(height(sizes, band) for band in slide) + GAP * (len(slide) - 1) <= ROOM + 0.001
        assert all(len(band.columns) <= (2 if sizes[band.columns[0][0]].is_narrow else 1) for band in slide)


@given(SIZES)
def test_no_slide_leaves_room_for_the_block_that_follows(sizes: list[Size]) -> None:
    slides = packed(sizes, ROOM, GAP)

    for slide, after in itertools.pairwise(slides):
        used = sum(band.height for band in slide) + GAP * len(slide)
        assert used + sizes[after[0].columns[0][0]].height > ROOM
