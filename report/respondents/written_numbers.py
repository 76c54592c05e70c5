"""How numbers stand in cells of text: with a point or comma before decimals, and one between groups of three digits.

    1720.37   1720,37   1.720,37   1,720.37   1.720.000     numbers: each mark says itself what it is
    1.720   1,720                                           the mark of decimals, where others do not speak against it:
    1.720   1.720,37        a point that divides thousands elsewhere
    1.720   850,50          decimals have a comma
    1.720   950   12.000    without decimals that could be no thousands, beside whole numbers below a thousand

Patterns are those of the engine (RE2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from report.frozen import frozen

DECIMAL = r"^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$"
"""A number whose mark of decimals, if any, is a point."""
GROUPS_BY_POINTS = r"^[+-]?[0-9]{1,3}(([.][0-9]{3})+,[0-9]+|([.][0-9]{3}){2,})$"
GROUPS_BY_COMMAS = r"^[+-]?[0-9]{1,3}((,[0-9]{3})+[.][0-9]+|(,[0-9]{3}){2,})$"
"""Numbers whose thousands have a mark for certain: another one is before their decimals, or it stands there twice."""
WHOLE, WHOLE_THOUSANDS = r"^[+-]?[0-9]{1,3}$", r"^[+-]?[0-9]{4,}$"
"""Numbers without a mark, below a thousand and above."""


@frozen
class Mark:
    """A mark in numbers: patterns of those in which it divides thousands, decimals, or one of the two."""

    name: str
    thousands: str
    decimals: str
    either: str


def _mark(name: str, sign: str, thousands: str) -> Mark:
    decimals = rf"^[+-]?(0*{sign}[0-9]+|[0-9]*{sign}([0-9]{{1,2}}|[0-9]{{4,}})|[0-9]{{4,}}{sign}[0-9]+)$"
    return Mark(name, thousands, decimals, rf"^[+-]?[1-9][0-9]{{0,2}}{sign}[0-9]{{3}}$")


MARKS = (_mark("point", "[.]", GROUPS_BY_POINTS), _mark("comma", ",", GROUPS_BY_COMMAS))


def with_point(text: str) -> str:
    """A number in a text with a point before its decimals alone, as it stands in a survey file."""
    if re.fullmatch(GROUPS_BY_POINTS, text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", "" if re.fullmatch(GROUPS_BY_COMMAS, text) else ".")


def open_mark(has: Callable[[str], bool]) -> Mark | None:
    """The mark of which nobody knows what it divides in some numbers; `has` tells whether a pattern has any."""
    for mark, other in (MARKS, MARKS[::-1]):
        if not has(mark.either):
            continue
        are_thousands = has(mark.thousands) or has(other.decimals)
        if are_thousands or (not has(mark.decimals) and has(WHOLE) and not has(WHOLE_THOUSANDS)):
            return mark
    return None


def are_ambiguous(texts: Sequence[str]) -> bool:
    """Whether some numbers have a mark of which nobody knows what it divides."""
    return open_mark(lambda pattern: any(re.fullmatch(pattern, text) for text in texts)) is not None
