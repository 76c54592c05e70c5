"""`report init`: the story that a survey tells by itself, as a file that an author goes on from."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from pptx import Presentation
from pypdf import PdfReader

import report
from report.cli import main
from report.pipeline import Product
from tests.conftest import CHECKOUT
from tests.end_to_end.random_surveys import RandomSurvey, surveys
from tests.respondents.specimens import xlsx
from tests.standing import files_in

SURVEYS = sorted((CHECKOUT / "tests" / "surveys").glob("*/survey.yaml"))
SHIPPED = CHECKOUT / "data" / "social-media-2016" / "survey.yaml"


def survey_in(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    path = folder / "survey.yaml"
    path.write_text(text, "utf-8")
    return path


def outputs(source: Path, folder: Path) -> dict[str, bytes]:
    """The files that a build makes, by name; without the manifest, which names what it was made of."""
    report.build(source, options=report.Options(output=folder))
    return {name: content for name, content in files_in(folder).items() if not name.endswith("manifest.json")}


def check_same_bytes(text: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        survey = survey_in(Path(name) / "any", text)
        before = outputs(survey, Path(name) / "before")
        written = report.init(survey)
        assert written.written == (survey.with_name("briefing.yaml"), survey.with_name("briefing.schema.json"))
        assert outputs(written.written[0], Path(name) / "after") == before


@pytest.mark.parametrize("survey", [SHIPPED, *SURVEYS], ids=lambda path: path.parent.name)
def test_the_briefing_that_is_written_builds_to_the_same_bytes(survey: Path) -> None:
    check_same_bytes(survey.read_text("utf-8"))


@pytest.mark.parametrize("survey", [SHIPPED, *SURVEYS], ids=lambda path: path.parent.name)
def test_nothing_is_told_of_the_briefing_that_is_not_told_of_the_survey(survey: Path, tmp_path: Path) -> None:
    of_survey = survey_in(tmp_path / "any", survey.read_text("utf-8"))
    before = [fault.id for fault in report.check(of_survey).warnings]

    briefing, _ = report.init(of_survey).written

    assert [fault.id for fault in report.check(briefing).warnings] == before


@settings(max_examples=3)
@given(surveys())
def test_so_it_does_for_any_survey(survey: RandomSurvey) -> None:
    check_same_bytes(yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False))


@settings(max_examples=20)
@given(surveys())
def test_what_is_written_for_any_survey_has_no_fault_and_keeps_its_schema(survey: RandomSurvey) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = survey_in(Path(name) / "any", yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False))
        briefing, schema = report.init(path).written

        told = [sorted((each.id, each.message) for each in report.check(of).warnings) for of in (briefing, path)]
        assert told[0] == told[1]  # in the order of their files, of which the survey alone is one
        jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8"))).validate(
            yaml.safe_load(briefing.read_text("utf-8"))
        )


@settings(max_examples=20)
@given(surveys())
def test_no_claim_that_is_written_makes_a_comparison_twice(survey: RandomSurvey) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = survey_in(Path(name) / "any", yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False))
        briefing, _ = report.init(path).written

        for claim in claims_of(yaml.safe_load(briefing.read_text("utf-8"))):
            parts = claim.split(" and ")
            assert sorted(set(parts)) == sorted(parts)


def claims_of(told: object) -> Iterator[str]:
    """Every claim in the blocks and lists of a briefing."""
    if isinstance(told, dict):
        yield from ([told["holds"]] if "holds" in told else [])
    for below in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from claims_of(below)


def test_what_no_headline_has_room_to_name_does_not_stand_out(tmp_path: Path) -> None:
    path = survey_in(tmp_path / "long", GAP_OF_LONG_ANSWERS)

    briefing, _ = report.init(path).written

    finding = yaml.safe_load(briefing.read_text("utf-8"))["findings"][0]
    assert (finding["headline"], finding["exhibit"]["kind"]) == ("What did you do?", "grouped")
    assert "emphasize" not in finding["exhibit"]
    assert report.check(briefing).warnings == report.check(path).warnings == ()


def test_a_survey_of_which_nothing_leads_has_no_messages(tmp_path: Path) -> None:
    check_same_bytes(OF_ZEROS)

    briefing, _ = report.init(survey_in(tmp_path / "zeros", OF_ZEROS)).written

    assert "messages" not in yaml.safe_load(briefing.read_text("utf-8"))


OF_ZEROS = """
format: 1
language: en
title: Days
publisher: Association
published: 2024
population: Adults
unit: adults
questions:
  days:
    type: multiple
    topic: Days
    label: What did you do?
    answers: {a: {percent: 0, label: I slept}, b: {percent: 0, label: I read}}
