"""Texts that stand for pictures, charts and drawings: there, and telling what is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from report.checks.rule import Found, Rule
from report.diagnostics import Severity, shortened
from report.ooxml.elements import NAMESPACES
from report.presentations.deck import Deck
from report.presentations.shapes import (
    FRAME,
    GROUP,
    PICTURE,
    alternative,
    is_decorative,
    name_of,
    shapes_of,
    table_of,
    title_of,
    top_shapes,
)

SHORTEST, LONGEST = 20, 250
"""Characters of an alternative text; texts of exactly these lengths are well."""

LOGO = re.compile(r"logo\b.{2}", re.IGNORECASE)
"""Of a logo it is enough to say whose it is."""
FILE_NAME = re.compile(r"[^\n]*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|mp4|mov)", re.IGNORECASE)


def _missing(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        for shape in _untold(slide.find("p:cSld/p:spTree", NAMESPACES)):
            yield Found("it has no alternative text", part, name_of(shape))


def _untold(container: etree._Element | None) -> Iterator[etree._Element]:
    """What is shown as a picture and told by nothing; a text of a group tells all that is in it."""
    for shape in top_shapes(container) if container is not None else ():
        if alternative(shape) or is_decorative(shape):
            continue
        if shape.tag == GROUP:
            yield from _untold(shape)
        elif _is_seen(shape):
            yield shape


def _is_seen(shape: etree._Element) -> bool:
    """Whether it tells something that no text of the slide does: a picture, a chart, an object; a table is text."""
    return shape.tag == PICTURE or (shape.tag == FRAME and table_of(shape) is None)


def _told(deck: Deck) -> Iterator[tuple[str, str, etree._Element]]:
    """Each shape with an alternative text, after its slide's part and title."""
    for part, slide in deck.pages:
        title = title_of(slide)
        for shape in shapes_of(slide):
            if alternative(shape) and not is_decorative(shape):
                yield part, title, shape


def _file_name(deck: Deck) -> Iterator[Found]:
    for part, _, shape in _told(deck):
        if FILE_NAME.fullmatch(alternative(shape)):
            text = shortened(alternative(shape))
            yield Found(f'its alternative text "{text}" is the name of a file', part, name_of(shape))


def _is_title(deck: Deck) -> Iterator[Found]:
    for part, title, shape in _told(deck):
        if _is_seen(shape) and alternative(shape).casefold() == title.casefold():
            yield Found("its alternative text only says the title of the slide again", part, name_of(shape))


def _length(deck: Deck) -> Iterator[Found]:
    for part, _, shape in _told(deck):
        length = len(alternative(shape))
        is_told_otherwise = FILE_NAME.fullmatch(alternative(shape)) or LOGO.match(alternative(shape))
        if _is_seen(shape) and not SHORTEST <= length <= LONGEST and not is_told_otherwise:
            message = f"its alternative text has {length} characters, outside {SHORTEST} to {LONGEST}"
            yield Found(message, part, name_of(shape))


RULES = (
    Rule("alternative-missing", _missing, "say what it shows, or mark it as decorative (Format, Alt Text)"),
    Rule("alternative-file-name", _file_name, "say what it shows, or mark it as decorative (Format, Alt Text)"),
    Rule("alternative-is-title", _is_title, "say what it shows beyond the title", Severity.WARNING),
    Rule("alternative-length", _length, "say what matters in one or two sentences", Severity.WARNING),
)
