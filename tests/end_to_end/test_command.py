"""The command from outside: exit codes, what it prints, what it loads."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from report import starting
from tests.end_to_end.conftest import SHIPPED

HEAVY = ("numpy", "pptx", "reportlab", "xlsxwriter")
READING = ("babel", "fontTools", "lxml", "pydantic_core", "yaml")
"""What reading and telling need; only making files needs what is heavy."""


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, its output captured as text."""
    return subprocess.run(
        [sys.executable, "-m", "report", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SHIPPED.parents[1]), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def loaded_by(*arguments: str | Path) -> set[str]:
    """The libraries that a run of the command imports, as the interpreter's own log tells."""
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "report", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(SHIPPED.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    modules = {line.rsplit("|", 1)[-1].strip() for line in finished.stderr.splitlines() if "import time:" in line}
    assert "click" in modules, finished.stderr
    return {library for library in (*HEAVY, *READING) if library in modules}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("build", "--help"),
        ("bild",),
        ("build", "--colour"),
        ("build", "--only", "slides"),
        ("build", "missing.yaml"),
        ("check", "missing.yaml"),
    ],
    ids=" ".join,
)
def test_help_version_and_wrong_usage_load_no_library_that_reads_or_makes(arguments: tuple[str, ...]) -> None:
    """What reads another process may have begun to load, before it is known that the usage is wrong."""
    is_begun = arguments[0] in starting.READING and "--help" not in arguments
    assert loaded_by(*arguments) <= (set(READING) if is_begun else set())


def test_a_fault_in_a_yaml_file_loads_no_heavy_library(copy_of_shipped: Callable[..., Path]) -> None:
    """But what summaries are written with, which costs nothing while another process reads."""
    folder = copy_of_shipped(("percent: 47", "percent: 47,5"))

    assert loaded_by("build", folder) & set(HEAVY) <= {"reportlab"}


def test_the_check_of_loading_sees_every_library(tmp_path: Path) -> None:
    assert loaded_by("build", SHIPPED, "--output", tmp_path) == {*HEAVY, *READING}


def test_a_build_names_its_files_when_asked(tmp_path: Path) -> None:
    finished = run("build", SHIPPED, "--output", tmp_path, "--only", "summary", "--verbose")

    folder = tmp_path / "social-media-2016"
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split() == [
        str(folder / "de" / "social-media-2016-de.pdf"),
        str(folder / "en" / "social-media-2016-en.pdf"),
        str(folder / "manifest.json"),
    ]


def test_a_build_ends_with_the_documents_to_present_and_to_send(tmp_path: Path) -> None:
    finished = run("build", SHIPPED, "--output", tmp_path, "--only", "summary")

    folder = tmp_path / "social-media-2016"
    counted, *paths = finished.stdout.splitlines()
    assert re.fullmatch(rf"3 files in {re.escape(str(tmp_path))} \(\d+\.\d s\)", counted)
    assert paths == [str(folder / code / f"social-media-2016-{code}.pdf") for code in ("de", "en")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "missing.yaml"), 'error[no-source]: cannot use "missing.yaml": there is no such file'),
        (("build", "."), 'error[no-source]: cannot use ".": the folder holds neither briefing.yaml nor survey.yaml'),
        (
            ("build", str(SHIPPED), "--language", "fr"),
            f'error[unknown-language]: "{SHIPPED}/briefing.yaml" is not written in language "fr", only in: de, en',
        ),
    ],
)
def test_a_call_that_cannot_be_meant_ends_with_2(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    finished = run(*arguments, cwd=tmp_path)

    assert (finished.returncode, finished.stderr) == (2, message + "\n")


def test_two_briefings_of_one_name_are_refused(tmp_path: Path, copy_of_shipped: Callable[..., Path]) -> None:
    first = copy_of_shipped()
    second = tmp_path / "other" / "copy"
    second.parent.mkdir()
    first.rename(second)
    copy_of_shipped()

    finished = run("build", "copy", "other/copy", cwd=tmp_path)

    assert finished.returncode == 2
    assert '"copy/briefing.yaml" and "other/copy/briefing.yaml" would both be written' in finished.stderr


def test_without_anything_to_build_the_shipped_survey_is_built_with_a_notice(tmp_path: Path) -> None:
    finished = run("build", "--only", "summary", cwd=tmp_path)

    assert finished.returncode == 0
    assert "building the survey that ships" in finished.stderr
    assert (tmp_path / "build" / "social-media-2016" / "de" / "social-media-2016-de.pdf").is_file()


def test_of_very_many_faults_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    keys = "".join(f"key_{number}: {number}\n" for number in range(700))
    (tmp_path / "survey.yaml").write_text(f"format: 1\n{keys}", "utf-8")

    as_text, as_json = (run("check", "survey.yaml", *more, cwd=tmp_path) for more in ((), ("--format", "json")))

    faults = json.loads(as_json.stdout)
    assert (as_text.returncode, as_json.returncode) == (1, 1)
    assert len(faults) > 700
    assert as_text.stderr.count("error[") == 500
    assert as_text.stderr.endswith(
        f"and {len(faults) - 500} more: mend these first\n\n{len(faults)} faults; nothing was built\n"
    )


def test_faults_as_json_are_all_that_standard_output_holds(copy_of_shipped: Callable[..., Path]) -> None:
    folder = copy_of_shipped(("percent: 47,", "percent: 470,"))

    finished = run("check", folder, "--format", "json")

    (fault,) = json.loads(finished.stdout)
    assert (finished.returncode, finished.stderr) == (1, "")
    assert {"id": "out-of-range", "severity": "error", "file": str(folder / "survey.yaml")}.items() <= fault.items()
    lines = (folder / "survey.yaml").read_text("utf-8").splitlines()
    assert lines[fault["line"] - 1][fault["column"] - 1 :].startswith("470")
    assert fault["length"] == len("470")


@pytest.mark.parametrize("command", [("check",), ("build", "--only", "summary", "--verbose")])
def test_without_faults_the_json_list_is_empty(command: tuple[str, ...], tmp_path: Path) -> None:
    finished = run(*command, SHIPPED, "--format", "json", cwd=tmp_path)

    assert (finished.returncode, finished.stderr, json.loads(finished.stdout)) == (0, "", [])


def test_schemas_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    finished = run("schema", "editor", cwd=tmp_path)

    names = ["editor/survey.schema.json", "editor/briefing.schema.json", "editor/theme.schema.json"]
    assert (finished.returncode, finished.stdout.split()) == (0, names)
    assert all("properties" in json.loads((tmp_path / name).read_text("utf-8")) for name in names)


def test_check_builds_nothing(tmp_path: Path) -> None:
    finished = run("check", SHIPPED, cwd=tmp_path)

    assert finished.returncode == 0, finished.stderr
    assert list(tmp_path.iterdir()) == []
