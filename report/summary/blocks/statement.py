"""Places a statement: the words and who said them, then what the survey says on their subject."""

from __future__ import annotations

from report.document.model import Evidence, StatementSection
from report.summary.blocks.head import place_side
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item, PlacedDrawing, PlacedLine
from report.summary.typography import TypeRole, regular
from report.text.model import Line, Span
from report.units import Pt


def place_statement(section: StatementSection, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The statement as one piece; a height that no page holds is told as a fault."""
    items: list[Item] = list(place_side(section.kicker, section.stamp, typesetter))
    words = _words(section, typesetter)
    items += words
    speaker, below = _speaker(section, typesetter, above=words[-1].y)
    items += speaker
    if section.evidence:
        evidence, below = _evidence(section.evidence, typesetter, above=below)
        items += evidence
    typesetter.check_height(below, section.name, section.text.text.location)
    return (Piece(tuple(items), below, space_above=typesetter.page.block.gap),)


def _words(section: StatementSection, typesetter: PageTypesetter) -> list[PlacedLine]:
    """The lines of the statement; the opening mark of a literal one hangs left of the column."""
    page, role, first = typesetter.page, typesetter.paper.statement, typesetter.page.statement.first
    lines = typesetter.lines(section.text.closed, role, page.main_width, what="statement")
    if not section.text.opening:
        return stacked(section.text.id, lines, page.main, first, role.pitch)
    mark = Span(section.text.opening, role.style)
    hanging = typesetter.fonts.width(mark.text, role.style)
    opened = Line((mark, *lines[0].spans), lines[0].width + hanging, lines[0].is_divided)
    return [
        PlacedLine(section.text.id, page.main - hanging, first, opened),
        *stacked(section.text.id, lines[1:], page.main, first + role.pitch, role.pitch),
    ]


def _speaker(section: StatementSection, typesetter: PageTypesetter, *, above: Pt) -> tuple[list[PlacedLine], Pt]:
    page, ground = typesetter.page, typesetter.paper.ground
    plain = regular(page.roles.speaker, ground.soft_text)
    role = TypeRole(plain.style, plain.strong.colored(ground.proof), plain.pitch)
    lines = typesetter.lines(section.speaker.text, role, page.main_width, what="speaker")
    first = above + page.statement.speaker
    return stacked(section.speaker.id, lines, page.main, first, role.pitch), last_baseline(lines, first, role.pitch)


def _evidence(evidence: Evidence, typesetter: PageTypesetter, *, above: Pt) -> tuple[list[Item], Pt]:
    """Kicker and exhibit title on one baseline, the chart, the source; and the last baseline."""
    kicker_role, title_role, source_role = (
        typesetter.paper.minor_kicker,
        typesetter.paper.exhibit_title,
        typesetter.paper.source,
    )
    page, left, main = typesetter.page, typesetter.page.grid.left, typesetter.page.main
    first = above + page.statement.evidence
    kicker = typesetter.lines(evidence.kicker.text, kicker_role, page.side_width, what="topic")
    title = typesetter.lines(evidence.exhibit_title.text, title_role, page.main_width, what="exhibit title")
    lower = max(last_baseline(kicker, first, kicker_role.pitch), last_baseline(title, first, title_role.pitch))
    top = lower + page.block.chart
    drawing = typesetter.drawings[evidence.exhibit.id]
    note = typesetter.noted(evidence.source, evidence.exhibit, evidence.exhibit_title)
    source = typesetter.source_note(note, page.main_width)
    below = top + drawing.exhibit_height + page.block.text
    return [
        *stacked(evidence.kicker.id, kicker, left, first, kicker_role.pitch),
        *stacked(evidence.exhibit_title.id, title, main, first, title_role.pitch),
        PlacedDrawing(evidence.exhibit.id, left, top - drawing.hang, evidence.exhibit.chart, drawing),
        *stacked(evidence.source.id, source, main, below, source_role.pitch),
    ], last_baseline(source, below, source_role.pitch)
