"""What may stand behind a key: a value, a list, a block whose keys are ids; and what a key says of itself.

Each kind reads a node. What it cannot read it notes in the `Validation`, and gives `UNREAD` in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol, TypeAlias

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.yaml_source.comments import cut_off_by_hash
from report.yaml_source.quotes import is_in_odd_quotes, odd_quotes_around, shown_quotes
from report.yaml_source.tree import Block, Items, Key, Node, Reported, Scalar

Path: TypeAlias = tuple[int | str, ...]
"""The way from the file to a value: keys, and places in lists."""

OF_A_KEY = "[key]"
"""Ends a path whose last key is faulty itself."""


class Unread(Enum):
    """Stands for what cannot be read."""

    UNREAD = "unread"


UNREAD = Unread.UNREAD


class Misread(Exception):
    """A value is not what its type asks for."""

    def __init__(self, *faults: Diagnostic) -> None:
        self.faults = faults


class Lack(Enum):
    """Why a value could not be read. TOLD: its fault is in the list already."""

    TOLD = "told"
    MISSING = "missing"
    TOO_FEW = "too few"
    TOO_MANY = "too many"
    NO_LIST = "no list"
    NO_BLOCK = "no block"


@frozen
class Problem:
    """A value that could not be read. limit: the entries that there have to be, or may be."""

    lack: Lack
    path: Path
    node: Node | Key
    limit: int = 0


@dataclass(slots=True)
class Validation:
    """One run over a tree: the faults so far, the problems, and whether a reported value may be read as blank."""

    faults: list[Diagnostic] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    accepts_blanks: bool = False

    def unread(self, lack: Lack, path: Path, node: Node | Key, limit: int = 0) -> Unread:
        """Note a problem."""
        self.problems.append(Problem(lack, path, node, limit))
        return UNREAD


class Kind(Protocol):
    """What may stand behind a key."""

    def taken_from(self, node: Any, path: Path, run: Validation, /) -> object:
        """What a node says; `UNREAD` where that is noted as a problem."""

    def for_editors(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """Its JSON Schema; that of a block of keys is put among the definitions."""


@dataclass(frozen=True, eq=False)
class Reads:
    """Annotates the type of a field with how it is read.

    read: turns a node into the value or raises `Misread`. json_schema: what editors are told.
    blank: stands for a faulty value while the rest of the file is checked; None: the key is passed over instead.
    """

    read: Callable[[Any], object]
    json_schema: Mapping[str, Any]
    blank: object = None

    def taken_from(self, node: Any, path: Path, run: Validation) -> object:  # a node, or a key that is an id
        """The value that a node says."""
        if isinstance(node, Reported):
            has_blank = run.accepts_blanks and self.blank is not None
            return self.blank if has_blank else run.unread(Lack.TOLD, path, node)
        try:
            value = self.read(node)
        except Misread as misread:
            marked = node if isinstance(node, Scalar) and is_in_odd_quotes(node) else None
            run.faults.extend([odd_quotes_around(marked)] if marked else misread.faults)
            return run.unread(Lack.TOLD, path, node)
        run.faults.extend(shown_quotes(text) for text in _texts(node) if is_in_odd_quotes(text))
        run.faults.extend(fault for text in _texts(node) if (fault := cut_off_by_hash(text)))
        return value

    def for_editors(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        """What it says of itself."""
        return dict(self.json_schema)


def _texts(node: object) -> Iterator[Scalar]:
    """A text, or each of a block of texts."""
    for each in node.values() if isinstance(node, Block) else [node]:
        if isinstance(each, Scalar):
            yield each


@dataclass(frozen=True)
class ListOf:
    """A list of entries of one kind, so many at least and at most."""

    entry: Kind
    least: int = 0
    most: int | None = None

    def taken_from(self, node: Node, path: Path, run: Validation) -> object:
        """The list of what its entries say; of one that is too long only that is a problem."""
        if not isinstance(node, Items):
            return run.unread(Lack.NO_LIST, path, node)
        first = len(run.problems)
        values = []
        for place, each in enumerate(node):
            values.append(self.entry.taken_from(each, (*path, place), run))
            if self.most is not None and place >= self.most:
                del run.problems[first:]
                return run.unread(Lack.TOO_MANY, path, node, self.most)
        if len(run.problems) > first:
            return UNREAD
        return values if len(values) >= self.least else run.unread(Lack.TOO_FEW, path, node, self.least)

    def for_editors(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """A list in JSON Schema."""
        bounds = _bounds("Items", self.least, self.most)
        return {"type": "array", "items": self.entry.for_editors(definitions), **bounds}


@dataclass(frozen=True)
class BlockOf:
    """A block whose keys are ids, with values of one kind, so many at least and at most."""

    key: Reads
    value: Kind
    least: int = 0
    most: int | None = None

    def taken_from(self, node: Node, path: Path, run: Validation) -> object:
        """What stands behind each id, in their order; of one with too many only that is a problem."""
        if not isinstance(node, Block):
            return run.unread(Lack.NO_BLOCK, path, node)
        first = len(run.problems)
        values: dict[object, object] = {}
        for name, each in node.items():
            key = self.key.taken_from(name, (*path, name, OF_A_KEY), run)
            value = self.value.taken_from(each, (*path, name), run)
            if key is UNREAD or value is UNREAD:
                continue
            values[key] = value
            if self.most is not None and len(values) > self.most:
                del run.problems[first:]
                return run.unread(Lack.TOO_MANY, path, node, self.most)
        if len(run.problems) > first:
            return UNREAD
        return values if len(values) >= self.least else run.unread(Lack.TOO_FEW, path, node, self.least)

    def for_editors(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """Such a block in JSON Schema: it has no keys but ids."""
        ids = {"propertyNames": {"pattern": self.key.json_schema["pattern"]}}
        value = self.value.for_editors(definitions)
        return {"type": "object", **ids, "additionalProperties": value, **_bounds("Properties", self.least, self.most)}


def _bounds(what: str, least: int, most: int | None) -> dict[str, int]:
    return ({f"min{what}": least} if least else {}) | ({} if most is None else {f"max{what}": most})


class _Needed(Enum):
    """Stands for the value of a key that has none but what is written."""

    NEEDED = "needed"


@dataclass(frozen=True, eq=False)
class KeyField:
    """What a model says of one of its keys.

    default, default_factory: the value where the key does not stand there, or how that is made; neither: it has to.
    alias: the key as it is written, where that is no name of an attribute. min_length, max_length: the entries of a
    list or block. shows_default: editors are told the value that a missing key has.
    """

    default: object = _Needed.NEEDED
    default_factory: Callable[[], object] | None = None
    alias: str | None = None
    min_length: int = 0
    max_length: int | None = None
    description: str = ""
    shows_default: bool = True

    @property
    def is_required(self) -> bool:
        """Whether the key has to stand there."""
        return self.default is _Needed.NEEDED and self.default_factory is None

    def without_it(self) -> object:
        """The value where the key does not stand there."""
        return self.default_factory() if self.default_factory else copy(self.default)

    def for_editors(self, key: str, kind: Kind, definitions: dict[str, Any]) -> dict[str, Any]:
        """The JSON Schema of its value; what may be missing is left out, never null."""
        schema = kind.for_editors(definitions)
        if "$ref" not in schema:
            schema["title"] = key.replace("_", " ").title()
        if self.description:
            schema["description"] = self.description
        if not self.is_required and self.default_factory is None and self.default is not None and self.shows_default:
            schema["default"] = _plain(self.default)
        return schema


def _plain(default: object) -> object:
    if isinstance(default, Enum):
        return default.value
    return [_plain(each) for each in default] if isinstance(default, Sequence) else default


def Field(  # noqa: N802 - stands for the value that an attribute will have
    *,
    default: object = _Needed.NEEDED,
    default_factory: Callable[[], object] | None = None,
    alias: str | None = None,
    min_length: int = 0,
    max_length: int | None = None,
    description: str = "",
    shows_default: bool = True,
) -> Any:
    """What a model says of a key, in the place of its default: see `KeyField`."""
    return KeyField(default, default_factory, alias, min_length, max_length, description, shows_default)
