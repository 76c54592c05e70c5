"""The story of a survey that has no briefing: one finding a question, its headline the leading answer.

It is made of the same texts, figures and claims as an author's, only that nothing of them but the words of the survey
has a place in a file. Numbers are named, never written; what a tie or an unpublished answer forbids to say is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from string import Formatter

from report.briefing.faults import StoryFault
from report.briefing.model.prose import Prose, Words, name_of
from report.briefing.model.units import behind_number, behind_share
from report.briefing.story import Claim, CoverStory, ExhibitStory, FindingStory, MessageStory, Story
from report.diagnostics import Diagnostic, SourceError, SourceText
from report.language.lists import join
from report.language.model import Language
from report.language.registry import load
from report.survey.model import AnswerRole, Question, QuestionType, Survey, Translated
from report.tables.model import Cell, Table, Tables

MOST_MESSAGES = 4
MOST_LEADING = 3
"""Answers that may share the first place of a headline; of more, none is named."""
MOST_LISTED = 5
"""Answers that the text of a finding lists."""


def default_story(survey: Survey, tables: Tables, name: str, languages: Sequence[str] | None = None) -> Story:
    """The story of a survey in its languages (default: those of its title); `name` is that of its folder.

    Raises SourceError for a survey of which no figure at all was published: there is nothing to tell.
    """
    teller = _Teller(survey, tables, tuple(load(code) for code in languages or survey.title.by_language))
    tellings = [_Telling.of(question, tables.table(question.id)) for question in survey.questions]
    return Story(
        name=name,
        survey=survey,
        languages=tuple(language.code for language in teller.languages),
        is_final=True,
        is_generated=True,
        title=Claim(teller.text(lambda language: _verbatim(survey.title.source(language.code)))),
        cover=teller.cover(tellings),
        messages=tuple(teller.message(telling) for telling in tellings if telling.ranked)[:MOST_MESSAGES],
        findings=tuple(teller.finding(telling) for telling in tellings),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """A question and its published answers of the current wave by share, equal ones in file order."""

    question: Question
    table: Table
    ranked: tuple[Cell, ...]

    @classmethod
    def of(cls, question: Question, table: Table) -> _Telling:
        """What the table of a question gives to tell."""
        cells = [table.cell(answer.id, table.total) for answer in question.answers]
        published = [(cell.share, cell) for cell in cells if cell.share is not None]
        ranked = sorted(published, key=itemgetter(0), reverse=True)
        return cls(question, table, tuple(cell for _, cell in ranked))

    @property
    def id(self) -> SourceText:
        """The id of the question, and of its finding."""
        return SourceText(self.question.id)

    def leading(self) -> tuple[Cell, ...]:
        """The regular answers that share the first place; none where an unpublished one may lie above them."""
        asked = [answer.id for answer in self.question.answers if answer.is_asked and _is_regular(answer.role)]
        regular = [cell for cell in self.ranked if cell.id.answer in asked]
        if len(regular) < len(asked):
            return ()
        return tuple(cell for cell in regular if cell.share == regular[0].share)

    def first(self) -> Cell:
        """The answer that a big figure shows: the largest regular one, else the largest of all."""
        roles = {answer.id: answer.role for answer in self.question.answers}
        return next((cell for cell in self.ranked if _is_regular(roles[cell.id.answer])), self.ranked[0])


@dataclass(frozen=True, slots=True)
class _Teller:
    """Words the parts of the story in all its languages."""

    survey: Survey
    tables: Tables
    languages: tuple[Language, ...]

    def text(self, word: Callable[[Language], SourceText]) -> Translated:
        """A text worded in every language."""
        return Translated({language.code: word(language) for language in self.languages})

    def cover(self, tellings: Sequence[_Telling]) -> CoverStory:
        """The leading answer of the first question that has one; without any, that of an earlier wave."""
        cell = next((telling.first() for telling in tellings if telling.ranked), None) or self._earlier_figure()
        figure = name_of(cell.id, self.survey)

        def caption(language: Language) -> SourceText:
            unit = _as_source(behind_number(self.survey.unit, language))
            return _filled(language.words.default_caption, of_100=_of_100(figure), unit=unit, answer=_label(figure))

        subtitle = self.text(lambda language: _verbatim(self.survey.population.source(language.code)))
        return CoverStory(SourceText(figure), self.text(caption), subtitle)

    def message(self, telling: _Telling) -> MessageStory:
        """The largest answer, the sentence naming what it is a share of."""
        figure = name_of(telling.first().id, self.survey)

        def sentence(language: Language) -> SourceText:
            unit = _as_source(behind_share(self.survey.unit, language))
            return _filled(language.words.default_message, of_unit=unit, answer=_label(figure))

        return MessageStory(telling.id, SourceText(figure), Claim(self.text(sentence)))

    def finding(self, telling: _Telling) -> FindingStory:
        """A question: headline, exhibit, and its largest answers as text."""
        return FindingStory(
            id=telling.id,
            question=telling.id,
            headline=self._headline(telling),
            exhibit=ExhibitStory(location=telling.question.location),
            text=self.text(lambda language: self._listed(telling.ranked[:MOST_LISTED], language)),
            location=telling.question.location,
        )

    def _headline(self, telling: _Telling) -> Claim:
        leading = telling.leading()
        names = [name_of(cell.id, self.survey) for cell in leading]
        if not names or len(names) > MOST_LEADING:
            return Claim(self.text(lambda language: _verbatim(telling.question.label.source(language.code))))
        holds = f"leads({names[0]})" if len(names) == 1 else " and ".join(f"rank({name}) == 1" for name in names)
        is_multiple = telling.question.type is QuestionType.MULTIPLE

        def headline(language: Language) -> SourceText:
            if is_multiple:
                return _filled(language.words.most_named, answers=self._listed(leading, language))
            if len(names) > 1:
                return self._listed(leading, language)
            return _filled(language.words.leading_answer, answer=_label(names[0]), figure=_figure(names[0]))

        return Claim(self.text(headline), SourceText(holds))

    def _listed(self, cells: Sequence[Cell], language: Language) -> SourceText:
        names, phrase = [name_of(cell.id, self.survey) for cell in cells], language.words.answer_in_list
        answers = [_filled(phrase, answer=_label(name), figure=_figure(name)).text for name in names]
        return SourceText(join(answers, language))

    def _earlier_figure(self) -> Cell:
        order = [wave.id for wave in self.survey.waves]
        cells = [cell for table in self.tables.by_question.values() for cell in table.cells.values()]
        published = [cell for cell in cells if cell.share is not None and cell.id.column.is_total]
        if not published:
            message = "the survey publishes no figure, so there is nothing to tell"
            raise SourceError([Diagnostic(StoryFault.NO_FIGURES, message, self.survey.location)])
        return max(published, key=lambda cell: order.index(cell.id.wave))


_BRACKETS = str.maketrans("{}", "()")
_BUT_FURTHER_STARS = re.compile(r"[^*]+|\*(?!\*)")


def _is_regular(role: AnswerRole) -> bool:
    return role is AnswerRole.REGULAR


def _verbatim(text: SourceText) -> SourceText:
    """A text of the survey within a text of the story, where braces and ** would be markup: brackets and one star."""
    bracketed = SourceText(text.text.translate(_BRACKETS), text.starts)
    return SourceText.joined(bracketed.part(*kept.span()) for kept in _BUT_FURTHER_STARS.finditer(bracketed.text))


def _as_source(phrase: Prose) -> SourceText:
    """Words of the survey and of the program as a text of the story."""
    runs = (_verbatim(run.source) if isinstance(run, Words) else SourceText(run.text) for run in phrase.runs)
    return SourceText.joined(runs)


def _filled(template: str, **parts: SourceText) -> SourceText:
    """Fixed words of the language with their `{...}` filled in, each part with its places."""
    found = [
        part
        for words, name, _, _ in Formatter().parse(template)
        for part in (SourceText(words), *([parts[name]] if name else []))
    ]
    return SourceText.joined(found)


def _figure(name: str) -> SourceText:
    return SourceText(f"{{{{ {name} }}}}")


def _label(name: str) -> SourceText:
    return SourceText(f"{{{{ {name} | label }}}}")


def _of_100(name: str) -> SourceText:
    return SourceText(f"{{{{ {name} | of_100 }}}}")
