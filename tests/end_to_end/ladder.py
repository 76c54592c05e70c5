"""A kind of chart that does not ship: numbers on rungs, one below the other, the marked ones bold.

    62 %  Bekanntheit
    ────────────────────
    38 %  Absatz

It is declared and laid out here alone; nothing of the program knows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, cell_ids, does_not_fit, drawing, unsuitable
from report.charts.marks.colors import value_color
from report.charts.marks.numbers import NumberStyle, number_marks
from report.charts.marks.text import label_style, text_mark
from report.charts.model import Chart, Highlight, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke
from report.kinds import BARS, Count, Kind, Shape
from report.units import NOISE, Box, Pt

kind = Kind(
    word="ladder",
    shows="1 to 6 published answers of one wave",
    shapes=(Shape.TOTAL,),
    rows=Count(1, 6),
)
RUNG = 1.8
"""From one baseline to the next, in lines of a label."""


def refusal(chart: Chart) -> Diagnostic | None:
    """Several waves, too many answers, or one without a number."""
    hidden = [row for row in chart.rows if row.values[0] is None or row.values[0].number is None]
    if len(chart.columns) not in kind.slots or len(chart.rows) not in kind.rows or hidden:
        why = f"the exhibit has {len(chart.rows)} answers, {len(hidden)} of them not published"
        return unsuitable(kind, chart, why, f"`{BARS.word}` shows {BARS.shows}")
    return None


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    return len(chart.rows) * _rung(setting)


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    return int(min(kind.rows.most, (height + NOISE) / _rung(setting)))


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    if refused := refusal(chart):
        return refused
    if notes:
        return no_room(notes[0], 1, "a rung is as long as the box")
    height = natural_height(chart, box.width, setting)
    if height > box.height + NOISE:
        return does_not_fit(chart, f"the ladder needs {height:.0f} pt of height, {box.height:.0f} pt are there")
    measures, fonts = setting.measures, setting.fonts
    marks: list[Mark] = []
    for number, row in enumerate(chart.rows, 1):
        value, y = row.values[0], number * _rung(setting)
        assert value is not None
        assert value.number is not None
        is_marked = value.highlight is not Highlight.NONE
        style = NumberStyle.even(measures.label.size, value_color(value.highlight, setting.ground), is_bold=is_marked)
        baseline = y - measures.label.pitch / 2
        digits = number_marks(value.number, style, x=0.0, baseline=baseline, cells=cell_ids(row.values), fonts=fonts)
        words = label_style(measures.label.size, setting.ground.text, is_bold=is_marked)
        left = 4 * measures.label.size
        label = text_mark(MarkRole.LABEL, row.narrow_label, words, x=left, baseline=baseline, fonts=fonts)
        rung = Stroke(MarkRole.AXIS, 0.0, y, box.width, y, setting.ground.rule, measures.hairline)
        marks += [*digits, label, rung]
    arrangement = Arrangement(width=box.width, height=height, marks=tuple(marks), kind_word="Ladder")
    return drawing(chart, arrangement, box, setting)


def _rung(setting: Setting) -> Pt:
    return RUNG * setting.measures.label.pitch
