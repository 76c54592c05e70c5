"""Which columns the tables of a question have: its waves, then each of its segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.briefing.model import Briefing
from report.language.dates import date_text, year_text
from report.survey.model import CellId, Question, Wave
from report.tables.model import CellState
from report.tables.model import Table as Shares

MOST_COLUMNS = 8
"""Columns that a table has room for; a question with more of them gets a further table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A wave, or a column of a segment in the survey's own wave."""

    label: str
    wave: str
    segment: str | None = None
    column: str | None = None

    @property
    def id(self) -> str:
        """The column as ids of nodes name it."""
        return f"{self.wave}/{self.segment}.{self.column}" if self.segment else self.wave

    def holds(self, cell: CellId) -> bool:
        """Whether a cell stands in this column."""
        return (cell.wave, cell.segment, cell.column) == (self.wave, self.segment, self.column)


@dataclass(frozen=True, slots=True)
class Part:
    """A question with the columns of one of its tables; `title` is the caption."""

    briefing: Briefing
    question: Question
    id: str
    title: str
    columns: tuple[Column, ...]

    @property
    def shares(self) -> Shares:
        """The cells of the question."""
        return self.briefing.tables.table(self.question.id)


def parts_of(briefing: Briefing, question: Question) -> Iterator[Part]:
    """The tables of a question: all its waves first, then every segment of which something was published."""
    title, id, language = _title(briefing, question), f"annex/{question.id}", briefing.language
    waves = [Column(wave_label(briefing, wave), wave.id) for wave in briefing.survey.waves]
    yield from _as_wide_as_fits(briefing, question, id, title, waves)
    for segment in briefing.survey.segments:
        columns = [
            Column(column.label.text(language.code), briefing.survey.wave, segment.id, column.id)
            for column in segment.columns
        ]
        name = f"{title}: {segment.label.text(language.code)}"
        yield from _as_wide_as_fits(briefing, question, f"{id}/segment/{segment.id}", name, columns)


def _as_wide_as_fits(
    briefing: Briefing, question: Question, id: str, title: str, columns: Sequence[Column]
) -> Iterator[Part]:
    """The columns with published figures, in groups that one table holds."""
    cells = briefing.tables.table(question.id).cells.values()
    published = [cell.id for cell in cells if cell.state is CellState.PUBLISHED]
    shown = [column for column in columns if any(column.holds(cell) for cell in published)]
    groups = [tuple(shown[first : first + MOST_COLUMNS]) for first in range(0, len(shown), MOST_COLUMNS)]
    for number, group in enumerate(groups, start=1):
        if len(groups) == 1:
            yield Part(briefing, question, id, title, group)
        else:
            part = briefing.language.words.continued.format(title=title, part=number, parts=len(groups))
            yield Part(briefing, question, f"{id}/part/{number}", part, group)


def _title(briefing: Briefing, question: Question) -> str:
    """The topic; the question's wording where several questions share a topic."""
    code = briefing.language.code
    topics = Counter(other.topic.text(code) for other in briefing.survey.questions)
    topic = question.topic.text(code)
    return topic if topics[topic] == 1 else question.label.text(code)


def wave_label(briefing: Briefing, wave: Wave) -> str:
    """The year of a wave; its whole date where the year had several."""
    is_only = [other.date.year for other in briefing.survey.waves].count(wave.date.year) == 1
    return year_text(wave.date, briefing.language) if is_only else date_text(wave.date, briefing.language)
