"""What the percentages are per cent of: a plural, and the forms that an author gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.survey.model import UnitForm
from tests.survey.files import SURVEY, faults, survey

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
            "this text is one string, and nothing says in which language the texts of this survey are", 1,
        ),
        ("unit: {de: {many: A}}", 'no text in "en", which the title has', 1),
        ("unit: {}", "`unit` needs at least one entry", 1),
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
