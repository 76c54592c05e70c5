"""The functions of expressions, in one table: of questions (`max`), answers (`rank`), shares (`ratio`), columns.

A further function is a further entry; evaluation, messages and docs/expressions.md read them from here.

Those of questions and answers look at the regular answers of one column: "other", "none", "don't know", "refused" and
the midpoint of a scale lead nothing and are outranked by nothing. What was not published could have been anything, so a
column with an unpublished regular answer has no order.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar, TypeAlias

from report.briefing.differences import fall, rise, widest
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.briefing.significance import compared as compared_by_test
from report.briefing.significance import level_of
from report.briefing.values import (
    Condition,
    Content,
    Count,
    Refusal,
    Undecided,
    Value,
    all_hold,
    compared,
    ratio,
    refused_without,
    why_missing,
)
from report.frozen import frozen
from report.language.numbers import print_alike
from report.survey.model import AnswerRole, ColumnId, Question
from report.tables.model import Bases, Cell, CellState, sign_of_shares
from report.units import Between, PercentagePoints, Share, sign_of_difference


def regular_cells(question: Question, column: ColumnId, facts: Facts) -> list[Cell] | Refusal:
    """The regular answers that a column asked for, in file order."""
    cells = []
    for answer in question.answers:
        cell = facts.tables.table(question.id).cell(answer.id, column)
        if answer.role is not AnswerRole.REGULAR or cell.state is CellState.NOT_ASKED:
            continue
        if cell.share is None:
            name = f"{name_of(cell.id, facts.survey)} {why_missing(cell)}"
            message = f'the answers of "{question.id}" have no order: {name}'
            return refused_without(cell, message, hint="compare the published answers one by one")
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


def rank(cell: Cell, cells: Sequence[Cell]) -> Value | Refusal:
    """The place of an answer: one more than the answers above it, so equal shares have the same."""
    if refusal := _no_order(cell, cells):
        return refusal
    above = [other for other in cells if sign_of_shares(other, cell) == 1]
    return Value(Count(Decimal(1 + len(above))), (cell,), rivals=tuple(_by_share(above)))


def leads(cell: Cell, cells: Sequence[Cell]) -> Value:
    """Whether an answer lies strictly above every other."""
    others = _by_share([other for other in cells if other.id != cell.id])
    orders = [sign_of_shares(cell, other) for other in others]
    is_above: list[Condition] = [Undecided() if order is None else order > 0 for order in orders]
    return _held(cell, others, is_above)


def _held(cell: Cell, others: Sequence[Cell], conditions: Sequence[Condition]) -> Value:
    """Whether a condition holds beside every other answer, with those that decide it; the nearest stand first."""
    holds = all_hold(conditions)
    deciding = [other for other, condition in zip(others, conditions, strict=True) if condition == holds]
    return Value(holds, (cell,), rivals=tuple(deciding[:1] if holds is True else deciding))


def last(cell: Cell, cells: Sequence[Cell]) -> Value:
    """Whether an answer lies strictly below every other."""
    others = _by_share([other for other in cells if other.id != cell.id])[::-1]
    orders = [sign_of_shares(cell, other) for other in others]
    is_below: list[Condition] = [Undecided() if order is None else order < 0 for order in orders]
    return _held(cell, others, is_below)


def tied(one: Value, other: Value) -> Value | Refusal:
    """Whether two shares are the same, as printed: 35.31 and 35.13 are where no decimals are shown."""
    if not (isinstance(one.content, Share) and isinstance(other.content, Share)):
        stranger = one if not isinstance(one.content, Share) else other
        return Refusal(StoryFault.MIXED_TYPES, f"two shares are tied or not, and this is {stranger.sort}")
    found = compared(one, other, ast.Eq)
    are_alike = print_alike((one.content, one.decimals), (other.content, other.decimals))
    return replace(found, content=True) if are_alike and isinstance(found, Value) else found


def count_above(cells: Sequence[Cell], limit: Value) -> Value | Refusal:
    """How many shares lie strictly above a limit; between bounds, both left out, where a share may or may not."""
    if isinstance(limit.content, Decimal):
        limit = Value(Share.of_percent(limit.content))
    if not isinstance(limit.content, Share):
        message = f"shares lie above a share or a number of per cent, and this is {limit.sort}"
        return Refusal(StoryFault.MIXED_TYPES, message)
    signs = [sign_of_difference(_share(cell).fraction, limit.content.fraction) for cell in cells]
    certain, open_ = Decimal(signs.count(1)), Decimal(signs.count(None))
    number = Between(certain - 1, certain + open_ + 1) if open_ else certain
    return Value(Count(number), tuple(dict.fromkeys((*cells, *limit.cells))))


def differs(one: Cell, other: Cell, facts: Facts) -> Value | Refusal:
    """Whether two cells of a question differ by more than chance, at the level of the survey."""
    found = compared_by_test(one, other, facts)
    if isinstance(found, Refusal):
        return found
    assert facts.tables.counting, "what was not counted is not tested"
    because = f"p = {found.p_value:.3f}" if found.p_value >= LEAST_TOLD else f"p < {LEAST_TOLD}"
    return Value(found.is_significant(level_of(facts.tables.counting)), (one, other), because=because)


LEAST_TOLD = 0.001
"""The least probability that a message tells."""


def base(named: str, bases: Bases) -> Value | Refusal:
    """How many people percentages stand on."""
    if bases.unweighted is None:
        message = f"how many people {named} stands on was not published"
        return Refusal(StoryFault.NOT_PUBLISHED, message, hint="add `n` to the survey, or leave it out")
    if bases.most is not None:
        message = f"the answers of {named} stand on different numbers of people, {bases.unweighted} to {bases.most}"
        return Refusal(StoryFault.WRONG_ARGUMENT, message, hint="name one of the answers")
    return Value(Count(Decimal(bases.unweighted)))


def low_base(cell: Cell, facts: Facts) -> Value | Refusal:
    """Whether the base of a cell is so small that its number has a sign, or is hidden."""
    bases = cell.bases
    if bases.unweighted is None:
        return base(name_of(cell.id, facts.survey), bases)
    effective = "" if bases.effective is None else f", effective {bases.effective:.1f}"
    because = f"its base is {bases.unweighted}{effective}, the limit {bases.least_unmarked}"
    return Value(bases.is_small, because=because)


@frozen
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


@frozen
class OfAnswer:
    """A function of one regular answer among those of its column; `gives` and `help` as in `OfQuestion`."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Cell, Sequence[Cell]], Value | Refusal]
    takes: ClassVar = "an answer"
    example: ClassVar = "goals.awareness"


