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


def scaled(value: Measured, factor: float) -> Measured:
    """A frozen dataclass with all its lengths times `factor`; itself where the factor is 1, so that no float moves."""
    if factor == 1:
        return value
    made: Measured = _scaled(value, type(value), factor)
    return made


def _scaled(value: Any, declared: Any, factor: float) -> Any:  # walks values of every type
    if is_dataclass(value) and not isinstance(value, type):
        hints = _hints(type(value))
        changed = {
            field.name: _scaled(getattr(value, field.name), hints[field.name], factor) for field in fields(value)
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        inner = [each for each in get_args(declared) if each is not Ellipsis]
        return tuple(_scaled(each, inner[min(place, len(inner) - 1)], factor) for place, each in enumerate(value))
    if isinstance(value, Mapping):
        return {key: _scaled(each, get_args(declared)[-1], factor) for key, each in value.items()}
    if isinstance(value, float) and _is_length(declared):
        return value * factor
    return value


@cache
def _hints(owner: type) -> Mapping[str, Any]:
    return get_type_hints(owner, include_extras=True)


def _is_length(declared: Any) -> bool:  # a type, or an alias or union of types
    return declared == Pt or Pt in get_args(declared)
