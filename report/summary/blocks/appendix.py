"""Places what surrounds the tables of the appendix: its head, its footnotes and its source."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose
from report.document.model import AppendixSection
from report.document.model.nodes import Footnote, Output
from report.formats.page_kinds import PageFormat
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.table import least_height, space_above
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item, PlacedLine, PlacedPart
from report.text.model import Line
from report.units import Pt

MOST_PAGES = 2
"""Of tables whose footnotes stand together behind the last one."""
ROWS_OF_HEAD = 3
"""How many rows the head of a table and the space above it are as high as."""


def place_appendix_head(appendix: AppendixSection, typesetter: PageTypesetter) -> Piece:
    """Rule, kicker and headline, only where the first table follows; the space between them belongs to it."""
    page, head = typesetter.page, place_head(appendix.kicker, None, appendix.headline, typesetter)
    height = head.baseline + page.appendix.first_gap - page.appendix.gap
    tables = appendix.tables_in(Output.SUMMARY)[:1]
    needs = height + sum(space_above(page) + least_height(table, typesetter) for table in tables)
    return Piece(head.items, height, bookmarks=(head.bookmark,), space_above=page.block.gap, needs=needs)


def is_long(appendix: AppendixSection, page: PageFormat) -> bool:
    """Whether the tables are so many that notes behind the last would stand pages after what they explain."""
    rows = sum(len(table.rows) + ROWS_OF_HEAD for table in appendix.tables_in(Output.SUMMARY))
    return rows * page.appendix.row > MOST_PAGES * page.room


def place_notes(appendix: AppendixSection, typesetter: PageTypesetter, *, is_long: bool) -> Iterator[Piece]:
    """What stands below the last table: the source, each footnote before it unless these stand with their tables."""
    page, source = typesetter.page, appendix.source_with_signs
    gap = page.appendix.notes_gap
    footnotes = () if is_long else tuple(place_footnotes(appendix.footnotes, typesetter, gap=gap))
    yield from footnotes
    lines = typesetter.source_note(source, page.measure)
    yield _note(source.id, source.text, lines, typesetter, gap=typesetter.paper.source.pitch if footnotes else gap)


def place_footnotes(
    notes: Sequence[Footnote], typesetter: PageTypesetter, *, gap: Pt, told: Container[str] = ()
) -> Iterator[Piece]:
    """Footnotes, each a piece of its own; gap: from what is above to the baseline of the first one.

    told: the ids of those that stand below an earlier table already.
    """
    for note in notes:
        lines = typesetter.running(note.text, typesetter.paper.source, typesetter.page.measure, what="note")
        id = None if note.id in told else note.id
        piece = _note(id, note.text, lines, typesetter, gap=gap)
        gap = typesetter.paper.source.pitch
        yield piece if id is None else replace(piece, items=_with_number(piece.items, note))


def _with_number(items: Sequence[Item], note: Footnote) -> tuple[Item, ...]:
    """The lines of a note, the number with which it begins as a part of its own."""
    first, *others = items
    assert isinstance(first, PlacedLine)
    return (replace(first, parts=(PlacedPart(note.back, 0, len(note.number)),)), *others)


def _note(id: str | None, text: Prose, lines: Sequence[Line], typesetter: PageTypesetter, *, gap: Pt) -> Piece:
    page, role, rise = typesetter.page, typesetter.paper.source, typesetter.page.appendix.note_rise
    placed, height = stacked(id, lines, page.grid.left, rise, role.pitch), last_baseline(lines, rise, role.pitch)
    typesetter.check_height(height, "a note of the appendix", text)
    return Piece(tuple(placed), height, space_above=gap - rise)
