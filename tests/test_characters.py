"""Characters that mean the same become one; what an author means by a blank or a hyphen stays."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.characters import is_normal, named, normalized, origins
from report.diagnostics import Diagnostic, Location

ANY = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "aeou\u0308\u0301\u0323\u212b\u1100\u1161\u11a8\u200b\u200d\ufe0f\u2010\u2009\u202f\u00ad\u00a0❤"
        ),
    )
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mu\u0308ll", "Müll"),
        ("A\u030angstro\u0308m \u212b", "Ångström Å"),
        ("\u1100\u1161\u11a8", "각"),
        ("E\u2010Mail", "E-Mail"),
        ("E\u2011Mail", "E\u2011Mail"),  # a line must not break here
        ("Schiff\u00adfahrt", "Schiff\u00adfahrt"),  # a word may be divided here
        ("51\u00a0%", "51\u00a0%"),
        ("51\u202f%, 1\u2009004, z.\u200aB.", "51\u00a0%, 1\u00a0004, z.\u00a0B."),
        ("a\u2003b\u3000c\u2002d", "a b c d"),
        ("ab\u200bcd\u2060ef\ufeffgh\u034fij\u180ekl", "abcdefghijkl"),
        ("Auf\u200clage \u200ea\u200f ©\ufe0f", "Auflage a ©"),
        ("e\u200b\u0301", "é"),
        ("❤\ufe0f\u200d🔥 می\u200cخواهم", "❤\ufe0f\u200d🔥 می\u200cخواهم"),  # a sign and a word fall apart without
    ],
)
def test_a_text_is_read_in_characters_that_mean_the_same(written: str, read: str) -> None:
    assert normalized(written) == read


@given(ANY)
def test_normalising_gives_nfc_and_does_nothing_twice(text: str) -> None:
    once = normalized(text)

    assert unicodedata.is_normalized("NFC", once)
    assert normalized(once) == once
    assert is_normal(once)
    assert not set(once) & set("\u200b\u2060\ufeff\u2010\u2009\u202f\u2003\u3000")


@given(ANY)
def test_every_character_comes_from_a_later_place_than_the_one_before(text: str) -> None:
    offsets = [offset for _, offset in origins(text)]

    assert offsets == sorted(offsets)
    assert all(offset < len(text) for offset in offsets)


def test_a_letter_with_more_accents_than_any_language_has_takes_no_time() -> None:
    text = "a" + "\u0308\u0323" * 200_000
    started = time.process_time()

    normalized(text)

    assert time.process_time() - started < 10


def test_a_character_is_named_by_code_point_and_name() -> None:
    assert named("\u00a0") == "U+00A0 (no-break space)"
    assert named("\ue000") == "U+E000"


def test_a_mark_stands_below_what_it_marks_where_accents_stand_apart() -> None:
    line = "a: Mu\u0308\u200bll“"

    shown = Diagnostic("id", "message", Location("f.yaml", 1, line.index("“") + 1, line)).as_text().splitlines()

    assert shown[1:] == [f"    1 | {line}", "      |        ^"]
