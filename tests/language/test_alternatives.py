"""Of many alternatives is found what one regular expression of all of them finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.language.alternatives import find_all, matches_all, may_match, search
from report.language.model import Language
from report.language.registry import load

LANGUAGES = {code: load(code) for code in ("de", "en")}


def patterns(language: Language) -> Iterator[str]:
    yield from (language.claim_words, language.look_alikes, language.place_words, language.change_words)
    yield from (language.level_words, language.against_words, language.unbound_in_words)
    yield from (language.groups.some, language.groups.fractions, rf"\d+(?:{language.unbound})")
    directions = language.directions
    words = (directions.rise, directions.fall, directions.most, directions.than, directions.than_before)
    denials = (directions.negations, directions.not_first, rf"{directions.denied} (?:{directions.more})")
    amounts = (*language.amounts.parts, *language.amounts.more_than, *language.multiples.values())
    yield from (rf"\b(?:{each})(?!\w)" for each in (*words, *denials, *amounts))


WORDS = sorted(
    {word for each in LANGUAGES.values() for pattern in patterns(each) for word in re.findall(r"\w+", pattern)}
)
TEXTS = st.lists(st.sampled_from([*WORDS, "Unternehmen", ",", ".", "2", "ſteigt", "İst"]), max_size=12).map(" ".join)


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=TEXTS, is_upper=st.booleans())
def test_what_is_found_is_what_one_expression_finds(code: str, text: str, *, is_upper: bool) -> None:
    text = text.upper() if is_upper else text
    for pattern in patterns(LANGUAGES[code]):
        whole, place = re.compile(pattern, re.IGNORECASE), 0
        assert matches_all(pattern, text) == (whole.fullmatch(text) is not None)
        while expected := whole.search(text, place):
            found = search(pattern, text, place)
            assert found
            assert (found.span(), found.groupdict()) == (expected.span(), expected.groupdict())
            assert may_match(pattern, text)
            place = expected.end()
        assert search(pattern, text, place) is None
        every = [found.span() for found in whole.finditer(text)]
        assert [found.span() for found in find_all(pattern, text)] == every


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\b(?:a|ab)(?!\w)", "ab a", "ab"),  # the first place
        (r"\b(?:ab c|ab)(?!\w)", "ab c", "ab c"),  # there the first alternative
        (r"\b(?:ab|ab c)(?!\w)", "ab c", "ab"),
        (r"\b(?:x(?:y|z)?w|b)(?!\w)", "xw", "xw"),  # what may lack is not needed
        (r"\b(?:(?!more)\w+ than)(?!\w)", "less than", "less than"),  # nor is what must not stand there
        (r"\b(?:[(|]x|b)(?!\w)", "b", "b"),  # in brackets these part nothing
        (r"a|b", "b", "b"),
        (r"\b(?:a)|(?:b)(?!\w)", "b", "b"),  # nor is one group around them all
        (r"(?<!\w)(?:a{0,2}bc|c)(?!\w)", "bc", "bc"),  # nor are numbers of times letters
        (r"\b(?:x(?:y(?:z|w)){1,2}|v\u00e4)(?!\w)", "xyzyw", "xyzyw"),
        (r"\b(?:v\u00e4|v\x65)(?!\w)", "vä", "vä"),
        (r"(?P<one>abc)|def", "def", "def"),
    ],
)
def test_alternatives_are_told_apart(pattern: str, text: str, found: str) -> None:
    match = search(pattern, text)

    assert match
    assert match[0] == found
    assert matches_all(pattern, found)
    assert not matches_all(pattern, f"{found} more")


@pytest.mark.parametrize(
    ("letters", "text"),
    [("straße", "STRAẞE"), ("sie", "SİE"), ("sie", "ſıe"), ("σας", "ΣΑΣ"), ("5 µm", "5 ΜM"), ("273 k", "273 \u212a")],
)
def test_letters_are_found_in_capitals_and_in_the_forms_of_other_alphabets(letters: str, text: str) -> None:
    for pattern in (letters, rf"(?<!\w){letters}(?!\w)", rf"\b(?:{letters}|other)(?!\w)"):
        assert re.fullmatch(pattern, text, re.IGNORECASE)  # as one regular expression finds it
        assert matches_all(pattern, text)


def test_a_text_needs_all_the_letters_of_an_alternative() -> None:
    pattern = r"\b(?:(?:geht|ging) [^,]{0,60}(?:zurück|unter)|steigt)(?!\w)"

    assert not may_match(pattern, "es geht darum")
    assert not may_match(pattern, "zurück blieb er")
    assert may_match(pattern, "es ging alles unter")


def test_a_text_without_the_letters_of_any_alternative_has_no_match() -> None:
    pattern = r"\b(?:steig(?:t|en)|(?:geht|ging) [^,]{0,60}zurück)(?!\w)"

    assert not may_match(pattern, "Befragt wurden Unternehmen")
    assert may_match(pattern, "Der Anteil STEIGT")
    assert may_match(pattern, "er geht nicht mehr ZURÜCK")
