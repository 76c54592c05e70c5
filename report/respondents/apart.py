"""Files that are read by a process of their own, bounded in memory and time: SPSS, Stata, Excel.

Of 4,000 SPSS files damaged at random, six made the native reader crash, and a small damaged Stata file took 1.8 GB
(pyreadstat 1.3.7). Here that is a fault of the file. The other process gets the paths of this one's modules, and reads
nothing of the environment.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from report.diagnostics import DataPlace, SourceError
from report.respondents.engine import engine, literal, private_folder, quoted
from report.respondents.faults import DataFault, refusal
from report.respondents.kinds import MEND, Kind, settle_kind
from report.respondents.messages import Task, codebook_of_json, fault_of_json, task_as_json
from report.respondents.model import Codebook, FileReading, RawFrame

MEMORY = 3 << 30
"""Bytes of addresses."""
SECONDS = 60
SECONDS_PER_MEGABYTE = 20
"""Of a processor; what a sound file takes is less than a twentieth of it."""
OUT_OF_TIME = getattr(signal, "SIGXCPU", None)
"""The signal that ends a process whose time is over, where there is one."""
LONGEST_TOLD = 2000

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from report.respondents.reading_apart import main; "
_START += "main(*map(int, sys.argv[2:]))"


def codebook_apart(path: Path, reading: FileReading, display: str) -> Codebook:
    """The codebook of a file, read by a process of its own."""
    kind = settle_kind(path, display)
    return codebook_of_json(_answer(Task(kind.name, str(path.absolute()), display, reading))["codebook"])


def cells_apart(path: Path, reading: FileReading, display: str) -> list[list[str]]:
    """The cells of a workbook's sheet as texts, read by a process of its own."""
    kind = settle_kind(path, display)
    answer = _answer(Task(kind.name, str(path.absolute()), display, reading, is_of_cells=True))
    return [[str(cell) for cell in row] for row in answer["cells"]]


@contextmanager
def frame_apart(
    path: Path, codebook: Codebook, names: Sequence[str], *, folder: Path, display: str
) -> Iterator[RawFrame]:
    """Some columns of a file; a process of its own has written them into a DuckDB file."""
    import narwhals as nw

    kind = settle_kind(path, display)
    with private_folder(folder) as own:
        into = own / "rows.duckdb"
        _answer(Task(kind.name, str(path), display, codebook.reading, tuple(names), codebook, str(into)))
        with engine(own, folders=[folder]) as connection:
            connection.execute(f"ATTACH {literal(str(into))} AS apart (READ_ONLY)")
            chosen = ", ".join(f"c{place} AS {quoted(name)}" for place, name in enumerate(names))
            relation = connection.sql(f"SELECT {chosen} FROM apart.rows")  # noqa: S608 - names are quoted
            yield RawFrame(nw.from_native(relation), connection)


def _answer(task: Task) -> dict[str, Any]:
    kind, place = Kind[task.kind], DataPlace(task.display)
    seconds = SECONDS + SECONDS_PER_MEGABYTE * (Path(task.path).stat().st_size >> 20)
    command = [sys.executable, "-I", "-c", _START, json.dumps(sys.path), str(MEMORY), str(seconds)]
    try:
        done = subprocess.run(
            command,
            input=task_as_json(task),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=2 * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(kind, place) from None
    if done.returncode == 1:  # an exception that nothing expects
        raise RuntimeError(f"reading apart: {done.stderr[-LONGEST_TOLD:]}")
    if OUT_OF_TIME and done.returncode == -OUT_OF_TIME:
        raise _too_slow(kind, place)
    if done.returncode:
        message = f"the file makes its reader break down ({done.returncode}): it is damaged, or far too large"
        raise refusal(DataFault.DAMAGED, message, place, hint=MEND[kind])
    answer: dict[str, Any] = json.loads(done.stdout)
    if "fault" in answer:
        raise SourceError([fault_of_json(answer["fault"], task.display)])
    if "is_out_of_memory" in answer:
        message = f"to read the file takes more than {MEMORY >> 30} GB of memory"
        raise refusal(
            DataFault.TOO_LARGE, message, place, hint="save it as .csv or .parquet: those are read bit by bit"
        )
    return answer


def _too_slow(kind: Kind, place: DataPlace) -> SourceError:
    message = "to read the file takes longer than a sound file of its size would"
    return refusal(DataFault.TOO_LARGE, message, place, hint=MEND[kind])
