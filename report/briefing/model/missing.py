"""What stands in the place of a number that is missing: not asked, not published, or hidden for its small base."""

from __future__ import annotations

from report.language.model import Words
from report.tables.model import Cell, CellState, Hidden

NOT_ASKED = "–"
"""The sign of what was not asked."""


def missing_words(cell: Cell, words: Words) -> str:
    """Why a cell has no number: "not asked", "not published", "base under 30", "withheld"."""
    if cell.hidden:
        return hidden_words(cell.hidden, words)
    return words.not_asked if cell.state is CellState.NOT_ASKED else words.not_published


def hidden_words(hidden: Hidden, words: Words) -> str:
    """Why a number is hidden: its base is under a limit, or it would give such a one away."""
    return words.withheld if hidden.base_under is None else words.base_under.format(least=hidden.base_under)


def missing_short(cell: Cell, words: Words) -> str:
    """The same as a sign, for narrow places; of what was not asked in words."""
    if cell.hidden:
        return words.not_reported_short
    return words.not_asked if cell.state is CellState.NOT_ASKED else words.not_published_short


def missing_sign(cell: Cell, words: Words) -> str:
    """The same as a sign in a table."""
    return NOT_ASKED if cell.state is CellState.NOT_ASKED else missing_short(cell, words)
