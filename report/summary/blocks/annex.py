"""Places what surrounds the tables of the annex: its head, its footnotes and its source."""

from __future__ import annotations

from collections.abc import Iterator

from report.document.model import AppendixSection
from report.document.model.nodes import Output
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.table import least_height, space_above
from report.summary.blocks.typesetter import PageTypesetter


def place_annex_head(annex: AppendixSection, typesetter: PageTypesetter) -> Piece:
    """Rule, kicker and headline, only where the first table follows; the space between them belongs to it."""
    page, head = typesetter.page, place_head(annex.kicker, None, annex.headline, typesetter)
    height = head.baseline + page.annex.first_gap - page.annex.gap
    tables = annex.tables_in(Output.SUMMARY)[:1]
    needs = height + sum(space_above(page) + least_height(table, typesetter) for table in tables)
    return Piece(head.items, height, bookmarks=(head.bookmark,), space_above=page.block.gap, needs=needs)


def place_notes(annex: AppendixSection, typesetter: PageTypesetter) -> Iterator[Piece]:
    """Footnotes and source, each a piece of its own."""
    page, role, rise = typesetter.page, typesetter.paper.source, typesetter.page.annex.note_rise
    notes = [*((note.id, note.text) for note in annex.footnotes), (annex.source.id, annex.source.text)]
    for number, (id, text) in enumerate(notes):
        lines = typesetter.running(text, role, page.measure, what="note")
        placed = stacked(id, lines, page.grid.left, rise, role.pitch)
        height = last_baseline(lines, rise, role.pitch)
        typesetter.check_height(height, "a note of the annex", text)
        gap = role.pitch if number else page.annex.notes_gap
        yield Piece(tuple(placed), height, space_above=gap - rise)
