"""From true colour to a palette with alpha: few colours, none of them far from what was drawn.

A chart has a handful of flat colours and, along every edge, their blends with each other and with the transparent
ground. The flat colours are pinned (an automatic palette turned the second accent brown); of the blends, those are
taken that the palette so far misses most, until every pixel is near one of its colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from report.frozen import frozen
from report.units import Color

if TYPE_CHECKING:
    from numpy.typing import NDArray

Pixels: TypeAlias = "NDArray[np.uint8]"
"""Shape (rows, columns, 4): red, green, blue, alpha, not premultiplied."""

LARGEST_PALETTE = 256
"""Colours that a PNG palette can hold."""

TRANSPARENT = 0x00FFFFFF
"""The untouched ground as a little-endian pixel: white for a reader that ignores alpha."""

TOLERANCE = 20
"""How far a pixel may be from its palette colour: Euclidean over premultiplied channels and alpha, 0 to 255 each.

Only edges ever use it, and 8 % of one step between two flat colours is not seen at 192 dpi; half of it would cost
a fifth more bytes.
"""


@frozen
class IndexedPicture:
    """A picture as indices (rows, columns) into colours (at most 256, 4): the least opaque first."""

    indices: NDArray[np.uint8]
    colors: NDArray[np.uint8]


def indexed(pixels: Pixels, pinned: Sequence[Color]) -> IndexedPicture:
    """The picture with a palette; every pinned colour that some pixel has exactly is kept exactly.

    Every pixel is within TOLERANCE of its palette colour, unless 256 colours are too few for that.
    """
    rows, columns, _ = pixels.shape
    values, lengths = _runs(np.ascontiguousarray(pixels).view("<u4").ravel())
    distinct, which = np.unique(values, return_inverse=True)
    rgba = distinct.view(np.uint8).reshape(-1, 4)
    chosen, nearest = _chosen(rgba, _places(distinct, pinned))
    order = np.lexsort([rgba[chosen, channel] for channel in (2, 1, 0, 3)])
    rank = np.argsort(order).astype(np.uint8)
    indices = np.repeat(rank[nearest][which], lengths).reshape(rows, columns)
    return IndexedPicture(indices, rgba[chosen][order])


def _runs(values: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Neighbours of one value as one: the values and how often each stands in a row (97 % of a chart is flat)."""
    starts = np.concatenate(([0], np.flatnonzero(values[1:] != values[:-1]) + 1))
    return values[starts], np.diff(starts, append=len(values))


def _places(distinct: NDArray[np.uint32], pinned: Sequence[Color]) -> list[int]:
    """Where the transparent ground and the pinned colours stand among the distinct values, as far as they occur."""
    opaque = [color.red | color.green << 8 | color.blue << 16 | 0xFF << 24 for color in dict.fromkeys(pinned)]
    return [int(place) for place in np.flatnonzero(np.isin(distinct, np.array([TRANSPARENT, *opaque], "<u4")))]


def _chosen(rgba: NDArray[np.uint8], pinned: Sequence[int]) -> tuple[list[int], NDArray[np.intp]]:
    """The places of the colours of the palette, and for every distinct colour which of them is nearest."""
    alpha = rgba[:, 3:].astype(np.int32)
    colors = np.concatenate([rgba[:, :3] * alpha // 255, alpha], axis=1)
    distance = np.full(len(colors), np.iinfo(np.int32).max, np.int32)
    nearest = np.zeros(len(colors), np.intp)
    chosen: list[int] = []

    def choose(place: int) -> None:
        to_this = ((colors - colors[place]) ** 2).sum(axis=1, dtype=np.int32)
        nearest[to_this < distance] = len(chosen)
        np.minimum(distance, to_this, out=distance)
        chosen.append(place)

    for place in pinned[:LARGEST_PALETTE]:
        choose(place)
    while len(chosen) < LARGEST_PALETTE and distance.max() > TOLERANCE**2:
        choose(int(distance.argmax()))
    return chosen, nearest
