"""Decides where a category label stands and in how many lines, and refuses one that has no place.

Tried in this order, for the rows of one chart in one size of type:

    1. the whole label beside its bar, at full size, else at its floor
    2. the answer's `short` label beside its bar
    3. the whole label beside its bar with a word divided that is wider than the place
    4. above its bar, on one line: the whole label, else the short one
    5. an error that names the answer and by how much its label is too wide

Where there is no place beside the bars (statement, phone) all labels stand above: the whole label on one line, else
the short one, else two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from report.charts.marks.text import balanced_lines, label_style, widest
from report.charts.model import ChartRow, Setting
from report.charts.order import is_marked
from report.diagnostics import Diagnostic
from report.formats.charts import RowFrame, Track
from report.formats.grid import TypeSize
from report.text.model import Line
from report.units import NOISE, Pt


@dataclass(frozen=True, slots=True)
class RowLabel:
    """The label of a row as it is set."""

    lines: tuple[Line, ...]
    type_size: TypeSize
    is_above: bool = False


def fit_labels(
    rows: Sequence[ChartRow], frame: RowFrame, track: Track, setting: Setting
) -> tuple[RowLabel, ...] | Diagnostic:
    """The labels of all rows, in one size of type if they can be, or the error of the first that fits nowhere."""
    fitter = _Fitter(frame, track, setting)
    size = fitter.common_size(rows)
    labels: list[RowLabel] = []
    for row in rows:
        label = next(fitter.ways(row, size), None)
        if label is None:
            return fitter.refusal(row)
        labels.append(label)
    return tuple(labels)


@dataclass(frozen=True, slots=True)
class _Fitter:
    frame: RowFrame
    track: Track
    setting: Setting

    @property
    def above_most(self) -> Pt:
        """What a label above its bar may take that is longer than the track and begins further left."""
        return self.track.left + self.track.length

    def common_size(self, rows: Sequence[ChartRow]) -> TypeSize:
        """The largest size at which every label keeps its place that has it at the floor."""
        floor = self.frame.sizes[-1]
        fitting = [row for row in rows if self._has_place(row, floor)]
        sizes = [size for size in self.frame.sizes if all(self._has_place(row, size) for row in fitting)]
        return sizes[0] if fitting else self.frame.sizes[0]

    def ways(self, row: ChartRow, size: TypeSize) -> Iterator[RowLabel]:
        """The ways to set a label, best first; a smaller size only where the common one leaves no way."""
        sizes = [other for other in self.frame.sizes if other.size <= size.size]
        yield from self._beside(row, row.label, size)
        if row.short:
            yield from chain.from_iterable(self._beside(row, row.short, other) for other in sizes)
        yield from self._beside(row, row.label, size, divided=True)
        for width in dict.fromkeys((self.track.length, self.above_most)):
            yield from chain.from_iterable(self._above(row, other, width) for other in sizes)

    def _has_place(self, row: ChartRow, size: TypeSize) -> bool:
        """Whether the whole label stands beside its bar, or above it where all labels do."""
        found = (
            self._beside(row, row.label, size) if self.frame.beside_lines else self._above(row, size, self.track.length)
        )
        return next(iter(found), None) is not None

    def refusal(self, row: ChartRow) -> Diagnostic:
        """Whose label is too wide, and by how much at the floor."""
        needed = widest(self._lines(row, row.narrow_label, self.frame.sizes[-1], width=float("inf")))
        place = self.above_most if self.frame.above_lines else self.frame.beside
        is_short = "short label" if row.short else "label"
        limit = place * max(1, self.frame.above_lines or self.frame.beside_lines)
        return Diagnostic(
            "label-too-long",
            f'the {is_short} of answer "{row.answer}" has no place beside or above its bar',
            row.location,
            notes=(f"it is {needed:.0f} pt wide in the smallest size allowed, {limit:.0f} pt are there",),
            hint="a shorter `short:` label on the answer is used where the whole one has no place",
        )

    def _beside(self, row: ChartRow, text: str, size: TypeSize, *, divided: bool = False) -> tuple[RowLabel, ...]:
        """The label beside its bar; none if it does not fit, or only with a word divided that may not be."""
        if not self.frame.beside_lines:
            return ()
        lines = self._lines(row, text, size, width=self.frame.beside)
        fits = len(lines) <= self.frame.beside_lines and widest(lines) <= self.frame.beside + NOISE
        is_whole = not any(line.is_divided for line in lines)
        return (RowLabel(lines, size),) if fits and (is_whole or divided) else ()

    def _above(self, row: ChartRow, size: TypeSize, width: Pt) -> Iterator[RowLabel]:
        """The label above its bar, on as few lines as can be; the short one rather than a further line."""
        for count in range(1, self.frame.above_lines + 1):
            for text in dict.fromkeys((row.label, row.narrow_label)):
                lines = self._lines(row, text, size, width=width)
                if len(lines) <= count and widest(lines) <= width + NOISE:
                    yield RowLabel(lines, size, is_above=True)

    def _lines(self, row: ChartRow, text: str, size: TypeSize, *, width: Pt) -> tuple[Line, ...]:
        style = label_style(size.size, self.setting.ground.text, is_bold=is_marked(row))
        return balanced_lines(text, style, width, self.setting.fonts, self.setting.language)
