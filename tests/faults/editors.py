"""What an editor makes of a YAML file with a JSON Schema: values typed by the core schema of YAML 1.2."""

from __future__ import annotations

import re

import jsonschema
import yaml

from report import pipeline

SCHEMAS = pipeline.schemas()


def loaded(text: str) -> object:
    """The values of a file, plain scalars typed; raises YAMLError."""
    return _value(yaml.compose(text, yaml.CBaseLoader))


def is_valid(text: str, file: str) -> bool:
    """Whether a file is YAML and its schema finds nothing wrong."""
    try:
        value = loaded(text)
    except yaml.YAMLError:
        return False
    schema = SCHEMAS[file.replace(".yaml", ".schema.json")]
    return bool(jsonschema.Draft202012Validator(schema).is_valid(value))


def _value(node: yaml.Node | None) -> object:
    match node:
        case yaml.MappingNode():
            keys = [_text(key) for key, _ in node.value]
            if len(set(keys)) < len(keys):
                raise yaml.YAMLError("a key stands twice, which YAML forbids")
            return {key: _value(value) for key, (_, value) in zip(keys, node.value, strict=True)}
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
        case yaml.ScalarNode():
            return node.value if node.style else _typed(node.value)
    return None


def _text(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _typed(text: str) -> object:
    if re.fullmatch(r"|~|null|Null|NULL", text):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text
