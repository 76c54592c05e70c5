"""Words what a table shows: kind and size, its marked figures, the range of the rest, and what is missing.

Table, 12 answers, 8 columns. Mental health: 18 to 34: 45%, 65 and over 17%, All 32%. Others: 1% to 60%.
Ranking, 11 answers, 2021 and 2022. 1: Python 56% (+3); 3: JavaScript 42% (−6). Others: 12% to 44%.

Where the labels are too long for all that is marked, less of it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from report.briefing.model.missing import missing_words
from report.briefing.model.prose import Fact, FactKind, Figure, Part, Prose, fixed, joined, told
from report.charts.alternative_groups import named
from report.charts.alternative_length import room_for
from report.charts.alternative_missing import missing_figures
from report.charts.changes import change_text
from report.charts.model import Chart, ChartRow, ChartValue, Highlight, Rank
from report.charts.order import is_marked
from report.charts.told_labels import told_label
from report.language.model import Language


def alternative_table(chart: Chart, language: Language, form: Part) -> Prose:
    """The text of a table of columns, or of answers in order of their shares."""
    room = room_for(form)
    marked = [row for row in chart.rows if is_marked(row)] or list(chart.rows[:1])
    choices = [marked[:count] for count in range(len(marked), 0, -1)]
    forms = [*product((True, False), choices, (False, True)), *product((True, False), ([],), (False,))]
    tellers = (_Teller(chart, rows, language, is_short=is_short, has_all=has_all) for has_all, rows, is_short in forms)
    texts = (teller.text(form) for teller in tellers)
    size = _Teller(chart, [], language, is_short=True, has_all=False).size(form)
    return next((text for text in texts if len(text.text) <= room), size)


def place_text(rank: Rank) -> str:
    """A place as it is printed: "2", shared with others "2 ="."""
    return f"{rank.place}\N{NO-BREAK SPACE}=" if rank.is_shared else str(rank.place)


class _Teller:
    """One form of the text.

    rows: those that are told, beside which alone there are others; has_all: with all that a reader may miss.
    """

    def __init__(
        self, chart: Chart, rows: Sequence[ChartRow], language: Language, *, is_short: bool, has_all: bool
    ) -> None:
        self.chart, self.rows, self.language, self.words = chart, rows, language, language.words
        self.is_short, self.has_all = is_short, has_all
        self.is_ranking = len(chart.columns) == 1

    def text(self, form: Part) -> Prose:
        """Size, rows, the others, breaks."""
        of_row = self._place if self.is_ranking else self._row
        rows = [joined([of_row(row) for row in self.rows], "; ")] if self.rows else []
        return joined([joined([self._size(form), *rows, *self._others(), *self._breaks()], ". "), fixed("")], ".")

    def size(self, form: Part) -> Prose:
        """Kind and size alone."""
        return joined([self._size(form), fixed("")], ".")

    def _size(self, form: Part) -> Prose:
        words, chart = self.words, self.chart
        count = len(chart.rows)
        n = Fact(FactKind.COUNT, str(count), "answers shown")
        answers = fixed(words.one_answer) if count == 1 else told(words.n_answers, n=n)
        if self.is_ranking:
            waves = joined([chart.reference or fixed(""), chart.columns[0].wording], " – ")
            head = told(words.size_of_groups, kind=form, answers=answers, groups=waves)
        else:
            columns = told(words.n_columns, n=Fact(FactKind.COUNT, str(len(chart.columns)), "columns shown"))
            head = told(words.size_of_groups, kind=form, answers=answers, groups=columns)
        return head if chart.is_supported else joined([fixed(words.failed_claim), head], ". ")

    def _row(self, row: ChartRow) -> Prose:
        """An answer with its marked figures, or with all that there are, and with that of all who were asked."""
        pairs = [(column, value) for column, value in zip(self.chart.columns, row.values, strict=True) if value]
        marked = [pair for pair in pairs if pair[1].highlight is not Highlight.NONE] or pairs
        if self.has_all:
            marked += [pair for pair in pairs if pair[0].is_total and pair not in marked]
        cells = [named(column.wording, self._value(value)) for column, value in marked]
        return joined([self._label(row), joined(cells, ", ")], ": ")

    def _place(self, row: ChartRow) -> Prose:
        """An answer with its place, its share and how much that has changed."""
        value = row.values[0]
        shown = joined([self._label(row), self._value(value)], " ") if value else self._label(row)
        change = change_text(row.reference, value, self.chart.decimals, self.language)
        if change and value and row.reference:
            expression = f"{value.expression} - {row.reference.expression}"
            changed = Figure(change, (value.cell.id, row.reference.cell.id), expression=expression)
            shown = told("{shown} ({change})", shown=shown, change=changed)
        if row.rank is None:
            return shown
        rank = Fact(FactKind.COUNT, place_text(row.rank), "the place among the answers of the question")
        return joined([rank, shown], ": ")

    def _label(self, row: ChartRow) -> Prose:
        return told_label(row, self.language, is_short=self.is_short)

    def _value(self, value: ChartValue) -> Prose:
        if value.number is None:
            return fixed(missing_words(value.cell, self.words))
        return Prose((Figure(value.number.text, (value.cell.id,), expression=value.expression),))

    def _others(self) -> Iterator[Prose]:
        """Between which shares the others lie, how many numbers nobody knows, and what is left out."""
        others = [row for row in self.chart.rows if row not in self.rows]
        values = [value for row in others for value in row.values if value is not None]
        published = sorted((value for value in values if value.cell.share), key=_drawn) if self.rows else []
        if published and published[0].number != published[-1].number:
            least, most = self._value(published[0]), self._value(published[-1])
            yield told(self.words.others_between, least=least, most=most)
        elif published:
            yield told(self.words.others_all, most=self._value(published[0]))
        if self.has_all:
            yield from missing_figures(values, self.words)
        if self.chart.further:
            n = Fact(FactKind.COUNT, str(self.chart.further), "rows that are not shown")
            yield told(self.words.further_rows, n=n)

    def _breaks(self) -> Iterator[Prose]:
        """The waves that are not comparable; what changed stands in the table."""
        chart = self.chart
        for found in (*chart.breaks, *chart.reference_breaks):
            if found.answer is None and self.is_ranking and chart.reference:
                yield told(self.words.limited_comparison, first=chart.reference, last=chart.columns[0].wording)
            elif found.answer is None:
                first, last = (chart.columns[place].wording for place in (found.before, found.after))
                yield told(self.words.limited_comparison, first=first, last=last)


def _drawn(value: ChartValue) -> float:
    return value.cell.share.drawn if value.cell.share else 0.0
