"""Type made smaller where a typeface or a template leaves less room than the house has, and still read from afar."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from report.formats.grid import TypeSize
from report.formats.slide_kinds import TypeRoles
from report.units import Pt

SMALLEST: Pt = 12.0
"""Of letters on a slide as high as the house's."""
SIZES = (1.0, 0.92, 0.85, 0.78, 0.71, 0.65)
"""How large type may be, as shares of what it is by the height of the slide; the last is its floor."""


SIZES_OF_NUMBERS = frozenset(
    ("least_unit", "stamp", "number", "value", "least_value", "marked", "least_marked", "size")
)
"""The measures of charts that are sizes of type and bare lengths: their letters keep their lines to themselves."""


def legible_roles(roles: TypeRoles, least: Pt) -> TypeRoles:
    """The roles, none smaller than that, as sizes of type or lengths."""
    made: TypeRoles = legible(roles, least)
    lengths = {field.name: getattr(made, field.name) for field in fields(made)}
    # What is no more than 1 is a share and stays what it is.
    return replace(made, **{name: max(value, least) for name, value in lengths.items() if _is_length(value)})


def _is_length(value: object) -> bool:
    return isinstance(value, float) and value > 1


def legible(value: Any, least: Pt) -> Any:  # walks values of every type
    """A value whose sizes of type are all at least so large; lines keep their pitch for the size."""
    if isinstance(value, TypeSize):
        return value if value.size >= least else TypeSize(least, value.pitch * least / value.size)
    if isinstance(value, tuple):
        return tuple(legible(each, least) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _legible_part(value, each.name, least) for each in fields(value)})
    return value


def _legible_part(value: Any, name: str, least: Pt) -> Any:
    part = getattr(value, name)
    if name in SIZES_OF_NUMBERS and _is_length(part):
        return max(part, least)
    return legible(part, least)
