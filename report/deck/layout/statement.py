"""A statement on ink: what somebody said, and beside it the figures that it refers to.

KICKER                            WHAT THE SURVEY SAYS
What was said, in indirect        Topic of the figures
speech, large                     what they are per cent of
                                  answer
Name                              ########........
role                              ...
"""

from __future__ import annotations

from report.briefing.model import Exhibit, Literal, Prose, Statement
from report.charts.model import Medium
from report.deck import grid, layouts, styles
from report.deck.desk import Desk
from report.deck.frames import place_text, single
from report.deck.layout.exhibits import exhibit
from report.deck.layout.frame import assembled, bound_name, foot, kicker_and_stamps
from report.deck.model import PlacedItem, PlacedParagraph, PlacedText, Slide
from report.deck.typesetting import Place
from report.theme.model import Ground
from report.units import Box, Pt

NAME_GAP: Pt = 48.0
"""From the last line of the statement to the name below it."""
NAME_SIZE: Pt = 20.0
ROLE_PITCH: Pt = 26.0
MOST_LINES = 6
MOST_ROLE_LINES = 2
MOST_SUBTITLE_LINES = 2
FIGURES_LEFT: Pt = grid.column(8)
FIGURES_WIDTH: Pt = grid.columns_width(8, 12)
FIGURES_TITLE: Pt = 90.0
SUBTITLE_GAP: Pt = 23.0
CHART_GAP: Pt = 22.0
"""From the baseline of the figures' subtitle to the top of the chart."""


def place_statement(desk: Desk, statement: Statement, number: int) -> Slide:
    """The slide of one statement, the deck's pause."""
    layout, ground = layouts.STATEMENT, desk.theme.ink
    title = _said(desk, statement, ground)
    kicker = kicker_and_stamps(
        desk,
        layout,
        ground,
        desk.words.assessment,
        is_supported=statement.is_supported,
        location=statement.text.location,
    )
    figures = [] if statement.exhibit is None else _figures(desk, statement, statement.exhibit, ground)
    source = statement.source
    footer = foot(desk, ground, source, number, statement.text.location)
    items = [title, *kicker, _speaker(desk, statement, ground, title.baselines[-1] + NAME_GAP), *figures, *footer]
    notes = [*(prose.text for prose in statement.notes), *((source.topic, source.base) if source else ())]
    return assembled(layout, ground, items, notes)


def _said(desk: Desk, statement: Statement, ground: Ground) -> PlacedText:
    """The words; quotation marks stand only around literal ones, and the first hangs left of the text."""
    slot, opening = layouts.STATEMENT.slot(layouts.TITLE), ""
    text = statement.text
    if statement.is_literal:
        opening, closing = desk.language.quotes
        text = Prose((Literal(opening), *text.runs, Literal(closing)), text.location)
    place = Place("statement", slot.width, styles.STATEMENT, MOST_LINES)
    style = styles.bold(slot.size.points, ground.text)
    fitted = desk.typesetter.fit(text, style, place)
    hang = desk.typesetter.width(opening, style.sized(fitted.size.points))
    return place_text(
        bound_name("statement", statement.text),
        [fitted.paragraph(hang=hang)],
        x=slot.x,
        baseline=slot.baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _speaker(desk: Desk, statement: Statement, ground: Ground, baseline: Pt) -> PlacedText:
    slot = layouts.STATEMENT.slot(layouts.body(1))
    name_style = styles.bold(NAME_SIZE, ground.proof)
    name = desk.typesetter.line(statement.speaker, name_style, what="speaker's name", width=slot.width)
    place = Place("speaker's role", slot.width, styles.SUBTITLE, MOST_ROLE_LINES, statement.text.location)
    role = desk.typesetter.fit(statement.attribution, styles.soft(styles.SUBTITLE[0].points, ground), place)
    return place_text(
        "speaker",
        [PlacedParagraph((name,), ROLE_PITCH), role.paragraph(space_before=ROLE_PITCH - role.size.pitch)],
        x=slot.x,
        baseline=baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _figures(desk: Desk, statement: Statement, shown: Exhibit, ground: Ground) -> list[PlacedItem]:
    """The figures that the statement refers to: kicker, topic, what they are per cent of, and the chart."""
    texts = [_voice(desk, ground), _topic(desk, shown, ground), _subtitle(desk, shown, ground)]
    top = texts[-1].baselines[-1] + CHART_GAP
    box = Box(FIGURES_LEFT, top, FIGURES_WIDTH, grid.EXHIBIT_BOTTOM - top)
    place = exhibit(desk, statement.id, box, Medium.SLIDE_NARROW, ground)
    drawing = place.drawing(desk)
    return [*texts] if drawing is None else [*texts, place.picture(drawing)]


def _voice(desk: Desk, ground: Ground) -> PlacedText:
    style = styles.kicker(ground.soft_text)
    line = desk.typesetter.capitals(desk.words.voice, style, what="topic", width=FIGURES_WIDTH)
    return place_text("figures kicker", single(line), x=FIGURES_LEFT, baseline=grid.KICKER, shows_capitals=True)


def _topic(desk: Desk, shown: Exhibit, ground: Ground) -> PlacedText:
    topic = desk.briefing.question_topics[shown.question]
    style = styles.bold(styles.BODY[0].points, ground.text)
    line = desk.typesetter.line(
        topic, style, what="topic of the question", width=FIGURES_WIDTH, location=shown.location
    )
    return place_text("figures topic", single(line), x=FIGURES_LEFT, baseline=FIGURES_TITLE)


def _subtitle(desk: Desk, shown: Exhibit, ground: Ground) -> PlacedText:
    place = Place("exhibit title", FIGURES_WIDTH, styles.SUBTITLE, MOST_SUBTITLE_LINES, shown.location)
    fitted = desk.typesetter.fit(shown.title, styles.soft(styles.SUBTITLE[0].points, ground), place)
    return place_text("exhibit title", [fitted.paragraph()], x=FIGURES_LEFT, baseline=FIGURES_TITLE + SUBTITLE_GAP)
