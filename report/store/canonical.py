"""Values as bytes: the same bytes for equal values, in every process and on every machine, and the values again.

A value is what stages hand each other: frozen values, enumerations, tuples, mappings, texts, numbers, dates, bytes; a
set becomes one that is frozen, and a text or number of a class of its own a plain one.

    (Share(0.25), b"…")  ->  [["report.units:Share"], [3], [0, [11, 0.25], [2, 0]]]  and the bytes behind it

What was read from such bytes is made by the classes of this program alone, and nothing in them is ever executed.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from report.diagnostics import Location, SourceText

Plain: TypeAlias = bool | int | float | str | list["Plain"] | None
"""What JSON has for it; a list begins with the number of its kind."""

PLAIN = frozenset({type(None), bool, int, float, str})

TUPLE, LIST, BYTES, DECIMAL, MAPPING, SET, DATE, TIME, PATH, PLACE, BASE, FIRST_CLASS = range(12)
"""Kinds of lists; from the last on, each is a class by its number in the list of classes."""

OURS = "report."
"""How the modules begin whose classes values may have."""


class NoValueError(TypeError):
    """Something that no stage hands on."""


def digest(*values: object, with_places: bool = False) -> str:
    """What tells these values from all others, as 64 hexadecimal digits.

    Where in a file something was read tells nothing, for a line that moves changes no output; with_places: it does.
    A class with a property `decides` is told by that instead: fonts by their files, and not by where these lie.
    """
    plain, classes, blobs = _Encoder(is_whole=False, with_places=with_places).encoded(values)
    told = hashlib.sha256(_json([classes, plain]))
    for blob in blobs:
        told.update(hashlib.sha256(blob).digest())
    return told.hexdigest()


def as_bytes(value: object) -> bytes:
    """The whole value."""
    plain, classes, blobs = _Encoder(is_whole=True).encoded(value)
    head = _json([classes, [len(blob) for blob in blobs], plain])
    return b"".join([len(head).to_bytes(8, "big"), head, *blobs])


def from_bytes(content: bytes | None) -> Any:
    """The value of bytes that `as_bytes` gave; None of others, or where there are none."""
    if content is None:
        return None
    end = 8 + int.from_bytes(content[:8], "big")
    try:
        classes, sizes, plain = json.loads(content[8:end])
        blobs = list(_parted(content, end, sizes))
        return _Decoder([_class(name) for name in classes], blobs).value(plain)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError):
        return None


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _parted(content: bytes, start: int, sizes: Sequence[int]) -> Iterator[bytes]:
    for size in sizes:
        if size < 0 or start + size > len(content):
            raise ValueError("shorter than it says")
        yield content[start : start + size]
        start += size


class _Encoder:
    """Turns a value into lists. Of one that occurs again, as the same object, it keeps the list."""

    def __init__(self, *, is_whole: bool, with_places: bool = True) -> None:
        self._is_whole = is_whole
        self._with_places = is_whole or with_places
        self._numbers = dict[type, int]()
        self._done = dict[int, list[Plain]]()
        self._kept = list[object]()
        self._blobs = list[bytes]()

    def encoded(self, value: object) -> tuple[Plain, list[str], list[bytes]]:
        """The lists, the classes in them by their numbers, and the bytes."""
        plain = self._plain(value)
        return plain, [_name(each) for each in self._numbers], self._blobs

    def _plain(self, value: Any) -> Plain:
        kind = value.__class__
        if kind in PLAIN:
            plain: Plain = value
            return plain
        done = self._done.get(id(value))
        if done is None:
            done = (_WAYS.get(kind) or _way(kind))(self, value)
            self._done[id(value)] = done
            self._kept.append(value)  # its identity must not become another's meanwhile
        return done

    def all_of(self, values: Iterable[Any]) -> list[Plain]:
        """Each of the values."""
        return [value if value.__class__ in PLAIN else self._plain(value) for value in values]  # type: ignore[misc]

    def mapping(self, value: Mapping[Any, Any]) -> list[Plain]:
        """In its own order, which decides what comes first."""
        return [MAPPING, self.all_of(value.keys()), self.all_of(value.values())]

    def set_of(self, values: Iterable[Any]) -> list[Plain]:
        """In an order of its own."""
        return [SET, *sorted(self.all_of(values), key=_json)]

    def blob(self, value: bytes) -> list[Plain]:
        """Bytes stand apart."""
        self._blobs.append(value)
        return [BYTES, len(self._blobs) - 1]

    def attributes(self, value: Any, of: Callable[[Any], tuple[object, ...]]) -> list[Plain]:
        """A frozen value by its attributes."""
        return [self._number(value.__class__), *self.all_of(of(value))]

    def deciding(self, value: Any, of: Callable[[Any], tuple[object, ...]]) -> list[Plain]:
        """A frozen value whose class says what decides it."""
        return self.attributes(value, of if self._is_whole else attrgetter("decides"))

    def location(self, value: Location, of: Callable[[Any], tuple[object, ...]]) -> list[Plain]:
        """A place in a file, or that there is one."""
        return self.attributes(value, of) if self._with_places else [PLACE]

    def source_text(self, value: SourceText, of: Callable[[Any], tuple[object, ...]]) -> list[Plain]:
        """A text of an author, with its places or whether it has one."""
        return self.attributes(value, of) if self._with_places else [PLACE, value.text, value.location is not None]

    def enumerated(self, value: Enum) -> list[Plain]:
        """A member by its name."""
        return [self._number(value.__class__), value.name]

    def _number(self, kind: type) -> int:
        return FIRST_CLASS + self._numbers.setdefault(kind, len(self._numbers))


Way: TypeAlias = Callable[[_Encoder, Any], list[Plain]]

_WAYS: dict[type, Way] = {
    tuple: lambda encoder, value: [TUPLE, *encoder.all_of(value)],
    dict: _Encoder.mapping,
    list: lambda encoder, value: [LIST, *encoder.all_of(value)],
    frozenset: _Encoder.set_of,
    set: _Encoder.set_of,
    bytes: _Encoder.blob,
    Decimal: lambda _, value: [DECIMAL, str(value)],
    datetime: lambda _, value: [TIME, value.isoformat()],
    date: lambda _, value: [DATE, value.isoformat()],
}
"""How each class is encoded; those of this program join when they are first met."""

_OF_FROZEN: dict[type, Callable[[_Encoder, Any, Callable[[Any], tuple[object, ...]]], list[Plain]]] = {
    Location: _Encoder.location,
    SourceText: _Encoder.source_text,
}


def _way(kind: type) -> Way:
    """How a class is encoded that is not known yet."""
    way: Way
    if issubclass(kind, Enum):
        way = _Encoder.enumerated
    elif dataclasses.is_dataclass(kind):
        of = _getter([field.name for field in dataclasses.fields(kind)])
        encode = _OF_FROZEN.get(kind) or (_Encoder.deciding if hasattr(kind, "decides") else _Encoder.attributes)
        way = lambda encoder, value: encode(encoder, value, of)  # noqa: E731 - one of several
    elif issubclass(kind, (str, int, float)):  # a text that knows more than its characters, a number of an array
        base = next(each for each in (str, int, float) if issubclass(kind, each))
        way = lambda _, value: [BASE, base(value)]  # noqa: E731
    elif issubclass(kind, PurePath):
        way = lambda _, value: [PATH, str(value)]  # noqa: E731
    elif issubclass(kind, Mapping):
        way = _Encoder.mapping
    else:
        raise NoValueError(f"{kind.__module__}.{kind.__qualname__} is no value")
    _WAYS[kind] = way
    return way


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[object, ...]]:
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else lambda _: ()


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _class(name: str) -> type:
    """The class of that name, if it is one of this program's that values are of; nothing is loaded for it."""
    module, _, path = name.partition(":")
    found = attrgetter(path)(sys.modules[module]) if module.startswith(OURS) else None
    if not (isinstance(found, type) and (issubclass(found, Enum) or dataclasses.is_dataclass(found))):
        raise ValueError(f"{name} is no class of values")
    return found


