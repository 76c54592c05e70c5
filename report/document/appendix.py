"""The appendix: its heading, its tables with their footnotes, and the note that explains the signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model import Briefing
from report.briefing.model.prose import Prose, fixed, joined, told
from report.briefing.model.terms import wave_date
from report.document.counting import earlier_waves, n_figures
from report.document.footnotes import Footnotes
from report.document.leaves import kicker, speaker_notes
from report.document.model import AppendixSection
from report.document.model.nodes import Heading, Source, continued
from report.document.model.tables import Table
from report.document.rows import NOT_ASKED, NOT_COMPARABLE
from report.document.sources import base_parts, modes_by_topic
from report.document.tables import tables_of
from report.language.dates import date_text
from report.language.numbers import NO_BREAK_SPACE
from report.survey.model import ColumnId
from report.tables.model import CellState

ID = "appendix"


def appendix(briefing: Briefing) -> AppendixSection:
    """The section of all tables."""
    words, footnotes, headline = briefing.language.words, Footnotes(), _headline(briefing)
    tables = tuple(tables_of(briefing, footnotes))
    source = _source(briefing, tables)
    return AppendixSection(
        ID,
        kicker=kicker(ID, fixed(words.appendix), words),
        headline=Heading(f"{ID}/headline", 2, headline, continued(f"{ID}/headline", headline, words)),
        tables=tables,
        footnotes=footnotes.notes(),
        source=source,
        notes=speaker_notes(ID, source.halves),
    )


def _headline(briefing: Briefing) -> Prose:
    wave, words = briefing.survey.current_wave, briefing.language.words
    date = wave_date(wave.id, date_text(wave.date, briefing.language).replace(" ", NO_BREAK_SPACE))
    if not earlier_waves(briefing):
        return told(words.appendix_title, figures=n_figures(briefing), date=date)
    of_date = told(words.of_day if wave.date.day else words.of_month, date=date)
    return told(words.appendix_waves_title, figures=n_figures(briefing), of_date=of_date)


def _source(briefing: Briefing, tables: Sequence[Table]) -> Source:
    survey, words = briefing.survey, briefing.language.words
    topic = [*_signs(briefing, tables), *modes_by_topic(survey.questions, briefing)]
    if any(not question.is_exact for question in survey.questions):
        topic.append(fixed(words.wording_not_published))
    base = base_parts(survey.questions, [ColumnId(wave.id) for wave in survey.waves], briefing)
    return Source(f"{ID}/source", tuple(topic), base)


def _signs(briefing: Briefing, tables: Sequence[Table]) -> Iterator[Prose]:
    """What the signs in the tables mean, as far as they occur."""
    words = briefing.language.words
    states = {cell.state for table in tables for row in table.rows for cell in row.cells}
    if CellState.NOT_PUBLISHED in states:
        yield joined([fixed(words.not_published_short), fixed(words.not_published)], " = ")
    if CellState.NOT_ASKED in states:
        yield joined([fixed(NOT_ASKED), fixed(words.not_asked)], " = ")
    questions = briefing.survey.questions
    if any(question.breaks or any(answer.break_between for answer in question.answers) for question in questions):
        yield joined([fixed(NOT_COMPARABLE), fixed(words.not_comparable)], " = ")
