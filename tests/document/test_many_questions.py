"""What is told of a survey costs the same for each of its questions, however many they are."""

from __future__ import annotations

from cProfile import Profile

from report.document.banners import banner_book
from report.survey.model import Survey
from tests.briefing.telling import briefing
from tests.builders import finding, question, story, survey, wave
from tests.document.telling import document_of

FEW = 30


def asked(n_questions: int) -> Survey:
    questions = (
        question(
            f"q{number}",
            {"yes": 40 + number % 20, "no": 60 - number % 20},
            earlier={"w2014": {"yes": 50, "no": 50}} if number % 3 == 0 else None,
            segments={"size": {"small": {"yes": 45, "no": 55}, "large": {"yes": 35, "no": 65}}},
            n=None if number % 5 else 400,
        )
        for number in range(n_questions)
    )
    return survey(*questions, waves=[wave("w2014"), wave("w2016")], segments={"size": {"small": None, "large": 100}})


def calls_for(n_questions: int) -> int:
    """How many functions are called until all is told: unlike seconds, as many on every machine."""
    told_of, profile = story(asked(n_questions), finding("one", "q1")), Profile(builtins=False)
    with profile:
        told, _ = briefing(told_of)
        banner_book(told, document_of(told))
    return sum(entry.callcount for entry in profile.getstats())


def test_each_further_question_costs_what_those_before_it_did() -> None:
    calls_for(2)  # what is loaded, or found out once a process

    few, more, many = calls_for(FEW), calls_for(2 * FEW), calls_for(4 * FEW)

    assert (many - more) / (2 * FEW) <= 1.01 * (more - few) / FEW
