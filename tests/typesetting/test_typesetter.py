"""Fitting texts: the wanted size where it fits, a smaller one where it must, a named fault where neither does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.model.prose import Words, told
from report.deck.faults import ON_SLIDES
from report.diagnostics import Severity, SourceText
from report.formats.grid import TypeSize
from report.summary.faults import ON_PAGES
from report.text.model import Face, Style
from report.typesetting.places import Place
from report.typesetting.typesetter import Typesetter
from report.units import Color
from tests.builders import words as prose
from tests.deck.builders import FONTS, GERMAN, at, said

INK = Color.of_hex("#15203B")
BOLD = Style(Face.BOLD, 30, INK)
HEADLINE = (TypeSize(30, 33), TypeSize(26, 29))
WORDS = st.lists(st.text("aeinrstdum", min_size=1, max_size=11), min_size=1, max_size=40)


def place(width: float = 400, most: int = 2, what: str = "headline") -> Place:
    return Place(what, width, HEADLINE, most, at(3))


def typesetter() -> Typesetter:
    return Typesetter(FONTS, GERMAN, ON_SLIDES)


def test_a_text_that_fits_takes_the_wanted_size() -> None:
    fitted = typesetter().fit(prose("Kurz"), BOLD, place())

    assert fitted.type == TypeSize(30, 33)
    assert [line.text for line in fitted.lines] == ["Kurz"]


def test_a_text_a_little_too_long_takes_the_smaller_size() -> None:
    setter = typesetter()
    text = "Wort " * 11  # 30 pt: three lines of 400 pt; 26 pt: two

    fitted = setter.fit(prose(text.strip()), BOLD, place())

    assert fitted.type == TypeSize(26, 29)
    assert len(fitted.lines) == 2
    assert setter.faults == []


def test_a_text_that_does_not_fit_at_the_smallest_size_is_a_fault_that_says_by_how_much() -> None:
    setter = typesetter()

    setter.fit(prose("aaaa bbbb cccc dddd eeee"), BOLD, Place("headline", 75, HEADLINE, 2, at(3)))

    (fault,) = setter.faults
    assert fault.as_text() == (
        "briefing.yaml:3:11: error[text-too-long]: the headline is 14 characters or 3 lines too long for its slide\n"
        "  there is room for 2 lines of 26 pt at the smallest\n"
        "  hint: about 9 characters fit"
    )


def test_of_a_text_that_was_put_together_the_part_to_shorten_is_told() -> None:
    setter, base = typesetter(), Words.of(SourceText("heads of marketing and of sales", ((0, at(9)),)))
    note = told("Base: {base}\nSource: {source}", base=base, source=Words("us"))

    setter.fit(note, BOLD, Place("source note", 200, (TypeSize(20, 25),), 2, at(3)))

    (fault,) = setter.faults
    assert fault.as_text() == (
        "briefing.yaml:9:11: error[text-too-long]: "
        "the source note is 10 characters or one line too long for its slide\n"
        "  there is room for 2 lines of 20 pt at the smallest\n"
        '  it reads "Base: heads of marketing and of sales · Source: us"\n'
        '  hint: about 37 of its 50 characters fit: shorten "heads of marketing and of sales" by about 10 characters'
    )


def test_of_a_text_of_many_short_parts_each_may_be_shortened() -> None:
    setter = typesetter()
    words = {name: Words.of(SourceText(4 * name, ((0, at(9)),))) for name in "abcdefgh"}
    note = told(" ".join(f"{{{name}}}" for name in words), **words)

    setter.fit(note, BOLD, Place("source note", 100, (TypeSize(20, 25),), 2, at(3)))

    (fault,) = setter.faults
    assert fault.location == at(3)
    assert fault.hint == "about 19 of its 39 characters fit: shorten its parts by about 19 characters"


def test_a_text_that_is_too_long_for_several_places_of_a_kind_is_told_once() -> None:
    setter = typesetter()
    for number, width in enumerate((100, 60, 80), 1):
        place = Place(f"source note of slide {number}", width, (TypeSize(20, 25),), 1, at(3), kind="source note")
        setter.fit(prose("aaaa bbbb cccc"), BOLD, place)

    (fault,) = setter.faults
    assert fault.message.startswith("the source note of slide 2 is 9 characters")


def test_one_line_and_one_character_are_spelt_out() -> None:
    setter = typesetter()

    setter.fit(prose("aaaa b"), BOLD, Place("kicker", 60, (TypeSize(26, 29),), 1))

    assert setter.faults[0].message == "the kicker is one character or one line too long for its slide"
    assert setter.faults[0].notes == ("there is room for one line of 26 pt at the smallest",)


def test_a_word_wider_than_its_place_is_named() -> None:
    setter = typesetter()

    setter.fit(prose("Brrrrrrrrrrrrrrrrrrrr"), BOLD, Place("topic", 60, (TypeSize(20, 25),), 2, at(5)))

    (fault,) = setter.faults
    assert fault.id == "text-too-long"
    assert fault.message.startswith('"Brrrrrrrrrrrrrrrrrrrr" in the topic is ')
    assert fault.message.endswith(" pt wider than its place on the slide")


def test_every_word_that_is_wider_than_its_place_is_named_and_no_length_with_them() -> None:
    setter = typesetter()

    setter.fit(prose("Brrrrrrrrrrrrrrrrrrrr ab Grrrrrrrrrrrrrrrrrrrr"), BOLD, Place("topic", 60, HEADLINE, 1, at(5)))

    assert [fault.message.split('"')[1] for fault in setter.faults] == [
        "Brrrrrrrrrrrrrrrrrrrr",
        "Grrrrrrrrrrrrrrrrrrrr",
    ]


def test_a_text_too_long_for_several_places_of_a_kind_is_told_once_at_its_worst() -> None:
    setter, text = typesetter(), said("aaaa bbbb cccc dddd eeee", line=3)

    for most in (2, 1, 2):
        setter.fit(text, BOLD, Place("headline", 75, HEADLINE, most))

    (fault,) = setter.faults
    assert fault.message == "the headline is 19 characters or 4 lines too long for its slide"


def test_a_text_takes_the_first_place_that_holds_it() -> None:
    setter = typesetter()
    large, small = (Place("title", 400, (size,), most) for size, most in zip(HEADLINE, (2, 3), strict=True))

    fitted = setter.fit(prose(("Wort " * 14).strip()), BOLD, large, small)

    assert fitted.type == HEADLINE[1]
    assert len(fitted.lines) == 3
    assert setter.faults == []


def test_a_fault_speaks_of_the_output_that_the_text_stands_in() -> None:
    setter = Typesetter(FONTS, GERMAN, ON_PAGES)

    setter.fit(prose("aaaa bbbb"), BOLD, Place("headline", 75, HEADLINE, 1))
    setter.fit(prose("Brrrrrrrrrrrrrrrrrrrr"), BOLD, Place("topic", 60, HEADLINE))

    length, width = setter.faults
    assert length.message == "the headline is 4 characters or one line too long for its place in the summary"
    assert length.notes == ("there is room for one line",)
    assert width.message.endswith(" pt wider than its place in the summary")


def test_a_text_tells_its_own_place() -> None:
    setter = typesetter()

    setter.fit(said("Wort " * 40, line=9), BOLD, place())

    assert setter.faults[0].location == at(9)


@given(WORDS)
def test_what_fits_stays_within_its_measure_and_loses_no_character(words: list[str]) -> None:
    setter, text = typesetter(), " ".join(words)

    fitted = setter.fit(prose(text), BOLD, place(width=420, most=3))

    if not setter.faults:
        assert len(fitted.lines) <= 3
        assert all(line.width <= 420.001 for line in fitted.lines)
        kept = "".join(line.text.removesuffix("-") if line.is_divided else line.text for line in fitted.lines)
        assert kept.replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.text("aeinrst", min_size=4, max_size=8), min_size=30, max_size=50))
def test_without_the_characters_that_a_fault_counts_a_text_fits(words: list[str]) -> None:
    setter, text = typesetter(), " ".join(words)
    setter.fit(prose(text), BOLD, place(width=300))

    characters = int(setter.faults[0].message.split(" is ")[1].split(" ")[0])
    shorter = typesetter()
    shorter.fit(prose(text[:-characters].rstrip()), BOLD, place(width=300))

    assert shorter.faults == []


def test_capitals_are_measured_as_capitals_and_kept_as_written() -> None:
    line = typesetter().capitals(prose("Ziele"), BOLD, what="topic", width=200)

    assert line.text == "Ziele"
    assert line.width == pytest.approx(FONTS.width("ZIELE", BOLD))


def test_a_text_of_more_lines_than_are_balanced_does_not_end_in_one_word() -> None:
    text = "Wer Zielgruppen erreichen wolle, brauche eine Strategie; klare Zuständigkeiten seien wichtig."

    fitted = typesetter().fit(prose(text), BOLD, Place("statement", 429.6, (TypeSize(36, 43),), 6))

    assert len(fitted.lines) == 5
    assert " " in fitted.lines[-1].text


def test_a_headline_whose_lines_are_very_unequal_is_noted_for_the_author() -> None:
    setter = typesetter()
    text = said("Kurz:\nund dann eine zweite, sehr viel längere Zeile", line=8)

    setter.note_unevenness(text, setter.fit(text, BOLD, place(width=800)))

    (note,) = setter.faults
    assert note.severity is Severity.WARNING
    assert note.as_text() == (
        "briefing.yaml:8:11: warning[uneven-headline]: the two lines of the headline on its slide are not about "
        "equally long\n"
        '  "Kurz:"\n'
        '  "und dann eine zweite, sehr viel längere Zeile"\n'
        "  hint: other words may let them break more evenly"
    )


@pytest.mark.parametrize(
    "headline",
    [
        "Eine Zeile, und dann\neine zweite Zeile dazu",
        "Meier, Huber und Özdemir-Wallenstein\ngleichauf: je 39 % sind zufrieden",
    ],
)
def test_a_headline_with_about_equal_lines_is_not(headline: str) -> None:
    setter = typesetter()
    text = said(headline)

    setter.note_unevenness(text, setter.fit(text, BOLD, place(width=800)))

    assert setter.faults == []
