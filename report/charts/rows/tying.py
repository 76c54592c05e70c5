"""Ties annotations to rows: by brackets and leaders beside them, by small numbered keys where words stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.charts.marks.annotations import NotePlace, Notes, Target, tie_notes
from report.charts.marks.keys import key_marks, keys_by_mark, keys_width
from report.charts.model import NoteRequest, Setting
from report.charts.rows.placing import PlacedRows
from report.diagnostics import Diagnostic
from report.units import Box, Pt


def tie_rows(
    notes: Sequence[NoteRequest],
    targets: Mapping[str, Target],
    rows: PlacedRows,
    box: Box,
    setting: Setting,
    *,
    top: Pt = 0.0,
) -> Notes | Diagnostic:
    """Brackets and leaders in the room between bars and words; keys where the page leaves words no column.

    targets: the rows, by their ids, from top to bottom. top: the height that no words stand above.
    """
    if not notes:
        return Notes((), ())
    measures, left = setting.measures, rows.labels.place.words_left
    if measures.notes is None or left is None:
        return _keyed(notes, targets, rows, box, setting)
    place = NotePlace(left, box.width, box.height, setting.ground.leader, measures.hairline, measures.notes, top)
    return tie_notes(notes, targets, place)


def _keyed(
    notes: Sequence[NoteRequest], targets: Mapping[str, Target], rows: PlacedRows, box: Box, setting: Setting
) -> Notes:
    """Keys between labels and bars where all have room there, else behind the values, at the foot of a full bar."""
    keys = {name: numbers for name, numbers in keys_by_mark(notes).items() if name in targets}
    widths = {name: keys_width(len(numbers), setting) for name, numbers in keys.items()}
    gap, start = setting.measures.keys.gap, rows.track.left
    free = start - (0.0 if rows.labels.is_above else rows.labels.place.label)
    if max(widths.values(), default=0.0) + 2 * gap <= free:
        lefts = {name: start - gap - width for name, width in widths.items()}
    else:
        ends = {name: targets[name].right + gap for name in keys}
        lefts = {name: end if end + widths[name] <= box.width else start + gap for name, end in ends.items()}
    marks = (
        mark
        for name, numbers in keys.items()
        for mark in key_marks(numbers, left=lefts[name], centre=targets[name].centre, setting=setting)
    )
    return Notes((), tuple(marks))
