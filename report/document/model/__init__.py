"""The document as it is read: a tree of sections made of nodes and tables, before any layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from report.briefing.model.prose import Prose, joined
from report.charts.model import Chart
from report.diagnostics import Location
from report.document.model.frame import (
    AgendaSection,
    ChapterSection,
    ClosingSection,
    ContactSection,
    ContentsSection,
    FreeSection,
)
from report.document.model.nodes import (
    BETWEEN,
    Annotation,
    Edition,
    Footnote,
    Heading,
    Illustration,
    KeyFigure,
    LogoMark,
    Node,
    NumberWords,
    Output,
    Paragraph,
    Quotation,
    Source,
    Speaker,
    SpeakerNotes,
)
from report.document.model.tables import Sign, Table
from report.frozen import frozen
from report.language.model import Language


@frozen
class Cover(Node):
    """The cover, and the ink block of page one. `stamp` is set where the data do not support the title.

    logos: of the house first, then of partners; where there is one, it stands in place of the publisher's name.
    """

    logos: tuple[LogoMark, ...]
    publisher: Paragraph
    briefing_for: Paragraph | None
    summary_for: Paragraph | None
    stamp: Paragraph | None
    title: Heading
    subtitle: Paragraph
    edition: Edition
    field: Illustration
    caption: Paragraph
    notes: SpeakerNotes


@frozen
class GlanceRow(Node):
    """A message: the figure, the sentence that continues it, and the field of its dots.

    leads_to: the id of the section of the finding or statement that it is taken from.
    """

    topic: Paragraph
    stamp: Paragraph | None
    figure: KeyFigure
    text: Paragraph
    field: Illustration
    leads_to: str


@frozen
class GlanceSection(Node):
    """What the briefing says in three to five rows. `heading` names the section, `headline` says it in a sentence.

    heading: None without rows: then nothing but the note of page one is left of it. stamp: of the whole section, where
    the data do not support the headline or a row.
    """

    heading: Heading | None
    headline: Heading
    stamp: Paragraph | None
    rows: tuple[GlanceRow, ...]
    source: Source
    notes: SpeakerNotes


@frozen
class PictureWords(Node):
    """The words of a finding in a picture that stands by itself, which speak of the chart that it shows.

    source: lies beside the picture; note: stands in it.
    """

    chart: Chart
    title: Paragraph
    annotations: tuple[Annotation, ...]
    source: Source
    note: Source


@frozen
class FindingSection(Node):
    """A finding: headline, exhibit, text, notes. `name` is for messages.

    title_of_dots: stands in place of the exhibit's title where every dot of a field is one per cent. number: the words
    of an exhibit of one number, on its slide. source_with_text: of a page, where the text below the exhibit speaks of
    more than that shows. picture: what is said in a picture that stands by itself.
    """

    name: str
    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    exhibit_title: Paragraph
    title_of_dots: Paragraph
    exhibit: Illustration
    number: NumberWords | None
    text: tuple[Paragraph, ...]
    annotations: tuple[Annotation, ...]
    source: Source
    source_with_text: Source | None
    picture: PictureWords
    notes: SpeakerNotes


@frozen
class Evidence(Node):
    """The exhibit beside a statement: what the survey says on its subject."""

    kicker: Paragraph
    topic: Paragraph
    exhibit_title: Paragraph
    exhibit: Illustration
    source: Source


@frozen
class StatementSection(Node):
    """What somebody said. `name` is for messages."""

    name: str
    kicker: Paragraph
    stamp: Paragraph | None
    text: Quotation
    speaker: Speaker
    evidence: Evidence | None
    notes: SpeakerNotes


@frozen
class Recommendation(Node):
    """One recommendation and the figure it rests on; `number` is its place in the list.

    leads_to: the id of the section of the finding that shows that figure; None where no finding is its reason.
    """

    number: Paragraph
    text: Paragraph
    detail: Paragraph | None
    figure: KeyFigure
    evidence: Paragraph
    leads_to: str | None


@frozen
class RecommendationsSection(Node):
    """The recommendations, labelled as opinion.

    source: names the slides on which the evidence stands; source_by_topic: its topics.
    """

    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    recommendation_head: Paragraph
    evidence_head: Paragraph
    items: tuple[Recommendation, ...]
    source: Source
    source_by_topic: Source
    notes: SpeakerNotes


@frozen
class KnownFact(Node):
    """One thing known of the survey: "Befragte" and who they were."""

    label: Paragraph
    value: Paragraph


@frozen
class MethodSection(Node):
    """How the survey was made, as far as it was published."""

    kicker: Paragraph
    headline: Heading
    known_head: Paragraph
    known: tuple[KnownFact, ...]
    unknown_head: Paragraph | None
    unknown: tuple[Paragraph, ...]
    text: tuple[Paragraph, ...]
    source: Source
    notes: SpeakerNotes


@frozen
class AppendixSection(Node):
    """All published shares of all waves, one table a question and banner.

    hidden: tells that its slides are passed over in a presentation.
    source: what the tables have in common; on a slide the `signs` that its tables carry stand before it, a page says
    those of all tables at once.
    """

    kicker: Paragraph
    hidden: Paragraph
    headline: Heading
    tables: tuple[Table, ...]
    footnotes: tuple[Footnote, ...]
    signs: tuple[Sign, ...]
    source: Source
    source_with_signs: Source
    notes: SpeakerNotes

    def tables_in(self, output: Output) -> tuple[Table, ...]:
        """The tables that an output shows, as it shows them."""
        return tuple(table.said_in(output) for table in self.tables if table.is_said_in(output))

    def footnotes_of(self, table: Table) -> tuple[Footnote, ...]:
        """The footnotes to which the numbers in a table lead."""
        cells = [cell for row in (table.head, *table.rows) for cell in (row.label, *row.cells)]
        led_to = {number.origin for cell in cells for number in cell.numbers}
        return tuple(note for note in self.footnotes if note.id in led_to)


@frozen
class RunningFoot(Node):
    """What repeats at the foot of every page: short title, publisher and date, the page's number.

    date: stands there alone where a long publisher leaves no room for the title.
    """

    title: Prose
    origin: Prose
    date: Prose
    page: Prose

    @property
    def text(self) -> Prose:
        """Title and origin in one line, as files name their subject."""
        return joined([self.title, self.origin], BETWEEN)


@frozen
class Provenance:
    """What a file was made of. name: of the briefing; version: as its author counts."""

    name: str
    version: str | None
    is_draft: bool

    @property
    def properties(self) -> Mapping[str, str]:
        """What programs are told by files, the same in every language."""
        version = {"Version": self.version} if self.version else {}
        return {"Survey": self.name, **version, "Status": "draft" if self.is_draft else "final"}


SectionOfStory: TypeAlias = ChapterSection | FindingSection | StatementSection | FreeSection
"""What a briefing tells, part by part."""


@frozen
class Document(Node):
    """All that a briefing says in one language. topics: of its questions, as files list them.

    location: of the survey. draft: the stamp of what is not final. is_by_rule: no author worded it. confidential: the
    line of a house whose reports are not for everybody.
    """

    language: Language
    location: Location | None = field(compare=False, repr=False)
    topics: tuple[str, ...]
    draft: Paragraph | None
    foot: RunningFoot
    cover: Cover
    agenda: AgendaSection | None
    glance: GlanceSection
    contents: ContentsSection | None
    parts: tuple[SectionOfStory, ...]
    recommendations: RecommendationsSection | None
    method: MethodSection
    closing: ClosingSection | None
    appendix: AppendixSection
    contact: ContactSection | None
    provenance: Provenance
    is_by_rule: bool = False
    confidential: Prose | None = None

    @property
    def body(self) -> tuple[Node, ...]:
        """The sections between the opening and the appendix."""
        ending = (self.recommendations, self.method, self.closing)
        return (*self.parts, *(section for section in ending if section))

    @property
    def slides(self) -> tuple[Node, ...]:
        """The sections that a deck shows on a slide each, between its cover and its appendix."""
        opening = (self.agenda, self.glance if self.glance.rows else None)
        sections = (*(section for section in opening if section), *self.body)
        return tuple(section for section in sections if section.is_said_in(Output.DECK))

    @property
    def has_dividers(self) -> bool:
        """Whether chapters begin with a slide of their own in the deck."""
        return any(isinstance(section, ChapterSection) for section in self.slides)

    @property
    def short_title(self) -> str:
        """The title for narrow places."""
        return self.foot.title.text

    @property
    def publisher(self) -> str:
        """Who stands on the cover."""
        return self.cover.publisher.text.text
