"""Which blocks share a page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.summary.blocks.piece import SLACK, Piece
from report.summary.paging import Block, fixed_block, paged

ROOM = 100.0


def block(*heights: float, keeps_next: bool = False, starts_page: bool = False, least: int = 0) -> Block:
    """A block of these heights: on a page set as usual, closer, closest."""

    def form(closeness: int) -> Piece:
        return Piece((), heights[min(closeness, len(heights) - 1)])

    def extent(closeness: int) -> tuple[float, float]:
        return form(closeness).height, 0.0

    return Block(form, extent, keeps_next=keeps_next, starts_page=starts_page, least=least)


def pages(*blocks: Block, follows: float = ROOM) -> list[list[float]]:
    """The heights of the blocks page by page."""
    found: list[list[float]] = []
    for piece in paged(blocks, ROOM, closest=2, follows=follows):
        if piece.starts_page:
            found.append([])
        found[-1].append(piece.height)
    return found


def test_blocks_that_miss_a_page_by_little_share_one_that_is_set_closer() -> None:
    assert pages(block(52, 50, 46), block(52, 50, 46), block(52)) == [[50, 50], [52]]


def test_a_page_is_set_no_closer_than_it_takes() -> None:
    assert pages(block(60, 55, 50), block(40, 35, 30)) == [[60, 40]]
    assert pages(block(60, 55, 50), block(46, 44, 42)) == [[55, 44]]


def test_a_block_that_would_leave_the_next_page_nearly_empty_opens_it_instead() -> None:
    assert pages(block(70), block(25), block(20)) == [[70], [25, 20]]


def test_a_page_keeps_a_block_that_fits_where_it_would_be_more_than_a_third_empty_without_it() -> None:
    assert pages(block(60), block(35), block(20)) == [[60, 35], [20]]
    assert pages(block(200 / 3), block(30), block(20)) == [[200 / 3], [30, 20]]


def test_a_last_page_may_end_early_where_what_follows_begins_there() -> None:
    blocks = block(70), block(25), block(20)

    assert pages(*blocks, follows=80) == [[70, 25], [20]]
    assert pages(*blocks, follows=80.1) == [[70], [25, 20]]


def test_no_page_ends_with_a_heading() -> None:
    assert pages(block(50), block(20, keeps_next=True), block(60)) == [[50], [20, 60]]


def test_a_block_that_opens_a_page_does_so() -> None:
    assert pages(block(10), block(10, starts_page=True), block(10)) == [[10], [10, 10]]


def test_a_block_that_has_room_on_no_page_set_as_usual_takes_one_set_closer() -> None:
    assert pages(block(20), block(110, 99, 95, least=1)) == [[20], [99]]


def test_a_block_higher_than_a_page_has_one_for_itself() -> None:
    assert pages(block(20), block(130), block(20)) == [[20], [130], [20]]


def test_what_lies_between_blocks_counts_below_the_first() -> None:
    first, fitting, other = (fixed_block(Piece((), 45.0, space_above=gap)) for gap in (20.0, 10.0, 10.1))

    assert pages(first, fitting) == [[45, 45]]
    assert pages(first, other) == [[45], [45]]


@given(st.lists(st.tuples(st.floats(1, 100), st.floats(0.75, 1)), min_size=1, max_size=12))
def test_blocks_keep_their_order_and_no_page_holds_more_than_it_has_room_for(
    drawn: Sequence[tuple[float, float]],
) -> None:
    found = pages(*(block(height, height * share) for height, share in drawn))

    placed = [height for page in found for height in page]
    assert all(one in (height, height * share) for one, (height, share) in zip(placed, drawn, strict=True))
    assert all(sum(page) <= ROOM + SLACK for page in found)


@given(st.lists(st.floats(5, 60), min_size=1, max_size=9))
def test_no_other_way_to_end_the_pages_leaves_less_free(heights: Sequence[float]) -> None:
    def cost(told: Sequence[Sequence[float]]) -> float:
        return sum((1 - sum(page) / ROOM) ** 2 for page in told)

    def ways(rest: Sequence[float]) -> list[list[list[float]]]:
        if not rest:
            return [[]]
        fitting = [stop for stop in range(1, len(rest) + 1) if sum(rest[:stop]) <= ROOM + SLACK]
        allowed = [stop for stop in fitting if stop == fitting[-1] or sum(rest[:stop]) >= ROOM * 2 / 3]
        return [[list(rest[:stop]), *others] for stop in allowed for others in ways(rest[stop:])]

    found = pages(*(block(height) for height in heights))

    assert cost(found) == pytest.approx(min(cost(way) for way in ways(heights)))
