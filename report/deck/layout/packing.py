"""Fills the slides of the appendix in order: wide tables one below the other, narrow ones side by side between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from report.frozen import frozen
from report.units import Pt

SLACK: Pt = 1e-6


@frozen
class Size:
    """What a block asks for: its height, and whether half the width is enough."""

    height: Pt
    is_narrow: bool


@frozen
class Band:
    """Blocks (by index) that stand beside each other: one wide one, or one or two columns of narrow ones."""

    columns: tuple[tuple[int, ...], ...]
    height: Pt


Slide = tuple[Band, ...]
"""The bands of a slide, from the top."""


def packed(sizes: Sequence[Size], room: Pt, gap: Pt) -> list[Slide]:
    """The blocks in order, each slide filled as far as it goes, so that the slides are as few as they can be.

    sizes: none higher than `room`. gap: between two blocks one below the other.
    """
    slides, start = list[Slide](), 0
    while start < len(sizes):
        end = start + 1
        while end < len(sizes) and _height(bands(sizes, start, end + 1, gap), gap) <= room + SLACK:
            end += 1
        slides.append(bands(sizes, start, end, gap))
        start = end
    return slides


def bands(sizes: Sequence[Size], start: int, end: int, gap: Pt) -> Slide:
    """The blocks from `start` up to `end` one below the other, neighbours that are narrow in two columns."""
    return tuple(_bands(sizes, range(start, end), gap))


def _bands(sizes: Sequence[Size], blocks: Sequence[int], gap: Pt) -> Iterator[Band]:
    for is_narrow, group in groupby(blocks, key=lambda block: sizes[block].is_narrow):
        run = tuple(group)
        if is_narrow:
            yield _halved(sizes, run, gap)
        else:
            yield from (Band(((block,),), sizes[block].height) for block in run)


def _halved(sizes: Sequence[Size], run: Sequence[int], gap: Pt) -> Band:
    """Narrow blocks in two columns, as low as can be."""

    def stacked(column: Sequence[int]) -> Pt:
        return sum(sizes[block].height for block in column) + gap * max(0, len(column) - 1)

    cut = min(range(1, len(run) + 1), key=lambda cut: max(stacked(run[:cut]), stacked(run[cut:])))
    columns = (tuple(run[:cut]), tuple(run[cut:]))
    return Band(tuple(column for column in columns if column), max(stacked(column) for column in columns))


def _height(slide: Slide, gap: Pt) -> Pt:
    return sum(band.height for band in slide) + gap * (len(slide) - 1)
