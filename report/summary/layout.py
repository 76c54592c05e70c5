"""Lays a summary out: page one, then the blocks one below the other, none of them divided by the end of a page."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model import Briefing
from report.charts.model import ChartBook
from report.diagnostics import Diagnostic
from report.formats.page_kinds import PageFormat
from report.summary.blocks.advice import place_advice
from report.summary.blocks.annex import place_annex_head, place_notes
from report.summary.blocks.finding import place_finding
from report.summary.blocks.method import place_method
from report.summary.blocks.piece import Piece
from report.summary.blocks.statement import place_statement
from report.summary.blocks.table import place_table, space_above
from report.summary.blocks.title_page import place_title_page
from report.summary.blocks.typesetter import Typesetter
from report.summary.document import build_document
from report.summary.edges import outside_pages
from report.summary.exhibits import draw_exhibits
from report.summary.flow import Flow
from report.summary.foot import place_feet
from report.summary.model import Properties, Summary
from report.summary.tree import AnnexSection, Document, FindingSection, StatementSection
from report.text.fonts import Fonts
from report.theme.model import Theme


def place_summary(
    briefing: Briefing, charts: ChartBook, fonts: Fonts, theme: Theme, page: PageFormat
) -> tuple[Summary | None, tuple[Diagnostic, ...]]:
    """The summary of a briefing, or None and everything that does not fit."""
    exhibits, faults = draw_exhibits(briefing, charts, fonts, theme, page)
    tree = build_document(briefing, exhibits)
    typesetter = Typesetter(fonts, briefing.language, theme, page, briefing.origins)
    flow = _flow(tree, typesetter)
    pages = place_feet(flow.pages, briefing, typesetter)
    summary = Summary(tree, page.width, page.height, pages, tuple(flow.outline), _properties(briefing))
    faults = (*faults, *typesetter.faults)
    if not faults:  # else what is too long may leave its page, and is told already
        faults = tuple(outside_pages(pages, tree, typesetter))
    return (None if faults else summary), faults


def _flow(tree: Document, typesetter: Typesetter) -> Flow:
    flow = Flow(place_title_page(tree.title_page, tree.glance, typesetter), typesetter.page)
    for piece in _blocks(tree, typesetter):
        flow.place(piece)
    _place_annex(tree.annex, flow, typesetter)
    return flow


def _blocks(tree: Document, typesetter: Typesetter) -> Iterator[Piece]:
    for block in tree.blocks:
        yield from _block(block, typesetter)
    if tree.advice:
        yield from place_advice(tree.advice, typesetter)
    yield from place_method(tree.method, typesetter)


def _block(block: FindingSection | StatementSection, typesetter: Typesetter) -> tuple[Piece, ...]:
    if isinstance(block, FindingSection):
        return place_finding(block, typesetter)
    return place_statement(block, typesetter)


def _place_annex(annex: AnnexSection, flow: Flow, typesetter: Typesetter) -> None:
    flow.place(place_annex_head(annex, typesetter))
    for table in annex.tables:
        for piece in place_table(table, typesetter, room=flow.room(space_above(typesetter.page))):
            flow.place(piece)
    for note in place_notes(annex, typesetter):
        flow.place(note)


def _properties(briefing: Briefing) -> Properties:
    topics = dict.fromkeys(briefing.question_topics.values())
    return Properties(
        title=briefing.title.text,
        author=briefing.publisher,
        subject=f"{briefing.short_title} · {briefing.running_foot}",
        keywords=tuple(topics),
        language=briefing.language.tag,
    )
