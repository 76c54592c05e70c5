"""What is made by a second process, while the first one reads, tells, lays out and writes.

    read ─┬─ tell ─ lay_out ─────────┬─ write the deck ─────────>
          └─ load what makes them ───┴─ pictures ─ the summary ─>

The libraries that pictures and summary take are a quarter of the time of a small build to load, and nothing else needs
them. Either process makes the same bytes, so whatever becomes of the second one, the first can do its work.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

ENDING = [getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGTERM") if hasattr(signal, name)]
"""Signals that ask a build to end; the second process is ended by the first."""


Task: TypeAlias = Callable[[], bytes]
"""Makes a picture or a document: a `partial` of a module's function, for it goes to the other process by name."""


@contextmanager
def second_process() -> Iterator[SecondProcess]:
    """One for a build; it runs once it is begun."""
    second = SecondProcess()
    try:
        yield second
    finally:
        second.end()


class SecondProcess:
    """Does the tasks that are handed over, once it is begun; those it does not do, the first process does."""

    def __init__(self) -> None:
        self._process: ForkProcess | None = None
        self._connection: Connection | None = None
        self._n_tasks = 0

    def begin(self, load: Callable[[], None]) -> None:
        """Let it begin to load what its tasks will need, where that pays."""
        if self._process or not _pays():
            return
        import multiprocessing  # a check has no second process

        beside = multiprocessing.get_context("fork")
        self._connection, its_own = beside.Pipe()
        self._process = beside.Process(target=_serve, args=(its_own, self._connection, load), daemon=True)
        # Until the second process has its own way with signals, it would answer one as the first does.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            self._process.start()
        except OSError:  # the system has none to give
            self._process = self._connection = None
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            its_own.close()

    def end(self) -> None:
        """End the second process."""
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.kill()
            self._process.join()

    def hand_over(self, tasks: Sequence[Task]) -> Iterator[bytes]:
        """What each task makes, in their order; results are taken one lot after the other."""
        numbered = list(enumerate(tasks, self._n_tasks))
        self._n_tasks += len(tasks)
        with suppress(OSError):  # it has ended: then there is nothing to be had from it either
            if self._connection:
                self._connection.send(numbered)
        return self._results(numbered)

    def _results(self, numbered: Sequence[tuple[int, Task]]) -> Iterator[bytes]:
        for number, task in numbered:
            yield self._received(number) or task()

    def _received(self, wanted: int) -> bytes | None:
        """What the second process made; None where that has ended, for then the first does its work."""
        try:
            while self._connection:
                number: int
                made: bytes
                number, made = self._connection.recv()
                if number == wanted:
                    return made
        except (EOFError, OSError):
            self._connection = None
        return None


def _pays() -> bool:
    """Whether there is a second processor, and still something to load.

    Elsewhere than on Linux a new process would run the caller's script again; one that is forked beside other threads
    may wait for a lock of theirs for ever.
    """
    if sys.platform != "linux" or "numpy" in sys.modules:
        return False
    import multiprocessing

    is_alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return is_alone and len(os.sched_getaffinity(0)) > 1


def _serve(first: Connection, other_end: Connection, load: Callable[[], None]) -> None:
    """The second process: works until the first closes its end; what goes wrong the first will find, doing it again."""
    other_end.close()
    for ending in ENDING:
        signal.signal(ending, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    lots = SimpleQueue[Sequence[tuple[int, Task]]]()
    threading.Thread(target=_take_tasks, args=(first, lots), daemon=True).start()
    with suppress(Exception):
        load()
        while lot := lots.get():
            for number, task in lot:
                first.send((number, task()))


def _take_tasks(first: Connection, lots: SimpleQueue[Sequence[tuple[int, Task]]]) -> None:
    """Never lets the first process wait until something is made; ends with an empty lot."""
    with suppress(EOFError, OSError):
        while True:
            lots.put(first.recv())
    lots.put(())
