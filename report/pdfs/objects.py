"""What is believed of an object of a PDF: its type, once it is looked at. What is of another type is not there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pikepdf

MOST_LEAVES = 200_000
"""Entries of one tree."""


class Broken(Exception):
    """The file says what no PDF can mean, so that nothing after it can be read."""


class TooLarge(Exception):
    """There is more in the file than is looked at."""


def entry(holder: Any, key: str) -> Any:
    """An entry of a dictionary or stream, None where there is none."""
    return holder.get(key) if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream) else None


def dictionary(value: Any) -> pikepdf.Dictionary | pikepdf.Stream | None:
    """The value, if it is a dictionary or a stream, whose entries are read alike."""
    return value if isinstance(value, pikepdf.Dictionary | pikepdf.Stream) else None


def items(value: Any) -> Iterator[Any]:
    """The items of an array, nothing for anything else."""
    if isinstance(value, pikepdf.Array):
        yield from value


def each_of(value: Any) -> Iterator[Any]:
    """The items of an array; anything else is an array of itself, as many entries may be written."""
    if isinstance(value, pikepdf.Array):
        yield from value
    elif value is not None:
        yield value


def name(value: Any) -> str | None:
    """A name without its slash."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else None


def text(value: Any) -> str | None:
    """A string for people to read."""
    return str(value) if isinstance(value, pikepdf.String) else None


def number(value: Any) -> float | None:
    """A number, in bounds in which one can go on to compute."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    found = float(value)
    return found if math.isfinite(found) and abs(found) < 1e9 else None


def numbers(values: Iterable[Any]) -> list[float]:
    """Those of the values that are numbers."""
    return [found for each in values if (found := number(each)) is not None]


def whole(value: Any) -> int | None:
    """A whole number that is not negative."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def object_number(value: Any) -> int:
    """The number of an indirect object, 0 for a direct one."""
    return int(value.objgen[0]) if isinstance(value, pikepdf.Object) else 0


def leaves(tree: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """The entries of a tree of names or numbers, whatever its shape (ISO 32000-1, 7.9.6); key: "/Names" or "/Nums"."""
    left, seen, count = [tree], set[int](), 0
    while left:
        node = left.pop()
        own = object_number(node)
        if dictionary(node) is None or (own and own in seen):
            continue
        seen.add(own)
        listed = items(entry(node, key))
        for pair in zip(listed, listed, strict=False):
            count += 1
            yield pair
        left += items(entry(node, "/Kids"))
        if count > MOST_LEAVES or len(left) > MOST_LEAVES:
            raise TooLarge(f"a tree of names in it has more than {MOST_LEAVES} entries")


def blob(value: Any, most: int) -> bytes | None:
    """What a stream holds, decoded; None for what is no stream; TooLarge if it holds more than `most` bytes."""
    if not isinstance(value, pikepdf.Stream):
        return None
    content = value.read_bytes()
    if len(content) > most:
        raise TooLarge(f"a part of it unpacks to more than {most // 1_000_000} MB")
    return content
