"""Values that cannot change, with slots: what `dataclass(frozen=True, slots=True)` makes, at a fraction of its time.

A dataclass compiles its methods and searches each annotation four times. Of 540 classes that is a quarter of the time
that a small briefing takes. So nothing is compiled here but an `__init__` for each small number of arguments, and
classes differ in the names alone. To the standard library they are dataclasses: `replace`, `fields`, `asdict`,
matching. An order is a matter for `dataclass`, and so are `ClassVar`, `InitVar` and `KW_ONLY`; an attribute with
`init=False` gets its value in `__post_init__`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType, MemberDescriptorType
from typing import Any, TypeVar, dataclass_transform, overload

Made = TypeVar("Made")
Key = Callable[[Any], Any]
"""What values are compared and hashed by."""

MOST_COMPILED = 12
"""Arguments of an `__init__` that is compiled; few classes have more, and few values are of them."""

Store = Callable[[Any, Any], None]
"""Gives a value one of its attributes, through the slot, where nothing keeps it from being stored."""


@dataclasses.dataclass(frozen=True)
class _Usual:
    """Shows how the standard library marks a dataclass and its attributes."""

    attribute: object


_MARK_OF_CLASS = vars(_Usual)["__dataclass_params__"]
_MARK_OF_FIELD = vars(_Usual)["__dataclass_fields__"]["attribute"]._field_type  # noqa: SLF001 - it has no other name


@overload
def frozen(cls: type[Made], /) -> type[Made]: ...
@overload
def frozen(*, kw_only: bool) -> Callable[[type[Made]], type[Made]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field, Field))
def frozen(cls: type[Made] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class one of frozen values; `field()` of `dataclasses` says what else holds of an attribute."""

    def make(cls: type[Made]) -> type[Made]:
        return _made(cls, kw_only=kw_only)

    return make if cls is None else make(cls)


