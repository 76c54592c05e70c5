"""Charts before and after layout: a Chart says which cells are shown how, a Drawing where every mark stands.

        Chart ── lay_out (one module a kind) ──> Drawing ── painter ──> PNG, SVG, PDF
        cells x columns, highlights             marks in points, y down, from the upper left corner of the box

A Drawing is complete: a painter reads no font metric, no colour name and no theme. Roles and cell ids on the marks
are for tests, receipts and accessible output, not for painting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, TypeAlias

from report.diagnostics import Diagnostic, Location
from report.language.model import Language
from report.language.numbers import NumberText
from report.survey.model import AnswerRole
from report.tables.model import Cell
from report.text.fonts import Fonts
from report.text.model import Face
from report.theme.model import Ground
from report.units import Box, Color, Pt, Share


class Highlight(Enum):
    """What a mark does for the headline: prove it, stand against it, or neither."""

    NONE = "none"
    PROOF = "proof"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class ChartValue:
    """One cell as it is shown: its number worded (None unless published) and its highlight."""

    cell: Cell
    number: NumberText | None
    highlight: Highlight = Highlight.NONE


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One answer: its label, the short one for narrow places, and one value a column (None in an empty period).

    earlier_labels: wording in earlier waves, by wave, where it differed ("2014: Kunden gewinnen").
    """

    answer: str
    label: str
    values: tuple[ChartValue | None, ...]
    short: str | None = None
    role: AnswerRole = AnswerRole.REGULAR
    earlier_labels: Mapping[str, str] = field(default_factory=dict)
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def narrow_label(self) -> str:
        """The label for a narrow place."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One column: the total, a wave or an empty period of the rhythm (`wave` None, its values None too).

    is_published is False for a wave known to have taken place of which nothing came out.
    """

    label: str
    wave: str | None
    is_published: bool = True


@dataclass(frozen=True, slots=True)
class ChartBreak:
    """The columns (by index) before and after a break, a bold head line and the reason."""

    before: int
    after: int
    head: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChartRest:
    """What no answer of a single choice covers, declared by the survey: its share and words.

    short: label and reason in one, for where there is little room ("Rest n. v.").
    """

    share: Share
    label: str
    reason: str
    short: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is shown, in which order and with which emphasis; nothing about where.

    id: the finding or statement it belongs to. question: its id; question_label: its wording; title: the line above.
    rows are in display order (multiple choice descending, scales in their own order, roles other than REGULAR last).
    `columns` has one entry for a chart of one wave. An empty period's values are left out by `values` holding None.
    decimals: printed digits of all numbers. further: answers that a place had no room for, told in one grey row.
    """

    id: str
    kind: str
    question: str
    question_label: str
    title: str
    rows: tuple[ChartRow, ...]
    columns: tuple[ChartColumn, ...]
    unit: str
    decimals: int = 0
    breaks: tuple[ChartBreak, ...] = ()
    rest: ChartRest | None = None
    further: int = 0
    is_supported: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)


# ----------------------------------------------------------------------------------------------------------- drawings


class MarkRole(Enum):
    """What a mark means."""

    BAR = "bar"
    TRACK = "track"
    DOT = "dot"
    RING = "ring"
    LABEL = "label"
    VALUE = "value"
    UNIT = "unit"
    NOTE = "note"
    AXIS = "axis"
    BAND = "band"
    BREAK = "break"
    BRACKET = "bracket"
    LEADER = "leader"
    STAMP = "stamp"


Dash: TypeAlias = tuple[Pt, ...]
"""Lengths of strokes and gaps in turn, in points."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The outline of a filled mark; the stroke is centred on the outline."""

    color: Color
    width: Pt
    dash: Dash = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, edged or both."""

    role: MarkRole
    box: Box
    fill: Color | None = None
    edge: Edge | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (x, y)."""

    role: MarkRole
    x: Pt
    y: Pt
    radius: Pt
    fill: Color | None = None
    edge: Edge | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line with butt ends from (x1, y1) to (x2, y2)."""

    role: MarkRole
    x1: Pt
    y1: Pt
    x2: Pt
    y2: Pt
    color: Color
    width: Pt
    dash: Dash = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled polygon."""

    role: MarkRole
    points: tuple[tuple[Pt, Pt], ...]
    fill: Color
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextMark:
    """One run of text: left end `x`, baseline `y`, both in points; `width` is its measured width.

    `text` keeps the characters of the language (U+00A0); painters draw `Fonts.drawn(text)` glyph by glyph at
    unkerned advances plus tracking (a share of the size).
    """

    role: MarkRole
    text: str
    face: Face
    size: Pt
    color: Color
    x: Pt
    y: Pt
    width: Pt
    tracking: float = 0.0
    cells: tuple[str, ...] = ()


