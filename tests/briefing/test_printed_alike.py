"""Two shares that are the same as printed: tied, and neither is said to lead without a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.claims import judge
from report.briefing.facts import Facts
from report.language.registry import load
from report.survey.model import Survey
from tests.briefing.telling import faults
from tests.briefing.test_default_story import story_of, told
from tests.builders import MULTIPLE, SINGLE, finding, question, source, story, survey, tabulated


def of(a: str, b: str, decimals: int = 0, c: str = "10") -> Survey:
    return survey(question("q", {"a": a, "b": b, "c": c}, type=MULTIPLE, decimals=decimals))


def holds(claim: str, of: Survey) -> bool | None:
    return judge(source(claim), Facts(of, tabulated(of), load("en"))).is_true


@pytest.mark.parametrize(
    ("a", "b", "decimals", "are_tied"),
    [
        ("35.31", "35.13", 0, True),
        ("35.31", "35.13", 1, False),
        ("35.5", "35.49", 0, False),
        ("0", "0.3", 0, False),  # "0 %" and "< 1 %"
        ("100", "99.7", 0, False),  # "100 %" and "> 99 %"
        ("99.7", "99.8", 0, True),
    ],
)
def test_what_is_printed_alike_is_tied(a: str, b: str, decimals: int, are_tied: bool) -> None:
    both = of(a, b, decimals)

    assert [holds("tied(q.a, q.b)", both), holds("not tied(q.a, q.b)", both)] == [are_tied, not are_tied]


@pytest.mark.parametrize(
    ("language", "claim", "words", "shares", "told_of"),
    [
        ("de", "leads(q.a)", "A führt", ("35.31", "35.13", "10"), ("a = 35 %", "b = 35 %")),
        ("en", "leads(q.a)", "Named most often: A", ("35.31", "35.13", "10"), ("a = 35 %", "b = 35 %")),
        ("de", "last(q.c)", "Am seltensten genannt: C", ("35", "10.4", "9.6"), ("c = 10 %", "b = 10 %")),
    ],
)
def test_an_end_that_no_reader_sees_is_a_warning(
    language: str, claim: str, words: str, shares: tuple[str, str, str], told_of: tuple[str, str]
) -> None:
    def warnings(decimals: int) -> list[tuple[str, str]]:
        a, b, c = shares
        written = story(of(a, b, decimals, c), finding("q", "q", words, claim), languages=[language])
        return [(fault.id, fault.message) for fault in faults(written)]

    (found,) = warnings(0)
    assert found[0] == "not-the-first"
    assert found[1].endswith(f" is said of q.{told_of[0]}, and q.{told_of[1]} is the same as printed")
    assert warnings(1) == []


def test_no_rule_tells_a_place_that_no_reader_sees() -> None:
    both = of("35.31", "35.13", c="28")

    assert told(both).findings[0].headline.text.replace("\N{NO-BREAK SPACE}", " ") == (
        "Q: A (35 %) und B (35 %) liegen nah beieinander"
    )
    assert not any(message.claim.holds for message in story_of(both).messages)


def test_no_rule_tells_a_second_place_that_no_reader_sees() -> None:
    asked = question("q", {"a": "60", "b": "19.8", "c": "20.2"}, type=SINGLE, decimals=0)

    assert "B" not in told(survey(asked)).findings[0].headline.text


@pytest.mark.parametrize("c", ["10", "28"])
def test_what_the_rule_tells_of_two_that_are_alike_is_no_warning_in_a_briefing(c: str) -> None:
    written = replace(story_of(of("35.31", "35.13", c=c)), is_generated=False)

    assert faults(written, ["de"]) == ()