"""


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ("", "Nothing was published on this."),
        ("earlier: {w1: {a: 40, b: 60}}", "No: 60% (2020); Yes: 40% (2020)."),
        (
            "earlier: {w1: {a: 40, b: 60}, w2: {a: 43, b: 57}}",
            "No: 60% (2020) and 57% (2022); Yes: 40% (2020) and 43% (2022).",
        ),
        (
            "segments: {age: {young: {a: 31, b: 69}, old: {a: 32, b: 68}}}",
            "No: 69% (younger, n = 120) and 68% (older); Yes: 31% (younger, n = 120) and 32% (older).",
        ),
        (
            "segments: {age: {young: {a: 31, b: 69}, old: {a: 52, b: 48}}}",
            "Yes: 52% (older) and 31% (younger, n = 120), 21 percentage points apart.",
        ),
        ("segments: {age: {old: {a: 30, b: 70}}}", "No: 70% (older); Yes: 30% (older)."),
        ("nets: {n: {label: Either, of: [a, b], percent: 60}}", "Either (net) (60%)."),
    ],
)
def test_a_question_without_figures_of_all_today_has_a_text_too(figures: str, text: str, tmp_path: Path) -> None:
    kind = "multiple" if "nets" in figures else "single"
    survey = SILENT.replace("FIGURES", figures).replace("KIND", kind)

    check_same_bytes(survey)

    report.build(survey_in(tmp_path / "bus", survey), options=report.Options(output=tmp_path, only=(Product.SUMMARY,)))
    (summary,) = tmp_path.rglob("*.pdf")
    words = " ".join(PdfReader(str(summary)).pages[1].extract_text().replace("\u00a0", " ").split())
    assert text in words


SILENT = """
format: 1
language: en
title: Days
publisher: Association
published: 2024
population: Adults
unit: adults
wave: w3
waves: {w1: {date: 2020}, w2: {date: 2022}, w3: {date: 2024}}
segments: {age: {label: Age, columns: {young: {label: younger, n: 120}, old: {label: older}}}}
questions:
  bikes:
    type: single
    topic: Bikes
    label: Do you cycle?
    answers: {a: {percent: 60, label: Yes}, b: {percent: 40, label: No}}
  bus:
    type: KIND
    topic: Bus
    label: Do you go by bus?
    answers: {a: {label: Yes}, b: {label: No}}
    FIGURES
"""


LONG = " and ".join(["talked to everybody in the house about whatever it was that they had seen on the way"] * 2)
GAP_OF_LONG_ANSWERS = f"""
format: 1
language: en
title: Days
publisher: Association
published: 2024
population: Adults
unit: adults
segments: {{age: {{label: Age, columns: {{young: {{label: Younger}}, old: {{label: Older}}}}}}}}
questions:
  days:
    type: multiple
    topic: Days
    label: What did you do?
    answers:
      a: {{percent: 50, label: "I {LONG}"}}
      b: {{percent: 50, label: "We {LONG}"}}
    segments: {{age: {{young: {{a: 80, b: 50}}, old: {{a: 20, b: 50}}}}}}
