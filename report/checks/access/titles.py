"""Slides, sections and the document have names of their own, by which one finds the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.checks.rule import Found, Rule
from report.diagnostics import Severity, shortened
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import Deck
from report.presentations.package import CORE
from report.presentations.shapes import (
    FURNITURE,
    TEXT_SHAPE,
    is_title,
    name_of,
    place_type,
    placeholder,
    shapes_of,
    text_of,
    title_of,
)

MEANINGLESS_TITLES = {"", "powerpoint presentation", "powerpoint-präsentation", "presentation", "präsentation"}
MEANINGLESS_SECTIONS = {
    "",
    "default section",
    "untitled section",
    "standardabschnitt",
    "abschnitt ohne titel",
    "unbenannter abschnitt",
}


def _missing(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        if not title_of(slide):
            yield Found("the slide has no title", part)


def _several(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        titles = [shape for shape in shapes_of(slide) if is_title(shape)]
        if len(titles) > 1:
            yield Found(f"the slide has {len(titles)} placeholders of a title", part, name_of(titles[1]))


def _twice(deck: Deck) -> Iterator[Found]:
    first: dict[str, int] = {}
    for number, (part, slide) in enumerate(deck.pages, start=1):
        title = title_of(slide)
        earlier = first.setdefault(title.casefold(), number)
        if title and earlier != number:
            yield Found(f'its title "{shortened(title)}" is that of slide {earlier} too', part)


def _empty_place(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        for shape in shapes_of(slide):
            is_place = shape.tag == TEXT_SHAPE and placeholder(shape) is not None
            if is_place and not text_of(shape) and place_type(shape) not in FURNITURE and not is_title(shape):
                yield Found("the placeholder is empty; a screen reader stops at it", part, name_of(shape))


def _section(deck: Deck) -> Iterator[Found]:
    names = [section.get("name", "").strip() for section in deck.root.iter(qualified("p14:section"))]
    for name, count in Counter(names).items():
        if name.casefold() in MEANINGLESS_SECTIONS:
            yield Found(f'a section is called "{shortened(name)}"', deck.presentation)
        elif count > 1:
            yield Found(f'{count} sections are called "{shortened(name)}"', deck.presentation)


def _document(deck: Deck) -> Iterator[Found]:
    core = deck.package.trees.get(CORE)
    title = "" if core is None else (core.findtext("dc:title", "", NAMESPACES) or "").strip()
    if title.casefold() in MEANINGLESS_TITLES:
        yield Found(f'the document is titled "{title}"' if title else "the document has no title", CORE)


RULES = (
    Rule("title-missing", _missing, "write a title; one that should not be seen may lie beside the slide"),
    Rule("title-placeholders", _several, "leave one, and make the others text boxes", Severity.WARNING),
    Rule("title-twice", _twice, "say what is different, or number the slides of one matter", Severity.WARNING),
    Rule("empty-placeholder", _empty_place, "fill it, or delete it", Severity.WARNING),
    Rule("section-title", _section, "name each section after what it holds", Severity.WARNING),
    Rule("document-title", _document, "write it under File, Info, Properties", Severity.WARNING),
)
