"""Where things stand on the pages, by the measures of their format."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.model import Briefing, Contact
from report.diagnostics import SourceText
from report.document.model import Document
from report.document.model.nodes import Paragraph, walk
from report.drawing.model import Circle, MarkRole, Rect, Stroke
from report.formats.a4_pages import A4_PAGES
from report.formats.closer import closer
from report.summary.blocks.piece import SLACK
from report.summary.model import Page, PlacedDrawing, PlacedLine, Summary
from report.text.model import Face
from report.units import Box
from tests.builders import MULTIPLE, question, tabulated
from tests.builders import words as survey_words
from tests.summary.briefings import FONTS, Charts, briefing, finding, message, placed, said, statement, words
from tests.summary.reading import (
    baselines,
    flowing,
    lines_of,
    lowest,
    nodes_on,
    pages_of,
    right_edge,
    rules_at_top,
    text_of,
)

A4 = A4_PAGES
BLOCK, ROLES, LEFT, MAIN = A4.block, A4.roles, A4.grid.left, A4.main


def drawing_of(summary: Summary, node: str) -> PlacedDrawing:
    (found,) = (i for page in summary.pages for i in page.items if isinstance(i, PlacedDrawing) and i.node == node)
    return found


def with_questions(*rows: int, first: bool = False) -> Briefing:
    """A briefing with further questions of so many answers each, asked before or after the others."""
    base = briefing()
    more = [
        question(f"q{n}", {f"a{n}_{row}": 10 for row in range(count)}, type=MULTIPLE) for n, count in enumerate(rows)
    ]
    own = base.survey.questions
    asked = replace(base.survey, questions=(*more, *own) if first else (*own, *more))
    return replace(base, survey=asked, tables=tabulated(asked))


def repeated_lines(summary: Summary) -> list[str]:
    """The texts that belong to no node."""
    return [i.line.text for page in summary.pages for i in page.items if isinstance(i, PlacedLine) and i.node is None]


def rows_on(page: Page, table: str) -> list[str]:
    """The labels of a table's rows on a page."""
    return [node for node in nodes_on(page) if node.startswith(f"{table}/row/") and node.endswith("/label")]


def test_a_finding_hangs_from_its_rule_by_the_measures_of_its_format() -> None:
    summary = placed(briefing(finding(headline="Kurz", text=("Ein Satz.",), annotations=(("Lead", "Text."),))))

    assert rules_at_top(summary.pages[1])[0].y1 == A4.top
    assert baselines(summary, "findings/goals/kicker") == [A4.top + BLOCK.kicker]
    assert baselines(summary, "findings/goals/headline") == [A4.top + BLOCK.headline]
    assert baselines(summary, "findings/goals/exhibit-title") == [A4.top + 2 * BLOCK.headline]
    chart = drawing_of(summary, "findings/goals/exhibit")
    assert chart.top == A4.top + 2 * BLOCK.headline + BLOCK.chart
    text = chart.top + chart.drawing.height + BLOCK.text
    assert baselines(summary, "findings/goals/text/1") == [text]
    key, *words = baselines(summary, "findings/goals/annotations/1")
    assert (key, words) == (text, [text, text + ROLES.side_note.pitch])
    assert baselines(summary, "findings/goals/source")[0] == text + BLOCK.source


def test_a_headline_of_two_lines_lowers_everything_below_it_by_one_pitch() -> None:
    one = placed(briefing(finding(headline="Kurz")))
    two = placed(briefing(finding(headline="Bekanntheit ist das Ziel, das am häufigsten genannt wird")))

    assert len(lines_of(two, "findings/goals/headline")) == 2
    moved = drawing_of(two, "findings/goals/exhibit").top - drawing_of(one, "findings/goals/exhibit").top
    assert moved == pytest.approx(ROLES.headline.pitch)


def test_the_next_block_hangs_a_gap_below_the_last_baseline() -> None:
    told = briefing(finding("a", text=("Kurz.",)), finding("b", text=("Kurz.",)))
    summary = placed(told, Charts({"a": 8, "b": 8}))  # with no room for a third, however close they stand

    first, second, *_ = rules_at_top(summary.pages[1])
    assert second.y1 - baselines(summary, "findings/a/source")[-1] == pytest.approx(BLOCK.gap)
    assert first.y1 == A4.top


