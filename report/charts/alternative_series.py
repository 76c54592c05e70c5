"""Words what a chart of whole answers over waves or in two columns shows: what is marked, and the range of the rest.

    Line chart, 4 series, 2015 to 2024, 2020 not published. A from 31% to 61%; others between 22% and 49%.
    Dumbbell chart, 6 answers, 2014 and 2016. Raise awareness from 85% to 77%; others between 21% and 51%.

The marked answers are told one by one, with their short labels where the whole ones are too long, then fewer of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.missing import missing_words
from report.briefing.model.prose import Fact, FactKind, Figure, Part, Prose, fixed, joined, told
from report.charts.alternative_length import room_for
from report.charts.alternative_missing import missing_figures
from report.charts.model import Chart, ChartRow, ChartValue
from report.charts.order import is_marked
from report.charts.told_labels import told_label
from report.kinds import LINE
from report.language.model import Language
from report.tables.model import CellState


def series_alternative(chart: Chart, language: Language, form: Part) -> Prose:
    """Form and size, the marked answers or all that there is room for, the range of the rest, and what is missing."""
    teller = _Teller(chart, language, form)
    forms = ((False, len(chart.rows)), *((True, count) for count in range(len(chart.rows), -1, -1)))
    texts = (teller.text(count, is_short=is_short) for is_short, count in forms)
    return next((text for text in texts if len(text.text) <= room_for(form)), teller.size())


class _Teller:
    def __init__(self, chart: Chart, language: Language, form: Part) -> None:
        self.chart, self.language, self.words, self.form = chart, language, language.words, form
        marked = [row for row in chart.rows if is_marked(row)]
        self.order = [*marked, *(row for row in chart.rows if row not in marked)]
        self.n_marked = len(marked) or len(self.order)

    def text(self, count: int, *, is_short: bool) -> Prose:
        """The text with so many answers told one by one, marked ones first, and of marked ones no others."""
        count = min(count, self.n_marked)
        told_of, others = self.order[:count], self.order[count:]
        rows = [each for row in told_of if (each := self._row(row, is_short=is_short))]
        values = joined([*rows, *self._range(others), *self._further()], "; ")
        sentences = [*self._stamp(), self._size(), *([values] if values.text else []), *self._breaks()]
        return joined([joined(sentences, ". "), fixed("")], ".")

    def size(self) -> Prose:
        """Form and size alone."""
        return joined([*self._stamp(), joined([self._size(), fixed("")], ".")], ". ")

    def _stamp(self) -> list[Prose]:
        return [] if self.chart.is_supported else [fixed(self.words.failed_claim)]

    def _size(self) -> Prose:
        """What the chart looks like, how many answers it has, and of which columns."""
        columns, n = self.chart.columns, Fact(FactKind.COUNT, str(len(self.chart.rows)), "answers shown")
        first, last = columns[0].wording, columns[-1].wording
        if self.chart.kind != LINE.word:
            size = told(self.words.two_columns, kind=self.form, n=n, first=first, last=last)
        elif len(self.chart.rows) > 1:
            size = told(self.words.over_waves, kind=self.form, n=n, first=first, last=last)
        else:
            size = told(self.words.one_over_waves, kind=self.form, first=first, last=last)
        hidden = [column.wording for column in columns if not column.is_published]
        missing = joined([joined(hidden, ", "), fixed(self.words.not_published)], " ")
        return joined([size, missing], ", ") if hidden else size

    def _row(self, row: ChartRow, *, is_short: bool) -> Prose | None:
        """An answer with its first and its last share; with the one share that it has."""
        label = told_label(row, self.language, is_short=is_short)
        values = [value for value in row.values if value and value.number]
        if len(values) > 1:
            template = self.words.from_to if self.chart.columns[0].date else self.words.and_then
            return told(template, label=label, first=_figure(values[0]), last=_figure(values[-1]))
        if values:
            return joined([label, Prose((_figure(values[0]),))], " ")
        missing = [value.cell for value in row.values if value]
        asked = [cell for cell in missing if cell.state is not CellState.NOT_ASKED]
        return joined([label, fixed(missing_words((asked or missing)[0], self.words))], " ")

    def _range(self, rows: Sequence[ChartRow]) -> Iterator[Prose]:
        """Between which shares the others lie, and how many of theirs were left unpublished beside others."""
        columns = [index for index, column in enumerate(self.chart.columns) if column.is_published]
        values = [value for row in rows for index in columns if (value := row.values[index])]
        shares = [(value.cell.share, value) for value in values if value.cell.share]
        if shares and len(rows) < len(self.chart.rows):  # where none is told, none is another
            (_, least), (_, most) = min(shares, key=lambda share: share[0]), max(shares, key=lambda share: share[0])
            span = told(self.words.others_between, least=_figure(least), most=_figure(most))
            yield told(self.words.others_all, most=_figure(most)) if least.number == most.number else span
        yield from missing_figures(values, self.words)

    def _further(self) -> Iterator[Prose]:
        if self.chart.further:
            n = Fact(FactKind.COUNT, str(self.chart.further), "rows that are not told")
            yield told(self.words.further_rows, n=n)

    def _breaks(self) -> Iterator[Prose]:
        for found in self.chart.breaks:
            if found.answer is None:
                first, last = self.chart.columns[found.before].wording, self.chart.columns[found.after].wording
                yield told(self.words.limited_comparison, first=first, last=last)


def _figure(value: ChartValue) -> Figure:
    assert value.number is not None
    return Figure(value.number.text, (value.cell.id,), expression=value.expression)
