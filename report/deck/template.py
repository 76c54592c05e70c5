"""What the template of a format offers: a layout for every kind of slide, its placeholders where the deck sets texts.

The script that makes the template builds its layouts from these values; the slide kinds ask for their places.
"""

from __future__ import annotations

from dataclasses import replace

from report.deck.layouts import (
    FOOTER,
    KICKER,
    MOST_ROWS,
    SLIDE_NUMBER,
    SOURCE_PROMPT,
    TITLE,
    Ink,
    Layout,
    Layouts,
    Slot,
    body,
)
from report.deck.model import Alignment
from report.formats.slide_kinds import SlideFormat, SlotRows
from report.theme.model import GroundName
from report.units import Pt


def layouts_of(slides: SlideFormat) -> Layouts:
    """The layouts of a deck of that format."""
    kicker, foot = kicker_slot(slides), foot_slots(slides, slides.right)
    messages = _rows(slides, "Message", 3, 11, slides.glance.slots)
    recommendations = _rows(slides, "Recommendation", 2, 7, slides.recommendations.slots)

    def layout(name: str, purpose: str, ground: GroundName, title: Slot, *slots: Slot) -> Layout:
        return Layout(name, purpose, ground, (title, kicker, *slots, *foot), slides.right)

    return Layouts(
        cover=_cover(slides),
        glance=layout(
            "At a glance",
            "cust",
            slides.glance.ground,
            headline_slot(slides, "The briefing in one sentence"),
            *messages,
        ),
        finding=layout(
            "Finding",
            "tx",
            slides.finding.ground,
            headline_slot(slides, "One sentence, one finding"),
            _exhibit_title(slides),
        ),
        statement=layout("Statement", "cust", slides.statement.ground, *_statement(slides)),
        recommendations=layout(
            "Recommendations",
            "cust",
            slides.recommendations.ground,
            headline_slot(slides, "What follows"),
            *recommendations,
        ),
        method=layout(
            "Method",
            "cust",
            slides.method.ground,
            headline_slot(slides, "What is known of the survey and what is not"),
            _method_text(slides),
        ),
        table=layout("Table", "titleOnly", slides.table.ground, headline_slot(slides, "All figures")),
        agenda=layout("Agenda", "titleOnly", slides.agenda.ground, headline_slot(slides, "The chapters")),
        divider=_divider(slides, foot[1]),
        free=layout("Text", "cust", slides.free.ground, headline_slot(slides, "What it says"), _free_text(slides, 8)),
        free_with_picture=_free_with_picture(slides),
        closing=_closing(slides, foot[1]),
        statement_on_paper=layout("Statement on paper", "cust", GroundName.PAPER, *_statement(slides)),
    )


def kicker_slot(slides: SlideFormat) -> Slot:
    """The topic above a headline."""
    return Slot(
        KICKER,
        "Kicker",
        "Topic",
        x=slides.grid.left,
        baseline=slides.frame.kicker,
        width=slides.grid.columns_width(1, 6),
        type=slides.roles.kicker,
        is_bold=True,
        ink=Ink.PROOF,
        shows_capitals=True,
    )


def headline_slot(slides: SlideFormat, prompt: str) -> Slot:
    """The title of a slide: a headline of up to two lines."""
    return Slot(
        TITLE,
        "Title",
        prompt,
        x=slides.grid.left,
        baseline=slides.frame.headline,
        width=slides.measure,
        type=slides.roles.headline[0],
        lines=2,
        is_bold=True,
    )


def foot_slots(slides: SlideFormat, right: Pt) -> tuple[Slot, Slot]:
    """Footer and slide number."""
    frame = slides.frame
    footer = Slot(
        FOOTER,
        "Footer",
        SOURCE_PROMPT,
        x=slides.grid.left,
        baseline=frame.footer,
        width=right - slides.grid.left - frame.number_width - frame.number_clearance,
        type=slides.roles.footer,
        lines=2,
        ink=Ink.SOFT,
    )
    number = Slot(
        SLIDE_NUMBER,
        "Slide Number",
        "‹#›",
        x=right,
        baseline=frame.page_number,
        width=frame.number_width,
        type=slides.roles.page_number,
        ink=Ink.SOFT,
        alignment=Alignment.RIGHT,
    )
    return footer, number


def _rows(slides: SlideFormat, name: str, first: int, last: int, rows: SlotRows) -> tuple[Slot, ...]:
    """A placeholder a row, from the left edge of one column to the right edge of another."""
    return tuple(
        Slot(
            body(row),
            f"{name} {row}",
            name,
            x=slides.grid.column_left(first),
            baseline=rows.first + rows.pitch * (row - 1),
            width=slides.grid.columns_width(first, last),
            type=slides.roles.sentence[0],
        )
        for row in range(1, MOST_ROWS + 1)
    )


