"""The GitHub survey of open source, two waves of published counts: its published sentences hold, and one base does not.

The sentences and the rows behind them are those of opensourcesurvey.org/2017 and /2024, as its README lists them.
"""

from __future__ import annotations

import csv
import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

import report
from report.pipeline import Product

HEAD = """\
format: 1
language: en
title: Open source survey
publisher: GitHub
published: 2024
population: people who work on open source
unit: respondents
sample: open
wave: w2024
waves: {w2017: {date: 2017}, w2024: {date: 2024}}
questions:
"""
BATTERY = "q7"
"""The file whose first column names statements, not the question."""
FILES = ("q17", "q33", "q42", "q43", "q49")
SEVERAL = "q33"

HOLDS = {
    # in 2017 an open source license was very important to 64 %
    "License": "63.5 <= q7_an_open_source_license.very_important_to_have.w2017 < 64.5",
    # anonymous contributions "down from 60 % in 2017 to 51 % in 2024"
    "Anonymity": "59.5 <= q17.people_should_be_able.w2017 < 60.5 and 50.5 <= q17.people_should_be_able < 51.5",
    # ignoring harassment "49 % in 2017 ... 38 % in 2024"
    "Harassment": "48.5 <= q33.i_did_not_react.w2017 < 49.5 and 37.5 <= q33.i_did_not_react < 38.5",
    # age not disclosed "43 % in 2017 ... 4 %" in 2024
    "Age": "42.5 <= q49.prefer_not_say.w2017 < 43.5 and q49.prefer_not_say < 4.5",
    # immigrants "31 % in 2024"
    "Immigration": "30.5 <= q42.yes_and_i_intend_to_stay_permanently + q42.yes_and_i_am_not_sure"
    " + q42.yes_and_i_intend_to_stay_temporarily < 31.5",
    # minority in the country of birth "18 % in 2024, up from 13 % in 2017"
    "Minorities": "17.5 <= q43.yes < 18.5 and 12.5 <= q43.yes.w2017 < 13.5",
}
"""What is published, as claims on the rows behind it."""
ASKED = {"License": "q7_an_open_source_license", "Anonymity": "q17", "Harassment": "q33", "Age": "q49",
         "Immigration": "q42", "Minorities": "q43"}  # fmt: skip


def named(text: str, words: int = 7) -> str:
    """An id of the first words of a text."""
    kept = "".join(char if char.isalnum() else " " for char in text.lower().replace("'", "")).split()[:words]
    return "_".join(kept) if kept[0][0].isalpha() else "_".join(("a", *kept))


SHORT = {
    "people_should_be_able_to_contribute_code": "people_should_be_able",
    "i_did_not_react_ignored_the_incident": "i_did_not_react",
    "yes_and_i_am_not_sure_about": "yes_and_i_am_not_sure",
}


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def percent(row: dict[str, str]) -> str:
    share = Decimal(row["count"]) / Decimal(row["total_count"]) * 100
    return str(share.quantize(Decimal("0.01"), ROUND_HALF_UP))


def question(id: str, label: str, rows: list[dict[str, str]], *, type_: str) -> str:
    """A question in both waves; the base of a wave is the one that most of its rows have."""
    answers = dict.fromkeys(row["answer"] for row in rows)
    by_wave = {year: {r["answer"]: r for r in rows if r["year"] == year} for year in ("2017", "2024")}
    lines = [f"  {id}:\n    type: {type_}\n    topic: {json.dumps(label[:40])}\n    label: {json.dumps(label)}\n"]
    bases = {year: [row["total_count"] for row in found.values()] for year, found in by_wave.items()}
    most = {year: max(set(found), key=found.count) for year, found in bases.items() if found}
    lines.append(
        f"    n: {{total: {most['2024']}{', w2017: ' + most['2017'] if '2017' in most else ''}}}\n    answers:\n"
    )
    ids = {answer: SHORT.get(named(answer), named(answer)) for answer in answers}
    for answer, name in ids.items():
        now = f"percent: {percent(by_wave['2024'][answer])}" if answer in by_wave["2024"] else "current: not_asked"
        role = ", role: refused" if name.startswith("prefer_not") else ""
        lines.append(f"      {name}: {{{now}, label: {json.dumps(answer)}{role}}}\n")
    if earlier := {ids[answer]: percent(row) for answer, row in by_wave["2017"].items()}:
        listed = ", ".join(f"{name}: {value}" for name, value in earlier.items())
        lines.append(f"    earlier: {{w2017: {{{listed}}}}}\n")
    return "".join(lines)


@pytest.fixture
def folder(shared: Path, tmp_path: Path) -> Path:
    """The survey and a briefing that says the published sentences."""
    data = shared / "data" / "github-open-source-survey"
    parts = [HEAD]
    for file in FILES:
        rows = rows_of(data / f"{file}_data.csv")
        answered = [{**row, "answer": row.get("column1") or row["response"]} for row in rows]
        answered.sort(key=lambda row: row["answer"].startswith("Prefer"))
        parts.append(question(file, rows[0]["column"], answered, type_="multiple" if file == SEVERAL else "single"))
    rows = rows_of(data / f"{BATTERY}_data.csv")
    for statement in dict.fromkeys(row["column"] for row in rows):
        own = [{**row, "answer": row["response"]} for row in rows if row["column"] == statement]
        parts.append(question(f"{BATTERY}_{named(statement)}", statement, own, type_="single"))
    (tmp_path / "survey.yaml").write_text("".join(parts), "utf-8")
    return tmp_path


def built(folder: Path, holds: dict[str, str]) -> report.BuildResult:
    """The deck of a story that makes these claims."""
    findings = [
        f"  - {{id: f{number}, question: {ASKED[said]}, headline: {said}, text: {said}., holds: {claim}}}\n"
        for number, (said, claim) in enumerate(holds.items())
    ]
    cover = "cover: {figure: q43.yes, caption: answer yes}"
    head = f"format: 1\nsurvey: survey.yaml\nlanguages: [en]\ntitle: {{text: Open source}}\n{cover}\nfindings:\n"
    (folder / "briefing.yaml").write_text(head + "".join(findings), "utf-8")
    return report.build(folder, options=report.Options(folder / "out", only=(Product.DECK,)))


def test_the_published_sentences_hold_and_the_row_with_another_base_is_told(folder: Path) -> None:
    result = built(folder, HOLDS)

    assert any(path.suffix == ".pptx" for path in result.written)
    told = [fault.message for fault in result.warnings if fault.id == "unreachable"]
    assert [message.partition(" is the share")[0] for message in told] == ['37.67 % of "i_did_not_react"']


@pytest.mark.parametrize("headline", HOLDS)
def test_the_opposite_stops_the_build(folder: Path, headline: str) -> None:
    with pytest.raises(report.SourceError) as error:
        built(folder, {headline: f"not ({HOLDS[headline]})"})

    assert [fault.id for fault in error.value.diagnostics if fault.is_error] == ["failed-claim"]
