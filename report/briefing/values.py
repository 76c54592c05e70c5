"""Typed values of expressions: what may be added, compared and told apart.

    share           49 %                     share - share = percentage points; share + share = share
    points          25 percentage points     points ± points = points
    score           42.3 years, +31          score - score = difference of scores; of one unit only
    difference      1.3 years, 12 points     difference ± difference = difference
    count           2 (a rank)               count ± count = count; ratio(share, share) = count
    number          45, as the author wrote  takes the sort of what it stands beside: per cent, points, count;
                                             * and / by it leave the sort as it is
    condition       true or false            and, or, not
    text            worded by a filter       printed

Everything else is a mixture and refused.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from math import inf
from typing import TypeAlias

from report.briefing.faults import StoryFault
from report.diagnostics import SourceText
from report.frozen import frozen
from report.tables.model import Cell, Flag, Hidden
from report.units import (
    Between,
    PercentagePoints,
    Quantity,
    Score,
    ScoreDifference,
    ScoreUnit,
    Share,
    quotient,
    sign_of_difference,
    times,
    total,
)


@frozen
class Count:
    """How many, such as a rank, or how many times as large."""

    number: Quantity


@frozen
class Undecided:
    """A condition that holds or not depending on where below its bound a figure lies: nobody can say."""


Condition: TypeAlias = bool | Undecided
Content: TypeAlias = Share | PercentagePoints | Score | ScoreDifference | Count | Decimal | bool | Undecided | str

SORTS: Mapping[type, str] = {
    Share: "a share",
    PercentagePoints: "percentage points",
    Score: "a score",
    ScoreDifference: "a difference of scores",
    Count: "a count",
    Decimal: "a number",
    bool: "a condition",
    Undecided: "a condition",
    str: "a text",
}
"""What each sort of value is called in messages."""


@frozen
class Value:
    """What an expression, or a part of one, comes to.

    cells: those its number is made of, in order. decimals: printed digits after the mark. is_reading: it is the
    number of the one cell that the author named, nothing computed. rivals: further cells that decided it (those above
    an answer that does not lead). source: of a text that was written elsewhere. because: what decided it beside the
    numbers of cells, for messages.
    """

    content: Content
    cells: tuple[Cell, ...] = ()
    decimals: int = 0
    is_reading: bool = False
    rivals: tuple[Cell, ...] = ()
    because: str = ""
    source: SourceText = field(default=SourceText(""), compare=False, repr=False)

    @property
    def sort(self) -> str:
        """The name of its sort, for messages."""
        return SORTS[type(self.content)]


@frozen
class Refusal:
    """Why values cannot be put together, without the place, which only the reader of the expression knows."""

    id: str
    message: str
    notes: tuple[str, ...] = ()
    hint: str | None = None


def why_missing(cell: Cell) -> str:
    """What a message says behind the name of a cell without a share."""
    if cell.hidden:
        return why_hidden(cell.hidden)
    if Flag.SUM_UNKNOWN in cell.flags:
        return "cannot be computed: only a bound of one of its answers was published"
    return "was not published"


def why_hidden(hidden: Hidden) -> str:
    """What a message says behind the name of a hidden cell."""
    if hidden.base_under is None:
        return "is withheld: it would give another figure away, whose base is too small"
    return f"is hidden: its base is under {hidden.base_under}"


def untold_base(name: str, hidden: Hidden) -> Refusal:
    """Why no text tells how many a hidden figure stands on; name: what messages call it."""
    message = f"how many {name} stands on is not told: it {why_hidden(hidden)}"
    return Refusal(StoryFault.HIDDEN_FIGURE, message, hint="leave it out; a claim may ask for it")


def refused_without(cell: Cell, message: str, *, hint: str) -> Refusal:
    """Why nothing is said that needs the share of a cell without one: it is hidden, or was not published."""
    if cell.hidden:
        return Refusal(StoryFault.HIDDEN_FIGURE, message, hint=hint)
    return Refusal(StoryFault.NOT_PUBLISHED, message, hint=hint)


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
    if refusal := _of_two_units(left, right):
        return refusal
    match _contents(left, right):
        case (
            (Share(one), Share(other))
            | (PercentagePoints(one), PercentagePoints(other))
            | (Score(one), Score(other))
            | (ScoreDifference(one), ScoreDifference(other))
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
    if refusal := _of_two_units(left, right):
        return refusal
    match _contents(left, right):
        case (Share() as one, Share() as other):
            return _joined(one + other, left, right)
        case (PercentagePoints() as one, PercentagePoints() as other):
            return _joined(one + other, left, right)
        case (ScoreDifference() as one, ScoreDifference() as other):
            return _joined(one + other, left, right)
        case (Count(one), Count(other)):
            return _joined(Count(total(one, other)), left, right)
        case (Decimal() as one, Decimal() as other):
            return _joined(one + other, left, right)
    return _mixed(f"{left.sort} and {right.sort} have no sum", left, right)


def subtracted(left: Value, right: Value) -> Value | Refusal:
    """The difference; that of two shares is in percentage points, that of two scores in their unit."""
    if refusal := _of_two_units(left, right):
        return refusal
    match _contents(left, right):
        case (Share() as one, Share() as other):
            return _joined(one - other, left, right)
        case (PercentagePoints() as one, PercentagePoints() as other):
            return _joined(one - other, left, right)
        case (Score() as one, Score() as other):
            return _joined(one - other, left, right)
        case (ScoreDifference() as one, ScoreDifference() as other):
            return _joined(one - other, left, right)
        case (Count(one), Count(other)):
            return _joined(Count(total(one, -other)), left, right)
        case (Decimal() as one, Decimal() as other):
            return _joined(one - other, left, right)
    return _mixed(f"{left.sort} and {right.sort} have no difference", left, right)


def multiplied(left: Value, right: Value) -> Value | Refusal:
    """One value so many times; one of the two is a number that the author wrote."""
    match left.content, right.content:
        case (Share() | PercentagePoints() | Score() | ScoreDifference() | Decimal() as many, Decimal() as factor):
            return _joined(many * factor, left, right)
        case (Decimal() as factor, Share() | PercentagePoints() | Score() | ScoreDifference() as many):
            return _joined(many * factor, left, right)
        case (Count(many), Decimal() as factor) | (Decimal() as factor, Count(many)):
            return _joined(Count(times(many, factor)), left, right)
    return _by_a_number(f"{left.sort} and {right.sort} have no product", left, right)


def divided(left: Value, right: Value) -> Value | Refusal:
    """A part of a value, by a number that the author wrote."""
    if isinstance(right.content, Decimal) and not right.content:
        return Refusal(StoryFault.DIVIDED_BY_ZERO, "nothing can be divided by 0")
    match left.content, right.content:
        case (Share() | PercentagePoints() | Score() | ScoreDifference() as many, Decimal() as divisor):
            return _joined(many / divisor, left, right)
        case (Count(many), Decimal() as divisor):
            return _joined(Count(quotient(many, divisor)), left, right)
        case (Decimal() as many, Decimal() as divisor):
            return _joined(many / divisor, left, right)
    return _by_a_number(f"{left.sort} cannot be divided by {right.sort}", left, right)


def ratio(left: Value, right: Value) -> Value | Refusal:
    """How many times as large one share is as another, to one digit after the mark."""
    if not (isinstance(left.content, Share) and isinstance(right.content, Share)):
        other = left if not isinstance(left.content, Share) else right
        return Refusal(StoryFault.MIXED_TYPES, f"a ratio is that of two shares, and this is {other.sort}")
    if not right.content.fraction:
        return Refusal(StoryFault.DIVIDED_BY_ZERO, "nothing is a multiple of 0 %")
    times_as_large = quotient(left.content.fraction, right.content.fraction)
    return replace(_joined(Count(times_as_large), left, right), decimals=DIGITS_OF_RATIO)


DIGITS_OF_RATIO = 1


def negated(value: Value) -> Value | Refusal:
    """The value with the other sign; only differences and written numbers have one."""
    match value.content:
        case Decimal() as number:
            return Value(-number)
        case PercentagePoints() as difference:
            return Value(PercentagePoints(-difference.points), value.cells, value.decimals)
        case ScoreDifference() as difference:
            return Value(ScoreDifference(-difference.number, difference.unit), value.cells, value.decimals)
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
        case Score():
            return Score(number, other.unit)
        case ScoreDifference():
            return ScoreDifference(number, other.unit)
        case Count():
            return Count(number)
    return number


def _joined(content: Content, left: Value, right: Value) -> Value:
    """A value made of two others: the cells of both, as many decimals as the more exact one prints."""
    cells = tuple(dict.fromkeys(left.cells + right.cells))
    return Value(content, cells, max(left.decimals, right.decimals))


def no_digits(quantity: Between) -> Refusal:
    """Why a number that is known by its bounds alone cannot be printed."""
    message = f"this lies {extent(quantity)}, so there are no digits to print"
    note = "a figure that was published as less than a bound is part of it"
    return Refusal(StoryFault.NO_DIGITS, message, (note,), "name the published figures one by one")


def extent(quantity: Between) -> str:
    """Where a number lies that is known by its bounds alone, for messages."""
    match quantity.lower == -inf, quantity.upper == inf:
        case True, True:
            return "anywhere"
        case True, False:
            return f"below {quantity.upper:g}"
        case False, True:
            return f"above {quantity.lower:g}"
    return f"between {quantity.lower:g} and {quantity.upper:g}"


def _of_two_units(left: Value, right: Value) -> Refusal | None:
    """Why two scores do not meet whose units differ."""
    one, other = left.content, right.content
    if not (isinstance(one, Score | ScoreDifference) and isinstance(other, Score | ScoreDifference)):
        return None
    if one.unit == other.unit:
        return None
    message = f"{_in_unit(left.sort, one.unit)} does not meet {_in_unit(right.sort, other.unit)}"
    return Refusal(StoryFault.MIXED_TYPES, message, hint="compare scores of one unit")


def _in_unit(sort: str, unit: ScoreUnit) -> str:
    if unit.is_balance:
        return f"{sort} from -100 to 100"
    words = dict(unit.words)
    return f"{sort} in {words.get('en', unit.words[0][1])}" if words else f"{sort} without a unit"


def _mixed(message: str, left: Value, right: Value) -> Refusal:
    scores = [side for side in (left, right) if isinstance(side.content, Score | ScoreDifference)]
    if len(scores) == 1:
        of_scores = "means, medians and net promoter scores are no shares: compare them with their like, or a number"
        return Refusal(StoryFault.MIXED_TYPES, message, hint=of_scores)
    has_points = PercentagePoints in (type(left.content), type(right.content))
    is_chain = any(isinstance(side.content, bool | Undecided) for side in (left, right))
    hint: str | None = None
    if has_points:
        hint = "the difference of two shares is in percentage points; compare it with a number, as in a - b >= 5"
    elif is_chain:
        hint = "join conditions with and, or, not"
    return Refusal(StoryFault.MIXED_TYPES, message, hint=hint)


def _by_a_number(message: str, left: Value, right: Value) -> Refusal:
    are_shares = isinstance(left.content, Share) and isinstance(right.content, Share)
    hint = "ratio(a, b) says how many times as large one share is as another" if are_shares else None
    notes = ("* and / take a number, as in 2 * goals.service or goals.service / 2",)
    return Refusal(StoryFault.MIXED_TYPES, message, notes, hint)
