"""Parts of a whole as a dot field with brackets, leaders, figures and labels beside it.

    0        side             figures            labels            end of the box
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
from itertools import accumulate, pairwise

from report.charts.field import ACROSS, DOTS, UNLIT, DotGrid, dots_of, fills_dots
from report.charts.kinds.parts.entries import Entry, entries_of
from report.charts.kinds.parts.segments import is_rounding, published_shares
from report.charts.marks.annotations import stacked
from report.charts.marks.assembly import Arrangement, cell_ids, does_not_fit, drawing
from report.charts.marks.colors import part_paints
from report.charts.marks.signs import ring
from report.charts.model import Chart, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, Mark, MarkRole, Stroke
from report.formats.kinds.parts import DotFieldMeasures
from report.frozen import frozen
from report.units import NOISE, Box, Pt


def can_show(chart: Chart) -> bool:
    """Whether every row is published and large enough to have a row of dots end with it.

    A hundred dots cannot show 100.0 % beside less than 0.1 %: the first takes all, and the other needs one.
    """
    shares = published_shares(chart)
    is_full = any(share.drawn >= 1.0 for share in shares) and sum(share.drawn > 0.0 for share in shares) > 1
    is_published = len(shares) == len(chart.rows) > 0
    return is_published and not is_full and all(_owned_rows(chart, part) for part in range(len(shares)))


def lay_out(chart: Chart, box: Box, sizes: DotFieldMeasures, setting: Setting) -> Drawing | Diagnostic:
    """The field and its entries; they take the whole width of the box."""
    if box.height < sizes.side:
        return does_not_fit(chart, f"the dot field needs {sizes.side:.0f} pt of height, {box.height:.0f} pt are there")
    return _Field(chart, DotGrid(sizes.side), sizes, setting).lay_out(box)


@frozen
class _Field:
    chart: Chart
    grid: DotGrid
    sizes: DotFieldMeasures
    setting: Setting

    def lay_out(self, box: Box) -> Drawing | Diagnostic:
        entries = entries_of(
            self.chart.rows,
            self.chart.rest if _rings(self.chart) else None,
            [len(_owned_rows(self.chart, part)) * self.grid.pitch for part in range(len(self.chart.rows))],
            sizes=self.sizes,
            label_width=box.width - self.sizes.label_left,
            setting=self.setting,
        )
        if isinstance(entries, Diagnostic):
            return entries
        owned = [_owned_rows(self.chart, part) for part in range(len(_counts(self.chart)))]
        edges = [self.grid.rows(rows[0], rows[-1]) for rows in owned if rows]
        placed = self._placed(entries, edges)
        arrangement = Arrangement(
            width=box.width,
            height=self.sizes.side,
            marks=(*self._dots(), *self._divisions(), *self._tied(placed, edges)),
            kind_word=self.setting.language.words.field_kind,
            anchors={entry.cell: (entry.right, centre) for entry, _, centre in placed if entry.cell},
        )
        return drawing(self.chart, arrangement, box, self.setting)

    def _dots(self) -> list[Circle]:
        """All dots by rows from the top left: the parts, rings for a declared rest, small ones for other answers."""
        chart, measures, ground = self.chart, self.setting.measures, self.setting.ground
        dots: list[Circle] = []
        paints = part_paints(chart.rows, ground, measures.edge)
        for row, share, paint, count in zip(chart.rows, published_shares(chart), paints, _dots(chart), strict=True):
            cells, is_full = cell_ids(row.values), fills_dots(share, chart.decimals)
            dots += [self.grid.lit(len(dots) + number, paint, cells, is_full=is_full) for number in range(count)]
        left = range(len(dots), DOTS)
        if chart.rest:
            across, stroke = 2 * self.grid.radius, measures.ring_stroke
            rings = left[: _rings(chart)]
            return dots + [ring(*self.grid.centre(dot), across, stroke, color=ground.soft_text) for dot in rings]
        if _is_whole(chart):
            return dots
        radius = UNLIT * self.grid.radius
        return dots + [Circle(MarkRole.DOT, *self.grid.centre(dot), radius, ground.unlit) for dot in left]

    def _divisions(self) -> list[Stroke]:
        """A stepped line through the gaps between two parts of one colour."""
        paints = part_paints(self.chart.rows, self.setting.ground, self.setting.measures.edge)
        ends = list(accumulate(_dots(self.chart)))
        alike = [end for end, (paint, next_paint) in zip(ends, pairwise(paints), strict=False) if paint == next_paint]
        color, hairline = self.setting.ground.text, self.setting.measures.hairline
        steps = [step for end in alike if 0 < end < DOTS for step in self.grid.division(end)]
        return [Stroke(MarkRole.RULE, x1, y1, x2, y2, color, hairline) for x1, y1, x2, y2 in steps]

    def _placed(self, entries: Sequence[Entry], edges: Sequence[tuple[Pt, Pt]]) -> list[tuple[Entry, Pt, Pt]]:
        """Each entry with the middle of its rows and the height it is centred on, moved where they are crowded."""
        middles = [(top + bottom) / 2 for top, bottom in edges]
        wanted = [middle - entry.height / 2 for middle, entry in zip(middles, entries, strict=True)]
        heights = [entry.height for entry in entries]
        tops = stacked(wanted, heights, self.sizes.side, apart=self.sizes.apart) or wanted
        centres = [top + entry.height / 2 for top, entry in zip(tops, entries, strict=True)]
        return list(zip(entries, middles, centres, strict=True))

    def _tied(self, placed: Sequence[tuple[Entry, Pt, Pt]], edges: Sequence[tuple[Pt, Pt]]) -> list[Mark]:
        """Brackets along the rows, then leaders to the entries, before their words."""
        x, end = self.sizes.side + self.sizes.bracket_gap, self.sizes.figure_left - self.sizes.leader_gap
        color, hairline = self.setting.ground.leader, self.setting.measures.hairline
        marks: list[Mark] = [Stroke(MarkRole.BRACKET, x, top, x, bottom, color, hairline) for top, bottom in edges]
        lines = _leaders([(*edge, centre) for edge, (_, _, centre) in zip(edges, placed, strict=True)], x, end)
        for (entry, _, centre), line in zip(placed, lines, strict=True):
            marks += [Stroke(MarkRole.LEADER, x1, y1, x2, y2, color, hairline) for (x1, y1), (x2, y2) in pairwise(line)]
            marks += [replace(mark, y=mark.y + centre) for mark in entry.marks]
        return marks


def _leaders(brackets: Sequence[tuple[Pt, Pt, Pt]], left: Pt, right: Pt) -> list[list[tuple[Pt, Pt]]]:
    """The points of the line from each bracket (its ends) to its words (their middle), from the upper one down.

    Level where the words stand beside their bracket, else with a step, each further left than the one it would cross.
    """
    starts = [min(max(words, top), bottom) for top, bottom, words in brackets]
    steps = [words - start for start, (_, _, words) in zip(starts, brackets, strict=True)]
    lowered, raised = ([index for index, step in enumerate(steps) if sign * step > NOISE] for sign in (1, -1))
    turns = {index: place for moved in (lowered[::-1], raised) for place, index in enumerate(moved, 1)}
    lines: list[list[tuple[Pt, Pt]]] = []
    for index, (start, (_, _, words)) in enumerate(zip(starts, brackets, strict=True)):
        turn = left + (right - left) * turns.get(index, 0) / (len(brackets) + 1)
        bend = [(turn, start), (turn, words)] if index in turns else []
        lines.append([(left, start), *bend, (right, words)])
    return lines


def _dots(chart: Chart) -> tuple[int, ...]:
    """The dots of the parts."""
    return dots_of(published_shares(chart), is_whole=_is_whole(chart))


def _is_whole(chart: Chart) -> bool:
    """Whether the parts leave nothing but rounding."""
    left = 1.0 - sum(share.drawn for share in published_shares(chart))
    return chart.rest is None and is_rounding(chart, left)


def _rings(chart: Chart) -> int:
    """How many rings a declared rest gets, one at least; a dot that equal parts leave over is none."""
    return min(dots_of([chart.rest.share])[0], DOTS - sum(_dots(chart))) if chart.rest else 0


def _counts(chart: Chart) -> tuple[int, ...]:
    """Dots of the parts, and behind them the rings of the rest, if there are any."""
    counts, rings = _dots(chart), _rings(chart)
    return (*counts, rings) if rings else counts


def _owned_rows(chart: Chart, part: int) -> range:
    """The rows of dots whose last dot is of this part (as an index into `_counts`)."""
    ends = list(accumulate(_counts(chart)))
    filled, first, last = ends[-1], ends[part - 1] if part else 0, ends[part]
    row_ends = [min(row * ACROSS + ACROSS, filled) for row in range(-(-filled // ACROSS))]
    owned = [row for row, end in enumerate(row_ends) if first < end <= last]
    return range(owned[0], owned[-1] + 1) if owned else range(0)
