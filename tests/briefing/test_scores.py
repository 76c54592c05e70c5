"""Means, medians and net promoter scores in texts and claims: how they are worded, what they meet, what is tested."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.briefing.claims import judge
from report.briefing.evaluation import evaluate
from report.briefing.facts import Facts
from report.briefing.significance import compared
from report.language.registry import load
from report.pipeline import Source, Telling, read, tell
from report.statistics.comparisons import Comparison
from report.survey.file import read_survey
from report.survey.model.respondents import Respondents
from report.tables.model import Cell
from report.tables.respondents.tabulating import tables_of_respondents
from tests.builders import source
from tests.tables.respondents.test_numbers import HEAD, SCHOOLS

SURVEY = f"""{HEAD}\
wave: w2024
waves: {{w2022: {{date: 2022}}, w2024: {{date: 2024}}}}
data: {{file: rows.csv, wave: {{column: year, codes: {{w2022: 2022, w2024: 2024}}}}}}
segments:
  sex: {{label: Sex, columns: {{women: {{code: f, label: Women}}, men: {{code: m, label: Men}}}}}}
questions:
  age: {{type: numeric, topic: Age, label: How old are you?, measured_in: {{de: Jahre, en: years}}}}
  size: {{type: numeric, column: age, topic: Size, label: How large is it?}}
  recommend: {{type: nps, column: r, topic: Recommendation, label: Would you recommend it?}}
"""
"""In 2024 women are 40 and 44, men 60 or so; women rate 10 and 9, men 0, 7 and 9. In 2022 all are 50 and rate 5."""
ROWS = "year,sex,age,r\n" + "".join(
    [f"2024,f,{(40, 44)[n % 2]},{(10, 9)[n % 2]}\n" for n in range(60)]
    + [f"2024,m,{58 + n % 5},{(0, 7, 9)[n % 3]}\n" for n in range(60)]
    + ["2022,f,50,5\n"] * 40
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scores")
    (folder / "rows.csv").write_text(ROWS, "utf-8")
    (folder / "survey.yaml").write_text(SURVEY, "utf-8")
    return folder


def facts_of(path: Path, language: str = "en") -> Facts:
    numbers, found = read_survey(path, "survey.yaml")
    assert isinstance(numbers, Respondents), found
    return Facts(numbers.survey, tables_of_respondents(numbers, path.parent / "kept")[0], load(language))


@pytest.fixture(scope="module")
def facts(folder: Path) -> Facts:
    return facts_of(folder / "survey.yaml")


@pytest.mark.parametrize(
    ("expression", "english", "german"),
    [
        ("age.mean", "51.0 years", "51,0 Jahre"),
        ("age.median.sex.women", "40.0 years", "40,0 Jahre"),
        ("age.mean | number", "51.0", "51,0"),
        ("age.mean - age.mean.w2022", "1.0 years", "1,0 Jahre"),
        ("age.mean - age.mean.sex.men | signed", "−9.0", "−9,0"),
        ("size.mean", "51.0", "51,0"),
        ("recommend.nps", "+50", "+50"),
        ("recommend.nps.w2022", "−100", "−100"),
        ("recommend.nps.sex.men", "0", "0"),
        ("recommend.nps | number", "50", "50"),
        ("recommend.nps - recommend.nps.w2022", "150 points", "150 Punkte"),
        ("age.mean | label", "Mean", "Mittelwert"),
        ("recommend.promoters", "67%", "67 %"),
        ("2 * age.mean.w2022 / 4 | number", "25.0", "25,0"),
    ],
)
def test_a_score_has_its_unit_and_no_per_cent_sign(expression: str, english: str, german: str, facts: Facts) -> None:
    from report.briefing.filters import worded

    for language, expected in (("en", english), ("de", german)):
        found = evaluate(source(expression), Facts(facts.survey, facts.tables, load(language)))
        assert found.value, [fault.as_text() for fault in found.faults]
        text = worded(found.value, load(language))
        assert str(text).replace("\N{NO-BREAK SPACE}", " ") == expected


@pytest.mark.parametrize(
    ("claim", "is_true"),
    [
        ("age.mean > 50 and age.mean < 52", True),
        ("age.mean.sex.men > age.mean.sex.women", True),
        ("recommend.nps >= 0", True),
        ("recommend.nps.w2022 >= 0", False),
        ("recommend.nps - recommend.nps.w2022 == 150", True),
        ("age.mean - age.mean.w2022 >= 2", False),
        ("differs(age.mean.sex.women, age.mean.sex.men)", True),
        ("differs(recommend.nps.sex.women, recommend.nps.sex.men)", True),
        ("differs(age.mean, age.mean.sex.men)", True),
        ("differs(age.mean, age.mean.w2022)", False),
        ("low_base(age.mean)", False),
        ("base(age.mean) == 120", True),
    ],
)
def test_claims_of_scores_hold_or_fail(claim: str, *, is_true: bool, facts: Facts) -> None:
    verdict = judge(source(claim), facts)

    assert not verdict.faults, [fault.as_text() for fault in verdict.faults]
    assert verdict.is_true is is_true


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ("age.mean > recommend.promoters", "a score cannot be compared with a share"),
        ("age.mean > recommend.nps", "a score in years does not meet a score from -100 to 100"),
        ("age.mean > size.mean", "a score in years does not meet a score without a unit"),
        ("age.mean + age.mean > 3", "a score and a score have no sum"),
        ("age.mean - recommend.promoters > 3", "a score and a share have no difference"),
        ("leads(age.mean)", "age.mean is a score, and an answer is needed here"),
        ("differs(age.median, age.median.w2022)", "no test of medians"),
        ("differs(age.mean, age.median)", "are two things, and not one in two columns"),
        ("differs(recommend.nps, recommend.promoters)", "are two things, and not one in two columns"),
        ("tied(age.mean, age.mean.w2022)", "two shares are tied or not, and this is a score"),
        ("ratio(age.mean, age.mean.w2022) > 1", "a ratio is that of two shares, and this is a score"),
        ("age.average > 3", '"average" is not an answer of question "age"'),
        ("-recommend.nps < 3", "a score has no negative"),
    ],
)
def test_what_does_not_go_together_is_refused(claim: str, message: str, facts: Facts) -> None:
    found = evaluate(source(claim), facts)

    assert found.value is None
    assert message in found.faults[0].message
    if "average" in claim:
        assert found.faults[0].notes[0].endswith("; scores: mean, median")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("recommend.nps | words", "this filter words a share, not a score"),
        ("age.mean | of_100", "this filter words a share, not a score"),
        ("age.mean | signed", "this filter words percentage points, not a score"),
    ],
)
def test_filters_of_shares_refuse_scores(expression: str, message: str, facts: Facts) -> None:
    (fault,) = evaluate(source(expression), facts).faults

    assert message in fault.message


def test_the_test_of_two_means_is_that_of_r(shared: Path, tmp_path: Path) -> None:
    shutil.copy(shared / "oracles" / "apistrat.csv", tmp_path)
    groups = "{y: {code: 'Yes', label: In}, n: {code: 'No', label: Out}}"
    wide = f"  wide: {{label: Wide, column: sch.wide, columns: {groups}}}\n"
    (tmp_path / "survey.yaml").write_text(SCHOOLS.replace("questions:\n", f"{wide}questions:\n"), "utf-8")
    facts = facts_of(tmp_path / "survey.yaml")

    first, second = (facts.cell_named(["api00", "mean", "wide", group]) for group in ("y", "n"))
    assert isinstance(first, Cell)
    assert isinstance(second, Cell)
    found = compared(first, second, facts)

    assert isinstance(found, Comparison)  # svyttest(api00~sch.wide, design) of shared/oracles/tests.json
    assert found.difference == pytest.approx(82.7835854421897, rel=1e-10)
    assert found.statistic == pytest.approx(3.80348484177651, rel=1e-10)
    assert found.degrees_of_freedom == 198
    assert found.p_value == pytest.approx(0.000190006803463294, rel=1e-8)


# ------------------------------------------------------------------------------------------------------------ a story

BRIEFING = """\
format: 1
survey: survey.yaml
languages: [en]
title: {text: What they say}
cover: {figure: recommend.promoters, caption: "promote"}
findings:
  - id: recommend
    question: recommend
    headline: "Women score {{ recommend.nps.sex.women }}, men {{ recommend.nps.sex.men }}: higher"
    holds: recommend.nps.sex.women > recommend.nps.sex.men
    exhibit: {kind: grouped, by: sex}
    text: Women and men.
  - id: age
    question: age
    headline: "They are {{ age.mean }} old"
    text: All of them.
