"""The appendix: every published figure of every question and wave, two tables beside each other, slide after slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from report.deck import grid, layouts
from report.deck.desk import Desk
from report.deck.frames import place_text
from report.deck.layout.frame import assembled, content_shift, foot, head
from report.deck.layout.packing import packed
from report.deck.layout.table_plan import PADDING, RING, RING_GAP, SIZE, plan_table
from report.deck.layout.tables import NOTES_GAP, Block, blocks
from report.deck.model import PlacedItem, PlacedRing, PlacedRule, PlacedTable, Slide
from report.deck.typesetting import Typesetter
from report.text.model import Face
from report.units import Box, Pt

TOP_ABOVE_CONTENT: Pt = 5.4
"""The first head's row begins this much above the content, so that its capitals stand just below."""
GAP: Pt = 21.4
"""Between two tables, one below the other."""
SPACE_ABOVE: Pt = 0.3
"""Between a row's top and its text: the baseline lies 17.5 under the row's top."""
FIRST_BASELINE: Pt = 17.5
HALF: Pt = (grid.MEASURE - grid.HALVES_GAP) / 2
NOTE_BASELINE: Pt = 11.0
"""Of a note's first line, under the gap below the table."""
STROKE_HEIGHT: Pt = 12.0
STROKE_WIDTH: Pt = 1.4
STROKE_SLANT: Pt = 4.5
STROKE_GAP: Pt = 5.0


@dataclass(frozen=True, slots=True)
class _Pages:
    """The tables of every column of every slide, and where they begin."""

    top: Pt
    columns: tuple[tuple[tuple[Block, ...], ...], ...]


def place_appendix(desk: Desk, first_number: int) -> list[Slide]:
    """As many slides as the tables take, numbered from `first_number` on."""
    # How many slides there are decides their titles; what only tries that out tells no faults.
    trial = replace(desk, typesetter=Typesetter(desk.fonts, desk.language, desk.briefing.origins))
    parts = len(_pages(trial, _head(trial, 1, 1)).columns)
    pages = _pages(desk, _head(desk, 1, parts))
    titles = [_head(trial, part, len(pages.columns)) for part in range(1, len(pages.columns) + 1)]
    return [
        _slide(desk, columns, title, pages.top, number)
        for number, (columns, title) in enumerate(zip(pages.columns, titles, strict=True), first_number)
    ]


def _pages(desk: Desk, titles: Sequence[PlacedItem]) -> _Pages:
    """The tables side by side where all are narrow enough, under a headline of that height."""
    questions = desk.briefing.survey.questions
    columns = 2 if all(plan_table(desk, question, HALF) for question in questions) else 1
    top = grid.CONTENT_TOP - TOP_ABOVE_CONTENT + content_shift(titles)
    room = grid.EXHIBIT_BOTTOM - top
    tables = blocks(desk, HALF if columns == 2 else grid.MEASURE, room)
    filled = [
        tuple(tables[index] for index in column)
        for column in packed([table.height for table in tables], room, GAP, columns)
    ]
    return _Pages(top, tuple(tuple(filled[start : start + columns]) for start in range(0, len(filled), columns)))


def _slide(desk: Desk, columns: Sequence[Sequence[Block]], titles: Sequence[PlacedItem], top: Pt, number: int) -> Slide:
    items = [*titles]
    for index, column in enumerate(columns):
        left = grid.LEFT + index * (HALF + grid.HALVES_GAP)
        tops = accumulate((block.height + GAP for block in column), initial=top)
        for block, upper in zip(column, tops, strict=False):
            items += _placed(desk, block, left, upper)
    source, ground = desk.briefing.appendix.source, desk.theme.paper
    items += foot(desk, ground, source, number)
    return assembled(layouts.TABLE, ground, items, [source.topic, source.base])


def _head(desk: Desk, part: int, parts: int) -> list[PlacedItem]:
    title = desk.briefing.appendix.headline
    if parts > 1:
        title = desk.words.continued.format(title=title, part=part, parts=parts)
    location = desk.briefing.survey.location
    return [*head(desk, layouts.TABLE, kicker=desk.words.appendix, headline=title, location=location)]


# ------------------------------------------------------------------------------------------------------------- blocks


def _placed(desk: Desk, block: Block, left: Pt, top: Pt) -> list[PlacedItem]:
    ground = desk.theme.paper
    box = Box(left, top, sum(block.columns), block.table_height)
    table = PlacedTable(
        block.name, box, block.columns, block.rows, PADDING, SPACE_ABOVE, ground.leader, block.broken_after
    )
    notes = (
        []
        if not block.notes
        else [
            place_text(f"notes on {block.name}", block.notes, x=left, baseline=box.bottom + NOTES_GAP + NOTE_BASELINE)
        ]
    )
    return [table, *_rings(desk, table), *_strokes(desk, table), *notes]


def _rings(desk: Desk, table: PlacedTable) -> list[PlacedItem]:
    """The dashed rings before the cells that were not published."""
    rights = list(accumulate(table.columns, initial=table.box.left))[1:]
    tops = accumulate((row.height for row in table.rows), initial=table.box.top)
    half_capital = desk.fonts.cap_height(Face.REGULAR) * SIZE / 2
    rings: list[PlacedItem] = []
    for row, top in zip(table.rows, tops, strict=False):
        for cell, right in zip(row.cells, rights, strict=True):
            if cell.has_ring:
                padding = 0.0 if right == rights[-1] else PADDING
                x = right - padding - cell.paragraphs[0].lines[0].width - RING_GAP - RING
                y = top + FIRST_BASELINE - half_capital - RING / 2
                rings.append(PlacedRing(Box(x, y, RING, RING), desk.theme.paper.soft_text))
    return rings


def _strokes(desk: Desk, table: PlacedTable) -> list[PlacedItem]:
    """The two slanted strokes on every break, in the middle of the head's first line."""
    edges = list(accumulate(table.columns, initial=table.box.left))[1:]
    middle = table.box.top + FIRST_BASELINE - desk.fonts.cap_height(Face.BOLD) * SIZE / 2
    bottom, top = middle + STROKE_HEIGHT / 2, middle - STROKE_HEIGHT / 2
    return [
        PlacedRule(
            x - STROKE_SLANT / 2,
            bottom,
            x + STROKE_SLANT / 2,
            top,
            desk.theme.paper.soft_text,
            STROKE_WIDTH,
            name="not comparable",
        )
        for column in table.broken_after
        for x in (edges[column] - STROKE_GAP / 2, edges[column] + STROKE_GAP / 2)
    ]
