"""What rows are called in the words that tell a chart."""

from __future__ import annotations

from report.briefing.model.prose import Prose, Words
from report.briefing.model.terms import label_within
from report.charts.model import ChartRow
from report.diagnostics import SourceText
from report.language.model import Language


def told_label(row: ChartRow, language: Language, *, is_short: bool = False) -> Prose:
    """The label of a row without the stop at its end; is_short: its short form, if it has one."""
    short = Prose((Words.of(SourceText(row.short)),)) if is_short and row.short else None
    return label_within(short or row.wording, language)
