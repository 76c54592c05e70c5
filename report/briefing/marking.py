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
from report.kinds import Kind, Marks
from report.survey.model import Answer, ColumnId


def unnamed(
    marks: Sequence[SourceText], exhibit: Exhibit, kind: Kind, sayings: Sequence[Saying], facts: Facts
) -> Iterator[Diagnostic]:
    """A warning for every answer (over waves: wave) that is marked and occurs in no headline and annotation."""
    is_wave = kind.marks is Marks.COLUMNS
    shown = [column.name for column in exhibit.columns] if is_wave else exhibit.answers
    for mark in (mark for mark in marks if mark.text in shown):
        if not any(_names(mark.text, saying, exhibit, facts, is_wave=is_wave) for saying in sayings):
            message = f'"{mark.text}" stands out in the exhibit, and neither headline nor annotation names it'
            hint = "mark what the headline speaks of, or say what this one shows"
            place = mark.at(0, len(mark.text))
            yield Diagnostic(StoryFault.MARK_NOT_NAMED, message, place, (), hint, Severity.WARNING)


def _names(mark: str, saying: Saying, exhibit: Exhibit, facts: Facts, *, is_wave: bool) -> bool:
    """By a figure of it, by the claim, or by a word of its label."""
    cells = [cell for cell in saying.cells if cell.question == exhibit.question]
    claim = saying.holds.text if saying.holds else ""
    if re.search(rf"\.{mark}\b", claim):
        return True
    if is_wave:
        column = facts.tables.table(exhibit.question).waves.column(ColumnId(mark))
        return any(cell.wave == mark for cell in cells) or str(column.date.year) in saying.text
    question = facts.survey.question(exhibit.question)
    named = question.answer_or_net(mark)
    labels = [named.label, *([named.short] if isinstance(named, Answer) and named.short else [])]
    code, weak = facts.language.code, facts.language.weak_words
    if any(names_one_of(label.text(code), saying.text, weak=weak) for label in labels):
        return True
    nets = {net.id: net.answers for net in question.nets}
    return any(mark == cell.answer or mark in nets.get(cell.answer, ()) for cell in cells)
