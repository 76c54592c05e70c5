"""Between which numbers the cells of a column lie: what classes of numbers are made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.frozen import frozen
from report.respondents.engine import quoted
from report.respondents.model import Codebook, MissingRange, Variable
from report.respondents.profiles import number_of
from report.respondents.rows import raw_frame

TAIL = 0.05
"""The part of the cells that lie below `low`, and that lie above `high`."""


@frozen
class Span:
    """The numbers of a column. low, high: between which all lie but for the tails. are_whole: none has decimals."""

    lowest: float
    highest: float
    low: float
    high: float
    are_whole: bool


def span_of(
    path: Path, codebook: Codebook, variable: Variable, missing: Sequence[MissingRange], *, folder: Path, display: str
) -> Span | None:
    """The span of a column without the numbers that are missing values; None where it has no other.

    folder: where what does not fit into memory is kept for so long. Raises SourceError where the file cannot be read.
    """
    declared = [each for each in variable.missing if isinstance(each, MissingRange)]
    ranges = [f"NOT x BETWEEN {_bound(each.lower)} AND {_bound(each.upper)}" for each in (*declared, *missing)]
    kept = " AND ".join(ranges) or "true"
    with raw_frame(path, codebook, [variable.name], folder=folder, display=display) as raw:
        cell = f"CAST({quoted(variable.name)} AS {'VARCHAR' if variable.is_text else 'DOUBLE'})"
        number = number_of(f"trim({cell})" if variable.is_text else cell, variable)
        measures = f"min(x), max(x), quantile_disc(x, {TAIL}), quantile_disc(x, {1 - TAIL}), bool_and(x = floor(x))"
        asked = f"SELECT {measures} FROM (SELECT {number} AS x FROM raw) WHERE x IS NOT NULL AND {kept}"  # noqa: S608
        lowest, highest, low, high, are_whole = raw.frame.to_native().query("raw", asked).fetchall()[0]
    return None if lowest is None else Span(lowest, highest, low, high, are_whole)


def _bound(number: float) -> str:
    return f"CAST('{number!r}' AS DOUBLE)"
