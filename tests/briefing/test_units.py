"""Sentences that name the unit: by the rules of the language, or in the author's own forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.default_story import default_story
from report.briefing.model.units import behind_number, behind_share
from report.language.registry import load
from report.survey.model import Survey, Unit, UnitForm
from tests.briefing.telling import briefing
from tests.builders import plain, question, survey, tabulated, text

TEAMS = question("teams", {"own": 48, "cross": 52})


def of(german: str, **forms: str) -> Survey:
    own = {UnitForm(form): plain({"de": text}) for form, text in forms.items()}
    return replace(survey(TEAMS), unit=Unit(plain({"de": german, "en": "companies"}), own))


def told(of: Survey, language: str = "de") -> list[str]:
    story = default_story(of, tabulated(of), "media", ["de", "en"])
    found, _ = briefing(story, language)
    texts = [found.cover.caption.text, found.messages[0].text.text, found.findings[0].exhibit.title.text]
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize(
    ("german", "caption", "message", "title"),
    [
        ("Haushalte", "48 von 100 Haushalten: Own", "der Haushalte: Own", "Anteil der Haushalte in Prozent"),
        (
            "private Haushalte", "48 von 100 privaten Haushalten: Own", "der privaten Haushalte: Own",
            "Anteil der privaten Haushalte in Prozent",
        ),
        ("Befragte", "48 von 100 Befragten: Own", "der Befragten: Own", "Anteil der Befragten in Prozent"),
        (
            "derer, die es kennen", "48 von 100 derer, die es kennen: Own", "derer, die es kennen: Own",
            "Anteil derer, die es kennen, in Prozent",
        ),
    ],
)  # fmt: skip
def test_a_default_story_declines_the_unit(german: str, caption: str, message: str, title: str) -> None:
    largest = replace(survey(question("teams", {"own": 48, "cross": 2})), unit=of(german).unit)

    assert told(largest) == [caption, message, f"{title}, Einfachnennung"]


def test_the_unit_of_an_english_story_stays_as_it_is() -> None:
    assert told(of("Haushalte"), "en") == [
        "52 out of 100 companies: Cross", "of companies: Cross", "Share of companies in per cent, single answer",
    ]  # fmt: skip


def test_forms_of_the_author_go_before_the_rule() -> None:
    given = of("Wohnbevölkerung", share="Menschen im Land", of="Einwohnern")

    assert told(given)[:2] == ["52 von 100 Einwohnern: Cross", "der Menschen im Land: Cross"]
    assert told(of("Wohnbevölkerung", of="Einwohnern"))[1] == "der Wohnbevölkerung: Cross"


def test_a_form_knows_where_the_plural_was_written() -> None:
    unit = Unit(text("Haushalte", line=8, column=7))

    for phrase in (behind_share(unit, load("de")), behind_number(unit, load("de"))):
        place = phrase.place()
        assert place and (place.line, place.column) == (8, 7)
