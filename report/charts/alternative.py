"""Words what a chart shows, from its data alone: for those who hear it, and for the files' metadata."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.model import Chart, ChartRow, ChartValue, Highlight
from report.charts.order import largest
from report.language.model import Language
from report.language.numbers import percent
from report.tables.model import CellState

LONGEST = 1000
"""Characters; what is longer tells fewer rows."""
MOST_ROWS = 12
"""Rows told one by one; of more, the marked and the largest `SHORT_FORM` are told and the others counted."""
SHORT_FORM = 8


def alternative_text(chart: Chart, language: Language, kind_word: str) -> str:
    """Kind and title, every label with its number, what is marked, what is missing, where comparing is limited.

    The stamp of a failed claim is told first.
    """
    told = chart if len(chart.rows) <= MOST_ROWS else largest(chart, SHORT_FORM)
    text = _text(told, language, kind_word)
    while len(text) > LONGEST and len(told.rows) > 1:
        told = largest(told, len(told.rows) - 1)
        text = _text(told, language, kind_word)
    return text


def _text(chart: Chart, language: Language, kind_word: str) -> str:
    head = language.words.alternative.format(kind=kind_word, title=chart.title or chart.question_label)
    values = "; ".join(_values(chart, language))
    stamp = () if chart.is_supported else (language.words.failed_claim,)
    return " ".join(f"{sentence}." for sentence in (*stamp, head, values, *_breaks(chart, language)))


def _values(chart: Chart, language: Language) -> Iterator[str]:
    for row in chart.rows:
        yield from _row(chart, row, language)
    if chart.rest:
        number = percent(chart.rest.share, chart.decimals, language).text
        yield f"{chart.rest.label} {number} ({chart.rest.reason})"
    if chart.further:
        yield language.words.further_rows.format(n=chart.further)


def _row(chart: Chart, row: ChartRow, language: Language) -> Iterator[str]:
    if len(chart.columns) == 1:
        yield f"{row.label}: {_value(row.values[0], language)}"
        return
    if len(chart.rows) > 1:
        yield row.label
    for column, value in zip(chart.columns, row.values, strict=True):
        if value is not None:
            yield f"{column.label}: {_value(value, language)}"


def _value(value: ChartValue | None, language: Language) -> str:
    words = language.words
    if value is None or value.number is None:
        is_asked = value is None or value.cell.state is not CellState.NOT_ASKED
        return words.not_published if is_asked else words.not_asked
    mark = "" if value.highlight is Highlight.NONE else f" ({words.marked})"
    return f"{value.number.text}{mark}"


def _breaks(chart: Chart, language: Language) -> Iterator[str]:
    for found in chart.breaks:
        first, second = chart.columns[found.before].label, chart.columns[found.after].label
        yield language.words.break_between.format(first=first, second=second, reason=found.reason)
