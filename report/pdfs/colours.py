"""Colours as the operators of a page name them; None for those that only a printer or a profile knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from report.pdfs.objects import entry, items, name, number, whole
from report.presentations.colours import Colour

BLACK, WHITE = Colour(0, 0, 0), Colour(1, 1, 1)
N_PARTS = {"DeviceGray": 1, "CalGray": 1, "G": 1, "DeviceRGB": 3, "CalRGB": 3, "RGB": 3}
"""The number of parts of a colour in the spaces that are looked at."""


def n_parts(space: Any, resources: Any) -> int | None:
    """The number of parts of a grey or RGB space that an operator names, None for another one.

    A profile of three parts is taken for sRGB, as those of documents for people are.
    """
    known = N_PARTS.get(name(space) or "")
    if known:
        return known
    found = entry(entry(resources, "/ColorSpace"), f"/{name(space)}") if name(space) else space
    if name(found):
        return N_PARTS.get(name(found) or "")
    parts = [*items(found)]
    kind = name(parts[0]) if parts else None
    if kind == "ICCBased" and len(parts) > 1:
        count = whole(entry(parts[1], "/N"))
        return count if count in (1, 3) else None
    return N_PARTS.get(kind or "")


def colour(operands: Sequence[Any], count: int | None) -> Colour | None:
    """The colour of an operator's numbers, of so many parts."""
    parts = [min(1.0, max(0.0, value)) for each in operands if (value := number(each)) is not None]
    if count is None or len(parts) != count:
        return None
    return Colour(*(parts * 3 if count == 1 else parts))
