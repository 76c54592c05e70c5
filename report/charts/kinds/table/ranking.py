"""Rankings: answers in order of their shares, with the change since an earlier wave and their place in that.

    Rank                    2022                    2021     Points    Rank 2021
    -----------------------------------------------------------------------------
     1   Python             |▇▇▇▇▇▇▇▇▇│▇ 56 % |     53 %         +3     —      1
     2   C                  |▇▇▇▇▇▇▇│ 44 %    |     44 %         −1     ▲      3
     3   JavaScript         |▇▇▇▇▇▇  │ 42 %   |     47 %         −6     ▼      2

In narrow places there are no bars, and the earlier places are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf

from report.charts.kinds.table.fitting import fitted_label
from report.charts.kinds.table.keys import NO_KEYS, RowKeys
from report.charts.kinds.table.notes import TableNotes, notes_of_places
from report.charts.kinds.table.place_marks import PlaceColumns, RowPainter
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, drawing, rows_do_not_fit
from report.charts.marks.head import sign_before
from report.charts.marks.text import DESCENT, balanced_lines, label_style, line_marks
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke
from report.frozen import frozen
from report.text.model import Line, Style
from report.units import NOISE, Box, Pt

GAP = 0.75
"""Behind a label, as a share of the size of type."""
WAYS = ((False, 1), (False, 2), (True, 1), (True, 2), (True, 3))
"""Whether the short label may stand in, and the most lines of a label: best first."""


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """Down to the last line below; 0 where a label does not fit the width."""
    placed = _placed(chart, width, inf, setting, NO_KEYS.widths(chart, setting))
    return 0.0 if isinstance(placed, Diagnostic) else placed.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many rows of one line fit below the head."""
    measures = setting.measures.table
    room = height - measures.first - measures.head_gap - notes_of_places(chart, inf, setting).height
    return max(0, int(min(measures.most_ranks, (room + NOISE) / measures.least_place_row)))


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The ranking in its box."""
    if notes and setting.measures.notes:
        return no_room(notes[0], 1, "bars and changes take the whole width")
    keys = RowKeys.of(notes)
    placed = _placed(chart, box.width, box.height, setting, keys.widths(chart, setting))
    if isinstance(placed, Diagnostic):
        return placed
    if placed.height > box.height + NOISE:
        return rows_do_not_fit(chart, "table", needed=placed.height, available=box.height)
    painters = [placed.painter(number) for number in range(len(chart.rows))]
    arrangement = Arrangement(
        width=box.width,
        height=placed.height,
        marks=(
            *placed.head_marks(),
            *placed.rules(),
            *(mark for painter in painters for mark in painter.marks()),
            *keys.marks(chart, placed.columns.label_right, placed.centre, setting),
            *placed.notes.marks(placed.tops[-1]),
        ),
        kind_word=setting.language.words.ranking_kind,
        anchors={cell: place for painter in painters for cell, place in painter.anchors().items()},
    )
    return drawing(chart, arrangement, box, setting)


@frozen
class HeadWord:
    """A head in lines, from `x` to the right, or to the left of it. has_sign: that of a break stands before it."""

    lines: tuple[Line, ...]
    x: Pt
    is_right: bool
    has_sign: bool = False


@frozen
class PlacedRanking:
    """Columns, labels and heads, baseline of the last head line, tops of the rows and the end of the last."""

    chart: Chart
    columns: PlaceColumns
    labels: tuple[tuple[Line, ...], ...]
    heads: tuple[HeadWord, ...]
    head: Pt
    tops: tuple[Pt, ...]
    notes: TableNotes
    setting: Setting

    @property
    def height(self) -> Pt:
        """Down to the last line."""
        return self.tops[-1] + (self.notes.height or DESCENT * self.setting.measures.table.text.size)

    def centre(self, row: int) -> Pt:
        """The height of the middle of a row."""
        return (self.tops[row] + self.tops[row + 1]) / 2

    def painter(self, number: int) -> RowPainter:
        """What paints a row."""
        top, bottom = self.tops[number], self.tops[number + 1]
        return RowPainter(
            self.chart, self.chart.rows[number], self.labels[number], self.columns, top, bottom, self.setting
        )

    def head_marks(self) -> Iterator[Mark]:
        """The heads, their last lines on one baseline."""
        pitch, fonts = self.setting.measures.table.text.pitch, self.setting.fonts
        for word in self.heads:
            for number, line in enumerate(reversed(word.lines)):
                x = word.x - line.width if word.is_right else word.x
                y = self.head - number * pitch
                yield from line_marks(MarkRole.NOTE, (line,), pitch, x=x, baseline=y, fonts=fonts)
                if word.has_sign and number == len(word.lines) - 1:
                    yield from sign_before(x, y, self.setting)

    def rules(self) -> Iterator[Stroke]:
        """Below the head and every row."""
        measures, ground, right = self.setting.measures, self.setting.ground, self.columns.right
        y = self.tops[0]
        yield Stroke(MarkRole.RULE, 0.0, y, right, y, ground.text, measures.table.head_rule)
        for y in self.tops[1:]:
            yield Stroke(MarkRole.RULE, 0.0, y, right, y, ground.hairline, measures.hairline)


def _placed(chart: Chart, width: Pt, height: Pt, setting: Setting, keys: Sequence[Pt]) -> PlacedRanking | Diagnostic:
    """The first way to set the labels that keeps to the height, else the lowest one."""
    notes, found = notes_of_places(chart, width, setting), list[PlacedRanking]()
    for may_be_short, most in WAYS:
        for columns in PlaceColumns.places(chart, width, setting):
            gap = GAP * setting.measures.table.text.size
            rooms = [columns.label_right - columns.answer - gap - key for key in keys]
            labels = [
                fitted_label(row, room, most, setting, may_be_short=may_be_short)
                for row, room in zip(chart.rows, rooms, strict=True)
            ]
            known = tuple(lines for lines in labels if lines is not None)
            if len(known) == len(labels):
                found.append(_set(chart, columns, known, height, notes, setting))
                if found[-1].height <= height + NOISE:
                    return found[-1]
    if found:
        return min(found, key=lambda placed: placed.height)
    row = max(chart.rows, key=lambda row: len(row.narrow_label))
    return Diagnostic(
        "label-too-long",
        f'the label of answer "{row.id}" has no place beside its figures',
        row.location,
        hint="a shorter `short:` label on the answer is used where the whole one has no place",
    )


def _set(
    chart: Chart,
    columns: PlaceColumns,
    labels: tuple[tuple[Line, ...], ...],
    height: Pt,
    notes: TableNotes,
    setting: Setting,
) -> PlacedRanking:
    """Rows as high as they like to be, or as the height leaves them, but not lower than they must."""
    measures = setting.measures.table
    heads = tuple(_heads(chart, columns, setting))
    head = measures.first + (max(len(word.lines) for word in heads) - 1) * measures.text.pitch
    y = head + measures.head_gap
    further = sum(len(label) - 1 for label in labels) * measures.text.pitch
    room = (height - y - further - (notes.height or DESCENT * measures.text.size)) / len(chart.rows)
    row = max(measures.least_place_row, min(measures.place_row, room))
    tops = [y]
    for label in labels:
        tops.append(tops[-1] + row + (len(label) - 1) * measures.text.pitch)
    return PlacedRanking(chart, columns, labels, heads, head, tuple(tops), notes, setting)


def _heads(chart: Chart, columns: PlaceColumns, setting: Setting) -> Iterator[HeadWord]:
    """Place, later and earlier wave, change, earlier place."""
    words, size = setting.language.words, setting.measures.table.text.size
    grey = label_style(size, setting.ground.soft_text, is_bold=False)
    bold = label_style(size, setting.ground.text, is_bold=True)
    earlier = chart.reference.text if chart.reference else ""
    broken, gap = _broken(setting), GAP * size

    if any(row.rank for row in chart.rows):
        yield HeadWord(broken(words.rank, grey, columns.label_right), 0.0, is_right=False)
    later = broken(chart.columns[0].label, bold, columns.earlier - columns.value - gap)
    yield HeadWord(later, columns.value, is_right=not columns.has_bars)
    room = columns.earlier - (columns.track_right if columns.has_bars else columns.value) - gap
    yield HeadWord(broken(earlier, grey, room), columns.earlier, is_right=True)
    is_broken = any(found.answer is None for found in chart.reference_breaks)
    sign = setting.measures.head_notes.sign_room if is_broken else 0.0
    change = broken(words.change_short, grey, columns.change - columns.earlier - gap / 2 - sign)
    yield HeadWord(change, columns.change, is_right=True, has_sign=is_broken)
    if columns.has_places:
        last = broken(words.earlier_rank.format(wave=earlier), grey, columns.right - columns.change - gap / 2)
        yield HeadWord(last, columns.right, is_right=True)


def _broken(setting: Setting) -> Callable[[str, Style, Pt], tuple[Line, ...]]:
    def broken(text: str, style: Style, width: Pt) -> tuple[Line, ...]:
        return balanced_lines(text, style, width, setting.fonts, setting.language)

    return broken
