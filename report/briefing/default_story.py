"""The story of a survey that has no briefing: one finding a question, its headline the leading answer.

It is made of the same texts, figures and claims as an author's, only that nothing of them but the words of the survey
has a place in a file. Numbers are named, never written; what a tie or an unpublished answer forbids to say is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from string import Formatter

from report.briefing.faults import StoryFault
from report.briefing.filters import LABEL, NAMING
from report.briefing.model.prose import Prose, Words, name_of
from report.briefing.model.terms import says_net
from report.briefing.model.units import behind_number, behind_share
from report.briefing.story import Claim, CoverStory, ExhibitStory, FindingStory, MessageStory, Story
from report.briefing.subjects import Subject, subject_of
from report.diagnostics import Diagnostic, SourceError, SourceText
from report.language.lists import join
from report.language.model import Language
from report.language.registry import load
from report.survey.model import Answer, CellId, ColumnId, Question, QuestionType, Survey, Translated
from report.tables.model import Cell, Table, Tables

HEADLINE_ROOM, MESSAGE_ROOM, CAPTION_ROOM = 95, 95, 62
"""The characters that find room in these places of slide and page, whatever letters they are."""

FIGURE_STAND_IN = "100,0 %"
"""As long as a figure may be."""

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
        leading = [telling.subject.cells for telling in tellings if telling.subject and telling.subject.holds]

        def caption(language: Language) -> SourceText:
            words, unit, of_100 = language.words, self.survey.unit_of(question), _of_100(figure)
            names = [*self._names(cells, language, is_leading=cells in leading)]
            if unit:
                said = _as_source(behind_number(unit, language))
                captions = [_filled(words.default_caption, of_100=of_100, unit=said, answer=name) for name in names]
            else:
                base, of_base = question.base or self.survey.population, words.default_caption_of_base
                said = _verbatim(base.source(language.code))
                captions = [_filled(of_base, of_100=of_100, base=said, answer=name) for name in names]
                captions += [_filled(words.default_caption_of_some, of_100=of_100, answer=name) for name in names]
            return self._first_fitting(captions, CAPTION_ROOM, language)

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
            names = self._names(subject.cells, language, is_leading=subject.holds is not None)
            if unit is None:
                sentences = [_filled(words.default_message_of_base, answer=name) for name in names]
            else:
                said = _as_source(behind_share(unit, language))
                sentences = [_filled(words.default_message, of_unit=said, answer=name) for name in names]
            return self._first_fitting(sentences, MESSAGE_ROOM, language)

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
        subject, holds = telling.subject, telling.subject.holds if telling.subject else None

        def headline(language: Language) -> SourceText:
            code, question = language.code, telling.question
            neutral = [_verbatim(text.source(code)) for text in (question.label, question.topic)]
            leading = self._headlines(question, subject.cells, language) if subject and holds else ()
            return self._first_fitting([*leading, *neutral], HEADLINE_ROOM, language)

        return Claim(self.text(headline), SourceText(holds) if holds else None)

    def _headlines(self, question: Question, leading: Sequence[Cell], language: Language) -> Iterator[SourceText]:
        """What leads, in shorter and shorter words."""
        for naming in NAMING:
            if question.type is QuestionType.MULTIPLE:
                yield _filled(language.words.most_named, answers=self._listed(leading, language, naming))
            elif len(leading) > 1:
                yield self._listed(leading, language, naming)
            else:
                name, figure = self._named(leading, language, naming), _figure(name_of(leading[0].id, self.survey))
                yield _filled(language.words.leading_answer, answer=name, figure=figure)

    def _listed(self, cells: Sequence[Cell], language: Language, naming: str = LABEL) -> SourceText:
        figures, phrase = [_figure(name_of(cell.id, self.survey)) for cell in cells], language.words.answer_in_list
        answers = [
            _filled(phrase, answer=self._named([cell], language, naming), figure=figure).text
            for cell, figure in zip(cells, figures, strict=True)
        ]
        return SourceText(join(answers, language))

    def _names(self, cells: Sequence[Cell], language: Language, *, is_leading: bool) -> Iterator[SourceText]:
        """What the cells are called, in shorter and shorter words."""
        yield from (self._named(cells, language, naming) for naming in NAMING)
        question = self.survey.question(cells[0].id.question)
        if is_leading and not {cell.id.answer for cell in cells} & {net.id for net in question.nets}:
            topic, words = _verbatim(question.topic.source(language.code)), language.words
            several = _filled(words.tied_answers, answers=_filled(words.unnamed_answers, topic=topic))
            yield several if len(cells) > 1 else _filled(words.unnamed_answer, topic=topic)

    def _named(self, cells: Sequence[Cell], language: Language, naming: str) -> SourceText:
        """What the cells are called; several that share the first place are all named."""
        names = [self._label(cell, language, naming) for cell in cells]
        if len(names) == 1:
            return names[0]
        return _filled(language.words.tied_answers, answers=SourceText(join([name.text for name in names], language)))

    def _label(self, cell: Cell, language: Language, naming: str) -> SourceText:
        """The label of an answer, in quotation marks if it has no letter ("3"); that of a net says that it is one."""
        label = SourceText(f"{{{{ {name_of(cell.id, self.survey)} | {naming} }}}}")
        question = self.survey.question(cell.id.question)
        named, words = question.answer_or_net(cell.id.answer), NAMING[naming](question, cell.id, language).text
        if not any(map(str.isalpha, words)):
            label = SourceText.joined([SourceText(language.quotes[0]), label, SourceText(language.quotes[1])])
        if isinstance(named, Answer) or says_net(words, language):
            return label
        return _filled(language.words.net, label=label)

    def _first_fitting(self, texts: Sequence[SourceText], room: int, language: Language) -> SourceText:
        """The first text that is no longer than the room in which any words fit, else the shortest."""
        lengths = [self._length(text.text, language) for text in texts]
        fitting = (text for text, length in zip(texts, lengths, strict=True) if length <= room)
        return next(fitting, texts[lengths.index(min(lengths))])

    def _length(self, text: str, language: Language) -> int:
        """How many characters a text has once its figures and labels stand in it."""

        def stand_in(found: re.Match[str]) -> str:
            naming = NAMING.get(found["filter"] or "")
            if naming is None:
                return FIGURE_STAND_IN
            question, answer = found["name"].split(".")[:2]
            cell = CellId(question, answer, ColumnId(self.survey.wave))
            return naming(self.survey.question(question), cell, language).text

        return len(_EXPRESSION.sub(stand_in, text).replace("**", ""))

    def _earlier_figure(self) -> Cell:
        order = [wave.id for wave in self.survey.waves]
        cells = [cell for table in self.tables.by_question.values() for cell in table.cells.values()]
        published = [cell for cell in cells if cell.share is not None and cell.id.column.is_total]
        if not published:
            message = "the survey publishes no figure, so there is nothing to tell"
            raise SourceError([Diagnostic(StoryFault.NO_FIGURES, message, self.survey.location)])
        return max(published, key=lambda cell: order.index(cell.id.wave))


_BRACKETS = str.maketrans("{}", "()")
_EXPRESSION = re.compile(r"\{\{ (?P<name>\S+)(?: \| (?P<filter>\w+))? \}\}")
_BUT_FURTHER_STARS = re.compile(r"[^*]+|\*(?!\*)")


def _exhibit(telling: _Telling) -> ExhibitStory:
    """The usual one of the question; a net that is spoken of is marked, so that it is shown."""
    spoken = [cell.id.answer for cell in telling.subject.cells] if telling.subject else []
    nets = tuple(SourceText(net.id) for net in telling.question.nets if net.id in spoken)
    return ExhibitStory(emphasize=nets, location=telling.question.location)


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


def _of_100(name: str) -> SourceText:
    return SourceText(f"{{{{ {name} | of_100 }}}}")
