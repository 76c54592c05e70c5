"""Texts in several languages as authors write them: one string, or one string a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from report.diagnostics import Diagnostic, Location, SourceText, near_miss, shortened
from report.language.registry import available
from report.yaml_source.faults import Fault
from report.yaml_source.schema import FileModel, Misread, Reads
from report.yaml_source.tree import Block, Key, Node, Reported
from report.yaml_source.values import LINE_SCHEMA, TEXT_SCHEMA, read_line, read_passage

LANGUAGE_PATTERN = r"[a-z]{2,3}"
"""ISO 639-1 and 639-3."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A text by language; `undeclared` is one string, whose language something else in the file has to tell.

    location: the key of the text. Without one it stands for a text whose faults are reported.
    """

    by_language: Mapping[str, SourceText] = field(default_factory=dict)
    undeclared: SourceText | None = None
    location: Location | None = None

    def in_language(self, declared: str) -> Mapping[str, SourceText]:
        """The text by language, one string being in the language `declared`."""
        return {declared: self.undeclared} if self.undeclared else self.by_language


def texts_of(value: object) -> Iterator[Texts]:
    """Every text that a file model holds, those with reported faults left out."""
    if isinstance(value, Texts):
        yield from [value] if value.location else []
    elif isinstance(value, FileModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, Mapping):
        yield from _texts_of_all(value.values())
    elif isinstance(value, list):
        yield from _texts_of_all(value)


def _texts_of_all(values: Iterable[object]) -> Iterator[Texts]:
    for value in values:
        yield from texts_of(value)


def missing_languages(
    model: FileModel, languages: Sequence[str], *, declared: str | None, because: str
) -> tuple[Diagnostic, ...]:
    """The texts of a file that lack one of the languages.

    declared: the language of texts that are one string (None: reported elsewhere). because: who asks for them.
    """
    return tuple(
        Diagnostic(Fault.MISSING_LANGUAGE, f'no text in "{language}", {because}', texts.location)
        for texts in texts_of(model)
        for language in languages
        if language not in texts.in_language(declared or language)
    )


def _reads_texts(read: Callable[[Node], SourceText], schema: Mapping[str, object]) -> Reads:
    by_language = {
        "type": "object",
        "additionalProperties": schema,
        "propertyNames": {"pattern": f"^{LANGUAGE_PATTERN}$"},
        "minProperties": 1,
    }
    return Reads(lambda node: read_texts(node, read), {"anyOf": [schema, by_language]}, blank=Texts())


def read_texts(node: Node, read: Callable[[Node], SourceText]) -> Texts:
    """A text by language, each read by `read`; raises Misread with all that is wrong."""
    if not isinstance(node, Block):
        return Texts(undeclared=read(node), location=node.name.location)
    faults = [_no_language(key) for key in node.written.values() if not re.fullmatch(LANGUAGE_PATTERN, key)]
    texts: dict[str, SourceText] = {}
    for code, text in node.items():
        try:
            texts[str(code)] = SourceText("") if isinstance(text, Reported) else read(text)
        except Misread as misread:
            faults += misread.faults
    if not node.written and not node.has_strangers:
        faults.append(Diagnostic(Fault.TOO_FEW, f"{node.name} needs at least one entry", node.name.location))
    if faults:
        raise Misread(*faults)
    return Texts(texts, location=node.name.location)


def _no_language(key: Key) -> Diagnostic:
    note = "a text is one string, or one string a language, such as {de: ..., en: ...}"
    hint = f'did you mean "{key.lower()}"?' if re.fullmatch(LANGUAGE_PATTERN, key.lower()) else None
    return Diagnostic(
        Fault.UNKNOWN_LANGUAGE, f'"{shortened(key)}" is not the code of a language', key.location, (note,), hint
    )


def _read_language(node: Node) -> SourceText:
    code = read_line(node)
    if code.text not in available():
        known = f"known are {', '.join(available())}"
        hint = near_miss(code.text, available())
        raise Misread(
            Diagnostic(
                Fault.UNKNOWN_LANGUAGE, f'there is no language "{shortened(code.text)}"', node.location, (known,), hint
            )
        )
    return code


LanguageCode: TypeAlias = Annotated[SourceText, Reads(_read_language, {"enum": list(available())})]
"""One of the languages that there are."""

TranslatedLine: TypeAlias = Annotated[Texts, _reads_texts(read_line, LINE_SCHEMA)]
"""A text of one line in several languages: a label."""

TranslatedPassage: TypeAlias = Annotated[Texts, _reads_texts(read_passage, TEXT_SCHEMA)]
"""A text of one or several lines in several languages."""
