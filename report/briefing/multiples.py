"""How many times one share is another: the figures of which it is true, and whether a claim says so of two.

"{{ q.a }} is twice as much as {{ q.b }}"     q.a >= 2 * q.b        of the figures that are named
"doppelt so viele wie 2013"                   q.a >= 2 * q.a.w2013  none named: of two waves, where it speaks of them
"halved", and no figure is half of another    nothing: no claim can be true
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from report.briefing.expression import Expression
from report.briefing.facts import Facts
from report.briefing.model.prose import name_of
from report.frozen import frozen
from report.language.model import Language
from report.tables.model import Cell, Table

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
        shares = one.share, other.share
        fractions = [share.fraction for share in shares if share and isinstance(share.fraction, Decimal)]
        if len(fractions) < len(shares) or not fractions[1]:
            return False
        limit = self.bound * fractions[1]
        return fractions[0] <= limit if self.is_part else fractions[0] >= limit

    def claim(self, named: Sequence[Cell], facts: Facts, question: str) -> str | None:
        """One that is true: of two figures that a text names, of one with another, or of two of the question."""
        table = facts.tables.table(question)
        pairs = permutations(named, 2) if len(named) > 1 else _of_table(table, named, only_waves=self.is_of_waves)
        found = next((pair for pair in pairs if self.holds(*pair)), None)
        if found is None:
            return None
        one, other = (name_of(cell.id, facts.survey) for cell in found)
        return f"{one} {'<=' if self.is_part else '>='} {self.bound:f} * {other}"


def multiple_words(language: Language) -> str:
    """A regular expression of all such words of a language."""
    return rf"\b(?:{'|'.join(language.multiples.values())})(?!\w)"


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


def multiplies(expression: Expression) -> bool:
    """Whether it multiplies or divides a figure, by a number or another."""
    return any(
        isinstance(node, ast.Mult | ast.Div) or (isinstance(node, ast.Name) and node.id == "ratio")
        for node in ast.walk(expression.root)
    )


def _terms(node: ast.AST) -> Iterator[str]:
    """The figures and functions below a node, as they are written."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Attribute | ast.Call):
            yield ast.unparse(child)
        else:
            yield from _terms(child)
