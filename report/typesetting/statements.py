"""Statements that have no room in the rows of their exhibit, which name them by their topic: told beside it in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose, fixed
from report.charts.model import Chart
from report.document.model.nodes import NoteForm, Source
from report.drawing.model import Drawing, MarkRole, TextMark
from report.language.model import Language


def statements_left_out(chart: Chart, drawings: Sequence[Drawing]) -> tuple[Prose, ...]:
    """The statements of a battery whose words do not stand in its drawing, each behind its topic."""
    marks = [mark for drawing in drawings for mark in drawing.marks]
    drawn = _letters(mark.text for mark in marks if isinstance(mark, TextMark) and mark.role is MarkRole.LABEL)
    shown = {cell.question for drawing in drawings for cell in drawing.shown}
    rows = [row for row in chart.rows if row.id in shown and _letters(row.label) not in drawn]
    return tuple(row.statement for row in rows if row.statement)


def with_statements(source: Source, statements: Sequence[Prose], chart: Chart, language: Language) -> Source:
    """The source with statements behind its topic; where they find no room it says that they stand in the notes."""
    if not statements:
        return source
    words = language.words
    referred = fixed(words.questions_in_notes if chart.asks else words.statements_in_notes)
    shorter = tuple(NoteForm((*form.topic, referred), form.base) for form in source.forms)
    return replace(source, topic=(*source.topic, *statements), shorter=(*shorter, source.forms[-1]))


def _letters(texts: Iterable[str]) -> str:
    """Letters and digits alone: lines end at blanks, hyphens and within words."""
    return "".join(sign for text in texts for sign in text if sign.isalnum())
