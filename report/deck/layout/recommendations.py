"""Recommendations: the words at the left, numbered in grey; at the right the figure that it rests on.

Recommendation                         What the survey says
----------------------------------------------------------------
1   Verb first                         17 %   der Unternehmen: ...
    and what it means
----------------------------------------------------------------
"""

from __future__ import annotations

from dataclasses import replace

from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.layout.figures import figure_size, place_figure
from report.deck.layout.frame import assembled, bound_name, content_top, foot, head
from report.deck.layout.marks import rule
from report.deck.model import PlacedItem, PlacedText, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.diagnostics import Diagnostic
from report.document.model import Recommendation, RecommendationsSection
from report.document.model.nodes import Source, SpeakerNotes
from report.text.model import Face
from report.theme.model import Ground
from report.typesetting.places import Fitted, Place
from report.units import Pt

MOST_LINES, MOST_ROOMY_LINES = 2, 3
"""Of a row, and of one that is higher than usual: few rows stand further apart."""
FIGURE_COLUMN = 8


def place_recommendations(section: RecommendationsSection, desk: Desk, number: int) -> Slide:
    """The slide of recommendations; its kicker and footer call it an opinion."""
    layout, measures = desk.layouts.recommendations, desk.format.recommendations
    ground, n_rows = desk.ground(layout), len(section.items)
    titles = head(
        desk,
        layout,
        kicker=section.kicker,
        headline=section.headline,
        stamp=section.stamp,
        most=1 if n_rows == layouts.MOST_ROWS and desk.format.frame.second_line else None,
    )
    _refuse_too_many(desk, section)
    heads = content_top(desk, titles)
    first = heads + measures.rule_under_heads
    is_roomy = measures.roomy_pitch * n_rows <= measures.bottom - first
    widest = measures.roomy_pitch if is_roomy else measures.pitch
    pitch = min(widest, (measures.bottom - first) / max(1, n_rows))
    figures = [item.figure.figure for item in section.items]
    room = _evidence_left(desk) - desk.format.grid.gutter - desk.format.grid.column_left(FIGURE_COLUMN)
    size = figure_size(desk, figures, desk.format.roles.evidence, room)
    rows = [
        _row(desk, item, rank, size, ground, first + pitch * (rank - 1), pitch)
        for rank, item in enumerate(section.items, 1)
    ]
    items = [
        *titles,
        *_heads(desk, section, ground, heads),
        *(part for row in rows for part in row),
        *foot(desk, layout, _source(desk, section), number),
    ]
    return assembled(desk, layout, items, _notes(desk, section))


def _refuse_too_many(desk: Desk, section: RecommendationsSection) -> None:
    if len(section.items) > layouts.MOST_ROWS:
        fault = Diagnostic(
            DeckFault.TOO_MANY_RECOMMENDATIONS,
            f"there are {len(section.items)} recommendations; their slide has room for {layouts.MOST_ROWS}",
            section.items[layouts.MOST_ROWS].text.text.location,
        )
        desk.typesetter.faults.append(fault)


def _source(desk: Desk, section: RecommendationsSection) -> Source:
    """The source note, once it is known on which slides the findings stand."""
    source = section.source
    topic = tuple(desk.numbered(part) for part in source.topic)
    return replace(source, topic=topic, shorter=tuple(replace(form, topic=topic) for form in source.shorter))


def _notes(desk: Desk, section: RecommendationsSection) -> SpeakerNotes:
    return replace(section.notes, text=tuple(desk.numbered(text) for text in section.notes.text))


def _heads(desk: Desk, section: RecommendationsSection, ground: Ground, baseline: Pt) -> list[PlacedText]:
    grid, style = desk.format.grid, styles.soft(desk.format.roles.column_head, ground)
    evidence_left = grid.column_left(FIGURE_COLUMN)
    left, right = grid.columns_width(1, 7), grid.columns_width(1, 5)
    heads = [(section.recommendation_head.text, grid.left, left), (section.evidence_head.text, evidence_left, right)]
    return [
        place_text(
            f"column head {number}",
            single(desk.typesetter.line(text, style, what="column head", width=width), width),
            x=x,
            baseline=baseline,
        )
        for number, (text, x, width) in enumerate(heads, 1)
    ]


