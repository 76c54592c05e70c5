"""Tables for analysts: a question down, every banner across, its bases and what column tests tell.

    Total            Company size                  groups
    2014 //  2016    under 50 (A)   50 and more (B)   columns, with the letters that tests know them by
n              430      310            120         bases
own     35   49          46             57  A      rows: numbers as they are held, and the letters of lower columns
"""

from __future__ import annotations

from report.briefing.model.prose import Prose
from report.document.model import MethodSection
from report.document.model.nodes import Heading, Node, Paragraph
from report.frozen import frozen
from report.survey.model import CellId, ColumnId
from report.tables.model import Cell
from report.units import Between, Number


@frozen
class BannerColumn(Node):
    """A column; letter: by which column tests know it, empty in a banner without tests."""

    column: ColumnId
    text: Prose
    letter: str = ""


@frozen
class BannerGroup(Node):
    """Neighbouring columns and what stands above them."""

    text: Prose
    columns: tuple[BannerColumn, ...]

    @property
    def is_tested(self) -> bool:
        """Whether its columns are held against each other."""
        return any(column.letter for column in self.columns)


@frozen
class BaseCell:
    """How many a column has; None where that was not published, or is hidden.

    text: stands in place of the number. is_low: of few.
    """

    number: float | None
    text: str = ""
    is_low: bool = False


@frozen
class BaseRow(Node):
    """One of the bases, column by column; is_counted: in whole respondents."""

    label: Prose
    cells: tuple[BaseCell, ...]
    is_counted: bool


@frozen
class BannerCell:
    """A number of the table; text: stands in its place, where there is none, or a bound alone.

    letters: of the columns of its banner that lie below it.
    """

    cell: Cell
    text: str = ""
    letters: str = ""

    @property
    def number(self) -> Number | None:
        """The share, as a fraction; None where there is no number to reckon with."""
        share = self.cell.share
        return None if share is None or isinstance(share.fraction, Between) else share.fraction


@frozen
class BannerRow(Node):
    """An answer, or a net of several."""

    label: Prose
    cells: tuple[BannerCell, ...]
    is_net: bool = False


@frozen
class ScoreCell:
    """A score or a measure of it, in its own unit; text: stands in its place. cell: the survey's, of a score."""

    number: Number | None
    text: str = ""
    letters: str = ""
    cell: CellId | None = None


@frozen
class ScoreRow(Node):
    """A score, or a measure of how it spreads or how certain it is. is_signed: printed with its sign."""

    label: Prose
    cells: tuple[ScoreCell, ...]
    decimals: int
    is_score: bool
    is_signed: bool


@frozen
class BannerTable(Node):
    """All numbers of a question.

    topic: what it is called, label: its words. wording: these and what is known of them, how it was answered. base: who
    was asked; n: how many in the current wave. share: what the numbers are. scores: rows of numbers that are no shares.
    """

    question: str
    topic: Paragraph
    label: Paragraph
    wording: Paragraph
    base: Paragraph
    share: Paragraph
    letter_head: Paragraph
    groups: tuple[BannerGroup, ...]
    bases: tuple[BaseRow, ...]
    rows: tuple[BannerRow, ...]
    notes: tuple[Paragraph, ...]
    decimals: int
    n: BaseCell
    scores: tuple[ScoreRow, ...] = ()

    @property
    def columns(self) -> tuple[BannerColumn, ...]:
        """The columns of all groups."""
        return tuple(column for group in self.groups for column in group.columns)


@frozen
class BannerBook(Node):
    """The tables of all questions, and what is known of the survey.

    heads: of the list of questions; notes: below it. back: leads from a table to that.
    """

    title: Heading
    name: Paragraph
    origin: Paragraph
    draft: Paragraph | None
    heads: tuple[Paragraph, ...]
    tables: tuple[BannerTable, ...]
    notes: tuple[Paragraph, ...]
    method: MethodSection
    back: Paragraph
