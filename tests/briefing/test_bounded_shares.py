"""Shares that were published as less than a bound: whatever is said of them is true wherever they lie below it.

What is true is found by arithmetic of its own: every bounded share is put next to either end of its range, and what
holds in each such case holds wherever it lies, for the sums and orders asked for here are monotonous.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.briefing.claims import judge
from report.briefing.evaluation import Evaluation, evaluate
from report.briefing.facts import Facts
from report.briefing.filters import worded
from report.briefing.leaders import leaders
from report.briefing.values import Count, Undecided
from report.language.registry import load
from report.survey.model import Survey
from tests.briefing.telling import faults
from tests.builders import finding, question, source, story, survey, tabulated

NEXT_TO = Fraction(1, 10**9)
"""Closer to an end of a range than any published number is to another."""

PERCENTS = st.sampled_from(["0", "0.3", "0.5", "1", "1.4", "2", "20", "31", "<1", "<1", "<0.5", "<0.3"])
QUESTIONS = st.lists(PERCENTS, min_size=2, max_size=5).map(lambda found: dict(zip("abcde", found, strict=False)))

Case = Mapping[str, Fraction]
Holds = Callable[[Case], bool]


def cases(percents: Mapping[str, str]) -> list[Case]:
    """The shares in per cent, the bounded ones next to either end, in all combinations."""
    ends = [
        [NEXT_TO, Fraction(text[1:]) - NEXT_TO] if text.startswith("<") else [Fraction(text)]
        for text in percents.values()
    ]
    return [dict(zip(percents, values, strict=True)) for values in product(*ends)]


def asked(percents: Mapping[str, str]) -> Survey:
    return survey(question("q", percents))


def found(text: str, percents: Mapping[str, str]) -> Evaluation:
    of = asked(percents)
    return evaluate(source(text), Facts(of, tabulated(of), load("en")))


def truth(text: str, percents: Mapping[str, str]) -> object:
    value = found(text, percents).value
    assert value is not None
    return None if value.content == Undecided() else value.content


def expected(holds: Holds, percents: Mapping[str, str]) -> bool | None:
    results = {holds(case) for case in cases(percents)}
    return results.pop() if len(results) == 1 else None


def added(case: Case, names: Sequence[str]) -> Fraction:
    return sum((case[name] for name in names), Fraction(0))


@given(QUESTIONS, st.data(), st.sampled_from(["<", "<=", ">", ">="]))
def test_a_comparison_of_sums_holds_where_it_holds_whatever_the_bounded_shares_are(
    percents: Mapping[str, str], data: st.DataObject, sign: str
) -> None:
    order = data.draw(st.permutations(list(percents)))
    cut = data.draw(st.integers(1, len(order) - 1))
    left, right = order[:cut], order[cut:]
    compare = {"<": Fraction.__lt__, "<=": Fraction.__le__, ">": Fraction.__gt__, ">=": Fraction.__ge__}[sign]

    text = f"{' + '.join(f'q.{name}' for name in left)} {sign} {' + '.join(f'q.{name}' for name in right)}"

    assert truth(text, percents) == expected(lambda case: compare(added(case, left), added(case, right)), percents)


@given(QUESTIONS, st.sampled_from(["0", "0.2", "0.5", "1", "1.5", "31"]))
def test_a_difference_is_compared_by_what_is_known_of_it(percents: Mapping[str, str], points: str) -> None:
    assert truth(f"q.a - q.b < {points}", percents) == expected(
        lambda case: case["a"] - case["b"] < Fraction(points), percents
    )


@given(QUESTIONS, st.sampled_from(["0.5", "2", "3", "0", "-1"]), st.sampled_from(["<", "<=", ">", ">="]))
def test_a_multiple_is_compared_by_what_is_known_of_it(percents: Mapping[str, str], factor: str, sign: str) -> None:
    compare = {"<": Fraction.__lt__, "<=": Fraction.__le__, ">": Fraction.__gt__, ">=": Fraction.__ge__}[sign]

    assert truth(f"{factor} * q.a {sign} q.b", percents) == expected(
        lambda case: compare(Fraction(factor) * case["a"], case["b"]), percents
    )


@given(QUESTIONS, st.sampled_from(["0.5", "1", "2", "31"]))
def test_a_ratio_is_compared_by_what_is_known_of_it(percents: Mapping[str, str], times: str) -> None:
    assume(percents["b"] != "0")

    assert truth(f"ratio(q.a, q.b) > {times}", percents) == expected(
        lambda case: case["a"] / case["b"] > Fraction(times), percents
    )


@given(QUESTIONS)
def test_an_answer_leads_where_it_lies_above_all_others_for_certain(percents: Mapping[str, str]) -> None:
    assert truth("leads(q.a)", percents) == expected(
        lambda case: all(case["a"] > case[name] for name in case if name != "a"), percents
    )
    assert truth("not leads(q.a)", percents) == expected(
        lambda case: not all(case["a"] > case[name] for name in case if name != "a"), percents
    )


@given(QUESTIONS)
def test_a_rank_and_the_largest_share_are_named_where_they_are_certain(percents: Mapping[str, str]) -> None:
    ranks = {1 + sum(value > case["a"] for value in case.values()) for case in cases(percents)}
    rank, largest = found("rank(q.a)", percents), found("max(q)", percents)

    assert rank.value is None or {rank.value.content} == {Count(Decimal(number)) for number in ranks}
    if largest.value is None:
        assert [fault.id for fault in largest.faults] == ["no-order"]
    else:
        (cell,) = largest.value.cells
        assert all(case[cell.id.answer] == max(case.values()) for case in cases(percents))


@given(QUESTIONS)
def test_leaders_share_the_first_place_in_every_case(percents: Mapping[str, str]) -> None:
    of = asked(percents)
    cells = [tabulated(of).table("q").cell(name, tabulated(of).table("q").total) for name in percents]
    first = {frozenset(name for name in case if case[name] == max(case.values())) for case in cases(percents)}

    leading = frozenset(cell.id.answer for cell in leaders(cells))

    assert not leading or first == {leading}
    assert leading or len(first) > 1


MIXED = {"weekly": "31", "never": "25", "na": "<1"}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("q.na < 1", True),
        ("q.na > 0", True),
        ("q.na < q.never", True),
        ("q.na >= 1", False),
        ("q.na > 0.5", None),
        ("q.na == 0.5", None),
        ("q.na > 0.5 and q.never > 30", False),
        ("q.na > 0.5 and q.never > 20", None),
        ("q.na > 0.5 or q.never > 20", True),
        ("not q.na > 0.5", None),
        ("0 < q.na < 0.5", None),
        ("q.weekly + q.na > 31", True),
        ("q.weekly + q.na < 32", True),
        ("q.weekly - q.na > 30.5", None),
        ("q.weekly - q.na > 30", True),
    ],
)
def test_a_condition_is_decided_by_the_bounds_or_not_at_all(condition: str, holds: bool | None) -> None:
    assert truth(condition, MIXED) is holds


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("q.na", "de", "<\u00a01\u00a0%"),
        ("q.na", "en", "<1%"),
        ("q.na | number", "de", "<\u00a01"),
        ("q.na | words", "de", "weniger als 1\u00a0Prozent"),
        ("q.na | words", "en", "less than 1\u00a0per\u00a0cent"),
        ("q.na | of_100", "de", "weniger als 1\u00a0von\u00a0100"),
        ("q.na | of_100", "en", "less than 1\u00a0out\u00a0of\u00a0100"),
        ("min(q)", "en", "<1%"),
    ],
)
def test_a_bounded_share_is_printed_as_it_was_published(text: str, language: str, words: str) -> None:
    of = asked(MIXED)
    value = evaluate(source(text), Facts(of, tabulated(of), load(language))).value

    assert value is not None
    assert worded(value, load(language)) == words


def test_a_bound_keeps_its_own_decimals_beside_figures_with_others() -> None:
    of = survey(question("q", {"a": "33.3", "b": "<0.5", "c": "<1"}))

    assert [evaluated(f"q.{name}", of) for name in "abc"] == ["33,3\u00a0%", "<\u00a00,5\u00a0%", "<\u00a01\u00a0%"]


def evaluated(text: str, of: Survey) -> object:
    value = evaluate(source(text), Facts(of, tabulated(of), load("de"))).value
    assert value is not None
    return worded(value, load("de"))


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("q.weekly + q.na", "31 and 32"),
        ("q.never - q.na", "24 and 25"),
        ("q.weekly + q.na | words", "31 and 32"),
        ("q.never - q.na | signed", "24 and 25"),
        ("2 * (q.never + q.na)", "50 and 52"),
        ("ratio(q.na, q.never) + ratio(q.never, q.weekly)", "0.806452 and 0.846452"),
    ],
)
def test_a_sum_or_difference_with_a_bounded_share_has_no_digits(text: str, between: str) -> None:
    of = survey(question("q", MIXED))

    (fault,) = faults(story(of, finding("q", "q", f"{{{{ {text} }}}}")), ["de"])

    assert fault.id == "no-digits"
    assert fault.message == f"this lies between {between}, so there are no digits to print"


def test_a_ratio_to_a_bounded_share_has_no_digits() -> None:
    of = survey(question("q", MIXED))

    (fault,) = faults(story(of, finding("q", "q", "{{ ratio(q.weekly, q.na) }}")), ["de"])

    assert (fault.id, fault.message) == ("no-digits", "this lies above 31, so there are no digits to print")


@pytest.mark.parametrize(("text", "printed"), [("2 * q.na", "<\u00a02\u00a0%"), ("q.na / 4", "<\u00a00,25\u00a0%")])
def test_a_multiple_of_a_bounded_share_is_less_than_that_of_its_bound(text: str, printed: str) -> None:
    assert evaluated(text, survey(question("q", MIXED))) == printed


def test_a_part_whose_bound_has_no_last_digit_has_no_digits() -> None:
    of = survey(question("q", MIXED))

    (fault,) = faults(story(of, finding("q", "q", "{{ q.na / 3 }}")), ["de"])

    assert (fault.id, fault.message) == (
        "no-digits",
        "this lies between 0 and 0.333333, so there are no digits to print",
    )


def test_the_sum_of_bounded_shares_is_less_than_the_sum_of_their_bounds() -> None:
    of = survey(question("q", {"a": "<1", "b": "<0.5", "c": 99}))

    assert evaluated("q.a + q.b", of) == "<\u00a01,5\u00a0%"


def test_a_claim_that_depends_on_where_below_its_bound_a_share_lies_fails_and_says_so() -> None:
    of = asked(MIXED)
    told = story(of, finding("q", "q", "Kaum jemand", "q.na < 0.5"))

    (fault,) = faults(told, ["de"])

    assert fault.id == "failed-claim"
    assert fault.notes == ("q.na < 0.5 depends on where below its bound q.na lies: q.na has < 1 %",)


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("leads(q.na)", "is false: q.weekly has 31.0 %, never 25.0 %, na < 1 %"),
        ("leads(q.few)", "is false: q.weekly has 31.0 %, never 25.0 %, few 0.5 %"),
        ("not leads(r.a)", "depends on where below its bound r.b lies: r.b has < 1 %, a 0.5 %"),
        ("leads(r.b)", "depends on where below its bound r.b lies: r.a has 0.5 %, b < 1 %"),
        ("q.na >= 1", "is false: q.na has < 1 %"),
        (
            "2 * q.na > q.few",
            "depends on where below its bound q.na lies: 2 * q.na is < 2 %, q.na has < 1 %, few 0.5 %",
        ),
        ("q.na / 2 > 1", "is false: q.na / 2 is < 0.5 %, q.na has < 1 %"),
        (
            "q.weekly - q.na < 30",
            "is false: q.weekly - q.na is between 30 and 31 percentage points, q.weekly has 31.0 %, na < 1 %",
        ),
        ("ratio(q.weekly, q.na) < 31", "is false: ratio(q.weekly, q.na) is above 31, q.weekly has 31.0 %, na < 1 %"),
        (
            "r.b > q.na",
            "depends on where below its bound r.b or q.na lies: r.b has < 1 %, q.na has < 1 %",
        ),
    ],
)
def test_the_part_of_a_claim_that_fails_is_told_with_its_bounded_shares(condition: str, told: str) -> None:
    of = survey(question("q", {**MIXED, "few": "0.5"}), question("r", {"a": "0.5", "b": "<1"}))

    verdict = judge(source(condition), Facts(of, tabulated(of), load("de")))

    assert verdict.is_true is False
    assert verdict.failing == (f"{condition.removeprefix('not ')} {told}",)


def test_of_several_parts_those_that_hold_are_not_told() -> None:
    of = asked(MIXED)

    verdict = judge(source("q.na < 1 and q.na > 0.2 and q.never > 30"), Facts(of, tabulated(of), load("de")))

    assert verdict.failing == (
        "q.na > 0.2 depends on where below its bound q.na lies: q.na has < 1 %",
        "q.never > 30 is false: q.never has 25 %",
    )
