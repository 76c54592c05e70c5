"""The process in which native libraries read files that anybody may have made; started by `apart`.

standard input ── a task ──> this process, bounded ──> standard output: {"codebook": ...}, {"is_done": true},
                                                                        {"cells": ...} or {"fault": ...}
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import numpy as np

from report.diagnostics import SourceError
from report.respondents.kinds import Kind
from report.respondents.messages import Task, codebook_as_json, fault_as_json, task_of_json
from report.respondents.model import Columns
from report.respondents.statistical_files import StatisticalFile
from report.respondents.workbooks import WorkbookSheet

ENGINE_MEMORY = "200MB"
GRACE = 5
"""Seconds between the signal that the time is over and the end."""


def main(memory: int, seconds: int) -> None:
    """Do the task of the standard input, within so many bytes of memory and seconds of a processor."""
    os.umask(0o077)
    _bound(memory, seconds)
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # libraries that print would spoil the answer
    task = task_of_json(sys.stdin.read())
    try:
        answer = _answer(task)
    except SourceError as error:
        answer = {"fault": fault_as_json(error.diagnostics[0])}
    except (MemoryError, duckdb.OutOfMemoryException):
        answer = {"is_out_of_memory": True}
    with told:
        json.dump(answer, told)


def _bound(memory: int, seconds: int) -> None:
    """Windows bounds nothing here; a crash stays in this process there too."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold personal data
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + GRACE))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(task: Task) -> dict[str, object]:
    kind, path = Kind[task.kind], Path(task.path)
    if task.is_of_cells:
        return {"cells": WorkbookSheet(path, task.reading, task.display).cells()}
    if kind is Kind.EXCEL:
        file: WorkbookSheet | StatisticalFile = WorkbookSheet(path, task.reading, task.display)
    else:
        file = StatisticalFile(path, kind, task.reading, task.display)
    if task.codebook is None or task.into is None:
        return {"codebook": codebook_as_json(file.codebook())}
    is_text = [task.codebook.variables[task.codebook.names.index(name)].is_text for name in task.names]
    _write(task.into, file.columns(task.codebook, task.names), is_text)
    return {"is_done": True}


def _write(into: str, pieces: Iterable[Columns], is_text: Sequence[bool]) -> None:
    """Makes a DuckDB file with a table "rows", whose columns c0, c1, ... are text or DOUBLE."""
    types = [("VARCHAR", object) if each else ("DOUBLE", float) for each in is_text]
    columns = ", ".join(f"c{place} {type_}" for place, (type_, _) in enumerate(types))
    with duckdb.connect(into, config={"memory_limit": ENGINE_MEMORY, "threads": 1}) as connection:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"CREATE TABLE rows ({columns})")
        for piece in pieces:
            cells = {
                f"c{place}": np.array(column, dtype=dtype)
                for place, (column, (_, dtype)) in enumerate(zip(piece, types, strict=True))
            }
            connection.register("piece", cells)
            connection.execute("INSERT INTO rows SELECT * FROM piece")
            connection.unregister("piece")
