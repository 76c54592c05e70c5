"""Which columns the tables of a question have: its waves, then each of its segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.briefing.model import Briefing
from report.survey.model import Question
from report.tables.model import Column
from report.tables.model import Table as Shares

MOST_COLUMNS = 8
"""Columns that a table has room for; a question with more of them gets a further table."""


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
    title, id, table = _title(briefing, question), f"annex/{question.id}", briefing.tables.table(question.id)
    yield from _as_wide_as_fits(briefing, question, id, title, table.published(table.waves))
    for banner in table.segments:
        if banner.segment:
            name = f"{title}: {banner.segment.label.text(briefing.language.code)}"
            shown = table.published(banner)
            yield from _as_wide_as_fits(briefing, question, f"{id}/segment/{banner.segment.id}", name, shown)


def _as_wide_as_fits(
    briefing: Briefing, question: Question, id: str, title: str, shown: Sequence[Column]
) -> Iterator[Part]:
    """The columns in groups that one table holds."""
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
