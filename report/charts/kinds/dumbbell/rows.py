"""Where the rows of two dots stand: the largest scale at which labels, values and changes have room side by side.

|label label |      77 % o===O 85 %          | −8     0 % moves left and right until every row has room;
|label       | 21 % oO 22 %                  | −1     with none, labels take more lines, then 100 % is shorter
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from report.briefing.model.missing import missing_short
from report.charts.changes import change_text
from report.charts.marks.assembly import does_not_fit
from report.charts.marks.numbers import NumberStyle, number_width
from report.charts.marks.text import DESCENT, balanced_lines, block_height, label_style, widest
from report.charts.model import Chart, ChartRow, ChartValue, Highlight, Setting
from report.charts.order import highlight_of_row, is_marked
from report.diagnostics import Diagnostic
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.language.model import Words
from report.text.model import Line
from report.units import NOISE, Pt

MOST_LINES = 3
"""Of a label at the smallest size, before 100 % gets shorter."""
SIGN_SHARE = 0.6
"""Diameter of the ring of an unpublished number against the type beside it."""


@frozen
class RowWords:
    """What is written in a row: the lines of its label and of the earlier one, its change, and whether `//` marks it.

    missing: whether the change stands for a number that was not published or not asked.
    """

    label: tuple[Line, ...]
    earlier: tuple[Line, ...]
    change: str
    is_broken: bool
    is_missing: bool

    @property
    def lines(self) -> int:
        """How many lines stand left of the dots."""
        return len(self.label) + len(self.earlier)


@frozen
class PlacedDots:
    """All rows: where 0 % lies, how long 100 % is, the size of the labels, the x where changes end.

    scale: the length of 100 % as a share of the usual one. first: the middle of the first row below the head's last
    baseline; pitch: from row to row. is_above: labels stand above their dots.
    """

    words: tuple[RowWords, ...]
    zero: Pt
    hundred: Pt
    scale: float
    size: TypeSize
    first: Pt
    pitch: Pt
    is_above: bool
    right: Pt

    def x(self, value: ChartValue) -> Pt:
        """Where the dot of a published value lies."""
        assert value.cell.share is not None
        return self.zero + value.cell.share.drawn * self.hundred


def place_dots(chart: Chart, width: Pt, setting: Setting, keys: Sequence[Pt]) -> PlacedDots | Diagnostic:
    """The rows in a place of that width, or why they do not fit; keys: what stands behind the values of each row."""
    fitter = _Fitter(chart, width, setting, keys)
    placed = (fitter.at(scale, left, way) for scale, left in setting.measures.dumbbell.scales for way in fitter.ways())
    found = next(filter(None, placed), None)
    if found:
        return found
    longest = max(chart.rows, key=lambda row: len(row.narrow_label))
    return (
        Diagnostic(
            "label-too-long",
            f'the label of answer "{longest.id}" leaves the dots of the chart no room',
            longest.location,
            hint="a shorter `short:` label on the answer is used where the whole one has no place",
        )
        if fitter.beside
        else does_not_fit(chart, f"{width:.0f} pt are too narrow for the values of the chart")
    )


def published(row: ChartRow) -> list[ChartValue]:
    """The values of a row that have a place on the scale, the earlier one first."""
    return [value for value in row.values if value and value.number and value.cell.share]


def value_style(value: ChartValue, row: ChartRow, size: Pt, setting: Setting, *, is_last: bool) -> NumberStyle:
    """The later number bold, in the colour of a marked row; the earlier one grey."""
    ground, highlight = setting.ground, highlight_of_row(row)
    marked = {Highlight.PROOF: ground.proof, Highlight.CONTRAST: ground.contrast}
    color = marked.get(highlight, ground.text) if is_last else ground.soft_text
    assert value.number is not None
    return NumberStyle.even(size, color, is_bold=is_last)


def ring_size(size: TypeSize) -> Pt:
    """The diameter of the ring that stands for a number which was not published."""
    return SIGN_SHARE * size.size


def _missing_words(value: ChartValue, words: Words) -> str:
    return missing_short(value.cell, words)


@frozen
class _Way:
    """How labels are set: their size, on how many lines of which width, and whether the short one may stand in."""

    size: TypeSize
    lines: int
    width: Pt
    may_be_short: bool
    may_divide: bool = False


@frozen
class _Fitter:
    chart: Chart
    width: Pt
    setting: Setting
    keys: Sequence[Pt]

    @property
    def beside(self) -> bool:
        """Whether labels stand left of the dots."""
        return bool(self.setting.measures.dumbbell.beside)

    def ways(self) -> Iterator[_Way]:
        """The ways to set labels, best first."""
        measures = self.setting.measures
        widths = measures.dumbbell.beside or (self.width,)
        one_line = inf if self.beside else self.width
        for may_be_short in (False, True):
            for size in measures.labels:
                yield _Way(size, 1, one_line, may_be_short)
            for width in widths:
                yield _Way(measures.small_label, 2, width, may_be_short)
        for width in widths:
            yield _Way(measures.small_label, MOST_LINES, width, may_be_short=True, may_divide=True)

    def at(self, scale: float, left: Pt, way: _Way) -> PlacedDots | None:
        """The rows at a scale with labels set that way, 0 % as near to `left` as can be; None if they have no room."""
        words = [self._words(row, way) for row in self.chart.rows]
        known = [each for each in words if each is not None]
        if len(known) < len(words):
            return None
        measures, hundred = self.setting.measures.dumbbell, scale * self.setting.measures.hundred
        least, most = -inf, inf
        for number, (row, each) in enumerate(zip(self.chart.rows, known, strict=True)):
            before, behind = self._ends(row, hundred)
            label = max(widest(each.label), widest(each.earlier)) if self.beside else 0.0
            gap = measures.label_gap if self.beside else 0.0
            least = max(least, label + gap - before)
            change = self._change_width(each, way.size)
            most = min(most, self.width - change - measures.change_gap - behind - self.keys[number])
        if least > most + NOISE:
            return None
        lines = max(each.lines for each in known)
        first, pitch = self._spacing(lines, way.size)
        zero = min(max(left, least), most)
        is_above = not self.beside
        return PlacedDots(tuple(known), zero, hundred, scale, way.size, first, pitch, is_above, self.width)

    def _spacing(self, lines: int, size: TypeSize) -> tuple[Pt, Pt]:
        """From the head to the middle of the first row, and from row to row."""
        measures = self.setting.measures.dumbbell
        block = block_height(lines, size)
        if not self.beside:
            above = measures.label_rise + block
            row = above + measures.dot + measures.label_gap
            return max(measures.first, above + measures.label_gap), max(measures.pitch, row)
        needed = block + 3 * DESCENT * size.size
        return measures.first + max(0.0, (needed - measures.pitch) / 2), max(measures.pitch, needed)

    def _words(self, row: ChartRow, way: _Way) -> RowWords | None:
        """The words of a row, None if the label does not keep to the way."""
        labels = row.texts if way.may_be_short else row.texts[:1]
        label = next(filter(None, (self._lines(text, way, is_bold=is_marked(row)) for text in labels)), None)
        earlier = self._lines(row.earlier.text, way, is_bold=False) if row.earlier else ()
        if label is None or earlier is None:
            return None
        first, last = row.values
        words, change = (
            self.setting.language.words,
            change_text(first, last, self.chart.decimals, self.setting.language),
        )
        missing = [value for value in row.values if value and not value.number]
        is_broken = row.earlier is not None or any(found.answer == row.id for found in self.chart.breaks)
        stands_for = " · ".join(dict.fromkeys(_missing_words(value, words) for value in missing))
        return RowWords(label, earlier, change or stands_for, is_broken and not missing, bool(missing))

    def _lines(self, text: str, way: _Way, *, is_bold: bool) -> tuple[Line, ...] | None:
        style = label_style(way.size.size, self.setting.ground.text, is_bold=is_bold)
        lines = balanced_lines(text, style, way.width, self.setting.fonts, self.setting.language)
        is_whole = way.may_divide or not any(line.is_divided for line in lines)
        return lines if len(lines) <= way.lines and widest(lines) <= way.width + NOISE and is_whole else None

    def _change_width(self, words: RowWords, size: TypeSize) -> Pt:
        """The width of a change with the sign before it."""
        style = label_style(self.setting.measures.label.size, self.setting.ground.text, is_bold=True)
        sign = self.setting.measures.head_notes.sign_room if words.is_broken else 0.0
        ring = ring_size(size) + self.setting.measures.value_gap if words.is_missing else 0.0
        return self.setting.fonts.width(words.change, style) + sign + ring

    def _ends(self, row: ChartRow, hundred: Pt) -> tuple[Pt, Pt]:
        """How far left and right of 0 % the dots of a row and their numbers reach."""
        values, measures, fonts = published(row), self.setting.measures, self.setting.fonts
        if not values:
            return 0.0, 0.0
        size = measures.label.size
        widths = {
            value.cell.id: number_width(
                value.number, value_style(value, row, size, self.setting, is_last=value is row.values[1]), fonts
            )
            for value in values
            if value.number
        }
        places = [(value.cell.share.drawn * hundred, widths[value.cell.id]) for value in values if value.cell.share]
        (least, before), (most, behind) = (
            min(places, key=lambda place: place[0]),
            max(places, key=lambda place: place[0]),
        )
        if len(values) == 2 and least == most:
            before, behind = places[0][1], places[1][1]
        gap = measures.dumbbell.value_gap
        left = least - gap - before if len(values) == 2 else least - measures.dumbbell.dot
        return left, most + gap + behind
