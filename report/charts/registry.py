"""The kinds of chart by their names; a further kind is a further module and one entry here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from report.charts.kinds import bars, columns, parts
from report.charts.model import Kind

_KINDS: tuple[Kind, ...] = (bars, columns, parts)
_BY_NAME: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _KINDS})


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which messages name them."""
    return _KINDS


def kind(name: str) -> Kind:
    """The kind of that name; KeyError for one that does not exist."""
    return _BY_NAME[name]
