"""Words that ask more of a claim: superlatives by what there is not, what comes and goes, unlike sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.survey.model import Question
from tests.briefing.telling import faults
from tests.builders import MULTIPLE, SCALE, finding, plain, question, story, survey, wave

SATISFIED = {
    "satisfied": {"de": "zufrieden", "en": "satisfied"},
    "unsatisfied": {"de": "unzufrieden", "en": "unsatisfied"},
}
WAYS: dict[str, str | dict[str, str]] = {
    "phone": {"de": "Telefon", "en": "Phone"},
    "mail": {"de": "E-Mail", "en": "E-mail"},
    "chat": "Chat",
}
ASPECTS = {
    "quality": ("Qualität", "Quality", 60),
    "price": ("Preis", "Price", 70),
    "service": ("Service", "Service", 40),
}


def aspects() -> list[Question]:
    asked: list[Question] = []
    for name, (german, english, share) in ASPECTS.items():
        called = {"de": german, "en": english}
        each = question(
            name,
            {"satisfied": share, "unsatisfied": 100 - share},
            type=SCALE,
            labels=SATISFIED,
            label=called,
            topic=called,
        )
        asked.append(replace(each, scale="satisfaction", short=plain(called)))
    return asked


ASKED = survey(
    *aspects(),
    question(
        "q",
        {"phone": 30, "mail": 60, "chat": 45},
        type=MULTIPLE,
        labels=WAYS,
        label={"de": "Wie melden Sie sich?", "en": "How do you get in touch?"},
        topic={"de": "Kontakt", "en": "Contact"},
        earlier={"w2014": {"phone": 50, "mail": 58, "chat": 20}},
        segments={
            "sex": {"women": {"phone": 28, "mail": 66, "chat": 50}, "men": {"phone": 32, "mail": 54, "chat": 40}}
        },
    ),
    waves=[wave("w2014"), wave("w2016")],
    segments={"sex": {"women": 100, "men": 100}},
)
"""The price satisfies most, then quality; mail before chat before the phone, which was ahead of chat in 2014."""


def told(language: str, headline: str, holds: str | None, about: str = "q") -> list[str]:
    return [str(fault.id) for fault in faults(story(ASKED, finding("f", about, headline, holds), languages=[language]))]


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "No aspect satisfies more than quality"),
        ("en", "Nothing satisfies more than quality"),
        ("de", "Kein Aspekt überzeugt mehr als Qualität"),
        ("de", "Nichts überzeugt mehr als die Qualität"),
    ],
)
def test_what_nothing_surpasses_is_held_against_all_statements(language: str, headline: str) -> None:
    assert told(language, headline, "quality.satisfied > service.satisfied", "quality") == ["not-the-first"]
    assert told(language, headline, "quality.satisfied > 50", "quality") == ["place-not-claimed"]
    assert told(language, headline, None, "quality") == ["missing-claim"]
    price = headline.replace("die Qualität", "der Preis").replace("Qualität", "Preis").replace("uality", "rice")
    price = price.replace("Qrice", "Price").replace("qrice", "price")
    assert told(language, price, "leads_battery(price.satisfied)", "price") == []
    assert told(language, price, "price.satisfied > service.satisfied", "price") == []  # no other lies above it


def test_most_of_all_statements_is_held_against_all_of_them() -> None:
    holds = "quality.satisfied > service.satisfied"

    assert told("en", "Quality satisfies most of all aspects", holds, "quality") == ["not-the-first"]


@pytest.mark.parametrize(
    ("language", "headline", "holds"),
    [
        ("en", "No channel is used more often than chat", "q.chat > q.phone"),
        ("en", "Nothing beats chat", "q.chat > q.phone"),
        ("en", "No other channel is as popular as chat", "q.chat > q.phone"),
        ("en", "Chat is second to none", "q.chat > q.phone"),
        ("en", "No channel is used less than chat", "q.chat < q.mail"),
        ("de", "Kein Kanal wird häufiger genutzt als Chat", "q.chat > q.phone"),
        ("de", "Nichts wird häufiger genutzt als der Chat", "q.chat > q.phone"),
        ("de", "Kein anderer Kanal ist so beliebt wie Chat", "q.chat > q.phone"),
        ("de", "Keiner ist so beliebt wie der Chat", "q.chat > q.phone"),
        ("de", "Kein Kanal wird seltener genutzt als Chat", "q.chat < q.mail"),
    ],
)
def test_what_nothing_surpasses_is_held_against_all_answers(language: str, headline: str, holds: str) -> None:
    assert told(language, headline, holds) == ["not-the-first"]


@pytest.mark.parametrize(
    ("language", "headline", "holds"),
    [
        ("en", "No channel is more popular than e-mail", "leads(q.mail)"),
        ("en", "No more than {{ q.phone }} use the phone", "q.phone < 40"),
        ("de", "Kein Kanal ist beliebter als E-Mail", "leads(q.mail)"),
        ("de", "Nicht mehr als {{ q.phone }} nutzen das Telefon", "q.phone < 40"),
    ],
)
def test_a_superlative_that_is_claimed_is_let_pass(language: str, headline: str, holds: str) -> None:
    assert told(language, headline, holds) == []


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "The phone is dying out"),
        ("en", "The phone has had its day"),
        ("en", "The phone is disappearing"),
        ("en", "The phone is a thing of the past"),
        ("en", "The phone is losing importance"),
        ("de", "Das Telefon stirbt aus"),
        ("de", "Das Telefon verschwindet"),
        ("de", "Das Telefon hat ausgedient"),
        ("de", "Das Telefon ist ein Auslaufmodell"),
        ("de", "Das Telefon ist auf dem Rückzug"),
    ],
)
def test_what_goes_is_held_against_an_earlier_wave(language: str, headline: str) -> None:
    assert told(language, headline, None) == ["missing-claim"]
    assert told(language, headline, "q.phone < 40") == ["change-not-claimed"]
    assert told(language, headline, "q.phone < q.phone.w2014") == []
    chat = headline.replace("The phone", "Chat").replace("Das Telefon", "Chat")
    if "importance" not in headline and "past" not in headline and "Rückzug" not in headline:
        assert told(language, chat, "q.chat > q.chat.w2014") == ["claim-turned"]


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Chat is spreading"),
        ("en", "More and more use chat"),
        ("en", "Chat is becoming the norm"),
        ("en", "Chat is gaining acceptance"),
        ("de", "Chat setzt sich durch"),
        ("de", "Chat breitet sich aus"),
        ("de", "Immer mehr nutzen Chat"),
        ("de", "Chat wird zum Standard"),
    ],
)
def test_what_comes_is_held_against_an_earlier_wave(language: str, headline: str) -> None:
    assert told(language, headline, "q.chat > 40") == ["change-not-claimed"]
    assert told(language, headline, "q.chat > q.chat.w2014") == []


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        ("en", "Women use e-mail more often than men", "q.mail.sex.women > q.phone.sex.men", ["claim-of-others"]),
        ("en", "Women use e-mail more often than men", "q.mail.sex.women - q.phone.sex.men > 10", ["claim-of-others"]),
        ("de", "Women nutzen E-Mail öfter als men", "q.mail.sex.women > q.phone.sex.men", ["claim-of-others"]),
        ("en", "Women use e-mail more often than men", "q.mail.sex.women > q.mail.sex.men", []),
        ("en", "Women use e-mail more often than men the phone", "q.mail.sex.women > q.phone.sex.men", []),
        ("en", "Women use e-mail more often than men", "q.mail.sex.women > 60", ["place-not-claimed"]),
    ],
)
def test_groups_are_set_against_each_other_on_the_same_answer(
    language: str, headline: str, holds: str, found: list[str]
) -> None:
    assert told(language, headline, holds) == found


def test_a_group_is_not_set_against_the_sum_of_what_another_one_answered() -> None:
    shares = {"women": {"a": 30, "b": 40, "c": 30}, "men": {"a": 20, "b": 50, "c": 30}}
    labels = {"a": "Radio", "b": "Zeitung", "c": "Internet"}
    asked = question("q", {"a": 25, "b": 45, "c": 30}, labels=labels, segments={"sex": shares})
    of = survey(asked, segments={"sex": {"women": 100, "men": 100}})
    holds = "q.a.sex.women < q.a.sex.men + q.c.sex.men"

    found = faults(story(of, finding("f", "q", "Women nennen das Radio seltener als men", holds), languages=["de"]))

    assert [fault.id for fault in found] == ["claim-of-others"]
