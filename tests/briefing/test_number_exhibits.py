"""Exhibits of one number: which it is, what stands beside it, and what an author cannot ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.model import Exhibit
from report.briefing.story import FindingStory
from report.diagnostics import Diagnostic
from tests.briefing.telling import briefing, faults
from tests.builders import finding, question, source, story, survey, wave

TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17},
    earlier={"w2013": {"own": 24}},
    breaks=[("w2013", "w2016", "neu gefragt")],
)
GOALS = question("goals", {"awareness": 77, "service": 21})
SURVEY = survey(TEAMS, GOALS, waves=[wave("w2013"), wave("w2016")])


def number(
    figure: str | None = "teams.own", *references: str, kind: str | None = "number", across_break: bool = True
) -> FindingStory:
    """A finding about teams; figure and references stand on lines 130 and 131."""
    told = finding("f", "teams", "Headline", kind=kind, across_break=across_break)
    written = replace(
        told.exhibit,
        figure=source(figure, 130, 20) if figure else None,
        references=tuple(source(each, 131, 20) for each in references),
    )
    return replace(told, exhibit=written)


def shown(told: FindingStory) -> Exhibit:
    return briefing(story(SURVEY, told))[0].findings[0].exhibit


def only_fault(told: FindingStory) -> Diagnostic:
    (fault,) = (each for each in faults(story(SURVEY, told)) if each.is_error)
    return fault


def test_it_shows_the_figure_and_what_it_is_held_against() -> None:
    found = shown(number("teams.own", "teams.own.w2013", "teams.cross"))

    assert (found.kind, [str(cell) for cell in found.proof]) == ("number", ["teams/own@w2016"])
    assert [str(cell) for cell in found.compared] == ["teams/own@w2013", "teams/cross@w2016"]


def test_a_figure_is_shown_as_a_number_where_no_kind_is_named() -> None:
    assert shown(number("teams.cross", kind=None)).kind == "number"


def test_without_a_figure_it_is_the_leading_answer() -> None:
    assert [str(cell) for cell in shown(number(None)).proof] == ["teams/own@w2016"]


def test_its_base_is_told_of_every_column_it_shows() -> None:
    told = briefing(story(SURVEY, number("teams.own", "teams.own.w2013")))[0].findings[0]

    assert [column.wave for column in told.columns] == ["w2013", "w2016"]


def test_a_comparison_across_a_break_has_to_be_meant() -> None:
    fault = only_fault(number("teams.own", "teams.own.w2013", across_break=False))

    assert fault.id == "across-break"


@pytest.mark.parametrize(
    ("told", "id", "message"),
    [
        (number("teams.own", kind="bars"), "unsuitable-kind", "`figure` asks for one number, and `kind` is bars"),
        (number("goals.awareness"), "not-in-exhibit",
         '"goals.awareness" is no number of question "teams", which this exhibit is about'),
        (number("teams.own", "goals.service"), "not-in-exhibit",
         '"goals.service" is no number of question "teams", which this exhibit is about'),
        (number("teams.own + teams.cross"), "not-one-cell", "a big figure is the number of one cell"),
        (number("teams.own", "teams.cross", "teams.everyone", "teams.own.w2013"), "too-many-marked",
         "3 numbers stand beside the large one, at most 2 may"),
        (number("teams.own", "teams.own"), "answer-twice", "a number stands twice in this exhibit"),
        (replace(number(), exhibit=replace(number().exhibit, answers=(source("own", 140, 1),))), "unsuitable-kind",
         "`number` shows 1 to 3 numbers of one question, the first of them large, and `answers` asks for more"),
    ],
)  # fmt: skip
def test_what_it_cannot_show_is_told(told: FindingStory, id: str, message: str) -> None:
    fault = only_fault(told)

    assert (fault.id, fault.message) == (id, message)
