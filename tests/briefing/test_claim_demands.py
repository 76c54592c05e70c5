"""Words that only a claim of their own kind backs: what a test finds, of how many it is so, that two are equal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.compose import compose
from report.kinds import HOUSE_KINDS
from report.language.registry import load
from report.survey.model import Translated
from report.survey.model.respondents import Respondents
from report.tables.model import Tables
from tests import counting
from tests.briefing.telling import faults
from tests.builders import MULTIPLE, SCALE, finding, question, source, story, survey

ROWS = [
    *counting.rows(daily=30, often=60, never=60, books=110, size="small", age="young"),
    *counting.rows(daily=54, often=30, never=66, books=100, size="large", age="old"),
]
"""Daily 84 of 300 (28 %; 20 % of the young, 36 % of the old), never 42 %; books 70 % (73 % and 67 %, p = 0.2)."""
OLD, YOUNG = "q.daily.age.old", "q.daily.age.young"
DIFFERENT = f"differs({OLD}, {YOUNG}) and {OLD} > {YOUNG}"
BOOKS = "m.books.age.young, m.books.age.old"


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Respondents, Tables]:
    return counting.counted(tmp_path_factory.mktemp("counted"), ROWS, counting.survey())


def told(headline: str, holds: str | None, counted: tuple[Respondents, Tables]) -> list[str]:
    """What is found of a headline and its claim."""
    numbers, tables = counted
    about = "m" if "m." in (holds or "") else "q"
    briefing = story(numbers.survey, finding("f", about, headline, holds), languages=["en"])
    _, found = compose(briefing, tables, load("en"), kinds=HOUSE_KINDS, allow_failed_claims=False)
    return [str(fault.id) for fault in found]


@pytest.mark.parametrize(
    ("headline", "holds", "found"),
    [
        # what a test finds
        ("The old read every day significantly more often than the young", f"{OLD} > {YOUNG}", "significance"),
        ("The old read every day significantly more often than the young", f"{OLD} > {YOUNG} or {DIFFERENT}", "sig"),
        ("No significant difference of young and old", DIFFERENT, "significance"),
        ("No significant difference of young and old", "m.books.age.young > m.books.age.old", "significance"),
        ("A significantly larger part of the young reads books", f"not differs({BOOKS})", "significance"),
        # two that are the same
        ("Young and old agree", "q.daily > 1", "equality"),
        ("No difference between young and old", f"{OLD} > {YOUNG}", "equality"),
        ("Women and men agree", None, "missing-claim"),
        ("Young and old do not differ", f"{OLD} > 30 and {DIFFERENT}", "equality"),
    ],
)
def test_a_claim_that_does_not_say_what_its_words_demand_is_refused(
    headline: str, holds: str | None, found: str, counted: tuple[Respondents, Tables]
) -> None:
    assert [each[: len(found)] for each in told(headline, holds, counted)] == [found]


@pytest.mark.parametrize(
    ("headline", "holds"),
    [
        ("The old read every day significantly more often than the young", DIFFERENT),
        ("No significant difference of young and old in reading books", f"not differs({BOOKS})"),
        ("Young and old agree on books", f"not differs({BOOKS})"),
        ("Young and old agree on books", "-8 < m.books.age.young - m.books.age.old < 8"),
        ("Almost as many young ones read every day as old ones", f"{YOUNG} < {OLD}"),
        ("As many as {{ q.daily }} read every day", "q.daily > 20"),
        ("As many as a quarter reads every day", "25 < q.daily < 30"),
        ("The most significant media are books", "leads(m.books)"),
    ],
)
def test_a_claim_that_says_it_is_let_pass(headline: str, holds: str, counted: tuple[Respondents, Tables]) -> None:
    assert told(headline, holds, counted) == []


WISHES = survey(
    question(
        "wishes",
        {"choice": 54, "hours": 37, "parking": 0, "price": 100},
        type=MULTIPLE,
        labels={
            "choice": {"de": "Auswahl", "en": "Selection"},
            "hours": {"de": "Zeiten", "en": "Hours"},
            "parking": {"de": "Parkplätze", "en": "Parking"},
            "price": {"de": "Preise", "en": "Prices"},
        },
    )
)
"""Of companies ("Unternehmen")."""


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        ("en", "Most companies want other hours", "wishes.hours > 30", ["majority-not-claimed"]),
        ("de", "Die meisten Unternehmen wollen andere Zeiten", "wishes.hours > 30", ["majority-not-claimed"]),
        ("en", "All companies want a selection", None, ["missing-claim"]),
        ("en", "Every company wants a selection", "wishes.choice > 50", ["majority-not-claimed"]),
        ("de", "Alle Unternehmen wollen Auswahl", None, ["missing-claim"]),
        ("de", "Jedes Unternehmen will Auswahl", "wishes.choice > 50", ["majority-not-claimed"]),
        ("en", "Nobody wants other hours", None, ["missing-claim"]),
        ("en", "No company wants other hours", "wishes.hours < 40", ["majority-not-claimed"]),
        ("de", "Niemand will andere Zeiten", "wishes.hours < 40", ["majority-not-claimed"]),
        ("de", "Kein einziges Unternehmen will andere Zeiten", None, ["missing-claim"]),
        # true ones, and words that say less
        ("en", "Most companies want a selection", "wishes.choice > 50", []),
        ("en", "No company wants parking", "wishes.parking < 1", []),
        ("de", "Alle Unternehmen wollen andere Preise", "wishes.price == 100", []),
        ("de", "Auswahl hat die meisten Unternehmen hinter sich", "wishes.choice > wishes.hours", []),
        ("en", "Of all companies, {{ wishes.hours }} want other hours", None, []),
        ("de", "Von allen Unternehmen wollen {{ wishes.hours }} andere Zeiten", None, []),
        ("en", "Something for every company: hours", None, []),
        ("de", "Nicht alle Unternehmen wollen Auswahl", None, []),
    ],
)
def test_how_many_people_words_tell_of_is_held_against_the_figures(
    language: str, headline: str, holds: str | None, found: list[str]
) -> None:
    told = story(WISHES, finding("f", "wishes", headline, holds), cover="wishes.choice", languages=[language])

    assert [str(fault.id) for fault in faults(told) if fault.id in {"majority-not-claimed", "missing-claim"}] == found


RATED = survey(
    *(
        replace(
            question(
                name,
                {"very": very, "fairly": 100 - very},
                type=SCALE,
                labels={"very": {"de": "sehr zufrieden", "en": "very satisfied"}},
            ),
            scale="rating",
            short=Translated({"de": source(german), "en": source(english)}),
        )
        for name, very, german, english in (("goods", 53, "Qualität", "Quality"), ("staff", 61, "Personal", "Staff"))
    )
)


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        ("en", "Quality is rated highest of all", "leads(goods.very)", ["place-not-claimed"]),
        ("de", "Am besten bewertet: die Qualität", "leads(goods.very)", ["place-not-claimed"]),
        ("en", "Quality comes first, ahead of staff", "goods.very > 50", ["place-not-claimed"]),
        ("en", "Staff is rated highest of all", "leads_battery(staff.very)", []),
        ("en", "Staff is rated highest of all", "staff.very > goods.very", []),
        ("en", "Quality: very satisfied is the most frequent answer", "leads(goods.very)", []),
    ],
)
def test_an_item_is_ranked_by_a_claim_of_the_battery(
    language: str, headline: str, holds: str, found: list[str]
) -> None:
    told = story(RATED, finding("f", "goods", headline, holds), cover="goods.very", languages=[language])

    assert [str(fault.id) for fault in faults(told) if "claim" in fault.id or "first" in fault.id] == found
