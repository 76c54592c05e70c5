"""Bars: rows of answers, each on a track as long as 100 %, its value at the end.

    label     |▇▇▇▇▇▇▇▇▇▇▇▇▇▇| 77 %      |     published, on the track
    label     | 0 %                      |     a published zero: no bar
    label     (o) not published                neither bar nor track: nothing that could be read as zero

More rows than stand one below the other stand in two columns, where the page has them and labels are short. Where the
page has dot fields a single row is one with its figure, unless words are to be tied to it or a tick stands on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from math import inf

from report.charts.kinds.bars import two_columns
from report.charts.kinds.bars.row_marks import paint_row
from report.charts.kinds.parts import field
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, drawing, unsuitable
from report.charts.model import Chart, NoteRequest, Setting
from report.charts.order import largest
from report.charts.rows.further import further_mark
from report.charts.rows.placing import place_rows, safe_height, words_left
from report.charts.rows.tying import tie_rows
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.formats.kinds.parts import DotFieldMeasures
from report.kinds import BARS, COLUMNS
from report.units import NOISE, Box, Pt

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
    if dots := _dot_field(chart, inf, setting):
        return dots.side
    if two_columns.is_needed(chart, setting):
        found = two_columns.arranged(chart, inf, setting)
        return 0.0 if isinstance(found, Diagnostic) else found.height
    rows = place_rows(chart, width, inf, setting)
    return 0.0 if isinstance(rows, Diagnostic) else rows.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many rows with labels of the usual length surely fit; a row that counts further answers is one of them.

    More where the chart's own labels let its rows stand in two columns.
    """
    counts = range(1, setting.measures.bars.most_rows + 1)
    in_one = sum(1 for _ in takewhile(lambda count: safe_height(count, setting) <= height + NOISE, counts))
    return (
        max(in_one, two_columns.capacity(chart, height, setting)) if two_columns.is_needed(chart, setting) else in_one
    )


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:
    """Behind the track; for many rows by their labels. Beside two columns nowhere: fewer rows are shown."""
    if two_columns.is_needed(chart, setting):
        chart = largest(chart, setting.measures.bars.most_rows - 1)
    return words_left(chart, width, setting)


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    dots = _dot_field(chart, box.height, setting)
    if dots and not notes:
        return field.lay_out(chart, box, dots, setting)
    if two_columns.is_needed(chart, setting):
        return _in_two_columns(chart, box, setting, notes)
    rows = place_rows(chart, box.width, box.height, setting, notes)
    if isinstance(rows, Diagnostic):
        return rows
    painted = {row.id: paint_row(rows, index, row, setting) for index, row in enumerate(chart.rows)}
    tied = tie_rows(notes, {answer: row.target for answer, row in painted.items()}, rows, box, setting)
    if isinstance(tied, Diagnostic):
        return tied
    arrangement = Arrangement(
        width=rows.track.right,
        height=max([rows.height, *(note.bottom for note in tied.boxes)]),
        marks=(
            *(mark for row in painted.values() for mark in row.marks),
            *further_mark(rows, chart, setting),
            *tied.marks,
        ),
        kind_word=setting.language.words.bars_kind,
        anchors={row.cell: row.anchor for row in painted.values()},
        notes=tied.boxes,
    )
    return drawing(chart, arrangement, box, setting)


def _in_two_columns(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest]) -> Drawing | Diagnostic:
    if notes:
        return no_room(notes[0], 1, "rows in two columns take the whole width; fewer `answers:` stand in one")
    found = two_columns.arranged(chart, box.height, setting)
    return found if isinstance(found, Diagnostic) else drawing(chart, found, box, setting)


def _dot_field(chart: Chart, height: Pt, setting: Setting) -> DotFieldMeasures | None:
    """The measures of a dot field, where a single row is shown as one in a place of that height."""
    dots = setting.measures.dot_field
    is_single = len(chart.rows) == 1 and not (chart.further or chart.reference)
    has_room = dots is not None and height >= dots.side
    return dots if is_single and has_room and field.can_show(chart) else None
