"""Crosstabs: answers by groups beside all who were asked, or by waves; how far a group lies from all is tinted.

                      Age                    Children
                      --------------------   ------------
Share in per cent     All    18–34    65+    with    none
----------------------------------------------------------
Money                 53     53       34     52      55
Mental health         32     45       17     25      40       the headline's cells in its accents
----------------------------------------------------------
n                     1,615  133*     627    1,065   541
Tint: ...                                                      and other signs that need words
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from report.briefing.model.terms import ASTERISK, span_of_n
from report.charts.kinds.table.cells import CellBrush, CellPlace
from report.charts.kinds.table.fitting import (
    FittedTable,
    has_small_base,
    most_columns,
    unfitting,
    ways,
)
from report.charts.kinds.table.heat import has_heat
from report.charts.kinds.table.keys import NO_KEYS, RowKeys
from report.charts.kinds.table.notes import TableNotes, notes_of
from report.charts.marks.annotations import NotePlace, Notes, Target, no_room, tie_notes
from report.charts.marks.assembly import Arrangement, drawing, rows_do_not_fit
from report.charts.marks.signs import break_sign
from report.charts.marks.text import CAP_HEIGHT, DESCENT, first_baseline, label_style, line_marks, text_mark
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke
from report.frozen import frozen
from report.units import NOISE, Box, Pt

BASES = "n"
"""What the numbers of how many were asked are called, in every language."""


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the head to the lines below; 0 where it does not fit the width."""
    placed = _placed(chart, width, inf, setting, NO_KEYS.widths(chart, setting))
    return 0.0 if isinstance(placed, Diagnostic) else placed.height


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:
    """How many rows with labels of one line fit between a usual head and the lines below."""
    measures = setting.measures.table
    notes = notes_of(chart, inf, setting)
    lines = 1 + any(column.banner for column in chart.columns)
    head = measures.first + (lines - 1) * (measures.text.pitch + measures.banner_gap) + measures.head_gap
    bases = measures.least_row if chart.has_n_row else 0.0
    return max(0, int(min(measures.most_rows, (height - head - bases - notes.height + NOISE) / measures.least_row)))


