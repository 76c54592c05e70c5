"""The appendix: every figure of every wave and segment in native tables, divided where they are long or wide."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.model import Briefing
from report.deck.layout.marks import RING_WIDTH
from report.deck.model import Deck, PlacedTable, Slide
from report.document.model import Document
from report.drawing.model import MarkRole
from report.formats.house_slides import HOUSE_SLIDES
from report.survey.model import Segment, SegmentColumn, Survey
from tests.builders import MULTIPLE, NOT_ASKED, plain, published, question, survey, wave, words
from tests.deck.builders import briefing, marks, placed, small_survey

WAVES = tuple(wave(f"w{year}") for year in range(2004, 2017))


def told(asked: Survey) -> Briefing:
    """A briefing whose findings are left out, so that only the appendix speaks of the survey."""
    return briefing(survey=asked, findings=(), statements=(), recommendations=None, messages=())


def appendix(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides if slide.layout == "Table"]


def tables(deck: Deck) -> list[PlacedTable]:
    return [item for slide in deck.slides for item in slide.items if isinstance(item, PlacedTable)]


def grid(table: PlacedTable) -> list[list[str]]:
    """The texts of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_table_shows_all_waves_of_its_question_that_have_figures() -> None:
    table = next(table for table in tables(placed(briefing())) if table.name.startswith("table teams"))

    assert table.name == "table teams@w2013,w2014,w2016"
    assert grid(table) == [
        [
            "Organisation\n2014 Mehrfachnennungen,\n2016 Einfachnennung (aus\nden Summen)",
            *("2013", "2014", "2016"),
        ],
        ["Eigene Social-Media-Teams", "24\u00a0%", "35\u00a0%", "49\u00a0%"],
        ["Abteilungsübergreifende Teams", "n.\u00a0v.", "33\u00a0%", "33\u00a0%"],
        ["Jeder, der möchte", "n.\u00a0v.", "17\u00a0%", "17\u00a0%"],
        ["Marketing-, PR- oder\nKommunikationsabteilung", "47\u00a0%", "32\u00a0%", "–"],
    ]


def test_every_cell_knows_the_cell_of_the_data_it_shows() -> None:
    table = next(table for table in tables(placed(briefing())) if table.name.startswith("table teams"))

    assert [cell.cell for cell in table.rows[1].cells] == [
        None,
        "teams/own@w2013",
        "teams/own@w2014",
        "teams/own@w2016",
    ]


def test_a_question_of_one_wave_says_its_mode_in_the_head() -> None:
    table = next(table for table in tables(placed(briefing())) if table.name == "table challenges@w2016")

    assert grid(table)[0] == ["Herausforderungen · Mehrfachnennungen", "2016"]


def test_every_published_figure_of_the_survey_stands_in_a_table_once() -> None:
    deck, asked = placed(briefing()), small_survey()
    shown = [cell.cell for table in tables(deck) for row in table.rows for cell in row.cells if cell.cell]

    figures = [str(cell) for cell in published(asked).figures]
    assert all(shown.count(cell) == 1 for cell in figures)


def test_what_was_not_published_is_grey_and_has_a_ring_and_what_was_not_asked_has_none() -> None:
    deck = placed(briefing())
    table = next(table for table in tables(deck) if table.name.startswith("table teams"))

    cross, department = table.rows[2].cells[1], table.rows[4].cells[3]
    assert cross.has_ring
    assert not department.has_ring
    assert cross.paragraphs[0].lines[0].spans[0].style.color.hex == "#5B6577"


def test_a_ring_stands_left_of_its_text_in_the_row_it_belongs_to() -> None:
    slide = appendix(placed(briefing()))[0]
    table = next(item for item in slide.items if isinstance(item, PlacedTable) and item.name.startswith("table teams"))
    ring = marks(slide, MarkRole.RING)[0].extent

    right = table.box.left + table.columns[0] + table.columns[1] - table.padding
    width = table.rows[2].cells[1].paragraphs[0].lines[0].width
    assert ring.right + RING_WIDTH / 2 == pytest.approx(right - width - 5)
    above = table.box.top + sum(row.height for row in table.rows[:2])
    assert above < ring.top < above + table.rows[2].height


