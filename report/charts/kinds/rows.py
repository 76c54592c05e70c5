"""Places the rows of a bar chart: which frame, the labels, the thickness of the bars and the top of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from report.charts.kinds.frames import BarFrame, frames
from report.charts.kinds.grid import SLIDE_WIDTH
from report.charts.kinds.labels import RowLabel, fit_labels
from report.charts.kinds.lettering import block_height, widest
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.units import Pt

NOISE: Pt = 1e-6


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """The rows of a chart in their frame, in exhibit coordinates; tops and labels as many as rows.

    further: the place of the grey row that counts the answers left out. height: down to the end of the last row.
    """

    frame: BarFrame
    bar: Pt
    tops: tuple[Pt, ...]
    labels: tuple[RowLabel, ...]
    further: Pt | None
    height: Pt

    def centre(self, row: int) -> Pt:
        """The height of the middle of a bar."""
        return self.tops[row] + self.bar / 2

    def label_left(self, row: int) -> Pt:
        """Where a label begins: at the margin beside its bar, with its bar above it, further left if it is long."""
        return _left(self.frame, self.labels[row])


def place_rows(
    chart: Chart, width: Pt, height: Pt, setting: Setting, notes: Sequence[NoteRequest] = ()
) -> PlacedRows | Diagnostic:
    """The rows in a place of that size (an infinite height: as the chart likes it), or why they do not fit."""
    count = len(chart.rows) + (chart.further > 0)
    first, *wider = frames(setting.medium, count, width)
    placed = _placed(chart, first, height, setting)
    for frame in wider:
        if isinstance(placed, PlacedRows) or not _has_room(frame, notes):
            break
        placed = _placed(chart, frame, height, setting)
    return placed


def safe_height(rows: int, setting: Setting) -> Pt:
    """The height at which so many rows surely fit, if their labels keep to the usual lengths."""
    frame = frames(setting.medium, rows, SLIDE_WIDTH)[-1]
    measures, room = frame.rows, frame.labels
    if room.beside_lines:
        return (rows - 1) * measures.least_pitch + measures.bar
    label = measures.above_gap + block_height(room.above_lines, room.sizes[0])
    gap = max(measures.least_pitch - measures.bar, label + measures.clear)
    return label + rows * measures.bar + (rows - 1) * gap


def _has_room(frame: BarFrame, notes: Sequence[NoteRequest]) -> bool:
    return all(frame.words_left is not None and note.width <= SLIDE_WIDTH - frame.words_left for note in notes)


def _placed(chart: Chart, frame: BarFrame, height: Pt, setting: Setting) -> PlacedRows | Diagnostic:
    labels = fit_labels(chart.rows, frame.labels, setting)
    if isinstance(labels, Diagnostic):
        return labels
    measures, available = frame.rows, min(height, frame.most_height)
    count = len(labels) + (chart.further > 0)
    pitch = _pitch(frame, count, available)
    gaps = [*_gaps(frame, labels, pitch), *([pitch - measures.bar] if chart.further else [])]
    bar = _thickness(frame, labels, (available - sum(gaps)) / count)
    tops = [top + number * bar for number, top in enumerate(accumulate(gaps))]
    further = tops.pop() if chart.further else None
    bottom = tops[-1] + bar if further is None else _end_of_further(frame, further, bar)
    if bottom > available + NOISE:
        return _too_high(chart, bottom, available)
    return PlacedRows(frame, bar, tuple(tops), labels, further, bottom)


def _end_of_further(frame: BarFrame, top: Pt, bar: Pt) -> Pt:
    """Where the row ends that has no bar: with the bar's place, or with its label where labels stand above."""
    return top + bar if frame.labels.beside_lines else top - frame.rows.above_gap


def _pitch(frame: BarFrame, count: int, available: Pt) -> Pt:
    """From bar to bar: as wide as the place allows, within the bounds of the frame."""
    measures = frame.rows
    if count == 1:
        return measures.most_pitch
    return max(measures.least_pitch, min(measures.most_pitch, (available - measures.bar) / (count - 1)))


def _thickness(frame: BarFrame, labels: Sequence[RowLabel], available: Pt) -> Pt:
    """Of all bars alike; they give way to labels above them, never to a low place."""
    if not any(label.is_above for label in labels):
        return frame.rows.bar
    return min(frame.rows.bar, max(frame.rows.least_bar, available))


def _gaps(frame: BarFrame, labels: Sequence[RowLabel], pitch: Pt) -> list[Pt]:
    """What is free above each bar; above the first there is only its label."""
    usual = pitch - frame.rows.bar
    needed = [_room_above(frame, label) if label.is_above else 0.0 for label in labels]
    first = max(0.0, needed[0] - _clear(frame, labels[0]))
    return [first, *(max(usual, room) for room in needed[1:])]


def _room_above(frame: BarFrame, label: RowLabel) -> Pt:
    return frame.rows.above_gap + block_height(len(label.lines), label.type_size) + _clear(frame, label)


def _clear(frame: BarFrame, label: RowLabel) -> Pt:
    """From the bar before up to a label; more for one that reaches below the label of the bar before."""
    return frame.rows.clear + (frame.rows.above_gap if _left(frame, label) < frame.left else 0.0)


def _left(frame: BarFrame, label: RowLabel) -> Pt:
    if not label.is_above:
        return 0.0
    return max(0.0, min(frame.left, frame.left + frame.hundred - widest(label.lines)))


def _too_high(chart: Chart, needed: Pt, available: Pt) -> Diagnostic:
    return Diagnostic(
        "chart-does-not-fit",
        f"the {len(chart.rows)} rows of the chart need {needed:.0f} pt of height, {available:.0f} pt are there",
        chart.location,
        hint="show fewer answers with `answers:`",
    )


def row_span(rows: PlacedRows, first: int, last: int) -> tuple[Pt, Pt]:
    """From the top of one bar to the bottom of another."""
    return rows.tops[first], rows.tops[last] + rows.bar


def runs(indexes: Sequence[int]) -> bool:
    """Whether rows follow each other without a gap."""
    return all(after == before + 1 for before, after in pairwise(indexes))
