"""A broken assumption of ours: one line that says what was being done, the traceback in a file, exit code 70.

Faults are planted by a sitecustomize.py, which the interpreter runs before the command.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.disks import read_only
from tests.end_to_end.conftest import SHIPPED
from tests.end_to_end.test_other_surveys import SMALL

CHECKOUT = SHIPPED.parents[1]
ASK = "please send them, with the YAML files, to those who maintain befund"

BROKEN = """
from report import pipeline

def broken(*arguments, **named):
    raise {error}

pipeline.{function} = broken
"""


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    folder = tmp_path / "homeoffice"
    folder.mkdir()
    (folder / "survey.yaml").write_text(SMALL, "utf-8")
    return folder


def run_broken(
    place: Path, function: str, *arguments: str, error: str = "KeyError('the planted fault')", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command in the folder `place`, one function of the pipeline broken."""
    planted = place / "planted"
    planted.mkdir(exist_ok=True)
    (planted / "sitecustomize.py").write_text(BROKEN.format(function=function, error=error), "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "report", *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": f"{planted}{os.pathsep}{CHECKOUT}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("function", "activity"),
    [
        ("read", 'reading "homeoffice/survey.yaml"'),
        ("tell", 'composing "homeoffice/survey.yaml"'),
        ("lay_out", 'laying out "homeoffice/survey.yaml"'),
        ("paint_png", 'painting "cover-field" for "de/homeoffice-de.pptx"'),
        ("paint_svg", 'painting "cover-field" for "de/homeoffice-de.pptx"'),
        ("write_deck", 'writing "de/homeoffice-de.pptx"'),
        ("write_summary", 'writing "de/homeoffice-de.pdf"'),
    ],
)
def test_an_internal_error_says_what_was_being_done(tmp_path: Path, survey: Path, function: str, activity: str) -> None:
    finished = run_broken(tmp_path, function, "build", "homeoffice")

    details = tmp_path / "build/internal-error.txt"
    assert (finished.returncode, finished.stdout) == (70, "")
    assert finished.stderr == f'internal error while {activity}: details in "build/internal-error.txt"; {ASK}\n'
    text = details.read_text("utf-8")
    assert text.startswith("befund ")
    assert f"\narguments: build homeoffice\nwhile {activity}\n\nTraceback (most recent call last):\n" in text
    assert "KeyError: 'the planted fault'" in text
    assert not (tmp_path / "build/homeoffice/manifest.json").exists()
    assert not (tmp_path / "build/homeoffice/.unfinished").exists()


@pytest.mark.parametrize("error", ["MemoryError()", "RecursionError()", "OSError(5, 'i/o error')", "AssertionError()"])
def test_every_exception_but_ours_is_an_internal_error(tmp_path: Path, survey: Path, error: str) -> None:
    finished = run_broken(tmp_path, "paint_png", "build", "homeoffice", error=error)

    assert finished.returncode == 70
    assert len(finished.stderr.splitlines()) == 1
    assert finished.stderr.startswith(
        'internal error while painting "cover-field" for "de/homeoffice-de.pptx": details'
    )


def test_a_fault_of_the_author_is_never_an_internal_error(tmp_path: Path, survey: Path) -> None:
    planted = "__import__('report').SourceError([__import__('report').Diagnostic('planted', 'what is wrong')])"
    finished = run_broken(tmp_path, "paint_png", "build", "homeoffice", error=planted)

    assert finished.returncode == 1
    assert finished.stderr == "error[planted]: what is wrong\n\n1 fault; nothing was built\n"
    assert not (tmp_path / "build/internal-error.txt").exists()


def test_an_internal_error_of_a_check_writes_nothing_but_a_temporary_file(tmp_path: Path, survey: Path) -> None:
    (tmp_path / "temporary").mkdir()

    finished = run_broken(tmp_path, "tell", "check", "homeoffice", TMPDIR=str(tmp_path / "temporary"))

    (details,) = (tmp_path / "temporary").iterdir()
    assert finished.returncode == 70
    assert finished.stderr == (
        f'internal error while composing "homeoffice/survey.yaml": details in "{details}"; {ASK}\n'
    )
    assert re.fullmatch(r"befund-.*-internal-error\.txt", details.name)
    assert "KeyError: 'the planted fault'" in details.read_text("utf-8")
    assert not (tmp_path / "build").exists()


def test_where_the_output_folder_takes_no_file_the_details_are_a_temporary_file(tmp_path: Path, survey: Path) -> None:
    (tmp_path / "temporary").mkdir()
    (tmp_path / "build").mkdir()

    with read_only(tmp_path / "build"):
        finished = run_broken(tmp_path, "tell", "build", "homeoffice", TMPDIR=str(tmp_path / "temporary"))

    (details,) = (tmp_path / "temporary").iterdir()
    assert finished.returncode == 70
    assert f'details in "{details}"; ' in finished.stderr


def test_details_do_not_follow_a_link(tmp_path: Path, survey: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "build").mkdir()
    (tmp_path / "build/internal-error.txt").symlink_to(tmp_path / "precious")

    finished = run_broken(tmp_path, "tell", "build", "homeoffice")

    assert finished.returncode == 70
    assert (tmp_path / "precious").read_text() == "mine"
    assert "the planted fault" in (tmp_path / "build/internal-error.txt").read_text("utf-8")
