"""What leaves its page is told, whatever it is; on the house's pages nothing does."""

from dataclasses import replace

from report.drawing.model import Circle, Edge, MarkRole, Rect, Stroke
from report.formats.a4_pages import A4_PAGES
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.edges import outside_pages
from report.summary.model import Page
from report.theme.house import HOUSE
from report.units import Box
from tests.summary.briefings import FONTS, GERMAN, PLACE, briefing, finding, laid_out, placed, words

PAPER = HOUSE.paper
NARROW = replace(A4_PAGES, width=A4_PAGES.right - 40)
"""Pages whose margins lie beyond their edge."""


def test_what_leaves_its_page_is_refused_with_its_page_and_by_how_much() -> None:
    summary, faults = laid_out(briefing(finding()), pages=NARROW)

    told = {fault.message: fault.location for fault in faults}
    assert summary is None
    assert {fault.id for fault in faults} == {"outside-page"}
    assert told['"findings/goals/exhibit" reaches 40 pt over the edge of page 2 of the summary'] == PLACE
    assert told['"cover/field" reaches 40 pt over the edge of page 1 of the summary'] is None
    assert told['"rule" reaches 40 pt over the edge of page 2 of the summary'] is None
    assert any(message.startswith('"Seite 1 von ') for message in told)


def test_a_text_of_several_lines_is_told_once_at_its_place() -> None:
    short = replace(A4_PAGES, height=A4_PAGES.top + 50)

    _, faults = laid_out(briefing(finding()), pages=short)

    (text,) = (fault for fault in faults if '"findings/goals/text/1"' in fault.message)
    assert text.location == PLACE


def test_where_texts_are_too_long_only_they_are_told() -> None:
    _, faults = laid_out(briefing(finding(headline=words(40))), pages=NARROW)

    assert [fault.id for fault in faults] == ["text-too-long"]


def test_every_kind_of_furniture_is_looked_at() -> None:
    edge = Edge(PAPER.rule, 1.0)
    items = (
        Stroke(MarkRole.RULE, 50.0, -0.5, 50.0, 30.0, PAPER.rule, 1.0),
        Rect(MarkRole.PANEL, Box(-2.0, 0.0, 50.0, 50.0), fill=PAPER.panel),
        Circle(MarkRole.RING, 1.0, 50.0, 3.8, edge=edge),
    )
    summary = placed(briefing())
    typesetter = PageTypesetter(FONTS, GERMAN, HOUSE, A4_PAGES, {})

    told = [fault.message for fault in outside_pages([Page(7, items)], summary.document, typesetter)]

    assert told == [
        '"rule" reaches 1 pt over the edge of page 7 of the summary',
        '"panel" reaches 2 pt over the edge of page 7 of the summary',
        '"ring" reaches 3 pt over the edge of page 7 of the summary',
    ]
