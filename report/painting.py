"""Pictures painted by a second process, while the first one reads, tells, lays out and writes.

    read ─┬─ tell ─ lay_out ──────┬─ write the summary ─ write the deck ─>
          └─ load the rasteriser ─┴─ paint ─ paint ─ paint

The libraries that paint take a sixth of the time of a small build to load, and nothing else needs them. Either process
paints the same bytes, so whatever becomes of the second one, the first can do its work.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import TYPE_CHECKING

from report import pipeline
from report.frozen import frozen

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

    from report.drawing.model import Drawing

ENDING = [getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGTERM") if hasattr(signal, name)]
"""Signals that ask a build to end; the second process is ended by the first."""


@frozen
class Order:
    """A drawing to be painted as a PNG. dpi: dots per inch."""

    drawing: Drawing
    dpi: float


@contextmanager
def painting() -> Iterator[Painter]:
    """A painter for one build."""
    painter = Painter()
    try:
        yield painter
    finally:
        painter.end()


class Painter:
    """Paints what is ordered, in a second process once that is begun."""

    def __init__(self) -> None:
        self._process: ForkProcess | None = None
        self._connection: Connection | None = None
        self._ordered = 0

    def begin(self) -> None:
        """Let a second process begin to load what painting needs, where that pays; without, `order` will do."""
        if self._process or not _pays():
            return
        beside = multiprocessing.get_context("fork")
        self._connection, its_own = beside.Pipe()
        self._process = beside.Process(target=_serve, args=(its_own, self._connection), daemon=True)
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

    def order(self, orders: Sequence[Order]) -> Iterator[bytes]:
        """Hand orders over, and give the PNG of each, in their order; orders are taken one lot after the other."""
        numbered = list(enumerate(orders, self._ordered))
        self._ordered += len(orders)
        with suppress(OSError):  # it has ended: then there is nothing to be had from it either
            if self._connection:
                self._connection.send(numbered)
        return self._painted(numbered)

    def _painted(self, numbered: Sequence[tuple[int, Order]]) -> Iterator[bytes]:
        for number, order in numbered:
            yield self._received(number) or pipeline.paint_png(order.drawing, order.dpi)

    def _received(self, wanted: int) -> bytes | None:
        """A PNG of the second process; None where that has ended, for then the first does its work."""
        try:
            while self._connection:
                number: int
                png: bytes
                number, png = self._connection.recv()
                if number == wanted:
                    return png
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
    is_alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return is_alone and len(os.sched_getaffinity(0)) > 1


def _serve(first: Connection, other_end: Connection) -> None:
    """The second process: paints until the first closes its end; what goes wrong the first will find, painting it."""
    other_end.close()
    for ending in ENDING:
        signal.signal(ending, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    lots = SimpleQueue[Sequence[tuple[int, Order]]]()
    threading.Thread(target=_take_orders, args=(first, lots), daemon=True).start()
    with suppress(Exception):
        pipeline.load_painter()
        while lot := lots.get():
            for number, order in lot:
                first.send((number, pipeline.paint_png(order.drawing, order.dpi)))


def _take_orders(first: Connection, lots: SimpleQueue[Sequence[tuple[int, Order]]]) -> None:
    """Never lets the first process wait until something is painted; ends with an empty lot."""
    with suppress(EOFError, OSError):
        while True:
            lots.put(first.recv())
    lots.put(())
