"""What is said of an exhibit, and what of it the headline names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.briefing.mentions import names_one_of, words_of
from report.briefing.model.prose import Prose
from report.language.model import Language
from report.survey.model import Answer, CellId, ColumnId, Net, Question
from report.tables.model import Column


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

    def questions(self, known: Sequence[str]) -> tuple[str, ...]:
        """The questions among `known` whose numbers are said, and what is explained."""
        said = [cell.question for cell in (*self.headline.cells, *self.of_messages)]
        return tuple(name for name in known if name in (*said, *self.explained))

    def nets(self, question: Question) -> list[str]:
        """The nets whose number the headline says."""
        said = [cell.answer for cell in self.headline.cells if cell.question == question.id]
        return [net.id for net in question.nets if net.id in said]

    def columns(self, question: Question) -> tuple[str, ...]:
        """The columns whose numbers are said, by name, and what is explained."""
        return tuple(dict.fromkeys((*(cell.column.name for cell in self._cells(question)), *self.explained)))

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

    def names(self, answer: Answer | Net, language: Language, *, apart: Sequence[Answer | Net] = ()) -> bool:
        """Whether the headline names an answer; apart: those whose names are left aside.

        A word that these share with it tells nothing ("satisfied", of those very and those fairly so), unless it has
        no other.
        """
        text, code, weak = self.headline.text, language.code, language.weak_words
        label = answer.label.text(code)
        others = {name.text(code) for each in apart for name in (each.label, each.short) if name}
        for name in sorted(others, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
        shared = frozenset(word for name in others for word in words_of(name))
        return names_one_of(label, text, weak=weak if words_of(label) <= weak | shared else weak | shared)

    def names_column(self, column: Column, language: Language) -> bool:
        """Whether the headline names a group by a word of its label, or a wave by its year."""
        if column.name is None:
            return str(column.date.year) in self.headline.text
        return names_one_of(column.name.text(language.code), self.headline.text, weak=language.weak_words)

    def names_question(self, question: Question, language: Language) -> bool:
        """Whether the headline has a word of a question's label or topic."""
        texts = (question.label.text(language.code), question.topic.text(language.code))
        return any(names_one_of(text, self.headline.text, weak=language.weak_words) for text in texts)

    def _cells(self, question: Question) -> list[CellId]:
        return [cell for cell in (*self.headline.cells, *self.of_messages) if cell.question == question.id]


def _answers_of(cells: Sequence[CellId], question: Question) -> list[str]:
    nets = {net.id: net.answers for net in question.nets}
    return [name for cell in cells for name in (cell.answer, *nets.get(cell.answer, ()))]
