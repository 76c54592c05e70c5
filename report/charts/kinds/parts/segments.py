"""The parts of a 100 % bar: where each begins and ends, and the marks of the bar itself.

        0                 49 %            82 %   99 %
        |▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇|▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒|░░░░░░|:|    a gap is cut from the right end of a part
                                                   the rest

x is measured from the left end of the bar until marks are made, y from its top.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from report.charts.marks.assembly import cell_ids
from report.charts.marks.colors import part_paints
from report.charts.model import Chart, ChartRow, Setting
from report.drawing.model import Edge, Mark, MarkRole, Rect
from report.formats.kinds.parts import PartMeasures
from report.frozen import frozen
from report.language.numbers import NumberText
from report.units import Box, Pt, Share


@frozen
class Part:
    """A part of the bar: its true ends, and the gap cut from its right one. reach: how wide a text on it may be."""

    row: ChartRow
    number: NumberText
    left: Pt
    right: Pt
    gap: Pt
    reach: Pt

    @property
    def width(self) -> Pt:
        """As painted."""
        return self.right - self.left - self.gap

    @property
    def middle(self) -> Pt:
        """Where a leader meets it."""
        return self.left + self.width / 2


def published_shares(chart: Chart) -> list[Share]:
    """The shares of all rows that have one."""
    found = [value.cell.share for row in chart.rows for value in row.values if value is not None]
    return [share for share in found if share is not None]


def is_rounding(chart: Chart, left: float) -> bool:
    """Whether rounding alone can explain a share of the whole that several parts leave, each by its own digits."""
    rounding = sum((share.rounding for share in published_shares(chart)), Decimal(0))
    return len(chart.rows) > 1 and left <= float(rounding) + 1e-9


def parts_of(chart: Chart, length: Pt, measures: PartMeasures) -> tuple[Part, ...]:
    """The parts of a bar of that length; above 100 % by rounding they are fitted in."""
    shares = [share.drawn for share in published_shares(chart)]
    scale = length / max(1.0, sum(shares))
    edges = pairwise([0.0, *accumulate(share * scale for share in shares)])
    parts = []
    for row, (left, right) in zip(chart.rows, edges, strict=True):
        is_last, number = row is chart.rows[-1], row.values[0].number if row.values[0] else None
        assert number is not None
        gap = 0.0 if right > length - measures.gap / 2 else min(measures.gap, (right - left) / 2)
        reach = length - left if is_last else right - left - measures.apart
        parts.append(Part(row, number, left, right, gap, reach))
    return tuple(parts)


def bar_marks(chart: Chart, parts: Sequence[Part], bar: Box, setting: Setting) -> list[Mark]:
    """The parts in their paints, and behind the last what is left: a dashed rest, or other answers' pale track."""
    measures, ground = setting.measures, setting.ground
    end = parts[-1].right
    marks: list[Mark] = []
    if chart.rest:
        inset = measures.edge / 2
        outline = Box(bar.left + end + inset, bar.top + inset, bar.width - end - 2 * inset, bar.height - 2 * inset)
        edge = Edge(ground.soft_text, measures.edge, measures.parts.rest_dash)
        marks.append(Rect(MarkRole.RING, outline, edge=edge))
    elif not is_rounding(chart, 1 - end / bar.width):
        track = Box(bar.left + end, bar.top, bar.width - end, bar.height)
        marks.append(Rect(MarkRole.TRACK, track, ground.track, Edge(ground.track_edge, measures.track_edge)))
    for part, paint in zip(parts, part_paints(chart.rows, ground, measures.edge), strict=True):
        box = Box(bar.left + part.left, bar.top, part.width, bar.height)
        if part.width > 0:
            marks.append(Rect(MarkRole.BAR, box, paint.fill, paint.edge, cell_ids(part.row.values)))
    return marks
