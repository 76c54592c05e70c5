"""The method: what is known of the survey at the left, what was not published at the right, and what follows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from report.briefing.model import MethodFact
from report.deck import grid, layouts, styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.frames import place_text, single
from report.deck.layout.frame import assembled, content_shift, foot, head
from report.deck.model import PlacedItem, PlacedParagraph, PlacedRing, PlacedRule, PlacedText, Placeholder, Slide
from report.deck.typesetting import Fitted, Place
from report.diagnostics import Diagnostic, Location
from report.text.model import Face
from report.units import Box, Pt

HEAD: Pt = 11.4
"""From the top of the content to the baseline of the two heads."""
RULE: Pt = 12.0
"""From the heads' baseline to the rule under them."""
RULE_UNDER_LIST: Pt = 18.0
"""From the last of the unknown things to the rule that parts them from what follows."""
FIRST: Pt = 42.6
"""From the heads' baseline to the first fact's."""
LOWEST: Pt = 466.0
SIZE, PITCH = styles.BODY[0]
FACT_GAP: Pt = 14.0
UNKNOWN_GAP: Pt = 11.9
CLOSEST_GAP: Pt = 3.0
LEFT_WIDTH: Pt = grid.columns_width(1, 7) - 14.4
LABEL_WIDTH: Pt = grid.columns_width(1, 2)
VALUE_LEFT: Pt = grid.column(3)
VALUE_WIDTH: Pt = LEFT_WIDTH - (VALUE_LEFT - grid.LEFT)
MOST_VALUE_LINES = 5
RIGHT_LEFT: Pt = grid.column(8)
RIGHT_WIDTH: Pt = grid.columns_width(8, 12)
RING: Pt = 15.0
RING_INDENT: Pt = 29.6
MOST_UNKNOWN_LINES = 2
MOST_TEXT_LINES = 13
TEXT_GAP: Pt = 29.0
"""From the rule under the unknown things to the first line of what follows."""


def place_method(desk: Desk, number: int) -> Slide:
    """The slide that says what can be relied on."""
    method, layout, ground = desk.briefing.method, layouts.METHOD, desk.theme.paper
    titles = head(
        desk,
        layout,
        kicker=desk.words.method,
        headline=method.headline,
        location=desk.briefing.survey.location,
    )
    heads = grid.CONTENT_TOP + content_shift(titles) + HEAD
    items = [
        *titles,
        *_head(desk, "known", desk.words.published_head, grid.LEFT, LEFT_WIDTH, heads),
        *_facts(desk, method.known, heads + FIRST),
        *_right(desk, heads),
        *foot(desk, ground, method.source, number),
    ]
    notes = [*(prose.text for prose in method.text), method.source.topic, method.source.base]
    return assembled(layout, ground, items, notes)


def _head(desk: Desk, name: str, text: str, x: Pt, width: Pt, baseline: Pt) -> list[PlacedItem]:
    ground = desk.theme.paper
    line = desk.typesetter.line(text, styles.bold(SIZE, ground.text), what="column head", width=width)
    y = baseline + RULE
    rule = PlacedRule(x, y, x + width, y, ground.rule, styles.RULE_WIDTH)
    return [place_text(f"head {name}", single(line), x=x, baseline=baseline), rule]


def _facts(desk: Desk, known: Sequence[MethodFact], first: Pt) -> list[PlacedText]:
    """Labels in column 1, values in column 3; the facts move closer together where they are many."""
    ground = desk.theme.paper
    values = [_value(desk, fact) for fact in known]
    height = sum(value.height for value in values) - PITCH
    gaps = max(1, len(known) - 1)
    gap = min(FACT_GAP, max(CLOSEST_GAP, (LOWEST - first - height) / gaps))
    lowest = first + height + gap * (len(known) - 1)
    _refuse_too_high(desk, "list of what is known of the survey", lowest, desk.briefing.survey.location)
    placed, baseline = list[PlacedText](), first
    for number, (fact, value) in enumerate(zip(known, values, strict=True), 1):
        style = styles.bold(SIZE, ground.text)
        label = desk.typesetter.line(fact.label, style, what="label of a fact", width=LABEL_WIDTH)
        placed.append(place_text(f"fact {number}", single(label), x=grid.LEFT, baseline=baseline))
        placed.append(place_text(f"value {number}", [value.paragraph()], x=VALUE_LEFT, baseline=baseline))
        baseline += value.height + gap
    return placed


