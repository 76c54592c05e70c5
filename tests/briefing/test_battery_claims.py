"""The functions that compare one answer among all questions of a scale, and what they refuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from report.briefing.evaluation import Evaluation, evaluate
from report.briefing.facts import Facts
from report.briefing.values import Count, Undecided
from report.language.registry import load
from report.survey.model import Rest
from tests.builders import NOT_ASKED, SCALE, Percent, question, source, survey, tabulated, wave

OFTEN: Mapping[str, Percent] = {"net": 98, "phone": 94, "books": 35, "paper": "<1", "letters": "<1", "fax": NOT_ASKED}
BEFORE: Mapping[str, Percent] = {"net": 60, "phone": 94, "books": 40, "paper": 20, "letters": 10, "fax": 2}


def result(text: str, **changed: Percent) -> Evaluation:
    asked = [
        replace(
            question(
                name, {"often": changed.get(name, share), "never": 1}, type=SCALE,
                earlier={"w2014": {"often": BEFORE[name], "never": 1}}, rest=Rest.UNPUBLISHED,
            ),
            scale="use",
        )
        for name, share in OFTEN.items()
    ]  # fmt: skip
    alone = replace(question("alone", {"often": 50, "never": 50}, type=SCALE), scale="other")
    of = survey(*asked, alone, question("teams", {"own": 60, "cross": 40}), waves=[wave("w2014"), wave("w2016")])
    return evaluate(source(text), Facts(of, tabulated(of), load("en")))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("leads_battery(net.often)", True),
        ("leads_battery(phone.often)", False),
        ("leads_battery(phone.often.w2014)", True),
        ("leads_battery(net.often.w2014)", False),
        ("last_of_battery(fax.often.w2014)", True),
        ("last_of_battery(paper.often)", None),
        ("last_of_battery(books.often)", False),
        ("rank_in_battery(books.often)", Count(Decimal(3))),
    ],
)
def test_a_question_is_compared_with_all_that_asked_it(text: str, value: object) -> None:
    found = result(text)

    assert found.value, found.faults
    assert (None if found.value.content == Undecided() else found.value.content) == value


def test_equal_ones_share_a_place_and_none_of_them_leads() -> None:
    places = [result(f"rank_in_battery({name}.often)", net=94).value for name in ("net", "phone", "books")]

    assert [place and place.content for place in places] == [Count(Decimal(number)) for number in (1, 1, 3)]
    assert [value and value.content for value in (result("leads_battery(net.often)", net=94).value,)] == [False]


@pytest.mark.parametrize(
    ("text", "changed", "message"),
    [
        ("leads_battery(alone.often)", {}, '"alone" shares no scale with another question'),
        ("leads_battery(teams.own)", {}, '"teams" shares no scale with another question'),
        (
            "leads_battery(net.often)",
            {"books": None},
            "the questions of this scale have no order: books.often was not published",
        ),
        (
            "leads_battery(net)",
            {},
            "leads_battery takes an answer of a scale that questions share, as in leads_battery(privacy.agree)",
        ),
    ],
)
def test_what_has_no_place_is_refused(text: str, changed: Mapping[str, Percent], message: str) -> None:
    found = result(text, **changed)

    assert found.value is None
    assert [fault.message for fault in found.faults] == [message]
