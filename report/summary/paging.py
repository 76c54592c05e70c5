"""Chooses where pages end: all of them together as full as they can be, the blocks in their order.

    cost of a run of pages = sum of (free share of a page)² + what it costs to set a page closer

A page that is left half empty for a block that misses it by little is worth more than the pages before it being full:
so the best of all ways to end them is taken, not page after page the block that still fits. The cost of a whole is
that of its last page and of the best way to that page, so each block need be looked at but once (dynamic programming).
Source: Plass (1981), Optimal Pagination Techniques for Automatic Typesetting Systems; Knuth and Plass (1981), Breaking
Paragraphs into Lines, Software: Practice and Experience 11, for the shape of the cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import inf

from report.frozen import frozen
from report.summary.blocks.piece import SLACK, Piece
from report.units import Pt

CLOSER = 0.02
"""The cost of a page set closer by one step: as much as a seventh of a page left free."""
MOST_LEFT = 1 / 3
"""The share of a page that may stay free where the next block would still stand on it."""
LEAST = 0.75
"""No block gets lower than this share of its usual height: what would still be too high is not tried closer."""


@frozen
class Block:
    """What stands on one page as a whole. form: it as a piece, by how close its page is set (0: as usual).

    extent: the height of that piece and what lies above it, which cost less to tell. keeps_next: it heads what follows,
    so no page ends with it. starts_page: it opens one in any case. least: how close its page has to be set for it to
    stand on it at all.
    """

    form: Callable[[int], Piece]
    extent: Callable[[int], tuple[Pt, Pt]]
    keeps_next: bool = False
    starts_page: bool = False
    least: int = 0


def fixed_block(piece: Piece, *, starts_page: bool = False) -> Block:
    """A piece that is the same however close its page is set."""
    return Block(lambda _: piece, lambda _: (piece.height, piece.space_above), starts_page=starts_page)


@frozen
class Run:
    """The blocks of a page, from one to before another, and how close it is set."""

    start: int
    stop: int
    closeness: int
    free: float


def paged(blocks: Sequence[Block], room: Pt, *, closest: int, follows: Pt) -> Iterator[Piece]:
    """The blocks as pieces that open their pages, or stand below the one before.

    room: the height of a page; closest: how many steps it may be set closer. follows: the height that must be free on
    the last page for what comes behind the blocks to begin there.
    """
    for run in _best(blocks, room, closest=closest, follows=follows):
        for number in range(run.start, run.stop):
            yield replace(blocks[number].form(run.closeness), starts_page=number == run.start)


def _best(blocks: Sequence[Block], room: Pt, *, closest: int, follows: Pt) -> list[Run]:
    """The pages of least cost."""
    count = len(blocks)
    costs, first = [inf] * count + [0.0], list[Run]()
    for start in reversed(range(count)):
        best: Run | None = None
        for run in _runs(blocks, start, room, closest):
            is_filled = run.stop == count and run.free * room >= follows
            cost = (0.0 if is_filled else run.free**2) + CLOSER * run.closeness + costs[run.stop]
            if best is None or cost < costs[start]:
                costs[start], best = cost, run
        assert best is not None
        first.append(best)
    first.reverse()
    pages, start = list[Run](), 0
    while start < count:
        pages.append(first[start])
        start = first[start].stop
    return pages


def _runs(blocks: Sequence[Block], start: int, room: Pt, closest: int) -> list[Run]:
    """The pages that may begin with a block, the fullest first; a block that no page holds has one for itself."""
    found = list[Run]()
    for stop in range(start + 1, len(blocks) + 1):
        if stop - 1 > start and blocks[stop - 1].starts_page:
            break
        run = _set(blocks, start, stop, room, closest)
        if run is None:
            break
        if stop == len(blocks) or not blocks[stop - 1].keeps_next:
            found.append(run)
    usual = max((run.stop for run in found if not run.closeness), default=len(blocks))
    ends = {stop for stop in range(start + 1, len(blocks)) if blocks[stop].starts_page}
    may_end = [run for run in found if run.stop >= usual or run.stop in ends or run.free <= MOST_LEFT]
    return may_end[::-1] or [Run(start, start + 1, blocks[start].least, 0.0)]


def _set(blocks: Sequence[Block], start: int, stop: int, room: Pt, closest: int) -> Run | None:
    """The page of these blocks, as usual or as little closer as it takes; None where they have no room together."""
    least = max(block.least for block in blocks[start:stop])
    usual = _height(blocks[start:stop], least)
    if usual * LEAST > room:
        return None
    heights = (
        (step, usual if step == least else _height(blocks[start:stop], step)) for step in range(least, closest + 1)
    )
    fitting = next(((step, height) for step, height in heights if height <= room + SLACK), None)
    return Run(start, stop, fitting[0], max(0.0, 1.0 - fitting[1] / room)) if fitting else None


def _height(blocks: Sequence[Block], closeness: int) -> Pt:
    """Of blocks one below the other."""
    extents = [block.extent(closeness) for block in blocks]
    return sum(height + (above if number else 0.0) for number, (height, above) in enumerate(extents))
