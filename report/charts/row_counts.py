"""What the rows are called where they are counted, in charts whose answers lie across: questions or groups."""

from __future__ import annotations

from report.charts.model import Chart
from report.language.model import Words


def count_of(chart: Chart) -> int:
    """How many questions or groups are shown; all who were asked are none."""
    return sum(not row.is_total for row in chart.rows)


def n_rows(chart: Chart, words: Words) -> str:
    """The phrase for how many there are."""
    if chart.row_word != "question":
        return words.n_groups
    return words.n_questions if chart.asks else words.n_statements


def rows_shown(chart: Chart, words: Words) -> str:
    """The phrase for how many are shown of all."""
    if chart.row_word != "question":
        return words.groups_shown
    return words.questions_shown if chart.asks else words.statements_shown
