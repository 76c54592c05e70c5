"""The story of a survey that has no briefing: its strongest findings, told by rule.

It is made of the same texts, figures and claims as an author's, only that nothing of them but the words of the survey
has a place in a file. Numbers are named, never written; what a tie or an unpublished answer forbids to say is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from report.briefing.by_rule.annotations import Remark, remarks_of
from report.briefing.by_rule.breaks import reasons_of_breaks
from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Draft, Headline, Phrases
from report.briefing.by_rule.drafts import chosen
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.speaking import figures_compared, lead
from report.briefing.by_rule.statements import compared, listed, with_statement
from report.briefing.by_rule.waves import remark_on
from report.briefing.by_rule.wording import CUT, NAMINGS, Parts
from report.briefing.exhibit_titles import TITLE_ROOM
from report.briefing.expression import LONGEST
from report.briefing.faults import StoryFault
from report.briefing.fragments import as_source, begun, figure, filled, of_100, verbatim
from report.briefing.model.prose import name_of
from report.briefing.model.terms import common_topic, is_asked
from report.briefing.model.units import behind_number, behind_share
from report.briefing.naming import Naming
from report.briefing.story import AnnotationStory, Claim, CoverStory, ExhibitStory, FindingStory, MessageStory, Story
from report.briefing.subjects import Subject
from report.diagnostics import Diagnostic, SourceError, SourceText
from report.frozen import frozen
from report.kinds import COLUMNS
from report.language.embedding import asked, unended, within_quotes
from report.language.model import Language
from report.language.registry import load
from report.survey.model import PROMOTERS, Net, Question, Statistic, Survey, Translated, Wording
from report.tables.model import Cell, Tables

HEADLINE_ROOM, MESSAGE_ROOM, CAPTION_ROOM = 110, 95, 62
"""The characters that find room in these places of slide and page."""

MOST_MESSAGES = 4


def default_story(survey: Survey, tables: Tables, name: str, languages: Sequence[str] | None = None) -> Story:
    """The story of a survey in its languages (default: those of its title); `name` is that of its folder.

    Raises SourceError for a survey of which no figure at all was published: there is nothing to tell.
    """
    chance = Chance.of(survey, tables)
    teller = _Teller(survey, tables, tuple(load(code) for code in languages or survey.title.by_language), chance)
    drafts = chosen(chance, tables)
    return Story(
        name=name,
        survey=survey,
        languages=tuple(language.code for language in teller.languages),
        is_final=True,
        is_by_rule=True,
        is_generated=True,
        title=Claim(teller.text(lambda language: verbatim(survey.title.source(language.code)))),
        cover=teller.cover(drafts),
        messages=teller.messages(drafts),
        findings=tuple(teller.finding(draft) for draft in drafts),
    )


class Beside(Enum):
    """What a cover names beside an answer, as far as there is room.

    What the answers are about, wherever they do not name it themselves; the question alone, of those that say nothing
    without it; or nothing.
    """

    TOPIC = "topic"
    QUESTION = "question"
    NOTHING = "nothing"
    UNNAMED = "unnamed"
    """Not even the answer: the last way, where no figure has one that finds room."""


@frozen
class _Teller:
    """Words the parts of the story in all its languages."""

    survey: Survey
    tables: Tables
    languages: tuple[Language, ...]
    chance: Chance

    @property
    def naming(self) -> Naming:
        """What it calls figures."""
        return Naming(self.survey)

    def text(self, word: Callable[[Language], SourceText]) -> Translated:
        """A text worded in every language."""
        return Translated({language.code: word(language) for language in self.languages})

    # ----------------------------------------------------------------------------------------------------------- cover

    def cover(self, drafts: Sequence[Draft]) -> CoverStory:
        """The first figure whose caption finds room, of questions put to all if there is one, else of those to some.

        Answers that tie and have no room are said to lead, where they do; else any one figure is shown.
        """
        cells = self._of_cover(sorted(drafts, key=lambda draft: draft.question.base is not None))
        subjects = [draft.subject for draft in drafts if draft.subject]
        leading = {subject.cells: subject.holds for subject in subjects if subject.holds}
        leading |= {level: self._are_first(level) for draft in drafts if (level := _ranking(draft).level)}
        leading = {cells: holds for cells, holds in leading.items() if len(holds) <= LONGEST}
        named = [beside for beside in Beside if beside is not Beside.UNNAMED]
        ways: list[tuple[tuple[Cell, ...], Beside]] = [(each, beside) for beside in named for each in cells]
        ways += [] if cells[0] in leading else [((self._figure_elsewhere(drafts),), beside) for beside in named]
        ways.append((cells[0], Beside.UNNAMED))
        captions = [self._caption(each, beside, is_leading=each in leading) for each, beside in ways]
        fitting = [number for number, caption in enumerate(captions) if self._fits(caption, CAPTION_ROOM)]
        chosen_one = min(fitting, key=lambda each: self._is_hard_to_read(captions[each], *ways[each]), default=-1)
        subtitle = self.text(lambda language: begun(verbatim(self.survey.population.source(language.code))))
        shown = ways[chosen_one][0]
        caption = Claim(captions[chosen_one], SourceText(leading[shown]) if shown in leading else None)
        return CoverStory(SourceText(name_of(shown[0].id, self.survey)), caption, subtitle)

    def _are_first(self, cells: Sequence[Cell]) -> str:
        """The claim that cells share the first place."""
        return " and ".join(f"rank({name_of(cell.id, self.survey)}) == 1" for cell in cells)

    def _of_cover(self, drafts: Sequence[Draft]) -> list[tuple[Cell, ...]]:
        """What leads each question that has it, then figures that tie with no other, then what many share the place of.

        Where all answers are equal nothing leads; that they are stands last. Without any, a figure of a group or of
        earlier.
        """
        rankings = [_ranking(draft) for draft in drafts]
        subjects = [draft.subject.cells for draft in drafts if draft.subject]
        untied = [(ranking.untied,) for ranking in rankings if ranking.untied]
        level = [ranking.level for ranking in rankings if ranking.level]
        found = [*subjects, *untied, *level]
        found = sorted(found, key=lambda cells: any(self._says_little(cells[0], each) for each in self.languages))
        return sorted(found, key=self._are_all) or [(self._figure_elsewhere(drafts),)]

    def _says_little(self, cell: Cell, language: Language) -> bool:
        """Whether a figure on its own tells nothing: a yes, a number or a step of a scale, which its net would tell."""
        parts, question = Parts(self.survey, language), self._question_of((cell,))
        is_step = question.type.is_ordered and not isinstance(question.answer_or_net(cell.id.answer), Net)
        return is_step or parts.is_yes_or_no(cell) or parts.is_number(cell)

    def _is_hard_to_read(self, caption: Translated, cells: Sequence[Cell], beside: Beside) -> tuple[bool, bool]:
        """Whether a caption says nothing by itself, whether it breaks off: the first that does neither is the best."""
        is_alone = beside in (Beside.NOTHING, Beside.UNNAMED)
        says_little = is_alone and any(self._says_little(cells[0], language) for language in self.languages)
        worded = (self.naming.shown(caption.text(each.code), each) for each in self.languages)
        return says_little, any(CUT in text for text in worded)

    def _are_all(self, cells: Sequence[Cell]) -> bool:
        """Whether these equal cells are those of all answers that were asked, of which there are several."""
        asked = {answer.id for answer in self._question_of(cells).answers if answer.is_asked}
        return len(asked) > 1 and asked <= {cell.id.answer for cell in cells}

    def _caption(self, cells: Sequence[Cell], beside: Beside, *, is_leading: bool) -> Translated:
        """What stands below the field of dots of one figure, or of several equal ones.

        A whole share is so many out of a hundred, one with decimals a percentage.
        """
        name, question = name_of(cells[0].id, self.survey), self.survey.question(cells[0].id.question)
        is_whole, is_one = question.decimals == 0, len(cells) == 1

        def caption(language: Language) -> SourceText:
            words, share = language.words, (of_100 if is_whole else figure)(name)
            group = self._group(cells[0], language)
            unit = None if group else self.survey.unit_of(question)
            are_all, parts = self._are_all(cells), Parts(self.survey, language)
            names = self._names(cells, language, is_leading=is_leading and not are_all, is_alone=True)
            if are_all:
                topic = verbatim(within_quotes(question.topic.source(language.code), language))
                names.append(filled(words.every_answer, topic=topic))
            elif beside is Beside.UNNAMED:
                untold = (words.untold_answer, words.untold_answers), (words.untold_leader, words.untold_leaders)
                names = [SourceText(untold[is_leading][not is_one])]
            elif beside is Beside.NOTHING:
                names = [*self.naming.names(cells, language, is_leading=is_leading and not is_one)]
            elif beside is Beside.TOPIC and any(map(parts.needs_topic, cells)):
                of_answers = [self.naming.named(cells, language, naming) for naming in NAMINGS]
                names = [*with_statement(of_answers, question, parts)]
            pattern = words.default_caption if is_one else words.default_caption_of_several
            if unit:
                said = as_source((behind_number if is_whole else behind_share)(unit, language))
                captions = [filled(pattern, share=share, unit=said, answer=each) for each in names]
            else:
                of_base = words.default_caption_of_base if is_one else words.default_caption_of_base_of_several
                base = group or verbatim((question.base or self.survey.population).source(language.code))
                captions = [filled(of_base, share=share, base=base, answer=each) for each in names]
            of_some = (words.some_behind_share, words.some_behind_number)
            of_all = (words.all_behind_share, words.all_behind_number)
            asked = SourceText(words.untold_group if group else (of_some if question.base else of_all)[is_whole])
            captions += [filled(pattern, share=share, unit=asked, answer=each) for each in names]
            is_short = beside is Beside.NOTHING or self._says_little(cells[0], language)
            if is_short and is_one and not group:  # the line below says who was asked
                captions += [filled(words.default_caption_in_short, share=share, answer=each) for each in names]
            return self.naming.first_fitting(captions, CAPTION_ROOM, language)

        return self.text(caption)

    def _names(
        self, cells: Sequence[Cell], language: Language, *, is_leading: bool, is_alone: bool = False
    ) -> list[SourceText]:
        """What cells are called in shorter and shorter words, marked; with its question what does not speak for itself.

        is_alone: no topic stands above them, so that all are named with their question or topic where there is room;
        else a topic would stand there twice.
        """
        names, question = [*self.naming.names(cells, language, is_leading=is_leading)], self._question_of(cells)
        parts, mark = Parts(self.survey, language), SourceText("" if is_alone else "**")
        needs_question = question.scale is not None or any(map(parts.is_bare, cells))
        of_answers = [self.naming.named(cells, language, naming) for naming in NAMINGS]
        is_enough = not (needs_question and is_alone)
        others = [name for name in names if is_enough or name.text not in [each.text for each in of_answers]]
        marked = [SourceText.joined([mark, name, mark]) for name in others or of_answers]
        named = [SourceText.joined([mark, name, mark]) for name in of_answers]
        with_question = list(with_statement(named, question, parts, is_below_topic=not is_alone))
        if is_alone and any(self._says_little(cell, language) for cell in cells):
            return with_question or marked
        if any(map(parts.is_yes_or_no, cells)) and not is_alone:
            return with_question or marked  # without one, the topic above is all of the question
        if not needs_question and not is_alone:
            is_question = is_asked(question.label.text(language.code))
            return [*(with_question[: len(named)] if is_question else []), *marked]
        return [*with_question, *marked]

    def _question_of(self, cells: Sequence[Cell]) -> Question:
        return self.survey.question(cells[0].id.question)

    def _fits(self, worded: Translated, room: int) -> bool:
        texts = ((language, worded.text(language.code)) for language in self.languages)
        return all(self.naming.length(text, language) <= room for language, text in texts)

    def _figure_elsewhere(self, drafts: Sequence[Draft]) -> Cell:
        """Where nothing was published of all in the current wave: what a finding says of a group, else any figure."""
        of_groups = [cell for draft in drafts if draft.exhibit.by for cell in _cells_said(draft)]
        order = [wave.id for wave in self.survey.waves]
        cells = [cell for table in self.tables.by_question.values() for cell in table.cells.values()]
        published = [cell for cell in cells if cell.share is not None]
        if not published:
            message = "the survey publishes no figure, so there is nothing to tell"
            raise SourceError([Diagnostic(StoryFault.NO_FIGURES, message, self.survey.location)])
        latest = max(published, key=lambda cell: (order.index(cell.id.wave), cell.id.column.is_total))
        return of_groups[0] if of_groups else latest

    def _group(self, cell: Cell, language: Language) -> SourceText | None:
        """The group whose figure it is, and who was asked of it."""
        base, table = self._question_of((cell,)).base, self.tables.table(cell.id.question)
        if cell.id.column.segment is None:
            return None
        group = Parts(self.survey, language).column(cell.id.column, table)
        return SourceText.joined([verbatim(base.source(language.code)), SourceText(", "), group]) if base else group

    # -------------------------------------------------------------------------------------------------------- messages

    def messages(self, drafts: Sequence[Draft]) -> tuple[MessageStory, ...]:
        """What leads the strongest findings, each figure once, then what else a headline gives of a battery.

        One of several findings alone is no survey at a glance.
        """
        leading = [(draft, draft.subject) for draft in drafts if draft.subject]
        beside = [(draft, Subject((cell,))) for draft in drafts if draft.questions for cell in _figures_of_all(draft)]
        found: dict[SourceText, MessageStory] = {}
        for draft, subject in (*leading, *beside):
            if message := self._message(draft, subject):
                found.setdefault(message.figure, message)
        return tuple(found.values())[:MOST_MESSAGES] if len(found) > 1 or len(drafts) == 1 else ()

    def _message(self, draft: Draft, subject: Subject) -> MessageStory | None:
        """The largest answer, the sentence naming what it is a share of; all of those that share the first place.

        None of a yes or no whose question has no room beside it.
        """
        name = name_of(subject.cells[0].id, self.survey)
        question, is_one = self.survey.question(subject.cells[0].id.question), len(subject.cells) == 1

        def sentence(language: Language) -> SourceText:
            words, unit = language.words, self.survey.unit_of(question)
            names = self._names(subject.cells, language, is_leading=subject.holds is not None)
            if unit is None:
                pattern = words.default_message_of_base if is_one else words.default_message_of_base_of_several
                sentences = [filled(pattern, answer=name) for name in names]
            else:
                pattern = words.default_message if is_one else words.default_message_of_several
                said = as_source(behind_share(unit, language, goes_on=not is_one))
                sentences = [filled(pattern, of_unit=said, answer=name) for name in names]
            return self.naming.first_fitting(sentences, MESSAGE_ROOM, language)

        text, holds = self.text(sentence), SourceText(subject.holds) if subject.holds else None
        are_yes_or_no = any(Parts(self.survey, each).is_yes_or_no(subject.cells[0]) for each in self.languages)
        if are_yes_or_no and not self._fits(text, MESSAGE_ROOM):
            return None
        return MessageStory(SourceText(draft.id), SourceText(name), Claim(text, holds))

    # -------------------------------------------------------------------------------------------------------- findings

    def finding(self, draft: Draft) -> FindingStory:
        """A finding: headline, exhibit, its largest answers as text, and what a speaker says."""
        said, claim = self._headline(draft)
        return FindingStory(
            id=SourceText(draft.id),
            question=SourceText(draft.question.id),
            headline=claim,
            exhibit=self._exhibit(draft, said),
            annotations=self._annotations(draft, said.cells if said else ()),
            text=self.text(lambda language: self._text(draft, language)),
            notes=self.text(lambda language: self._notes(draft, language)),
            across_break=draft.across_break,
            location=draft.question.location,
        )

    def _exhibit(self, draft: Draft, said: Headline | None) -> ExhibitStory:
        """What it shows; nothing stands out of which its headline has no room to speak."""
        answers = {cell.id.answer for cell in (said.cells if said else ())}
        if said and said.stand_out and not draft.exhibit.kind:
            draft = replace(draft, exhibit=replace(draft.exhibit, emphasize=_marks(said.stand_out)))
        answers |= {PROMOTERS} if Statistic.NPS.value in answers else set()
        marks = (draft.exhibit.emphasize, draft.exhibit.contrast)
        kept = [tuple(mark for mark in each if mark.text.partition(".")[0] in answers) for each in marks]
        proof, contrast = kept if kept[0] else kept[::-1]
        return replace(draft.exhibit, emphasize=proof, contrast=contrast, title=self._title(draft))

    def _headline(self, draft: Draft) -> tuple[Headline | None, Claim]:
        """The first of its headlines that has room in every language, worded; without one the question.

        A topic that breaks off stands there only where the whole question leaves no headline.
        """
        ways = [(headline, headline.phrases) for headline in draft.headlines]
        ways += [(headline, self._broken_off(headline.phrases, draft.question)) for headline in draft.headlines]
        for headline, phrases in ways:
            if text := self._fitting(phrases, HEADLINE_ROOM):
                return headline, Claim(text, SourceText(headline.holds) if headline.holds else None)
        return None, Claim(self.text(lambda language: self._neutral(draft, language)))

    def _broken_off(self, phrases: Phrases, question: Question) -> Phrases:
        """The phrases with the topic of a question for what is said in its place because it breaks off."""

        def broken_off(language: Language) -> Iterator[SourceText]:
            whole = Parts(self.survey, language).topic(question).text
            topic = verbatim(question.topic.source(language.code))
            for phrase in phrases(language):
                start = phrase.text.find(whole)
                if start >= 0 and topic.text.endswith(CUT):
                    ends = phrase.part(0, start), phrase.part(start + len(whole), len(phrase.text))
                    yield SourceText.joined([ends[0], topic, ends[1]])

        return broken_off

    def _fitting(self, phrases: Phrases, room: int) -> Translated | None:
        """In every language the first phrase that has room; None where in one of them none has."""
        texts = {}
        for language in self.languages:
            lengths = ((each, self.naming.length(each.text, language)) for each in phrases(language))
            text = next((each for each, length in lengths if length <= room), None)
            if text is None:
                return None
            texts[language.code] = text
        return Translated(texts)

    def _annotations(self, draft: Draft, said: Sequence[Cell]) -> tuple[AnnotationStory, ...]:
        """What its bars or columns show besides."""
        found = list[AnnotationStory]()
        for remark in self._remarks(draft, said):
            if len(remark.holds) <= LONGEST:
                at = tuple(map(SourceText, remark.at))
                texts = self.text(remark.lead), self.text(remark.text)
                found.append(AnnotationStory(at, *texts, SourceText(remark.holds)))
        return tuple(found)

    def _remarks(self, draft: Draft, said: Sequence[Cell]) -> tuple[Remark, ...]:
        if draft.exhibit == ExhibitStory():
            return remarks_of(Ranking.of(draft.question, draft.table), said, self.chance)
        if draft.exhibit.kind and draft.exhibit.kind.text == COLUMNS.word and said and not draft.across_break:
            now, first = said
            remark = remark_on(now, first, draft.table, self.chance)
            return (remark,) if remark else ()
        return ()

    def _neutral(self, draft: Draft, language: Language) -> SourceText:
        """The question; of several what they are about, else that they are compared."""
        question, questions = draft.question, self._compared(draft)
        if questions:
            topics = compared(questions, Parts(self.survey, language), HEADLINE_ROOM)
            return topics or as_source(common_topic(questions, language))
        label, topic = (text.source(language.code) for text in (question.label, question.topic))
        texts = [verbatim(text) for text in (asked(label) or label, topic)]
        return self.naming.first_fitting(texts, HEADLINE_ROOM, language)

    def _compared(self, draft: Draft) -> list[Question]:
        return [self.survey.question(name) for name in draft.questions]

    def _title(self, draft: Draft) -> Translated | None:
        """That of one answer over the waves, which says of which."""
        answers = draft.exhibit.answers if draft.is_over_time else ()
        if len(answers) != 1:
            return None

        cell = draft.headlines[0].cells[0]

        def title(language: Language) -> SourceText:
            return self.naming.first_fitting([*self._titles(cell, draft.question, language)], TITLE_ROOM, language)

        return self.text(title)

    def _titles(self, cell: Cell, question: Question, language: Language) -> Iterator[SourceText]:
        """In shorter and shorter words; nobody gave a net as an answer."""
        parts, words, unit = Parts(self.survey, language), language.words, self.survey.unit_of(question)
        of_unit = {"of_unit": as_source(behind_share(unit, language, goes_on=True))} if unit else {}
        if isinstance(question.answer_or_net(cell.id.answer), Net):
            share = filled(words.share_of if unit else words.share, **of_unit)
            for naming in NAMINGS:
                yield SourceText.joined([share, SourceText(": "), parts.net(cell, naming)])
            return
        if unit:
            yield filled(words.with_answer, answer=parts.in_quotes(cell), **of_unit)
        for naming in NAMINGS:
            yield filled(words.share_with_answer, answer=parts.in_quotes(cell, naming))

    def _text(self, draft: Draft, language: Language) -> SourceText:
        """The paragraph of the summary: what its exhibit does not say itself, else the figures once more."""
        parts = Parts(self.survey, language)
        figures = (
            figures_compared(draft, parts, self.chance)
            or lead(draft, parts, self.chance)
            or self._figures(draft, language)
        )
        if not figures.text:
            return SourceText(language.headlines.nothing_published)
        return SourceText.joined([figures, SourceText(".")])

    def _figures(self, draft: Draft, language: Language) -> SourceText:
        """What it compares, in figures, else its largest answers."""
        if compared_figures := figures_compared(draft, Parts(self.survey, language), self.chance):
            return compared_figures
        if draft.questions and draft.listed:
            return listed(draft.listed, Parts(self.survey, language), goes_on=draft.has_more)
        return self.naming.listed(draft.listed, language, goes_on=draft.has_more)

    def _notes(self, draft: Draft, language: Language) -> SourceText:
        """How to begin, which figures to name, and what must not go unsaid."""
        patterns = language.headlines
        label = verbatim(draft.question.label.source(language.code))
        is_question = is_asked(label.text) or draft.question.wording_in(language.code) is Wording.EXACT
        opening = patterns.speak_question if is_question else patterns.speak_topic
        said = [filled(opening, label=label if is_question else unended(label, language))]
        if draft.questions:
            said = [filled(patterns.speak_compared, topics=self._neutral(draft, language))]
        is_compared = draft.is_over_time or draft.exhibit.by  # then it gives what the slide shows, nothing else
        if figures_compared(draft, Parts(self.survey, language), self.chance) or (draft.listed and not is_compared):
            said.append(filled(patterns.speak_figures, figures=self._figures(draft, language)))
        if draft.across_break:
            said.append(filled(patterns.speak_break, reasons=reasons_of_breaks(draft, language)))
        between = SourceText("\n\n")
        return SourceText.joined([part for each in said for part in (between, each)][1:])


def _marks(cells: Sequence[Cell]) -> tuple[SourceText, ...]:
    return tuple(SourceText(cell.id.answer) for cell in cells)


def _ranking(draft: Draft) -> Ranking:
    return Ranking.of(draft.question, draft.table)


def _figures_of_all(draft: Draft) -> list[Cell]:
    """The shares of all respondents that the first headline of a finding gives."""
    return [cell for cell in _cells_said(draft) if cell.id.column == draft.table.total]


def _cells_said(draft: Draft) -> list[Cell]:
    """The published ones that the first headline of a finding speaks of."""
    return [cell for cell in (draft.headlines[0].cells if draft.headlines else ()) if cell.share is not None]