@pytest.mark.parametrize(
    ("is_by_rule", "pages"),
    [(True, {"long": [2], "longer": [3], "short": [2]}), (False, {"long": [2], "longer": [3], "short": [4]})],
)
def test_a_later_finding_fills_a_page_that_would_end_early_where_no_author_chose_their_order(
    is_by_rule: bool, pages: dict[str, list[int]]
) -> None:
    findings = (
        finding("long", text=(words(60),)),
        finding("longer", text=(words(220),)),
        finding("short", text=(words(10),)),
    )

    summary = placed(briefing(*findings, is_by_rule=is_by_rule))

    assert {name: pages_of(summary, f"findings/{name}") for name in pages} == pages
    read = [node.id for node in summary.document.parts]
    told = [node for page in summary.pages for node in nodes_on(page) if node.endswith("/headline")]
    assert [f"{id}/headline" for id in read] == told[: len(read)]


def test_kicker_and_notes_stand_in_the_side_column_and_the_rest_in_the_main_one() -> None:
    summary = placed(briefing(finding()))

    assert {line.x for _, line in lines_of(summary, "findings/goals/kicker")} == {LEFT}
    (_, key), *note = lines_of(summary, "findings/goals/annotations/1")
    assert {line.x for _, line in note} == {LEFT}
    assert key.x + key.line.width < LEFT  # its key hangs in the margin
    assert {line.x for _, line in lines_of(summary, "findings/goals/text/1")} == {MAIN}
    assert {line.x for _, line in lines_of(summary, "findings/goals/source")} == {MAIN}


def test_100_per_cent_is_as_long_as_the_main_column() -> None:
    chart = drawing_of(placed(briefing(finding())), "findings/goals/exhibit")

    track = next(mark for mark in chart.drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.TRACK)
    assert chart.left + track.box.left == pytest.approx(MAIN)
    assert track.box.width == pytest.approx(A4.main_width)
    assert chart.left + chart.drawing.width == pytest.approx(A4.right)


def test_the_foot_stands_on_its_line_of_every_page_and_counts_the_pages() -> None:
    summary = placed(briefing(*(finding(f"f{n}") for n in range(3))))

    for page in summary.pages:
        feet = [i for i in page.items if isinstance(i, PlacedLine) and i.node is None]
        assert [line.y for line in feet] == [A4.foot.baseline] * 3
        assert [line.line.text for line in feet] == [
            "Social Media 2016",
            "Bitkom Research, Juni 2016",
            f"Seite {page.number} von {len(summary.pages)}",
        ]
        assert feet[0].x == LEFT
        assert feet[2].x + feet[2].line.width == pytest.approx(A4.right)


