"""Where the category labels of a chart stand and in how many lines: one way for all its rows.

The ways are tried in this order, and the first is taken that every row fits in:

    1. the whole labels beside the bars: on one line at full size, on more, then at the floor
    2. there too, with the answer's `short` label where the whole one has no place
    3. there too, with a word divided that is wider than the place
    4. above the bars, which then hang from the margin: on one line, the whole label, else the short one, then on more
    5. at the floor on up to three lines, beside the bars, else above them

Bars move to the right as far as one line needs it; where words of annotations stand at the right, only after a second
line and the floor have been tried. In a narrow place (statement, phone) all labels stand above their bars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.marks.text import balanced_lines, label_style, widest
from report.charts.model import ChartRow, Setting
from report.charts.order import is_marked
from report.formats.grid import TypeSize
from report.formats.rows import RowFrame, RowPlace
from report.frozen import frozen
from report.text.model import Line, Style
from report.units import NOISE, Pt

LAST_LINES = 3
"""Of a label at the floor, before it is refused."""


@frozen
class RowLabels:
    """The labels of all rows as they are set: where bars and labels stand, in one size, beside the bars or above.

    below: lines that follow a label, of how many were asked; none above a bar, where that stands behind the label.
    """

    place: RowPlace
    type_size: TypeSize
    lines: tuple[tuple[Line, ...], ...]
    is_above: bool
    below: int = 0

    @property
    def most_lines(self) -> int:
        """Of the label that takes most."""
        return max((len(lines) for lines in self.lines), default=1) + self.below

    def count(self, row: int) -> int:
        """The lines of a label and of what follows it."""
        return len(self.lines[row]) + self.below


@frozen
class LabelRoom:
    """What labels are fitted into: a frame in a box of a width, beside words of annotations of `words` width or not.

    below: lines that follow each label beside its bar.
    """

    frame: RowFrame
    width: Pt
    setting: Setting
    words: Pt | None = None
    below: int = 0

    def has_room(self, place: RowPlace) -> bool:
        """Whether the words of annotations, where there are any, stand beside bars there."""
        return self.words is None or (place.words_left is not None and self.words <= self.width - place.words_left)

    @property
    def beside(self) -> tuple[RowPlace, ...]:
        """The places of bars whose labels stand beside them."""
        return tuple(place for place in self.frame.beside if self.has_room(place))

    @property
    def above(self) -> tuple[RowPlace, ...]:
        """The place of bars whose labels stand above them, if there is one."""
        place = self.frame.above
        return (place,) if place and (self.words is None or not self.frame.beside or self.has_room(place)) else ()

    @property
    def floor(self) -> TypeSize:
        """The smallest size."""
        return self.frame.sizes[-1]


def usual_ways(rows: Sequence[ChartRow], room: LabelRoom) -> Iterator[RowLabels]:
    """The ways to set all labels as a rule, best first."""
    fitter, frame = _Fitter(rows, room), room.frame
    types = [(lines, size) for size in frame.sizes for lines in range(1, frame.beside_lines + 1)]
    beside = [(place, *each) for each in types for place in room.beside]
    if room.words is not None:
        beside = [(place, *each) for place in room.beside for each in types]
    for may_be_short, may_divide in ((False, False), (True, False), (True, True)):
        for place, lines, size in beside:
            yield from fitter.beside(place, lines, size, may_be_short=may_be_short, may_divide=may_divide)
    for lines in range(1, frame.above_lines + 1):
        for size in frame.sizes:
            yield from fitter.above(lines, size)


def last_ways(rows: Sequence[ChartRow], room: LabelRoom) -> Iterator[RowLabels]:
    """The ways to set labels that have no usual one: at the floor, on up to three lines."""
    fitter = _Fitter(rows, room)
    for lines in range(2, LAST_LINES + 1):
        for place in room.beside:
            yield from fitter.beside(place, lines, room.floor, may_be_short=True, may_divide=True)
        yield from fitter.above(lines, room.floor)


def widest_label(rows: Sequence[ChartRow], room: LabelRoom) -> tuple[ChartRow, Pt]:
    """The row whose label (the short one, if there is one) is the widest on one line at the floor, and its width."""
    fitter = _Fitter(rows, room)
    widths = [widest(fitter.lines(row, row.narrow_label, room.floor, width=float("inf"))) for row in rows]
    return rows[widths.index(max(widths))], max(widths)


@frozen
class _Fitter:
    rows: Sequence[ChartRow]
    room: LabelRoom

    def beside(
        self, place: RowPlace, most: int, size: TypeSize, *, may_be_short: bool, may_divide: bool
    ) -> Iterator[RowLabels]:
        """All labels beside their bars, if they fit."""
        texts = [row.texts if may_be_short else row.texts[:1] for row in self.rows]
        yield from self._together(texts, place, most, size, place.label, is_above=False, may_divide=may_divide)

    def above(self, most: int, size: TypeSize) -> Iterator[RowLabels]:
        """All labels above their bars, if they fit; a word may be divided there."""
        texts = [row.texts for row in self.rows]
        for place in self.room.above:
            width = min(place.label, self.room.width - place.track.left)
            yield from self._together(texts, place, most, size, width, is_above=True, may_divide=True)

    def _together(
        self,
        texts: Sequence[Sequence[str]],
        place: RowPlace,
        most: int,
        size: TypeSize,
        width: Pt,
        *,
        is_above: bool,
        may_divide: bool,
    ) -> Iterator[RowLabels]:
        """The labels, if every row has one that fits."""
        found: list[tuple[Line, ...]] = []
        for row, choice in zip(self.rows, texts, strict=True):
            fitting = (self._fitting(row, text, most, size, width, may_divide=may_divide) for text in choice)
            lines = next((lines for lines in fitting if lines), None)
            if lines is None:
                return
            found.append(lines)
        yield RowLabels(place, size, tuple(found), is_above, 0 if is_above else self.room.below)

    def _fitting(
        self, row: ChartRow, text: str, most: int, size: TypeSize, width: Pt, *, may_divide: bool
    ) -> tuple[Line, ...] | None:
        """The lines of a label, if they fit; one that is clearly too long is not broken at all."""
        if self.room.setting.fonts.width(text, self._style(row, size)) > most * width + NOISE:
            return None
        lines = self.lines(row, text, size, width=width)
        is_whole = may_divide or not any(line.is_divided for line in lines)
        return lines if len(lines) <= most and widest(lines) <= width + NOISE and is_whole else None

    def lines(self, row: ChartRow, text: str, size: TypeSize, *, width: Pt) -> tuple[Line, ...]:
        """A label broken for a width."""
        setting = self.room.setting
        return balanced_lines(text, self._style(row, size), width, setting.fonts, setting.language)

    def _style(self, row: ChartRow, size: TypeSize) -> Style:
        return label_style(size.size, self.room.setting.ground.text, is_bold=is_marked(row))
