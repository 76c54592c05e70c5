"""A figure is the one that the words around it speak of: on the cover, before a message, in every language."""

from __future__ import annotations

import pytest

from tests.briefing.telling import faults
from tests.builders import MULTIPLE, finding, message, question, story, survey

CAUSES = survey(
    question(
        "q",
        {"economy": 35, "migration": 33, "home": 19},
        type=MULTIPLE,
        labels={
            "economy": {"de": "Wirtschaft", "en": "Economy"},
            "migration": {"de": "Zuwanderung", "en": "Migration"},
            "home": {"de": "Wohnen", "en": "Housing"},
        },
    )
)
TOLD = finding("f", "q")


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        ("{{ q.home | of_100 }} nennen es", []),
        ("{{ q.economy }} nennen dies, {{ q.home }} jenes", []),
        ("nennen das Wohnen", []),
        ("{{ q.economy | of_100 }} nennen es", ["other-figure-given"]),
        ("{{ q.economy - q.migration }} liegen dazwischen", []),
        ("nennen die Wirtschaft", ["other-answer-named"]),
    ],
)
def test_the_cover_draws_the_figure_of_its_caption(caption: str, found: list[str]) -> None:
    told = story(CAUSES, TOLD, cover="q.home", caption=caption)

    assert [fault.id for fault in faults(told)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nennen das **Wohnen**", []),
        ("nennen das Wohnen, nicht die Wirtschaft", []),
        ("sagen das, {{ q.economy }} nennen die Wirtschaft", []),
        ("sagen das. Die Wirtschaft ist etwas anderes", []),
        ("nennen die **Wirtschaft**", ["other-answer-named"]),
    ],
)
def test_the_words_behind_a_figure_name_its_own_answer(words: str, found: list[str]) -> None:
    said = message("f", "q.home", words)
    told = story(CAUSES, TOLD, cover="q.home", messages=[said])

    assert [fault.id for fault in faults(told)] == found


GOALS = survey(question("goals", {"dialogue": 57, "service": 21}, type=MULTIPLE))


def test_a_language_that_gives_another_figure_than_the_first_is_told() -> None:
    told = finding("f", "goals", {"de": "{{ goals.dialogue }} wollen es", "en": "{{ goals.service }} want it"})

    (found,) = faults(story(GOALS, told, languages=("de", "en"), caption={"de": "Ja", "en": "Yes"}))

    assert found.as_text() == (
        "briefing.yaml:103:13: warning[languages-differ]: the text in `en` gives goals.service = 21 %, that in `de` "
        "gives goals.dialogue = 57 %\n"
        "  103 |          {{ goals.service }} want it\n"
        "      |             ^^^^^^^^^^^^^\n"
        "  hint: give the same figure in all languages"
    )


@pytest.mark.parametrize(
    "english", ["{{ goals.dialogue }} want it", "They want it", "{{ goals.dialogue }}, {{ goals.service }} want it"]
)
def test_a_language_that_says_less_or_more_is_not(english: str) -> None:
    told = finding("f", "goals", {"de": "{{ goals.dialogue }} wollen es", "en": english})

    assert faults(story(GOALS, told, languages=("de", "en"), caption={"de": "Ja", "en": "Yes"})) == ()


def test_an_answer_that_was_not_published_is_named_without_a_number() -> None:
    labels = {"a": "Radio hören", "b": "Zeitung lesen"}
    asked = question("q", {"a": 40, "b": None}, type=MULTIPLE, labels=labels)

    (told,) = faults(story(survey(asked), finding("q", "q", "Zeitung lesen {{ q.a }}")))

    assert (told.id, told.hint) == ("other-answer-named", "name the answer whose figure it is")
    assert told.message == '"Zeitung lesen" is said of q.a = 40 %, and q.b was not published'


def test_a_figure_that_two_answers_share_is_said_of_both() -> None:
    labels = {"a": "Radio hören", "b": "Zeitung lesen", "c": "Im Netz surfen"}
    asked = question("q", {"a": 40, "b": 40, "c": 20}, type=MULTIPLE, labels=labels)

    def told(headline: str) -> list[str]:
        return [fault.id for fault in faults(story(survey(asked), finding("q", "q", headline)))]

    assert "other-answer-named" not in told("Zeitung lesen {{ q.a }}")
    assert "other-answer-named" in told("Im Netz surfen {{ q.a }}")
