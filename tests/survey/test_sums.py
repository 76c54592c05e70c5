"""Sums of published figures: what rounding and bounds leave possible is no fault, and everything else is.

What is possible is worked out by arithmetic of its own: every figure stands for all numbers that round to it, or lie
below its bound.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.survey.model import CellId, ColumnId
from report.units import Between
from tests.survey.files import faults, published

HEAD = """\
format: 1
language: en
title: T
short_title: T
publisher: P
published: 2025-03
population: adults
unit: adults
questions:
  q:
    type: single
    topic: Q
    label: Q?
"""


def file_of(figures: list[str], *more: str) -> str:
    lines = [f"      a{number}: {{percent: {figure}, label: A{number}}}" for number, figure in enumerate(figures)]
    return HEAD + "".join(f"    {line}\n" for line in more) + "    answers:\n" + "\n".join(lines) + "\n"


def ids(folder: Path, text: str) -> list[str]:
    return [fault.id for fault in faults(folder, text)]


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (["33.3", "33", "34"], []),
        (["33.3", "33.3", "33.3"], []),
        (["33.3", "33.3", "33.1"], ["missing-rest"]),
        (["31", "14", "30", "25", "<1"], []),
        (["31", "14", "30", "24", "<1"], []),
        (["50.0", "49.0", "<1"], []),  # 99 and less than one: up to 100
        (["50.0", "48.8", "<1"], ["missing-rest"]),
        (["50.0", "50.0", "<1"], []),
        (["50.0", "50.1", "<1"], ["sum-above-100"]),  # at the least 49.95, 50.05 and something
        (["100", "<1", "<1"], []),
        (["<1", "<1"], ["missing-rest"]),
    ],
)
def test_every_figure_may_be_off_by_half_a_unit_of_its_own_last_digit(
    tmp_path: Path, figures: list[str], found: list[str]
) -> None:
    assert ids(tmp_path, file_of(figures)) == found


FIGURES = st.lists(
    st.integers(0, 60).map(str) | st.decimals(0, 60, places=1).map(str) | st.sampled_from(["<1", "<0.5", "33.3", "34"]),
    min_size=2,
    max_size=6,
)


def ends(figure: str) -> tuple[Fraction, Fraction]:
    """Between which two numbers lies what was published so."""
    if figure.startswith("<"):
        return Fraction(0), Fraction(figure[1:])
    half = Fraction(1, 2 * 10 ** len(figure.partition(".")[2]))
    return Fraction(figure) - half, Fraction(figure) + half


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FIGURES)
def test_a_sum_is_a_fault_where_no_numbers_behind_the_figures_sum_to_the_whole(
    tmp_path: Path, figures: list[str]
) -> None:
    lowest, highest = (sum(end) for end in zip(*map(ends, figures), strict=True))
    has_bound = any(figure.startswith("<") for figure in figures)

    above = lowest > 100 or (has_bound and lowest == 100)
    below = highest < 100 or (has_bound and highest == 100)

    told = ids(tmp_path, file_of(figures))
    assert ("sum-above-100" in told, "missing-rest" in told) == (above, below)


def test_a_sum_with_a_bound_is_told_with_both_its_ends(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, file_of(["60", "30", "<1"]))

    assert fault.message == 'the answers of "q" sum to 90–91, and nothing says what the other 9–10 are'
    assert fault.notes == ("rounding explains 1 at the most",)


def test_a_declared_rest_stands_beside_a_bound(tmp_path: Path) -> None:
    assert ids(tmp_path, file_of(["60", "30", "<1"], "rest: unknown")) == []
    assert ids(tmp_path, file_of(["60", "40", "<1"], "rest: unknown")) == ["needless-rest"]


def test_stated_decimals_are_those_that_were_printed(tmp_path: Path) -> None:
    assert ids(tmp_path, file_of(["33", "33", "33.5"])) == []
    assert ids(tmp_path, file_of(["33", "33", "33.5"], "decimals: 1")) == ["missing-rest"]


def test_a_bound_says_nothing_of_the_decimals_of_other_figures(tmp_path: Path) -> None:
    found = published(tmp_path, file_of(["60", "40", "<0.5"]))

    assert found.survey.question("q").decimals == 0
    assert found.figures[CellId("q", "a2", ColumnId("w2025"))].percent == Between(Decimal(0), Decimal("0.5"))


def test_a_bound_has_no_more_decimals_than_can_be_printed(tmp_path: Path) -> None:
    assert ids(tmp_path, file_of(["60", "40", "<0.5"], "decimals: 0")) == []
    assert ids(tmp_path, file_of(["60", "40", "<0.0005"])) == ["too-many-decimals"]


def test_a_bound_with_a_decimal_comma_is_told_once(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, file_of(["60", "40", "<0,5"]))

    assert (fault.id, fault.hint) == ("decimal-comma", "write <0.5")
