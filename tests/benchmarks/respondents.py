"""Tables of respondents beside the same counts by other means, in turn, each in a process of its own.

    python -m tests.benchmarks.respondents [ROWS ...]

Of so many generated respondents (1,000 and 10 million, if nothing is said) with 40 questions of five answers, a weight
and two banners of four and six groups, everybody counts respondents, sums of weights and of their squares by question,
answer and joint cell of the banners:

    ours       the tables of a survey from its codes, which an import made once
    by hand    a GROUP BY a question in DuckDB's SQL, over a native file of the same columns
    polars     a group_by a question, lazily over the same columns in memory
    pandas     a groupby a question for four of them, times ten

Prints seconds, ratios and the most memory that each process held; of the import, what it took.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

N_QUESTIONS, N_OF_PANDAS = 40, 4
SIZES = (1_000, 10_000_000)
MEGABYTE = 1_000_000
QUESTIONS = [f"q{number}" for number in range(N_QUESTIONS)]


def main(sizes: tuple[int, ...]) -> None:
    """Makes the files, runs every way once in a process of its own, and prints a table a size."""
    for n_rows in sizes:
        with tempfile.TemporaryDirectory(prefix="befund-bench-") as folder:
            _in_a_process(str(n_rows), folder)  # a process inherits the most memory of the one that begins it
            found = {way: _in_a_process(way, folder) for way in WAYS}
        print(f"\n{n_rows:,} respondents x {N_QUESTIONS} questions")
        print(f"{'':10}{'seconds':>9}{'of by hand':>12}{'peak memory':>13}")
        for way, (seconds, peak) in found.items():
            ratio = f"{seconds / found['by hand'][0]:12.2f}" if way != "import" else " " * 12
            print(f"{way:10}{seconds:9.3f}{ratio}{peak / MEGABYTE:10.0f} MB")


def _make(folder: Path, n_rows: int) -> None:
    """The respondents as Parquet, with the survey over them."""
    import duckdb

    answers = ", ".join(f"(1 + floor(random() * 5))::TINYINT AS {name}" for name in QUESTIONS)
    groups = "(1 + floor(random() * 4))::TINYINT AS region, (1 + floor(random() * 6))::TINYINT AS age"
    rows = f"SELECT {answers}, {groups}, round(0.2 + 2 * random(), 3) AS weight FROM range({n_rows})"
    with duckdb.connect(str(folder / "native.duckdb")) as connection:
        connection.execute("SET threads = 1")  # else the generator gives other rows from run to run
        connection.execute("SELECT setseed(0.5)")
        connection.execute(f"CREATE TABLE respondents AS {rows}")
        connection.execute(f"COPY respondents TO '{folder / 'answers.parquet'}' (FORMAT parquet)")
    (folder / "survey.yaml").write_text(_survey(), "utf-8")


def _survey() -> str:
    def groups(name: str, count: int) -> str:
        columns = "".join(f"      g{code}: {{code: {code}, label: group {code}}}\n" for code in range(1, count + 1))
        return f"  {name}:\n    column: {name}\n    label: {name}\n    columns:\n{columns}"

    def question(name: str) -> str:
        answers = "".join(f"      a{code}: {{code: {code}, label: answer {code}}}\n" for code in range(1, 6))
        head = f"  {name}:\n    type: single\n    topic: Topic {name}\n    label: Question {name}\n    answers:\n"
        return head + answers

    head = (
        "format: 1\nlanguage: en\ntitle: Large\npublisher: Nobody\npublished: 2026\npopulation: people\nunit: people\n"
        "sample: random\nwave: now\nwaves: {now: {date: 2026}}\ndata: {file: answers.parquet, weight: weight}\n"
    )
    return f"{head}segments:\n{groups('region', 4)}{groups('age', 6)}questions:\n{''.join(map(question, QUESTIONS))}"


def _in_a_process(way: str, folder: str) -> tuple[float, int]:
    """Seconds as the process takes them itself, imports of libraries left out, and its most memory in bytes.

    way: one of WAYS, or the number of rows of the files to make.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.respondents", way, folder],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(status, way)
    return json.loads(printed), usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


# ------------------------------------------------------------------------------------------------------- in a process


def _respondents(folder: Path) -> Any:
    from report.survey.file.reading import read_survey

    found, faults = read_survey(folder / "survey.yaml", "survey.yaml")
    assert found and not faults, faults
    return found


def _import(folder: Path) -> Callable[[], object]:
    from report.tables.respondents.keeping import kept_codes

    respondents = _respondents(folder)

    def run() -> None:
        with kept_codes(respondents, folder / "kept"):
            pass

    return run


def _ours(folder: Path) -> Callable[[], object]:
    from report.tables.respondents.tabulating import tables_of_respondents

    respondents = _respondents(folder)
    return lambda: tables_of_respondents(respondents, folder / "kept")


def _by_hand(folder: Path) -> Callable[[], object]:
    import duckdb

    connection = duckdb.connect(str(folder / "native.duckdb"), read_only=True)
    sums = "count(*), sum(weight), sum(weight * weight)"

    def run() -> None:
        for name in QUESTIONS:
            query = f"SELECT region, age, {name}, {sums} FROM respondents GROUP BY region, age, {name}"
            connection.execute(query).fetchnumpy()

    return run


def _polars(folder: Path) -> Callable[[], object]:
    import polars as pl

    rows = pl.read_parquet(folder / "answers.parquet").lazy()
    weight = pl.col("weight")
    sums = (pl.len().alias("n"), weight.sum().alias("w"), (weight * weight).sum().alias("w2"))

    def run() -> None:
        for name in QUESTIONS:
            rows.group_by("region", "age", name).agg(*sums).collect()

    return run


def _pandas(folder: Path) -> Callable[[], object]:
    import duckdb
    import pandas as pd

    columns = ", ".join(["region", "age", "weight", *QUESTIONS[:N_OF_PANDAS]])
    found = duckdb.execute(f"SELECT {columns} FROM '{folder / 'answers.parquet'}'").fetchnumpy()
    rows = pd.DataFrame(dict(found.items()))

    def run() -> None:
        rows["squares"] = rows["weight"] * rows["weight"]
        for name in QUESTIONS[:N_OF_PANDAS]:
            rows.groupby(["region", "age", name]).agg({"weight": ["size", "sum"], "squares": "sum"})

    return run


WAYS: Mapping[str, Callable[[Path], Callable[[], object]]] = {
    "import": _import,
    "ours": _ours,
    "by hand": _by_hand,
    "polars": _polars,
    "pandas": _pandas,
}


def _timed(way: str, folder: Path) -> float:
    run = WAYS[way](folder)
    started = time.perf_counter()
    run()
    seconds = time.perf_counter() - started
    return seconds * (N_QUESTIONS / N_OF_PANDAS if way == "pandas" else 1)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [way, folder] if way in WAYS:
            print(json.dumps(_timed(way, Path(folder))))
        case [n_rows, folder] if not folder.isdecimal():
            _make(Path(folder), int(n_rows))
            print(0)
        case sizes:
            main(tuple(map(int, sizes)) or SIZES)
