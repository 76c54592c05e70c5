"""The appendix: every published figure of every question, as many tables on a slide as fit in order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate
from math import inf
from typing import NamedTuple

from report.deck import styles
from report.deck.desk import Desk
from report.deck.layout.frame import assembled, content_top, draft, foot, head
from report.deck.layout.marks import break_stroke, ring, rule
from report.deck.layout.packing import Band, Size, packed
from report.deck.layout.table_plan import Planner, TablePlan
from report.deck.layout.tables import Block, blocks, parts_of
from report.deck.model import Alignment, PlacedItem, PlacedMark, PlacedParagraph, PlacedTable, Slide
from report.deck.text_boxes import first_baseline, line_size, place_text, single
from report.document.model import AppendixSection
from report.document.model.nodes import Output, Source, counted
from report.document.model.tables import Table, occurring
from report.drawing.model import Edge, MarkRole, Rect
from report.frozen import frozen
from report.text.model import Face, Line
from report.typesetting.signs import explained
from report.units import Box, Pt


@frozen
class _Block:
    """A block of the appendix, and whether it stands in half of the width."""

    block: Block
    is_narrow: bool


@frozen
class _Placing:
    """A block and where its left upper corner stands."""

    block: Block
    left: Pt
    top: Pt


@frozen
class _Plans:
    """The best plans of a table in half of the width and in all of it, and whether half is enough."""

    half: list[TablePlan]
    wide: list[TablePlan]
    is_narrow: bool


def place_appendix(desk: Desk, first_number: int) -> list[Slide]:
    """As many slides as the tables take, numbered from `first_number` on."""
    # How many slides there are decides their titles; what only tries that out tells no faults.
    trial = replace(desk, typesetter=desk.typesetter.trial())
    planned = cache(partial(_planned, desk, trial))
    parts = len(_slides(trial, planned, _head(trial, 1, 1)))
    slides = _slides(desk, planned, _head(desk, 1, parts))
    titles = [_head(trial, part, len(slides)) for part in range(1, len(slides) + 1)]
    return [
        _slide(desk, placings, title, number)
        for number, (placings, title) in enumerate(zip(slides, titles, strict=True), first_number)
    ]


def _slides(
    desk: Desk, planned: Callable[[Pt], Sequence[_Plans]], titles: Sequence[PlacedItem]
) -> list[list[_Placing]]:
    """The tables of every slide, under a headline of that height."""
    top, gap = content_top(desk, titles) - desk.format.table.top, desk.format.table.gap
    room = desk.format.frame.exhibit_bottom - top
    found = list(_blocks(desk, planned(room), room))
    sizes = [Size(each.block.height, each.is_narrow) for each in found]
    return [list(_placings(desk, [each.block for each in found], bands, top)) for bands in packed(sizes, room, gap)]


def _blocks(desk: Desk, planned: Sequence[_Plans], room: Pt) -> Iterator[_Block]:
    """The tables in parts, each in half of the width if that is enough: no figure stands far from its label."""
    for plans in planned:
        chosen = plans.half if plans.is_narrow else plans.wide
        yield from (_Block(block, plans.is_narrow) for block in blocks(desk, chosen, room))


def _planned(desk: Desk, trial: Desk, room: Pt) -> list[_Plans]:
    """How every table would stand on slides of that room; only heads without room are told."""
    planner, found = Planner(desk), list[_Plans]()
    for table in trial.document.appendix.tables_in(Output.DECK):
        half, wide = (
            _best(trial, planner.choices(table, width), room) for width in (_half(trial), trial.format.measure)
        )
        found.append(_Plans(half, wide, _is_narrow(trial, half, wide, room)))
    return found


def _best(trial: Desk, choices: Iterable[list[TablePlan]], room: Pt) -> list[TablePlan]:
    """The first of those that have room for every row and text, or lack least of it, that needs the fewest parts."""
    best, least = list[TablePlan](), _Lack(sys.maxsize, inf, 0, 0)
    for plans in choices:
        lack = _lack(trial, plans, room)
        if lack < least:
            best, least = plans, lack
        if least <= NO_LACK:
            break
    return best


class _Lack(NamedTuple):
    """How many texts have no room, by how much the highest row passes the slide, and how many parts there are.

    divided: how many lines end within a word.
    """

    texts: int
    excess: Pt
    parts: int
    divided: int


NO_LACK = _Lack(0, 0.0, 1, 0)
"""There is no better way to set a table."""


def _lack(desk: Desk, plans: Sequence[TablePlan], room: Pt) -> _Lack:
    trial = replace(desk, typesetter=desk.typesetter.trial())
    parts = parts_of(trial, plans, room)
    excess = max(0.0, *(part.height - room for part in parts))
    divided = sum(line.is_divided for part in parts for line in _lines(part))
    return _Lack(len(trial.typesetter.faults), excess, len(parts), divided)


def _lines(part: Block) -> Iterator[Line]:
    """All that stands in the cells of a table."""
    return (
        line for row in part.rows for cell in row.cells for paragraph in cell.paragraphs for line in paragraph.lines
    )


def _is_narrow(trial: Desk, half: Sequence[TablePlan], wide: Sequence[TablePlan], room: Pt) -> bool:
    """Whether half of the width is enough: for all columns, for rows and words as far as all of it is."""
    if len(half) > 1 or half[0].widths[0] < trial.format.table.least_labels:
        return False
    in_half, in_all = (_lack(trial, plans, room) for plans in (half, wide))
    has_room = in_half.excess <= in_all.excess and in_half.divided <= in_all.divided
    return has_room and (in_half.parts == 1 or in_all.parts > 1)


def _placings(desk: Desk, found: Sequence[Block], bands: Sequence[Band], top: Pt) -> Iterator[_Placing]:
    """Where the blocks of a slide stand."""
    measures = desk.format.table
    for band in bands:
        for index, column in enumerate(band.columns):
            left, upper = desk.format.grid.left + index * (_half(desk) + measures.halves_gap), top
            for block in column:
                yield _Placing(found[block], left, upper)
                upper += found[block].height + measures.gap
        top += band.height + measures.gap


def _half(desk: Desk) -> Pt:
    return (desk.format.measure - desk.format.table.halves_gap) / 2


def _slide(desk: Desk, placings: Sequence[_Placing], title: Sequence[PlacedItem], number: int) -> Slide:
    items, layout, appendix = [*title, *_tag(desk)], desk.layouts.table, desk.document.appendix
    for placing in placings:
        items += _placed(desk, placing.block, placing.left, placing.top)
    items += foot(desk, layout, _source(appendix, [placing.block.table for placing in placings]), number)
    return replace(assembled(desk, layout, items, appendix.notes), is_hidden=True)


def _tag(desk: Desk) -> list[PlacedItem]:
    """That the slide is hidden, in a dashed frame at the right end of the line of the kicker, left of other stamps.

    A company's layout has no such line.
    """
    if desk.layouts.are_a_companys:
        return []
    ground, layout, frame = desk.ground(desk.layouts.table), desk.layouts.table, desk.format.frame
    others, tag = draft(desk, layout, frame.kicker), frame.tag
    right = layout.right - sum(each.extent.width + frame.stamp_gap for each in others)
    style = styles.soft(desk.format.roles.footer.size, ground)
    line = desk.typesetter.line(desk.document.appendix.hidden.text, style, what="tag", width=desk.format.measure)
    width = line.width + 2 * tag.padding
    box = Box(right - width, frame.kicker - tag.above, width, tag.above + tag.below)
    edge = Rect(MarkRole.STAMP, box, edge=Edge(ground.soft_text, tag.edge, tag.dash))
    text = place_text("tag", single(line), x=box.left + tag.padding, baseline=frame.kicker)
    return [PlacedMark("tag frame", edge), replace(text, shrinks=True)]


def _source(appendix: AppendixSection, tables: Sequence[Table]) -> Source:
    """What the tables of the appendix have in common, behind the signs that these carry."""
    return explained(appendix.source, occurring(appendix.signs, tables))


def _head(desk: Desk, part: int, parts: int) -> list[PlacedItem]:
    appendix, location = desk.document.appendix, desk.document.location
    headline = appendix.headline
    if parts > 1 and headline.continued:
        headline = replace(headline, text=headline.continued.settled(counted(part, parts)))
    return [*head(desk, desk.layouts.table, kicker=appendix.kicker, headline=headline, location=location)]


# ------------------------------------------------------------------------------------------------------------- blocks


def _placed(desk: Desk, block: Block, left: Pt, top: Pt) -> list[PlacedItem]:
    ground, measures = desk.ground(desk.layouts.table), desk.format.table
    table = PlacedTable(
        block.name,
        block.table.id,
        Box(left, top, sum(block.columns), block.table_height),
        block.columns,
        block.rows,
        block.padding,
        measures.space_above,
        ground.leader,
        block.broken_after,
        block.groups,
        block.groups_height,
    )
    items = [*_group_names(desk, table), table, *_rings(desk, table), *_strokes(desk, table)]
    if block.notes:
        baseline = table.box.bottom + measures.notes_gap + measures.note_baseline
        name = f"notes on {block.name}"
        items.append(place_text(name, block.notes, x=left, baseline=baseline, node=block.table.id))
    return items


def _group_names(desk: Desk, table: PlacedTable) -> Iterator[PlacedItem]:
    """The names of groups, down on the rules between them and those of their columns; these are parted."""
    edges, color = list(accumulate(table.columns, initial=table.box.left)), desk.ground(desk.layouts.table).rule
    most, pitch = max((len(group.name.lines) for group in table.groups), default=0), desk.format.roles.subtitle.pitch
    for number, group in enumerate(table.groups, 1):
        left = edges[group.first] + table.padding
        right = edges[group.last + 1] - (0.0 if group.last + 1 == len(table.columns) else table.padding)
        first = table.space_above + first_baseline(line_size(group.name.lines[0]), pitch)
        baseline = table.box.top + first + (most - len(group.name.lines)) * pitch
        name = replace(group.name, measure=right - left)
        yield place_text(
            f"group {number}",
            [name],
            x=right,
            baseline=baseline,
            alignment=Alignment.RIGHT,
            node=table.node,
        )
        yield rule(desk, left, right, table.box.top + table.groups_height, color)


def _rings(desk: Desk, table: PlacedTable) -> list[PlacedItem]:
    """The dashed rings before the cells that were not published."""
    measures, color = desk.format.table, desk.ground(desk.layouts.table).soft_text
    rights = list(accumulate(table.columns, initial=table.box.left))[1:]
    tops = accumulate((row.height for row in table.rows), initial=table.box.top)
    rings: list[PlacedItem] = []
    for row, top in zip(table.rows, tops, strict=False):
        for cell, right in zip(row.cells, rights, strict=True):
            if cell.has_ring:
                padding, (figure,) = 0.0 if right == rights[-1] else table.padding, cell.paragraphs
                left = right - padding - figure.lines[0].width - measures.ring_gap - measures.ring
                rings.append(ring(left, top + _middle(desk, figure), measures.ring, color))
    return rings


def _middle(desk: Desk, figure: PlacedParagraph) -> Pt:
    """How far the middle of the figures of a line lies under the top of its row."""
    usual, size = desk.format.roles.subtitle, figure.lines[0].spans[0].style.size
    lower = first_baseline(size, figure.pitch) - first_baseline(usual.size, usual.pitch)
    return desk.format.table.first_baseline + lower - desk.typesetter.fonts.cap_height(Face.REGULAR) * size / 2


def _strokes(desk: Desk, table: PlacedTable) -> list[PlacedItem]:
    """The two slanted strokes on every break, in the middle of the first line of the columns' heads."""
    measures, color = desk.format.table, desk.ground(desk.layouts.table).soft_text
    edges = list(accumulate(table.columns, initial=table.box.left))[1:]
    half_capital = desk.typesetter.fonts.cap_height(Face.BOLD) * desk.format.roles.subtitle.size / 2
    middle = table.box.top + table.groups_height + measures.first_baseline - half_capital
    bottom, top = middle + measures.stroke_height / 2, middle - measures.stroke_height / 2
    slant, gap = measures.stroke_slant / 2, measures.stroke_gap / 2
    return [
        break_stroke(x, slant, bottom=bottom, top=top, color=color, width=measures.stroke_width)
        for column in table.broken_after
        for x in (edges[column] - gap, edges[column] + gap)
    ]