def test_a_break_is_a_dashed_line_with_two_strokes_and_its_reason_below() -> None:
    slide = appendix(placed(briefing()))[0]
    table = next(item for item in slide.items if isinstance(item, PlacedTable) and item.name.startswith("table teams"))
    strokes = [mark.extent for mark in marks(slide, MarkRole.BREAK)]
    note = next(item for item in slide.texts if item.name == f"notes on {table.name}")

    assert table.broken_after == (2,)
    edge = table.box.left + sum(table.columns[:3])
    assert [stroke.left + stroke.width / 2 for stroke in strokes] == pytest.approx([edge - 2.5, edge + 2.5])
    assert [stroke.height for stroke in strokes] == pytest.approx([12, 12])
    assert note.text.replace("\n", " ") == (
        "// 2014 und 2016 sind nur eingeschränkt vergleichbar: 2014 mit einer weiteren Antwort, Summe 117 %"
    )


def test_an_earlier_wording_stands_small_below_the_label() -> None:
    table = next(table for table in tables(placed(briefing())) if table.name.startswith("table goals"))
    label = next(row.cells[0] for row in table.rows if row.cells[0].text.startswith("Applicants"))

    assert label.text == "Applicants\n2014: „Bewerber gewinnen“"
    assert [paragraph.lines[0].spans[0].style.size for paragraph in label.paragraphs] == [16, 12]


def test_a_net_is_called_one() -> None:
    asked = survey(question("q", {"a": 40, "b": 30, "c": 30}, nets={"top": (["a", "b"], 70)}))

    (table,) = tables(placed(told(asked)))
    assert grid(table)[-1] == ["Top (Netto)", "70\u00a0%"]


def test_rows_are_25_high_and_the_halves_30_apart() -> None:
    slide = appendix(placed(briefing()))[0]
    placed_tables = [item for item in slide.items if isinstance(item, PlacedTable)]
    left, right = placed_tables[0], placed_tables[-1]

    assert left.rows[1].height == 25
    assert left.box.left == pytest.approx(43.2)
    assert right.box.left - left.box.right == pytest.approx(30)
    assert right.box.right == pytest.approx(916.8)


def test_tables_of_more_rows_than_a_slide_has_are_continued_beside_and_the_parts_are_numbered() -> None:
    asked = survey(question("q", {f"a{n}": n for n in range(1, 21)}, type=MULTIPLE, topic="Ziele"))

    first, second = tables(placed(told(asked)))

    assert [len(first.rows), len(second.rows)] == [11, 11]
    assert first.rows[0].cells[0].text == "Ziele (1 von 2) · Mehrfachnennungen"
    assert second.rows[0].cells[0].text == "Ziele (2 von 2) · Mehrfachnennungen"
    assert [first.name, second.name] == ["table q@w2016", "table q@w2016 part 2"]
    assert first.box.left < second.box.left


def test_a_title_of_several_slides_counts_them() -> None:
    asked = survey(question("q", {f"a{n}": n for n in range(1, 31)}, type=MULTIPLE))

    titles = [slide.title for slide in appendix(placed(told(asked)))]

    assert titles == [
        "Alle 30 veröffentlichten Anteile, 2016 (1 von 2)",
        "Alle 30 veröffentlichten Anteile, 2016 (2 von 2)",
    ]


def test_questions_that_share_a_topic_are_told_apart_by_their_labels() -> None:
    asked = survey(
        question("q1", {"a": 1}, topic="Netze", label="Netze heute"),
        question("q2", {"a": 2}, topic="Netze", label="Netze morgen"),
        question("q3", {"a": 3}, topic="Geräte", label="Geräte heute"),
    )

    heads = [table.rows[0].cells[0].text.split(" · ")[0] for table in tables(placed(told(asked)))]

    assert heads == ["Netze heute", "Netze morgen", "Geräte"]


