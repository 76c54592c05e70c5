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


@pytest.mark.parametrize(
    ("folder", "name"),
    [("Mu\u0308ll", "Müll"), ("Umfrage\u00a02025", "Umfrage-2025"), ("a\u200bb", "ab"), ("E\u2010Mail", "E-Mail")],
)
def test_a_folder_of_outputs_is_named_in_characters_that_mean_the_same(folder: str, name: str) -> None:
    touch(f"{folder}/survey.yaml")

    assert chosen(folder) == [(f"{folder}/survey.yaml", name)]


def test_two_folders_whose_names_look_alike_are_one_folder_of_outputs() -> None:
    touch("one/Mu\u0308ll/survey.yaml", "two/Müll/survey.yaml")

    assert "error[same-name]" in told("one/Mu\u0308ll", "two/Müll")


NEITHER = "the folder holds neither briefing.yaml nor survey.yaml\n"
HIDDEN = '  an ending ".txt" is hidden by some systems, and added by some editors\n'
DATA = "a data file needs a survey.yaml that says what stands in it"
PERCENTAGES = "  hint: `report init` with its name drafts one; docs/respondents.md shows how it is written"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["survey.yml"], '  it holds "survey.yml"\n  hint: rename "survey.yml" to "survey.yaml"'),
        (["Survey.YAML"], '  it holds "Survey.YAML"\n  hint: rename "Survey.YAML" to "survey.yaml"'),
        (
            ["survey.yaml.txt", "data.csv"],
            f'  it holds "survey.yaml.txt"\n{HIDDEN}  hint: rename "survey.yaml.txt" to "survey.yaml"',
        ),
        (
            ["briefing.yml", "survey.yml", "survey.txt"],
            f'  it holds "briefing.yml", "survey.yml", "survey.txt"\n{HIDDEN}'
            '  hint: rename "briefing.yml" to "briefing.yaml" and rename "survey.yml" to "survey.yaml"',
        ),
        (
            ["umfrage.yml"],
            '  it holds "umfrage.yml"\n  hint: name the file, as in "home/umfrage.yml", or rename it to "survey.yaml"',
        ),
        (["answers.SAV"], f'  it holds "answers.SAV"; {DATA}\n{PERCENTAGES}'),
        (["a.csv", "b.xlsx", "notes.txt"], f'  it holds "a.csv", "b.xlsx"; {DATA}\n{PERCENTAGES}'),
    ],
)
def test_what_lies_in_a_folder_instead_is_named_and_what_to_do(files: list[str], said: str) -> None:
    touch(*(f"home/{file}" for file in files))

    assert told("home") == f'error[no-source]: cannot use "home": {NEITHER}{said}'


def test_a_wrong_name_is_told_where_nothing_was_named_either() -> None:
    touch("data/a/survey.yaml", "data/b/survey.yml", "data/c/answers.sav")
    assert told().startswith('error[no-source]: cannot use "data/b"')

    touch("briefing.yml")
    assert told().startswith('error[no-source]: cannot use "."')


def test_data_that_are_named_are_told_to_be_data() -> None:
    touch("answers.xlsx")

    assert told("answers.xlsx") == f'error[no-source]: cannot use "answers.xlsx": {DATA}\n{PERCENTAGES}'


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
    touch("empty/survey.yaml")
    assert told("empty/surve.yaml").endswith('there is no such file\n  hint: did you mean "survey.yaml"?')
    assert told("missing") == 'error[no-source]: cannot use "missing": there is no such file'


def test_a_folder_that_this_user_may_not_enter_is_named(tmp_path: Path) -> None:
    touch("data/a/survey.yaml")
    Path("data").chmod(0)

    with nobody():
        message = told("data/a")

    Path("data").chmod(0o755)
    assert message == 'error[no-source]: cannot use "data/a": permission denied'


def test_two_briefings_that_would_share_a_folder_of_outputs_are_refused() -> None:
    touch("one/Survey A/survey.yaml", "two/survey-a/survey.yaml")

    assert told("one/Survey A", "two/survey-a") == (
        'error[same-name]: "one/Survey A/survey.yaml" and "two/survey-a/survey.yaml" would both be written to a folder'
        ' "survey-a"\n'
        "  hint: outputs are named after the folder of the briefing: rename one, or build them one by one with --output"
    )


@pytest.mark.parametrize("again", ["a", "a/briefing.yaml", "./b/../a", "link", "absolute"])
def test_a_briefing_that_is_named_twice_is_meant_once(again: str, tmp_path: Path) -> None:
    touch("a/briefing.yaml", "b/survey.yaml")
    Path("link").symlink_to("a")
    again = str(tmp_path / "a") if again == "absolute" else again

    assert chosen("a", "b", again) == [("a/briefing.yaml", "a"), ("b/survey.yaml", "b")]


def test_a_briefing_and_the_survey_beside_it_are_two() -> None:
    touch("a/briefing.yaml", "a/survey.yaml")

    assert "error[same-name]" in told("a", "a/survey.yaml")


def test_a_link_to_a_briefing_is_another_one_for_it_names_what_lies_beside_itself() -> None:
    touch("a/briefing.yaml", "b/survey.yaml")
    Path("b/briefing.yaml").symlink_to("../a/briefing.yaml")

    assert "error[same-name]" in told("a", "b")
