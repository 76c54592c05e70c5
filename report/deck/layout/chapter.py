"""The beginning of a chapter, on ink: its title, what it is about, and the figure that leads it.

Chapter 2 of 4
                              o o o o o o o o o o      98
Title                         o o o o o o o o o o
a sentence on it              . . . . . . . . . .
                              of whom
                              which answer
==== ---- ---- ----                                    486
"""

from __future__ import annotations

from dataclasses import replace

from report.briefing.model.prose import Prose, joined
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.company import place_company_chapter
from report.deck.layout.exhibits import spoken
from report.deck.layout.frame import assembled, bound_name, draft, failed_claim, page_number
from report.deck.model import PlacedItem, PlacedMark, PlacedPicture, PlacedText, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.document.model.frame import ChapterSection, LeadFigure
from report.document.model.nodes import BETWEEN
from report.drawing.model import MarkRole, Stroke
from report.text.model import Style
from report.theme.model import Ground
from report.typesetting.places import Place
from report.units import Box, Pt

MOST_TITLE_LINES, MOST_TEXT_LINES, MOST_UNIT_LINES, MOST_ANSWER_LINES, MOST_STRIP_LINES = 2, 7, 2, 2, 2


def place_chapter(chapter: ChapterSection, desk: Desk, number: int) -> Slide:
    """The slide that a chapter begins with."""
    if desk.layouts.are_a_companys:
        return place_company_chapter(chapter, desk, number)
    layout = desk.layouts.divider
    ground = desk.ground(layout)
    title = _title(desk, chapter, ground)
    kicker = _kicker(desk, chapter, ground)
    items: list[PlacedItem] = [
        title,
        kicker,
        *_stamp(desk, chapter, ground, kicker),
        *draft(desk, layout, desk.format.divider.top_line),
        *_text(desk, chapter, ground, title.baselines[-1] + desk.format.divider.text_gap),
        *(_figure(desk, chapter, chapter.figure, ground) if chapter.figure else ()),
        *_strip(desk, chapter, ground),
        page_number(desk, layout, number),
    ]
    return assembled(desk, layout, items, chapter.notes)


def _kicker(desk: Desk, chapter: ChapterSection, ground: Ground) -> PlacedText:
    style = styles.soft(desk.format.roles.publisher, ground)
    said = joined([chapter.kicker.text, *([desk.document.confidential] if desk.document.confidential else [])], BETWEEN)
    line = desk.typesetter.line(said, style, what="number of a chapter", width=desk.format.measure)
    return place_text("kicker", single(line), x=desk.format.grid.left, baseline=desk.format.divider.top_line)


def _stamp(desk: Desk, chapter: ChapterSection, ground: Ground, kicker: PlacedText) -> list[PlacedText]:
    if chapter.stamp is None:
        return []
    left = kicker.extent.right + desk.format.frame.stamp_gap
    return [failed_claim(desk, chapter.stamp, ground, left, desk.format.divider.top_line)]


def _title(desk: Desk, chapter: ChapterSection, ground: Ground) -> PlacedText:
    slot, text = desk.layouts.divider.slot(layouts.TITLE), chapter.headline.text
    place = Place("title of a chapter", slot.width, desk.format.roles.cover_title, MOST_TITLE_LINES)
    fitted = desk.typesetter.fit(text, styles.bold(slot.type.size, ground.text), place)
    return slot.filled(bound_name("title", text), [paragraph(fitted)], node=chapter.headline.id)


def _text(desk: Desk, chapter: ChapterSection, ground: Ground, baseline: Pt) -> list[PlacedText]:
    """What the chapter is about."""
    slot, said = desk.layouts.divider.slot(layouts.body(1)), chapter.text or chapter.topics
    if said is None:
        return []
    style = styles.soft(slot.type.size, ground)
    place = Place("text of a chapter", slot.width, (slot.type, *desk.format.roles.sentence), MOST_TEXT_LINES)
    fitted = desk.typesetter.fit(said.text, style, replace(place, location=chapter.location), strong=style.bold())
    return [slot.filled(bound_name("text", said.text), [paragraph(fitted)], baseline=baseline, node=said.id)]


