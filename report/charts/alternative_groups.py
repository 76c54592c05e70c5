"""Words what a chart of groups or waves shows: kind, size, the marked answers, how far apart the others lie.

Grouped bars, 4 answers, 2 groups. Very masculine: has children 43%, no children 30%, all 37%. Others: at most 11
percentage points apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from itertools import product

from report.briefing.model.missing import missing_words
from report.briefing.model.prose import Fact, FactKind, Figure, Part, Prose, fixed, joined, told
from report.charts.alternative_intervals import ToldIntervals
from report.charts.alternative_length import room_for
from report.charts.alternative_missing import missing_figures
from report.charts.model import Chart, ChartRow, ChartValue, Highlight
from report.charts.order import is_marked
from report.charts.told_labels import told_label
from report.language.model import Language
from report.language.numbers import points, round_half_up
from report.units import Between, Number, PercentagePoints, Share


class Detail(Enum):
    """How much is told of rows: all that a reader may miss; their numbers alone; of these the marked alone."""

    ALL = auto()
    NUMBERS = auto()
    MARKED = auto()


def alternative_groups(chart: Chart, language: Language, form: Part) -> Prose:
    """The text of such a chart; where the labels are too long for all that is marked, less of it."""
    room = room_for(form)
    marked = [row for row in chart.rows if is_marked(row)] or [chart.rows[0]]
    forms = [*product(Detail, (marked, marked[:1]), (False, True)), *product(Detail, ([],), (False,))]
    texts = (
        _Teller(chart, rows, language, is_short=is_short, detail=detail, intervals=intervals).text(form)
        for detail, rows, is_short in forms
        for intervals in _intervals(rows, detail)
    )
    return next((text for text in texts if len(text.text) <= room), _size_alone(chart, language, form))


def _intervals(rows: Sequence[ChartRow], detail: Detail) -> Iterator[ToldIntervals]:
    """Those of all values that are told, of the marked ones alone, none."""
    values = [value for row in rows for value in row.values if value is not None]
    marked = [value for value in values if value.highlight is not Highlight.NONE]
    if detail is Detail.ALL:
        yield ToldIntervals.of(values)
        yield ToldIntervals.of(marked)
    yield ToldIntervals()


def _size_alone(chart: Chart, language: Language, form: Part) -> Prose:
    return joined([joined([_head(chart, language, form), *_further(chart, language)], ". "), fixed("")], ".")


def _further(chart: Chart, language: Language) -> Iterator[Prose]:
    """How many answers are left out."""
    if chart.further:
        number = Fact(FactKind.COUNT, str(chart.further), "rows that are not shown")
        yield told(language.words.further_rows, n=number)


def _head(chart: Chart, language: Language, form: Part) -> Prose:
    words, rows = language.words, len(chart.rows)
    n_rows = Fact(FactKind.COUNT, str(rows), "answers shown")
    n_columns = Fact(FactKind.COUNT, str(len(chart.columns)), "columns shown")
    head = told(
        words.size_of_groups,
        kind=form,
        answers=fixed(words.one_answer) if rows == 1 else told(words.n_answers, n=n_rows),
        groups=told(words.n_waves if chart.columns[0].date else words.n_groups, n=n_columns),
    )
    return head if chart.is_supported else joined([fixed(words.failed_claim), head], ". ")


class _Teller:
    """One form of the text. rows: those that are told; without any no rows are the others."""

    def __init__(
        self,
        chart: Chart,
        rows: Sequence[ChartRow],
        language: Language,
        *,
        is_short: bool,
        detail: Detail,
        intervals: ToldIntervals,
    ) -> None:
        self.chart, self.rows, self.language = chart, rows, language
        self.is_short, self.has_all = is_short, detail is Detail.ALL
        self.intervals = intervals
        self.has_marks_alone = detail is Detail.MARKED and any(map(is_marked, rows))

    def text(self, form: Part) -> Prose:
        others = [row for row in self.chart.rows if row not in self.rows]
        told_rows = [joined([self._row(row) for row in self.rows], "; ")] if self.rows else []
        parts = [_head(self.chart, self.language, form), *told_rows, *self._others(others), *self._breaks()]
        return joined([joined(parts, ". "), fixed("")], ".")

    def _row(self, row: ChartRow) -> Prose:
        label = told_label(row, self.language, is_short=self.is_short)
        cells = [
            named(column.wording, self._value(value))
            for column, value in zip(self.chart.columns, row.values, strict=True)
            if value is not None and not (self.has_marks_alone and value.highlight is Highlight.NONE)
        ]
        if row.reference and self.chart.reference and self.has_all:
            cells.append(named(self.chart.reference, self._value(row.reference)))
        return joined([label, joined(cells, ", ")], ": ")

    def _value(self, value: ChartValue) -> Prose:
        words = self.language.words
        if value.number is None:
            return fixed(missing_words(value.cell, words))
        number, interval = Prose((_figure(value, value.number.text),)), self.intervals.words(value, self.language)
        return told("{number} ({interval})", number=number, interval=interval[0]) if interval else number

    def _others(self, rows: Sequence[ChartRow]) -> Iterator[Prose]:
        """The widest gap in answers that are not told, how many numbers of them nobody knows, and what is left out."""
        words, values = self.language.words, [value for row in rows for value in row.values if value is not None]
        if self.rows and rows and (gap := _widest(rows, self.chart.decimals, self.language)):
            yield told(words.shown_apart if self.chart.further else words.most_apart, points=gap)
        if self.has_all:
            yield from missing_figures(values, words)
        yield from _further(self.chart, self.language)

    def _breaks(self) -> Iterator[Prose]:
        words = self.language.words
        for found in self.chart.breaks:
            first, second = (self.chart.columns[place].wording for place in (found.before, found.after))
            if self.has_all:
                yield told(words.break_between, first=first, second=second, reason=found.wording)
            else:
                yield joined([first, joined([second, fixed(words.not_comparable)], ": ")], ", ")


def named(name: Prose, number: Prose) -> Prose:
    """A number behind what it is called; a colon parts it from a name that ends in a number."""
    return joined([name, number], ": " if name.text[-1:].isdigit() else " ")


def _figure(value: ChartValue, text: str) -> Figure:
    return Figure(text, (value.cell.id,), expression=value.expression)


def _widest(rows: Sequence[ChartRow], decimals: int, language: Language) -> Figure | Fact | None:
    """The widest gap within an answer; None where there is none, or where a published bound leaves it open.

    Of one that would be printed as none the smallest printed one: no two are farther apart, and 66 % is not 65 %.
    """
    gaps = list[tuple[PercentagePoints, ChartValue, ChartValue]]()
    for row in rows:
        shares = [(value.cell.share, value) for value in row.values if value is not None and value.cell.share]
        if any(isinstance(share.fraction, Between) for share, _ in shares):
            return None
        if len(shares) > 1:
            (least, lower), (most, upper) = min(shares, key=_share), max(shares, key=_share)
            gaps.append((most - least, upper, lower))
    if not gaps:
        return None
    gap, upper, lower = max(gaps, key=lambda each: each[0])
    if upper.cell.share == lower.cell.share:
        return None
    if not round_half_up(_known(gap), decimals):
        smallest = PercentagePoints(Decimal(1).scaleb(-decimals))
        return Fact(FactKind.CONSTANT, points(smallest, decimals, language), "the smallest difference that is printed")
    expression = f"{upper.expression} - {lower.expression}"
    return Figure(points(gap, decimals, language), (upper.cell.id, lower.cell.id), expression=expression)


def _known(gap: PercentagePoints) -> Number:
    assert not isinstance(gap.points, Between), "shares below a bound have no gap"
    return gap.points


def _share(found: tuple[Share, ChartValue]) -> Share:
    return found[0]
