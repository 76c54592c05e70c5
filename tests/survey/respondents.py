"""A survey of respondents that is right, in a small file, to be changed in one place by each test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report import pipeline
from report.diagnostics import Diagnostic, SourceError
from report.pipeline import Source
from report.survey.file import read_survey
from report.survey.model.respondents import Respondents
from report.tables.model import Tables
from report.tables.respondents.tabulating import tables_of_respondents

ROWS = """\
wave,Q1,Q2_1,Q2_2,Q3,age,w
2024,1,yes,no,Print;Radio,19,1
2024,2,no,yes,"Radio; News; online",34,1.5
2024,1,yes,yes,,71,0.5
2024,9,,,Print,28,1
2020,1,no,no,Print,40,1
2020,2,yes,no,Radio,50,1
"""

SURVEY = """\
format: 1
language: en
title: Media
publisher: Institute
published: 2024-06
population: adults
unit: adults
wave: w2024
waves: {w2020: {date: 2020}, w2024: {date: 2024}}
low_base: {hide: 0, flag: 0}
data:
  file: rows.csv
  weight: w
  wave: {column: wave, codes: {w2020: 2020, w2024: 2024}}
segments:
  age:
    label: Age
    columns:
      young: {code: 18..29, label: under 30}
      old: {code: 30.., label: 30 and over}
questions:
  q1:
    type: single
    topic: Use
    label: Do you read?
    answers:
      yes_: {code: 1, label: "Yes"}
      no_: {code: 2, label: "No"}
    missing: {refused: 9}
  q2:
    type: multiple
    topic: Places
    label: Where?
    filter: q1.yes_
    percent_of: asked
    not_selected: "no"
    base: readers
    unit: readers
    answers:
      home: {column: Q2_1, label: At home}
      work: {column: Q2_2, label: At work}
  q3:
    type: multiple
    topic: Media
    label: What?
    separator: ";"
    answers:
      print: {label: Print}
      radio: {label: Radio}
      online: {code: "News; online", label: News online}
"""


def written(folder: Path, *changes: tuple[str, str], rows: str = ROWS, survey: str = SURVEY) -> Path:
    """The survey file in a folder with parts replaced, each of which has to occur, and its rows beside it."""
    for old, new in changes:
        assert survey.count(old) == 1, old
        survey = survey.replace(old, new)
    (folder / "rows.csv").write_text(rows, "utf-8")
    (folder / "survey.yaml").write_text(survey, "utf-8")
    return folder / "survey.yaml"


def tables(path: Path) -> Tables:
    """The tables of a survey file without fault."""
    numbers, faults = read_survey(path, "survey.yaml")
    assert isinstance(numbers, Respondents), "\n".join(fault.as_text() for fault in faults)
    return tables_of_respondents(numbers, path.parent / "kept")[0]


def faults(path: Path) -> Sequence[Diagnostic]:
    """What is told of a survey file and of the rows that it names."""
    try:
        return pipeline.read(Source(path, "survey.yaml", "survey")).faults
    except SourceError as error:
        return error.diagnostics
