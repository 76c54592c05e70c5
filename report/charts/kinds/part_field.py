"""Parts of a whole as a dot field with brackets, leaders, figures and labels beside it; slides only.

    0        281.6   290.6    358 370            518               873.6
    o o o o o o o o  |
    o o o o o o o o  |--------    49 %           Eigene Teams
    o o o o o o x x  |
    x x x x x x x x  |--------    33 %           Abteilungsübergreifende Teams
    x x x ( ) ( )    |--------    Rest           Rundung oder keine Angabe

A bracket spans the rows whose last dot belongs to the part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from report.charts.kinds.annotations import stacked
from report.charts.kinds.assembly import Layout, drawing
from report.charts.kinds.colors import Paint, part_paints
from report.charts.kinds.dots import ACROSS, DOTS, DotGrid, dots_of
from report.charts.kinds.field import UNLIT
from report.charts.kinds.grid import SLIDE_WIDTH, column_left, columns_width
from report.charts.kinds.measures import SLIDE
from report.charts.kinds.part_entries import Entry, entries_of
from report.charts.kinds.part_segments import is_rounding, published_shares
from report.charts.kinds.signs import ring
from report.charts.model import Chart, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, Mark, MarkRole, Stroke
from report.units import Box, Pt

SIDE: Pt = columns_width(1, 4)
BRACKET_GAP: Pt = 9.0
LEADER_GAP: Pt = 12.0
"""From the end of a leader to the figure."""
ENTRIES_APART: Pt = 13.0


def can_show(chart: Chart) -> bool:
    """Whether every row is published and large enough to have a row of dots end with it."""
    shares = published_shares(chart)
    return len(shares) == len(chart.rows) > 0 and all(_owned_rows(chart, part) for part in range(len(shares)))


def lay_out(chart: Chart, box: Box, setting: Setting) -> Drawing | Diagnostic:
    """The field and its entries; they take the whole width of the slide."""
    if box.height < SIDE:
        message = f"the dot field needs {SIDE:.0f} pt of height, {box.height:.0f} pt are there"
        return Diagnostic("chart-does-not-fit", message, chart.location)
    heights = [_height_of_rows(chart, part) for part in range(len(chart.rows))]
    entries = entries_of(chart.rows, chart.rest if _rings(chart) else None, heights, setting)
    if isinstance(entries, Diagnostic):
        return entries
    placed = _placed(chart, entries)
    marks = [mark for entry, middle, centre in placed for mark in _tied(entry, middle, centre, setting)]
    brackets = [_bracket(rows, setting) for rows in _rows_by_entry(chart)]
    layout = Layout(
        width=SLIDE_WIDTH,
        height=SIDE,
        marks=(*_dots(chart, setting), *brackets, *marks),
        kind_word=setting.language.words.field_kind,
        anchors={entry.cell: (entry.right, centre) for entry, _, centre in placed if entry.cell},
    )
    return drawing(chart, layout, setting)


_GRID = DotGrid(SIDE)


def _rings(chart: Chart) -> int:
    """How many rings a declared rest gets; one of less than half a dot gets none."""
    return DOTS - sum(dots_of(published_shares(chart))) if chart.rest else 0


def _counts(chart: Chart) -> tuple[int, ...]:
    """Dots of the parts, and behind them the rings of the rest, if there are any."""
    counts, rings = dots_of(published_shares(chart)), _rings(chart)
    return (*counts, rings) if rings else counts


def _owned_rows(chart: Chart, part: int) -> range:
    """The rows of dots whose last dot is of this part (as an index into `_counts`)."""
    ends = list(accumulate(_counts(chart)))
    filled, first, last = ends[-1], ends[part - 1] if part else 0, ends[part]
    row_ends = [min(row * ACROSS + ACROSS, filled) for row in range(-(-filled // ACROSS))]
    owned = [row for row, end in enumerate(row_ends) if first < end <= last]
    return range(owned[0], owned[-1] + 1) if owned else range(0)


def _height_of_rows(chart: Chart, part: int) -> Pt:
    return len(_owned_rows(chart, part)) * _GRID.pitch


def _rows_by_entry(chart: Chart) -> list[tuple[Pt, Pt]]:
    """Per part (and the rest): the upper and lower edge of its rows."""
    owned = [_owned_rows(chart, part) for part in range(len(_counts(chart)))]
    return [_GRID.rows(rows[0], rows[-1]) for rows in owned if rows]


def _dots(chart: Chart, setting: Setting) -> list[Circle]:
    """All dots by rows from the top left: the parts, rings for a declared rest, small ones for other answers."""
    ground, counts = setting.ground, dots_of(published_shares(chart))
    paints = part_paints(chart.rows, ground, SLIDE.edge)
    dots: list[Circle] = []
    for row, paint, count in zip(chart.rows, paints, counts, strict=True):
        cells = tuple(str(value.cell.id) for value in row.values if value is not None)
        dots += [_dot(len(dots) + number, paint, cells) for number in range(count)]
    left = range(len(dots), DOTS)
    if chart.rest:
        across, stroke = 2 * _GRID.radius, SLIDE.ring_stroke
        return dots + [ring(*_GRID.centre(dot), across, stroke, color=ground.soft_text) for dot in left]
    if is_rounding(chart, len(left) / DOTS):
        return dots
    radius = UNLIT * _GRID.radius
    return dots + [Circle(MarkRole.DOT, *_GRID.centre(dot), radius, ground.unlit) for dot in left]


def _dot(number: int, paint: Paint, cells: tuple[str, ...]) -> Circle:
    """A dot; the outline of a pale one lies inside its size."""
    radius = _GRID.radius - (paint.edge.width / 2 if paint.edge else 0.0)
    return Circle(MarkRole.DOT, *_GRID.centre(number), radius, paint.fill, paint.edge, cells)


def _placed(chart: Chart, entries: Sequence[Entry]) -> list[tuple[Entry, Pt, Pt]]:
    """Each entry with the middle of its rows and the height it is centred on, moved apart where they are crowded."""
    middles = [(top + bottom) / 2 for top, bottom in _rows_by_entry(chart)]
    wanted = [middle - entry.height / 2 for middle, entry in zip(middles, entries, strict=True)]
    tops = stacked(wanted, [entry.height for entry in entries], SIDE, apart=ENTRIES_APART) or wanted
    centres = [top + entry.height / 2 for top, entry in zip(tops, entries, strict=True)]
    return list(zip(entries, middles, centres, strict=True))


def _bracket(rows: tuple[Pt, Pt], setting: Setting) -> Stroke:
    x = SIDE + BRACKET_GAP
    return Stroke(MarkRole.BRACKET, x, rows[0], x, rows[1], setting.ground.leader, SLIDE.hairline)


def _tied(entry: Entry, middle: Pt, centre: Pt, setting: Setting) -> list[Mark]:
    """The leader from the bracket to the entry, slanted where the entry had to move, and the entry's words."""
    start, end = SIDE + BRACKET_GAP, column_left(6) - LEADER_GAP
    leader = Stroke(MarkRole.LEADER, start, middle, end, centre, setting.ground.leader, SLIDE.hairline)
    return [leader, *(replace(mark, y=mark.y + centre) for mark in entry.marks)]
