"""What file models are made of: a base class that knows its place, and how pydantic-core reads a node of our tree.

A file model says which keys a block has; the types of `values` and `texts` say what a value may be. A fault of a
value is told by its type, a fault of a block by `placing`; all of them end in one list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import FrozenInstanceError, dataclass, field
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, SchemaValidator, core_schema

from report.diagnostics import Diagnostic, Location
from report.language.registry import available
from report.yaml_source.comments import cut_off_by_hash
from report.yaml_source.faults import Fault
from report.yaml_source.fields import BlockOf, FileField, ListOf, fields_in
from report.yaml_source.quotes import is_in_odd_quotes, odd_quotes_around, shown_quotes
from report.yaml_source.strangers import take_strangers
from report.yaml_source.tree import Block, Items, Key, Name, Node, Reported, Scalar, is_whole, named, needed

_Model = TypeVar("_Model", bound="FileModel")

_IS_ID = re.compile(r"[a-z][a-z0-9_]*").fullmatch

NAME_AS_SHOWN = "add its name as it is shown, such as label: {name}"
"""The hint of a block without a `label`."""

LONGEST_EXAMPLE = 60
"""Characters of an author's words that a hint repeats."""

TOLD = "told"
"""The type of an error of pydantic-core whose fault is in the list already."""


class Misread(Exception):
    """A value is not what its type asks for."""

    def __init__(self, *faults: Diagnostic) -> None:
        self.faults = faults


@dataclass(slots=True)
class Validation:
    """One run of pydantic-core over a tree: the faults so far, and whether a reported value may be read as blank."""

    faults: list[Diagnostic] = field(default_factory=list)
    accepts_blanks: bool = False


@dataclass(frozen=True, eq=False)
class Reads:
    """Annotates the type of a field with how it is read.

    read: turns a node into the value or raises `Misread`. json_schema: what editors are told.
    blank: stands for a faulty value while the rest of the file is checked; None: the key is passed over instead.
    """

    read: Callable[[Any], object]
    json_schema: Mapping[str, object]
    blank: object = None

    def schema_for_validation(self) -> CoreSchema:
        """What pydantic-core validates it by: `read` is called with what stands in the file."""
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, node: object, info: core_schema.ValidationInfo) -> object:
        validation = info.context
        assert isinstance(validation, Validation)
        if isinstance(node, Reported):
            if validation.accepts_blanks and self.blank is not None:
                return self.blank
            raise PydanticCustomError(TOLD, "told")
        try:
            value = self.read(node)
        except Misread as misread:
            marked = node if isinstance(node, Scalar) and is_in_odd_quotes(node) else None
            validation.faults.extend([odd_quotes_around(marked)] if marked else misread.faults)
            raise PydanticCustomError(TOLD, "told") from None
        validation.faults.extend(shown_quotes(text) for text in _texts(node) if is_in_odd_quotes(text))
        validation.faults.extend(fault for text in _texts(node) if (fault := cut_off_by_hash(text)))
        return value


def _texts(node: object) -> Iterator[Scalar]:
    """A text, or each of a block of texts."""
    for each in node.values() if isinstance(node, Block) else [node]:
        if isinstance(each, Scalar):
            yield each


class Fields:
    """The fields of a file model and what follows from them, each found when it is first asked for."""

    def __init__(self, model: type[FileModel]) -> None:
        self._model = model

    @cached_property
    def by_name(self) -> Mapping[str, FileField]:
        """The fields by their names, those of the model that it extends first."""
        models = (
            base for base in reversed(self._model.__mro__) if issubclass(base, FileModel) and base is not FileModel
        )
        return {name: field for model in models for name, field in model.fields.own.items()}

    @cached_property
    def own(self) -> Mapping[str, FileField]:
        """Those that the body of the model itself names."""
        return fields_in(self._model)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the file, in the order of the fields."""
        return tuple(field.key for field in self.by_name.values())

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The keys that have to stand there."""
        return tuple(field.key for field in self.by_name.values() if field.is_required)

    @cached_property
    def defaults(self) -> tuple[tuple[str, str, object], ...]:
        """The keys, each with its field and with the value that this has where the key is not written."""
        return tuple((field.key, field.name, field.default) for field in self.by_name.values())

    @cached_property
    def validator(self) -> SchemaValidator:
        """Validates a block as the model, and all that stands in it."""
        return SchemaValidator(self._model.schema_for_validation())


