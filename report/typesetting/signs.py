"""What signs in exhibits mean, told in the note below: "n. v. = nicht veröffentlicht"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose
from report.briefing.model.terms import sign_meaning
from report.document.model.nodes import NoteForm, Source
from report.drawing.model import Drawing, TextMark
from report.language.model import Language
from report.language.numbers import NO_BREAK_SPACE


def explained(source: Source, signs: Sequence[Prose]) -> Source:
    """The source with what signs mean before it, in every form; where none of these finds room, without it."""
    if not signs:
        return source
    shorter = tuple(replace(form, topic=(*signs, *form.topic)) for form in source.shorter)
    last = source.shorter[-1] if source.shorter else NoteForm(source.topic, source.base)
    return replace(source, topic=(*signs, *source.topic), shorter=(*shorter, last))


def signs_in(drawings: Iterable[Drawing], language: Language) -> tuple[Prose, ...]:
    """What the signs mean that stand in drawings in place of figures, alone or within words ("Rest n. v.")."""
    words = language.words
    is_shown = any(_shows(drawing, words.not_published_short) for drawing in drawings)
    return (sign_meaning(words.not_published_short, words.not_published),) if is_shown else ()


def _shows(drawing: Drawing, short: str) -> bool:
    texts = (mark.text for mark in drawing.marks if isinstance(mark, TextMark))
    return any(_plain(short) in _plain(text) for text in texts)


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")
