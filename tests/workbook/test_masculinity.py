"""The workbook of a weighted survey, held against its respondents, added up here in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import erfc, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.conftest import SHARED
from tests.tables.respondents import masculinity
from tests.workbook.reading import Read, read, table
from tests.workbook.surveys import briefing, built

pytestmark = pytest.mark.usefixtures("shared")

GROUPS = {
    "Total: 2018": ("", ""),
    "Age: 18 to 34": ("age3", "18 - 34"),
    "Age: 35 to 64": ("age3", "35 - 64"),
    "Age: 65 and up": ("age3", "65 and up"),
    "Race: white": ("race2", "White"),
    "Race: non-white": ("race2", "Non-white"),
    "Children: has children": ("kids", "Has children"),
    "Children: no children": ("kids", "No children"),
    "Orientation: straight": ("orientation", "Straight"),
    "Orientation: gay or bisexual": ("orientation", "Gay/Bisexual"),
}
AGES = ("Age: 18 to 34", "Age: 35 to 64", "Age: 65 and up")
BASES = ("Respondents (n)", "Weighted base", "Effective base")


def book(folder: Path, *, hide: int) -> Any:
    home = folder / "men"
    home.mkdir()
    masculinity.written(home, "random", hide)
    (home / "briefing.yaml").write_text(briefing("q0001", "a0"), "utf-8")
    return read(built(home, folder / "out"))


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Any:
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED}")
    return book(tmp_path_factory.mktemp("everything"), hide=0)


@pytest.fixture(scope="module")
def hiding(tmp_path_factory: pytest.TempPathFactory) -> Any:
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED}")
    return book(tmp_path_factory.mktemp("hiding"), hide=100)


def tables(found: Any) -> Iterator[tuple[str, Read]]:
    """The tables by question."""
    for sheet in found.worksheets[1:-1]:
        yield sheet["A1"].value, table(sheet)


@cache
def men() -> list[dict[str, str]]:
    return masculinity.respondents()


@dataclass(frozen=True)
class Counted:
    """A column of a question: n, weights and their squares, and the weights of each answer."""

    n: int
    weights: float
    squares: float
    answers: dict[str, float]

    @property
    def effective(self) -> float:
        return self.weights**2 / self.squares


@cache
def counted(question: str, column: str) -> Counted:
    columns, (group, code) = masculinity.questions()[question], GROUPS[column]
    n, weights, squares, answers = 0, 0.0, 0.0, dict[str, float]()
    for row in men():
        values = [row[each] for each in columns]
        if values[0] == masculinity.NOT_ASKED or (group and row[group] != code):
            continue
        weight = float(row["weight"])
        n, weights, squares = n + 1, weights + weight, squares + weight**2
        for value in values:
            answers[value.strip()] = answers.get(value.strip(), 0.0) + weight
    return Counted(n, weights, squares, answers)


@pytest.mark.parametrize("question", ["q0001", "q0004", "q0005", "q0017"])
def test_bases_shares_and_letters_are_those_of_the_respondents(question: str, everything: Any) -> None:
    found = dict(tables(everything))[question]
    columns = {column: counted(question, column) for column in GROUPS}
    answers = [row for row in found.rows if row not in BASES]

    assert found.columns == tuple(GROUPS)
    for column, each in columns.items():
        bases = [found.value(row, column) for row in BASES]
        assert bases == pytest.approx([each.n, each.weights, each.effective], rel=1e-9)
        shares = [each.answers.get(answer, 0.0) / each.weights for answer in answers]
        assert [found.value(answer, column) for answer in answers] == pytest.approx(shares, abs=1e-9)
    n_letters = 0
    for answer in answers:
        for column in GROUPS:
            told = found.letters.get((answer, column), "").split()
            n_letters += len(told)
            assert told == expected_letters(answer, column, columns), (answer, column)
    assert n_letters, "a survey with differences"


def expected_letters(answer: str, column: str, columns: dict[str, Counted]) -> list[str]:
    """The z test of shares on effective bases, pooled, of a column against each other one of its block."""
    block = [each for each in columns if each.split(":")[0] == column.split(":")[0]]
    if len(block) == 1:
        return []
    found = []
    for letter, other in zip("ABC", block, strict=False):
        own, lower = columns[column], columns[other]
        p, q = (each.answers.get(answer, 0.0) / each.weights for each in (own, lower))
        pooled = (p * own.effective + q * lower.effective) / (own.effective + lower.effective)
        error = sqrt(pooled * (1 - pooled) * (1 / own.effective + 1 / lower.effective))
        if p > q and (probability := erfc((p - q) / error / sqrt(2))) <= 0.1:
            found.append(letter if probability <= 0.05 else letter.lower())
    return found


def test_no_hidden_number_stands_in_the_file_or_follows_from_it(everything: Any, hiding: Any) -> None:
    shown = dict(tables(everything))
    n_hidden = 0
    for question, found in tables(hiding):
        hidden = {key for key, cell in found.cells.items() if cell.value == "/"}
        n_hidden += len(hidden)
        for row, column in set(found.cells) - hidden:
            assert found.value(row, column) == shown[question].value(row, column)
        columns = {column for _, column in hidden}
        assert {column for row, column in hidden if row in BASES} == columns, "their bases are hidden too"
        assert followed(question, shown[question], hidden) == set()
    assert n_hidden > 1000


def test_the_check_of_hiding_finds_what_a_single_hidden_group_would_give_away(everything: Any) -> None:
    found = dict(tables(everything))["q0001"]
    rows = [row for row in found.rows if row not in BASES]

    alone = {(row, AGES[0]) for row in rows}
    assert followed("q0001", found, alone) == alone
    assert followed("q0001", found, alone | {(row, AGES[2]) for row in rows}) == set()
    assert followed("q0001", found, {(rows[0], AGES[1])}) == {(rows[0], AGES[1])}


def followed(question: str, found: Read, hidden: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The hidden shares that follow from the others, for one who knows all bases: ages make up the total, answers one.

    A share follows if the equations, in the hidden ones alone, have a row space that holds it.
    """
    rows = [row for row in found.rows if row not in BASES]
    unknown = sorted(key for key in hidden if key[0] in rows)
    if not unknown:
        return set()
    weights = {column: counted(question, column).weights for column in ("Total: 2018", *AGES)}
    equations = [{(row, column): sign * weights[column] for column, sign in ages()} for row in rows]
    if len(masculinity.questions()[question]) == 1:
        equations += [{(row, column): 1.0 for row in rows} for column in found.columns]
    matrix = np.array([[equation.get(key, 0.0) for key in unknown] for equation in equations])
    rank = np.linalg.matrix_rank(matrix)
    return {
        key
        for place, key in enumerate(unknown)
        if np.linalg.matrix_rank(np.vstack([matrix, np.eye(len(unknown))[place]])) == rank
    }


def ages() -> Iterator[tuple[str, float]]:
    yield "Total: 2018", -1.0
    yield from ((age, 1.0) for age in AGES)
