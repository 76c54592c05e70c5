"""Of many alternatives is found what one regular expression of all of them finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.language.alternatives import matches_all, may_match, search
from report.language.model import Language
from report.language.registry import load

LANGUAGES = {code: load(code) for code in ("de", "en")}


def patterns(language: Language) -> Iterator[str]:
    yield from (language.claim_words, language.look_alikes, language.place_words, language.change_words)
    yield from (language.level_words, language.against_words, language.unbound_in_words)
    words = (language.directions.rise, language.directions.fall, language.directions.most, language.directions.than)
    amounts = (*language.amounts.parts, *language.amounts.more_than, *language.multiples.values())
    yield from (rf"\b(?:{each})(?!\w)" for each in (*words, *amounts))


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
            place = expected.end() or 1
        assert search(pattern, text, place) is None


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
    ],
)
def test_alternatives_are_told_apart(pattern: str, text: str, found: str) -> None:
    match = search(pattern, text)

    assert match
    assert match[0] == found
    assert matches_all(pattern, found)
    assert not matches_all(pattern, f"{found} more")


def test_a_text_without_the_letters_of_any_alternative_has_no_match() -> None:
    pattern = r"\b(?:steig(?:t|en)|(?:geht|ging) [^,]{0,60}zurück)(?!\w)"

    assert not may_match(pattern, "Befragt wurden Unternehmen")
    assert may_match(pattern, "Der Anteil STEIGT")
    assert may_match(pattern, "er geht nicht mehr ZURÜCK")
