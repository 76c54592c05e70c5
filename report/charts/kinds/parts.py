"""Parts of a whole: the answers of a single choice or a scale, a dot field on slides, else one 100 % bar."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from report.charts.kinds import part_bar, part_field
from report.charts.kinds.annotations import no_room
from report.charts.kinds.assembly import unsuitable
from report.charts.kinds.grid import SLIDE_WIDTH
from report.charts.kinds.part_segments import published_shares
from report.charts.model import Chart, Medium, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.kinds import BARS, COLUMNS, PARTS
from report.units import Box, Pt, Share

kind = PARTS

LEAST_SHARE = Share(Decimal("0.1"))
"""Below this share of any part the dots of the field are too few; a part of exactly that share still is a field."""


def refusal(chart: Chart) -> Diagnostic | None:
    """Several waves, answers that are no parts of one whole, too many of them, or one without a number."""
    shares = published_shares(chart)
    if len(chart.columns) not in kind.slots:
        why, hint = f"the exhibit has {len(chart.columns)} waves", f"`{COLUMNS.word}` shows {COLUMNS.shows}"
    elif len(chart.rows) not in kind.rows:
        why, hint = f"the exhibit has {len(chart.rows)}", f"`{BARS.word}` shows {BARS.rows} answers"
    elif len(shares) < len(chart.rows):
        hidden = next(row for row in chart.rows if row.values[0] is None or row.values[0].number is None)
        why, hint = f'"{hidden.answer}" is not published', f"`{BARS.word}` shows answers that are not published as such"
    elif sum(shares, Share(Decimal(0))) > _most(len(shares), chart.decimals):
        why, hint = "the shares add up to more than 100 % by more than rounding", f"`{BARS.word}` shows multiple choice"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """That of the dot field or of the bar with its labels."""
    if _is_field(chart, setting):
        return part_field.SIDE
    return part_bar.natural_height(chart, width, setting)


def capacity(height: Pt, setting: Setting) -> int:
    """All parts or none: they are never left out."""
    needed = part_field.SIDE if setting.medium is Medium.SLIDE else part_bar.usual_height(setting)
    return kind.rows.most if height >= needed else 0


def notes_left(chart: Chart, setting: Setting) -> Pt:  # noqa: ARG001 - no chart of parts leaves a place
    """The right end of the slide: figures and labels take the room of annotations."""
    return SLIDE_WIDTH


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The parts in their place; on a slide the grid decides the width, whatever the box's."""
    if refused := refusal(chart):
        return refused
    if notes:
        return no_room(
            notes[0], 1, f"figures and labels of `{kind.word}` take it; `{BARS.word}` leaves a column for annotations"
        )
    lay_out = part_field.lay_out if _is_field(chart, setting) else part_bar.lay_out
    return lay_out(chart, box, setting)


def _is_field(chart: Chart, setting: Setting) -> bool:
    is_coarse = all(share >= LEAST_SHARE for share in published_shares(chart))
    return setting.medium is Medium.SLIDE and is_coarse and part_field.can_show(chart)


def _most(parts: int, decimals: int) -> Share:
    """The sum that so many shares may have by rounding."""
    return Share(Decimal(1) + Decimal(1).scaleb(-decimals - 2) * parts / 2)
