"""What is made by other processes, while the first one reads, tells, lays out and writes.

    read ─┬─ tell ─ lay_out ─────────┬─ write the deck ─────────>
          └─ load what makes them ───┴─ pictures ─ the summary ─>

The libraries that pictures and summary take are a quarter of the time of a small build to load, and nothing else needs
them. Each process makes the same bytes, so whatever becomes of another one, the first can do its work.
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
"""Signals that ask a build to end; its workers are ended by the first process."""


Task: TypeAlias = Callable[[], bytes]
"""Makes a picture or a document: a `partial` of a module's function, for it goes to other processes by name."""


def n_processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def workers(n: int) -> Iterator[Workers]:
    """So many for a build; they run once they are begun."""
    some = Workers(n)
    try:
        yield some
    finally:
        some.end()


class Workers:
    """Processes that do the tasks which are handed over; those that they do not do, the first process does."""

    def __init__(self, n: int = 0) -> None:
        """n: how many there are at most."""
        self._n = n
        self._running = list[_Worker]()
        self._n_tasks = 0

    def begin(self, load: Callable[[], None]) -> None:
        """Let them begin to load what their tasks will need, where that pays."""
        if self._running or not self._n or not _pays():
            return
        # Until a worker has its own way with signals, it would answer one as the first process does.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            for _ in range(self._n):
                self._running.append(_Worker.begun(load, [each.connection for each in self._running]))
        except OSError:  # the system has no more to give
            pass
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def end(self) -> None:
        """End them."""
        for worker in self._running:
            worker.end()

    def hand_over(self, tasks: Sequence[Task]) -> Iterator[bytes]:
        """What each task makes, in their order; results are taken one lot after the other.

        Each worker is given every so manieth task at once, for the first process has no time to hand them out singly.
        """
        numbered = list(enumerate(tasks, self._n_tasks))
        self._n_tasks += len(tasks)
        for place, worker in enumerate(self._running):
            worker.give([each for each in numbered if each[0] % len(self._running) == place])
        return self._results(numbered)

    def _results(self, numbered: Sequence[tuple[int, Task]]) -> Iterator[bytes]:
        for number, task in numbered:
            made = self._running[number % len(self._running)].made(number) if self._running else None
            yield task() if made is None else made


class _Worker:
    """One process, and the connection to it."""

    def __init__(self, process: ForkProcess, connection: Connection) -> None:
        self._process = process
        self.connection: Connection | None = connection

    @classmethod
    def begun(cls, load: Callable[[], None], others: Sequence[Connection | None]) -> _Worker:
        """One that has begun; OSError where none is to be had. others: connections that it must not hold open."""
        import multiprocessing  # a check has no workers

        forking = multiprocessing.get_context("fork")
        connection, its_own = forking.Pipe()
        ends = [connection, *(each for each in others if each)]
        process = forking.Process(target=_serve, args=(its_own, ends, load), daemon=True)
        try:
            process.start()
        finally:
            its_own.close()
        return cls(process, connection)

    def end(self) -> None:
        """End the process."""
        if self.connection:
            self.connection.close()
        self._process.kill()
        self._process.join()

    def give(self, numbered: Sequence[tuple[int, Task]]) -> None:
        """Hand over tasks with their numbers."""
        with suppress(OSError):  # it has ended: then there is nothing to be had from it either
            if self.connection and numbered:
                self.connection.send(numbered)

    def made(self, wanted: int) -> bytes | None:
        """What became of a task; None where the process has ended, for then the first does its work."""
        try:
            while self.connection:
                number: int
                made: bytes
                number, made = self.connection.recv()
                if number == wanted:
                    return made
        except (EOFError, OSError):
            self.connection = None
        return None


def _pays() -> bool:
    """Whether there is still something to load, and a way to let others do it.

    Elsewhere than on Linux a new process would run the caller's script again; one that is forked beside other threads
    may wait for a lock of theirs for ever.
    """
    if sys.platform != "linux" or "numpy" in sys.modules:
        return False
    import multiprocessing

    return threading.active_count() == 1 and not multiprocessing.current_process().daemon


def _serve(first: Connection, ends: Sequence[Connection], load: Callable[[], None]) -> None:
    """A worker: works until the first process closes its end; what goes wrong that will find, doing it again."""
    for end in ends:
        end.close()
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
