"""Pieces of the texts that a story without an author is made of; each keeps the places of the words of the survey."""

from __future__ import annotations

import re
from string import Formatter

from report.briefing.model.prose import Prose, Words
from report.diagnostics import SourceText
from report.language.embedding import behind

_AND = " and "
_BRACKETS = str.maketrans("{}", "()")
_BUT_FURTHER_STARS = re.compile(r"[^*]+|\*(?!\*)")


def verbatim(text: SourceText) -> SourceText:
    """A text of the survey within a text of the story, where braces and ** would be markup: brackets and one star."""
    bracketed = SourceText(text.text.translate(_BRACKETS), text.starts)
    return SourceText.joined(bracketed.part(*kept.span()) for kept in _BUT_FURTHER_STARS.finditer(bracketed.text))


def begun(text: SourceText) -> SourceText:
    """A text of the survey that begins a line: with a capital, unless its first word has its own ("eBay users")."""
    if not text.text.partition(" ")[0].islower():
        return text
    return SourceText.joined([SourceText(text.text[:1].upper()), text.part(1, len(text.text))])


def as_source(phrase: Prose) -> SourceText:
    """Words of the survey and of the program as a text of the story."""
    runs = (verbatim(run.source) if isinstance(run, Words) else SourceText(run.text) for run in phrase.runs)
    return SourceText.joined(runs)


def filled(template: str, **parts: SourceText) -> SourceText:
    """Fixed words of the language with their `{...}` filled in, each part with its places."""
    found: list[SourceText] = []
    for words, name, _, _ in Formatter().parse(template):
        before = found[-1].text if found else ""
        found += [SourceText(behind(before, words)), *([parts[name]] if name else [])]
    return SourceText.joined(found)


def figure(name: str) -> SourceText:
    """The number of a figure, as an author would ask for it."""
    return SourceText(f"{{{{ {name} }}}}")


def of_100(name: str) -> SourceText:
    """The number of a figure as one out of a hundred."""
    return SourceText(f"{{{{ {name} | of_100 }}}}")


def all_of(*claims: str | None) -> str:
    """Claims without brackets that have to hold together, each of their comparisons once."""
    parts = (part for claim in claims if claim for part in claim.split(_AND))
    return _AND.join(dict.fromkeys(parts))
