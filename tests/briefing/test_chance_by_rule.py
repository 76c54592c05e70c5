"""A story by rule calls nothing a difference that chance explains, over all that it tests; all from respondents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from report import pipeline
from report.briefing.by_rule.chance import NEVER, Chance
from report.briefing.default_story import default_story
from report.briefing.story import FindingStory
from report.language.registry import load
from report.statistics.comparisons import pooled
from report.survey.model import CellId, ColumnId
from report.tables.model import Tables
from tests import counting


def told(folder: Path, rows: list[counting.Row], **changes: object) -> dict[str, str]:
    """The headlines of the story, in English, by the id of their finding."""
    numbers, tables = counting.counted(folder, rows, counting.survey(**changes))  # type: ignore[arg-type]
    story = default_story(numbers.survey, tables, "reading")
    return {finding.id.text: said(finding) for finding in story.findings}


def said(finding: FindingStory) -> str:
    return finding.headline.text.text("en")


def chance_of(folder: Path, rows: list[counting.Row], **changes: object) -> tuple[Chance, Tables]:
    numbers, tables = counting.counted(folder, rows, counting.survey(**changes))  # type: ignore[arg-type]
    return Chance.of(numbers.survey, tables), tables


NOTHING = [
    *counting.rows(daily=50, often=54, never=56, books=80, size="small"),
    *counting.rows(daily=46, often=56, never=58, books=72, size="large"),
]
"""Between small and large five points at most: with 160 of each, a standard error of five."""
SOMETHING = [
    *counting.rows(daily=152, often=48, never=120, books=80, size="small"),
    *counting.rows(daily=44, often=154, never=122, books=72, size="large"),
]


def test_groups_that_chance_tells_apart_make_no_finding(tmp_path: Path) -> None:
    assert not any("by_size" in name for name in told(tmp_path, NOTHING))


def test_groups_that_differ_do(tmp_path: Path) -> None:
    headlines = told(tmp_path, SOMETHING)

    assert "small" in headlines["q_by_size"]


def test_a_place_within_chance_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, NOTHING)["q"] == (
        "Reading: {{ q.never | label }} ({{ q.never }}) and {{ q.often | label }} ({{ q.often }}) are close together"
    )


def test_a_quota_sample_is_tested_like_a_random_one(tmp_path: Path) -> None:
    assert told(tmp_path, NOTHING, sample="quota") == told(tmp_path, NOTHING)


def test_in_a_census_every_difference_is_one(tmp_path: Path) -> None:
    chance, tables = chance_of(tmp_path, NOTHING, sample="census")
    small, large = (tables.cell(CellId("q", "daily", ColumnId("w26", "size", each))) for each in ("small", "large"))

    assert not chance.explains(small, large)


def test_a_wave_within_chance_is_no_rise(tmp_path: Path) -> None:
    before = counting.rows(daily=100, often=100, never=100, wave="22")
    now = counting.rows(daily=106, often=96, never=98)

    headline = told(tmp_path, [*before, *now])["q_over_time"]

    assert "after" in headline
    assert "up from" not in headline


def test_the_more_is_tested_the_more_it_takes(tmp_path: Path) -> None:
    # 60 and 45 of a hundred differ by p = 0.034 alone; among many pairs that do not differ, no more.
    rows = [
        *counting.rows(daily=60, often=20, never=20, books=50, size="small"),
        *counting.rows(daily=45, often=28, never=27, books=50, size="large"),
    ]
    chance, tables = chance_of(tmp_path, rows)
    small, large = (tables.cell(CellId("q", "daily", ColumnId("w26", "size", each))) for each in ("small", "large"))
    alone = pooled((0.60, 100.0), (0.45, 100.0))

    assert alone
    assert alone.is_significant(0.05)
    assert chance.critical is not None
    assert chance.critical < alone.p_value
    assert chance.explains(small, large)


def drawn_at_random(seed: int) -> list[counting.Row]:
    """Two groups that answer alike but for the draw."""
    draw, rows = Random(seed), list[counting.Row]()
    for size in ("small", "large"):
        answers = Counter(draw.choice(("daily", "often", "never")) for _ in range(150))
        rows += counting.rows(size=size, books=draw.randint(70, 80), **answers)  # type: ignore[arg-type]
    return rows


def test_of_groups_that_answer_alike_hardly_any_survey_tells_a_difference(tmp_path: Path) -> None:
    told_of, in_census = 0, 0
    for seed in range(12):
        rows = drawn_at_random(seed)
        for sample in ("random", "census"):
            folder = tmp_path / f"{sample}{seed}"
            folder.mkdir()
            has_gap = any("by_size" in name for name in told(folder, rows, sample=sample))
            told_of, in_census = (
                told_of + (has_gap and sample == "random"),
                in_census + (has_gap and sample == "census"),
            )

    assert told_of <= 1
    assert in_census > 6  # as many have a gap of five points that a census would mean


def test_what_stands_on_few_is_never_told_apart(tmp_path: Path) -> None:
    rows = [*counting.rows(daily=20, size="small"), *counting.rows(never=100, books=50, size="large")]
    chance, tables = chance_of(tmp_path, rows, hide=0)
    small, large = (tables.cell(CellId("q", "daily", ColumnId("w26", "size", each))) for each in ("small", "large"))

    assert chance.explains(small, large)


def test_where_nothing_differs_nothing_is_a_difference(tmp_path: Path) -> None:
    rows = [
        row for size in ("small", "large") for row in counting.rows(daily=60, often=60, never=60, books=90, size=size)
    ]

    chance, _ = chance_of(tmp_path, rows)

    assert chance.critical == NEVER


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_story_builds_without_a_fault(language: str, tmp_path: Path) -> None:
    counting.written(tmp_path, SOMETHING, counting.survey(language=language))
    source = pipeline.Source(tmp_path / "survey.yaml", "survey.yaml", "reading")

    telling = pipeline.tell(pipeline.read(source), [language], allow_failed_claims=False)

    assert [fault.as_text() for fault in telling.faults if fault.is_error] == []
    assert load(language).code == telling.briefings[0].language.code
