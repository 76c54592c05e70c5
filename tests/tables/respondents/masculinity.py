"""The masculinity survey as an author writes it, made from its respondents and held against its published crosstab."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import SHARED

FOLDER = SHARED / "data" / "masculinity-survey"
RAW, CROSSTAB = FOLDER / "raw-responses.csv", FOLDER / "masculinity-survey.csv"

COLUMNS = (
    "total", "age3.young", "age3.middle", "age3.old", "race2.white", "race2.other",
    "kids.has", "kids.none_", "orientation.straight", "orientation.gay",
)  # fmt: skip
"""The columns of the crosstab, as a briefing names them."""

HEAD = """\
format: 1
language: en
title: Masculinity
publisher: FiveThirtyEight
published: 2018-06-20
population: men
unit: men
sample: {sample}
low_base: {{hide: {hide}, flag: 100}}
data: {{file: raw-responses.csv, weight: weight, csv: {{encoding: cp1252}}}}
segments:
  age3:
    label: Age
    columns:
      young: {{code: 18 - 34, label: 18 to 34}}
      middle: {{code: 35 - 64, label: 35 to 64}}
      old: {{code: 65 and up, label: 65 and up}}
  race2:
    label: Race
    columns:
      white: {{code: White, label: white}}
      other: {{code: Non-white, label: non-white}}
  kids:
    label: Children
    columns:
      has: {{code: Has children, label: has children}}
      none_: {{code: No children, label: no children}}
  orientation:
    label: Orientation
    columns:
      straight: {{code: Straight, label: straight}}
      gay: {{code: Gay/Bisexual, label: gay or bisexual}}
questions:
"""

NEGATIVE, NOT_ASKED = "Not selected", "NA"


@dataclass(frozen=True)
class PublishedRow:
    """A row of the crosstab: its question and answer, and the percentages by column; blank where it has none."""

    question: str
    answer: str
    percent: Mapping[str, str]


def respondents() -> list[dict[str, str]]:
    """The rows of the file."""
    with RAW.open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file))


def plain(label: str) -> str:
    """A label without what was lost of its apostrophes, one way in the file and another in the crosstab."""
    return re.sub(r"[^a-z0-9]+", " ", label.lower()).strip()


def questions() -> dict[str, list[str]]:
    """The columns of each question: of one that several answers were allowed to, one an answer."""
    found: dict[str, list[str]] = {}
    for column in respondents()[0]:
        if re.match(r"q00", column) and column != "q0007" and column not in ("q0034", "q0035", "q0036", "q0030"):
            is_set = re.match(r"(q\d+)_\d+$", column) and not column.startswith("q0007")
            found.setdefault(column.split("_")[0] if is_set else column, []).append(column)
    return found


def survey(sample: str = "panel", hide: int = 0) -> str:
    """The survey file: every question of the crosstab, its answers with the codes of the file alone."""
    rows = respondents()
    lines = [HEAD.format(sample=sample, hide=hide)]
    for question, columns in questions().items():
        label = f"label: {question}, topic: {question}"
        values = [list(dict.fromkeys(row[column] for row in rows)) for column in columns]
        if len(columns) > 1:
            answers = [next(value for value in each if value not in (NEGATIVE, NOT_ASKED)) for each in values]
            entries = [
                f"a{i}: {{column: {column}, label: {quoted(answer)}}}"
                for i, (column, answer) in enumerate(zip(columns, answers, strict=True))
            ]
            lines.append(
                f"  {question}: {{{label}, type: multiple, percent_of: asked, not_selected: {NEGATIVE},"
                f" missing: {{not_asked: {NOT_ASKED}}}, answers: {{{', '.join(entries)}}}}}\n"
            )
        else:
            answers = [value for value in values[0] if value != NOT_ASKED]
            entries = [f"a{i}: {{code: {quoted(answer)}, label: {quoted(answer)}}}" for i, answer in enumerate(answers)]
            lines.append(
                f"  {question}: {{{label}, type: single, missing: {{not_asked: {NOT_ASKED}}},"
                f" answers: {{{', '.join(entries)}}}}}\n"
            )
    return "".join(lines)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def written(folder: Path, sample: str = "panel", hide: int = 0) -> Path:
    """The survey file in a folder, with the respondents beside it."""
    (folder / RAW.name).write_bytes(RAW.read_bytes())
    (folder / "survey.yaml").write_text(survey(sample, hide), "utf-8")
    return folder / "survey.yaml"


def published() -> Iterator[PublishedRow]:
    """The rows of the crosstab. Its questions are those of the file in their order, then the age of all."""
    codes = iter(questions())
    question = ""
    with CROSSTAB.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in list(csv.reader(file))[2:]:
            if row[0] == "age3":
                return
            if row[0]:
                question = next(codes)
            elif row[1]:
                yield PublishedRow(question, plain(row[1]), dict(zip(COLUMNS, row[2:12], strict=True)))
