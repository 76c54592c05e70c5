"""Whatever interrupts the command: files are whole, the manifest is true, the next build gives the same bytes.

Each fault of the file system by itself, and a kill at every single step, is in tests/test_output_folder.py.
"""

from __future__ import annotations

import os
import pty
import random
import resource
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import report
from tests.disks import read_only, small_disk
from tests.end_to_end.conftest import SHIPPED
from tests.end_to_end.test_command import run
from tests.end_to_end.test_other_surveys import SMALL
from tests.killing import killed_after
from tests.standing import files_in, untruths

CHECKOUT = SHIPPED.parents[1]
UNCHANGED = "  what stood there before is unchanged"

NEVER_ENDING = """
import time
from report import pipeline

write = pipeline.write_workbook

def write_workbook(workbook, built):
    print("the workbook is begun", flush=True)
    time.sleep(60)

pipeline.write_workbook = write_workbook
"""
"""A build that hangs when the workbook is begun, after the summary, and says so."""

IN_A_ZIP = """
import io, zipfile

def write_workbook(workbook, built):
    with zipfile.ZipFile(io.BytesIO(), "w") as archive:
        part = archive.open("part", "w")
        print("the workbook is begun", flush=True)
        time.sleep(60)

pipeline.write_workbook = write_workbook
"""
"""The same where an archive is being written, which refuses to be closed then: with a ValueError."""

JUMPING_CLOCK = """
import time

def jumping(hours=iter(range(0, 10**9, 7))):
    return 1.7e9 + (-1) ** (next(hours) % 2) * 3600.0 * next(hours)

time.time = jumping
time.time_ns = lambda: int(jumping() * 1e9)
"""


