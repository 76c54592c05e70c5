"""Columns and breaks of a table: what a column is called, and which neighbours are not comparable."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from report.language.registry import load
from report.survey.model import ColumnId
from report.tables.model import Column, Table, in_groups, in_parts
from tests.builders import NOT_ASKED, question, survey, tabulated, wave

WAVES = [wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016")]
TEAMS = question(
    "teams",
    {"own": 49, "cross": 33},
    earlier={"w2014": {"own": 35}, "w2013": {"own": 24}},
    breaks=[("w2014", "w2016", "reworded")],
)


def table(*answers_changed: str) -> Table:
    """The teams, those answers having changed between 2013 and 2014."""
    answers = (
        replace(answer, break_between=("w2013", "w2014")) if answer.id in answers_changed else answer
        for answer in TEAMS.answers
    )
    return tabulated(survey(replace(TEAMS, answers=tuple(answers)), waves=WAVES)).table("teams")


def columns(of: Table, *waves: str) -> list[Column]:
    return [of.waves.column(ColumnId(each)) for each in waves]


def test_a_column_id_names_wave_and_segment_column() -> None:
    assert str(ColumnId("w2016")) == "w2016"
    assert str(ColumnId("w2016", "size", "small")) == "w2016/size.small"


@pytest.mark.parametrize(
    ("code", "dates"), [("de", ["März 2016", "September 2016"]), ("en", ["March 2016", "September 2016"])]
)
def test_a_wave_is_called_by_its_year_and_by_its_date_where_the_survey_has_another_of_that_year(
    code: str, dates: list[str]
) -> None:
    waves = [wave("w2014", "2014-06"), wave("spring", "2016-03"), wave("w2016", "2016-09")]

    labels = [column.label(load(code)) for column in tabulated(survey(TEAMS, waves=waves)).waves.columns]

    assert labels == ["2014", *dates]


def test_a_column_of_a_segmentation_is_called_by_its_name() -> None:
    told = tabulated(survey(TEAMS, waves=WAVES, segments={"size": {"small": 310, "large": None}}))

    waves, size = told.table("teams").banners

    assert [column.label(load("en")) for column in size.columns] == ["small", "large"]
    assert [str(column.id) for column in size.columns] == ["w2016/size.small", "w2016/size.large"]
    assert len(waves.columns) == 4


def test_only_columns_with_a_published_figure_are_shown() -> None:
    teams = question("teams", {"own": 49}, earlier={"w2013": {"own": 24}}, segments={"size": {"small": {"own": 46}}})
    told = tabulated(survey(teams, waves=WAVES, segments={"size": {"small": 310, "large": None}})).table("teams")

    shown = [str(column.id) for banner in told.banners for column in told.published(banner)]
    assert shown == ["w2013", "w2016", "w2016/size.small"]


def test_rows_that_no_column_asked_for_and_nets_without_a_share_say_nothing() -> None:
    asked = question(
        "q", {"a": 49, "b": None, "old": NOT_ASKED}, earlier={"w2014": {"old": 5}}, nets={"net": (["a", "b"], None)}
    )
    told = tabulated(survey(asked, waves=WAVES)).table("q")

    assert told.told(told.waves.columns) == ("a", "b", "old")
    assert told.told(columns(told, "w2016")) == ("a", "b")


def test_columns_are_divided_about_evenly() -> None:
    assert in_parts("abcdefg", 1) == [tuple("abcdefg")]
    assert in_parts("abcdefg", 3) == [("a", "b"), ("c", "d"), ("e", "f", "g")]


def test_groups_of_columns_stand_together_in_as_few_parts_as_fit_of_about_the_same_width() -> None:
    def fits(columns: Sequence[str]) -> bool:
        return len(columns) <= 6

    assert in_groups(["t", "abc"], fits) == [tuple("tabc")]
    assert in_groups(["t", "abc", "de", "fg", "hi"], fits) == [tuple("tabcde"), tuple("fghi")]
    assert in_groups(["t", "abc", "de", "fg"], fits) == [tuple("tabc"), tuple("defg")]


def test_a_group_of_columns_that_does_not_fit_alone_is_divided_about_evenly() -> None:
    assert in_groups(["t", "abcdefgh"], lambda columns: len(columns) <= 5) == [tuple("tabcd"), tuple("efgh")]
    assert in_groups(["abc"], lambda columns: len(columns) <= 0) == [("a",), ("b",), ("c",)]


def test_a_column_after_a_break_is_not_comparable_with_the_one_before_it() -> None:
    teams = table()

    assert teams.broken(columns(teams, "w2013", "w2014", "w2016")) == (2,)
    assert teams.broken(columns(teams, "w2013", "w2016")) == (1,)
    assert teams.broken(columns(teams, "w2013", "w2014")) == ()


def test_an_answer_that_changed_has_breaks_of_its_own() -> None:
    teams = table("cross")
    shown = columns(teams, "w2013", "w2014", "w2016")

    assert (teams.broken(shown, "cross"), teams.broken(shown, "own"), teams.broken(shown)) == ((1,), (), (2,))


def test_a_break_spans_the_places_between_its_waves() -> None:
    teams = table()

    ids = [ColumnId("w2014"), ColumnId("w2015"), None, ColumnId("w2016")]
    assert teams.sides(teams.breaks[0], ids) == (0, 3)
    assert teams.sides(teams.breaks[0], ids[:2]) is None
