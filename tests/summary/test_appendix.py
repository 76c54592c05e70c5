"""The tables of the appendix on the page, and how they are divided."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.document.appendix import appendix
from report.formats.a4_pages import A4_PAGES
from report.summary.blocks.table import FEWEST_ROWS, UNDIVIDED_ROWS, runs_of_rows
from report.summary.columns import MOST_COLUMNS, as_wide_as_fits
from report.summary.model import Ring, Rule
from tests.builders import question, survey, tabulated, wave
from tests.document.telling import briefing_of
from tests.summary.briefings import GERMAN, briefing, placed
from tests.summary.reading import lines_of


def test_more_columns_than_fit_make_a_further_table() -> None:
    years = [f"w{year}" for year in range(2006, 2017)]
    long = question(
        "q",
        {"a": 51, "b": 20},
        earlier={year: {"a": 50} for year in years[:-1]},
        breaks=[("w2013", "w2014", "geändert")],
    )
    (table,) = appendix(briefing_of(survey(long, waves=[wave(year) for year in years]))).tables

    first, second = as_wide_as_fits(table, GERMAN.words)

    assert [first.caption.text.text, second.caption.text.text] == ["Q (1 von 2)", "Q (2 von 2)"]
    assert [len(part.head.cells) for part in (first, second)] == [MOST_COLUMNS, len(years) - MOST_COLUMNS]
    assert [(part.current, part.breaks) for part in (first, second)] == [(None, ()), (2, ())]
    assert table.breaks == (MOST_COLUMNS,)


class TestPlaced:
    """The tables on the page."""

    def test_rows_follow_each_other_by_18_2_and_figures_end_at_the_right_edge(self) -> None:
        summary = placed(briefing())

        rows = [
            lines_of(summary, f"appendix/goals/row/{answer}/w2016")[0][1]
            for answer in ("awareness", "experts", "service")
        ]
        assert rows[1].y - rows[0].y == pytest.approx(18.2)
        assert [row.x + row.line.width for row in rows] == pytest.approx([544.3] * 3)

    def test_columns_stand_75_apart_where_there_are_few(self) -> None:
        summary = placed(briefing())

        right = [line.x + line.line.width for _, line in lines_of(summary, "appendix/teams/row/own/w2014")]
        assert right == pytest.approx([544.3 - 75])

    def test_what_was_not_published_has_a_ring_left_of_it_and_what_was_not_asked_has_none(self) -> None:
        summary = placed(briefing())

        page = summary.pages[-1]
        rings = [item for item in page.items if isinstance(item, Ring)]
        (absent,) = (line for _, line in lines_of(summary, "appendix/teams/row/cross/w2014"))
        (not_asked,) = (line for _, line in lines_of(summary, "appendix/teams/row/department/w2016"))
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

        assert face("appendix/teams/row/own/w2016") == face("appendix/teams/head/w2016") == "bold"
        assert face("appendix/teams/row/own/w2014") == face("appendix/teams/head/w2014") == "regular"

    def test_a_long_label_takes_two_lines_and_a_higher_row(self) -> None:
        label = (
            "Wir haben eine ausführliche schriftliche Regelung für alle Beschäftigten und prüfen sie jedes Jahr wieder"
        )
        long = question("q", {"a": 51, "b": 20}, labels={"a": label})

        told = survey(long)
        summary = placed(
            replace(briefing(), survey=told, tables=tabulated(told), findings=(), messages=(), recommendations=None)
        )

        first, second = lines_of(summary, "appendix/q/row/a/label")
        assert second[1].y - first[1].y == pytest.approx(11.5)
        assert lines_of(summary, "appendix/q/row/b/label")[0][1].y - first[1].y == pytest.approx(18.2 + 11.5)


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
