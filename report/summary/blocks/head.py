"""Places what every block begins with: rule, kicker in the side column, headline in the main column."""

from __future__ import annotations

from dataclasses import dataclass

from report.summary.blocks.piece import last_baseline, stacked, top_rule
from report.summary.blocks.stamp import PADDING, place_stamp
from report.summary.blocks.typesetter import Typesetter
from report.summary.grid import HEADLINE, KICKER, LEFT, MAIN, MAIN_WIDTH, SIDE_WIDTH
from report.summary.model import Bookmark, Item
from report.summary.tree import Heading, Paragraph
from report.units import Pt

MOST_HEADLINE_LINES = 3
STAMP_GAP: Pt = 15.5
"""From the last baseline of the kicker to the first of the stamp."""


@dataclass(frozen=True, slots=True)
class Head:
    """The placed beginning of a block: `baseline` is the last one of its headline, `bookmark` leads to it."""

    items: tuple[Item, ...]
    baseline: Pt
    bookmark: Bookmark


def place_head(kicker: Paragraph, stamp: Paragraph | None, headline: Heading, typesetter: Typesetter) -> Head:
    """Rule, kicker, stamp and headline, from the rule down."""
    role = typesetter.paper.headline
    lines = typesetter.lines(headline.text, role, MAIN_WIDTH, what="headline", most=MOST_HEADLINE_LINES)
    return Head(
        (
            *place_side(kicker, stamp, typesetter),
            *stacked(headline.id, lines, MAIN, HEADLINE, role.pitch),
        ),
        last_baseline(lines, HEADLINE, role.pitch),
        Bookmark(headline.text.text, 0, 0, 0.0),
    )


def place_side(kicker: Paragraph, stamp: Paragraph | None, typesetter: Typesetter) -> tuple[Item, ...]:
    """The rule and what hangs from it in the side column."""
    role = typesetter.paper.kicker
    lines = typesetter.lines(kicker.text, role, SIDE_WIDTH, what="topic")
    items: list[Item] = [top_rule(typesetter.paper.ground), *stacked(kicker.id, lines, LEFT, KICKER, role.pitch)]
    if stamp:
        stamp_role = typesetter.paper.stamp
        stamp_lines = typesetter.lines(stamp.text, stamp_role, SIDE_WIDTH - 2 * PADDING, what="stamp")
        first = last_baseline(lines, KICKER, role.pitch) + STAMP_GAP
        items += place_stamp(stamp.id, stamp_lines, stamp_role, left=LEFT, first=first)
    return tuple(items)
