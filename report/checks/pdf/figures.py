"""Drawings and pictures: told in words, drawn once, and not left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from report.checks.pdf.naming import says_nothing
from report.checks.pdf.rule import Found, Rule
from report.checks.pdf.text import letters, text_of, told
from report.diagnostics import Severity, shortened
from report.pdfs.model import Content, Element, Pdf

TOLD = ("Figure", "Formula")
BOILERPLATE = re.compile(
    r"(an? |the |eine? |die |das )?(image|picture|figure|fig|graphic|chart|graph|photo|logo|diagram|drawing|icon"
    r"|bild|abbildung|abb|grafik|diagramm|foto|zeichnung|symbol|alt(ernative)? text|alternativtext)s?[\s.:]*\d*",
    re.IGNORECASE,
)
"""Texts that say that there is a picture, and nothing of it."""


def _figures(pdf: Pdf) -> Iterator[Element]:
    return (element for element in pdf.elements() if element.type in TOLD)


def _missing(pdf: Pdf) -> Iterator[Found]:
    for element in _figures(pdf):
        if not (element.alternative or element.actual or "").strip():
            yield Found.at(element, "it has no alternative text")


def _boilerplate(pdf: Pdf) -> Iterator[Found]:
    for element in pdf.elements():
        text = (element.alternative or "").strip()
        if text and (BOILERPLATE.fullmatch(text) or says_nothing(text)):
            yield Found.at(element, f'its alternative text "{shortened(text)}" tells nothing of it')


def _same(pdf: Pdf) -> Iterator[Found]:
    first: dict[str, Element] = {}
    for element in _figures(pdf):
        text = " ".join((element.alternative or "").split())
        earlier = first.setdefault(text, element)
        if text and earlier is not element:
            name = f"{earlier.type} {earlier.number}"
            yield Found.at(element, f'it has the alternative text of {name} too: "{shortened(text)}"')


def _drawn_twice(pdf: Pdf) -> Iterator[Found]:
    """A figure most of whose drawing lies twice at its place, whoever drew it again."""
    count_by_look = Counter((each.page, each.key) for each in pdf.painted)
    looks: dict[Content | None, set[tuple[int, int]]] = {}
    for each in pdf.painted:
        looks.setdefault(each.mark.content, set()).add((each.page, each.key))
    for element in _figures(pdf):
        own = {look for content in element.contents() for look in looks.get(content, ())}
        again = sum(count_by_look[look] > 1 for look in own)
        if own and again > len(own) / 2:
            yield Found.at(element, "it is drawn twice at one place")


def _not_drawn(pdf: Pdf) -> Iterator[Found]:
    painted = {each.mark.content for each in pdf.painted}
    texts = told(pdf)
    for element in _figures(pdf):
        if not painted.intersection(element.contents()) and not letters(text_of(element, texts)):
            yield Found.at(element, "nothing is drawn in it")


RULES = (
    Rule("pdf-alternative", _missing, "say what it shows, or mark it as an artifact where it only decorates"),
    Rule("pdf-alternative-empty-words", _boilerplate, "say what it shows and what matters in it"),
    Rule("pdf-alternative-twice", _same, "say what is different, or leave one of them"),
    Rule("pdf-drawn-twice", _drawn_twice, "draw it once; the other one is read, searched and printed too"),
    Rule("pdf-figure-empty", _not_drawn, "let the tag hold the drawing, or take it away", Severity.WARNING),
)
