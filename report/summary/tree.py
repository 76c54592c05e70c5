"""The summary as it is read: a tree of headings, paragraphs, exhibits, tables, lists and notes, before any layout.

The order of a node's fields is its reading order. Texts are prose, so that numbers keep their cells and words their
place in the source. Ids are paths ("finding/goals/headline"), unique in a document.
"""

from __future__ import annotations

from dataclasses import dataclass

from report.briefing.model import BigFigure, Literal, Prose
from report.diagnostics import Location
from report.drawing.model import Drawing
from report.summary.model import Node
from report.tables.model import CellState


def prose(text: str) -> Prose:
    """Words of the program as prose."""
    return Prose((Literal(text),))


# ------------------------------------------------------------------------------------------------------------- leaves


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """A heading; level 1 is the title, level 2 a section's headline."""

    level: int
    text: Prose


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """A text of the running order."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Note(Node):
    """A text that stands aside: side note, source, footnote. `lead` is set bold before it."""

    text: Prose
    lead: Prose | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure(Node):
    """A number set large, which the text after it continues."""

    figure: BigFigure


@dataclass(frozen=True, slots=True)
class Illustration(Node):
    """A chart, which stands for its alternative text where it cannot be seen."""

    drawing: Drawing


# ------------------------------------------------------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class TableCell(Node):
    """What stands in one place of a table; `state` is that of the number, None for words."""

    text: Prose
    state: CellState | None = None


@dataclass(frozen=True, slots=True)
class TableRow(Node):
    """A row: the label at its left and one cell a column.

    is_base: it tells how many were asked. breaks: columns in which it is not comparable with the one before, because
    the answer itself changed.
    """

    label: TableCell
    cells: tuple[TableCell, ...]
    is_base: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A question with its shares: caption, head, one row an answer.

    head: its label says how answers were given, its cells name the waves. current: index of the column of the survey's
    own wave, None if it is not among them. breaks: columns that are not comparable with the one before.
    """

    caption: Paragraph
    head: TableRow
    rows: tuple[TableRow, ...]
    current: int | None = None
    breaks: tuple[int, ...] = ()


# ----------------------------------------------------------------------------------------------------------- sections


@dataclass(frozen=True, slots=True)
class TitlePage(Node):
    """The ink block of page one. `stamp` is set where the data do not support the title."""

    publisher: Paragraph
    audience: Paragraph | None
    stamp: Paragraph | None
    title: Heading
    subtitle: Paragraph
    edition: Paragraph
    field: Illustration
    caption: Paragraph


@dataclass(frozen=True, slots=True)
class GlanceRow(Node):
    """A message: the figure, and the sentence that continues it."""

    topic: Paragraph
    stamp: Paragraph | None
    figure: KeyFigure
    text: Paragraph


@dataclass(frozen=True, slots=True)
class GlanceSection(Node):
    """What the summary says in three to five rows, below the ink block."""

    heading: Heading
    rows: tuple[GlanceRow, ...]
    source: Note


@dataclass(frozen=True, slots=True)
class FindingSection(Node):
    """A finding: headline, exhibit, text, notes. `name` and `location` are for messages."""

    name: str
    location: Location | None
    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    exhibit_title: Paragraph
    exhibit: Illustration
    text: tuple[Paragraph, ...]
    side_notes: tuple[Note, ...]
    source: Note


@dataclass(frozen=True, slots=True)
class Evidence(Node):
    """The exhibit beside a statement: what the survey says on its subject."""

    kicker: Paragraph
    exhibit_title: Paragraph
    exhibit: Illustration
    source: Note


@dataclass(frozen=True, slots=True)
class StatementSection(Node):
    """What somebody said. `is_literal`: between the quotation marks of the language."""

    name: str
    location: Location | None
    is_literal: bool
    kicker: Paragraph
    stamp: Paragraph | None
    text: Paragraph
    speaker: Paragraph
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Advice(Node):
    """One recommendation and the figure it rests on; `number` is its place in the list."""

    number: Paragraph
    text: Paragraph
    detail: Paragraph | None
    figure: KeyFigure
    evidence: Paragraph


@dataclass(frozen=True, slots=True)
class AdviceSection(Node):
    """The recommendations, labelled as opinion."""

    kicker: Paragraph
    stamp: Paragraph | None
    headline: Heading
    advice_head: Paragraph
    evidence_head: Paragraph
    items: tuple[Advice, ...]
    source: Note


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """One thing known of the survey."""

    label: Paragraph
    value: Paragraph


@dataclass(frozen=True, slots=True)
class MethodSection(Node):
    """How the survey was made, as far as it was published."""

    kicker: Paragraph
    headline: Heading
    known: tuple[Fact, ...]
    unknown_head: Paragraph | None
    unknown: tuple[Paragraph, ...]
    text: tuple[Paragraph, ...]
    source: Note


@dataclass(frozen=True, slots=True)
class AnnexSection(Node):
    """All published shares of all waves, one table a question."""

    kicker: Paragraph
    headline: Heading
    tables: tuple[Table, ...]
    footnotes: tuple[Note, ...]
    source: Note


@dataclass(frozen=True, slots=True)
class Document(Node):
    """The whole summary in one language."""

    title_page: TitlePage
    glance: GlanceSection
    blocks: tuple[FindingSection | StatementSection, ...]
    advice: AdviceSection | None
    method: MethodSection
    annex: AnnexSection
