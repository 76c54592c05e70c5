"""Room for other words beside a native chart: a label of one line gets what is free where it may become longer.

    |Eigenes Team ......... |         to the right, up to what stands there or to where the place of the chart ends
          |.. 2014 .||.. 2015 ..|    between two that grow towards each other up to the middle

One that is longer still becomes smaller, as texts of several lines do, and never covers its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from report.deck.model import LEFT_OF_TEXT, Alignment, PlacedText
from report.frozen import frozen
from report.text.flowing import LEAST_FLOW
from report.units import NOISE, Box, Pt

CLEAR: Pt = 3.0
"""Between the frame of a label and what stands beside it."""


@frozen
class _Neighbour:
    """What stands beside a label, and whether it may become longer on its left side and on its right side."""

    box: Box
    grows_left: bool = False
    grows_right: bool = False

    @property
    def mirrored(self) -> _Neighbour:
        """The same, left for right."""
        return _Neighbour(_mirrored(self.box), self.grows_right, self.grows_left)


def grown(texts: Sequence[PlacedText], others: Iterable[Box], place: Box) -> Iterator[PlacedText]:
    """The texts, those of one line in frames as wide as there is room for, where their letters may become smaller.

    others: what else stands in the place of the chart.
    """
    fixed = [_Neighbour(other) for other in others]
    for text in texts:
        if len(text.baselines) > 1:
            yield text
        else:
            beside = [*fixed, *(_neighbour(other) for other in texts if other is not text)]
            yield replace(_grown(text, beside, place), shrinks=True)


def _neighbour(text: PlacedText) -> _Neighbour:
    return _Neighbour(text.extent, text.alignment is not Alignment.LEFT, text.alignment is not Alignment.RIGHT)


def _grown(text: PlacedText, beside: Sequence[_Neighbour], place: Box) -> PlacedText:
    own = text.extent
    right = _free_at_right(own, beside, place.right, is_shared=text.alignment is not Alignment.RIGHT)
    mirrored = [each.mirrored for each in beside]
    left = _free_at_right(_mirrored(own), mirrored, -place.left, is_shared=text.alignment is not Alignment.LEFT)
    free = {Alignment.LEFT: right, Alignment.RIGHT: left, Alignment.CENTER: 2 * min(left, right)}[text.alignment]
    spare = max(LEAST_FLOW * own.width, own.width + free) - text.box.width
    shift = LEFT_OF_TEXT[text.alignment] * spare
    return replace(text, box=replace(text.box, left=text.box.left - shift, width=text.box.width + spare))


def _free_at_right(own: Box, beside: Iterable[_Neighbour], end: Pt, *, is_shared: bool) -> Pt:
    """What is free right of a label. is_shared: it grows there, so that what grows towards it gets half of it."""
    free = end - own.right
    for each in beside:
        gap = each.box.left - own.right
        if gap >= -NOISE and each.box.top < own.bottom and own.top < each.box.bottom:
            free = min(free, (gap - CLEAR) / (2.0 if is_shared and each.grows_left else 1.0))
    return free


def _mirrored(box: Box) -> Box:
    return replace(box, left=-box.right)
