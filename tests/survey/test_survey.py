"""What a survey file says arrives in the frozen survey, each value with its place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import jsonschema
import yaml

from report.diagnostics import SourceText
from report.language.dates import PartialDate
from report.survey.file import SurveyFile, is_survey
from report.survey.model import AnswerRole, Break, CellId, ColumnId, QuestionType, Rest, Wave, Wording
from report.tables.published import tables_of
from report.yaml_source.editors import schema_for_editors
from tests.survey.files import SURVEY, changed, published, survey

MINIMAL = """\
format: 1
language: de
title: Medien
short_title: Medien
publisher: Verband
published: 2016
population: Leiterinnen
unit: Betriebe
n: 1004
questions:
  goals:
    type: multiple
    topic: Ziele
    label: Ziele?
    wording: exact
    answers:
      awareness: {percent: 77.5, label: Bekanntheit}
      service: {percent: 21, label: Service}
"""


def test_the_survey_itself(tmp_path: Path) -> None:
    found = survey(tmp_path)

    assert found.title.text("de") == "Medien"
    assert (found.publisher, found.institute) == (SourceText("Verband"), None)
    assert found.published == PartialDate(2016, 6)
    assert (found.rhythm, found.n) == ("yearly", None)
    assert found.title.location and (found.title.location.line, found.title.location.column) == (2, 1)


def test_everything_optional_that_is_published(tmp_path: Path) -> None:
    more = """\
