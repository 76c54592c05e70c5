"""Which series of a chart its rows or columns are: told before a place leaves some out, so that colours stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from report.charts.model import ChartColumn, ChartRow, SeriesPlace

Part = TypeVar("Part", ChartRow, ChartColumn)


def numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, each with its place among all."""
    return tuple(replace(part, series=SeriesPlace(number, len(parts))) for number, part in enumerate(parts))
