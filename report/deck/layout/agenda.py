"""The agenda: a row a chapter, its number in grey, and where it begins.

----------------------------------------------------------------
1   Chapter                                             Slide 4
    What its leading finding says
----------------------------------------------------------------
"""

from __future__ import annotations

from report.briefing.model.prose import Prose
from report.deck import styles
from report.deck.desk import Desk
from report.deck.layout.frame import assembled, bound_name, foot, head
from report.deck.layout.marks import rule
from report.deck.model import Alignment, PlacedItem, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.document.model.frame import AgendaRow, AgendaSection
from report.frozen import frozen
from report.theme.model import Ground
from report.typesetting.places import Breaking, Fitted, Place
from report.units import Pt

MOST_LEAD_LINES = 2
MORE_PITCH = 0.5
"""How much farther apart rows of two such lines stand where there is room, in lines."""
LAST_OF_LEAD, FIRST_OF_SLIDE = 10, 11
"""The columns in which the one ends, and the other begins."""


@frozen
class _Leads:
    """What leads each chapter, all rows alike: in full or as topics, on one line each or raised on two."""

    texts: tuple[Fitted, ...]
    is_raised: bool


def place_agenda(agenda: AgendaSection, desk: Desk, number: int) -> Slide:
    """The slide of the chapters."""
    layout, measures = desk.layouts.agenda, desk.format.agenda
    ground = desk.ground(layout)
    titles = head(desk, layout, kicker=agenda.kicker, headline=agenda.headline)
    room = (measures.bottom - measures.top) / len(agenda.rows)
    pitch = min(measures.pitch, room)
    leads = _leads(desk, agenda, ground, pitch)
    if leads.is_raised:
        pitch = min(measures.pitch + MORE_PITCH * desk.format.roles.subtitle.pitch, room)
    rows = [
        item
        for rank, row in enumerate(agenda.rows)
        for item in _row(desk, row, leads, rank, ground, measures.top + pitch * rank)
    ]
    below = measures.top + pitch * len(agenda.rows)
    end = [rule(desk, desk.format.grid.left, desk.format.right, below, ground.hairline)] if _ends(desk, below) else []
    return assembled(desk, layout, [*titles, *rows, *end, *foot(desk, layout, agenda.source, number)], agenda.notes)


def _ends(desk: Desk, y: Pt) -> bool:
    """Whether a rule under the last row would not double the one above the footer."""
    return y < desk.format.frame.foot_rule - desk.format.recommendations.clearance


def _leads(desk: Desk, agenda: AgendaSection, ground: Ground, pitch: Pt) -> _Leads:
    """The first way in which all of them have room; topics, and their faults, if none has."""
    in_full, topics = [row.lead.text for row in agenda.rows], [row.topics.text for row in agenda.rows]
    places = _places(desk, is_roomy=pitch >= desk.format.agenda.pitch)
    ways = ((texts, place) for texts in (in_full, topics) for place in places)
    fitting = (way for way in ways if all(_fits(desk, text, ground, way[1]) for text in way[0]))
    texts, place = next(fitting, (topics, places[-1]))
    style = styles.soft(place.sizes[0].size, ground)
    fitted = tuple(desk.typesetter.fit(text, style, place, strong=style) for text in texts)
    return _Leads(fitted, any(len(each.lines) > 1 for each in fitted))


def _places(desk: Desk, *, is_roomy: bool) -> list[Place]:
    """One line, a smaller one, and two of these where rows have their whole pitch."""
    roles, width = desk.format.roles, desk.format.grid.columns_width(2, LAST_OF_LEAD)
    sizes = [(roles.body, 1), (roles.subtitle, 1), *([(roles.subtitle, MOST_LEAD_LINES)] if is_roomy else [])]
    return [
        Place("finding that leads a chapter", width, (size,), most, breaking=Breaking.BALANCED) for size, most in sizes
    ]


def _fits(desk: Desk, text: Prose, ground: Ground, place: Place) -> bool:
    style = styles.soft(place.sizes[0].size, ground)
    lines = desk.typesetter.broken(text, style, place, strong=style)
    return len(lines) <= (place.most or 1) and all(line.width <= place.width for line in lines)


def _row(desk: Desk, row: AgendaRow, leads: _Leads, rank: int, ground: Ground, top: Pt) -> list[PlacedItem]:
    grid, roles, measures, set_in = desk.format.grid, desk.format.roles, desk.format.agenda, desk.typesetter
    baseline = top + measures.first - (measures.raised if leads.is_raised else 0.0)
    number = set_in.line(row.number.text, styles.soft(roles.number, ground), what="number", width=grid.column)
    width = grid.columns_width(2, LAST_OF_LEAD)
    bold = styles.bold(roles.chapter.size, ground.text)
    title = set_in.line(row.title.text, bold, what="title of a chapter", width=width)
    slide = set_in.line(
        desk.numbered(row.slide.text),
        styles.soft(roles.subtitle.size, ground),
        what="number of a slide",
        width=grid.columns_width(FIRST_OF_SLIDE, 12),
    )
    left, name = grid.column_left(2), rank + 1
    lead = paragraph(leads.texts[rank])
    return [
        rule(desk, grid.left, desk.format.right, top, ground.hairline),
        place_text(f"number {name}", single(number), x=grid.left, baseline=baseline),
        place_text(f"chapter {name}", single(title, width), x=left, baseline=baseline),
        place_text(
            bound_name(f"lead {name}", row.lead.text),
            [lead],
            x=left,
            baseline=baseline + measures.lead,
            node=row.lead.id,
        ),
        place_text(f"slide {name}", single(slide), x=desk.format.right, baseline=baseline, alignment=Alignment.RIGHT),
    ]
