"""Values that know their unit: shares, percentage points, lengths, places and colours.

Three kinds of number meet in a survey report and must never mix: a `Share` of a whole (0 to 1), a
difference of shares in `PercentagePoints`, and a length in typographic points (`Pt`, 72 to the inch).
Rounding and wording of numbers is the language's business, not theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Annotated, Literal, TypeAlias

Pt: TypeAlias = Annotated[float, "typographic points"]
"""A length in typographic points; y runs downwards everywhere in the package.

A type of its own, so that a page scaled to another size finds its lengths among its numbers (`report.formats`).
"""

NOISE: Pt = 1e-6
"""What may pass a length: the noise of adding lengths."""

Number: TypeAlias = Decimal | float
"""Published figures are decimals as printed, computed ones are floats; the two never meet in one sum."""


@dataclass(frozen=True, slots=True, order=True)
class PercentagePoints:
    """A difference of two shares, in percentage points (49 % - 24 % = 25 points); may be negative.

    Equality and order are exact, as those of a Share.
    """

    points: Number

    def __add__(self, other: PercentagePoints) -> PercentagePoints:
        return PercentagePoints(plus(self.points, other.points))

    def __sub__(self, other: PercentagePoints) -> PercentagePoints:
        return PercentagePoints(plus(self.points, -other.points))

    def __mul__(self, factor: Decimal) -> PercentagePoints:
        return PercentagePoints(times(self.points, factor))

    def __truediv__(self, divisor: Decimal) -> PercentagePoints:
        return PercentagePoints(quotient(self.points, divisor))


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """A part of a whole as a fraction, 0 to 1, at full precision (a sum of shares may pass 1).

    Equality and order are exact, so that shares can be sorted and stand in sets; what is said of computed shares is
    held by `sign_of_difference`.
    """

    fraction: Number

    @classmethod
    def of_percent(cls, percent: Decimal) -> Share:
        """The share that a published percentage states: exact, its printed decimals kept."""
        return cls(percent.scaleb(-2))

    @property
    def percent(self) -> Number:
        """The same share counted in hundredths, unrounded."""
        return self.fraction.scaleb(2) if isinstance(self.fraction, Decimal) else self.fraction * 100

    def __add__(self, other: Share) -> Share:
        return Share(plus(self.fraction, other.fraction))

    def __sub__(self, other: Share) -> PercentagePoints:
        return PercentagePoints(plus(self.percent, -other.percent))

    def __mul__(self, factor: Decimal) -> Share:
        return Share(times(self.fraction, factor))

    def __truediv__(self, divisor: Decimal) -> Share:
        return Share(quotient(self.fraction, divisor))


TOLERANCE = 1e-9
"""Computed numbers that differ by no more than this are the same: floats carry no more than that."""


def sign_of_difference(left: Number, right: Number) -> Literal[-1, 0, 1]:
    """Whether `left` is less than, the same as or more than `right`: -1, 0 or 1.

    Two decimals compare exactly (49 + 33 == 82), within `TOLERANCE`, the limit included, once a float takes part. So
    "the same" is not transitive: it is for what is said of two numbers, never for sorting.
    """
    is_published = isinstance(left, Decimal) and isinstance(right, Decimal)
    if left == right or (not is_published and abs(float(left) - float(right)) <= TOLERANCE):
        return 0
    return -1 if left < right else 1


def plus(left: Number, right: Number) -> Number:
    """The sum, exact for two decimals."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left + right
    return float(left) + float(right)


def times(left: Number, right: Number) -> Number:
    """The product, exact for two decimals."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _EXACT.multiply(left, right)
    return float(left) * float(right)


def quotient(left: Number, right: Number) -> Number:
    """One number by another: a decimal where two decimals divide without remainder, else computed (49 / 3).

    Raises ZeroDivisionError for a divisor of nothing.
    """
    if isinstance(left, Decimal) and isinstance(right, Decimal) and right:
        divided = _EXACT.divide(left, right)
        if _EXACT.multiply(divided, right) == left:
            return divided
    return float(left) / float(right)


_EXACT = Context(prec=60)
"""Wide enough for every product of published figures and numbers of an expression."""


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
    """An opaque sRGB colour, each channel 0 to 255.

    role: what its theme calls it, if it calls it anything; it travels with the colour and does not tell colours apart.
    """

    red: int
    green: int
    blue: int
    role: str | None = field(default=None, compare=False)

    @classmethod
    def of_hex(cls, code: str, role: str | None = None) -> Color:
        """The colour that "#RRGGBB" (or "RRGGBB") names."""
        code = code.removeprefix("#")
        return cls(int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16), role)

    @property
    def hex(self) -> str:
        """The colour as "#RRGGBB", capitals."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"
