"""Fills the columns of appendix slides: on as few slides as can be, in the given order, evenly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from report.units import Pt

SLACK: Pt = 1e-6

Columns = tuple[tuple[int, ...], ...]
"""The blocks of every column, by their indexes."""


def packed(heights: Sequence[Pt], room: Pt, gap: Pt, columns: int) -> Columns:
    """The blocks of every column of all slides; each slide has `columns` of them, the last ones may be empty.

    heights: of the blocks, none higher than `room`. gap: between two blocks of a column. Of all ways to fill the
    fewest slides in order, the highest column is as low as possible, and earlier columns are filled first.
    """
    if not heights:
        return ()
    slides = -(-len(_filled(heights, room, gap)) // columns)
    wanted = (_filled(heights, limit, gap) for limit in _stacks(heights, gap) if limit + SLACK >= max(heights))
    found = next(filled for filled in wanted if len(filled) <= slides * columns)
    return found + ((),) * (slides * columns - len(found))


def _filled(heights: Sequence[Pt], room: Pt, gap: Pt) -> Columns:
    """The blocks in order, each in the column of the one before it as long as there is room."""
    filled: list[tuple[int, ...]] = []
    reached = 0.0
    for index, height in enumerate(heights):
        if filled and reached + gap + height <= room + SLACK:
            filled[-1] += (index,)
            reached += gap + height
        else:
            filled.append((index,))
            reached = height
    return tuple(filled)


def _stacks(heights: Sequence[Pt], gap: Pt) -> list[Pt]:
    """The heights that a column can have, rising: of every run of neighbouring blocks."""
    runs = (heights[start:] for start in range(len(heights)))
    return sorted(height for run in runs for height in accumulate(run, lambda total, next_one: total + gap + next_one))
