"""The cover: the title, and the lead figure as a field of a hundred dots.

publisher                     briefing for ...
Title                         o o o o o o o o o o      98
over columns 1 to 7           o o o o o o o o o o
subtitle                      . . . . . . . . . .
date                          caption                  486
version                       of two lines             509
"""

from __future__ import annotations

from dataclasses import replace

from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.company import place_company_cover
from report.deck.layout.exhibits import spoken
from report.deck.layout.frame import assembled, bound_name, failed_claim
from report.deck.layout.logos import place_logos
from report.deck.model import PlacedItem, PlacedParagraph, PlacedPicture, PlacedText, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.document.model.nodes import Edition, Paragraph
from report.formats.grid import TypeSize
from report.theme.model import Ground
from report.typesetting.places import Breaking, Fitted, Place
from report.units import Box, Pt

MOST_TITLE_LINES = 5
SMALLER_TITLES = (0.85, 0.7, 0.55)
"""For words that are wider than the title's place at its usual sizes: who rewords it finds no hyphen of ours."""
MOST_TOP_LINES = 2
"""Of publisher and audience; the last stands on the line of the other."""
LINE_PITCH = 1.2
"""From line to line of them, as a multiple of their size."""


def place_cover(desk: Desk) -> Slide:
    """The first slide; it has no number and no footer."""
    if desk.layouts.are_a_companys:
        return place_company_cover(desk)
    cover, layout = desk.document.cover, desk.layouts.cover
    ground = desk.ground(layout)
    title = _title(desk, ground)
    items = [
        title,
        *place_publisher(desk, cover.publisher, ground),
        *_audience(desk, ground),
        *_subtitle(desk, ground, title.baselines[:MOST_TITLE_LINES][-1] + desk.format.cover.subtitle_gap),
        _field(desk, ground),
        _caption(desk, ground),
        place_edition(desk, cover.edition, ground),
        *_stamp(desk, ground),
    ]
    return assembled(desk, layout, items, cover.notes)


def _title(desk: Desk, ground: Ground) -> PlacedText:
    slot = desk.layouts.cover.slot(layouts.TITLE)
    text = desk.document.cover.title.text
    usual = desk.format.roles.cover_title
    smaller = [TypeSize(usual[-1].size * share, usual[-1].pitch * share) for share in SMALLER_TITLES]
    place = Place("title", slot.width, (*usual, *smaller), MOST_TITLE_LINES)
    divided = replace(place, breaking=Breaking.HYPHENATED)
    style, trial = styles.bold(slot.type.size, ground.text), desk.typesetter.trial()
    tried = (trial.fit(text, style, replace(place, sizes=(size,))) for size in place.sizes)
    whole = (fitted for fitted in tried if not fitted.is_cut and not any(line.is_divided for line in fitted.lines))
    fitted = next(whole, None) or desk.typesetter.fit(text, style, place, divided)
    baseline = desk.format.cover.field_top + _cap_height(desk, fitted)
    return slot.filled(
        bound_name("title", text), [paragraph(fitted)], baseline=baseline, node=desk.document.cover.title.id
    )


def _cap_height(desk: Desk, title: Fitted) -> Pt:
    """How far the baseline lies below the field's top, so that the capitals are level with it."""
    return desk.typesetter.fonts.cap_height(title.lines[0].spans[0].style.face) * title.type.size


def place_publisher(desk: Desk, publisher: Paragraph, ground: Ground, *, is_repeated: bool = False) -> list[PlacedItem]:
    """Who stands for the survey, in the upper left corner: the logo of a house, else the publisher's name."""
    logos = place_logos(desk, ground, is_repeated=is_repeated)
    return logos or [_line(desk, "publisher", publisher, x=desk.format.grid.left, ground=ground, is_bold=True)]


