"""Words what a chart shows whose answers lie across: kind, size, the nets of marked rows, the range of the others.

Diverging bars, 6 statements. Language: 79% agree (net), 7% disagree (net); Performance: 18%, 42%. Others: 29% to 58%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.missing import missing_words
from report.briefing.model.prose import Fact, FactKind, Figure, Part, Prose, fixed, joined, told
from report.charts.alternative_length import room_for
from report.charts.alternative_missing import missing_figures
from report.charts.model import Chart, ChartRow, ChartValue, Highlight
from report.charts.order import is_marked
from report.charts.row_counts import count_of, n_rows, rows_shown
from report.charts.told_labels import told_label
from report.language.model import Language
from report.survey.model import AnswerRole


def alternative_across(chart: Chart, language: Language, form: Part) -> Prose:
    """The text of such a chart; of more rows than it has room for the first and the last are told."""
    room = room_for(form)
    told_rows = [row for row in chart.rows if is_marked(row)] or [chart.rows[0], *chart.rows[1:][-1:]]
    texts = [
        _text(chart, rows, language, form, is_short=is_short)
        for rows in (told_rows, _ends(told_rows), told_rows[:1])
        for is_short in (False, True)
    ]
    return next((text for text in texts if len(text.text) <= room), _size_alone(chart, language, form))


def _ends(rows: Sequence[ChartRow]) -> list[ChartRow]:
    return [rows[0], *rows[1:][-1:]]


def _size_alone(chart: Chart, language: Language, form: Part) -> Prose:
    return joined([_head(chart, language, form), fixed("")], ".")


def _text(chart: Chart, rows: Sequence[ChartRow], language: Language, form: Part, *, is_short: bool) -> Prose:
    parts = [_row(chart, row, language, is_first=number == 0, is_short=is_short) for number, row in enumerate(rows)]
    others = [row for row in chart.rows if row not in rows]
    told_others = joined(list(_others(others, language, has_further=chart.further > 0)), "; ")
    sentences = [_head(chart, language, form), joined(parts, "; "), *([told_others] if told_others.text else [])]
    return joined([joined(sentences, ". "), fixed("")], ".")


def _head(chart: Chart, language: Language, form: Part) -> Prose:
    words, count = language.words, count_of(chart)
    n = Fact(FactKind.COUNT, str(count), "rows shown")
    parts: list[Part | Prose] = [form]
    if chart.further:
        every = Fact(FactKind.COUNT, str(count + chart.further), "rows asked for")
        parts.append(told(rows_shown(chart, words), shown=n, all=every))
    elif count > 1:
        parts.append(told(n_rows(chart, words), n=n))
    head = joined(parts, ", ")
    return head if chart.is_supported else joined([fixed(words.failed_claim), head], ". ")


def _row(chart: Chart, row: ChartRow, language: Language, *, is_first: bool, is_short: bool) -> Prose:
    """The name of a row and its nets, which the first one names; without nets its marked parts, or the largest."""
    label = told_label(row, language, is_short=is_short)
    if row.nets:
        names: list[Prose | None] = [net.wording if is_first else None for net in chart.nets]
        values = list(row.nets)
    else:
        found = _told_parts(chart, row)
        names, values = [name for name, _ in found], [value for _, value in found]
    told_values = [
        told(language.words.figure_of, figure=_figure(value, language), name=name) if name else _figure(value, language)
        for name, value in zip(names, values, strict=True)
    ]
    return joined([label, joined(told_values, ", ")], ": ")


def _told_parts(chart: Chart, row: ChartRow) -> list[tuple[Prose, ChartValue]]:
    pairs = [(column, value) for column, value in zip(chart.columns, row.values, strict=True) if value is not None]
    marked = [(column.wording, value) for column, value in pairs if value.highlight is not Highlight.NONE]
    if marked:
        return marked
    published = [pair for pair in pairs if pair[1].cell.share and pair[0].role is AnswerRole.REGULAR]
    largest = max(published, key=lambda pair: _drawn(pair[1]), default=pairs[0])
    return [(largest[0].wording, largest[1])]


def _others(rows: Sequence[ChartRow], language: Language, *, has_further: bool) -> Iterator[Prose]:
    """Between which shares the first nets of rows lie that are not told one by one, and how many have no share.

    has_further: whether there are rows that are not shown, of which nothing is said.
    """
    words, values = language.words, [row.nets[0] for row in rows if row.nets]
    published = [value for value in values if value.number]
    if published:
        least, most = min(published, key=_drawn), max(published, key=_drawn)
        ends = [_figure(value, language) for value in (least, most)]
        if ends[0].text == ends[1].text:
            yield told(words.shown_all if has_further else words.others_all, most=ends[1])
        else:
            between = words.shown_between if has_further else words.others_between
            yield told(between, least=ends[0], most=ends[1])
    yield from missing_figures(values, words)


def _drawn(value: ChartValue) -> float:
    return value.cell.share.drawn if value.cell.share else 0.0


def _figure(value: ChartValue, language: Language) -> Prose:
    words = language.words
    if value.number is None:
        return fixed(missing_words(value.cell, words))
    return Prose((Figure(value.number.text, value.summed or (value.cell.id,), expression=value.expression),))
