"""The tables of the annex: what stands in them, what their notes say, how they are divided."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.model import Briefing
from report.formats.a4_pages import A4_PAGES
from report.summary.annex import annex_section
from report.summary.blocks.table import FEWEST_ROWS, UNDIVIDED_ROWS, runs_of_rows
from report.summary.model import Ring, Rule
from report.summary.tree import AnnexSection, Table
from report.survey.model import Question, Wave
from tests.builders import MULTIPLE, published, question, survey, tabulated, wave, with_earlier_labels
from tests.summary.briefings import ENGLISH, briefing, placed
from tests.summary.reading import lines_of


def asked(*questions: Question, waves: Sequence[Wave] = (), **changes: object) -> Briefing:
    """A briefing on another survey; findings and cover still speak of the made-up one."""
    told = survey(*questions, waves=waves)
    return replace(briefing(), survey=told, tables=tabulated(told), **changes)  # type: ignore[arg-type]


def grid(table: Table) -> list[list[str]]:
    """The texts of a table, head first."""
    return [[row.label.text.text, *(cell.text.text for cell in row.cells)] for row in (table.head, *table.rows)]


def table_of(annex: AnnexSection, id: str) -> Table:
    (found,) = (table for table in annex.tables if table.id == f"annex/{id}")
    return found


def notes(annex: AnnexSection) -> list[str]:
    return [note.text.text for note in annex.footnotes]


def test_a_question_shows_the_waves_of_which_something_was_published() -> None:
    annex = annex_section(briefing())

    assert grid(table_of(annex, "teams")) == [
        ["Einfachnennung\u00a0¹", "2013", "2014", "2016"],
        ["Own", "24\u00a0%", "35\u00a0%", "49\u00a0%"],
        ["Cross", "n.\u00a0v.", "n.\u00a0v.", "33\u00a0%"],
        ["Everyone", "n.\u00a0v.", "n.\u00a0v.", "17\u00a0%"],
        ["Department", "n.\u00a0v.", "32\u00a0%", "–"],
    ]
    assert grid(table_of(annex, "goals"))[0] == ["Mehrfachnennungen", "2014", "2016"]


def test_every_published_figure_of_the_survey_stands_in_the_annex() -> None:
    told = briefing()

    shown = [
        str(cell)
        for table in annex_section(told).tables
        for row in table.rows
        for c in row.cells
        for cell in c.text.cells
    ]
    figures = [str(cell) for cell in published(told.survey).figures]
    assert sorted(shown) == sorted(figures)


def test_printed_decimals_are_kept() -> None:
    assert grid(table_of(annex_section(briefing()), "tools"))[1] == ["Video", "12,5\u00a0%"]


def test_english_writes_the_numbers_its_own_way() -> None:
    assert grid(table_of(annex_section(briefing(language=ENGLISH)), "tools"))[1] == ["Video", "12.5%"]


def test_how_many_were_asked_stands_below_the_shares_where_it_was_published() -> None:
    annex = annex_section(briefing())

    assert grid(table_of(annex, "tools"))[-1] == ["Basis: Marketingverantwortliche", "n\u00a0=\u00a0430"]
    assert not any(row.is_base for row in table_of(annex, "teams").rows)


def test_a_break_lies_before_the_first_wave_after_it() -> None:
    annex = annex_section(briefing())

    assert table_of(annex, "teams").breaks == (2,)
    assert notes(annex)[0] == "¹ 2014 und 2016 sind nur eingeschränkt vergleichbar: 2014 mit einer weiteren Antwort"


def test_an_answer_that_changed_carries_its_own_break_and_old_wording() -> None:
    changed = question("goals", {"a": 51}, type=MULTIPLE, earlier={"w2014": {"a": 48}})
    changed = with_earlier_labels(changed, "a", {"w2014": "Kunden gewinnen"})
    answers = (replace(changed.answers[0], break_between=("w2014", "w2016")),)

    annex = annex_section(asked(replace(changed, answers=answers), waves=(wave("w2014"), wave("w2016"))))

    row = table_of(annex, "goals").rows[0]
    assert row.label.text.text == "A\u00a0¹\u00a0²"
    assert row.breaks == (1,)
    assert notes(annex) == ["¹ 2014: „Kunden gewinnen“", "² 2014 und 2016: eingeschränkt vergleichbar"]


def test_footnotes_with_the_same_words_share_a_number() -> None:
    annex = annex_section(asked(*(question(f"q{n}", {"a": 51}, base="Firmen mit Strategie") for n in range(3))))

    assert notes(annex) == ["¹ Basis: Firmen mit Strategie"]
    assert [table.head.label.text.text for table in annex.tables] == ["Einfachnennung\u00a0¹"] * 3


def test_two_waves_of_one_year_are_told_apart_by_their_dates() -> None:
    twice = question("q", {"a": 51}, earlier={"w2016a": {"a": 50}}, wave="w2016b")

    told = survey(twice, waves=(wave("w2016a", "2016-03"), wave("w2016b", "2016-09")), current="w2016b")
    annex = annex_section(replace(briefing(), survey=told, tables=tabulated(told)))

    assert grid(annex.tables[0])[0][1:] == ["März 2016", "September 2016"]


def test_questions_of_one_topic_are_told_apart_by_their_wording() -> None:
    pair = [question(f"q{n}", {"a": 51}, topic="Ziele", label=f"Frage {n}") for n in (1, 2)]

    assert [table.caption.text.text for table in annex_section(asked(*pair)).tables] == ["Frage 1", "Frage 2"]


def test_a_segment_is_a_table_of_its_own() -> None:
    by_size = question("q", {"a": 51}, segments={"size": {"small": {"a": 46}, "large": {"a": 57}}})
    told = survey(by_size, segments={"size": {"small": 310, "large": None}})

    annex = annex_section(replace(briefing(), survey=told, tables=tabulated(told)))

    assert [table.caption.text.text for table in annex.tables] == ["Q", "Q: size"]
    assert grid(annex.tables[1])[1:] == [
        ["A", "46\u00a0%", "57\u00a0%"],
        ["Basis: Marketingverantwortliche", "n\u00a0=\u00a0310", "n.\u00a0v."],
    ]


def test_a_net_is_a_row_marked_as_one() -> None:
    netted = question("q", {"a": 31, "b": 28}, nets={"top": (["a", "b"], 59)})

    assert grid(annex_section(asked(netted)).tables[0])[-1] == ["Top (Netto)", "59\u00a0%"]


def test_more_than_eight_waves_make_a_further_table() -> None:
    years = [f"w{year}" for year in range(2006, 2017)]
    long = question("q", {"a": 51}, earlier={year: {"a": 50} for year in years[:-1]})

    annex = annex_section(asked(long, waves=[wave(year) for year in years]))

    assert [table.caption.text.text for table in annex.tables] == ["Q (1 von 2)", "Q (2 von 2)"]
    assert [len(table.head.cells) for table in annex.tables] == [8, 3]


class TestPlaced:
    """The tables on the page."""

    def test_rows_follow_each_other_by_18_2_and_figures_end_at_the_right_edge(self) -> None:
        summary = placed(briefing())

        rows = [
            lines_of(summary, f"annex/goals/row/{answer}/w2016")[0][1] for answer in ("awareness", "experts", "service")
        ]
        assert rows[1].y - rows[0].y == pytest.approx(18.2)
        assert [row.x + row.line.width for row in rows] == pytest.approx([544.3] * 3)

    def test_columns_stand_75_apart_where_there_are_few(self) -> None:
        summary = placed(briefing())

        right = [line.x + line.line.width for _, line in lines_of(summary, "annex/teams/row/own/w2014")]
        assert right == pytest.approx([544.3 - 75])

    def test_what_was_not_published_has_a_ring_left_of_it_and_what_was_not_asked_has_none(self) -> None:
        summary = placed(briefing())

        page = summary.pages[-1]
        rings = [item for item in page.items if isinstance(item, Ring)]
        (absent,) = (line for _, line in lines_of(summary, "annex/teams/row/cross/w2014"))
        (not_asked,) = (line for _, line in lines_of(summary, "annex/teams/row/department/w2016"))
        beside = [ring for ring in rings if ring.y == pytest.approx(absent.y - 3.3) and ring.x < absent.x]
        assert len(beside) == 2  # 2013 and 2014
        assert max(ring.x + ring.radius for ring in beside) == pytest.approx(absent.x - 5)
        assert not_asked.line.text == "–"
        assert not any(ring.y == pytest.approx(not_asked.y - 3.3) and ring.x > 469.3 for ring in rings)

    def test_a_break_is_a_dashed_line_between_its_columns_with_two_strokes_in_the_head(self) -> None:
        rules = [item for item in placed(briefing()).pages[-1].items if isinstance(item, Rule)]

        (dashed,) = (rule for rule in rules if rule.dash)
        assert 544.3 - 75 < dashed.x1 == dashed.x2 < 544.3 - 30
        strokes = [rule for rule in rules if rule.x1 != rule.x2 and rule.y1 != rule.y2]
        assert len(strokes) == 2
        assert all(abs((rule.x1 + rule.x2) / 2 - dashed.x1) == pytest.approx(2) for rule in strokes)
        assert all(max(rule.y1, rule.y2) < dashed.y1 for rule in strokes)

    def test_the_own_wave_is_bold(self) -> None:
        summary = placed(briefing())

        def face(node: str) -> str:
            return lines_of(summary, node)[0][1].line.spans[0].style.face.value

        assert face("annex/teams/row/own/w2016") == face("annex/teams/head/w2016") == "bold"
        assert face("annex/teams/row/own/w2014") == face("annex/teams/head/w2014") == "regular"

    def test_a_long_label_takes_two_lines_and_a_higher_row(self) -> None:
        label = (
            "Wir haben eine ausführliche schriftliche Regelung für alle Beschäftigten und prüfen sie jedes Jahr wieder"
        )
        long = question("q", {"a": 51, "b": 20}, labels={"a": label})

        summary = placed(asked(long, findings=(), recommendations=None))

        first, second = lines_of(summary, "annex/q/row/a/label")
        assert second[1].y - first[1].y == pytest.approx(11.5)
        assert lines_of(summary, "annex/q/row/b/label")[0][1].y - first[1].y == pytest.approx(18.2 + 11.5)


@given(st.integers(1, 120), st.floats(0, A4_PAGES.room), st.sampled_from([18.2, 29.7]))
def test_parts_of_a_table_fit_their_pages_and_none_is_short(rows: int, room: float, height: float) -> None:
    head = 48.0
    runs = runs_of_rows([height] * rows, head, room, A4_PAGES.room)

    assert [row for start, stop in runs for row in range(start, stop)] == list(range(rows))
    assert all(head + (stop - start) * height <= A4_PAGES.room for start, stop in runs)
    if len(runs) > 1:
        assert rows > UNDIVIDED_ROWS
        assert all(stop - start >= FEWEST_ROWS for start, stop in runs)


def test_a_table_that_just_fits_is_not_divided_and_one_row_more_is() -> None:
    heights = [18.2] * 20

    assert runs_of_rows(heights, 48.0, 48.0 + 20 * 18.2, A4_PAGES.room) == [(0, 20)]
    assert runs_of_rows([*heights, 18.2], 48.0, 48.0 + 20 * 18.2, A4_PAGES.room) == [(0, 17), (17, 21)]
