"""At a glance: three to five rows, each a figure, the sentence that continues it, and its field of dots.

        TOPIC                                              o o o
49 %    der Unternehmen haben ein eigenes                  o o .
        Social-Media-Team, ...                             . . .
------------------------------------------------------------
"""

from __future__ import annotations

from collections.abc import Sequence

from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.layout.figures import figure_size, place_figure
from report.deck.layout.frame import assembled, bound_name, content_top, foot, head
from report.deck.layout.marks import rule
from report.deck.model import PlacedItem, PlacedPicture, PlacedText, Slide
from report.deck.text_boxes import BELOW_BASELINE, paragraph, place_text, single
from report.diagnostics import Diagnostic
from report.document.model import GlanceRow, GlanceSection
from report.formats.grid import TypeSize
from report.text.model import Face
from report.theme.model import Ground
from report.typesetting.places import Place
from report.units import Box, Pt

MOST_TWO_LINE_ROWS = 4
CLEAR_OF_RULE = 0.4
"""Between a sentence and the rule below it at least, as a share of its size."""


def place_glance(glance: GlanceSection, desk: Desk, number: int) -> Slide:
    """The slide that is the briefing in one minute."""
    layout, measures, messages = desk.layouts.glance, desk.format.glance, glance.rows
    assert glance.heading is not None
    titles = head(
        desk,
        layout,
        kicker=glance.heading,
        headline=glance.headline,
        stamp=glance.stamp,
    )
    _refuse_too_many(desk, messages)
    top = content_top(desk, titles)
    pitch = min(measures.pitch, (measures.bottom - top) / max(1, len(messages)))
    # The gutter between the columns of figures and sentences stays, however long a number is.
    room = desk.format.grid.columns_width(1, 2)
    size = figure_size(desk, [message.figure.figure for message in messages], desk.format.roles.row_figure, room)
    top -= _raised(desk, pitch)
    rows = [
        _row(desk, message, rank, size, top + pitch * (rank - 1), pitch) for rank, message in enumerate(messages, 1)
    ]
    items = [*titles, *(item for row in rows for item in row), *foot(desk, layout, glance.source, number)]
    return assembled(desk, layout, items, glance.notes)


def _refuse_too_many(desk: Desk, messages: Sequence[GlanceRow]) -> None:
    if len(messages) > layouts.MOST_ROWS:
        fault = Diagnostic(
            DeckFault.TOO_MANY_MESSAGES,
            f'there are {len(messages)} messages; "at a glance" has room for {layouts.MOST_ROWS}',
            messages[layouts.MOST_ROWS].text.text.location,
        )
        desk.typesetter.faults.append(fault)


def _raised(desk: Desk, pitch: Pt) -> Pt:
    """By how much what stands in a row is higher than usual, where rows are so close that a rule would touch it.

    No more than leaves figures as clear of the rule above them as sentences are of the one below.
    """
    measures, roles = desk.format.glance, desk.format.roles
    size = roles.sentence[0].size
    figure = desk.typesetter.fonts.digit_height(Face.BOLD) * roles.row_figure
    above = measures.figure_baseline - figure + measures.rule_above_row
    below = pitch - measures.rule_above_row - measures.figure_baseline - BELOW_BASELINE * size
    return max(0.0, min(CLEAR_OF_RULE * size - below, (above - below) / 2))


def _row(desk: Desk, message: GlanceRow, rank: int, size: Pt, top: Pt, pitch: Pt) -> list[PlacedItem]:
    ground, measures, is_lead = desk.ground(desk.layouts.glance), desk.format.glance, rank == 1
    color = ground.proof if is_lead else ground.text
    baseline = top + measures.figure_baseline
    raised = _raised(desk, pitch)
    above = top + raised - measures.rule_above_row
    figure_top = baseline - desk.typesetter.fonts.digit_height(Face.BOLD) * desk.format.roles.row_figure
    return [
        *([] if is_lead else [rule(desk, desk.format.grid.left, desk.format.right, above, ground.hairline)]),
        place_figure(desk, message.figure, size, color, x=desk.format.grid.left, baseline=baseline),
        _topic(desk, message, rank, ground, figure_top),
        _sentence(desk, message, rank, ground, baseline, raised + top + pitch - measures.rule_above_row - baseline),
        _field(desk, message, rank, ground, figure_top, pitch),
    ]


def _topic(desk: Desk, message: GlanceRow, rank: int, ground: Ground, top: Pt) -> PlacedText:
    """The kicker, its capitals level with the top of the figure's digits; it leads to what the message is taken from.

    LibreOffice follows no link of a placeholder, as the sentence is one.
    """
    grid, roles = desk.format.grid, desk.format.roles
    style = styles.kicker(roles, ground.proof if rank == 1 else ground.soft_text)
    width = grid.columns_width(3, 11)
    line = desk.typesetter.capitals(message.topic.text, style, what="topic", width=width)
    baseline = top + desk.typesetter.fonts.cap_height(Face.BOLD) * roles.kicker.size
    return place_text(
        f"topic {rank}",
        single(line, width),
        x=grid.column_left(3),
        baseline=baseline,
        shows_capitals=True,
        leads_to=message.leads_to,
    )


def _sentence(desk: Desk, message: GlanceRow, rank: int, ground: Ground, baseline: Pt, room: Pt) -> PlacedText:
    """The message, of as many lines as stand above the bottom of its row."""
    slot = desk.layouts.glance.slot(layouts.body(min(rank, layouts.MOST_ROWS)))
    size = _size(desk, slot.width, room)
    place = Place("message", slot.width, (size,), _most_lines(desk, size, room))
    fitted = desk.typesetter.fit(message.text.text, styles.regular(slot.type.size, ground.text), place)
    return slot.filled(
        bound_name(f"message {rank}", message.text.text), [paragraph(fitted)], baseline=baseline, node=message.text.id
    )


def _size(desk: Desk, width: Pt, room: Pt) -> TypeSize:
    """The largest size in which all messages have room; the smallest where there is none."""
    sizes, ground = desk.format.roles.sentence, desk.ground(desk.layouts.glance)
    for size in sizes:
        place, most = Place("message", width, (size,)), _most_lines(desk, size, room)
        style = styles.regular(size.size, ground.text)
        if all(len(desk.typesetter.broken(row.text.text, style, place)) <= most for row in desk.document.glance.rows):
            return size
    return sizes[-1]


def _most_lines(desk: Desk, size: TypeSize, room: Pt) -> int:
    """Of a message, from whose first baseline there is so much room."""
    most = 2 if len(desk.document.glance.rows) <= MOST_TWO_LINE_ROWS else 1
    return max(1, min(most, 1 + int((room - BELOW_BASELINE * size.size) / size.pitch)))


def _field(desk: Desk, message: GlanceRow, rank: int, ground: Ground, top: Pt, pitch: Pt) -> PlacedPicture:
    """The figure as dots, flush with the right margin; only the lead row's are lit."""
    size = min(desk.format.grid.column, pitch - desk.format.glance.field_clearance)
    drawing = desk.charts.field(message.field.chart, size, desk.setting(desk.format.charts, ground))
    box = Box(desk.format.right - drawing.width, top, drawing.width, drawing.height)
    name, key = f"field {rank}", f"glance-field-{rank}"
    return PlacedPicture(name, message.field.id, key, box, message.field.chart, drawing, alternative=None)