Mark: TypeAlias = Rect | Circle | Stroke | Polygon | TextMark


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A number in a picture, as its metadata tell it: cell id, question, answer and wave ids, state, text."""

    id: str
    question: str
    answer: str
    wave: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart laid out at its final size: marks in painting order, from the upper left corner of its box.

    title and alternative go into the files' metadata. anchors: the point at which a value can be pointed at, by cell
    id. notes: where the words of each annotation stand (its box as asked for, moved to its height), in order.
    hang: the y of the line that the exhibit hangs from, where its first mark begins. Only ascenders, the upper line
    of a label and the stamp stand above it; who places the drawing puts this line where exhibits start.
    overhang: what lies below the exhibit's last mark, room for what descends below a label.
    """

    width: Pt
    height: Pt
    marks: tuple[Mark, ...]
    title: str
    alternative: str
    language: str
    shown: tuple[ShownCell, ...]
    anchors: Mapping[str, tuple[Pt, Pt]] = field(default_factory=dict)
    notes: tuple[Box, ...] = ()
    hang: Pt = 0.0
    overhang: Pt = 0.0

    @property
    def exhibit_height(self) -> Pt:
        """The height from the hang line down to the last mark."""
        return self.height - self.hang - self.overhang


class Medium(Enum):
    """Where a drawing stands: it decides sizes of type, thickness of bars and the length of 100 %."""

    SLIDE = "slide"
    SLIDE_NARROW = "slide_narrow"
    PAGE = "page"
    PAGE_NARROW = "page_narrow"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a layout needs beside chart and box."""

    medium: Medium
    ground: Ground
    fonts: Fonts
    language: Language


@dataclass(frozen=True, slots=True)
class NoteRequest:
    """An annotation that asks for a place: the answers (over waves: the waves) it explains, and its measured size."""

    at: tuple[str, ...]
    width: Pt
    height: Pt
    location: Location | None = field(default=None, compare=False, repr=False)


class Kind(Protocol):
    """A kind of chart; pure functions, one module each."""

    @property
    def name(self) -> str:
        """The word for it in briefing.yaml."""

    @property
    def shows(self) -> str:
        """One line for messages that name kinds that can show something."""

    def refusal(self, chart: Chart) -> Diagnostic | None:
        """Why this kind cannot show that chart (too many rows, several columns, ...), naming kinds that can."""

    def natural_height(self, chart: Chart, width: Pt, setting: Setting) -> Pt:
        """How high the chart wants to be at a width, in points, from its first mark to its last one.

        A drawing is a few points higher: its `hang`, and as much at the bottom for what descends below a label.
        """

    def capacity(self, height: Pt, setting: Setting) -> int:
        """How many rows (over waves: slots) a place of that height can hold."""

    def notes_left(self, chart: Chart, setting: Setting) -> Pt:
        """The x, from the drawing's left, where the words of annotations begin (their measure: what is left of it)."""

    def lay_out(
        self, chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()
    ) -> Drawing | Diagnostic:
        """The chart at its final size in `box` (its left and top do not matter), or why it does not fit."""


class ChartBook(Protocol):
    """The charts of one briefing and the kinds that lay them out, as deck and summary receive them.

    A protocol, so that the documents depend on no implementation; `report.charts.book` is the one.
    """

    def chart(self, id: str) -> Chart:
        """The chart of the finding or statement of that id; KeyError if it has no exhibit."""

    def kind(self, name: str) -> Kind:
        """The kind of that name; composing has made sure that it exists."""

    def largest(self, chart: Chart, count: int) -> Chart:
        """The marked rows and the largest others, `count` in all, in display order; the rest counted in `further`."""

    def field(self, cell: Cell, number: NumberText, size: Pt, setting: Setting, highlight: Highlight) -> Drawing:
        """The dot field of one figure, `size` points wide and high: PROOF lit, else in the ground's text colour."""
