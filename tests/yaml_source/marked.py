"""YAML texts in which ⟦ and ⟧ mark what a fault has to underline, and the words in which it has to be told.

    t: {de: Kosten⟦:⟧ hoch}

Whether a place is right can be seen in the test itself: the marks are taken out before the text is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.diagnostics import Diagnostic


@dataclass(frozen=True)
class Place:
    """Line and column from 1, and the number of characters underlined."""

    line: int
    column: int
    length: int


def unmarked(marked: str) -> tuple[str, list[Place]]:
    """The text without its marks, and the places that they marked."""
    places, lines = [], []
    for number, line in enumerate(marked.split("\n"), start=1):
        before, *pieces = line.split("⟦")
        text = before
        for piece in pieces:
            stretch, rest = piece.split("⟧")
            places.append(Place(number, len(text) + 1, max(1, len(stretch))))
            text += stretch + rest
        lines.append(text)
    return "\n".join(lines), places


def places(faults: Sequence[Diagnostic]) -> list[Place]:
    """Where faults are told to be."""
    return [Place(at.line, at.column, at.length) for fault in faults if (at := fault.location)]


def words(fault: Diagnostic) -> str:
    """The whole text of a fault but its place and the line that shows it."""
    return Diagnostic(fault.id, fault.message, None, fault.notes, fault.hint, fault.severity).as_text()
