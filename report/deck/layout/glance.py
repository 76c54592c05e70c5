"""At a glance: three to five rows, each a figure, the sentence that continues it, and its field of dots.

        TOPIC                                              o o o
49 %    der Unternehmen haben ein eigenes                  o o .
        Social-Media-Team, ...                             . . .
------------------------------------------------------------
"""

from __future__ import annotations

from report.briefing.model import Message
from report.charts.model import Highlight, Medium
from report.deck import grid, layouts, styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.frames import place_text, single
from report.deck.layout.figures import place_figure
from report.deck.layout.frame import assembled, bound_name, content_shift, foot, head
from report.deck.model import PlacedItem, PlacedPicture, PlacedRule, PlacedText, Slide
from report.deck.typesetting import Place
from report.diagnostics import Diagnostic
from report.text.model import Face
from report.units import Box, Color, Pt

PITCH: Pt = 90.0
BOTTOM: Pt = 472.0
"""Rows come closer together so that the last one ends here."""
MOST_ROWS = 5
MOST_TWO_LINE_ROWS = 4
FIGURE_BASELINE: Pt = 46.0
"""Under the top of a row; the sentence's first line stands on it too."""
RULE_ABOVE_ROW: Pt = 5.5
FIELD_CLEARANCE: Pt = 24.0
"""The least distance of two fields, one below the other."""


def place_glance(desk: Desk, number: int) -> Slide:
    """The slide that is the briefing in one minute."""
    glance, messages, ground = desk.briefing.glance, desk.briefing.messages, desk.theme.paper
    layout = layouts.GLANCE
    is_supported = glance.is_supported and all(message.is_supported for message in messages)
    titles = head(
        desk,
        layout,
        kicker=desk.words.at_a_glance,
        headline=glance.headline,
        is_supported=is_supported,
    )
    _refuse_too_many(desk)
    top = grid.CONTENT_TOP + content_shift(titles)
    pitch = min(PITCH, (BOTTOM - top) / max(1, len(messages)))
    rows = [_row(desk, message, rank, top + pitch * (rank - 1), pitch) for rank, message in enumerate(messages, 1)]
    items = [*titles, *(item for row in rows for item in row), *foot(desk, ground, glance.source, number)]
    notes = [f"{message.figure.number.text} {message.text.text}" for message in messages]
    return assembled(layout, ground, items, [*notes, glance.source.topic, glance.source.base])


def _refuse_too_many(desk: Desk) -> None:
    messages = desk.briefing.messages
    if len(messages) > MOST_ROWS:
        fault = Diagnostic(
            DeckFault.TOO_MANY_MESSAGES,
            f'there are {len(messages)} messages; "at a glance" has room for {MOST_ROWS}',
            messages[MOST_ROWS].text.location,
        )
        desk.typesetter.faults.append(fault)


def _row(desk: Desk, message: Message, rank: int, top: Pt, pitch: Pt) -> list[PlacedItem]:
    ground, is_lead = desk.theme.paper, rank == 1
    color = ground.proof if is_lead else ground.text
    baseline = top + FIGURE_BASELINE
    return [
        *([] if is_lead else [_rule(desk, top - RULE_ABOVE_ROW)]),
        _figure(desk, message, color, baseline),
        _topic(desk, message, rank, _kicker_baseline(desk, baseline)),
        _sentence(desk, message, rank, baseline),
        _field(desk, message, rank, color, pitch, baseline),
    ]


def _figure(desk: Desk, message: Message, color: Color, baseline: Pt) -> PlacedText:
    width = grid.column(3) - grid.LEFT
    return place_figure(
        desk, message.figure, styles.ROW_FIGURE_SIZE, color, x=grid.LEFT, baseline=baseline, width=width
    )


def _rule(desk: Desk, y: Pt) -> PlacedRule:
    return PlacedRule(grid.LEFT, y, grid.RIGHT, y, desk.theme.paper.hairline, styles.RULE_WIDTH)


def _kicker_baseline(desk: Desk, baseline: Pt) -> Pt:
    """Where the kicker's capitals are level with the top of the figure's digits."""
    return _figure_top(desk, baseline) + desk.fonts.cap_height(Face.BOLD) * styles.KICKER_SIZE


def _figure_top(desk: Desk, baseline: Pt) -> Pt:
    return baseline - desk.fonts.digit_height(Face.BOLD) * styles.ROW_FIGURE_SIZE


def _topic(desk: Desk, message: Message, rank: int, baseline: Pt) -> PlacedText:
    ground = desk.theme.paper
    style = styles.kicker(ground.proof if rank == 1 else ground.soft_text)
    line = desk.typesetter.capitals(message.topic, style, what="topic", width=grid.columns_width(3, 11))
    return place_text(f"topic {rank}", single(line), x=grid.column(3), baseline=baseline, shows_capitals=True)


def _sentence(desk: Desk, message: Message, rank: int, baseline: Pt) -> PlacedText:
    slot = layouts.GLANCE.slot(layouts.body(min(rank, MOST_ROWS)))
    most = 2 if len(desk.briefing.messages) <= MOST_TWO_LINE_ROWS else 1
    place = Place("message", slot.width, styles.SENTENCE, most)
    fitted = desk.typesetter.fit(message.text, styles.regular(slot.size.points, desk.theme.paper.text), place)
    return place_text(
        bound_name(f"message {rank}", message.text),
        [fitted.paragraph()],
        x=slot.x,
        baseline=baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _field(desk: Desk, message: Message, rank: int, color: Color, pitch: Pt, baseline: Pt) -> PlacedPicture:
    ground, figure = desk.theme.paper, message.figure
    size = min(grid.COLUMN, pitch - FIELD_CLEARANCE)
    highlight = Highlight.PROOF if color == ground.proof else Highlight.NONE
    drawing = desk.charts.field(figure.cell, figure.number, size, desk.setting(Medium.SLIDE, ground), highlight)
    box = Box(grid.RIGHT - drawing.width, _figure_top(desk, baseline), drawing.width, drawing.height)
    return PlacedPicture(f"field {rank}", f"glance-field-{rank}", box, drawing, alternative=None)
