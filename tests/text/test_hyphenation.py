import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.kept_divisions import recall, retain
from report.language.model import Language
from report.language.registry import load
from report.store import Store
from report.text import hyphenation
from report.text.hyphenation import divided_words, divisions

DE, EN = load("de"), load("en")
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"


def divided(word: str, language: str) -> str:
    places = [0, *divisions(word, load(language)), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Ressourcenbedarf", "de", "Ressour-cen-be-darf"),
        ("Veröffentlichung", "de", "Veröf-fent-li-chung"),
        ("KOMMUNIKATION", "de", "KOMMU-NI-KA-TION"),
        ("communication", "en", "commu-nic-a-tion"),
        ("Menschenansammlungen", "de", "Menschen-an-samm-lungen"),
        ("Photovoltaikdachanlage", "de", "Photo-vol-taik-dach-an-lage"),
        ("Westen", "de", "Westen"),
        ("UNESCO", "de", "UNESCO"),
        ("Ziele", "de", "Ziele"),
        ("über", "de", "über"),
    ],
)
def test_a_word_is_divided_by_the_patterns_with_four_letters_on_each_side_and_a_vowel_in_each_part(
    word: str, language: str, expected: str
) -> None:
    assert divided(word, language) == expected


@given(word=st.text(st.sampled_from(LETTERS), min_size=6, max_size=25), language=st.sampled_from([DE, EN]))
def test_divisions_are_those_of_pyphen_that_have_a_vowel_behind_them(word: str, language: Language) -> None:
    places = [int(place) for place in pyphen.Pyphen(lang=language.hyphenation, left=1, right=1).positions(word)]
    behind = [word[start:end] for start, end in pairwise([*places, len(word)])]

    expected = [place for place, part in zip(places, behind, strict=True) if re.search("[aeiouyäöü]", part)]
    assert list(divisions(word, language)) == [place for place in expected if 4 <= place <= len(word) - 4]


def test_a_region_without_patterns_of_its_own_takes_those_of_its_language() -> None:
    assert divisions("Ressourcenbedarf", replace(DE, hyphenation="de_LI")) == divisions("Ressourcenbedarf", DE)


def test_words_that_are_kept_are_divided_without_the_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, language = Store(tmp_path, made_by="this"), replace(DE, hyphenation="de_CH")
    first = [divisions(word, language) for word in ("Ressourcenbedarf", "KOMMUNIKATION", "Straße")]
    retain(divided_words(language), language, store)

    _forget_all(monkeypatch)
    recall(language, store)
    again = [divisions(word, language) for word in ("ressourcenbedarf", "Kommunikation", "Straße")]
    with pytest.raises(KeyError):  # there are no patterns, which a new word needs
        divisions("Menschenansammlungen", language)

    assert again == first == [(7, 10, 12), (5, 7, 9), ()]


def _forget_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyphen, "LANGUAGES", {})
    hyphenation._dictionary.cache_clear()
    hyphenation._patterns.cache_clear()
