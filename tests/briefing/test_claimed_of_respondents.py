"""Claims on counted answers are held against their words: what is true of any data, or of how many, supports none."""

from __future__ import annotations

import pytest

from report.briefing.compose import compose
from report.kinds import HOUSE_KINDS
from report.language.registry import load
from report.survey.model.respondents import Respondents
from report.tables.model import Tables
from tests import counting
from tests.builders import finding, story

ROWS = [
    *counting.rows(daily=30, often=60, never=60, books=110, size="small", age="young"),
    *counting.rows(daily=54, often=30, never=66, books=100, size="large", age="old"),
]
"""Daily 84 of 300 (28 %; 20 % of the young, 36 % of those of 60 or more), often 90, never 126 (42 %); books 70 %."""

TEXT = counting.survey().replace("label: young", "label: under 60").replace("label: old", "label: 60 or more")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Respondents, Tables]:
    return counting.counted(tmp_path_factory.mktemp("counted"), ROWS, TEXT)


def told(headline: str, holds: str, counted: tuple[Respondents, Tables]) -> list[str]:
    """What is found of a headline and its claim."""
    numbers, tables = counted
    question = "m" if "m." in holds else "q"
    briefing = story(numbers.survey, finding("f", question, headline, holds), languages=["en"])
    _, found = compose(briefing, tables, load("en"), kinds=HOUSE_KINDS, allow_failed_claims=False)
    return [str(fault.id) for fault in found]


@pytest.mark.parametrize(
    ("headline", "holds", "found"),
    [
        # a claim of no direction has that of its words
        ("Every day is named more often than never", "differs(q.daily, q.never)", "claim-turned"),
        (
            "The under 60 read every day more often than those of 60 or more",
            "differs(q.daily.age.old, q.daily.age.young)",
            "claim-turned",
        ),
        # words within a group's name compare nothing
        (
            "Those of 60 or more read every day less often than the under 60",
            "q.daily.age.old > q.daily.age.young",
            "claim-turned",
        ),
        # how many were asked
        ("Every day is named more often than never", "base(q) == 300", "claim-of-others"),
        ("Every day is named more often than never", "not low_base(q.daily)", "claim-of-others"),
        ("Every day is named more often than never", "q.daily > q.never or base(q) > 1", "claim-of-others"),
        ("Half of those under 60 never read", "base(q) == 300", "claim-of-others"),
        ("Most read every day", "low_base(q.daily) or base(q.daily) > 5", "claim-of-others"),
        # any data
        ("Every day is named more often than never", "q.daily < 101", "empty-claim"),
        ("Every day is named more often than never", "q.daily > -1 and 0 <= q.never <= 100", "empty-claim"),
        ("Every day is named more often than never", "q.daily > q.never or q.daily <= q.never", "empty-claim"),
        ("Every day is named more often than never", "q.daily >= q.never or q.never > q.daily", "empty-claim"),
        ("Every day is named more often than never", "q.daily > 20 or q.daily < 40", "empty-claim"),
        ("Every day is named more often than never", "not q.daily > 100", "empty-claim"),
        ("Every day is named more often than never", "leads(q.daily) or not leads(q.daily)", "empty-claim"),
        ("Every day is named more often than never", "not (q.daily > 50 and q.daily <= 50)", "empty-claim"),
        ("Every day is named more often than never", "q.daily == q.daily", "empty-claim"),
        # an answer called "never" turns nothing round, and counted shares have amounts too
        ("The majority never reads", "q.never < 45", "majority-not-claimed"),
        ("Half of them never read", "q.never < 45", "amount-not-claimed"),
        ("Hardly anyone reads books", "m.books > 1", "amount-not-claimed"),
        ("Three times as many never read as read every day", "q.never >= 1.4 * q.daily", "multiple-not-claimed"),
        # a verb for the first place
        ("Papers lead", "last(m.papers)", "not-the-first"),
        ("Papers are in the lead", "last(m.papers)", "not-the-first"),
    ],
)
def test_a_claim_that_does_not_support_its_words_is_told(
    headline: str, holds: str, found: str, counted: tuple[Respondents, Tables]
) -> None:
    assert told(headline, holds, counted) == [found]


@pytest.mark.parametrize(
    ("headline", "holds"),
    [
        ("Never is named more often than every day", "differs(q.daily, q.never) and q.never > q.daily"),
        (
            "Those of 60 or more read every day more often than the under 60",
            "differs(q.daily.age.old, q.daily.age.young)",
        ),
        ("More than 250 readers were asked", "base(q) > 250"),
        ("Few of the under 60 were asked", "not low_base(q.daily.age.young)"),
        ("The majority reads, two fifths never", "q.reads > 50 and q.never < 45"),
        ("Two fifths never read, or more", "q.never > 38 or q.never == 38"),
        ("Books lead by far", "leads(m.books) and base(m) > 100"),
        ("Half as many again never read as read every day", "q.never >= 1.5 * q.daily"),
        ("A majority of the readers reads at all", "q.daily > 20 or q.reads > 55"),
    ],
)
def test_a_claim_that_supports_its_words_is_let_pass(
    headline: str, holds: str, counted: tuple[Respondents, Tables]
) -> None:
    assert told(headline, holds, counted) == []
