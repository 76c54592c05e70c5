"""Columns: one answer over the waves, a slot for every period of the survey's rhythm.

             49 %
      35 %  :     ▇▇▇
      ▇▇▇   :     ▇▇▇      a column a published wave, to the scale of the bars (a smaller one above 58 %)
    ──▇▇▇──// (o) //▇──    a ring for a wave not published, a band across which nothing is comparable
      2014   2015  2016

Words of annotations stand beside the chart from the top down; lines below the periods tie them to their columns, so
that none crosses a band. Where a page has no place for words, keys stand at the foot of the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from report.charts.kinds.columns.column_keys import column_keys
from report.charts.kinds.columns.places import usual_depth
from report.charts.kinds.columns.plan import ColumnPlan, highest, plan_of
from report.charts.marks.annotations import NotePlace, Notes, first_baseline, no_room, tie_from_below, unplaceable
from report.charts.marks.assembly import Arrangement, bottom_of, drawing, kinds_over_waves, unsuitable
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.kinds import COLUMNS
from report.units import Box, Pt

kind = COLUMNS


def refusal(chart: Chart) -> Diagnostic | None:
    """Several answers, or too few or too many periods."""
    if len(chart.rows) not in kind.rows:
        why = f"the exhibit has {len(chart.rows)} answers"
        hint = f"choose one with `answers:`; {kinds_over_waves(chart)}"
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


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same for every chart
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
    has_lines = setting.measures.notes is not None and setting.measures.columns.words_left is not None
    plan = plan_of(chart, box.width, box.height, setting, notes=len(notes) if has_lines else 0)
    if isinstance(plan, Diagnostic):
        return plan
    tied = _tied(chart, notes, plan, box, setting) if has_lines else Notes((), column_keys(chart, notes, plan, setting))
    if isinstance(tied, Diagnostic):
        return tied
    arrangement = Arrangement(
        width=plan.width,
        height=max([plan.height, *(note.bottom for note in tied.boxes)]),
        marks=(*plan.marks(chart, setting), *tied.marks),
        kind_word=setting.language.words.columns_kind,
        anchors=plan.anchors(),
        notes=tied.boxes,
    )
    return drawing(chart, arrangement, box, setting)


def _tied(
    chart: Chart, notes: Sequence[NoteRequest], plan: ColumnPlan, box: Box, setting: Setting
) -> Notes | Diagnostic:
    """The words beside the columns, and lines below the periods that lead from the columns to them."""
    boxes, measures = _note_boxes(chart, notes, plan, box, setting), setting.measures
    if isinstance(boxes, Diagnostic) or not boxes:
        return boxes if isinstance(boxes, Diagnostic) else Notes((), ())
    assert measures.notes is not None
    centres = {column.name: plan.plot.slots.centre(slot) for slot, column in enumerate(chart.columns) if column.name}
    pointed = [sorted(centres[name] for name in dict.fromkeys(note.at)) for note in notes]
    place = NotePlace(boxes[0].left, box.width, box.height, setting.ground.leader, measures.hairline, measures.notes)
    return Notes(boxes, tie_from_below(pointed, boxes, plan.lanes, place))


def _note_boxes(
    chart: Chart, notes: Sequence[NoteRequest], plan: ColumnPlan, box: Box, setting: Setting
) -> tuple[Box, ...] | Diagnostic:
    """The words one below the other, from where the words of breaks end."""
    if not notes:
        return ()
    measures, left = setting.measures.notes, setting.measures.columns.words_left
    assert measures is not None
    assert left is not None
    shown = [column.name for column in chart.columns if column.name is not None]
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
