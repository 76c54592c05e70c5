"""The appendix: every published figure of every question, two tables beside each other, slide after slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from report.deck import styles
from report.deck.desk import Desk
from report.deck.faults import ON_SLIDES
from report.deck.layout.frame import assembled, content_top, draft, foot, head
from report.deck.layout.marks import break_stroke, ring
from report.deck.layout.packing import packed
from report.deck.layout.table_plan import Planner, TablePlan
from report.deck.layout.tables import Block, blocks
from report.deck.model import PlacedItem, PlacedMark, PlacedTable, Slide
from report.deck.text_boxes import place_text, single
from report.document.model import AppendixSection
from report.document.model.nodes import Output, Source, counted
from report.document.model.tables import Table, occurring
from report.drawing.model import Edge, MarkRole, Rect
from report.text.model import Face
from report.typesetting.typesetter import Typesetter
from report.units import Box, Pt


@dataclass(frozen=True, slots=True)
class _Pages:
    """The tables of every column of every slide, and where they begin."""

    top: Pt
    columns: tuple[tuple[tuple[Block, ...], ...], ...]


def place_appendix(desk: Desk, first_number: int) -> list[Slide]:
    """As many slides as the tables take, numbered from `first_number` on."""
    # How many slides there are decides their titles; what only tries that out tells no faults.
    trial = replace(desk, typesetter=Typesetter(desk.fonts, desk.language, ON_SLIDES))
    runs = _runs(desk)
    parts = len(_pages(trial, runs, _head(trial, 1, 1)).columns)
    pages = _pages(desk, runs, _head(desk, 1, parts))
    titles = [_head(trial, part, len(pages.columns)) for part in range(1, len(pages.columns) + 1)]
    return [
        _slide(desk, columns, title, pages.top, number)
        for number, (columns, title) in enumerate(zip(pages.columns, titles, strict=True), first_number)
    ]


@dataclass(frozen=True, slots=True)
class _Run:
    """Tables that follow each other, each in its parts, and how many of them stand side by side."""

    side_by_side: int
    tables: tuple[Sequence[TablePlan], ...]


def _runs(desk: Desk) -> list[_Run]:
    """The tables side by side where neighbours are narrow enough, else as wide as the slide."""
    planner, tables = Planner(desk), desk.document.appendix.tables_in(Output.DECK)
    halves = [planner.parts(table, _half(desk)) for table in tables]
    narrow = [len(parts) == 1 and parts[0].widths[0] >= desk.format.table.least_labels for parts in halves]
    # A narrow table between wide ones would leave the other half of its slide empty.
    beside = [
        is_narrow and (all(narrow) or any(narrow[max(index - 1, 0) : index] + narrow[index + 1 : index + 2]))
        for index, is_narrow in enumerate(narrow)
    ]
    return [
        _Run(2, tuple(halves[index] for index in run))
        if is_beside
        else _Run(1, tuple(planner.parts(tables[index], desk.format.measure) for index in run))
        for is_beside, run in groupby(range(len(tables)), key=beside.__getitem__)
    ]


def _pages(desk: Desk, runs: Sequence[_Run], titles: Sequence[PlacedItem]) -> _Pages:
    """The tables under a headline of that height; each run begins a slide."""
    top = content_top(desk, titles) - desk.format.table.top
    return _Pages(top, tuple(slide for run in runs for slide in _packed(desk, run, top)))


def _packed(desk: Desk, run: _Run, top: Pt) -> Iterator[tuple[tuple[Block, ...], ...]]:
    """The tables of every column of the slides of a run."""
    room, columns = desk.format.frame.exhibit_bottom - top, run.side_by_side
    tables = blocks(desk, run.tables, room)
    filled = [
        tuple(tables[index] for index in column)
        for column in packed([table.height for table in tables], room, desk.format.table.gap, columns)
    ]
    for start in range(0, len(filled), columns):
        yield tuple(filled[start : start + columns])


def _half(desk: Desk) -> Pt:
    return (desk.format.measure - desk.format.table.halves_gap) / 2


def _slide(desk: Desk, columns: Sequence[Sequence[Block]], titles: Sequence[PlacedItem], top: Pt, number: int) -> Slide:
    items, measures, layout = [*titles, *_tag(desk)], desk.format.table, desk.layouts.table
    for index, column in enumerate(columns):
        left = desk.format.grid.left + index * (_half(desk) + measures.halves_gap)
        tops = accumulate((block.height + measures.gap for block in column), initial=top)
        for block, upper in zip(column, tops, strict=False):
            items += _placed(desk, block, left, upper)
    appendix = desk.document.appendix
    tables = [block.table for column in columns for block in column]
    items += foot(desk, layout, _source(appendix, tables), number)
    return replace(assembled(desk, layout, items, appendix.notes), is_hidden=True)


def _tag(desk: Desk) -> list[PlacedItem]:
    """That the slide is hidden, in a dashed frame at the right end of the line of the kicker, left of other stamps."""
    ground, layout, frame = desk.ground(desk.layouts.table), desk.layouts.table, desk.format.frame
    others, tag = draft(desk, layout, frame.kicker), frame.tag
    right = layout.right - sum(each.extent.width + frame.stamp_gap for each in others)
    style = styles.soft(desk.format.roles.footer.size, ground)
    line = desk.typesetter.line(desk.document.appendix.hidden.text, style, what="tag", width=desk.format.measure)
    width = line.width + 2 * tag.padding
    box = Box(right - width, frame.kicker - tag.above, width, tag.above + tag.below)
    edge = Rect(MarkRole.STAMP, box, edge=Edge(ground.soft_text, tag.edge, tag.dash))
    text = place_text("tag", single(line), x=box.left + tag.padding, baseline=frame.kicker)
    return [PlacedMark("tag frame", edge), text]


def _source(appendix: AppendixSection, tables: Sequence[Table]) -> Source:
    """What the tables of the appendix have in common, behind the signs that these carry."""
    signs, source = occurring(appendix.signs, tables), appendix.source
    shorter = tuple(replace(form, topic=(*signs, *form.topic)) for form in source.shorter)
    return replace(source, topic=(*signs, *source.topic), shorter=shorter)


def _head(desk: Desk, part: int, parts: int) -> list[PlacedItem]:
    appendix, location = desk.document.appendix, desk.document.location
    title = appendix.headline.text
    if parts > 1 and appendix.headline.continued:
        title = appendix.headline.continued.settled(counted(part, parts))
    return [*head(desk, desk.layouts.table, kicker=appendix.kicker, headline=title, location=location)]


# ------------------------------------------------------------------------------------------------------------- blocks


def _placed(desk: Desk, block: Block, left: Pt, top: Pt) -> list[PlacedItem]:
    ground, measures = desk.ground(desk.layouts.table), desk.format.table
    table = PlacedTable(
        block.name,
        Box(left, top, sum(block.columns), block.table_height),
        block.columns,
        block.rows,
        measures.padding,
        measures.space_above,
        ground.leader,
        block.broken_after,
    )
    items = [table, *_rings(desk, table), *_strokes(desk, table)]
    if block.notes:
        baseline = table.box.bottom + measures.notes_gap + measures.note_baseline
        items.append(place_text(f"notes on {block.name}", block.notes, x=left, baseline=baseline))
    return items


def _rings(desk: Desk, table: PlacedTable) -> list[PlacedItem]:
    """The dashed rings before the cells that were not published."""
    measures, color = desk.format.table, desk.ground(desk.layouts.table).soft_text
    rights = list(accumulate(table.columns, initial=table.box.left))[1:]
    tops = accumulate((row.height for row in table.rows), initial=table.box.top)
    half_capital = desk.fonts.cap_height(Face.REGULAR) * desk.format.roles.subtitle.size / 2
    rings: list[PlacedItem] = []
    for row, top in zip(table.rows, tops, strict=False):
        for cell, right in zip(row.cells, rights, strict=True):
            if cell.has_ring:
                padding = 0.0 if right == rights[-1] else table.padding
                left = right - padding - cell.paragraphs[0].lines[0].width - measures.ring_gap - measures.ring
                rings.append(ring(left, top + measures.first_baseline - half_capital, measures.ring, color))
    return rings


def _strokes(desk: Desk, table: PlacedTable) -> list[PlacedItem]:
    """The two slanted strokes on every break, in the middle of the head's first line."""
    measures, color = desk.format.table, desk.ground(desk.layouts.table).soft_text
    edges = list(accumulate(table.columns, initial=table.box.left))[1:]
    half_capital = desk.fonts.cap_height(Face.BOLD) * desk.format.roles.subtitle.size / 2
    middle = table.box.top + measures.first_baseline - half_capital
    bottom, top = middle + measures.stroke_height / 2, middle - measures.stroke_height / 2
    slant, gap = measures.stroke_slant / 2, measures.stroke_gap / 2
    return [
        break_stroke(x, slant, bottom=bottom, top=top, color=color, width=measures.stroke_width)
        for column in table.broken_after
        for x in (edges[column] - gap, edges[column] + gap)
    ]
