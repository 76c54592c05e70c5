"""Sections that frame the findings: agenda, chapters, free slides, and who answers questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from report.briefing.model.prose import Prose
from report.diagnostics import Location
from report.document.model.nodes import (
    Edition,
    Heading,
    Illustration,
    Node,
    Note,
    Paragraph,
    Source,
    SpeakerNotes,
)
from report.frozen import frozen
from report.images.model import Image


@frozen
class AgendaRow(Node):
    """A chapter: its place, its title, what leads it, and where it begins.

    topics: stand in place of the lead where that finds no room. slide: its number is known late.
    """

    number: Paragraph
    title: Paragraph
    lead: Paragraph
    topics: Paragraph
    slide: Paragraph


@frozen
class AgendaSection(Node):
    """The chapters of the deck."""

    kicker: Paragraph
    headline: Heading
    rows: tuple[AgendaRow, ...]
    source: Source
    notes: SpeakerNotes


@frozen
class ContentsRow(Node):
    """A section of the summary, or a table of its appendix: its title and its page, which is known late.

    section: the id of the section; leads_to: the node that the title stands at. level: 1 for what stands by itself.
    """

    title: Paragraph
    page: Paragraph
    section: str
    leads_to: str
    level: int


@frozen
class ContentsSection(Node):
    """What is in the summary, and on which page; said where these are many."""

    heading: Heading
    rows: tuple[ContentsRow, ...]

    @property
    def without_tables(self) -> ContentsSection:
        """The contents without the tables of the appendix, which come below its own row."""
        sections = dict[str, ContentsRow]()
        for row in self.rows:
            sections.setdefault(row.section, row)
        return replace(self, rows=tuple(sections.values()))

    def in_order(self, sections: Sequence[Node]) -> ContentsSection:
        """The contents where sections stand in another order; those that are not named stay behind them."""
        places = {section.id: place for place, section in enumerate(sections)}
        rows = sorted(self.rows, key=lambda row: places.get(row.section, len(places)))
        return replace(self, rows=tuple(rows))


@frozen
class LeadFigure(Node):
    """The figure that leads a chapter, as a field of dots: what part of whom it is, and which answer that is."""

    field: Illustration
    of_whom: Paragraph
    answer: Paragraph


@frozen
class ChapterSection(Node):
    """The beginning of a chapter: `kicker` says which it is of how many. `chapters`: the titles of all.

    text: a sentence on it; topics: of its findings, where there is none.
    """

    index: int
    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    text: Paragraph | None
    topics: Paragraph | None
    figure: LeadFigure | None
    chapters: tuple[Note, ...]
    notes: SpeakerNotes
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Photograph(Node):
    """A picture of the author's, and the text that stands for it where it cannot be seen."""

    image: Image
    alternative: Prose


@frozen
class FreeSection(Node):
    """A slide of the author's own. `name` is for messages; `source`: bases of its figures, and whose picture it is."""

    name: str
    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    text: tuple[Paragraph, ...]
    picture: Photograph | None
    source: Source | None
    notes: SpeakerNotes
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Contact(Node):
    """Who answers questions."""

    name: Paragraph
    role: Paragraph | None
    mail: Paragraph | None
    phone: Paragraph | None

    @property
    def lines(self) -> tuple[tuple[Paragraph, ...], ...]:
        """Who it is, as what, and below it how to reach them."""
        return tuple(
            found
            for line in ((self.name, self.role), (self.mail, self.phone))
            if (found := tuple(part for part in line if part))
        )


@frozen
class Handout(Node):
    """Something that may be passed on: what it is, and in which form."""

    name: Paragraph
    form: Paragraph


@frozen
class ClosingSection(Node):
    """The last slide before the appendix: whom to ask, what to pass on, how to cite."""

    publisher: Paragraph
    title: Heading
    contact: Contact
    handouts_head: Paragraph
    handouts: tuple[Handout, ...]
    cite_head: Paragraph
    citation: Paragraph
    edition: Edition
    notes: SpeakerNotes


@frozen
class ContactSection(Node):
    """The last block of the pages: whom to ask, how to cite."""

    heading: Heading
    contact: Contact
    citation: Paragraph
