"""What lies close behind the first, so that no headline tells of the first one as if it stood alone.

"Most often Linux (37.7%), one other at 34.2%"      the others by their shares, where their names have no room
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from report.briefing.by_rule.shares import percent
from report.briefing.by_rule.wording import Parts
from report.briefing.fragments import filled
from report.diagnostics import SourceText
from report.tables.model import Cell, sign_of_shares

CLOSE = Decimal(5)
"""Points within which shares lie close together."""
LEAST_PART = Decimal("0.9")
"""What part of the first share one has at least that lies close behind: of 12 % four points less are far away."""
MOST_SPELLED = 12
"""Numbers that every language has a word for (`Language.numerals`)."""


def close_behind(first: Cell, others: Sequence[Cell]) -> tuple[Cell, ...]:
    """Those of the others, the largest first, that lie close behind the first one."""
    share = percent(first)
    if share is None:
        return ()
    known = [(cell, own) for cell in others if (own := percent(cell)) is not None]
    return tuple(cell for cell, own in known if share - own <= CLOSE and own >= LEAST_PART * share)


def ends_of(near: Sequence[Cell]) -> tuple[Cell, ...]:
    """Of those close behind the ones whose shares are told however many they are: the largest and the smallest."""
    return tuple(dict.fromkeys((near[0], near[-1])))


def with_others(said: SourceText, near: Sequence[Cell], parts: Parts) -> SourceText:
    """What was said of the first, and how many others lie close behind it, at which shares."""
    patterns, shares = parts.language.headlines, [parts.share(cell) for cell in near]
    if len(near) == 1:
        return filled(patterns.one_near, said=said, share=shares[0])
    told = parts.listed(shares) if len(near) == 2 else filled(patterns.spread, least=shares[-1], most=shares[0])
    return filled(patterns.several_near, said=said, count=parts.number(len(near)), shares=told)


def place_of(cell: Cell, ranked: Sequence[Cell], function: str, name: Callable[[Cell], str]) -> str:
    """The claim of the place that one has among all, equal shares having the same; function: what tells it."""
    return f"{function}({name(cell)}) == {1 + sum(sign_of_shares(each, cell) == 1 for each in ranked)}"
