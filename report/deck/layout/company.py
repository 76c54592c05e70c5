"""Cover and chapters on a company's template: words in its own places, as it sets them, and nothing beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose, joined
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.frame import assembled, bound_name, furniture
from report.deck.layouts import Layout, Slot
from report.deck.model import PlacedText, Slide
from report.deck.text_boxes import paragraph
from report.document.model.frame import ChapterSection
from report.document.model.nodes import BETWEEN
from report.formats.grid import TypeSize
from report.typesetting.places import Breaking, Place

SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)
"""The sizes that a text may have there, as shares of the template's own."""


def place_company_cover(desk: Desk) -> Slide:
    """The first slide: title, of whom the survey tells, who stands for it, date and version."""
    cover, layout = desk.document.cover, desk.layouts.cover
    audience = [cover.briefing_for.text] if cover.briefing_for else []
    edition = joined([cover.publisher.text, *cover.edition.lines], BETWEEN)
    told = [each for each in (cover.subtitle.text, *audience, edition) if each.text]
    items = [_title(desk, layout, cover.title.text), *_told(desk, layout, "subtitle", told)]
    return assembled(desk, layout, items, cover.notes)


def place_company_chapter(chapter: ChapterSection, desk: Desk, number: int) -> Slide:
    """The slide that a chapter begins with: its title, and what it is about."""
    layout, said = desk.layouts.divider, chapter.text or chapter.topics
    told = [chapter.kicker.text, *([said.text] if said else [])]
    items = [_title(desk, layout, chapter.headline.text), *_told(desk, layout, "text", told)]
    return assembled(desk, layout, [*items, *furniture(desk, layout, number)], chapter.notes)


def _title(desk: Desk, layout: Layout, text: Prose) -> PlacedText:
    slot = layout.slot(layouts.TITLE)
    places = slot.places("title", _sizes(slot), slot.lines)
    divided = replace(places[-1], breaking=Breaking.HYPHENATED)
    color = desk.ground(layout).text
    style = styles.bold(slot.type.size, color) if slot.is_bold else styles.regular(slot.type.size, color)
    fitted = desk.titles.fit(text, style, *places, divided)
    return slot.filled(bound_name("title", text), [paragraph(fitted)])


def _told(desk: Desk, layout: Layout, name: str, told: Sequence[Prose]) -> list[PlacedText]:
    """A paragraph each, at the largest size at which all have room; nothing where the template has no place for it."""
    if not told or not layout.has(layouts.body(1)):
        return []
    slot = layout.slot(layouts.body(1))
    style = styles.regular(slot.type.size, desk.ground(layout).text)
    room = slot.box.height
    for size in _sizes(slot):
        place = Place(name, slot.width, (size,), breaking=Breaking.FILLED)
        fitted = [desk.typesetter.fit(text, style, place) for text in told]
        if sum(each.height for each in fitted) <= room:
            break
    names = " ".join(dict.fromkeys(" ".join(bound_name(name, text) for text in told).split()))
    return [slot.filled(names, [paragraph(each) for each in fitted])]


def _sizes(slot: Slot) -> tuple[TypeSize, ...]:
    return tuple(TypeSize(slot.type.size * share, slot.type.pitch * share) for share in SMALLER)
