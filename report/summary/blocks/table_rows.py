"""Which rows of an appendix table stand on one page."""

from __future__ import annotations

from collections.abc import Sequence

from report.units import Pt

UNDIVIDED_ROWS = 12
"""A table of so many rows or fewer is never divided."""
FEWEST_ROWS = 4
"""Rows that stand at least on either side of a division."""


def runs_of_rows(heights: Sequence[Pt], head: Pt, room: Pt, page: Pt, *, below: Pt = 0.0) -> list[tuple[int, int]]:
    """Which rows stand together: runs of indexes, of which the first fits below a head into `room`, what is left of
    the page, and each other into the height of a `page`; below: what must stand on the page of the last one.

    One run if all fit into the room, or if they are few (then they go to the next page). The first run starts on the
    next page too if the room holds fewer than `FEWEST_ROWS`.
    """
    count, whole = len(heights), head + sum(heights) + below
    if whole <= room or (whole <= page and count <= UNDIVIDED_ROWS):
        return [(0, count)]
    runs, start = list[tuple[int, int]](), 0
    free = room - head if _rows_within(heights, room - head) >= FEWEST_ROWS else page - head
    while start < count:
        fitting = max(1, _rows_within(heights[start:], free))
        left = count - start - fitting
        if not left and sum(heights[start:]) + below > free and fitting > FEWEST_ROWS:
            fitting -= FEWEST_ROWS
        elif 0 < left < FEWEST_ROWS:
            fitting = max(1, fitting - (FEWEST_ROWS - left))
        runs.append((start, start + fitting))
        start, free = start + fitting, page - head
    return runs


def _rows_within(heights: Sequence[Pt], room: Pt) -> int:
    return sum(sum(heights[: row + 1]) <= room for row in range(len(heights)))
