"""From the errors of pydantic-core to diagnostics at the author's place, and to what a file is without its faults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from pydantic_core import ErrorDetails, ValidationError

from report.diagnostics import Diagnostic
from report.yaml_source.faults import Fault
from report.yaml_source.schema import LONGEST_EXAMPLE, TOLD, FileModel, Validation, missing_key
from report.yaml_source.tree import Block, Items, Name, Node, Reported, Scalar, kind_of
from report.yaml_source.values import UMLAUTS, empty_value

M = TypeVar("M", bound=FileModel)
_Path: TypeAlias = tuple[int | str, ...]


def validated(root: Block, model: type[M]) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The file model of a tree and its faults.

    So that one fault does not keep others from being found, faulty values are left blank where their type has a
    blank, and cut out otherwise, together with what cannot do without them. What the file itself cannot do without
    is a block that nothing is known of, or a list of one; None if that cannot stand there either.
    """
    first = Validation()
    try:
        return model.of_block(root, first), tuple(first.faults)
    except ValidationError as error:
        details = error.errors(include_url=False)
    faults = (*first.faults, *(fault for detail in details if (fault := _fault(detail, root))))
    _blank_out(root, details)
    filled: set[str] = set()
    while True:
        try:
            return model.of_block(root, Validation(accepts_blanks=True)), faults
        except ValidationError as error:
            details = error.errors(include_url=False)
        if not _cut_out(root, details, filled):
            return None, faults


# -------------------------------------------------------------------------------------------------------------- telling


def _fault(detail: ErrorDetails, root: Block) -> Diagnostic | None:
    if detail["type"] == TOLD or isinstance(detail["input"], Reported):
        return None
    *owners, node = _nodes(root, detail["loc"])
    match detail["type"]:
        case "missing" if isinstance(node, Block):
            return missing_key(str(detail["loc"][-1]), node)
        case "too_short":
            return _too_few(node, detail["ctx"]["min_length"])
        case "too_long":
            return _too_many(node, detail["ctx"]["max_length"])
        case "list_type" | "tuple_type":
            return _wrong_type(node, "a list", owners)
        case _:
            return _wrong_type(node, "a block of keys", owners)


def _too_few(node: Node, least: int) -> Diagnostic:
    entries = "one entry" if least == 1 else f"{least} entries"
    return Diagnostic(Fault.TOO_FEW, f"{node.name} needs at least {entries}", node.name.location)


def _too_many(node: Node, most: int) -> Diagnostic:
    assert isinstance(node, Items | Block)
    entries = [value.name for value in (node if isinstance(node, Items) else node.values())]
    message = f"{node.name} has {len(entries)} entries; at most {most} can stand there"
    return Diagnostic(Fault.TOO_MANY, message, entries[most].location)


def _wrong_type(node: Node, wanted: str, owners: Sequence[Node]) -> Diagnostic:
    if isinstance(node, Scalar) and node.is_absent:
        return empty_value(node)
    message = f"{node.name} is {kind_of(node)} where {wanted} belongs"
    hint = _as_list(node, owners[-1]) if wanted == "a list" else _as_block(node, owners[-1])
    return Diagnostic(Fault.WRONG_TYPE, message, node.location, hint=hint)


def _as_block(node: Node, owner: Node) -> str | None:
    """How entries of a list are written as a block: each behind an id of its own, the first as an example."""
    if not isinstance(node, Items) or not node:
        return None
    if isinstance(node[0], Scalar):
        if re.fullmatch(r"<?[\d.]+", node[0].text.text):
            return f"write the id of each before it, as in {{first: {node[0].text.text}, ...}}"
        entry = owner.advice.as_value(node.name.text, node[0]) if isinstance(owner, Block) and owner.advice else None
        own = _as_id(node[0].text.text)
        return f"write every entry behind an id of its own, as in {{{own}: {entry}, ...}}" if own and entry else None
    if not isinstance(node[0], Block):
        return None
    first = {key: written for key, value in node[0].items() if (written := _on_the_line(value))}
    own = _as_id(first.get("label", ""))
    written = ", ".join(f"{key}: {text}" for key, text in first.items())
    hint = "write every entry behind an id of its own instead of a hyphen"
    return f"{hint}, as in {own}: {{{written}}}" if own and len(written) <= LONGEST_EXAMPLE else hint


def _as_id(label: str) -> str | None:
    own = re.sub(r"\W+", "_", label.lower().translate(UMLAUTS), flags=re.ASCII).strip("_")
    return own if re.fullmatch(r"[a-z][a-z0-9_]*", own) else None


def _on_the_line(node: Node) -> str | None:
    """A text, or a list of texts in square brackets; None for what is more than that."""
    if isinstance(node, Items) and node and all(isinstance(item, Scalar) for item in node):
        return f"[{', '.join(item.text.text for item in node if isinstance(item, Scalar))}]"
    return node.text.text if isinstance(node, Scalar) else None


def _holds_blocks(node: Block) -> bool:
    """Whether a block holds blocks alone: entries that have ids where they need none."""
    return bool(node) and all(isinstance(each, Block) for each in node.values())


