from dataclasses import replace
from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.language.model import Language
from report.language.registry import load
from report.text.hyphenation import divisions

DE, EN = load("de"), load("en")
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"


def divided(word: str, language: str) -> str:
    places = [0, *divisions(word, load(language)), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Ressourcenbedarf", "de", "Res-sour-cen-be-darf"),
        ("Veröffentlichung", "de", "Ver-öf-fent-li-chung"),
        ("KOMMUNIKATION", "de", "KOM-MU-NI-KA-TION"),
        ("communication", "en", "com-mu-nic-a-tion"),
        ("UNESCO", "de", "UNESCO"),
        ("Ziele", "de", "Ziele"),
        ("über", "de", "über"),
    ],
)
def test_a_word_is_divided_by_the_patterns_with_three_letters_on_each_side(
    word: str, language: str, expected: str
) -> None:
    assert divided(word, language) == expected


@given(word=st.text(st.sampled_from(LETTERS), min_size=6, max_size=25), language=st.sampled_from([DE, EN]))
def test_divisions_are_those_of_pyphen(word: str, language: Language) -> None:
    reference = pyphen.Pyphen(lang=language.hyphenation, left=3, right=3)

    assert list(divisions(word, language)) == [int(place) for place in reference.positions(word)]


def test_a_region_without_patterns_of_its_own_takes_those_of_its_language() -> None:
    assert divisions("Ressourcenbedarf", replace(DE, hyphenation="de_LI")) == divisions("Ressourcenbedarf", DE)
