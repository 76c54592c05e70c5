"""`report check` of finished decks from outside: what is printed, exit codes, and what is not loaded for YAML files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import report
from report.cli import main
from tests.checks.decks import SECOND, SLIDE, planted, swap
from tests.faults.catalogue import EXAMPLE

HEADLESS = {SECOND: swap(' firstRow="1"', "")}
LONG = {SLIDE: swap('descr="Drei[^"]*"', 'descr="Ein Bild"')}
"""A change that an error tells of, and one that is only warned of."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_deck_without_fault_is_said_to_have_none(tmp_path: Path) -> None:
    planted(tmp_path, {})

    finished = check("deck.pptx")

    assert (finished.exit_code, finished.output) == (0, "deck.pptx: no faults\n")


def test_a_fault_is_told_with_its_place_and_mend_and_the_exit_code_says_so(tmp_path: Path) -> None:
    planted(tmp_path, HEADLESS)

    finished = check("deck.pptx")

    assert finished.exit_code == 1
    assert finished.output == (
        'deck.pptx: slide 2, "Tabelle": error[table-header]: the table has no row of heads\n'
        "  hint: mark the first row as header row (Table Design)\n"
        "\n1 fault\n"
    )


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    planted(tmp_path, LONG)

    finished = check("deck.pptx")

    assert finished.exit_code == 0
    assert 'deck.pptx: slide 1, "Bild": warning[alternative-length]: ' in finished.output
    assert finished.output.endswith("deck.pptx: no errors\n")


def test_json_says_the_same_as_data(tmp_path: Path) -> None:
    planted(tmp_path, {**HEADLESS, **LONG})

    finished = check("deck.pptx", "--format", "json")

    assert finished.exit_code == 1
    told = json.loads(finished.stdout)
    assert [(each["id"], each["slide"], each["shape"]) for each in told] == [
        ("alternative-length", 1, "Bild"),
        ("table-header", 2, "Tabelle"),
    ]
    assert told[1] == {
        "id": "table-header", "severity": "error", "message": "the table has no row of heads", "file": "deck.pptx",
        "line": None, "column": None, "length": None, "slide": 2, "shape": "Tabelle", "part": None, "notes": [],
        "hint": "mark the first row as header row (Table Design)",
    }  # fmt: skip


def test_what_is_refused_is_told_as_a_fault(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(b"nothing")

    finished = check("deck.pptx")

    assert finished.exit_code == 1
    assert "deck.pptx: error[not-a-deck]: this is no presentation" in finished.output


def test_sending_is_told_only_when_asked(tmp_path: Path) -> None:
    planted(tmp_path, {})

    finished = check("--send", "deck.pptx")

    assert finished.exit_code == 1
    assert 'deck.pptx: slide 1: error[send-notes]: the slide has speaker notes: "Was gesagt wird"' in finished.output
    assert check("deck.pptx").exit_code == 0


def test_decks_and_briefings_are_checked_in_one_call(tmp_path: Path) -> None:
    planted(tmp_path, HEADLESS)

    sound = check("deck.pptx", str(EXAMPLE))
    (tmp_path / "briefing.yaml").write_text("survey: missing.yaml\n", "utf-8")
    both = check("briefing.yaml", "deck.pptx")

    assert "error[table-header]" in sound.output
    assert sound.output.endswith("\n1 fault\n")
    assert both.exit_code == 1
    assert "briefing.yaml:" in both.output
    assert "deck.pptx: slide 2" in both.output
    assert "nothing was built" in both.output


def test_a_deck_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    planted(tmp_path, {}, name="decks.pptx")

    finished = check("deck.pptx")

    assert finished.exit_code == 2
    assert finished.output == (
        'error[no-source]: cannot use "deck.pptx": there is no such file\n  hint: did you mean "decks.pptx"?\n'
    )


def test_a_deck_cannot_be_built(tmp_path: Path) -> None:
    planted(tmp_path, {})

    finished = CliRunner().invoke(main, ["build", "deck.pptx"])

    assert finished.exit_code == 2
    assert finished.output == (
        'error[no-source]: cannot use "deck.pptx": it is a finished deck\n'
        "  hint: `report check` says what is wrong with it\n"
    )


def test_the_same_is_had_from_python(tmp_path: Path) -> None:
    planted(tmp_path, LONG)

    result = report.check("deck.pptx")

    assert result.sources == ("deck.pptx",)
    assert [warning.id for warning in result.warnings] == ["alternative-length"]


def test_a_check_of_a_deck_loads_nothing_that_reads_pdfs(tmp_path: Path) -> None:
    deck = planted(tmp_path, {})
    code = "import sys, report; report.check(sys.argv[1]); print(*(each for each in sys.modules if 'pdf' in each))"

    finished = subprocess.run([sys.executable, "-c", code, deck], capture_output=True, text=True, check=True)

    assert finished.stdout == "\n"


def test_a_check_of_yaml_files_loads_nothing_that_looks_at_decks() -> None:
    code = "import sys, report; report.check(sys.argv[1]); print(*(each for each in sys.modules if '.checks.' in each))"

    finished = subprocess.run([sys.executable, "-c", code, EXAMPLE], capture_output=True, text=True, check=True)

    assert finished.stdout == "\n"
