"""Places the rows of a bar chart: which frame, the labels, the thickness of the bars and the top of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product
from math import inf

from report.charts.marks.assembly import rows_do_not_fit
from report.charts.marks.text import DESCENT, block_height
from report.charts.model import Chart, NoteRequest, Setting
from report.charts.rows.labels import LAST_LINES, LabelRoom, RowLabels, last_ways, usual_ways, widest_label
from report.charts.rows.spacing import GROUP, Spacing, spaced
from report.diagnostics import Diagnostic
from report.formats.rows import RowFrame, RowPlace, Track
from report.frozen import frozen
from report.text.model import Line
from report.units import NOISE, Pt


@frozen
class PlacedRows:
    """The rows of a chart in their frame, in exhibit coordinates; tops as many as rows.

    further: the place of the grey row that counts the answers left out. height: down to the end of the last row.
    """

    frame: RowFrame
    track: Track
    bar: Pt
    tops: tuple[Pt, ...]
    labels: RowLabels
    further: Pt | None
    height: Pt

    def centre(self, row: int) -> Pt:
        """The height of the middle of a bar."""
        return self.tops[row] + self.bar / 2

    @property
    def label_left(self) -> Pt:
        """Where labels begin: at the margin beside their bars, with the bars above them."""
        return self.track.left if self.labels.is_above else 0.0

    @property
    def above(self) -> Pt:
        """What is free above a bar, up to the letters of a label that stands there."""
        return self.frame.rows.above_gap - DESCENT * self.labels.type_size.size if self.labels.is_above else inf


def place_rows(
    chart: Chart, width: Pt, height: Pt, setting: Setting, notes: Sequence[NoteRequest] = (), *, below: int = 0
) -> PlacedRows | Diagnostic:
    """The rows in a place of that size (an infinite height: as the chart likes it), or why they do not fit.

    below: lines that follow a label beside its bar, other than how many were asked.
    """
    wanted = max((note.width for note in notes), default=None)
    # Words that have room nowhere are told as such by who places them, not as rows without one.
    tried = (_rooms(chart, width, setting, words, below) for words in dict.fromkeys((wanted, 0.0, None)))
    rooms = next(rooms for rooms in tried if any(room.beside or room.above for room in rooms))
    return _placed(chart, rooms, height)


def words_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:
    """Where the words of annotations begin; None where they have no place."""
    rooms = _rooms(chart, width, setting, 0.0)
    if not any(room.beside or room.above for room in rooms):
        return None
    rows = _placed(chart, rooms, float("inf"))
    return rows.labels.place.words_left if isinstance(rows, PlacedRows) else None


def safe_height(rows: int, setting: Setting) -> Pt:
    """The height at which so many rows surely fit, if their labels keep to the usual lengths."""
    frame = setting.measures.bars.frames(rows)[-1]
    measures, lines, size = frame.rows, frame.beside_lines, frame.sizes[-1]
    if lines:
        pitch = max(measures.least_pitch, size.pitch * (lines - 1 + GROUP) if lines > 1 else 0.0)
        return (rows - 1) * pitch + measures.bar
    label = measures.above_gap + block_height(frame.above_lines, size)
    pitch = max(measures.least_pitch, label + measures.bar + measures.clear)
    return label + (rows - 1) * pitch + measures.bar


def _rooms(chart: Chart, width: Pt, setting: Setting, words: Pt | None, below: int = 0) -> list[LabelRoom]:
    """The frames that the rows may be set in, the house's own first."""
    bars = setting.measures.bars
    frames = (*bars.frames(len(chart.rows) + (chart.further > 0)), *(bars.in_order if chart.keeps_order else ()))
    below += any(row.base for row in chart.rows)
    return [LabelRoom(frame, width, setting, words, below) for frame in frames]


def _placed(chart: Chart, rooms: Sequence[LabelRoom], height: Pt) -> PlacedRows | Diagnostic:
    """The first way to set the labels that keeps to the height."""
    for room, labels in _ways(chart, rooms):
        spacing, available = _spacing(chart, room, labels, height)
        if spacing.end <= available + NOISE:
            track = labels.place.track.within(room.width)
            tops, further = spacing.tops, spacing.tops[-1] if chart.further else None
            return PlacedRows(room.frame, track, spacing.bar, tops, labels, further, spacing.end)
    return _refusal(chart, rooms, height)


def _ways(chart: Chart, rooms: Sequence[LabelRoom]) -> Iterator[tuple[LabelRoom, RowLabels]]:
    usual = ((room, labels) for room in rooms for labels in usual_ways(chart.rows, room))
    last = ((room, labels) for room in rooms for labels in last_ways(chart.rows, room))
    return chain(usual, last)


def _spacing(chart: Chart, room: LabelRoom, labels: RowLabels, height: Pt) -> tuple[Spacing, Pt]:
    """The spacing of labels, and the height that it must keep to."""
    available, overhang = min(height, room.frame.most_height), room.setting.measures.overhang
    return spaced(room.frame, labels, available, overhang=overhang, has_further=chart.further > 0), available


def _refusal(chart: Chart, rooms: Sequence[LabelRoom], height: Pt) -> Diagnostic:
    """Too many rows for the height even if their labels were short, or the widest label."""
    room = next((room for room in reversed(rooms) if _places(room)), rooms[-1])
    needed, widths = list[Pt](), list[Pt]()
    for lines, (place, is_above) in product(range(1, LAST_LINES + 1), _places(room)):
        blank = RowLabels(
            place, room.floor, ((Line((), 0.0),) * lines,) * len(chart.rows), is_above, 0 if is_above else room.below
        )
        spacing, available = _spacing(chart, room, blank, height)
        needed.append(spacing.end)
        if spacing.end <= available + NOISE:
            widths.append(min(place.label, room.width) * lines)
    if not widths:
        key = {"answer": "answers", "question": "questions", "group": "columns"}[chart.row_word]
        return rows_do_not_fit(chart, "chart", needed=min(needed), available=available, key=key)
    row, wide = widest_label(chart.rows, room)
    is_short = "short label" if row.short else "label"
    return Diagnostic(
        "label-too-long",
        f'the {is_short} of {chart.row_word} "{row.id}" has no place beside or above its bar',
        row.location,
        notes=(f"it is {wide:.0f} pt wide in the smallest size allowed, {max(widths):.0f} pt are there",),
        hint=f"a shorter `short:` label on the {chart.row_word} is used where the whole one has no place",
    )


def _places(room: LabelRoom) -> list[tuple[RowPlace, bool]]:
    """Where bars may stand, and whether their labels are above them."""
    return [*((place, False) for place in room.beside), *((place, True) for place in room.above)]