def _figure(desk: Desk, chapter: ChapterSection, figure: LeadFigure, ground: Ground) -> list[PlacedItem]:
    """The field of dots, and below it what part of whom it is, lit like its dots, and which answer that is.

    The field gives up the lines that its caption has more than there is room for.
    """
    grid, measures, body = desk.format.grid, desk.format.divider, desk.format.roles.body
    left, width = grid.column_left(8), grid.columns_width(8, 12)
    sizes = body, desk.format.roles.subtitle
    unit = "unit below the figure of a chapter"
    of_whom = desk.typesetter.fit(
        figure.of_whom.text,
        styles.bold(body.size, ground.proof),
        Place(unit, width, sizes, 1),
        Place(unit, width, sizes, MOST_UNIT_LINES),
    )
    answer = desk.typesetter.fit(
        figure.answer.text,
        styles.regular(body.size, ground.text),
        Place("answer below the figure of a chapter", width, sizes, MOST_ANSWER_LINES),
    )
    given = max(0, len(of_whom.lines) + len(answer.lines) - measures.caption_lines) * body.pitch
    size = min(measures.field_size, width) - given
    drawing = desk.charts.field(figure.field.chart, size, desk.setting(desk.format.charts, ground))
    box = Box(left, measures.field_top, drawing.width, drawing.height)
    words, key = spoken(figure.field.alternative, drawing), f"chapter-field-{chapter.index + 1}"
    first = measures.field_top + size + measures.caption_gap
    second = first + len(of_whom.lines) * body.pitch
    return [
        PlacedPicture(f"field {chapter.index + 1}", figure.field.id, key, box, figure.field.chart, drawing, words),
        place_text(
            bound_name("figure", figure.of_whom.text),
            [paragraph(of_whom)],
            x=left,
            baseline=first,
            node=figure.of_whom.id,
        ),
        place_text("answer", [paragraph(answer)], x=left, baseline=second),
    ]


# -------------------------------------------------------------------------------------------------------------- strip


def _strip(desk: Desk, chapter: ChapterSection, ground: Ground) -> list[PlacedItem]:
    """The chapters side by side, the one that begins bright."""
    measures, names = desk.format.divider, [note.text for note in chapter.chapters]
    room = desk.format.measure - desk.format.frame.number_width - desk.format.frame.number_clearance
    widest = (room - measures.strip_gap * (len(names) - 1)) / len(names)
    size = desk.format.roles.strip[0].size
    needed = max(desk.typesetter.width(name.text, styles.bold(size, ground.text)) for name in names)
    width = min(widest, max(measures.strip_width, needed))
    items: list[PlacedItem] = []
    for index, name in enumerate(names):
        left, is_current = desk.format.grid.left + index * (width + measures.strip_gap), index == chapter.index
        style = styles.bold(size, ground.text) if is_current else styles.soft(size, ground)
        color, y = ground.text if is_current else ground.hairline, measures.strip + measures.strip_height / 2
        bar = Stroke(MarkRole.RULE, left, y, left + width, y, color, measures.strip_height)
        items += [PlacedMark("chapter bar", bar), _strip_label(desk, name, style, index, left, width)]
    return items


def _strip_label(desk: Desk, name: Prose, style: Style, index: int, left: Pt, width: Pt) -> PlacedText:
    *larger, smallest = desk.format.roles.strip
    places = (
        Place("title of a chapter", width, larger, 1),
        Place("title of a chapter, in the strip of chapters", width, (smallest,), MOST_STRIP_LINES),
    )
    fitted = desk.typesetter.fit(name, style, *places, strong=style)
    lifted = (len(fitted.lines) - 1) * fitted.type.pitch / 2
    baseline = desk.format.divider.strip_label - lifted / 2
    return place_text(f"chapter name {index + 1}", [paragraph(fitted)], x=left, baseline=baseline)
