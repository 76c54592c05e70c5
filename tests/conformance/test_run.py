"""`make conformance` passes good files, and nothing else: no bad ones, no empty folder, no missing program."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conformance import run, typeset
from tests.conformance.specimens import write_deck, write_pdf
from tests.conftest import CHECKOUT


@pytest.mark.usefixtures("needs_programs")
def test_good_files_pass_and_a_bad_one_beside_them_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build").mkdir()
    write_deck(tmp_path / "build/a.pptx")
    typeset.write(tmp_path / "build/a.pdf")

    good = run.main(["build"])
    write_pdf(tmp_path / "build/b.pdf", font="Helvetica")
    bad = run.main(["build"])

    printed = capsys.readouterr().out
    assert (good, bad) == (0, 1)
    assert "conformance: 10 passed, 0 failed" in printed
    assert "conformance: 11 passed, 4 failed" in printed
    assert "| build/a.pdf | PDF/UA-1 | none |\n| build/a.pdf | PDF/A-2a | none |" in printed
    assert re.search(r"\| build/b.pdf \| PDF/UA-1 \| .*\b7\.1-11\b.* \|\n", printed)
    assert re.search(r"\| build/b.pdf \| PDF/A-2a \| .*\b6\.7\.2\.2-1\b.* \|\n", printed)
    assert 'build/b.pdf: error[font-not-embedded]: "Helvetica' in printed


@pytest.mark.usefixtures("needs_programs")
def test_a_folder_without_finished_files_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"error[nothing-to-judge]: 0 decks and 0 PDFs under {tmp_path}\n"


def test_a_missing_program_ends_the_run_with_its_name_and_its_package(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "tests.conformance.run", tmp_path],
        cwd=CHECKOUT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 2
    assert '"soffice" is missing (Debian: apt-get install libreoffice-impress-nogui)' in finished.stderr
    assert "nothing was judged" in finished.stderr
