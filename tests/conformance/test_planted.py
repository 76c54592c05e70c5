"""Of the faults planted in a sound PDF each is found, and docs/pdf-conformance.md says by whom.

After a change that is meant, BEFUND_REWRITE_GOLDENS=1 makes the test that runs veraPDF write the table anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from report.checks.pdf.checking import check_pdf
from tests.conformance import page_validation, planted_table, typeset
from tests.conformance.conftest import skip_without_verapdf
from tests.conformance.planted import PLANTS
from tests.conftest import CHECKOUT

PAGE = CHECKOUT / "docs" / "pdf-conformance.md"
TABLE = re.compile(r"^\| planted fault .*?(?=\n\n)", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return planted_table.plant_all(tmp_path_factory.mktemp("planted"))


@pytest.fixture
def documented() -> list[str]:
    found = TABLE.search(PAGE.read_text("utf-8"))
    assert found is not None
    return found[0].splitlines()


def test_in_a_sound_file_nothing_is_found(tmp_path: Path) -> None:
    sound = typeset.write(tmp_path / "sound.pdf")

    assert check_pdf(sound, "sound.pdf") == ()
    assert page_validation.faults(sound) == {"ua1": [], "2a": []}


def test_what_cannot_be_read_is_a_fault_of_both_profiles(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")

    found = page_validation.faults(tmp_path / "broken.pdf")

    assert {profile: [fault.rule for fault in faults] for profile, faults in found.items()} == {
        "ua1": ["not-judged"],
        "2a": ["not-judged"],
    }


def test_verapdf_finds_of_them_what_the_table_says(files: list[Path], documented: list[str]) -> None:
    skip_without_verapdf()

    lines = planted_table.lines(planted_table.found_by_verapdf(files), planted_table.found_without_java(files))

    if os.environ.get("BEFUND_REWRITE_GOLDENS"):
        text = PAGE.read_text("utf-8")
        PAGE.write_text(TABLE.sub(lambda _: "\n".join(lines), text), "utf-8")
        return
    assert documented == lines


def test_each_planted_fault_is_found_without_java_as_the_table_says(files: list[Path], documented: list[str]) -> None:
    found = planted_table.found_without_java(files)

    assert all(set(row) != {planted_table.NOT_FOUND} for row in found), "a fault that nobody finds"
    cells = [line.strip("| ").split(" | ") for line in documented[2:]]
    assert [(row[0], row[3:]) for row in cells] == [(plant.what, row) for plant, row in zip(PLANTS, found, strict=True)]
