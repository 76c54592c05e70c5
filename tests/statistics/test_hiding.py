"""Low bases, and what has to be hidden beside what is hidden."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.statistics.low_base import LowBase, Verdict
from report.statistics.sums import NOBODY, Sums
from report.statistics.suppression import Equation, further_hidden, given_away, of_net, of_total, of_whole


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


TOTALS = [of_total("all", [("young", 60.0), ("middle", 30.0), ("old", 10.0)])]
BASES = {"all": 100.0, "young": 60.0, "middle": 30.0, "old": 10.0}


def test_a_single_hidden_column_takes_the_smallest_other_with_it() -> None:
    assert given_away(["old"], TOTALS) == ("old",)
    assert further_hidden(["old"], TOTALS, BASES) == ("middle",)


def test_two_hidden_columns_protect_each_other() -> None:
    assert given_away(["old", "young"], TOTALS) == ()
    assert further_hidden(["old", "young"], TOTALS, BASES) == ()


def test_without_an_equation_nothing_more_is_hidden() -> None:
    assert further_hidden(["old"], [], BASES) == ()
    assert further_hidden([], TOTALS, BASES) == ()


def test_a_hidden_answer_is_not_to_be_had_from_what_is_missing_to_a_hundred() -> None:
    answers = ["yes", "no", "unknown"]

    assert further_hidden(["unknown"], [of_whole(answers)], dict.fromkeys(answers, 100.0)) == ("yes",)


def test_a_hidden_answer_is_not_to_be_had_from_its_net() -> None:
    equations = [of_net("top", ["full", "rather"])]

    assert further_hidden(["full"], equations, {"top": 9.0, "full": 9.0, "rather": 8.0}) == ("rather",)


def test_a_hidden_column_is_hidden_for_every_answer_and_so_is_its_companion() -> None:
    columns = {"young": 60.0, "middle": 30.0, "old": 10.0}
    equations = [
        *(of_total((answer, "all"), [((answer, column), base) for column, base in columns.items()]) for answer in "yn"),
        *(of_whole([("y", column), ("n", column)]) for column in ("all", *columns)),
    ]
    bases = {(answer, column): base for answer in "yn" for column, base in {"all": 100.0, **columns}.items()}

    found = further_hidden([("y", "old"), ("n", "old")], equations, bases)

    assert found == (("y", "middle"), ("n", "middle"))


def test_two_equations_together_give_away_what_neither_does_alone() -> None:
    equations = [Equation((("a", 1.0), ("b", 1.0), ("c", 2.0))), Equation((("a", 1.0), ("b", -1.0), ("d", 1.0)))]

    assert given_away(["a", "b"], equations) == ("a", "b")
    assert further_hidden(["a", "b"], equations, {"a": 1, "b": 1, "c": 2, "d": 3}) == ("c",)


def test_a_net_of_all_answers_is_no_secret_and_takes_nothing_with_it() -> None:
    equations = [of_whole(["yes", "no"]), of_net("any", ["yes", "no"])]

    assert further_hidden(["any"], equations, {"yes": 1.0, "no": 1.0, "any": 1.0}) == ()


def test_what_is_said_of_one_number_alone_cannot_be_protected() -> None:
    assert further_hidden(["a"], [of_whole(["a"])], {"a": 1.0}) == ()


Cell = tuple[int, int]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Equation[Cell]], list[Cell], dict[Cell, float]]:
    """Answers (the last one a net of the first two) by columns (the first one the total), some of the cells hidden."""
    answers, columns = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    bases = [float(draw(st.integers(1, 500))) for _ in range(columns)]
    cells = list(product(range(answers + 1), range(columns + 1)))
    equations = [
        *(of_total((i, 0), [((i, j + 1), base) for j, base in enumerate(bases)]) for i in range(answers + 1)),
        *(of_whole([(i, j) for i in range(answers)]) for j in range(columns + 1)),
        *(of_net((answers, j), [(0, j), (1, j)]) for j in range(columns + 1)),
    ]
    hidden = draw(st.lists(st.sampled_from(cells), unique=True, max_size=6))
    return equations, hidden, {(i, j): sum(bases) if j == 0 else bases[j - 1] for i, j in cells}


@settings(max_examples=150)
@given(tables())
def test_nothing_hidden_follows_from_what_is_shown(
    table: tuple[list[Equation[Cell]], list[Cell], dict[Cell, float]],
) -> None:
    equations, hidden, bases = table

    all_hidden = [*hidden, *further_hidden(hidden, equations, bases)]

    known_anyhow = by_rank(list(bases), equations)
    assert len(all_hidden) == len(set(all_hidden))
    assert set(by_rank(all_hidden, equations)) <= set(known_anyhow)


@settings(max_examples=150)
@given(tables())
def test_what_is_given_away_is_what_the_rank_of_the_equations_says(
    table: tuple[list[Equation[Cell]], list[Cell], dict[Cell, float]],
) -> None:
    equations, hidden, _ = table

    assert list(given_away(hidden, equations)) == by_rank(hidden, equations)


def by_rank(hidden: list[Cell], equations: list[Equation[Cell]]) -> list[Cell]:
    """The cells whose unit vector does not raise the rank of the equations of what is hidden: they are determined."""
    matrix = np.array([[dict(each.terms).get(cell, 0.0) for cell in hidden] for each in equations])
    scale = np.maximum(np.abs(matrix).max(axis=1, initial=0), 1e-300)
    matrix = matrix / scale[:, None]
    rank = np.linalg.matrix_rank(matrix) if hidden else 0
    units = np.eye(len(hidden))
    return [
        cell
        for cell, unit in zip(hidden, units, strict=True)
        if np.linalg.matrix_rank(np.vstack([matrix, unit])) == rank
    ]