_JOINS = re.compile(r"\s*[+&;/|]\s*|\s+(?:and|or|und|oder)\s+", re.IGNORECASE)
"""What stands between entries that are written as a sum or in words."""

_GOES_ON = re.compile(r"(?:\s*,\s*[^\s,:{}\[\]][^,:{}\[\]]*(?=[,}]))*")
"""In braces, the entries that a comma has cut off behind the first one."""


def _as_list(node: Node, owner: Node) -> str:
    """How to write a list: with the author's own entries, where they stand on the line as a text."""
    hint = "write its entries in square brackets, with commas between them"
    if isinstance(node, Block) and _holds_blocks(node):
        return f"write every entry behind a hyphen of its own instead of `{next(iter(node.written))}:`"
    if isinstance(node, Block) and node.written:
        return f"{hint}: [{', '.join(node.written)}]"
    if not isinstance(node, Scalar) or not node.text.text.strip():
        return hint
    entries, place = node.text.text.strip(), node.location
    if node.is_plain and (further := _GOES_ON.match(place.line_text, place.column - 1 + place.length)):
        entries += further[0].rstrip()
    advice = owner.advice if isinstance(owner, Block) else None
    parts = [advice.as_entry(node.name.text, part) if advice else part for part in _JOINS.split(entries)]
    if all(re.fullmatch(r"[\w.()]+", part) for part in parts):
        entries = ", ".join(parts)
    is_short = len(entries) <= LONGEST_EXAMPLE and not re.search(r"[\[\]{}\n:#]", entries)
    return f"{hint}: [{entries}]" if is_short else hint


# -------------------------------------------------------------------------------------------------------------- cutting


def _nodes(root: Block, path: _Path) -> list[Node]:
    """The nodes on the way along a path, as far as it exists; the root first."""
    nodes: list[Node] = [root]
    for step in path:
        node = nodes[-1]
        if isinstance(node, Items) and isinstance(step, int):
            nodes.append(node[step])
        elif isinstance(node, Block) and (value := node.get(str(step))) is not None:
            nodes.append(value)
        else:
            break
    return nodes


def _blank_out(root: Block, details: Sequence[ErrorDetails]) -> None:
    """Puts a reported value in the place of each that was misread or is missing; takes out what else is faulty."""
    replacements = _Replacements()
    for detail in details:
        *owners, node = _nodes(root, detail["loc"])
        if detail["type"] == "missing" and isinstance(node, Block):
            key, place = str(detail["loc"][-1]), node.name.location
            node[key] = Reported(place, Name(key, place))
            node.unread += (key,)
        elif detail["type"] == TOLD and detail["loc"][-1] != _OF_A_KEY:
            replacements.add(owners[-1], node, Reported(node.location, node.name))
        elif owners:
            replacements.add(owners[-1], node, None)
    replacements.carry_out()


_OF_A_KEY = "[key]"
"""What pydantic-core appends to a path whose last key is faulty itself."""


def _cut_out(root: Block, details: Sequence[ErrorDetails], filled: set[str]) -> bool:
    """Takes faulty values out of the tree, blocks where these lack a key.

    filled: the keys that have been put into the root already; False if one of them would have to be put there again.
    """
    replacements = _Replacements()
    for detail in details:
        *owners, node = _nodes(root, detail["loc"])
        if owners:
            replacements.add(owners[-1], node, _list_of_unknown(node) if detail["type"] == "list_type" else None)
            continue
        key, place = str(detail["loc"][-1]), root.name.location
        if detail["type"] != "missing" or key in filled:
            return False
        filled.add(key)
        root[key] = Reported(place, Name(key, place))
    replacements.carry_out()
    return True


def _list_of_unknown(node: Node) -> Items | None:
    """In place of a list that is missing or could not be read, one of a single entry that could not be."""
    if not isinstance(node, Reported):
        return None
    items = Items(node.location, node.name)
    items.append(Reported(node.location, replace(node.name, is_entry=True)))
    items.is_whole = False
    return items


class _Replacements:
    """Values that others are put in the place of, or nothing; paths stay right until all are carried out."""

    def __init__(self) -> None:
        self._owners: dict[int, Node] = {}
        self._successors: dict[int, dict[int, tuple[Node, Reported | Items | None]]] = {}

    def add(self, owner: Node, node: Node, successor: Reported | Items | None) -> None:
        """Take note of a value in a list or block and of what comes in its place."""
        self._owners[id(owner)] = owner
        self._successors.setdefault(id(owner), {})[id(node)] = (node, successor)

    def carry_out(self) -> None:
        """Put all of them in place."""
        for identity, owner in self._owners.items():
            successors = self._successors[identity]
            if isinstance(owner, Items):
                after = (successors.get(id(item), (item, item))[1] for item in owner)
                owner[:] = [item for item in after if item is not None]
                owner.is_whole = False
            elif isinstance(owner, Block):
                owner.unread += tuple(node.name.text for node, _ in successors.values())
                for node, successor in successors.values():
                    if successor is not None:
                        owner[node.name.text] = successor
                    else:
                        owner.pop(node.name.text, None)
