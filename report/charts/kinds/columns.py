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

from report.charts.kinds.annotations import APART, no_room, unplaceable
from report.charts.kinds.assembly import Layout, drawing, unsuitable
from report.charts.kinds.column_plan import WORDS_LEFT, highest, plan_of, smallest_scale
from report.charts.kinds.grid import SLIDE_WIDTH
from report.charts.kinds.slots import column_measures
from report.charts.model import Chart, Medium, NoteRequest, Setting
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
    """On a slide the whole exhibit, on A4 what the highest column and the words of a break need; 0 if refused."""
    plan = plan_of(chart, width, inf, setting)
    return 0.0 if isinstance(plan, Diagnostic) else plan.height


def capacity(height: Pt, setting: Setting) -> int:
    """All slots or none: the rhythm leaves no period out."""
    measures = column_measures(setting.medium)
    return kind.slots.most if height - measures.below >= highest(1.0, smallest_scale(setting.medium), measures) else 0


def notes_left(chart: Chart, setting: Setting) -> Pt:  # noqa: ARG001 - the same for every chart
    """Column 9 + 12; off the slide where nothing may stand."""
    return WORDS_LEFT if setting.medium is Medium.SLIDE else SLIDE_WIDTH


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box; on a slide the grid decides the width, whatever the box's."""
    if refused := refusal(chart):
        return refused
    plan = plan_of(chart, box.width, box.height, setting)
    if isinstance(plan, Diagnostic):
        return plan
    boxes = _note_boxes(chart, notes, plan.free, box.height, setting)
    if isinstance(boxes, Diagnostic):
        return boxes
    layout = Layout(
        width=plan.width,
        height=max([plan.height, *(note.bottom for note in boxes)]),
        marks=plan.marks(chart, setting),
        kind_word=setting.language.words.columns_kind,
        anchors=plan.anchors(),
        notes=boxes,
    )
    return drawing(chart, layout, setting)


def _note_boxes(
    chart: Chart, notes: Sequence[NoteRequest], free: Pt, bottom: Pt, setting: Setting
) -> tuple[Box, ...] | Diagnostic:
    """The words one below the other, from where the words of breaks end."""
    if notes and setting.medium is not Medium.SLIDE:
        return no_room(notes[0], 1, "only a whole slide has a column for annotations")
    waves = [column.wave for column in chart.columns if column.wave is not None]
    boxes: list[Box] = []
    for number, note in enumerate(notes, 1):
        if refused := unplaceable(note, number, waves, SLIDE_WIDTH - WORDS_LEFT):
            return refused
        boxes.append(Box(WORDS_LEFT, free, note.width, note.height))
        free += note.height + APART
        if boxes[-1].bottom > bottom:
            return no_room(note, number, "the annotations together are higher than the exhibit")
    return tuple(boxes)