"""


def not_by_rule(briefing: Path) -> list[str]:
    """What is told of words that no rule wrote."""
    return [each.message for each in report.check(briefing).warnings if each.id == "not-by-rule"]


def method_of(briefing: Path, output: Path) -> str:
    """The texts of the slide of the method, in German."""
    report.build(briefing, options=report.Options(output=output, languages=("de",), only=(Product.DECK,)))
    (deck,) = output.rglob("*-de.pptx")
    slides = [slide for slide in Presentation(str(deck)).slides if slide.slide_layout.name == "Method"]
    texts = (shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    return " ".join(texts).replace("\v", " ")


def test_the_method_says_no_more_that_rules_wrote_what_an_author_has_rewritten(tmp_path: Path) -> None:
    briefing, _ = report.init(survey_in(tmp_path / "own", SHIPPED.read_text("utf-8"))).written
    by_rule = method_of(briefing, tmp_path / "before")
    told = yaml.safe_load(briefing.read_text("utf-8"))
    told["findings"][1]["headline"]["de"] = "Ein Satz von jemandem"
    name = told["findings"][1]["id"]
    briefing.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")

    assert "festen Regeln" in by_rule
    assert "festen Regeln" not in method_of(briefing, tmp_path / "after")
    assert not_by_rule(briefing) == [
        f'`written_by: rule` is not true of the finding "{name}", so the method does not say it'
    ]


def test_what_is_left_out_or_added_leaves_the_rest_written_by_rule(tmp_path: Path) -> None:
    briefing, _ = report.init(survey_in(tmp_path / "own", SHIPPED.read_text("utf-8"))).written
    told = yaml.safe_load(briefing.read_text("utf-8"))
    gone = told["findings"].pop()["id"]
    told["messages"] = [each for each in told["messages"] if each["finding"] != gone]
    told["slides"] = [{"title": {"de": "Hinweis", "en": "Note"}, "text": {"de": "Ein Text.", "en": "A text."}}]
    briefing.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")

    assert not_by_rule(briefing) == []
    assert "festen Regeln" in method_of(briefing, tmp_path / "out")


def test_a_briefing_is_never_overwritten(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "own", SHIPPED.read_text("utf-8"))
    briefing = survey.with_name("briefing.yaml")
    briefing.write_text("mine", "utf-8")

    result = CliRunner().invoke(main, ["init", str(survey)])

    assert result.exit_code == 1
    assert "error[briefing-exists]" in result.output
    assert briefing.read_text("utf-8") == "mine"
    assert [path.name for path in sorted(survey.parent.iterdir())] == ["briefing.yaml", "survey.yaml"]


def test_faults_of_the_survey_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "faulty", SHIPPED.read_text("utf-8").replace("percent: 49", "percent: 490"))

    result = CliRunner().invoke(main, ["init", str(survey.parent)])

    assert result.exit_code == 1
    assert "490" in result.output
    assert [path.name for path in survey.parent.iterdir()] == ["survey.yaml"]


def test_a_file_of_a_kind_that_is_not_read_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a,b\n1,2\n", "utf-8")

    result = CliRunner().invoke(main, ["init", str(tmp_path / "notes.txt")])

    assert result.exit_code == 1
    assert '".txt" is no ending of a data file' in result.output


def test_a_briefing_is_no_survey(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "told", SHIPPED.read_text("utf-8"))
    briefing, _ = report.init(survey).written

    result = CliRunner().invoke(main, ["init", str(briefing)])

    assert result.exit_code == 2
    assert "is a briefing, not a survey" in result.output


def test_a_survey_and_a_briefing_with_each_others_names_are_told(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "told", SHIPPED.read_text("utf-8"))
    briefing, _ = report.init(survey).written
    texts = survey.read_text("utf-8"), briefing.read_text("utf-8")
    briefing.write_text(texts[0], "utf-8")
    survey.write_text(texts[1], "utf-8")

    result = CliRunner().invoke(main, ["check", str(survey.parent)])

    assert result.exit_code == 1
    told = 'error[no-survey]: "briefing.yaml" is a survey, and "survey.yaml" beside it is a briefing'
    assert f"briefing.yaml:1:1: {told}" in result.output


def test_a_briefing_that_names_itself_as_its_survey_is_told(tmp_path: Path) -> None:
    survey = survey_in(tmp_path / "told", SHIPPED.read_text("utf-8"))
    briefing, _ = report.init(survey).written
    briefing.write_text(briefing.read_text("utf-8").replace("survey: survey.yaml", "survey: briefing.yaml"), "utf-8")

    result = CliRunner().invoke(main, ["check", str(briefing)])

    assert 'briefing.yaml" is a briefing, not a survey' in result.output
    assert result.output.count("error[") == 1


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (("question: goals", "question: gaols"), "findings"),
        (("figure: goals.awareness", "figure: [goals, awareness]"), "messages"),
    ],
)
def test_an_editor_is_told_of_a_name_that_the_survey_does_not_have(
    change: tuple[str, str], path: str, tmp_path: Path
) -> None:
    briefing, schema = report.init(survey_in(tmp_path / "slip", SHIPPED.read_text("utf-8"))).written
    text = briefing.read_text("utf-8")
    assert change[0] in text

    slips = jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8"))).iter_errors(
        yaml.safe_load(text.replace(*change, 1))
    )

    assert [slip.absolute_path[0] for slip in slips] == [path]


def test_an_editor_offers_questions_figures_answers_waves_and_kinds(tmp_path: Path) -> None:
    _, schema = report.init(survey_in(tmp_path / "offers", SHIPPED.read_text("utf-8"))).written
    definitions = json.loads(schema.read_text("utf-8"))["definitions"]
    exhibit = definitions["ExhibitFile"]["properties"]

    assert definitions["FindingFile"]["properties"]["question"]["enum"][:2] == ["teams", "departments"]
    assert "goals.awareness" in definitions["CoverFile"]["properties"]["figure"]["anyOf"][0]["enum"]
    assert "w2016" in exhibit["waves"]["items"]["enum"]
    assert "bars" in exhibit["kind"]["enum"]
    assert {"leading", "awareness"} <= {*exhibit["emphasize"]["items"]["anyOf"][0]["enum"]}


ANSWERS = "sex,use\nmale,daily\nfemale,never\nfemale,daily\nmale,weekly\n"


def test_a_data_file_becomes_a_survey_and_a_deck_in_two_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, "utf-8")
    monkeypatch.chdir(tmp_path)

    begun = CliRunner().invoke(main, ["init", "answers.csv"])
    built = CliRunner().invoke(main, ["build", "--only", "deck"])

    assert (begun.exit_code, begun.output) == (0, "survey.yaml\nsurvey.schema.json\n")
    assert built.exit_code == 0, built.output
    assert list((tmp_path / "build").glob("*/en/*.pptx"))


def test_a_survey_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, "utf-8")
    (tmp_path / "survey.yaml").write_text("mine", "utf-8")

    result = CliRunner().invoke(main, ["init", str(tmp_path / "answers.csv")])

    assert (result.exit_code, (tmp_path / "survey.yaml").read_text("utf-8")) == (1, "mine")
    assert "error[survey-exists]" in result.output


def test_the_same_data_file_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, "utf-8")
    first, _ = report.init(tmp_path / "answers.csv").written
    text = first.read_bytes()
    first.unlink()

    assert report.init(tmp_path / "answers.csv").written[0].read_bytes() == text


def test_a_sheet_of_a_workbook_is_named(tmp_path: Path) -> None:
    rows = [["q"], ["a"], ["b"], ["a"]]
    xlsx(tmp_path / "answers.xlsx", {"Notes": [["nothing"]], "Data": rows})

    unnamed = CliRunner().invoke(main, ["init", str(tmp_path / "answers.xlsx")])
    named = CliRunner().invoke(main, ["init", str(tmp_path / "answers.xlsx"), "--sheet", "Data", "--of", "respondents"])

    assert (unnamed.exit_code, named.exit_code) == (1, 0)
    assert "error[data-sheet]" in unnamed.output
    assert "sheet: Data" in (tmp_path / "survey.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("noise.csv", bytes(range(256)) * 400),
        ("noise.sav", b"$FL2" + bytes(range(256)) * 40),
        ("noise.xlsx", b"PK\x03\x04" + bytes(range(256)) * 40),
        ("noise.parquet", b"PAR1" + bytes(range(256)) * 40),
        ("wide.csv", (",".join(f"q{each}" for each in range(10_000)) + "\n" + "1," * 9_999 + "1\n").encode()),
        ("empty.csv", b""),
        ("formula.csv", b"=cmd|' /C calc'!A0,b\n=1+1,2\n=1+1,3\n=2,4\n"),
        ("deep.csv", b"a\n" + b'"' * 5001),
    ],
)
def test_hostile_files_end_in_a_fault_or_a_draft(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    result = CliRunner().invoke(main, ["init", str(tmp_path / name)])

    assert result.exit_code in (0, 1), result.output
    assert result.exit_code == 0 or "error[" in result.output
