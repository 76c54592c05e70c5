"""What columns that belong together have in common: the beginning of their names, or of their labels.

Q2_1, Q2_2            stem "Q2"                     Which of these? [Books]    stem "Which of these?", part "Books"
"Trust - police", "Trust - courts"                  stem "Trust", parts "police", "courts"
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from report.frozen import frozen
from report.respondents.header import BETWEEN

_NUMBERED = re.compile(r"(?P<stem>.+?)(?P<mark>[_.\-\s]*)(?P<number>\d{1,4})")
_BRACKETED = re.compile(r"(?P<stem>.*?)\s*[\[(](?P<part>[^\[\]()]+)[\])]")
_GENERAL = ("q", "f", "v", "var", "x", "item", "frage", "question", "column", "spalte")
"""Names that every question of a file begins with: Q1 and Q2 are two questions, Q1_1 and Q1_2 are one."""

LEAST_IN_COMMON = 8
"""Characters of labels that say what the columns ask in common."""


@frozen
class Stem:
    """The part of a column's name that others have too, and the part that is its own, where it has words."""

    text: str
    part: str | None = None


def stem_of(name: str) -> Stem | None:
    """The stem of a column's name; None where it has none."""
    if BETWEEN in name:
        above, _, below = name.partition(BETWEEN)
        return Stem(above, below)
    if found := _BRACKETED.fullmatch(name):
        return Stem(found["stem"], found["part"]) if found["stem"] else None
    found = _NUMBERED.fullmatch(name)
    if not found or (not found["mark"] and found["stem"].lower() in _GENERAL):
        return None
    return Stem(found["stem"])


def shared_beginning(texts: Sequence[str]) -> str:
    """The characters that all texts begin with."""
    first, last = min(texts, default=""), max(texts, default="")
    n = next(
        (place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last))
    )
    return first[:n]


def in_common(labels: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What labels begin with in common, if it is a part of its own, and the rest of each; else "" and the labels."""
    common = shared_beginning(labels)
    ends = [found.end() for found in re.finditer(r"[:?!.–—|/\-]\s+|\s[-–—|]\s*|[:?]", common)]
    if len(labels) < 2 or not ends or ends[-1] < LEAST_IN_COMMON:
        return "", tuple(labels)
    rests = tuple(label[ends[-1] :].strip() for label in labels)
    if not all(rests) or len(set(rests)) < len(rests):
        return "", tuple(labels)
    return common[: ends[-1]].strip(" -–—|/:"), rests
