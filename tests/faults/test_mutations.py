"""Thousands of slips in the files that ship: each builds, or is told at places that exist; nothing is ever raised.

A build of a story that was laid out only transcribes; that it does so is shown by the tests of the outputs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.diagnostics import Diagnostic
from tests.conftest import CHECKOUT
from tests.faults.catalogue import EXAMPLE, entries
from tests.faults.mutations import CHANGES, Choose, mutated
from tests.faults.mutations import entries as entries_of
from tests.faults.texts import FILES, told_of

FOLDERS = (CHECKOUT / "data" / "social-media-2016", EXAMPLE)
FEW, MANY = 200, 10_000
IDS = [entry.id for entry in entries()]


@dataclass(frozen=True)
class Files:
    """The two files of a folder after some changes; shown as what differs."""

    folder: Path
    texts: Mapping[str, str]

    def __repr__(self) -> str:
        changes = [
            line
            for file, text in self.texts.items()
            for line in unified_diff((self.folder / file).read_text("utf-8").splitlines(), text.splitlines(), file, n=0)
        ]
        return "\n".join([f"{self.folder.name}:", *changes])


@st.composite
def changed_files(draw: st.DrawFn) -> Files:
    """Both files of one of the folders after one to three changes."""
    folder = draw(st.sampled_from(FOLDERS))
    texts = {file: (folder / file).read_text("utf-8") for file in FILES}
    for _ in range(draw(st.integers(1, 3))):
        file = draw(st.sampled_from(FILES))
        texts[file] = mutated(texts[file], lambda below: draw(st.integers(0, below - 1)))
    return Files(folder, texts)


def check(files: Files) -> None:
    """Asserts that files build or that all that is told of them is well formed and lies at places that exist."""
    with TemporaryDirectory() as folder:
        for file, text in files.texts.items():
            (Path(folder) / file).write_text(text, "utf-8", newline="")
        told = told_of(Path(folder))
    for fault in told:
        assert fault.id in IDS, fault.as_text()
        _check_place(fault, files.texts)
        _check_words(fault)


def _check_place(fault: Diagnostic, texts: Mapping[str, str]) -> None:
    place = fault.location
    assert place, fault.as_text()
    lines = re.split(r"\r\n|\n|\r", texts[place.file])
    assert 1 <= place.line <= len(lines), fault.as_text()
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, fault.as_text()


def _check_words(fault: Diagnostic) -> None:
    assert fault.message[0].islower() or fault.message[0] in '"`0123456789-{}*U', fault.as_text()
    assert not fault.message.endswith("."), fault.as_text()
    told = " ".join([fault.message, *fault.notes, fault.hint or ""])
    assert not re.search(r"(?<![\w.])(-\d+|0) (lines?|characters?|pt|rows?|answers?)\b", told), fault.as_text()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]", fault.as_text()), fault.as_text()


@settings(max_examples=FEW, suppress_health_check=list(HealthCheck))
@given(changed_files())
def test_a_few_slips_are_told_at_their_places(files: Files) -> None:
    check(files)


@pytest.mark.slow
@settings(max_examples=MANY, suppress_health_check=list(HealthCheck))
@given(changed_files())
def test_many_slips_are_told_at_their_places(files: Files) -> None:
    check(files)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_same_choices_make_the_same_change(change: Callable[[str, Choose], str]) -> None:
    text = (EXAMPLE / "survey.yaml").read_text("utf-8")

    one, other = (change(text, Random(7).randrange) for _ in range(2))

    assert one == other


def test_the_changes_find_every_key_and_item_of_a_file() -> None:
    found = entries_of("a: 1\nb: {c: [x, y]}\n")

    assert [("a: 1\nb: {c: [x, y]}\n")[each.key.first : each.key.last] for each in found] == ["a", "b", "c", "", ""]


def test_a_planted_fault_without_place_or_with_an_impossible_number_is_found() -> None:
    with pytest.raises(AssertionError):
        _check_place(Diagnostic("tab", "a tab"), {})
    with pytest.raises(AssertionError):
        _check_words(Diagnostic("text-too-long", "the title is 0 characters or -1 lines too long for its slide"))
    with pytest.raises(AssertionError):
        _check_words(Diagnostic("tab", "A tab."))
