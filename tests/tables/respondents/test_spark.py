"""Spark counts what DuckDB counts, to the last bit, and a deck made from either is the same file.

A survey with weights, waves, groups, a filter and every form of answers, from text and from Parquet. Needs Java and
pyspark: `make conformance` has both, elsewhere these tests are skipped.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest

import report
from report.diagnostics import SourceError
from report.pipeline import Product
from tests.standing import files_in

needs_spark = pytest.mark.skipif(
    not os.environ.get("BEFUND_REQUIRE_TOOLS"), reason="Spark counts in `make conformance`, which installs it"
)
pytestmark = needs_spark

SURVEY = """\
format: 1
language: en
title: What readers want
publisher: City Library
published: 2026-05
population: adults who hold a library card
unit: readers
sample: random
low_base: {{hide: 10, flag: 100}}
wave: w2026
waves: {{w2022: {{date: 2022}}, w2026: {{date: 2026-03}}}}
data:
  file: {file}
  {engine}
  weight: weight
  wave: {{column: year, codes: {{w2022: 2022, w2026: 2026}}}}
segments:
  age:
    column: age
    label: Age
    columns:
      young: {{code: 18..39, label: under 40}}
      old: {{code: 40.., label: 40 and over}}
questions:
  visits:
    column: Q1
    type: single
    topic: Visits
    label: How often do you come?
    answers:
      weekly: {{code: 1, label: every week}}
      monthly: {{code: 2, label: every month}}
      rarely: {{code: [3, 4], label: less often}}
    missing: {{refused: 99}}
  media:
    type: multiple
    topic: Media
    label: What did you borrow?
    filter: [visits.weekly, visits.monthly]
    base: readers who come every month at least
    unit: regular readers
    percent_of: asked
    answers:
      books: {{column: Q2_1, label: Books}}
      games: {{column: Q2_2, label: Games}}
      films: {{column: Q2_3, label: Films}}
  heard:
    column: Q3
    separator: ";"
    type: multiple
    topic: News
    label: Where did you hear of us?
    answers:
      friends: {{code: Friends, label: Friends}}
      press: {{code: "Press; radio", label: Press and radio}}
      net: {{code: Net, label: Net}}
  hours: {{column: Q4, type: numeric, topic: Hours, label: How long do you stay?, missing: {{refused: -1}}}}
  recommend: {{column: Q5, type: nps, topic: Recommendation, label: Would you recommend us?}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the answers of 3,000 respondents as text and as Parquet."""
    made, dice = tmp_path_factory.mktemp("readers"), random.Random(7)
    with (made / "answers.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["year", "age", "weight", "Q1", "Q2_1", "Q2_2", "Q2_3", "Q3", "Q4", "Q5"])
        for _ in range(3000):
            heard = [each for each in ("Friends", '"Press; radio"', "Net") if dice.random() < 0.4]
            picks = [dice.choice(["1", ""]) for _ in range(3)]
            year, age = dice.choice(["2022", "2026"]), dice.randint(18, 80)
            weight, visits = round(dice.uniform(0.2, 3), 4), dice.choice([1, 2, 3, 4, 99])
            numbers = dice.choice([-1, "", round(dice.uniform(0, 6), 2)]), dice.choice(["0 = never", *range(1, 11), ""])
            rows.writerow([year, age, weight, visits, *picks, ";".join(heard), *numbers])
    read = f"SELECT * FROM read_csv('{made / 'answers.csv'}', header = true)"
    duckdb.sql(f"COPY ({read}) TO '{made / 'answers.parquet'}' (FORMAT parquet)")
    return made


def outputs(folder: Path) -> Mapping[str, bytes]:
    return {name: content for name, content in files_in(folder).items() if not name.startswith(".respondents")}


def built(folder: Path, file: str, *, engine: str, output: Path) -> Mapping[str, bytes]:
    """The files of a build, by name."""
    source = output / "source"
    source.mkdir(parents=True)
    shutil.copy(folder / file, source / file)
    (source / "survey.yaml").write_text(SURVEY.format(file=file, engine=engine))
    report.build(source, options=report.Options(output / "out"))
    return outputs(output / "out")


@pytest.mark.parametrize("file", ["answers.csv", "answers.parquet"])
def test_decks_and_all_else_are_the_same_files(folder: Path, file: str, tmp_path: Path) -> None:
    here = built(folder, file, engine="engine: duckdb", output=tmp_path / "duckdb")
    spark = built(folder, file, engine="engine: spark", output=tmp_path / "spark")

    assert spark == here
    assert any(name.endswith(".pptx") for name in here)


def told(folder: Path, file: str) -> str:
    (folder / "survey.yaml").write_text(SURVEY.format(file=file, engine="engine: spark"))
    with pytest.raises(SourceError) as error:
        report.build(folder, options=report.Options(folder / "out", only=(Product.DECK,)))
    assert not outputs(folder / "out")
    return "\n".join(each.as_text() for each in error.value.diagnostics)


def test_a_row_that_is_too_short_is_told(folder: Path, tmp_path: Path) -> None:
    text = (folder / "answers.csv").read_text()
    (tmp_path / "answers.csv").write_text(text + "2026,40,1\n")

    message = "answers.csv: error[data-row]: a row has another number of cells than the header"
    assert message in told(tmp_path, "answers.csv")


def test_a_code_that_nothing_names_is_told_as_ever(folder: Path, tmp_path: Path) -> None:
    text = (folder / "answers.csv").read_text()
    (tmp_path / "answers.csv").write_text(text + "2026,40,1,7,,,,,,\n")

    assert '1 respondent has what no answer of `visits` names: "7" (1)' in told(tmp_path, "answers.csv")


def test_a_file_that_breaks_off_is_told(folder: Path, tmp_path: Path) -> None:
    blob = (folder / "answers.parquet").read_bytes()
    spoilt = blob[:200] + bytes(400) + blob[600:]
    (tmp_path / "answers.parquet").write_bytes(spoilt)

    assert "answers.parquet: error[data-damaged]: Spark cannot read the file" in told(tmp_path, "answers.parquet")
