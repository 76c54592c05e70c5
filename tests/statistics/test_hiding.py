"""Low bases, and what has to be hidden beside what is hidden."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.statistics.low_base import LowBase, Verdict
from report.statistics.sums import NOBODY, Sums
from report.statistics.suppression import Equation, further_hidden, given_away


@pytest.mark.parametrize(
    ("respondents", "verdict"),
    [(0, Verdict.HIDDEN), (29, Verdict.HIDDEN), (30, Verdict.FLAGGED), (99, Verdict.FLAGGED), (100, Verdict.SHOWN)],
)
def test_a_base_at_a_limit_reaches_it(respondents: int, verdict: Verdict) -> None:
    tenths = Sums(respondents, sum([0.1] * respondents), sum([0.1 * 0.1] * respondents))

    assert LowBase().verdict(Sums.of_count(respondents)) is verdict
    assert LowBase().verdict(tenths) is verdict


def test_the_effective_base_has_to_reach_the_limits_too() -> None:
    assert LowBase().verdict(Sums(1000, 1000.0, 1e6 / 29)) is Verdict.HIDDEN
    assert LowBase().verdict(Sums(1000, 1000.0, 1e6 / 99)) is Verdict.FLAGGED
    assert LowBase(hide=0, flag=50).verdict(NOBODY) is Verdict.FLAGGED


Group = str
BASES = {name: Sums.of_count(n) for name, n in {"all": 130, "young": 70, "middle": 40, "old": 12, "rest": 8}.items()}
ORDER = {name: base.weights for name, base in BASES.items()}
WHOLE = [Equation((("all", -1.0), ("young", 1.0), ("middle", 1.0), ("old", 1.0)))]
WITH_REST = [Equation((*WHOLE[0].terms, ("rest", 1.0)))]


def further(hidden: list[Group], equations: list[Equation[Group]]) -> tuple[Group, ...]:
    return further_hidden(hidden, equations, BASES, limit=30, order=ORDER)


def test_a_single_hidden_column_takes_the_smallest_other_with_it() -> None:
    assert given_away(["old"], WHOLE, BASES, limit=30) == (("old",),)
    assert further(["old"], WHOLE) == ("middle",)


def test_hidden_columns_protect_each_other_if_they_are_enough_together() -> None:
    assert given_away(["old", "young"], WHOLE, BASES, limit=30) == ()
    assert further(["old", "young"], WHOLE) == ()


def test_a_few_who_are_in_no_column_do_not_protect_a_hidden_one() -> None:
    assert given_away(["old", "rest"], WITH_REST, BASES, limit=30) == (("old", "rest"),)
    assert further(["old", "rest"], WITH_REST) == ("middle",)


def test_a_few_who_are_in_no_column_are_no_secret_of_their_own() -> None:
    assert further(["rest"], WITH_REST) == ("middle",)
    assert further_hidden(["rest"], WITH_REST, BASES, limit=30, order=ORDER, unnamed=["rest"]) == ()
    assert further_hidden(["old", "rest"], WITH_REST, BASES, limit=30, order=ORDER, unnamed=["rest"]) == ("middle",)


def test_without_an_equation_nothing_more_is_hidden() -> None:
    assert further(["old"], []) == ()
    assert further([], WHOLE) == ()


def test_a_column_that_is_enough_is_no_secret() -> None:
    assert further(["middle"], WHOLE) == ()


def test_two_equations_together_give_away_what_neither_does_alone() -> None:
    bases = {name: Sums.of_count(n) for name, n in {"a": 10, "b": 25, "c": 90, "d": 120, "e": 140}.items()}
    equations = [Equation((("a", 1.0), ("b", 1.0), ("c", -1.0))), Equation((("a", 1.0), ("b", -1.0), ("d", 1.0)))]
    order = {name: base.weights for name, base in bases.items()}

    assert set(given_away(["a", "b"], equations, bases, limit=30)) == {("a",), ("b",)}
    assert further_hidden(["a", "b"], equations, bases, limit=30, order=order) == ("c",)


@st.composite
def banners(draw: st.DrawFn) -> tuple[list[Equation[Group]], list[Group], dict[Group, Sums]]:
    """Two banners, one of them of groups of the other's; those under 30 are hidden."""
    sizes = draw(st.lists(st.integers(1, 90), min_size=2, max_size=6))
    ends = sorted({0, *draw(st.lists(st.integers(1, len(sizes)), max_size=3)), len(sizes)})
    names = [f"fine{number}" for number in range(len(sizes))]
    bases = {"all": sum(sizes), **dict(zip(names, sizes, strict=True))}
    equations = [Equation((("all", -1.0), *((name, 1.0) for name in names)))]
    for start, end in pairwise(ends):
        bases[f"coarse{start}"] = sum(sizes[start:end])
        equations.append(Equation(((f"coarse{start}", -1.0), *((name, 1.0) for name in names[start:end]))))
    hidden = [name for name, n in bases.items() if n < 30]
    return equations, hidden, {name: Sums.of_count(n) for name, n in bases.items()}


@settings(max_examples=150)
@given(banners())
def test_no_few_follow_from_what_is_shown(
    drawn: tuple[list[Equation[Group]], list[Group], dict[Group, Sums]],
) -> None:
    equations, hidden, bases = drawn
    order = {name: base.weights for name, base in bases.items()}

    all_hidden = [*hidden, *further_hidden(hidden, equations, bases, limit=30, order=order)]

    assert len(all_hidden) == len(set(all_hidden))
    followed = by_rank(all_hidden, equations)
    assert not [name for name in followed if bases[name].respondents < 30 and len(all_hidden) < len(bases)]


def by_rank(hidden: list[Group], equations: list[Equation[Group]]) -> list[Group]:
    """The groups whose unit vector does not raise the rank of the equations of what is hidden: they are determined."""
    matrix = np.array([[dict(each.terms).get(group, 0.0) for group in hidden] for each in equations])
    rank = np.linalg.matrix_rank(matrix) if hidden else 0
    units = np.eye(len(hidden))
    return [
        group for place, group in enumerate(hidden) if np.linalg.matrix_rank(np.vstack([matrix, units[place]])) == rank
    ]