def _line(desk: Desk, name: str, text: Paragraph, *, x: Pt, ground: Ground, is_bold: bool = False) -> PlacedText:
    roles = desk.format.roles
    style = styles.bold(roles.publisher, ground.text) if is_bold else styles.soft(roles.cover_side, ground)
    sizes = [TypeSize(size, size * LINE_PITCH) for size in (style.size, roles.cover_side, roles.kicker.size)]
    place = Place(name, desk.format.grid.columns_width(1, 5), sizes, MOST_TOP_LINES, breaking=Breaking.BALANCED)
    divided = replace(place, breaking=Breaking.HYPHENATED)  # a compound nearly as long as a line
    fitted = desk.typesetter.fit(text.text, style, place, divided)
    first = desk.format.cover.top_line - (len(fitted.lines) - 1) * fitted.type.pitch
    shown = single(fitted.lines[0], fitted.measure) if len(fitted.lines) == 1 else [paragraph(fitted)]
    return place_text(name, shown, x=x, baseline=first)


def _audience(desk: Desk, ground: Ground) -> list[PlacedText]:
    audience = desk.document.cover.briefing_for
    if audience is None:
        return []
    return [_line(desk, "audience", audience, x=desk.format.grid.column_left(8), ground=ground)]


def _subtitle(desk: Desk, ground: Ground, baseline: Pt) -> list[PlacedText]:
    text, slot = desk.document.cover.subtitle.text, desk.layouts.cover.slot(layouts.body(1))
    if not text.text:
        return []
    room, roles = desk.format.cover.lowest_subtitle - baseline, desk.format.roles
    usual = Place("subtitle", slot.width, roles.sentence, max(1, 1 + int(room // slot.type.pitch)))
    # Below a title of five lines a long population has only the room of two.
    smaller = (
        replace(usual, sizes=(size,), most=1 + int(room // size.pitch)) for size in (roles.subtitle, roles.kicker)
    )
    fitted = desk.typesetter.fit(text, styles.soft(slot.type.size, ground), usual, *smaller)
    return [slot.filled("subtitle", [paragraph(fitted)], baseline=baseline, node=desk.document.cover.subtitle.id)]


def _field(desk: Desk, ground: Ground) -> PlacedItem:
    grid, field = desk.format.grid, desk.document.cover.field
    drawing = desk.charts.field(field.chart, grid.columns_width(8, 12), desk.setting(desk.format.charts, ground))
    box = Box(grid.column_left(8), desk.format.cover.field_top, drawing.width, drawing.height)
    return PlacedPicture(
        "field cover", field.id, "cover-field", box, field.chart, drawing, spoken(field.alternative, drawing)
    )


def _caption(desk: Desk, ground: Ground) -> PlacedText:
    slot, caption = desk.layouts.cover.slot(layouts.body(2)), desk.document.cover.caption.text
    place = Place("caption of the cover", slot.width, (desk.format.roles.body,), len(desk.format.cover.bottom_lines))
    style = styles.regular(slot.type.size, ground.text)
    fitted = desk.typesetter.fit(caption, style, place, strong=styles.bold(slot.type.size, ground.proof))
    return slot.filled(bound_name("caption", caption), [paragraph(fitted)], node=desk.document.cover.caption.id)


def place_edition(desk: Desk, edition: Edition, ground: Ground) -> PlacedText:
    """Date and version; in a draft the status stands with them."""
    lines = edition.lines
    style, width = styles.soft(desk.format.roles.cover_side, ground), desk.format.grid.columns_width(1, 7)
    set_lines = [desk.typesetter.line(text, style, what="edition", width=width) for text in lines]
    first, second = desk.format.cover.bottom_lines
    each = [PlacedParagraph((line,), second - first, measure=width) for line in set_lines]
    return place_text("edition", each, x=desk.format.grid.left, baseline=first, node=edition.id)


def _stamp(desk: Desk, ground: Ground) -> list[PlacedText]:
    stamp = desk.document.cover.stamp
    if stamp is None:
        return []
    return [failed_claim(desk, stamp, ground, desk.format.grid.left, desk.format.frame.headline)]
