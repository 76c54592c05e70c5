"""The markup of an author's text: `{{ figure }}` and `**bold**`, split into pieces that keep their places.

"Rund {{ goals.service }} nennen **den Service**"
 └─┬─┘   └─────┬─────┘  └──┬──┘   └─────┬─────┘
 literal    expression   literal   strong literal
"""

from __future__ import annotations

import re
from functools import lru_cache

from report.briefing.faults import StoryFault
from report.diagnostics import Diagnostic, SourceText
from report.frozen import frozen
from report.language.model import FIGURE

MOST_FAULTS = 10
"""Faults told of one text; one with more of them is no text."""

_SIGNS = re.compile(r"\{\{(?P<figure>(?:(?!\{\{|\}\}).)*)\}\}|\*\*|\{\{|\}\}|\{[^{}\n]*\}|[{}]", re.DOTALL)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@frozen
class Piece:
    """A stretch of a text: words, or the expression of a figure."""

    source: SourceText
    is_figure: bool = False
    is_strong: bool = False


@frozen
class Markup:
    """A text taken apart; what could not be read stands in `faults` and in no piece."""

    pieces: tuple[Piece, ...]
    faults: tuple[Diagnostic, ...]


@frozen
class BareText:
    """A text without its markup, blanks made single and plain, and where each character stood in the source."""

    text: str
    offsets: tuple[int, ...]


def paragraphs(source: SourceText) -> tuple[SourceText, ...]:
    """The paragraphs of a longer text; blank lines part them."""
    return tuple(source.part(*found.span()) for found in _PARAGRAPH.finditer(source.text.rstrip()))


def trimmed(source: SourceText) -> SourceText:
    """The text without blanks at its ends."""
    start = len(source.text) - len(source.text.lstrip())
    return source.part(start, max(start, len(source.text.rstrip())))


def take_apart(source: SourceText) -> Markup:
    """The pieces of a text in order, with every fault of its signs."""
    pieces: list[Piece] = []
    faults: list[Diagnostic] = []
    offset, bold_from, is_open = 0, None, False
    for sign in _SIGNS.finditer(source.text):
        start, end = sign.span()
        is_strong = bold_from is not None
        _append_words(pieces, source.part(offset, start), is_strong=is_strong)
        if sign["figure"] is not None:
            pieces.append(Piece(source.part(*sign.span("figure")), is_figure=True, is_strong=is_strong))
        elif sign[0] == "**":
            if bold_from is not None and not source.text[bold_from + 2 : start].strip():
                faults.append(_empty_bold(source, bold_from, end))
            bold_from = None if is_strong else start
        elif not (sign[0] == "}" and is_open):
            faults.append(_stray(sign[0], source, start))
        is_open = sign[0] == "{{"
        offset = end
    _append_words(pieces, source.part(offset, len(source.text)), is_strong=bold_from is not None)
    if bold_from is not None:
        message, hint = "** opens bold text that is not closed", "close it with ** behind the last bold word"
        faults.append(Diagnostic(StoryFault.UNBALANCED_BOLD, message, source.at(bold_from, 2), hint=hint))
    return Markup(tuple(pieces), tuple(faults[:MOST_FAULTS]))


def bare(source: SourceText) -> BareText:
    """The text as its words are searched: every character of a figure stands as `FIGURE`."""
    return _bare(source.text)


@lru_cache(maxsize=1024)
def _bare(text: str) -> BareText:
    """The same of a text; each claim looks through the texts beside it."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(_masked(text)):
        plain = " " if character.isspace() else character
        if character == _DROPPED or (plain == " " and characters[-1:] == [" "]):
            continue
        characters.append(plain)
        offsets.append(offset)
    return BareText("".join(characters), tuple(offsets))


_DROPPED = "\0"


def _masked(text: str) -> str:
    def stand_in(sign: re.Match[str]) -> str:
        length = len(sign[0])
        return FIGURE * length if sign["figure"] is not None else _DROPPED * length

    return _SIGNS.sub(stand_in, text)


def _append_words(pieces: list[Piece], words: SourceText, *, is_strong: bool) -> None:
    if words.text:
        pieces.append(Piece(words, is_strong=is_strong))


def _empty_bold(source: SourceText, start: int, end: int) -> Diagnostic:
    message, hint = "no words stand between ** and **", "write **word** for a bold word"
    return Diagnostic(StoryFault.EMPTY_BOLD, message, source.at(start, end - start), hint=hint)


def _stray(sign: str, source: SourceText, start: int) -> Diagnostic:
    hint = "a figure is written {{ question.answer }}"
    if sign == "{{":
        return Diagnostic(
            StoryFault.UNCLOSED_FIGURE, "{{ opens a figure that is not closed", source.at(start, 2), hint=hint
        )
    message = f"a single {sign[0]} has no meaning in a text"
    if sign == "}}":
        message = "}} closes a figure that was never opened"
    return Diagnostic(StoryFault.STRAY_BRACES, message, source.at(start, len(sign)), hint=hint)