def _row(desk: Desk, item: Recommendation, rank: int, size: Pt, ground: Ground, top: Pt, pitch: Pt) -> list[PlacedItem]:
    left, right, measures = desk.format.grid.left, desk.format.right, desk.format.recommendations
    text, detail = _fitted(desk, item, ground, pitch)
    baseline = top + _first_baseline(desk, text, detail, pitch)
    below = baseline + text.height - text.type.pitch + measures.detail_pitch
    return [
        rule(desk, left, right, top, ground.hairline),
        _rank(desk, item, rank, ground, baseline),
        _placed_text(desk, item, rank, text, baseline),
        *_placed_detail(desk, item, rank, detail, below),
        *_evidence(desk, item, rank, size, ground, baseline, _most_lines(desk, pitch)),
    ]


def _fitted(desk: Desk, item: Recommendation, ground: Ground, pitch: Pt) -> tuple[Fitted, Fitted | None]:
    """The recommendation, and its detail in the lines that are left of the row."""
    grid, roles, measures = desk.format.grid, desk.format.roles, desk.format.recommendations
    width = grid.column_left(8) - grid.column_left(2) - measures.clearance
    most = _most_lines(desk, pitch)
    place = Place("recommendation", width, roles.sentence, 2 if item.detail is None else most - 1)
    text = desk.typesetter.fit(item.text.text, styles.bold(roles.sentence[0].size, ground.text), place)
    if item.detail is None:
        return text, None
    place = Place("detail of the recommendation", width, (roles.body,), max(1, most - len(text.lines)))
    return text, desk.typesetter.fit(item.detail.text, styles.soft(roles.body.size, ground), place)


def _most_lines(desk: Desk, pitch: Pt) -> int:
    return MOST_ROOMY_LINES if pitch > desk.format.recommendations.pitch else MOST_LINES


def _first_baseline(desk: Desk, text: Fitted, detail: Fitted | None, pitch: Pt) -> Pt:
    """Under the top of a row, so that text and detail stand in its middle; a lone line stands as if it had one.

    The figure on the same baseline is higher than the text and keeps clear of the rule above.
    """
    measures, lines = desk.format.recommendations, text.height - text.type.pitch
    below = measures.detail_pitch + (0.0 if detail is None else detail.height - detail.type.pitch)
    capitals = desk.typesetter.fonts.cap_height(Face.BOLD) * text.type.size
    figure = desk.typesetter.fonts.digit_height(Face.BOLD) * desk.format.roles.evidence
    return max((pitch - lines - below + capitals) / 2, measures.clearance + figure)


def _rank(desk: Desk, item: Recommendation, rank: int, ground: Ground, baseline: Pt) -> PlacedText:
    grid, style = desk.format.grid, styles.soft(desk.format.roles.evidence, ground)
    line = desk.typesetter.line(item.number.text, style, what="number", width=grid.column)
    return place_text(f"number {rank}", single(line), x=grid.left, baseline=baseline)


def _placed_text(desk: Desk, item: Recommendation, rank: int, text: Fitted, baseline: Pt) -> PlacedText:
    slot = desk.layouts.recommendations.slot(layouts.body(min(rank, layouts.MOST_ROWS)))
    return slot.filled(
        bound_name(f"recommendation {rank}", item.text.text), [paragraph(text)], baseline=baseline, node=item.text.id
    )


def _placed_detail(
    desk: Desk, item: Recommendation, rank: int, detail: Fitted | None, baseline: Pt
) -> list[PlacedText]:
    if item.detail is None or detail is None:
        return []
    name = bound_name(f"detail {rank}", item.detail.text)
    left = desk.format.grid.column_left(2)
    return [place_text(name, [paragraph(detail)], x=left, baseline=baseline, node=item.detail.id)]


def _evidence(
    desk: Desk, item: Recommendation, rank: int, size: Pt, ground: Ground, baseline: Pt, most: int
) -> tuple[PlacedText, ...]:
    """The figure, and the words that continue it: under the annotations of the findings."""
    left, text_left, body = desk.format.grid.column_left(FIGURE_COLUMN), _evidence_left(desk), desk.format.roles.body
    figure = place_figure(desk, item.figure, size, ground.text, x=left, baseline=baseline)
    place = Place("evidence", desk.format.right - text_left, (body,), most)
    fitted = desk.typesetter.fit(item.evidence.text, styles.soft(body.size, ground), place)
    name = bound_name(f"evidence {rank}", item.evidence.text)
    words = place_text(
        name, [paragraph(fitted)], x=text_left, baseline=baseline, leads_to=item.leads_to, node=item.evidence.id
    )
    return figure, words


def _evidence_left(desk: Desk) -> Pt:
    return desk.format.grid.left + desk.format.frame.exhibit_width
