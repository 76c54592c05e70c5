"""The names of columns, made of one to three header rows, so that every column has a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from unicodedata import category

BETWEEN = " – "
"""Stands between what the first and the second header row say of a column."""
OF_QUALTRICS = 3
"""Header rows of Qualtrics: names, labels, and what its programming interface calls the columns."""
NO_NAMES = ("", "*")
"""An engine takes an asterisk for all columns."""


def column_names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of the columns that these header rows (one to three) stand above.

    Blanks and line breaks within a name are one blank. Of two rows the first holds on until its next cell with
    something in it, as merged cells are exported: "Q1", "" above "red", "blue" are "Q1 – red", "Q1 – blue". A column
    without a name is called by its place, counted from 1: "column_7". Of three the first has the names, the others what
    Qualtrics says of them.
    """
    cleaned = [[_cleaned(cell) for cell in row] for row in rows]
    if len(cleaned) == OF_QUALTRICS:
        return unique([name for name, _ in _labelled(cleaned)])
    return unique(_joined(*cleaned) if len(cleaned) > 1 else cleaned[0])


def column_labels(rows: Sequence[Sequence[str]]) -> tuple[str | None, ...]:
    """What three header rows call the columns, beside their names; one or two say nothing of it."""
    if len(rows) == OF_QUALTRICS:
        return tuple(_cleaned(label) or None for _, label in _labelled(rows))
    return (None,) * max(map(len, rows))


def _labelled(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    return [(name, label) for name, label, _ in zip_longest(*rows, fillvalue="")]


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names, each made one of its own: a second "q1" is "q1_2", whatever the case, for engines know none."""
    named = [name if name not in NO_NAMES else f"column_{place}" for place, name in enumerate(names, start=1)]
    of_the_file = {name.lower() for name in named}
    taken = set[str]()
    found = []
    for name in named:
        own, number = name, 1
        while own.lower() in taken or (number > 1 and own.lower() in of_the_file):
            number += 1
            own = f"{name}_{number}"
        taken.add(own.lower())
        found.append(own)
    return tuple(found)


def _cleaned(cell: str) -> str:
    return " ".join("".join(" " if category(each) == "Cc" else each for each in cell).split())


def _joined(first: Iterable[str], second: Iterable[str]) -> list[str]:
    names, group = [], ""
    for above, below in zip_longest(first, second, fillvalue=""):
        group = above or group
        names.append(BETWEEN.join(each for each in (group, below) if each) if below else above)
    return names
