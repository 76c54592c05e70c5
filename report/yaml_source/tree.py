"""The tree of a YAML file: texts, lists and blocks of keys, each with its place.

    file ── source ──> SourceFile ── composing ──> Node ── schema ──> a file model

No value has a type yet: every scalar is text. Blocks and lists are a dict and a list, so that pydantic-core walks them.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Protocol, TypeAlias

from report.diagnostics import Location, SourceText
from report.frozen import frozen


class Key(str):
    """A key as written, which knows its place."""

    __slots__ = ("location",)

    location: Location

    def __new__(cls, text: str, location: Location) -> Key:
        """A key with its place."""
        key = super().__new__(cls, text)
        key.location = location
        return key

    def __getnewargs__(self) -> tuple[str, Location]:  # type: ignore[override]  # of a subclass with more
        """What another process makes it of again."""
        return str(self), self.location

    def __deepcopy__(self, _memo: object) -> Key:
        """A key cannot change, and is its own copy."""
        return self


@frozen
class Name:
    """What a value is called in messages, and where: its key, or as an entry of a list the key of the list.

    location: of the key; of an entry its own. is_needed: the block cannot be without it.
    """

    text: str
    location: Location
    is_entry: bool = False
    is_needed: bool = False

    def __str__(self) -> str:
        """How a message calls the value."""
        if not self.text:
            return "the file"
        return f"an entry of `{self.text}`" if self.is_entry else f"`{self.text}`"


@frozen
class Scalar:
    """A text. `location` underlines all of it, quotation marks included; `is_plain` says that it has none."""

    text: SourceText
    location: Location
    name: Name
    is_plain: bool = False

    @property
    def is_absent(self) -> bool:
        """Whether nothing is written, in one of the ways that YAML has for it."""
        return self.is_plain and self.text.text in ("", "~", "null", "Null", "NULL")


@frozen
class Reported:
    """A value that cannot be read and whose fault is reported already."""

    location: Location
    name: Name


class Items(list["Node"]):
    """A list; `location` is its first character. is_whole: no value was taken out of it as faulty."""

    __slots__ = ("is_whole", "location", "name")

    def __init__(self, location: Location, name: Name) -> None:
        super().__init__()
        self.location = location
        self.name = name
        self.is_whole = True


class Advice(Protocol):
    """How the keys of a kind of block are mended."""

    def if_missing(self, key: str, owner: Name) -> str | None:
        """A hint for a key that does not stand in a block of this name; None where the key says it all."""

    def as_entry(self, key: str, text: str) -> str:
        """An entry of the list behind a key, as it has to be written."""

    def as_value(self, key: str, text: Scalar) -> str | None:
        """A value of the block behind a key of which only this text stands there, as it has to be written."""


class Block(dict[str, "Node"]):
    """Keys with values; `location` is its first character.

    written: every key as it stands there, also where its value was taken out as faulty; `unread` names these.
    has_strangers: there are keys that nobody knows, behind one of which a known key may hide.
    advice: what its model says of mending it, once it is known what block it is.
    without: keys that such a block has in other files, and that have no meaning in this one.
    """

    __slots__ = ("advice", "has_strangers", "location", "name", "unread", "without", "written")

    def __init__(self, location: Location, name: Name) -> None:
        super().__init__()
        self.location = location
        self.name = name
        self.written: dict[str, Key] = {}
        self.unread: tuple[str, ...] = ()
        self.has_strangers = False
        self.advice: Advice | None = None
        self.without: tuple[str, ...] = ()


Node: TypeAlias = Scalar | Items | Block | Reported


def is_whole(node: Node) -> bool:
    """Whether everything written in a value and below it was read without fault, and is known."""
    if isinstance(node, Block):
        return not (node.unread or node.has_strangers) and all(map(is_whole, node.values()))
    if isinstance(node, Items):
        return node.is_whole and all(map(is_whole, node))
    return isinstance(node, Scalar)


def kind_of(node: Node) -> str:
    """What a value is, in an author's words."""
    if isinstance(node, Block):
        return "a block of keys"
    return "a list" if isinstance(node, Items) else "a text"


def needed(node: Node) -> Node:
    """The same value, where it cannot be left out."""
    return replace(node, name=replace(node.name, is_needed=True)) if isinstance(node, Scalar) else node


def named(node: Node, name: Name) -> Node:
    """The same value under another name, as an alias repeats it; what lies below is shared."""
    if isinstance(node, Scalar | Reported):
        return replace(node, name=name)
    twin = copy(node)
    twin.name = name
    return twin