def test_questions_of_many_waves_take_the_whole_width() -> None:
    asked = survey(
        question("q", {"a": 50, "b": 40}, earlier={w.id: {"a": 10} for w in WAVES[3:-1]}, type=MULTIPLE),
        waves=WAVES,
    )

    (table,) = tables(placed(told(asked)))

    assert len(table.columns) == 11
    assert table.box.width == pytest.approx(873.6)


def test_narrow_tables_stand_side_by_side_before_and_after_one_of_the_whole_width() -> None:
    wide = {w.id: {"a": 10} for w in WAVES[3:-1]}
    asked = survey(
        *(question(name, {"a": 50, "b": 40}, type=MULTIPLE) for name in ("one", "two")),
        question("wide", {"a": 50, "b": 40}, earlier=wide, type=MULTIPLE),
        *(question(name, {"a": 50, "b": 40}, type=MULTIPLE) for name in ("three", "four")),
        waves=WAVES,
    )

    slides = [
        [item for item in slide.items if isinstance(item, PlacedTable)] for slide in appendix(placed(told(asked)))
    ]

    assert [[table.name.partition("@")[0].split()[1] for table in each] for each in slides] == [
        ["one", "two", "wide", "three", "four"],
    ]
    left, right = sorted({table.box.left for table in slides[0]})
    assert [table.box.left for table in slides[0]] == [left, right, left, left, right]
    assert slides[0][0].box.bottom < slides[0][2].box.top < slides[0][2].box.bottom < slides[0][3].box.top


def test_a_narrow_table_between_wide_ones_takes_half_of_the_width_so_that_figures_stand_near_their_labels() -> None:
    wide = {w.id: {"a": 10} for w in WAVES[3:-1]}
    asked = survey(
        question("first", {"a": 50}, earlier=wide, type=MULTIPLE),
        question("narrow", {"a": 50}, type=MULTIPLE),
        question("last", {"a": 50}, earlier=wide, type=MULTIPLE),
        waves=WAVES,
    )

    assert [round(table.box.width, 1) for table in tables(placed(told(asked)))] == [873.6, 421.8, 873.6]


def test_a_table_takes_the_whole_width_rather_than_divide_a_word() -> None:
    label = "Donaudampfschifffahrtsgesellschaftskapitän"
    earlier = {each.id: {"a": 10} for each in WAVES[-3:-1]}
    asked = survey(question("q", {"a": 50}, earlier=earlier, labels={"a": label}), waves=WAVES)

    (table,) = tables(placed(told(asked)))

    assert round(table.box.width, 1) == 873.6
    assert [line.text for line in table.rows[1].cells[0].paragraphs[0].lines] == [label]


def test_every_part_of_a_long_table_says_how_many_were_asked() -> None:
    shares = {f"a{number}": 50 for number in range(16)}
    long = question("q", shares, type=MULTIPLE, segments={"size": {f"c{n}": shares for n in range(2)}}, n=800)
    columns = tuple(SegmentColumn(f"c{n}", plain(f"Unternehmen {n}"), 120) for n in range(2))
    asked = replace(survey(long), segments=(Segment("size", plain("Größe"), columns),))

    parts = tables(placed(told(asked)))

    assert len(parts) == 2
    assert all(
        [cell.text for cell in part.rows[-1].cells][1:3] == ["n\u00a0=\u00a0800", "n\u00a0=\u00a0120"] for part in parts
    )
    assert all(sum("n\u00a0=" in row.cells[1].text for row in part.rows) == 1 for part in parts)


def test_more_waves_than_a_slide_is_wide_go_on_in_a_further_table() -> None:
    asked = survey(
        question(
            "q",
            {"a": 50},
            earlier={w.id: {"a": 10} for w in WAVES[:-1]},
            breaks=[("w2009", "w2010", "neue Frage")],
            topic="Ziele",
        ),
        waves=WAVES,
    )

    first, second = tables(placed(told(asked)))

    assert grid(first)[0] == ["Ziele (1 von 2) · Einfachnennung", *(str(year) for year in range(2004, 2010))]
    assert grid(second)[0] == ["Ziele (2 von 2) · Einfachnennung", *(str(year) for year in range(2010, 2017))]
    assert [row[0] for row in grid(second)[1:]] == ["A"]
    assert min(first.columns[0], second.columns[0]) >= HOUSE_SLIDES.table.least_labels


