"""Charts before layout, and what lays them out: a Chart says which cells are shown how, a Drawing where marks stand.

Chart ── lay_out (one module a kind) ──> Drawing ── painter ──> PNG, SVG, PDF
cells x columns, highlights             report.drawing
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field
from enum import Enum
from typing import Protocol

from report.briefing.model import BigFigure
from report.briefing.model.prose import Prose
from report.diagnostics import Diagnostic, Location
from report.drawing.model import Drawing
from report.formats.charts import ChartMeasures
from report.frozen import frozen
from report.kinds import TABLE, Kind
from report.language.dates import PartialDate
from report.language.model import Language
from report.language.numbers import NumberText
from report.survey.model import AnswerRole, CellId
from report.tables.model import Cell
from report.text.fonts import Fonts
from report.theme.model import Ground
from report.units import Box, Pt, Share


class Highlight(Enum):
    """What a mark does for the headline: prove it, stand against it, or neither."""

    NONE = "none"
    PROOF = "proof"
    CONTRAST = "contrast"


@frozen
class ChartValue:
    """One cell as it is shown: its number worded (None unless published), its highlight, what an author names it.

    summed: of a net that the survey does not name the cells that it is the sum of. is_said: headline, annotation or
    message gives the number, so that it is printed wherever the kind leaves out others. rest: of a group, 1 where by a
    test it lies above all who are not in it, -1 where below, else 0.
    """

    cell: Cell
    number: NumberText | None
    highlight: Highlight = Highlight.NONE
    expression: str = ""
    summed: tuple[CellId, ...] = ()
    is_said: bool = False
    rest: int = 0


@frozen
class Rank:
    """The place of an answer among the regular ones of its question, from 1. is_shared: others have the same share."""

    place: int
    is_shared: bool = False


@frozen
class SeriesPlace:
    """Which of how many series of a chart it is; those that a place leaves out count too, so that colours stay."""

    number: int
    of: int


@frozen
class ChartRow:
    """One row: its wording, the short one for narrow places, and one value a column (None in an empty period).

    id: what an author calls it: an answer; where answers lie across, a question or a group. reference: the value that
    it is held against. nets: the answers taken together, one a net of the chart. base: how many were asked ("n = 310"),
    where that differs from row to row. is_spoken: something is said of it, so that it stays where there is no room for
    all. is_net: it takes answers together. is_total: it stands for all who were asked, before groups of them. earlier:
    how it read in the first of two waves, where that was otherwise. rank, earlier_rank: of an answer in the wave that
    is shown and in the one that it is held against, as far as they are known for certain. statement: of a battery the
    topic and the whole statement, for where the topic alone has room. series: which one it is, where rows are series.
    """

    id: str
    wording: Prose
    values: tuple[ChartValue | None, ...]
    short: str | None = None
    role: AnswerRole = AnswerRole.REGULAR
    reference: ChartValue | None = None
    nets: tuple[ChartValue, ...] = ()
    base: Prose | None = None
    is_spoken: bool = False
    is_net: bool = False
    is_total: bool = False
    earlier: Prose | None = None
    rank: Rank | None = None
    earlier_rank: Rank | None = None
    statement: Prose | None = None
    series: SeriesPlace | None = None
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def label(self) -> str:
        """The characters of the wording."""
        return self.wording.text

    @property
    def narrow_label(self) -> str:
        """The label for a narrow place."""
        return self.short or self.label

    @property
    def texts(self) -> tuple[str, ...]:
        """The whole label, then the short one, if there is one."""
        return (self.label, self.short) if self.short else (self.label,)


@frozen
class ChartColumn:
    """One column: the total, a wave, a group, or an empty period of the rhythm (`name` None, its values None too).

    Where answers lie across, a column is an answer. name: what an author calls it. is_published is False for a wave
    known to have taken place of which nothing came out. date: of a wave. base: how many were asked ("n = 310"), n: the
    same as a number, or the least of several, most the largest of them. is_total: it stands for all who were asked,
    beside groups; banner: the segmentation that a group belongs to. series: which one it is, where columns are series.
    few: under how many respondents these are too few for numbers without a sign, where they are; is_effective: these
    weigh differently, and their effective base counts.
    """

    wording: Prose
    name: str | None
    is_published: bool = True
    short: str | None = None
    role: AnswerRole = AnswerRole.REGULAR
    date: PartialDate | None = None
    base: Prose | None = None
    n: int | None = None
    most: int | None = None
    few: int | None = None
    is_effective: bool = False
    is_total: bool = False
    banner: Prose | None = None
    series: SeriesPlace | None = None

    @property
    def label(self) -> str:
        """The characters of the wording."""
        return self.wording.text

    @property
    def narrow_label(self) -> str:
        """The label for a narrow place."""
        return self.short or self.label


@frozen
class ChartBreak:
    """The columns (by index) before and after a break, a bold head line and the wording of the reason.

    answer: the one that it concerns; None for all of the question.
    """

    before: int
    after: int
    head: str
    wording: Prose
    answer: str | None = None

    @property
    def reason(self) -> str:
        """The characters of the wording."""
        return self.wording.text


@frozen
class ChartRest:
    """What no answer of a single choice covers, declared by the survey: its share and words.

    short: label and reason in one, for where there is little room ("Rest n. v."). cells: what it is left by.
    """

    share: Share
    label: str
    reason: str
    short: str
    cells: tuple[CellId, ...] = ()


@frozen
class ChartNet:
    """Answers taken together, where they lie across: its wording, and the names of the columns that it sums up."""

    id: str
    wording: Prose
    columns: tuple[str, ...]


@frozen
class Chart:
    """What is shown, in which order and with which emphasis; nothing about where.

    id: the finding or statement it belongs to. question: its id; question_label: its wording; title: the line above.
    rows are in display order (multiple choice descending, scales in their own order, roles other than REGULAR last).
    `columns` has one entry for a chart of one wave. An empty period's values are left out by `values` holding None.
    decimals: printed digits of all numbers. nets: where answers lie across. reference: what the rows are held against
    ("alle"); reference_breaks: those between that wave and the one shown, their places those in time, 0 and 1.
    blank: what is meant by the part of a bar that is left blank. keeps_order: rows that are left out leave no gap
    between the others; keeps_ends: they are those in the middle; keeps_changes: those between whose two columns least
    lies. tells_breaks: it shows by itself where waves are not comparable, and why.
    unchosen: answers with a figure that no author has left out of the exhibit, counted as soon as a row is left out.
    further: rows that a place had no room for, of those that the author chose; without_figures: those of them that
    have no share in the columns shown, nor in the appendix. further_columns: groups or waves that a picture leaves out.
    row_word: what a row is, for messages. asks: whether rows that are questions of a battery are worded as such, and
    not as statements.
    ceiling: the highest share, 0 to 1, that any chart over waves of the briefing shows: they share a scale.
    """

    id: str
    kind: str
    question: str
    question_label: Prose
    title: Prose
    rows: tuple[ChartRow, ...]
    columns: tuple[ChartColumn, ...]
    decimals: int = 0
    breaks: tuple[ChartBreak, ...] = ()
    rest: ChartRest | None = None
    nets: tuple[ChartNet, ...] = ()
    reference: Prose | None = None
    reference_breaks: tuple[ChartBreak, ...] = ()
    blank: Prose | None = None
    keeps_order: bool = False
    keeps_ends: bool = False
    keeps_changes: bool = False
    tells_breaks: bool = True
    unchosen: int = 0
    further: int = 0
    without_figures: int = 0
    further_columns: int = 0
    row_word: str = "answer"
    asks: bool = False
    ceiling: float = 0.0
    is_supported: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def lies_across(self) -> bool:
        """Whether a row is no answer, and the answers are the columns."""
        return self.row_word != "answer"

    @property
    def has_n_row(self) -> bool:
        """Whether it is a table of columns whose last row tells how many were asked of each."""
        is_of_columns = self.kind == TABLE.word and len(self.columns) > 1
        return is_of_columns and any(column.n is not None for column in self.columns)


@frozen
class Setting:
    """What a layout needs beside chart and box; measures: those of the format, for a whole page or a narrow place."""

    measures: ChartMeasures
    ground: Ground
    fonts: Fonts
    language: Language


@frozen
class NoteRequest:
    """An annotation that asks for a place: the answers (over waves: the waves) it explains, and its measured size.

    Where a page has no place for words beside the marks they stand elsewhere, and the size does not matter. cells: the
    ids of those whose figures the words give.
    """

    at: tuple[str, ...]
    width: Pt = 0.0
    height: Pt = 0.0
    location: Location | None = field(default=None, compare=False, repr=False)
    cells: tuple[str, ...] = ()


class KindLayout(Protocol):
    """Lays out the charts of one kind; pure functions, one module each."""

    @property
    def kind(self) -> Kind:
        """What it lays out, as declared."""

    def refusal(self, chart: Chart) -> Diagnostic | None:
        """Why this kind cannot show that chart (too many rows, several columns, ...), naming kinds that can."""

    def natural_height(self, chart: Chart, width: Pt, setting: Setting) -> Pt:
        """How high the chart wants to be at a width, in points, from its first mark to its last one.

        A drawing is a few points higher: its `hang`, and as much at the bottom for what descends below a label.
        """

    def capacity(self, chart: Chart, height: Pt, setting: Setting) -> int:
        """How many rows of such a chart (over waves: slots) a place of that height, maybe infinite, can hold."""

    def notes_left(self, chart: Chart, width: Pt, setting: Setting) -> Pt | None:
        """The x where the words of annotations begin in a box of a width; None where they have no place."""

    def lay_out(
        self, chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()
    ) -> Drawing | Diagnostic:
        """The chart inside `box` at its final size (the box's left and top do not matter), or why it does not fit."""


class ChartBook(Protocol):
    """The charts of one briefing and the kinds that lay them out, as deck and summary receive them.

    A protocol, so that the documents depend on no implementation; `report.charts.book` is the one.
    """

    def chart(self, id: str) -> Chart:
        """The chart of the finding or statement of that id; KeyError if it has no exhibit."""

    def kind(self, word: str) -> KindLayout:
        """The layout of the kind of that name; composing has made sure that it exists."""

    def largest(self, chart: Chart, count: int) -> Chart:
        """The rows that are marked or spoken of and the largest others, `count` in all, in display order.

        The rest is counted in `further`.
        """

    def steps_of(self, chart: Chart) -> Chart:
        """Rows that have an order of their own without nets and rests that nothing is said of."""

    def pictured(self, chart: Chart, spoken: Collection[str]) -> Chart:
        """The chart as pictures show it that stand by themselves: of another kind where they do not show its own.

        spoken: names of columns that should be among those that such a one has room for.
        """

    def figure(self, figure: BigFigure, highlight: Highlight) -> Chart:
        """The chart of one figure, to be drawn as a field of dots: PROOF lit, else in the ground's text colour."""

    def field(self, chart: Chart, size: Pt, setting: Setting) -> Drawing:
        """The field of dots of one figure, `size` points wide and high."""

    def alternative(self, chart: Chart) -> Prose:
        """What stands for the chart where it cannot be seen; the form in which it is drawn is told late."""
