"""Places what surrounds the tables of the appendix: its head, its footnotes and its source."""

from __future__ import annotations

from collections.abc import Iterator

from report.document.model import AppendixSection
from report.document.model.nodes import Output
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.table import least_height, space_above
from report.summary.blocks.typesetter import PageTypesetter


def place_appendix_head(appendix: AppendixSection, typesetter: PageTypesetter) -> Piece:
    """Rule, kicker and headline, only where the first table follows; the space between them belongs to it."""
    page, head = typesetter.page, place_head(appendix.kicker, None, appendix.headline, typesetter)
    height = head.baseline + page.appendix.first_gap - page.appendix.gap
    tables = appendix.tables_in(Output.SUMMARY)[:1]
    needs = height + sum(space_above(page) + least_height(table, typesetter) for table in tables)
    return Piece(head.items, height, bookmarks=(head.bookmark,), space_above=page.block.gap, needs=needs)


def place_notes(appendix: AppendixSection, typesetter: PageTypesetter) -> Iterator[Piece]:
    """Footnotes and source, each a piece of its own."""
    page, role, rise = typesetter.page, typesetter.paper.source, typesetter.page.appendix.note_rise
    source = appendix.source_with_signs
    notes = [
        (note.id, note.text, typesetter.running(note.text, role, page.measure, what="note"))
        for note in appendix.footnotes
    ]
    notes.append((source.id, source.text, typesetter.source_note(source, page.measure)))
    for number, (id, text, lines) in enumerate(notes):
        placed = stacked(id, lines, page.grid.left, rise, role.pitch)
        height = last_baseline(lines, rise, role.pitch)
        typesetter.check_height(height, "a note of the appendix", text)
        gap = role.pitch if number else page.appendix.notes_gap
        yield Piece(tuple(placed), height, space_above=gap - rise)