class FileModel:
    """A block of keys as it stands in a file: its fields by name, none of which can change.

    An unknown key is a fault like others, told by the block itself, so that all keys are looked at in one run.
    Where it is clear which key it should have been, what stands behind it is read as that.
    """

    fields: ClassVar[Fields]
    """What the body of the class says of its keys."""

    file_name: ClassVar[str | None] = None
    """The name of the file whose outermost block it is."""

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

    def __init_subclass__(cls) -> None:
        """Every model has fields of its own."""
        cls.fields = Fields(cls)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse it."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    @classmethod
    def of_block(cls: type[_Model], block: Block, validation: Validation) -> _Model:
        """The model of a block; its faults go into the validation.

        Raises pydantic-core's ValidationError where a key is missing or a value is not as it has to be.
        """
        model = cls.fields.validator.validate_python(block, context=validation)
        assert isinstance(model, cls)
        return model

    @classmethod
    def schema_for_validation(cls) -> CoreSchema:
        """What pydantic-core validates it by: the values of a block by their fields, of which the model is made."""
        fields = {name: field.schema_for_validation() for name, field in cls.fields.by_name.items()}
        return core_schema.with_info_wrap_validator_function(cls._validate, core_schema.typed_dict_schema(fields))

    @classmethod
    def _validate(
        cls: type[_Model],
        node: object,
        validate_fields: core_schema.ValidatorFunctionWrapHandler,
        info: core_schema.ValidationInfo,
    ) -> _Model:
        validation = info.context
        assert isinstance(validation, Validation)
        if isinstance(node, Reported) and validation.accepts_blanks:
            node = cls._unknown(node)
        if isinstance(node, Scalar) and not node.is_absent and (hint := cls.as_block(node)):
            message = f"{node.name} is a text where a block of keys belongs"
            validation.faults.append(Diagnostic(Fault.WRONG_TYPE, message, node.location, hint=hint))
            raise PydanticCustomError(TOLD, "told")
        if not isinstance(node, Block):
            raise PydanticKnownError("dict_type")
        if (key := cls.key_of_words) and node.written and set(node.written) <= set(available()):
            validation.faults.append(_text_in_place(node, key))
            _put_below(key, node)
        node.advice = cls
        known = [key for key in cls.fields.keys if key not in node.without]
        if not cls.passes_over_strangers:
            validation.faults.extend(take_strangers(node, known, cls.also_called))
        validation.faults.extend(cls.odd_keys(node))
        node.update({key: needed(node[key]) for key in cls.fields.required if key in node})
        model = cls()
        vars(model).update(validate_fields(node), _block=node)
        return model

    @classmethod
    def _unknown(cls, reported: Reported) -> Block:
        """A block that nothing is known of: what it needs is reported, and any other key may stand there."""
        block, place = Block(reported.location, reported.name), reported.name.location
        required = cls.fields.required
        block.update({key: Reported(place, Name(key, place)) for key in required})
        block.unread, block.has_strangers = required, True
        return block

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
        keys = dict.fromkeys((*cls.fields.required, cls.key_of_words))
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
        kind = next((field.kind for field in cls.fields.by_name.values() if key in (field.name, field.key)), None)
        model: object = kind.value if isinstance(kind, BlockOf) else None
        return model.around(text) if isinstance(model, type) and issubclass(model, FileModel) else None

    @classmethod
    def _is_list(cls, key: str) -> bool:
        return isinstance(cls.fields.by_name[key].kind, ListOf)

    def reread(self: _Model, values: Mapping[str, Node]) -> _Model:
        """The block with further values, or others, as if they stood in it; what they are has been told of before."""
        block = copy(self._block)
        block.written = block.written | {key: Key(key, node.name.location) for key, node in values.items()}
        block.update(values)
        return self.of_block(block, Validation(accepts_blanks=True))

    def with_values(self: _Model, **values: object) -> _Model:
        """The same block with other values of some of its fields."""
        twin = copy(self)
        vars(twin).update(values)
        return twin

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
