"""What a file says, as one short name: the same for the same values, however the file is laid out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from report.diagnostics import SourceText
from report.units import Between
from report.yaml_source.nouns import Nouns
from report.yaml_source.schema import FileModel
from report.yaml_source.texts import Texts
from report.yaml_source.values import Placed

_Plain: TypeAlias = "bool | int | str | list[_Plain] | dict[str, _Plain] | None"


def digest_of(file: FileModel) -> str:
    """SHA-256 of the values of a file, in hexadecimal digits.

    A value counts as it was read: a text without the blanks at its ends and with its lines folded, a percentage with
    its printed decimals, a date as exact as it is. A key that is not written and one with the value that it would have
    anyway are the same, so a format can gain keys. Order counts in lists and among keys that are ids (questions,
    answers, waves), since it is shown; it does not among the keys of a format or the languages of a text. Comments,
    quotation marks, anchors and indentation are no values.
    """
    text = json.dumps(_plain(file), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: object) -> _Plain:
    match value:
        case FileModel():
            return _keys_of(value)
        case Nouns(forms=forms) if forms:
            return [_plain(Texts(value.by_language, value.undeclared)), _plain(forms)]
        case Texts():
            return (
                value.undeclared.text
                if value.undeclared
                else {code: text.text for code, text in value.by_language.items()}
            )
        case SourceText(text=text):
            return text
        case Placed(value=inner) | Enum(value=inner):
            return _plain(inner)
        case Mapping():
            return [[str(key), _plain(each)] for key, each in value.items()]
        case list() | tuple():
            return [_plain(each) for each in value]
        case None | bool() | int():
            return value
        case Between(upper=bound):
            return f"<{bound}"
    return str(value)  # a decimal or a date prints as it was written


def _keys_of(block: FileModel) -> dict[str, _Plain]:
    values = ((key, getattr(block, name), default) for key, name, default in block.fields.defaults)
    return {key: _plain(value) for key, value, default in values if value != default}
