"""What is done by other processes, while the first one lays out and writes.

    first     load what lays out ─┬─ tell ─┬─ lay out ─┬─ the workbook ──────────────┬─>
    reader    load ─ read ────────┘        │           └─ write deck and summary ────┤
    painters                       load ───┴─ pictures ──────────────────────────────┘

More than half of the time of a small build goes into loading: what reads, what lays out and what paints are libraries
of their own, so each process loads its own. Each makes the same bytes, so whatever becomes of another one, the first
can do its work.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from queue import SimpleQueue
from types import FrameType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from report.diagnostics import ReportError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

Item = TypeVar("Item")
Value = TypeVar("Value")

ENDING = [getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGTERM") if hasattr(signal, name)]
"""Signals that ask a build to end; its workers are ended by the first process."""


SECONDS_TO_END = 2.0
"""That a worker has to clear away what it has begun: what it read of respondents lies in a folder of its own."""

_FAILED = b""
"""What is made of a task that went wrong in some way that nobody foresaw."""

_NO_RESULT = -1
"""The number of what is only done."""

Task: TypeAlias = Callable[[], bytes]
"""Makes a picture or a document: a `partial` of a module's function, for it goes to other processes by name."""


def n_processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def workers(n: int, begun: Workers | None = None) -> Iterator[Workers]:
    """So many for a build; they run once they are begun, and have ended behind it. begun: those of the command."""
    some = begun or Workers()
    some.allow(n)
    try:
        yield some
    finally:
        some.allow(0)


class Workers:
    """Processes that do the tasks which are handed over; those that they do not do, the first process does.

    The first of them reads, and then writes decks; the others paint, or it does that too where it is alone. Of several
    languages it tells and lays out every second one; of one it writes the summary too.
    """

    def __init__(self, n: int = 0) -> None:
        """n: how many there are at most."""
        self._n = n
        self._running = list[_Worker]()
        self._are_loading = False

    def allow(self, n: int) -> None:
        """Have so many at most from now on."""
        self._n = n
        for worker in self._running[n:]:
            worker.dismiss()
        for worker in self._running[n:]:
            worker.end()
        del self._running[n:]

    def dismiss(self) -> None:
        """Have all end that have nothing to do; nobody waits for that yet."""
        for worker in self._running:
            worker.dismiss()

    def collect(self) -> None:
        """Let each free the memory of what it has made, once that is done."""
        for worker in self._running:
            worker.let(gc.collect)

    def begin_reading(self, load: Callable[[], None]) -> None:
        """Let the reader load what it needs, where that pays."""
        self._begin(1)
        for worker in self._running[:1]:
            worker.let(load)

    def read(self, tasks: Sequence[Callable[[], Value]]) -> list[Callable[[], Value]]:
        """What each task reads, begun now where that pays; a result raises the ReportError that its task has raised."""
        if tasks:
            self._begin(1)
        return _handed_over(tasks, self._running[:1])

    def divided(self, function: Callable[[Item], Value], items: Sequence[Item]) -> list[Value]:
        """What a function makes of each item, of every second one in the reader."""
        results: list[Callable[[], Value]] = [partial(function, item) for item in items]
        results[1::2] = _handed_over(results[1::2], self._running[:1])
        return [result() for result in results]

    def meanwhile(self, steps: Iterable[Callable[[], None]]) -> None:
        """Do something step by step for as long as the reader is at work; none of it where there is no reader."""
        for step in steps:
            if not self._running or self._running[0].has_something():
                return
            step()

    def begin_painting(self, load: Callable[[], None]) -> None:
        """Let painters load what they need, once, where that pays."""
        if self._are_loading:
            return
        self._are_loading = True
        self._begin(self._n)
        for worker in self._painters:
            worker.let(load)

    def begin_writing(self, load: Callable[[], None]) -> None:
        """Let the reader load what writes documents, where it has the time."""
        for worker in self._running[:1]:
            worker.let(load)

    def paint(self, tasks: Sequence[Task]) -> Iterator[bytes]:
        """What each task paints, in their order."""
        return (made() for made in _handed_over(tasks, self._painters))

    def write(self, tasks: Sequence[Callable[[], Value]]) -> list[Callable[[], Value]]:
        """What each task writes, as it is called for."""
        return _handed_over(tasks, self._running[:1])

    @property
    def _painters(self) -> list[_Worker]:
        return self._running[1:] or self._running

    def _begin(self, n: int) -> None:
        """Let so many run, where that pays."""
        if len(self._running) >= min(n, self._n) or not _pays():
            return
        # Until a worker has its own way with signals, it would answer one as the first process does.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            while len(self._running) < min(n, self._n):
                self._running.append(_Worker.begun([each.connection for each in self._running]))
        except OSError:  # the system has no more to give
            pass
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _handed_over(tasks: Sequence[Callable[[], Value]], running: Sequence[_Worker]) -> list[Callable[[], Value]]:
    """What becomes of each task: each worker is given every so manieth at once.

    For the first process has no time to hand them out singly.
    """
    results: list[Callable[[], Value]] = [*tasks]
    for place, worker in enumerate(running):
        results[place :: len(running)] = worker.give(tasks[place :: len(running)])
    return results


