"""What a summary shows of its document: every part of it reaches a page."""

from dataclasses import replace

from report.document.build import build_document
from report.document.model.nodes import (
    Annotation,
    Edition,
    Heading,
    Illustration,
    KeyFigure,
    Node,
    Note,
    Output,
    Paragraph,
    Source,
    Speaker,
    walk,
)
from report.document.model.tables import TableCell
from report.summary.model import PlacedDrawing, PlacedLine, Summary
from tests.builders import question, speaking_of_its_survey, survey, tabulated
from tests.summary.briefings import Charts, briefing, finding, placed, statement

LEAVES = (Heading, Paragraph, Edition, Annotation, Note, Source, Speaker, KeyFigure, Illustration, TableCell)


def whole() -> Summary:
    """A summary with everything in it."""
    told = briefing(finding("a", is_supported=False), finding("b"), statements=(statement(after="a"),))
    return placed(replace(told, is_title_supported=False))


def leaves(document: Node) -> list[Node]:
    return [node for node in walk(document, Output.SUMMARY) if isinstance(node, LEAVES)]


def test_ids_are_unique() -> None:
    ids = [node.id for node in walk(whole().document)]

    assert len(ids) == len(set(ids))


def test_an_answer_may_be_called_like_a_part_of_its_table() -> None:
    asked = survey(question("q", {"head": 30, "caption": 20, "base": 10}, n=430))
    told = briefing(survey=asked, tables=tabulated(asked), findings=(), messages=(), recommendations=None)
    ids = [node.id for node in walk(build_document(speaking_of_its_survey(told), Charts()))]

    assert len(ids) == len(set(ids))


def test_everything_that_is_said_stands_on_a_page_and_nothing_else() -> None:
    summary = whole()

    shown = {
        item.node
        for page in summary.pages
        for item in page.items
        if isinstance(item, PlacedLine | PlacedDrawing) and item.node
    }
    assert shown == {leaf.id for leaf in leaves(summary.document)}


def test_without_messages_nothing_is_called_a_glance() -> None:
    summary = placed(briefing(finding("a"), messages=()))

    assert "glance/heading" not in [node.id for node in walk(summary.document)]
    assert not [i for i in summary.pages[0].items if isinstance(i, PlacedLine) and i.node == "glance/heading"]


def test_the_words_of_a_text_are_those_on_the_page() -> None:
    summary = whole()

    for leaf in leaves(summary.document):
        if isinstance(leaf, Heading | Paragraph | TableCell) and not leaf.id.endswith(("kicker", "topic", "stamp")):
            lines = [i.line for p in summary.pages for i in p.items if isinstance(i, PlacedLine) and i.node == leaf.id]
            text = "".join(line.text[:-1] if line.is_divided else f"{line.text} " for line in lines)
            if leaf.id != "glance/heading":
                assert " ".join(text.split()).replace("- ", "-") == " ".join(
                    (leaf.marked if isinstance(leaf, TableCell) else leaf.text).text.split()
                ), leaf.id


def test_there_is_one_title_and_a_heading_for_every_section() -> None:
    headings = [node for node in walk(whole().document, Output.SUMMARY) if isinstance(node, Heading)]

    assert [(heading.level, heading.id) for heading in headings] == [
        (1, "cover/title"),
        (2, "glance/heading"),
        (2, "findings/a/headline"),
        (2, "findings/b/headline"),
        (2, "recommendations/headline"),
        (2, "method/headline"),
        (2, "appendix/headline"),
    ]


def test_a_statement_follows_the_finding_that_it_names() -> None:
    sections = [section.id for section in whole().document.children if section.children]

    assert sections == [
        "cover",
        "glance",
        "findings/a",
        "statements/strategy",
        "findings/b",
        "recommendations",
        "method",
        "appendix",
    ]


def test_numbers_keep_their_cells_down_to_the_spans_on_the_page() -> None:
    summary = whole()

    cells = {
        cell
        for page in summary.pages
        for item in page.items
        if isinstance(item, PlacedLine)
        for span in item.line.spans
        for cell in span.cells
    }
    assert {"teams/own@w2016", "teams/own@w2013", "goals/awareness@w2014", "tools/video@w2016"} <= cells
