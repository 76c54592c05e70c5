"""Parts of a whole: answers of a single choice or a scale, as a dot field where the page has one, else as one bar."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.kinds.parts import bar, field
from report.charts.kinds.parts.segments import published_shares
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import unsuitable
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.formats.kinds.parts import DotFieldMeasures
from report.kinds import BARS, COLUMNS, PARTS
from report.units import Box, Pt, is_above_whole

kind = PARTS


def refusal(chart: Chart) -> Diagnostic | None:
    """Several waves, answers that are no parts of one whole, too many of them, or one without a number."""
    shares = published_shares(chart)
    if len(chart.columns) not in kind.slots:
        why, hint = f"the exhibit has {len(chart.columns)} waves", f"`{COLUMNS.word}` shows {COLUMNS.shows}"
    elif len(chart.rows) not in kind.rows:
        why, hint = f"the exhibit has {len(chart.rows)}", f"`{BARS.word}` shows {BARS.rows} answers"
    elif len(shares) < len(chart.rows):
        hidden = next(row for row in chart.rows if row.values[0] is None or row.values[0].number is None)
        why, hint = f'"{hidden.id}" is not published', f"`{BARS.word}` shows answers that are not published as such"
    elif is_above_whole(shares):
        why, hint = "the shares add up to more than 100 % by more than rounding", f"`{BARS.word}` shows multiple choice"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """That of the dot field or of the bar with its labels."""
    dots = _dot_field(chart, setting)
    return dots.side if dots else bar.natural_height(chart, width, setting)


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same for every chart
    """All parts or none: they are never left out."""
    dots = setting.measures.dot_field
    needed = dots.side if dots else bar.usual_height(setting)
    return kind.rows.most if height >= needed else 0


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - no chart of parts has one
    """Nowhere: figures and labels take the room of annotations; where a page puts words aside, keys tie them."""
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The parts in their place."""
    if refused := refusal(chart):
        return refused
    if notes and setting.measures.notes is not None:
        return no_room(
            notes[0], 1, f"figures and labels of `{kind.word}` take it; `{BARS.word}` leaves a column for annotations"
        )
    dots = _dot_field(chart, setting)
    return field.lay_out(chart, box, dots, setting) if dots else bar.lay_out(chart, box, setting, notes)


def _dot_field(chart: Chart, setting: Setting) -> DotFieldMeasures | None:
    """The measures of a dot field, where the parts are shown as one."""
    return setting.measures.dot_field if field.can_show(chart) else None
