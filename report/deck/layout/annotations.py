"""The words of annotations: set first, so that the chart's kind knows their size, placed where the kind says.

Brackets and leaders belong to the picture; the words are native text, in ink where bold, else in text grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.model import NoteRequest
from report.deck import styles
from report.deck.desk import Desk
from report.deck.layout.frame import bound_name
from report.deck.model import PlacedParagraph, PlacedText
from report.deck.text_boxes import first_baseline, paragraph, place_text
from report.document.model.nodes import Annotation
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.typesetting.places import Place
from report.units import Box, Pt

MOST_LEAD_LINES = 2
MOST_LINES = 12
"""More do not stand beside an exhibit; the kind refuses notes that have no room beside each other."""


@frozen
class Note:
    """An annotation with its words broken into lines of one type."""

    annotation: Annotation
    type: TypeSize
    paragraphs: tuple[PlacedParagraph, ...]

    @property
    def request(self) -> NoteRequest:
        """The place that the note asks for: as high as its lines, as wide as the longest of them."""
        lines = [line for paragraph in self.paragraphs for line in paragraph.lines]
        width = max((line.width for line in lines), default=0.0)
        told, high = self.annotation, self.type.pitch * len(lines)
        cells = tuple(str(cell) for cell in (*told.lead.cells, *told.text.cells))
        return NoteRequest(told.at, width, high, told.location, cells)


def set_note(desk: Desk, annotation: Annotation, width: Pt) -> Note:
    """The note's lead-in and text, each beginning a line of its own."""
    ground, body = desk.ground(desk.layouts.finding), desk.format.roles.body
    strong, plain = styles.bold(body.size, ground.text), styles.soft(body.size, ground)
    place = Place("annotation", width, (body,), MOST_LINES, annotation.location)
    lead = replace(place, what="lead-in of the annotation", most=MOST_LEAD_LINES)
    parts = [(annotation.lead, strong, lead), (annotation.text, plain, place)]
    fitted = [desk.typesetter.fit(text, style, where, strong=strong) for text, style, where in parts if text.text]
    return Note(annotation, body, tuple(paragraph(part) for part in fitted))


def place_notes(notes: Sequence[Note], places: Sequence[Box], picture: Box) -> list[PlacedText]:
    """The notes in the places that the drawing has for them, which count from the picture's corner."""
    return [
        place_text(
            bound_name(bound_name(f"annotation {number}", note.annotation.lead), note.annotation.text),
            note.paragraphs,
            x=picture.left + place.left,
            baseline=picture.top + place.top + first_baseline(note.type.size, note.type.pitch),
            node=note.annotation.id,
        )
        for number, (note, place) in enumerate(zip(notes, places, strict=True), 1)
    ]
