"""Nodes that every section has: its paragraphs, its stamp, its speaker notes."""

from __future__ import annotations

from collections.abc import Iterable

from report.briefing.model.prose import Paragraphs, Prose, fixed
from report.document.model.nodes import Output, Paragraph, SpeakerNotes, continued
from report.language.model import Words


def said(id: str, words: str, output: Output = Output.BOTH) -> Paragraph:
    """Fixed words of the program as a paragraph."""
    return Paragraph(id, fixed(words), output=output)


def kicker(id: str, text: Prose, words: Words) -> Paragraph:
    """The topic of a section, which is repeated where the section goes on."""
    return Paragraph(f"{id}/kicker", text, continued(f"{id}/kicker", text, words))


def paragraphs(id: str, text: Paragraphs, output: Output = Output.BOTH) -> tuple[Paragraph, ...]:
    """A longer text."""
    return tuple(Paragraph(f"{id}/text/{number}", part, output=output) for number, part in enumerate(text, start=1))


def stamp(id: str, words: Words, *, is_supported: bool, output: Output = Output.BOTH) -> Paragraph | None:
    """What a reader must not miss: that the data do not support what is said."""
    return None if is_supported else said(f"{id}/stamp", words.failed_claim, output)


def speaker_notes(id: str, text: Iterable[Prose]) -> SpeakerNotes:
    """What to say beside a slide."""
    return SpeakerNotes(f"{id}/notes", tuple(text), output=Output.DECK)
