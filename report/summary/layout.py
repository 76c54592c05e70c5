"""Lays a summary out: page one, then the blocks one below the other, none of them divided by the end of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.model import ChartBook
from report.diagnostics import Diagnostic
from report.document.model import Document
from report.document.model.nodes import Output
from report.document.model.tables import Table
from report.formats.page_kinds import PageFormat
from report.summary.blocks.appendix import is_long, place_appendix_head, place_footnotes, place_notes
from report.summary.blocks.contact import place_contact
from report.summary.blocks.contents import fitting, place_contents
from report.summary.blocks.piece import SLACK, Piece
from report.summary.blocks.table import place_table, space_above
from report.summary.blocks.title_page import place_title_page
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.edges import outside_pages
from report.summary.exhibits import draw_exhibits
from report.summary.flow import Flow
from report.summary.foot import place_feet
from report.summary.model import Properties, Summary
from report.summary.paging import fixed_block, paged
from report.summary.sections import Sections
from report.summary.structure.document import structure_of
from report.text.fonts import Fonts
from report.theme.model import Theme
from report.units import Pt

MOST_WITHOUT_CONTENTS = 6
"""Pages that a reader finds the way in without."""
MOST_OF_PAGE_TO_SHARE = 0.5
"""The share of a page up to which contents leave room for what follows them."""
MOST_OF_PAGE_FOR_NOTES = 0.5
"""The share of a page that notes may ask for below the last table; longer ones go on by themselves."""


def place_summary(
    document: Document, charts: ChartBook, fonts: Fonts, theme: Theme, page: PageFormat
) -> tuple[Summary | None, tuple[Diagnostic, ...]]:
    """The summary of a document, or None and everything that does not fit."""
    drawings, faults = draw_exhibits(document, charts, fonts, theme, page)
    typesetter = PageTypesetter(fonts, document.language, theme, page, drawings)
    sections = Sections(charts, typesetter)
    if document.is_by_rule:
        document = _filling_pages(document, sections, page)
    flow = _flow(document, typesetter, sections)
    document, flow = _with_contents(document, flow, typesetter, sections)
    structure = structure_of(document, {**drawings, **flow.drawings()})
    pages = place_feet(flow.pages, document, typesetter)
    outline, properties = tuple(flow.outline), _properties(document)
    summary = Summary(document, structure, page.width, page.height, pages, outline, properties)
    faults = (*faults, *typesetter.faults)
    if not faults:  # else what is too long may leave its page, and is told already
        faults = tuple(outside_pages(pages, document, typesetter))
    return (None if faults else summary), faults


def _filling_pages(document: Document, sections: Sections, page: PageFormat, above: Piece | None = None) -> Document:
    """A story by rule with its findings in an order that fills the pages: no author chose the one they have.

    What does not fit below the one before lets the strongest that does go first; else pages end half empty. above: what
    opens the page on which the findings begin.
    """
    waiting = [(section, sections.pieces(section)) for section in document.parts]
    told, left = [], page.room - above.height if above else 0.0
    while waiting:
        following = next((each for each in waiting if _height(each[1]) <= left + SLACK), None)
        if following is None:
            following, left = waiting[0], page.room + waiting[0][1][0].space_above
        waiting.remove(following)
        told.append(following[0])
        left -= _height(following[1])
    contents = document.contents.in_order(told) if document.contents else None
    return replace(document, parts=tuple(told), contents=contents)


def _with_contents(
    document: Document, flow: Flow, typesetter: PageTypesetter, sections: Sections
) -> tuple[Document, Flow]:
    """The document as its pages say it, with contents where these are many; and the pages.

    Where they end on the upper half of a page they stand above what follows, for which all is laid out again, unless
    that takes more pages, or leaves one of them emptier than any is where they stand alone.
    """
    if document.contents is None or len(flow.pages) <= MOST_WITHOUT_CONTENTS or typesetter.faults:
        return replace(document, contents=None), flow
    contents = fitting(document.contents, typesetter)
    document, pieces = replace(document, contents=contents), place_contents(contents, {}, typesetter)
    flow.insert(place_contents(contents, flow.places(moved=len(pieces)), typesetter))
    if pieces[-1].height > typesetter.page.room * MOST_OF_PAGE_TO_SHARE:
        return document, flow
    is_by_rule, page = document.is_by_rule, typesetter.page
    sharing = _filling_pages(document, sections, page, above=pieces[-1]) if is_by_rule else document
    shared = _flow(sharing, typesetter, sections, opening=pieces)
    shared.exchange(place_contents(sharing.contents or contents, shared.places(), typesetter))
    return (sharing, shared) if shared.spent <= flow.spent else (document, flow)


def _height(pieces: Sequence[Piece]) -> Pt:
    """Of pieces below another one."""
    return sum(piece.space_above + piece.height for piece in pieces)


def _flow(document: Document, typesetter: PageTypesetter, sections: Sections, opening: Sequence[Piece] = ()) -> Flow:
    """opening: what stands behind the first page."""
    page, flow = typesetter.page, Flow(place_title_page(document.cover, document.glance, typesetter), typesetter.page)
    appendix = place_appendix_head(document.appendix, typesetter)
    body = [section for section in document.body if section.is_said_in(Output.SUMMARY)]
    opens = [fixed_block(piece, starts_page=number > 0) for number, piece in enumerate(opening)]
    blocks = [*opens, *sections.blocks(body)]
    follows = appendix.space_above + max(appendix.height, appendix.needs)
    for piece in paged(blocks, page.room, closest=sections.closest, follows=follows):
        flow.place(piece)
    flow.place(appendix)
    contact = [place_contact(document.contact, typesetter)] if document.contact else []
    _place_appendix(document, flow, typesetter, contact)
    return flow


def _place_appendix(document: Document, flow: Flow, typesetter: PageTypesetter, contact: Sequence[Piece]) -> None:
    """The tables, and their notes on the page of the last one: a page that holds notes alone tells nobody what of.

    Of a long appendix each part of a table has its footnotes below it, a question on one page has each once. contact:
    what ends the summary, if anything does; a page that holds it alone looks left over.
    """
    appendix, page = document.appendix, typesetter.page
    apart, tables, told = is_long(appendix, page), appendix.tables_in(Output.SUMMARY), dict[tuple[str, str], int]()
    *others, last = place_notes(appendix, typesetter, is_long=apart)
    needs = last.height + sum(piece.space_above + piece.height for piece in contact)
    at_the_end = (*others, replace(last, needs=needs), *contact)
    gap = page.appendix.own_notes_gap

    def below(part: Table) -> Pt:
        is_last = part.id == tables[-1].id and part.columns[-1] == tables[-1].columns[-1]
        own = place_footnotes(appendix.footnotes_of(part) if apart else (), typesetter, gap=gap)
        notes = (*own, *(at_the_end if is_last else ()))
        return min(sum(note.space_above + note.height for note in notes), page.room * MOST_OF_PAGE_FOR_NOTES)

    for table in tables:
        for part, pieces in place_table(table, typesetter, room=flow.room(space_above(page)), below=below):
            for piece in pieces:
                flow.place(piece)
            own = appendix.footnotes_of(part) if apart else ()
            new = [note for note in own if told.get((table.question, note.id)) != len(flow.pages)]
            for note in place_footnotes(new, typesetter, gap=gap, told=[id for _, id in told]):
                flow.place(note)
            told |= {(table.question, note.id): len(flow.pages) for note in new}
    for note in at_the_end:
        flow.place(note)


def _properties(document: Document) -> Properties:
    return Properties(
        title=document.cover.title.text.text,
        author=document.publisher,
        subject=document.foot.text.text,
        keywords=document.topics,
        language=document.language.tag,
    )