class TestPageOne:
    """The block of the title, and "at a glance"."""

    def test_the_block_of_the_title_is_as_wide_as_the_page_and_begins_at_its_edge(self) -> None:
        summary = placed(briefing())

        panel = next(item for item in summary.pages[0].items if isinstance(item, Rect))
        assert panel.box == Box(0, 0, A4.width, A4.title_page.ink_height)

    def test_the_cap_line_of_the_title_is_level_with_the_field(self) -> None:
        summary = placed(briefing())

        assert text_of(summary, "cover/title").startswith("Fast die Hälfte")
        cap_height = FONTS.cap_height(Face.BOLD) * ROLES.title[0].size
        field = drawing_of(summary, "cover/field")
        assert baselines(summary, "cover/title")[0] - cap_height == pytest.approx(field.top)

    def test_the_figure_stands_on_the_first_line_of_its_sentence_and_as_high_as_the_kicker(self) -> None:
        summary = placed(briefing())

        assert baselines(summary, "glance/1/figure") == baselines(summary, "glance/1/text")[:1]
        digits, capitals = FONTS.digit_height(Face.BOLD), FONTS.cap_height(Face.BOLD)
        figure_top = baselines(summary, "glance/1/figure")[0] - digits * ROLES.glance_figure
        kicker_top = baselines(summary, "glance/1/topic")[0] - capitals * ROLES.kicker.size
        assert figure_top == pytest.approx(kicker_top)

    def test_many_rows_follow_each_other_more_closely_than_few(self) -> None:
        few, many = A4.title_page.few_rows, A4.title_page.many_rows
        four = placed(briefing(messages=tuple(message() for _ in range(4))))
        five = placed(briefing(messages=tuple(message() for _ in range(5))))

        assert baselines(four, "glance/2/text")[0] - baselines(four, "glance/1/text")[0] == pytest.approx(few.pitch)
        assert baselines(five, "glance/2/text")[0] - baselines(five, "glance/1/text")[0] == pytest.approx(many.pitch)
        assert baselines(five, "glance/5/text")[-1] < baselines(five, "glance/source")[0] - ROLES.source.size

    def test_only_the_figure_of_the_first_row_is_in_the_accent(self) -> None:
        summary = placed(briefing())

        colors = [lines_of(summary, f"glance/{n}/figure")[0][1].line.spans[0].style.color.hex for n in (1, 2, 3)]
        assert colors == ["#0B6E99", "#15203B", "#15203B"]

    def test_the_sign_beside_the_figure_has_a_set_share_of_its_size(self) -> None:
        (line,) = (line for _, line in lines_of(placed(briefing()), "glance/1/figure"))

        size = ROLES.glance_figure
        sizes = [(span.text, span.style.size) for span in line.line.spans]
        assert sizes == [("49", size), ("\u00a0%", ROLES.unit_share * size)]

    def test_the_number_in_the_caption_is_lit(self) -> None:
        _, line = lines_of(placed(briefing()), "cover/caption")[0]

        assert (line.line.spans[0].text, line.line.spans[0].style.color.hex) == ("49\u00a0von\u00a0100", "#3FB0DB")

    def test_a_title_that_is_too_long_at_its_size_takes_its_floor(self) -> None:
        long = "Fast die Hälfte der Unternehmen der Informationstechnik und Telekommunikation hat ein eigenes Team"
        summary = placed(briefing(title=said(long)))

        sizes = {span.style.size for _, line in lines_of(summary, "cover/title") for span in line.line.spans}
        assert sizes == {ROLES.title[-1].size}
        assert baselines(summary, "cover/subtitle")[-1] <= A4.title_page.subtitle_lowest

    def test_a_title_of_words_that_find_no_room_beside_each_other_is_divided(self) -> None:
        long = "Dienstleistungen Versicherungen Genossenschaften Landesverwaltungen Berufsausbildungen"
        summary = placed(briefing(title=said(f"{long} Stadtverwaltungen Rathäuser")))
        assert "-" in text_of(summary, "cover/title")
        assert baselines(summary, "cover/subtitle")[-1] <= A4.title_page.subtitle_lowest


class TestFlow:
    """Blocks move and are not divided."""

    def test_more_words_and_one_more_finding_move_blocks_and_divide_none(self) -> None:
        told = [finding(f"f{n}", text=(words(60),)) for n in range(4)]
        longer = [finding(f"f{n}", text=(words(60 + 100),)) for n in range(4)]

        before = placed(briefing(*told))
        after = placed(briefing(*longer, finding("new", text=(words(60),))))

        assert len(after.pages) > len(before.pages)
        for name in ("f0", "f1", "f2", "f3", "new"):
            assert len(pages_of(after, f"findings/{name}")) == 1

    def test_a_text_that_no_page_holds_goes_on_below_its_topic(self) -> None:
        summary = placed(briefing(finding("long", text=(words(300), words(200))), finding("next")))

        assert pages_of(summary, "findings/long") == [2, 3]
        assert pages_of(summary, "findings/long/exhibit") == [2]
        assert pages_of(summary, "findings/long/source") == [3]
        repeated = [i.line.text for i in summary.pages[2].items if isinstance(i, PlacedLine) and i.node is None]
        assert repeated[0] == "ZIELE (2 VON 2)"
        lines = [*lines_of(summary, "findings/long/text/1"), *lines_of(summary, "findings/long/text/2")]
        text = " ".join(line.line.text for _, line in lines).replace("- ", "-")
        assert text.count("Befragten") == (words(300) + words(200)).count("Befragten")

    def test_an_appendix_table_that_no_page_holds_repeats_its_head_and_counts_its_parts(self) -> None:
        summary = placed(with_questions(90))

        pages = pages_of(summary, "appendix/q0")
        assert len(pages) == 3
        assert {"Q0 (2 von 3)", "Q0 (3 von 3)"} <= set(repeated_lines(summary))
        rows = [len(rows_on(summary.pages[number - 1], "appendix/q0")) for number in pages]
        assert sum(rows) == 90
        assert min(rows) >= 4

    def test_an_appendix_table_of_few_rows_moves_to_the_next_page_as_a_whole(self) -> None:
        summary = placed(with_questions(*(12,) * 6))

        for number in range(6):
            assert len(pages_of(summary, f"appendix/q{number}")) == 1

    @pytest.mark.parametrize("rows", range(8, 100, 3))
    def test_no_page_holds_notes_alone(self, rows: int) -> None:
        summary = placed(with_questions(rows))

        last = nodes_on(summary.pages[-1])
        assert "appendix/source-with-signs" in last
        assert rows_on(summary.pages[-1], "appendix/q0")

    @pytest.mark.parametrize("rows", range(8, 100, 3))
    def test_no_page_holds_the_contact_alone(self, rows: int) -> None:
        contact = Contact(said("Kim Muster"), said("Leitung"), said("kim@example.org"), said("030 1234"))
        summary = placed(replace(with_questions(rows), contact=contact))

        last = nodes_on(summary.pages[-1])
        assert [node for node in last if node.startswith("contact/")]
        assert "appendix/source-with-signs" in last
        assert rows_on(summary.pages[-1], "appendix/q0")

    def test_the_head_of_the_appendix_stands_only_where_a_table_follows(self) -> None:
        told = with_questions(12, first=True)
        apart = placed(replace(told, method=(said(words(150)),)))
        together = placed(briefing())

        assert pages_of(together, "appendix/headline") == pages_of(together, "method")
        assert pages_of(apart, "appendix/headline") == pages_of(apart, "appendix/q0")[:1]
        assert pages_of(apart, "appendix/headline")[0] == pages_of(apart, "method")[-1] + 1

    def test_no_heading_is_the_last_thing_on_a_page(self) -> None:
        for length in range(40, 200, 8):
            summary = placed(briefing(finding("a", text=(words(length),)), finding("b", text=(words(length),))))

            last = [nodes_on(page)[-1] for page in summary.pages]
            assert not [node for node in last if node.endswith(("headline", "kicker", "caption", "exhibit-title"))]


