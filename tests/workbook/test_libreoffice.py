"""LibreOffice opens the workbook and shows the numbers as they are printed."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest

from tests.conformance import programs
from tests.workbook.reading import plain
from tests.workbook.surveys import PUBLISHED, book_of, book_of_respondents
from tests.workbook.test_respondents import ALL

pytestmark = pytest.mark.skipif(bool(programs.missing_calc()), reason="; ".join(programs.missing_calc()))

AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
"""Comma, quotation marks, UTF-8; numbers as they are shown, a file a sheet."""


def shown(workbook: Path, folder: Path) -> dict[str, list[list[str]]]:
    """The sheets by name, each cell as LibreOffice shows it."""
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--norestore", "--convert-to", AS_SHOWN, "--outdir", folder / "csv", workbook],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    files = (folder / "csv").glob("*.csv")
    return {
        file.stem.removeprefix(f"{workbook.stem}-"): [
            [plain(cell) for cell in row] for row in csv.reader(file.read_text("utf-8").splitlines())
        ]
        for file in files
    }


@pytest.mark.parametrize(("language", "sheet"), [("de", "1 Tage zu Hause"), ("en", "1 Days at home")])
def test_published_numbers_are_shown_as_they_were_printed(language: str, sheet: str, tmp_path: Path) -> None:
    book_of(PUBLISHED, tmp_path, language)
    (workbook,) = tmp_path.rglob(f"homes-{language}-tables.xlsx")

    rows = {row[0]: row[1:6] for row in shown(workbook, tmp_path)[sheet]}

    if language == "de":
        assert rows["=1+1"] == ["60.0 %", "45.0 %", "38.5 %", "21.0 %", "51.0 %"], "the mark of the system"
        assert rows["+49 170"] == ["", "", "< 1 %", "", ""]
        assert rows["Befragte (n)"][3] == "80*"
    else:
        assert rows["=1+1"] == ["60.0%", "45.0%", "38.5%", "21.0%", "51.0%"]
        assert rows["+49 170"] == ["", "", "<1%", "", ""]
        assert rows["Other"] == ["3.0%", "", "–", "–", "–"]
        assert rows["Respondents (n)"] == ["900", "1,000", "1,204", "80*", ""]


def test_counted_numbers_are_shown_rounded_and_small_ones_never_as_nothing(tmp_path: Path) -> None:
    groups = [*ALL[:2], (2026, "y", 1, 200), (2026, "m", 1, 199), (2026, "o", 0, 100)]
    book_of_respondents(groups, tmp_path)
    (workbook,) = tmp_path.rglob("reading-en-tables.xlsx")

    rows = {row[0]: row[1:] for row in shown(workbook, tmp_path)["1 Use"]}

    yes = [cell for cell in rows["Yes"] if "%" in cell]
    assert yes == ["50%", "70%", "<1%", "<1%", "1%", "0%"], "1 of 201, half a unit (1 of 200) and nobody"
