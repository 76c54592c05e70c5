"""A claim of means, medians and net promoter scores is held against its words as one of shares is."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from report.briefing.compose import compose
from report.kinds import HOUSE_KINDS
from report.language.registry import load
from report.survey.file import read_survey
from report.survey.model.respondents import Respondents
from report.tables.model import Tables
from report.tables.respondents.tabulating import tables_of_respondents
from tests.briefing.test_scores import ROWS, SURVEY
from tests.builders import finding, story

ENGLISH = SURVEY.replace("label: Women}", "label: women}").replace("label: Men}", "label: men}")
GERMAN = (
    ENGLISH.replace("language: en", "language: de")
    .replace("women}", "weiblich}")
    .replace("label: men}", "label: männlich}")
)
"""Women are 42 on average, men 60; of men the net promoter score is 0, of women 100; it was -100 and is +50."""


Counted: TypeAlias = dict[str, tuple[Respondents, Tables]]
"""The survey by language."""


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Counted:
    found = Counted()
    for language, text in (("en", ENGLISH), ("de", GERMAN)):
        folder = tmp_path_factory.mktemp(language)
        (folder / "rows.csv").write_text(ROWS, "utf-8")
        (folder / "survey.yaml").write_text(text, "utf-8")
        numbers, faults = read_survey(folder / "survey.yaml", "survey.yaml")
        assert isinstance(numbers, Respondents), faults
        found[language] = numbers, tables_of_respondents(numbers, folder / "kept")[0]
    return found


def told(language: str, headline: str, holds: str, counted: Counted) -> list[str]:
    """What is found of a headline and its claim."""
    numbers, tables = counted[language]
    question = "recommend" if "recommend" in holds else "age"
    told = finding("f", question, headline, holds)
    briefing = story(numbers.survey, told, languages=[language], cover="recommend.promoters")
    _, found = compose(briefing, tables, load(language), kinds=HOUSE_KINDS, allow_failed_claims=False)
    return [str(fault.id) for fault in found if fault.id != "doubtful-ratings"]


RISEN = "recommend.nps > recommend.nps.w2022"
OLDER = "age.mean.sex.men > age.mean.sex.women"


@pytest.mark.parametrize(
    ("language", "headline", "holds"),
    [
        ("en", "The Net Promoter Score has fallen", RISEN),
        ("en", "The Net Promoter Score fell", "differs(recommend.nps, recommend.nps.w2022)"),
        ("de", "Der Net Promoter Score ist gesunken", RISEN),
        ("en", "Women are more often older than men", OLDER),
        ("en", "Women are older by more than men", "age.mean.sex.men != age.mean.sex.women"),
        ("en", "The mean of men is lower than that of women", "age.median.sex.men > age.median.sex.women"),
        # whom a label calls otherwise
        ("de", "Männer haben weniger Jahre als Frauen", OLDER),
        ("de", "Weiblich mehr Jahre als männlich", OLDER),
    ],
)
def test_a_score_the_other_way_round_is_told(language: str, headline: str, holds: str, counted: Counted) -> None:
    assert told(language, headline, holds, counted) == ["claim-turned"]


@pytest.mark.parametrize(
    ("language", "headline", "holds"),
    [
        ("en", "The Net Promoter Score has risen", RISEN),
        ("de", "Der Net Promoter Score ist nicht gesunken", RISEN),
        ("de", "Frauen haben weniger Jahre als Männer", OLDER),
        ("en", "Men have more years than women", OLDER),
    ],
)
def test_a_score_as_its_words_say_is_let_pass(language: str, headline: str, holds: str, counted: Counted) -> None:
    assert told(language, headline, holds, counted) == []


def test_a_score_that_is_not_the_largest_is_told(counted: Counted) -> None:
    assert told("en", "Women are the highest of all", "age.mean.sex.women < age.mean.sex.men", counted) == [
        "not-the-first"
    ]


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "{{ recommend.nps | number }} in 100 schools recommend it"),
        ("en", "{{ recommend.nps | number }} out of 100 schools recommend it"),
        ("de", "{{ recommend.nps | number }} von 100 Befragten empfehlen sie"),
    ],
)
def test_a_score_told_as_a_part_of_people_is_refused(language: str, headline: str, counted: Counted) -> None:
    assert told(language, headline, "recommend.nps > 10", counted) == ["other-unit-given"]
