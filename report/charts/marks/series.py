"""The colours of series, where a house names some: a series has one colour, whether it stands out or not.

Where bars stand out, the others are pale, with an edge of their colour: each still shows which series it is of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report.charts.marks.colors import Paint
from report.charts.model import ChartColumn, ChartRow, ChartValue, Highlight, SeriesPlace
from report.drawing.model import Edge
from report.theme.model import Ground, SeriesColor
from report.units import Pt


def series_color(series: SeriesPlace | None, ground: Ground) -> SeriesColor | None:
    """The colour of a series; None where the house names none, or too few for all series of the chart."""
    named = ground.several.series
    return named[series.number] if series and series.of <= len(named) else None


def series_colors(parts: Sequence[ChartRow | ChartColumn], ground: Ground) -> tuple[SeriesColor, ...]:
    """The colours of series, in their order; none where one of them has none."""
    found = tuple(color for part in parts if (color := series_color(part.series, ground)))
    return found if len(found) == len(parts) else ()


def series_paint(color: SeriesColor, edge: Pt, *, is_weak: bool) -> Paint:
    """The paint of a bar of a series. is_weak: others stand out. edge: how wide one is."""
    if is_weak:
        return Paint(color.weak, Edge(color.line, edge))
    return Paint(color.fill, Edge(color.edge, edge) if color.edge else None)


def anything_stands_out(rows: Iterable[ChartRow]) -> bool:
    """Whether any value of a chart is marked."""
    return any(value.highlight is not Highlight.NONE for row in rows for value in row.values if value)


def is_weak(value: ChartValue | None, rows: Iterable[ChartRow]) -> bool:
    """Whether others stand out, and this one does not."""
    return (value is None or value.highlight is Highlight.NONE) and anything_stands_out(rows)
