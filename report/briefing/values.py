"""Typed values of expressions: what may be added, compared and told apart.

    share           49 %                     share - share = percentage points; share + share = share
    points          25 percentage points     points ± points = points
    count           2 (a rank)               count ± count = count
    number          45, as the author wrote  takes the sort of what it stands beside: per cent, points, count
    condition       true or false            and, or, not
    text            worded by a filter       printed

Everything else is a mixture and refused.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from report.briefing.faults import StoryFault
from report.diagnostics import SourceText
from report.tables.model import Cell
from report.units import Between, PercentagePoints, Share, sign_of_difference


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of things, such as a rank."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Undecided:
    """A condition that holds or not depending on where below its bound a figure lies: nobody can say."""


Condition: TypeAlias = bool | Undecided
Content: TypeAlias = Share | PercentagePoints | Count | Decimal | bool | Undecided | str

SORTS: Mapping[type, str] = {
    Share: "a share",
    PercentagePoints: "percentage points",
    Count: "a count",
    Decimal: "a number",
    bool: "a condition",
    Undecided: "a condition",
    str: "a text",
}
"""What each sort of value is called in messages."""


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression, or a part of one, comes to.

    cells: those its number is made of, in order. decimals: printed digits after the mark. is_reading: it is the
    number of the one cell that the author named, nothing computed. source: of a text that was written elsewhere.
    """

    content: Content
    cells: tuple[Cell, ...] = ()
    decimals: int = 0
    is_reading: bool = False
    source: SourceText = field(default=SourceText(""), compare=False, repr=False)

    @property
    def sort(self) -> str:
        """The name of its sort, for messages."""
        return SORTS[type(self.content)]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why values cannot be put together, without the place, which only the reader of the expression knows."""

    id: str
    message: str
    notes: tuple[str, ...] = ()
    hint: str | None = None


COMPARISONS: Mapping[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
"""Each holds of two values as it holds of the sign of their difference and 0."""


def compared(left: Value, right: Value, comparison: type[ast.cmpop]) -> Value | Refusal:
    """Whether the comparison holds, computed numbers being the same within a tolerance; refused between sorts."""
    match _contents(left, right):
        case (
            (Share(one), Share(other))
            | (PercentagePoints(one), PercentagePoints(other))
            | (Count(one), Count(other))
            | ((Decimal() as one), (Decimal() as other))
        ):
            return _joined(_holds(comparison, sign_of_difference(one, other)), left, right)
    return _mixed(f"{left.sort} cannot be compared with {right.sort}", left, right)


def _holds(comparison: type[ast.cmpop], sign: int | None) -> Condition:
    return Undecided() if sign is None else COMPARISONS[comparison](sign, 0)


def all_hold(conditions: Sequence[Content]) -> Condition:
    """Whether every condition holds; one that fails decides it, whatever the undecided ones are."""
    if False in conditions:
        return False
    return Undecided() if Undecided() in conditions else True


def any_holds(conditions: Sequence[Content]) -> Condition:
    """Whether one of the conditions holds; one that does decides it, whatever the undecided ones are."""
    if True in conditions:
        return True
    return Undecided() if Undecided() in conditions else False


def opposite(condition: Condition) -> Condition:
    """Whether a condition does not hold; what is undecided stays so."""
    return condition if isinstance(condition, Undecided) else not condition


def added(left: Value, right: Value) -> Value | Refusal:
    """The sum; whether a sum of shares is a share is decided by `sums`."""
    match _contents(left, right):
        case (Share() as one, Share() as other):
            return _joined(one + other, left, right)
        case (PercentagePoints() as one, PercentagePoints() as other):
            return _joined(one + other, left, right)
        case (Count(one), Count(other)):
            return _joined(Count(one + other), left, right)
        case (Decimal() as one, Decimal() as other):
            return _joined(one + other, left, right)
    return _mixed(f"{left.sort} and {right.sort} have no sum", left, right)


def subtracted(left: Value, right: Value) -> Value | Refusal:
    """The difference; that of two shares is in percentage points."""
    match _contents(left, right):
        case (Share() as one, Share() as other):
            return _joined(one - other, left, right)
        case (PercentagePoints() as one, PercentagePoints() as other):
            return _joined(one - other, left, right)
        case (Count(one), Count(other)):
            return _joined(Count(one - other), left, right)
        case (Decimal() as one, Decimal() as other):
            return _joined(one - other, left, right)
    return _mixed(f"{left.sort} and {right.sort} have no difference", left, right)


def negated(value: Value) -> Value | Refusal:
    """The value with the other sign; only differences and written numbers have one."""
    match value.content:
        case Decimal() as number:
            return Value(-number)
        case PercentagePoints() as difference:
            return Value(PercentagePoints(-difference.points), value.cells, value.decimals)
    return Refusal(StoryFault.MIXED_TYPES, f"{value.sort} has no negative")


def _contents(left: Value, right: Value) -> tuple[Content, Content]:
    one, other = _alike(left, right)
    return one.content, other.content


def _alike(left: Value, right: Value) -> tuple[Value, Value]:
    """Both values, a written number taken as what it stands beside."""
    if isinstance(left.content, Decimal):
        return Value(_number_beside(left.content, right.content)), right
    if isinstance(right.content, Decimal):
        return left, Value(_number_beside(right.content, left.content))
    return left, right


def _number_beside(number: Decimal, other: Content) -> Content:
    match other:
        case Share():
            return Share.of_percent(number)
        case PercentagePoints():
            return PercentagePoints(number)
        case Count():
            return Count(number)
    return number


def _joined(content: Content, left: Value, right: Value) -> Value:
    """A value made of two others: the cells of both, as many decimals as the more exact one prints."""
    cells = tuple(dict.fromkeys(left.cells + right.cells))
    return Value(content, cells, max(left.decimals, right.decimals))


def no_digits(quantity: Between) -> Refusal:
    """Why a number that is known by its bounds alone cannot be printed."""
    message = f"this lies between {quantity.lower:g} and {quantity.upper:g}, so there are no digits to print"
    note = "a figure that was published as less than a bound is part of it"
    return Refusal(StoryFault.NO_DIGITS, message, (note,), "name the published figures one by one")


def _mixed(message: str, left: Value, right: Value) -> Refusal:
    has_points = PercentagePoints in (type(left.content), type(right.content))
    is_chain = any(isinstance(side.content, bool | Undecided) for side in (left, right))
    hint = None
    if has_points:
        hint = "the difference of two shares is in percentage points; compare it with a number, as in a - b >= 5"
    elif is_chain:
        hint = "join conditions with and, or, not"
    return Refusal(StoryFault.MIXED_TYPES, message, hint=hint)