def with_unknown(*texts: str) -> Summary:
    """A summary whose method lists these things as not published."""

    def change(document: Document) -> Document:
        unknown = tuple(Paragraph(f"method/unknown/{n}", survey_words(text)) for n, text in enumerate(texts, start=1))
        return replace(document, method=replace(document.method, unknown=unknown))

    return placed(briefing(), change=change)


def test_what_was_not_published_stands_in_two_columns_with_a_ring_each() -> None:
    summary = with_unknown("Zahl der Befragten (n)", "Zeitraum der Befragung", "Erhebungsart")

    lines = [lines_of(summary, f"method/unknown/{number}")[0][1] for number in (1, 2, 3)]
    assert lines[1].y - lines[0].y == pytest.approx(A4.method.unknown_gap)
    assert lines[2].y == lines[0].y
    assert lines[2].x - lines[0].x == pytest.approx(A4.main_width / 2)
    page = summary.pages[pages_of(summary, "method")[0] - 1]
    rings = [ring for ring in page.items if isinstance(ring, Circle) and ring.y < lines[1].y]
    assert [ring.x for ring in rings] == pytest.approx([line.x - A4.method.indent + A4.ring.radius for line in lines])
    assert [ring.y for ring in rings] == pytest.approx([line.y - A4.ring.rise for line in lines])


def test_what_was_not_published_stands_in_one_column_where_a_text_is_long() -> None:
    summary = with_unknown("Zahl der Befragten (n)", "Antworten derjenigen, die keine Angabe gemacht haben")

    first, second = (lines_of(summary, f"method/unknown/{number}")[0][1] for number in (1, 2))
    assert second.x == first.x
    assert second.y == pytest.approx(first.y + A4.method.unknown_gap)


def test_what_was_not_published_stands_in_one_column_where_a_text_would_reach_a_ring_beside_it() -> None:
    summary = with_unknown("Sample size (n) for some of the groups", "Survey mode")

    first, second = (lines_of(summary, f"method/unknown/{number}")[0][1] for number in (1, 2))
    room = A4.main_width / 2 - A4.method.indent  # to the ring of a second column
    assert room - A4.method.indent < first.line.width < room
    assert second.x == first.x


@pytest.mark.parametrize(
    ("publisher", "lines"),
    [
        ("Verein der Museen", ["Verein der Museen"]),
        (
            "Bundesverband der Kraftfahrzeughaftpflichtversicherungsunternehmen und Partner eV",
            ["Bundesverband der Kraftfahrzeughaftpflichtversicherungsun-", "ternehmen und Partner eV"],
        ),
    ],
)
def test_a_publisher_is_divided_only_where_a_compound_would_take_a_third_line(publisher: str, lines: list[str]) -> None:
    told = briefing()
    summary = placed(replace(told, survey=replace(told.survey, publisher=SourceText(publisher))))

    assert [line.line.text for _, line in lines_of(summary, "cover/publisher")] == lines