def _cover(slides: SlideFormat) -> Layout:
    grid, cover = slides.grid, slides.cover
    title = Slot(
        TITLE,
        "Title",
        "Title",
        x=grid.left,
        baseline=cover.title,
        width=grid.columns_width(1, 7),
        type=slides.roles.cover_title[0],
        lines=4,
        is_bold=True,
    )
    subtitle = Slot(
        body(1),
        "Subtitle",
        "Subtitle",
        x=grid.left,
        baseline=cover.subtitle,
        width=title.width,
        type=slides.roles.sentence[0],
        lines=2,
        ink=Ink.SOFT,
    )
    caption = Slot(
        body(2),
        "Caption",
        "Caption",
        x=grid.column_left(8),
        baseline=cover.bottom_lines[0],
        width=grid.columns_width(8, 12),
        type=slides.roles.body,
        lines=2,
    )
    return Layout("Cover", "title", cover.ground, (title, subtitle, caption), slides.right, has_foot_rule=False)


def _divider(slides: SlideFormat, number: Slot) -> Layout:
    grid, divider, roles = slides.grid, slides.divider, slides.roles
    title = Slot(
        TITLE,
        "Title",
        "Chapter",
        x=grid.left,
        baseline=divider.title,
        width=grid.columns_width(1, 7),
        type=roles.cover_title[0],
        lines=2,
        is_bold=True,
    )
    text = Slot(
        body(1),
        "Text",
        "What it is about",
        x=grid.left,
        baseline=divider.title + divider.text_gap,
        width=title.width,
        type=roles.chapter_text,
        lines=4,
        ink=Ink.SOFT,
    )
    return Layout("Chapter", "secHead", divider.ground, (title, text, number), slides.right, has_foot_rule=False)


def _free_text(slides: SlideFormat, columns: int) -> Slot:
    return Slot(
        body(1),
        "Text",
        "Text",
        x=slides.grid.left,
        baseline=slides.frame.headline + slides.free.text_gap,
        width=slides.grid.columns_width(1, columns),
        type=slides.roles.body,
        lines=12,
        ink=Ink.SOFT,
    )


def _free_with_picture(slides: SlideFormat) -> Layout:
    """A text in the left half; the picture takes the right one, up to the edges."""
    title = replace(headline_slot(slides, "What it says"), width=slides.grid.columns_width(1, 6), lines=3)
    text = replace(_free_text(slides, 6), baseline=slides.free.text, lines=10)
    right = slides.grid.left + title.width
    slots = (title, kicker_slot(slides), text, *foot_slots(slides, right))
    return Layout("Text and picture", "cust", slides.free.ground, slots, right)


def _closing(slides: SlideFormat, number: Slot) -> Layout:
    grid, closing, roles = slides.grid, slides.closing, slides.roles
    title = Slot(
        TITLE,
        "Title",
        "Questions?",
        x=grid.left,
        baseline=slides.cover.title,
        width=grid.columns_width(1, 7),
        type=roles.cover_title[0],
        lines=2,
        is_bold=True,
    )
    contact = Slot(
        body(1),
        "Contact",
        "Name, role, mail, phone",
        x=grid.left,
        baseline=title.baseline + title.type.pitch + closing.contact,
        width=title.width,
        type=roles.body,
        lines=4,
    )
    return Layout("Closing", "cust", closing.ground, (title, contact, number), slides.right, has_foot_rule=False)


def _exhibit_title(slides: SlideFormat) -> Slot:
    return Slot(
        body(1),
        "Exhibit title",
        "What is shown",
        x=slides.grid.left,
        baseline=slides.finding.exhibit_title,
        width=slides.measure,
        type=slides.roles.subtitle,
        ink=Ink.SOFT,
    )


def _statement(slides: SlideFormat) -> tuple[Slot, Slot]:
    text = Slot(
        TITLE,
        "Title",
        "What was said",
        x=slides.grid.left,
        baseline=slides.statement.text,
        width=slides.grid.columns_width(1, 6),
        type=slides.roles.statement[0],
        lines=5,
        is_bold=True,
    )
    speaker = Slot(
        body(1),
        "Speaker",
        "Name and role",
        x=text.x,
        baseline=slides.statement.speaker,
        width=text.width,
        type=slides.statement.speaker_slot,
        lines=2,
    )
    return text, speaker


def _method_text(slides: SlideFormat) -> Slot:
    return Slot(
        body(1),
        "Text",
        "What follows",
        x=slides.grid.column_left(8),
        baseline=slides.method.text,
        width=slides.grid.columns_width(8, 12),
        type=slides.roles.body,
        lines=8,
        ink=Ink.SOFT,
    )