def test_labels_beside_many_waves_take_as_many_lines_as_they_need() -> None:
    label = "Gewinnung von Fachkräften über soziale Netzwerke, auf Ausbildungsmessen, an Hochschulen und Berufsschulen"
    earlier = {each.id: {"a": "10.25"} for each in WAVES[5:-1]}
    asked = survey(question("q", {"a": "50.25"}, earlier=earlier, labels={"a": label}), waves=WAVES)

    (table,) = tables(placed(told(asked)))

    assert len(table.rows[1].cells[0].paragraphs[0].lines) == 4
    assert table.rows[1].height == pytest.approx(HOUSE_SLIDES.table.row + 3 * HOUSE_SLIDES.roles.subtitle.pitch)


def test_a_break_between_two_parts_is_told_below_both() -> None:
    asked = survey(
        question(
            "q", {"a": 50}, earlier={w.id: {"a": 10} for w in WAVES[:-1]}, breaks=[("w2009", "w2010", "neue Frage")]
        ),
        waves=WAVES,
    )

    deck = placed(told(asked))

    notes = [text.text for slide in deck.slides for text in slide.texts if text.name.startswith("notes on")]
    assert notes == ["// 2009 und 2010 sind nur eingeschränkt vergleichbar: neue Frage"] * 2
    assert [table.broken_after for table in tables(deck)] == [(), ()]


def test_a_segmentation_stands_beside_all_under_its_name_with_its_bases() -> None:
    by_size = {"size": {"small": {"a": 46, "b": 30}, "large": {"a": 57}}}
    asked = survey(
        question("q", {"a": 51, "b": 30, "c": NOT_ASKED}, segments=by_size, topic="Ziele"),
        segments={"size": {"small": 1310, "large": None}},
    )

    (table,) = tables(placed(told(asked)))

    assert grid(table) == [
        ["Ziele\nEinfachnennung", "2016", "small", "large"],
        ["A", "51\u00a0%", "46\u00a0%", "57\u00a0%"],
        ["B", "30\u00a0%", "30\u00a0%", "n.\u00a0v."],
        ["C", "–", "–", "–"],
        ["Basis: Marketingverantwortliche", "n.\u00a0v.", "n\u00a0=\u00a01.310", "n.\u00a0v."],
    ]
    assert table.name == "table q@w2016,w2016/size.small,w2016/size.large"
    assert [(group.name.text, group.first, group.last) for group in table.groups] == [("Gesamt", 1, 1), ("size", 2, 3)]
    assert [cell.has_ring for cell in table.rows[-1].cells] == [False, True, False, True]


def test_a_topic_of_two_lines_goes_on_beside_the_columns_of_groups() -> None:
    by_size = {"size": {"small": {"a": 46}, "large": {"a": 57}}}
    asked = survey(
        question("q", {"a": 51}, segments=by_size, topic="Zuständige Abteilung"),
        question("p", {"a": 51}, segments=by_size),
        segments={"size": {"small": 1310, "large": None}},
    )

    table, *_ = tables(placed(told(asked)))

    assert table.rows[0].cells[0].text == "Zuständige Abteilung\nEinfachnennung"
    assert table.rows[0].height == 50


def test_how_many_were_asked_stands_smaller_below_the_shares() -> None:
    asked = survey(question("q", {"a": 51}, n=430))

    (table,) = tables(placed(told(asked)))

    sizes = [{cell.paragraphs[0].lines[0].spans[0].style.size for cell in row.cells} for row in table.rows[1:]]
    assert sizes == [{16}, {12}]


def test_a_rule_parts_the_name_of_each_group_from_those_of_its_columns() -> None:
    asked = survey(
        question("q", {"a": 51}, segments={"size": {"small": {"a": 46}, "large": {"a": 57}}}),
        segments={"size": {"small": 1310, "large": None}},
    )

    (slide,) = appendix(placed(told(asked)))
    (table,) = (item for item in slide.items if isinstance(item, PlacedTable))
    upper = table.box.top + table.groups_height
    of_all, of_size = (mark.extent for mark in marks(slide, MarkRole.RULE) if mark.extent.top == pytest.approx(upper))

    edges = [table.box.left + sum(table.columns[:number]) for number in range(5)]
    assert [of_all.left, of_all.right] == pytest.approx([edges[1] + table.padding, edges[2] - table.padding])
    assert [of_size.left, of_size.right] == pytest.approx([edges[2] + table.padding, edges[4]])