@frozen
class OfBattery:
    """A function of one answer or net among those of all questions that share its scale; as in `OfQuestion`."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Cell, Sequence[Cell]], Value | Refusal]
    takes: ClassVar = "an answer of a scale that questions share"
    example: ClassVar = "privacy.agree"


@frozen
class OfShares:
    """A function of two shares, named or computed; `gives` and `help` as in `OfQuestion`."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Value, Value], Value | Refusal]
    takes: ClassVar = "two shares"
    example: ClassVar = "goals.awareness, goals.service"


@frozen
class OfShareInQuestion:
    """A function of the regular answers of a question in the current wave and of a share."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Sequence[Cell], Value], Value | Refusal]
    takes: ClassVar = "a question and a share"
    example: ClassVar = "goals, 50"


@frozen
class OfGroups:
    """A function of a question's regular answers in the columns of a segmentation, a row an answer."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Sequence[Sequence[Cell]]], Value | Refusal]
    takes: ClassVar = "a question and a segmentation"
    example: ClassVar = "goals, size"


@frozen
class OfWaves:
    """A function of a question's regular answers in two waves, a row an answer."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Sequence[Sequence[Cell]]], Value | Refusal]
    takes: ClassVar = "a question and two waves"
    example: ClassVar = "goals, w2013, w2016"


@frozen
class OfPair:
    """A function of two figures of one question: of one answer in two columns, or of two answers of one column."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Cell, Cell, Facts], Value | Refusal]
    takes: ClassVar = "two figures of a question"
    example: ClassVar = "goals.service.size.small, goals.service.size.large"


