"""Every text that an author wrote for the outputs in one language, found by walking the values it was read into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from report.briefing.markup import take_apart
from report.briefing.model import Origins
from report.briefing.story import Story
from report.diagnostics import SourceText
from report.survey.model import Translated

SPEAKER_NOTES = "notes"


def written_texts(story: Story, language: str) -> tuple[SourceText, ...]:
    """The texts of a story and its survey in one language, and the names that they state.

    Ids and claims are none of them, nor are speaker notes, which stand on no slide or page.
    """
    found = (*_texts(story, language), *story.survey.names, *story.names)
    return tuple(text for text in found if text.location)


def origins(story: Story, language: str) -> Origins:
    """Where the words of the outputs in one language come from: the texts without their figures and signs."""
    pieces = [piece for text in written_texts(story, language) for piece in take_apart(text).pieces]
    return Origins(tuple(piece.source for piece in pieces if not piece.is_figure))


def _texts(value: object, language: str) -> Iterator[SourceText]:
    if isinstance(value, Translated):
        yield from [value.by_language[language]] if language in value.by_language else []
    elif is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value) if field.name != SPEAKER_NOTES]
        yield from _texts_of_all(parts, language)
    elif isinstance(value, Mapping):
        yield from _texts_of_all(value.values(), language)
    elif isinstance(value, tuple):
        yield from _texts_of_all(value, language)


def _texts_of_all(values: Iterable[object], language: str) -> Iterator[SourceText]:
    for value in values:
        yield from _texts(value, language)
