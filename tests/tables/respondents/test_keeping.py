"""Codes and tables are kept beside the outputs, and made anew where the file that has them was damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report import pipeline
from report.pipeline import Source
from report.store import Store
from report.tables.respondents import tabulating
from report.tables.respondents.tabulating import tables_of_respondents
from tests import counting

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
