"""From the events of libyaml's parser to a tree.

PyYAML's own composer shares the nodes that aliases name and forgets tags, anchors and the place of each use; here
every use has its place and counts against the bounds, and what only looks like YAML is told to the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from report.diagnostics import Diagnostic, Location
from report.yaml_source.faults import FIRST_LINE, Fault
from report.yaml_source.marks import ends, start
from report.yaml_source.scalars import normal, placed_text
from report.yaml_source.slips import (
    LooseKeys,
    duplicate_key,
    key_not_text,
    tag,
    unknown_alias,
    unquoted_braces,
    unused_anchor,
)
from report.yaml_source.source import SourceFile
from report.yaml_source.tree import Block, Items, Key, Name, Node, Reported, Scalar, kind_of, named

DEEPEST = 40
"""Blocks and lists within each other; so many are still read."""

MOST_VALUES = 250_000
"""Keys and values of a file, those that an alias repeats counted at each use; so many are still read."""

_WORD = re.compile(r"\S+")

_Value: TypeAlias = yaml.ScalarEvent | yaml.CollectionStartEvent


class Halt(Exception):
    """Reading cannot go on, for a reason that is no failure of the parser."""

    def __init__(self, fault: Diagnostic) -> None:
        self.fault = fault


@dataclass(slots=True)
class _Anchor:
    """A node that aliases can name: itself (None until it is complete), its number of values, its uses so far."""

    location: Location
    node: Node | None = None
    size: int = 0
    uses: int = 0


class Composer:
    """Walks the events of one file once; `faults` are those found so far.

    hidden: the offsets of values that stand in for others, whose fault is reported.
    """

    def __init__(self, source: SourceFile, hidden: Sequence[int]) -> None:
        self.faults: list[Diagnostic] = []
        self._source = source
        self._hidden = hidden
        self._events: Iterator[yaml.Event] = iter(yaml.parse(source.text, Loader=yaml.CBaseLoader))
        self._anchors: dict[str, _Anchor] = {}
        self._counted = 0

    # ------------------------------------------------------------------------------------------------ the whole file

    def document(self) -> Block | None:
        """The block of keys that the file is; None if it is something else."""
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise Halt(Diagnostic(Fault.EMPTY_FILE, "the file is empty", self._source.place(0), hint=FIRST_LINE))
        event = next(self._events)
        root = self._node(event, Name("", self._source.place(start(event))), 1)
        next(self._events)
        self._refuse_further_documents()
        self._report_unused_anchors()
        if isinstance(root, Block):
            return root
        if not isinstance(root, Reported):
            message = f"the file is {kind_of(root)} where keys with values belong"
            hint = 'write lines such as "format: 1", with a blank after the colon'
            self.faults.append(Diagnostic(Fault.WRONG_TYPE, message, root.location, hint=hint))
        return None

    def _refuse_further_documents(self) -> None:
        event = next(self._events)
        if isinstance(event, yaml.DocumentStartEvent):
            message = 'a second document begins at "---"; a file holds one'
            place = self._source.place(start(event), 3)
            self.faults.append(Diagnostic(Fault.SEVERAL_DOCUMENTS, message, place))

    def _report_unused_anchors(self) -> None:
        for name, anchor in self._anchors.items():
            if not anchor.uses:
                self.faults.append(unused_anchor(name, anchor.location))

    # ---------------------------------------------------------------------------------------------------- any value

    def _node(self, event: yaml.Event, name: Name, depth: int) -> Node:
        self._count(event)
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(event, name)
        if start(event) in self._hidden:
            return Reported(self._source.place(start(event)), name)
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        anchor = self._anchor(event)
        before = self._counted
        node = self._of_kind(event, name, depth)
        if anchor:
            anchor.node, anchor.size = node, self._counted - before + 1
        return node

    def _of_kind(self, event: _Value, name: Name, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, name)
        self._bound(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, name, depth)
        assert isinstance(event, yaml.MappingStartEvent)
        return self._block(event, name, depth)

    def _bound(self, event: yaml.Event, depth: int) -> None:
        if depth > DEEPEST:
            place = self._source.place(start(event))
            raise Halt(Diagnostic(Fault.TOO_DEEP, f"more than {DEEPEST} blocks and lists lie within each other", place))

    def _count(self, event: yaml.Event, size: int = 1) -> None:
        self._counted += size
        if self._counted > MOST_VALUES:
            place = self._source.place(start(event))
            message = f"the file holds more than {MOST_VALUES} keys and values, repeated ones counted at each use"
            raise Halt(Diagnostic(Fault.TOO_MANY_VALUES, message, place))

    def _anchor(self, event: _Value) -> _Anchor | None:
        """Takes note of an anchor before a value and refuses a tag there."""
        if event.tag is not None:
            self.faults.append(tag(*self._property("!", event)))
        if event.anchor is None:
            return None
        _, place = self._property("&", event)
        self._anchors[event.anchor] = _Anchor(place)
        return self._anchors[event.anchor]

    def _property(self, sign: str, event: yaml.Event) -> tuple[str, Location]:
        first = self._source.text.index(sign, start(event))
        word = _WORD.match(self._source.text, first)
        written = word[0] if word else sign
        return written, self._source.place(first, len(written))

    def _aliased(self, event: yaml.AliasEvent, name: Name) -> Node:
        place = self._source.span(*ends(event))
        alias = str(event.anchor)
        anchor = self._anchors.get(alias)
        if anchor is None or anchor.node is None:
            self.faults.append(unknown_alias(alias, place, is_inside=anchor is not None))
            return Reported(place, name)
        anchor.uses += 1
        self._count(event, anchor.size)
        return named(anchor.node, name)

    # ------------------------------------------------------------------------------------------------ the three kinds

    def _scalar(self, event: yaml.ScalarEvent, name: Name) -> Scalar:
        first, last = self._content(event)
        text = normal(placed_text(event.value, self._source, first, last, event.style or ""))
        place = name.location if first == last else self._source.span(first, last)
        return Scalar(text, place, name, is_plain=not event.style)

    def _content(self, event: yaml.ScalarEvent) -> tuple[int, int]:
        """The ends of a scalar without the anchor and the tag before it, which its event includes."""
        first, last = ends(event)
        while self._source.text[first:last].startswith(("&", "!")):
            parts = self._source.text[first:last].split(maxsplit=1)
            first = last - len(parts[1]) if len(parts) > 1 else last
        return first, last

    def _items(self, event: yaml.SequenceStartEvent, name: Name, depth: int) -> Items:
        items = Items(self._source.place(start(event)), name)
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            entry = Name(name.text, self._source.place(start(item)), is_entry=True)
            items.append(self._node(item, entry, depth + 1))
        return items

    def _block(self, event: yaml.MappingStartEvent, name: Name, depth: int) -> Block | Reported:
        block = Block(self._source.place(start(event)), name)
        loose = LooseKeys(self._source)
        while not isinstance(key_event := next(self._events), yaml.MappingEndEvent):
            if self._is_second_brace(key_event):
                return self._braces(event, name)
            key = self._key(key_event, depth)
            value_event = next(self._events)
            if key is not None and event.flow_style and _has_no_colon(key_event, value_event):
                loose.add(key, key_event)
                if loose.is_after_text:
                    block.unread += tuple(block)[-1:]
                else:
                    block.has_strangers = True
            else:
                self.faults += loose.faults()
                loose.follow(value_event)
                self._enter(block, key, value_event, depth)
        self.faults += loose.faults()
        return block

    def _enter(self, block: Block, key: Key | None, value_event: yaml.Event, depth: int) -> None:
        if key is None:
            self._pass_over(value_event)
            block.has_strangers = True
            return
        value = self._node(value_event, Name(str(key), key.location), depth + 1)
        if key in block:
            self.faults.append(duplicate_key(key, block.written[key]))
            block.unread += (str(key),)
            block.has_strangers = True  # one of the two was meant as another key, which is missed below
        else:
            block[key] = value
            block.written[key] = key

    # ------------------------------------------------------------------------------------------------------------ keys

    def _key(self, event: yaml.Event, depth: int) -> Key | None:
        """A key without the blanks around it that are no spaces to YAML; None for what cannot be one."""
        place = self._source.place(start(event))
        if isinstance(event, yaml.CollectionStartEvent):
            self.faults.append(key_not_text(place))
            self._pass_over(event)
            return None
        node = self._node(event, Name("", place), depth)
        if not isinstance(node, Scalar):
            return None
        return Key(node.text.text.strip(), node.location)

    def _is_second_brace(self, event: yaml.Event) -> bool:
        second = start(event)
        return isinstance(event, yaml.MappingStartEvent) and self._source.text[max(0, second - 1) : second + 1] == "{{"

    def _braces(self, event: yaml.MappingStartEvent, name: Name) -> Reported:
        """Passes over a mapping that was meant as a figure in a text; its second brace has just come."""
        self._pass_over_open(2)
        place = self._source.place(start(event), 2)
        self.faults.append(unquoted_braces(place))
        return Reported(place, name)

    def _pass_over(self, event: yaml.Event) -> None:
        self._count(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._pass_over_open(1)

    def _pass_over_open(self, depth: int) -> None:
        """Leaves out everything up to the end of so many open lists and blocks."""
        while depth:
            event = next(self._events)
            self._count(event)
            depth += isinstance(event, yaml.CollectionStartEvent)
            self._bound(event, depth)
            depth -= isinstance(event, yaml.CollectionEndEvent)


def _has_no_colon(key: yaml.Event, value: yaml.Event) -> bool:
    """Whether the parser made up a value for a key that a comma or brace follows at once."""
    is_made_up = isinstance(value, yaml.ScalarEvent) and start(value) == ends(value)[1]
    return is_made_up and start(value) == ends(key)[1]
