"""How far apart the rows of a bar chart stand: as even as their labels allow, as wide as the place allows.

              ┌ first ─ the label of the first bar, where it stands above it
    ▇▇▇▇▇▇    ┤ bar
              ├ distance, from the middle of a bar to the middle of the next
    ▇▇▇▇▇▇    ┤
              └ last ── what the label of the last bar reaches below it

Every distance is the common pitch, or what two labels need between them if that is more. Bars get thinner only
where labels above them would else have no room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from report.charts.marks.text import DESCENT, block_height, widest
from report.charts.rows.labels import RowLabel
from report.formats.charts import ChartMeasures, RowFrame, RowMeasures, Track
from report.units import NOISE, Pt

LINE_CLEAR = 0.45
"""From the last baseline of a label to the capitals of the next row's label, as a share of the size."""
THINNER = 8
"""Steps in which bars get thinner."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The thickness of the bars, the top of each (a row without bar included), and where the last row ends."""

    bar: Pt
    tops: tuple[Pt, ...]
    end: Pt


@dataclass(frozen=True, slots=True)
class RowRoom:
    """What rows are spaced in: their frame, where its 100 % lies, and the measures of all charts there."""

    frame: RowFrame
    track: Track
    measures: ChartMeasures


def spaced(room: RowRoom, labels: Sequence[RowLabel], available: Pt, *, has_further: bool) -> Spacing:
    """The rows in a place `available` high; they may need more, which their end tells.

    has_further: one more row of a single grey label follows the others.
    """
    rows = list(labels)
    if has_further:
        rows.append(RowLabel((), rows[0].type_size, is_above=not room.frame.beside_lines))
    tried = [_Spacer(room, rows, bar, available).spacing() for bar in _thicknesses(room.frame.rows, labels)]
    return next((spacing for spacing in tried if spacing.end <= available + NOISE), tried[-1])


def left_of(track: Track, label: RowLabel) -> Pt:
    """Where a label begins: at the margin beside its bar, with its bar above it, further left if it is longer."""
    if not label.is_above:
        return 0.0
    return max(0.0, min(track.left, track.left + track.length - widest(label.lines)))


def _thicknesses(measures: RowMeasures, labels: Sequence[RowLabel]) -> Iterator[Pt]:
    """The thicknesses to try: the frame's own, and thinner ones only if a label stands above its bar."""
    yield measures.bar
    if any(label.is_above for label in labels) and measures.least_bar < measures.bar:
        step = (measures.bar - measures.least_bar) / THINNER
        yield from (measures.bar - number * step for number in range(1, THINNER + 1))


@dataclass(frozen=True, slots=True)
class _Spacer:
    room: RowRoom
    labels: Sequence[RowLabel]
    bar: Pt
    available: Pt

    def spacing(self) -> Spacing:
        # From the line that the exhibit hangs from down to the first bar.
        first = self._above(self.labels[0]) if self.labels[0].is_above else self._overhang(self.labels[0])
        needs = [self._need(before, label) for before, label in pairwise(self.labels)]
        pitch = self._pitch(needs, self.available - self._end(first))
        tops = tuple(accumulate([first, *(max(need, pitch) for need in needs)]))
        return Spacing(self.bar, tops, self._end(tops[-1]))

    def _pitch(self, needs: Sequence[Pt], available: Pt) -> Pt:
        """The largest common pitch, within the bounds of the frame, at which all distances fit.

        Distances that need more than the pitch are set aside, the greatest first, until the others can be even.
        """
        measures = self.room.frame.rows
        least = 0.0 if any(label.is_above for label in self.labels) else measures.least_pitch
        free, even = available, len(needs)
        for need in sorted(needs, reverse=True):
            if need <= free / even:
                return max(least, min(measures.most_pitch, free / even))
            free, even = free - need, even - 1
        return least

    def _need(self, before: RowLabel, label: RowLabel) -> Pt:
        """The least distance of two rows: their bars apart, their labels apart, a label above its bar in between."""
        measures, apart = self.room.frame.rows, LINE_CLEAR * label.type_size.size
        if not label.is_above:
            bars = self.bar + min(self.room.measures.bars.bars_clear, measures.least_pitch - measures.bar)
            return bars if before.is_above else max(bars, (_block(before) + _block(label)) / 2 + apart)
        above = self._above(label) + self.bar / 2
        below_bar = self.bar / 2 + measures.clear
        if before.is_above or left_of(self.room.track, label) >= self.room.track.left:
            return below_bar + above
        return max(below_bar, _block(before) / 2 + apart) + above

    def _end(self, top: Pt) -> Pt:
        """Where the last row ends: with its bar, with a label that reaches further, or above the bar it lacks."""
        label = self.labels[-1]
        if label.is_above and not label.lines:
            return top - self.room.frame.rows.above_gap
        return top + self.bar + (0.0 if label.is_above else self._overhang(label))

    def _above(self, label: RowLabel) -> Pt:
        """From the top of a label down to its bar."""
        return self.room.frame.rows.above_gap + _block(label)

    def _overhang(self, label: RowLabel) -> Pt:
        """What a label beside a thin bar reaches beyond it, more than may stand out of an exhibit anyway."""
        free = self.room.measures.overhang - DESCENT * label.type_size.size
        return max(0.0, (_block(label) - self.bar) / 2 - free)


def _block(label: RowLabel) -> Pt:
    """The height of a label; the row of further answers has one line that is written later."""
    return block_height(max(1, len(label.lines)), label.type_size)
