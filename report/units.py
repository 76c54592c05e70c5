"""Values that know their unit: shares, percentage points, lengths, places and colours.

Kinds of number meet in a survey report that must never mix: a `Share` of a whole (0 to 1), a difference of shares in
`PercentagePoints`, a `Score` in a unit of its own and a `ScoreDifference`, and a length in typographic points (`Pt`, 72
to the inch).
Rounding and wording of numbers is the language's business, not theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact
from functools import total_ordering
from math import inf
from typing import Annotated, Literal, TypeAlias, overload

from report.frozen import frozen

Pt: TypeAlias = Annotated[float, "typographic points"]
"""A length in typographic points; y runs downwards everywhere in the package.

A type of its own, so that a page scaled to another size finds its lengths among its numbers (`report.formats`).
"""

NOISE: Pt = 1e-6
"""What may pass a length: the noise of adding lengths."""

Number: TypeAlias = Decimal | float
"""Published figures are decimals as printed, computed ones are floats; the two never meet in one sum."""


@total_ordering
@frozen
class Between:
    """A number of which only its bounds are known: above `lower` and below `upper`, neither of them reached.

    What was published as "<1" is such a number, and so is every sum that it is a part of. Its order is for sorting
    alone, by the middle; it keeps to every order that is certain. What is said of two numbers is held by
    `sign_of_difference`, which does not decide where the bounds do not.
    """

    lower: Number
    upper: Number

    @property
    def middle(self) -> Number:
        """Half way between the bounds: where it is drawn."""
        return plus(self.lower, self.upper) / 2

    def __lt__(self, other: Quantity) -> bool:
        return _place(self) < _place(other)

    def __gt__(self, other: Quantity) -> bool:
        return _place(self) > _place(other)

    def __neg__(self) -> Between:
        return Between(-self.upper, -self.lower)


Quantity: TypeAlias = Number | Between
"""A number, or what is known of one."""


@dataclass(frozen=True, slots=True, order=True)
class PercentagePoints:
    """A difference of two shares, in percentage points (49 % - 24 % = 25 points); may be negative.

    Equality and order are exact, as those of a Share.
    """

    points: Quantity

    def __add__(self, other: PercentagePoints) -> PercentagePoints:
        return PercentagePoints(total(self.points, other.points))

    def __sub__(self, other: PercentagePoints) -> PercentagePoints:
        return PercentagePoints(total(self.points, -other.points))

    def __mul__(self, factor: Decimal) -> PercentagePoints:
        return PercentagePoints(times(self.points, factor))

    def __truediv__(self, divisor: Decimal) -> PercentagePoints:
        return PercentagePoints(quotient(self.points, divisor))


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """A part of a whole as a fraction, 0 to 1, at full precision (a sum of shares may pass 1).

    Equality and order are exact, so that shares can be sorted and stand in sets; what is said of computed shares, and
    of those that were published as less than a bound, is held by `sign_of_difference`.
    """

    fraction: Quantity

    @classmethod
    def of_percent(cls, percent: Quantity) -> Share:
        """The share that a percentage states: exact, the printed decimals of a published one kept, or below a bound."""
        if isinstance(percent, Between):
            return cls(Between(_hundredth(percent.lower), _hundredth(percent.upper)))
        return cls(_hundredth(percent))

    @property
    def percent(self) -> Quantity:
        """The same share counted in hundredths, unrounded."""
        if isinstance(self.fraction, Between):
            return Between(_hundredfold(self.fraction.lower), _hundredfold(self.fraction.upper))
        return _hundredfold(self.fraction)

    @property
    def drawn(self) -> float:
        """The fraction as a length: that of a share below a bound is half the bound, so it is never drawn as zero."""
        return float(self.fraction.middle if isinstance(self.fraction, Between) else self.fraction)

    @property
    def rounding(self) -> Decimal:
        """By how much its printed digits can be off, as a fraction: half a unit of the last one; 0 if not printed."""
        return rounding_of(self.fraction)

    def __add__(self, other: Share) -> Share:
        return Share(total(self.fraction, other.fraction))

    def __sub__(self, other: Share) -> PercentagePoints:
        return PercentagePoints(total(self.percent, -other.percent))

    def __mul__(self, factor: Decimal) -> Share:
        return Share(times(self.fraction, factor))

    def __truediv__(self, divisor: Decimal) -> Share:
        return Share(quotient(self.fraction, divisor))


@frozen
class ScoreUnit:
    """What scores are counted in; those of different units never meet.

    words: its name by language ("years"), nothing for a mere number. is_balance: of positive and negative answers, from
    -100 to 100, printed with its sign.
    """

    words: tuple[tuple[str, str], ...] = ()
    is_balance: bool = False


@frozen
class Score:
    """A mean, a median or a net promoter score, in a unit of its own: never a share of anything."""

    number: Quantity
    unit: ScoreUnit

    def __sub__(self, other: Score) -> ScoreDifference:
        return ScoreDifference(total(self.number, -other.number), self.unit)

    def __mul__(self, factor: Decimal) -> Score:
        return Score(times(self.number, factor), self.unit)

    def __truediv__(self, divisor: Decimal) -> Score:
        return Score(quotient(self.number, divisor), self.unit)


@frozen
class ScoreDifference:
    """A difference of two scores, in their unit; may be negative."""

    number: Quantity
    unit: ScoreUnit

    def __add__(self, other: ScoreDifference) -> ScoreDifference:
        return ScoreDifference(total(self.number, other.number), self.unit)

    def __sub__(self, other: ScoreDifference) -> ScoreDifference:
        return ScoreDifference(total(self.number, -other.number), self.unit)

    def __mul__(self, factor: Decimal) -> ScoreDifference:
        return ScoreDifference(times(self.number, factor), self.unit)

    def __truediv__(self, divisor: Decimal) -> ScoreDifference:
        return ScoreDifference(quotient(self.number, divisor), self.unit)


def rounding_of(quantity: Quantity) -> Decimal:
    """Half a unit of the last printed digit; 0 for what is not printed: a computed number, one between bounds."""
    if not isinstance(quantity, Decimal):
        return Decimal(0)
    return Decimal(5).scaleb(int(quantity.as_tuple().exponent) - 1)


def _hundredth(number: Number) -> Number:
    return number.scaleb(-2) if isinstance(number, Decimal) else number / 100


def _hundredfold(number: Number) -> Number:
    return number.scaleb(2) if isinstance(number, Decimal) else number * 100


TOLERANCE = 1e-9
"""Computed numbers that differ by no more than this are the same: floats carry no more than that."""


@overload
def sign_of_difference(left: Number, right: Number) -> Literal[-1, 0, 1]: ...
@overload
def sign_of_difference(left: Quantity, right: Quantity) -> Literal[-1, 0, 1] | None: ...
def sign_of_difference(left: Quantity, right: Quantity) -> Literal[-1, 0, 1] | None:
    """Whether `left` is less than, the same as or more than `right`: -1, 0 or 1; None if bounds leave it open.

    Two decimals compare exactly (49 + 33 == 82), within `TOLERANCE`, the limit included, once a float takes part. So
    "the same" is not transitive: it is for what is said of two numbers, never for sorting. A number between bounds is
    less than all that is no less than its upper one, more than all that is no more than its lower one.
    """
    if not isinstance(left, Between) and not isinstance(right, Between):
        return _sign(left, right)
    if _sign(_upper(left), _lower(right)) <= 0:
        return -1
    return 1 if _sign(_lower(left), _upper(right)) >= 0 else None


def _sign(left: Number, right: Number) -> Literal[-1, 0, 1]:
    is_published = isinstance(left, Decimal) and isinstance(right, Decimal)
    if left == right or (not is_published and abs(float(left) - float(right)) <= TOLERANCE):
        return 0
    return -1 if left < right else 1


def _lower(quantity: Quantity) -> Number:
    return quantity.lower if isinstance(quantity, Between) else quantity


def _upper(quantity: Quantity) -> Number:
    return quantity.upper if isinstance(quantity, Between) else quantity


def _place(quantity: Quantity) -> tuple[Number, Number]:
    """Where a quantity is sorted: by its middle, of equal ones the one less known behind."""
    if isinstance(quantity, Between):
        return quantity.middle, plus(quantity.upper, -quantity.lower)
    return quantity, Decimal(0)


def is_above_whole(shares: Sequence[Share]) -> bool:
    """Whether parts of one whole sum to more than it by more than rounding: half a unit of each one's last digit."""
    rounding = sum((share.rounding for share in shares), Decimal(0))
    return sign_of_difference(sum(shares, Share(Decimal(0))).fraction, 1 + rounding) == 1


