"""Places the beginning of a chapter: which it is in the side column, its title and what it is about in the main one."""

from __future__ import annotations

from report.document.model.frame import ChapterSection
from report.summary.blocks.head import place_side
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item
from report.summary.typography import bold, regular

MOST_TITLE_LINES, MOST_TEXT_LINES = 2, 8


def place_chapter(section: ChapterSection, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The heading of a chapter; what follows it keeps it from ending a page."""
    page, measures, ground = typesetter.page, typesetter.page.chapter, typesetter.paper.ground
    role = bold(page.roles.chapter, ground.text)
    title = typesetter.lines(
        section.headline.text, role, page.main_width, what="title of a chapter", most=MOST_TITLE_LINES
    )
    height = last_baseline(title, measures.title, role.pitch)
    items: list[Item] = [
        *place_side(section.kicker, section.stamp, typesetter),
        *stacked(section.headline.id, title, page.main, measures.title, role.pitch),
    ]
    if section.text:
        said = regular(page.roles.summary, ground.soft_text)
        lines = typesetter.lines(
            section.text.text, said, page.main_width, what="text of a chapter", most=MOST_TEXT_LINES
        )
        first = height + measures.text
        items += stacked(section.text.id, lines, page.main, first, said.pitch)
        height = last_baseline(lines, first, said.pitch)
    mark = Bookmark(section.headline.text.text, 0, 0, 0.0)
    return (Piece(tuple(items), height, bookmarks=(mark,), space_above=page.block.gap),)
