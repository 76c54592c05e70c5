"""The dot field of one figure: lit dots for its share, small unlit ones for what is left of a hundred.

It stands on the cover and, small, beside the messages; it is no kind that an author can ask for. Unlit dots are
smaller, so that the field works without colour too.
"""

from __future__ import annotations

from report.charts.kinds.assembly import cell_ids, shown_cells
from report.charts.kinds.colors import value_color
from report.charts.kinds.dots import DOTS, DotGrid
from report.charts.model import Chart, Setting
from report.drawing.model import Circle, Drawing, MarkRole
from report.language.numbers import round_half_up
from report.units import Pt

SMALL_FIELD: Pt = 100.0
"""A field under this size has even smaller unlit dots, which else would look like lit ones."""
UNLIT = 0.6
UNLIT_SMALL = 0.5
"""Diameter of an unlit dot as a share of a lit one."""


def lay_out_field(chart: Chart, size: Pt, setting: Setting) -> Drawing:
    """The field of a chart of one figure, `size` points wide and high; an unpublished figure lights nothing.

    A proof is lit in the accent, an unmarked figure in the colour of text. The lit dots carry the cell.
    """
    row, language = chart.rows[0], setting.language
    value = row.values[0]
    assert value is not None
    lit = int(round_half_up(value.cell.share.percent, 0)) if value.cell.share else 0
    grid = DotGrid(size)
    unlit = grid.radius * (UNLIT_SMALL if size < SMALL_FIELD else UNLIT)
    color, cells = value_color(value.highlight, setting.ground), cell_ids(row.values)
    marks = [Circle(MarkRole.DOT, *grid.centre(dot), grid.radius, color, cells=cells) for dot in range(lit)]
    marks += [Circle(MarkRole.DOT, *grid.centre(dot), unlit, setting.ground.unlit) for dot in range(lit, DOTS)]
    shown = shown_cells(chart, language.words)
    return Drawing(
        width=size,
        height=size,
        marks=tuple(marks),
        title=chart.question_label,
        alternative=f"{language.words.figure_field.format(figure=shown[0].text)}: {row.label}.",
        language=language.tag,
        shown=shown,
    )
