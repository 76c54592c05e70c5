"""Sentences that name the unit: by the rules of the language, or in the author's own forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.default_story import default_story
from report.briefing.model.units import behind_number, behind_share
from report.document.model import FindingSection
from report.language.registry import load
from report.survey.model import Survey, Unit, UnitForm
from tests.briefing.telling import briefing
from tests.builders import finding, plain, question, story, survey, tabulated, text
from tests.document import telling as document

TEAMS = question("teams", {"own": 48, "cross": 52})


def of(german: str, **forms: str) -> Survey:
    own = {UnitForm(form): plain({"de": text}) for form, text in forms.items()}
    return replace(survey(TEAMS), unit=Unit(plain({"de": german, "en": "companies"}), own))


def told(of: Survey, language: str = "de") -> list[str]:
    story = default_story(of, tabulated(of), "media", ["de", "en"])
    found, _ = briefing(story, language)
    caption = found.cover.caption.text.removesuffix(" (Teams asked)")
    texts = [caption, found.messages[0].text.text, found.findings[0].exhibit.title.text]
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize(
    ("german", "caption", "message", "title"),
    [
        (
            "Haushalte", "48 von 100 Haushalten: Own",
            "der Haushalte: Own", "Anteil der Haushalte in Prozent",
        ),
        (
            "private Haushalte", "48 von 100 privaten Haushalten: Own", "der privaten Haushalte: Own",
            "Anteil der privaten Haushalte in Prozent",
        ),
        (
            "Befragte", "48 von 100 Befragten: Own",
            "der Befragten: Own", "Anteil der Befragten in Prozent",
        ),
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
        "52 out of 100 companies: Cross", "of companies: Cross",
        "Share of companies in per cent, single answer",
    ]  # fmt: skip


def test_forms_of_the_author_go_before_the_rule() -> None:
    given = of("Wohnbevölkerung", share="Menschen im Land", of="Einwohnern")

    assert told(given)[:2] == ["52 von 100 Einwohnern: Cross", "der Menschen im Land: Cross"]
    assert told(of("Wohnbevölkerung", of="Einwohnern"))[1] == "der Wohnbevölkerung: Cross"


FILTERED = question("teams", {"own": 48, "cross": 2}, base="Haushalte mit Kindern")


@pytest.mark.parametrize(
    ("unit", "caption", "message", "title", "dots"),
    [
        (
            Unit(plain({"de": "Eltern", "en": "parents"})), "48 von 100 Eltern: Own", "der Eltern: Own",
            "Anteil der Eltern in Prozent", "Ein Punkt steht für ein Prozent der Eltern",
        ),
        (
            Unit(plain("Familien"), {UnitForm.SHARE: plain("derer, die es kennen"), UnitForm.OF: plain("Kennern")}),
            "48 von 100 Kennern: Own", "derer, die es kennen: Own",
            "Anteil derer, die es kennen, in Prozent", "Ein Punkt steht für ein Prozent derer, die es kennen",
        ),
        (
            survey().unit, "48 von 100 (Haushalte mit Kindern): Own", "Own",
            "Anteil in Prozent", "Ein Punkt steht für ein Prozent",
        ),
        (
            None, "48 von 100 (Haushalte mit Kindern): Own", "Own",
            "Anteil in Prozent", "Ein Punkt steht für ein Prozent",
        ),
    ],
)  # fmt: skip
def test_a_question_that_was_put_to_some_is_told_in_its_own_unit_or_without_one(
    unit: Unit | None, caption: str, message: str, title: str, dots: str
) -> None:
    filtered = survey(replace(FILTERED, unit=unit))

    (section,) = document.told(default_story(filtered, tabulated(filtered), "media", ["de"])).parts

    assert told(filtered) == [caption, message, f"{title}, Einfachnennung"]
    assert isinstance(section, FindingSection)
    assert section.title_of_dots.text.text == f"{dots}, Einfachnennung"


def test_a_question_with_a_unit_of_its_own_is_told_in_it_over_waves() -> None:
    filtered = survey(replace(TEAMS, base=plain("Haushalte mit Kindern"), unit=Unit(plain("Eltern"))))

    (of_teams,) = briefing(story(filtered, finding("f", "teams", kind="columns")))[0].findings

    assert of_teams.exhibit.title.text == "Anteil der Eltern mit der Antwort „Cross“ in Prozent"


def test_a_form_knows_where_the_plural_was_written() -> None:
    unit = Unit(text("Haushalte", line=8, column=7))

    for phrase in (behind_share(unit, load("de")), behind_number(unit, load("de"))):
        place = phrase.place()
        assert place and (place.line, place.column) == (8, 7)
