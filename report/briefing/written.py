"""Every text that an author wrote for the outputs in one language, found by walking the values it was read into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from report.briefing.story import Story
from report.diagnostics import SourceText
from report.survey.model import Translated

SPEAKER_NOTES = "notes"


def written_texts(story: Story, language: str) -> tuple[SourceText, ...]:
    """The texts of a story and its survey in one language, and the names that they state.

    Ids and claims are none of them, nor are speaker notes, which stand on no slide or page.
    """
    survey, speakers = story.survey, [statement.speaker for statement in story.statements]
    contact = [story.contact.name, story.contact.mail, story.contact.phone] if story.contact else []
    names = [survey.publisher, survey.institute, survey.sponsor, survey.link, story.version, *speakers, *contact]
    texts = _texts(survey if story.is_generated else story, language)
    return tuple(text for text in (*texts, *names) if text and text.location)


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
