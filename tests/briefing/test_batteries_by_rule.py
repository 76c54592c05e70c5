"""Questions of one scale in a story without an author: ranked only where all are known, and always named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from report.survey.model import Question, Rest, Survey
from tests.briefing.test_default_story import told
from tests.builders import SCALE, Percent, plain, question, survey

OFTEN = {"often": {"de": "oft", "en": "often"}, "never": {"de": "nie", "en": "never"}}
USES: Mapping[str, tuple[str, str, Percent, Percent]] = {
    "net": ("Internet nutzen", "Using the internet", 98, "<1"),
    "phone": ("Telefonieren", "Phoning", 94, 6),
    "books": ("Bücher lesen", "Reading books", 35, 65),
    "paper": ("Zeitung lesen", "Reading newspapers", 9, 90),
}


def uses(**changed: Percent) -> Survey:
    """Four questions of one scale; `changed`: the share of those who never do it."""
    asked = []
    for name, (german, english, often, never) in USES.items():
        shares = {"often": often, "never": changed.get(name, never)}
        texts = {"de": german, "en": english}
        topic = name.capitalize()
        asked.append(
            replace(
                question(name, shares, type=SCALE, label=texts, topic=topic, labels=OFTEN, rest=Rest.UNPUBLISHED),
                scale="use",
            )
        )
    return survey(*asked)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "An der Spitze: Internet nutzen (98 % oft), dann Telefonieren (94 %), am Ende: Zeitung lesen (9 %)"),
        ("en", "First: Using the internet (98% often), then Phoning (94%), last: Reading newspapers (9%)"),
    ],
)
def test_a_share_below_a_bound_leaves_no_statement_out_of_the_ranking(language: str, said: str) -> None:
    (found,) = told(uses(), language).findings

    assert found.headline.text.replace("\u00a0", " ") == said
    assert found.exhibit.questions == tuple(USES)
    assert {(cell.question, cell.answer) for cell in found.exhibit.proof} == {
        (name, "often") for name in ("net", "phone", "paper")
    }


def test_a_statement_is_last_only_if_all_others_lie_above_it() -> None:
    of: dict[str, Percent] = {"m": 0, "n": "<1", "o": 3, "p": 0}
    battery = [
        replace(question(name, {"often": share, "never": 50}, type=SCALE, labels=OFTEN), scale="use")
        for name, share in of.items()
    ]

    assert told(survey(*battery)).findings[0].headline.text.replace("\u00a0", " ") == "An der Spitze: O asked (3 % oft)"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("missing", USES)
def test_no_statement_is_ranked_where_one_of_its_scale_cannot_be_set_beside_them(language: str, missing: str) -> None:
    findings = told(uses(**{missing: None}), language).findings

    assert [len(each.exhibit.questions) for each in findings] == [1] * len(USES)
    assert not any(each.headline.text.startswith(("An der Spitze", "First:")) for each in findings)


@pytest.mark.parametrize(
    ("language", "said", "listed", "begins"),
    [
        (
            "de",
            "Internet nutzen (98 % oft) und Zeitung lesen (9 % oft) liegen 89 Prozentpunkte auseinander.",
            "Internet nutzen (98 % oft), Telefonieren (94 % oft), Bücher lesen (35 % oft) und Zeitung lesen (9 % oft)",
            "Zuerst sagen, was verglichen wird: Net, Phone, Books und Paper",
        ),
        (
            "en",
            "Using the internet (98% often) and Reading newspapers (9% often) are 89 percentage points apart.",
            "Using the internet (98% often), Phoning (94% often), Reading books (35% often) and Reading newspapers "
            "(9% often)",
            "Open by naming what is compared: Net, Phone, Books and Paper",
        ),
    ],
)
def test_the_text_says_how_far_statements_lie_apart_and_the_notes_list_them_with_their_shares(
    language: str, said: str, listed: str, begins: str
) -> None:
    (found,) = told(uses(), language).findings
    notes = [paragraph.text.replace("\u00a0", " ") for paragraph in found.notes]

    assert [paragraph.text.replace("\u00a0", " ") for paragraph in found.text] == [said]
    assert notes[0] == begins
    assert listed in notes[1]


@pytest.mark.parametrize(
    ("language", "caption", "message"),
    [
        ("de", "oft (Internet nutzen)", "oft (Internet nutzen)"),
        ("en", "often (Using the internet)", "often (Using the internet)"),
    ],
)
def test_cover_and_messages_say_which_statement_was_answered(language: str, caption: str, message: str) -> None:
    briefing = told(uses(), language)

    assert briefing.cover.caption.text.endswith(caption)
    assert briefing.messages[0].text.text.endswith(message)


@pytest.mark.parametrize(("language", "said"), [("de", "A, B und C"), ("en", "A, B and C")])
def test_statements_that_tie_are_told_by_their_topics(language: str, said: str) -> None:
    asked = [replace(question(name, {"often": 40, "never": 60}, type=SCALE), scale="use") for name in "abc"]
    (found,) = told(survey(*asked), language).findings

    assert found.headline.text == said


@pytest.mark.parametrize(
    ("language", "topics", "said"),
    [
        (
            "de", ("Vertrauen in Ämter", "Vertrauen in Banken"),
            "Vertrauen, an der Spitze: A asked (70 % oft), am Ende: B asked (40 %)",
        ),
        ("en", ("Trust in banks", "Trust in courts"), "Trust, first: A asked (70% often), last: B asked (40%)"),
        ("de", ("Ämter", "Banken"), "Ämter und Banken, an der Spitze: A asked (70 % oft), am Ende: B asked (40 %)"),
        ("en", ("Banks", "Courts"), "Banks and Courts, first: A asked (70% often), last: B asked (40%)"),
    ],
)  # fmt: skip
def test_one_battery_of_several_is_named_by_the_words_that_its_topics_share(
    language: str, topics: tuple[str, str], said: str
) -> None:
    first = [_step("a", 70, "one", topics[0]), _step("b", 40, "one", topics[1])]
    second = [_step("c", 90, "two", "Parks"), _step("d", 20, "two", "Roads")]

    found = {each.id: each.headline.text for each in told(survey(*first, *second), language).findings}

    assert found["a"].replace("\u00a0", " ") == said


@pytest.mark.parametrize(("language", "name"), [("de", "Ämter und weitere, an"), ("en", "Ämter and others, first")])
def test_of_a_battery_of_many_topics_the_first_one_stands_for_all(language: str, name: str) -> None:
    topics = {"a": "Ämter", "b": "Banken", "e": "Presse"}
    first = [_step(each, 70 - 10 * place, "one", topics[each]) for place, each in enumerate(topics)]
    second = [_step("c", 90, "two", "Parks"), _step("d", 20, "two", "Roads")]

    found = {each.id: each.headline.text for each in told(survey(*first, *second), language).findings}

    assert found["a"].startswith(name)


def test_a_battery_whose_questions_begin_alike_says_so_above_its_chart_and_is_named_by_no_topic() -> None:
    labels = {
        "a": "Wie wichtig ist Ihnen: der Preis",
        "b": "Wie wichtig ist Ihnen: Ruhe",
        "e": "Wie wichtig ist Ihnen: Nähe",
    }
    first = [
        replace(_step(each, 70 - 10 * place, "one", label.rpartition(" ")[2]), label=plain(label))
        for place, (each, label) in enumerate(labels.items())
    ]
    second = [_step("c", 90, "two", "Parks"), _step("d", 20, "two", "Roads")]

    (found,) = [each for each in told(survey(*first, *second)).findings if each.id == "a"]

    assert found.exhibit.title.text == "Wie wichtig ist Ihnen: Anteil der Unternehmen in Prozent"
    assert not found.headline.text.startswith("Preis und weitere")


def test_a_battery_whose_name_has_no_room_is_told_without_it() -> None:
    long = "Aussagen, denen man ganz oder gar nicht zustimmen kann, wenn man je von ihnen gehört hat"
    first = [_step("a", 70, "one", f"{long}: eins"), _step("b", 40, "one", f"{long}: zwei")]
    second = [_step("c", 90, "two", "Parks"), _step("d", 20, "two", "Roads")]

    found = {each.id: each.headline.text for each in told(survey(*first, *second)).findings}

    assert found["a"].replace("\u00a0", " ") == "An der Spitze: A asked (70 % oft), am Ende: B asked (40 %)"


def test_an_equal_share_of_another_answer_is_not_marked_with_the_first() -> None:
    equal = [_step("a", 55, "one", "Parks"), _step("b", 45, "one", "Roads")]

    (found,) = told(survey(*equal)).findings

    assert {(cell.question, cell.answer) for cell in (*found.exhibit.proof, *found.exhibit.contrast)} == {
        ("a", "often"), ("b", "often"),
    }  # fmt: skip


def _step(name: str, share: int, scale: str, topic: str) -> Question:
    asked = question(name, {"often": share, "never": 100 - share}, type=SCALE, topic=topic, labels=OFTEN)
    return replace(asked, scale=scale)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Am Ende: Ohne Maschinen haben wir keine Zukunft (9 % oft)"),
        ("en", "Last: Without machines we have no future (9% often)"),
    ],
)
def test_a_statement_goes_by_its_own_words_before_topics_turn_its_meaning(language: str, said: str) -> None:
    hinders = {
        "de": "Der Schutz der Daten bremst uns beim Einsatz von Maschinen, die lernen, mehr als alle Gesetze es tun",
        "en": "The protection of data slows us down in using machines that learn, more than any law of the country",
    }
    future = {"de": "Ohne Maschinen haben wir keine Zukunft", "en": "Without machines we have no future"}
    first = _step("a", 68, "one", "Datenschutz")
    last = _step("b", 9, "one", "Zukunft")

    asked = (replace(first, label=plain(hinders)), replace(last, label=plain(future)))
    (found,) = told(survey(*asked), language).findings

    assert found.headline.text.replace("\u00a0", " ") == said
