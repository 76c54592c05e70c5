"""Whether what an exhibit marks is spoken of: a bar that stands out and is never named leaves its reader guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import names_one_of
from report.briefing.model import Exhibit
from report.briefing.saying import Saying
from report.diagnostics import Diagnostic, Severity, SourceText
from report.frozen import frozen
from report.survey.model import Question


def unnamed(
    marks: Sequence[SourceText], exhibit: Exhibit, sayings: Sequence[Saying], facts: Facts
) -> Iterator[Diagnostic]:
    """A warning for everything marked by its name that occurs in no headline and annotation.

    Of a cell its answer and its column have to be named; a rule marks what it finds.
    """
    namer = _Namer(exhibit, facts)
    for mark in marks:
        if not any(namer.is_named(mark.text, saying) for saying in sayings):
            message = f'"{mark.text}" stands out in the exhibit, and neither headline nor annotation names it'
            hint = "mark what the headline speaks of, or say what this one shows"
            place = mark.at(0, len(mark.text))
            yield Diagnostic(StoryFault.MARK_NOT_NAMED, message, place, (), hint, Severity.WARNING)


@frozen
class _Namer:
    exhibit: Exhibit
    facts: Facts

    def is_named(self, mark: str, saying: Saying) -> bool:
        """By a figure of it, by the claim, or by a word of its label."""
        claim = saying.holds.text if saying.holds else ""
        if mark in claim and re.search(rf"(?<!\w){re.escape(mark)}\b", claim):
            return True
        return all(self._is_named(name, saying) for name in self._parts(mark))

    def _parts(self, mark: str) -> list[str]:
        """The names that a mark is made of: those of an answer, a wave, a group, a question; none of a rule."""
        columns = [column.name for column in self.exhibit.columns]
        first, _, rest = mark.partition(".")
        if mark in columns or not rest:
            return [mark]
        return [first, rest] if rest in columns else [mark]

    def _is_named(self, name: str, saying: Saying) -> bool:
        exhibit, facts = self.exhibit, self.facts
        cells = [cell for cell in saying.cells if cell.question in exhibit.questions]
        question = facts.survey.question(exhibit.question)
        if column := next((column for column in exhibit.columns if column.name == name), None):
            found = facts.tables.table(exhibit.question).column(column)
            labels = [found.name] if found.name else []
            if any(cell.column == column for cell in cells) or (not labels and str(found.date.year) in saying.text):
                return True
        elif name in exhibit.questions and len(exhibit.questions) > 1:
            asked = facts.survey.question(name)
            labels = [asked.label, asked.topic]
            if any(cell.question == name for cell in cells):
                return True
        elif name in _names_of(question):
            answer, nets = question.answer_or_net(name), {net.id: net.answers for net in question.nets}
            labels = [answer.label, *([answer.short] if answer.short else [])]
            if any(name == cell.answer or name in nets.get(cell.answer, ()) for cell in cells):
                return True
        else:
            return True  # a rule, or a name that the exhibit has been told of
        code, weak = facts.language.code, facts.language.weak_words
        return any(names_one_of(label.text(code), saying.text, weak=weak) for label in labels)


def _names_of(question: Question) -> list[str]:
    return [*(answer.id for answer in question.answers), *(net.id for net in question.nets)]