def start(*arguments: str | Path, planted: Path | None = None, **how: object) -> subprocess.Popen[str]:
    """The command in a process of its own; `planted` is a folder whose sitecustomize.py the interpreter runs first.

    It heeds SIGINT even where the tests run behind a shell's `&`, which has them ignore it and hand that down.
    """
    path = os.pathsep.join(str(each) for each in (planted, CHECKOUT) if each)
    how.setdefault("preexec_fn", partial(signal.signal, signal.SIGINT, signal.SIG_DFL))
    return subprocess.Popen(  # type: ignore[call-overload]  # `how` is what each test says
        [sys.executable, "-m", "report", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def plant(folder: Path, code: str) -> Path:
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    return folder


def write_survey(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "survey.yaml").write_text(text, "utf-8")
    return folder


def build(folder: Path, output: Path) -> dict[str, bytes]:
    report.build(folder, options=report.Options(output=output))
    return files_in(output / folder.name)


@pytest.fixture
def surveys(tmp_path: Path) -> tuple[Path, Path]:
    """Two states of one survey, in folders of one name: its figures change, and the id that names its pictures."""
    changed = SMALL.replace("38.4", "37.4").replace("41.2", "42.2").replace("  days:", "  days_at_home:")
    return write_survey(tmp_path / "one/homeoffice", SMALL), write_survey(tmp_path / "other/homeoffice", changed)


# --------------------------------------------------------------------------------------------------------------- kills


def test_fifty_random_kills_leave_whole_files_and_a_true_manifest(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    sets = [build(survey, tmp_path / f"undisturbed-{n}") for n, survey in enumerate(surveys)]
    seconds = [_seconds(partial(build, surveys[0], tmp_path / "timed"))]
    build(surveys[1], tmp_path / "timed")
    seconds.append(_seconds(partial(build, surveys[0], tmp_path / "timed")))
    chance = random.Random(50)
    output, folder = tmp_path / "build", tmp_path / "build/homeoffice"
    build(surveys[0], output)
    kills = 0

    for attempt in range(1, 51):
        survey, expected, is_kept = surveys[attempt % 2], sets[attempt % 2], attempt % 4 > 1
        if not is_kept:
            shutil.rmtree(output / ".store", ignore_errors=True)
        kills += killed_after(chance.uniform(0, seconds[is_kept]), partial(build, survey, output))

        files = files_in(folder)
        assert untruths(folder) == []
        for name, content in files.items():
            assert name == "manifest.json" or content in (sets[0].get(name), sets[1].get(name)), name
        assert build(survey, output) == expected
        assert sorted(path.name for path in folder.iterdir()) == [".lock", "de", "manifest.json"]

    assert kills >= 15, f"{50 - kills} of 50 builds ended before they were killed"


def _seconds(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


@pytest.mark.slow
def test_kills_of_the_whole_command_on_the_shipped_survey(tmp_path: Path) -> None:
    expected = build(SHIPPED, tmp_path / "undisturbed")
    started = time.monotonic()
    run("build", SHIPPED, "--output", tmp_path / "timed")
    seconds = time.monotonic() - started
    chance = random.Random(51)

    for _ in range(50):
        process = start("build", SHIPPED, "--output", tmp_path / "build", "--quiet")
        time.sleep(chance.uniform(0, seconds))
        process.kill()
        process.communicate()

        folder = tmp_path / "build" / SHIPPED.name
        assert untruths(folder) == []
        assert all(expected[name] == content for name, content in files_in(folder).items() if name != "manifest.json")
    assert build(SHIPPED, tmp_path / "build") == expected


# ---------------------------------------------------------------------------------------------------- asked to end


@pytest.mark.parametrize(
    ("number", "code", "name", "hanging"),
    [
        (signal.SIGINT, 130, "SIGINT", NEVER_ENDING),
        (signal.SIGTERM, 143, "SIGTERM", NEVER_ENDING),
        (signal.SIGHUP, 129, "SIGHUP", NEVER_ENDING),
        (signal.SIGTERM, 143, "SIGTERM", NEVER_ENDING + IN_A_ZIP),
    ],
)
def test_a_build_that_is_asked_to_end_cleans_up_and_says_so(
    tmp_path: Path, surveys: tuple[Path, Path], number: signal.Signals, code: int, name: str, hanging: str
) -> None:
    before = build(surveys[0], tmp_path / "build")
    planted = plant(tmp_path / "planted", hanging)

    process = start("build", surveys[1], "--output", tmp_path / "build", planted=planted)
    assert process.stdout is not None
    assert process.stdout.readline() == "the workbook is begun\n"
    assert (tmp_path / "build/homeoffice/.unfinished").is_dir()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)

    assert (process.returncode, out) == (code, "")
    assert err == f"interrupted by {name}: no file is left half-written\n"
    assert not (tmp_path / "build/homeoffice/.unfinished").exists()
    assert files_in(tmp_path / "build/homeoffice") == before


def test_a_build_that_outlives_its_terminal_by_nohup_goes_on(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    planted = plant(
        tmp_path / "planted", NEVER_ENDING.replace("sleep(60)", "sleep(0.5); return write(workbook, built)")
    )
    ignoring = partial(signal.signal, signal.SIGHUP, signal.SIG_IGN)

    process = start("build", surveys[0], "--output", tmp_path / "build", planted=planted, preexec_fn=ignoring)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    _, err = process.communicate(timeout=30)

    assert (process.returncode, err) == (0, "")


# ------------------------------------------------------------------------------------------ full and read-only disks


def test_a_disk_of_a_few_kilobytes_keeps_what_it_holds(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    charts = report.Options(output=tmp_path / "disk", only=(report.Product.CHARTS,))
    with small_disk(tmp_path / "disk", 200) as disk:
        report.build(surveys[0], options=charts)
        before = files_in(disk / "homeoffice")

        finished = run("build", surveys[1], "--output", disk)

        head, note, hint = finished.stderr.splitlines()
        assert (finished.returncode, finished.stdout) == (1, "")
        assert head.startswith(f'error[disk-full]: no space is left to write "{disk}/homeoffice/de/')
        assert (note, hint) == (UNCHANGED, "  hint: free some space, or use --output to write elsewhere")
        assert files_in(disk / "homeoffice") == before


def test_a_limit_on_the_size_of_files_is_a_full_disk_too(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (20_000, 20_000))

    process = start("build", surveys[0], "--output", tmp_path / "build", preexec_fn=limit)
    _, err = process.communicate(timeout=30)

    assert process.returncode == 1
    assert err.startswith('error[disk-full]: no space is left to write "')
    assert files_in(tmp_path / "build/homeoffice") == {}


def test_a_read_only_output_folder_is_named(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    output = tmp_path / "build"
    output.mkdir()

    with read_only(output):
        finished = run("build", surveys[0], "--output", output)

    assert finished.returncode == 1
    assert finished.stderr == (
        f'error[cannot-write]: cannot write "{output}/homeoffice": read-only file system\n{UNCHANGED}\n'
        "  hint: use --output to write elsewhere\n"
    )


# ------------------------------------------------------------------------------------------------------- two at a time


def test_two_builds_of_one_folder_at_once_both_end_and_leave_one_set(
    tmp_path: Path, surveys: tuple[Path, Path]
) -> None:
    expected = [build(survey, tmp_path / f"undisturbed-{n}") for n, survey in enumerate(surveys)]

    processes = [start("build", survey, "--output", tmp_path / "build") for survey in surveys]
    ends = [(*process.communicate(timeout=60), process.returncode) for process in processes]

    assert [(err, code) for _, err, code in ends] == [("", 0), ("", 0)]
    assert files_in(tmp_path / "build/homeoffice") in expected
    assert untruths(tmp_path / "build/homeoffice") == []


def test_a_build_after_one_that_was_killed_waits_for_nobody(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    planted = plant(tmp_path / "planted", NEVER_ENDING)
    process = start("build", surveys[0], "--output", tmp_path / "build", planted=planted)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    assert (tmp_path / "build/homeoffice/.unfinished/de/homeoffice-de.pdf").is_file()

    started = time.monotonic()
    files = build(surveys[0], tmp_path / "build")

    assert time.monotonic() - started < 10
    assert files == build(surveys[0], tmp_path / "undisturbed")


# ------------------------------------------------------------------------------------------------- clock and terminal


def test_a_clock_that_jumps_changes_nothing(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    planted = plant(tmp_path / "planted", JUMPING_CLOCK)

    process = start("build", surveys[0], "--output", tmp_path / "build", planted=planted)
    out, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (0, "")
    seconds = float(out.rsplit("(", 1)[1].split()[0])
    assert 0 < seconds < 60
    assert files_in(tmp_path / "build/homeoffice") == build(surveys[0], tmp_path / "undisturbed")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path, surveys: tuple[Path, Path], stream: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    streams: dict[str, int] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writing}

    faulty = surveys[0].parent / "missing"
    done, failed = (
        subprocess.run(
            [sys.executable, "-m", "report", "build", source, "--output", tmp_path / "build", "--verbose"],
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            text=True,
            check=False,
            **streams,  # type: ignore[call-overload]  # two of its options
        )
        for source in (surveys[0], faulty)
    )
    os.close(writing)

    assert (done.returncode, failed.returncode) == (0, 2)
    assert done.stderr == ("" if stream == "stdout" else None)
    assert untruths(tmp_path / "build/homeoffice") == []


FULL = "error[cannot-write]: cannot write standard output: no space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "command",
    [
        ("build", "--verbose"),
        ("check", "--format", "json"),
        ("check", "--format", "json", "faulty"),
        ("--help",),
        ("build", "--help"),
    ],
)
def test_an_output_that_takes_no_more_is_a_fault(
    tmp_path: Path, surveys: tuple[Path, Path], command: tuple[str, ...]
) -> None:
    faulty = tmp_path / "faulty/survey.yaml"
    faulty.parent.mkdir()
    faulty.write_text("format: 1\n", "utf-8")
    sources = [surveys[0]] if "faulty" not in command and "--help" not in command else []
    with Path("/dev/full").open("w") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "report", *command, *sources],
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (finished.returncode, finished.stderr) == (1, FULL)


@pytest.mark.parametrize(("form", "stream"), [("text", "stderr"), ("json", "stdout")])
def test_a_pipe_that_does_not_block_and_is_read_slowly_gets_all(tmp_path: Path, form: str, stream: str) -> None:
    keys = "".join(f"key_{number}: {number}\n" for number in range(700))
    (tmp_path / "survey.yaml").write_text(f"format: 1\n{keys}", "utf-8")
    reading, writing = os.pipe()
    os.set_blocking(writing, False)

    with subprocess.Popen(
        [sys.executable, "-m", "report", "check", "survey.yaml", "--format", form],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        cwd=tmp_path,
        stdout=writing if stream == "stdout" else subprocess.DEVNULL,
        stderr=writing if stream == "stderr" else subprocess.DEVNULL,
    ) as command:
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            select.select([pipe], [], [])
            time.sleep(0.2)  # until it is full
            said = pipe.read()

    assert command.returncode == 1
    assert len(said) > 2 * 65_536  # what a pipe holds
    assert said.endswith("; nothing was built\n" if form == "text" else "\n]\n")


def test_a_path_that_the_terminal_has_no_signs_for_is_printed_all_the_same(
    tmp_path: Path, surveys: tuple[Path, Path]
) -> None:
    finished = run(
        "build", surveys[0], "--output", tmp_path / "größe", "--verbose", "--only", "summary", PYTHONIOENCODING="ascii"
    )

    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.splitlines()[0].endswith(r"gr\xf6\xdfe/homeoffice/de/homeoffice-de.pdf")


def test_a_build_that_waits_tells_the_terminal(tmp_path: Path, surveys: tuple[Path, Path]) -> None:
    holder = start(
        "build", surveys[0], "--output", tmp_path / "build", planted=plant(tmp_path / "planted", NEVER_ENDING)
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    reading, terminal = pty.openpty()
    waiting = subprocess.Popen(
        [sys.executable, "-m", "report", "build", surveys[1], "--output", tmp_path / "build"],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "COLUMNS": "200"},
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    )
    os.close(terminal)
    try:
        shown = _read_until(lambda text: "waiting for another build" in text, reading)
        holder.terminate()
        holder.communicate()
        assert waiting.wait(60) == 0
    finally:
        holder.kill()
        waiting.kill()
        os.close(reading)

    assert f'waiting for another build of "{tmp_path}/build/homeoffice"' in shown


def _read_until(is_enough: Callable[[str], bool], descriptor: int) -> str:
    shown = ""
    while not is_enough(shown):
        shown += os.read(descriptor, 1000).decode("utf-8")
    return shown
