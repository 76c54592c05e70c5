"""Table: figures in columns, or the places of answers in two waves; which of the two, the columns tell."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.kinds.table import crosstab, ranking
from report.charts.marks.assembly import unsuitable
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.kinds import TABLE
from report.units import Box, Pt

kind = TABLE


def refusal(chart: Chart) -> Diagnostic | None:
    """More columns than a table has, no row or too many."""
    if len(chart.columns) > kind.slots.most:
        banners = {column.banner.text for column in chart.columns if column.banner}
        why = f"the exhibit has {len(chart.columns)} columns"
        hint = "choose some with `columns:` or `waves:`"
        if len(banners) > 1:
            hint = "give every segmentation a finding of its own, or choose some with `columns:`"
    elif len(chart.rows) not in kind.rows:
        why, hint = f"the exhibit has {len(chart.rows)} answers", "choose some with `answers:`"
    elif len(chart.columns) == 1 and not is_ranking(chart):
        why, hint = "the exhibit has one column", "`reference:` names the wave to hold it against"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def is_ranking(chart: Chart) -> bool:
    """Whether the answers stand in order of their shares, held against an earlier wave."""
    return len(chart.columns) == 1 and chart.reference is not None


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """Down to the last line below the table; 0 if `lay_out` will refuse."""
    if refusal(chart):
        return 0.0
    height = ranking.natural_height if is_ranking(chart) else crosstab.natural_height
    return height(chart, width, setting)


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many rows with labels of one line fit."""
    rows = ranking.capacity if is_ranking(chart) else crosstab.capacity
    return rows(chart, height, setting)


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - measured from the left
    """Right of a table of columns that leaves them room."""
    return None if is_ranking(chart) else crosstab.notes_left(chart, setting)


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The table in its box."""
    if refused := refusal(chart):
        return refused
    laid_out = ranking.lay_out if is_ranking(chart) else crosstab.lay_out
    return laid_out(chart, box, setting, notes)
