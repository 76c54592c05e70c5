"""The lines themselves: grey ones first, then what is set against the headline, its proof on top."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.kinds.line.plot import Plot, line_color
from report.charts.kinds.line.runs import Series, Stretch
from report.charts.marks.signs import break_sign
from report.charts.model import Highlight, Setting
from report.charts.order import highlight_of_row
from report.drawing.model import Circle, Edge, Mark, MarkRole, Stroke
from report.units import Pt

_ORDER = (Highlight.NONE, Highlight.CONTRAST, Highlight.PROOF)


def painting_order(series: tuple[Series, ...]) -> list[Series]:
    """The lines from the first painted to the last."""
    return sorted(series, key=lambda each: _ORDER.index(highlight_of_row(each.row)))


def series_marks(series: Series, plot: Plot, last: int, setting: Setting) -> Iterator[Mark]:
    """The stretches of a line and its points, those of a marked one clear of what lies below them."""
    highlight, ground, measures = highlight_of_row(series.row), setting.ground, setting.measures.line
    color, is_marked = line_color(series.row, setting), highlight is not Highlight.NONE
    width = {Highlight.PROOF: measures.proof, Highlight.CONTRAST: measures.contrast}.get(highlight, measures.other)
    for stretch in series.stretches:
        if is_marked and not stretch.is_dashed:
            halo = _stroke(series, stretch, plot, width + 2 * measures.halo)
            yield Stroke(MarkRole.LINE, *halo[:4], ground.ground, halo[4])
    for stretch in series.stretches:
        yield Stroke(
            MarkRole.LINE,
            *_stroke(series, stretch, plot, 0.0)[:4],
            color,
            measures.gap if stretch.is_dashed else width,
            measures.gap_dash if stretch.is_dashed else (),
            stretch.missing,
        )
    for column in series.columns:
        x, y = plot.point(series, column)
        radius = _radius(column == last, setting, is_marked=is_marked)
        cells = (str(series.value(column).cell.id),)
        if is_marked:
            edge = Edge(ground.ground, measures.halo)
            yield Circle(MarkRole.POINT, x, y, radius + measures.halo / 2, color, edge, cells)
        else:
            yield Circle(MarkRole.POINT, x, y, radius, color, None, cells)
    for before, after in series.breaks:
        (x1, y1), (x2, y2) = plot.point(series, before), plot.point(series, after)
        yield from break_sign((x1 + x2) / 2, (y1 + y2) / 2, ground.soft_text, setting.measures.break_sign)


def _radius(is_last: bool, setting: Setting, *, is_marked: bool) -> Pt:  # noqa: FBT001 - a column's place
    measures = setting.measures.line
    if not is_marked:
        return measures.other_point
    return measures.last_point if is_last else measures.point


def _stroke(series: Series, stretch: Stretch, plot: Plot, width: Pt) -> tuple[Pt, Pt, Pt, Pt, Pt]:
    return (*plot.point(series, stretch.before), *plot.point(series, stretch.after), width)