def test_the_evidence_of_a_recommendation_stands_level_with_it_in_the_side_column() -> None:
    summary = placed(briefing())

    (figure,) = (line for _, line in lines_of(summary, "recommendations/1/figure"))
    (text,) = (line for _, line in lines_of(summary, "recommendations/1/text"))
    assert (figure.x, figure.y) == (LEFT, text.y)
    assert text_of(summary, "recommendations/1/number") == "1"
    assert text_of(summary, "recommendations/source-by-topic").startswith(
        "Empfehlungen sind Einordnungen der Redaktion, keine Ergebnisse der Befragung "
        "Belege: Ziele und Organisation · Basis: "  # the figure is that of the second
    )


@settings(max_examples=40)
@given(
    findings=st.lists(st.tuples(st.integers(1, 30), st.integers(0, 260), st.integers(0, 3)), min_size=1, max_size=7),
    statements=st.integers(0, 2),
)
def test_whatever_is_told_no_block_is_divided_and_nothing_leaves_its_column(
    findings: list[tuple[int, int, int]], statements: int
) -> None:
    told = [
        finding(f"f{n}", text=(words(count, start=n),) if count else (), annotations=(("Lead", words(8)),) * notes)
        for n, (_, count, notes) in enumerate(findings)
    ]
    rows = {f"f{n}": rows for n, (rows, _, _) in enumerate(findings)}
    said = tuple(statement(f"s{n}", after="f0") for n in range(statements))

    summary = placed(briefing(*told, statements=said), Charts({key: _as_tall(n) for key, n in rows.items()}))

    order = [node for page in summary.pages for node in nodes_on(page)]
    reading = [node.id for node in walk(summary.document)]
    assert list(dict.fromkeys(order)) == [node for node in reading if node in set(order)]
    for n in range(len(findings)):
        pages = pages_of(summary, f"findings/f{n}")
        assert len(pages) == 1 or _continues(summary, f"findings/f{n}", pages)
    for n in range(statements):
        assert len(pages_of(summary, f"statements/s{n}")) == 1
    for page in summary.pages:
        assert max(lowest(item) for item in flowing(page)) <= A4.lowest + SLACK
        assert all(right_edge(item) <= A4.right + SLACK for item in flowing(page) if not isinstance(item, Rect))
        _assert_blocks_keep_their_distance(page.items)


def _as_tall(rows: int) -> int:
    """Rows of the stand-in, so that the highest chart leaves no room for a text below it."""
    return rows if rows <= 12 else rows - 4


def _continues(summary: Summary, block: str, pages: list[int]) -> bool:
    """Whether a block on several pages had to: it starts a page, is higher than one, and leaves no line alone."""
    first = next(item for item in summary.pages[pages[0] - 1].items if isinstance(item, PlacedLine))
    text, source = lines_of(summary, f"{block}/text/1"), lines_of(summary, f"{block}/source")
    chart = drawing_of(summary, f"{block}/exhibit")
    side = [line for number in (1, 2, 3) for line in lines_of(summary, f"{block}/annotations/{number}")]
    below = [
        ROLES.body.pitch * (len(text) - 1) + BLOCK.source + ROLES.source.pitch * (len(source) - 1),
        side[-1][1].y - side[0][1].y if side else 0,
    ]
    height = chart.top - A4.top + chart.drawing.height + BLOCK.text + max(below)
    per_page = [sum(page == number for page, _ in text) for number in pages]
    return first.node == f"{block}/kicker" and height > A4.room and (1 not in per_page or len(text) == 1)


def _assert_blocks_keep_their_distance(items: tuple[object, ...]) -> None:
    """Every rule of a block below the first stands a gap below the last baseline above it, the same on all the page."""
    tops = [
        item for item in items if isinstance(item, Stroke) and item.width == BLOCK.rule and item.color.hex == "#15203B"
    ]
    full = [rule for rule in tops if rule.x1 == LEFT and rule.x2 == A4.right]
    gaps = list[float]()
    for rule in full[1:]:
        above = [item.y for item in items if isinstance(item, PlacedLine) and item.y < rule.y1]
        gaps.append(rule.y1 - max(above))
    allowed = [BLOCK.gap, *(page.block.gap for page in closer(A4))]
    assert any(gaps == pytest.approx([gap] * len(gaps), abs=SLACK) for gap in allowed)