@frozen
class OfBase:
    """A function of those whom a question was put to, in the current wave or in the column of a figure."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[str, Bases], Value | Refusal]
    takes: ClassVar = "a question or a figure"
    example: ClassVar = "goals"


@frozen
class OfFigure:
    """A function of one figure, be it hidden."""

    name: str
    gives: type[Content]
    help: str
    value: Callable[[Cell, Facts], Value | Refusal]
    takes: ClassVar = "a figure"
    example: ClassVar = "goals.awareness"


Function: TypeAlias = (
    OfQuestion | OfAnswer | OfBattery | OfShares | OfShareInQuestion | OfGroups | OfWaves | OfPair | OfBase | OfFigure
)
_TABLE: tuple[Function, ...] = (
    OfQuestion("max", Share, "the largest share", highest),
    OfQuestion("min", Share, "the smallest share", lowest),
    OfQuestion("second", Share, "the second largest share; where two share the first place, theirs", second_highest),
    OfAnswer("rank", Count, "its place by size, equal shares having the same", rank),
    OfAnswer("leads", bool, "whether it lies strictly above every other", leads),
    OfAnswer("last", bool, "whether it lies strictly below every other", last),
    OfBattery("leads_battery", bool, "whether it lies strictly above that of every other question of the scale", leads),
    OfBattery("last_of_battery", bool, "whether it lies strictly below that of every other question", last),
    OfBattery("rank_in_battery", Count, "its place among those of all questions of the scale", rank),
    OfShares("tied", bool, "whether they are the same, as printed", tied),
    OfShareInQuestion("count_above", Count, "how many of its answers lie strictly above the share", count_above),
    OfGroups("largest_gap", PercentagePoints, "how far two of the groups lie apart at most, on one answer", widest),
    OfWaves("largest_change", PercentagePoints, "how far an answer moved at most, up or down", widest),
    OfWaves("largest_rise", PercentagePoints, "how far an answer rose at most from the first to the second", rise),
    OfWaves("largest_fall", PercentagePoints, "how far an answer fell at most from the first to the second", fall),
    OfShares("ratio", Count, "how many times as large the first is as the second", ratio),
    OfPair("differs", bool, "whether they differ by more than chance, by a test at the survey's `confidence`", differs),
    OfBase("base", Count, "how many people the percentages stand on", base),
    OfFigure("low_base", bool, "whether it stands on fewer people than `low_base: {flag}` of the survey", low_base),
)
FUNCTIONS: Mapping[str, Function] = {function.name: function for function in _TABLE}


def _by_share(cells: Sequence[Cell]) -> list[Cell]:
    return sorted(cells, key=_share, reverse=True)


def _reading_at(ordered: Sequence[Cell], place: int) -> Value | Refusal:
    if place >= len(ordered):
        return Refusal(StoryFault.TOO_FEW_ANSWERS, f"there are only {len(ordered)} regular answers")
    cell = ordered[place]
    return _no_order(cell, ordered) or Value(_share(cell), (cell,), cell.decimals)


def _no_order(cell: Cell, cells: Sequence[Cell]) -> Refusal | None:
    """Why a cell has no place among others, or None where it has one."""
    unknown = next((other for other in cells if other.id != cell.id and sign_of_shares(other, cell) is None), None)
    if unknown is None:
        return None
    pair = f"{cell.id.question}.{cell.id.answer} or {cell.id.question}.{unknown.id.answer}"
    message, note = f"nobody can say whether {pair} is larger", "one of them was published as less than a bound"
    return Refusal(StoryFault.NO_ORDER, message, (note,), "compare the answers that have an order one by one")


def _share(cell: Cell) -> Share:
    assert cell.share is not None, "regular_cells gives published cells only"
    return cell.share
