"""Comparisons across a break need the author's word for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.survey.model import Survey
from tests.briefing.telling import briefing, faults
from tests.builders import annotation, claim, finding, message, question, source, story, survey, text, wave

WAVES = [wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016"), wave("w2017")]
EARLIER = {"w2013": {"own": 24, "cross": 30}, "w2014": {"own": 35, "cross": 33}, "w2017": {"own": 50}}
HINT = "across_break: true lets the finding compare them; its exhibit then carries the mark and the reason"
ELSEWHERE = "compare them in a finding with across_break: true, where the mark and the reason can stand beside it"


def broken() -> Survey:
    """Teams with a break between 2014 and 2016, and goals without one."""
    reason = {"de": "2014 eine Antwort mehr", "en": "one more answer in 2014"}
    teams = question("teams", {"own": 49, "cross": 33}, earlier=EARLIER, breaks=[("w2014", "w2016", reason)])
    goals = question("goals", {"service": 21}, earlier={"w2013": {"service": 22}})
    return survey(teams, goals, waves=WAVES)


def test_a_claim_across_a_break_is_refused() -> None:
    (fault,) = faults(
        story(broken(), finding("f", "teams", holds="teams.own > teams.own.w2013"), languages=("de", "en"))
    )

    assert fault.id == "across-break"
    assert fault.message == "teams.own and teams.own.w2013 stand on two sides of the break between w2014 and w2016"
    assert fault.notes == ("reason of the break: 2014 eine Antwort mehr",)
    assert fault.hint == HINT
    assert fault.location
    assert (fault.location.line, fault.location.column, fault.location.length) == (104, 24, 15)


def test_a_finding_that_says_so_may_compare() -> None:
    told, found = briefing(
        story(broken(), finding("f", "teams", holds="teams.own > teams.own.w2013", across_break=True))
    )

    assert not found
    assert told.findings[0].is_supported


@pytest.mark.parametrize(
    "holds",
    [
        "teams.own.w2014 > teams.own.w2013",
        "teams.own.w2017 > teams.own",
        "teams.own > goals.service.w2013",
        "goals.service < goals.service.w2013",
        "teams.own > teams.cross",
    ],
)
def test_waves_on_one_side_and_other_questions_may_be_compared(holds: str) -> None:
    assert not faults(story(broken(), finding("f", "teams", holds=holds)))


@pytest.mark.parametrize("holds", ["teams.own.w2017 > teams.own.w2014", "teams.own > teams.cross.w2013"])
def test_a_break_of_a_question_parts_all_its_answers_and_all_waves_around_it(holds: str) -> None:
    (fault,) = faults(story(broken(), finding("f", "teams", holds=holds)))

    assert fault.id == "across-break"


def test_figures_of_different_texts_of_a_finding_stand_together() -> None:
    told = story(
        broken(),
        finding("f", "teams", "{{ teams.own }}", annotations=[annotation(["own"], body="x {{ teams.own.w2013 }}")]),
    )

    (fault,) = faults(told, languages=("de",))

    assert fault.location
    assert (fault.location.line, fault.location.column) == (63, 20)


@pytest.mark.parametrize("part", ["body", "notes"])
def test_the_paragraph_and_the_speaker_notes_belong_to_the_finding(part: str) -> None:
    told = finding("f", "teams", "{{ teams.own }}")
    earlier = text("2013: {{ teams.own.w2013 }}", 300, 9)
    told = replace(told, text=earlier) if part == "body" else replace(told, notes=earlier)

    assert [fault.id for fault in faults(story(broken(), told), languages=("de",))] == ["across-break"]


def test_two_findings_do_not_stand_together() -> None:
    told = story(
        broken(),
        finding("f", "teams", "{{ teams.own }}"),
        finding("g", "teams", "{{ teams.own.w2013 }}", kind="columns", line=200),
    )

    assert not faults(told)


def test_a_title_can_never_compare_across_a_break() -> None:
    (fault,) = faults(story(broken(), title=claim("Titel", "teams.own > teams.own.w2013", line=5)))

    assert (fault.id, fault.hint) == ("across-break", ELSEWHERE)


@pytest.mark.parametrize(("across_break", "identities"), [(True, []), (False, ["across-break"])])
def test_a_message_may_do_what_its_finding_may(across_break: bool, identities: list[str]) -> None:
    told = story(
        broken(),
        finding("f", "teams", kind="columns", across_break=across_break),
        messages=[message("f", "teams.own", "2013: {{ teams.own.w2013 }}")],
    )

    assert [fault.id for fault in faults(told, languages=("de",))] == identities


def test_a_break_of_one_answer_parts_that_answer_alone() -> None:
    goals = question("goals", {"win": 51, "service": 21}, earlier={"w2014": {"win": 48, "service": 22}})
    changed = tuple(replace(a, break_between=("w2014", "w2016") if a.id == "win" else None) for a in goals.answers)
    goals = replace(goals, answers=changed)
    of_survey = survey(goals, waves=[wave("w2014"), wave("w2016")])

    own = story(of_survey, finding("f", "goals", holds="goals.win > goals.win.w2014"))
    other = story(of_survey, finding("f", "goals", holds="goals.service < goals.service.w2014"))

    assert [fault.id for fault in faults(own)] == ["across-break"]
    assert faults(own)[0].notes == ()
    assert not faults(other)


def test_a_label_compares_nothing() -> None:
    told = finding("f", "teams", "{{ teams.own }} {{ teams.own.w2013 | label }}")

    assert not faults(story(broken(), told))


def test_the_first_of_several_crossings_is_told() -> None:
    told = finding("f", "teams", "x", "teams.own > 3 and teams.own.w2013 < 30 and teams.own.w2014 < 40")

    (fault,) = faults(story(broken(), told))

    assert fault.location == source("teams", 104, 12 + 18).location
