"""Words what a chart shows, from its data alone: for those who hear it, and for the files' metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report.briefing.model.prose import Fact, FactKind, Figure, Part, Prose, fixed, joined, told
from report.briefing.model.terms import label_within
from report.charts.alternative_across import alternative_across
from report.charts.alternative_groups import alternative_groups, named
from report.charts.alternative_series import series_alternative
from report.charts.alternative_table import alternative_table
from report.charts.model import Chart, ChartRest, ChartRow, ChartValue, Highlight
from report.charts.order import largest
from report.charts.told_labels import told_label
from report.kinds import DUMBBELL, GROUPED, LINE, TABLE
from report.language.model import Language
from report.language.numbers import has_digits, percent
from report.tables.model import CellState

LONGEST = 250
"""Characters; what is longer tells fewer rows."""
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
    shown = chart if len(chart.rows) <= MOST_ROWS else largest(chart, SHORT_FORM)
    text = _text(shown, language, form)
    while len(text.text) > LONGEST and len(shown.rows) > 1:
        shown = largest(shown, len(shown.rows) - 1)
        text = _text(shown, language, form)
    return text


def field_alternative(chart: Chart, language: Language) -> Prose:
    """What a field of dots tells of its one figure."""
    (row,) = chart.rows
    field = told(language.words.figure_field, figure=_value(row.values[0], language, is_marked=False))
    return joined([field, joined([told_label(row, language), fixed("")], ".")], ": ")


def _text(chart: Chart, language: Language, form: Part) -> Prose:
    title = chart.title if chart.title.text else chart.question_label
    head = told(language.words.alternative, kind=form, title=title)
    values = joined(_values(chart, language), "; ")
    stamp = () if chart.is_supported else (fixed(language.words.failed_claim),)
    sentences = (*stamp, head, values, *_breaks(chart, language))
    return joined([joined(sentences, ". "), fixed("")], ".")


def _values(chart: Chart, language: Language) -> Iterator[Prose]:
    for row in chart.rows:
        yield from _row(chart, row, language)
    if chart.rest:
        yield told("{rest} ({reason})", rest=_rest(chart.rest, chart, language), reason=fixed(chart.rest.reason))
    if chart.further:
        yield told(language.words.further_rows, n=Fact(FactKind.COUNT, str(chart.further), "rows that are not told"))


def _rest(rest: ChartRest, chart: Chart, language: Language) -> Prose:
    """The rest with its number, where there is one to print."""
    if not has_digits(rest.share):
        return fixed(rest.label)
    number = percent(rest.share, chart.decimals, language).text
    left = Figure(number, rest.cells, expression="what the published shares leave of the whole")
    return joined([fixed(rest.label), left], " ")


def _row(chart: Chart, row: ChartRow, language: Language) -> Iterator[Prose]:
    if len(chart.columns) == 1:
        number = _value(row.values[0], language)
        yield joined([told_label(row, language), joined([number, *_reference(chart, row, language)], ", ")], ": ")
        return
    if len(chart.rows) > 1:
        yield told_label(row, language)
    for column, value in zip(chart.columns, row.values, strict=True):
        if value is not None:
            yield joined([label_within(column.wording, language), _value(value, language)], ": ")


def _reference(chart: Chart, row: ChartRow, language: Language) -> Iterator[Prose]:
    """What the row is held against: "alle 37 %"."""
    if chart.reference and row.reference:
        yield named(chart.reference, _value(row.reference, language, is_marked=False))


def _value(value: ChartValue | None, language: Language, *, is_marked: bool = True) -> Prose:
    words = language.words
    if value is None or value.number is None:
        is_asked = value is None or value.cell.state is not CellState.NOT_ASKED
        return fixed(words.not_published if is_asked else words.not_asked)
    number = Prose((Figure(value.number.text, (value.cell.id,), expression=value.expression),))
    if value.cell.state is CellState.COMPUTED:
        number = told("{number} ({computed})", number=number, computed=fixed(words.computed))
    if value.highlight is Highlight.NONE or not is_marked:
        return number
    return told("{number} ({marked})", number=number, marked=fixed(words.marked))


def _breaks(chart: Chart, language: Language) -> Iterator[Prose]:
    for found in chart.breaks:
        first, second = chart.columns[found.before].wording, chart.columns[found.after].wording
        yield told(language.words.break_between, first=first, second=second, reason=found.wording)
