"""The document as it is read: a tree of headings, paragraphs, exhibits, tables, lists and notes, before any layout.

The order of a node's fields is its reading order. Ids are paths ("findings/goals/headline"), unique in a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from enum import Enum

from report.briefing.model import BigFigure
from report.briefing.model.prose import FactKind, Late, Paragraphs, Prose, joined, told
from report.charts.model import Chart
from report.diagnostics import Location
from report.language.model import Language, Words
from report.tables.model import CellState

BETWEEN = " · "
"""Between the parts of a source note."""


class Output(Enum):
    """Where a node is said."""

    BOTH = "both"
    DECK = "deck"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the document; its children are its fields that are nodes, in order."""

    id: str
    output: Output = field(default=Output.BOTH, kw_only=True)

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes right below this one, in reading order; none for a leaf."""
        values = (getattr(self, field.name) for field in fields(self))
        parts = (value if isinstance(value, tuple) else (value,) for value in values)
        return tuple(part for group in parts for part in group if isinstance(part, Node))


def walk(node: Node, output: Output = Output.BOTH) -> Iterator[Node]:
    """The node and everything below it, in reading order; with an output only what is said there."""
    if Output.BOTH in (output, node.output) or node.output is output:
        yield node
        for child in node.children:
            yield from walk(child, output)


def continued(id: str, text: Prose, words: Words) -> Prose:
    """A text where what it names goes on, "Ziele (2 von 3)"; how often is known late."""
    return told(words.continued, title=text, part=Late(FactKind.PART, id), parts=Late(FactKind.PARTS, id))


def counted(part: int, parts: int) -> Callable[[Late], str]:
    """The values of a text that goes on: which part it is, and of how many."""
    numbers = {FactKind.PART: str(part), FactKind.PARTS: str(parts)}
    return lambda late: numbers[late.kind]


# ------------------------------------------------------------------------------------------------------------- leaves


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """A heading; level 1 is the title, level 2 a section's headline. continued: on its further slides or pages."""

    level: int
    text: Prose
    continued: Prose | None = None


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """A text of the running order. continued: the text again on further pages."""

    text: Prose
    continued: Prose | None = None


@dataclass(frozen=True, slots=True)
class Note(Node):
    """A text that stands aside, such as a footnote."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Annotation(Node):
    """Words tied to marks of an exhibit: the answers (or waves) they explain, a bold lead-in and the text."""

    at: tuple[str, ...]
    lead: Prose
    text: Prose
    location: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Source(Node):
    """The note that lets a slide or a block stand alone: topic, wording and mode; base, source and date.

    Each half is a tuple of parts, of which none is divided from the next by anything but `BETWEEN`.
    """

    topic: tuple[Prose, ...]
    base: tuple[Prose, ...] = ()

    @property
    def halves(self) -> Paragraphs:
        """Topic and base, as far as there is something to say."""
        return tuple(joined(half, BETWEEN) for half in (self.topic, self.base) if half)

    @property
    def text(self) -> Prose:
        """Both halves as one text."""
        return joined(self.halves, BETWEEN)

    @property
    def lines(self) -> Prose:
        """The halves on a line each."""
        return joined(self.halves, "\n")


@dataclass(frozen=True, slots=True)
class SpeakerNotes(Node):
    """What the speaker sees beside a slide, paragraph by paragraph."""

    text: Paragraphs


@dataclass(frozen=True, slots=True)
class KeyFigure(Node):
    """A number set large, which the text after it continues."""

    figure: BigFigure


@dataclass(frozen=True, slots=True)
class Illustration(Node):
    """A chart, and the text that stands for it where it cannot be seen (None: it repeats a figure beside it)."""

    chart: Chart
    alternative: Prose | None


# ------------------------------------------------------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class TableCell(Node):
    """What stands in one place of a table; `state` is that of the number, None for words.

    marks: the numbers of the footnotes that belong to it, in the summary.
    """

    text: Prose
    state: CellState | None = None
    marks: Prose = field(default=Prose(()))

    @property
    def marked(self) -> Prose:
        """The text with its footnote numbers."""
        return Prose((*self.text.runs, *self.marks.runs), self.text.location)


@dataclass(frozen=True, slots=True)
class TableRow(Node):
    """A row: the label at its left and one cell a column.

    is_base: it tells how many were asked. is_net: it sums up other rows. breaks: columns in which it is not comparable
    with the one before, because the answer itself changed.
    """

    label: TableCell
    cells: tuple[TableCell, ...]
    is_base: bool = False
    is_net: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A question with its shares by one banner: caption, head, one row an answer.

    head: its label says how answers were given, its cells name the columns. current: index of the column of the
    survey's own wave, None if it is not among them. breaks: columns that are not comparable with the one before.
    """

    question: str
    caption: Paragraph
    head: TableRow
    rows: tuple[TableRow, ...]
    current: int | None = None
    breaks: tuple[int, ...] = ()


