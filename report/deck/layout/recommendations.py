"""Recommendations: advice at the left, numbered in grey; at the right the figure that it rests on.

Recommendation                         What the survey says
----------------------------------------------------------------
1   Verb first                         17 %   der Unternehmen: ...
    and what it means
----------------------------------------------------------------
"""

from __future__ import annotations

from report.briefing.model import Recommendation, Recommendations, SourceNote
from report.deck import grid, layouts, styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.frames import place_text, single
from report.deck.layout.exhibits import mode_text
from report.deck.layout.figures import place_figure
from report.deck.layout.frame import assembled, bound_name, content_shift, foot, head
from report.deck.model import PlacedItem, PlacedRule, PlacedText, Slide
from report.deck.typesetting import Fitted, Place
from report.diagnostics import Diagnostic
from report.language import lists
from report.text.model import Face
from report.units import Pt

PITCH: Pt = 86.0
ROOMY_PITCH: Pt = 108.0
"""Up to `ROOMY_ROWS` rows stand further apart; beyond the usual pitch a row has room for three lines, else for two."""
ROOMY_ROWS = 3
BOTTOM: Pt = 469.0
"""Rows come closer together so that the last one ends here."""
MOST_ITEMS = 5
CLEARANCE: Pt = 8.0
"""Between a rule and what stands next to it."""
RULE_UNDER_HEADS: Pt = 12.8
"""From the top of the content, where the heads stand, to the first rule."""
DETAIL_PITCH: Pt = 26.0
"""From the last line of the advice to the first of its detail."""
EVIDENCE_LEFT: Pt = grid.column(8)
ADVICE_WIDTH: Pt = EVIDENCE_LEFT - grid.column(2) - CLEARANCE
EVIDENCE_TEXT_LEFT: Pt = grid.LEFT + grid.EXHIBIT_WIDTH
MOST_EVIDENCE_LINES = 2


def place_recommendations(desk: Desk, section: Recommendations, number: int) -> Slide:
    """The slide of advice; its kicker and footer call it an opinion."""
    layout, ground = layouts.RECOMMENDATIONS, desk.theme.paper
    titles = head(
        desk,
        layout,
        kicker=desk.words.assessment,
        headline=section.headline,
        is_supported=section.is_supported,
        most=1 if len(section.items) == MOST_ITEMS else 2,
    )
    _refuse_too_many(desk, section)
    heads = grid.CONTENT_TOP + content_shift(titles)
    first = heads + RULE_UNDER_HEADS
    pitch = _pitch(len(section.items), BOTTOM - first)
    rows = [_row(desk, item, rank, first + pitch * (rank - 1), pitch) for rank, item in enumerate(section.items, 1)]
    source = _source(desk, section)
    items = [
        *titles,
        *_heads(desk, heads),
        *(part for row in rows for part in row),
        *foot(desk, ground, source, number),
    ]
    return assembled(layout, ground, items, [*(prose.text for prose in section.notes), source.topic, source.base])


def _pitch(n_rows: int, height: Pt) -> Pt:
    return min(ROOMY_PITCH if n_rows <= ROOMY_ROWS else PITCH, height / max(1, n_rows))


def _refuse_too_many(desk: Desk, section: Recommendations) -> None:
    if len(section.items) > MOST_ITEMS:
        fault = Diagnostic(
            DeckFault.TOO_MANY_RECOMMENDATIONS,
            f"there are {len(section.items)} recommendations; their slide has room for {MOST_ITEMS}",
            section.items[MOST_ITEMS].text.location,
        )
        desk.typesetter.faults.append(fault)


def _source(desk: Desk, section: Recommendations) -> SourceNote:
    """Says that advice is opinion, and on which slides the findings stand that it rests on."""
    words, briefing = desk.words, desk.briefing
    slides = desk.slide_numbers
    findings = {finding.id: finding for finding in briefing.findings}
    named = dict.fromkeys(finding for item in section.items for finding in item.because)
    references = [
        words.slide.format(number=slides[finding], mode=mode_text(desk, findings[finding].exhibit.question))
        for finding in sorted(named, key=slides.__getitem__)
    ]
    evidence = words.evidence_at.format(references=lists.join(references, desk.language))
    topic = f"{words.opinion} · {evidence}" if references else words.opinion
    return SourceNote(topic, briefing.glance.source.base)


