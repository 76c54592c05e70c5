"""The cover: the title, and the lead figure as a field of a hundred dots.

publisher                     briefing for ...
Title                         o o o o o o o o o o      98
over columns 1 to 7           o o o o o o o o o o
subtitle                      . . . . . . . . . .
date                          caption                  486
version                       of two lines             509
"""

from __future__ import annotations

from report.charts.model import Highlight, Medium
from report.deck import grid, layouts, styles
from report.deck.desk import Desk
from report.deck.frames import place_text, single
from report.deck.layout.frame import assembled, bound_name, failed_claim
from report.deck.model import PlacedItem, PlacedParagraph, PlacedPicture, PlacedText, Slide
from report.deck.typesetting import Fitted, Place
from report.theme.model import Ground
from report.units import Box, Pt

TOP_LINE: Pt = 56.0
FIELD_TOP: Pt = 98.0
SUBTITLE_GAP: Pt = 49.0
"""From the title's last baseline to the subtitle's first."""
BOTTOM_LINES: tuple[Pt, Pt] = (486.0, 509.0)
LOWEST_SUBTITLE: Pt = 452.0
MOST_TITLE_LINES = 5
PUBLISHER_SIZE: Pt = 18.0
SIDE_SIZE: Pt = 16.0


def place_cover(desk: Desk) -> Slide:
    """The first slide; it has no number and no footer."""
    briefing, ground = desk.briefing, desk.theme.ink
    title = _title(desk, ground)
    items = [
        title,
        _line(desk, "publisher", briefing.publisher, x=grid.LEFT, ground=ground, is_bold=True),
        *_audience(desk, ground),
        *_subtitle(desk, ground, title.baselines[:MOST_TITLE_LINES][-1] + SUBTITLE_GAP),
        _field(desk, ground),
        _caption(desk, ground),
        _edition(desk, ground),
        *_stamp(desk, ground),
    ]
    return assembled(layouts.COVER, ground, items, [briefing.cover.caption.text, briefing.glance.source.base])


def _title(desk: Desk, ground: Ground) -> PlacedText:
    slot = layouts.COVER.slot(layouts.TITLE)
    text = desk.briefing.title
    place = Place("title", slot.width, styles.COVER_TITLE, MOST_TITLE_LINES)
    fitted = desk.typesetter.fit(text, styles.bold(slot.size.points, ground.text), place)
    return place_text(
        bound_name("title", text),
        [fitted.paragraph()],
        x=slot.x,
        baseline=_cap_line(desk, fitted),
        placeholder=layouts.TITLE,
        least_width=slot.width,
    )


def _cap_line(desk: Desk, title: Fitted) -> Pt:
    """The baseline that puts the capitals' top level with the field's."""
    face = title.lines[0].spans[0].style.face
    return FIELD_TOP + desk.fonts.cap_height(face) * title.size.points


def _line(desk: Desk, name: str, text: str, *, x: Pt, ground: Ground, is_bold: bool = False) -> PlacedText:
    style = styles.bold(PUBLISHER_SIZE, ground.text) if is_bold else styles.soft(SIDE_SIZE, ground)
    line = desk.typesetter.line(text, style, what=name, width=grid.columns_width(1, 5))
    return place_text(name, single(line), x=x, baseline=TOP_LINE)


def _audience(desk: Desk, ground: Ground) -> list[PlacedText]:
    audience = desk.briefing.audience
    if audience is None:
        return []
    text = desk.words.briefing_for.format(audience=audience)
    return [_line(desk, "audience", text, x=grid.column(8), ground=ground)]


def _subtitle(desk: Desk, ground: Ground, baseline: Pt) -> list[PlacedText]:
    text, slot = desk.briefing.cover.subtitle, layouts.COVER.slot(layouts.body(1))
    if not text:
        return []
    most = 1 + int((LOWEST_SUBTITLE - baseline) // slot.size.pitch)
    place = Place("subtitle", slot.width, styles.SENTENCE, max(1, most))
    fitted = desk.typesetter.fit(text, styles.soft(slot.size.points, ground), place)
    return [
        place_text(
            "subtitle",
            [fitted.paragraph()],
            x=slot.x,
            baseline=baseline,
            placeholder=layouts.body(1),
            least_width=slot.width,
        )
    ]


def _field(desk: Desk, ground: Ground) -> PlacedItem:
    size, figure = grid.columns_width(8, 12), desk.briefing.cover.figure
    setting = desk.setting(Medium.SLIDE, ground)
    drawing = desk.charts.field(figure.cell, figure.number, size, setting, Highlight.PROOF)
    box = Box(grid.column(8), FIELD_TOP, drawing.width, drawing.height)
    return PlacedPicture("field cover", "cover-field", box, drawing, drawing.alternative)


def _caption(desk: Desk, ground: Ground) -> PlacedText:
    slot, caption = layouts.COVER.slot(layouts.body(2)), desk.briefing.cover.caption
    place = Place("caption of the cover", slot.width, styles.BODY, len(BOTTOM_LINES))
    style = styles.regular(slot.size.points, ground.text)
    fitted = desk.typesetter.fit(caption, style, place, strong=styles.bold(slot.size.points, ground.proof))
    return place_text(
        bound_name("caption", caption),
        [fitted.paragraph()],
        x=slot.x,
        baseline=BOTTOM_LINES[0],
        placeholder=layouts.body(2),
        least_width=slot.width,
    )


def _edition(desk: Desk, ground: Ground) -> PlacedText:
    """Date and version; in a draft the status stands with them."""
    briefing = desk.briefing
    status = [briefing.version, desk.words.draft if briefing.is_draft else None]
    lines = [briefing.dated, " · ".join(part for part in status if part)]
    style, pitch = styles.soft(SIDE_SIZE, ground), BOTTOM_LINES[1] - BOTTOM_LINES[0]
    set_lines = tuple(
        desk.typesetter.line(text, style, what="edition", width=grid.columns_width(1, 7)) for text in lines if text
    )
    return place_text("edition", [PlacedParagraph(set_lines, pitch)], x=grid.LEFT, baseline=BOTTOM_LINES[0])


def _stamp(desk: Desk, ground: Ground) -> list[PlacedText]:
    if desk.briefing.is_title_supported:
        return []
    return [failed_claim(desk, ground, grid.LEFT, grid.HEADLINE)]
