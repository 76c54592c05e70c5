"""Places what surrounds the tables of the annex: its head, its footnotes and its source."""

from __future__ import annotations

from collections.abc import Iterator

from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.table import SPACE_ABOVE, TABLE_GAP, least_height
from report.summary.blocks.typesetter import Typesetter
from report.summary.grid import LEFT, WIDTH
from report.summary.tree import AnnexSection
from report.units import Pt

FIRST_TABLE_GAP: Pt = 43.0
"""From the last baseline of the headline to the caption of the first table."""
NOTES_GAP: Pt = 34.0
"""From the last hairline of the tables to the first note."""
NOTE_RISE: Pt = 8.0
"""From the top of a note to its first baseline."""


def place_annex_head(annex: AnnexSection, typesetter: Typesetter) -> Piece:
    """Rule, kicker and headline, only where the first table follows; the space between them belongs to it."""
    head = place_head(annex.kicker, None, annex.headline, typesetter)
    height = head.baseline + FIRST_TABLE_GAP - TABLE_GAP
    table = [SPACE_ABOVE + least_height(annex.tables[0], typesetter)] if annex.tables else []
    return Piece(head.items, height, bookmarks=(head.bookmark,), needs=height + sum(table))


def place_notes(annex: AnnexSection, typesetter: Typesetter) -> Iterator[Piece]:
    """Footnotes and source, each a piece of its own."""
    role = typesetter.paper.source
    for number, note in enumerate((*annex.footnotes, annex.source)):
        lines = typesetter.running(note.text, role, WIDTH, what="note")
        placed = stacked(note.id, lines, LEFT, NOTE_RISE, role.pitch)
        height = last_baseline(lines, NOTE_RISE, role.pitch)
        typesetter.check_height(height, "a note of the annex", note.text)
        gap = role.pitch if number else NOTES_GAP
        yield Piece(tuple(placed), height, space_above=gap - NOTE_RISE)