def _heads(desk: Desk, baseline: Pt) -> list[PlacedText]:
    style = styles.soft(styles.COLUMN_HEAD_SIZE, desk.theme.paper)
    heads = [(desk.words.recommendation, grid.LEFT, 7), (desk.words.evidence, EVIDENCE_LEFT, 5)]
    return [
        place_text(
            f"column head {number}",
            single(desk.typesetter.line(text, style, what="column head", width=grid.columns_width(1, columns))),
            x=x,
            baseline=baseline,
        )
        for number, (text, x, columns) in enumerate(heads, 1)
    ]


def _row(desk: Desk, item: Recommendation, rank: int, top: Pt, pitch: Pt) -> list[PlacedItem]:
    ground = desk.theme.paper
    text, detail = _advice(desk, item, pitch)
    baseline = top + _first_baseline(desk, text, detail, pitch)
    return [
        PlacedRule(grid.LEFT, top, grid.RIGHT, top, ground.hairline, styles.RULE_WIDTH),
        _rank(desk, rank, baseline),
        _placed_advice(item, rank, text, baseline),
        *_placed_detail(item, rank, detail, baseline + text.height - text.size.pitch + DETAIL_PITCH),
        _figure(desk, item, baseline),
        _evidence(desk, item, rank, baseline),
    ]


def _advice(desk: Desk, item: Recommendation, pitch: Pt) -> tuple[Fitted, Fitted | None]:
    """The advice, and its detail in the lines that are left of the row."""
    ground = desk.theme.paper
    most = 3 if pitch > PITCH else 2
    lines = 2 if item.detail is None else most - 1
    place = Place("recommendation", ADVICE_WIDTH, styles.SENTENCE, lines)
    text = desk.typesetter.fit(item.text, styles.bold(styles.SENTENCE[0].points, ground.text), place)
    if item.detail is None:
        return text, None
    place = Place("detail of the recommendation", ADVICE_WIDTH, styles.BODY, max(1, most - len(text.lines)))
    return text, desk.typesetter.fit(item.detail, styles.soft(styles.BODY[0].points, ground), place)


def _first_baseline(desk: Desk, text: Fitted, detail: Fitted | None, pitch: Pt) -> Pt:
    """Under the top of a row, so that advice and detail stand in its middle; a lone line stands as if it had one.

    The figure on the same baseline is higher than the advice and keeps clear of the rule above.
    """
    lines = text.height - text.size.pitch
    below = DETAIL_PITCH if detail is None else DETAIL_PITCH + detail.height - detail.size.pitch
    capitals = desk.fonts.cap_height(Face.BOLD) * text.size.points
    figure = desk.fonts.digit_height(Face.BOLD) * styles.EVIDENCE_SIZE
    return max((pitch - lines - below + capitals) / 2, CLEARANCE + figure)


def _rank(desk: Desk, rank: int, baseline: Pt) -> PlacedText:
    style = styles.soft(styles.EVIDENCE_SIZE, desk.theme.paper)
    line = desk.typesetter.line(str(rank), style, what="number", width=grid.COLUMN)
    return place_text(f"number {rank}", single(line), x=grid.LEFT, baseline=baseline)


def _placed_advice(item: Recommendation, rank: int, text: Fitted, baseline: Pt) -> PlacedText:
    slot = layouts.RECOMMENDATIONS.slot(layouts.body(min(rank, MOST_ITEMS)))
    return place_text(
        bound_name(f"recommendation {rank}", item.text),
        [text.paragraph()],
        x=slot.x,
        baseline=baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _placed_detail(item: Recommendation, rank: int, detail: Fitted | None, baseline: Pt) -> list[PlacedText]:
    if item.detail is None or detail is None:
        return []
    name = bound_name(f"detail {rank}", item.detail)
    return [place_text(name, [detail.paragraph()], x=grid.column(2), baseline=baseline)]


def _figure(desk: Desk, item: Recommendation, baseline: Pt) -> PlacedText:
    color, width = desk.theme.paper.text, EVIDENCE_TEXT_LEFT - EVIDENCE_LEFT
    return place_figure(desk, item.figure, styles.EVIDENCE_SIZE, color, x=EVIDENCE_LEFT, baseline=baseline, width=width)


def _evidence(desk: Desk, item: Recommendation, rank: int, baseline: Pt) -> PlacedText:
    place = Place("evidence", grid.RIGHT - EVIDENCE_TEXT_LEFT, styles.BODY, MOST_EVIDENCE_LINES)
    fitted = desk.typesetter.fit(item.evidence, styles.soft(styles.BODY[0].points, desk.theme.paper), place)
    name = bound_name(f"evidence {rank}", item.evidence)
    return place_text(name, [fitted.paragraph()], x=EVIDENCE_TEXT_LEFT, baseline=baseline)
