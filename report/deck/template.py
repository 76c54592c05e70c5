"""What the template of a format offers: a layout for every kind of slide, its placeholders where the deck sets texts.

The script that makes the template builds its layouts from these values; the slide kinds ask for their places.
"""

from __future__ import annotations

from report.deck.layouts import FOOTER, KICKER, MOST_ROWS, SLIDE_NUMBER, TITLE, Ink, Layout, Layouts, Slot, body
from report.deck.model import Alignment
from report.formats.slide_kinds import SlideFormat, SlotRows
from report.theme.model import GroundName


def layouts_of(slides: SlideFormat) -> Layouts:
    """The layouts of a deck of that format."""
    kicker, foot = _kicker(slides), _foot(slides)
    messages = _rows(slides, "Message", 3, 11, slides.glance.slots)
    recommendations = _rows(slides, "Recommendation", 2, 7, slides.recommendations.slots)

    def layout(name: str, purpose: str, ground: GroundName, title: Slot, *slots: Slot) -> Layout:
        return Layout(name, purpose, ground, (title, kicker, *slots, *foot))

    return Layouts(
        cover=_cover(slides),
        glance=layout(
            "At a glance",
            "cust",
            slides.glance.ground,
            _headline(slides, "The briefing in one sentence"),
            *messages,
        ),
        finding=layout(
            "Finding",
            "tx",
            slides.finding.ground,
            _headline(slides, "One sentence, one finding"),
            _exhibit_title(slides),
        ),
        statement=layout("Statement", "cust", slides.statement.ground, *_statement(slides)),
        recommendations=layout(
            "Recommendations",
            "cust",
            slides.recommendations.ground,
            _headline(slides, "What follows"),
            *recommendations,
        ),
        method=layout(
            "Method",
            "cust",
            slides.method.ground,
            _headline(slides, "What is known of the survey and what is not"),
            _method_text(slides),
        ),
        table=layout("Table", "titleOnly", slides.table.ground, _headline(slides, "All figures")),
    )


def _kicker(slides: SlideFormat) -> Slot:
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


def _headline(slides: SlideFormat, prompt: str) -> Slot:
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


def _foot(slides: SlideFormat) -> tuple[Slot, Slot]:
    frame = slides.frame
    footer = Slot(
        FOOTER,
        "Footer",
        "Topic, base, source",
        x=slides.grid.left,
        baseline=frame.footer,
        width=slides.measure - frame.number_width - frame.number_clearance,
        type=slides.roles.footer,
        lines=2,
        ink=Ink.SOFT,
    )
    number = Slot(
        SLIDE_NUMBER,
        "Slide Number",
        "‹#›",
        x=slides.right,
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
    return Layout("Cover", "title", cover.ground, (title, subtitle, caption), has_foot_rule=False)


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
