"""Moves things that stand in a line apart, each as little as can be."""

from __future__ import annotations

from collections.abc import Sequence

from report.units import NOISE, Pt


def spread(wanted: Sequence[Pt], widths: Sequence[Pt], *, apart: Pt, left: Pt, right: Pt) -> list[Pt] | None:
    """The left ends of things in this order, between `left` and `right`, with the least sum of squared moves.

    None if they have no room. Source: pool adjacent violators (Barlow et al. 1972, Statistical Inference under Order
    Restrictions): what would overlap is one block, which stands where its members on average would be.
    """
    offsets = [sum(widths[:place]) + place * apart for place in range(len(widths))]
    room = right - left - sum(widths) - apart * max(0, len(widths) - 1)
    if room < -NOISE:
        return None
    blocks = list[tuple[Pt, int]]()
    for place, offset in zip(wanted, offsets, strict=True):
        mean, count = place - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, size = blocks.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        blocks.append((mean, count))
    bases = [mean for mean, count in blocks for _ in range(count)]
    return [min(max(base, left), left + room) + offset for base, offset in zip(bases, offsets, strict=True)]
