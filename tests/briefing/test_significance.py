"""What differs by more than chance, how many people figures stand on, and what is in no test."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from report.briefing.claims import judge
from report.briefing.evaluation import Evaluation, evaluate
from report.briefing.facts import Facts
from report.briefing.significance import compared
from report.briefing.values import Count
from report.language.registry import load
from report.statistics.comparisons import Comparison
from report.survey.model import ColumnId
from report.tables.model import Cell
from tests import counting
from tests.builders import question, source, survey, tabulated
from tests.tables.respondents import masculinity
from tests.tables.respondents.test_masculinity import ORACLES
from tests.tables.respondents.test_masculinity import tabulated as masculinity_tables

ROWS = [
    *counting.rows(daily=60, often=30, never=10, books=80, size="small", age="young"),
    *counting.rows(daily=45, often=35, never=20, books=20, size="large", age="old"),
    *counting.rows(daily=70, often=60, never=70, wave="22"),
    *counting.rows(daily=4, often=3, size="", age="old"),
]
"""By size daily 60 of 100 and 45 of 100; in all 109 of 207; four years before 70 of 200."""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    numbers, tables = counting.counted(tmp_path_factory.mktemp("counted"), ROWS)
    return Facts(numbers.survey, tables, load("en"))


def result(text: str, facts: Facts) -> Evaluation:
    return evaluate(source(text), facts)


def comparison_of(one: str, other: str, facts: Facts) -> Comparison:
    first, second = (facts.cell_named(name.split(".")) for name in (one, other))
    assert isinstance(first, Cell)
    assert isinstance(second, Cell)
    found = compared(first, second, facts)
    assert isinstance(found, Comparison), found
    return found


@pytest.mark.parametrize(
    ("one", "other", "statistic"),
    [
        # 0.60 and 0.45 of a hundred each: 0.15 / sqrt(0.525 * 0.475 * 2/100)
        ("q.daily.size.small", "q.daily.size.large", 2.123977),
        # 109 of 207 and 70 of 200: 0.176570 / sqrt(0.439803 * 0.560197 * (1/207 + 1/200))
        ("q.daily", "q.daily.w22", 3.587736),
        # small against the 107 others, of whom 49 read daily: 0.142056 / sqrt(0.526570 * 0.473430 * (1/100 + 1/107))
        ("q.daily.size.small", "q.daily", 2.045552),
        ("q.daily", "q.daily.size.small", -2.045552),
        # 45 and 35 of the same hundred: 0.10 / sqrt((0.80 - 0.01) / 100)
        ("q.daily.size.large", "q.often.size.large", 1.125088),
        # a net and a part of it, who share all 45 of it: 0.35 / sqrt((0.35 - 0.1225) / 100)
        ("q.reads.size.large", "q.daily.size.large", 7.337994),
        # 20 and 80 of a hundred; as few as can be gave both, none: 0.6 / sqrt((1 - 0.36) / 100)
        ("m.papers.size.large", "m.books.size.large", 7.5),
    ],
)
def test_each_pair_has_its_test(one: str, other: str, statistic: float, facts: Facts) -> None:
    assert comparison_of(one, other, facts).statistic == pytest.approx(statistic, abs=2e-6)


@pytest.mark.parametrize(
    ("claim", "is_true"),
    [
        ("differs(q.daily.size.small, q.daily.size.large)", True),
        ("differs(q.often.size.small, q.often.size.large)", False),
        ("not differs(q.daily.size.large, q.often.size.large)", True),
        ("differs(q.daily, q.daily.w22) and q.daily > q.daily.w22", True),
        ("base(q) == 207", True),
        ("base(q.daily.size.small) < base(q.daily.w22)", True),
        ("low_base(q.daily)", False),
        ("low_base(q.daily.size.small)", False),
        ("low_base(q.daily.age.young)", False),
    ],
)
def test_a_claim_may_be_of_chance_and_of_bases(claim: str, is_true: bool, facts: Facts) -> None:
    assert judge(source(claim), facts).is_true is is_true


def test_the_level_is_that_of_the_survey(tmp_path: Path, facts: Facts) -> None:
    numbers, tables = counting.counted(tmp_path, ROWS, counting.survey(confidence=99))
    claim = source("differs(q.daily.size.small, q.daily.size.large)")

    assert judge(claim, facts).is_true  # p = 0.034
    assert judge(claim, Facts(numbers.survey, tables, load("en"))).is_true is False


def test_a_claim_that_fails_tells_the_probability(facts: Facts) -> None:
    verdict = judge(source("differs(q.often.size.small, q.often.size.large)"), facts)

    assert verdict.failing == (
        "differs(q.often.size.small, q.often.size.large) is false: p = 0.450, q.often.size.small has 30 %,"
        " often.size.large 35 %",
    )


def test_so_do_those_of_bases(facts: Facts) -> None:
    failing = [judge(source(claim), facts).failing for claim in ("base(q) > 300", "low_base(q.daily)")]

    assert failing == [
        ("base(q) > 300 is false: base(q) is 207",),
        ("low_base(q.daily) is false: its base is 207, effective 207.0, the limit 100",),
    ]


def test_weights_make_bases_small(tmp_path: Path) -> None:
    # 100 of weight 1 and 20 of weight 10: effective (300)^2 / 2100 = 42.9 of 120
    many = [*counting.rows(daily=100), *counting.rows(never=20, weight=10)]
    numbers, tables = counting.counted(tmp_path, many)
    facts = Facts(numbers.survey, tables, load("en"))

    assert judge(source("low_base(q.daily)"), facts).is_true
    assert judge(source("base(q) == 120"), facts).is_true


def test_a_base_is_printed_as_a_number(facts: Facts) -> None:
    found = result("base(q)", facts)

    assert found.value and found.value.content == Count(Decimal(207))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("differs(q.daily.size.small, q.daily.age.old)", "share respondents: how many is not known"),
        ("differs(q.daily, q.daily)", "q.daily is held against itself"),
        (
            "differs(q.daily, m.books)",
            "q.daily and m.books are of two questions: how many gave both answers is not known",
        ),
        ("differs(q.daily, q.often.w22)", "q.daily and q.often.w22 are neither of one answer nor of one column"),
    ],
)
def test_what_makes_no_pair_is_told(text: str, message: str, facts: Facts) -> None:
    found = result(text, facts)

    assert [fault.id for fault in found.faults] == ["not-testable"]
    assert message in found.faults[0].message


def test_published_percentages_have_no_base_to_test_on() -> None:
    of = survey(question("teams", {"own": 49, "cross": 33}), n=500)

    fault = result("differs(teams.own, teams.cross)", Facts(of, tabulated(of), load("en"))).faults[0]

    assert fault.as_text() == (
        "briefing.yaml:1:9: error[not-testable]: no test without a base: teams.own was published as a percentage\n"
        "    1 | differs(teams.own, teams.cross)\n"
        "      |         ^^^^^^^^^\n"
        "  hint: a test needs respondents, which `data` of the survey names"
    )


def test_their_base_may_be_known_all_the_same() -> None:
    of = survey(question("teams", {"own": 49, "cross": 33}), n=90)
    facts = Facts(of, tabulated(of), load("en"))

    assert judge(source("base(teams) == 90 and low_base(teams.own)"), facts).is_true


def test_or_not_be_known() -> None:
    of = survey(question("teams", {"own": 49, "cross": 33}))

    (fault,) = result("base(teams)", Facts(of, tabulated(of), load("en"))).faults

    assert fault.as_text() == (
        'briefing.yaml:1:6: error[not-published]: how many people "teams" stands on was not published\n'
        "    1 | base(teams)\n"
        "      |      ^^^^^\n"
        "  hint: add `n` to the survey, or leave it out"
    )


HIDDEN = [
    *counting.rows(daily=10, often=5, never=5, size="small"),
    *counting.rows(daily=40, often=40, never=40, size="large", age="old"),
    *counting.rows(daily=50, often=50, never=50, size="large", age="old", wave="22"),
]
"""Twenty small ones, who are hidden, and the large ones with them: all are one or the other."""


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    numbers, tables = counting.counted(tmp_path_factory.mktemp("hidden"), HIDDEN)
    return Facts(numbers.survey, tables, load("en"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("q.daily.size.small", "is hidden: its base is under 30"),
        ("q.daily.size.large", "is withheld: it would give another figure away, whose base is too small"),
    ],
)
def test_a_hidden_figure_is_in_no_text_claim_or_test(name: str, why: str, hidden: Facts) -> None:
    (of_text,) = result(f"{name} | words", hidden).faults
    (of_claim,) = judge(source(f"leads({name})"), hidden).faults
    (of_test,) = result(f"differs({name}, q.daily)", hidden).faults

    assert (of_text.id, of_text.message) == ("hidden-figure", f"{name} {why}")
    assert (of_claim.id, of_claim.message) == ("hidden-figure", f"{name} {why}")
    assert (of_test.id, of_test.message) == ("not-testable", f"no test of a hidden figure: {name} {why}")


def test_a_hidden_figure_is_told_at_its_place(hidden: Facts) -> None:
    (fault,) = result("q.daily.size.small", hidden).faults

    assert fault.as_text() == (
        "briefing.yaml:1:1: error[hidden-figure]: q.daily.size.small is hidden: its base is under 30\n"
        "    1 | q.daily.size.small\n"
        "      | ^^^^^^^^^^^^^^^^^^\n"
        "  hint: take another figure"
    )


def test_a_place_among_hidden_ones_is_none(hidden: Facts) -> None:
    (fault,) = result("largest_gap(q, size)", hidden).faults

    assert fault.id == "hidden-figure"
    assert fault.message == (
        'nobody can say which difference of "q" is the largest: q.daily.size.small is hidden: its base is under 30'
    )


@pytest.mark.parametrize(
    "text",
    ["base(q.daily.size.small)", "base(q.daily.size.small) * 2", "q.daily.size.small | n", "q.never.size.large | n"],
)
def test_no_text_tells_how_many_a_hidden_figure_stands_on(text: str, hidden: Facts) -> None:
    found = result(text, hidden)

    assert found.value is None
    assert [fault.id for fault in found.faults] == ["hidden-figure"]
    assert "stands on is not told: it is " in found.faults[0].message


def test_how_few_a_hidden_figure_stands_on_may_be_said(hidden: Facts) -> None:
    assert judge(source("base(q.daily.size.small) == 20 and low_base(q.daily.size.small)"), hidden).is_true


def test_no_test_is_made_on_few(tmp_path: Path) -> None:
    numbers, tables = counting.counted(tmp_path, HIDDEN, counting.survey(hide=0))

    (fault,) = result(
        "differs(q.daily.size.small, q.daily.size.large)", Facts(numbers.survey, tables, load("en"))
    ).faults

    assert fault.message == "no test on a base under 30: that of q.daily.size.small is 20 (effective 20)"


def test_a_census_has_no_chance_in_it(tmp_path: Path) -> None:
    numbers, tables = counting.counted(tmp_path, ROWS, counting.survey(sample="census"))

    (fault,) = result("differs(q.daily, q.often)", Facts(numbers.survey, tables, load("en"))).faults

    assert fault.message == "in a census everybody was asked: there is no chance to test against"


def test_pairs_of_weighted_columns_are_those_of_r(shared: Path, tmp_path: Path) -> None:
    respondents, tables = masculinity_tables(tmp_path)
    facts = Facts(respondents.survey, tables, load("en"))
    cases = json.loads((shared / "oracles" / "masculinity.json").read_text("utf-8"))["cases"]
    groups, held = {name: group for group, name in ORACLES.items()}, 0
    for case in cases:
        _, kind, *rest = case["id"].split("/")
        if kind != "pairs" or "=" not in rest[0] or rest[0].startswith("net:") or "|" in rest[0]:
            continue
        name, label = rest[0].split("=")
        answers = respondents.survey.question(name).answers
        answer = next(each for each in answers if masculinity.plain(each.label.text("en")) == masculinity.plain(label))
        for pair in case["result"]["pairs"]:
            if not {pair["a"], pair["b"]} <= groups.keys():
                continue
            one, other = (
                tables.table(name).cell(answer.id, ColumnId("w2018", rest[1], groups[pair[side]])) for side in "ab"
            )
            found = compared(one, other, facts)
            assert isinstance(found, Comparison)
            expected = pair["p_effective_base"]
            assert found.p_value == (1.0 if expected is None else pytest.approx(expected, rel=1e-9, abs=1e-12))
            held += 1
    assert held > 100
