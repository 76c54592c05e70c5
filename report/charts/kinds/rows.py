"""Places the rows of a bar chart: which frame, the labels, the thickness of the bars and the top of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.charts.kinds.frames import BarFrame, frames
from report.charts.kinds.grid import SLIDE_WIDTH
from report.charts.kinds.labels import RowLabel, fit_labels
from report.charts.kinds.lettering import block_height
from report.charts.kinds.spacing import NOISE, left_of, spaced
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.units import Pt


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
        return left_of(self.frame, self.labels[row])


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
    available = min(height, frame.most_height)
    spacing = spaced(frame, labels, available, has_further=chart.further > 0)
    if spacing.end > available + NOISE:
        return _too_high(chart, spacing.end, available)
    tops = spacing.tops[: len(labels)]
    further = spacing.tops[-1] if chart.further else None
    return PlacedRows(frame, spacing.bar, tops, labels, further, spacing.end)


def _too_high(chart: Chart, needed: Pt, available: Pt) -> Diagnostic:
    return Diagnostic(
        "chart-does-not-fit",
        f"the {len(chart.rows)} rows of the chart need {needed:.0f} pt of height, {available:.0f} pt are there",
        chart.location,
        hint="show fewer answers with `answers:`",
    )
