"""What signs in exhibits mean, told in the note below: "n. v. = nicht veröffentlicht"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Fact, FactKind, Prose, fixed, told
from report.briefing.model.terms import APART, APART_PLAIN, ASTERISK, sign_meaning, small_base
from report.document.model.nodes import NoteForm, Source
from report.drawing.model import Drawing, MarkRole, TextMark
from report.language.model import Language
from report.language.numbers import NO_BREAK_SPACE, percent
from report.tables.model import LEAST_UNMARKED_BASE
from report.units import Share


def explained(source: Source, signs: Sequence[Prose]) -> Source:
    """The source with what signs mean before it, in every form; where none of these finds room, without it."""
    if not signs:
        return source
    shorter = tuple(replace(form, topic=_explained(form, signs)) for form in source.shorter)
    whole = NoteForm(source.topic, source.base)
    last = source.shorter[-1] if source.shorter else whole
    return replace(source, topic=_explained(whole, signs), shorter=(*shorter, last))


def _explained(form: NoteForm, signs: Sequence[Prose]) -> tuple[Prose, ...]:
    return (*unexplained(form, signs), *form.topic)


def unexplained(form: NoteForm, signs: Sequence[Prose]) -> tuple[Prose, ...]:
    """What those signs mean that the base does not explain itself."""
    said = " ".join(part.text for part in form.base)
    return tuple(sign for sign in signs if sign.text not in said)


def signs_in(
    drawings: Iterable[Drawing],
    language: Language,
    beside: Iterable[Prose] = (),
    *,
    of: Source | None = None,
) -> tuple[Prose, ...]:
    """What the signs mean that stand in drawings, alone or within words ("Rest n. v."), and in words beside them.

    In place of figures, and behind the number of respondents where these are few ("n = 86*"); and what the
    lines of intervals are. of: the source of what they show.
    """
    words = language.words
    marks = [mark for drawing in drawings for mark in drawing.marks]
    texts = [_plain(mark.text) for mark in marks if isinstance(mark, TextMark)]
    texts += [_plain(text.text) for text in beside]
    found = list[Prose]()
    if any(_plain(words.not_published_short) in text for text in texts):
        found.append(sign_meaning(words.not_published_short, words.not_published))
    if any(_plain(words.not_reported_short) in text for text in texts):
        found.append(sign_meaning(words.not_reported_short, words.not_reported))
    few = re.compile(re.escape(_plain(words.n.format(n=""))) + r"\d+" + re.escape(ASTERISK))
    if any(few.search(text) for text in texts):
        least = of.least_unmarked if of else LEAST_UNMARKED_BASE
        found.append(small_base(language, least, is_effective=of is not None and of.is_weighted))
    if of and of.confidence and any(mark.role is MarkRole.WHISKER for mark in marks):
        level = percent(Share(of.confidence), 0, language).text
        found.append(told(words.interval, confidence=Fact(FactKind.CONSTANT, level, "survey.confidence")))
    drawn = {mark.text for mark in marks if isinstance(mark, TextMark) and mark.role is MarkRole.DIFFERENCE}
    if of and of.confidence and drawn:
        level = percent(Share(round(1 - of.confidence, 4)), 0, language).text
        sides = ((words.above, (APART[0], APART_PLAIN[0])), (words.below, (APART[1], APART_PLAIN[1])))
        said = ", ".join(f"{sign} {side}" for side, signs in sides for sign in signs if sign in drawn)
        told_level = Fact(FactKind.CONSTANT, level, "survey.confidence")
        found.append(told(words.apart_from_rest, signs=fixed(said), level=told_level))
    return tuple(found)


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")
