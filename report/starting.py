"""How the command starts: while this process finds out what is asked for, another one loads what reads.

Both take about as long, and a build or a check waits for both.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from report.workers import n_processors, workers

OBJECTS_BEFORE_COLLECTION = 200_000
"""New objects after which Python looks for unreachable ones. Its own 700 cost a build 7 % of its time, for modules and
documents are made to stay."""

YOUNG_BEFORE_OLDER = 50
"""Such looks before one at what outlived the first as well. Python's own 10 cost a build of 1,000 questions 5 %."""

READING = ("build", "check")
"""Commands that read briefings at once."""


def main() -> None:
    """The command `report`."""
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION, YOUNG_BEFORE_OLDER)
    code: list[int] = []
    atexit.register(_end_at_once, code)  # before all others, and so called after them
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # it multiplies nothing here, and ends us where it has no thread
    for stream in ("stdin", "stdout", "stderr"):
        if getattr(sys, stream) is None:  # it was closed before, and its number would be that of the next file
            setattr(sys, stream, Path(os.devnull).open("r" if stream == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    for output in (sys.stdout, sys.stderr):
        _let_wait(output)
    with workers(1) as reader:
        if _is_to_read(sys.argv[1:]):
            reader.begin_reading(_load_reader)
        from report.cli import main as command

        try:
            command(obj=reader)
        except SystemExit as end:
            code += [end.code] if isinstance(end.code, int) else []
            raise


def _let_wait(output: TextIO) -> None:
    """Have writing wait for who reads slowly: a pipe that does not block takes what it has room for, and no more."""
    if sys.platform == "win32":  # where Python 3.11 has no word for it
        return
    with suppress(OSError):  # what stands in the place of a file may have no number
        if not os.get_blocking(output.fileno()):
            os.set_blocking(output.fileno(), True)


def _end_at_once(code: Sequence[int]) -> None:
    """End with an exit code, if there is one, before Python takes apart all it holds: 20 ms of each command.

    What cannot be printed any more is left to Python, which tells of it.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError):
        return
    if code:
        os._exit(code[0])


def _is_to_read(arguments: Sequence[str]) -> bool:
    is_asked_for = bool(arguments) and arguments[0] in READING and not {"-h", "--help"} & set(arguments)
    return is_asked_for and n_processors() > 1


def _load_reader() -> None:
    from report.pipeline import load_reader

    load_reader()