def is_below_whole(shares: Sequence[Share]) -> bool:
    """Whether parts of one whole sum to less than it by more than rounding can explain."""
    rounding = sum((share.rounding for share in shares), Decimal(0))
    return sign_of_difference(sum(shares, Share(Decimal(0))).fraction, 1 - rounding) == -1


def plus(left: Number, right: Number) -> Number:
    """The sum, exact for two decimals."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left + right
    return float(left) + float(right)


def total(left: Quantity, right: Quantity) -> Quantity:
    """The sum of quantities: between the sums of their bounds, where one of them is known by these alone."""
    if not isinstance(left, Between) and not isinstance(right, Between):
        return plus(left, right)
    return Between(plus(_lower(left), _lower(right)), plus(_upper(left), _upper(right)))


def times(many: Quantity, factor: Number) -> Quantity:
    """The product, exact for two decimals; that of a number between bounds is between theirs."""
    return _spanning([_product(bound, factor) for bound in _bounds(many)])


def quotient(left: Quantity, right: Quantity) -> Quantity:
    """One number by another: a decimal where two decimals divide without remainder, else computed (49 / 3).

    Of numbers between bounds it is between the quotients of these, which are infinite by a bound of 0; it can be
    anything if 0 lies between the bounds of the divisor. Raises ZeroDivisionError for a divisor of nothing.
    """
    if not isinstance(right, Between):
        return _spanning([_divided(bound, right) for bound in _bounds(left)])
    if right.lower < 0 < right.upper:
        return Between(-inf, inf)
    side = 1 if right.upper > 0 else -1
    return _spanning([_limit(bound, divisor, side) for bound in _bounds(left) for divisor in _bounds(right)])


def _bounds(quantity: Quantity) -> tuple[Number, Number]:
    return _lower(quantity), _upper(quantity)


def _spanning(ends: Sequence[Number]) -> Quantity:
    """What lies between the outermost of the ends; where they are one, that number."""
    least, most = min(ends), max(ends)
    return Between(least, most) if least < most else least


def _product(left: Number, right: Number) -> Number:
    if not left or not right:
        return Decimal(0)
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _EXACT.multiply(left, right)
    return float(left) * float(right)


def _divided(left: Number, right: Number) -> Number:
    if isinstance(left, Decimal) and isinstance(right, Decimal) and right:
        context = Context(_EXACT.prec)
        divided = context.divide(left, right)
        if not context.flags[Inexact]:
            return divided
    return float(left) / float(right)


def _limit(left: Number, right: Number, side: int) -> Number:
    """The quotient, or what it goes to where its divisor goes to 0 from above (`side` 1) or below (-1)."""
    if right:
        return _divided(left, right)
    return side * float(left) * inf if left else Decimal(0)


_EXACT = Context(prec=60)
"""Wide enough for every product of published figures and numbers of an expression."""


@frozen
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

    def share_over(self, other: Box) -> float:
        """How much of it lies over another one, from 0 to 1; nothing of one without width or height."""
        wide = max(0.0, min(self.right, other.right) - max(self.left, other.left))
        high = max(0.0, min(self.bottom, other.bottom) - max(self.top, other.top))
        return wide * high / max(1.0, self.width * self.height)


@frozen
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
