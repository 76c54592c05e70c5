"""A finding: headline, exhibit title, the chart, and the words of its annotations beside it.

The kind lays the chart out for the place and says where each annotation stands; the words are set here.
"""

from __future__ import annotations

from report.briefing.model import Finding
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.frames import place_text, single
from report.deck.layout.annotations import place_notes, set_note
from report.deck.layout.exhibits import exhibit, mode_text
from report.deck.layout.frame import assembled, foot, head
from report.deck.model import PlacedPicture, PlacedText, Slide
from report.drawing.model import Drawing, MarkRole
from report.units import Box


def place_finding(desk: Desk, finding: Finding, number: int) -> Slide:
    """The slide of one finding."""
    layout = desk.layouts.finding
    titles = head(
        desk,
        layout,
        kicker=finding.topic,
        headline=finding.headline,
        is_supported=finding.is_supported,
        location=finding.exhibit.location,
    )
    shown = _shown(desk, finding)
    source = finding.source
    items = [*titles, *shown, *foot(desk, layout, source, number, finding.exhibit.location)]
    return assembled(desk, layout, items, [*(prose.text for prose in finding.notes), source.topic, source.base])


def _shown(desk: Desk, finding: Finding) -> list[PlacedText | PlacedPicture]:
    """Exhibit title, picture and the words beside it; nothing, and a fault, if the chart does not fit."""
    frame, ground = desk.format.frame, desk.ground(desk.layouts.finding)
    height = frame.exhibit_bottom - frame.exhibit_top
    box = Box(desk.format.grid.left, frame.exhibit_top, desk.format.measure, height)
    place = exhibit(desk, finding.id, box, desk.setting(desk.format.charts, ground))
    notes = [set_note(desk, annotation, place.note_width(desk)) for annotation in finding.annotations]
    drawing = place.drawing(desk, [note.request for note in notes])
    if drawing is None:
        return []
    picture = place.picture(drawing)
    return [_title(desk, finding, drawing), picture, *place_notes(notes, drawing.notes, picture.box)]


def _title(desk: Desk, finding: Finding, drawing: Drawing) -> PlacedText:
    slot = desk.layouts.finding.slot(layouts.body(1))
    line = desk.typesetter.line(
        _title_text(desk, finding, drawing),
        styles.soft(slot.type.size, desk.ground(desk.layouts.finding)),
        what="exhibit title",
        width=slot.width,
        location=finding.exhibit.location,
    )
    return place_text(
        "exhibit title",
        single(line),
        x=slot.x,
        baseline=slot.baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _title_text(desk: Desk, finding: Finding, drawing: Drawing) -> str:
    """The exhibit's title; over a field of dots it says what a dot stands for."""
    if all(mark.role is not MarkRole.DOT for mark in drawing.marks):
        return finding.exhibit.title
    survey, words = desk.briefing.survey, desk.words
    one_dot = words.one_dot.format(unit=survey.unit.text(desk.language.code))
    return f"{one_dot}, {mode_text(desk, finding.exhibit.question)}"
