"""A format of another size: its lengths change, and nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from report.formats.grid import TypeSize
from report.formats.house_slides import HOUSE_SLIDES
from report.formats.scaling import scaled
from report.units import Pt


@dataclass(frozen=True, slots=True)
class Measures:
    name: str
    size: Pt
    share: float
    most: int
    widths: tuple[Pt, ...]
    shares: tuple[float, ...]
    pair: tuple[Pt, float]
    maybe: Pt | None
    roles: Mapping[str, TypeSize]


MEASURES = Measures("a", 10.0, 0.5, 3, (1.0, inf), (0.25,), (4.0, 0.75), 8.0, {"body": TypeSize(18.0, 23.0)})


def test_every_length_is_scaled_and_nothing_else() -> None:
    double = scaled(MEASURES, 2)

    assert double == Measures("a", 20.0, 0.5, 3, (2.0, inf), (0.25,), (8.0, 0.75), 16.0, {"body": TypeSize(36.0, 46.0)})


def test_a_length_that_is_missing_stays_so() -> None:
    assert scaled(Measures("a", 1.0, 1.0, 1, (), (), (1.0, 1.0), None, {}), 3).maybe is None


def test_a_format_of_its_own_size_is_itself() -> None:
    assert scaled(MEASURES, 1) is MEASURES


def test_columns_of_a_scaled_format_lie_where_they_should() -> None:
    page = HOUSE_SLIDES

    half = scaled(page, 0.5)

    assert half.grid.column_left(2) == page.grid.column_left(2) / 2
    assert half.grid.columns_width(4, 8) == page.grid.columns_width(4, 8) / 2
