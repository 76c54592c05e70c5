"""Surveys that are built into a workbook of tables, in files of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import report
from report.pipeline import Product
from tests.workbook.reading import read

PUBLISHED = """\
format: 1
title: {de: Arbeit zu Hause, en: Working at home}
short_title: {de: "A & B", en: "A & B"}
publisher: Verband & Söhne
published: 2026-03
population: {de: Beschäftigte, en: employees}
unit: {de: Beschäftigte, en: employees}
weighting: {de: nach Alter, en: by age}
wave: w2026
waves:
  w2022: {date: 2022, n: 900}
  w2024: {date: 2024, n: 1000}
  w2026: {date: 2026-02, n: 1204}
segments:
  age:
    label: {de: Alter, en: Age}
    columns:
      young: {label: {de: unter 40, en: under 40}, n: 80}
      old: {label: {de: ab 40, en: 40 and over}}
      none_: {label: {de: ohne Angabe, en: not stated}}
questions:
  days:
    type: single
    topic: {de: "Tage: [zu Hause]/*", en: "Days: [at home]/*"}
    label: {de: An wie vielen Tagen arbeiten Sie zu Hause?, en: On how many days do you work at home?}
    wording: exact
    rest: no_answer
    answers:
      none_: {percent: 38.5, label: {de: "=1+1", en: "=1+1"}}
      some: {percent: 41, label: {de: "@SUM(A1)", en: "@SUM(A1)"}}
      most: {percent: 7, label: {de: "-2+3", en: "-2+3"}}
      all: {percent: <1, label: {de: "+49 170", en: "+49 170"}}
      other:
        current: not_asked
        label: {de: Andere, en: Other}
    nets:
      home: {of: [some, most], percent: 48, label: {de: zu Hause, en: at home}}
    earlier:
      w2022: {none_: 60, other: 3}
      w2024: {none_: 45, some: 30}
    breaks:
      - between: [w2022, w2024]
        reason: {de: Vorher telefonisch, en: By telephone before}
    segments:
      age:
        young: {none_: 21, some: 60.5}
        old: {none_: 51}
  tools:
    type: multiple
    topic: {de: Werkzeuge, en: Tools}
    label: {de: "http://example.org/ ist was?", en: "http://example.org/ is what?"}
    base: {de: Wer zu Hause arbeitet, en: who work at home}
    answers:
      video: {percent: 29, label: {de: "12", en: "12"}}
      chat: {percent: 58, label: {de: "{=A1}", en: "{=A1}"}}
"""
BRIEFING = """\
format: 1
survey: survey.yaml
languages: [{languages}]
title: {{text: Title}}
cover: {{figure: {figure}, caption: "say so"}}
messages: [{{finding: first, figure: {figure}, text: "say so"}}]
findings:
  - {{id: first, question: {question}, headline: A headline, exhibit: {{kind: bars}}, text: "Words."}}
"""


def briefing(question: str, answer: str, languages: str = "en") -> str:
    """A story of one question, for surveys of which none is to be found by rule."""
    return BRIEFING.format(question=question, figure=f"{question}.{answer}", languages=languages)


def built(folder: Path, output: Path, language: str = "en") -> Path:
    """The workbook of the survey in a folder."""
    options = report.Options(output=output, only=(Product.TABLES,))
    name = f"{folder.name}-{language}-tables.xlsx"
    return next(path for path in report.build(folder, options=options).written if path.name == name)


def book_of(survey: str, folder: Path, language: str = "en") -> Any:
    """The workbook of a survey, read."""
    (folder / "homes").mkdir(parents=True)
    (folder / "homes" / "survey.yaml").write_text(survey, "utf-8")
    return read(built(folder / "homes", folder / "out", language))


RESPONDENTS = """\
format: 1
language: en
title: Reading
publisher: Institute
published: 2026-06
population: adults
unit: adults
sample: {sample}
wave: w2026
waves: {{w2020: {{date: 2020}}, w2023: {{date: 2023}}, w2026: {{date: 2026}}}}
low_base: {{hide: {hide}, flag: 100}}
data: {{file: rows.csv, wave: {{column: wave, codes: {{w2020: 2020, w2023: 2023, w2026: 2026}}}}{weight}}}
segments:
  age:
    column: age
    label: Age
    columns: {{young: {{code: y, label: young}}, middle: {{code: m, label: middle}}, old: {{code: o, label: old}}}}
questions:
  reads:
    column: Q1
    type: single
    topic: Use
    label: Do you read?
    answers: {{yes_: {{code: 1, label: "Yes"}}, no_: {{code: 2, label: "No"}}}}
{breaks}
  places:
    type: multiple
    topic: Places
    label: Where?
    filter: reads.yes_
    percent_of: asked
    base: readers
    unit: readers
    selected: 1
    answers: {{home: {{column: Q2a, label: At home}}, work: {{column: Q2b, label: At work}}}}
    nets: {{anywhere: {{of: [home, work], label: Anywhere}}}}
"""
BREAK = """\
    breaks: [{between: [w2020, w2023], reason: Asked otherwise}]
"""
Group = tuple[int, str, int, int]
"""Of a wave and an age: how many read, and how many do not. Half of who reads does so at home, every third at work."""


def book_of_respondents(
    groups: list[Group], folder: Path, *, sample: str = "random", hide: int = 30, breaks: str = "", weight: str = ""
) -> Any:
    """The workbook of respondents; weight: of those who read (others weigh 1), "" where none have one."""
    home = folder / "reading"
    home.mkdir(parents=True)
    rows = ["wave,age,Q1,Q2a,Q2b,w"]
    for wave, age, reading, others in groups:
        rows += [f"{wave},{age},1,{int(n % 2 == 0)},{int(n % 3 == 0)},{weight or 1}" for n in range(reading)]
        rows += [f"{wave},{age},2,,,1"] * others
    (home / "rows.csv").write_text("\n".join(rows) + "\n", "utf-8")
    weighted = ", weight: w" if weight else ""
    (home / "survey.yaml").write_text(
        RESPONDENTS.format(sample=sample, hide=hide, breaks=breaks, weight=weighted), "utf-8"
    )
    (home / "briefing.yaml").write_text(briefing("reads", "yes_"), "utf-8")
    return read(built(home, folder / "out"))
