"""The field of 10 x 10 dots, and the one of a single figure: lit dots for its share, small unlit ones for the rest.

That one stands on the cover and, small, beside the messages; it is no kind that an author can ask for. Unlit dots are
smaller, so that the field works without colour too. A dot that stands for less than one per cent is an outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from math import ceil

from report.charts.alternative import field_alternative
from report.charts.marks.assembly import cell_ids, shown_cells
from report.charts.marks.colors import Paint, value_color
from report.charts.model import Chart, Setting
from report.drawing.model import Circle, Drawing, Edge, MarkRole
from report.frozen import frozen
from report.language.numbers import is_small, round_half_up
from report.units import Between, Pt, Share

SIDE_IN_PITCHES = 9.77
"""The width of the field: nine pitches from centre to centre, and one dot."""
DOT_SHARE = 0.77
"""The dot's diameter as a share of the pitch."""
DOTS = 100
ACROSS = 10
UNLIT = 0.6
UNLIT_SMALL = 0.5
"""Diameter of an unlit dot as a share of a lit one."""
OUTLINE = 0.3
"""The stroke of a dot that is only an outline, as a share of its radius."""


@frozen
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

    def lit(self, dot: int, paint: Paint, cells: tuple[str, ...], *, is_full: bool) -> Circle:
        """A dot of a part, its outline within its size; one that is not full has nothing but an outline."""
        edge, fill = paint.edge, paint.fill if is_full else None
        if not is_full:
            edge = Edge(paint.edge.color if paint.edge else paint.fill, OUTLINE * self.radius)
        radius = self.radius - (edge.width / 2 if edge else 0.0)
        return Circle(MarkRole.DOT, *self.centre(dot), radius, fill, edge, cells)

    def rows(self, first: int, last: int) -> tuple[Pt, Pt]:
        """From the upper edge of one row of dots to the lower edge of another."""
        return first * self.pitch, last * self.pitch + 2 * self.radius

    def division(self, dot: int) -> list[tuple[Pt, Pt, Pt, Pt]]:
        """Between that dot and the one before it: lines (x1, y1, x2, y2) in the middle of the gaps, from edge to edge.

        o o o|x x
        -----'          the dots before stand above and left of it
        x x x x x
        """
        row, column = divmod(dot, ACROSS)
        half_gap = self.pitch / 2 - self.radius
        x, upper = column * self.pitch - half_gap, row * self.pitch - half_gap
        if not column:
            return [(0.0, upper, self.side, upper)]
        lower = upper + self.pitch
        above = [(x, upper, self.side, upper)] if row else []
        below = [(0.0, lower, x, lower)] if row + 1 < DOTS // ACROSS else []
        return [*below, (x, max(upper, 0.0), x, min(lower, self.side)), *above]


def dots_of(shares: Sequence[Share], *, is_whole: bool = False) -> tuple[int, ...]:
    """How many dots each share gets: as near as can be within the rounded sum, which is 100 at most.

    Equal shares get equally many and larger ones no fewer, so that dots may be left over; of unequal ones that are
    equally far from their dots the larger gets one more (51 and 49 for 50.5 and 49.5). None is empty above 0, and the
    field is full below 100 only for several shares that leave nothing but rounding (`is_whole`).
    Source: Hamilton's method of apportionment (a share gets its whole dots or one more), with ties kept together.
    """
    percents = [Decimal(str(share.drawn)) * 100 for share in shares]
    total = sum(percents, Decimal(0))
    seats = _seats(percents, total, is_whole=is_whole)
    quotas = {percent: percent * seats / total for percent in sorted(set(percents), reverse=True) if percent}
    over = sum(max(1, int(quotas[percent])) for percent in percents if percent) - seats
    ways = [_counts_near(quota, below=max(0, over) if not rank else 0) for rank, quota in enumerate(quotas.values())]
    tried = [dict(zip(quotas, way, strict=True)) for way in product(*ways)]
    filled = [{**way, Decimal(0): 0} for way in tried if sum(way.get(percent, 0) for percent in percents) <= seats]

    def misfit(way: dict[Decimal, int]) -> tuple[bool, int, Decimal, list[int]]:
        dots = [way[percent] for percent in quotas]
        left = seats - sum(way[percent] for percent in percents)
        off = sum(((way[percent] - quotas.get(percent, Decimal(0))) ** 2 for percent in percents), Decimal(0))
        return dots != sorted(dots, reverse=True), left, off, [-each for each in dots]

    best = min(filled, key=misfit)
    return tuple(best[percent] for percent in percents)


def fills_dots(share: Share, decimals: int) -> bool:
    """Whether a share fills the dots it gets: printed as one per cent at least, and not as less than a bound."""
    known = share.percent
    is_under_one = not isinstance(known, Between) and round_half_up(known, decimals) < 1
    return not is_under_one and not is_small(share, decimals)


def _seats(percents: Sequence[Decimal], total: Decimal, *, is_whole: bool) -> int:
    """The dots that all shares have together: a single share below 100 leaves one, and so do several with a rest."""
    parts = sum(percent > 0 for percent in percents)
    most = DOTS if total >= DOTS or (is_whole and parts > 1) else DOTS - 1
    return max(parts, min(most, int(round_half_up(total, 0))))


def _counts_near(quota: Decimal, *, below: int) -> range:
    """The dots that a share may get: its whole ones or one more, never none, and `below` fewer to make room."""
    least = max(1, int(quota) - below)
    return range(least, max(1, ceil(quota)) + 1)


def lay_out_field(chart: Chart, size: Pt, setting: Setting) -> Drawing:
    """The field of a chart of one figure, `size` points wide and high; an unpublished figure lights nothing.

    A proof is lit in the accent, an unmarked figure in the colour of text. The lit dots carry the cell; the one of a
    figure below one per cent is an outline.
    """
    row, language = chart.rows[0], setting.language
    value = row.values[0]
    assert value is not None
    share = value.cell.share
    lit, is_full = (dots_of([share])[0], fills_dots(share, chart.decimals)) if share else (0, False)
    grid = DotGrid(size)
    unlit = grid.radius * (UNLIT_SMALL if size < setting.measures.small_field else UNLIT)
    paint, cells = Paint(value_color(value.highlight, setting.ground)), cell_ids(row.values)
    marks = [grid.lit(dot, paint, cells, is_full=is_full) for dot in range(lit)]
    marks += [Circle(MarkRole.DOT, *grid.centre(dot), unlit, setting.ground.unlit) for dot in range(lit, DOTS)]
    return Drawing(
        width=size,
        height=size,
        marks=tuple(marks),
        title=chart.question_label.text,
        alternative=field_alternative(chart, language).text,
        language=language.tag,
        shown=shown_cells(chart, language.words, marks),
    )
