"""The slots of a chart over waves, and what stands below the axis in them: periods, words where a number is missing.

|<- pitch ->|
▇▇▇         ▇▇▇         ▇▇▇      the first column begins at the left margin, the last ends at the right one
2014        2015        2016
            not published
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.charts.marks.assembly import cell_ids
from report.charts.marks.colors import value_color
from report.charts.marks.signs import state_words
from report.charts.marks.text import balanced_lines, label_style, line_marks, text_mark, widest
from report.charts.model import Chart, Highlight, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import MarkRole, TextMark
from report.formats.charts import ColumnMeasures
from report.formats.grid import TypeSize
from report.tables.model import CellState
from report.text.model import Line
from report.units import Pt

COLUMN_SHARE = 0.45
"""Width of a column as a share of the pitch, where the slots are narrow."""
FEW_SLOTS = 5
"""Up to so many slots missing numbers are told in whole words."""
MOST_LINES = 2
NOT_ASKED_SHORT = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Slots:
    """Equal slots from `left` on, `pitch` apart; `width` is what the drawing may take.

    inset: how far within the first slot its column begins.
    """

    count: int
    left: Pt
    pitch: Pt
    column: Pt
    width: Pt
    inset: Pt = 0.0

    def centre(self, slot: int) -> Pt:
        """The x of the middle of a slot's column."""
        return self.left + self.inset + self.column / 2 + slot * self.pitch

    def ends(self, slot: int) -> tuple[Pt, Pt]:
        """The left and right end of a slot's column."""
        return self.centre(slot) - self.column / 2, self.centre(slot) + self.column / 2

    def centred(self, slot: int, width: Pt) -> Pt:
        """The left end of a text centred on a column, moved into the drawing where it would leave it."""
        left = self.centre(slot) - width / 2
        return max(self.left, min(left, self.width - width))


def slots_of(count: int, width: Pt, measures: ColumnMeasures) -> Slots:
    """The slots of a chart in a place of that width."""
    track = measures.span.within(width)
    pitch = (track.length - measures.column) / (count - 1)
    if COLUMN_SHARE * pitch < measures.column:
        pitch = track.length / (count - 1 + COLUMN_SHARE)
    pitch = min(pitch, measures.pitch)
    return Slots(count, track.left, pitch, min(measures.column, COLUMN_SHARE * pitch), track.right)


def inset_slots(count: int, width: Pt, measures: ColumnMeasures) -> Slots:
    """The slots with as much room left of the first column and right of the last as each has between two others."""
    track = measures.span.within(width)
    pitch = min(track.length / count, measures.pitch)
    column = min(measures.column, COLUMN_SHARE * pitch)
    return Slots(count, track.left, pitch, column, track.right, (pitch - column) / 2)


@dataclass(frozen=True, slots=True)
class Periods:
    """The labels of the periods and the words below them; depth: of the lowest baseline below the axis."""

    marks: tuple[TextMark, ...]
    depth: Pt


def place_periods(chart: Chart, slots: Slots, setting: Setting) -> Periods | Diagnostic:
    """Everything below an axis at y = 0, or the error of a period that is too wide for its slot."""
    writer = _Writer(chart, slots, setting)
    fitting = [size for size in setting.measures.labels if writer.all_fit(size)]
    if not fitting:
        return writer.refusal()
    size = fitting[0]
    labels = [writer.label(index, size) for index in range(slots.count)]
    more = (max(len(lines) for lines in labels) - 1) * size.pitch
    marks = [mark for index, lines in enumerate(labels) for mark in writer.label_marks(index, lines, size)]
    words = writer.missing(writer.measures.words + more)
    depth = writer.measures.words if words else writer.measures.label
    return Periods((*marks, *words), depth + more)


@dataclass(frozen=True, slots=True)
class _Writer:
    chart: Chart
    slots: Slots
    setting: Setting

    @property
    def measures(self) -> ColumnMeasures:
        """The sizes of charts over waves."""
        return self.setting.measures.columns

    @property
    def room(self) -> Pt:
        """The width of what stands in one slot."""
        return self.slots.pitch - self.measures.apart

    def label(self, index: int, size: TypeSize) -> tuple[Line, ...]:
        """The lines of a period; the one of a mark bold in its colour, of an unpublished one grey."""
        ground = self.setting.ground
        value = self.chart.rows[0].values[index]
        highlight = value.highlight if value else Highlight.NONE
        is_grey = value is None or not self.chart.columns[index].is_published
        color = ground.soft_text if is_grey else value_color(highlight, ground)
        style = label_style(size.size, color, is_bold=highlight is not Highlight.NONE)
        text = self.chart.columns[index].label
        return balanced_lines(text, style, self.room, self.setting.fonts, self.setting.language)

    def all_fit(self, size: TypeSize) -> bool:
        """Whether every period stands in its slot on two lines at most, no word divided."""
        labels = [self.label(index, size) for index in range(self.slots.count)]
        is_whole = not any(line.is_divided for lines in labels for line in lines)
        return is_whole and all(len(lines) <= MOST_LINES and widest(lines) <= self.room for lines in labels)

    def label_marks(self, index: int, lines: Sequence[Line], size: TypeSize) -> list[TextMark]:
        """Each line centred below its column."""
        marks: list[TextMark] = []
        for number, line in enumerate(lines):
            x = self.slots.centred(index, line.width)
            baseline = self.measures.label + number * size.pitch
            fonts = self.setting.fonts
            marks += line_marks(MarkRole.AXIS, (line,), 0.0, x=x, baseline=baseline, fonts=fonts)
        return marks

    def missing(self, baseline: Pt) -> tuple[TextMark, ...]:
        """Words below the periods without a number: in full where there is room, else short."""
        whole = self._words(baseline, is_short=False)
        is_roomy = self.slots.count <= FEW_SLOTS and all(
            left.x + left.width + self.measures.apart <= right.x for left, right in pairwise(whole)
        )
        return whole if is_roomy else self._words(baseline, is_short=True)

    def refusal(self) -> Diagnostic:
        """The error of periods whose labels are too wide."""
        longest = max((column.label for column in self.chart.columns), key=len)
        return Diagnostic(
            "label-too-long",
            f'the period "{longest}" is too wide for one of {self.slots.count} slots of {self.room:.0f} pt',
            self.chart.location,
            hint="a wave is labelled by its year alone where it is the only one in it",
        )

    def _words(self, baseline: Pt, *, is_short: bool) -> tuple[TextMark, ...]:
        words, fonts = self.setting.language.words, self.setting.fonts
        style = label_style(self.setting.measures.note.size, self.setting.ground.soft_text, is_bold=False)
        marks: list[TextMark] = []
        for index, value in enumerate(self.chart.rows[0].values):
            if value and not value.number:
                state = value.cell.state
                short = NOT_ASKED_SHORT if state is CellState.NOT_ASKED else words.not_published_short
                text = short if is_short else state_words(state, words)
                x = self.slots.centred(index, fonts.width(text, style))
                cells = cell_ids([value])
                marks.append(text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=fonts, cells=cells))
        return tuple(marks)
