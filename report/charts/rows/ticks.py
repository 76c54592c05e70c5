"""The tick on a row's bars that stands for what they are held against: all respondents, an earlier wave, a group.

▇▇▇▇▇▇▇│▇▇ 43 %
▇▇▇▇▇  │ 30 %          a value that the tick would cut moves behind it
"""

from __future__ import annotations

from math import inf

from report.charts.marks.assembly import cell_ids
from report.charts.model import ChartRow, Highlight, Setting
from report.drawing.model import Mark, MarkRole, Stroke
from report.frozen import frozen
from report.units import Pt


@frozen
class Tick:
    """A tick at `x`, from the upper end of a row's bars to the lower one; above: what is free up to a label there."""

    x: Pt
    top: Pt
    bottom: Pt
    row: ChartRow
    above: Pt = inf

    def marks(self, setting: Setting) -> tuple[Mark, ...]:
        """A clear stroke in the colour of the ground, and on it the tick."""
        measures, ground = setting.measures.tick, setting.ground
        is_marked = any(value and value.highlight is not Highlight.NONE for value in self.row.values)
        color = ground.text if is_marked else ground.soft_text
        top, bottom = self.top - min(measures.beyond, self.above), self.bottom + measures.beyond
        cells = cell_ids((self.row.reference,))
        width = measures.stroke + 2 * measures.clear
        return (
            Stroke(MarkRole.TICK, self.x, top, self.x, bottom, ground.ground, width),
            Stroke(MarkRole.TICK, self.x, top, self.x, bottom, color, measures.stroke, cells=cells),
        )

    def beside(self, x: Pt, width: Pt, setting: Setting) -> Pt:
        """Where a value of a width begins that would begin at `x`: behind the tick, if that would cut it."""
        measures = setting.measures.tick
        is_cut = x - measures.value_gap < self.x < x + width + measures.value_gap
        return self.x + measures.value_gap if is_cut else x


def tick_of(row: ChartRow, *, left: Pt, length: Pt, top: Pt, bottom: Pt, above: Pt = inf) -> Tick | None:
    """The tick of a row on a track; None where it is held against nothing that was published."""
    share = row.reference.cell.share if row.reference else None
    return None if share is None else Tick(left + share.drawn * length, top, bottom, row, above)
