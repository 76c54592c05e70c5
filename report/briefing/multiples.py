"""How many times one share is another: the figures of which it is true, and whether a claim says so of two.

"{{ q.a }} is twice as much as {{ q.b }}"     q.a >= 2 * q.b        of the figures that are named
"doppelt so viele wie 2013"                   q.a >= 2 * q.a.w2013  none named: of two waves, where it speaks of them
"halved", and no figure is half of another    nothing: no claim can be true
"three times as many men as women"            q.a.sex.men and q.a.sex.women, and no other way round
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise, permutations
from typing import TypeAlias

from report.briefing.clauses import whole_words
from report.briefing.evaluation import value_of
from report.briefing.expression import Expression
from report.briefing.facts import Facts
from report.briefing.model.prose import name_of
from report.briefing.values import Count, Value
from report.frozen import frozen
from report.language.model import Language
from report.language.numbers import round_half_up
from report.tables.model import Cell, Table
from report.units import Between, PercentagePoints, Quantity, Share

PLACES = 9
"""Decimals at which numbers are compared: computed ones come as near to a whole multiple as a float can."""

_OPEN = Decimal("0.1")
"""The part of a factor by which "almost twice" may miss it."""


@frozen
class Multiple:
    """Words that say how many times one share is another.

    is_nearly: or almost so. is_of_waves: the other is of an earlier wave.
    """

    factor: Decimal
    is_nearly: bool = True
    is_of_waves: bool = False

    @classmethod
    def of(cls, words: re.Match[str], language: Language) -> Multiple:
        """That of words which were found by `multiple_words`."""
        factor = next(
            factor
            for factor, each in language.multiples.items()
            if re.compile(rf"(?:{each})(?!\w)", re.IGNORECASE).match(words.string, words.start())
        )
        before = words.string[: words.start()]
        is_nearly = re.search(rf"{language.nearly} $", before, re.IGNORECASE) is not None
        is_of_waves = re.search(rf"{language.change_words}|{language.earlier}", words.string, re.IGNORECASE) is not None
        return cls(factor, is_nearly, is_of_waves)

    @property
    def bound(self) -> Decimal:
        """The least, of a part the most, that one share has to be of the other."""
        leeway = self.factor * _OPEN if self.is_nearly else Decimal(0)
        return (self.factor + leeway if self.is_part else self.factor - leeway).normalize()

    @property
    def is_part(self) -> bool:
        """Whether it makes a share smaller: "half as many"."""
        return self.factor < 1

    def holds(self, one: Cell, other: Cell) -> bool:
        """Whether the first of two shares is so many times the second, for sure."""
        first, second = (_known(cell.share.fraction) if cell.share else None for cell in (one, other))
        return first is not None and second is not None and self.is_reached(first, second)

    def is_reached(self, one: Decimal, other: Decimal) -> bool:
        """Whether the first of two numbers is so many times the second."""
        limit = self.bound * other
        return other != 0 and (one <= limit if self.is_part else one >= limit)

    def claim(self, named: Sequence[Cell], are_meant: Pairing, facts: Facts, question: str) -> str | None:
        """One that is true: of two figures that a text names, of one with another, or of two of the question."""
        table = facts.tables.table(question)
        pairs = permutations(named, 2) if len(named) > 1 else _of_table(table, named, only_waves=self.is_of_waves)
        found = next((pair for pair in pairs if self.holds(*pair) and are_meant(*pair)), None)
        if found is None:
            return None
        one, other = (name_of(cell.id, facts.survey) for cell in found)
        return f"{one} {'<=' if self.is_part else '>='} {self.bound:f} * {other}"


Pairing: TypeAlias = Callable[[Cell, Cell], bool]
"""Whether words may set the first of two cells against the second."""


def multiple_words(language: Language) -> str:
    """A regular expression of all such words of a language."""
    return whole_words("|".join(language.multiples.values()))


def _of_table(table: Table, named: Sequence[Cell], *, only_waves: bool) -> Iterator[tuple[Cell, Cell]]:
    """Pairs of a row, then of a column, those of the current wave first; with the named cell, if there is one."""
    waves, *groups = ([table.total, *(column.id for column in banner.columns)] for banner in table.banners)
    lines = [[table.cell(answer, column) for column in waves] for answer in table.answers]
    if not only_waves:
        lines += [[table.cell(answer, column) for column in columns] for answer in table.answers for columns in groups]
        asked = dict.fromkeys(column for columns in (waves, *groups) for column in columns)
        lines += [[table.cell(answer, column) for answer in table.answers] for column in asked]
    for line in lines:
        for one, other in combinations(line, 2):
            is_earlier_first = only_waves and one.id.column != table.total
            if one.id != other.id and not is_earlier_first and (not named or named[0] in (one, other)):
                yield from ((one, other),) if only_waves else ((one, other), (other, one))


# --------------------------------------------------------------------------------------------------------- in a claim


def sets_against(expression: Expression) -> bool:
    """Whether a claim holds two figures against each other, in a comparison, a difference, a quotient or a function."""
    return any(
        isinstance(node, ast.Compare | ast.BinOp | ast.Call) and len(set(_terms(node))) > 1
        for node in ast.walk(expression.root)
    )


def is_claimed(multiple: Multiple, expression: Expression, are_meant: Pairing, facts: Facts) -> bool:
    """Whether a claim sets two numbers against each other, of which the one is so many times the other, or nearly.

    Its own factor does not matter, since the data are looked at: "ten times" is not true of 75 >= 2 * 25.
    """
    nearly = replace(multiple, is_nearly=True)
    values = ([value_of(node, expression, facts) for node in pair] for pair in _pairs(expression))
    return any(
        _is_so_many_times(nearly, one, other)
        for pair in values
        for one, other in permutations(pair, 2)
        if not (one.is_reading and other.is_reading) or are_meant(one.cells[0], other.cells[0])
    )


def _is_so_many_times(multiple: Multiple, one: Value, other: Value) -> bool:
    """Whether one number is so many times another, or may be where one of them is known as less than a bound alone."""
    match one.content, other.content:
        case (
            (Share(first), Share(second))
            | (PercentagePoints(first), PercentagePoints(second))
            | (Count(first), Count(second))
        ):
            exact, other_exact = _known(first), _known(second)
            return exact is None or other_exact is None or multiple.is_reached(exact, other_exact)
    return False


def _known(number: Quantity) -> Decimal | None:
    """A number as a decimal, a computed one without the noise of floats; None where only its bounds are known."""
    return None if isinstance(number, Between) else round_half_up(number, PLACES)


def _pairs(expression: Expression) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The figures, or what is computed of them, that a claim compares, subtracts or hands to a function."""
    for node in ast.walk(expression.root):
        match node:
            case ast.Compare():
                yield from pairwise(map(_without_factor, [node.left, *node.comparators]))
            case ast.BinOp(op=ast.Sub()):
                yield _without_factor(node.left), _without_factor(node.right)
            case ast.Call(args=[one, other]) if not isinstance(one, ast.Name):
                yield _without_factor(one), _without_factor(other)


def _without_factor(node: ast.expr) -> ast.expr:
    """What a number multiplies or divides: `q.a` of `2 * q.a`."""
    match node:
        case ast.BinOp(left=ast.Constant(), op=ast.Mult(), right=figure):
            return figure
        case ast.BinOp(left=figure, op=ast.Mult() | ast.Div(), right=ast.Constant()):
            return figure
    return node


def _terms(node: ast.AST) -> Iterator[str]:
    """The figures and functions below a node, as they are written."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Attribute | ast.Call):
            yield ast.unparse(child)
        else:
            yield from _terms(child)
