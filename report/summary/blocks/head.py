"""Places what every block begins with: rule, kicker in the side column, headline in the main column."""

from __future__ import annotations

from report.document.model.nodes import Heading, Paragraph
from report.frozen import frozen
from report.summary.blocks.piece import last_baseline, stacked, top_rule
from report.summary.blocks.stamp import place_stamp
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item
from report.units import Pt

MOST_HEADLINE_LINES = 3
HIGHEST_LEVEL = 2
"""Of headlines of blocks; those in a chapter stand below its own in the outline."""


@frozen
class Head:
    """The placed beginning of a block: `baseline` is the last one of its headline, `bookmark` leads to it."""

    items: tuple[Item, ...]
    baseline: Pt
    bookmark: Bookmark


def place_head(kicker: Paragraph, stamp: Paragraph | None, headline: Heading, typesetter: PageTypesetter) -> Head:
    """Rule, kicker, stamp and headline, from the rule down."""
    page, role = typesetter.page, typesetter.paper.headline
    lines = typesetter.lines(headline.text, role, page.main_width, what="headline", most=MOST_HEADLINE_LINES)
    return Head(
        (
            *place_side(kicker, stamp, typesetter),
            *stacked(headline.id, lines, page.main, page.block.headline, role.pitch),
        ),
        last_baseline(lines, page.block.headline, role.pitch),
        Bookmark(headline.text.text, headline.level - HIGHEST_LEVEL, 0, 0.0),
    )


def place_side(kicker: Paragraph, stamp: Paragraph | None, typesetter: PageTypesetter) -> tuple[Item, ...]:
    """The rule and what hangs from it in the side column."""
    page, block, role = typesetter.page, typesetter.page.block, typesetter.paper.kicker
    left, width = page.grid.left, page.side_width
    lines = typesetter.lines(kicker.text, role, width, what="topic")
    items: list[Item] = [
        top_rule(page, typesetter.paper.ground),
        *stacked(kicker.id, lines, left, block.kicker, role.pitch),
    ]
    if stamp:
        stamp_role = typesetter.paper.stamp
        stamp_lines = typesetter.lines(stamp.text, stamp_role, width - 2 * page.stamp.padding, what="stamp")
        first = last_baseline(lines, block.kicker, role.pitch) + block.stamp_gap
        items += place_stamp(stamp.id, stamp_lines, stamp_role, page.stamp, left=left, first=first)
    return tuple(items)
