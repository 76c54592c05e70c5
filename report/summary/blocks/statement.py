"""Places a statement: the words and who said them, then what the survey says on their subject."""

from __future__ import annotations

from report.briefing.model import Literal, Prose
from report.summary.blocks.head import place_side
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.typesetter import Typesetter
from report.summary.grid import (
    CHART,
    LEFT,
    MAIN,
    MAIN_WIDTH,
    SIDE_WIDTH,
    TEXT,
    TypeRole,
    regular,
)
from report.summary.model import Item, PlacedDrawing, PlacedLine
from report.summary.tree import Evidence, StatementSection
from report.text.model import Line, Span
from report.units import Pt

FIRST: Pt = 22.0
"""From the rule to the first baseline of the words."""
SPEAKER: Pt = 21.0
EVIDENCE: Pt = 26.0
"""From the speaker to the title of the exhibit."""


def place_statement(section: StatementSection, typesetter: Typesetter) -> tuple[Piece, ...]:
    """The statement as one piece; a height that no page holds is told as a fault."""
    items: list[Item] = list(place_side(section.kicker, section.stamp, typesetter))
    words = _words(section, typesetter)
    items += words
    speaker, below = _speaker(section, typesetter, above=words[-1].y)
    items += speaker
    if section.evidence:
        evidence, below = _evidence(section.evidence, typesetter, above=below)
        items += evidence
    typesetter.check_height(below, section.name, section.location)
    return (Piece(tuple(items), below),)


def _words(section: StatementSection, typesetter: Typesetter) -> list[PlacedLine]:
    """The lines of the statement; the opening mark of a literal one hangs left of the column."""
    role = typesetter.paper.statement
    opening, closing = typesetter.language.quotes
    text = section.text.text
    if not section.is_literal:
        lines = typesetter.lines(text, role, MAIN_WIDTH, what="statement")
        return stacked(section.text.id, lines, MAIN, FIRST, role.pitch)
    closed = Prose((*text.runs, Literal(closing)), text.location)
    lines = typesetter.lines(closed, role, MAIN_WIDTH, what="statement")
    mark = Span(opening, role.style)
    hanging = typesetter.fonts.width(opening, role.style)
    first = Line((mark, *lines[0].spans), lines[0].width + hanging, lines[0].is_divided)
    return [
        PlacedLine(section.text.id, MAIN - hanging, FIRST, first),
        *stacked(section.text.id, lines[1:], MAIN, FIRST + role.pitch, role.pitch),
    ]


def _speaker(section: StatementSection, typesetter: Typesetter, *, above: Pt) -> tuple[list[PlacedLine], Pt]:
    plain = regular(10, 14, typesetter.paper.ground.soft_text)
    role = TypeRole(plain.style, plain.strong.colored(typesetter.paper.ground.proof), plain.pitch)
    lines = typesetter.lines(section.speaker.text, role, MAIN_WIDTH, what="speaker")
    first = above + SPEAKER
    return stacked(section.speaker.id, lines, MAIN, first, role.pitch), last_baseline(lines, first, role.pitch)


def _evidence(evidence: Evidence, typesetter: Typesetter, *, above: Pt) -> tuple[list[Item], Pt]:
    """Kicker and exhibit title on one baseline, the chart, the source; and the last baseline."""
    kicker_role, title_role, source_role = (
        typesetter.paper.minor_kicker,
        typesetter.paper.exhibit_title,
        typesetter.paper.source,
    )
    first = above + EVIDENCE
    kicker = typesetter.lines(evidence.kicker.text, kicker_role, SIDE_WIDTH, what="topic")
    title = typesetter.lines(evidence.exhibit_title.text, title_role, MAIN_WIDTH, what="exhibit title")
    top = (
        max(
            last_baseline(kicker, first, kicker_role.pitch),
            last_baseline(title, first, title_role.pitch),
        )
        + CHART
    )
    drawing = evidence.exhibit.drawing
    source = typesetter.running(evidence.source.text, source_role, MAIN_WIDTH, what="source note")
    below = top + drawing.exhibit_height + TEXT
    return [
        *stacked(evidence.kicker.id, kicker, LEFT, first, kicker_role.pitch),
        *stacked(evidence.exhibit_title.id, title, MAIN, first, title_role.pitch),
        PlacedDrawing(evidence.exhibit.id, LEFT, top - drawing.hang, drawing),
        *stacked(evidence.source.id, source, MAIN, below, source_role.pitch),
    ], last_baseline(source, below, source_role.pitch)
