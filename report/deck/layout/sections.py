"""Under which names the slides of a deck stand in PowerPoint's overview: its sections, each slide in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from report.deck.model import Slide, SlideSection
from report.document.model import Document
from report.document.model.frame import ChapterSection


def sections_of(placed: Sequence[tuple[str, Slide]], document: Document) -> tuple[SlideSection, ...]:
    """The sections of these slides, each given with the id of the section of the document that it shows."""
    names, home_by_id = dict[str, str](), dict[str, str]()
    for id, name, shown in _homes(document):
        names[id] = name
        home_by_id[shown] = id
    found = groupby(placed, key=lambda each: home_by_id[each[0]])
    return tuple(SlideSection(id, names[id], tuple(slide for _, slide in slides)) for id, slides in found)


def _homes(document: Document) -> Iterator[tuple[str, str, str]]:
    """In reading order id and name of a section of the deck, and the id of a section of the document that is in it.

    The number before a chapter's title keeps it apart from all others that are called alike.
    """
    words = document.language.words
    opening = (document.cover, document.agenda, document.glance)
    yield from (("overview", words.overview, each.id) for each in opening if each)
    home = ("findings", words.findings)
    for part in document.parts:
        if isinstance(part, ChapterSection):
            home = (part.id, f"{part.index + 1} {' '.join(part.headline.text.text.split())}")
        yield (*home, part.id)
    if document.recommendations:
        yield "recommendations", words.recommendations, document.recommendations.id
    yield from (("method", words.method, each.id) for each in (document.method, document.closing) if each)
    yield "appendix", words.appendix, document.appendix.id
