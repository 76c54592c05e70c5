"""The slots of a chart over waves, and what stands below the axis in them: periods, words where a number is missing.

|<- pitch ->|
▇▇▇         ▇▇▇         ▇▇▇      the first column begins at the left margin, the last ends at the right one
2014        2015        2016
            not published

Where a date is too long for one line of its slot the years of all stand on a second one; where that is not enough, all
months are abbreviated; where that is not, every second date is left out, or more of them, never the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, product

from report.briefing.model.missing import missing_sign, missing_words
from report.charts.marks.assembly import cell_ids
from report.charts.marks.colors import value_color
from report.charts.marks.text import balanced_lines, label_style, line_marks, text_mark, widest
from report.charts.model import Chart, Highlight, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import MarkRole, TextMark
from report.formats.grid import TypeSize
from report.formats.kinds.columns import ColumnMeasures
from report.frozen import frozen
from report.text.model import Line
from report.units import Pt

COLUMN_SHARE = 0.45
"""Width of a column as a share of the pitch, where the slots are narrow."""
FEW_SLOTS = 5
"""Up to so many slots missing numbers are told in whole words."""
MOST_LINES = 2
NOT_ASKED_SHORT = "\N{EN DASH}"


@frozen
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


@frozen
class Periods:
    """The labels of the periods and the words below them; depth: of the lowest baseline below the axis."""

    marks: tuple[TextMark, ...]
    depth: Pt


def place_periods(chart: Chart, slots: Slots, setting: Setting) -> Periods | Diagnostic:
    """Everything below an axis at y = 0, or the error of a period that is too wide for the whole chart."""
    for step, is_short in product(range(1, slots.count + 1), (False, True)):
        writer = _Writer(chart, slots, setting, step, is_short=is_short)
        if fitting := next((size for size in setting.measures.labels if writer.all_fit(size)), None):
            return _placed(writer, fitting)
    return _Writer(chart, slots, setting, slots.count, is_short=True).refusal()


def _placed(writer: _Writer, size: TypeSize) -> Periods:
    labels = writer.labels(size)
    more = (max(len(lines) for lines in labels.values()) - 1) * size.pitch
    marks = [mark for index, lines in labels.items() for mark in writer.label_marks(index, lines, size)]
    words = writer.missing(writer.measures.words + more)
    depth = writer.measures.words if words else writer.measures.label
    return Periods((*marks, *words), depth + more)


@frozen
class _Writer:
    """Writes the date of every slot, or of every so many, `step`, counted from the last."""

    chart: Chart
    slots: Slots
    setting: Setting
    step: int
    is_short: bool

    @property
    def measures(self) -> ColumnMeasures:
        """The sizes of charts over waves."""
        return self.setting.measures.columns

    @property
    def room(self) -> Pt:
        """The width of what stands in one slot, or in all up to the next that has a date."""
        return min(self.step * self.slots.pitch, self.slots.width - self.slots.left) - self.measures.apart

    @property
    def labelled(self) -> Sequence[int]:
        """The slots whose dates stand."""
        return range((self.slots.count - 1) % self.step, self.slots.count, self.step)

    def labels(self, size: TypeSize) -> dict[int, tuple[Line, ...]]:
        """The lines of the dates by slot: one each, or the year of every date on a second one."""
        lines = {index: self._label(index, size) for index in self.labelled}
        if all(len(each) == 1 for each in lines.values()):
            return lines
        return {index: self._label(index, size, before_year="\n") for index in self.labelled}

    def _label(self, index: int, size: TypeSize, *, before_year: str = " ") -> tuple[Line, ...]:
        """The lines of a period; the one of a mark bold in its colour, of an unpublished one grey."""
        ground = self.setting.ground
        value = self.chart.rows[0].values[index]
        highlight = value.highlight if value else Highlight.NONE
        is_grey = value is None or not self.chart.columns[index].is_published
        color = ground.soft_text if is_grey else value_color(highlight, ground)
        style = label_style(size.size, color, is_bold=highlight is not Highlight.NONE)
        column = self.chart.columns[index]
        day, blank, year = (column.narrow_label if self.is_short else column.label).rpartition(" ")
        text = f"{day}{blank and before_year}{year}"
        return balanced_lines(text, style, self.room, self.setting.fonts, self.setting.language)

    def all_fit(self, size: TypeSize) -> bool:
        """Whether every period stands in its slot on two lines at most, no word divided."""
        labels = self.labels(size)
        is_whole = not any(line.is_divided for lines in labels.values() for line in lines)
        has_room = all(len(lines) <= MOST_LINES and widest(lines) <= self.room for lines in labels.values())
        return is_whole and has_room and self._are_apart(labels)

    def _are_apart(self, labels: Mapping[int, Sequence[Line]]) -> bool:
        """Whether none stands on the next: an outer one may have moved into the drawing."""
        wide = [
            (self.slots.centred(index, width), width) for index, lines in labels.items() if (width := widest(lines))
        ]
        return all(left + width + self.measures.apart <= right for (left, width), (right, _) in pairwise(wide))

    def label_marks(self, index: int, lines: Sequence[Line], size: TypeSize) -> tuple[TextMark, ...]:
        """The lines centred below each other, and together below their column."""
        whole, baseline, fonts = widest(lines), self.measures.label, self.setting.fonts
        centre = self.slots.centred(index, whole) + whole / 2
        return line_marks(MarkRole.AXIS, lines, size.pitch, x=centre, baseline=baseline, fonts=fonts, flush=0.5)

    def missing(self, baseline: Pt) -> tuple[TextMark, ...]:
        """Words below the periods without a number: in full where there is room, else short."""
        whole = self._words(baseline, is_short=False)
        is_roomy = self.slots.count <= FEW_SLOTS and all(
            left.x + left.width + self.measures.apart <= right.x for left, right in pairwise(whole)
        )
        return whole if is_roomy else self._words(baseline, is_short=True)

    def refusal(self) -> Diagnostic:
        """The error of periods whose labels are too wide."""
        last = self.chart.columns[-1].narrow_label
        return Diagnostic(
            "label-too-long",
            f'the period "{last}" is too wide for a chart of {self.slots.width - self.slots.left:.0f} pt',
            self.chart.location,
            hint="choose another kind with `kind:`",
        )

    def _words(self, baseline: Pt, *, is_short: bool) -> tuple[TextMark, ...]:
        words, fonts = self.setting.language.words, self.setting.fonts
        style = label_style(self.setting.measures.note.size, self.setting.ground.soft_text, is_bold=False)
        marks: list[TextMark] = []
        for index, value in enumerate(self.chart.rows[0].values):
            if value and not value.number:
                text = (missing_sign if is_short else missing_words)(value.cell, words)
                x = self.slots.centred(index, fonts.width(text, style))
                cells = cell_ids([value])
                marks.append(text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=fonts, cells=cells))
        return tuple(marks)
