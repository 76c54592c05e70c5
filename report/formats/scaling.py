"""Makes a measured value larger or smaller: every length in it, whatever it is part of, and nothing else.

A length is known by its type, `Pt`; counts, shares and words keep their value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from report.units import Pt

Measured = TypeVar("Measured")

SCALES_OVER_WAVES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Heights of 100 % in charts over waves of a slide, as shares of its length in bars: the first that fits."""

SCALES_ALONE = tuple(twentieth / 20 for twentieth in range(40, 1, -1))
"""Of a chart over waves in a picture: it fills its place, but stands on no more than a doubled scale."""
REACH_OVER_WAVES: Pt = 172.0
"""How high the highest share may be on a smaller scale, so that the names of periods have room in all charts."""


WITHOUT_LENGTH = frozenset({int, str, bool, type(None)})
"""What can hold no length."""


def scaled(value: Measured, factor: float) -> Measured:
    """A frozen dataclass with all its lengths times `factor`; itself where the factor is 1, so that no float moves."""
    if factor == 1:
        return value
    made: Measured = _scaled(value, type(value), factor)
    return made


def _scaled(value: Any, declared: Any, factor: float) -> Any:  # walks values of every type
    if isinstance(value, float):
        return value * factor if _is_length(declared) else value
    if isinstance(value, tuple):
        inner = [each for each in get_args(declared) if each is not Ellipsis]
        return tuple(_scaled(each, inner[min(place, len(inner) - 1)], factor) for place, each in enumerate(value))
    if isinstance(value, Mapping):
        return {key: _scaled(each, get_args(declared)[-1], factor) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = dict[str, Any]()
    for name, its_type, is_length in _attributes(type(value)):
        before = getattr(value, name)
        if type(before) not in WITHOUT_LENGTH and (is_length or not isinstance(before, float)):
            changed[name] = _scaled(before, its_type, factor)
    return replace(value, **changed) if changed else value


@cache
def _attributes(owner: type) -> tuple[tuple[str, Any, bool], ...]:
    """Name and declared type of each attribute of a class, and whether it is a length."""
    hints = get_type_hints(owner, include_extras=True)
    return tuple((field.name, hints[field.name], _is_length(hints[field.name])) for field in fields(owner))


def _is_length(declared: Any) -> bool:  # a type, or an alias or union of types
    return declared == Pt or Pt in get_args(declared)
