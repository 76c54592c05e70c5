"""The tables of the appendix: what stands in them and what their notes say."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from report.document.appendix import appendix
from report.document.model import AppendixSection
from report.document.model.nodes import Output
from report.document.model.tables import Table
from report.survey.model import Question, Wave
from tests.builders import MULTIPLE, NOT_ASKED, question, survey, wave, with_earlier_labels
from tests.document.telling import briefing_of

TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
    earlier={"w2014": {"own": 35, "department": 32}, "w2013": {"own": 24}},
    breaks=[("w2014", "w2016", "2014 mit einer weiteren Antwort")],
)
GOALS = question("goals", {"awareness": 77, "applicants": 51}, type=MULTIPLE, earlier={"w2014": {"awareness": 85}})
TOOLS = question("tools", {"video": "12.5", "text": "87.5"}, n=430)
WAVES = (wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016"))


@pytest.mark.parametrize(
    ("date", "german", "english"),
    [
        ("2016", "Alle 2 Anteile von 2016", "All 2 shares from 2016"),
        ("2016-06", "Alle 2 Anteile von Juni 2016", "All 2 shares from June 2016"),
        ("2016-11-10", "Alle 2 Anteile vom 10. November 2016", "All 2 shares from 10 November 2016"),
    ],
)
def test_the_title_names_the_date_of_the_wave_as_grammar_asks(date: str, german: str, english: str) -> None:
    told = survey(GOALS, waves=[wave("w2014"), wave("w2016", date)])

    titles = [appendix(briefing_of(told, code)).headline.text.text.replace("\u00a0", " ") for code in ("de", "en")]

    assert titles == [f"{german} und frühere Wellen", f"{english}, and earlier waves"]


def whole(language: str = "de") -> AppendixSection:
    """The appendix of a question with a break, one with several answers, one with decimals and a base."""
    return appendix(briefing_of(survey(TEAMS, GOALS, TOOLS, waves=WAVES), language))


def asked(*questions: Question, waves: Sequence[Wave] = ()) -> AppendixSection:
    """The appendix of other questions."""
    return appendix(briefing_of(survey(*questions, waves=waves)))


def slide_grid(table: Table) -> list[list[str]]:
    """The texts of a table as a slide shows it, the mode behind its title."""
    shown = table.said_in(Output.DECK)
    title = f"{shown.title.text.text} · {shown.head.label.text.text}"
    head = [title, *(cell.text.text for cell in shown.head.cells)]
    return [head, *([row.label.text.text, *(cell.text.text for cell in row.cells)] for row in shown.rows)]


def grid(table: Table) -> list[list[str]]:
    """The texts of a table, head first."""
    return [[row.label.marked.text, *(cell.text.text for cell in row.cells)] for row in (table.head, *table.rows)]


def table_of(section: AppendixSection, id: str) -> Table:
    (found,) = (table for table in section.tables if table.id == f"appendix/{id}")
    return found


def notes(section: AppendixSection) -> list[str]:
    return [note.text.text for note in section.footnotes]


def test_a_question_shows_the_waves_of_which_something_was_published() -> None:
    found = whole()

    assert grid(table_of(found, "teams")) == [
        ["Einfachnennung\u00a0¹", "2013", "2014", "2016"],
        ["Own", "24\u00a0%", "35\u00a0%", "49\u00a0%"],
        ["Cross", "n.\u00a0v.", "n.\u00a0v.", "33\u00a0%"],
        ["Everyone", "n.\u00a0v.", "n.\u00a0v.", "17\u00a0%"],
        ["Department", "n.\u00a0v.", "32\u00a0%", "–"],
    ]
    assert grid(table_of(found, "goals"))[0] == ["Mehrfachnennungen", "2014", "2016"]


def test_every_published_figure_of_the_survey_stands_in_the_appendix() -> None:
    shown = [str(cell) for table in whole().tables for row in table.rows for c in row.cells for cell in c.text.cells]
    published = [str(cell) for each in (TEAMS, GOALS, TOOLS) for cell in each.figures]
    assert sorted(shown) == sorted(published)


def test_printed_decimals_are_kept() -> None:
    assert grid(table_of(whole(), "tools"))[1] == ["Video", "12,5\u00a0%"]


def test_english_writes_the_numbers_its_own_way() -> None:
    assert grid(table_of(whole("en"), "tools"))[1] == ["Video", "12.5%"]


def test_how_many_were_asked_stands_below_the_shares_where_it_was_published() -> None:
    found = whole()

    assert grid(table_of(found, "tools"))[-1] == ["Basis: Marketingverantwortliche", "n\u00a0=\u00a0430"]
    assert not any(row.is_base for row in table_of(found, "teams").rows)


def test_a_break_lies_before_the_first_wave_after_it() -> None:
    found = whole()

    assert table_of(found, "teams").breaks == (2,)
    assert notes(found)[0] == "¹ 2014 und 2016 sind nur eingeschränkt vergleichbar: 2014 mit einer weiteren Antwort"


def test_an_answer_that_changed_carries_its_own_break_and_old_wording() -> None:
    changed = question("goals", {"a": 51}, type=MULTIPLE, earlier={"w2014": {"a": 48}})
    changed = with_earlier_labels(changed, "a", {"w2014": "Kunden gewinnen"})
    answers = (replace(changed.answers[0], break_between=("w2014", "w2016")),)

    found = asked(replace(changed, answers=answers), waves=(wave("w2014"), wave("w2016")))

    row = table_of(found, "goals").rows[0]
    assert row.label.marked.text == "A\u00a0¹\u00a0²"
    assert row.breaks == (1,)
    assert notes(found) == ["¹ 2014: „Kunden gewinnen“", "² 2014 und 2016: eingeschränkt vergleichbar"]


@pytest.mark.parametrize(
    ("earlier_labels", "below"),
    [
        ({}, ["// 2013 und 2014: eingeschränkt vergleichbar"]),
        ({"w2014": "Kunden gewinnen"}, ["// 2014: „Kunden gewinnen“"]),
        ({"w2011": "Kunden"}, ["2011: „Kunden“", "// 2013 und 2014: eingeschränkt vergleichbar"]),
    ],
)
def test_a_slide_says_of_an_answer_that_its_waves_are_not_comparable(
    earlier_labels: dict[str, str], below: list[str]
) -> None:
    earlier = {"w2014": {"a": 48}, "w2013": {"a": 40}, "w2011": {"a": 30}}
    changed = with_earlier_labels(question("goals", {"a": 51, "b": 20}, earlier=earlier), "a", earlier_labels)
    answers = (replace(changed.answers[0], break_between=("w2013", "w2014")), changed.answers[1])
    waves = [wave(each) for each in ("w2011", "w2013", "w2014", "w2016")]

    found = asked(replace(changed, answers=answers), waves=waves)

    broken, whole = table_of(found, "goals").said_in(Output.DECK).rows
    assert [note.text.text for note in broken.earlier] == below
    assert not whole.earlier


def test_footnotes_with_the_same_words_share_a_number() -> None:
    found = asked(*(question(f"q{n}", {"a": 51}, base="Firmen mit Strategie") for n in range(3)))

    assert notes(found) == ["¹ Basis: Firmen mit Strategie, n\u00a0nicht veröffentlicht"]
    assert [table.head.label.marked.text for table in found.tables] == ["Einfachnennung\u00a0¹"] * 3


def test_two_waves_of_one_year_are_told_apart_by_their_dates() -> None:
    twice = question("q", {"a": 51}, earlier={"w2016a": {"a": 50}}, wave="w2016b")

    told = survey(twice, waves=(wave("w2016a", "2016-03"), wave("w2016b", "2016-09")), current="w2016b")
    found = appendix(briefing_of(told))

    assert grid(found.tables[0])[0][1:] == ["März 2016", "September 2016"]


def test_questions_of_one_topic_are_told_apart_by_their_wording() -> None:
    pair = [question(f"q{n}", {"a": 51}, topic="Ziele", label=f"Frage {n}") for n in (1, 2)]

    assert [table.caption.text.text for table in (asked(*pair)).tables] == ["Frage 1", "Frage 2"]


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Sport treiben", "Sport treiben"),
        ("Sport treiben im Verein", "Sport treiben im Verein"),
        ("Täglich Sport", "Sport treiben: Täglich Sport"),
    ],
)
def test_the_words_of_a_statement_that_begin_with_its_topic_do_not_stand_behind_it(label: str, head: str) -> None:
    battery = [
        replace(question("q1", {"a": 51}, topic="Sport treiben", label=label), scale="agree"),
        replace(question("q2", {"a": 51}, topic="Lesen", label="Bücher"), scale="agree"),
    ]

    assert [table.caption.text.text for table in asked(*battery).tables] == [head, "Lesen: Bücher"]


BY_SIZE = {"size": {"small": {"a": 46}, "large": {"a": 57}}}


def groups(table: Table) -> list[tuple[str, list[str]]]:
    """The names of the groups of columns, each with its columns."""
    return [(group.text.text, [str(column) for column in group.columns]) for group in table.groups]


def test_segmentations_stand_beside_the_shares_of_all_under_their_names() -> None:
    shares = {**BY_SIZE, "age": {"young": {"a": 40}}}
    told = survey(
        question("q", {"a": 51}, segments=shares),
        n=800,
        segments={"size": {"small": 310, "large": None}, "age": {"young": 90}},
    )

    (found,) = appendix(briefing_of(told)).tables

    assert found.caption.text.text == "Q"
    assert groups(found) == [
        ("Gesamt", ["w2016"]),
        ("size", ["w2016/size.small", "w2016/size.large"]),
        ("age", ["w2016/age.young"]),
    ]
    assert grid(found)[1:] == [
        ["A", "51\u00a0%", "46\u00a0%", "57\u00a0%", "40\u00a0%"],
        [
            "Basis: Marketingverantwortliche",
            "n\u00a0=\u00a0800",
            "n\u00a0=\u00a0310",
            "n.\u00a0v.",
            "n\u00a0=\u00a090*",
        ],
    ]


@pytest.mark.parametrize(("n", "is_told"), [(99, True), (100, False)])
def test_a_sign_stands_at_fewer_than_100_and_is_explained(n: int, *, is_told: bool) -> None:
    section = appendix(
        briefing_of(survey(question("q", {"a": 51}, segments=BY_SIZE), segments={"size": {"small": n, "large": 800}}))
    )

    assert (grid(section.tables[0])[-1][2][-1] == "*") is is_told
    assert ("* = Basis unter 100" in section.source_with_signs.text.text) is is_told


@pytest.mark.parametrize(("code", "said"), [("de", "Nicht veröffentlicht"), ("en", "Not published")])
def test_a_table_names_the_groups_and_waves_without_any_share_once(code: str, said: str) -> None:
    shares = {"size": {"small": {"a": 46}}}
    told = survey(
        question("q", {"a": 51}, segments=shares, earlier={"w2013": {"a": 40}}),
        question("whole", {"a": 51}, segments=BY_SIZE, earlier={"w2014": {"a": 40}}),
        segments={"size": {"small": 310, "large": None}},
        waves=WAVES,
    )

    found, whole = appendix(briefing_of(told, code)).tables

    assert [note.text.text for note in found.notes] == [f"{said}: 2014", f"{said}: large"]
    assert notes(appendix(briefing_of(told, code))) == [f"¹ {said}: 2014", f"² {said}: large"]
    assert whole.notes == ()  # 2013 it may not have been asked; 2015 nothing came out, as the method says


def test_some_columns_of_a_table_keep_the_names_of_their_groups() -> None:
    told = survey(question("q", {"a": 51}, segments=BY_SIZE), segments={"size": {"small": 310, "large": None}})

    (found,) = appendix(briefing_of(told)).tables

    small, large = found.taking([0, 1]), found.taking([2])
    assert groups(small) == [("Gesamt", ["w2016"]), ("size", ["w2016/size.small"])]
    assert (groups(large), large.groups[0].goes_on) == ([("size", ["w2016/size.large"])], True)
    assert found.taking([0]).groups == ()


def by_one_answer(labels: dict[str, str] | None = None) -> AppendixSection:
    """The appendix of a question of whose four answers groups tell one."""
    asked = question("q", {"a": 51, "b": 20, "c": 19, "d": 10}, segments=BY_SIZE, labels=labels)
    return appendix(briefing_of(survey(asked, segments={"size": {"small": 310, "large": 120}})))


def test_a_segmentation_of_few_of_the_answers_is_a_table_of_its_own_that_names_the_others_once() -> None:
    whole, by_size = by_one_answer().tables

    assert [whole.caption.text.text, by_size.caption.text.text] == ["Q", "Q: size"]
    assert groups(whole) == groups(by_size) == []
    assert [row[0] for row in grid(whole)][1:] == ["A", "B", "C", "D"]
    assert [row[0] for row in grid(by_size)][1:] == ["A", "Basis: Marketingverantwortliche"]
    assert [note.text.text for note in by_size.notes] == ["n.\u00a0v. in allen Gruppen: B, C, D"]
    assert by_one_answer().source_with_signs.text.text.startswith("n.\u00a0v. = nicht veröffentlicht")
    assert notes(by_one_answer()) == ["¹ n.\u00a0v. in allen Gruppen: B, C, D"]


def test_answers_whose_labels_are_too_long_to_be_listed_are_the_others() -> None:
    _, by_size = by_one_answer({"b": "Eine lange Antwort " * 8, "c": "Noch eine lange Antwort " * 7}).tables

    assert [note.text.text for note in by_size.notes] == ["n.\u00a0v. in allen Gruppen: alle übrigen Antworten"]


@pytest.mark.parametrize(
    ("code", "title"), [("de", "1 veröffentlichter Anteil, 2016"), ("en", "1 published share, 2016")]
)
def test_one_share_alone_is_counted_as_one(code: str, title: str) -> None:
    assert appendix(briefing_of(survey(question("q", {"a": 51})), code)).headline.text.text == title


def test_a_net_is_a_row_marked_as_one() -> None:
    netted = question("q", {"a": 31, "b": 28}, nets={"top": (["a", "b"], 59)})

    assert grid((asked(netted)).tables[0])[-1] == ["Top (Netto)", "59\u00a0%"]


def test_a_net_that_nobody_published_is_said_to_be_computed() -> None:
    netted = question("q", {"a": 31, "b": 28}, nets={"top": (["a", "b"], None)})

    found = asked(netted)

    (note,) = found.tables[0].rows[-1].earlier
    assert grid(found.tables[0].said_in(Output.SUMMARY))[-1] == ["Top (Netto)\u00a0¹", "59\u00a0%"]
    assert [footnote.text.text for footnote in found.footnotes] == ["¹ Netto berechnet als Summe der Antworten"]
    assert (note.text.text, note.output) == ("Netto berechnet als Summe der Antworten", Output.DECK)


def test_what_was_published_is_counted_segments_and_nets_too_and_computed_nets_are_not() -> None:
    young = {"age": {"young": {"a": 40, "b": 20}}}
    nets = {"top": (["a", "b"], None), "any": (["a", "b"], 60)}
    counted = question("q", {"a": "31.5", "b": "28.5", "c": "<1"}, nets=nets, segments=young)

    found = appendix(briefing_of(survey(counted, segments={"age": {"young": 10}})))

    assert found.headline.text.text.startswith("Alle 6 ")


def test_a_net_that_was_published_for_some_columns_is_said_to_be_computed_in_part() -> None:
    young = {"age": {"young": {"a": 40, "b": 20, "top": 61}, "old": {"a": 20, "b": 30}}}
    netted = question("q", {"a": 31, "b": 28}, nets={"top": (["a", "b"], 59)}, segments=young)

    found = appendix(briefing_of(survey(netted, segments={"age": {"young": 10, "old": 20}})))

    (table,) = found.tables
    assert [note.text.text for note in table.rows[-2].earlier] == ["Netto zum Teil berechnet als Summe der Antworten"]


def test_a_slide_shows_the_current_wave_even_where_nothing_of_it_was_published() -> None:
    told = question("q", {"a": None}, earlier={"w2014": {"a": 48}}, breaks=[("w2014", "w2016", "neue Frage")])

    (found,) = asked(told, waves=(wave("w2014"), wave("w2016"))).tables

    on_page = found.said_in(Output.SUMMARY)
    assert grid(on_page) == [["Einfachnennung\u00a0¹", "2014"], ["A", "48\u00a0%"]]
    assert slide_grid(found) == [["Q · Einfachnennung", "2014", "2016"], ["A", "48\u00a0%", "n.\u00a0v."]]
    assert (on_page.breaks, found.breaks) == ((), (1,))
    assert (on_page.current, found.current) == (None, 1)


def test_an_answer_that_was_never_asked_stands_on_slides_alone() -> None:
    (found,) = asked(question("q", {"a": 51, "b": NOT_ASKED}, type=MULTIPLE)).tables

    assert [row[0] for row in grid(found.said_in(Output.SUMMARY))[1:]] == ["A"]
    assert slide_grid(found)[1:] == [["A", "51\u00a0%"], ["B", "–"]]


def test_a_question_of_which_nothing_was_published_has_no_table_and_is_named_once() -> None:
    section = asked(question("q", {"a": None}), GOALS, waves=WAVES)

    assert [table.question for table in section.tables] == ["goals"]
    assert section.source.topic[-1].text == "nichts veröffentlicht: Q"
    assert "nichts veröffentlicht: Q" in section.source_with_signs.text.text


def test_of_a_question_published_of_groups_alone_their_table_stands_without_one_of_all() -> None:
    of_groups = question("q", {"a": None}, segments={"age": {"young": {"a": 40}}})

    section = appendix(briefing_of(survey(of_groups, GOALS, segments={"age": {"young": 10}})))

    assert [table.id for table in section.tables] == ["appendix/q/segment/age", "appendix/goals"]
    assert [
        "Nur von Gruppen veröffentlicht" in [note.text.text for note in table.notes] for table in section.tables
    ] == [
        True,
        False,
    ]
    assert not any("Gruppen" in part.text for part in section.source.topic)


def test_many_questions_without_figures_are_counted() -> None:
    section = asked(*(question(f"q{number}", {"a": None}) for number in range(9)), GOALS, waves=WAVES)

    assert section.source.topic[-1].text == "nichts veröffentlicht: 9 Fragen"


def test_the_head_of_every_table_says_the_mode() -> None:
    assert slide_grid(table_of(whole(), "tools"))[0] == ["Tools · Einfachnennung", "2016"]
    assert slide_grid(table_of(whole(), "goals"))[0] == ["Goals · Mehrfachnennungen", "2014", "2016"]


def test_the_mode_is_told_wave_by_wave_where_the_sums_show_that_it_changed() -> None:
    earlier = {"w2013": {"a": 40}, "w2014": {"a": 60, "b": 57}}

    section = asked(question("q", {"a": 51, "b": 49}, earlier=earlier), GOALS, waves=WAVES)

    table, told = table_of(section, "q"), "2014 Mehrfachnennungen, 2016 Einfachnennung (aus den Summen)"
    assert grid(table)[0] == [told, "2013", "2014", "2016"]
    assert [grid(table.taking(columns))[0][0] for columns in ((0, 2), (1,))] == ["Einfachnennung", told]
    assert section.source.text.text.startswith(f"Q: {told} · Mehrfachnennungen: Goals")


def test_below_a_table_on_a_slide_stands_why_its_columns_are_not_comparable() -> None:
    assert [note.text.text for note in table_of(whole(), "teams").reasons] == [
        "// 2014 und 2016 sind nur eingeschränkt vergleichbar: 2014 mit einer weiteren Antwort"
    ]


def test_notes_and_footnotes_stand_in_the_part_of_a_table_of_whose_columns_they_speak() -> None:
    netted = question(
        "q",
        {"a": 51, "b": 20},
        segments={"size": {"small": {"a": 46, "b": 20, "top": 66}}},
        earlier={"w2013": {"a": 40}, "w2015": {"a": 41}},
        breaks=[("w2013", "w2016", "neu")],
        nets={"top": (["a", "b"], None)},
    )
    told = survey(
        with_earlier_labels(netted, "a", {"w2013": "Alt"}),
        segments={"size": {"small": 310, "large": None}},
        waves=[wave("w2013"), wave("w2014"), wave("w2015"), wave("w2016")],
    )

    section = appendix(briefing_of(told))

    waves, size = (section.tables[0].taking(columns) for columns in ((0, 1, 2), (2, 3)))
    assert notes(section) == [
        "¹ Nicht veröffentlicht: 2014",
        "² Nicht veröffentlicht: large",
        "³ 2013 und 2016 sind nur eingeschränkt vergleichbar: neu",
        "⁴ 2013: „Alt“",
        "⁵ Netto zum Teil berechnet als Summe der Antworten",
    ]
    marked = [[row.label.marked.text.replace("\u00a0", "") for row in (t.head, *t.rows)][:4] for t in (waves, size)]
    assert marked == [
        ["Einfachnennung¹³", "A⁴", "B", "Top (Netto)⁵"],
        ["Einfachnennung²", "A", "B", "Top (Netto)⁵"],
    ]
    assert [len(part.notes) for part in (waves, size)] == [1, 1]
    assert [len(part.reasons) for part in (waves, size)] == [1, 0]
    assert [len(part.rows[0].earlier) for part in (waves, size)] == [1, 0]
    assert not section.tables[0].taking([3]).rows[2].earlier  # its net was published


def test_some_columns_of_a_table_keep_the_breaks_between_them() -> None:
    teams = table_of(whole(), "teams")

    assert [teams.taking(columns).breaks for columns in ((0, 1), (1, 2), (0, 2), (2,))] == [(), (1,), (1,), ()]
    assert [teams.taking(columns).current for columns in ((0, 1), (0, 2))] == [None, 1]


OF_GROUPS = {"age": {"young": {"a": 40}, "old": {"a": 50}}}


def test_where_groups_alone_were_published_the_note_says_how_many_were_asked_in_all() -> None:
    of_all = question("q", {"a": None}, n=501, segments=OF_GROUPS)
    of_some = question("r", {"a": None}, n=501, base="Firmen mit Strategie", segments=OF_GROUPS)
    told = survey(of_all, of_some, GOALS, segments={"age": {"young": None, "old": None}})

    assert [note.replace("\u00a0", " ") for note in notes(appendix(briefing_of(told)))] == [
        "¹ Basis: Marketingverantwortliche, n = 501 (alle)",
        "² Nur von Gruppen veröffentlicht",
        "³ Basis: Firmen mit Strategie, n = 501 (alle)",
    ]


def test_so_does_the_row_of_their_own_numbers() -> None:
    told = survey(question("q", {"a": None}, n=501, segments=OF_GROUPS), segments={"age": {"young": 200, "old": 301}})

    (table,) = appendix(briefing_of(told, "en")).tables

    row = ["Base: heads of marketing, n = 501 (all)", "n = 200", "n = 301"]
    assert [cell.replace("\u00a0", " ") for cell in grid(table)[-1]] == row
