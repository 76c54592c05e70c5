"""Emphasis of kinds in which an answer stands out as a whole: what the headline says, else what changed most.

Of several answers those that move as the first one does prove the headline, the others are set against it:

    "Networks reach 61 %, short messages fall to 17 %"      networks proof, messages contrast
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.briefing.emphasis_rules import largest_change
from report.briefing.facts import Facts
from report.survey.model import CellId
from report.units import sign_of_difference

Marked = tuple[tuple[CellId, ...], tuple[CellId, ...]]
"""The cells that prove, and those that are set against them."""


def whole_rows(cells: Sequence[CellId], shown: Sequence[CellId]) -> tuple[CellId, ...]:
    """All cells of the answers that have a cell among these."""
    answers = {cell.answer for cell in cells}
    return tuple(cell for cell in shown if cell.answer in answers)


def rows_that_stand_out(shown: Sequence[CellId], said: Sequence[str], facts: Facts, *, most: int) -> Marked:
    """The answers that are said, in this order, else the one that changed most; of more than `most` none."""
    answers = list(dict.fromkeys(said)) or [cell.answer for cell in largest_change(shown, facts)[:1]]
    if not answers or len(answers) > most:
        return (), ()
    directions = {answer: _direction(answer, shown, facts) for answer in answers}
    against = [answer for answer in answers if _is_against(answer, answers[0], directions)]
    proof = [cell for cell in shown if cell.answer in answers and cell.answer not in against]
    return tuple(proof), tuple(cell for cell in shown if cell.answer in against)


def _is_against(answer: str, first: str, directions: Mapping[str, int]) -> bool:
    return bool(directions[first]) and directions[answer] == -directions[first]


def _direction(answer: str, shown: Sequence[CellId], facts: Facts) -> int:
    """1 for an answer that rises from its first published cell to its last, -1 for one that falls, else 0."""
    shares = [share for cell in shown if cell.answer == answer and (share := facts.tables.cell(cell).share)]
    if len(shares) < 2:
        return 0
    return sign_of_difference(shares[-1].percent, shares[0].percent) or 0


def turned_alike(proof: Sequence[CellId], contrast: Sequence[CellId]) -> Marked:
    """Pairs of the same two columns turned as the first one is, so that a colour stands for a column.

    "Real names fall from 60 to 49 %, pseudonyms rise from 10 to 18 %": the earlier wave has one colour in both.
    """
    pairs = [(one, other) for one in proof for other in contrast if one.answer == other.answer]
    turned = {
        cell: against
        for one, other in pairs
        if (other.column, one.column) == (pairs[0][0].column, pairs[0][1].column)
        for cell, against in ((one, other), (other, one))
    }
    return tuple(turned.get(cell, cell) for cell in proof), tuple(turned.get(cell, cell) for cell in contrast)
