"""Characters that the fonts have not: told for every text, at their place, by their name; notes may hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.diagnostics import Location, SourceText
from report.text.characters import undrawable
from report.text.model import Face
from tests.faults.catalogue import EXAMPLE
from tests.faults.texts import Text, texts_of_example, told_of, with_text

FONTS = pipeline.house_fonts()


def told(text: str) -> list[str]:
    """What is told of a text that begins in column 5."""
    place = Location("survey.yaml", 7, 5, "x" * 4 + text)
    return [fault.as_text() for fault in undrawable(SourceText(text, ((0, place),)), FONTS)]


CJK = 'the fonts have no character "例" (U+4F8B, cjk unified ideograph-4f8b)'
NOTE = "  they have Latin, Greek and Cyrillic letters and the usual signs"
IN_LATIN = "  hint: write it in Latin letters; speaker notes may hold it"
IN_WORDS = "  hint: say it in words; speaker notes may hold it"


@pytest.mark.parametrize(
    ("text", "message", "marks"),
    [
        (
            "Ja 例 nein",
            f"8: error[missing-character]: {CJK}\n*\n{NOTE}\n{IN_LATIN}",
            "       ^",
        ),
        (
            "例え",
            f"5: error[missing-character]: {CJK}, nor the one after it\n*\n{NOTE}\n{IN_LATIN}",
            "    ^^",
        ),
        (
            "a ☃☃☃".replace("☃", "\u0e01"),
            f'7: error[missing-character]: the fonts have no character "\u0e01" (U+0E01, thai character ko kai), '
            f"nor the 2 after it\n*\n{NOTE}\n{IN_LATIN}",
            "      ^^^",
        ),
        (
            "x\u0308",
            '6: error[missing-character]: the fonts have no character "\u0308" (U+0308, combining diaeresis)\n'
            f"*\n{NOTE}\n  hint: write the letter before it without this mark; speaker notes may hold it",
            "     ^",
        ),
        (
            "\ue000",
            f'5: error[missing-character]: the fonts have no character "\ue000" (U+E000)\n*\n{NOTE}\n{IN_LATIN}',
            "    ^",
        ),
        (
            "gut 🎉",
            f'9: error[emoji]: the emoji "🎉" (U+1F389, party popper) cannot be shown\n*\n{IN_WORDS}',
            "        ^",
        ),
        (
            "❤\ufe0f!",
            f'5: error[emoji]: the emoji "❤" (U+2764, heavy black heart) cannot be shown\n*\n{IN_WORDS}',
            "    ^^",
        ),
        (
            "שלום",
            '5: error[right-to-left]: "ש" (U+05E9, hebrew letter shin) is of a script that runs from right to left, '
            f"which cannot be set\n*\n{IN_LATIN}",
            "    ^^^^",
        ),
        (
            "سلام",
            '5: error[right-to-left]: "س" (U+0633, arabic letter seen) is of a script that runs from right to left, '
            f"which cannot be set\n*\n{IN_LATIN}",
            "    ^^^^",
        ),
    ],
)
def test_a_character_that_cannot_be_drawn_is_told_by_its_name(text: str, message: str, marks: str) -> None:
    shown = f"    7 | xxxx{text}\n      | {marks}"

    assert told(text) == ["survey.yaml:7:" + message.replace("*", shown)]


def test_different_kinds_of_characters_are_told_one_by_one() -> None:
    assert [line.split("]")[0] for line in told("例🎉א")] == [
        "survey.yaml:7:5: error[missing-character",
        "survey.yaml:7:6: error[emoji",
        "survey.yaml:7:7: error[right-to-left",
    ]


def test_what_authors_write_can_be_drawn() -> None:
    letters = "ÄÖÜäöüßẞ éèêëñçåøæœ ŁłŠšŽž Ελληνικά Кириллица İıĞğ"
    signs = "„“‚‘»«›‹ “”‘’ – — … · • € £ § % ‰ ° × ± − ≤ ≥ ½ ⁰ ¹ ² ³ † © ® ™ \u00a0\u202f\u2009\u00ad\u2011 \n"

    assert told(letters + signs) == []


def test_a_letter_whose_capital_the_fonts_have_not_stays_small_in_a_kicker() -> None:
    assert FONTS.capitals("Straße ΐ ŉ") == "STRASSE ΐ ŉ".replace("ŉ", FONTS.capitals("ŉ"))
    assert FONTS.missing(FONTS.capitals("".join(sorted(FONTS.metrics(Face.REGULAR).advances)))) == FONTS.missing(
        "".join(sorted(FONTS.metrics(Face.REGULAR).advances))
    )


@pytest.mark.parametrize(
    "text", [text for text in texts_of_example() if text.path != "link"], ids=lambda text: text.path
)
def test_every_text_that_is_shown_is_looked_at(text: Text, tmp_path: Path) -> None:
    place = with_text(tmp_path, text, "例")

    (fault,) = told_of(tmp_path)

    assert (fault.id, fault.location) == ("missing-character", place)


def test_speaker_notes_hold_any_character(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text((EXAMPLE / "survey.yaml").read_text("utf-8"), "utf-8")
    briefing = (EXAMPLE / "briefing.yaml").read_text("utf-8")
    written = briefing.replace("Ask who has such a team.", "Ask who has such a team. 例え 🎉 שלום")
    assert written != briefing
    (tmp_path / "briefing.yaml").write_text(written, "utf-8")

    assert told_of(tmp_path) == ()


def test_a_letter_and_its_accent_are_read_as_one_character(tmp_path: Path) -> None:
    text = next(text for text in texts_of_example() if text.path == "note")
    with_text(tmp_path, text, " fu\u0308r Cafe\u0301s und A\u030angstro\u0308m")

    assert told_of(tmp_path) == ()
    story = pipeline.read(pipeline.Source(tmp_path / "briefing.yaml", "briefing.yaml", "example")).story
    assert story.survey.note and story.survey.note.text("en").endswith(" für Cafés und Ångström")
