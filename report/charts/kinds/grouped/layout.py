"""Grouped: every answer by two to four groups or waves, as clusters of bars or as panels.

    very        ▇▇▇▇▇▇▇▇▇│▇▇ 43 %        parents   n = 1,065       clusters: the bars of an answer together
    all 37 %    ▇▇▇▇▇▇▇  │ 30 %          others    n = 541

                18 to 34        35 to 64        65 and over        panels: the bars of a group together
    weight      ▇▇▇▇ 45 %       ▇▇▇▇▇ 59 %      ▇▇▇▇▇ 53 %
    money       ▇▇▇▇▇ 53 %      ▇▇▇▇▇ 60 %      ▇▇▇ 34 %

A place that has neither room shows the marked and the largest answers and counts the others in a grey row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.model.prose import fixed, joined
from report.briefing.model.terms import BREAK_SIGN
from report.charts.kinds.grouped import clusters, panels
from report.charts.marks.assembly import unsuitable
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.kinds import BARS, GROUPED, TABLE
from report.units import Box, Pt

kind = GROUPED


def refusal(chart: Chart) -> Diagnostic | None:
    """One column alone or too many, no row or too many."""
    if len(chart.columns) not in kind.slots:
        why = f"the exhibit has {len(chart.columns)} groups or waves"
        able = BARS if len(chart.columns) < kind.slots.least else TABLE
        hint = f"choose some with `columns:` or `waves:`; `{able.word}` shows {able.shows}"
    elif len(chart.rows) not in kind.rows:
        why, hint = f"the exhibit has {len(chart.rows)} answers", "choose some with `answers:`"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the names of the groups to the end of the last cluster or row; 0 if `lay_out` will refuse."""
    if refusal(chart):
        return 0.0
    chart = _with_breaks(chart)
    if panels.is_needed(chart, setting):
        return panels.natural_height(chart, width, setting)
    return clusters.natural_height(chart, width, setting)


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many answers, with so many groups, fit as clusters or as panels; a row that counts further is one."""
    return max(clusters.capacity(chart, height, setting), panels.capacity(chart, height, setting))


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:
    """Behind the tracks of clusters; panels leave words no place."""
    return None if panels.is_needed(chart, setting) else clusters.notes_left(chart, width, setting)


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    chart = _with_breaks(chart)
    if panels.is_needed(chart, setting):
        return panels.lay_out(chart, box, setting, notes)
    return clusters.lay_out(chart, box, setting, notes)


def _with_breaks(chart: Chart) -> Chart:
    """The chart with the sign of a break behind the name of the wave before it; the note gives the reason."""
    before = {found.before for found in chart.breaks if found.answer is None}
    return replace(
        chart,
        columns=tuple(
            replace(column, wording=joined([column.wording, fixed(BREAK_SIGN)], " ")) if number in before else column
            for number, column in enumerate(chart.columns)
        ),
    )
