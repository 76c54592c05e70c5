"""Surveys of respondents for tests: a survey file and its rows, written as an author has them, and their tables.

rows(yes=60, no=40, size="small") + rows(yes=45, no=55, size="large")
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from report.survey.file import read_survey
from report.survey.model.respondents import Respondents
from report.tables.model import Tables
from report.tables.respondents.tabulating import tables_of_respondents

Row = dict[str, str]

HEAD = """\
format: 1
language: {language}
title: Reading
publisher: Library
published: 2026-05
population: readers
unit: readers
sample: {sample}
confidence: {confidence}
low_base: {{hide: {hide}, flag: {flag}}}
wave: w26
waves: {{w22: {{date: 2022}}, w26: {{date: 2026}}}}
data: {{file: answers.csv, wave: {{column: wave, codes: {{w22: 22, w26: 26}}}}, weight: weight}}
segments:
  size:
    column: size
    label: Size
    columns: {{small: {{code: small, label: small}}, large: {{code: large, label: large}}}}
  age:
    column: age
    label: Age
    columns: {{young: {{code: young, label: young}}, old: {{code: old, label: old}}}}
questions:
  q:
    column: q
    type: single
    topic: Reading
    label: Do you read?
    answers:
      daily: {{code: daily, label: every day}}
      often: {{code: often, label: often}}
      never: {{code: never, label: never}}
    nets: {{reads: {{of: [daily, often], label: reads}}}}
  m:
    type: multiple
    percent_of: asked
    topic: Media
    label: What do you read?
    answers:
      books: {{column: books, label: Books}}
      papers: {{column: papers, label: Papers}}
"""


def survey(
    *, sample: str = "random", confidence: int = 95, hide: int = 30, flag: int = 100, language: str = "en"
) -> str:
    """The survey file."""
    return HEAD.format(sample=sample, confidence=confidence, hide=hide, flag=flag, language=language)


def rows(*, size: str = "small", age: str = "young", wave: str = "26", weight: float = 1, **answers: int) -> list[Row]:
    """So many respondents by answer to `q`; as many of them read books, and the others papers, as `books` says."""
    books = answers.pop("books", 0)
    given = [answer for answer, many in answers.items() for _ in range(many)]
    shared = {"size": size, "age": age, "wave": wave, "weight": str(weight)}
    return [
        {**shared, "q": answer, "books": "1" if place < books else "", "papers": "" if place < books else "1"}
        for place, answer in enumerate(given)
    ]


def written(folder: Path, respondents: Sequence[Row], text: str | None = None) -> Path:
    """The survey file in a folder, with its respondents beside it."""
    folder.mkdir(exist_ok=True)
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(respondents[0]))
        writer.writeheader()
        writer.writerows(respondents)
    (folder / "survey.yaml").write_text(text or survey(), "utf-8")
    return folder / "survey.yaml"


def counted(folder: Path, respondents: Sequence[Row], text: str | None = None) -> tuple[Respondents, Tables]:
    """The survey and its tables."""
    numbers, faults = read_survey(written(folder, respondents, text), "survey.yaml")
    assert isinstance(numbers, Respondents), "\n".join(fault.as_text() for fault in faults)
    return numbers, tables_of_respondents(numbers, folder / "kept")[0]
