"""The contents: where a reader finds what in a summary of many pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from report.briefing.model import Briefing
from report.document.model.frame import ContentsSection
from report.summary.model import PlacedLine, Summary
from report.summary.writer import write_summary
from tests.builders import MULTIPLE, question, survey, tabulated
from tests.summary.briefings import FONTS, PROFILE, briefing, finding, placed, words
from tests.tagged_pdf.reading import opened, structure


def long(count: int, **changes: object) -> Briefing:
    """A briefing of so many findings, each longer than half a page."""
    return briefing(*(finding(f"f{number}", text=(words(150),)) for number in range(count)), **changes)


def contents_of(summary: Summary) -> ContentsSection:
    assert summary.document.contents
    return summary.document.contents


def lines(summary: Summary) -> dict[str, tuple[int, PlacedLine]]:
    """The first line of every node, and its page."""
    found: dict[str, tuple[int, PlacedLine]] = {}
    for page in summary.pages:
        for item in page.body:
            if isinstance(item, PlacedLine) and item.node:
                found.setdefault(item.node, (page.number, item))
    return found


def assert_tells_where_everything_is(summary: Summary) -> None:
    placed_at = lines(summary)
    for row in contents_of(summary).rows:
        page, _ = placed_at[row.leads_to]
        assert placed_at[row.page.id][1].line.text == str(page), row.title.text.text


def test_six_pages_have_no_contents() -> None:
    summary = placed(long(3))

    assert len(summary.pages) == 6
    assert summary.document.contents is None
    assert not any(node.startswith("contents") for node in lines(summary))


def test_more_pages_have_contents() -> None:
    summary = placed(long(4))

    assert len(summary.pages) > 6
    assert summary.document.contents


def test_contents_name_every_section_with_its_page() -> None:
    summary = placed(long(8))

    rows = [(row.level, row.leads_to) for row in contents_of(summary).rows]
    assert rows == [
        *[(1, f"findings/f{number}/headline") for number in range(8)],
        (1, "recommendations/headline"),
        (1, "method/headline"),
        (1, "appendix/headline"),
        *[(2, f"appendix/{name}/caption") for name in ("teams", "goals", "tools")],
    ]
    assert_tells_where_everything_is(summary)


def test_contents_open_the_second_page_and_short_ones_share_it() -> None:
    summary = placed(long(7))
    placed_at = lines(summary)

    assert placed_at["contents/heading"][0] == 2
    assert_tells_where_everything_is(summary)
    assert summary.outline[2].title == "Inhalt"
    assert (summary.outline[2].page, summary.outline[2].depth) == (2, 1)


def test_short_contents_stand_alone_where_a_page_would_be_emptier_with_them() -> None:
    """Below them there is room for one of the short findings; the other one would have a page before the long ones."""
    short, long_one = ("one", "two"), finding("long", text=(words(220),))
    findings = [*(finding(id, text=("Kurz.",)) for id in short), *(replace(long_one, id=f"l{n}") for n in range(5))]

    summary = placed(briefing(*findings))

    placed_at = lines(summary)
    assert {placed_at[f"findings/{id}/headline"][0] for id in short} == {3}
    assert {node.partition("/")[0] for node, (page, _) in placed_at.items() if page == 2} == {"contents"}
    assert_tells_where_everything_is(summary)


@pytest.mark.parametrize("is_by_rule", [True, False])
def test_a_later_finding_fills_the_page_of_the_contents_where_no_author_chose_their_order(is_by_rule: bool) -> None:
    findings = [finding(f"f{number}", text=(words(150),)) for number in range(5)]
    summary = placed(briefing(*findings, finding("short", text=("Kurz.",)), is_by_rule=is_by_rule))

    placed_at = lines(summary)
    assert (placed_at["findings/short/headline"][0] == 2) is is_by_rule
    assert [row.leads_to for row in contents_of(summary).rows][0 if is_by_rule else 5] == "findings/short/headline"
    assert_tells_where_everything_is(summary)


def test_long_contents_have_a_page_of_their_own() -> None:
    summary = placed(long(20))
    on_second = [i for i in summary.pages[1].body if isinstance(i, PlacedLine) and i.node]

    assert all(item.node and item.node.startswith("contents") for item in on_second)
    assert_tells_where_everything_is(summary)


def test_tables_are_left_out_where_they_would_need_a_second_page() -> None:
    questions = [question(f"q{number}", {"a": 60, "b": 50}, type=MULTIPLE) for number in range(60)]
    asked = survey(*questions)
    summary = placed(briefing(survey=asked, tables=tabulated(asked), findings=(), messages=(), recommendations=None))

    assert {row.level for row in contents_of(summary).rows} == {1}
    assert_tells_where_everything_is(summary)


def test_more_titles_than_a_page_holds_go_on_on_the_next() -> None:
    told = long(44)
    summary = placed(replace(told, findings=(finding("short", text=("Kurz.",)), *told.findings)))
    placed_at = lines(summary)

    assert {placed_at[row.title.id][0] for row in contents_of(summary).rows} == {2, 3}
    assert placed_at["findings/short/headline"][0] == 3  # below the last of them
    assert_tells_where_everything_is(summary)


def test_numbers_end_at_the_margin_and_titles_keep_clear_of_them() -> None:
    summary = placed(long(8))
    placed_at = lines(summary)

    for row in contents_of(summary).rows:
        (_, title), (_, number) = placed_at[row.title.id], placed_at[row.page.id]
        assert number.x + number.line.width == pytest.approx(544.3)
        assert title.x + title.line.width < 544.3 - 30


def test_every_title_leads_to_where_it_stands() -> None:
    summary = placed(long(8))
    pdf = opened(write_summary(summary, FONTS, PROFILE, datetime(2016, 6, 1, tzinfo=UTC)))
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    placed_at = lines(summary)

    (table,) = structure(pdf).all("TOC")
    links = [link for row in table.children for link in row.all("Link")]

    rows = contents_of(summary).rows
    assert [row.tag for row in table.children] == ["TOCI"] * len(rows)
    for link, row in zip(links, rows, strict=True):
        annotation = link.entries.K[1].Obj
        assert pages[annotation.Dest[0].objgen] == placed_at[row.leads_to][0]
        assert annotation.Contents == row.title.text.text
