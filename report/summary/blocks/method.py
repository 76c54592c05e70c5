"""Places the method: what is known of the survey, what was not published, and what follows from that."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.ring import RING_RADIUS, not_published_ring
from report.summary.blocks.running_text import Beginning, place_text
from report.summary.blocks.typesetter import Typesetter
from report.summary.grid import LEFT, MAIN, MAIN_WIDTH, SIDE_WIDTH, TEXT, TypeRole, regular
from report.summary.model import Item
from report.summary.tree import Fact, MethodSection
from report.units import Pt

INDENT: Pt = 15.0
"""From the left edge of a ring to the words beside it."""
COLUMN: Pt = MAIN_WIDTH / 2
FIRST: Pt = 26.0
"""From the headline to the first fact."""
FACT_GAP: Pt = 17.5
"""From the last baseline of a fact to the first of the next."""
UNKNOWN: Pt = 25.0
"""From the last fact to what was not published, which has the pitch `UNKNOWN_GAP`."""
UNKNOWN_GAP: Pt = 16.0


def place_method(section: MethodSection, typesetter: Typesetter) -> tuple[Piece, ...]:
    """The method as one piece, or as several where its text passes the page."""
    head = place_head(section.kicker, None, section.headline, typesetter)
    facts, below = _facts(section.known, typesetter, above=head.baseline)
    unknown, below = _unknown(section, typesetter, above=below)
    longest = max((fact.value.text for fact in section.known), key=lambda text: len(text.text), default=None)
    typesetter.check_height(below, "the list of facts on the method", longest)
    beginning = Beginning((*head.items, *facts, *unknown), below + TEXT, section.kicker.text, head.bookmark)
    return place_text(beginning, section.text, (), section.source, typesetter)


def _facts(facts: Sequence[Fact], typesetter: Typesetter, *, above: Pt) -> tuple[list[Item], Pt]:
    """The facts, label in the side column, and the last baseline."""
    role, items, y, below = _role(typesetter), list[Item](), above + FIRST, above
    strong = TypeRole(role.strong, role.strong, role.pitch)
    for fact in facts:
        label = typesetter.lines(fact.label.text, strong, SIDE_WIDTH, what="label")
        value = typesetter.lines(fact.value.text, role, MAIN_WIDTH, what="fact")
        items += [
            *stacked(fact.label.id, label, LEFT, y, role.pitch),
            *stacked(fact.value.id, value, MAIN, y, role.pitch),
        ]
        below = last_baseline(max(label, value, key=len), y, role.pitch)
        y = below + FACT_GAP
    return items, below


def _unknown(section: MethodSection, typesetter: Typesetter, *, above: Pt) -> tuple[list[Item], Pt]:
    """What was not published, each with its ring, in two columns if all fit into them; and the last baseline."""
    if not section.unknown_head:
        return [], above
    role, first = _role(typesetter), above + UNKNOWN
    strong = TypeRole(role.strong, role.strong, role.pitch)
    head = typesetter.lines(section.unknown_head.text, strong, SIDE_WIDTH, what="label")
    items: list[Item] = [*stacked(section.unknown_head.id, head, LEFT, first, role.pitch)]
    widest = max(typesetter.one_line(unknown.text.text, role).width for unknown in section.unknown)
    in_column = ceil(len(section.unknown) / 2) if widest <= COLUMN - INDENT else len(section.unknown)
    lowest, y = last_baseline(head, first, role.pitch), first
    for number, unknown in enumerate(section.unknown):
        column, row = divmod(number, in_column)
        x, y = MAIN + column * COLUMN, first if row == 0 else y + UNKNOWN_GAP
        lines = typesetter.lines(unknown.text, role, MAIN_WIDTH - INDENT, what="fact")
        items.append(not_published_ring(x + RING_RADIUS, y, typesetter.paper.ground))
        items += stacked(unknown.id, lines, x + INDENT, y, role.pitch)
        y = last_baseline(lines, y, role.pitch)
        lowest = max(lowest, y)
    return items, lowest


def _role(typesetter: Typesetter) -> TypeRole:
    return regular(10, 13.5, typesetter.paper.ground.text)
