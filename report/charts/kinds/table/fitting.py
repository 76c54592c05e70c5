"""How wide the columns of a table are, and in how many lines labels and heads stand: the ways to set it, best first.

|label label label |  Alle    18 to 34   |      labels on one line, columns as wide as they like to be
|label label       |  Alle   18 to       |      else on two, and columns as narrow as their heads allow,
|      label       |           34        |      then the answers' short labels; names of columns on more than four
                                             lines come last
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, product

from report.briefing.model.terms import ASTERISK
from report.charts.marks.assembly import does_not_fit
from report.charts.marks.text import balanced_lines, label_style, widest
from report.charts.model import Chart, ChartColumn, ChartRow, Setting
from report.charts.order import is_marked
from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.text.model import Line, Style
from report.units import NOISE, Pt

GAP = 0.75
"""Between a label and the first column, and behind a name, as a share of the size of type."""
HEAD_LINES = (4, 8)
"""Of the name of a column or segmentation, and where it has no room on so many."""
MOST_WHOLE_LINES = 2
"""Of a label in which no word is divided; with more, the short one is tried first."""


@frozen
class Banner:
    """The name of a segmentation over its columns, from `first` to `last`."""

    lines: tuple[Line, ...]
    first: int
    last: int


@frozen
class FittedTable:
    """label: width of the labels' column; column: of the others; figure: to the right end of figures in one.

    corner: the words above the labels.
    """

    label: Pt
    column: Pt
    figure: Pt
    labels: tuple[tuple[Line, ...], ...]
    heads: tuple[tuple[Line, ...], ...]
    corner: tuple[Line, ...]
    banners: tuple[Banner, ...]

    def left(self, column: int) -> Pt:
        """Where a column begins; of the one behind the last, where the table ends."""
        return self.label + column * self.column

    @property
    def right(self) -> Pt:
        """Where the table ends."""
        return self.left(len(self.heads))


def head_text(column: ChartColumn) -> str:
    """The name of a column, an asterisk behind it where few were asked."""
    return column.label + (ASTERISK if has_small_base(column) else "")


def has_small_base(column: ChartColumn) -> bool:
    """Whether so few were asked that it has to be said."""
    return column.few is not None


def most_columns(width: Pt, setting: Setting) -> int:
    """How many columns a table of that width may have."""
    measures = setting.measures.table
    return max(0, int((width - measures.least_label + NOISE) // measures.least_column))


def fitted_label(
    row: ChartRow, width: Pt, most: int, setting: Setting, *, may_be_short: bool
) -> tuple[Line, ...] | None:
    """The label in up to so many lines, bold where the row is marked; None where it has no room."""
    ground = setting.ground
    color = ground.text if row.role.is_step else ground.soft_text
    style = label_style(setting.measures.table.text.size, color, is_bold=is_marked(row))
    texts = row.texts if may_be_short else row.texts[:1]
    for text in reversed(texts) if most > MOST_WHOLE_LINES else texts:
        lines = balanced_lines(text, style, width, setting.fonts, setting.language)
        is_whole = most > MOST_WHOLE_LINES or not any(line.is_divided for line in lines)
        if len(lines) <= most and widest(lines) <= width + NOISE and is_whole:
            return lines
    return None


def ways(chart: Chart, width: Pt, setting: Setting, keys: Sequence[Pt]) -> Iterator[FittedTable]:
    """The ways to set a table that is no wider; keys: what stands behind the label of each row."""
    labels = ((False, 1), (False, 2), (True, 1), (True, 2), (True, 3))
    for name, head_lines, (may_be_short, most) in product(_name_sizes(setting), HEAD_LINES, labels):
        fitter = _Fitter(chart, width, setting, keys, head_lines=head_lines, name=name)
        for least in dict.fromkeys((fitter.whole_names, setting.measures.table.least_column)):
            if found := fitter.at(least, most, may_be_short=may_be_short):
                yield found


def _name_sizes(setting: Setting) -> tuple[Pt, ...]:
    """Those of the names of columns: that of figures, and where a name has no room so, the least."""
    measures = setting.measures.table
    return tuple(dict.fromkeys((measures.text.size, measures.least_name)))


def unfitting(chart: Chart, width: Pt, setting: Setting) -> Diagnostic:
    """Why no way fits: too many columns, the name of one, or the longest label."""
    count = len(chart.columns)
    hint = "waves" if chart.columns[0].date else "columns"
    if count > most_columns(width, setting):
        message = f"{count} columns of a table have no room in {width:.0f} pt, {most_columns(width, setting)} have"
        return does_not_fit(chart, message, f"show fewer with `{hint}:`")
    fitter = _Fitter(chart, width, setting, (), head_lines=HEAD_LINES[-1], name=_name_sizes(setting)[-1])
    least = setting.measures.table.least_column
    long = next((each for each in chart.columns if fitter.head(each, least) is None), None)
    if long:
        message = f'the name of the column "{long.label}" has no place above its figures'
        return does_not_fit(chart, message, f"a shorter `label` of it, or fewer with `{hint}:`")
    row = max(chart.rows, key=lambda row: len(row.narrow_label))
    return Diagnostic(
        "label-too-long",
        f'the label of answer "{row.id}" has no place beside its figures',
        row.location,
        hint="a shorter `short:` label on the answer is used where the whole one has no place",
    )


class _Fitter:
    def __init__(
        self, chart: Chart, width: Pt, setting: Setting, keys: Sequence[Pt], *, head_lines: int, name: Pt
    ) -> None:
        self.chart, self.width, self.setting, self.head_lines = chart, width, setting, head_lines
        self.keys = keys or [0.0] * len(chart.rows)
        self.size = setting.measures.table.text
        self.gap = GAP * self.size.size
        self.figure = label_style(self.size.size, setting.ground.text, is_bold=True)
        self.bold = label_style(name, setting.ground.text, is_bold=True)
        self.plain = label_style(name, setting.ground.text, is_bold=False)

    @property
    def whole_names(self) -> Pt:
        """The width of a column in which no word of a name is divided."""
        measures, fonts = self.setting.measures.table, self.setting.fonts
        words = [word for column in self.chart.columns for word in head_text(column).split()]
        longest = max((fonts.width(word, self.bold) for word in words), default=0.0)
        return max(measures.least_column, measures.name + longest + self.gap / 2)

    @property
    def _names_on_a_line(self) -> Pt:
        longest = max(self.setting.fonts.width(head_text(each), self.bold) for each in self.chart.columns)
        return self.setting.measures.table.name + longest + self.gap / 2

    def at(self, least: Pt, most: int, *, may_be_short: bool) -> FittedTable | None:
        """The table with columns no narrower than `least` and labels of up to so many lines."""
        measures, count = self.setting.measures.table, len(self.chart.columns)
        room = self.width - count * least
        if room < measures.least_label - NOISE:
            return None
        labels = [
            fitted_label(row, room - self.gap - key, most, self.setting, may_be_short=may_be_short)
            for row, key in self._rows
        ]
        known = [lines for lines in labels if lines is not None]
        if len(known) < len(labels):
            return None
        needed = max((widest(lines) + key for lines, (_, key) in zip(known, self._rows, strict=True)), default=0.0)
        for usual in (measures.label, measures.least_label):
            label = min(room, max(usual, needed + self.gap))
            column = max(least, min(max(measures.column, self._names_on_a_line), (self.width - label) / count))
            if found := self._with_heads(label, column, known):
                return found
        return None

    def _with_heads(self, label: Pt, column: Pt, labels: Sequence[tuple[Line, ...]]) -> FittedTable | None:
        """The table with columns of that width; None where a name has no room."""
        heads = [self.head(each, column) for each in self.chart.columns]
        named = [lines for lines in heads if lines is not None]
        banners = self._banners(column)
        if len(named) < len(heads) or banners is None:
            return None
        words, grey = self.setting.language.words.share, self.plain.colored(self.setting.ground.soft_text)
        corner = balanced_lines(words, grey, label - self.gap, self.setting.fonts, self.setting.language)
        return FittedTable(label, column, self._figure(column), tuple(labels), tuple(named), corner, banners)

    @property
    def _rows(self) -> list[tuple[ChartRow, Pt]]:
        return list(zip(self.chart.rows, self.keys, strict=True))

    def head(self, column: ChartColumn, width: Pt) -> tuple[Line, ...] | None:
        """The name of a column in lines, None where it has no room."""
        style = self.plain.colored(self.setting.ground.soft_text) if column.date and not self._is_last(column) else None
        return self._broken(head_text(column), style or self.bold, width - self.setting.measures.table.name)

    def _is_last(self, column: ChartColumn) -> bool:
        return column is self.chart.columns[-1]

    def _banners(self, column: Pt) -> tuple[Banner, ...] | None:
        """The names of segmentations over the run of their columns; None where one has no room."""
        found, style = list[Banner](), self.plain.colored(self.setting.ground.soft_text)
        places = groupby(enumerate(self.chart.columns), lambda each: each[1].banner)
        for banner, group in places:
            numbers = [number for number, _ in group]
            if banner is None:
                continue
            width = len(numbers) * column - self.setting.measures.table.name
            lines = self._broken(banner.text, style, width)
            if lines is None:
                return None
            found.append(Banner(lines, numbers[0], numbers[-1]))
        return tuple(found)

    def _broken(self, text: str, style: Style, width: Pt) -> tuple[Line, ...] | None:
        lines = balanced_lines(text, style, width, self.setting.fonts, self.setting.language)
        return lines if len(lines) <= self.head_lines and widest(lines) <= width + NOISE else None

    def _figure(self, column: Pt) -> Pt:
        """The right end of figures: where they usually end, further right where one is wider."""
        measures, fonts = self.setting.measures.table, self.setting.fonts
        numbers = [value.number.digits for row in self.chart.rows for value in row.values if value and value.number]
        longest = max((fonts.width(number, self.figure) for number in numbers), default=0.0)
        return min(column - self.gap / 4, max(measures.figure, measures.inset + self.gap / 4 + longest))
