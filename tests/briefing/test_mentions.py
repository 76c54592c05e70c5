"""Where a text names a group or an answer, and where it only seems to."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report.briefing.mentions import Mention, is_telling, mentions, names_one_of
from report.language.registry import load


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("65 und älter", "Von denen, die 65 und älter sind"),
        ("65 und älter", "65 UND ÄLTER"),
        ("65 und a\u0308lter", "die 65 und Älteren"),
        ("18–29", "der 18- bis 29-Jährigen"),
        ("18 bis 24 Jahre", "Von den 18- bis 24-Jährigen"),
        ("18 to 24", "18-24-year-olds"),
        ("18 to 24", "between 18 to 24 years"),
        ("Selbstständige", "unter Selbstständigen"),
        ("Angestellte", "eines Angestellten"),
        ("ältere Frauen", "Älteren Frauen geht es anders"),
        ("owners", "every owner"),
        ("50 staff or more", "those with 50\u00a0staff or more"),
    ],
)
def test_a_name_is_found_whatever_its_capitals_signs_and_endings(name: str, text: str) -> None:
    assert len(list(mentions(name, text))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("65 und älter", "165 und älter"),
        ("65 und älter", "65, also älter"),
        ("unter 30", "unter 300"),
        ("Ost", "Osten"),
        ("18 bis 24 Jahre", "von 18 bis 25 Jahren"),
        ("Osten", "Ostern"),
        ("Land", "Länder"),
        ("men", "women"),
        ("owners", "ownership"),
        ("", "anything"),
    ],
)
def test_numbers_short_words_and_other_words_are_not_taken_for_a_name(name: str, text: str) -> None:
    assert list(mentions(name, text)) == []


def test_a_name_within_a_longer_one_is_known_as_such() -> None:
    (short,), (long,) = (
        mentions("under 30", "those under 30 in towns"),
        mentions("under 30 in towns", "those under 30 in towns"),
    )

    assert short.lies_within(long)
    assert not long.lies_within(short)
    assert not short.lies_within(Mention(short.start, short.end))


@given(st.text(), st.text())
@example("0", "0\u0300")
def test_a_mention_is_a_stretch_of_the_text_that_begins_and_ends_like_a_word(name: str, text: str) -> None:
    for found in mentions(name, text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start].isalnum()
        last = text[found.end - 1]
        assert last.isalnum() or unicodedata.combining(last), "an accent belongs to its letter"


@given(st.lists(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1), min_size=1), st.text())
def test_a_name_stands_in_every_text_that_quotes_it(words: list[str], around: str) -> None:
    name = " ".join(words)

    assert any(found.start == len(around) + 1 for found in mentions(name, f"{around} {name}"))


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("65 und älter", True), ("Frauen", True), ("und", False), ("1", False), ("Ost", False), ("of the", False)],
)
def test_a_single_small_word_or_number_tells_nothing(name: str, is_told: bool) -> None:
    weak = load("de").weak_words | load("en").weak_words

    assert is_telling(name, weak) is is_told


@pytest.mark.parametrize(
    ("words", "text", "is_named"),
    [
        ("Steigender Ressourcenbedarf", "Der Ressourcenbedarf wächst", True),
        ("Gas", "Die Gasheizung führt", True),
        ("Datenschutz", "Viele nennen Datenschutzregeln", True),
        ("Im eigenen Haus", "Im Wald", False),
        ("PR", "Prozent", False),
    ],
)
def test_an_answer_is_named_by_a_word_of_its_own(words: str, text: str, is_named: bool) -> None:
    assert names_one_of(words, text, weak=load("de").weak_words) is is_named