institute: Institut
n: 1004
fieldwork: {from: 2016-04, to: 2016-05-10}
mode: {de: telefonisch, en: by telephone}
weighting: {de: nach Größe, en: by size}
sponsor: Ministerium
source: {de: Verband 2016, en: Association 2016}
link: https://example.org/medien?a=b#c
note: {de: Anmerkung, en: note}
"""
    found = survey(tmp_path, more + SURVEY)

    assert (found.institute, found.n, found.sponsor) == (SourceText("Institut"), 1004, SourceText("Ministerium"))
    assert found.fieldwork and found.fieldwork.first == PartialDate(2016, 4)
    assert found.fieldwork.last == PartialDate(2016, 5, 10)
    assert found.mode and found.mode.text("en") == "by telephone"
    assert found.weighting and found.source and found.note
    assert found.link == SourceText("https://example.org/medien?a=b#c")


def test_waves_and_segments(tmp_path: Path) -> None:
    found = survey(tmp_path)

    assert found.current_wave == Wave("w2016", PartialDate(2016, 6))
    assert [wave.id for wave in found.waves if not wave.is_published] == ["w2015"]
    w2014 = found.wave_by_id("w2014")
    assert w2014.n == 300 and w2014.source and w2014.source.text("en") == "No. 9"
    (size,) = found.segments
    assert [(column.id, column.n) for column in size.columns] == [("small", 310), ("large", None)]


def test_an_answer_that_an_earlier_wave_did_not_offer_was_not_asked_there(tmp_path: Path) -> None:
    found = published(tmp_path, changed(("earlier_label: {w2014:", "not_asked: [w2013], earlier_label: {w2014:")))

    teams = tables_of(found).table("teams")

    states = {wave: teams.cell("everyone", ColumnId(wave)).state.value for wave in ("w2013", "w2014", "w2016")}
    assert states == {"w2013": "not_asked", "w2014": "published", "w2016": "published"}
    assert teams.cell("cross", ColumnId("w2013")).state.value == "not_published"


def test_a_question_and_its_answers(tmp_path: Path) -> None:
    teams = survey(tmp_path).question("teams")

    assert (teams.type, teams.rest, teams.decimals) == (QuestionType.SINGLE, Rest.UNKNOWN, 0)
    assert not teams.type_is_inferred and teams.wording is None
    assert [answer.id for answer in teams.answers] == ["own", "cross", "everyone", "department"]
    assert [answer.is_asked for answer in teams.answers] == [True, True, True, False]
    assert teams.answer("everyone").earlier_labels["w2014"].text("en") == "Anyone"
    assert teams.breaks == (Break("w2014", "w2016", teams.breaks[0].reason),)
    assert teams.nets[0].answers == ("own", "cross")
    own = teams.answer("own").location
    assert own and (own.line, own.column, own.length) == (28, 7, 3)


def test_a_wording_holds_in_all_languages_or_in_those_that_are_named(tmp_path: Path) -> None:
    def wordings(text: str) -> list[Wording | None]:
        found = survey(tmp_path, changed(("  teams:\n", f"  teams:\n    wording: {text}\n"))).question("teams")
        return [found.wording_in("de"), found.wording_in("en")]

    assert wordings("exact") == [Wording.EXACT, Wording.EXACT]
    assert wordings("{de: exact, en: paraphrased}") == [Wording.EXACT, Wording.PARAPHRASED]
    assert wordings("{de: exact}") == [Wording.EXACT, None]


def test_a_question_has_an_n_or_one_a_column(tmp_path: Path) -> None:
    def counts(text: str) -> tuple[int | None, dict[str, int]]:
        found = survey(tmp_path, changed(("  teams:\n", f"  teams:\n    n: {text}\n"))).question("teams")
        return found.n, {column.name: n for column, n in found.column_n.items()}

    assert counts("430") == (430, {})
    assert counts("{total: 430, w2014: 390, size.small: 120}") == (430, {"w2014": 390, "size.small": 120})
    assert counts("{size.small: 120}") == (None, {"size.small": 120})


def test_every_figure_has_its_cell_and_its_place(tmp_path: Path) -> None:
    figures = published(tmp_path).figures

    assert {str(cell): str(figure.percent) for cell, figure in figures.items() if cell.question == "teams"} == {
        "teams/own@w2016": "49",
        "teams/cross@w2016": "33",
        "teams/everyone@w2016": "17",
        "teams/team@w2016": "82",
        "teams/own@w2014": "35",
        "teams/cross@w2014": "33",
        "teams/everyone@w2014": "17",
        "teams/department@w2014": "32",
        "teams/own@w2013": "24",
        "teams/own@w2016/size.small": "46",
        "teams/cross@w2016/size.small": "32",
        "teams/everyone@w2016/size.small": "21",
        "teams/own@w2016/size.large": "57",
        "teams/cross@w2016/size.large": "36",
        "teams/everyone@w2016/size.large": "7",
    }
    place = figures[CellId("teams", "own", ColumnId("w2014"))].location
    assert place and (place.line, place.column) == (35, 20)


def test_printed_decimals_are_kept_and_the_most_hold_for_the_question(tmp_path: Path) -> None:
    found = published(tmp_path)
    goals, figures = found.survey.question("goals"), found.figures

    assert goals.decimals == 1
    assert figures[CellId("goals", "awareness", ColumnId("w2016"))].percent == Decimal("77.5")
    assert str(figures[CellId("goals", "service", ColumnId("w2016"))].percent) == "21"
    assert goals.type_is_inferred
    assert goals.answer("none_of_them").role is AnswerRole.NONE
    assert goals.answer("service").break_between == ("w2013", "w2014")


def test_stated_decimals_hold(tmp_path: Path) -> None:
    text = changed(("type_source: inferred", "decimals: 2"))

    assert survey(tmp_path, text).question("goals").decimals == 2


def test_a_break_may_name_its_waves_in_any_order(tmp_path: Path) -> None:
    (found,) = survey(tmp_path, changed(("[w2014, w2016]", "[w2016, w2014]"))).question("teams").breaks

    assert (found.before, found.after) == ("w2014", "w2016")


def test_a_survey_in_one_language_without_waves_has_one_wave_of_its_publication(tmp_path: Path) -> None:
    out = published(tmp_path, MINIMAL, languages=["de"])
    found = out.survey

    assert found.waves == (Wave("w2016", PartialDate(2016)),)
    assert found.wave == "w2016"
    assert found.n == 1004
    assert found.question("goals").wording is Wording.EXACT
    assert found.question("goals").label.text("de") == "Ziele?"
    assert list(out.figures) == [
        CellId("goals", "awareness", ColumnId("w2016")),
        CellId("goals", "service", ColumnId("w2016")),
    ]


def test_a_survey_is_told_from_a_briefing_by_its_keys_or_its_name(tmp_path: Path) -> None:
    def is_one(name: str, text: str) -> bool:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return is_survey(tmp_path / name)

    assert is_one("some.yaml", "questions:\n  {{")
    assert not is_one("survey.yaml", "survey: x.yaml\nfindings: []\n")
    assert is_one("survey.yaml", "nothing")
    assert not is_one("briefing.yaml", "nothing")
    assert not is_survey(tmp_path / "missing.yaml")


def test_an_editor_is_told_the_format() -> None:
    schema = schema_for_editors(SurveyFile)

    jsonschema.Draft202012Validator.check_schema(schema)
    # A reader of YAML 1.2, as editors have, sees no dates in texts like 2016-06.
    jsonschema.validate(yaml.load(SURVEY, yaml.CSafeLoader), schema)
    jsonschema.validate(yaml.load(MINIMAL, yaml.CSafeLoader), schema)
    assert schema["additionalProperties"] is False
    assert all(
        "description" in value for part in schema["definitions"].values() for value in part["properties"].values()
    )


def test_the_n_of_a_column_of_a_question_is_its_own_or_unknown_where_only_some_were_asked(tmp_path: Path) -> None:
    asked = "    base: {de: Betroffene, en: those concerned}\n    n: {total: 430, size.small: 120}\n"
    table = tables_of(published(tmp_path, changed(("  teams:\n", f"  teams:\n{asked}")))).table("teams")

    columns = [column for banner in (table.waves, *table.segments) for column in banner.columns]
    found = {column.id.name: column.bases.unweighted for column in columns if column.bases.unweighted}
    assert found == {"w2016": 430, "size.small": 120}
