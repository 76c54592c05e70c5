"""Places the recommendations: each in the main column, the figure it rests on in the side column.

Beleg aus der Befragung   Empfehlung
──────────────────────────────────────────────
17 %                      1   Recommendation in bold
der Unternehmen: ...          detail
──────────────────────────────────────────────
"""

from __future__ import annotations

from report.document.model import Recommendation, RecommendationsSection
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, hairline, last_baseline, stacked
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item, PlacedLine
from report.summary.typography import bold, regular
from report.text.model import Line
from report.units import Pt


def place_recommendations(section: RecommendationsSection, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The recommendations as one piece; a height that no page holds is told as a fault."""
    head = place_head(section.kicker, section.stamp, section.headline, typesetter)
    page, left, main = typesetter.page, typesetter.page.grid.left, typesetter.page.main
    role, y = typesetter.paper.exhibit_title, head.baseline + page.block.headline
    text_head = typesetter.lines(section.recommendation_head.text, role, page.main_width, what="column head", most=1)
    evidence_head = typesetter.lines(section.evidence_head.text, role, page.side_width, what="column head", most=1)
    items: list[Item] = [
        *head.items,
        *stacked(section.recommendation_head.id, text_head, main, y, role.pitch),
        *stacked(section.evidence_head.id, evidence_head, left, y, role.pitch),
    ]
    top = y + page.recommendations.rule
    figures, ground = [item.figure.figure for item in section.items], typesetter.paper.ground
    colors, size = [ground.text] * len(figures), page.roles.evidence_figure
    lines = typesetter.figures(figures, size, colors, page.side_width)
    for item, figure in zip(section.items, lines, strict=True):
        items.append(hairline(page, ground, top))
        placed, top = _row(item, figure, typesetter, top=top)
        items += placed
    source = typesetter.source_note(section.source_by_topic, page.main_width)
    first = top - page.recommendations.last + page.block.source
    items += stacked(section.source_by_topic.id, source, main, first, typesetter.paper.source.pitch)
    height = last_baseline(source, first, typesetter.paper.source.pitch)
    typesetter.check_height(height, "the list of recommendations", section.headline.text.location)
    return (Piece(tuple(items), height, bookmarks=(head.bookmark,), space_above=page.block.gap),)


def _row(item: Recommendation, figure: Line, typesetter: PageTypesetter, *, top: Pt) -> tuple[list[Item], Pt]:
    """One recommendation below the hairline at `top`, and the place of the next hairline."""
    page, roles, measures = typesetter.page, typesetter.page.roles, typesetter.page.recommendations
    ground, first, x = typesetter.paper.ground, top + measures.first, page.main + measures.indent
    number, text_role = bold(roles.summary, ground.soft_text), bold(roles.summary, ground.text)
    text = typesetter.lines(item.text.text, text_role, page.right - x, what="recommendation", most=3)
    below = last_baseline(text, first, text_role.pitch)
    items: list[Item] = [
        PlacedLine(item.number.id, page.main, first, typesetter.one_line(item.number.text, number)),
        *stacked(item.text.id, text, x, first, text_role.pitch),
    ]
    if item.detail:
        role = regular(roles.body, ground.soft_text)
        detail = typesetter.lines(item.detail.text, role, page.right - x, what="detail of the recommendation")
        items += stacked(item.detail.id, detail, x, below + measures.detail, role.pitch)
        below = last_baseline(detail, below + measures.detail, role.pitch)
    role, lower = typesetter.paper.side_note, first + measures.evidence
    evidence = typesetter.lines(item.evidence.text, role, page.side_width, what="evidence")
    items += [
        PlacedLine(item.figure.id, page.grid.left, first, figure),
        *stacked(item.evidence.id, evidence, page.grid.left, lower, role.pitch),
    ]
    lowest = max(below, last_baseline(evidence, lower, role.pitch))
    return items, lowest + measures.last
