"""Where two sequences differ: lines of a file, slides, pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from report.frozen import frozen

MOST_COMPARED = 3_000
"""Items that are compared one with another; where more differ, they are told as one stretch."""


@frozen
class Stretch:
    """Items that are other ones than before. first, last: counted from 1 in what is now; last before first for none,
    where something was only taken out right before `first`.
    """

    first: int
    last: int

    @property
    def numbers(self) -> range:
        """Of the items; none where something was only taken out."""
        return range(self.first, self.last + 1)

    def as_text(self) -> str:
        """The numbers: "41" or "41-43"; of what was taken out, the next one that is still there."""
        return str(self.first) if self.last <= self.first else f"{self.first}-{self.last}"


def stretches(before: Sequence[str], now: Sequence[str]) -> tuple[Stretch, ...]:
    """The stretches that differ, in their order."""
    same_begin = _n_same(before, now)
    rest_before, rest_now = before[same_begin:], now[same_begin:]
    same_end = _n_same(rest_before[::-1], rest_now[::-1])
    rest_before, rest_now = rest_before[: len(rest_before) - same_end], rest_now[: len(rest_now) - same_end]
    return tuple(
        Stretch(same_begin + start + 1, same_begin + stop) for start, stop in _differing(rest_before, rest_now)
    )


def _n_same(before: Sequence[str], now: Sequence[str]) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), min(len(before), len(now))
    )


def _differing(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    if len(before) + len(now) > MOST_COMPARED:
        yield 0, len(now)
        return
    for what, _, _, start, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what != "equal":
            yield start, stop
