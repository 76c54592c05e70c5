"""Two waves in two files whose cells list answers: every count that was published and that follows from the files."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from report.survey.file import read_survey
from report.survey.model import ColumnId
from report.survey.model.respondents import Respondents
from report.tables.model import Tables
from report.tables.respondents.tabulating import tables_of_respondents

RESPONDENTS = {"2021": 1152, "2022": 1038}
HEAD = """\
format: 1
language: en
title: State of Haskell
publisher: Haskell Weekly
published: 2022-11-18
population: respondents
unit: respondents
sample: open
low_base: {hide: 0, flag: 0}
wave: w2022
waves: {w2021: {date: 2021}, w2022: {date: 2022}}
data: {files: {w2021: 2021-state-of-haskell-survey-results.csv, w2022: 2022-state-of-haskell-survey-results.csv}}
questions:
"""

Published = dict[str, dict[tuple[str, str], tuple[int, int]]]
"""By question, year and choice: the count that was published, and the one that is in the file."""


def published(shared: Path) -> tuple[Published, set[str]]:
    """The counts, and the questions that allow several answers."""
    counts: Published = {}
    several: set[str] = set()
    with (shared / "data" / "haskell-survey" / "published.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["count_in_file"]:
                choices = counts.setdefault(row["question"], {})
                choices[row["year"], row["choice"]] = int(row["count"]), int(row["count_in_file"])
            if "Multi" in row["type"]:
                several.add(row["question"])
    return counts, several


def survey(counts: Published, several: set[str]) -> str:
    lines = [HEAD]
    for question, choices in counts.items():
        labels = [label for label in dict.fromkeys(choice for _, choice in choices) if label != "Other"]
        entries = [f'a{index}: {{label: "{label}"}}' for index, label in enumerate(labels)]
        entries.append("other: {label: Other, others: true, role: other}")
        kind = 'type: multiple, separator: ","' if question in several else "type: single"
        answers = f"answers: {{{', '.join(entries)}}}"
        lines.append(f"  {question}: {{{kind}, percent_of: asked, topic: {question}, label: {question}, {answers}}}\n")
    return "".join(lines)


def tabulated(shared: Path, folder: Path) -> tuple[Respondents, Tables]:
    for file in (shared / "data" / "haskell-survey").glob("20*.csv"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "survey.yaml").write_text(survey(*published(shared)), "utf-8")
    numbers, faults = read_survey(folder / "survey.yaml", "survey.yaml")
    assert isinstance(numbers, Respondents), "\n".join(fault.as_text() for fault in faults)
    return numbers, tables_of_respondents(numbers, folder / "kept")[0]


def test_every_published_count_that_follows_from_the_files(shared: Path, tmp_path: Path) -> None:
    respondents, tables = tabulated(shared, tmp_path)
    held, wrong = 0, []
    for question, choices in published(shared)[0].items():
        answers = {answer.label.text("en"): answer.id for answer in respondents.survey.question(question).answers}
        for (year, choice), (_, in_file) in choices.items():
            if choice == "Other":
                continue  # spellings that the publisher merged by hand
            cell = tables.table(question).cell(answers[choice], ColumnId(f"w{year}"))
            assert cell.share
            assert cell.bases.unweighted == RESPONDENTS[year]
            found = cell.share.fraction * RESPONDENTS[year]  # type: ignore[operator]
            held += 1
            if found != pytest.approx(in_file, abs=1e-6):
                wrong.append((question, year, choice, found, in_file))

    assert wrong == []
    assert held == 1051
