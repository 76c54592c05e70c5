"""The parts that sentences of a story without an author are filled with, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.filters import LABEL, NAMING, SHORT
from report.briefing.fragments import as_source, figure, filled, verbatim
from report.briefing.mentions import LEAST_STEM, mentions
from report.briefing.model.prose import name_of
from report.briefing.model.terms import is_asked, says_net
from report.briefing.model.units import behind_share
from report.diagnostics import SourceText
from report.frozen import frozen
from report.language.embedding import (
    asked,
    ends_early,
    ends_in_bracket,
    has_quotes,
    is_divided,
    is_phrase,
    unended,
    within_quotes,
)
from report.language.lists import join
from report.language.model import Language
from report.survey.model import Answer, ColumnId, Net, Question, QuestionType, Survey, UnitForm, Wording
from report.tables.model import Cell, Table

LONGEST_STATEMENT = 60
"""Characters of a statement that stands in a headline where its topic would."""

LONGEST_QUESTION = 70
"""Characters of a question that stands in a headline where its topic breaks off."""

CUT = "…"
"""What a topic ends in that a draft made of the first words of a question."""


@frozen
class Parts:
    """Names and numbers of a survey as parts of a sentence."""

    survey: Survey
    language: Language

    def share(self, cell: Cell) -> SourceText:
        """The number of a cell."""
        return figure(name_of(cell.id, self.survey))

    def change(self, before: Cell, now: Cell) -> SourceText:
        """By how many points a share moved, with its sign."""
        return figure(f"{name_of(now.id, self.survey)} - {name_of(before.id, self.survey)} | signed")

    def difference(self, before: Cell, now: Cell) -> SourceText:
        """By how many points a share is larger, with their unit."""
        return figure(f"{name_of(now.id, self.survey)} - {name_of(before.id, self.survey)}")

    def label(self, cell: Cell, naming: str = LABEL) -> SourceText:
        """The bare label of an answer or net."""
        return SourceText(f"{{{{ {cell.id.question}.{cell.id.answer} | {naming} }}}}")

    def net(self, cell: Cell, naming: str = LABEL) -> SourceText:
        """The label of a net, which says that it is one."""
        text = self._text(cell, naming)
        label = self.label(cell, naming)
        return label if says_net(text, self.language) else filled(self.language.words.net, label=label)

    def answer(self, cell: Cell, naming: str = LABEL) -> SourceText:
        """The label of an answer or net; in quotation marks where the wording is exact.

        And where it has no letter, or ends in a bracket before that of its figure.
        """
        text = self._text(cell, naming)
        if self.is_literal(cell, naming) or not any(map(str.isalpha, text)) or ends_in_bracket(text):
            return self.in_quotes(cell, naming)
        return self.label(cell, naming)

    def is_literal(self, cell: Cell, naming: str = LABEL) -> bool:
        """Whether an answer is named in the words of the questionnaire."""
        question = self.survey.question(cell.id.question)
        named = question.answer_or_net(cell.id.answer)
        is_own = naming == LABEL or named.short is None
        return isinstance(named, Answer) and is_own and question.wording_in(self.language.code) is Wording.EXACT

    def is_shortened(self, cell: Cell, naming: str) -> bool:
        """Whether the answer is called by a short form that is not its label."""
        return self._text(cell, naming) != self._text(cell, LABEL)

    def in_quotes(self, cell: Cell, naming: str = LABEL) -> SourceText:
        """The label of an answer or net in quotation marks, those that it has itself within them."""
        label = NAMING[naming](self.survey.question(cell.id.question), cell.id, self.language)
        if has_quotes(label.text):
            return self.quoted(verbatim(within_quotes(label, self.language)))
        return self.quoted(self.label(cell, naming))

    def subject(self, cell: Cell, naming: str = LABEL) -> SourceText:
        """The answer where it begins a sentence; behind its topic if it begins with a small letter or needs it.

        In brackets where it would seem to go on from the topic: "Use (Yes, often): 33%".
        """
        question, answer = self.survey.question(cell.id.question), self.answer(cell, naming)
        begins_small = self._text(cell, naming)[:1].islower() and not self.is_quoted(cell, naming)
        if self.needs_topic(cell, naming) or begins_small:
            patterns, goes_on = self.language.headlines, self.goes_on(cell, naming)
            pattern = patterns.of_topic_in_brackets if goes_on else patterns.of_topic
            return filled(pattern, topic=self.topic(question), answer=answer)
        return answer

    def goes_on(self, cell: Cell, naming: str = LABEL) -> bool:
        """Whether the answer has commas, or begins a sentence, so that words beside it would seem to be of it."""
        text = self._text(cell, naming)
        return not self.is_quoted(cell, naming) and (is_divided(text) or is_phrase(text, self.language))

    def needs_topic(self, cell: Cell, naming: str = LABEL) -> bool:
        """Whether the answer alone does not tell what it is about: its name has not that of the topic."""
        question = self.survey.question(cell.id.question)
        text, topic = self._text(cell, naming).casefold(), question.topic.text(self.language.code).casefold()
        if len(topic) < LEAST_STEM:  # "S" is no part of "Strongly agree"
            return not any(mentions(topic, text))
        return topic not in text

    def is_bare(self, cell: Cell) -> bool:
        """Whether the answer says nothing without its question: a step, a net, a yes, a number, a lone answer."""
        question = self.survey.question(cell.id.question)
        is_named = self.is_yes_or_no(cell) or self.is_number(cell) or len(question.answers) == 1
        is_net = isinstance(question.answer_or_net(cell.id.answer), Net)
        return is_named or is_net or question.type.is_ordered

    def is_yes_or_no(self, cell: Cell) -> bool:
        """Whether the answer is a yes or a no, which even a topic does not tell of what."""
        patterns, question = self.language.headlines, self.survey.question(cell.id.question)
        is_answer = isinstance(question.answer_or_net(cell.id.answer), Answer)
        return is_answer and self._text(cell, LABEL).casefold() in (patterns.yes.casefold(), patterns.no.casefold())

    def is_number(self, cell: Cell) -> bool:
        """Whether the answer has no letter: "3"."""
        return not any(map(str.isalpha, self._text(cell, LABEL)))

    def end(self, cell: Cell, naming: str = LABEL) -> SourceText:
        """An end of a scale: its answer, a bare number without quotation marks; in them what has commas."""
        text = self._text(cell, naming)
        if is_divided(text):
            return self.in_quotes(cell, naming)
        return self.answer(cell, naming) if any(map(str.isalpha, text)) else self.label(cell, naming)

    def _text(self, cell: Cell, naming: str) -> str:
        return NAMING[naming](self.survey.question(cell.id.question), cell.id, self.language).text

    def is_quoted(self, cell: Cell, naming: str = LABEL) -> bool:
        """Whether the answer stands in quotation marks."""
        return not self.answer(cell, naming).text.startswith("{")

    def quoted(self, text: SourceText) -> SourceText:
        """A text in the quotation marks of the language."""
        opening, closing = self.language.quotes
        return SourceText.joined([SourceText(opening), text, SourceText(closing)])

    def delimited(self, text: SourceText) -> SourceText:
        """A text of the survey; in quotation marks where nobody could tell where it ends."""
        if ends_early(text.text):
            return self.quoted(verbatim(within_quotes(text, self.language)))
        return verbatim(text)

    def unbracketed(self, text: SourceText) -> SourceText:
        """A text of the survey; in quotation marks where it ends in a bracket before that of its figure."""
        return self.delimited(text) if ends_in_bracket(text.text) else verbatim(text)

    def told_of(self, cell: Cell) -> SourceText:
        """The label of an answer or net within brackets, in quotation marks only where it ends in one."""
        return self.in_quotes(cell) if ends_in_bracket(self._text(cell, LABEL)) else self.label(cell)

    def answers(self, cells: Sequence[Cell], naming: str = LABEL) -> SourceText:
        """Several answers in a row: "A, B und C"; in quotation marks where one is a row itself ("B und C", "B, C")."""
        conjunction, texts = join(["", ""], self.language), [self._text(cell, naming) for cell in cells]
        are_rows = len(cells) > 1 and any(conjunction in text or is_divided(text) for text in texts)
        return self.listed([(self.in_quotes if are_rows else self.answer)(cell, naming) for cell in cells])

    def listed(self, texts: Sequence[SourceText]) -> SourceText:
        """Texts as the language lists them, each with its places."""
        names = [f"part{number}" for number in range(len(texts))]
        return filled(join([f"{{{name}}}" for name in names], self.language), **dict(zip(names, texts, strict=True)))

    def questions(self, question: Question) -> Iterator[SourceText]:
        """The question before its answer, in shorter words: "Kennen Sie es?", "Bekanntheit:"."""
        label = question.label.source(self.language.code)
        yield verbatim(asked(label) or self._before_answer(label))
        if question.short:
            yield verbatim(self._before_answer(question.short.source(self.language.code)))
        yield filled(self.language.headlines.asked, label=self.topic(question))

    def _before_answer(self, label: SourceText) -> SourceText:
        return filled(self.language.headlines.asked, label=unended(label, self.language))

    def topic(self, question: Question) -> SourceText:
        """The topic of a question; of one that shares it with others what sets it apart from them, if that is short.

        Two findings on statements of one topic seem to contradict each other unless each is named.
        """
        code = self.language.code
        alike = [each for each in self.survey.questions if each.topic.text(code) == question.topic.text(code)]
        own = (question.short or question.label).source(code)
        is_own = len(alike) > 1 and [(each.short or each.label).text(code) for each in alike].count(own.text) == 1
        if is_own and len(own.text) <= LONGEST_STATEMENT and not is_asked(own.text):
            return self.delimited(unended(own, self.language))
        topic = question.topic.source(code)
        return self._in_place_of_cut(question) if topic.text.endswith(CUT) else verbatim(unended(topic, self.language))

    def _in_place_of_cut(self, question: Question) -> SourceText:
        """What a question is about whose topic breaks off: its short form, all of it, or what such ones ask for."""
        code, scores = self.language.code, [each for each in self.survey.questions if each.type is QuestionType.NPS]
        if scores == [question]:
            return SourceText(self.language.headlines.recommended)
        label = question.label.source(code)
        whole = unended(asked(label) or label, self.language)
        whole = whole.part(0, len(whole.text.rstrip(" ?")))
        own = question.short.source(code) if question.short else whole
        is_shown = len(own.text) <= LONGEST_QUESTION and not own.text.endswith(CUT)
        return verbatim(own if is_shown else unended(question.topic.source(code), self.language))

    def topic_among_others(self, question: Question) -> SourceText:
        """The topic of a question in a row."""
        return self.delimited(unended(question.topic.source(self.language.code), self.language))

    def of_unit(self, question: Question) -> SourceText | None:
        """What percentages are per cent of, within a sentence that goes on; None where it is not known."""
        unit = self.survey.unit_of(question)
        return as_source(behind_share(unit, self.language, goes_on=True)) if unit else None

    def unit(self, question: Question) -> SourceText | None:
        """The plural behind an article; None where it is not known, or says itself which are meant."""
        unit, plurals, code = self.survey.unit_of(question), self.language.plurals, self.language.code
        if unit is None or unit.form(UnitForm.SHARE, code):
            return None
        plural = unit.source(code)
        if plurals.has_determiner(plural.text) or plurals.ends_in_clause(plural.text):
            return None
        return verbatim(SourceText(plurals.behind_share(plural.text), plural.starts[:1]))

    def predicate(self, cell: Cell) -> SourceText | None:
        """The answer as a predicate, where it has one."""
        named = self.survey.question(cell.id.question).answer_or_net(cell.id.answer)
        says = named.says if isinstance(named, Answer) else None
        return verbatim(unended(says.source(self.language.code), self.language)) if says else None

    def column(self, column: ColumnId, table: Table) -> SourceText:
        """What a column is called: its label; of a wave its date, which stands where the wave was declared."""
        found = table.column(column)
        if found.name:
            return self.delimited(found.name.source(self.language.code))
        place = self.survey.wave_by_id(column.wave).location or self.survey.location
        return SourceText(found.label(self.language), ((0, place),))

    def number(self, count: int) -> SourceText:
        """A small number in words."""
        return SourceText(self.language.numerals[count])


NAMINGS = (LABEL, SHORT)
"""What answers are called, the longer form first."""