def _made(cls: type[Made], *, kw_only: bool) -> type[Made]:
    """The class once more, now with slots: they cannot be given to one that is there already."""
    inherited: dict[str, Field[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= vars(base).get("__dataclass_fields__", {})
    fields = inherited | _own_fields(cls, kw_only=kw_only)
    compared = _key([name for name, field in fields.items() if field.compare])
    attributes = _key(list(fields))
    own = {name: value for name, value in vars(cls).items() if name not in fields}
    own.pop("__dict__", None)  # of values without slots, as is the next
    own.pop("__weakref__", None)
    general: dict[str, object] = {
        "__qualname__": cls.__qualname__,
        "__slots__": [name for name in fields if name not in inherited],
        "__match_args__": tuple(name for name, field in fields.items() if field.init and not field.kw_only),
        "__dataclass_fields__": fields,
        "__dataclass_params__": _MARK_OF_CLASS,
        "__repr__": _repr,
        "__eq__": _equality(compared),
        "__hash__": lambda self: hash(compared(self)),
        "__setattr__": _set,
        "__delattr__": _delete,
        "__getstate__": lambda self: attributes(self),
    }
    make: Callable[..., type[Made]] = type(cls)
    made = make(cls.__name__, cls.__bases__, general | own)
    stores: dict[str, Store] = {name: getattr(made, name).__set__ for name in fields}
    for name, method in (("__init__", _initializer(made, fields, stores)), ("__setstate__", _restoring(stores))):
        if name not in own:
            setattr(made, name, method)
    return made


def _own_fields(cls: type, *, kw_only: bool) -> dict[str, Field[Any]]:
    """The attributes that a class gives its values, in their order."""
    fields: dict[str, Field[Any]] = {}
    for name, kind in vars(cls).get("__annotations__", {}).items():
        found: Any = getattr(cls, name, MISSING)
        if isinstance(found, MemberDescriptorType):  # where values of the class before it keep the same
            found = MISSING
        field: Field[Any] = found if isinstance(found, Field) else dataclasses.field(default=found)
        field.name, field.type = name, kind
        field.kw_only = kw_only if field.kw_only is MISSING else field.kw_only
        field._field_type = _MARK_OF_FIELD  # type: ignore[attr-defined] # noqa: SLF001 - it has no other name
        fields[name] = field
    return fields


def _initializer(cls: type, fields: Mapping[str, Field[Any]], stores: Mapping[str, Store]) -> FunctionType:
    """A function that stores its arguments, then lets the class look at them."""
    by_place = [field for field in fields.values() if field.init and not field.kw_only]
    by_name = [field for field in fields.values() if field.init and field.kw_only]
    own = {field.name: _storing(field, stores[field.name]) for field in (*by_place, *by_name)}
    is_checked = hasattr(cls, "__post_init__")
    if len(own) <= MOST_COMPILED:
        known: dict[str, object] = {f"store_{number}": store for number, store in enumerate(own.values())}
        code = _compiled(len(own), is_checked=is_checked)
    else:
        known, code = {"store": _storing_all(own, is_checked=is_checked)}, _WITHOUT_ARGUMENTS
    code = code.replace(
        co_varnames=("self", *own),
        co_nlocals=1 + len(own),
        co_argcount=1 + len(by_place),
        co_kwonlyargcount=len(by_name),
    )
    defaults = tuple(field.default for field in by_place if _is_optional(field))  # MISSING where it is to be made
    made = FunctionType(code, known, "__init__", defaults)
    made.__kwdefaults__ = {field.name: field.default for field in by_name if _is_optional(field)}
    return made


@cache
def _compiled(n: int, *, is_checked: bool) -> CodeType:
    """The code of an `__init__` with so many arguments: `store_0(self, a_0)` and so on."""
    arguments = [f"a_{number}" for number in range(n)]
    lines = [f"store_{number}(self, {name})" for number, name in enumerate(arguments)]
    lines += ["self.__post_init__()"] if is_checked else []
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(['self', *arguments])}): {'; '.join(lines) or 'pass'}", made)  # noqa: S102 - numbers alone go into it
    code: CodeType = made["__init__"].__code__
    return code


def _storing_all(stores: Mapping[str, Store], *, is_checked: bool) -> Callable[[Any, Mapping[str, object]], None]:
    """What stores many arguments by their names: that takes a little longer each time, and need not be compiled."""

    def store(self: Any, values: Mapping[str, object]) -> None:
        for name, store_one in stores.items():
            store_one(self, values[name])
        if is_checked:
            self.__post_init__()

    return store


def _without_arguments(self: Any) -> None:
    store(self, locals())  # type: ignore[name-defined] # noqa: F821 - each class gives it arguments, and its own `store`


_WITHOUT_ARGUMENTS = _without_arguments.__code__


def _is_optional(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _storing(field: Field[Any], store: Store) -> Store:
    """The store of an attribute; one that has to be made if it is not given is made there."""
    make: Any = field.default_factory
    return store if make is MISSING else lambda self, value: store(self, make() if value is MISSING else value)


def _key(names: Sequence[str]) -> Key:
    if not names:
        return lambda _: ()
    found = attrgetter(*names)
    return found if len(names) > 1 else lambda value: (found(value),)


def _equality(compared: Key) -> Callable[[object, object], Any]:
    def are_equal(self: object, other: object) -> Any:  # a bool, or that it is not for this class to say
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    return are_equal


def _repr(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _set(self: object, name: str, value: object) -> None:  # noqa: ARG001 - what Python calls it with
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> None:  # noqa: ARG001 - what Python calls it with
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _restoring(stores: Mapping[str, Store]) -> Callable[[Any, Sequence[object]], None]:
    """A method that gives a value from a pickle its attributes back, in their order."""

    def restore(self: object, state: Sequence[object]) -> None:
        for store, value in zip(stores.values(), state, strict=True):
            store(self, value)

    return restore
