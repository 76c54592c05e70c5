"""A kind of chart that does not ship: the groups of a segmentation side by side, a post as high as each share.

       48 %      55 %
        |         |
      owners    tenants

It is declared and laid out here alone; nothing of the program knows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.marks.assembly import Arrangement, cell_ids, drawing, unsuitable
from report.charts.marks.numbers import NumberStyle, number_marks
from report.charts.marks.text import label_style, text_mark
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke
from report.kinds import BARS, Count, Kind, Shape
from report.units import Box, Pt

kind = Kind(
    word="fences",
    shows="one answer in 2 to 6 groups",
    shapes=(Shape.GROUPS,),
    rows=Count(1, 1),
    slots=Count(2, 6),
)


def refusal(chart: Chart) -> Diagnostic | None:
    """Several answers, or too few or too many groups."""
    if len(chart.rows) in kind.rows and len(chart.columns) in kind.slots:
        return None
    why = f"the exhibit has {len(chart.rows)} answers in {len(chart.columns)} groups"
    return unsuitable(kind, chart, why, f"`{BARS.word}` shows {BARS.shows}")


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    return 8 * setting.measures.label.pitch


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    return kind.slots.most


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    if refused := refusal(chart):
        return refused
    size, pitch, fonts = setting.measures.label.size, setting.measures.label.pitch, setting.fonts
    height, step = natural_height(chart, box.width, setting), box.width / len(chart.columns)
    style, words = NumberStyle.even(size, setting.ground.text), label_style(size, setting.ground.text, is_bold=False)
    marks: list[Mark] = []
    for number, (column, value) in enumerate(zip(chart.columns, chart.rows[0].values, strict=True)):
        assert value is not None
        x, foot = number * step, height - pitch
        marks.append(text_mark(MarkRole.AXIS, column.label, words, x=x, baseline=height, fonts=fonts))
        if value.number is None or value.cell.share is None:
            continue
        top, cells = foot - value.cell.share.drawn * (foot - 2 * pitch), cell_ids([value])
        marks.append(Stroke(MarkRole.BAR, x, foot, x, top, setting.ground.muted, size / 2, cells=cells))
        marks += number_marks(value.number, style, x=x, baseline=top - pitch / 3, cells=cells, fonts=fonts)
    return drawing(
        chart, Arrangement(width=box.width, height=height, marks=tuple(marks), kind_word="Fences"), box, setting
    )
