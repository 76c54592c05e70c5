"""Number: one figure at a large size, the answer it belongs to, and up to two others beside it.

    49 %      Teams of their own             on a page; in narrow places the words stand below the figure
              24 %   2013

On a slide the words are text of the slide, and the picture is the field of dots at its right. In pictures that stand by
themselves the dots stand beside the number, where there is room for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.field import lay_out_field
from report.charts.kinds.number import dotted
from report.charts.kinds.number.figures import published_marks, published_width
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, does_not_fit, drawing, unsuitable
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.text import DESCENT, balanced_lines, label_style, line_marks, widest
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, MarkRole
from report.kinds import BARS, NUMBER
from report.units import NOISE, Box, Pt

kind = NUMBER
MOST_LINES = 4
"""Of the answer beside the large number."""


def refusal(chart: Chart) -> Diagnostic | None:
    """Several columns, or more numbers than stand beside a large one."""
    if len(chart.columns) not in kind.slots or len(chart.rows) not in kind.rows:
        why = f"the exhibit has {len(chart.rows) * len(chart.columns)}"
        return unsuitable(kind, chart, why, f"`{BARS.word}` shows {BARS.shows}")
    return None


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """Down to the last line; of the dots their side."""
    field = setting.measures.number.field
    if field is not None:
        return field
    arranged = _arranged(chart, width, setting)
    return 0.0 if isinstance(arranged, Diagnostic) else arranged.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same everywhere
    """All that there can be."""
    return kind.rows.most


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - nowhere
    """Words have no place beside it."""
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box; the picture of a slide is the dots alone."""
    if refused := refusal(chart):
        return refused
    if notes:
        return no_room(notes[0], 1, "one number leaves words no place; `reference:` names what stands beside it")
    field = setting.measures.number.field
    if field is not None:
        return _field(chart, field, box, setting)
    beside_dots = setting.measures.number.dotted
    if beside_dots and (found := dotted.arranged(chart, box.width, box.height, beside_dots, setting)):
        return drawing(chart, found, box, setting)
    arranged = _arranged(chart, box.width, setting)
    if isinstance(arranged, Diagnostic):
        return arranged
    if arranged.height > box.height + NOISE:
        needs = f"the number and its words need {arranged.height:.0f} pt of height"
        return does_not_fit(chart, f"{needs}, {box.height:.0f} pt are there")
    return drawing(chart, arranged, box, setting)


def _field(chart: Chart, side: Pt, box: Box, setting: Setting) -> Drawing | Diagnostic:
    if side > min(box.width, box.height) + NOISE:
        return does_not_fit(chart, f"the dots need {side:.0f} pt, {min(box.width, box.height):.0f} pt are there")
    dots = lay_out_field(replace(chart, rows=chart.rows[:1]), side, setting)
    kind_word = setting.language.words.number_kind
    return drawing(chart, Arrangement(side, side, dots.marks, kind_word), box, setting)


def _arranged(chart: Chart, width: Pt, setting: Setting) -> Arrangement | Diagnostic:
    """The large number, its answer, and the others one below the other."""
    measures, fonts, ground = setting.measures.number, setting.fonts, setting.ground
    first, *others = chart.rows
    style = NumberStyle.large(measures.figure, ground.proof, setting.measures.least_unit)
    marks = list(published_marks(first, style, 0.0, measures.figure_line, setting))
    behind = marks[-1].x + marks[-1].width + measures.label.size
    left = max(measures.label_left, behind) if measures.label_left else 0.0
    words = label_style(measures.label.size, ground.text, is_bold=False)
    lines = balanced_lines(first.label, words, width - left, fonts, setting.language)
    if len(lines) > MOST_LINES or widest(lines) > width - left + NOISE:
        lines = balanced_lines(first.narrow_label, words, width - left, fonts, setting.language)
    if len(lines) > MOST_LINES or widest(lines) > width - left + NOISE:
        message = f'the label of answer "{first.id}" has no place beside its number'
        return does_not_fit(
            chart, message, "a shorter `short:` label on the answer is used where the whole has no place"
        )
    marks += line_marks(MarkRole.LABEL, lines, measures.label.pitch, x=left, baseline=measures.label_line, fonts=fonts)
    baseline = measures.label_line + (len(lines) - 1) * measures.label.pitch + measures.first
    small = NumberStyle.even(measures.compared.size, ground.text, is_bold=True)
    grey = label_style(measures.compared.size, ground.text, is_bold=False)
    for row in others:
        marks += published_marks(row, small, left, baseline, setting)
        beside = left + max(measures.indent, published_width(row, small, setting) + measures.compared.size)
        found = balanced_lines(row.label, grey, width - beside, fonts, setting.language)
        marks += line_marks(MarkRole.LABEL, found, measures.compared.pitch, x=beside, baseline=baseline, fonts=fonts)
        baseline += len(found) * measures.compared.pitch
    last = max(mark.y for mark in marks)
    return Arrangement(width, last + DESCENT * measures.label.size, tuple(marks), setting.language.words.number_kind)
