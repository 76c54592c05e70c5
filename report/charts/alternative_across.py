"""Words what a chart shows whose answers lie across: kind, size, the nets of marked rows, the range of the others.

Diverging bars, 6 statements. Language: 79% agree (net), 7% disagree (net); Performance: 18%, 42%. Others: 29% to 58%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.prose import Fact, FactKind, Figure, Late, Part, Prose, fixed, joined, told
from report.charts.model import Chart, ChartRow, ChartValue, Highlight
from report.charts.order import is_marked
from report.language.model import Language
from report.survey.model import AnswerRole
from report.tables.model import CellState

LONGEST = 250
"""Characters."""
LONGEST_FORM = 22
"""Characters that the name of a form may have, where it is told late."""


def alternative_across(chart: Chart, language: Language, form: Part) -> Prose:
    """The text of such a chart; of more rows than it has room for the first and the last are told."""
    room = LONGEST - (LONGEST_FORM if isinstance(form, Late) else 0)
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
    sentences = [_head(chart, language, form), joined(parts, "; "), *_range(others, language)]
    return joined([joined(sentences, ". "), fixed("")], ".")


def _head(chart: Chart, language: Language, form: Part) -> Prose:
    words, count = language.words, len(chart.rows)
    n = Fact(FactKind.COUNT, str(count), "rows shown")
    phrase = words.n_statements if chart.row_word == "question" else words.n_groups
    if chart.further:
        phrase = words.statements_shown if chart.row_word == "question" else words.groups_shown
        every = Fact(FactKind.COUNT, str(count + chart.further), "rows asked for")
        size = told(phrase, shown=n, all=every)
    else:
        size = told(phrase, n=n)
    head = joined([form, size], ", ")
    return head if chart.is_supported else joined([fixed(words.failed_claim), head], ". ")


def _row(chart: Chart, row: ChartRow, language: Language, *, is_first: bool, is_short: bool) -> Prose:
    """The name of a row and its nets, which the first one names; without nets its marked parts, or the largest."""
    label = fixed(row.narrow_label) if is_short and row.short else row.wording
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


def _range(rows: Sequence[ChartRow], language: Language) -> Iterator[Prose]:
    """The smallest and the largest first net of rows that are not told one by one."""
    values = [row.nets[0] for row in rows if row.nets and row.nets[0].number]
    if not values:
        return
    least, most = min(values, key=_drawn), max(values, key=_drawn)
    yield told(language.words.others_between, least=_figure(least, language), most=_figure(most, language))


def _drawn(value: ChartValue) -> float:
    return value.cell.share.drawn if value.cell.share else 0.0


def _figure(value: ChartValue, language: Language) -> Prose:
    words = language.words
    if value.number is None:
        return fixed(words.not_asked if value.cell.state is CellState.NOT_ASKED else words.not_published)
    return Prose((Figure(value.number.text, value.summed or (value.cell.id,), expression=value.expression),))
