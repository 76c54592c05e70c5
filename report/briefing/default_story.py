"""The story of a survey that has no briefing: one finding a question, its headline the leading answer.

It is made of the same texts, figures and claims as an author's, only that nothing of them but the words of the survey
has a place in a file. Numbers are named, never written; what a tie or an unpublished answer forbids to say is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from report.briefing.faults import StoryFault
from report.briefing.filters import NAMING
from report.briefing.fragments import as_source, figure, filled, of_100, verbatim
from report.briefing.model.prose import name_of
from report.briefing.model.units import behind_number, behind_share
from report.briefing.naming import Naming
from report.briefing.story import Claim, CoverStory, ExhibitStory, FindingStory, MessageStory, Story
from report.briefing.subjects import Subject, subject_of
from report.diagnostics import Diagnostic, SourceError, SourceText
from report.kinds import COLUMNS
from report.language.model import Language
from report.language.registry import load
from report.survey.model import Question, QuestionType, Survey, Translated
from report.tables.model import Cell, Table, Tables

HEADLINE_ROOM, MESSAGE_ROOM, CAPTION_ROOM = 95, 95, 62
"""The characters that find room in these places of slide and page, whatever letters they are."""

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
        title=Claim(teller.text(lambda language: verbatim(survey.title.source(language.code)))),
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
    def has_more(self) -> bool:
        """Whether more answers were published than a text lists."""
        return len(self.ranked) > MOST_LISTED

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

    @property
    def naming(self) -> Naming:
        """What it calls figures."""
        return Naming(self.survey)

    def text(self, word: Callable[[Language], SourceText]) -> Translated:
        """A text worded in every language."""
        return Translated({language.code: word(language) for language in self.languages})

    def cover(self, tellings: Sequence[_Telling]) -> CoverStory:
        """The first figure whose caption finds room, of questions put to all if there is one, else of those to some."""
        cells = self._of_cover(sorted(tellings, key=lambda telling: telling.has_own_base))
        leading = [telling.subject.cells for telling in tellings if telling.subject and telling.subject.holds]
        captions = [self._caption(each, is_leading=each in leading) for each in cells]
        fitting = (number for number, caption in enumerate(captions) if self._fits(caption))
        chosen = next(fitting, 0)
        subtitle = self.text(lambda language: verbatim(self.survey.population.source(language.code)))
        return CoverStory(SourceText(name_of(cells[chosen][0].id, self.survey)), captions[chosen], subtitle)

    def _of_cover(self, tellings: Sequence[_Telling]) -> list[tuple[Cell, ...]]:
        """What leads each question that has it, then figures that tie with no other; without any, one of earlier."""
        subjects = [telling.subject.cells for telling in tellings if telling.subject]
        untied = [(telling.untied,) for telling in tellings if telling.untied]
        return [*subjects, *untied] or [(self._earlier_figure(),)]

    def _caption(self, cells: Sequence[Cell], *, is_leading: bool) -> Translated:
        """What stands below the field of dots of one figure, or of several equal ones."""
        name, question = name_of(cells[0].id, self.survey), self.survey.question(cells[0].id.question)

        def caption(language: Language) -> SourceText:
            words, unit, share = language.words, self.survey.unit_of(question), of_100(name)
            names = [*self.naming.names(cells, language, is_leading=is_leading)]
            if unit:
                said = as_source(behind_number(unit, language))
                captions = [filled(words.default_caption, of_100=share, unit=said, answer=each) for each in names]
            else:
                base, of_base = question.base or self.survey.population, words.default_caption_of_base
                said = verbatim(base.source(language.code))
                captions = [filled(of_base, of_100=share, base=said, answer=each) for each in names]
                captions += [filled(words.default_caption_of_some, of_100=share, answer=each) for each in names]
            return self.naming.first_fitting(captions, CAPTION_ROOM, language)

        return self.text(caption)

    def _fits(self, caption: Translated) -> bool:
        texts = ((language, caption.text(language.code)) for language in self.languages)
        return all(self.naming.length(text, language) <= CAPTION_ROOM for language, text in texts)

    def message(self, telling: _Telling, subject: Subject) -> MessageStory:
        """The largest answer, the sentence naming what it is a share of; all of those that share the first place."""
        name = name_of(subject.cells[0].id, self.survey)

        def sentence(language: Language) -> SourceText:
            words, unit = language.words, self.survey.unit_of(telling.question)
            names = self.naming.names(subject.cells, language, is_leading=subject.holds is not None)
            if unit is None:
                sentences = [filled(words.default_message_of_base, answer=name) for name in names]
            else:
                said = as_source(behind_share(unit, language))
                sentences = [filled(words.default_message, of_unit=said, answer=name) for name in names]
            return self.naming.first_fitting(sentences, MESSAGE_ROOM, language)

        holds = SourceText(subject.holds) if subject.holds else None
        return MessageStory(telling.id, SourceText(name), Claim(self.text(sentence), holds))

    def finding(self, telling: _Telling) -> FindingStory:
        """A question: headline, exhibit, and its largest answers as text."""
        return FindingStory(
            id=telling.id,
            question=telling.id,
            headline=self._headline(telling),
            exhibit=_exhibit(telling),
            text=self.text(lambda language: self.naming.listed(telling.listed, language, goes_on=telling.has_more)),
            location=telling.question.location,
        )

    def _headline(self, telling: _Telling) -> Claim:
        subject, holds = telling.subject, telling.subject.holds if telling.subject else None

        def headline(language: Language) -> SourceText:
            code, question = language.code, telling.question
            neutral = [verbatim(text.source(code)) for text in (question.label, question.topic)]
            is_ahead = subject is not None and len(subject.cells) < len(telling.ranked)
            leading = self._headlines(question, subject.cells, language) if subject and holds and is_ahead else ()
            return self.naming.first_fitting([*leading, *neutral], HEADLINE_ROOM, language)

        return Claim(self.text(headline), SourceText(holds) if holds else None)

    def _headlines(self, question: Question, leading: Sequence[Cell], language: Language) -> Iterator[SourceText]:
        """What leads, in shorter and shorter words."""
        for naming in NAMING:
            if question.type is QuestionType.MULTIPLE:
                yield filled(language.words.most_named, answers=self.naming.listed(leading, language, naming))
            elif len(leading) > 1:
                yield self.naming.listed(leading, language, naming)
            else:
                name, share = self.naming.named(leading, language, naming), figure(name_of(leading[0].id, self.survey))
                yield filled(language.words.leading_answer, answer=name, figure=share)

    def _earlier_figure(self) -> Cell:
        order = [wave.id for wave in self.survey.waves]
        cells = [cell for table in self.tables.by_question.values() for cell in table.cells.values()]
        published = [cell for cell in cells if cell.share is not None and cell.id.column.is_total]
        if not published:
            message = "the survey publishes no figure, so there is nothing to tell"
            raise SourceError([Diagnostic(StoryFault.NO_FIGURES, message, self.survey.location)])
        return max(published, key=lambda cell: order.index(cell.id.wave))


def _exhibit(telling: _Telling) -> ExhibitStory:
    """The usual one of the question; a net that is spoken of is marked, so that it is shown.

    Of one answer alone that earlier waves have too, its waves.
    """
    place, table = telling.question.location, telling.table
    if len(telling.ranked) == 1:
        answer = telling.ranked[0].id.answer
        waves = [column for column in table.waves.columns if table.cell(answer, column.id).share is not None]
        if len(waves) > 1:
            return ExhibitStory(kind=SourceText(COLUMNS.word), answers=(SourceText(answer),), location=place)
    spoken = [cell.id.answer for cell in telling.subject.cells] if telling.subject else []
    nets = tuple(SourceText(net.id) for net in telling.question.nets if net.id in spoken)
    return ExhibitStory(emphasize=nets, location=place)
