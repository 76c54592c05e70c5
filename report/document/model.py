"""The document as it is read: a tree of headings, paragraphs, exhibits, tables, lists and notes, before any layout.

The order of a node's fields is its reading order. Ids are paths ("findings/goals/headline"), unique in a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from itertools import pairwise

from report.briefing.model import BigFigure
from report.briefing.model.prose import FactKind, Late, Literal, Paragraphs, Prose, joined, told
from report.charts.model import Chart
from report.diagnostics import Location
from report.language.model import Language, Words
from report.survey.model import CellId, ColumnId
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

    def is_said_in(self, output: Output) -> bool:
        """Whether an output says it; `BOTH` stands for either of them."""
        return Output.BOTH in (output, self.output) or self.output is output


def walk(node: Node, output: Output = Output.BOTH) -> Iterator[Node]:
    """The node and everything below it, in reading order; with an output only what is said there."""
    if node.is_said_in(output):
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
    """A chart, and the text that stands for it where it cannot be seen (None: it repeats a figure beside it).

    location: of the exhibit in the briefing; of what the program shows by itself None.
    """

    chart: Chart
    alternative: Prose | None
    location: Location | None = field(default=None, compare=False, repr=False)


# ------------------------------------------------------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class TableCell(Node):
    """What stands in one place of a table; `state` is that of the number, None for words; `cell` is where it belongs.

    marks: the numbers of the footnotes that belong to it, in the summary.
    """

    text: Prose
    state: CellState | None = None
    marks: Prose = field(default=Prose(()))
    cell: CellId | None = None

    @property
    def marked(self) -> Prose:
        """The text with its footnote numbers."""
        return Prose((*self.text.runs, *self.marks.runs), self.text.location)


@dataclass(frozen=True, slots=True)
class TableRow(Node):
    """A row: the label at its left and one cell a column.

    earlier: how the answer read in earlier waves, below the label. is_base: it tells how many were asked. is_net: it
    sums up other rows. breaks: columns in which it is not comparable with the one before, because the answer itself
    changed.
    """

    label: TableCell
    earlier: tuple[Note, ...]
    cells: tuple[TableCell, ...]
    is_base: bool = False
    is_net: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A question with its shares by one banner: head, one row an answer, why columns are not comparable.

    columns: their ids. title: names the question on a slide, and the mode if there is one column alone; caption: on a
    page. head: its label says how answers were given, its cells name the columns. current: index of the column of the
    survey's own wave, None if it is not among them. breaks: columns that are not comparable with the one before.
    location: of the question.
    """

    question: str
    location: Location | None = field(compare=False, repr=False)
    columns: tuple[ColumnId, ...]
    title: Paragraph
    caption: Paragraph
    head: TableRow
    rows: tuple[TableRow, ...]
    reasons: tuple[Note, ...]
    current: int | None = None
    breaks: tuple[int, ...] = ()

    def taking(self, columns: Sequence[int]) -> Table:
        """The table with these of its columns, in order; a break between two of them stays one."""

        def taken(row: TableRow) -> TableRow:
            cells = tuple(row.cells[column] for column in columns)
            return replace(row, cells=cells, breaks=_breaks(row.breaks, columns))

        return replace(
            self,
            columns=tuple(self.columns[column] for column in columns),
            head=taken(self.head),
            rows=tuple(taken(row) for row in self.rows),
            current=columns.index(self.current) if self.current in columns else None,
            breaks=_breaks(self.breaks, columns),
        )

    def said_in(self, output: Output) -> Table:
        """The table with the rows and columns that an output shows."""
        columns = [number for number, cell in enumerate(self.head.cells) if cell.is_said_in(output)]
        whole = self if len(columns) == len(self.columns) else self.taking(columns)
        return replace(whole, rows=tuple(row for row in whole.rows if row.is_said_in(output)))


def _breaks(breaks: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    """Where breaks lie once only these columns stand beside each other."""
    neighbours = enumerate(pairwise(columns), start=1)
    return tuple(place for place, (before, after) in neighbours if any(before < found <= after for found in breaks))


# ----------------------------------------------------------------------------------------------------------- sections


@dataclass(frozen=True, slots=True)
class Edition(Node):
    """When the survey was published, and which version of the briefing this is.

    draft: that it is not final, which a page says in its stamp alone.
    """

    date: Prose
    version: Prose | None
    draft: Prose | None

    @property
    def text(self) -> Prose:
        """Date and version in one line."""
        return joined([part for part in (self.date, self.version) if part], BETWEEN)

    @property
    def lines(self) -> Paragraphs:
        """The date, and below it the version with its status."""
        status = [part for part in (self.version, self.draft) if part]
        return (self.date, *([joined(status, BETWEEN)] if status else []))


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
    """A finding: headline, exhibit, text, notes. `name` is for messages.

    title_of_dots: stands in place of the exhibit's title where every dot of a field is one per cent.
    """

    name: str
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
class Quotation(Paragraph):
    """What was said; literal words stand between the marks `opening` and `closing`, of which the first hangs."""

    opening: str = ""
    closing: str = ""

    @property
    def closed(self) -> Prose:
        """The text up to its closing mark, where it has one."""
        return Prose((*self.text.runs, Literal(self.closing)), self.text.location) if self.closing else self.text

    @property
    def quoted(self) -> Prose:
        """The text between its marks, where it has some."""
        return Prose((Literal(self.opening), *self.closed.runs), self.text.location) if self.opening else self.text


@dataclass(frozen=True, slots=True)
class StatementSection(Node):
    """What somebody said. `name` is for messages."""

    name: str
    kicker: Paragraph
    stamp: Paragraph | None
    text: Quotation
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

    def tables_in(self, output: Output) -> tuple[Table, ...]:
        """The tables that an output shows, as it shows them."""
        return tuple(table.said_in(output) for table in self.tables if table.is_said_in(output))


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
