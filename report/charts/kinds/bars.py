"""Bars: rows of answers, each on a track as long as 100 %, its value at the end.

    label     |▇▇▇▇▇▇▇▇▇▇▇▇▇▇| 77 %      |     published, on the track
    label     | 0 %                      |     a published zero: no bar
    label     (o) not published                neither bar nor track: nothing that could be read as zero

On a slide a single row is a dot field with its figure, unless words are to be tied to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from math import inf

from report.charts.kinds import part_field
from report.charts.kinds.annotations import NotePlace, Notes, no_room, tie_notes
from report.charts.kinds.assembly import Layout, drawing, unsuitable
from report.charts.kinds.bar_marks import PaintedRow, further_mark, paint_row
from report.charts.kinds.frames import most_rows
from report.charts.kinds.grid import SLIDE_WIDTH
from report.charts.kinds.measures import measures_of
from report.charts.kinds.rows import PlacedRows, place_rows, safe_height
from report.charts.kinds.spacing import NOISE
from report.charts.model import Chart, Medium, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.kinds import BARS, COLUMNS
from report.units import Box, Pt

kind = BARS


def refusal(chart: Chart) -> Diagnostic | None:
    """Several waves, no row, or more rows than a chart can show."""
    if len(chart.columns) not in kind.slots:
        why, hint = f"the exhibit has {len(chart.columns)} waves", f"`{COLUMNS.word}` shows {COLUMNS.shows}"
    elif len(chart.rows) not in kind.rows:
        why = f"the exhibit has {len(chart.rows)}"
        hint = "choose answers with `answers:`; the appendix shows all of them in a table"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the first bar (or the label above it) to the end of the last row; 0 if `lay_out` will refuse."""
    if _is_dot_field(chart, inf, setting):
        return part_field.SIDE
    rows = place_rows(chart, width, inf, setting)
    return 0.0 if isinstance(rows, Diagnostic) else rows.height


def capacity(height: Pt, setting: Setting) -> int:
    """How many rows with labels of the usual length surely fit; a row that counts further answers is one of them."""
    counts = range(1, most_rows(setting.medium) + 1)
    return sum(1 for _ in takewhile(lambda count: safe_height(count, setting) <= height + NOISE, counts))


def notes_left(chart: Chart, setting: Setting) -> Pt:
    """Column 9 + 12; further right for eight and more rows, by their labels; off the slide where nothing may stand."""
    rows = place_rows(chart, SLIDE_WIDTH, inf, setting)
    words_left = rows.frame.words_left if isinstance(rows, PlacedRows) else None
    return SLIDE_WIDTH if words_left is None else words_left


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box; on a slide the grid decides the width, whatever the box's."""
    if refused := refusal(chart):
        return refused
    if not notes and _is_dot_field(chart, box.height, setting):
        return part_field.lay_out(chart, box, setting)
    rows = place_rows(chart, box.width, box.height, setting, notes)
    if isinstance(rows, Diagnostic):
        return rows
    painted = {row.answer: paint_row(rows, index, row, setting) for index, row in enumerate(chart.rows)}
    tied = _tied(notes, painted, rows, box, setting)
    if isinstance(tied, Diagnostic):
        return tied
    marks = [mark for row in painted.values() for mark in row.marks]
    layout = Layout(
        width=rows.frame.width,
        height=max([rows.height, *(note.bottom for note in tied.boxes)]),
        marks=(*marks, *further_mark(rows, chart.further, setting), *tied.marks),
        kind_word=setting.language.words.bars_kind,
        anchors={row.cell: row.anchor for row in painted.values()},
        notes=tied.boxes,
    )
    return drawing(chart, layout, setting)


def _tied(
    notes: Sequence[NoteRequest], painted: dict[str, PaintedRow], rows: PlacedRows, box: Box, setting: Setting
) -> Notes | Diagnostic:
    if not notes:
        return Notes((), ())
    if rows.frame.words_left is None:
        return no_room(notes[0], 1, "only a whole slide has a column for annotations")
    targets = {answer: row.target for answer, row in painted.items()}
    hairline = measures_of(setting.medium).hairline
    place = NotePlace(rows.frame.words_left, SLIDE_WIDTH, box.height, setting.ground.leader, hairline)
    return tie_notes(notes, targets, place)


def _is_dot_field(chart: Chart, height: Pt, setting: Setting) -> bool:
    is_single = len(chart.rows) == 1 and not chart.further and height >= part_field.SIDE
    return is_single and setting.medium is Medium.SLIDE and part_field.can_show(chart)
