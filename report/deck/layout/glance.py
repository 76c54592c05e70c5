"""At a glance: three to five rows, each a figure, the sentence that continues it, and its field of dots.

        TOPIC                                              o o o
49 %    der Unternehmen haben ein eigenes                  o o .
        Social-Media-Team, ...                             . . .
------------------------------------------------------------
"""

from __future__ import annotations

from report.briefing.model import Message
from report.charts.model import Highlight
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.frames import place_text, single
from report.deck.layout.figures import place_figure
from report.deck.layout.frame import assembled, bound_name, content_top, foot, head
from report.deck.model import PlacedItem, PlacedPicture, PlacedRule, PlacedText, Slide
from report.deck.typesetting import Place
from report.diagnostics import Diagnostic
from report.text.model import Face
from report.theme.model import Ground
from report.units import Box, Color, Pt

MOST_TWO_LINE_ROWS = 4


def place_glance(desk: Desk, number: int) -> Slide:
    """The slide that is the briefing in one minute."""
    glance, messages = desk.briefing.glance, desk.briefing.messages
    layout, measures = desk.layouts.glance, desk.format.glance
    is_supported = glance.is_supported and all(message.is_supported for message in messages)
    titles = head(
        desk,
        layout,
        kicker=desk.words.at_a_glance,
        headline=glance.headline,
        is_supported=is_supported,
    )
    _refuse_too_many(desk)
    top = content_top(desk, titles)
    pitch = min(measures.pitch, (measures.bottom - top) / max(1, len(messages)))
    rows = [_row(desk, message, rank, top + pitch * (rank - 1), pitch) for rank, message in enumerate(messages, 1)]
    items = [*titles, *(item for row in rows for item in row), *foot(desk, layout, glance.source, number)]
    notes = [f"{message.figure.number.text} {message.text.text}" for message in messages]
    return assembled(desk, layout, items, [*notes, glance.source.topic, glance.source.base])


def _refuse_too_many(desk: Desk) -> None:
    messages = desk.briefing.messages
    if len(messages) > layouts.MOST_ROWS:
        fault = Diagnostic(
            DeckFault.TOO_MANY_MESSAGES,
            f'there are {len(messages)} messages; "at a glance" has room for {layouts.MOST_ROWS}',
            messages[layouts.MOST_ROWS].text.location,
        )
        desk.typesetter.faults.append(fault)


def _row(desk: Desk, message: Message, rank: int, top: Pt, pitch: Pt) -> list[PlacedItem]:
    ground, measures, is_lead = desk.ground(desk.layouts.glance), desk.format.glance, rank == 1
    color = ground.proof if is_lead else ground.text
    baseline = top + measures.figure_baseline
    figure_top = baseline - desk.fonts.digit_height(Face.BOLD) * desk.format.roles.row_figure
    return [
        *([] if is_lead else [_rule(desk, ground, top - measures.rule_above_row)]),
        _figure(desk, message, color, baseline),
        _topic(desk, message, rank, ground, figure_top),
        _sentence(desk, message, rank, ground, baseline),
        _field(desk, message, rank, ground, figure_top, pitch),
    ]


def _rule(desk: Desk, ground: Ground, y: Pt) -> PlacedRule:
    return PlacedRule(desk.format.grid.left, y, desk.format.right, y, ground.hairline, desk.format.frame.rule)


def _figure(desk: Desk, message: Message, color: Color, baseline: Pt) -> PlacedText:
    grid, size = desk.format.grid, desk.format.roles.row_figure
    width = grid.column_left(3) - grid.left
    return place_figure(desk, message.figure, size, color, x=grid.left, baseline=baseline, width=width)


def _topic(desk: Desk, message: Message, rank: int, ground: Ground, top: Pt) -> PlacedText:
    """The kicker, its capitals level with the top of the figure's digits."""
    grid, roles = desk.format.grid, desk.format.roles
    style = styles.kicker(roles, ground.proof if rank == 1 else ground.soft_text)
    line = desk.typesetter.capitals(message.topic, style, what="topic", width=grid.columns_width(3, 11))
    baseline = top + desk.fonts.cap_height(Face.BOLD) * roles.kicker.size
    return place_text(f"topic {rank}", single(line), x=grid.column_left(3), baseline=baseline, shows_capitals=True)


def _sentence(desk: Desk, message: Message, rank: int, ground: Ground, baseline: Pt) -> PlacedText:
    slot = desk.layouts.glance.slot(layouts.body(min(rank, layouts.MOST_ROWS)))
    most = 2 if len(desk.briefing.messages) <= MOST_TWO_LINE_ROWS else 1
    place = Place("message", slot.width, desk.format.roles.sentence, most)
    fitted = desk.typesetter.fit(message.text, styles.regular(slot.type.size, ground.text), place)
    return place_text(
        bound_name(f"message {rank}", message.text),
        [fitted.paragraph()],
        x=slot.x,
        baseline=baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _field(desk: Desk, message: Message, rank: int, ground: Ground, top: Pt, pitch: Pt) -> PlacedPicture:
    """The figure as dots, flush with the right margin; only the lead row's are lit."""
    figure, setting = message.figure, desk.setting(desk.format.charts, ground)
    size = min(desk.format.grid.column, pitch - desk.format.glance.field_clearance)
    highlight = Highlight.PROOF if rank == 1 else Highlight.NONE
    drawing = desk.charts.field(figure.cell, figure.number, size, setting, highlight)
    box = Box(desk.format.right - drawing.width, top, drawing.width, drawing.height)
    return PlacedPicture(f"field {rank}", f"glance-field-{rank}", box, drawing, alternative=None)
