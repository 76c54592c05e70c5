"""Every digit on a slide comes from the document: the deck places what is said and says nothing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import combinations
from pathlib import Path

import pytest

from report.briefing.model import BigFigure
from report.briefing.model.prose import Late, Prose, joined
from report.deck.model import Deck, PlacedParagraph, PlacedTable, Slide
from report.document.model import AppendixSection, Document
from report.document.model.nodes import BETWEEN, Edition, Quotation, Source
from report.document.model.tables import Table
from report.typesetting.signs import explained
from tests.surveys import FOLDERS, layouts


def texts(value: object) -> Iterator[Prose]:
    """Every text that a value of the document can be placed as, however deep."""
    match value:
        case Prose():
            yield value
        case Source():
            yield from (joined(half, BETWEEN) for form in value.forms for half in (form.topic, form.base))
        case Edition():
            yield from value.lines
        case Quotation():
            yield value.quoted
        case tuple():
            yield from (text for part in value for text in texts(part))
        case _ if is_dataclass(value):
            yield from _in_one_paragraph(value)
            yield from (text for field in fields(value) for text in texts(getattr(value, field.name)))


def _in_one_paragraph(value: object) -> Iterator[Prose]:
    """What the deck joins: the title of a table and its mode, and what signs mean with the note of the appendix."""
    match value:
        case Table(head=head, title=title):
            yield from (joined([text, head.label.text], BETWEEN) for text in (title.text, title.continued) if text)
        case AppendixSection(signs=signs, source=source):
            for shown in (chosen for count in range(len(signs)) for chosen in combinations(signs, count + 1)):
                yield from texts(explained(source, [sign.text for sign in shown]))


def figures(value: object) -> Iterator[str]:
    """The numbers that are set large."""
    if isinstance(value, BigFigure):
        yield value.number.text
    elif isinstance(value, tuple):
        yield from (number for part in value for number in figures(part))
    elif is_dataclass(value):
        yield from (number for field in fields(value) for number in figures(getattr(value, field.name)))


def bare(text: str) -> str:
    """The characters without blanks, hyphens and signs between parts, which the breaking of lines adds and takes."""
    return re.sub(r"[\s\u00ad·-]", "", text)


def pattern(text: Prose) -> str:
    """The text as an expression; a late fact may be any number."""
    return "".join(r"\d+" if isinstance(run, Late) else re.escape(bare(run.text)) for run in text.runs)


def paragraphs(slide: Slide) -> Iterator[str]:
    """The texts of a slide, paragraph by paragraph, and those of its speaker notes; but its own number."""
    placed: list[PlacedParagraph] = []
    for item in slide.items:
        if isinstance(item, PlacedTable):
            placed += [paragraph for row in item.rows for cell in row.cells for paragraph in cell.paragraphs]
    for text in slide.texts:
        if text.name != "page number":
            placed += text.paragraphs
    yield from (bare(paragraph.text) for paragraph in placed)
    yield from (bare(note) for note in slide.notes)


def strange(deck: Deck, document: Document) -> list[str]:
    """The paragraphs with a digit that the document does not say."""
    said = {*map(pattern, texts(document)), *(re.escape(bare(number)) for number in figures(document))}
    known = re.compile("|".join(sorted(said, key=len, reverse=True)))
    shown = [text for slide in deck.slides for text in paragraphs(slide) if any(char.isdigit() for char in text)]
    assert shown
    return [text for text in shown if not known.fullmatch(text)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_digit_on_a_slide_is_said_by_the_document(folder: Path) -> None:
    for laid_out in layouts(folder):
        assert strange(laid_out.deck, laid_out.summary.document) == []


def test_a_digit_that_the_deck_adds_is_found() -> None:
    laid_out = layouts(FOLDERS[0])[0]
    first, *others = laid_out.deck.sections
    cover, *further = first.slides
    planted = replace(first, slides=(replace(cover, notes=(*cover.notes, "Seit 3 Jahren")), *further))

    assert strange(replace(laid_out.deck, sections=(planted, *others)), laid_out.summary.document) == ["Seit3Jahren"]