class _Decoder:
    """Makes values of lists."""

    def __init__(self, classes: Sequence[type], blobs: Sequence[bytes]) -> None:
        self._classes = classes
        self._blobs = blobs

    def value(self, plain: Any) -> Any:
        """The value of a plain one."""
        if plain.__class__ is not list:
            return plain
        kind, *rest = plain
        if kind >= FIRST_CLASS:
            return self._of_class(self._classes[kind - FIRST_CLASS], rest)
        if kind == TUPLE:
            return tuple([self.value(each) for each in rest])
        if kind == LIST:
            return list(map(self.value, rest))
        if kind == MAPPING:
            keys, values = rest
            return dict(zip(map(self.value, keys), map(self.value, values), strict=True))
        if kind == SET:
            return frozenset(map(self.value, rest))
        if kind == BYTES:
            return self._blobs[rest[0]]
        return _OF_TEXT[kind](rest[0])

    def _of_class(self, kind: type, values: Sequence[Any]) -> Any:
        if issubclass(kind, Enum):
            return kind[values[0]]
        made = kind.__new__(kind)
        for field, value in zip(dataclasses.fields(kind), values, strict=True):  # type: ignore[arg-type]
            object.__setattr__(made, field.name, self.value(value))
        return made


_OF_TEXT: dict[int, Callable[[Any], object]] = {
    BASE: lambda value: value,
    DECIMAL: Decimal,
    DATE: date.fromisoformat,
    TIME: datetime.fromisoformat,
    PATH: Path,
}
