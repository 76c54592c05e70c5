"""Columns: one answer over the waves, a slot for every period of the survey's rhythm.

             49 %
      35 %  :     ▇▇▇
      ▇▇▇   :     ▇▇▇      a column a published wave, to the scale of the bars (half of it above 58 %)
    ──▇▇▇──// (o) //▇──    a ring for a wave not published, a band across which nothing is comparable
      2014   2015  2016

Words of annotations stand beside the chart from the top down; a line to a column would have to cross others.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from report.charts.kinds.columns.plan import ColumnPlan, highest, plan_of, usual_depth
from report.charts.marks.annotations import first_baseline, no_room, unplaceable
from report.charts.marks.assembly import Arrangement, bottom_of, drawing, unsuitable
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.kinds import BARS, COLUMNS
from report.units import Box, Pt

kind = COLUMNS


def refusal(chart: Chart) -> Diagnostic | None:
    """Several answers, or too few or too many periods."""
    if len(chart.rows) not in kind.rows:
        why = f"the exhibit has {len(chart.rows)} answers"
        hint = f"choose one with `answers:`; `{BARS.word}` shows {BARS.shows}"
    elif len(chart.columns) not in kind.slots:
        why = f"the exhibit has {len(chart.columns)} slots"
        hint = "with `rhythm: yearly` every year has a slot, without it only the waves listed; `bars` shows one wave"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """The whole exhibit where the axis is fixed, else what the highest column and breaks need; 0 if refused."""
    plan = plan_of(chart, width, inf, setting)
    return 0.0 if isinstance(plan, Diagnostic) else plan.height


def capacity(height: Pt, setting: Setting) -> int:
    """All slots or none: the rhythm leaves no period out."""
    measures = setting.measures
    smallest = measures.hundred * measures.columns.scales[-1]
    return kind.slots.most if height - usual_depth(measures) >= highest(1.0, smallest, setting) else 0


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - the same for every chart
    """Behind the last column."""
    return setting.measures.columns.words_left


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    plan = plan_of(chart, box.width, box.height, setting)
    if isinstance(plan, Diagnostic):
        return plan
    boxes = _note_boxes(chart, notes, plan, box, setting)
    if isinstance(boxes, Diagnostic):
        return boxes
    arrangement = Arrangement(
        width=plan.width,
        height=max([plan.height, *(note.bottom for note in boxes)]),
        marks=plan.marks(chart, setting),
        kind_word=setting.language.words.columns_kind,
        anchors=plan.anchors(),
        notes=boxes,
    )
    return drawing(chart, arrangement, box, setting)


def _note_boxes(
    chart: Chart, notes: Sequence[NoteRequest], plan: ColumnPlan, box: Box, setting: Setting
) -> tuple[Box, ...] | Diagnostic:
    """The words one below the other, from where the words of breaks end."""
    if not notes:
        return ()
    measures, left = setting.measures.notes, setting.measures.columns.words_left
    if measures is None or left is None:
        return no_room(notes[0], 1, "only a whole slide has a column for annotations")
    shown = [column.id.name for column in chart.columns if column.id is not None]
    top = (
        bottom_of(plan.words) + measures.apart
        if plan.words
        else setting.measures.columns.band.head - first_baseline(measures.text)
    )
    boxes: list[Box] = []
    for number, note in enumerate(notes, 1):
        if refused := unplaceable(note, number, shown, box.width - left):
            return refused
        boxes.append(Box(left, top, note.width, note.height))
        top += note.height + measures.apart
        if boxes[-1].bottom > box.height:
            return no_room(note, number, "the annotations together are higher than the exhibit")
    return tuple(boxes)
