"""Finds the words of a text that lead elsewhere again, once it is broken into lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from report.summary.model import PlacedLine
from report.text.model import Line

Run: TypeAlias = tuple[str | None, int, int]
"""The key of an element, and the characters of a line that belong to it: from the first to behind the last.

None is the key of what repeats."""


def divided_among(lines: Sequence[PlacedLine], key: str, words: Mapping[str, str]) -> list[list[Run]]:
    """For each line of a text whose characters belong to which element.

    key: of the text; words: of its parts, by their keys, in order. Words that stand nowhere have no characters. Parts
    that lines have of themselves stay.
    """
    whole, starts = _whole([placed.line for placed in lines])
    sought_in = whole.lower()  # a text may be set in capitals; other ways of folding case change its length
    parts = [(part, start) for placed, start in zip(lines, starts, strict=True) for part in placed.parts]
    found, after = [(part.node, start + part.start, start + part.stop) for part, start in parts], 0
    for part, sought in words.items():
        start = sought_in.find(sought.lower(), after)
        if start >= 0:
            after = start + len(sought)
            found.append((part, start, after))
    found.sort(key=lambda each: each[1])
    ends = (start + len(placed.line.text) for placed, start in zip(lines, starts, strict=True))
    return [[*_runs(found, key, start, end)] for start, end in zip(starts, ends, strict=True)]


def _whole(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """The text as it was before it was broken, and where each line begins in it."""
    whole, starts = "", list[int]()
    for line in lines:
        starts.append(len(whole))
        whole += line.text[:-1] if line.is_divided else line.text
        whole += "" if line.is_divided or line.is_joined else " "
    return whole, starts


def divided_at(line: PlacedLine) -> list[Run]:
    """The characters of a line with parts, by what they belong to."""
    parts = [(part.node, part.start, part.stop) for part in line.parts]
    return [*_runs(parts, line.node, 0, len(line.line.text))]


def _runs(found: Sequence[tuple[str, int, int]], key: str | None, start: int, stop: int) -> Iterator[Run]:
    """Of the line that stands from `start` to `stop` in the text."""
    reached = start
    for part, begins, ends in found:
        first, last = max(begins, start), min(ends, stop)
        if first >= last:
            continue
        if first > reached:
            yield key, reached - start, first - start
        yield part, first - start, last - start
        reached = last
    if reached < stop:
        yield key, reached - start, stop - start