def _value(desk: Desk, fact: MethodFact) -> Fitted:
    what, location = f'fact "{fact.label}"', desk.briefing.survey.location
    place = Place(what, VALUE_WIDTH, styles.BODY, MOST_VALUE_LINES, location)
    return desk.typesetter.fit(fact.value, styles.soft(SIZE, desk.theme.paper), place)


def _right(desk: Desk, heads: Pt) -> list[PlacedItem]:
    """What was not published, and under a rule what follows; the latter alone where everything was published."""
    unknown, paragraphs = desk.briefing.method.unknown, _text_paragraphs(desk)
    if not unknown:
        return _text(desk, paragraphs, heads + FIRST, layouts.body(1))
    height = sum(PITCH * len(paragraph.lines) for paragraph in paragraphs)
    below = RULE_UNDER_LIST + TEXT_GAP + height - PITCH if paragraphs else 0.0
    listed = _unknown(desk, heads + FIRST, LOWEST - below)
    head_items = _head(desk, "unknown", desk.words.unpublished_head, RIGHT_LEFT, RIGHT_WIDTH, heads)
    rings = [_ring(desk, baseline) for baseline in _first_baselines(listed)]
    items = [*head_items, listed, *rings]
    if not paragraphs:
        where = desk.briefing.survey.location
        _refuse_too_high(desk, "list of what was not published", listed.baselines[-1], where)
    else:
        y = listed.baselines[-1] + RULE_UNDER_LIST
        items.append(PlacedRule(RIGHT_LEFT, y, grid.RIGHT, y, desk.theme.paper.hairline, styles.RULE_WIDTH))
        items += _text(desk, paragraphs, y + TEXT_GAP, None)
    return items


def _unknown(desk: Desk, first: Pt, lowest: Pt) -> PlacedText:
    """The list of what was not published; its lines move closer together where they are many."""
    unknown, ground = desk.briefing.method.unknown, desk.theme.paper
    place = Place("list of what was not published", RIGHT_WIDTH - RING_INDENT, styles.BODY, MOST_UNKNOWN_LINES)
    fitted = [desk.typesetter.fit(text, styles.regular(SIZE, ground.text), place) for text in unknown]
    lines = sum(len(text.lines) for text in fitted)
    gaps = max(1, len(fitted) - 1)
    gap = min(UNKNOWN_GAP, max(CLOSEST_GAP, (lowest - first - PITCH * (lines - 1)) / gaps))
    slot = layouts.METHOD.slot(layouts.body(1))
    return place_text(
        "not published",
        [text.paragraph(space_before=gap) for text in fitted],
        x=RIGHT_LEFT + RING_INDENT,
        baseline=first,
        placeholder=slot.placeholder,
        least_width=slot.width - RING_INDENT,
    )


def _first_baselines(text: PlacedText) -> list[Pt]:
    """The baseline of the first line of every paragraph."""
    starts = accumulate((len(paragraph.lines) for paragraph in text.paragraphs), initial=0)
    return [text.baselines[start] for start in list(starts)[:-1]]


def _ring(desk: Desk, baseline: Pt) -> PlacedRing:
    middle = baseline - desk.fonts.cap_height(Face.REGULAR) * SIZE / 2
    return PlacedRing(Box(RIGHT_LEFT, middle - RING / 2, RING, RING), desk.theme.paper.soft_text)


def _text_paragraphs(desk: Desk) -> list[PlacedParagraph]:
    place = Place("text of the method", RIGHT_WIDTH, styles.BODY, MOST_TEXT_LINES)
    style = styles.soft(SIZE, desk.theme.paper)
    fitted = [desk.typesetter.fit(text, style, place) for text in desk.briefing.method.text]
    return [text.paragraph() for text in fitted]


def _text(
    desk: Desk, paragraphs: Sequence[PlacedParagraph], baseline: Pt, placeholder: Placeholder | None
) -> list[PlacedItem]:
    if not paragraphs:
        return []
    text = place_text("method", paragraphs, x=RIGHT_LEFT, baseline=baseline, placeholder=placeholder)
    location = desk.briefing.method.text[0].location or desk.briefing.survey.location
    _refuse_too_high(desk, "method with its text", text.baselines[-1], location)
    return [text]


def _refuse_too_high(desk: Desk, what: str, lowest: Pt, location: Location | None) -> None:
    """A fault where the last baseline lies below the content of a slide."""
    if lowest <= LOWEST:
        return
    lines = math.ceil((lowest - LOWEST) / PITCH)
    over = "one line" if lines == 1 else f"{lines} lines"
    desk.typesetter.faults.append(
        Diagnostic(DeckFault.TEXT_TOO_LONG, f"the {what} is {over} too long for its slide", location)
    )
