"""How far apart the rows of a bar chart stand: one pitch for all, as wide as the place allows.

              ┌ first ─ the label of the first bar, where it stands above it
    ▇▇▇▇▇▇    ┤ bar
              ├ pitch, from the top of a bar to the top of the next
    ▇▇▇▇▇▇    ┤
              └ last ── what the label of the last bar reaches below it

The pitch is at least what the label of most lines needs, so that its lines are a group: they are nearer to each other
than to the label of the next row, and a label above its bar is nearer to that than to the bar before. Where rows stand
close it is what the two neighbours need that have most lines together. Bars get thinner only where labels above them
would else have no room.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from report.charts.marks.text import DESCENT, block_height
from report.charts.rows.labels import RowLabels
from report.formats.rows import RowFrame, RowMeasures
from report.frozen import frozen
from report.units import NOISE, Pt

GROUP = 1.5
"""From the last baseline of a label to the first of the next row's at least, in pitches of its lines."""
THINNER = 8
"""Steps in which bars get thinner."""


@frozen
class Spacing:
    """The thickness of the bars, the top of each (a row without bar included), and where the last row ends."""

    bar: Pt
    tops: tuple[Pt, ...]
    end: Pt


def spaced(frame: RowFrame, labels: RowLabels, available: Pt, *, overhang: Pt, has_further: bool) -> Spacing:
    """The rows in a place `available` high; they may need more, which their end tells.

    overhang: what letters may stand out of an exhibit. has_further: one more row of a single grey label follows.
    """
    bars = _thicknesses(frame.rows, is_above=labels.is_above)
    tried = [_Spacer(frame, labels, bar, available, overhang, has_further).spacing() for bar in bars]
    return next((spacing for spacing in tried if spacing.end <= available + NOISE), tried[-1])


def _thicknesses(measures: RowMeasures, *, is_above: bool) -> Iterator[Pt]:
    """The thicknesses to try: the frame's own, and thinner ones only if labels stand above their bars."""
    yield measures.bar
    if is_above and measures.least_bar < measures.bar:
        step = (measures.bar - measures.least_bar) / THINNER
        yield from (measures.bar - number * step for number in range(1, THINNER + 1))


def further_height(measures: RowMeasures, bar: Pt) -> Pt:
    """The height of the row that counts others, below bars of a thickness."""
    return bar if measures.further is None else min(bar, measures.further)


@frozen
class _Spacer:
    frame: RowFrame
    labels: RowLabels
    bar: Pt
    available: Pt
    overhang: Pt
    has_further: bool

    def spacing(self) -> Spacing:
        first = self._above if self.labels.is_above else self._overhang(self.labels.count(0), self.bar)
        last = self._last()
        rows = len(self.labels.lines) + self.has_further
        even = (self.available - first - last) / (rows - 1) if rows > 1 else 0.0
        pitch = max(self._least, min(self.frame.rows.most_pitch, even))
        tops = tuple(first + number * pitch for number in range(rows))
        return Spacing(self.bar, tops, tops[-1] + last)

    @property
    def _least(self) -> Pt:
        """The least pitch at which labels and bars are told apart."""
        measures, lines = self.frame.rows, self.labels.most_lines
        if self.labels.is_above:
            return self._above + self.bar + measures.clear
        group = (lines - 1 + GROUP if lines > 1 else 0.0) if measures.close_group is None else self._closest()
        return max(measures.least_pitch, group * self.labels.type_size.pitch)

    def _closest(self) -> float:
        """The least pitch, in those of lines, at which no label of several lines runs into the next one."""
        counts = [self.labels.count(row) for row in range(len(self.labels.lines))] + [1] * self.has_further
        pairs = [pair for pair in pairwise(counts) if max(pair) > 1]
        return max((sum(pair) / 2 - 1 + (self.frame.rows.close_group or GROUP) for pair in pairs), default=0.0)

    @property
    def _above(self) -> Pt:
        """From the top of the highest label above its bar down to the bar."""
        return self.frame.rows.above_gap + block_height(self.labels.most_lines, self.labels.type_size)

    def _last(self) -> Pt:
        """From the top of the last bar to where its row ends: with the bar, or a label that reaches further."""
        if self.has_further and self.labels.is_above:
            return -self.frame.rows.above_gap
        if self.labels.is_above:
            return self.bar
        if self.has_further:
            height = further_height(self.frame.rows, self.bar)
            return height + self._overhang(1, height)
        return self.bar + self._overhang(self.labels.count(-1), self.bar)

    def _overhang(self, lines: int, thickness: Pt) -> Pt:
        """What a label beside a thin bar reaches beyond it, more than may stand out of an exhibit anyway."""
        size = self.labels.type_size
        return max(0.0, (block_height(lines, size) - thickness) / 2 - (self.overhang - DESCENT * size.size))
