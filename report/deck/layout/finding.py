"""A finding: headline, exhibit title, the chart, and the words of its annotations beside it.

The kind lays the chart out for the place and says where each annotation stands; the words are set here.
"""

from __future__ import annotations

from report.briefing.model.prose import Prose
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.annotations import place_notes, set_note
from report.deck.layout.exhibits import drawings_of, exhibit
from report.deck.layout.frame import assembled, foot, head
from report.deck.layout.number import place_number
from report.deck.model import PlacedItem, PlacedText, Slide
from report.deck.text_boxes import paragraph, single
from report.document.model import FindingSection
from report.drawing.model import MarkRole
from report.typesetting.places import Fitted, Place
from report.typesetting.signs import explained, signs_in
from report.typesetting.statements import statements_left_out, with_statements
from report.units import Box, Pt

MOST_TITLE_LINES = 2
"""Of an exhibit's title: one as a rule; one that names an answer of up to 120 characters needs two."""


def place_finding(finding: FindingSection, desk: Desk, number: int) -> Slide:
    """The slide of one finding."""
    layout = desk.layouts.finding
    titles = head(
        desk,
        layout,
        kicker=finding.kicker,
        headline=finding.headline,
        stamp=finding.stamp,
        location=finding.exhibit.location,
    )
    shown = _shown(desk, finding, _raised(desk, finding, titles[0]))
    signs = signs_in(drawings_of(shown), desk.language, [finding.exhibit_title.text], of=finding.source)
    left_out = statements_left_out(finding.exhibit.chart, drawings_of(shown))
    source = explained(with_statements(finding.source, left_out, finding.exhibit.chart, desk.language), signs)
    items = [*titles, *shown, *foot(desk, layout, source, number, finding.exhibit.location)]
    return assembled(desk, layout, items, finding.notes, left_out)


def _raised(desk: Desk, finding: FindingSection, headline: PlacedText) -> Pt:
    """How much higher a table begins that stands below a headline of one line; other exhibits stay where they are."""
    rises = desk.charts.kind(finding.exhibit.chart.kind).kind.rises and len(headline.baselines) == 1
    return desk.format.frame.second_line if rises else 0.0


def _shown(desk: Desk, finding: FindingSection, raised: Pt) -> list[PlacedItem]:
    """Exhibit title, picture and the words beside it; nothing, and a fault, if the chart does not fit.

    Below a title of two lines it begins one line lower.
    """
    frame, ground = desk.format.frame, desk.ground(desk.layouts.finding)
    slot = desk.layouts.finding.slot(layouts.body(1))
    title = _fitted(desk, finding, finding.exhibit_title.text)
    top = frame.exhibit_top - raised + (len(title.lines) - 1) * slot.type.pitch
    box = Box(desk.format.grid.left, top, desk.format.measure, frame.exhibit_bottom - top)
    setting = desk.setting(desk.format.charts, ground)
    place = exhibit(desk, finding.exhibit, box, setting, finding.kicker.text.text)
    notes = [set_note(desk, annotation, place.note_width(desk)) for annotation in finding.annotations]
    shown = place.shown(desk, [note.request for note in notes])
    if shown is None:
        return []
    picture = shown.picture
    if any(mark.role is MarkRole.DOT for mark in picture.drawing.marks):  # then it says what a dot stands for
        title = _fitted(desk, finding, finding.title_of_dots.text)
    lines = single(title.lines[0]) if len(title.lines) == 1 else (paragraph(title),)
    placed = slot.filled("exhibit title", lines, baseline=slot.baseline - raised)
    if finding.number:
        return [placed, *place_number(desk, finding.number, picture)]
    return [placed, *shown.items, *place_notes(notes, picture.drawing.notes, picture.box)]


def _fitted(desk: Desk, finding: FindingSection, title: Prose) -> Fitted:
    slot = desk.layouts.finding.slot(layouts.body(1))
    style = styles.soft(slot.type.size, desk.ground(desk.layouts.finding))
    place = Place("exhibit title", slot.width, (slot.type,), MOST_TITLE_LINES, finding.exhibit.location)
    return desk.typesetter.fit(title, style, place)
