"""The interval of a value on its bar: a thin line from its lower to its upper end, where there is one.

▇▇▇▇▇├──▇┤ 43 %         the number stands behind the line, or on the bar before it
"""

from __future__ import annotations

from report.charts.model import Setting
from report.drawing.model import Mark, MarkRole, Stroke
from report.frozen import frozen
from report.tables.model import Cell
from report.units import Pt

STROKE_SHARE = 0.6
"""Of the stroke of a tick, beside which it is quiet."""
CLEAR_SHARE = 0.6
"""Of what is clear beside a tick, so that the line is seen on a dark bar and on the track."""
END_SHARE = 0.3
"""Of the thickness of its bar that the strokes at its ends are high."""


@frozen
class Whisker:
    """A line at the height `centre` of a bar; cell: whose interval it is."""

    lower: Pt
    upper: Pt
    centre: Pt
    thickness: Pt
    cell: str

    def marks(self, setting: Setting) -> tuple[Mark, ...]:
        """The line on a clear one in the colour of the ground, and its two ends."""
        tick, ground = setting.measures.tick, setting.ground
        stroke, half = STROKE_SHARE * tick.stroke, END_SHARE * self.thickness / 2
        wide = stroke + 2 * CLEAR_SHARE * tick.clear
        top, bottom = self.centre - half, self.centre + half
        line = ((self.lower, self.centre, self.upper, self.centre),)
        ends = tuple((x, top, x, bottom) for x in (self.lower, self.upper))
        below = (Stroke(MarkRole.WHISKER, *place, ground.ground, wide) for place in line)
        above = (Stroke(MarkRole.WHISKER, *place, ground.text, stroke, cells=(self.cell,)) for place in (*line, *ends))
        return (*below, *above)


def whisker_of(cell: Cell, *, left: Pt, length: Pt, centre: Pt, thickness: Pt) -> Whisker | None:
    """The line of a cell on a track from `left`, 100 % `length` long; None where it has no interval."""
    if cell.interval is None:
        return None
    lower, upper = (left + end.drawn * length for end in (cell.interval.lower, cell.interval.upper))
    return Whisker(lower, upper, centre, thickness, str(cell.id))
