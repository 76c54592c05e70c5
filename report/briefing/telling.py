"""What is said of an exhibit, and what of it the headline names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from report.briefing.mentions import mentions, names_one_of, words_of
from report.briefing.model.prose import Prose
from report.frozen import frozen
from report.language.alternatives import search
from report.language.model import Language
from report.survey.model import Answer, CellId, Net, Question
from report.tables.model import Column


@frozen
class Headline:
    """A headline as one language tells it."""

    prose: Prose
    language: Language


@frozen
class Telling:
    """What is said of an exhibit: its headline, the title that the author gave it, the cells of messages.

    headlines: in all languages of the story, so that an exhibit is the same in each. claimed: the cells that the claim
    of the headline names. explained: what its annotations are tied to; of_annotations: the cells of their texts.
    """

    headlines: tuple[Headline, ...] = ()
    claimed: tuple[CellId, ...] = ()
    title: Prose | None = None
    of_messages: tuple[CellId, ...] = ()
    explained: tuple[str, ...] = ()
    of_annotations: tuple[CellId, ...] = ()

    @property
    def said(self) -> tuple[CellId, ...]:
        """The cells whose numbers the headline gives, in order."""
        return tuple(dict.fromkeys(cell for headline in self.headlines for cell in headline.prose.cells))

    @property
    def given(self) -> tuple[CellId, ...]:
        """The cells whose numbers stand in headline, annotations and messages."""
        return tuple(dict.fromkeys((*self.said, *self.of_annotations, *self.of_messages)))

    def answers(self, question: Question) -> tuple[str, ...]:
        """The answers whose numbers are said, those of a net too, and what is explained."""
        return tuple(dict.fromkeys((*_answers_of(self._cells(question), question), *self.explained)))

    def questions(self, known: Sequence[str]) -> tuple[str, ...]:
        """The questions among `known` whose numbers are said, and what is explained."""
        said = [cell.question for cell in (*self.said, *self.of_messages)]
        return tuple(name for name in known if name in (*said, *self.explained))

    def nets(self, question: Question) -> list[str]:
        """The nets whose number the headline says."""
        said = [cell.answer for cell in self.said if cell.question == question.id]
        return [net.id for net in question.nets if net.id in said]

    def columns(self, question: Question) -> tuple[str, ...]:
        """The columns whose numbers are said, by name, and what is explained."""
        return tuple(dict.fromkeys((*(cell.column.name for cell in self._cells(question)), *self.explained)))

    def waves(self, question: Question) -> tuple[str, ...]:
        """The waves whose numbers are said, and what is explained."""
        return (*(cell.wave for cell in self._cells(question)), *self.explained)

    def says_level(self) -> bool:
        """Whether the headline says of several that they are equal: "equally often", "tied at 20 %"."""
        return any(search(each.language.level_words, each.prose.text) is not None for each in self.headlines)

    def names(self, answer: Answer | Net, question: Question, *, apart: Sequence[Answer | Net] = ()) -> bool:
        """Whether the headline names an answer of a question in any language; apart: those whose names are left aside.

        A word that these share with it tells nothing ("satisfied", of those very and those fairly so): one that has no
        other is named by its whole label. Small words never name anything, nor do those of the question itself.
        """
        return any(_names(answer, question, apart, each) for each in self.headlines)

    def names_column(self, column: Column, *, apart: Sequence[Column] = ()) -> bool:
        """Whether the headline names a group by a word of its label, or a wave by its date; apart: as of answers.

        A wave is named by its year, or by its month where others lie in the same year.
        """
        return any(_names_column(column, apart, each) for each in self.headlines)

    def names_question(self, question: Question) -> bool:
        """Whether the headline has a word of a question's label or topic."""
        return any(
            names_one_of(text.text(code), each.prose.text, weak=each.language.small_words)
            for each in self.headlines
            for code in (each.language.code,)
            for text in (question.label, question.topic)
        )

    def _cells(self, question: Question) -> list[CellId]:
        return [cell for cell in (*self.said, *self.of_messages) if cell.question == question.id]


def _answers_of(cells: Sequence[CellId], question: Question) -> list[str]:
    nets = {net.id: net.answers for net in question.nets}
    return [name for cell in cells for name in (cell.answer, *nets.get(cell.answer, ()))]


def _names(answer: Answer | Net, question: Question, apart: Sequence[Answer | Net], headline: Headline) -> bool:
    text, code, weak = headline.prose.text, headline.language.code, headline.language.small_words
    label = answer.label.text(code)
    others = {name.text(code) for each in apart for name in (each.label, each.short) if name}
    for name in sorted({*others, question.label.text(code).rstrip("?!.")}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return _has_own_word(label, {*others, question.label.text(code)}, text, weak)


def _has_own_word(label: str, others: Iterable[str], text: str, weak: frozenset[str]) -> bool:
    """Whether a text has a word of a label that no other has; of one without such a word the whole label."""
    words, shared = words_of(label), frozenset(word for name in others for word in words_of(name))
    if words - weak - shared:
        return names_one_of(label, text, weak=weak | shared)
    return not words <= weak and any(mentions(label, text))


def _names_column(column: Column, apart: Sequence[Column], headline: Headline) -> bool:
    text, language = headline.prose.text, headline.language
    if column.name is not None:
        others = [each.name.text(language.code) for each in apart if each.name]
        return _has_own_word(column.name.text(language.code), others, text, language.small_words)
    date = column.label(language)
    named = " ".join(word for word in date.split() if not word.isdecimal()) if column.shares_year else date
    return any(mentions(named or date, text))