def test_names_of_groups_stand_on_their_rules_before_a_table_without_merged_cells() -> None:
    names = ("Gesamt", "Geschäftsbereich des Unternehmens")
    asked = survey(question("q", {"a": 51}, segments={"size": {"small": {"a": 46}}}))
    columns = (SegmentColumn("small", plain("klein")),)

    (slide,) = appendix(placed(told(replace(asked, segments=(Segment("size", plain(names[1]), columns),)))))

    table = next(item for item in slide.items if isinstance(item, PlacedTable))
    groups = [text for text in slide.texts if text.name.startswith("group ")]
    assert [text.text.replace("\n", " ") for text in groups] == [*names]
    assert all(slide.items.index(text) < slide.items.index(table) for text in groups), "they are read first"
    assert len(groups[0].baselines) < len(groups[1].baselines)
    assert groups[0].baselines[-1] == pytest.approx(groups[1].baselines[-1])
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert all(text.baselines[-1] < table.box.top + table.groups_height for text in groups)


def test_a_table_of_whole_height_stands_alone_rather_than_in_two_halves() -> None:
    label = "Eine Antwort, die in der Hälfte der Folie zwei Zeilen braucht"
    asked = survey(
        question("q", {f"a{n}": n for n in range(12)}, type=MULTIPLE, labels={f"a{n}": label for n in range(12)})
    )

    (table,) = tables(placed(told(asked)))

    assert len(table.rows) == 13
    assert table.box.width == pytest.approx(873.6)


@pytest.mark.parametrize("rows", range(13, 30))
def test_the_last_part_of_a_table_has_three_rows_or_more(rows: int) -> None:
    asked = survey(question("q", {f"a{n}": n for n in range(rows)}, type=MULTIPLE, n=430))

    parts = [[row for row in table.rows[1:] if row.cells[1].cell] for table in tables(placed(told(asked)))]

    assert sum(len(part) for part in parts) == rows
    assert all(len(part) >= 3 for part in parts)


def test_a_segmentation_without_any_base_has_no_row_for_it() -> None:
    asked = survey(
        question("q", {"a": 51}, segments={"size": {"small": {"a": 46}}}), segments={"size": {"small": None}}
    )

    assert [row[0] for row in grid(tables(placed(told(asked)))[0])] == ["Q\nEinfachnennung", "A"]


def test_a_segmentation_that_nothing_was_published_of_has_no_table() -> None:
    asked = survey(question("q", {"a": 51}), segments={"size": {"small": 310}})

    assert [table.name for table in tables(placed(told(asked)))] == ["table q@w2016"]


def by_size(*names: str) -> Survey:
    """A question by the columns of those names."""
    ids = {f"c{number}": name for number, name in enumerate(names)}
    asked = survey(question("q", {"x": 51}, segments={"size": {id: {"x": 46} for id in ids}}))
    columns = tuple(SegmentColumn(id, plain(name)) for id, name in ids.items())
    return replace(asked, segments=(Segment("size", plain("Größe"), columns),))


def test_long_names_of_columns_take_several_lines_and_make_the_head_higher() -> None:
    asked = by_size("Unternehmen mit 1 bis 49 Beschäftigten", "Unternehmen mit 50 und mehr Beschäftigten")

    (size,) = tables(placed(told(asked)))

    head = size.rows[0]
    assert [cell.text for cell in head.cells[2:]] == [
        "Unternehmen\nmit 1 bis 49\nBeschäftigten",
        "Unternehmen\nmit 50 und mehr\nBeschäftigten",
    ]
    names = head.height - size.groups_height
    assert names == pytest.approx(HOUSE_SLIDES.table.row + 2 * HOUSE_SLIDES.roles.subtitle.pitch)
    for cell, width in zip(head.cells[1:], size.columns[1:], strict=True):
        assert max(line.width for line in cell.paragraphs[0].lines) < width


