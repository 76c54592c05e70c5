"""Rules that stand for marks in `emphasize` and `contrast`: what leads, changed most, lies furthest apart, is above.

emphasize: [leading]          the largest cell of the exhibit, or all that share the first place; none where an
                              unpublished one may be larger
emphasize: [above(50)]        every cell above 50 %
emphasize: [largest_gap]      the two cells of one answer that lie furthest apart, and so for waves:
emphasize: [largest_change]   the first and the last wave of the answer that changed most
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from report.briefing.differences import ends_of_widest
from report.briefing.facts import Facts
from report.briefing.leaders import leaders, may_be_led
from report.briefing.rules_in_words import LEADING
from report.survey.model import CellId, ColumnId
from report.tables.model import Cell
from report.units import Share, sign_of_difference

Rule = Callable[[Sequence[CellId], Facts], Sequence[CellId]]
"""From the cells that are shown to those that stand out."""

_ABOVE = re.compile(r"above\(\s*(\d{1,3}(?:\.\d{1,3})?)\s*\)")


def rule_named(name: str) -> Rule | None:
    """The rule of that name; None for what is no rule."""
    if above := _ABOVE.fullmatch(name.strip()):
        bound = Decimal(above[1]) / 100
        return lambda cells, facts: _above(cells, bound, facts)
    return _RULES.get(name.strip())


def widest_pair(cells: Sequence[CellId], facts: Facts) -> tuple[tuple[CellId, ...], tuple[CellId, ...]]:
    """Of the answer whose cells lie furthest apart the largest and the smallest; nothing where that is not one pair."""
    keys = dict.fromkeys((cell.question, cell.answer) for cell in cells)
    published = [cell for cell, _ in _published(cells, facts)]
    rows = [[facts.tables.cell(cell) for cell in published if (cell.question, cell.answer) == key] for key in keys]
    ends = ends_of_widest(rows)
    return ((ends[0].id,), (ends[1].id,)) if ends else ((), ())


def _published(cells: Sequence[CellId], facts: Facts) -> Iterator[tuple[CellId, Share]]:
    for cell in cells:
        share = facts.tables.cell(cell).share
        if share is not None:
            yield cell, share


def _leading(cells: Sequence[CellId], facts: Facts) -> Sequence[CellId]:
    steps = [cell for cell in cells if _is_step(cell, facts)]
    found = leaders([facts.tables.cell(cell) for cell in steps])
    is_certain = not any(_may_be_led(cell, cells, facts) for cell in found[:1])
    return [cell.id for cell in found] if is_certain else []


def _may_be_led(cell: Cell, shown: Sequence[CellId], facts: Facts) -> bool:
    """Whether something unpublished of the columns shown may lie above a cell."""
    columns: dict[str, dict[ColumnId, None]] = {}
    for each in shown:
        columns.setdefault(each.question, {})[each.column] = None
    return any(
        may_be_led(cell, facts.survey.question(name), facts.tables.table(name), of) for name, of in columns.items()
    )


def _is_step(cell: CellId, facts: Facts) -> bool:
    answers = {answer.id: answer for answer in facts.survey.question(cell.question).answers}
    return cell.answer in answers and answers[cell.answer].role.is_step


def _above(cells: Sequence[CellId], bound: Decimal, facts: Facts) -> Sequence[CellId]:
    return [cell for cell, share in _published(cells, facts) if sign_of_difference(share.fraction, bound) == 1]


def _largest_gap(cells: Sequence[CellId], facts: Facts) -> Sequence[CellId]:
    proof, contrast = widest_pair(cells, facts)
    return [*proof, *contrast]


def largest_change(cells: Sequence[CellId], facts: Facts) -> Sequence[CellId]:
    """The first and the last published wave of the answer that changed most from the one to the other."""
    changes = list[tuple[Decimal, CellId, CellId]]()
    for key in dict.fromkeys((cell.question, cell.answer) for cell in cells):
        published = [each for each in _published(cells, facts) if (each[0].question, each[0].answer) == key]
        if len(published) > 1:
            (first, before), (last, after) = published[0], published[-1]
            changes.append((abs(Decimal(str(after.drawn)) - Decimal(str(before.drawn))), first, last))
    most = max((change for change, _, _ in changes), default=Decimal(0))
    found = [(first, last) for change, first, last in changes if change == most and most]
    return [cell for pair in found for cell in pair] if len(found) == 1 else []


_RULES: Mapping[str, Rule] = {
    LEADING: _leading,
    "largest_gap": _largest_gap,
    "largest_change": largest_change,
}

RULE_WORDS = tuple(_RULES)
"""The rules that have no number."""
