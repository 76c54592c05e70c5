"""The tables of the appendix on the page, and how they are divided."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.model import Briefing
from report.drawing.model import Circle, Stroke
from report.formats.a4_pages import A4_PAGES
from report.summary.blocks.table_rows import FEWEST_ROWS, UNDIVIDED_ROWS, runs_of_rows
from report.summary.model import PlacedLine, Summary
from report.survey.model import Question, Segment, SegmentColumn, Wave
from tests.builders import plain, question, survey, tabulated, wave, with_earlier_labels
from tests.summary.briefings import briefing, placed
from tests.summary.reading import lines_of


def asked(*questions: Question, waves: Sequence[Wave] = ()) -> Briefing:
    """A briefing whose appendix shows other questions, and without findings that speak of its own."""
    told = survey(*questions, waves=waves)
    return replace(briefing(), survey=told, tables=tabulated(told), findings=(), messages=(), recommendations=None)


def by_size(*names: str, n: int | None = None) -> Briefing:
    """A briefing whose appendix shows a question by the columns of those names."""
    ids = {f"c{number}": name for number, name in enumerate(names)}
    told = survey(question("q", {"a": 51}, segments={"size": {id: {"a": 46} for id in ids}}))
    columns = tuple(SegmentColumn(id, plain(name), n) for id, name in ids.items())
    told = replace(told, segments=(Segment("size", plain("Größe"), columns),))
    return replace(asked(), survey=told, tables=tabulated(told))


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

    def test_columns_stand_75_apart_where_there_are_few_and_further_at_a_break(self) -> None:
        summary = placed(briefing())

        right = [line.x + line.line.width for _, line in lines_of(summary, "appendix/teams/row/own/w2014")]
        assert right == pytest.approx([544.3 - 75 - 2 * 6.3])

    def test_the_sign_of_a_break_and_its_line_are_clear_of_heads_and_figures(self) -> None:
        earlier = {f"w{year}": {"a": 50} for year in range(2010, 2016)}
        waves = [wave(name, f"{name[1:]}-03", n=62150) for name in (*earlier, "w2016")]
        broken = question("q", {"a": 51}, earlier=earlier, breaks=[("w2014", "w2015", "Frage")])

        summary = placed(asked(broken, waves=waves))

        page = summary.pages[-1]
        (dashed,) = (item for item in page.items if isinstance(item, Stroke) and item.dash)
        texts = [item for item in page.items if isinstance(item, PlacedLine) and dashed.y1 - 15 < item.y < dashed.y2]
        assert len(texts) > 14
        assert all(dashed.x1 <= line.x - 6.2 or line.x + line.line.width <= dashed.x1 - 6.2 for line in texts)

    def test_numbers_of_respondents_do_not_run_together_and_have_one_size(self) -> None:
        names = [f"c{number}" for number in range(6)]
        told = survey(question("q", {"a": 51}, segments={"size": {name: {"a": 46} for name in names}}), n=1615)
        columns = (SegmentColumn(name, plain(name), 264 if name == "c3" else 1351) for name in names)
        told = replace(told, segments=(Segment("size", plain("Größe"), tuple(columns)),))

        summary = placed(replace(asked(), survey=told, tables=tabulated(told)))

        lines = [item for page in summary.pages for item in page.items if isinstance(item, PlacedLine)]
        numbers = sorted((line for line in lines if re.match(r"n\s=", line.line.text)), key=lambda line: line.x)
        assert len(numbers) == 7
        gaps = [after.x - before.x - before.line.width for before, after in pairwise(numbers)]
        assert min(gaps) > 5
        assert len({line.line.spans[0].style.size for line in numbers}) == 1

    def test_short_labels_leave_their_room_to_the_heads_of_columns(self) -> None:
        ages = ("12 bis 13 Jahre", "14 bis 15 Jahre", "16 bis 17 Jahre", "18 bis 19 Jahre")

        summary = placed(by_size(*ages))

        heads = [lines_of(summary, f"appendix/q/head/w2016/size.c{number}") for number in range(4)]
        assert [[line.line.text for _, line in head] for head in heads] == [[age] for age in ages]
        assert len({line.y for head in heads for _, line in head}) == 1

    def test_what_was_not_published_has_a_ring_left_of_it_and_what_was_not_asked_has_none(self) -> None:
        summary = placed(briefing())

        ((number, absent),) = lines_of(summary, "appendix/teams/row/cross/w2014")
        page = next(page for page in summary.pages if page.number == number)
        rings = [item for item in page.items if isinstance(item, Circle)]
        (not_asked,) = (line for _, line in lines_of(summary, "appendix/teams/row/department/w2016"))
        beside = [ring for ring in rings if ring.y == pytest.approx(absent.y - 3.3) and ring.x < absent.x]
        assert len(beside) == 2  # 2013 and 2014
        assert max(ring.x + ring.radius for ring in beside) == pytest.approx(absent.x - 5)
        assert not_asked.line.text == "–"
        assert not any(ring.y == pytest.approx(not_asked.y - 3.3) and ring.x > 469.3 for ring in rings)

    def test_a_break_is_a_dashed_line_between_its_columns_with_two_strokes_in_the_head(self) -> None:
        items = (page.items for page in placed(briefing()).pages)
        pages = ([item for item in each if isinstance(item, Stroke)] for each in items)
        rules = next(rules for rules in pages if any(rule.dash for rule in rules))

        (dashed,) = (rule for rule in rules if rule.dash)
        assert 544.3 - 75 < dashed.x1 == dashed.x2 < 544.3 - 30
        strokes = [rule for rule in rules if rule.x1 != rule.x2 and rule.y1 != rule.y2]
        assert len(strokes) == 2
        assert all(abs((rule.x1 + rule.x2) / 2 - dashed.x1) == pytest.approx(2) for rule in strokes)
        assert all(max(rule.y1, rule.y2) < dashed.y1 for rule in strokes)

    def test_the_line_of_a_break_keeps_clear_of_the_figures_of_narrow_columns(self) -> None:
        waves = [wave(f"w{year}", n=62150) for year in range(2010, 2017)]
        earlier = {each.id: {"a": "99.9"} for each in waves[:-1] if each.id != "w2012"}
        shares = {**earlier, "w2012": {"b": "12.1"}}
        told = question("q", {"a": "99.9", "b": "50.0"}, earlier=shares, breaks=[("w2011", "w2012", "neu")])

        summary = placed(asked(told, waves=waves))

        page = next(page for page in summary.pages if any(isinstance(i, Stroke) and i.dash for i in page.items))
        (dashed,) = (item for item in page.items if isinstance(item, Stroke) and item.dash)
        texts = [item for item in page.items if isinstance(item, PlacedLine) and dashed.y1 < item.y < dashed.y2]
        rings = [item for item in page.items if isinstance(item, Circle)]
        assert all(abs(edge - dashed.x1) >= 4 for text in texts for edge in (text.x, text.x + text.line.width))
        assert not any(text.x < dashed.x1 < text.x + text.line.width for text in texts)
        assert all(abs(ring.x - dashed.x1) >= ring.radius + 4 for ring in rings)

    def test_the_own_wave_is_bold(self) -> None:
        summary = placed(briefing())

        def face(node: str) -> str:
            return lines_of(summary, node)[0][1].line.spans[0].style.face.value

        assert face("appendix/teams/row/own/w2016") == face("appendix/teams/head/w2016") == "bold"
        assert face("appendix/teams/row/own/w2014") == face("appendix/teams/head/w2014") == "regular"

    def test_columns_without_room_side_by_side_go_on_in_a_further_table(self) -> None:
        years = [f"w{year}" for year in range(2006, 2017)]
        long = question("q", {"a": 51}, earlier={year: {"a": 50} for year in years[:-1]})

        summary = placed(asked(long, waves=[wave(year) for year in years]))

        heads = [lines_of(summary, f"appendix/q/head/{year}")[0][1] for year in years]
        assert len({head.y for head in heads[:5]}) == len({head.y for head in heads[5:]}) == 1
        assert heads[5].y > heads[4].y
        repeated = [line.line.text for line in told_again(summary)]
        assert repeated == ["Q (2 von 2)", "Einfachnennung", "A"]
        assert [line.line.text for _, line in lines_of(summary, "appendix/q/caption")] == ["Q (1 von 2)"]

    def test_heads_keep_their_words_whole_while_columns_can_be_wider(self) -> None:
        summary = placed(by_size("Mecklenburg-Vorpommern", *(f"Land {number}" for number in range(7))))

        head = [line.line.text for _, line in lines_of(summary, "appendix/q/head/w2016/size.c0")]
        assert head == ["Mecklenburg-", "Vorpommern"]

    def test_columns_grow_into_the_empty_labels_before_a_word_of_their_heads_is_divided(self) -> None:
        summary = placed(by_size("Eigentümerhaushalte", "Mieterhaushalte"))

        head = [line.line.text for _, line in lines_of(summary, "appendix/q/head/w2016/size.c0")]
        assert head == ["Eigentümerhaushalte"]

    def test_names_of_groups_stand_above_their_columns_and_a_rule_between(self) -> None:
        summary = placed(by_size("Unternehmen mit 1 bis 49 Beschäftigten", "50 und mehr Beschäftigte"))

        head = [line for _, line in lines_of(summary, "appendix/q/head/w2016/size.c0")]
        (_, caption), *_ = lines_of(summary, "appendix/q/caption")
        (_, group), *_ = lines_of(summary, "appendix/q/head/group/size")
        (_, total), *_ = lines_of(summary, "appendix/q/head/group/total")
        assert len(head) > 1
        assert caption.y == head[-1].y
        assert group.y == total.y < head[0].y - 11.5
        assert group.x + group.line.width == pytest.approx(544.3)
        rules = [item for item in summary.pages[-1].items if isinstance(item, Stroke) and group.y < item.y1 < head[0].y]
        assert [rule.x2 - rule.x1 for rule in rules] == pytest.approx([75 - 8, 2 * 75 - 8])

    def test_a_head_of_groups_stands_below_the_table_before(self) -> None:
        first = question("p", {"a": 51})
        told = by_size("klein", "groß")
        both = survey(first, *told.survey.questions)
        both = replace(both, segments=told.survey.segments)

        summary = placed(replace(told, survey=both, tables=tabulated(both)))

        (_, last), *_ = lines_of(summary, "appendix/p/row/a/w2016")
        (_, group), *_ = lines_of(summary, "appendix/q/head/group/size")
        assert group.y - last.y == pytest.approx(18.2 - 13.3 + 30)

    @pytest.mark.parametrize("count", [30, 60])
    def test_footnotes_of_a_long_appendix_stand_below_their_tables(self, count: int) -> None:
        bases = [f"Firmen {number}" if number % 2 else "Firmen mit Strategie" for number in range(count)]
        summary = placed(
            asked(*(question(f"q{number}", {"a": 51, "b": 20}, base=base) for number, base in enumerate(bases)))
        )

        lines = {page.number: [each for each in page.items if isinstance(each, PlacedLine)] for page in summary.pages}
        for number, base in enumerate(bases):
            ((page, row),) = lines_of(summary, f"appendix/q{number}/row/b/w2016")
            below = [line for line in lines[page] if line.y > row.y]
            note = next(line.y for line in below if f"Basis: {base}," in line.line.text)
            assert not [line for line in below if "/row/" in (line.node or "") and line.y < note]
            heads = [line.y for line in below if (line.node or "").endswith("/caption") and line.y > note]
            assert note - (row.y + 18.2 - 13.3) < 0.6 * (min(heads, default=inf) - note), "it belongs to what is above"
        told = [line.node for page in lines.values() for line in page if "/footnotes/" in (line.node or "")]
        assert len(told) == len(set(told)) == count // 2 + 1

    def test_tables_of_a_question_on_one_page_have_a_footnote_once(self) -> None:
        by_group = {name: {"c": {"a": 46}} for name in ("size", "age")}
        shares = {"a": 31, "b": 20, "c": 19, "d": 12, "e": 8}
        questions = [replace(question(f"q{n}", shares, segments=by_group), note=plain(f"Notiz {n}")) for n in range(15)]
        told = survey(*questions, segments={name: {"c": 100} for name in by_group})

        summary = placed(replace(asked(), survey=told, tables=tabulated(told)))

        pages = [[item.line.text for item in page.items if isinstance(item, PlacedLine)] for page in summary.pages]
        for number in range(15):
            marks = [len([text for text in page if text.endswith(f" Notiz {number}")]) for page in pages]
            assert set(marks) <= {0, 1} and any(marks), marks

    def test_footnotes_of_a_long_appendix_stand_on_the_page_of_their_numbers(self) -> None:
        groups = {f"c{number}": {"a": 46, "b": 20} for number in range(6)}
        earlier = {f"w{year}": {"a": 40, "b": 30} for year in range(2012, 2016)}
        questions = [
            with_earlier_labels(
                question(f"q{n}", {"a": 31, "b": 20, "c": 19}, earlier=earlier, segments={"size": groups}),
                "a",
                {"w2012": f"Alt {n}"},
            )
            for n in range(15)
        ]
        waves = [*(wave(each, n=2000) for each in earlier), wave("w2016", n=2014)]
        told = survey(*questions, segments={"size": dict.fromkeys(groups, 1000)}, waves=waves)

        summary = placed(replace(asked(), survey=told, tables=tabulated(told)))

        for page in summary.pages[1:]:
            texts = [item.line.text for item in page.items if isinstance(item, PlacedLine)]
            marks = {found for text in texts for found in re.findall("(?<=\N{NO-BREAK SPACE})[¹²³⁴⁵⁶⁷⁸⁹⁰]+", text)}
            assert marks <= {text.partition(" ")[0] for text in texts}

    def test_the_figures_of_all_stand_in_every_part_of_a_table_of_groups(self) -> None:
        summary = placed(by_size(*(f"Gruppe {number}" for number in range(10))))

        again = [line for line in told_again(summary) if line.line.text in ("2016", "51\N{NO-BREAK SPACE}%")]
        ((_, first),) = lines_of(summary, "appendix/q/row/a/w2016")
        assert [line.line.text for line in again] == ["2016", "51\N{NO-BREAK SPACE}%"]
        assert again[1].y > first.y

    def test_footnotes_of_a_short_appendix_stand_together_behind_the_last_table(self) -> None:
        summary = placed(asked(*(question(f"q{number}", {"a": 51}, base=f"Firmen {number}") for number in range(3))))

        ((page, last),) = lines_of(summary, "appendix/q2/row/a/w2016")
        notes = [lines_of(summary, f"appendix/footnotes/{number}")[0] for number in (1, 2, 3)]
        assert [on for on, _ in notes] == [page] * 3
        assert all(line.y > last.y for _, line in notes)

    def test_a_long_label_takes_two_lines_and_a_higher_row(self) -> None:
        label = (
            "Wir haben eine ausführliche schriftliche Regelung für alle Beschäftigten und prüfen sie jedes Jahr wieder"
        )
        long = question("q", {"a": 51, "b": 20}, labels={"a": label})

        summary = placed(asked(long))

        first, second = lines_of(summary, "appendix/q/row/a/label")
        assert second[1].y - first[1].y == pytest.approx(11.5)
        assert lines_of(summary, "appendix/q/row/b/label")[0][1].y - first[1].y == pytest.approx(18.2 + 11.5)


def told_again(summary: Summary) -> list[PlacedLine]:
    """The lines of the appendix that belong to no node because they stand elsewhere already."""
    lines = [item for page in summary.pages[1:] for item in page.items if isinstance(item, PlacedLine)]
    return [line for line in lines if line.node is None and line.y < 790]


@given(st.integers(1, 120), st.floats(0, A4_PAGES.room), st.sampled_from([18.2, 29.7]), st.floats(0, 300))
def test_parts_of_a_table_fit_their_pages_and_none_is_short(
    rows: int, room: float, height: float, below: float
) -> None:
    head = 48.0
    runs = runs_of_rows([height] * rows, head, room, A4_PAGES.room, below=below)
    start, stop = runs[-1]
    assert head + (stop - start) * height + below <= A4_PAGES.room

    assert [row for start, stop in runs for row in range(start, stop)] == list(range(rows))
    assert all(head + (stop - start) * height <= A4_PAGES.room for start, stop in runs)
    if len(runs) > 1:
        assert rows > UNDIVIDED_ROWS
        assert all(stop - start >= FEWEST_ROWS for start, stop in runs)


def test_a_table_that_just_fits_is_not_divided_and_one_row_more_is() -> None:
    heights = [18.2] * 20

    assert runs_of_rows(heights, 48.0, 48.0 + 20 * 18.2, A4_PAGES.room) == [(0, 20)]
    assert runs_of_rows([*heights, 18.2], 48.0, 48.0 + 20 * 18.2, A4_PAGES.room) == [(0, 17), (17, 21)]
