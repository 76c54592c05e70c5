"""Places the rows of a bar chart: which frame, the labels, the thickness of the bars and the top of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.charts.marks.assembly import does_not_fit
from report.charts.marks.text import block_height
from report.charts.model import Chart, NoteRequest, Setting
from report.charts.rows.labels import RowLabel, fit_labels
from report.charts.rows.spacing import RowRoom, left_of, spaced
from report.diagnostics import Diagnostic
from report.formats.charts import RowFrame, Track
from report.units import NOISE, Pt


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """The rows of a chart in their frame, in exhibit coordinates; tops and labels as many as rows.

    further: the place of the grey row that counts the answers left out. height: down to the end of the last row.
    """

    frame: RowFrame
    track: Track
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
        return left_of(self.track, self.labels[row])


def place_rows(
    chart: Chart, width: Pt, height: Pt, setting: Setting, notes: Sequence[NoteRequest] = ()
) -> PlacedRows | Diagnostic:
    """The rows in a place of that size (an infinite height: as the chart likes it), or why they do not fit."""
    first, *wider = setting.measures.bars.frames(len(chart.rows) + (chart.further > 0))
    placed = _placed(chart, first, width, height, setting)
    for frame in wider:
        leaves_room = all(frame.words_left is not None and note.width <= width - frame.words_left for note in notes)
        if isinstance(placed, PlacedRows) or not leaves_room:
            break
        placed = _placed(chart, frame, width, height, setting)
    return placed


def safe_height(rows: int, setting: Setting) -> Pt:
    """The height at which so many rows surely fit, if their labels keep to the usual lengths."""
    frame = setting.measures.bars.frames(rows)[-1]
    measures = frame.rows
    if frame.beside_lines:
        return (rows - 1) * measures.least_pitch + measures.bar
    label = measures.above_gap + block_height(frame.above_lines, frame.sizes[0])
    gap = max(measures.least_pitch - measures.bar, label + measures.clear)
    return label + rows * measures.bar + (rows - 1) * gap


def _placed(chart: Chart, frame: RowFrame, width: Pt, height: Pt, setting: Setting) -> PlacedRows | Diagnostic:
    track = frame.track.within(width)
    labels = fit_labels(chart.rows, frame, track, setting)
    if isinstance(labels, Diagnostic):
        return labels
    available = min(height, frame.most_height)
    room = RowRoom(frame, track, setting.measures)
    spacing = spaced(room, labels, available, has_further=chart.further > 0)
    if spacing.end > available + NOISE:
        needs = f"the {len(chart.rows)} rows of the chart need {spacing.end:.0f} pt of height"
        return does_not_fit(chart, f"{needs}, {available:.0f} pt are there", "show fewer answers with `answers:`")
    further = spacing.tops[-1] if chart.further else None
    return PlacedRows(frame, track, spacing.bar, spacing.tops[: len(labels)], labels, further, spacing.end)
