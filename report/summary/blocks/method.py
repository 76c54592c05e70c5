"""Places the method: what is known of the survey, what was not published, and what follows from that."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from report.document.model import KnownFact, MethodSection
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.ring import not_published_ring
from report.summary.blocks.running_text import Beginning, place_text
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item
from report.summary.typography import TypeRole
from report.units import Pt


def place_method(section: MethodSection, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The method as one piece, or as several where its text passes the page."""
    head = place_head(section.kicker, None, section.headline, typesetter)
    facts, below = _facts(section.known, typesetter, above=head.baseline)
    unknown, below = _unknown(section, typesetter, above=below)
    longest = max((fact.value.text for fact in section.known), key=lambda text: len(text.text), default=None)
    typesetter.check_height(below, "the list of facts on the method", longest)
    first = below + typesetter.page.block.text
    beginning = Beginning((*head.items, *facts, *unknown), first, section.kicker, head.bookmark)
    return place_text(beginning, section.text, (), section.source, typesetter)


def _facts(facts: Sequence[KnownFact], typesetter: PageTypesetter, *, above: Pt) -> tuple[list[Item], Pt]:
    """The facts, label in the side column, and the last baseline."""
    page, role, items = typesetter.page, typesetter.paper.fact, list[Item]()
    y, below = above + page.method.first, above
    strong = TypeRole(role.strong, role.strong, role.pitch)
    for fact in facts:
        label = typesetter.lines(fact.label.text, strong, page.side_width, what="label")
        value = typesetter.lines(fact.value.text, role, page.main_width, what="fact")
        items += [
            *stacked(fact.label.id, label, page.grid.left, y, role.pitch),
            *stacked(fact.value.id, value, page.main, y, role.pitch),
        ]
        below = last_baseline(max(label, value, key=len), y, role.pitch)
        y = below + page.method.fact_gap
    return items, below


def _unknown(section: MethodSection, typesetter: PageTypesetter, *, above: Pt) -> tuple[list[Item], Pt]:
    """What was not published, each with its ring, in two columns if all fit into them; and the last baseline."""
    if not section.unknown_head:
        return [], above
    page, measures, role = typesetter.page, typesetter.page.method, typesetter.paper.fact
    first, half = above + measures.unknown, page.main_width / 2
    strong = TypeRole(role.strong, role.strong, role.pitch)
    head = typesetter.lines(section.unknown_head.text, strong, page.side_width, what="label")
    items: list[Item] = [*stacked(section.unknown_head.id, head, page.grid.left, first, role.pitch)]
    widest = max(typesetter.one_line(unknown.text, role).width for unknown in section.unknown)
    # From the longest text to the ring beside it there is as much as from a ring to its text.
    in_column = ceil(len(section.unknown) / 2) if widest <= half - 2 * measures.indent else len(section.unknown)
    lowest, y = last_baseline(head, first, role.pitch), first
    for number, unknown in enumerate(section.unknown):
        column, row = divmod(number, in_column)
        x, y = page.main + column * half, first if row == 0 else y + measures.unknown_gap
        lines = typesetter.lines(unknown.text, role, page.main_width - measures.indent, what="fact")
        items.append(not_published_ring(x + page.ring.radius, y, page.ring, typesetter.paper.ground))
        items += stacked(unknown.id, lines, x + measures.indent, y, role.pitch)
        y = last_baseline(lines, y, role.pitch)
        lowest = max(lowest, y)
    return items, lowest
