"""Which briefings a call means, and what is said of paths that mean none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report.diagnostics import UsageError
from report.sources import choose
from tests.test_output_folder import nobody


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def chosen(*paths: str) -> list[tuple[str, str]]:
    """The briefings of a call as pairs of the name in messages and that of the folder of outputs."""
    return [(source.display, source.name) for source in choose([Path(path) for path in paths]).sources]


def test_without_arguments_the_nearest_files_are_meant(tmp_path: Path) -> None:
    touch("data/b/survey.yaml", "data/a/briefing.yaml", "data/a/survey.yaml", "data/empty/notes.txt", "data/file")
    assert chosen() == [("data/a/briefing.yaml", "a"), ("data/b/survey.yaml", "b")]

    touch("survey.yaml")
    assert chosen() == [("survey.yaml", tmp_path.name)]

    touch("briefing.yaml")
    assert chosen() == [("briefing.yaml", tmp_path.name)]


def test_without_anything_here_the_shipped_survey_is_meant_with_a_notice() -> None:
    shipped = choose([])

    assert [source.name for source in shipped.sources] == ["social-media-2016"]
    assert shipped.notice == "no briefing.yaml, survey.yaml or data/ here: building the survey that ships"


def test_the_folder_of_outputs_has_no_signs_that_mean_something_to_a_shell() -> None:
    touch("Größe & Form; rm -rf ~/survey.yaml")

    assert chosen("Größe & Form; rm -rf ~") == [("Größe & Form; rm -rf ~/survey.yaml", "Größe-Form-rm--rf-")]


def told(*paths: str) -> str:
    with pytest.raises(UsageError) as error:
        choose([Path(path) for path in paths])
    return str(error.value)


def test_paths_that_mean_no_briefing_are_told_apart() -> None:
    touch("empty/notes.txt")
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("dangling").symlink_to("missing")
    long = "a" * 300

    reasons = {path: told(path).split(": ", 2)[2] for path in ("missing", "empty", "pipe", "loop", "dangling", long)}

    assert reasons == {
        "missing": "there is no such file",
        "empty": "the folder holds neither briefing.yaml nor survey.yaml",
        "pipe": "it is neither a file nor a folder",
        "loop": "there is no such file",
        "dangling": "there is no such file",
        long: "file name too long",
    }
    assert told("missing") == 'error[no-source]: cannot build "missing": there is no such file'


def test_a_folder_that_this_user_may_not_enter_is_named(tmp_path: Path) -> None:
    touch("data/a/survey.yaml")
    Path("data").chmod(0)

    with nobody():
        message = told("data/a")

    Path("data").chmod(0o755)
    assert message == 'error[no-source]: cannot build "data/a": permission denied'


def test_two_briefings_that_would_share_a_folder_of_outputs_are_refused() -> None:
    touch("one/Survey A/survey.yaml", "two/survey-a/survey.yaml")

    assert told("one/Survey A", "two/survey-a") == (
        'error[same-name]: "one/Survey A/survey.yaml" and "two/survey-a/survey.yaml" would both be written to a folder'
        ' "survey-a"\n'
        "  hint: outputs are named after the folder of the briefing: rename one, or build them one by one with --output"
    )