class _Worker:
    """One process, and the connection to it."""

    def __init__(self, process: ForkProcess, connection: Connection) -> None:
        self._process = process
        self.connection: Connection | None = connection
        self._n_tasks = self._n_made = 0
        self._made = dict[int, bytes]()

    @classmethod
    def begun(cls, others: Sequence[Connection | None]) -> _Worker:
        """One that has begun; OSError where none is to be had. others: connections that it must not hold open."""
        import multiprocessing  # where nothing is done by others it is not wanted

        forking = multiprocessing.get_context("fork")
        connection, its_own = forking.Pipe()
        ends = [connection, *(each for each in others if each)]
        process = forking.Process(target=_serve, args=(its_own, ends), daemon=True)
        try:
            process.start()
        finally:
            its_own.close()
        return cls(process, connection)

    def dismiss(self) -> None:
        """Have the process end, at once where it has nothing to clear away."""
        if self.connection:
            self.connection.close()
            self.connection = None
        if self._n_made == self._n_tasks:
            self._process.kill()

    def end(self) -> None:
        """Wait until it has ended."""
        self._process.join(SECONDS_TO_END)
        self._process.kill()
        self._process.join()

    def has_something(self) -> bool:
        """Whether something is made that nobody took, or never will be for the process has ended."""
        try:
            return self.connection is None or self.connection.poll()
        except OSError:
            return True

    def give(self, tasks: Sequence[Callable[[], Value]]) -> list[Callable[[], Value]]:
        """Hand over tasks; what becomes of each."""
        numbered = list(enumerate(tasks, self._n_tasks))
        self._n_tasks += len(tasks)
        self._send(numbered)
        return [partial(self._result, number, task) for number, task in numbered]

    def let(self, load: Callable[[], object]) -> None:
        """Let it do something that has no result."""
        self._send([(_NO_RESULT, load)])

    def _send(self, numbered: Sequence[tuple[int, Callable[[], object]]]) -> None:
        with suppress(OSError):  # it has ended: then there is nothing to be had from it either
            if self.connection and numbered:
                self.connection.send(numbered)

    def _result(self, number: int, task: Callable[[], Value]) -> Value:
        """What became of a task; where the process has ended, the first does its work."""
        try:
            while self.connection and number not in self._made:
                done, made = self.connection.recv()
                self._made[done] = made
                self._n_made += 1
        except (EOFError, OSError):
            self.connection = None
        if number not in self._made:
            return task()
        made = self._made.pop(number)
        if made == _FAILED:
            return task()
        result = pickle.loads(made)  # noqa: S301 - made by a process of ours
        if isinstance(result, ReportError):
            raise result
        return result  # type: ignore[no-any-return]


def _pays() -> bool:
    """Whether there is still something to load, and a way to let others do it.

    Elsewhere than on Linux a new process would run the caller's script again; one that is forked beside other threads
    may wait for a lock of theirs for ever.
    """
    if sys.platform != "linux" or "numpy" in sys.modules:
        return False
    import multiprocessing

    return threading.active_count() == 1 and not multiprocessing.current_process().daemon


def _serve(first: Connection, ends: Sequence[Connection]) -> None:
    """A worker: works until the first process closes its end; what goes wrong that will find, doing it again."""
    signal.set_wakeup_fd(-1)  # it is the first one's, and would tell that of this one's signals
    sys.unraisablehook = threading.excepthook = _say_nothing
    for end in ends:
        end.close()
    for ending in ENDING:
        signal.signal(ending, signal.SIG_IGN)
    ended = threading.Event()

    def end_work(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)
        ended.set()
        raise _Ended

    with suppress(BaseException):  # such as that there is no thread to be had
        signal.signal(signal.SIGTERM, end_work)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        given, made = SimpleQueue[tuple[int, Callable[[], object]]](), SimpleQueue[tuple[int, bytes]]()
        threading.Thread(target=_take_tasks, args=(first, given), daemon=True).start()
        threading.Thread(target=_send_results, args=(first, made), daemon=True).start()
        while not ended.is_set():  # for a library may have made another exception of what ends it
            _do_next(given, made)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


class _Ended(BaseException):
    """A worker is asked to end; what it has begun is cleared away on the way out."""


def _say_nothing(_: object) -> None:
    """Nobody is told what went wrong here: the first process will be."""


def _do_next(given: SimpleQueue[tuple[int, Callable[[], object]]], made: SimpleQueue[tuple[int, bytes]]) -> None:
    number, task = given.get()
    try:
        result = pickle.dumps(_result_of(task), pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001  # the first process will find it, and tell of it as of its own
        result = _FAILED
    if number != _NO_RESULT:
        made.put((number, result))


def _result_of(task: Callable[[], object]) -> object:
    """What a task makes, or what it refuses."""
    try:
        return task()
    except ReportError as error:
        return error


def _take_tasks(first: Connection, given: SimpleQueue[tuple[int, Callable[[], object]]]) -> None:
    """Never lets the first process wait until something is made; where that has ended, so does this one."""
    with suppress(Exception):
        while True:
            for each in first.recv():
                given.put(each)
    _end_this_process()


def _send_results(first: Connection, made: SimpleQueue[tuple[int, bytes]]) -> None:
    """Never lets a worker wait until the first process has time for what is made."""
    with suppress(Exception):
        while True:
            first.send(made.get())
    _end_this_process()


def _end_this_process() -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_END)  # it may be within a call of a library that heeds no signal
    os._exit(0)
