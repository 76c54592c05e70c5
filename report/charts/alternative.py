"""Words what a chart shows, from its data alone: for those who hear it, and for the files' metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from report.briefing.model.missing import missing_words
from report.briefing.model.prose import Fact, FactKind, Figure, Part, Prose, fixed, joined, told
from report.briefing.model.terms import label_within
from report.charts.alternative_across import alternative_across
from report.charts.alternative_groups import alternative_groups, named
from report.charts.alternative_intervals import ToldIntervals
from report.charts.alternative_length import room_for
from report.charts.alternative_series import series_alternative
from report.charts.alternative_table import alternative_table
from report.charts.model import Chart, ChartRest, ChartRow, ChartValue, Highlight
from report.charts.order import largest
from report.charts.told_labels import told_label
from report.frozen import frozen
from report.kinds import BARS, DUMBBELL, GROUPED, LINE, TABLE
from report.language.model import Language
from report.language.numbers import has_digits, percent
from report.tables.model import CellState

MOST_ROWS = 12
"""Rows told one by one; of more, the marked and the largest `SHORT_FORM` are told and the others counted."""
SHORT_FORM = 8

_OF_KINDS: Mapping[str, Callable[[Chart, Language, Part], Prose]] = {
    GROUPED.word: alternative_groups,
    LINE.word: series_alternative,
    DUMBBELL.word: series_alternative,
    TABLE.word: alternative_table,
}
"""Kinds whose charts are told in another way."""


def alternative_text(chart: Chart, language: Language, form: Part) -> Prose:
    """Form and title, every label with its number, what is marked, what is missing, where comparing is limited.

    form: what the chart looks like ("Balkendiagramm"). The stamp of a failed claim is told first.
    """
    if chart.lies_across:
        return alternative_across(chart, language, form)
    if chart.kind in _OF_KINDS:
        return _OF_KINDS[chart.kind](chart, language, form)
    texts = _texts(chart, language, form)
    return next((text for text in texts if len(text.text) <= room_for(form)), _form_alone(chart, language, form))


def field_alternative(chart: Chart, language: Language) -> Prose:
    """What a field of dots tells of its one figure."""
    (row,) = chart.rows
    field = told(language.words.figure_field, figure=_value(row.values[0], language, is_marked=False))
    return joined([field, joined([told_label(row, language), fixed("")], ".")], ": ")


def _texts(chart: Chart, language: Language, form: Part) -> Iterator[Prose]:
    """From all that is shown to ever less: without most intervals, reasons of breaks, rows, waves, long labels."""
    shown = chart if len(chart.rows) <= MOST_ROWS else largest(chart, SHORT_FORM)
    every, marked = _intervals(shown)
    for has_title in (True, False):
        yield _Teller(shown, language, has_title=has_title, intervals=every).text(form)
        usual = _Teller(shown, language, has_title=has_title, intervals=marked)
        yield usual.text(form)
        for count in range(len(shown.rows), 0, -1):
            fewer = largest(shown, count)
            yield replace(usual, chart=fewer, has_reasons=False, intervals=_intervals(fewer)[1]).text(form)
        shortest = replace(usual, chart=largest(shown, 1), has_reasons=False, is_short=True, intervals=ToldIntervals())
        yield shortest.text(form)
        if len(chart.columns) > 1:
            yield replace(shortest, has_all_columns=False).text(form)


def _intervals(chart: Chart) -> tuple[ToldIntervals, ToldIntervals]:
    """Those that bars bear, and the marked ones of them, else that of the first row."""
    if chart.kind != BARS.word:
        return ToldIntervals(), ToldIntervals()
    values = [row.values[0] for row in chart.rows]
    marked = [value for value in values if value is not None and _is_marked(value)]
    return ToldIntervals.of(values), ToldIntervals.of(marked or values[:1])


def _form_alone(chart: Chart, language: Language, form: Part) -> Prose:
    stamp = () if chart.is_supported else (fixed(language.words.failed_claim),)
    return joined([joined([*stamp, form], ". "), fixed("")], ".")


@frozen
class _Teller:
    """One form of the text.

    is_short: with the short labels of rows; has_all_columns: with more than the ends and what is marked. intervals: of
    which values they are told.
    """

    chart: Chart
    language: Language
    has_title: bool
    has_reasons: bool = True
    is_short: bool = False
    has_all_columns: bool = True
    intervals: ToldIntervals = ToldIntervals()

    def text(self, form: Part) -> Prose:
        """Form and title, the numbers, the breaks."""
        chart, words = self.chart, self.language.words
        title = chart.title if chart.title.text else chart.question_label
        head = told(words.alternative, kind=form, title=title) if self.has_title else form
        values = joined(list(self._values()), "; ")
        stamp = () if chart.is_supported else (fixed(words.failed_claim),)
        return joined([joined([*stamp, head, values, *self._breaks()], ". "), fixed("")], ".")

    def _values(self) -> Iterator[Prose]:
        chart, language = self.chart, self.language
        for row in chart.rows:
            yield from self._row(row)
        if chart.rest:
            yield told("{rest} ({reason})", rest=_rest(chart.rest, chart, language), reason=fixed(chart.rest.reason))
        if chart.further:
            yield _further(chart.further, "rows that are not told", language)

    def _row(self, row: ChartRow) -> Iterator[Prose]:
        chart, language = self.chart, self.language
        label = told_label(row, language, is_short=self.is_short)
        if len(chart.columns) == 1:
            number = _value(row.values[0], language, intervals=self.intervals)
            yield joined([label, joined([number, *_reference(chart, row, language)], ", ")], ": ")
            return
        if len(chart.rows) > 1:
            yield label
        pairs = [(column, value) for column, value in zip(chart.columns, row.values, strict=True) if value is not None]
        shown = [pair for pair in pairs if self.has_all_columns or pair in (pairs[0], pairs[-1]) or _is_marked(pair[1])]
        for column, value in shown:
            yield joined([label_within(column.wording, language), _value(value, language)], ": ")
        if len(shown) < len(pairs):
            yield _further(len(pairs) - len(shown), "columns that are not told", language)

    def _breaks(self) -> Iterator[Prose]:
        words = self.language.words
        for found in self.chart.breaks:
            first, last = self.chart.columns[found.before].wording, self.chart.columns[found.after].wording
            if self.has_reasons:
                yield told(words.break_between, first=first, second=last, reason=found.wording)
            else:
                yield told(words.limited_comparison, first=first, last=last)
        if self.chart.reference and any(found.answer is None for found in self.chart.reference_breaks):
            yield joined([self.chart.reference, fixed(words.not_comparable)], ": ")


def _further(count: int, what: str, language: Language) -> Prose:
    return told(language.words.further_rows, n=Fact(FactKind.COUNT, str(count), what))


def _rest(rest: ChartRest, chart: Chart, language: Language) -> Prose:
    """The rest with its number, where there is one to print."""
    if not has_digits(rest.share):
        return fixed(rest.label)
    number = percent(rest.share, chart.decimals, language).text
    left = Figure(number, rest.cells, expression="what the published shares leave of the whole")
    return joined([fixed(rest.label), left], " ")


def _reference(chart: Chart, row: ChartRow, language: Language) -> Iterator[Prose]:
    """What the row is held against: "alle 37 %"."""
    if chart.reference and row.reference:
        yield named(chart.reference, _value(row.reference, language, is_marked=False))


def _value(
    value: ChartValue | None,
    language: Language,
    *,
    is_marked: bool = True,
    intervals: ToldIntervals = ToldIntervals(),  # noqa: B008 - frozen
) -> Prose:
    words = language.words
    if value is None or value.number is None:
        return fixed(missing_words(value.cell, words) if value else words.not_published)
    number = Prose((Figure(value.number.text, (value.cell.id,), expression=value.expression),))
    if value.cell.state is CellState.COMPUTED:
        number = told("{number} ({computed})", number=number, computed=fixed(words.computed))
    marked = (fixed(words.marked),) if is_marked and _is_marked(value) else ()
    remarks = (*marked, *intervals.words(value, language))
    return told("{number} ({remarks})", number=number, remarks=joined(remarks, ", ")) if remarks else number


def _is_marked(value: ChartValue) -> bool:
    return value.highlight is not Highlight.NONE
