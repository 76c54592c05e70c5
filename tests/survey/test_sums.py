"""Sums of published figures: what rounding and bounds leave possible is no fault, and everything else is.

What is possible is worked out by arithmetic of its own: every figure stands for all numbers that round to it, or lie
below its bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.survey.model import CellId, ColumnId
from report.units import Between
from tests.survey.files import faults, published
from tests.yaml_source.marked import words

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


# ------------------------------------------------------------------------------------------------------- fractions


def multiple(*figures: str, more: Sequence[str] = ()) -> str:
    return file_of(list(figures), *more).replace("type: single", "type: multiple")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (multiple("0.61", "0.66", "0.38"), ["fraction"]),
        (multiple("0.61", "66", "38"), ["fraction"]),
        (multiple("0.6", "0.3"), ["fraction"]),
        (multiple("0.61", "0.66", more=["decimals: 2"]), []),
        (multiple("0.5", "66", "38"), []),  # a small share with the one decimal that many publish
        (multiple("0.25", "66.12", "38"), []),
        (multiple("<0.5", "1"), []),
        (multiple("0", "1"), []),
        (file_of(["0.41", "42", "9"], "rest: no_answer"), ["fraction"]),
        (file_of(["0.41", "42", "9"]), ["missing-rest"]),
    ],
)
def test_figures_that_look_like_fractions_are_told_where_no_sum_tells(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert ids(tmp_path, text) == found


def test_the_first_of_the_fractions_is_told_as_a_percentage(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, multiple("0.61", "0.66", "0.38"))

    assert words(fault) == (
        'warning[fraction]: 0.61 looks like a fraction, and the figures of "q" are per cent\n'
        "  so do 2 more of its figures\n"
        "  hint: write 61, or state `decimals: 2` if 0.61 % is right"
    )


def test_fractions_that_should_sum_to_100_are_told_together(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, file_of(["0.41", "0.42", "0.17"]))

    assert words(fault) == (
        'error[missing-rest]: the answers of "q" sum to 1.00, and nothing says what the other 99.00 are\n'
        "  as percentages, the 3 figures below 1 would sum to 100\n"
        "  hint: write 41 for 0.41, and so on"
    )


@pytest.mark.parametrize(("figure", "found"), [("0.4", []), ("0.41", ["fraction"])])
def test_one_figure_below_one_with_one_decimal_may_be_what_was_published(
    tmp_path: Path, figure: str, found: list[str]
) -> None:
    text = file_of([figure]).replace("type: single", "type: multiple")

    assert ids(tmp_path, text) == found
