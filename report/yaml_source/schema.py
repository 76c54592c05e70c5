"""What file models are made of: a base class that knows its place, and how it reads a block of our tree.

A file model says which keys a block has; the types of `values` and `texts` say what a value may be. A fault of a
value is told by its type, a fault of a block by `placing`; all of them end in one list.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, NoReturn, TypeVar, Union, get_args, get_origin

from report.diagnostics import Diagnostic, Location
from report.language.registry import available
from report.yaml_source.faults import Fault
from report.yaml_source.fields import (
    UNREAD,
    BlockOf,
    KeyField,
    Kind,
    Lack,
    ListOf,
    Path,
    Reads,
    Unread,
    Validation,
)
from report.yaml_source.strangers import take_strangers
from report.yaml_source.tree import Block, Items, Key, Name, Node, Reported, Scalar, is_whole, named, needed

_Model = TypeVar("_Model", bound="FileModel")

_IS_ID = re.compile(r"[a-z][a-z0-9_]*").fullmatch

NAME_AS_SHOWN = "add its name as it is shown, such as label: {name}"
"""The hint of a block without a `label`."""

LONGEST_EXAMPLE = 60
"""Characters of an author's words that a hint repeats."""


class FileModel:
    """A block of keys as it stands in a file.

    An unknown key is a fault like others, told by the block itself, so that all keys are looked at in one run.
    Where it is clear which key it should have been, what stands behind it is read as that.
    """

    fields: ClassVar[Mapping[str, KeyField]] = {}
    """What the model says of its keys, by the names of its attributes."""

    title_for_editors: ClassVar[str] = ""
    """What the JSON Schema calls it."""

    keys_for_editors: ClassVar[Mapping[str, Any]] = {}
    """What the JSON Schema says of keys that need or exclude each other: `odd_keys` for editors."""

    key_of_words: ClassVar[str | None] = None
    """The key that a text is meant for which stands in place of the block."""

    also_called: ClassVar[Mapping[str, str]] = {}
    """Keys by other words that authors have for them."""

    hints_if_missing: ClassVar[Mapping[str, str]] = {}
    """How keys that are missing are written; one with `{name}`, that of the block, is no hint where it has none."""

    passes_over_strangers: ClassVar[bool] = False
    """Whether other keys may stand there, which are not looked at: of a format that other programs read too."""

    _block: Block

    def __init_subclass__(cls, title: str = "") -> None:
        """Take what the class says of its keys, which then are attributes of its values alone."""
        own = {}
        for name, kind in vars(cls).get("__annotations__", {}).items():
            if not str(kind).startswith("ClassVar"):
                said = vars(cls).get(name, KeyField())
                own[name] = said if isinstance(said, KeyField) else KeyField(said)
                if name in vars(cls):
                    delattr(cls, name)
        cls.fields = {**cls.fields, **own}
        cls.title_for_editors = title or cls.__name__

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        """Nothing of what was read changes; see `replaced`."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be set")

    @classmethod
    def with_values(cls: type[_Model], **values: object) -> _Model:
        """A block with these values and no others, which has no place."""
        model = cls()
        vars(model).update({name: field.without_it() for name, field in cls.fields.items() if name not in values})
        vars(model).update(values)
        return model

    def replaced(self: _Model, **changes: object) -> _Model:
        """The block with other values, in its place."""
        model = copy(self)
        vars(model).update(changes)
        return model

    @classmethod
    def taken_from(cls: type[_Model], node: Node, path: Path, run: Validation) -> _Model | Unread:
        """What a block says; its faults and problems are noted."""
        if isinstance(node, Reported) and run.accepts_blanks:
            node = cls._unknown(node)
        if isinstance(node, Scalar) and not node.is_absent and (hint := cls.as_block(node)):
            message = f"{node.name} is a text where a block of keys belongs"
            run.faults.append(Diagnostic(Fault.WRONG_TYPE, message, node.location, hint=hint))
            return run.unread(Lack.TOLD, path, node)
        if not isinstance(node, Block):
            return run.unread(Lack.NO_BLOCK, path, node)
        if (key := cls.key_of_words) and node.written and set(node.written) <= set(available()):
            run.faults.append(_text_in_place(node, key))
            _put_below(key, node)
        node.advice = cls
        known = [key for key in map(cls._key, cls.fields) if key not in node.without]
        if not cls.passes_over_strangers:
            run.faults.extend(take_strangers(node, known, cls.also_called))
        run.faults.extend(cls.odd_keys(node))
        node.update({key: needed(node[key]) for key in cls._required() if key in node})
        first = len(run.problems)
        values = cls._values(node, path, run)
        if len(run.problems) > first:
            return UNREAD
        model = cls.with_values(**values)
        vars(model)["_block"] = node
        return model

    @classmethod
    def _values(cls, block: Block, path: Path, run: Validation) -> dict[str, object]:
        """What stands behind the keys of a block, by the names of their attributes."""
        values: dict[str, object] = {}
        for name, kind in cls._kinds().items():
            key = cls._key(name)
            if key in block:
                values[name] = kind.taken_from(block[key], (*path, key), run)
            elif cls.fields[name].is_required:
                values[name] = run.unread(Lack.MISSING, (*path, key), block)
        return values

    @classmethod
    def _kinds(cls) -> Mapping[str, Kind]:
        """What may stand behind its keys, by the names of their attributes."""
        return _kinds_of(cls)  # type: ignore[arg-type] # mypy takes a class for one of its values, which have no hash

    @classmethod
    def _key(cls, name: str) -> str:
        """An attribute's key as it is written."""
        return cls.fields[name].alias or name

    @classmethod
    def _unknown(cls, reported: Reported) -> Block:
        """A block that nothing is known of: what it needs is reported, and any other key may stand there."""
        block, place = Block(reported.location, reported.name), reported.name.location
        required = cls._required()
        block.update({key: Reported(place, Name(key, place)) for key in required})
        block.unread, block.has_strangers = required, True
        return block

    @classmethod
    def _required(cls) -> tuple[str, ...]:
        """The keys that have to stand there."""
        return tuple(cls._key(name) for name, field in cls.fields.items() if field.is_required)

    @classmethod
    def schema_for_editors(cls) -> dict[str, Any]:
        """The JSON Schema of a file of this kind, as draft-07."""
        definitions: dict[str, Any] = {}
        schema: dict[str, Any] = _sorted(cls._keys_for_editors(definitions))
        return {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": _sorted(definitions), **schema}

    @classmethod
    def for_editors(cls, definitions: dict[str, Any]) -> dict[str, Any]:
        """A reference to its JSON Schema."""
        if cls.__name__ not in definitions:
            definitions[cls.__name__] = None  # stands there while its keys, which may be of this kind, are told
            definitions[cls.__name__] = cls._keys_for_editors(definitions)
        return {"$ref": f"#/definitions/{cls.__name__}"}

    @classmethod
    def _keys_for_editors(cls, definitions: dict[str, Any]) -> dict[str, Any]:
        """Its keys in JSON Schema: it has no others."""
        properties = {
            cls._key(name): cls.fields[name].for_editors(cls._key(name), kind, definitions)
            for name, kind in cls._kinds().items()
        }
        required = {"required": list(cls._required())} if cls._required() else {}
        schema = {"title": cls.title_for_editors, "type": "object", "properties": properties, **required}
        return {**schema, "description": inspect.getdoc(cls), **cls.keys_for_editors, "additionalProperties": False}

    @classmethod
    def odd_keys(cls, _block: Block) -> Iterator[Diagnostic]:
        """The faults of known keys that need or exclude each other; those that are missing become `unread`."""
        yield from ()

    @classmethod
    def as_block(cls, text: Scalar) -> str | None:
        """A hint how a text that stands in place of the block is written as one; None where nothing is known."""
        block = cls.around(text)
        return (
            f"write {block}" + (", with what belongs in place of the dots" if "..." in block else "") if block else None
        )

    @classmethod
    def around(cls, text: Scalar) -> str | None:
        """The block with a text behind the key that it is meant for, and dots behind the others it needs."""
        written = text.text.text.strip()
        if cls.key_of_words is None or "\n" in written or len(written) > LONGEST_EXAMPLE:
            return None
        words = f'"{written}"' if re.search(r"[,:#{}\[\]]", written) else written
        keys = dict.fromkeys((*cls._required(), cls.key_of_words))
        values = {key: "[...]" if cls._is_list(key) else "..." for key in keys} | {cls.key_of_words: words}
        return f"{{{', '.join(f'{key}: {value}' for key, value in values.items())}}}"

    @classmethod
    def if_missing(cls, key: str, owner: Name) -> str | None:
        """A hint how a key that is missing is written; None where the key says it all."""
        hint = cls.hints_if_missing.get(key)
        if hint is None or "{name}" not in hint:
            return hint
        words = owner.text.replace("_", " ")
        return hint.format(name=f"{words[:1].upper()}{words[1:]}") if words and not owner.is_entry else None

    @classmethod
    def as_entry(cls, _key: str, text: str) -> str:
        """An entry of the list behind a key, as it has to be written."""
        return text

    @classmethod
    def as_value(cls, key: str, text: Scalar) -> str | None:
        """A value of the block behind a key of which only this text stands there, as it has to be written."""
        kind = next((kind for name, kind in cls._kinds().items() if key in (name, cls._key(name))), None)
        model: object = kind.value if isinstance(kind, BlockOf) else kind.entry if isinstance(kind, ListOf) else None
        return model.around(text) if isinstance(model, type) and issubclass(model, FileModel) else None

    @classmethod
    def _is_list(cls, key: str) -> bool:
        return isinstance(cls._kinds()[key], ListOf)

    def reread(self: _Model, values: Mapping[str, Node]) -> _Model:
        """The block with further values, or others, as if they stood in it; what they are has been told of before."""
        block = copy(self._block)
        block.written = block.written | {key: Key(key, node.name.location) for key, node in values.items()}
        block.update(values)
        run = Validation(accepts_blanks=True)
        again = type(self).taken_from(block, (), run)
        assert not isinstance(again, Unread), run.problems
        return again

    def node(self, key: str) -> Node | None:
        """What stands behind a key, unless it was taken out as faulty."""
        return self._block.get(key)

    @property
    def named_at(self) -> Location:
        """The key of the block; in a list, the beginning of the item."""
        return self._block.name.location

    @property
    def is_whole(self) -> bool:
        """Whether the block has no fault of its own, from its keys down to the last value below them."""
        return is_whole(self._block)

    def knows(self, *keys: str) -> bool:
        """Whether what these keys say is known: they were read without fault, or are really not written."""
        return all(self._knows(key) for key in keys)

    def _knows(self, key: str) -> bool:
        value = self._block.get(key)
        if key in self._block.unread or (value is None and self._block.has_strangers):
            return False
        if isinstance(value, Items):
            return value.is_whole
        return not isinstance(value, Block) or not (value.unread or value.has_strangers)

    def place_of(self, *path: str) -> Location:
        """The place of a key, or of a key below it; that of what is written around it if it is not written itself."""
        place = self.named_at
        node: Node | None = self._block
        for text in path:
            if not isinstance(node, Block) or text not in node.written:
                break
            place, node = node.written[text].location, node.get(text)
        return place

    def has_key(self, key: str) -> bool:
        """Whether a key is written, with whatever value."""
        return key in self._block.written

    def may_list(self, key: str) -> bool:
        """Whether more may be meant to stand below a key than is written there: a stranger may be one of its ids."""
        below = self._block.get(key)
        if isinstance(below, Block):
            return below.has_strangers or not all(map(_IS_ID, below.written))
        return key in self._block.unread or (below is None and self._block.has_strangers)

    def written(self, key: str) -> tuple[str, ...]:
        """The keys written below a key, those with faulty values too."""
        below = self._block.get(key)
        return tuple(below.written) if isinstance(below, Block) else ()


@cache
def _kinds_of(model: type[FileModel]) -> Mapping[str, Kind]:
    """What its annotations tell of the keys of a model."""
    kinds: dict[str, Kind] = {}
    for owner in reversed(model.__mro__):
        declared = inspect.get_annotations(owner, eval_str=True) if issubclass(owner, FileModel) else {}
        for name, annotation in declared.items():
            if name in model.fields:
                kinds[name] = _kind(annotation, model.fields[name])
    return kinds


def _kind(annotation: Any, bounds: KeyField) -> Kind:
    """The kind of value that a type stands for: one that is annotated with `Reads`, a list, a dict, a model."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):  # with None, for a key that may be missing
        return _kind(arguments[0], bounds)
    if origin is Annotated:
        own = arguments[1]
        return own if isinstance(own, Reads) else _kind(arguments[0], own)
    if origin is list:
        return ListOf(_kind(arguments[0], _UNBOUNDED), bounds.min_length, bounds.max_length)
    if origin is dict:
        key, value = (_kind(each, _UNBOUNDED) for each in arguments)
        assert isinstance(key, Reads), annotation
        return BlockOf(key, value, bounds.min_length, bounds.max_length)
    model: type[FileModel] = annotation
    return model


_UNBOUNDED = KeyField()


def _sorted(schema: Any, within: str = "") -> Any:
    """A JSON Schema with its words in alphabetical order, so that it does not change with the order of this file."""
    if isinstance(schema, Mapping):
        keys = schema if within == "properties" else sorted(schema)
        return {key: _sorted(schema[key], key) for key in keys}
    return [_sorted(each) for each in schema] if isinstance(schema, list) else schema


def _text_in_place(texts: Block, key: str) -> Diagnostic:
    """The fault of a text in several languages that stands where a block of keys belongs."""
    message = f"{texts.name} is a text by language where a block of keys belongs"
    hint = f"write {key}: before it, as in {{{key}: {{{', '.join(f'{code}: ...' for code in texts.written)}}}}}"
    return Diagnostic(Fault.WRONG_TYPE, message, texts.location, hint=hint)


def _put_below(key: str, texts: Block) -> None:
    """Makes the block of it that was meant, in its place; what else belongs there, nobody knows."""
    place, below = texts.name.location, named(texts, Name(key, texts.name.location))
    texts.clear()
    texts.written, texts[key] = {key: Key(key, place)}, below
    texts.has_strangers = True


def missing_key(key: str, owner: Block) -> Diagnostic:
    """The fault of a block without a key that it needs."""
    within = f" in {owner.name}" if owner.name.text else ""
    hint = owner.advice.if_missing(key, owner.name) if owner.advice else None
    return Diagnostic(Fault.MISSING_KEY, f"the key `{key}` is missing{within}", owner.name.location, hint=hint)