# ----------------------------------------------------------------------------------------------------------- sections


@dataclass(frozen=True, slots=True)
class Edition(Node):
    """When the survey was published, and which version of the briefing this is."""

    date: Prose
    version: Prose | None

    @property
    def text(self) -> Prose:
        """Both in one line."""
        return joined([part for part in (self.date, self.version) if part], BETWEEN)


@dataclass(frozen=True, slots=True)
class Cover(Node):
    """The cover, and the ink block of page one. `stamp` is set where the data do not support the title."""

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


@dataclass(frozen=True, slots=True)
class GlanceRow(Node):
    """A message: the figure, the sentence that continues it, and the field of its dots."""

    topic: Paragraph
    stamp: Paragraph | None
    figure: KeyFigure
    text: Paragraph
    field: Illustration


@dataclass(frozen=True, slots=True)
class GlanceSection(Node):
    """What the briefing says in three to five rows. `heading` names the section, `headline` says it in a sentence.

    stamp: of the whole section, where the data do not support the headline or a row.
    """

    heading: Heading
    headline: Heading
    stamp: Paragraph | None
    rows: tuple[GlanceRow, ...]
    source: Source
    notes: SpeakerNotes


@dataclass(frozen=True, slots=True)
class FindingSection(Node):
    """A finding: headline, exhibit, text, notes. `name` is for messages; `location` is that of its exhibit.

    title_of_dots: stands in place of the exhibit's title where every dot of a field is one per cent.
    """

    name: str
    location: Location | None
    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    exhibit_title: Paragraph
    title_of_dots: Paragraph
    exhibit: Illustration
    text: tuple[Paragraph, ...]
    annotations: tuple[Annotation, ...]
    source: Source
    notes: SpeakerNotes


@dataclass(frozen=True, slots=True)
class Evidence(Node):
    """The exhibit beside a statement: what the survey says on its subject."""

    location: Location | None
    kicker: Paragraph
    topic: Paragraph
    exhibit_title: Paragraph
    exhibit: Illustration
    source: Source


@dataclass(frozen=True, slots=True)
class Speaker(Node):
    """Who said something: the name, and the role with how it is rendered."""

    name: Prose
    attribution: Prose

    @property
    def text(self) -> Prose:
        """Both in one line, the name bold."""
        return joined([self.name.strong(), self.attribution], ", ")


@dataclass(frozen=True, slots=True)
class StatementSection(Node):
    """What somebody said. `is_literal`: between the quotation marks of the language. `name` is for messages."""

    name: str
    is_literal: bool
    kicker: Paragraph
    stamp: Paragraph | None
    text: Paragraph
    speaker: Speaker
    evidence: Evidence | None
    notes: SpeakerNotes


@dataclass(frozen=True, slots=True)
class Recommendation(Node):
    """One piece of advice and the figure it rests on; `number` is its place in the list."""

    number: Paragraph
    text: Paragraph
    detail: Paragraph | None
    figure: KeyFigure
    evidence: Paragraph


@dataclass(frozen=True, slots=True)
class RecommendationsSection(Node):
    """The recommendations, labelled as opinion.

    source: names the slides on which the evidence stands; source_by_topic: its topics.
    """

    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    advice_head: Paragraph
    evidence_head: Paragraph
    items: tuple[Recommendation, ...]
    source: Source
    source_by_topic: Source
    notes: SpeakerNotes


@dataclass(frozen=True, slots=True)
class KnownFact(Node):
    """One thing known of the survey: "Befragte" and who they were."""

    label: Paragraph
    value: Paragraph


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class AppendixSection(Node):
    """All published shares of all waves, one table a question and banner."""

    kicker: Paragraph
    headline: Heading
    tables: tuple[Table, ...]
    footnotes: tuple[Note, ...]
    source: Source
    notes: SpeakerNotes


@dataclass(frozen=True, slots=True)
class RunningFoot(Node):
    """What repeats at the foot of every page: short title, publisher and date, the page's number."""

    title: Prose
    origin: Prose
    page: Prose

    @property
    def text(self) -> Prose:
        """Title and origin in one line, as files name their subject."""
        return joined([self.title, self.origin], BETWEEN)


@dataclass(frozen=True, slots=True)
class Document(Node):
    """All that a briefing says in one language. topics: of its questions, as files list them.

    location: of the survey. draft: the stamp of what is not final.
    """

    language: Language
    location: Location | None = field(compare=False, repr=False)
    topics: tuple[str, ...]
    draft: Paragraph | None
    foot: RunningFoot
    cover: Cover
    glance: GlanceSection
    parts: tuple[FindingSection | StatementSection, ...]
    recommendations: RecommendationsSection | None
    method: MethodSection
    appendix: AppendixSection

    @property
    def short_title(self) -> str:
        """The title for narrow places."""
        return self.foot.title.text

    @property
    def publisher(self) -> str:
        """Who stands on the cover."""
        return self.cover.publisher.text.text
