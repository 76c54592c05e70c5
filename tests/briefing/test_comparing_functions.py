"""The functions that compare: last, tied, count_above, largest_gap, largest_change, largest_rise, largest_fall.

What is true is found by arithmetic of its own: every share below a bound is put next to either end of its range, and
what is said must hold in each such case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.claims import judge
from report.briefing.evaluation import Evaluation, evaluate
from report.briefing.facts import Facts
from report.briefing.values import Count, Undecided
from report.language.registry import load
from report.survey.model import AnswerRole, Survey
from report.units import Between, PercentagePoints
from tests.briefing.telling import faults
from tests.builders import MULTIPLE, NOT_ASKED, finding, question, source, story, survey, tabulated, wave

GOALS = question(
    "goals",
    {"awareness": 77, "experts": 52, "service": 50, "sales": 7, "other": 90},
    type=MULTIPLE,
    roles={"other": AnswerRole.OTHER},
    earlier={
        "w2014": {"awareness": 85, "experts": 50, "service": 40, "sales": 9, "other": 20},
        "w2013": {"awareness": 85},
    },
    segments={
        "size": {
            "small": {"awareness": 75, "experts": 52, "service": 41, "sales": 7, "other": 1},
            "large": {"awareness": 82, "experts": 52, "service": 62, "sales": 6, "other": 99},
        },
        "age": {
            "young": {"awareness": 70, "experts": 60, "service": 50, "sales": 1},
            "middle": {"awareness": 75, "experts": 50, "service": 50, "sales": 1},
            "old": {"awareness": 82, "experts": 44, "service": 50, "sales": 1},
        },
    },
)
RARE = question(
    "rare",
    {"a": 12, "b": "<1", "c": "<0.5", "d": 1},
    type=MULTIPLE,
    earlier={"w2014": {"a": 12, "b": "<1", "c": "<1", "d": 1}},
    segments={"size": {"small": {"a": 20, "b": "<1", "c": 0, "d": 1}, "large": {"a": 4, "b": 1, "c": "<1", "d": 1}}},
)
TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 18, "agency": NOT_ASKED},
    earlier={"w2014": {"own": 35, "cross": 33, "everyone": 23, "agency": 9}, "w2013": {"own": 24, "agency": 47}},
    segments={"size": {"small": {"own": 46}}, "age": {"young": {"own": 46, "cross": 33, "everyone": 20}}},
    breaks=[("w2013", "w2014", "a new answer")],
)
SURVEY = survey(
    GOALS,
    RARE,
    TEAMS,
    waves=[wave("w2013"), wave("w2014"), wave("w2016")],
    segments={"size": {"small": 310, "large": 120}, "age": {"young": 1, "middle": 1, "old": 1}},
)


def result(text: str, of: Survey = SURVEY) -> Evaluation:
    return evaluate(source(text), Facts(of, tabulated(of), load("en")))


def content(text: str, of: Survey = SURVEY) -> object:
    found = result(text, of)
    assert found.value, found.faults
    return None if found.value.content == Undecided() else found.value.content


def points(number: int | str) -> PercentagePoints:
    return PercentagePoints(Decimal(number))


# ------------------------------------------------------------------------------------------------------ what they are


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last(goals.sales)", True),
        ("last(goals.service)", False),
        ("last(goals.experts.size.large)", False),
        ("last(rare.d)", False),
        ("last(rare.c)", None),
        ("tied(goals.service, goals.service.age.old)", True),
        ("tied(goals.service, goals.experts)", False),
        ("tied(rare.b, rare.c)", None),
        ("tied(rare.b, rare.d)", False),
        ("count_above(goals, 50)", Count(Decimal(2))),
        ("count_above(goals, 49.9)", Count(Decimal(3))),
        ("count_above(goals, goals.sales)", Count(Decimal(3))),
        ("count_above(goals, goals.awareness / 2)", Count(Decimal(3))),
        ("count_above(goals, 100)", Count(Decimal(0))),
        ("count_above(rare, 1)", Count(Decimal(1))),
        ("count_above(rare, 0.5)", Count(Between(Decimal(1), Decimal(4)))),
        ("count_above(rare, 0.5) > 1", True),
        ("count_above(rare, 0.5) < 4", True),
        ("count_above(rare, 0.5) == 2", None),
        ("largest_gap(goals, size)", points(21)),
        ("largest_gap(goals, age)", points(16)),
        ("largest_gap(goals, size) == goals.service.size.large - goals.service.size.small", True),
        ("largest_gap(goals, size) == goals.awareness.size.large - goals.awareness.size.small", False),
        ("largest_gap(rare, size)", points(16)),
        ("largest_change(goals, w2014, w2016)", points(10)),
        ("largest_change(goals, w2016, w2014)", points(10)),
        ("largest_change(goals, w2014, w2016) == goals.service - goals.service.w2014", True),
        ("largest_change(goals, w2014, w2016) == goals.awareness.w2014 - goals.awareness", False),
        ("largest_change(goals, w2014, w2016) > 9.5", True),
        ("largest_change(teams, w2014, w2016)", points(14)),
        ("largest_rise(goals, w2014, w2016) == goals.service - goals.service.w2014", True),
        ("largest_fall(goals, w2014, w2016) == goals.awareness.w2014 - goals.awareness", True),
        ("largest_fall(goals, w2014, w2016)", points(8)),
        ("largest_rise(goals, w2016, w2014)", points(8)),
        ("largest_rise(teams, w2014, w2016) == 14", True),
        ("largest_fall(teams, w2014, w2016) == 5", True),
    ],
)  # fmt: skip
def test_comes_to(text: str, value: object) -> None:
    assert content(text) == value


def test_an_answer_with_a_role_is_left_aside() -> None:
    assert content("largest_gap(goals, size)") == points(21), "other has 98 points"
    assert content("count_above(goals, 80)") == Count(Decimal(0)), "other has 90 %"


def test_groups_that_agree_on_everything_have_no_gap() -> None:
    alike = question("q", {"a": 40, "b": 30}, segments={"size": {"x": {"a": 40, "b": 30}, "y": {"a": 40, "b": 30}}})

    assert content("largest_gap(q, size)", survey(alike, segments={"size": {"x": 1, "y": 1}})) == points(0)


def test_of_two_equal_gaps_the_claim_holds_of_either() -> None:
    equal = question("q", {"a": 40, "b": 30}, segments={"size": {"x": {"a": 40, "b": 30}, "y": {"a": 30, "b": 40}}})
    of = survey(equal, segments={"size": {"x": 1, "y": 1}})

    assert content("largest_gap(q, size) == q.a.size.x - q.a.size.y", of) is True
    assert content("largest_gap(q, size) == q.b.size.y - q.b.size.x", of) is True


def test_the_gap_to_a_share_below_a_bound_lies_between_two_numbers() -> None:
    asked = question("q", {"a": 40, "b": 30}, segments={"size": {"x": {"a": 40, "b": 30}, "y": {"a": "<1", "b": 40}}})
    of = survey(asked, segments={"size": {"x": 1, "y": 1}})

    assert content("largest_gap(q, size)", of) == PercentagePoints(Between(Decimal(39), Decimal(40)))
    assert content("largest_gap(q, size) > 39", of) is True
    assert content("largest_gap(q, size) > 39.5", of) is None


def test_what_a_function_compares_is_read() -> None:
    read = [str(reading.cell.id) for reading in result("largest_change(teams, w2014, w2016)").readings]

    assert read == [f"teams/{answer}@{of}" for answer in ("own", "cross", "everyone") for of in ("w2014", "w2016")]


# --------------------------------------------------------------------------------------------------- what they refuse


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        (
            "largest_gap(goals)", 1,
            "largest_gap takes a question and a segmentation, as in largest_gap(goals, size)", None,
        ),
        (
            "largest_gap(goals, size.large)", 1,
            "largest_gap takes a question and a segmentation, as in largest_gap(goals, size)", None,
        ),
        (
            "largest_change(goals, w2014)", 1,
            "largest_change takes a question and two waves, as in largest_change(goals, w2013, w2016)", None,
        ),
        ("count_above(goals)", 1, "count_above takes a question and a share, as in count_above(goals, 50)", None),
        ("last(goals)", 1, "last takes an answer, as in last(goals.awareness)", None),
        ("tied(goals.sales)", 1, "tied takes two shares, as in tied(goals.awareness, goals.service)", None),
        ("tied(goals.sales, 7)", 1, "two shares are tied or not, and this is a number", None),
        (
            "count_above(goals, goals.sales - goals.experts)", 20,
            "shares lie above a share or a number of per cent, and this is percentage points", None,
        ),
        ("largest_gap(goals, sise)", 20, '"sise" is not a segmentation', 'did you mean "size"?'),
        ("largest_change(goals, w2014, w2017)", 30, '"w2017" is not a wave', 'did you mean "w2016" or "w2014"?'),
        ("largest_gap(goal, size)", 13, '"goal" is not a question', 'did you mean "goals"?'),
        ("last(goals.other)", 6, '"other" is not a regular answer of "goals": it has no place among them', None),
        (
            "largest_change(goals, w2013, w2016)", 16,
            'nobody can say which difference of "goals" is the largest: goals.experts.w2013 was not published',
            "compare the published answers one by one",
        ),
        (
            "largest_gap(teams, size)", 13,
            'nobody can say which difference of "teams" is the largest: teams.own.size.large was not published',
            "compare the published answers one by one",
        ),
        (
            "largest_change(rare, w2014, w2016)", 1,
            "nobody can say where the difference is the largest, at rare.c or rare.a",
            "compare the answers that have an order one by one",
        ),
    ],
)  # fmt: skip
def test_is_refused(text: str, column: int, message: str, hint: str | None) -> None:
    found = result(text)

    (fault,) = found.faults
    assert found.value is None
    assert fault.location and (fault.location.column, fault.message, fault.hint) == (column, message, hint)


def test_a_segmentation_of_one_group_has_no_gap() -> None:
    asked = question("q", {"a": 40}, segments={"size": {"x": {"a": 40}}})

    (fault,) = result("largest_gap(q, size)", survey(asked, segments={"size": {"x": 1}})).faults

    assert (fault.id, fault.message) == (
        "too-few-answers",
        "there are no two columns in which one answer could be compared",
    )


def test_a_change_across_a_break_needs_the_authors_word() -> None:
    shown = question(
        "teams",
        {"own": 49, "cross": 33, "everyone": 18},
        earlier={"w2014": {"own": 35, "cross": 33, "everyone": 23}},
        breaks=[("w2014", "w2016", "a new answer")],
    )

    def told(*, across_break: bool) -> list[str]:
        claim = "largest_change(teams, w2014, w2016) > 10"
        found = finding("development", "teams", holds=claim, kind="columns", answers=["own"], across_break=across_break)
        of = survey(shown, waves=[wave("w2014"), wave("w2016")])
        return [fault.message for fault in faults(story(of, found))]

    assert told(across_break=True) == []
    assert told(across_break=False) == [
        "teams.own.w2014 and teams.own stand on two sides of the break between w2014 and w2016"
    ]


# ------------------------------------------------------------------------------------------ what a failing one tells


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "last(goals.service) and 5 < goals.sales",
            "last(goals.service) is false: goals.sales has 7 %, service 50 %",
        ),
        (
            "tied(goals.service, goals.experts)",
            "tied(goals.service, goals.experts) is false: goals.service has 50 %, experts 52 %",
        ),
        (
            "not tied(goals.service, goals.service.age.old)",
            "tied(goals.service, goals.service.age.old) is true: goals.service has 50 %, service.age.old 50 %",
        ),
        (
            "count_above(goals, 50) == 3",
            "count_above(goals, 50) == 3 is false: count_above(goals, 50) is 2, goals.awareness has 77 %, experts 52 %,"
            " service 50 %, sales 7 %",
        ),
        (
            "count_above(rare, 0.5) == 2",
            "count_above(rare, 0.5) == 2 depends on where below its bound rare.b or rare.c lies: count_above(rare, 0.5)"
            " is between 1 and 4, rare.a has 12 %, b < 1 %, c < 0.5 %, d 1 %",
        ),
        (
            "largest_gap(goals, size) == goals.awareness.size.large - goals.awareness.size.small",
            "largest_gap(goals, size) == goals.awareness.size.large - goals.awareness.size.small is false:"
            " largest_gap(goals, size) is 21 percentage points, goals.service.size.large has 62 %, service.size.small"
            " 41 %, goals.awareness.size.large - goals.awareness.size.small is 7 percentage points,"
            " awareness.size.large 82 %, awareness.size.small 75 %",
        ),
        (
            "largest_change(goals, w2014, w2016) < 10",
            "largest_change(goals, w2014, w2016) < 10 is false: largest_change(goals, w2014, w2016) is 10 percentage"
            " points, goals.service has 50 %, service.w2014 40 %",
        ),
    ],
)
def test_a_failing_claim_tells_the_numbers_that_decide_it(claim: str, told: str) -> None:
    verdict = judge(source(claim), Facts(SURVEY, tabulated(SURVEY), load("en")))

    assert verdict.failing == (told,)


# ------------------------------------------------------------------------------------------- held against arithmetic

NEXT_TO = Fraction(1, 10**9)
"""Closer to an end of a range than any published number is to another."""
PERCENTS = st.sampled_from(["0", "0.3", "0.5", "1", "1.4", "2", "20", "31", "31", "44", "<1", "<0.5"])
ROWS = st.integers(1, 4).flatmap(
    lambda rows: st.integers(2, 3).flatmap(
        lambda columns: st.lists(st.lists(PERCENTS, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
)
LIMITS = st.sampled_from(["0", "0.2", "0.5", "0.7", "1", "2", "30", "31", "99"])


def cases(rows: Sequence[Sequence[str]]) -> list[list[list[Fraction]]]:
    """The shares in per cent, those below a bound next to either end of their range, in all combinations."""
    ends = [
        [NEXT_TO, Fraction(text[1:]) - NEXT_TO] if text.startswith("<") else [Fraction(text)]
        for row in rows
        for text in row
    ]
    width = len(rows[0])
    return [[list(case[at : at + width]) for at in range(0, len(case), width)] for case in product(*ends)]


def grid(rows: Sequence[Sequence[str]]) -> Survey:
    """A question whose answers are the rows, its groups and its waves the columns, the last the current one."""
    answers = "abcd"[: len(rows)]
    columns = "xyz"[: len(rows[0])]
    by_column: list[Mapping[str, str]] = [
        {answer: row[at] for answer, row in zip(answers, rows, strict=True)} for at in range(len(columns))
    ]
    asked = question(
        "q",
        by_column[-1],
        type=MULTIPLE,
        earlier={f"w200{at}": column for at, column in enumerate(by_column[:-1])},
        segments={"size": dict(zip(columns, by_column, strict=True))},
    )
    waves = [*(wave(f"w200{at}") for at in range(len(columns) - 1)), wave("w2016")]
    return survey(asked, waves=waves, segments={"size": dict.fromkeys(columns, 1)})


def is_in(number: Fraction, found: object) -> bool:
    """Whether a true number is what was found, or between its bounds."""
    if isinstance(found, Between):
        return Fraction(found.lower) < number < Fraction(found.upper)
    return isinstance(found, Decimal) and Fraction(found) == number


Pair = tuple[int, int, int]
"""A row, and two places in it, the larger number first."""


def pairs_of(rows: Sequence[Sequence[str]]) -> list[Pair]:
    return [(at, *pair) for at, row in enumerate(rows) for pair in permutations(range(len(row)), 2)]


def is_always_widest(pair: Pair, cases: Sequence[Sequence[Sequence[Fraction]]]) -> bool:
    """Whether one difference is the largest wherever the shares below a bound lie."""
    at, more, less = pair
    return all(
        case[at][more] - case[at][less] == max(abs(one - other) for row in case for one, other in combinations(row, 2))
        for case in cases
    )


@given(ROWS)
def test_the_largest_gap_is_the_largest_of_all_pairs(rows: list[list[str]]) -> None:
    truths = [max(abs(one - other) for row in case for one, other in combinations(row, 2)) for case in cases(rows)]

    found = result("largest_gap(q, size)", grid(rows))

    if found.value is None:
        assert [fault.id for fault in found.faults] == ["no-order"]
        assert not any(is_always_widest(pair, cases(rows)) for pair in pairs_of(rows))
    else:
        assert isinstance(found.value.content, PercentagePoints)
        assert all(is_in(truth, found.value.content.points) for truth in truths)


@given(ROWS)
def test_the_largest_change_is_the_largest_of_all_answers(rows: list[list[str]]) -> None:
    truths = [max(abs(row[0] - row[-1]) for row in case) for case in cases(rows)]

    found = result("largest_change(q, w2000, w2016)", grid(rows))

    if found.value is None:
        assert [fault.id for fault in found.faults] == ["no-order"]
        assert any(text.startswith("<") for row in rows for text in (row[0], row[-1]))
    else:
        assert isinstance(found.value.content, PercentagePoints)
        assert all(is_in(truth, found.value.content.points) for truth in truths)


@given(ROWS, LIMITS)
def test_the_answers_above_a_share_are_counted(rows: list[list[str]], limit: str) -> None:
    truths = {Fraction(sum(row[-1] > Fraction(limit) for row in case)) for case in cases(rows)}

    found = content(f"count_above(q, {limit})", grid(rows))

    assert isinstance(found, Count)
    assert all(is_in(truth, found.number) for truth in truths)
    assert isinstance(found.number, Between) == (len(truths) > 1)


@given(ROWS)
def test_the_last_answer_lies_below_all_others(rows: list[list[str]]) -> None:
    truths = {all(case[0][-1] < row[-1] for row in case[1:]) for case in cases(rows)}

    assert content("last(q.a)", grid(rows)) == (truths.pop() if len(truths) == 1 else None)


@given(PERCENTS, PERCENTS)
def test_tied_shares_are_the_same(one: str, other: str) -> None:
    truth = None if one.startswith("<") and other.startswith("<") else one == other
    if one.startswith("<") != other.startswith("<"):
        bound, exact = sorted((one, other), key=lambda text: not text.startswith("<"))
        truth = None if 0 < Fraction(exact) < Fraction(bound[1:]) else False

    assert content("tied(q.a, q.b)", grid([["1", one], ["1", other]])) == truth
