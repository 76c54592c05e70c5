"""Places the recommendations: the advice in the main column, the figure it rests on in the side column.

Beleg aus der Befragung   Empfehlung
──────────────────────────────────────────────
17 %                      1   Advice in bold
der Unternehmen: ...          detail
──────────────────────────────────────────────
"""

from __future__ import annotations

from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.typesetter import Typesetter
from report.summary.grid import (
    HEADLINE,
    LEFT,
    MAIN,
    MAIN_WIDTH,
    RIGHT,
    SIDE_WIDTH,
    SOURCE,
    bold,
    regular,
)
from report.summary.model import Item, PlacedLine, Rule
from report.summary.tree import Advice, AdviceSection
from report.units import Pt

INDENT: Pt = 20.0
"""From the number to the advice."""
FIRST: Pt = 25.0
"""From the hairline above a row to its first baseline."""
LAST: Pt = 12.0
"""From the last baseline of a row to the hairline below it."""
FIGURE_SIZE: Pt = 22.0
EVIDENCE: Pt = 14.5
DETAIL: Pt = 16.0


def place_advice(section: AdviceSection, typesetter: Typesetter) -> tuple[Piece, ...]:
    """The recommendations as one piece; a height that no page holds is told as a fault."""
    head = place_head(section.kicker, section.stamp, section.headline, typesetter)
    role, y = typesetter.paper.exhibit_title, head.baseline + HEADLINE
    advice_head = typesetter.lines(section.advice_head.text, role, MAIN_WIDTH, what="column head", most=1)
    evidence_head = typesetter.lines(section.evidence_head.text, role, SIDE_WIDTH, what="column head", most=1)
    items: list[Item] = [
        *head.items,
        *stacked(section.advice_head.id, advice_head, MAIN, y, role.pitch),
        *stacked(section.evidence_head.id, evidence_head, LEFT, y, role.pitch),
    ]
    top = y + 8.0
    for advice in section.items:
        items.append(Rule(LEFT, top, RIGHT, top, typesetter.paper.ground.hairline, 0.75))
        placed, top = _row(advice, typesetter, top=top)
        items += placed
    source = typesetter.running(section.source.text, typesetter.paper.source, MAIN_WIDTH, what="source note")
    first = top - LAST + SOURCE
    items += stacked(section.source.id, source, MAIN, first, typesetter.paper.source.pitch)
    height = last_baseline(source, first, typesetter.paper.source.pitch)
    typesetter.check_height(height, "the list of recommendations", section.headline.text.location)
    return (Piece(tuple(items), height, bookmarks=(head.bookmark,)),)


def _row(advice: Advice, typesetter: Typesetter, *, top: Pt) -> tuple[list[Item], Pt]:
    """One recommendation below the hairline at `top`, and the place of the next hairline."""
    ground, first, x = typesetter.paper.ground, top + FIRST, MAIN + INDENT
    number = bold(13, 17.5, typesetter.paper.minor_kicker.style.color)
    text_role, detail_role = bold(13, 17.5, ground.text), regular(10.5, 15, ground.soft_text)
    text = typesetter.lines(advice.text.text, text_role, RIGHT - x, what="recommendation", most=3)
    below = last_baseline(text, first, text_role.pitch)
    items: list[Item] = [
        PlacedLine(advice.number.id, MAIN, first, typesetter.one_line(advice.number.text.text, number)),
        *stacked(advice.text.id, text, x, first, text_role.pitch),
    ]
    if advice.detail:
        detail = typesetter.lines(advice.detail.text, detail_role, RIGHT - x, what="detail of the recommendation")
        items += stacked(advice.detail.id, detail, x, below + DETAIL, detail_role.pitch)
        below = last_baseline(detail, below + DETAIL, detail_role.pitch)
    evidence = typesetter.lines(advice.evidence.text, typesetter.paper.side_note, SIDE_WIDTH, what="evidence")
    figure = typesetter.figure(advice.figure.figure, FIGURE_SIZE, ground.text, SIDE_WIDTH)
    items += [
        PlacedLine(advice.figure.id, LEFT, first, figure),
        *stacked(advice.evidence.id, evidence, LEFT, first + EVIDENCE, typesetter.paper.side_note.pitch),
    ]
    lowest = max(below, last_baseline(evidence, first + EVIDENCE, typesetter.paper.side_note.pitch))
    return items, lowest + LAST
