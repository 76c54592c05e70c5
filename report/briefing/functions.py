"""The functions of expressions, in one table: of questions (`max`, ...), answers (`rank`, ...), two shares (`ratio`).

A further function is a further entry; evaluation, messages and docs/expressions.md read them from here.

Those of questions and answers look at the regular answers of one column: "other", "none", "don't know", "refused" and
the midpoint of a scale lead nothing and are outranked by nothing. What was not published could have been anything, so a
column with an unpublished regular answer has no order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.briefing.values import Content, Count, Refusal, Value, ratio
from report.survey.model import AnswerRole, ColumnId, Question
from report.tables.model import Cell, CellState
from report.units import Share, sign_of_difference


def regular_cells(question: Question, column: ColumnId, facts: Facts) -> list[Cell] | Refusal:
    """The regular answers that a column asked for, in file order."""
    cells = []
    for answer in question.answers:
        cell = facts.tables.table(question.id).cell(answer.id, column)
        if answer.role is not AnswerRole.REGULAR or cell.state is CellState.NOT_ASKED:
            continue
        if cell.share is None:
            message = (
                f'the answers of "{question.id}" have no order: {name_of(cell.id, facts.survey)} was not published'
            )
            return Refusal(StoryFault.NOT_PUBLISHED, message, hint="compare the published answers one by one")
        cells.append(cell)
    return cells


def highest(cells: Sequence[Cell]) -> Value | Refusal:
    """The largest share; of equal ones the first in file order."""
    return _reading_at(_by_share(cells), 0)


def second_highest(cells: Sequence[Cell]) -> Value | Refusal:
    """The share at the second place; where two share the first place, theirs."""
    return _reading_at(_by_share(cells), 1)


def lowest(cells: Sequence[Cell]) -> Value | Refusal:
    """The smallest share."""
    return _reading_at(_by_share(cells)[::-1], 0)


def rank(cell: Cell, cells: Sequence[Cell]) -> Value:
    """The place of an answer: one more than the answers above it, so equal shares have the same."""
    above = [other for other in cells if _is_above(other, cell)]
    return Value(Count(Decimal(1 + len(above))), (cell,), rivals=tuple(_by_share(above)))


def leads(cell: Cell, cells: Sequence[Cell]) -> Value:
    """Whether an answer lies strictly above every other."""
    others = _by_share([other for other in cells if other.id != cell.id])
    not_below = tuple(other for other in others if not _is_above(cell, other))
    return Value(not not_below, (cell,), rivals=not_below or tuple(others[:1]))


@dataclass(frozen=True, slots=True)
class OfQuestion:
    """A function of the regular answers of a question in the current wave.

    gives: the sort of its value, a key of `SORTS`. help: what it comes to, in a line for authors.
    """

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Sequence[Cell]], Value | Refusal]
    takes: ClassVar = "a question"
    example: ClassVar = "goals"


@dataclass(frozen=True, slots=True)
class OfAnswer:
    """A function of one regular answer among those of its column; `gives` and `help` as in `OfQuestion`."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Cell, Sequence[Cell]], Value]
    takes: ClassVar = "an answer"
    example: ClassVar = "goals.awareness"


@dataclass(frozen=True, slots=True)
class OfShares:
    """A function of two shares, named or computed; `gives` and `help` as in `OfQuestion`."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Value, Value], Value | Refusal]
    takes: ClassVar = "two shares"
    example: ClassVar = "goals.awareness, goals.service"


Function: TypeAlias = OfQuestion | OfAnswer | OfShares
_TABLE: tuple[Function, ...] = (
    OfQuestion("max", Share, "the largest share", highest),
    OfQuestion("min", Share, "the smallest share", lowest),
    OfQuestion("second", Share, "the second largest share; where two share the first place, theirs", second_highest),
    OfAnswer("rank", Count, "its place by size, equal shares having the same", rank),
    OfAnswer("leads", bool, "whether it lies strictly above every other", leads),
    OfShares("ratio", Count, "how many times as large the first is as the second", ratio),
)
FUNCTIONS: Mapping[str, Function] = {function.name: function for function in _TABLE}


def _by_share(cells: Sequence[Cell]) -> list[Cell]:
    return sorted(cells, key=_share, reverse=True)


def _reading_at(ordered: Sequence[Cell], place: int) -> Value | Refusal:
    if place >= len(ordered):
        return Refusal(StoryFault.TOO_FEW_ANSWERS, f"there are only {len(ordered)} regular answers")
    cell = ordered[place]
    return Value(_share(cell), (cell,), cell.decimals)


def _is_above(cell: Cell, other: Cell) -> bool:
    return sign_of_difference(_share(cell).fraction, _share(other).fraction) > 0


def _share(cell: Cell) -> Share:
    assert cell.share is not None, "regular_cells gives published cells only"
    return cell.share
