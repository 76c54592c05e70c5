"""Pages whose blocks stand closer: rows of charts nearer to each other, and less between two blocks.

       usual              closer           closest
    ▇▇▇▇▇▇▇▇▇▇ 51 %    ▇▇▇▇▇▇▇▇▇▇ 51 %   ▇▇▇▇▇▇▇▇▇▇ 51 %     24.6, 22.0, 19.4 from row to row
                       ▇▇▇▇▇▇▇▇▇ 47 %    ▇▇▇▇▇▇▇▇▇ 47 %
    ▇▇▇▇▇▇▇▇▇ 47 %                       ▇▇▇▇▇▇▇ 35 %
                       ▇▇▇▇▇▇▇ 35 %

A page is set closer as a whole, and only where one more block stands on it for that. Type keeps its size and 100 % its
length; rows come together about as far as those of a slide may, which stand 0.80 to 0.62 inches apart. Charts whose
height means something (over waves, lines) and tables do not change.

Source: docs/visual-language.md, "Grid".
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.charts import ChartMeasures
from report.formats.kinds.bars import BarMeasures
from report.formats.kinds.grouped import GroupedMeasures
from report.formats.page_kinds import PageFormat
from report.formats.rows import RowFrame, RowFrames, RowMeasures
from report.units import Pt

PITCH = 0.79
"""Of rows with thick bars where they stand closest, against the usual one."""
BAR = 0.87
"""The thickness of their bars."""
THICK_BAR: Pt = 10.0
"""Bars from which on they may become thinner; below them rows are close already."""
ABOVE = 0.7
"""What is clear above a label over its bar."""
GROUP = 1.25
"""What lies at least between two labels of which one has several lines, in pitches of lines."""
APART = 0.7
"""What lies between two clusters of bars."""
DOTS = 0.8
"""From row to row of two dots."""
BLOCKS = 0.76
"""From a block to the next one."""
STEPS = 2
"""In how many a page gets closest."""


def closer(page: PageFormat) -> tuple[PageFormat, ...]:
    """The formats that a page may take to hold one block more, the closest last."""
    return tuple(_closer(page, step / STEPS) for step in range(1, STEPS + 1))


def closer_charts(charts: ChartMeasures) -> tuple[ChartMeasures, ...]:
    """The same of charts in a place that more rows shall have room in, the closest last."""
    return tuple(_charts(charts, step / STEPS) for step in range(1, STEPS + 1))


def _closer(page: PageFormat, part: float) -> PageFormat:
    """part: of the way from the usual page (0) to the closest (1)."""
    return replace(
        page,
        charts=_charts(page.charts, part),
        narrow_charts=_charts(page.narrow_charts, part),
        block=replace(page.block, gap=page.block.gap * _share(BLOCKS, part)),
    )


def _share(closest: float, part: float) -> float:
    return 1.0 - (1.0 - closest) * part


def _charts(charts: ChartMeasures, part: float) -> ChartMeasures:
    stacked, diverging, dots = charts.stacked, charts.diverging, charts.dumbbell
    pitch = dots.pitch * _share(DOTS, part)
    return replace(
        charts,
        bars=_bars(charts.bars, part),
        grouped=_grouped(charts.grouped, part),
        stacked=replace(stacked, across=replace(stacked.across, frame=_frame(stacked.across.frame, part))),
        diverging=replace(diverging, across=replace(diverging.across, frame=_frame(diverging.across.frame, part))),
        dumbbell=replace(dots, pitch=pitch, most_pitch=pitch),
    )


def _bars(bars: BarMeasures, part: float) -> BarMeasures:
    by_rows = [RowFrames(each.most, tuple(_frame(frame, part) for frame in each.frames)) for each in bars.by_rows]
    return replace(bars, by_rows=tuple(by_rows))


def _grouped(grouped: GroupedMeasures, part: float) -> GroupedMeasures:
    bar, apart = grouped.bar * _share(BAR, part), grouped.apart * _share(APART, part)
    return replace(grouped, bar=bar, least_bar=bar, apart=apart, most_apart=apart)


def _frame(frame: RowFrame, part: float) -> RowFrame:
    return replace(frame, rows=_rows(frame.rows, part))


def _rows(rows: RowMeasures, part: float) -> RowMeasures:
    """Rows closer together, their bars thinner, if these are thick."""
    if rows.bar < THICK_BAR:
        return rows
    pitch, bar = rows.least_pitch * _share(PITCH, part), rows.bar * _share(BAR, part)
    return replace(
        rows,
        bar=bar,
        least_bar=bar,
        least_pitch=pitch,
        most_pitch=pitch,
        clear=rows.clear * _share(ABOVE, part),
        close_group=GROUP,
    )
