"""What stands out in an exhibit: what its author marked, else what leads or what the headline is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.leaders import leaders
from report.briefing.mentions import names_one_of
from report.briefing.model import Exhibit
from report.briefing.model.prose import Prose
from report.briefing.story import ExhibitStory
from report.diagnostics import Diagnostic, SourceText
from report.kinds import Columns, Kind, Marks
from report.language.model import Language
from report.survey.model import CellId, ColumnId, Question
from report.tables.model import Table
from report.units import sign_of_difference

MOST_MARKED = 3
"""Bars or columns that may stand out; of more, none does."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said of an exhibit: its headline, the title that the author gave it, the cells of messages.

    explained: what its annotations are tied to.
    """

    headline: Prose
    title: Prose | None = None
    of_messages: tuple[CellId, ...] = ()
    explained: tuple[str, ...] = ()

    def answers(self, question: Question) -> tuple[str, ...]:
        """The answers whose numbers are said, those of a net too, and what is explained."""
        return tuple(dict.fromkeys((*_answers_of(self._cells(question), question), *self.explained)))

    def nets(self, question: Question) -> list[str]:
        """The nets whose number the headline says."""
        said = [cell.answer for cell in self.headline.cells if cell.question == question.id]
        return [net.id for net in question.nets if net.id in said]

    def waves(self, question: Question) -> tuple[str, ...]:
        """The waves whose numbers are said, and what is explained."""
        return (*(cell.wave for cell in self._cells(question)), *self.explained)

    def is_about(self, question: Question, columns: Sequence[ColumnId]) -> list[str]:
        """The answers whose numbers of these columns stand in the headline."""
        cells = (cell for cell in self.headline.cells if cell.question == question.id)
        return _answers_of([cell for cell in cells if cell.column in columns], question)

    def says_level(self, language: Language) -> bool:
        """Whether the headline says of several that they are equal: "equally often", "tied at 20 %"."""
        return re.search(language.level_words, self.headline.text, re.IGNORECASE) is not None

    def _cells(self, question: Question) -> list[CellId]:
        return [cell for cell in (*self.headline.cells, *self.of_messages) if cell.question == question.id]


def leading_answers(answers: Sequence[str], question: Question, table: Table, column: ColumnId) -> tuple[str, ...]:
    """The answers or steps with the highest published share of a column: one, or all that share it."""
    steps = [answer.id for answer in question.answers if answer.role.is_step]
    highest = leaders([table.cell(answer, column) for answer in answers if answer in steps])
    return tuple(cell.id.answer for cell in highest)


def with_level_leaders(written: ExhibitStory, kind: Kind, leading: Sequence[str]) -> tuple[str, ...]:
    """What the author emphasizes, and with one of several leaders that are level the others too."""
    emphasize, contrast = ({mark.text: None for mark in marks} for marks in (written.emphasize, written.contrast))
    if kind.marks is Marks.ANSWERS and len(leading) <= MOST_MARKED and not emphasize.keys().isdisjoint(leading):
        emphasize |= {answer: None for answer in leading if answer not in contrast}
    return tuple(emphasize)


def with_level_marks(
    marked: Sequence[str], exhibit: Exhibit, kind: Kind, telling: Telling, facts: Facts
) -> tuple[str, ...]:
    """What stands out, and with it the answers of an equal share that the headline speaks of beside it.

    Those are the ones that it names or gives the figure of; where it names none and says that they are equal, all.
    """
    if kind.marks is not Marks.ANSWERS:
        return tuple(marked)
    question, table = facts.survey.question(exhibit.question), facts.tables.table(exhibit.question)
    tied = [
        answer
        for answer in exhibit.answers
        if answer not in (*marked, *exhibit.contrast)
        and any(_is_level(answer, mark, table, exhibit.columns) for mark in marked if mark in exhibit.answers)
    ]
    about = telling.is_about(question, exhibit.columns)
    spoken = [answer for answer in tied if answer in about or _is_named(answer, question, telling, facts)]
    together = spoken or (tied if telling.says_level(facts.language) else [])
    is_room = kind.is_whole or len(marked) + len(exhibit.contrast) + len(together) <= MOST_MARKED
    return (*marked, *together) if is_room else tuple(marked)


def _is_level(answer: str, other: str, table: Table, columns: Sequence[ColumnId]) -> bool:
    """Whether the shares of two answers were published and are equal for certain, in every column that is shown."""
    pairs = [(table.cell(answer, column).share, table.cell(other, column).share) for column in columns]
    return all(
        one is not None and two is not None and sign_of_difference(one.fraction, two.fraction) == 0
        for one, two in pairs
    )


def default_emphasis(
    kind: Kind,
    answers: Sequence[str],
    columns: Sequence[ColumnId],
    question: Question,
    telling: Telling,
    facts: Facts,
) -> tuple[str, ...]:
    """The leading answer, or all that share the first place; over waves the current one; of too many none.

    A headline that gives the figures of others and does not name the leading ones is about those others.
    """
    table, nets = facts.tables.table(question.id), telling.nets(question)
    if kind.columns is Columns.WAVES:
        has_figure = any(table.cell(answer, table.total).share is not None for answer in answers)
        return (table.total.wave,) if has_figure else ()
    if kind.marks is not Marks.ANSWERS:
        return ()
    if said := tuple(answer for answer in answers if answer in nets):
        return said if len(said) <= MOST_MARKED else ()
    leading = leading_answers(answers, question, table, columns[0] if len(columns) == 1 else table.total)
    about = telling.is_about(question, columns)
    others = tuple(answer for answer in answers if answer in about)
    if others and not any(answer in others or _is_named(answer, question, telling, facts) for answer in leading):
        leading = others
    stands_out = len(leading) == 1 or len(leading) < min(len(answers), MOST_MARKED + 1)
    return leading if stands_out else ()


def wrong_marks(marks: Sequence[SourceText], kind: Kind) -> list[Diagnostic]:
    """The faults of more marks than may stand out, and of what is marked twice."""
    faults = []
    if len(marks) > MOST_MARKED and not kind.is_whole:
        message = f"{len(marks)} marks stand out, at most {MOST_MARKED} may"
        hint = "mark what the headline asserts, and one thing it sets against that"
        faults.append(Diagnostic(StoryFault.TOO_MANY_MARKED, message, marks[MOST_MARKED].location, hint=hint))
    for position, mark in enumerate(marks):
        if mark in marks[:position]:
            message = f'"{mark.text}" is marked twice'
            faults.append(Diagnostic(StoryFault.MARKED_TWICE, message, mark.at(0, len(mark.text))))
    return faults


def _answers_of(cells: Sequence[CellId], question: Question) -> list[str]:
    nets = {net.id: net.answers for net in question.nets}
    return [name for cell in cells for name in (cell.answer, *nets.get(cell.answer, ()))]


def _is_named(answer: str, question: Question, telling: Telling, facts: Facts) -> bool:
    label, language = question.answer_or_net(answer).label, facts.language
    return names_one_of(label.text(language.code), telling.headline.text, weak=language.weak_words)
