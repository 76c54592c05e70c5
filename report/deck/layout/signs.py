"""What the signs on a slide mean, told in its footer: "n. v. = nicht veröffentlicht"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose
from report.deck.desk import Desk
from report.deck.model import PlacedItem, PlacedPicture
from report.document.model.nodes import NoteForm, Source
from report.drawing.model import Drawing, TextMark
from report.language.numbers import NO_BREAK_SPACE
from report.tables.model import CellState


def explained(source: Source, signs: Sequence[Prose]) -> Source:
    """The source with what signs mean before it, in every form; where none of these finds room, without it."""
    if not signs:
        return source
    shorter = tuple(replace(form, topic=(*signs, *form.topic)) for form in source.shorter)
    last = source.shorter[-1] if source.shorter else NoteForm(source.topic, source.base)
    return replace(source, topic=(*signs, *source.topic), shorter=(*shorter, last))


def signs_in(desk: Desk, items: Iterable[PlacedItem]) -> tuple[Prose, ...]:
    """What the signs mean that stand in the pictures of a slide in place of figures."""
    drawings = [item.drawing for item in items if isinstance(item, PlacedPicture)]
    short = desk.language.words.not_published_short
    if not any(_shows(drawing, short) for drawing in drawings):
        return ()
    return tuple(sign.text for sign in desk.document.appendix.signs if sign.state is CellState.NOT_PUBLISHED)


def _shows(drawing: Drawing, short: str) -> bool:
    texts = (mark.text for mark in drawing.marks if isinstance(mark, TextMark))
    return any(_plain(short) in _plain(text) for text in texts)


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")
