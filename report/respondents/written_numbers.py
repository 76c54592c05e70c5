"""How numbers stand in cells of text: with a point or comma before decimals, and one between groups of three digits.

    1720.37   1720,37   1.720,37   1,720.37   1.720.000     numbers: each mark says itself what it is
    1.720   1,720                                           the mark of decimals; beside 1.720,37 nobody can say

Patterns are those of the engine (RE2).
"""

from __future__ import annotations

import re

DECIMAL = r"^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$"
"""A number whose mark of decimals, if any, is a point."""
GROUPS_BY_POINTS = r"^[+-]?[0-9]{1,3}(([.][0-9]{3})+,[0-9]+|([.][0-9]{3}){2,})$"
GROUPS_BY_COMMAS = r"^[+-]?[0-9]{1,3}((,[0-9]{3})+[.][0-9]+|(,[0-9]{3}){2,})$"
"""Numbers whose thousands have a mark for certain: another one is before their decimals, or it stands there twice."""
ONE_POINT, ONE_COMMA = r"^[+-]?[0-9]{1,3}[.][0-9]{3}$", r"^[+-]?[0-9]{1,3},[0-9]{3}$"
"""Numbers whose mark is one of decimals, or beside numbers with groups perhaps of thousands."""


def with_point(text: str) -> str:
    """A number in a text with a point before its decimals alone, as it stands in a survey file."""
    if re.fullmatch(GROUPS_BY_POINTS, text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", "" if re.fullmatch(GROUPS_BY_COMMAS, text) else ".")


def are_ambiguous(texts: list[str]) -> bool:
    """Whether some numbers have a mark of thousands, and others the same mark once, so that nobody knows what it is."""
    pairs = ((GROUPS_BY_POINTS, ONE_POINT), (GROUPS_BY_COMMAS, ONE_COMMA))
    return any(
        any(re.fullmatch(groups, text) for text in texts) and any(re.fullmatch(one, text) for text in texts)
        for groups, one in pairs
    )
