"""Which part of a claim the data do not support, and the numbers that decide it.

leads(a.x) and 19 <= a.y < 24        the claim is taken apart at and, or, not, functions and comparisons;
└───┬────┘     └──┬─┘└─┬┘            of a chain, at its pairs
    true        true  false          a.y < 24 is false: a.y has 25 %
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import inf

from report.briefing.evaluation import value_of
from report.briefing.expression import Expression, Part
from report.briefing.facts import LONGEST_LIST, Facts
from report.briefing.model.prose import name_of
from report.briefing.values import Condition, Count, Undecided, Value, compared, extent
from report.language.numbers import round_half_up
from report.tables.model import Cell
from report.units import Between, PercentagePoints, Quantity, Score, ScoreDifference, Share


def failing_parts(expression: Expression, facts: Facts) -> tuple[str, ...]:
    """A line for each part that leaves a claim false: the part, and every number that it was decided by."""
    return tuple(_Failing(expression, facts).parts(expression.root, wanted=True))


class _Failing:
    """Walks the tree of a claim that was evaluated without fault."""

    def __init__(self, expression: Expression, facts: Facts) -> None:
        self.expression = expression
        self.facts = facts

    def parts(self, node: ast.expr, *, wanted: bool) -> Iterator[str]:
        """The parts for which a condition is not as it should be; `wanted` is False behind a not."""
        match node:
            case ast.BoolOp(values=conditions):
                for condition in conditions:
                    if self._value(condition).content is not wanted:
                        yield from self.parts(condition, wanted=wanted)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield from self.parts(operand, wanted=not wanted)
            case ast.Compare() if wanted:
                yield from self._failing_pairs(node)
            case ast.Compare():
                yield self._told(Part.of(node), [node.left, *node.comparators], self._value(node))
            case _:
                yield self._told(Part.of(node), [node], self._value(node))

    def _failing_pairs(self, node: ast.Compare) -> Iterator[str]:
        terms = [node.left, *node.comparators]
        for operator, (left, right) in zip(node.ops, pairwise(terms), strict=True):
            result = compared(self._value(left), self._value(right), type(operator))
            assert isinstance(result, Value), "the claim was evaluated without fault"
            if result.content is not True:
                yield self._told(Part.of(left).up_to(Part.of(right)), [left, right], result)

    def _told(self, part: Part, terms: Sequence[ast.expr], found: Value) -> str:
        """A line: goals.service < 24 is false: goals.service has 25 %.

        Of a part that is undecided: goals.other > 0.5 depends on where below its bound goals.other lies: ...
        """
        numbers = _Numbers(self.facts)
        for term in terms:
            numbers.add(self._text(Part.of(term)), self._value(term))
        if isinstance(found.content, Undecided):
            verdict = f"depends on where below its bound {' or '.join(numbers.bounded())} lies"
        else:
            verdict = "is true" if found.content else "is false"
        return f"{self._text(part)} {verdict}: {numbers}"

    def _value(self, node: ast.expr) -> Value:
        return value_of(node, self.expression, self.facts)

    def _text(self, part: Part) -> str:
        return " ".join(self.expression.text(part).split())


class _Numbers:
    """Numbers as a line tells them, in the names by which an author calls them, each once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._told: list[str] = []
        self._cells: list[Cell] = []

    def add(self, name: str, value: Value) -> None:
        """What a term came to, where its cells do not say it, and the cells that decided it."""
        if isinstance(value.content, Count) and not value.cells:
            self._told.append(f"{name} is {_printed(value)}")
        if value.because:
            self._told.append(value.because)
        if not value.cells:
            return
        if not (value.is_reading or isinstance(value.content, Condition)):
            self._told.append(f"{name} is {_printed(value)}")
        for cell in (*value.rivals, *value.cells):
            if cell not in self._cells:
                self._told.append(self._having(cell))
                self._cells.append(cell)

    def bounded(self) -> list[str]:
        """The names of the figures that were published as less than a bound."""
        return [name_of(cell.id, self._facts.survey) for cell in self._cells if _is_bounded(cell)]

    def _having(self, cell: Cell) -> str:
        """A number: challenges.privacy has 55 %, resources 51 %; the question is named where it changes."""
        assert cell.value is not None, "only published cells are read"
        name, before = name_of(cell.id, self._facts.survey), self._cells[-1:]
        number = _printed(Value(cell.value, decimals=cell.decimals, is_reading=True))
        if before and before[0].id.question == cell.id.question:
            return f"{name.removeprefix(f'{cell.id.question}.')} {number}"
        return f"{name} has {number}"

    def __str__(self) -> str:
        more = len(self._told) - LONGEST_LIST
        return ", ".join(self._told[:LONGEST_LIST]) + (f" and {more} more" if more > 0 else "")


def _is_bounded(cell: Cell) -> bool:
    return cell.share is not None and isinstance(cell.share.fraction, Between)


FURTHER_DIGITS = 2
"""Of a computed number beyond those that are published: 49 / 3 is no 16 where it is compared with 16."""


def _printed(value: Value) -> str:
    match value.content:
        case Share() as share:
            return f"{_digits(share.percent, value)} %"
        case PercentagePoints(points):
            return f"{_digits(points, value)} percentage points"
        case Score(number, unit):
            is_above = unit.is_balance and not isinstance(number, Between) and number > 0
            return f"{'+' if is_above else ''}{_digits(number, value)}"
        case Count(number) | ScoreDifference(number):
            return _digits(number, value)
    raise AssertionError(f"{value.sort} has no digits")


def _digits(number: Quantity, value: Value) -> str:
    if isinstance(number, Between):
        return extent(number) if number.lower or number.upper == inf else f"< {number.upper:g}"
    if value.is_reading:
        return str(round_half_up(number, value.decimals))
    exact = round_half_up(number, value.decimals + FURTHER_DIGITS)
    shown = round_half_up(number, value.decimals)
    return str(shown if shown == exact else exact.normalize() + Decimal(0))