def notes_left(chart: Chart, setting: Setting) -> Pt | None:
    """Right of a table that leaves them room."""
    measures = setting.measures.table
    if measures.words_left is None or len(chart.columns) > most_columns(measures.most_right, setting):
        return None
    return measures.words_left


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The table in its box."""
    left = notes_left(chart, setting)
    if notes and setting.measures.notes and left is None:
        return no_room(notes[0], 1, "the columns take the whole width; fewer `columns:` leave words room")
    is_beside = bool(notes) and left is not None
    width = setting.measures.table.most_right if is_beside else box.width
    keys = NO_KEYS if is_beside else RowKeys.of(notes)
    placed = _placed(chart, width, box.height, setting, keys.widths(chart, setting))
    if isinstance(placed, Diagnostic):
        return placed
    behind_labels = keys.marks(chart, placed.table.label, placed.centre, setting)
    tied = _tied(chart, placed, notes, box, setting, left) if is_beside else Notes((), behind_labels)
    if isinstance(tied, Diagnostic):
        return tied
    arrangement = Arrangement(
        width=max([placed.width, left]) if is_beside and left is not None else placed.width,
        height=max([placed.height, *(note.bottom for note in tied.boxes)]),
        marks=(*placed.marks(), *tied.marks),
        kind_word=setting.language.words.table_kind,
        anchors=placed.anchors(),
        notes=tied.boxes,
    )
    return drawing(chart, arrangement, box, setting)


def _placed(chart: Chart, width: Pt, height: Pt, setting: Setting, keys: Sequence[Pt]) -> PlacedTable | Diagnostic:
    """The first way to set the table that keeps to the height."""
    notes = notes_of(chart, width, setting)
    tables = [PlacedTable.at(chart, fitted, notes, height, setting) for fitted in ways(chart, width, setting, keys)]
    if not tables:
        return unfitting(chart, width, setting)
    found = next((table for table in tables if table.height <= height + NOISE), None)
    if found is None:
        needs = min(table.height for table in tables)
        return rows_do_not_fit(chart, "table", needed=needs, available=height)
    return found


@frozen
class PlacedTable:
    """A table with its heights: baseline of the last head line, tops of the rows and of what follows the last."""

    chart: Chart
    table: FittedTable
    notes: TableNotes
    head: Pt
    tops: tuple[Pt, ...]
    bottom: Pt
    setting: Setting

    @classmethod
    def at(cls, chart: Chart, table: FittedTable, notes: TableNotes, height: Pt, setting: Setting) -> PlacedTable:
        """Rows as high as they like to be, or as the height leaves them, but not lower than they must."""
        measures = setting.measures.table
        names = max(len(lines) for lines in (table.corner, *table.heads))
        banners = max((len(banner.lines) for banner in table.banners), default=0)
        above = measures.first + max(0, banners - 1) * measures.text.pitch
        head = above + (measures.banner_gap + measures.text.pitch if banners else 0.0)
        head += (names - 1) * measures.text.pitch
        first = head + measures.head_gap
        lines = sum(len(label) - 1 for label in table.labels) * measures.text.pitch
        rows = len(chart.rows) + chart.has_n_row
        room = (height - first - lines - notes.height) / rows
        row = max(measures.least_row, min(measures.row, room))
        tops, y = list[Pt](), first
        for label in table.labels:
            tops.append(y)
            y += row + (len(label) - 1) * measures.text.pitch
        return cls(chart, table, notes, head, (*tops, y), y + (row if chart.has_n_row else 0.0), setting)

    @property
    def width(self) -> Pt:
        """As far as columns, the lines below and the tints in them reach."""
        return max([self.table.right, self.notes.right, *(line.width for line in self.notes.lines)])

    @property
    def height(self) -> Pt:
        """Down to the last line."""
        return self.bottom + (self.notes.height or DESCENT * self.setting.measures.table.text.size)

    def centre(self, row: int) -> Pt:
        """The height of the middle of a row."""
        return (self.tops[row] + self.tops[row + 1]) / 2

    def anchors(self) -> dict[str, tuple[Pt, Pt]]:
        """The right ends of the figures."""
        return {
            str(value.cell.id): (self.table.left(column) + self.table.figure, self.centre(number))
            for number, row in enumerate(self.chart.rows)
            for column, value in enumerate(row.values)
            if value is not None
        }

    def marks(self) -> Iterator[Mark]:
        """The head, rows from the top down, how many were asked, breaks, and the lines below."""
        yield from self._head()
        yield from self._rules()
        for number in range(len(self.chart.rows)):
            yield from self._row(number)
        if self.chart.has_n_row:
            yield from self._bases()
        yield from self._breaks()
        yield from self.notes.marks(self.bottom)

    def _head(self) -> Iterator[Mark]:
        measures, fonts = self.setting.measures.table, self.setting.fonts
        first = self.head - (len(self.table.corner) - 1) * measures.text.pitch
        yield from line_marks(MarkRole.NOTE, self.table.corner, measures.text.pitch, x=0.0, baseline=first, fonts=fonts)
        for column, lines in enumerate(self.table.heads):
            first = self.head - (len(lines) - 1) * measures.text.pitch
            x = self.table.left(column) + measures.name
            yield from line_marks(MarkRole.NOTE, lines, measures.text.pitch, x=x, baseline=first, fonts=fonts)
        lowest = max((len(banner.lines) for banner in self.table.banners), default=1)
        for banner in self.table.banners:
            first = measures.first + (lowest - len(banner.lines)) * measures.text.pitch
            x = self.table.left(banner.first) + measures.name
            yield from line_marks(MarkRole.NOTE, banner.lines, measures.text.pitch, x=x, baseline=first, fonts=fonts)

    def _rules(self) -> Iterator[Stroke]:
        """Below the names of segmentations, the head and every row."""
        measures, ground, right = self.setting.measures, self.setting.ground, self.table.right
        lowest = max((len(banner.lines) for banner in self.table.banners), default=1)
        y = measures.table.first + (lowest - 1) * measures.table.text.pitch + measures.table.banner_gap
        for banner in self.table.banners:
            left, end = self.table.left(banner.first) + measures.table.inset, self.table.left(banner.last + 1)
            yield Stroke(MarkRole.RULE, left, y, end, y, ground.rule, measures.hairline)
        y = self.tops[0]
        yield Stroke(MarkRole.RULE, 0.0, y, right, y, ground.text, measures.table.head_rule)
        for y in self.tops[1:-1]:
            yield Stroke(MarkRole.RULE, 0.0, y, right, y, ground.hairline, measures.hairline)
        y = self.tops[-1]
        yield Stroke(MarkRole.RULE, 0.0, y, right, y, ground.rule, measures.hairline)

    def _row(self, number: int) -> Iterator[Mark]:
        row, lines, size = self.chart.rows[number], self.table.labels[number], self.setting.measures.table.text
        first = first_baseline(self.centre(number), len(lines), size)
        yield from line_marks(MarkRole.LABEL, lines, size.pitch, x=0.0, baseline=first, fonts=self.setting.fonts)
        brush = CellBrush(self.chart, self.setting, has_heat(self.chart, self.setting.ground.several.heat))
        top, height = self.tops[number], self.tops[number + 1] - self.tops[number]
        for column, (shown, value) in enumerate(zip(self.chart.columns, row.values, strict=True)):
            left = self.table.left(column)
            place = CellPlace(Box(left, top, self.table.column, height), left + self.table.figure)
            if value is not None:
                yield from brush.marks(row, value, place, is_total=shown.is_total)

    def _bases(self) -> Iterator[Mark]:
        """How many were asked in every column, as far as it was published."""
        size, fonts = self.setting.measures.table.text.size, self.setting.fonts
        unpublished = self.setting.language.words.not_published_short
        style = label_style(size, self.setting.ground.soft_text, is_bold=False)
        baseline = (self.tops[-1] + self.bottom) / 2 + CAP_HEIGHT * size / 2
        yield text_mark(MarkRole.NOTE, BASES, style, x=0.0, baseline=baseline, fonts=fonts)
        for number, column in enumerate(self.chart.columns):
            text = unpublished if column.n is None else span_of_n(column.n, column.most, self.setting.language)
            left, end = self.table.left(number), self.table.left(number) + self.table.figure
            x = max(left + self.setting.measures.table.name, end - fonts.width(text, style))
            text += ASTERISK if has_small_base(column) else ""
            x = min(x, left + self.table.column - fonts.width(text, style))
            yield text_mark(MarkRole.NOTE, text, style, x=x, baseline=baseline, fonts=fonts)

    def _breaks(self) -> Iterator[Stroke]:
        """Between columns that are not comparable a dashed line with the sign of a break that the notes explain.

        Through all rows, the sign on the rule of the head; or through that of an answer, the sign in it.
        """
        band, places = self.setting.measures.columns.band, {row.id: n for n, row in enumerate(self.chart.rows)}
        for found in self.chart.breaks:
            if found.answer is not None and found.answer not in places:
                continue
            row = places.get(found.answer) if found.answer else None
            top, bottom = (self.tops[0], self.tops[-1]) if row is None else (self.tops[row], self.tops[row + 1])
            x, color = self.table.left(found.after), self.setting.ground.soft_text
            yield Stroke(MarkRole.BREAK, x, top, x, bottom, color, band.stroke, band.dash)
            middle = top if row is None else self.centre(row)
            yield from break_sign(x, middle, color, self.setting.measures.break_sign)


def _tied(
    chart: Chart, placed: PlacedTable, notes: Sequence[NoteRequest], box: Box, setting: Setting, left: Pt | None
) -> Notes | Diagnostic:
    """Brackets and leaders between the rows and the words beside them."""
    targets = {
        row.id: Target(placed.tops[number], placed.tops[number + 1], placed.table.right)
        for number, row in enumerate(chart.rows)
    }
    measures, words = setting.measures, setting.measures.notes
    assert left is not None and words is not None
    place = NotePlace(left, box.width, box.height, setting.ground.leader, measures.hairline, words)
    return tie_notes(notes, targets, place)
