"""Column tests of a row, told by letters: the letter of the lower column stands at the higher one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from string import ascii_uppercase

from report.frozen import frozen
from report.statistics.comparisons import Comparison, of_columns, of_domains, of_means, of_waves
from report.statistics.estimates import estimate
from report.statistics.low_base import is_under
from report.statistics.proportions import Proportion
from report.statistics.scores import Scores

STRONG, WEAK = 0.05, 0.10
"""The levels of a capital and of a small letter, 0 to 1; a probability at the level has the letter."""
LEAST_BASE = 30
"""Respondents that a tested column has at least, unweighted and effective."""


@frozen
class Letter:
    """The mark at a column that it lies above another (`column`, by its place in the row)."""

    column: int
    is_strong: bool

    @property
    def text(self) -> str:
        """A, B, ... Z, AA, AB, ... as columns of a workbook are called; in small letters for a weak one."""
        name, place = "", self.column + 1
        while place:
            place, digit = divmod(place - 1, len(ascii_uppercase))
            name = ascii_uppercase[digit] + name
        return name if self.is_strong else name.lower()


def letters(
    row: Sequence[Proportion | None], *, respondents: int, overlaps: Mapping[tuple[int, int], Proportion] | None = None
) -> tuple[tuple[Letter, ...], ...]:
    """The letters at each column of one banner, for one answer, in the order of the columns.

    row: None where a column is hidden or has no number; row totals are no columns. respondents: N, all of the file.
    overlaps: of a banner whose columns share respondents, those of each pair of places (i < j) who are in both.

    Each pair is tested at effective bases (`of_columns`), one that shares respondents by the variance of its difference
    (`of_domains`). Columns under `LEAST_BASE` are in no test. Nothing is adjusted for the number of tests.
    Source: as `comparisons.pooled`; checked against a published workbook, all of whose 484 letters follow from it.
    """
    return _marked(
        len(row),
        lambda first, second: _compared(row[first], row[second], (overlaps or {}).get((first, second)), respondents),
    )


def letters_of_scores(
    row: Sequence[Scores | None], *, respondents: Sequence[int], are_waves: bool
) -> tuple[tuple[Letter, ...], ...]:
    """The letters at each column of one banner, for a mean or a net promoter score, in the order of the columns.

    row: None where a column is hidden or has no number. respondents: N, all of the wave of each column. are_waves:
    whether the columns are independent samples, else groups of one that share nobody. Columns under `LEAST_BASE` are in
    no test. Source: as `comparisons.of_means` and `comparisons.of_waves`.
    """

    def compared(first: int, second: int) -> Comparison | None:
        one, other = row[first], row[second]
        if one is None or other is None or any(is_under(each.base, LEAST_BASE) for each in (one, other)):
            return None
        if are_waves:
            return of_waves(estimate(one, respondents[first]), estimate(other, respondents[second]))
        return of_means(one, other, respondents=respondents[first])

    return _marked(len(row), compared)


def _marked(n_columns: int, compared: Callable[[int, int], Comparison | None]) -> tuple[tuple[Letter, ...], ...]:
    marks: list[list[Letter]] = [[] for _ in range(n_columns)]
    for first, second in combinations(range(n_columns), 2):
        found = compared(first, second)
        if found and found.is_significant(WEAK):
            higher, lower = (first, second) if found.difference > 0 else (second, first)
            marks[higher].append(Letter(lower, is_strong=found.is_significant(STRONG)))
    return tuple(tuple(sorted(found, key=lambda letter: letter.column)) for found in marks)


def _compared(
    first: Proportion | None, second: Proportion | None, both: Proportion | None, respondents: int
) -> Comparison | None:
    if first is None or second is None or any(is_under(each.base, LEAST_BASE) for each in (first, second)):
        return None
    if both is None or not both.base.respondents:
        return of_columns(first, second)
    return of_domains(first.scores, second.scores, respondents=respondents, both=both.scores)
