"""Places the last block of the pages: whom to ask, and how to cite."""

from __future__ import annotations

from report.document.model.frame import ContactSection
from report.summary.blocks.piece import Piece, last_baseline, stacked, top_rule
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item


def place_contact(section: ContactSection, typesetter: PageTypesetter) -> Piece:
    """The heading in the side column, level with who it is; as low as can be, so that it opens no page for itself."""
    page, kicker, role = typesetter.page, typesetter.paper.kicker, typesetter.paper.fact
    heading = typesetter.lines(section.heading.text, kicker, page.side_width, what="topic", most=1)
    items: list[Item] = [
        top_rule(page, typesetter.paper.ground),
        *stacked(section.heading.id, heading, page.grid.left, page.block.kicker, kicker.pitch),
    ]
    y = page.block.kicker
    for number, parts in enumerate(section.contact.lines):
        for rank, part in enumerate(parts):
            text = part.text.strong() if number == rank == 0 else part.text
            lines = typesetter.lines(text, role, page.main_width, what="contact")
            items += stacked(part.id, lines, page.main, y, role.pitch)
            y = last_baseline(lines, y, role.pitch) + role.pitch
    y += page.block.paragraph_gap
    citation = typesetter.lines(section.citation.text, role, page.main_width, what="citation")
    items += stacked(section.citation.id, citation, page.main, y, role.pitch)
    mark = Bookmark(section.heading.text.text, 0, 0, 0.0)
    return Piece(tuple(items), last_baseline(citation, y, role.pitch), bookmarks=(mark,), space_above=page.block.gap)
