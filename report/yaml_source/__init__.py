"""YAML files as their authors know them: the one way such a file is read.

    bytes ── source ──> text ── composing ──> tree ── placing ──> file model
             size,              C parser,             keys and types by pydantic-core,
             UTF-8              bounds, slips         each fault at its place

A format is a `FileModel` whose fields have types from here, and its checks a function over that model; `read` gives
both model and faults, and a model is given even where faults were found, so that checks can tell theirs in the same
run. Nothing is executed, no type is guessed: a scalar is text until a field says otherwise.
"""

from report.yaml_source.digest import digest_of
from report.yaml_source.dumping import OneLine, dumped
from report.yaml_source.faults import Fault
from report.yaml_source.fields import Field
from report.yaml_source.nouns import Nouns, TranslatedPlural
from report.yaml_source.reading import Reading, inside, outer_texts, read
from report.yaml_source.schema import FileModel, Misread, Reads, missing_key
from report.yaml_source.texts import (
    ByLanguage,
    LanguageCode,
    ListedLanguage,
    Texts,
    TranslatedLine,
    TranslatedPassage,
    is_in_languages,
    missing_languages,
    one_of_by_language,
    texts_of,
)
from report.yaml_source.values import (
    Count,
    Flag,
    Id,
    IdText,
    KeyReference,
    Line,
    Lines,
    Passage,
    Percent,
    Placed,
    Reference,
    References,
    format_version,
    is_of_other_format,
    one_of,
    scalar,
    whole_number,
)

__all__ = [
    "ByLanguage",
    "Count",
    "Fault",
    "Field",
    "FileModel",
    "Flag",
    "Id",
    "IdText",
    "KeyReference",
    "LanguageCode",
    "Line",
    "Lines",
    "ListedLanguage",
    "Misread",
    "Nouns",
    "OneLine",
    "Passage",
    "Percent",
    "Placed",
    "Reading",
    "Reads",
    "Reference",
    "References",
    "Texts",
    "TranslatedLine",
    "TranslatedPassage",
    "TranslatedPlural",
    "digest_of",
    "dumped",
    "format_version",
    "inside",
    "is_in_languages",
    "is_of_other_format",
    "missing_key",
    "missing_languages",
    "one_of",
    "one_of_by_language",
    "outer_texts",
    "read",
    "scalar",
    "texts_of",
    "whole_number",
]
