"""The field of 10 x 10 dots, and the one of a single figure: lit dots for its share, small unlit ones for the rest.

That one stands on the cover and, small, beside the messages; it is no kind that an author can ask for. Unlit dots are
smaller, so that the field works without colour too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from report.charts.alternative import field_alternative
from report.charts.marks.assembly import cell_ids, shown_cells
from report.charts.marks.colors import value_color
from report.charts.model import Chart, Setting
from report.drawing.model import Circle, Drawing, MarkRole
from report.language.numbers import round_half_up
from report.units import Pt, Share

SIDE_IN_PITCHES = 9.77
"""The width of the field: nine pitches from centre to centre, and one dot."""
DOT_SHARE = 0.77
"""The dot's diameter as a share of the pitch."""
DOTS = 100
ACROSS = 10
UNLIT = 0.6
UNLIT_SMALL = 0.5
"""Diameter of an unlit dot as a share of a lit one."""


@dataclass(frozen=True, slots=True)
class DotGrid:
    """A field `side` wide and high, filled by rows from the top left."""

    side: Pt

    @property
    def pitch(self) -> Pt:
        """From one dot's centre to the next."""
        return self.side / SIDE_IN_PITCHES

    @property
    def radius(self) -> Pt:
        """Of a full dot."""
        return DOT_SHARE * self.pitch / 2

    def centre(self, dot: int) -> tuple[Pt, Pt]:
        """Where the dot of that number stands, counted from 0."""
        row, column = divmod(dot, ACROSS)
        return self.radius + column * self.pitch, self.radius + row * self.pitch

    def rows(self, first: int, last: int) -> tuple[Pt, Pt]:
        """From the upper edge of one row of dots to the lower edge of another."""
        return first * self.pitch, last * self.pitch + 2 * self.radius


def dots_of(shares: Sequence[Share]) -> tuple[int, ...]:
    """How many dots each share gets: by largest remainder within the rounded sum, which is 100 at most.

    Ties go to the earlier share. Source: Hamilton's method of apportionment.
    """
    percents = [Decimal(str(share.drawn)) * 100 for share in shares]
    total = sum(percents, Decimal(0))
    seats = min(DOTS, int(round_half_up(total, 0)))
    quotas = [percent * seats / total if total else Decimal(0) for percent in percents]
    whole = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda index: whole[index] - quotas[index])
    gifted = by_remainder[: seats - sum(whole)]
    return tuple(count + (index in gifted) for index, count in enumerate(whole))


def lay_out_field(chart: Chart, size: Pt, setting: Setting) -> Drawing:
    """The field of a chart of one figure, `size` points wide and high; an unpublished figure lights nothing.

    A proof is lit in the accent, an unmarked figure in the colour of text. The lit dots carry the cell.
    """
    row, language = chart.rows[0], setting.language
    value = row.values[0]
    assert value is not None
    lit = int(round_half_up(value.cell.share.drawn * DOTS, 0)) if value.cell.share else 0
    grid = DotGrid(size)
    unlit = grid.radius * (UNLIT_SMALL if size < setting.measures.small_field else UNLIT)
    color, cells = value_color(value.highlight, setting.ground), cell_ids(row.values)
    marks = [Circle(MarkRole.DOT, *grid.centre(dot), grid.radius, color, cells=cells) for dot in range(lit)]
    marks += [Circle(MarkRole.DOT, *grid.centre(dot), unlit, setting.ground.unlit) for dot in range(lit, DOTS)]
    return Drawing(
        width=size,
        height=size,
        marks=tuple(marks),
        title=chart.question_label.text,
        alternative=field_alternative(chart, language).text,
        language=language.tag,
        shown=shown_cells(chart, language.words),
    )