"""


def told(folder: Path, *changes: tuple[str, str]) -> Telling:
    briefing = BRIEFING
    for old, new in changes:
        assert briefing.count(old) == 1, old
        briefing = briefing.replace(old, new)
    (folder / "briefing.yaml").write_text(briefing, "utf-8")
    material = read(Source(folder / "briefing.yaml", "briefing.yaml", "b"), kept=folder / "kept")
    return tell(material, ["en"], allow_failed_claims=False)


def test_scores_stand_above_the_exhibit_of_their_question(folder: Path) -> None:
    found = told(folder)

    assert [fault.as_text() for fault in found.faults] == []
    recommend, age = found.briefings[0].findings
    assert "Net Promoter Score: +100 (Women), 0 (Men)" in recommend.exhibit.title.text
    assert "Mean: 51.0 years; Median: 44.0 years" in age.exhibit.title.text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_false_claim_of_scores_is_told_with_their_numbers(folder: Path) -> None:
    (fault,) = told(folder, ("holds: recommend.nps.sex.women >", "holds: recommend.nps.sex.women <")).faults

    assert "recommend.nps.sex.women has +100, nps.sex.men 0" in fault.as_text()


def test_a_score_of_another_column_than_the_exhibit_shows_is_told(folder: Path) -> None:
    (fault,) = told(folder, ("{{ age.mean }}", "{{ age.mean.w2022 }}")).faults

    message = (
        'error[other-column-shown]: age.mean.w2022 = 50.0 is said, and the exhibit of finding "age" shows age.mean'
    )
    assert message in fault.as_text()


def test_a_score_of_another_question_is_told(folder: Path) -> None:
    (fault,) = told(folder, ("{{ age.mean }} old", "{{ size.mean }} large")).faults

    assert 'warning[cell-not-shown]: size.mean = 51.0 is said, and finding "age" does not show it' in fault.as_text()


def test_a_big_figure_is_a_share(folder: Path) -> None:
    (fault,) = told(folder, ("figure: recommend.promoters", "figure: recommend.nps")).faults

    assert "error[not-one-cell]: a big figure is a share, and this is a score" in fault.as_text()
