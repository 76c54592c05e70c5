"""What workers make is what the first process would have made, whatever becomes of them.

They are started only where nothing else runs and no rasteriser is loaded, so that each test is a process of its own.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from report import pipeline
from report.diagnostics import Diagnostic, SourceError
from report.drawing.model import Circle, Drawing, MarkRole
from report.units import Color
from report.workers import Task, workers
from tests.conftest import CHECKOUT
from tests.standing import files_in

SHIPPED = CHECKOUT / "data" / "social-media-2016"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="no worker is started here"
)


def tasks(n: int, dpi: float = 192) -> list[Task]:
    """Painting so many different drawings."""
    dots = [Circle(MarkRole.DOT, 50.0, 50.0, 10.0 + number, Color(0, 0, 90)) for number in range(n)]
    drawings = [Drawing(100.0, 100.0, (dot,), "Dot", "a dot", "en-GB", ()) for dot in dots]
    return [partial(pipeline.paint_png, drawing, dpi) for drawing in drawings]


def in_a_process(check: Callable[[], None]) -> None:
    code = f"from tests.test_workers import {check.__name__}; {check.__name__}()"
    run = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_worker_paints_what_the_first_would() -> None:
    in_a_process(check_the_same)


def check_the_same() -> None:
    with workers(1) as others:
        others.begin_painting(pipeline.load_painter)
        lots = [tasks(5), tasks(3)]
        painted = [list(pngs) for pngs in [others.paint(lot) for lot in lots]]
        assert "numpy" not in sys.modules, "the first process has painted"
    assert painted == [[task() for task in lot] for lot in lots]
    assert multiprocessing.active_children() == []


def test_several_workers_paint_what_the_first_would() -> None:
    in_a_process(check_several)


def check_several() -> None:
    with workers(3) as others:
        others.begin_painting(pipeline.load_painter)
        assert len(multiprocessing.active_children()) == 3  # one reads, two paint
        lots = [tasks(7), tasks(2), tasks(4)]
        painted = [list(pngs) for pngs in [others.paint(lot) for lot in lots]]
        assert "numpy" not in sys.modules, "the first process has painted"
    assert painted == [[task() for task in lot] for lot in lots]
    assert multiprocessing.active_children() == []


def test_where_one_of_several_dies_the_first_does_its_work() -> None:
    in_a_process(check_one_of_several_killed)


def check_one_of_several_killed() -> None:
    lot = tasks(60)
    with workers(4) as others:
        others.begin_painting(pipeline.load_painter)
        pngs = others.paint(lot)
        painted = list(islice(pngs, 4))
        multiprocessing.active_children()[1].kill()
        painted += pngs
    assert painted == [task() for task in lot]


def test_a_picture_that_nobody_took_is_not_given_for_another() -> None:
    in_a_process(check_not_taken)


def check_not_taken() -> None:
    first, later = tasks(2)
    with workers(1) as others:
        others.begin_painting(pipeline.load_painter)
        others.paint([first])
        (painted,) = others.paint([later])
    assert painted == later()


def test_where_a_worker_dies_the_first_goes_on() -> None:
    in_a_process(check_killed)


def check_killed() -> None:
    lot = tasks(200)
    with workers(1) as others:
        others.begin_painting(pipeline.load_painter)
        pngs = others.paint(lot)
        painted = list(islice(pngs, 2))
        multiprocessing.active_children()[0].kill()
        painted += pngs
        later = list(others.paint(lot[:1]))
    assert painted == [task() for task in lot]
    assert later == painted[:1]


def test_where_no_process_is_to_be_had_the_first_does_the_work() -> None:
    in_a_process(check_refused)


def check_refused() -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "no more processes")

    lot, os.fork = tasks(2), refuse
    with workers(1) as others:
        others.begin_painting(pipeline.load_painter)
        assert list(others.paint(lot)) == [task() for task in lot]


def test_what_a_reader_refuses_is_raised_where_it_is_wanted() -> None:
    in_a_process(check_refusal)


def refuse(what: str) -> str:
    raise SourceError([Diagnostic("planted", f"{what} is refused in process {os.getpid()}")])


def check_refusal() -> None:
    with workers(1) as others:
        (first, second) = others.read([partial(refuse, "the first"), partial(str, "the second")])
        assert second() == "the second"
        with pytest.raises(SourceError) as refused:
            first()
    (told,) = refused.value.diagnostics
    assert (told.id, type(refused.value)) == ("planted", SourceError)
    assert str(os.getpid()) not in told.message, "it was read once more"


def test_two_processes_divide_what_there_is_in_its_order() -> None:
    in_a_process(check_divided)


def load_nothing() -> None:
    pass


def place(number: int) -> tuple[int, int]:
    return number, os.getpid()


def check_divided() -> None:
    with workers(1) as others:
        others.begin_reading(load_nothing)
        made = others.divided(place, [3, 1, 2, 0])
    assert [number for number, _ in made] == [3, 1, 2, 0]
    assert [process == os.getpid() for _, process in made] == [True, False, True, False]


def test_while_something_is_read_the_first_does_something_else_and_no_longer() -> None:
    in_a_process(check_meanwhile)


def check_meanwhile() -> None:
    def steps() -> Iterator[Callable[[], None]]:
        while True:
            yield partial(time.sleep, 0.01)

    with workers(1) as others:
        (read,) = others.read([partial(place, 7)])
        others.meanwhile(steps())
        assert read()[0] == 7
    with workers(0) as none:
        none.meanwhile(steps())  # where nobody reads, there is nothing to wait for


def test_no_signal_of_a_worker_reaches_the_first() -> None:
    in_a_process(check_signals)


def check_signals() -> None:
    told, telling = socket.socketpair()
    telling.setblocking(False)
    told.setblocking(False)
    signal.signal(signal.SIGTERM, lambda *_: None)
    signal.set_wakeup_fd(telling.fileno())  # as a program with asyncio has it
    with workers(1) as others:
        others.read([partial(time.sleep, 60)])
    with pytest.raises(BlockingIOError):
        told.recv(1)


def test_an_error_of_a_worker_is_one_of_the_first() -> None:
    in_a_process(check_error)


def check_error() -> None:
    (task,) = tasks(1, math.nan)
    with workers(1) as others, pytest.raises(ValueError, match="cannot convert float NaN"):
        others.begin_painting(pipeline.load_painter)
        next(others.paint([task]))


def test_a_build_makes_the_same_files_with_any_number_of_processes(tmp_path: Path) -> None:
    for jobs in ("1", "2", "4"):
        build = [sys.executable, "-m", "report", "build", "--quiet", str(SHIPPED), "--jobs", jobs]
        subprocess.run([*build, "--output", str(tmp_path / jobs)], cwd=CHECKOUT, check=True)

    one = files_in(tmp_path / "1")
    assert len(one) > 20
    assert one == files_in(tmp_path / "2") == files_in(tmp_path / "4")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_build(number: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "report", "build", "--quiet", str(SHIPPED), "--output", str(tmp_path)]
    build = subprocess.Popen(command, cwd=CHECKOUT, start_new_session=True, stderr=subprocess.PIPE)
    children = Path(f"/proc/{build.pid}/task/{build.pid}/children")
    while not (worker := children.read_text("ascii").split()):
        assert build.poll() is None
        time.sleep(0.005)

    build.send_signal(number)
    _, said = build.communicate(timeout=30)

    assert b"Traceback" not in said
    deadline = time.monotonic() + 10
    while Path(f"/proc/{worker[0]}").exists():
        assert time.monotonic() < deadline, "a worker is still there"
        time.sleep(0.02)
