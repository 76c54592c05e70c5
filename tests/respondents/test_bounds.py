"""What reading takes: no library before it begins, and memory that does not grow with the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import numpy as np
import pytest

from tests.conftest import CHECKOUT
from tests.respondents.specimens import sav

MOST = 600
"""Megabytes, of both processes together."""

_COUNT = """
import resource, sys
from pathlib import Path
from report.respondents.codebook import read_codebook
from report.respondents.model import FileReading
from report.respondents.rows import raw_frame

path = Path(sys.argv[1])
codebook = read_codebook(path, FileReading(), path.name)
with raw_frame(path, codebook, codebook.names, folder=path.parent / "cache", display=path.name) as raw:
    raw.connection.execute(f"ATTACH '{path.parent / 'cache' / 'kept.duckdb'}' AS kept")
    raw.frame.to_native().create("kept.coded")
    print(raw.connection.sql("SELECT count(*) FROM kept.coded").fetchall()[0][0])
print(sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024)
"""


def rows_and_peak(path: Path) -> tuple[int, int]:
    """How many rows of a file were kept, and the peaks of memory of all processes that took, in megabytes."""
    # A process begins with the peak of the one that started it: a small one stands between.
    command = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", _COUNT, str(path)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    n_rows, peak = done.stdout.split()
    return int(n_rows), int(peak)


def test_what_knows_the_readers_loads_no_library_of_theirs() -> None:
    code = "import sys, report.respondents.codebook, report.respondents.rows; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)

    heavy = {"duckdb", "narwhals", "numpy", "polars", "pyreadstat", "python_calamine"}
    assert heavy & set(done.stdout.split()) == set()


@pytest.mark.slow
def test_an_spss_file_of_300000_respondents_and_60_variables(tmp_path: Path) -> None:
    luck = np.random.default_rng(1)
    columns = {f"q{place}": luck.integers(1, 6, 300_000).astype(float) for place in range(59)}
    path = sav(tmp_path / "a.sav", {**columns, "text": [f"schön {number}" for number in range(300_000)]})

    n_rows, peak = rows_and_peak(path)

    assert n_rows == 300_000
    assert peak < MOST


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_file_of_2000000_respondents_and_40_columns(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.csv"
    answers = ", ".join(f"hash(range * {place}) % 6 AS q{place}" for place in range(1, 41))
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT {answers} FROM range(2000000)) TO '{path}' (HEADER)")
    if end != "\n":
        path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))

    n_rows, peak = rows_and_peak(path)

    assert n_rows == 2_000_000
    assert peak < MOST
