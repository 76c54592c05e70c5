"""What the percentages are per cent of: a plural, and the forms that an author gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.survey.model import UnitForm
from tests.survey.files import SURVEY, faults, survey
from tests.yaml_source.marked import words

FORMS = "unit: {de: {many: Betriebe, share: Betriebe, of: Betrieben, one: Betrieb}, en: companies}"
ONE_LANGUAGE = """\
format: 1
language: de
title: Medien
short_title: Medien
publisher: Verband
published: 2016
population: Leiterinnen
unit: {many: Betriebe, of: Betrieben}
questions:
  goals:
    type: multiple
    topic: Ziele
    label: Ziele?
    unit: derer
    answers:
      awareness: {percent: 77.5, label: Bekanntheit}
"""


def with_unit(unit: str) -> str:
    return SURVEY.replace("unit: {de: Betriebe, en: companies}", unit)


def test_a_unit_is_a_plural_in_each_language(tmp_path: Path) -> None:
    found = survey(tmp_path).unit

    assert (found.text("de"), found.text("en"), found.forms) == ("Betriebe", "companies", {})


def test_its_forms_stand_below_the_language_that_has_them(tmp_path: Path) -> None:
    found = survey(tmp_path, with_unit(FORMS)).unit

    forms = {
        form: [each.text if each else None for each in (found.form(form, code) for code in ("de", "en"))]
        for form in UnitForm
    }
    assert (found.text("de"), found.text("en")) == ("Betriebe", "companies")
    assert forms == {
        UnitForm.SHARE: ["Betriebe", None],
        UnitForm.OF: ["Betrieben", None],
        UnitForm.ONE: ["Betrieb", None],
    }
    of = found.form(UnitForm.OF, "de")
    assert of and of.location and of.location.line == 7


def test_a_survey_in_one_language_has_them_without_naming_it(tmp_path: Path) -> None:
    found = survey(tmp_path, ONE_LANGUAGE)

    of = found.unit.form(UnitForm.OF, "de")
    assert of and (found.unit.text("de"), of.text) == ("Betriebe", "Betrieben")


def test_a_question_may_have_a_unit_of_its_own(tmp_path: Path) -> None:
    found = survey(tmp_path, ONE_LANGUAGE).question("goals").unit

    assert found and found.text("de") == "derer"
    assert survey(tmp_path).question("teams").unit is None


@pytest.mark.parametrize(
    ("unit", "message", "column"),
    [
        ("unit: {de: {many: A, dative: B}, en: C}", '"dative" is no form of `de`', 22),
        ("unit: {de: {of: B}, en: C}", "the key `many` is missing in `de`", 8),
        ("unit: {de: {many: A, of: [B]}, en: C}", "`of` is a list where a text belongs", 26),
        ("unit: {de: {many: A, of: }, en: C}", "`of` has no value", 22),
        (
            "unit: {many: A, of: B}",
            "this text is one string, and it is needed in de and en", 1,
        ),
        ("unit: {de: {many: A}}", 'no text in "en", which the title has', 1),
        ("unit: {}", "`unit` needs at least one entry", 1),
        ("unit: {of: A, one: B}", "the key `many` is missing in `unit`", 1),
    ],
)  # fmt: skip
def test_a_slip_in_a_unit_is_told_at_its_place(tmp_path: Path, unit: str, message: str, column: int) -> None:
    fault = faults(tmp_path, with_unit(unit))[0]

    assert fault.message == message
    assert fault.location
    assert (fault.location.line, fault.location.column) == (7, column)


def test_an_unknown_form_names_the_forms_there_are(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, with_unit("unit: {de: {many: A, off: B}, en: C}"))

    assert fault.notes == ("a plural can have the forms many, share, of, one",)
    assert fault.hint == 'did you mean "of"?'


def test_forms_without_the_plural_are_told_to_write_it(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, with_unit("unit: {de: {of: B}, en: C}"))

    assert fault.hint == "write `many: ` and the plural beside them, such as `many: households`"


@pytest.mark.parametrize(
    ("german", "english", "told"),
    [
        ("alle Befragten", "households", 'cannot begin with "alle"'),
        ("die Haushalte", "households", 'cannot begin with "die"'),
        ("Viele Haushalte", "households", 'cannot begin with "Viele"'),
        ("Haushalte", "the teens", 'cannot begin with "the"'),
        ("Haushalte", "All households", 'cannot begin with "All"'),
        ("Haushalte", "of the teens", 'cannot begin with "the"'),
        ('"%"', "households", '"%" is no unit'),
        ("Prozent", "households", '"Prozent" is no unit'),
        ("Haushalte", "per cent of households", '"per cent of households" is no unit'),
        ("Haushalte", '"100"', '"100" is no unit'),
    ],
)
def test_a_unit_is_a_plural_of_whom_or_what_without_an_article(
    german: str, english: str, told: str, tmp_path: Path
) -> None:
    (fault,) = faults(tmp_path, with_unit(f"unit: {{de: {german}, en: {english}}}"))

    assert fault.id == "not-a-unit"
    assert told in fault.message
    assert fault.location and fault.location.line == 7


@pytest.mark.parametrize(
    ("german", "english", "is_warned"),
    [
        ("Haushalt", "households", True),
        ("privater Haushalt in Bayern", "households", True),
        ("Haushalte", "household", True),
        ("Haushalte mit Kind", "respondents", False),
        ("Befragte", "people", False),
        ("KMU", "staff", False),
        ("Ausweisinhaberinnen und -inhaber", "card holders", False),
        ("Azubis", "those who know it", False),
    ],
)
def test_a_unit_that_names_one_is_warned_of(german: str, english: str, is_warned: bool, tmp_path: Path) -> None:
    found = faults(tmp_path, with_unit(f"unit: {{de: {german}, en: {english}}}"))

    assert [(fault.id, fault.is_error) for fault in found] == [("not-a-unit", False)] * is_warned
    assert all("looks like a singular" in fault.message and "write the plural" in (fault.hint or "") for fault in found)


def test_the_article_of_a_unit_is_underlined_and_its_hint_in_its_language(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, with_unit("unit: {de: alle Befragten, en: people}"))

    assert fault.location
    assert (fault.location.column, fault.location.length) == (12, len("alle"))
    assert words(fault) == (
        'error[not-a-unit]: a unit cannot begin with "alle": the sentences of a report put their own words before it\n'
        '  hint: leave "alle" out and write the plural alone, such as Haushalte or Befragte'
    )


@pytest.mark.parametrize(
    ("unit", "column", "count"),
    [
        ("unit: {de: 1004 Befragte, en: people}", 12, "1004"),
        ("unit: {de: 1.004 Befragte, en: people}", 12, "1.004"),
        ("unit: {de: 50 Haushalte, en: people}", 12, "50"),
        ("unit: {de: Befragte (n = 1004), en: people}", 22, "n = 1004"),
        ("unit: {de: Befragte, en: '1,004 adults aged 18 and over'}", 27, "1,004"),
        ("unit: {de: Befragte, en: 2 000 adults}", 26, "2 000"),
    ],
)
def test_a_unit_does_not_say_how_many_were_asked(unit: str, column: int, count: str, tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, with_unit(unit))

    assert fault.location
    assert (fault.location.column, fault.location.length) == (column, len(count))
    assert words(fault) == (
        f'error[not-a-unit]: a unit says who was asked and not how many: "{count}" belongs to `n`\n'
        "  hint: write the plural alone, such as "
        f"{'households or respondents' if column > 22 else 'Haushalte or Befragte'}, "
        "and `n:` with the number beside it"
    )


def test_a_unit_of_a_question_has_no_article_either(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, ONE_LANGUAGE.replace("unit: derer", "unit: der Hörer"))

    assert (fault.id, fault.location and fault.location.line) == ("not-a-unit", 14)


@pytest.mark.parametrize(
    "unit",
    [
        "unit: {de: 'derer, die davon gehört haben', en: of those who had heard of it}",
        "unit: {de: 14- bis 29-Jährige, en: 14- to 29-year-olds}",
        "unit: {de: Alleinlebende, en: theatres}",
        "unit: {de: 16 bis 29 Jahre alte Deutsche, en: 16 to 29 year olds}",
        "unit: {de: 14 Jahre alte Schüler, en: 18 and older adults}",
        "unit: {de: Deutsche ab 14 Jahren, en: adults aged 18 and over}",
        "unit: {de: 2000er-Kinder, en: Fortune 500 companies}",
        "unit: {de: {many: Befragte, share: aller Befragten, of: der Befragten}, en: anybody}",
        "unit: {de: Derivatehändler, en: percentage artists}",
    ],
)
def test_what_says_itself_who_is_meant_and_forms_by_the_author_stay(unit: str, tmp_path: Path) -> None:
    assert faults(tmp_path, with_unit(unit)) == ()
