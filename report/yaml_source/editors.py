"""What editors are told of a file: its JSON Schema, by which they offer keys and values and mark what is wrong."""

from __future__ import annotations

import inspect
from enum import Enum
from typing import Any, TypeAlias

from report.yaml_source.fields import BlockOf, FileField, ListOf
from report.yaml_source.schema import FileModel, Reads

Schema: TypeAlias = dict[str, Any]


def schema_for_editors(model: type[FileModel]) -> Schema:
    """The JSON Schema of a file of this kind, as draft-07."""
    definitions: dict[str, Schema] = {}
    schema = _of_block(model, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {name: _in_order(definitions[name]) for name in sorted(definitions)},
        **_in_order(schema),
    }


def _of_block(model: type[FileModel], definitions: dict[str, Schema]) -> Schema:
    """The schema of a block, which has no other keys; those of the blocks in it go into the definitions."""
    required = model.fields.required
    return {
        "title": model.file_name or model.__name__,
        "description": inspect.cleandoc(model.__doc__ or ""),
        "type": "object",
        "properties": {field.key: _of_field(field, definitions) for field in model.fields.by_name.values()},
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
        **model.keys_for_editors,
    }


def _of_field(field: FileField, definitions: dict[str, Schema]) -> Schema:
    """The schema of a value. What may be missing is left out, and never null; a definition has its title."""
    declared, schema = field.declared, _of_kind(field.kind, definitions)
    if "$ref" not in schema:
        schema["title"] = field.key.replace("_", " ").title()
    if declared.description:
        schema["description"] = declared.description
    if not (field.is_required or declared.default_factory or declared.default is None) and declared.tells_default:
        schema["default"] = _as_written(declared.default)
    return schema


def _of_kind(kind: object, definitions: dict[str, Schema]) -> Schema:
    """The schema of what a `Kind` is."""
    match kind:
        case Reads():
            return dict(kind.json_schema)
        case ListOf():
            sizes = {"minItems": kind.least, "maxItems": kind.most}
            return {"type": "array", "items": _of_kind(kind.entry, definitions), **_known(sizes)}
        case BlockOf():
            sizes = {"minProperties": kind.least, "maxProperties": kind.most}
            ids = {"pattern": _of_kind(kind.key, definitions)["pattern"]}
            values = _of_kind(kind.value, definitions)
            return {"type": "object", "propertyNames": ids, "additionalProperties": values, **_known(sizes)}
    assert isinstance(kind, type) and issubclass(kind, FileModel)
    name = kind.__name__
    if name not in definitions:
        definitions[name] = _of_block(kind, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _known(sizes: dict[str, int | None]) -> Schema:
    return {key: size for key, size in sizes.items() if size is not None}


def _as_written(default: object) -> object:
    """A default as JSON has it."""
    if isinstance(default, list | tuple):
        return [_as_written(each) for each in default]
    return default.value if isinstance(default, Enum) else default


def _in_order(schema: Any, *, are_keys_of_file: bool = False) -> Any:
    """A copy with everything in the order of the alphabet but the keys of the file, which keep theirs."""
    if isinstance(schema, list):
        return [_in_order(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    keys = schema if are_keys_of_file else sorted(schema)
    return {key: _in_order(schema[key], are_keys_of_file=key == "properties") for key in keys}
