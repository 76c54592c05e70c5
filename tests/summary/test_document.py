"""The tree of a summary: what it holds, in which order, and that every part of it reaches a page."""

from dataclasses import replace

from report.summary.model import Node, PlacedDrawing, PlacedLine, Summary, walk
from report.summary.tree import Heading, Illustration, KeyFigure, Note, Paragraph, TableCell
from tests.builders import question, survey, tabulated
from tests.summary.briefings import briefing, finding, placed, statement

LEAVES = (Heading, Paragraph, Note, KeyFigure, Illustration, TableCell)


def whole() -> Summary:
    """A summary with everything in it."""
    told = briefing(finding("a", is_supported=False), finding("b"), statements=(statement(after="a"),))
    return placed(replace(told, is_title_supported=False))


def leaves(tree: Node) -> list[Node]:
    return [node for node in walk(tree) if isinstance(node, LEAVES)]


def test_ids_are_unique() -> None:
    ids = [node.id for node in walk(whole().tree)]

    assert len(ids) == len(set(ids))


def test_an_answer_may_be_called_like_a_part_of_its_table() -> None:
    asked = survey(question("q", {"head": 30, "caption": 20, "base": 10}, n=430))
    ids = [node.id for node in walk(placed(briefing(survey=asked, tables=tabulated(asked))).tree)]

    assert len(ids) == len(set(ids))


def test_everything_that_is_said_stands_on_a_page_and_nothing_else() -> None:
    summary = whole()

    shown = {
        item.node
        for page in summary.pages
        for item in page.items
        if isinstance(item, PlacedLine | PlacedDrawing) and item.node
    }
    assert shown == {leaf.id for leaf in leaves(summary.tree)}


def test_the_words_of_a_text_are_those_on_the_page() -> None:
    summary = whole()

    for leaf in leaves(summary.tree):
        if isinstance(leaf, Heading | Paragraph | TableCell) and not leaf.id.endswith(("kicker", "topic", "stamp")):
            lines = [i.line for p in summary.pages for i in p.items if isinstance(i, PlacedLine) and i.node == leaf.id]
            text = "".join(line.text[:-1] if line.is_divided else f"{line.text} " for line in lines)
            if leaf.id != "glance/heading":
                assert " ".join(text.split()).replace("- ", "-") == " ".join(leaf.text.text.split()), leaf.id


def test_there_is_one_title_and_a_heading_for_every_section() -> None:
    headings = [node for node in walk(whole().tree) if isinstance(node, Heading)]

    assert [(heading.level, heading.id) for heading in headings] == [
        (1, "title/title"),
        (2, "glance/heading"),
        (2, "finding/a/headline"),
        (2, "finding/b/headline"),
        (2, "advice/headline"),
        (2, "method/headline"),
        (2, "annex/headline"),
    ]


def test_a_statement_follows_the_finding_that_it_names() -> None:
    sections = [section.id for section in whole().tree.children]

    assert sections == ["title", "glance", "finding/a", "statement/strategy", "finding/b", "advice", "method", "annex"]


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
