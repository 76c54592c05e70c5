"""The field of 10 x 10 dots: where each of them stands, and how many of them a share gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from report.language.numbers import round_half_up
from report.units import Pt, Share

SIDE_IN_PITCHES = 9.77
"""The width of the field: nine pitches from centre to centre, and one dot."""
DOT_SHARE = 0.77
"""The dot's diameter as a share of the pitch."""
DOTS = 100
ACROSS = 10


@dataclass(frozen=True, slots=True)
class DotGrid:
    """A field `side` wide and high, filled by rows from the top left."""

    side: Pt

    @property
    def pitch(self) -> Pt:
        """From one dot's centre to the next."""
        return self.side / SIDE_IN_PITCHES

    @property
    def radius(self) -> Pt:
        """Of a full dot."""
        return DOT_SHARE * self.pitch / 2

    def centre(self, dot: int) -> tuple[Pt, Pt]:
        """Where the dot of that number stands, counted from 0."""
        row, column = divmod(dot, ACROSS)
        return self.radius + column * self.pitch, self.radius + row * self.pitch

    def rows(self, first: int, last: int) -> tuple[Pt, Pt]:
        """From the upper edge of one row of dots to the lower edge of another."""
        return first * self.pitch, last * self.pitch + 2 * self.radius


def dots_of(shares: Sequence[Share]) -> tuple[int, ...]:
    """How many dots each share gets: by largest remainder within the rounded sum, which is 100 at most.

    Ties go to the earlier share. Source: Hamilton's method of apportionment.
    """
    percents = [Decimal(str(share.percent)) for share in shares]
    total = sum(percents, Decimal(0))
    seats = min(DOTS, int(round_half_up(total, 0)))
    quotas = [percent * seats / total if total else Decimal(0) for percent in percents]
    whole = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda index: whole[index] - quotas[index])
    gifted = by_remainder[: seats - sum(whole)]
    return tuple(count + (index in gifted) for index, count in enumerate(whole))
