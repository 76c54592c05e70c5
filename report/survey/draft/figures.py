"""What stands in a cell of a published table: a percentage, less than a bound, nothing that was published, or words.

37 %   37,5   (12)   12*   0.37 where all are fractions of 1      a percentage
<1   < 0,5                                                       less than a bound
–   *   .   n/a                                                  not published
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from report.frozen import frozen
from report.survey.file.schema import MOST_DECIMALS

_NUMBER = re.compile(
    r"[(\[]?\s*(?P<number>\d{1,9}(?:[.,]\d{1,25})?)\s*(?P<sign>%|Prozent|per ?cent)?\s*[)\]]?\s*[*†‡¹²³]*"
)
_SMALL = re.compile(r"\d(?:\.\d{1,25})?[eE]-\d{1,3}")
_BOUND = re.compile(r"[<‹]\s*(?P<bound>\d{1,3}(?:[.,]\d{1,3})?)\s*%?")
_COUNT = re.compile(
    r"(?:n\s*=\s*)?[(]?(?P<count>\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+|\d{1,9})(?:\.0+)?[)]?", re.IGNORECASE
)
_NOTHING = re.compile(r"[-–—*.·x/†‡]{0,3}|n\.? ?/? ?a\.?|k\.? ?a\.?|n\. ?v\.?|\(?[-–*]\)?", re.IGNORECASE)

LONG = 4
"""Decimals of a fraction that is a percentage as it was published; of more it was computed, and is rounded."""


@frozen
class Figure:
    """A number as it stands in a cell. has_sign: whether a per cent sign is with it."""

    number: Decimal
    has_sign: bool = False
    is_bound: bool = False


def figure_in(cell: str) -> Figure | None:
    """The number in a cell; None where there is none."""
    if found := _NUMBER.fullmatch(cell):
        return Figure(Decimal(found["number"].replace(",", ".")), has_sign=bool(found["sign"]))
    if _SMALL.fullmatch(cell):
        return Figure(Decimal(cell))
    if found := _BOUND.fullmatch(cell):
        return Figure(Decimal(found["bound"].replace(",", ".")), has_sign="%" in cell, is_bound=True)
    return None


def count_in(cell: str) -> int | None:
    """The number of respondents in a cell."""
    found = _COUNT.fullmatch(cell)
    return int(re.sub(r"\D", "", found["count"])) if found else None


def is_unpublished(cell: str) -> bool:
    """Whether a cell says that nothing was published."""
    return bool(_NOTHING.fullmatch(cell))


def are_fractions(figures: Iterable[Figure]) -> bool:
    """Whether the numbers of a table are fractions of 1: none above it, one between, none with a per cent sign."""
    known = [each for each in figures if not each.is_bound]
    is_any = any(0 < each.number < 1 and each.number.as_tuple().exponent < -1 for each in known)  # type: ignore[operator]
    return is_any and all(each.number <= 1 and not each.has_sign for each in known)


def percent_of(figure: Figure, *, is_fraction: bool) -> str | None:
    """A percentage as survey.yaml has it, a computed one to one decimal; None for a bound that is too large."""
    number = figure.number * 100 if is_fraction and not figure.is_bound else figure.number
    if figure.is_bound:
        return f"<{number.normalize():f}" if 0 < number <= 1 else None
    decimals = -int(number.normalize().as_tuple().exponent)
    if decimals > (LONG - 2 if is_fraction else MOST_DECIMALS):
        return f"{number.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"
    written = f"{number:f}"
    return f"{number.normalize():f}" if is_fraction or (decimals <= 0 and written.endswith(".0")) else written
