"""Codes and tables are kept beside the outputs, and made anew where the file that has them was damaged."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from report import pipeline
from report.diagnostics import SourceError
from report.pipeline import Source
from report.respondents import engine
from report.store import Store
from report.tables.respondents import code_tables, tabulating
from report.tables.respondents.tabulating import tables_of_respondents
from report.workers import n_processors
from tests import counting
from tests.conftest import CHECKOUT

ROWS = [*counting.rows(daily=60, often=40, size="small"), *counting.rows(daily=45, never=55, size="large")]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda content: b"",
        lambda content: b"not a database" * 100,
        lambda content: content[: len(content) // 2],
        lambda content: content[:12288] + bytes(len(content) - 12288),
    ],
    ids=["empty", "another file", "cut off", "zeros"],
)
def test_a_damaged_file_of_codes_is_made_anew(damaged: Callable[[bytes], bytes], tmp_path: Path) -> None:
    respondents, tables = counting.counted(tmp_path, ROWS)
    (kept,) = (tmp_path / "kept").glob("*.duckdb")
    content = kept.read_bytes()
    kept.write_bytes(damaged(content))

    again, _ = tables_of_respondents(respondents, tmp_path / "kept")

    assert again == tables
    assert kept.stat().st_size >= len(content) // 2
    assert [each.name for each in (tmp_path / "kept").iterdir()] == [kept.name]


def test_codes_that_nobody_has_wanted_for_long_are_removed(tmp_path: Path) -> None:
    respondents, tables = counting.counted(tmp_path, ROWS)
    (kept,) = (tmp_path / "kept").glob("*.duckdb")
    of_another, wanted = kept.with_name("00000000-0000.duckdb"), kept.with_name("11111111-1111.duckdb")
    of_another.write_bytes(kept.read_bytes())
    wanted.write_bytes(kept.read_bytes())
    months_ago = time.time() - 40 * 24 * 3600
    os.utime(of_another, (months_ago, months_ago))

    again, _ = tables_of_respondents(respondents, tmp_path / "kept")

    assert again == tables
    assert {each.name for each in (tmp_path / "kept").iterdir()} == {kept.name, wanted.name}


def test_codes_of_many_questions_are_made_in_as_many_queries_as_there_is_memory_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, whole = counting.counted(tmp_path / "whole", _rows(24), _text(n_questions=24))
    monkeypatch.setattr(code_tables, "MOST_CODES", 50)

    _, in_parts = counting.counted(tmp_path / "parts", _rows(24), _text(n_questions=24))
    monkeypatch.undo()
    monkeypatch.setattr(engine, "MEMORY", "25MB")  # too little for all of them at once
    _, in_fewer = counting.counted(tmp_path / "fewer", _rows(24), _text(n_questions=24))

    assert in_parts == whole
    assert in_fewer == whole


def test_questions_for_which_there_is_no_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """[data-too-large]: where even a few codes at once are too many."""
    monkeypatch.setattr(engine, "MEMORY", "5MB")

    with pytest.raises(SourceError, match="the answers to 24 questions take more memory"):
        counting.counted(tmp_path, _rows(24), _text(n_questions=24))


@pytest.mark.skipif(n_processors() < 2, reason="one process alone cannot clear away what it left as it was killed")
@pytest.mark.parametrize(
    ("command", "number"), [("build", signal.SIGTERM), ("build", signal.SIGKILL), ("check", signal.SIGTERM)]
)
def test_what_ends_while_it_reads_leaves_nothing_of_respondents(
    command: str, number: signal.Signals, tmp_path: Path
) -> None:
    rows = _rows(24)
    lines = "".join(",".join(row.values()) + "\n" for row in rows)
    (tmp_path / "answers.csv").write_text(",".join(rows[0]) + "\n" + lines * 3000, "utf-8")
    (tmp_path / "survey.yaml").write_text(_text(n_questions=24), "utf-8")
    work, temporary = tmp_path / "work", tmp_path / "temporary"
    for folder in (work, temporary):
        folder.mkdir()
    build = subprocess.Popen(
        [sys.executable, "-m", "report", command, tmp_path / "survey.yaml"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    while not any(folder.iterdir() for folder in tmp_path.glob(f"*/*/**/{engine.PREFIX}*/")):
        assert build.poll() is None
        time.sleep(0.005)

    build.send_signal(number)
    _, said = build.communicate(timeout=30)

    assert b"Traceback" not in said
    deadline = time.monotonic() + 20
    while any(each.is_file() for each in work.rglob("*")) or list(temporary.iterdir()):
        assert time.monotonic() < deadline, "something of respondents is still there"
        time.sleep(0.02)


def _rows(n_questions: int) -> list[counting.Row]:
    """Fifty respondents; the first question was put to those alone who gave the first answer to the second."""
    return [
        {f"c{number}": f"code {(place * number) % 5}" for number in range(n_questions)} | {"weight": f"{1 + place % 3}"}
        for place in range(50)
    ]


def _text(*, n_questions: int) -> str:
    answers = "".join(f"      a{code}: {{code: code {code}, label: Answer {code}}}\n" for code in range(5))
    questions = [
        f"  c{each}:\n    type: single\n    topic: Topic {each}\n    label: Question {each}\n    answers:\n{answers}"
        for each in range(n_questions)
    ]
    filtered = questions[0].replace("    answers:", "    filter: [c1.a0]\n    base: some\n    answers:")
    head = (
        "format: 1\nlanguage: en\ntitle: Many\npublisher: Nobody\npublished: 2026\npopulation: people\nunit: people\n"
        "low_base: {hide: 0}\nwave: w26\nwaves: {w26: {date: 2026}}\ndata: {file: answers.csv, weight: weight}\n"
    )
    return f"{head}questions:\n{filtered}{''.join(questions[1:])}"


SURVEY = """\
format: 1
title: Lunch
language: en
publisher: The canteen
published: 2026-05-04
population: guests
wave: w2026
waves: {w2026: {date: 2026-03}}
data: {file: answers.csv}
questions:
  soup:
    topic: Soup
    label: Did you have soup?
    type: single
    column: soup
    answers: {yes_: {code: 1, label: "Yes, always"}, no_: {code: 2, label: Never}}
"""


def test_tables_are_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the same rows, the same coding and the same program; what is told of them changes nothing."""
    (tmp_path / "answers.csv").write_text("soup\n" + "1\n2\n1\n" * 50, "utf-8")
    (tmp_path / "survey.yaml").write_text(SURVEY, "utf-8")
    source, store = Source(tmp_path / "survey.yaml", "survey.yaml", "lunch"), Store(tmp_path / "store", made_by="this")
    first = pipeline.read(source, kept=tmp_path / "kept", store=store)

    def refuse(*_: object) -> None:
        raise AssertionError("counted again")

    monkeypatch.setattr(tabulating, "tables_of_respondents", refuse)
    assert pipeline.read(source, kept=tmp_path / "kept", store=store).tables == first.tables

    (tmp_path / "answers.csv").write_text("soup\n" + "1\n2\n2\n" * 50, "utf-8")
    with pytest.raises(AssertionError, match="counted again"):
        pipeline.read(source, kept=tmp_path / "kept", store=store)
    with pytest.raises(AssertionError, match="counted again"):
        pipeline.read(source, kept=tmp_path / "kept", store=Store(tmp_path / "store", made_by="another"))
