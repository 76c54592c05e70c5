"""The closing, as the cover: whom to ask at the left, at the right what may be passed on and how to cite.

publisher
Title                         To pass on
                              -----------------
Name                          what
role                          in which form
mail                          -----------------
phone                         How to cite
date                          ...
version                                          22
"""

from __future__ import annotations

from report.briefing.model.prose import Prose
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.cover import place_edition, place_publisher
from report.deck.layout.frame import assembled, draft, furniture
from report.deck.layout.marks import rule
from report.deck.model import PlacedItem, PlacedText, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.document.model.frame import ClosingSection
from report.text.model import Face
from report.theme.model import Ground
from report.typesetting.places import Breaking, Place
from report.units import Pt

MOST_TITLE_LINES, MOST_ROLE_LINES, MOST_CITATION_LINES = 2, 2, 6


def place_closing(closing: ClosingSection, desk: Desk, number: int) -> Slide:
    """The last slide before the appendix."""
    layout = desk.layouts.closing
    ground = desk.ground(layout)
    title = _title(desk, closing, ground)
    first = title.baselines[-1] + desk.format.closing.contact
    above: list[PlacedItem] = [
        *place_publisher(desk, closing.publisher, ground, is_repeated=True),
        *draft(desk, layout, desk.format.cover.top_line),
    ]
    if desk.layouts.are_a_companys:
        first, above = layout.slot(layouts.body(1)).baseline, [*draft(desk, layout, desk.format.frame.kicker)]
    items = [
        title,
        *above,
        *_contact(desk, closing, ground, first),
        *_handouts(desk, closing, ground),
        place_edition(desk, closing.edition, ground),
        *furniture(desk, layout, number),
    ]
    return assembled(desk, layout, items, closing.notes)


def _title(desk: Desk, closing: ClosingSection, ground: Ground) -> PlacedText:
    slot = desk.layouts.closing.slot(layouts.TITLE)
    # Narrower than its slot, so that it stands clear of the head at its right.
    width, sizes = desk.format.grid.columns_width(1, 6), desk.format.roles.cover_title
    if desk.layouts.are_a_companys:
        width, sizes = slot.width, desk.format.roles.headline
    place = Place("title", width, sizes, MOST_TITLE_LINES)
    fitted = desk.typesetter.fit(closing.title.text, styles.bold(slot.type.size, ground.text), place)
    baseline = desk.format.cover.field_top + desk.typesetter.fonts.cap_height(Face.BOLD) * fitted.type.size
    return slot.filled("title", [paragraph(fitted)], baseline=baseline)


def _contact(desk: Desk, closing: ClosingSection, ground: Ground, first: Pt) -> list[PlacedText]:
    """Name, role, and how to reach them, in one text."""
    slot, roles = desk.layouts.closing.slot(layouts.body(1)), desk.format.roles
    measures, contact = desk.format.closing, closing.contact
    name = Place("name of the contact", slot.width, (roles.chapter, *roles.sentence), 1)
    set_name = desk.typesetter.fit(contact.name.text, styles.bold(roles.chapter.size, ground.proof), name)
    set_paragraphs = [paragraph(set_name)]
    lines = (
        ("role of the contact", contact.role, styles.soft(roles.body.size, ground), measures.role),
        ("mail of the contact", contact.mail, styles.regular(roles.body.size, ground.text), measures.mail),
        ("phone of the contact", contact.phone, styles.regular(roles.body.size, ground.text), measures.phone),
    )
    for what, said, style, gap in lines:
        if said is None:
            continue
        most = MOST_ROLE_LINES if said is contact.role else 1
        place = Place(what, slot.width, (roles.body, roles.subtitle), most)
        fitted = desk.typesetter.fit(said.text, style, place)
        set_paragraphs.append(paragraph(fitted, space_before=gap - fitted.type.pitch))
    return [slot.filled("contact", set_paragraphs, baseline=first)]


def _handouts(desk: Desk, closing: ClosingSection, ground: Ground) -> list[PlacedItem]:
    """From column 8: what may be passed on, a row each, and below them how to cite."""
    measures, roles, left = desk.format.closing, desk.format.roles, desk.format.grid.column_left(8)
    items: list[PlacedItem] = [_head(desk, "handouts", closing.handouts_head.text, ground, measures.head)]
    y = measures.head + measures.rule
    for number, handout in enumerate(closing.handouts, 1):
        items += [
            rule(desk, left, desk.format.right, y, ground.hairline),
            _head(desk, f"handout {number}", handout.name.text, ground, y + measures.first),
            _line(desk, f"form {number}", handout.form.text, ground, y + measures.first + measures.form),
        ]
        y += measures.pitch
    items += [
        rule(desk, left, desk.format.right, y, ground.hairline),
        _head(desk, "cite", closing.cite_head.text, ground, y + measures.cite),
    ]
    width = desk.format.grid.columns_width(8, 12)
    place = Place("citation", width, (roles.subtitle, roles.footer), MOST_CITATION_LINES, breaking=Breaking.BALANCED)
    citation = desk.typesetter.fit(closing.citation.text, styles.soft(roles.subtitle.size, ground), place)
    below = y + measures.cite + measures.citation
    return [*items, place_text("citation", [paragraph(citation)], x=left, baseline=below)]


def _head(desk: Desk, name: str, text: Prose, ground: Ground, baseline: Pt) -> PlacedText:
    style, width = styles.bold(desk.format.roles.body.size, ground.text), desk.format.grid.columns_width(8, 12)
    line = desk.typesetter.line(text, style, what="head", width=width)
    return place_text(name, single(line), x=desk.format.grid.column_left(8), baseline=baseline)


def _line(desk: Desk, name: str, text: Prose, ground: Ground, baseline: Pt) -> PlacedText:
    style, width = styles.soft(desk.format.roles.subtitle.size, ground), desk.format.grid.columns_width(8, 12)
    line = desk.typesetter.line(text, style, what="form of a handout", width=width)
    return place_text(name, single(line), x=desk.format.grid.column_left(8), baseline=baseline)