def test_a_name_longer_than_four_lines_takes_more_of_the_widest_column() -> None:
    asked = by_size("Unternehmen mit 50 und mehr Beschäftigten, " * 2 + "ohne Landwirtschaft", "andere")

    _, long, short = tables(placed(told(asked)))[0].rows[0].cells[1:]

    assert max(line.width for line in long.paragraphs[0].lines) <= HOUSE_SLIDES.table.widest_head
    assert len(long.paragraphs[0].lines) > 4
    assert short.text == "andere"


def test_more_columns_of_a_segmentation_than_a_slide_is_wide_go_on_in_a_further_table() -> None:
    names = [f"Bundesland{number}" for number in range(10)]
    asked = survey(
        question("q", {"x": 51}, segments={"land": {name: {"x": 46} for name in names}}),
        segments={"land": dict.fromkeys(names, 1000)},
    )

    first, second = tables(placed(told(asked)))

    assert [*grid(first)[0][1:], *grid(second)[0][1:]] == ["2016", *names]
    assert [grid(each)[0][0].partition("\n")[0] for each in (first, second)] == ["Q (1 von 2)", "Q (2 von 2)"]
    assert [[group.name.text for group in each.groups] for each in (first, second)] == [["Gesamt", "land"], ["land"]]
    assert [row[0] for row in grid(second)[1:]] == ["X", "Basis: Marketingverantwortliche"]


def test_forty_questions_fill_slide_after_slide_and_lose_no_figure() -> None:
    asked = survey(
        *(
            question(f"q{n}", {f"a{k}": (7 * n + 13 * k) % 101 for k in range(2 + n % 9)}, type=MULTIPLE)
            for n in range(40)
        )
    )

    deck = placed(told(asked))

    shown = [cell.cell for table in tables(deck) for row in table.rows for cell in row.cells if cell.cell]
    assert shown == [str(cell) for cell in published(asked).figures]
    assert len(appendix(deck)) > 8
    for table in tables(deck):
        assert table.box.bottom <= 464.001


@settings(max_examples=25)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.integers(1, 3))
def test_no_table_overlaps_another_or_leaves_its_slide(rows: list[int], lines: int) -> None:
    asked = survey(
        *(
            question(
                f"q{number}",
                {f"a{row}": row for row in range(count)},
                type=MULTIPLE,
                labels={f"a{row}": "Antwort " + "mit längerem Text " * (lines * 2 - 1) for row in range(count)},
            )
            for number, count in enumerate(rows)
        )
    )

    for slide in appendix(placed(told(asked))):
        boxes = [item.box for item in slide.items if isinstance(item, PlacedTable)]
        for box in boxes:
            assert box.top >= 106.5
            assert box.bottom <= 464.001
        for above, below in pairwise(boxes):
            assert below.left > above.left or below.top >= above.bottom + 21


def test_a_headline_of_two_lines_moves_the_tables_down_and_twelve_rows_still_fit() -> None:
    asked = survey(question("q", {f"a{n}": n for n in range(1, 13)}, type=MULTIPLE))
    headline = "Alle veröffentlichten Anteile: 18 der Welle Juni 2016 und die früherer Wellen dazu"

    def change(document: Document) -> Document:
        longer = replace(document.appendix.headline, text=words(headline))
        return replace(document, appendix=replace(document.appendix, headline=longer))

    (table,) = tables(placed(told(asked), change=change))

    assert table.box.top == pytest.approx(137)
    assert len(table.rows) == 13


def test_two_waves_of_one_year_are_told_apart_by_their_dates() -> None:
    asked = survey(
        question("q", {"a": 50, "b": NOT_ASKED}, earlier={"w2016a": {"a": 40, "b": 3}}, type=MULTIPLE),
        waves=(wave("w2016a", "2016-01"), replace(wave("w2016"), date=wave("x", "2016-06").date)),
    )

    (table,) = tables(placed(told(asked)))

    assert grid(table)[0][1:] == ["Januar 2016", "Juni 2016"]
