"""Respondents of a CSV file, and their sums in plain Python: what the statistics are given in the tests."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from report.statistics.proportions import Proportion
from report.statistics.scores import Scores
from report.statistics.sums import Sums

Row = dict[str, str]
Choice = Callable[[Row], bool]


def everybody(_: Row) -> bool:
    return True


def sums_of(weights: Iterable[float]) -> Sums:
    """The three sums, added one weight after the other."""
    listed = list(weights)
    return Sums(len(listed), sum(listed), sum(weight * weight for weight in listed))


@dataclass(frozen=True)
class Respondents:
    """All rows of a file, and the column that holds their weights."""

    rows: tuple[Row, ...]
    weight: str

    def __len__(self) -> int:
        return len(self.rows)

    def sums(self, chosen: Choice = everybody) -> Sums:
        return sums_of(float(row[self.weight]) for row in self.rows if chosen(row))

    def proportion(self, answer: Choice, base: Choice = everybody) -> Proportion:
        return Proportion(self.sums(lambda row: base(row) and answer(row)), self.sums(base))

    def scores(self, column: str, base: Choice = everybody) -> Scores:
        """The numbers of a column, without the rows in which it is empty."""
        return Scores.of(
            (float(row[column]), sums_of([float(row[self.weight])])) for row in self.rows if row[column] and base(row)
        )


@lru_cache
def read(file: Path, weight: str) -> Respondents:
    with file.open(encoding="utf-8", newline="") as lines:
        return Respondents(tuple(csv.DictReader(lines)), weight)
