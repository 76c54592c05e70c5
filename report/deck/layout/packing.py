"""Fills the columns of appendix slides: on as few slides as can be, in the given order, evenly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report.units import Pt

SLACK: Pt = 1e-6

Columns = tuple[tuple[int, ...], ...]
"""The blocks of every column, by their indexes."""


def packed(heights: Sequence[Pt], room: Pt, gap: Pt, columns: int) -> Columns:
    """The blocks of every column of all slides; each slide has `columns` of them, the last ones may be empty.

    heights: of the blocks, none higher than `room`. gap: between two blocks of a column. The slides are as few as
    they can be with the blocks in order; their columns are about equally high (least sum of squares).
    """
    slides = -(-_fewest(heights, room, gap) // columns)
    used = min(slides * columns, len(heights))
    return _even(heights, room, gap, used) + ((),) * (slides * columns - used)


def _fewest(heights: Sequence[Pt], room: Pt, gap: Pt) -> int:
    """How many columns it takes if each is filled as far as it goes."""
    columns, reached = 0, room
    for height in heights:
        reached += gap + height
        if reached > room + SLACK:
            columns, reached = columns + 1, height
    return columns


def _even(heights: Sequence[Pt], room: Pt, gap: Pt, columns: int) -> Columns:
    """The blocks in order in exactly that many columns, by dynamic programming over the place of the last break."""
    stacks = _stacks(heights, room, gap)
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(columns):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in ways.items():
            for end, height in stacks[start]:
                total = cost + height * height
                if end not in longer or total < longer[end][0] - SLACK:
                    longer[end] = (total, (*breaks, end))
        ways = longer
    return tuple(tuple(range(start, end)) for start, end in pairwise(ways[len(heights)][1]))


def _stacks(heights: Sequence[Pt], room: Pt, gap: Pt) -> list[list[tuple[int, Pt]]]:
    """Per block that a column can begin with: where it can end (exclusive), and how high it is then."""
    stacks: list[list[tuple[int, Pt]]] = []
    for start in range(len(heights)):
        reached, ends = -gap, list[tuple[int, Pt]]()
        for end, height in enumerate(heights[start:], start + 1):
            reached += gap + height
            if reached > room + SLACK:
                break
            ends.append((end, reached))
        stacks.append(ends)
    return [*stacks, []]
