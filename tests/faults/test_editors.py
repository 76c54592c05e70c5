"""`report check` and the exported JSON Schemas agree on what is valid, as far as a schema can say it.

What a schema cannot know stands here by name: whether names, numbers, files and sums agree with each other, and what
YAML itself accepts and we do not.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.briefing.file import BriefingFile
from report.survey.file import SurveyFile
from report.yaml_source import FileModel, read
from tests.conftest import CHECKOUT
from tests.faults.catalogue import Entry, entries
from tests.faults.editors import is_valid
from tests.faults.mutations import mutated
from tests.faults.test_mutations import FOLDERS, Files
from tests.faults.texts import FILES

OF_THE_BYTES = (
    *("missing-file", "outside-folder", "not-a-file", "unreadable-file", "file-too-large", "wrong-encoding"),
    *("not-text", "control-character", "several-documents", "too-deep", "too-many-values"),
    "data-file",
)
"""Faults of a file before it is a YAML file."""
OF_DATA_FILES = ("no-question", "no-table", "table-cell", "unused-weight", "small-group")
"""Faults of files from which a survey.yaml has yet to be drafted."""
ONLY_OURS = ("tag", "unused-anchor")
"""What YAML accepts, and means something else by than its author."""
OF_YAML = "How YAML is written"
MODELS: dict[str, type[FileModel]] = {"survey.yaml": SurveyFile, "briefing.yaml": BriefingFile}
RUN = [entry for entry in entries() if entry.is_run]
FOR_EDITORS = [entry.id for entry in RUN if entry.is_for_editors]


def is_valid_for_editors(folder: Path) -> bool:
    """Whether an editor finds nothing wrong in either file."""
    return all(is_valid((folder / file).read_text("utf-8"), file) for file in FILES)


@pytest.mark.parametrize(
    "entry", [entry for entry in RUN if entry.id not in (*OF_THE_BYTES, *OF_DATA_FILES)], ids=lambda entry: entry.id
)
def test_an_editor_finds_the_faults_that_the_page_says_it_finds(entry: Entry, tmp_path: Path) -> None:
    entry.prepare(tmp_path)

    assert is_valid_for_editors(tmp_path) == (not entry.is_for_editors)


def test_what_an_editor_cannot_know_is_listed() -> None:
    of_yaml = [entry.id for entry in RUN if entry.section == OF_YAML and not entry.is_for_editors]
    of_the_bytes = [entry.id for entry in RUN if entry.section == "The file" and not entry.is_for_editors]

    assert tuple(of_yaml) == ONLY_OURS
    assert set(of_the_bytes) <= set(OF_THE_BYTES)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_editor_finds_nothing_wrong_in_the_files_that_ship(folder: Path) -> None:
    assert is_valid_for_editors(folder)


@pytest.mark.parametrize("file", sorted((CHECKOUT / "docs" / "example").glob("*.yaml")), ids=lambda file: file.name)
def test_the_example_names_its_schemas(file: Path) -> None:
    named = re.match(r"# yaml-language-server: \$schema=(.+)", file.read_text("utf-8"))

    assert named and (file.parent / named[1]).resolve() == CHECKOUT / "docs" / f"{file.stem}.schema.json"


@st.composite
def changed_file(draw: st.DrawFn) -> tuple[str, Files]:
    """One file of a folder, after one or two changes; its name and both files."""
    folder, file = draw(st.sampled_from(FOLDERS)), draw(st.sampled_from(FILES))
    texts = {each: (folder / each).read_text("utf-8") for each in FILES}
    for _ in range(draw(st.integers(1, 2))):
        texts[file] = mutated(texts[file], lambda below: draw(st.integers(0, below - 1)))
    return file, Files(folder, texts)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(changed_file())
def test_an_editor_and_the_check_agree_on_every_slip(changed: tuple[str, Files]) -> None:
    file, files = changed
    text = files.texts[file]

    with TemporaryDirectory() as folder:
        (Path(folder) / file).write_text(text, "utf-8", newline="")
        faults = read(Path(folder) / file, file, MODELS[file]).faults

    told = [str(fault.id) for fault in faults]
    if any(fault in (*OF_THE_BYTES, *ONLY_OURS) for fault in told) or not _is_plain(text):
        return
    assert is_valid(text, file) == (not any(fault in FOR_EDITORS for fault in told)), told


def _is_plain(text: str) -> bool:
    """Whether a file has no blanks but plain ones; others are forgiven at the ends of a value."""
    return not re.search(r"[^\S \n]|\\[xuUt]", text)
