"""The fields of a file model: what the body of its class says of them, and what pydantic-core validates them by.

    title: Line                                             a key that has to stand there
    n: Count | None = None                                  one that can be left out
    of: list[Reference] = Field(min_length=2, ...)          with what else is to be said of it

An annotation that is text, as `from __future__ import annotations` leaves it, is evaluated when a file of the model is
first read. The schemas of files that every run reads do without, since all of theirs at once cost a third of that.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, ClassVar, Protocol, TypeVar, Union, cast, get_args, get_origin

from pydantic_core import CoreSchema, core_schema

from report.frozen import frozen

T = TypeVar("T")

_NEEDED: Any = object()
"""The default of a key that has none, and has to stand there."""


@frozen
class Declaration:
    """What the body of a class says of a field beside its type.

    alias: the key, where it is no name in Python. default_factory: makes the default, instead of `default`.
    min_length, max_length: of a list or a block of ids. tells_default: whether editors are told the default.
    """

    default: object = _NEEDED
    default_factory: Callable[[], object] | None = None
    alias: str | None = None
    description: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    tells_default: bool = True


def Field(  # noqa: N802 - a declaration, and no call that is made where something happens
    *,
    default: T = _NEEDED,
    default_factory: Callable[[], T] | None = None,
    alias: str | None = None,
    description: str | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
    tells_default: bool = True,
) -> T:
    """Say of a field what `Declaration` lists; to a type checker its value is what it is by default."""
    return cast(T, Declaration(default, default_factory, alias, description, min_length, max_length, tells_default))


class Kind(Protocol):
    """How the value of a field is read: by a `Reads` or as a file model, or as several in a list or a block."""

    def schema_for_validation(self) -> CoreSchema:
        """What pydantic-core validates it by."""


@frozen
class ListOf:
    """A list, and how many entries it can have."""

    entry: Kind
    least: int | None
    most: int | None

    def schema_for_validation(self) -> CoreSchema:
        """What pydantic-core validates it by."""
        return core_schema.list_schema(self.entry.schema_for_validation(), min_length=self.least, max_length=self.most)


@frozen
class BlockOf:
    """A block whose keys are ids, and how many it can have."""

    key: Kind
    value: Kind
    least: int | None
    most: int | None

    def schema_for_validation(self) -> CoreSchema:
        """What pydantic-core validates it by."""
        key, value = self.key.schema_for_validation(), self.value.schema_for_validation()
        return core_schema.dict_schema(key, value, min_length=self.least, max_length=self.most)


@frozen
class FileField:
    """A field of a file model: the attribute that holds its value, and the key behind which that stands in the file."""

    name: str
    key: str
    kind: Kind
    declared: Declaration

    @property
    def is_required(self) -> bool:
        """Whether the key has to stand there."""
        return self.declared.default is _NEEDED and self.declared.default_factory is None

    @property
    def default(self) -> object:
        """The value where the key is not written."""
        return self.declared.default_factory() if self.declared.default_factory else self.declared.default

    def schema_for_validation(self) -> core_schema.TypedDictField:
        """What pydantic-core validates the key by."""
        declared, schema = self.declared, self.kind.schema_for_validation()
        if declared.default_factory:
            schema = core_schema.with_default_schema(schema, default_factory=declared.default_factory)
        elif not self.is_required:
            schema = core_schema.with_default_schema(schema, default=declared.default)
        return core_schema.typed_dict_field(schema, required=self.is_required, validation_alias=self.key)


def fields_in(model: type) -> Mapping[str, FileField]:
    """The fields that the body of a class names, in its order."""
    fields: dict[str, FileField] = {}
    annotations: dict[str, object] = inspect.get_annotations(model, eval_str=True)
    for name, annotation in annotations.items():
        if get_origin(annotation) is not ClassVar:
            value = vars(model).get(name, _NEEDED)
            declared = value if isinstance(value, Declaration) else Declaration(value)
            fields[name] = FileField(name, declared.alias or name, _kind(annotation, declared), declared)
    return fields


def _kind(annotation: object, declared: Declaration) -> Kind:
    """What an annotation says of how a value is read; `| None` is for the value where the key is not written."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        value, remark = arguments
        return _kind(value, remark) if isinstance(remark, Declaration) else cast(Kind, remark)
    if origin in (Union, UnionType):
        return _kind(arguments[0], declared)
    if origin is list:
        return ListOf(_kind(arguments[0], Declaration()), declared.min_length, declared.max_length)
    if origin is dict:
        key, value = (_kind(argument, Declaration()) for argument in arguments)
        return BlockOf(key, value, declared.min_length, declared.max_length)
    return cast(Kind, annotation)
