"""What a story without an author says of means and net promoter scores, and what it shows beside them."""

from __future__ import annotations

import pytest

from report.briefing.model import Finding
from report.pipeline import Source, read, tell
from tests.tables.respondents.test_numbers import HEAD

SURVEY = f"""{HEAD}\
wave: w2024
waves: {{w2020: {{date: 2020}}, w2022: {{date: 2022}}, w2024: {{date: 2024}}}}
data: {{file: rows.csv, wave: {{column: year, codes: {{w2020: 2020, w2022: 2022, w2024: 2024}}}}}}
segments:
  sex: {{label: Sex, columns: {{women: {{code: f, label: Women}}, men: {{code: m, label: Men}}}}}}
questions:
  hours: {{type: numeric, topic: Use, label: How many hours a day?, measured_in: hours}}
  recommend: {{type: nps, column: r, topic: Recommendation, label: Would you recommend it?}}
  level: {{type: numeric, topic: Level, label: Which level?}}
  again: {{type: nps, topic: Return, label: Would you come again?}}
"""
"""Hours rise and differ by sex, ratings do so less; the level is the same everywhere."""


def row(year: int, sex: str, n: int) -> str:
    hours = n % 5 + (year - 2020) / 2 + 2 * (sex == "f")
    rating, again = min(10, n % 11 + (year - 2020) // 2), 10 * bool(n % (10 if sex == "f" else 2))
    return f"{year},{sex},{hours},{rating},{n % 4},{again}"


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:
    folder = tmp_path_factory.mktemp("by_rule")
    rows = [row(year, sex, n) for year in (2020, 2022, 2024) for sex in "fm" for n in range(220)]
    (folder / "rows.csv").write_text("year,sex,hours,r,level,again\n" + "\n".join(rows) + "\n", "utf-8")
    (folder / "survey.yaml").write_text(SURVEY, "utf-8")
    found = tell(read(Source(folder / "survey.yaml", "survey.yaml", "s")), ["en"], allow_failed_claims=False)
    assert not [fault.as_text() for fault in found.faults]
    return {finding.id: finding for finding in found.briefings[0].findings}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_score_is_the_headline_of_its_question(findings: dict[str, Finding]) -> None:
    assert plain(findings["hours"].headline.text) == "Use: 5.0 hours on average"
    assert findings["hours"].exhibit.kind == "bars"
    assert plain(findings["level"].headline.text) == "Level: 1.5 on average"
    # of 11 ratings 9 and three times 10, and 2 to 6: 4 less 5 of 11
    assert plain(findings["recommend"].headline.text) == "Recommendation: Net Promoter Score of −9"


def test_what_became_of_a_score_is_told_where_chance_does_not_explain_it(findings: dict[str, Finding]) -> None:
    over_time = findings["hours_over_time"]

    assert plain(over_time.headline.text) == "Use, Mean: up from 3.0 hours (2020) to 5.0 hours (2024)"
    assert over_time.exhibit.kind == "line"
    assert "Mean (hours): 3.0 (2020), 4.0 (2022), 5.0 (2024)" in over_time.exhibit.title.text
    assert "recommend_over_time" in findings
    assert "level_over_time" not in findings


def test_groups_are_told_apart_by_their_scores(findings: dict[str, Finding]) -> None:
    by_sex = findings["hours_by_sex"]

    assert plain(by_sex.headline.text) == "Use, Mean: 6.0 hours (Women) against 4.0 hours (Men)"
    assert by_sex.exhibit.kind == "stacked"
    assert "Mean (hours): 5.0 (all), 6.0 (Women), 4.0 (Men)" in by_sex.exhibit.title.text
    assert plain(by_sex.text[0].text) == "Mean: 6.0 hours (Women) and 4.0 hours (Men), 2.0 hours apart."
    again = findings["again_by_sex"]
    assert plain(again.headline.text) == "Return, Net Promoter Score: +80 (Women) against 0 (Men)"
    assert [str(cell) for cell in again.exhibit.proof] == ["again/promoters@w2024/sex.women"]
    assert [str(cell) for cell in again.exhibit.contrast] == ["again/promoters@w2024/sex.men"]
    assert not {"recommend_by_sex", "level_by_sex"} & findings.keys()
