"""Texts in several languages as authors write them: one string, or one string a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum
from typing import Annotated, Generic, TypeAlias, TypeVar

from report.diagnostics import Diagnostic, Location, SourceText, near_miss, shortened
from report.frozen import frozen
from report.language.registry import available
from report.yaml_source.faults import Fault
from report.yaml_source.schema import FileModel, Misread, Reads
from report.yaml_source.tree import Block, Key, Node, Reported, needed
from report.yaml_source.values import LINE_SCHEMA, TEXT_SCHEMA, known_word, read_line, read_passage

E = TypeVar("E", bound=Enum)

MOST_NAMED = 5
"""Keys that are no languages which a message names; of more only so many, with the number of the others."""


@frozen
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
        for name in type(value).fields.by_name:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, Mapping):
        yield from _texts_of_all(value.values())
    elif isinstance(value, list):
        yield from _texts_of_all(value)


def _texts_of_all(values: Iterable[object]) -> Iterator[Texts]:
    for value in values:
        yield from texts_of(value)


def is_in_languages(model: FileModel, languages: Sequence[str], *, declared: str | None) -> bool:
    """Whether no text of a file model lacks one of the languages, as `missing_languages` tells it."""
    return all(
        language in texts.in_language(declared or language) for texts in texts_of(model) for language in languages
    )


def missing_languages(
    model: FileModel, languages: Sequence[str], *, declared: str | None, because: str
) -> tuple[Diagnostic, ...]:
    """The texts of a file that lack one of the languages; of a language that none of them has, the first for all.

    declared: the language of texts that are one string (None: reported elsewhere). because: who asks for them.
    """
    every = tuple(texts_of(model))
    lacking = {
        language: [texts for texts in every if language not in texts.in_language(declared or language)]
        for language in languages
    }
    absent = [language for language in languages if len(lacking[language]) == len(every) > 1]
    return (
        *(_absent(language, lacking[language][0], because) for language in absent),
        *(
            Diagnostic(Fault.MISSING_LANGUAGE, f'no text in "{language}", {because}', texts.location)
            for texts in every
            for language in languages
            if language not in absent and texts in lacking[language]
        ),
    )


def _absent(language: str, first: Texts, because: str) -> Diagnostic:
    message = f'no text of this file is in "{language}", {because}'
    hint = f'write every text in it too, such as {{{language}: ...}}, or take "{language}" out of `languages`'
    return Diagnostic(Fault.MISSING_LANGUAGE, message, first.location, hint=hint)


def _reads_texts(read: Callable[[Node], SourceText], schema: Mapping[str, object]) -> Reads:
    return Reads(lambda node: read_texts(node, read), _once_or_by_language(schema), blank=Texts())


def _once_or_by_language(schema: Mapping[str, object]) -> Mapping[str, object]:
    by_language = {
        "type": "object",
        "additionalProperties": schema,
        "propertyNames": {"enum": list(available())},
        "minProperties": 1,
    }
    return {"anyOf": [schema, by_language]}


def read_texts(node: Node, read: Callable[[Node], SourceText]) -> Texts:
    """A text by language, each read by `read`; raises Misread with all that is wrong."""
    if not isinstance(node, Block):
        return Texts(undeclared=read(node), location=node.name.location)
    known = available()
    strangers = [key for key in node.written.values() if key not in known]
    faults = [_no_languages(strangers)] if strangers else []
    texts: dict[str, SourceText] = {}
    for code, text in node.items():
        if code in strangers:
            continue
        try:
            texts[str(code)] = SourceText("") if isinstance(text, Reported) else read(needed(text))
        except Misread as misread:
            faults += misread.faults
    if not node.written and not node.has_strangers:
        faults.append(Diagnostic(Fault.TOO_FEW, f"{node.name} needs at least one entry", node.name.location))
    if faults:
        raise Misread(*faults)
    return Texts(texts, location=node.name.location)


def _no_languages(keys: Sequence[Key]) -> Diagnostic:
    """Keys of a text that are no languages, told at the first of them."""
    names = [f'"{shortened(key)}"' for key in keys[:MOST_NAMED]]
    names += [f"{len(keys) - MOST_NAMED} more"] if len(keys) > MOST_NAMED else []
    *others, last = names
    what = f"there are no languages {', '.join(others)} and {last}" if others else f"there is no language {last}"
    notes = (_known_languages(), "a text is one string, or one string a language, such as {de: ..., en: ...}")
    first = keys[0]
    return Diagnostic(Fault.UNKNOWN_LANGUAGE, what, first.location, notes, near_miss(first.lower(), available()))


def _known_languages() -> str:
    return f"known are {', '.join(available())}"


@frozen
class ByLanguage(Generic[E]):
    """A word from a list that holds in every language (`everywhere`), or one a language."""

    everywhere: E | None = None
    by_language: Mapping[str, E] = field(default_factory=dict)


def one_of_by_language(choices: type[E]) -> Reads:
    """Reads one of the words that an enumeration lists, or one a language."""
    words = [str(choice.value) for choice in choices]

    def read(node: Node) -> ByLanguage[E]:
        texts = read_texts(node, lambda entry: SourceText(known_word(entry, words)))
        if texts.undeclared:
            return ByLanguage(choices(texts.undeclared.text))
        return ByLanguage(
            by_language={code: choices(word.text) for code, word in texts.by_language.items() if word.text}
        )

    return Reads(read, _once_or_by_language({"enum": words}))


_ONE_OF_THEM = "leave it out, or write one of these where it is the only one"


def _read_language(node: Node) -> SourceText:
    code = read_line(node)
    if code.text not in available():
        message, hint = (
            f'there is no language "{shortened(code.text)}"',
            near_miss(code.text, available()) or _ONE_OF_THEM,
        )
        raise Misread(Diagnostic(Fault.UNKNOWN_LANGUAGE, message, node.location, (_known_languages(),), hint))
    return code


_LANGUAGES = {"enum": list(available())}

LanguageCode: TypeAlias = Annotated[SourceText, Reads(_read_language, _LANGUAGES)]
"""One of the languages that there are."""

ListedLanguage: TypeAlias = Annotated[SourceText, Reads(_read_language, _LANGUAGES, blank=SourceText(""))]
"""The same as an entry of a list that cannot be empty: blank where it could not be read."""

TranslatedLine: TypeAlias = Annotated[Texts, _reads_texts(read_line, LINE_SCHEMA)]
"""A text of one line in several languages: a label."""

TranslatedPassage: TypeAlias = Annotated[Texts, _reads_texts(read_passage, TEXT_SCHEMA)]
"""A text of one or several lines in several languages."""
