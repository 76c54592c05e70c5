"""Scores in the workbook: rows of their own below the shares, never in per cent, with letters of a t test."""

from __future__ import annotations

import pytest

from tests.briefing.test_scores import ROWS, SURVEY
from tests.workbook.reading import Read, plain, read, table
from tests.workbook.surveys import built

NOW, WOMEN, MEN = "Total: 2024", "Sex: Women", "Sex: Men"


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    folder = tmp_path_factory.mktemp("scores") / "scores"
    folder.mkdir()
    (folder / "rows.csv").write_text(ROWS, "utf-8")
    (folder / "survey.yaml").write_text(SURVEY, "utf-8")
    book = read(built(folder, folder.parent / "out"))
    return {sheet.title.split(" ", 1)[1]: table(sheet) for sheet in book.worksheets[1:-1]}


def test_a_question_of_numbers_has_mean_deviation_median_and_intervals(sheets: dict[str, Read]) -> None:
    age = sheets["Age"]

    assert list(age.rows)[-8:] == [
        "Mean (years)",
        "Standard deviation",
        "Standard error",
        "Mean, 95% interval from",
        "Mean, 95% interval to",
        "Median (years)",
        "Median, 95% interval from",
        "Median, 95% interval to",
    ]
    assert [age.value("Mean (years)", column) for column in (NOW, WOMEN, MEN)] == [51, 42, 60]
    # 30 women of 40 and 30 of 44 each: sqrt(60/59 * 4)
    assert age.value("Standard deviation", WOMEN) == pytest.approx(2.016878, abs=1e-6)
    # of 120 respondents: sqrt(120/119 * 60 * 4) / 60
    assert age.value("Standard error", WOMEN) == pytest.approx(0.259281, abs=1e-6)
    assert age.value("Median (years)", WOMEN) == 40
    assert age.cells["Mean (years)", NOW].number_format == '#,##0.0;"−"#,##0.0'
    assert (age.letters["Mean (years)", MEN], age.letters["Mean (years)", WOMEN]) == ("A", "")
    assert age.letters["Median (years)", MEN] == ""


def test_a_recommendation_has_its_net_promoter_score(sheets: dict[str, Read]) -> None:
    found = sheets["Recommendation"]
    scores = [found.value("Net Promoter Score", column) for column in ("Total: 2022", NOW, WOMEN, MEN)]

    assert scores == pytest.approx([-100, 50, 100, 0])
    assert found.value("Promoters (9–10)", NOW) == pytest.approx(2 / 3)
    assert found.cells["Net Promoter Score", NOW].number_format == '+0;"−"0;0'
    assert (found.letters["Net Promoter Score", WOMEN], found.letters["Net Promoter Score", NOW]) == ("B", "A")
    notes = [plain(note) for note in found.notes]
    assert "Scores are no shares but values of those who gave a number" in notes
    assert "Letters at scores: two-sided t test, between waves by Welch, linearised variance" in notes
