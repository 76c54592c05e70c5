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
from report.briefing.model.prose import name_of
from report.briefing.model.terms import says_net
from report.briefing.story import Claim, CoverStory, ExhibitStory, FindingStory, MessageStory, Story
from report.briefing.subjects import Subject, subject_of
from report.diagnostics import Diagnostic, SourceError, SourceText
from report.kinds import BARS
from report.language.lists import join
from report.language.model import Language
from report.language.registry import load
from report.survey.model import Answer, Question, QuestionType, Survey, Translated
from report.tables.model import Cell, Table, Tables

MOST_MESSAGES = 4
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
        messages=tuple(teller.message(telling, telling.subject) for telling in tellings if telling.subject is not None)[
            :MOST_MESSAGES
        ],
        findings=tuple(teller.finding(telling) for telling in tellings),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """A question and its published answers of the current wave by share, equal ones in file order."""

    question: Question
    table: Table
    ranked: tuple[Cell, ...]
    subject: Subject | None

    @classmethod
    def of(cls, question: Question, table: Table) -> _Telling:
        """What the table of a question gives to tell."""
        cells = [table.cell(answer.id, table.total) for answer in question.answers]
        published = [(cell.share, cell) for cell in cells if cell.share is not None]
        ranked = sorted(published, key=itemgetter(0), reverse=True)
        return cls(question, table, tuple(cell for _, cell in ranked), subject_of(question, table))

    @property
    def id(self) -> SourceText:
        """The id of the question, and of its finding."""
        return SourceText(self.question.id)

    @property
    def has_own_base(self) -> bool:
        """Whether it was put to some of the respondents only."""
        return self.question.base is not None

    @property
    def listed(self) -> tuple[Cell, ...]:
        """The largest answers, as a text lists them: in their own order, or by share; what is no step comes last."""
        steps = {answer.id for answer in self.question.answers if answer.role.is_step}
        largest = sorted(self.ranked, key=lambda cell: cell.id.answer not in steps)[:MOST_LISTED]
        if not self.question.keeps_order:
            return tuple(largest)
        return tuple(cell for answer in self.question.answers for cell in largest if cell.id.answer == answer.id)

    @property
    def untied(self) -> Cell | None:
        """The largest answer that has its share alone: what a big figure may show where nothing leads."""
        return next((cell for cell in self.ranked if [each.share for each in self.ranked].count(cell.share) == 1), None)


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
        """The leading answer of the first question that has one and was put to all, else to some; without any, that of
        an earlier wave.
        """
        cells = self._of_cover(sorted(tellings, key=lambda telling: telling.has_own_base))
        figure, question = name_of(cells[0].id, self.survey), self.survey.question(cells[0].id.question)

        def caption(language: Language) -> SourceText:
            words, unit = language.words, self.survey.unit_of(question)
            of_100, answer = _of_100(figure), self._named(cells, language)
            if unit:
                unit_text = _verbatim(unit.source(language.code))
                return _filled(words.default_caption, of_100=of_100, unit=unit_text, answer=answer)
            base = _verbatim((question.base or self.survey.population).source(language.code))
            return _filled(words.default_caption_of_base, of_100=of_100, base=base, answer=answer)

        subtitle = self.text(lambda language: _verbatim(self.survey.population.source(language.code)))
        return CoverStory(SourceText(figure), self.text(caption), subtitle)

    def _of_cover(self, tellings: Sequence[_Telling]) -> tuple[Cell, ...]:
        """What leads the first question that has it, else a figure that ties with no other, else one of earlier."""
        subjects = [telling.subject.cells for telling in tellings if telling.subject]
        untied = [(telling.untied,) for telling in tellings if telling.untied]
        return next(iter([*subjects, *untied]), None) or (self._earlier_figure(),)

    def message(self, telling: _Telling, subject: Subject) -> MessageStory:
        """The largest answer, the sentence naming what it is a share of; all of those that share the first place."""
        figure = name_of(subject.cells[0].id, self.survey)

        def sentence(language: Language) -> SourceText:
            words, unit = language.words, self.survey.unit_of(telling.question)
            if unit is None:
                return _filled(words.default_message_of_base, answer=self._named(subject.cells, language))
            answer = self._named(subject.cells, language)
            return _filled(words.default_message, unit=_verbatim(unit.source(language.code)), answer=answer)

        holds = SourceText(subject.holds) if subject.holds else None
        return MessageStory(telling.id, SourceText(figure), Claim(self.text(sentence), holds))

    def finding(self, telling: _Telling) -> FindingStory:
        """A question: headline, exhibit, and its largest answers as text."""
        return FindingStory(
            id=telling.id,
            question=telling.id,
            headline=self._headline(telling),
            exhibit=_exhibit(telling),
            text=self.text(lambda language: self._listed(telling.listed, language)),
            location=telling.question.location,
        )

    def _headline(self, telling: _Telling) -> Claim:
        subject = telling.subject
        if subject is None or subject.holds is None:
            return Claim(self.text(lambda language: _verbatim(telling.question.label.source(language.code))))
        leading, is_multiple = subject.cells, telling.question.type is QuestionType.MULTIPLE

        def headline(language: Language) -> SourceText:
            if is_multiple:
                return _filled(language.words.most_named, answers=self._listed(leading, language))
            if len(leading) > 1:
                return self._listed(leading, language)
            figure = _figure(name_of(leading[0].id, self.survey))
            return _filled(language.words.leading_answer, answer=self._named(leading, language), figure=figure)

        return Claim(self.text(headline), SourceText(subject.holds))

    def _listed(self, cells: Sequence[Cell], language: Language) -> SourceText:
        figures, phrase = [_figure(name_of(cell.id, self.survey)) for cell in cells], language.words.answer_in_list
        answers = [
            _filled(phrase, answer=self._named([cell], language), figure=figure).text
            for cell, figure in zip(cells, figures, strict=True)
        ]
        return SourceText(join(answers, language))

    def _named(self, cells: Sequence[Cell], language: Language) -> SourceText:
        """What the cells are called; several that share the first place are all named."""
        names = [self._label(cell, language) for cell in cells]
        if len(names) == 1:
            return names[0]
        return _filled(language.words.tied_answers, answers=SourceText(join([name.text for name in names], language)))

    def _label(self, cell: Cell, language: Language) -> SourceText:
        """The label of an answer, in quotation marks if it has no letter ("3"); that of a net says that it is one."""
        label = _label(name_of(cell.id, self.survey))
        named = self.survey.question(cell.id.question).answer_or_net(cell.id.answer)
        words = named.label.text(language.code)
        if not any(map(str.isalpha, words)):
            label = SourceText.joined([SourceText(language.quotes[0]), label, SourceText(language.quotes[1])])
        if isinstance(named, Answer) or says_net(words, language):
            return label
        return _filled(language.words.net, label=label)

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


def _exhibit(telling: _Telling) -> ExhibitStory:
    """The usual one of the question; where a net is spoken of, bars that show it before its answers."""
    question, place = telling.question, telling.question.location
    spoken = [cell.id.answer for cell in telling.subject.cells] if telling.subject else []
    nets = [net for net in question.nets if net.id in spoken]
    if not nets:
        return ExhibitStory(location=place)
    rows: list[str] = []
    for answer in (answer.id for answer in question.answers if answer.is_asked):
        rows += [net.id for net in nets if net.id not in rows and answer in net.answers]
        rows.append(answer)
    return ExhibitStory(
        kind=SourceText(BARS.word),
        answers=tuple(map(SourceText, rows)),
        emphasize=tuple(SourceText(net.id) for net in nets),
        location=place,
    )


def _verbatim(text: SourceText) -> SourceText:
    """A text of the survey within a text of the story, where braces and ** would be markup: brackets and one star."""
    bracketed = SourceText(text.text.translate(_BRACKETS), text.starts)
    return SourceText.joined(bracketed.part(*kept.span()) for kept in _BUT_FURTHER_STARS.finditer(bracketed.text))


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
