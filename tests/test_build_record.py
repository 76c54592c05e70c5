"""A build of what stands already makes nothing; and any change of what decides it makes it anew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import report
from report import build_record, shipped
from report.program import program_digest
from tests.conftest import CHECKOUT
from tests.end_to_end.test_other_surveys import SMALL
from tests.standing import files_in, untruths

WARNED = SMALL.replace("An einem oder zwei", "An keinem")
"""The small survey with two answers of one label, of which a build warns."""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The folder of a small briefing that has been built into "build" beside it."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "survey.yaml").write_text(SMALL, "utf-8")
    assert build(folder).written
    return folder


def build(folder: Path, **choices: object) -> report.BuildResult:
    options = report.Options(output=folder.parent / "build", only=(report.Product.SUMMARY,))
    return report.build(folder, options=replace(options, **choices))  # type: ignore[arg-type]  # as each test means


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


def record(folder: Path) -> Path:
    (path,) = (folder.parent / "build" / build_record.RECORDS).glob("*.json")
    return path


def test_nothing_is_made_where_everything_stands(built: Path) -> None:
    before = times(built.parent / "build")

    result = build(built)

    names = [path.relative_to(built.parent / "build/small").as_posix() for path in result.standing]
    assert result.written == ()
    assert names == ["de/small-de.pdf", "manifest.json"]
    assert times(built.parent / "build") == before


def test_no_stage_is_loaded_for_it(built: Path) -> None:
    code = (
        "import report, sys\n"
        "from pathlib import Path\n"
        "options = report.Options(output=Path('build'), only=(report.Product.SUMMARY,))\n"
        "assert not report.build(sys.argv[1], options=options).written\n"
        "print(*(name for name in ('pydantic_core', 'yaml', 'lxml', 'reportlab', 'numpy') if name in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}

    def told() -> str:
        command = [sys.executable, "-c", code, str(built)]
        return subprocess.run(
            command, cwd=built.parent, env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert told() == "\n"


def _a_figure(folder: Path) -> None:
    survey = folder / "survey.yaml"
    survey.write_text(SMALL.replace("38.4", "38.3").replace("41.2", "41.3"), "utf-8")


def _a_word(folder: Path) -> None:
    survey = folder / "survey.yaml"
    survey.write_text(SMALL.replace("title: ", "title: Neue "), "utf-8")


def _a_file_that_is_new(folder: Path) -> None:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "new.png").write_bytes(b"new")


def _the_manifest(folder: Path) -> None:
    (folder.parent / "build/small/manifest.json").write_text("{}", "utf-8")


def _an_output_that_is_gone(folder: Path) -> None:
    (folder.parent / "build/small/de/small-de.pdf").unlink()


def _an_output_that_is_a_link(folder: Path) -> None:
    pdf = folder.parent / "build/small/de/small-de.pdf"
    other = folder.parent / "other.pdf"
    shutil.copy(pdf, other)
    pdf.unlink()
    pdf.symlink_to(other)


def _an_output_that_differs(folder: Path) -> None:
    with (folder.parent / "build/small/de/small-de.pdf").open("ab") as file:
        file.write(b"\n")


def _a_record_that_is_cut(folder: Path) -> None:
    os.truncate(record(folder), record(folder).stat().st_size // 2)


def _a_record_of_another_version(folder: Path) -> None:
    content = json.loads(record(folder).read_bytes())
    record(folder).write_text(json.dumps({**content, "format": 0}), "utf-8")


def _a_record_of_no_file(folder: Path) -> None:
    content = json.loads(record(folder).read_bytes())
    record(folder).write_text(json.dumps({**content, "files": {}}), "utf-8")


def _a_record_with_a_warning_that_is_none(folder: Path) -> None:
    content = json.loads(record(folder).read_bytes())
    false = {"id": "x", "message": 1, "notes": [], "hint": None}
    record(folder).write_text(json.dumps({**content, "warnings": [false]}), "utf-8")


CHANGES = (
    _a_figure,
    _a_word,
    _a_file_that_is_new,
    _the_manifest,
    _an_output_that_is_gone,
    _an_output_that_is_a_link,
    _an_output_that_differs,
    _a_record_that_is_cut,
    _a_record_of_another_version,
    _a_record_of_no_file,
    _a_record_with_a_warning_that_is_none,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_what_changed_is_built(built: Path, change: Callable[[Path], None]) -> None:
    change(built)

    assert build(built).written
    assert untruths(built.parent / "build/small") == []
    assert not build(built).written


def test_other_choices_are_another_build(built: Path) -> None:
    assert build(built, only=(report.Product.CHARTS,)).written
    assert build(built, only=(report.Product.SUMMARY,), languages=("de",)).written
    assert build(built, allow_failed_claims=True).written


def test_another_date_of_the_build_is_another_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert build(built).written
    assert not build(built).written


@pytest.mark.parametrize("part", ["report", "assets", "site-packages"])
def test_another_program_is_another_build(
    built: Path, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    for folder in ("report", "assets", "site-packages/x-1.dist-info"):
        (program / folder).mkdir(parents=True)
        (program / folder / "file").write_bytes(b"1")
    monkeypatch.setattr(report.program, "__file__", str(program / "report/program.py"))
    monkeypatch.setattr(shipped, "folder", lambda name: program / name)
    monkeypatch.syspath_prepend(str(program / "site-packages"))
    source = report.outputs.choose([built]).sources[0]  # type: ignore[attr-defined]

    def decided() -> str | None:
        """As by a new process."""
        program_digest.cache_clear()
        decided = build_record.deciding(source, (), None, tmp_path / "build")
        return decided.digest if decided else None

    before = decided()
    assert decided() == before
    if part == "site-packages":
        (program / "site-packages/x-1.dist-info").rename(program / "site-packages/x-2.dist-info")
    else:
        (program / part / "file").write_bytes(b"12")
    try:
        assert decided() not in (None, before)
    finally:
        program_digest.cache_clear()


def test_warnings_are_told_again(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "survey.yaml").write_text(WARNED, "utf-8")

    first, second = build(folder), build(folder)

    assert first.written
    assert not second.written
    assert first.warnings
    assert [each.as_text() for each in second.warnings] == [each.as_text() for each in first.warnings]
    assert second.warnings == first.warnings


def test_of_two_briefings_only_what_changed_is_made(built: Path) -> None:
    other = built.parent / "other"
    other.mkdir()
    (other / "survey.yaml").write_text(SMALL, "utf-8")
    options = report.Options(output=built.parent / "build", only=(report.Product.SUMMARY,))

    result = report.build(built, other, options=options)

    assert {path.parts[-3] for path in result.written if path.suffix == ".pdf"} == {"other"}
    assert {path.parts[-3] for path in result.standing if path.suffix == ".pdf"} == {"small"}


def test_a_fault_in_another_briefing_is_told_and_nothing_changes(built: Path) -> None:
    other = built.parent / "other"
    other.mkdir()
    (other / "survey.yaml").write_text("format: 1\n", "utf-8")
    before = files_in(built.parent / "build")

    with pytest.raises(report.SourceError):
        report.build(built, other, options=report.Options(output=built.parent / "build"))

    assert files_in(built.parent / "build") == before


def test_a_folder_with_very_many_files_is_built_each_time(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_record, "MOST_FILES", 1)
    (built / "another.txt").write_text("", "utf-8")

    assert build(built).written
    assert build(built).written


def test_outputs_in_the_folder_of_the_briefing_decide_nothing(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(SMALL, "utf-8")
    options = report.Options(output=tmp_path / "build", only=(report.Product.SUMMARY,))

    assert report.build(tmp_path, options=options).written
    assert not report.build(tmp_path, options=options).written


def test_where_no_record_can_be_kept_everything_is_built(built: Path) -> None:
    shutil.rmtree(built.parent / "build" / build_record.RECORDS)
    (built.parent / "build" / build_record.RECORDS).write_text("in the way", "utf-8")

    assert build(built).written
    assert build(built).written
