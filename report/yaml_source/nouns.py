"""Plurals that outputs decline: one text a language, or its plural with forms that the author gives.

unit: Haushalte                                        one language
unit: {de: Haushalte, en: households}
unit: {de: {many: Haushalte, of: Haushalten}, en: households}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, TypeAlias

from report.diagnostics import Diagnostic, SourceText, near_miss, shortened
from report.frozen import frozen
from report.language.registry import available
from report.yaml_source.faults import Fault
from report.yaml_source.schema import Misread, Reads
from report.yaml_source.texts import Texts, read_texts
from report.yaml_source.tree import Block, Node, Reported
from report.yaml_source.values import LINE_SCHEMA, read_line

MANY = "many"
"""The key of the plural."""
FORMS = ("share", "of", "one")
"""The keys of its forms."""


@frozen
class Nouns(Texts):
    """A plural by language, and its forms by their keys, each in the languages for which it is written."""

    forms: Mapping[str, Texts] = field(default_factory=dict)


def _read_nouns(node: Node) -> Nouns:
    forms: dict[str, dict[str, SourceText]] = {}

    def read(entry: Node) -> SourceText:
        if not isinstance(entry, Block):
            return read_line(entry)
        plural, found = _read_forms(entry)
        for form, text in found.items():
            forms.setdefault(form, {})[entry.name.text] = text
        return plural

    if isinstance(node, Block) and not {*node.written}.isdisjoint((MANY, *FORMS)):
        plural, found = _read_forms(node)
        own = {form: Texts(undeclared=text, location=node.name.location) for form, text in found.items()}
        return Nouns(undeclared=plural, location=node.name.location, forms=own)
    texts = read_texts(node, read)
    by_form = {form: Texts(found, location=texts.location) for form, found in forms.items()}
    return Nouns(texts.by_language, texts.undeclared, texts.location, by_form)


def _read_forms(block: Block) -> tuple[SourceText, dict[str, SourceText]]:
    """The plural and its forms as they stand below one language."""
    known = (MANY, *FORMS)
    faults = [_unknown_form(key, block, known) for key in block.written if key not in known]
    if MANY not in block.written:
        message = f"the key `{MANY}` is missing in {block.name}"
        hint = f"write `{MANY}: ` and the plural beside them, such as `{MANY}: households`"
        faults.append(Diagnostic(Fault.MISSING_KEY, message, block.name.location, hint=hint))
    texts: dict[str, SourceText] = {}
    for key in (key for key in block if key in known):
        try:
            texts[key] = SourceText("") if isinstance(block[key], Reported) else read_line(block[key])
        except Misread as misread:
            faults += misread.faults
    if faults:
        raise Misread(*faults)
    return texts.pop(MANY, SourceText("")), texts


def _unknown_form(key: str, block: Block, known: tuple[str, ...]) -> Diagnostic:
    message = f'"{shortened(key)}" is no form of {block.name}'
    notes = (f"a plural can have the forms {', '.join(known)}",)
    return Diagnostic(Fault.UNKNOWN_KEY, message, block.written[key].location, notes, near_miss(key, known))


_FORMS_SCHEMA = {
    "type": "object",
    "properties": dict.fromkeys((MANY, *FORMS), LINE_SCHEMA),
    "required": [MANY],
    "additionalProperties": False,
}
_SCHEMA = {
    "anyOf": [
        LINE_SCHEMA,
        _FORMS_SCHEMA,
        {
            "type": "object",
            "additionalProperties": {"anyOf": [LINE_SCHEMA, _FORMS_SCHEMA]},
            "propertyNames": {"enum": list(available())},
            "minProperties": 1,
        },
    ]
}

TranslatedPlural: TypeAlias = Annotated[Nouns, Reads(_read_nouns, _SCHEMA, blank=Nouns())]
"""A plural in several languages, with forms where they are given."""
