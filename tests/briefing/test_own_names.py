"""Examples in messages name figures that the survey of the author has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.facts import Facts
from report.briefing.own_names import in_own_names
from report.diagnostics import Diagnostic
from report.language.registry import load
from report.survey.model import AnswerRole, Survey
from tests.briefing.telling import faults
from tests.builders import MULTIPLE, SCALE, finding, question, story, survey, tabulated, wave

DAYS = question("days", {"never": 38, "some": 62})
PLACES = question("places", {"home": None, "office": None}, type=MULTIPLE)


def facts(of: Survey, about: str | None = None) -> Facts:
    return Facts(of, tabulated(of), load("en"), about)


def hint(text: str, *, of: Survey, about: str | None = None) -> str | None:
    return in_own_names(Diagnostic("id", "message", hint=text), facts(of, about)).hint


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("bind it to the data, as in {{ question.answer }}", "bind it to the data, as in {{ days.never }}"),
        (
            "points are the difference, as in {{ question.answer - question.other }}",
            "points are the difference, as in {{ days.never - days.some }}",
        ),
        ("a figure is written {{ question.answer }}", "a figure is written {{ days.never }}"),
        ("compare it, as in goals.awareness > 50", "compare it, as in days.never > 50"),
        ("ask for a question, as in max(goals)", "ask for a question, as in max(days)"),
        ("the goals.awareness of others", "the goals.awareness of others"),
    ],
)
def test_an_example_names_a_question_and_answers_of_the_survey(written: str, told: str) -> None:
    assert hint(written, of=survey(PLACES, DAYS)) == told


def test_where_nothing_was_published_the_first_answers_stand_in_the_example() -> None:
    assert hint("as in question.answer - question.other", of=survey(PLACES)) == "as in places.home - places.office"


def test_names_that_the_survey_has_are_no_example() -> None:
    goals = question("goals", {"service": 21, "awareness": 77}, type=MULTIPLE)

    assert hint("as in goals.awareness", of=survey(DAYS, goals)) == "as in goals.awareness"


def test_names_that_the_survey_has_in_part_are_an_example() -> None:
    goals = question("goals", {"speed": 21, "beauty": 77}, type=MULTIPLE)

    assert hint("as in goals.awareness", of=survey(goals)) == "as in goals.speed"


def test_an_example_is_of_the_question_that_is_spoken_of() -> None:
    goals = question("goals", {"service": 21, "awareness": 77}, type=MULTIPLE)

    assert hint("as in leads(goals.awareness)", of=survey(goals, DAYS), about="days") == "as in leads(days.never)"
    assert hint("as in goals.awareness", of=survey(goals, PLACES), about="places") == "as in places.home"
    assert hint("as in goals.awareness", of=survey(goals, DAYS), about="none") == "as in goals.service"


def test_an_answer_without_opinion_is_no_example() -> None:
    first = question("days", {"unsure": 8, "some": 62}, roles={"unsure": AnswerRole.DONT_KNOW}, type=MULTIPLE)

    assert hint("as in question.answer", of=survey(first)) == "as in days.some"


def test_what_a_message_quotes_of_the_author_stays() -> None:
    fault = Diagnostic("missing-claim", '"as in goals" compares, so the headline needs a claim', hint="add holds:")

    assert in_own_names(fault, facts(survey(DAYS))) == fault


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("62 % work there", "bind it to the data: {{ days.some }}"),
        (
            "77 % work there",
            'no figure of "days" is 77 %, and none rounds to it: name one that it has; a number from elsewhere is '
            "quoted in a statement of `kind: literal`",
        ),
        ("{{ days.some", "a figure is written {{ days.never }}"),
    ],
)
def test_a_hint_on_a_headline_speaks_of_the_survey_at_hand(headline: str, told: str) -> None:
    found = faults(story(survey(DAYS), finding("home", "days", headline)))

    assert [fault.hint for fault in found] == [told]


NONE = 'no figure of "{}" is {} %, and none rounds to it: name one that it has'


def numbers_offered(number: str, *, about: str, of: Survey) -> str:
    (fault,) = faults(story(of, finding("f", about, f"{number} work there")))
    assert fault.hint
    return fault.hint.partition(": ")[2] if fault.hint.startswith("bind it to the data: ") else fault.hint.split(";")[0]


def test_the_figure_offered_for_a_number_is_of_the_question_that_is_spoken_of() -> None:
    places = question(
        "places", {"home": 80, "office": 40}, type=MULTIPLE,
        earlier={"w2013": {"home": 40, "office": 24}}, segments={"size": {"small": {"home": 40, "office": 31}}},
    )  # fmt: skip
    other = question("other", {"yes": 71, "no": 38})
    asked = survey(places, other, waves=[wave("w2013"), wave("w2016")], segments={"size": {"small": 310}})

    assert numbers_offered("40 %", about="places", of=asked) == "{{ places.office }}"  # neither the wave nor the group
    assert numbers_offered("24 %", about="places", of=asked) == "{{ places.office.w2013 }}"
    assert numbers_offered("31 Prozent", about="places", of=asked) == "{{ places.office.size.small }}"
    assert numbers_offered("71 %", about="places", of=asked) == NONE.format("places", 71)
    assert numbers_offered("einundsiebzig Prozent", about="places", of=asked) == NONE.format("places", 71)
    assert numbers_offered("80 %", about="other", of=asked) == NONE.format("other", 80)


def test_a_rounded_number_is_offered_the_figures_that_round_to_it_with_what_they_are() -> None:
    asked = survey(question("days", {"never": "55.5", "some": "56.4", "often": "56.5"}, type=MULTIPLE))

    offered = "{{ days.never }}, which is 55.5 % or {{ days.some }}, which is 56.4 %"
    assert numbers_offered("56 %", about="days", of=asked) == offered
    assert numbers_offered("sechsundfünfzig Prozent", about="days", of=asked) == offered
    assert numbers_offered("56.5 %", about="days", of=asked) == "{{ days.often }}"
    assert numbers_offered("55 %", about="days", of=asked) == NONE.format("days", 55)


def test_the_figure_offered_for_a_number_may_be_of_the_battery_that_is_spoken_of() -> None:
    privacy, control = (
        replace(question(name, {"agree": share, "disagree": 100 - share}, type=SCALE), scale="agreement")
        for name, share in {"privacy": 35, "control": 85}.items()
    )

    assert numbers_offered("85 %", about="privacy", of=survey(privacy, control)) == "{{ control.agree }}"
