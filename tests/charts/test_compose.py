"""Charts are made of exhibits: rows in their order, columns by the rhythm, emphasis, breaks and rest as declared."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest

from report.briefing.model import BigFigure, Briefing, Exhibit
from report.briefing.model.prose import Prose
from report.charts.compose import compose_chart, figure_chart
from report.charts.model import Chart, ChartBreak, ChartColumn, Highlight
from report.charts.order import largest
from report.diagnostics import Location
from report.kinds import BARS, COLUMNS, HOUSE_KINDS, PARTS
from report.language.numbers import percent
from report.language.registry import load
from report.survey.model import AnswerOrder, AnswerRole, CellId, ColumnId, Question, QuestionType, Rest, Survey, Wave
from report.units import Share
from tests.builders import (
    MULTIPLE,
    NOT_ASKED,
    SCALE,
    SINGLE,
    plain,
    question,
    survey,
    tabulated,
    wave,
    with_earlier_labels,
    words,
)

YEARS = (wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016"))
TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
    earlier={"w2014": {"own": 35, "cross": 33, "everyone": 17, "department": 32}, "w2013": {"own": 24}},
    breaks=[("w2014", "w2016", "Vorgaben geändert")],
    rest=Rest.UNKNOWN,
)


def exhibit(
    asked: Question,
    *answers: str,
    kind: str = "bars",
    waves: tuple[str, ...] = ("w2016",),
    emphasize: tuple[str, ...] = (),
    contrast: tuple[str, ...] = (),
) -> Exhibit:
    """The exhibit of some answers, by default all of them."""
    shown = answers or tuple(answer.id for answer in asked.answers)
    columns = tuple(map(ColumnId, waves))
    is_over_time = HOUSE_KINDS.named(kind).is_over_time

    def cells(names: tuple[str, ...]) -> tuple[CellId, ...]:
        """The cells of answers; over time, of waves."""
        of_columns = [CellId(asked.id, answer, column) for answer in shown for column in columns]
        return tuple(cell for cell in of_columns if (cell.wave if is_over_time else cell.answer) in names)

    return Exhibit(
        kind,
        HOUSE_KINDS.named(kind).shapes[0],
        (asked.id,),
        shown,
        columns,
        words("Anteil in Prozent"),
        cells(emphasize),
        cells(contrast),
        location=Location("b.yaml", 7, 5),
    )


def told(of: Survey, code: str = "de") -> Briefing:
    """A briefing of a survey, as far as charts ask for one."""

    class _Briefing:
        survey = of
        tables = tabulated(of)
        language = load(code)
        is_by_rule = False

    return cast("Briefing", _Briefing())


def chart(asked: Question, shown: Exhibit, *, waves: Sequence[Wave] = YEARS, rhythm: str | None = "yearly") -> Chart:
    of = replace(survey(asked, waves=waves), rhythm=rhythm)
    return compose_chart(shown, "finding", kind=HOUSE_KINDS.named(shown.kind), briefing=told(of))


def answers_of(made: Chart) -> list[str]:
    return [row.id for row in made.rows]


# ---- rows


def test_multiple_choice_goes_from_the_largest_share_down_and_ties_keep_the_order_of_the_file() -> None:
    asked = question("goals", {"a": 20, "b": 77, "c": 20, "d": 51}, type=MULTIPLE)

    assert answers_of(chart(asked, exhibit(asked))) == ["b", "d", "a", "c"]


def test_a_single_choice_does_so_too_and_a_scale_keeps_its_own_order() -> None:
    for answer_mode, order in [(SINGLE, ["b", "c", "a"]), (SCALE, ["a", "b", "c"])]:
        asked = question("goals", {"a": 20, "b": 50, "c": 30}, type=answer_mode)
        assert answers_of(chart(asked, exhibit(asked))) == order


@pytest.mark.parametrize("role", [AnswerRole.OTHER, AnswerRole.NONE, AnswerRole.DONT_KNOW, AnswerRole.REFUSED])
@pytest.mark.parametrize("answer_mode", [MULTIPLE, SCALE])
def test_what_is_no_regular_answer_stands_last(role: AnswerRole, answer_mode: QuestionType) -> None:
    asked = question("goals", {"other": 60, "a": 20, "b": 10}, type=answer_mode, roles={"other": role})

    assert answers_of(chart(asked, exhibit(asked))) == ["a", "b", "other"]


def test_who_said_nothing_stands_behind_who_said_something_else() -> None:
    roles = {"refused": AnswerRole.REFUSED, "other": AnswerRole.OTHER, "dk": AnswerRole.DONT_KNOW}
    asked = question("goals", {"refused": 1, "dk": 30, "other": 5, "a": 20}, roles=roles)

    assert answers_of(chart(asked, exhibit(asked))) == ["a", "other", "dk", "refused"]


def test_answers_that_are_to_stand_as_given_do() -> None:
    ages = question("ages", {"young": 21, "middle": 18, "old": 61}, order=AnswerOrder.GIVEN)

    assert [row.id for row in chart(ages, exhibit(ages)).rows] == ["young", "middle", "old"]


@pytest.mark.parametrize("kind", ["bars", "parts", "grouped", "dumbbell"])
def test_answers_that_an_author_lists_stand_in_that_order_but_for_what_is_no_step(kind: str) -> None:
    asked = question("q", {"a": 70, "none": 4, "b": 20, "c": 50}, roles={"none": AnswerRole.NONE},
                     earlier={"w2014": {"a": 60, "none": 4, "b": 30, "c": 40}})  # fmt: skip
    waves = ("w2014", "w2016") if kind in ("grouped", "dumbbell") else ("w2016",)
    listed = replace(exhibit(asked, "b", "none", "a", "c", kind=kind, waves=waves), is_listed=True)

    assert answers_of(chart(asked, listed)) == ["b", "a", "c", "none"]


def test_answers_left_out_for_want_of_room_are_counted_of_those_that_the_author_chose() -> None:
    shares = {"a": 60, "b": 50, "c": 40, "d": 30, "e": 20, "f": None}
    asked = question("goals", shares, type=MULTIPLE)
    chosen = chart(asked, exhibit(asked, "a", "b", "c"))

    assert [largest(chosen, count).further for count in (3, 2, 1)] == [0, 1, 2]
    assert largest(largest(chosen, 2), 1).further == 2
    assert largest(chart(asked, exhibit(asked)), 2).further == 4


def test_an_answer_that_is_no_longer_asked_is_counted_nowhere_as_left_out() -> None:
    waves = ("w2014", "w2016")

    made = chart(TEAMS, exhibit(TEAMS, "own", "cross", "everyone", kind="dumbbell", waves=waves))

    assert made.further == 0
    assert largest(made, 2).further == 1


def test_a_share_below_a_bound_stands_between_what_is_certainly_more_and_less() -> None:
    asked = question("q", {"nobody": 0, "hardly": "<1", "some": 1, "most": 98}, type=MULTIPLE)

    rows = chart(asked, exhibit(asked)).rows

    assert [row.id for row in rows] == ["most", "some", "hardly", "nobody"]
    assert [row.values[0].number.text for row in rows if row.values[0] and row.values[0].number] == [
        "98\N{NO-BREAK SPACE}%", "1\N{NO-BREAK SPACE}%", "<\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}%",
        "0\N{NO-BREAK SPACE}%",
    ]  # fmt: skip


def test_a_midpoint_keeps_its_place() -> None:
    asked = question("q", {"yes": 40, "so": 20, "no": 40}, type=SCALE, roles={"so": AnswerRole.MIDPOINT})

    assert answers_of(chart(asked, exhibit(asked))) == ["yes", "so", "no"]


def test_unpublished_answers_follow_the_published_ones_before_the_irregular() -> None:
    asked = question("goals", {"x": None, "other": 60, "a": 20}, type=MULTIPLE, roles={"other": AnswerRole.OTHER})

    assert answers_of(chart(asked, exhibit(asked))) == ["a", "x", "other"]


def test_only_the_answers_of_the_exhibit_are_rows_and_earlier_ones_only_if_named() -> None:
    assert answers_of(chart(TEAMS, exhibit(TEAMS))) == ["own", "cross", "everyone"]
    assert answers_of(chart(TEAMS, exhibit(TEAMS, "department", "own"))) == ["own", "department"]


def test_rows_have_label_short_label_role_and_place() -> None:
    asked = question("goals", {"a": 20, "b": 10}, labels={"a": {"de": "Bekanntheit", "en": "Awareness"}})
    place = Location("survey.yaml", 12, 7)
    first = replace(asked.answers[0], short=asked.answers[1].label, location=place)
    asked = replace(asked, answers=(first, asked.answers[1]))

    row = chart(asked, exhibit(asked)).rows[0]
    assert (row.label, row.short, row.narrow_label, row.location) == ("Bekanntheit", "B", "B", place)
    english = compose_chart(exhibit(asked), "f", kind=BARS, briefing=told(survey(asked, waves=YEARS), "en"))
    assert english.rows[0].label == "Awareness"


def test_a_net_is_a_row_that_says_so() -> None:
    asked = question("q", {"a": 31, "b": 28, "c": 41}, type=SCALE, nets={"top": (["a", "b"], 59)})
    made = chart(asked, exhibit(asked, "top", "c"))

    assert [(row.label, row.values[0].number.text) for row in made.rows if row.values[0] and row.values[0].number] == [
        ("Top (Netto)", "59\N{NO-BREAK SPACE}%"),
        ("C", "41\N{NO-BREAK SPACE}%"),
    ]


def test_a_net_has_a_short_label_for_narrow_places() -> None:
    asked = question("q", {"a": 31, "b": 28}, type=SCALE, nets={"top": (["a", "b"], 59)})
    named = replace(asked, nets=(replace(asked.nets[0], short=plain("Oben")),))

    assert [row.narrow_label for row in chart(named, exhibit(named, "top")).rows] == ["Oben (Netto)"]


def test_a_label_that_says_net_already_is_not_told_so_twice() -> None:
    asked = question("q", {"a": 31, "b": 28}, type=SCALE, nets={"top_netto": (["a", "b"], 59)})
    named = replace(asked, nets=(replace(asked.nets[0], label=plain("Zustimmung (netto)")),))

    assert [row.label for row in chart(named, exhibit(named, "top_netto")).rows] == ["Zustimmung (netto)"]


def test_numbers_are_worded_once_by_the_language() -> None:
    asked = question("q", {"a": "49.5", "b": "0.04", "c": 0, "d": None}, type=MULTIPLE)
    made = chart(asked, exhibit(asked))

    numbers = [value.number.text if value and value.number else None for row in made.rows for value in row.values]
    assert numbers == ["49,50\N{NO-BREAK SPACE}%", "0,04\N{NO-BREAK SPACE}%", "0,00\N{NO-BREAK SPACE}%", None]
    assert made.decimals == 2


def test_a_share_under_half_a_printed_unit_is_less_than_one_unit() -> None:
    asked = question("q", {"a": 99, "b": "0.4"}, type=MULTIPLE, decimals=0)

    value = chart(asked, exhibit(asked)).rows[1].values[0]
    assert value is not None
    assert value.number == percent(Share(Decimal("0.004")), 0, load("de"))
    assert value.number.text.startswith("<")


# ---- highlights


def test_answers_are_marked_as_the_exhibit_says() -> None:
    made = chart(TEAMS, exhibit(TEAMS, emphasize=("own",), contrast=("everyone",)))

    assert highlights(made) == [Highlight.PROOF, Highlight.NONE, Highlight.CONTRAST]


def test_over_waves_waves_are_marked() -> None:
    waves = ("w2013", "w2014", "w2015", "w2016")
    marked = exhibit(TEAMS, "own", kind="columns", waves=waves, contrast=("w2013",), emphasize=("w2014",))
    none, proof, contrast = Highlight.NONE, Highlight.PROOF, Highlight.CONTRAST
    assert highlights(chart(TEAMS, marked)) == [contrast, proof, none, none]


def highlights(made: Chart) -> list[Highlight]:
    return [value.highlight for row in made.rows for value in row.values if value]


# ---- columns


def test_a_yearly_rhythm_has_a_slot_for_every_year_between_the_first_and_the_last_wave() -> None:
    waves = (wave("w2013"), wave("w2016"))
    asked = question("q", {"a": 49}, earlier={"w2013": {"a": 24}})
    made = chart(asked, exhibit(asked, kind="columns", waves=("w2013", "w2016")), waves=waves)

    assert [(column.label, column.name) for column in made.columns] == [
        ("2013", "w2013"),
        ("2014", None),
        ("2015", None),
        ("2016", "w2016"),
    ]
    assert [value is None for value in made.rows[0].values] == [False, True, True, False]


def test_a_wave_known_not_to_be_published_has_its_slot_even_if_the_exhibit_leaves_it_out() -> None:
    made = chart(TEAMS, exhibit(TEAMS, "own", kind="columns", waves=("w2014", "w2016")))

    assert [(column.label, column.name, column.is_published) for column in made.columns] == [
        ("2014", "w2014", True),
        ("2015", "w2015", False),
        ("2016", "w2016", True),
    ]


def test_without_a_rhythm_only_the_waves_of_the_exhibit_have_slots() -> None:
    made = chart(TEAMS, exhibit(TEAMS, "own", kind="columns", waves=("w2013", "w2016")), rhythm=None)

    assert [column.label for column in made.columns] == ["2013", "2016"]


def test_two_waves_of_one_year_are_told_apart_by_their_months() -> None:
    waves = (wave("spring", "2016-03"), wave("autumn", "2016-09"))
    asked = question("q", {"a": 49}, earlier={"spring": {"a": 24}}, wave="autumn")
    of = replace(survey(asked, waves=waves, current="autumn"), rhythm="yearly")
    made = compose_chart(
        exhibit(asked, kind="columns", waves=("spring", "autumn")), "f", kind=COLUMNS, briefing=told(of)
    )

    assert [column.label for column in made.columns] == ["März 2016", "September 2016"]


def test_a_wave_keeps_its_month_where_the_other_of_its_year_is_not_shown() -> None:
    waves = (wave("w2014"), wave("spring", "2016-03"), wave("autumn", "2016-09"))
    asked = question("q", {"a": 49}, earlier={"w2014": {"a": 24}}, wave="autumn")
    of = survey(asked, waves=waves, current="autumn")
    made = compose_chart(
        exhibit(asked, kind="columns", waves=("w2014", "autumn")), "f", kind=COLUMNS, briefing=told(of)
    )

    assert [column.label for column in made.columns] == ["2014", "September 2016"]


def test_other_kinds_show_the_current_wave_alone() -> None:
    assert chart(TEAMS, exhibit(TEAMS)).columns == (ChartColumn(Prose(()), "w2016"),)


# ---- breaks and a declared rest


def test_a_break_lies_between_the_columns_of_its_waves() -> None:
    made = chart(TEAMS, exhibit(TEAMS, "own", kind="columns", waves=("w2013", "w2014", "w2015", "w2016")))

    assert made.breaks == (ChartBreak(1, 3, "Eingeschränkt vergleichbar", words("Vorgaben geändert")),)


def test_it_also_lies_between_waves_further_away_and_not_between_those_on_one_side() -> None:
    across = chart(TEAMS, exhibit(TEAMS, "own", kind="columns", waves=("w2013", "w2016")), rhythm=None)
    before = chart(TEAMS, exhibit(TEAMS, "own", kind="columns", waves=("w2013", "w2014")))

    assert [(found.before, found.after) for found in across.breaks] == [(0, 1)]
    assert before.breaks == ()
    assert chart(TEAMS, exhibit(TEAMS)).breaks == ()


def test_an_answer_that_changed_has_a_break_with_its_earlier_wording() -> None:
    asked = question("goals", {"a": 51, "b": 10}, earlier={"w2014": {"a": 48}}, type=MULTIPLE)
    asked = with_earlier_labels(asked, "a", {"w2014": "Bewerber gewinnen"})
    changed = replace(asked.answers[0], break_between=("w2014", "w2016"))
    asked = replace(asked, answers=(changed, asked.answers[1]))
    waves = ("w2014", "w2015", "w2016")

    made = chart(asked, exhibit(asked, "a", kind="columns", waves=waves))
    (found,) = made.breaks
    assert (found.before, found.after) == (0, 2)
    assert (found.head, found.reason) == ("eingeschränkt vergleichbar", "2014: „Bewerber gewinnen“")
    assert chart(asked, exhibit(asked, "b", kind="columns", waves=waves)).breaks == ()


@pytest.mark.parametrize(
    ("declared", "reason", "short"),
    [
        (Rest.UNPUBLISHED, "nicht veröffentlicht", "Rest n.\N{NO-BREAK SPACE}v."),
        (Rest.NO_ANSWER, "keine Angabe", "keine Angabe"),
        (Rest.UNKNOWN, "Rundung oder keine Angabe", "Rest n.\N{NO-BREAK SPACE}v."),
    ],
)
def test_a_declared_rest_is_what_the_published_answers_leave(declared: Rest, reason: str, short: str) -> None:
    rest = chart(replace(TEAMS, rest=declared), exhibit(TEAMS, kind="parts")).rest

    assert rest is not None
    assert rest.share == Share(Decimal("0.01"))
    assert (rest.label, rest.reason, rest.short) == ("Rest", reason, short)


@pytest.mark.parametrize(
    ("shares", "reason"),
    [
        ((49, 33, 17), "Rundung oder keine Angabe"),  # three halves of a point may be lost
        ((49, 33, 16), "nicht erläutert"),
        (("49.2", "33.3", "17.4"), "Rundung oder keine Angabe"),
        (("49.2", "33.3", "17.0"), "nicht erläutert"),
        ((40, 20), "nicht erläutert"),
    ],
)
def test_an_unknown_rest_is_called_rounding_only_where_rounding_can_be_all_of_it(
    shares: Sequence[int | str], reason: str
) -> None:
    asked = question("q", dict(zip("abc", shares, strict=False)), rest=Rest.UNKNOWN)

    rest = chart(asked, exhibit(asked, kind="parts")).rest
    assert rest is not None
    assert rest.reason == reason


def test_bars_which_are_no_parts_of_a_whole_have_no_rest_to_tell() -> None:
    asked = question("q", {"a": 60, "b": 31}, rest=Rest.NO_ANSWER)

    assert chart(asked, exhibit(asked, kind="bars")).rest is None


def test_there_is_no_rest_where_none_is_declared_or_left_or_not_all_answers_are_shown() -> None:
    full = question("q", {"a": 60, "b": 40}, rest=Rest.UNKNOWN)
    multiple = question("q", {"a": 60, "b": 20}, type=MULTIPLE, rest=Rest.UNKNOWN)

    assert chart(replace(TEAMS, rest=None), exhibit(TEAMS, kind="parts")).rest is None
    assert chart(TEAMS, exhibit(TEAMS, "own", "cross", kind="parts")).rest is None
    assert chart(TEAMS, exhibit(TEAMS, "own", kind="columns", waves=("w2014", "w2016"))).rest is None
    assert chart(full, exhibit(full, kind="parts")).rest is None
    assert chart(multiple, exhibit(multiple, kind="parts")).rest is None


# ---- the chart as a whole, fewer rows, one figure


def test_a_chart_carries_what_stands_around_it() -> None:
    of = survey(TEAMS, waves=YEARS)
    made = compose_chart(
        exhibit(TEAMS, kind="parts"), "organisation", kind=PARTS, briefing=told(of), is_supported=False
    )

    assert (made.id, made.kind, made.question, made.question_label.text) == (
        "organisation",
        "parts",
        "teams",
        "Teams asked",
    )
    assert (made.title.text, made.is_supported) == ("Anteil in Prozent", False)
    assert made.location == Location("b.yaml", 7, 5)


def test_of_too_many_rows_the_marked_ones_stay_then_the_largest_in_display_order() -> None:
    asked = question("q", {"a": 50, "b": 40, "c": 30, "d": 20, "e": 10}, type=MULTIPLE)
    made = chart(asked, exhibit(asked, emphasize=("d",), contrast=("e",)))

    assert answers_of(largest(made, 3)) == ["a", "d", "e"]
    assert largest(made, 3).further == 2
    assert largest(largest(made, 4), 3).further == 2
    assert largest(made, 5) is made
    assert answers_of(largest(made, 0)) == []


def test_of_a_scale_with_too_many_steps_a_run_without_gaps_stays() -> None:
    steps = {"a": 5, "b": 20, "c": 4, "d": 30, "e": 25, "f": 16}
    asked = question("q", steps, type=SCALE)

    assert answers_of(largest(chart(asked, exhibit(asked, kind="bars", emphasize=("d",))), 3)) == ["d", "e", "f"]
    assert answers_of(largest(chart(asked, exhibit(asked, kind="bars", emphasize=("b",))), 3)) == ["b", "c", "d"]
    far_apart = exhibit(asked, kind="bars", emphasize=("a", "f"))
    assert answers_of(largest(chart(asked, far_apart), 3)) == ["a", "d", "f"]


def test_the_chart_of_one_figure_is_for_the_dot_field() -> None:
    briefing = told(survey(TEAMS, waves=YEARS))
    cell = briefing.tables.cell(CellId("teams", "own", ColumnId("w2014")))
    assert cell.share is not None
    made = figure_chart(BigFigure(cell, percent(cell.share, 0, load("de"))), briefing, Highlight.NONE)

    assert (made.kind, made.title.text, made.question_label.text) == ("field", "Own", "Teams asked")
    assert [value.cell.id for row in made.rows for value in row.values if value] == [cell.id]
    assert highlights(made) == [Highlight.NONE]


def test_a_row_of_which_something_is_said_stays_before_larger_ones() -> None:
    asked = question("q", {"a": 50, "b": 40, "c": 30, "d": 5}, type=MULTIPLE)
    whole = chart(asked, replace(exhibit(asked, emphasize=("a",)), spoken=("d",)))

    assert [row.id for row in largest(whole, 2).rows] == ["a", "d"]
    assert [row.id for row in largest(whole, 3).rows] == ["a", "b", "d"]
