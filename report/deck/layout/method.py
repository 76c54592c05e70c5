"""The method: what is known of the survey at the left, what was not published at the right, and what follows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.frame import assembled, below, content_top, foot, head
from report.deck.layout.marks import ring, rule
from report.deck.layouts import Layout
from report.deck.model import PlacedItem, PlacedMark, PlacedParagraph, PlacedText, Placeholder, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.diagnostics import Diagnostic, Location
from report.document.model import KnownFact, MethodSection
from report.document.model.nodes import Paragraph
from report.document.model.nodes import counted as counted_parts
from report.formats.grid import TypeSize
from report.text.flowing import LEAST_FLOW
from report.text.model import Face
from report.theme.model import Ground
from report.typesetting.faults import TypesettingFault, counted
from report.typesetting.places import Fitted, Place
from report.units import NOISE, Pt

MOST_VALUE_LINES = 5
PARAGRAPH_GAP = 0.4
"""Between the paragraphs of the method, as a share of the pitch of their lines."""
MOST_UNKNOWN_LINES = 2


def place_method(method: MethodSection, desk: Desk, number: int) -> tuple[Slide, ...]:
    """The slide that says what can be relied on; the text stands on one of its own where it finds no room below."""
    titles = _titles(desk, desk.layouts.method, method, part=1, parts=1)
    if _has_room_for_text(desk, method, content_top(desk, titles) + desk.format.method.head):
        return (_slide(desk, method, titles, number),)
    first, second = (
        _titles(desk, layout, method, part=part, parts=2)
        for part, layout in enumerate((desk.layouts.method, desk.layouts.free), 1)
    )
    return _slide(desk, replace(method, text=()), first, number), _text_slide(desk, method, second, number + 1)


def _titles(desk: Desk, layout: Layout, method: MethodSection, *, part: int, parts: int) -> tuple[PlacedText, ...]:
    headline = method.headline
    if parts > 1 and headline.continued:
        headline = replace(headline, text=headline.continued.settled(counted_parts(part, parts)))
    return head(desk, layout, kicker=method.kicker, headline=headline, location=desk.document.location)


def _has_room_for_text(desk: Desk, method: MethodSection, heads: Pt) -> bool:
    """Whether the text fits below what was not published; a text alone has no more room anywhere."""
    if method.unknown_head is None or not method.text:
        return True
    room = _room_below_unknown(desk, method, heads + desk.format.method.first)
    return _text_within(desk, method, desk.ground(desk.layouts.method), room, _right_width(desk))[1] <= room + NOISE


def _room_below_unknown(desk: Desk, method: MethodSection, first: Pt) -> Pt:
    """What the list of what was not published leaves to the text, where its lines are as close as they may be."""
    closest = _unknown(desk, method.unknown, desk.ground(desk.layouts.method), first, first)
    return (
        desk.format.method.lowest - closest.baselines[-1] - desk.format.method.list_rule - desk.format.method.text_gap
    )


def _text_slide(desk: Desk, method: MethodSection, titles: Sequence[PlacedText], number: int) -> Slide:
    """What follows from the method, under the headline again."""
    layout, measures = desk.layouts.free, desk.format.method
    first, slot = below(desk, titles[0], desk.format.free.text_gap), layout.slot(layouts.body(1))
    paragraphs, _ = _text_within(desk, method, desk.ground(layout), measures.lowest - first, slot.width)
    text = _text(desk, method, paragraphs, slot.x, first, slot.placeholder)
    return assembled(desk, layout, [*titles, *text, *foot(desk, layout, None, number)], method.notes)


def _slide(desk: Desk, method: MethodSection, titles: Sequence[PlacedText], number: int) -> Slide:
    layout = desk.layouts.method
    ground, grid, measures = desk.ground(layout), desk.format.grid, desk.format.method
    heads = content_top(desk, titles) + measures.head
    width = grid.columns_width(1, 7) - grid.gutter
    items = [
        *titles,
        *_head(desk, "known", method.known_head, ground, grid.left, heads, width),
        *_facts(desk, method.known, ground, heads + measures.first, width),
        *_right(desk, method, ground, heads),
        *foot(desk, layout, method.source, number),
    ]
    return assembled(desk, layout, items, method.notes)


def _head(desk: Desk, name: str, said: Paragraph, ground: Ground, x: Pt, baseline: Pt, width: Pt) -> list[PlacedItem]:
    style = styles.bold(desk.format.roles.body.size, ground.text)
    line = desk.typesetter.line(said.text, style, what="column head", width=width)
    y = baseline + desk.format.method.head_rule
    text = place_text(f"head {name}", single(line, width), x=x, baseline=baseline)
    return [text, rule(desk, x, x + width, y, ground.rule)]


def _facts(desk: Desk, known: Sequence[KnownFact], ground: Ground, first: Pt, width: Pt) -> list[PlacedText]:
    """Labels in column 1, values in column 3 or right of the longest label, in a narrow template or a wide typeface.

    Where they are many they move closer together, then become smaller.
    """
    grid, roles, measures = desk.format.grid, desk.format.roles, desk.format.method
    gaps = max(1, len(known) - 1)
    for size in (roles.body, roles.subtitle, roles.kicker):
        value_left = _value_left(desk, known, ground, width, size)
        values = [_value(desk, fact, ground, width - (value_left - grid.left), size) for fact in known]
        height = sum(value.height for value in values) - size.pitch
        gap = min(measures.fact_gap, max(measures.closest_gap, (measures.lowest - first - height) / gaps))
        lowest = first + height + gap * (len(known) - 1)
        if lowest <= measures.lowest + NOISE:
            break
    _refuse_too_high(desk, "list of what is known of the survey", lowest, desk.document.location)
    placed, baseline = list[PlacedText](), first
    for number, (fact, value) in enumerate(zip(known, values, strict=True), 1):
        place = Place("label of a fact", value_left - grid.gutter - grid.left, (size,), 1)
        label = desk.typesetter.fit(fact.label.text, styles.bold(size.size, ground.text), place)
        placed.append(place_text(f"fact {number}", [paragraph(label)], x=grid.left, baseline=baseline))
        placed.append(place_text(f"value {number}", [paragraph(value)], x=value_left, baseline=baseline))
        baseline += value.height + gap
    return placed


def _value_left(desk: Desk, known: Sequence[KnownFact], ground: Ground, width: Pt, size: TypeSize) -> Pt:
    """Where values begin; labels take half of the width at most."""
    grid, style = desk.format.grid, styles.bold(size.size, ground.text)
    widest = max((desk.typesetter.width(fact.label.text.text, style) for fact in known), default=0.0)
    return max(grid.column_left(3), grid.left + min(widest * LEAST_FLOW + NOISE, width / 2) + grid.gutter)


def _value(desk: Desk, fact: KnownFact, ground: Ground, width: Pt, size: TypeSize) -> Fitted:
    what, location = f'fact "{fact.label.text.text}"', desk.document.location
    place = Place(what, width, (size,), MOST_VALUE_LINES, location)
    return desk.typesetter.fit(fact.value.text, styles.soft(size.size, ground), place)


def _right(desk: Desk, method: MethodSection, ground: Ground, heads: Pt) -> list[PlacedItem]:
    """What was not published, and under a rule what follows; the latter alone where everything was published."""
    left, width, measures = desk.format.grid.column_left(8), _right_width(desk), desk.format.method
    first = heads + measures.first
    if method.unknown_head is None:
        paragraphs, _ = _text_within(desk, method, ground, measures.lowest - first, width)
        return _text(desk, method, paragraphs, left, first, desk.layouts.method.slot(layouts.body(1)).placeholder)
    paragraphs, height = _text_within(desk, method, ground, _room_below_unknown(desk, method, first), width)
    below = measures.list_rule + measures.text_gap + height if paragraphs else 0.0
    listed = _unknown(desk, method.unknown, ground, first, measures.lowest - below)
    head_items = _head(desk, "unknown", method.unknown_head, ground, left, heads, width)
    rings = [_ring(desk, ground, baseline) for baseline in _first_baselines(listed)]
    items = [*head_items, listed, *rings]
    if not paragraphs:
        where = desk.document.location
        _refuse_too_high(desk, "list of what was not published", listed.baselines[-1], where)
    else:
        y = listed.baselines[-1] + measures.list_rule
        items.append(rule(desk, left, desk.format.right, y, ground.hairline))
        items += _text(desk, method, paragraphs, left, y + measures.text_gap, None)
    return items


def _right_width(desk: Desk) -> Pt:
    return desk.format.grid.columns_width(8, 12)


def _unknown(desk: Desk, unknown: Sequence[Paragraph], ground: Ground, first: Pt, lowest: Pt) -> PlacedText:
    """The list of what was not published; its lines move closer together where they are many."""
    body, measures = desk.format.roles.body, desk.format.method
    slot = desk.layouts.method.slot(layouts.body(1))
    width = slot.width - measures.ring_indent
    place = Place("list of what was not published", width, (desk.format.roles.body,), MOST_UNKNOWN_LINES)
    fitted = [desk.typesetter.fit(each.text, styles.regular(body.size, ground.text), place) for each in unknown]
    lines = sum(len(text.lines) for text in fitted)
    gaps = max(1, len(fitted) - 1)
    closest = max(measures.closest_gap, (lowest - first - body.pitch * (lines - 1)) / gaps)
    gap = min(measures.unknown_gap, closest)
    return place_text(
        "not published",
        [paragraph(text, space_before=gap) for text in fitted],
        x=slot.x + measures.ring_indent,
        baseline=first,
        placeholder=slot.placeholder,
        least_width=width,
    )


def _first_baselines(text: PlacedText) -> list[Pt]:
    """The baseline of the first line of every paragraph."""
    starts = accumulate((len(paragraph.lines) for paragraph in text.paragraphs), initial=0)
    return [text.baselines[start] for start in list(starts)[:-1]]


def _ring(desk: Desk, ground: Ground, baseline: Pt) -> PlacedMark:
    middle = baseline - desk.typesetter.fonts.cap_height(Face.REGULAR) * desk.format.roles.body.size / 2
    return ring(desk.format.grid.column_left(8), middle, desk.format.method.ring, ground.soft_text)


def _text_within(
    desk: Desk, method: MethodSection, ground: Ground, room: Pt, width: Pt
) -> tuple[list[PlacedParagraph], Pt]:
    """The text in the largest type in which it ends within `room` below its first baseline, and where it ends there."""
    roles, found = desk.format.roles, list[PlacedParagraph]()
    height = 0.0
    for size in (roles.body, roles.subtitle, roles.kicker):
        place = Place("text of the method", width, (size,))
        style = styles.soft(size.size, ground)
        texts = [desk.typesetter.fit(each.text, style, place) for each in method.text]
        gap = size.pitch * PARAGRAPH_GAP
        found = [paragraph(text, space_before=gap if number else 0.0) for number, text in enumerate(texts)]
        height = size.pitch * (sum(len(each.lines) for each in found) - 1) + gap * (len(found) - 1)
        if height <= room:
            break
    return found, height


def _text(
    desk: Desk,
    method: MethodSection,
    paragraphs: Sequence[PlacedParagraph],
    left: Pt,
    baseline: Pt,
    placeholder: Placeholder | None,
) -> list[PlacedItem]:
    if not paragraphs:
        return []
    text = place_text("method", paragraphs, x=left, baseline=baseline, placeholder=placeholder, node=method.id)
    location = method.text[0].text.location or desk.document.location
    _refuse_too_high(desk, "method with its text", text.baselines[-1], location)
    return [text]


def _refuse_too_high(desk: Desk, what: str, lowest: Pt, location: Location | None) -> None:
    """A fault where the last baseline lies below the content of a slide."""
    excess = lowest - desk.format.method.lowest
    if excess <= NOISE:
        return
    over = counted(math.ceil(excess / desk.format.roles.body.pitch), "line")
    message = f"the {what} is {over} too long for its slide"
    desk.typesetter.faults.append(Diagnostic(TypesettingFault.TEXT_TOO_LONG, message, location))
