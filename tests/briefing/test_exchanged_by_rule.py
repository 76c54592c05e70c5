"""Whom a headline by rule names, its claim names: exchanged with another answer, of its place nothing stays true.

A, B and C lead (58 % to 62 %), then D at 40 %        the shares of B and D exchanged: the claim is false
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from report.briefing.by_rule.batteries import batteries_of, draft_of
from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Headline
from report.briefing.by_rule.groups import gap_of
from report.briefing.by_rule.headlines import headlines_of
from report.briefing.by_rule.ranking import Ranking
from report.briefing.claims import judge
from report.briefing.facts import Facts
from report.language.registry import load
from report.survey.model import Sample, Survey
from tests.briefing.telling import emphasized
from tests.briefing.test_default_story import told
from tests.builders import MULTIPLE, SCALE, question, source, survey, tabulated

GERMAN = load("de")
SHARES = st.lists(st.sampled_from([5, 12, 40, 43, 56, 58, 60, 61, 62]), min_size=3, max_size=9)
FIGURE = re.compile(r"\{\{ (\w+)\.(\w+)(?:\.\w+\.(\w+))? ")
"""An answer in the source of a text, by its name or its figure, and the group of it."""


def of_answers(shares: Sequence[int], n: int | None = None) -> Survey:
    asked = question("q", dict(zip("abcdefghi", shares, strict=False)), type=MULTIPLE, n=n)
    return replace(survey(asked), sample=Sample.RANDOM) if n else survey(asked)


def of_statements(shares: Sequence[int]) -> Survey:
    return survey(
        *(
            replace(question(name, {"often": share, "never": 100 - share}, type=SCALE), scale="use")
            for name, share in zip("pqrstuvwx", shares, strict=False)
        )
    )


def still_true(
    headlines: Iterable[Headline], names: Mapping[str, int], shares: Sequence[int], of: Callable[[list[int]], Survey]
) -> list[tuple[str, str, str]]:
    """The claims that hold although two shares were exchanged one of which their headline tells of."""
    found = []
    told_of = [
        (each.holds, {names[name] for said in each.phrases(GERMAN) for name in named(said.text, names)})
        for each in headlines
        if each.holds
    ]
    for one, other in permutations(range(len(shares)), 2):
        if one > other or shares[one] == shares[other]:
            continue
        exchanged = list(shares)
        exchanged[one], exchanged[other] = shares[other], shares[one]
        facts = facts_of(of(exchanged))
        found += [
            (holds, f"{one}", f"{other}")
            for holds, told in told_of
            if {one, other} & told and judge(source(holds), facts).is_true is not False
        ]
    return found


def named(text: str, names: Mapping[str, int]) -> list[str]:
    return [part for found in FIGURE.finditer(text) for part in found.groups() if part in names]


def facts_of(of: Survey) -> Facts:
    return Facts(of, tabulated(of), GERMAN)


@settings(max_examples=25)
@given(SHARES, st.sampled_from([None, 300]))
@example([62, 61, 58, 40, 12], None)
@example([62, 61, 61, 40, 12], None)
@example([62, 60, 40, 12, 5], 2000)
@example([62, 61, 60, 58, 56], None)
@example([62, 60, 58, 40, 5], 300)
def test_no_answer_takes_the_place_of_one_that_is_told_of(shares: list[int], n: int | None) -> None:
    of = of_answers(shares, n)
    chance = Chance.of(of, tabulated(of))
    headlines = headlines_of(Ranking.of(of.question("q"), tabulated(of).table("q")), chance)

    names = {name: at for at, name in enumerate("abcdefghi"[: len(shares)])}
    assert still_true(headlines, names, shares, lambda changed: of_answers(changed, n)) == []


@settings(max_examples=15)
@given(SHARES)
@example([62, 61, 60, 58, 5])
@example([62, 61, 60, 40, 5])
def test_no_statement_takes_the_place_of_one_that_is_told_of(shares: list[int]) -> None:
    of = of_statements(shares)
    tables = tabulated(of)
    (battery,) = batteries_of(of, tables)
    names = {name: at for at, name in enumerate("pqrstuvwx"[: len(shares)])}

    headlines = draft_of(battery, Chance.of(of, tables), tables).headlines
    assert still_true(headlines, names, shares, of_statements) == []


def of_groups(shares: Sequence[int], others: Sequence[int]) -> Survey:
    groups = {name: {"a": a, "b": b} for name, a, b in zip("xyzw", shares, others, strict=False)}
    asked = question("q", {"a": 50, "b": 20}, type=MULTIPLE, segments={"size": groups})
    return survey(asked, segments={"size": dict.fromkeys(groups, 400)})


@pytest.mark.parametrize("others", [(20, 20, 20), (30, 20, 10)])
@pytest.mark.parametrize("shares", [(60, 40, 50), (40, 60, 60), (60, 52, 40)])
def test_no_group_takes_the_place_of_one_that_is_told_of(shares: tuple[int, ...], others: tuple[int, ...]) -> None:
    of = of_groups(shares, others)
    gap = gap_of(Ranking.of(of.question("q"), tabulated(of).table("q")), Chance.of(of, tabulated(of)))

    assert gap and len(gap.headlines) == 2
    names = {name: at for at, name in enumerate("xyz")}
    assert still_true(gap.headlines, names, shares, lambda changed: of_groups(changed, others)) == []


def test_those_that_are_said_to_lead_stand_out() -> None:
    (found,) = told(of_answers([62, 61, 58, 40, 12])).findings

    assert emphasized(found.exhibit) == ("a", "b", "c")
