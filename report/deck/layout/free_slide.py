"""A free slide: the author's text, and at its right a picture that reaches to the edges of the slide.

KICKER                         |####################
Title                          |####################
                               |####################
Text                           |####################
-------------------------------|####################
source · credit              4 |####################
"""

from __future__ import annotations

from collections.abc import Sequence

from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.frame import assembled, below, bound_name, foot, head
from report.deck.layouts import Layout
from report.deck.model import PlacedImage, PlacedItem, PlacedMark, PlacedText, Slide
from report.deck.text_boxes import paragraph
from report.document.model.frame import FreeSection, Photograph
from report.document.model.nodes import Paragraph
from report.drawing.model import MarkRole, Rect
from report.formats.grid import TypeSize
from report.text.model import Style
from report.typesetting.places import Breaking, Place
from report.units import Box, Pt

MOST_CUT = 0.25
"""The share of a picture's width or height that is cut off so that it fills its place; else it is shown whole."""


def place_free_slide(section: FreeSection, desk: Desk, number: int) -> Slide:
    """The slide of the author's own."""
    layout = desk.layouts.free_with_picture if section.picture else desk.layouts.free
    titles = head(
        desk,
        layout,
        kicker=section.kicker,
        headline=section.headline,
        stamp=section.stamp,
        location=section.location,
    )
    first = below(desk, titles[0], desk.format.free.text_gap)
    picture = _picture(desk, section.picture) if section.picture else []
    items = [
        *titles,
        *_text(desk, layout, section, first),
        *picture,
        *foot(desk, layout, section.source, number, section.location),
    ]
    return assembled(desk, layout, items, section.notes)


# --------------------------------------------------------------------------------------------------------------- text


def _text(desk: Desk, layout: Layout, section: FreeSection, first: Pt) -> list[PlacedText]:
    """The paragraphs at the largest size at which all of them fit."""
    if not section.text:
        return []
    slot, ground, roles = layout.slot(layouts.body(1)), desk.ground(layout), desk.format.roles
    style, strong = styles.soft(slot.type.size, ground), styles.bold(slot.type.size, ground.text)
    sizes = (roles.body, roles.subtitle)
    size = next((size for size in sizes if _fits(desk, section.text, style, size, slot.width, first)), sizes[-1])
    left, placed = _n_lines(desk, size, first, len(section.text)), []
    for number, part in enumerate(section.text):
        place = Place(f"text of {section.name}", slot.width, (size,), max(1, left), section.location, _BREAKING)
        fitted = desk.typesetter.fit(part.text, style, place, strong=strong)
        left -= len(fitted.lines)
        placed.append(paragraph(fitted, space_before=desk.format.free.paragraph_gap if number else 0.0))
    name = " ".join(dict.fromkeys(" ".join(bound_name("text", part.text) for part in section.text).split()))
    return [slot.filled(name, placed, baseline=first, node=section.id)]


_BREAKING = Breaking.BALANCED


def _fits(desk: Desk, text: Sequence[Paragraph], style: Style, size: TypeSize, width: Pt, first: Pt) -> bool:
    place = Place("text", width, (size,), breaking=_BREAKING)
    lines = [desk.typesetter.broken(part.text, style.sized(size.size), place) for part in text]
    return sum(len(each) for each in lines) <= _n_lines(desk, size, first, len(text))


def _n_lines(desk: Desk, size: TypeSize, first: Pt, n_paragraphs: int) -> int:
    """How many lines have room below the title."""
    room = desk.format.free.lowest - first - (n_paragraphs - 1) * desk.format.free.paragraph_gap
    return 1 + int(room / size.pitch)


# ------------------------------------------------------------------------------------------------------------ picture


def _frame(desk: Desk) -> Box:
    """The right half of the slide; of a company's, the right half of the place of its content."""
    left = desk.format.grid.column_left(7)
    if not desk.layouts.are_a_companys:
        return Box(left, 0.0, desk.format.width - left, desk.format.height)
    top = desk.format.frame.content_top
    return Box(left, top, desk.format.right - left, desk.format.frame.exhibit_bottom - top)


def _picture(desk: Desk, picture: Photograph) -> list[PlacedItem]:
    """From column 7 to the edges of the slide; what would lose too much there lies whole on a panel."""
    image, frame = picture.image, _frame(desk)
    cut = image.excess(frame)
    if max(cut) <= MOST_CUT:
        return [PlacedImage("picture", frame, image, picture.alternative.text, cut)]
    whole = image.within(frame)
    x, y = (frame.width - whole.width) / 2, (frame.height - whole.height) / 2
    box = Box(frame.left + x, frame.top + y, whole.width, whole.height)
    panel = Rect(MarkRole.PANEL, frame, fill=desk.ground(desk.layouts.free).panel)
    return [PlacedMark("panel", panel), PlacedImage("picture", box, image, picture.alternative.text)]
