"""Codes are kept beside the outputs, and made anew where the file that has them was damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
