"""Values that know their unit: shares, percentage points, lengths, places and colours.

Three kinds of number meet in a survey report and must never mix: a `Share` of a whole (0 to 1), a
difference of shares in `PercentagePoints`, and a length in typographic points (`Pt`, 72 to the inch).
Rounding and wording of numbers is the language's business, not theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering
from typing import Annotated, TypeAlias

Pt: TypeAlias = Annotated[float, "typographic points"]
"""A length in typographic points; y runs downwards everywhere in the package.

A type of its own, so that a page scaled to another size finds its lengths among its numbers (`report.formats`).
"""

Number: TypeAlias = Decimal | float
"""Published figures are decimals as printed, computed ones are floats; the two never meet in one sum."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class PercentagePoints:
    """A difference of two shares, in percentage points (49 % - 24 % = 25 points); may be negative."""

    points: Number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PercentagePoints) and same(self.points, other.points)

    def __hash__(self) -> int:
        return hash(("points", self.points))

    def __lt__(self, other: PercentagePoints) -> bool:
        return below(self.points, other.points)

    def __add__(self, other: PercentagePoints) -> PercentagePoints:
        return PercentagePoints(plus(self.points, other.points))

    def __sub__(self, other: PercentagePoints) -> PercentagePoints:
        return PercentagePoints(plus(self.points, -other.points))


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """A part of a whole as a fraction, 0 to 1, at full precision (a sum of shares may pass 1)."""

    fraction: Number

    @classmethod
    def of_percent(cls, percent: Decimal) -> Share:
        """The share that a published percentage states: exact, its printed decimals kept."""
        return cls(percent.scaleb(-2))

    @property
    def percent(self) -> Number:
        """The same share counted in hundredths, unrounded."""
        return self.fraction.scaleb(2) if isinstance(self.fraction, Decimal) else self.fraction * 100

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Share) and same(self.fraction, other.fraction)

    def __hash__(self) -> int:
        return hash(("share", self.fraction))

    def __lt__(self, other: Share) -> bool:
        return below(self.fraction, other.fraction)

    def __add__(self, other: Share) -> Share:
        return Share(plus(self.fraction, other.fraction))

    def __sub__(self, other: Share) -> PercentagePoints:
        return PercentagePoints(plus(self.percent, -other.percent))


TOLERANCE = 1e-9
"""Computed shares that differ by less than this are the same: floats carry no more than that."""


def same(left: Number, right: Number) -> bool:
    """Whether two numbers are equal: exactly for two decimals, within `TOLERANCE` once a float takes part."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left == right
    return abs(float(left) - float(right)) <= TOLERANCE


def below(left: Number, right: Number) -> bool:
    """Whether `left` is smaller than `right` and not the `same`."""
    return left < right and not same(left, right)


def plus(left: Number, right: Number) -> Number:
    """The sum, exact for two decimals."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left + right
    return float(left) + float(right)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points: `left` and `top` from the upper left corner of slide, page or picture."""

    left: Pt
    top: Pt
    width: Pt
    height: Pt

    @property
    def right(self) -> Pt:
        """The x of the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> Pt:
        """The y of the lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Color:
    """An opaque sRGB colour, each channel 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of_hex(cls, code: str) -> Color:
        """The colour that "#RRGGBB" (or "RRGGBB") names."""
        code = code.removeprefix("#")
        return cls(int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16))

    @property
    def hex(self) -> str:
        """The colour as "#RRGGBB", capitals."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    def blend(self, other: Color, share: float) -> Color:
        """The colour `share` (0 to 1) of the way from this one to `other`, channel by channel."""
        return Color(
            round(self.red + (other.red - self.red) * share),
            round(self.green + (other.green - self.green) * share),
            round(self.blue + (other.blue - self.blue) * share),
        )
