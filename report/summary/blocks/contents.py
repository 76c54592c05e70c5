"""Places the contents, behind the first page: each title with the page where it stands.

──────────────────────────────────────────────
CONTENTS   Headline of a finding             3
           Headline of the appendix          7
              Table                          7
"""

from __future__ import annotations

from collections.abc import Mapping

from report.document.model.frame import ContentsRow, ContentsSection
from report.summary.blocks.piece import Piece, last_baseline, stacked, top_rule
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item, PlacedLine
from report.summary.typography import regular
from report.units import Pt


def fitting(contents: ContentsSection, typesetter: PageTypesetter) -> ContentsSection:
    """The contents as one page holds them: without the tables, where these would need a second one."""
    return contents if len(place_contents(contents, {}, typesetter)) == 1 else contents.without_tables


def place_contents(
    contents: ContentsSection, pages: Mapping[str, int], typesetter: PageTypesetter
) -> tuple[Piece, ...]:
    """The contents, a piece a page. pages: on which the nodes stand that the rows lead to."""
    page, kicker = typesetter.page, typesetter.paper.kicker
    heading = typesetter.lines(contents.heading.text, kicker, page.side_width, what="topic", most=1)
    first, rule = page.block.kicker, top_rule(page, typesetter.paper.ground)
    placed: list[list[Item]] = [[rule, *stacked(contents.heading.id, heading, page.grid.left, first, kicker.pitch)]]
    heights, y = [first], first
    for number, row in enumerate(contents.rows):
        y += _advance(row, typesetter) if number else 0.0
        items, below = _row(row, pages, typesetter, first=y)
        if below > page.room and y > first:
            placed.append([rule])
            heights.append(first)
            items, below = _row(row, pages, typesetter, first=first)
        placed[-1] += items
        heights[-1] = y = below
    mark = Bookmark(contents.heading.text.text, 1, 0, 0.0)
    return tuple(
        Piece(tuple(items), height, bookmarks=() if number else (mark,), space_above=page.block.gap)
        for number, (items, height) in enumerate(zip(placed, heights, strict=True))
    )


def _advance(row: ContentsRow, typesetter: PageTypesetter) -> Pt:
    """From the last line of a row to the first of the next."""
    measures = typesetter.page.contents
    return typesetter.paper.body.pitch + (measures.gap if row.level == 1 else measures.gap_within)


def _row(row: ContentsRow, pages: Mapping[str, int], typesetter: PageTypesetter, *, first: Pt) -> tuple[list[Item], Pt]:
    """A row from its first baseline on, and its last one; the number stands where its title ends."""
    page, paper = typesetter.page, typesetter.paper
    role = paper.body if row.level == 1 else regular(page.roles.body, paper.ground.soft_text)
    x = page.main + (row.level - 1) * page.contents.indent
    title = typesetter.lines(row.title.text, role, page.right - page.contents.number - x, what="title")
    below = last_baseline(title, first, role.pitch)
    number = row.page.text.settled(lambda late: str(pages.get(late.target, 0)))
    line = typesetter.one_line(number, role)
    return [
        *stacked(row.title.id, title, x, first, role.pitch),
        PlacedLine(row.page.id, page.right - line.width, below, line),
    ], below
